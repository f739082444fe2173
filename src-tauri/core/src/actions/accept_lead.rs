//! Accepts a received lead as a deal. Source: domain.md, "Accept form".

use super::change::{self, Seen};
use crate::app::App;
use crate::domain::history::Action;
use crate::domain::lead::{Deal, Employee};
use crate::domain::lifecycle;
use crate::error::Error;

pub fn accept_lead(app: &App, seen: Seen, deal: Deal, employees: Vec<Employee>) -> Result<(), Error> {
    change::by_user(app, seen, Action::Accepted, |lead, now| lifecycle::accept(lead, deal, employees, now))
}
