//! Notes that the customer was contacted: the flame goes out and its alarm ends.

use super::change::{self, Seen};
use crate::app::App;
use crate::domain::contact_window::{self, Flame};
use crate::domain::history::Action;
use crate::domain::lead::{ContactWay, Contacted, LeadId};
use crate::domain::lifecycle::{self, Refusal};
use crate::error::Error;

/// Notes that the customer was contacted just now, by a way that is not said: asked for in a notification.
///
/// Refused when nobody waits any more: what was written down meanwhile is better than what a notification knows.
pub fn contacted_from_notification(app: &App, id: LeadId) -> Result<(), Error> {
    change::by_user_now(app, id, Action::Contacted, |lead, now| {
        if contact_window::flame(lead, now) == Flame::None {
            return Err(Refusal::WrongStage { stage: lead.stage.kind() });
        }
        lifecycle::contact(lead, Contacted { at: now, way: ContactWay::Other, note: None })
    })
}

pub fn mark_contacted(app: &App, seen: Seen, contacted: Contacted) -> Result<(), Error> {
    change::by_user(app, seen, Action::Contacted, |lead, _| lifecycle::contact(lead, contacted))
}
