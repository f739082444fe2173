//! Actions on many leads: the request checked, and the leads found that are meant. Running a plan takes its time, so that is
//! the shell's to start.

use std::collections::HashSet;

use super::handlers::{Reply, which_leads};
use super::{ForeseeBulk, LeadScope, validate};
use crate::actions::bulk::Plan;
use crate::app::App;
use crate::domain::lead::LeadId;
use crate::store::export;

/// What would be done to which leads.
pub fn plan_bulk(app: &App, request: ForeseeBulk) -> Reply<Plan> {
    let deed = validate::deed(&request.action, app.now())?;
    Plan::new(app, deed, &leads_of(app, request.scope)?)
}

/// The leads that are meant, in the order in which the user sees them.
fn leads_of(app: &App, scope: LeadScope) -> Reply<Vec<LeadId>> {
    let except: HashSet<LeadId> = match &scope {
        LeadScope::List { except, .. } => except.iter().copied().collect(),
        LeadScope::All | LeadScope::Leads { .. } => HashSet::new(),
    };
    let which = which_leads(app, scope)?;
    let mut ids = app.read(|connection, now| export::ids(connection, &which, now))?;
    ids.retain(|id| !except.contains(id));
    Ok(ids)
}
