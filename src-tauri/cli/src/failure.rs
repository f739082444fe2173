//! Why a command was not done: a code for programs, a sentence for people, an exit code for shells.

use std::path::{Path, PathBuf};

use hearth_core::actions::backup::BackupProblem;
use hearth_core::api::ApiError;
use hearth_core::texts::{FluentValue, Texts};
use serde_json::{Value, json};

use crate::words;

pub const IN_PART: u8 = 1;
pub const USAGE: u8 = 2;
const NOT_FOUND: u8 = 3;
const NOT_ALLOWED: u8 = 4;
const INVALID: u8 = 5;
const DATABASE: u8 = 6;
const CANCELLED: u8 = 7;
const SYSTEM: u8 = 8;

/// The exit code of a look that found something wrong, or nothing.
pub fn damaged(wrong: bool) -> u8 {
    if wrong { DATABASE } else { 0 }
}

#[derive(Debug)]
pub enum Failure {
    /// As the core says it.
    Core(ApiError),
    /// The folder holds no database, and the command would make none.
    NoDatabase {
        folder: PathBuf,
    },
    NoFile {
        path: PathBuf,
    },
    NoImport {
        id: i64,
    },
    NoMapping {
        name: String,
    },
    /// The file is there already.
    Exists {
        path: PathBuf,
    },
    /// The window runs on the folder.
    WindowRuns,
    NotABackup {
        path: PathBuf,
    },
    /// The database itself was named as its own backup.
    Itself,
    /// None of the files could be imported; what is wrong with each has been said.
    NothingImported,
    /// Several files were made where there is room for one only.
    SeveralFiles,
    /// The command line is understood, but what stands in it is not.
    Unreadable {
        argument: &'static str,
        value: String,
    },
    /// The system's words.
    System {
        detail: String,
    },
}

impl From<ApiError> for Failure {
    fn from(error: ApiError) -> Self {
        Self::Core(error)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull => Self::Core(ApiError::DiskFull),
            _ => Self::System { detail: error.to_string() },
        }
    }
}

impl Failure {
    pub fn of_backup(problem: BackupProblem, path: &Path) -> Self {
        let path = path.to_owned();
        match problem {
            BackupProblem::Missing => Self::NoFile { path },
            BackupProblem::Exists => Self::Exists { path },
            BackupProblem::NotHearths => Self::NotABackup { path },
            BackupProblem::Itself => Self::Itself,
            BackupProblem::Failed(error) => Self::Core(error),
        }
    }

    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Core(error) => match error {
                ApiError::NotFound => NOT_FOUND,
                ApiError::Cancelled => CANCELLED,
                ApiError::Conflict | ApiError::NotAllowed { .. } | ApiError::LinkRefused => NOT_ALLOWED,
                ApiError::Invalid { .. } => INVALID,
                ApiError::Busy
                | ApiError::ReadOnly { .. }
                | ApiError::DiskFull
                | ApiError::NewerFile { .. }
                | ApiError::Corrupt { .. }
                | ApiError::Unopened { .. } => DATABASE,
                ApiError::SystemRefused { .. } | ApiError::Internal { .. } => SYSTEM,
            },
            Self::NoDatabase { .. } | Self::NoFile { .. } | Self::NoImport { .. } | Self::NoMapping { .. } => NOT_FOUND,
            Self::Exists { .. } | Self::WindowRuns | Self::Itself => NOT_ALLOWED,
            Self::NotABackup { .. } | Self::NothingImported | Self::SeveralFiles | Self::Unreadable { .. } => INVALID,
            Self::System { .. } => SYSTEM,
        }
    }

    /// For people.
    pub fn message(&self, texts: &Texts) -> String {
        let with = |id: &str, name: &str, value: &str| texts.format(id, &[(name, FluentValue::from(value.to_owned()))]);
        let with_path = |id: &str, path: &Path| with(id, "path", &path.display().to_string());
        match self {
            Self::Core(error) => words::error(error, texts),
            Self::NoDatabase { folder } => with_path("cli-no-database", folder),
            Self::NoFile { path } => with_path("cli-no-file", path),
            Self::NoImport { id } => with("cli-no-import", "id", &id.to_string()),
            Self::NoMapping { name } => with("cli-no-mapping", "name", name),
            Self::Exists { path } => with_path("cli-exists", path),
            Self::WindowRuns => texts.text("cli-window-runs"),
            Self::NotABackup { path } => with_path("cli-not-a-backup", path),
            Self::Itself => texts.text("cli-itself"),
            Self::NothingImported => texts.text("cli-nothing-imported"),
            Self::SeveralFiles => texts.text("cli-several-files"),
            Self::Unreadable { argument, value } => texts.format(
                "cli-unreadable",
                &[("argument", FluentValue::from(*argument)), ("value", FluentValue::from(value.as_str()))],
            ),
            Self::System { detail } => with("error-system-refused", "detail", detail),
        }
    }

    /// For programs: the core's error as the window gets it, with the sentence and the exit code.
    pub fn json(&self, texts: &Texts) -> Value {
        let mut json = match self {
            Self::Core(error) => serde_json::to_value(error).unwrap_or_else(|_| json!({ "code": "internal" })),
            Self::NoDatabase { folder } => json!({ "code": "noDatabase", "path": folder.display().to_string() }),
            Self::NoFile { path } => json!({ "code": "noFile", "path": path.display().to_string() }),
            Self::NoImport { id } => json!({ "code": "noImport", "id": id }),
            Self::NoMapping { name } => json!({ "code": "noMapping", "name": name }),
            Self::Exists { path } => json!({ "code": "exists", "path": path.display().to_string() }),
            Self::WindowRuns => json!({ "code": "windowRuns" }),
            Self::NotABackup { path } => json!({ "code": "notABackup", "path": path.display().to_string() }),
            Self::Itself => json!({ "code": "itself" }),
            Self::NothingImported => json!({ "code": "nothingImported" }),
            Self::SeveralFiles => json!({ "code": "severalFiles" }),
            Self::Unreadable { argument, value } => {
                json!({ "code": "unreadable", "argument": argument, "value": value })
            }
            Self::System { detail } => json!({ "code": "systemRefused", "detail": detail }),
        };
        if let Value::Object(fields) = &mut json {
            fields.insert("message".to_owned(), self.message(texts).into());
            fields.insert("exitCode".to_owned(), self.exit_code().into());
        }
        json
    }
}
