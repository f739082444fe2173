//! What the window is told without asking, on the one event channel `desk`.

use serde::{Deserialize, Serialize};

use super::bulk::{BulkReport, BulkUndone, BulkVerb};
use super::exchange::{ExportReport, ForeseenSummary, ImportDraft, ImportPhase, ImportReport};
use crate::domain::history::Action;
use crate::domain::lead::LeadId;
use crate::domain::time::Timestamp;

/// The name of the event channel.
pub const CHANNEL: &str = "desk";

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "event")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum DeskEvent {
    /// Something was committed: refetch what is shown.
    Changed {
        /// The changed leads; empty when there were too many to name, so all may have changed.
        #[cfg_attr(test, ts(type = "Array<number>"))]
        leads: Vec<LeadId>,
        /// Whether the bell changed.
        reminders: bool,
        /// Whether the settings changed.
        settings: bool,
    },
    /// The computer's clock was moved, or the computer slept.
    ClockMoved {
        now: Timestamp,
    },
    /// A database of an older Hearth is made one of this; the desk opens when it is.
    Upgrading {
        percent: u8,
    },
    /// Files were picked or dropped: open the wizard with them.
    ImportDrafted {
        draft: ImportDraft,
    },
    /// A dry run or an import goes on.
    ImportProgress {
        draft: u32,
        phase: ImportPhase,
        /// Bytes while it reads, rows while it writes.
        #[cfg_attr(test, ts(type = "number"))]
        done: u64,
        #[cfg_attr(test, ts(type = "number"))]
        total: u64,
    },
    /// The dry run is done: its rows can be asked for.
    ImportForeseen {
        draft: u32,
        summary: ForeseenSummary,
    },
    ImportFinished {
        draft: u32,
        report: ImportReport,
    },
    /// Nothing was imported: it failed, or was cancelled (`error` is `null` then).
    ImportStopped {
        draft: u32,
        error: Option<super::ApiError>,
    },
    /// A file was written.
    ExportFinished {
        report: ExportReport,
    },
    ExportFailed {
        error: super::ApiError,
    },
    /// A bulk action, or taking one back, goes on.
    BulkProgress {
        verb: BulkVerb,
        done: u32,
        total: u32,
    },
    BulkFinished {
        report: BulkReport,
    },
    BulkUndone {
        undone: BulkUndone,
    },
    /// Nothing was changed: it failed, or was cancelled (`error` is `null` then).
    BulkStopped {
        verb: BulkVerb,
        error: Option<super::ApiError>,
    },
    /// What the watched folder is, or what is wrong with it, has changed.
    WatchChanged,
    /// A notification, the tray or another start asks for this lead.
    OpenLead {
        #[cfg_attr(test, ts(type = "number"))]
        id: LeadId,
    },
    /// The tray or a digest asks for the leads that are waiting.
    OpenWaiting,
    /// A link asks for a lead that is not here.
    LeadNotHere,
    /// Something was done to a lead in a notification: say so, and offer to take it back.
    DoneOutside {
        #[cfg_attr(test, ts(type = "number"))]
        id: LeadId,
        action: Action,
    },
    /// A snooze from a notification would reach past the deadline: ask.
    AskSnooze {
        #[cfg_attr(test, ts(type = "number"))]
        id: LeadId,
    },
    /// The window was made small instead of hidden, since nothing could bring it back.
    KeptMinimised,
    /// The alarm cannot write down what it told; `null` when it can again.
    AlarmTrouble {
        error: Option<super::ApiError>,
    },
    /// The window was closed for the first time: ask whether the alarm shall go on in the tray.
    ClosingAsked,
    /// Whether bubbles arrive; the system's words when not.
    NotificationsFailure {
        failure: Option<String>,
    },
}
