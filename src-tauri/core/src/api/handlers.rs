//! The core commands, one function each: the request is checked, its action run, and the lead as it stands answered.

use rusqlite::Connection;

use super::detail::{changed_lead, lead_detail};
use super::*;
use crate::actions::change::Seen;
use crate::actions::{
    accept_lead as accept, add_lead as add, bell, close_lead, decline_lead as decline, edit_deal as edit, follow_up,
    mark_contacted as mark, notices, pause, sample_leads, set_favorite as heart, settings, snooze, undo_action as undo,
    watched_folder,
};
use crate::app::App;
use crate::domain::text::MAX_NOTES;
use crate::domain::time::{Date, Timestamp};
use crate::store::{leads, reminders, settings as stored};

pub use super::bulk_handlers::*;
pub use super::duplicate_handlers::*;
pub use super::exchange_handlers::*;
pub use super::first_screen::first_screen;
pub use super::list_handlers::*;
pub use super::view_handlers::*;

pub(super) type Reply<T> = Result<T, ApiError>;

/// The longest page of a list.
pub(super) const LONGEST_PAGE: u32 = 200;

fn today(connection: &Connection, now: Timestamp) -> Result<Date, ApiError> {
    Ok(Date(stored::zone(connection)?.day(now)))
}

pub fn get_lead(app: &App, request: LeadRef) -> Reply<LeadDetail> {
    lead_detail(app, request.id)
}

pub fn accept_lead(app: &App, request: AcceptLead) -> Reply<LeadDetail> {
    // The need is offered as the notes, and an import may bring more of it than a form takes.
    let need = match request.deal.notes.len() {
        ..=MAX_NOTES => 0,
        _ => app.read(|connection, _| Ok(leads::get(connection, request.id)?.need.text.chars().count()))?,
    };
    let (deal, employees) = validate::accepted(&request.deal, &request.employees, need)?;
    accept::accept_lead(app, Seen { id: request.id, revision: request.revision }, deal, employees)?;
    changed_lead(app, request.id)
}

pub fn decline_lead(app: &App, request: DeclineLead) -> Reply<LeadDetail> {
    let (reason, notes) = validate::declined(request.reason, &request.notes)?;
    decline::decline_lead(app, Seen { id: request.id, revision: request.revision }, reason, notes)?;
    changed_lead(app, request.id)
}

pub fn edit_deal(app: &App, request: EditDeal) -> Reply<LeadDetail> {
    let before = app.read(|connection, _| Ok(leads::get(connection, request.id)?.deal))?;
    let deal = validate::edited(&request.deal, &before)?;
    edit::edit_deal(app, Seen { id: request.id, revision: request.revision }, deal)?;
    changed_lead(app, request.id)
}

pub fn save_employees(app: &App, request: SaveEmployees) -> Reply<LeadDetail> {
    let employees = validate::employees(&request.employees)?;
    edit::save_employees(app, Seen { id: request.id, revision: request.revision }, employees)?;
    changed_lead(app, request.id)
}

pub fn close_as_won(app: &App, request: CloseAsWon) -> Reply<LeadDetail> {
    let notes = validate::notes(&request.notes)?;
    close_lead::close_as_won(app, Seen { id: request.id, revision: request.revision }, notes)?;
    changed_lead(app, request.id)
}

pub fn close_as_lost(app: &App, request: CloseAsLost) -> Reply<LeadDetail> {
    let notes = validate::notes(&request.notes)?;
    close_lead::close_as_lost(app, Seen { id: request.id, revision: request.revision }, request.reason, notes)?;
    changed_lead(app, request.id)
}

pub fn set_favorite(app: &App, request: SetFavorite) -> Reply<LeadDetail> {
    heart::set_favorite(app, request.id, request.favorite)?;
    changed_lead(app, request.id)
}

pub fn mark_contacted(app: &App, request: MarkContacted) -> Reply<LeadDetail> {
    let contacted = validate::contacted(&request, app.now())?;
    mark::mark_contacted(app, Seen { id: request.id, revision: request.revision }, contacted)?;
    changed_lead(app, request.id)
}

pub fn snooze_lead(app: &App, request: SnoozeLead) -> Reply<LeadDetail> {
    let until = validate::snoozed_until(request.until, app.now())?;
    snooze::snooze(app, Seen { id: request.id, revision: request.revision }, until, request.past_deadline)?;
    changed_lead(app, request.id)
}

pub fn snooze_choices(app: &App, request: LeadRef) -> Reply<SnoozeChoices> {
    let (choices, pressing) = snooze::choices(app, request.id)?;
    Ok(SnoozeChoices { choices, topic: pressing.map(|d| d.topic), deadline: pressing.map(|d| d.at) })
}

pub fn set_follow_up(app: &App, request: SetFollowUp) -> Reply<LeadDetail> {
    let (before, today) =
        app.read(|connection, now| Ok((leads::get(connection, request.id)?.follow_up, today(connection, now)?)))?;
    let wanted = validate::follow_up(&request, before.as_ref(), today)?;
    follow_up::set_follow_up(app, Seen { id: request.id, revision: request.revision }, wanted)?;
    changed_lead(app, request.id)
}

pub fn pause_alarms(app: &App, request: PauseAlarms) -> Reply<Empty> {
    if request.until_tomorrow {
        pause::pause_until_tomorrow(app)?;
    } else {
        pause::resume(app)?;
    }
    Ok(Empty {})
}

pub fn undo_action(app: &App, request: UndoAction) -> Reply<Undone> {
    let id = undo::undo_action(app, request.undo_id)?;
    Ok(Undone { lead: id.map(|id| changed_lead(app, id)).transpose()? })
}

pub fn add_lead(app: &App, request: AddLead) -> Reply<LeadDetail> {
    let days = settings::get(app)?.respond_days;
    let id = add::add_lead(app, validate::added(&request, days, app.now())?)?;
    changed_lead(app, id)
}

pub fn add_samples(app: &App, _: Empty) -> Reply<SampleCount> {
    Ok(SampleCount { count: sample_leads::add_samples(app)? })
}

pub fn remove_samples(app: &App, _: Empty) -> Reply<SampleCount> {
    Ok(SampleCount { count: sample_leads::remove_samples(app)? })
}

pub fn list_notices(app: &App, _: Empty) -> Reply<Notices> {
    Ok(Notices { notices: notices::list(app, 500)? })
}

pub fn mark_notice_sent(app: &App, request: NoticeRef) -> Reply<LeadDetail> {
    changed_lead(app, notices::mark_sent(app, request.id)?)
}

pub fn list_reminders(app: &App, _: Empty) -> Reply<Reminders> {
    let arrivals = watched_folder::arrivals(app)?;
    app.read(|connection, _| {
        let reminders = reminders::told(connection, LONGEST_PAGE)?;
        let shown = |digest: &Digest| reminders.iter().any(|reminder| reminder.digest_id == Some(digest.id));
        let digests = reminders::digests(connection, LONGEST_PAGE)?.into_iter().filter(shown).collect();
        Ok(Reminders { reminders, digests, arrivals })
    })
}

pub fn mark_reminders_read(app: &App, _: Empty) -> Reply<Empty> {
    bell::mark_read(app)?;
    Ok(Empty {})
}

pub fn save_settings(app: &App, request: Settings) -> Reply<Settings> {
    let new = validate::settings(request)?;
    settings::save(app, &new)?;
    Ok(new)
}
