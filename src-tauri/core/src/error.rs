//! How anything in Hearth fails: a code with data.
//!
//! The window turns a code into words; no sentence for a user is made here. The window knows it as `ApiError`.

use serde::{Deserialize, Serialize};

use crate::domain::lead::StageKind;
use crate::domain::reminder::Topic;
use crate::domain::time::Timestamp;

/// Every way in which a command can fail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "code")]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "ApiError"))]
pub enum Error {
    /// The lead, notice or undo offer is gone.
    NotFound,
    /// The user did not want it any more; nothing was changed.
    Cancelled,
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
    /// A snooze would reach past the deadline; ask the user.
    PastDeadline {
        topic: Topic,
        deadline: Timestamp,
    },
    /// The undo time is over.
    UndoOver,
    /// The lead was changed after the action that should be undone.
    UndoOvertaken,
    /// The lead was merged into another one; that one can be worked.
    MergedAway {
        #[cfg_attr(test, ts(type = "number"))]
        into: crate::domain::lead::LeadId,
    },
    /// The import, or the merge, was taken back already.
    TakenBack,
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
    InThePast,
    OutOfRange,
    /// Another one has this name.
    Taken,
    /// A query that is not understood in part.
    NotUnderstood,
    /// There is no room for one more.
    TooMany,
}

impl Error {
    /// A mistake of ours: logged with all detail under a number that the window shows.
    pub fn internal(detail: impl std::fmt::Display) -> Self {
        use std::hash::{BuildHasher, Hasher};
        let number = std::hash::RandomState::new().build_hasher().finish();
        let report_id = format!("{:06x}", number & 0xff_ffff);
        log::error!("report {report_id}: {detail}");
        Self::Internal { report_id }
    }

    /// The same error with the database's path where it has one to say.
    #[must_use]
    pub fn at(mut self, file: &std::path::Path) -> Self {
        if let Self::ReadOnly { path } | Self::Corrupt { path, .. } | Self::Unopened { path, .. } = &mut self
            && path.is_empty()
        {
            *path = file.display().to_string();
        }
        self
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        let path = String::new();
        match error.sqlite_error_code() {
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Busy,
            Some(Code::ReadOnly | Code::PermissionDenied) => Self::ReadOnly { path },
            Some(Code::DiskFull) => Self::DiskFull,
            Some(Code::DatabaseCorrupt | Code::NotADatabase) => Self::Corrupt { path, detail: error.to_string() },
            Some(Code::CannotOpen | Code::SystemIoFailure) => Self::Unopened { path, detail: error.to_string() },
            _ if matches!(error, rusqlite::Error::QueryReturnedNoRows) => Self::NotFound,
            _ => Self::internal(error),
        }
    }
}
