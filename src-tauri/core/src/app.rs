//! The transaction gate: the only place that begins, commits and rolls back, reads the clock, and tells others what
//! changed.

use std::path::PathBuf;
use std::sync::Arc;

use crate::api::ApiError;
use crate::clock::Clock;
use crate::domain::lead::LeadId;
use crate::domain::time::Timestamp;

/// What a committed transaction changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The changed leads; empty with `many` when there were too many to name.
    pub leads: Vec<LeadId>,
    pub many: bool,
    pub reminders: bool,
    pub settings: bool,
}

/// Is told after each commit what changed. Must not call back into the [`App`] on the same thread.
pub trait ChangeListener: Send + Sync + 'static {
    fn changed(&self, changes: &Changes);
}

/// Where the database lies and what the app needs from outside.
pub struct OpenOptions {
    pub path: PathBuf,
    pub clock: Arc<dyn Clock>,
    pub listener: Arc<dyn ChangeListener>,
    /// The account name that the history shows.
    pub user_name: String,
    /// The system's locale, such as `ko_KR.UTF-8`.
    pub system_locale: String,
}

pub struct App {}

impl App {
    /// Opens or creates the database, upgrades it, and expires what fell due while nobody looked.
    pub fn open(options: OpenOptions) -> Result<Self, ApiError> {
        let _ = options;
        todo!()
    }

    pub fn now(&self) -> Timestamp {
        todo!()
    }
}
