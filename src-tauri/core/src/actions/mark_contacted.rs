//! Notes that the customer was contacted: the flame goes out and its alarm ends.

use super::change::{self, Seen};
use crate::app::App;
use crate::domain::history::Action;
use crate::domain::lead::Contacted;
use crate::domain::lifecycle;
use crate::error::Error;

pub fn mark_contacted(app: &App, seen: Seen, contacted: Contacted) -> Result<(), Error> {
    change::by_user(app, seen, Action::Contacted, |lead, _| lifecycle::contact(lead, contacted))
}
