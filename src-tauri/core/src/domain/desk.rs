//! The desk's own terms: tabs, orders, and the line of a list.
//!
//! Which leads a list holds is asked in `store::list`.

use serde::{Deserialize, Serialize};

use super::history::MoneyText;
use super::lead::{LeadId, LeadType, Reason, StageKind};
use super::time::{Date, Timestamp};

/// Which of the three tabs. Source: domain.md, section 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Tab {
    /// Every lead: what a saved view can look through.
    All,
    Marketplace,
    Qualified,
    Favorites,
}

/// By what a list is sorted. Texts stand in the order of their letters, small and capital ones alike; what has no value comes last,
/// and equal ones stand in the order in which they came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum SortBy {
    Received,
    RespondBy,
    /// Received: the end of the contact window while it is open, else respond-by. Accepted: the purchase date. Archived: when.
    /// All stages together: respond-by.
    TimeLeft,
    Value,
    Customer,
    /// By the day to come back to it.
    FollowUp,
    Purchase,
    Archived,
    Contact,
    City,
    Country,
    Deal,
    CrmId,
    Campaign,
    LeadType,
    Stage,
    Outcome,
    Reason,
}

/// A column that the list can show beside the lead itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum ListColumn {
    TimeLeft,
    Value,
    Received,
    RespondBy,
    Purchase,
    FollowUp,
    Archived,
    Contact,
    Email,
    Phone,
    City,
    Country,
    Deal,
    CrmId,
    Campaign,
    Employees,
    LeadType,
    Stage,
    Outcome,
    Reason,
}

/// A field in which a searched word was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum FoundIn {
    Customer,
    /// What the line shows below the customer.
    Headline,
    Contact,
    Email,
    Phone,
    Deal,
    Notes,
    Need,
    City,
    CrmId,
    Campaign,
}

/// Where a searched word was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Hit {
    pub field: FoundIn,
    /// The text around it, at most 80 letters; for the customer and the headline `None`: it is the row's own text.
    pub text: Option<String>,
    /// What of the text is marked: beginnings and ends in UTF-16 units, in order, none overlapping.
    pub marks: Vec<(u32, u32)>,
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
    /// The first contact.
    pub contact: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub city: Option<String>,
    pub country: Option<String>,
    pub deal: Option<String>,
    pub crm_id: Option<String>,
    pub campaign_id: Option<String>,
    /// The first employee.
    pub employee: Option<String>,
    pub employees: u32,
    pub reason: Option<Reason>,
    /// Where the words of the query were found; empty without words.
    pub hits: Vec<Hit>,
}
