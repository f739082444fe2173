//! File formats in: what Partner Center's files tell of leads, row by row.
//!
//! A reader turns bytes into leads as the domain knows them, and says of each other row why it is none. It knows neither
//! the database nor the time: whether a lead is new, and what the import's moment fills in, the caller decides.

pub mod cells;
pub mod column;
mod columns;
mod csv_row;
mod decode;
pub mod format;
pub mod guard;
pub mod hearth_json;
mod mend;
pub mod out;
mod partner_center_csv;
mod partner_center_json;
mod records;
pub mod report;
pub mod samples;
mod values;

use crate::domain::history::Field;
use crate::domain::lead::{Lead, Stage};
use crate::domain::respond_by::respond_by;
use crate::domain::time::Timestamp;

pub use report::{FileProblem, RefusedReason, RefusedRow};

/// The instant of a thing that the file does not tell. [`Incoming::fill_in`] puts the import's own time there.
pub const NOT_TOLD: Timestamp = Timestamp::from_millis(0);

/// What a file was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    Json,
    Csv,
}

/// A file that was read, with every row of it in the file's order.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadFile {
    pub kind: FileKind,
    pub rows: Vec<Row>,
}

/// What one row of a file is.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    Lead(Box<Incoming>),
    /// A co-sell opportunity, which is no lead. Source: domain.md, "Which tab".
    SetAside {
        row: u32,
        customer: String,
    },
    Refused(RefusedRow),
}

/// A lead as a file tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct Incoming {
    /// Where it stands in the file, counted as in [`RefusedRow::row`].
    pub row: u32,
    /// With id 0, revision 0, origin `Import`; a favorite as told, or not.
    pub lead: Lead,
    /// The fields that this row speaks of, empty ones too; an update leaves all others as they are.
    ///
    /// Without [`Field::ReceivedAt`] the file has no creation date at all and the lead's instants are [`NOT_TOLD`].
    pub known: Vec<Field>,
    /// Whether the file itself says until when to answer; if not, `lead.respond_by` stands 14 days after `received_at`.
    pub respond_by_given: bool,
    /// The whole source object as it came; for a CSV an object of header to cell. Keys in the file's order.
    pub raw: serde_json::Value,
}

impl Incoming {
    /// Puts the import's time where the file tells none, and respond-by `respond_by_days` after the lead was received
    /// unless the file itself gives it.
    pub fn fill_in(&mut self, now: Timestamp, respond_by_days: u32) {
        if !self.known.contains(&Field::ReceivedAt) {
            self.lead.received_at = now;
        }
        if let Stage::Archived(archived) = &mut self.lead.stage
            && archived.archived_at == NOT_TOLD
        {
            archived.archived_at = now;
        }
        if !self.respond_by_given {
            self.lead.respond_by = respond_by(self.lead.received_at, None, respond_by_days);
        }
    }
}

/// Reads the leads in a file: the Referrals API's JSON or the bulk CSV, told apart by what is in it.
///
/// `file_name` only decides how a file that is neither is called: one that ends in `.json` is broken JSON.
pub fn read(file_name: &str, bytes: &[u8]) -> Result<ReadFile, FileProblem> {
    if decode::is_web_page(bytes) {
        return Err(FileProblem::WebPage);
    }
    let text = decode::text(bytes)?;
    let start = text.trim_start();
    if start.starts_with(['{', '[']) {
        return Ok(ReadFile { kind: FileKind::Json, rows: partner_center_json::read(&text)? });
    }
    match partner_center_csv::read(&text) {
        // A name is only believed when the content says nothing.
        Err(FileProblem::NotLeads) if file_name.to_ascii_lowercase().ends_with(".json") => {
            partner_center_json::read(&text).map(|rows| ReadFile { kind: FileKind::Json, rows })
        }
        rows => Ok(ReadFile { kind: FileKind::Csv, rows: rows? }),
    }
}

#[cfg(test)]
mod csv_tests;
#[cfg(test)]
mod file_tests;
#[cfg(test)]
mod json_tests;
#[cfg(test)]
mod published_tests;
