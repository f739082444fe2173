//! The outbox: prepared e-mails, and what became of them.
use crate::api::{ApiError, LeadDetail};
use crate::app::App;

/// An e-mail, ready for the mail program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// Empty when no address is known.
    pub to: String,
    pub subject: String,
    pub body: String,
}

/// The e-mail that tells a notice, in the user's language.
pub fn mail(_app: &App, _notice_id: i64) -> Result<Mail, ApiError> {
    todo!()
}

/// Notes that a notice's e-mail was handed to the mail program: it has left the outbox.
pub fn mark_drafted(_app: &App, _notice_id: i64) -> Result<LeadDetail, ApiError> {
    todo!()
}
