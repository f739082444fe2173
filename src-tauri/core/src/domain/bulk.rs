//! One action on many leads: what is asked, and why some leads would not be changed by it.
//!
//! The rules are those of a single lead, in `lifecycle`; doing it is `actions::bulk`.

use serde::{Deserialize, Serialize};

use super::lead::{ContactWay, Employee, LeadId, Reason};
use super::time::Timestamp;

/// What shall be done to each of them. Texts are cleaned and checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "kind")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum BulkAction {
    Decline {
        /// `null` while the user has not picked one, which is answered by `invalid`.
        reason: Option<Reason>,
        notes: String,
    },
    MarkContacted {
        at: Timestamp,
        way: ContactWay,
        note: String,
    },
    SetFavorite {
        favorite: bool,
    },
    AddEmployee {
        employee: Employee,
    },
    SetCampaign {
        /// An empty text takes the campaign away.
        campaign_id: String,
    },
}

/// The verb alone, as a report names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum BulkVerb {
    Decline,
    MarkContacted,
    SetFavorite,
    AddEmployee,
    SetCampaign,
}

/// Why a lead is not changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum WhyNot {
    /// Only a received lead can be declined.
    Accepted,
    /// Archived is final.
    Archived,
    /// Its respond-by instant is over.
    PastRespondBy,
    /// It is so already.
    AlreadySo,
    /// It was changed, merged or removed after the preview.
    ChangedSince,
    /// There is no room for one more employee.
    TooMany,
}

/// A lead in one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BulkLead {
    #[cfg_attr(test, ts(type = "number"))]
    pub id: LeadId,
    pub customer: String,
}

/// Leads that would not be, or were not, changed for one reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LeftOut {
    pub why: WhyNot,
    pub count: u32,
    /// The first five.
    pub examples: Vec<BulkLead>,
}

/// What a bulk action would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BulkForeseen {
    pub verb: BulkVerb,
    pub total: u32,
    pub changed: u32,
    /// The first five that would be changed.
    pub examples: Vec<BulkLead>,
    pub left_out: Vec<LeftOut>,
    /// Notices to customers that it would put into the outbox.
    pub notices: u32,
}

/// What a bulk action did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BulkReport {
    /// By which it is taken back; `None` when nothing was changed or nothing can be undone.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub bulk_id: Option<i64>,
    pub verb: BulkVerb,
    pub changed: u32,
    pub left_out: Vec<LeftOut>,
    /// Until when it can be taken back.
    pub undo_until: Option<Timestamp>,
}

/// What taking it back did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BulkUndone {
    pub verb: BulkVerb,
    pub restored: u32,
    /// Leads that were worked on since, or whose notice has left the outbox: they stay.
    pub stayed: u32,
}
