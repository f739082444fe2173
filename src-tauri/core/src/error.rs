//! How a command fails: a code with data. The window turns a code into words; no sentence for a user is made here.

use serde::{Deserialize, Serialize};

use crate::domain::lead::StageKind;
use crate::domain::time::Timestamp;

/// Every way in which a command can fail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "code")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum ApiError {
    /// The lead, notice or undo offer is gone.
    NotFound,
    /// Someone else changed the lead since it was read; nothing was changed now.
    Conflict,
    NotAllowed {
        why: NotAllowedWhy,
    },
    /// The form has mistakes; nothing was changed.
    Invalid {
        fields: Vec<InvalidField>,
    },
    /// Another program holds the database; trying again may help.
    Busy,
    /// The database file or its folder cannot be written.
    ReadOnly {
        path: String,
    },
    DiskFull,
    /// A newer Hearth wrote the database; it was left untouched.
    NewerFile {
        path: String,
        found: u32,
        known: u32,
    },
    /// The database is damaged; it is kept as it is.
    Corrupt {
        path: String,
        detail: String,
    },
    /// The database could not be opened for another reason; the system's words.
    Unopened {
        path: String,
        detail: String,
    },
    /// A link of a kind that Hearth does not open.
    LinkRefused,
    /// The system could not open a link or a folder; its words.
    SystemRefused {
        detail: String,
    },
    /// A mistake of ours; the log has it under this number.
    Internal {
        report_id: String,
    },
}

/// Which rule of the lifecycle forbids an action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "rule")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum NotAllowedWhy {
    /// The lead is not in the stage that the action belongs to.
    Stage {
        stage: StageKind,
    },
    PastRespondBy {
        respond_by: Timestamp,
    },
    /// The undo time is over.
    UndoOver,
    /// The lead was changed after the action that should be undone.
    UndoOvertaken,
    /// The notice is already with the mail program or sent.
    NoticeLeft,
}

/// A field of a form and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct InvalidField {
    /// The field's name in the request; an employee's is `employees.0.name`.
    pub field: String,
    pub problem: FieldProblem,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum FieldProblem {
    Required,
    TooLong,
    NotANumber,
    Negative,
    TooLarge,
    TooPrecise,
    NotADate,
    NotACurrency,
    NotAnEmail,
    InTheFuture,
    OutOfRange,
}
