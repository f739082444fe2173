//! Adds a lead that the user typed in by hand: a customer who called, or wrote outside Partner Center.

use super::change::{self, Told};
use super::plan;
use crate::app::App;
use crate::domain::history::{Action, differences};
use crate::domain::lead::{Lead, LeadId};
use crate::domain::respond_by;
use crate::error::Error;
use crate::store::{leads, settings};

/// Saves `lead`, whose number, revision and respond-by are decided here; its number.
pub fn add_lead(app: &App, lead: Lead) -> Result<LeadId, Error> {
    app.write(|tx, now, changes| {
        let days = settings::get(tx)?.respond_days;
        let lead = Lead { respond_by: respond_by::respond_by(lead.received_at, None, days), ..lead };
        let id = leads::insert(tx, &lead)?;
        let lead = leads::get(tx, id)?;
        let told = Told { action: Action::Added, actor: &app.user(), at: now, now };
        change::append(tx, &lead, &told, &differences(&lead, &lead))?;
        plan::of_lead(tx, &lead, now)?;
        change::offer_undo(tx, Action::Added, None, &lead, now)?;
        changes.lead(id);
        Ok(id)
    })
}
