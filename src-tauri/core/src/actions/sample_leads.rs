//! The sample leads: put in to explore Hearth with, taken out again without a trace.

use super::change::{self, Told};
use super::{expire_due, plan, take_apart};
use crate::app::App;
use crate::domain::history::{Action, Actor};
use crate::error::Error;
use crate::exchange::samples;
use crate::store::leads;

/// Adds the sample leads, unless they are there already; how many there are.
pub fn add_samples(app: &App) -> Result<u32, Error> {
    app.write(|tx, now, changes| {
        let already = leads::sample_count(tx)?;
        if already > 0 {
            return Ok(already);
        }
        for lead in samples::sample_leads(now) {
            let id = leads::insert(tx, &lead)?;
            let lead = leads::get(tx, id)?;
            change::append(tx, &lead, &Told { action: Action::SampleAdded, actor: &Actor::Hearth, at: now, now }, &[])?;
            plan::of_lead(tx, &lead, now)?;
        }
        expire_due::expire(tx, now, changes)?;
        changes.all();
        leads::sample_count(tx)
    })
}

/// Removes every sample lead with all that hangs on it; how many there were.
pub fn remove_samples(app: &App) -> Result<u32, Error> {
    app.write(|tx, now, changes| {
        take_apart::out_of_samples(tx, now, changes)?;
        let removed = leads::delete_samples(tx)?;
        expire_due::expire(tx, now, changes)?;
        changes.all();
        changes.reminders = true;
        Ok(removed)
    })
}
