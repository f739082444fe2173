//! Sets the day on which to come back to a lead, or takes it away.

use super::change::{self, Seen};
use crate::app::App;
use crate::domain::history::Action;
use crate::domain::lead::FollowUp;
use crate::domain::lifecycle;
use crate::error::Error;

pub fn set_follow_up(app: &App, seen: Seen, follow_up: Option<FollowUp>) -> Result<(), Error> {
    let action = if follow_up.is_some() { Action::FollowUpSet } else { Action::FollowUpCleared };
    change::by_user(app, seen, action, |lead, _| lifecycle::follow_up(lead, follow_up))
}
