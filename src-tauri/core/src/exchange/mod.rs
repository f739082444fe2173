//! File formats in: what Partner Center's files tell of leads, row by row.
//!
//! A file is looked at once as a whole and then read row by row, whatever its size; see `opened`. A reader turns bytes into leads as the domain knows them, and says of each other row why it is none. It knows neither
//! the database nor the time: whether a lead is new, and what the import's moment fills in, the caller decides.

mod amounts;
mod bomb;
pub mod cells;
pub mod column;
mod columns;
mod dates;
mod encoding;
pub mod failed;
pub mod format;
pub mod guard;
mod guess;
pub mod hearth_json;
mod hearth_row;
mod json;
mod json_rows;
mod mend;
mod opened;
pub mod out;
mod pairs;
mod partner_center_json;
mod plan;
pub mod raw;
mod records;
pub mod report;
pub mod samples;
mod sheet;
mod source;
mod synonyms;
mod table;
mod table_people;
mod table_row;
mod table_stage;
mod values;

use crate::domain::history::Field;
use crate::domain::lead::{Lead, Stage};
use crate::domain::respond_by::respond_by;
use crate::domain::time::Timestamp;

pub use format::Look;
pub use opened::{Opened, Rows, open, open_bytes};
pub use raw::Raw;
pub use report::{FileProblem, RefusedReason, RefusedRow};

/// The instant of a thing that the file does not tell. [`Incoming::fill_in`] puts the import's own time there.
pub const NOT_TOLD: Timestamp = Timestamp::from_millis(0);

/// A file that was read, with every row of it in the file's order.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadFile {
    pub look: Look,
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
    Refused {
        refused: RefusedRow,
        /// The row as it stands in the file, as in [`Incoming::raw`]; nothing where it cannot be shown at all.
        raw: Option<serde_json::Value>,
    },
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
    pub raw: Raw,
    /// The row as it stands in the file, where that is more than its source.
    pub whole: Option<serde_json::Value>,
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

/// Reads the leads in `bytes`, all at once: for what is small anyway. Files go through [`open`].
pub fn read(file_name: &str, bytes: &[u8]) -> Result<ReadFile, FileProblem> {
    let opened = open_bytes(file_name, bytes)?;
    let rows = opened.rows(None)?.collect::<Result<_, _>>()?;
    Ok(ReadFile { look: opened.look, rows })
}

#[cfg(test)]
mod csv_tests;
#[cfg(test)]
mod file_tests;
#[cfg(test)]
mod formats_tests;
#[cfg(test)]
mod json_tests;
#[cfg(test)]
mod limits_tests;
#[cfg(test)]
mod published_tests;
