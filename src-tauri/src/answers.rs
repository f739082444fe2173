//! What an answer given in a bubble, or chosen in the tray, does: the same action as in the window, which shows it at once.
//!
//! What cannot be done without a question brings the window up, which asks. How a bubble hears the user is `notifier`'s.

use hearth_core::actions::mark_contacted::contacted_from_notification;
use hearth_core::actions::snooze::snooze_for_an_hour;
use hearth_core::api::{ApiError, DeskEvent, NotAllowedWhy};
use hearth_core::app::App;
use hearth_core::domain::history::Action;
use hearth_core::domain::lead::LeadId;
use tauri::{AppHandle, Manager as _, Runtime};

use crate::bubbles::Subject;
use crate::desk::Desk;
use crate::events::tell;
use crate::guard::guarded;
use crate::notifier::Chosen;
use crate::window;

/// Does what the user chose in a bubble.
pub fn answer<R: Runtime>(app: &AppHandle<R>, subject: Subject, chosen: Chosen) {
    let (event, raises) = match (subject, chosen) {
        (Subject::Lead(id), Chosen::Open) => (DeskEvent::OpenLead { id }, true),
        (Subject::Lead(id), Chosen::SnoozeAnHour) => done(app, id, Action::Snoozed, snooze_for_an_hour),
        (Subject::Lead(id), Chosen::MarkContacted) => done(app, id, Action::Contacted, contacted_from_notification),
        (Subject::Digest, _) => (DeskEvent::OpenWaiting, true),
        (Subject::Test, _) => return window::raise(app),
    };
    tell(app, &event);
    if raises {
        window::raise(app);
    }
}

/// Does `act` to a lead; what the window is told then, and whether it has to come up.
fn done<R: Runtime>(
    app: &AppHandle<R>,
    id: LeadId,
    action: Action,
    act: fn(&App, LeadId) -> Result<(), ApiError>,
) -> (DeskEvent, bool) {
    let desk = app.state::<Desk>();
    match guarded("an answer in a bubble", || act(&*desk.app()?, id)) {
        Ok(()) => (DeskEvent::DoneOutside { id, action }, false),
        Err(ApiError::NotAllowed { why: NotAllowedWhy::PastDeadline { .. } }) => (DeskEvent::AskSnooze { id }, true),
        Err(error) => {
            // The lead was answered meanwhile, or the database is in trouble: the window shows which.
            log::warn!("an answer in a bubble could not be followed: {error:?}");
            desk.note_damage(&error);
            (DeskEvent::OpenLead { id }, true)
        }
    }
}
