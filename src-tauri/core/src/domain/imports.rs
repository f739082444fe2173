//! What an import makes of a row, before and after it is done: the terms that the dry run, the import and its undo share.

use serde::{Deserialize, Serialize};

use super::duplicates::Match;
use super::history::FieldChange;
use super::lead::{Archived, Lead, LeadId, Outcome as Ending, Stage};
use super::time::Timestamp;

/// What an import is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum ImportPhase {
    /// The dry run: reads the files and compares.
    Comparing,
    Writing,
}

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

impl Counts {
    /// Counts one row more.
    pub fn add(&mut self, outcome: Outcome) {
        *match outcome {
            Outcome::Added => &mut self.added,
            Outcome::Updated => &mut self.updated,
            Outcome::Unchanged => &mut self.unchanged,
            Outcome::Doubtful => &mut self.doubtful,
            Outcome::SetAside => &mut self.set_aside,
            Outcome::Refused => &mut self.refused,
        } += 1;
    }

    /// Counts the rows of another file too.
    pub fn add_all(&mut self, other: &Self) {
        self.added += other.added;
        self.updated += other.updated;
        self.unchanged += other.unchanged;
        self.doubtful += other.doubtful;
        self.set_aside += other.set_aside;
        self.refused += other.refused;
    }

    pub fn of(&self, outcome: Outcome) -> u32 {
        match outcome {
            Outcome::Added => self.added,
            Outcome::Updated => self.updated,
            Outcome::Unchanged => self.unchanged,
            Outcome::Doubtful => self.doubtful,
            Outcome::SetAside => self.set_aside,
            Outcome::Refused => self.refused,
        }
    }

    pub fn total(&self) -> u32 {
        self.added + self.updated + self.unchanged + self.doubtful + self.set_aside + self.refused
    }
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

/// What taking an import back would do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ImportUndo {
    /// Leads that the import added and nobody touched: they go.
    pub removed: u32,
    /// Leads that it changed and nobody touched: they are again what they were.
    pub restored: u32,
    /// Leads that were worked on since, at most 500 of them: they stay, or go back with all that was done since.
    pub touched: Vec<TouchedLead>,
    pub touched_total: u32,
}

/// What taking an import back has done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ImportUndone {
    pub removed: u32,
    pub restored: u32,
    pub left: u32,
}

/// What a lead holds, in 64 bits: two leads with the same fingerprint hold the same. Numbers that the database gives do not
/// count, nor do empty fields, so that a field that a later version adds changes no fingerprint.
#[expect(clippy::cast_possible_wrap, reason = "SQLite's integers are signed; only equality matters")]
pub fn fingerprint(lead: &Lead) -> i64 {
    let mut hash = Fnv::default();
    if let Ok(serde_json::Value::Object(fields)) = serde_json::to_value(lead) {
        for (name, value) in fields.iter().filter(|(name, _)| !GIVEN.contains(&name.as_str())) {
            hash.field(name, value);
        }
    }
    hash.0 as i64
}

/// Fields of a lead that say nothing of what it holds.
const GIVEN: [&str; 3] = ["id", "revision", "hearth_id"];

/// Whether `lead` is what an import left, where `before` is what it was before that. That its time ran out since is nobody's
/// work.
pub fn is_as_left(lead: &Lead, before: Option<&Lead>, left: i64) -> bool {
    if fingerprint(lead) == left {
        return true;
    }
    let Stage::Archived(Archived { outcome: Ending::Expired, archived_at, .. }) = &lead.stage else { return false };
    let open = Lead { stage: Stage::Received, ..lead.clone() };
    let snoozed = before.and_then(|before| before.snoozed_until);
    *archived_at == lead.respond_by
        && (fingerprint(&open) == left || fingerprint(&Lead { snoozed_until: snoozed, ..open }) == left)
}

/// FNV-1a, 64 bit: stable over versions and platforms, which the standard library's hashes are not.
pub struct Fnv(pub u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    }

    fn field(&mut self, name: &str, value: &serde_json::Value) {
        use serde_json::Value;
        match value {
            Value::Null | Value::Bool(false) => return,
            Value::String(text) if text.is_empty() => return,
            Value::Array(list) if list.is_empty() => return,
            _ => {}
        }
        self.bytes(name.as_bytes());
        match value {
            Value::Null => {}
            Value::Bool(_) => self.bytes(b"\x01"),
            Value::Number(number) => self.bytes(number.to_string().as_bytes()),
            Value::String(text) => self.bytes(text.as_bytes()),
            Value::Array(list) => list.iter().for_each(|one| self.element(one)),
            Value::Object(fields) => fields.iter().for_each(|(name, value)| self.field(name, value)),
        }
        self.bytes(b"\xff");
    }

    /// An element of a list counts even when it is empty.
    fn element(&mut self, value: &serde_json::Value) {
        self.bytes(b"\xfe");
        self.field("", value);
    }
}
