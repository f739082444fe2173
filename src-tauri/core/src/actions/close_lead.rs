//! Closes an accepted lead, as won or as lost. Final.

use super::change::{self, Seen};
use crate::app::App;
use crate::domain::history::Action;
use crate::domain::lead::Reason;
use crate::domain::lifecycle;
use crate::error::Error;

pub fn close_as_won(app: &App, seen: Seen, notes: Option<String>) -> Result<(), Error> {
    change::by_user(app, seen, Action::Won, |lead, now| lifecycle::win(lead, notes, now))
}

pub fn close_as_lost(app: &App, seen: Seen, reason: Option<Reason>, notes: Option<String>) -> Result<(), Error> {
    change::by_user(app, seen, Action::Lost, |lead, now| lifecycle::lose(lead, reason, notes, now))
}
