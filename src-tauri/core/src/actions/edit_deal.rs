//! Edits an accepted lead: its deal, and which employees work on it.

use super::change::{self, Seen};
use crate::app::App;
use crate::domain::history::Action;
use crate::domain::lead::{Deal, Employee};
use crate::domain::lifecycle;
use crate::error::Error;

pub fn edit_deal(app: &App, seen: Seen, deal: Deal) -> Result<(), Error> {
    change::by_user(app, seen, Action::Edited, |lead, _| lifecycle::edit(lead, deal))
}

pub fn save_employees(app: &App, seen: Seen, employees: Vec<Employee>) -> Result<(), Error> {
    change::by_user(app, seen, Action::EmployeesChanged, |lead, _| lifecycle::staff(lead, employees))
}
