//! Declines a received lead; the customer is told to choose another partner by a notice in the outbox.

use super::change::{self, Seen};
use crate::app::App;
use crate::domain::history::Action;
use crate::domain::lead::Reason;
use crate::domain::lifecycle;
use crate::error::Error;

pub fn decline_lead(app: &App, seen: Seen, reason: Reason, notes: Option<String>) -> Result<(), Error> {
    change::by_user(app, seen, Action::Declined, |lead, now| lifecycle::decline(lead, reason, notes, now))
}
