//! Which kinds of file there are, and by which mapping a table's columns become a lead.

use serde::{Deserialize, Serialize};

use super::column::Column;
use crate::domain::lead::LeadType;

/// What a file is, by what is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Format {
    /// The Referrals API's replies: a list, an array, one referral, several of them joined or one a line.
    PartnerCenterJson,
    PartnerCenterCsv,
    /// The downloads of the leads analytics page, of 2021 and of 2023.
    LeadsAnalytics,
    /// A lead of the commercial marketplace, as it is sent to a CRM or by HTTPS.
    MarketplaceLead,
    SalesforceCsv,
    /// Salesforce's data tree: `records` with `attributes`.
    SalesforceJson,
    /// Dynamics 365, CSV or XLSX.
    Dynamics,
    /// A table that Hearth wrote, CSV or XLSX.
    HearthTable,
    /// Everything, as Hearth wrote it.
    HearthJson,
    /// Any other table, understood by a mapping.
    Table,
}

impl Format {
    /// Whether it is Partner Center itself that speaks: its news are compared with what it said last. Any other file is
    /// compared with what we have, and an empty cell of it clears nothing.
    pub fn is_the_source(self) -> bool {
        matches!(self, Self::PartnerCenterJson | Self::PartnerCenterCsv | Self::LeadsAnalytics | Self::MarketplaceLead)
    }

    /// Whether the file is a table whose columns are mapped.
    pub fn is_table(self) -> bool {
        matches!(
            self,
            Self::PartnerCenterCsv
                | Self::LeadsAnalytics
                | Self::SalesforceCsv
                | Self::Dynamics
                | Self::HearthTable
                | Self::Table
        )
    }
}

/// How a table writes dates whose order of day, month and year a look at them does not tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum DateOrder {
    /// `2026-11-24`, `2026. 11. 24.`
    #[default]
    YearMonthDay,
    /// `11/24/2026`
    MonthDayYear,
    /// `24.11.2026`
    DayMonthYear,
}

/// How a table writes amounts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum DecimalMark {
    #[default]
    Point,
    Comma,
}

/// By which rules a table's columns become a lead.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Mapping {
    /// The table's columns from the left, with its own heading and what it is; `None` is kept with the row only.
    pub columns: Vec<MappedColumn>,
    /// The kind of a lead whose row does not tell.
    pub lead_type: Option<LeadType>,
    /// The ISO 4217 code of an amount whose row does not tell.
    pub currency: Option<String>,
    pub date_order: DateOrder,
    pub decimal_mark: DecimalMark,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct MappedColumn {
    pub heading: String,
    pub column: Option<Column>,
}

/// A column of a table with what stands in it, for the eyes of whoever maps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SampledColumn {
    pub heading: String,
    /// The first different values that are not empty, cut to a line; at most five.
    pub samples: Vec<String>,
}

/// What a first look at a file shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Look {
    pub format: Format,
    /// How its text is written, such as `UTF-8`, `UTF-16LE`, `CP949`, `Windows-1252`; empty for XLSX.
    pub encoding: String,
    /// The columns of a table; empty for the others.
    pub columns: Vec<SampledColumn>,
    /// For a table, the mapping that its headings and values suggest.
    pub mapping: Option<Mapping>,
    /// Rows of the file, its heading not counted; of a large file as far as it was looked at.
    pub rows: u32,
    /// Whether `rows` is all of them.
    pub counted: bool,
}
