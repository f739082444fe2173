//! Files in and out: what the window may ask for and what it is told. A path never comes from the window.

use serde::{Deserialize, Serialize};

use super::replies::reply;
use super::requests::{ListQuery, request};
pub use crate::actions::export_leads::{ExportCount, ExportReport};
pub use crate::actions::import_leads::{FileReport, ImportReport};
use crate::domain::history::Actor;
pub use crate::domain::imports::{Counts, Decision, Doubt, Foreseen, Outcome, TouchedLead};
use crate::domain::lead::LeadId;
use crate::domain::time::Timestamp;
pub use crate::exchange::column::Column;
pub use crate::exchange::format::{DateOrder, DecimalMark, Format, Look, MappedColumn, Mapping, SampledColumn};
pub use crate::exchange::out::ExportFormat;
pub use crate::exchange::{FileProblem, RefusedReason, RefusedRow};

// In: step 1, the files, and step 2, how they are understood.

reply!(
    /// Files that wait to be imported.
    ImportDraft {
        /// By which the window names it; no other draft of this session has it.
        id: u32,
        files: Vec<DraftFile>,
    }
);
reply!(DraftFile {
    name: String,
    #[cfg_attr(test, ts(type = "number"))]
    bytes: u64,
    look: Option<Look>,
    /// Why it cannot be imported at all.
    problem: Option<FileProblem>,
    /// The saved mapping that was found again by its headings; `look.mapping` is it then.
    saved_mapping: Option<String>,
});
request!(
    /// A file of a draft, by its place there from 0.
    DraftFileRef { draft: u32, file: u32 }
);
reply!(SavedMappings { names: Vec<String> });
request!(MappingName { name: String });
request!(
    /// Keeps a mapping under a name; one of that name is replaced.
    SaveMapping { name: String, mapping: Mapping }
);

// Step 3: the dry run.

request!(DraftRef { draft: u32 });
request!(
    /// Starts the dry run; what comes of it arrives as events.
    ForeseeImport {
        draft: u32,
        /// One for each file of the draft; `null` for one that needs none.
        mappings: Vec<Option<Mapping>>,
    }
);

/// What an import is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum ImportPhase {
    /// The dry run: reads the files and compares.
    Comparing,
    Writing,
}

reply!(
    /// What an import would do.
    ForeseenSummary {
        counts: Counts,
        /// File by file, in the draft's order.
        files: Vec<ForeseenFile>,
        /// Of the doubtful rows, how many will be added, filled in and left out.
        add: u32,
        fill_in: u32,
        leave_out: u32,
    }
);
reply!(ForeseenFile { name: String, counts: Counts, problem: Option<FileProblem> });
request!(
    /// Rows of the dry run. `limit` is at most 200.
    ForeseenQuery {
        draft: u32,
        /// Of this file of the draft, from 0; of all when `null`.
        file: Option<u32>,
        /// With this outcome; all when `null`.
        outcome: Option<Outcome>,
        offset: u32,
        limit: u32,
    }
);
reply!(ForeseenPage { rows: Vec<ForeseenRow>, offset: u32, total: u32 });
reply!(ForeseenRow {
    file: u32,
    /// Counted as in [`RefusedRow`].
    row: u32,
    outcome: Outcome,
    foreseen: Foreseen,
    refused: Option<RefusedRow>,
});
request!(
    /// What shall become of a doubtful row, or of all of them.
    DecideDoubtful {
        draft: u32,
        /// `null` for all.
        row: Option<RowRef>,
        decision: Decision,
    }
);
request!(RowRef { file: u32, row: u32 });

// What was done.

reply!(
    /// A file that the user was asked to name; `null` when nothing was saved.
    SavedFile { name: Option<String> }
);
reply!(
    /// The imports of this database, newest first, at most 500.
    Imports { imports: Vec<ImportEntry> }
);
reply!(ImportEntry {
    #[cfg_attr(test, ts(type = "number"))]
    id: i64,
    at: Timestamp,
    by: Actor,
    files: Vec<FileReport>,
    undone_at: Option<Timestamp>,
});
request!(ImportRef {
    #[cfg_attr(test, ts(type = "number"))]
    id: i64,
});
reply!(
    /// What taking an import back would do.
    ImportUndo {
        /// Leads that the import added and nobody touched: they go.
        removed: u32,
        /// Leads that it changed and nobody touched: they are again what they were.
        restored: u32,
        /// Leads that were worked on since, at most 500 of them: they stay, or go back with all that was done since.
        touched: Vec<TouchedLead>,
        touched_total: u32,
    }
);
request!(
    /// Takes an import back.
    UndoImport {
        #[cfg_attr(test, ts(type = "number"))]
        id: i64,
        /// Leads that were worked on since and shall go back all the same; the others stay.
        #[cfg_attr(test, ts(type = "Array<number>"))]
        also: Vec<LeadId>,
        /// All of them.
        also_all: bool,
    }
);
reply!(ImportUndone { removed: u32, restored: u32, left: u32 });

// The watched folder.

reply!(
    /// The folder whose files are imported by themselves.
    WatchedFolder {
        /// `null` while none is watched.
        path: Option<String>,
        /// By which saved mapping a table is read that is not of a known format.
        mapping: Option<String>,
        /// Why it cannot be watched just now, in the system's words.
        problem: Option<String>,
    }
);
request!(WatchedMapping { mapping: Option<String> });
reply!(
    /// What became of a file that came by the watched folder.
    Arrival {
        #[cfg_attr(test, ts(type = "number"))]
        id: i64,
        at: Timestamp,
        report: FileReport,
        #[cfg_attr(test, ts(type = "number | null"))]
        import_id: Option<i64>,
        read: bool,
    }
);

// Out.

/// Which leads are written.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "kind", deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum ExportScope {
    All,
    /// Those of a list, in its order; the query's offset and limit do not count.
    List {
        query: ListQuery,
    },
    Leads {
        #[cfg_attr(test, ts(type = "Array<number>"))]
        ids: Vec<LeadId>,
    },
}
request!(
    /// Asks where to, and writes there; what comes of it arrives as an event.
    ExportLeads { format: ExportFormat, scope: ExportScope }
);
