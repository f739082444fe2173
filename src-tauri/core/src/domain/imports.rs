//! What an import makes of a row, before and after it is done: the terms that the dry run, the import and its undo share.

use serde::{Deserialize, Serialize};

use super::duplicates::Match;
use super::history::FieldChange;
use super::lead::LeadId;
use super::time::Timestamp;

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Outcome {
    Added,
    Updated,
    Unchanged,
    /// It may be a lead that is here already, or stands further up in the file: see [`Decision`].
    Doubtful,
    /// A co-sell opportunity, which is no lead.
    SetAside,
    Refused,
}

/// What shall become of a doubtful row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Decision {
    /// It is another lead.
    Add,
    /// It is the lead that it was compared with: what that one lacks is filled in, and nothing of it is overwritten.
    FillIn,
    LeaveOut,
}

/// How many rows became what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Counts {
    pub added: u32,
    pub updated: u32,
    pub unchanged: u32,
    pub doubtful: u32,
    pub set_aside: u32,
    pub refused: u32,
}

/// Why a row is doubtful, and what is to be done with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Doubt {
    /// The lead that is here; `None` when it stands further up in the same import.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub lead: Option<LeadId>,
    /// The row further up.
    pub row: Option<u32>,
    /// The customer of the other one.
    pub customer: String,
    /// What both have in common.
    pub matches: Vec<Match>,
    pub decision: Decision,
}

/// What a dry run says of a row that is no refusal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Foreseen {
    pub customer: String,
    /// The lead that it updates or equals.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub lead: Option<LeadId>,
    /// For an update, field by field, old and new.
    pub changes: Vec<FieldChange>,
    pub doubt: Option<Doubt>,
}

/// A lead that an import brought or changed and that was worked on since.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TouchedLead {
    #[cfg_attr(test, ts(type = "number"))]
    pub id: LeadId,
    pub customer: String,
    /// Whether the import had added it, so that taking it back removes it.
    pub added: bool,
    /// When it was last changed.
    pub at: Timestamp,
    /// What was changed since; empty when only its notice left or it was merged.
    pub changes: Vec<FieldChange>,
}
