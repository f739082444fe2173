//! The desk's own terms: tabs, orders, and the line of a list.
//!
//! Which leads a list holds is asked in `store::list`.

use serde::{Deserialize, Serialize};

use super::history::MoneyText;
use super::lead::{LeadId, LeadType, StageKind};
use super::time::{Date, Timestamp};

/// Which of the three tabs. Source: domain.md, section 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Tab {
    Marketplace,
    Qualified,
    Favorites,
}

/// By what a list is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum SortBy {
    Received,
    RespondBy,
    TimeLeft,
    Value,
    Customer,
    /// By the day to come back to it; what has none comes last.
    FollowUp,
}

/// Which leads a list shows by their follow-up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum FollowUpFilter {
    #[default]
    All,
    /// Those that have one.
    Set,
    /// Those whose day has come.
    Due,
}

/// The flame of a lead whose customer asked to be contacted directly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FlameWindow {
    pub ends_at: Timestamp,
    pub contacted_at: Option<Timestamp>,
}

/// A line of the list. Long texts are cut to what a line can show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LeadRow {
    #[cfg_attr(test, ts(type = "number"))]
    pub id: LeadId,
    #[cfg_attr(test, ts(type = "number"))]
    pub revision: i64,
    pub lead_type: LeadType,
    pub stage: StageKind,
    /// `won`, `lost`, `declined`, `expired`, or another source's own word.
    pub outcome: Option<String>,
    pub customer: String,
    /// The deal's name, or what the customer asked for.
    pub headline: String,
    pub received_at: Timestamp,
    pub respond_by: Timestamp,
    pub archived_at: Option<Timestamp>,
    pub purchase_on: Option<Date>,
    pub flame: Option<FlameWindow>,
    pub snoozed_until: Option<Timestamp>,
    pub follow_up_on: Option<Date>,
    pub value: Option<MoneyText>,
    pub favorite: bool,
}
