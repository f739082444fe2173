//! What a dry run foresees and what an import did, as the window is told.

use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::domain::history::Actor;
use crate::domain::imports::{Counts, Foreseen, Outcome};
use crate::domain::time::Timestamp;
use crate::error::Error;
use crate::exchange::{FileProblem, RefusedRow};
use crate::store;

/// The longest list of imports.
const MOST_IMPORTS: u32 = 500;

/// What an import did, file by file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ImportReport {
    /// By which it can be taken back; `None` when nothing was written.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub import_id: Option<i64>,
    pub files: Vec<FileReport>,
}

/// What became of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FileReport {
    pub name: String,
    /// Why nothing of this file was taken; the counts are 0 then.
    pub problem: Option<FileProblem>,
    pub added: u32,
    pub updated: u32,
    pub unchanged: u32,
    /// Doubtful rows that were left out.
    pub left_out: u32,
    /// Co-sell opportunities, which are no leads.
    pub set_aside: u32,
    pub refused: u32,
}

/// What an import would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ForeseenSummary {
    pub counts: Counts,
    /// File by file, in the draft's order.
    pub files: Vec<ForeseenFile>,
    /// Of the doubtful rows, how many will be added, filled in and left out.
    pub add: u32,
    pub fill_in: u32,
    pub leave_out: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ForeseenFile {
    pub name: String,
    pub counts: Counts,
    pub problem: Option<FileProblem>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ForeseenPage {
    pub rows: Vec<ForeseenRow>,
    pub offset: u32,
    pub total: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ForeseenRow {
    pub file: u32,
    /// Counted as in [`RefusedRow`].
    pub row: u32,
    pub outcome: Outcome,
    pub foreseen: Foreseen,
    pub refused: Option<RefusedRow>,
}

/// An import that was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ImportEntry {
    #[cfg_attr(test, ts(type = "number"))]
    pub id: i64,
    pub at: Timestamp,
    pub by: Actor,
    pub files: Vec<FileReport>,
    pub undone_at: Option<Timestamp>,
}

/// The imports of this database, newest first, at most 500.
pub fn imports(app: &App) -> Result<Vec<ImportEntry>, Error> {
    let imports = app.read(|connection, _| store::imports::list::<Vec<FileReport>>(connection, MOST_IMPORTS))?;
    Ok(imports
        .into_iter()
        .map(|import| ImportEntry {
            id: import.id,
            at: import.at,
            by: import.by,
            files: import.report,
            undone_at: import.undone_at,
        })
        .collect())
}
