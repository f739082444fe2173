//! Actions on many leads: the request checked, and the leads found that are meant. Running a plan takes its time, so that is
//! the shell's to start.

use super::handlers::Reply;
use super::list_handlers::{must_be_understood, which_leads};
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

/// The leads that are meant, in the order in which the user sees them. A query that is not understood as a whole means more leads
/// than its author does, so it is refused.
fn leads_of(app: &App, scope: LeadScope) -> Reply<Vec<LeadId>> {
    if let LeadScope::List { query, .. } = &scope {
        must_be_understood(app, &query.query)?;
    }
    let which = which_leads(app, scope)?;
    app.read(|connection, _| export::ids(connection, &which))
}
