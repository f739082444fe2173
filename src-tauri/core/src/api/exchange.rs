//! Files in and out: what the window may ask for and what it is told. A path never comes from the window.

use serde::{Deserialize, Serialize};

use super::replies::reply;
use super::requests::{ListQuery, request};
pub use crate::actions::export_leads::{ExportCount, ExportReport};
pub use crate::actions::import::{
    FileReport, ForeseenFile, ForeseenPage, ForeseenRow, ForeseenSummary, ImportEntry, ImportReport,
};
pub use crate::actions::watched_folder::Arrival;
pub use crate::domain::imports::{
    Counts, Decision, Doubt, Foreseen, ImportPhase, ImportUndo, ImportUndone, Outcome, TouchedLead,
};
use crate::domain::lead::LeadId;
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
request!(ImportRef {
    #[cfg_attr(test, ts(type = "number"))]
    id: i64,
});
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
// Out.

/// Which leads are written, or changed.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "kind", deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum LeadScope {
    All,
    /// Those of a list, in its order; the query's offset and limit do not count. With its `list`, those that were in it then.
    List {
        query: ListQuery,
        #[cfg_attr(test, ts(type = "Array<number>"))]
        except: Vec<LeadId>,
    },
    Leads {
        #[cfg_attr(test, ts(type = "Array<number>"))]
        ids: Vec<LeadId>,
    },
}
request!(
    /// Asks where to, and writes there; what comes of it arrives as an event.
    ExportLeads { format: ExportFormat, scope: LeadScope }
);
