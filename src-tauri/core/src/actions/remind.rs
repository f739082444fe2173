//! Claim, show, mark: how a due reminder gets told at least once.
use crate::api::ApiError;
use crate::app::App;
use crate::domain::lead::LeadId;
use crate::domain::reminder::ReminderKind;
use crate::domain::time::Timestamp;

/// One thing to tell of one lead: the latest of its due reminders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The reminders that are told with it: its own and the older ones of the same lead that it replaces.
    pub reminder_ids: Vec<i64>,
    pub lead_id: LeadId,
    pub customer: String,
    pub kind: ReminderKind,
    pub due_at: Timestamp,
    /// When the flame's window ends (hot kinds) or the lead expires (respond kinds).
    pub deadline: Timestamp,
}

/// The next instant at which something is due: a reminder, an expiry, or a claim to be tried again.
pub fn next_wake_up(_app: &App) -> Result<Option<Timestamp>, ApiError> {
    todo!()
}

/// Claims every due reminder that nobody claimed in the last five minutes, latest first of each lead, hot leads first.
pub fn claim_due(_app: &App) -> Result<Vec<Told>, ApiError> {
    todo!()
}

pub fn mark_shown(_app: &App, _reminder_ids: &[i64]) -> Result<(), ApiError> {
    todo!()
}

/// Notes that the system would not show them; they stand in the bell and are not tried again.
pub fn mark_failed(_app: &App, _reminder_ids: &[i64], _why: &str) -> Result<(), ApiError> {
    todo!()
}

/// A customer who waits, for the tray's menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub lead_id: LeadId,
    pub customer: String,
    pub ends_at: Timestamp,
}

/// The hot leads with the least time left first, at most `most`, and how many there are in all.
pub fn waiting(_app: &App, _most: u32) -> Result<(Vec<Waiting>, u32), ApiError> {
    todo!()
}
