//! The core commands, one function each: the request is checked, its action run, and the lead as it stands answered.

use rusqlite::Connection;

use super::detail::lead_detail;
use super::*;
use crate::actions::change::Seen;
use crate::actions::{
    accept_lead as accept, add_lead as add, bell, close_lead, decline_lead as decline, edit_deal as edit, follow_up,
    mark_contacted as mark, notices, pause, sample_leads, set_favorite as heart, settings, snooze, telling,
    undo_action as undo, watched_folder,
};
use crate::app::App;
use crate::domain::desk::Tab;
use crate::domain::lead::{LeadType, StageKind};
use crate::domain::time::{Date, Timestamp};
use crate::store::export::Which;
use crate::store::list::Listing;
use crate::store::{arrivals, leads, list, outbox, reminders, settings as stored};

pub use super::bulk_handlers::*;
pub use super::duplicate_handlers::*;
pub use super::exchange_handlers::*;
pub use super::view_handlers::*;

pub(super) type Reply<T> = Result<T, ApiError>;

/// The longest page of a list.
const LONGEST_PAGE: u32 = 200;

pub fn desk_state(app: &App, request: DeskStateQuery) -> Reply<DeskState> {
    app.read(|connection, now| {
        let (total_leads, sample_leads, waiting) = list::totals(connection, now)?;
        Ok(DeskState {
            now,
            counts: tab_counts(&list::counts(connection, &request.query)?),
            total_leads,
            waiting,
            next_alarm_at: next_alarm(connection, now)?,
            paused_until: stored::paused_until(connection)?.filter(|until| *until > now),
            unread_reminders: reminders::unread_count(connection)? + arrivals::unread_count(connection)?,
            open_notices: outbox::open_count(connection)?,
            sample_leads,
        })
    })
}

fn today(connection: &Connection, now: Timestamp) -> Result<Date, ApiError> {
    Ok(Date(stored::zone(connection)?.day(now)))
}

/// When the next reminder will be told: at its moment, or when what holds it back then is over.
fn next_alarm(connection: &Connection, now: Timestamp) -> Result<Option<Timestamp>, ApiError> {
    let mut next: Option<Timestamp> = None;
    for (kind, topic, deadline, at) in reminders::next_to_tell(connection)? {
        let at = at.max(now);
        let told_at = telling::hold(connection, at)?.holds(kind, topic, deadline).unwrap_or(at);
        next = Some(next.map_or(told_at, |next| next.min(told_at)));
    }
    Ok(next)
}

fn tab_counts(counts: &[list::Count]) -> TabCounts {
    let of = |tab, stage| counts.iter().filter(|c| c.tab == tab && c.stage == stage).map(|c| c.leads).sum();
    let stages = |tab| StageCounts {
        received: of(tab, StageKind::Received),
        accepted: of(tab, StageKind::Accepted),
        archived: of(tab, StageKind::Archived),
    };
    TabCounts {
        all: stages(Tab::All),
        marketplace: stages(Tab::Marketplace),
        qualified: stages(Tab::Qualified),
        favorites: stages(Tab::Favorites),
    }
}

pub fn list_leads(app: &App, request: ListQuery) -> Reply<LeadPage> {
    let limit = request.limit.min(LONGEST_PAGE);
    app.read(|connection, now| {
        let offset = request.offset;
        let (rows, total) = list::page(connection, &listing(&request), offset, limit, now)?;
        Ok(LeadPage { rows, offset, total, list: 0 })
    })
}

pub fn locate_lead(app: &App, request: LocateLead) -> Reply<LeadPlace> {
    app.read(|connection, now| {
        let id = leads::kept(connection, request.id)?;
        let lead = leads::get(connection, id)?;
        let tab = match lead.lead_type {
            LeadType::CustomerInquiry => Tab::Marketplace,
            LeadType::MarketingQualified | LeadType::SalesQualified => Tab::Qualified,
        };
        let index = list::place(connection, &listing(&request.query), id, now)?;
        Ok(LeadPlace { id, stage: lead.stage.kind(), tab, index })
    })
}

fn listing(query: &ListQuery) -> Listing {
    Listing {
        tab: query.tab,
        stage: query.stage,
        search: query.query.clone(),
        sort: query.sort,
        descending: query.descending,
    }
}

/// The leads of an export, as they are asked for now.
pub fn which_leads(_app: &App, scope: LeadScope) -> Reply<Which> {
    Ok(match scope {
        LeadScope::All => Which::All,
        LeadScope::Leads { ids } => Which::Leads(ids),
        LeadScope::List { query, .. } => Which::List(Box::new(listing(&query))),
    })
}

pub fn get_lead(app: &App, request: LeadRef) -> Reply<LeadDetail> {
    lead_detail(app, request.id)
}

pub fn accept_lead(app: &App, request: AcceptLead) -> Reply<LeadDetail> {
    // The need is offered as the notes, and an import may bring more of it than a form takes.
    let need = app.read(|connection, _| Ok(leads::get(connection, request.id)?.need.text.chars().count()))?;
    let (deal, employees) = validate::accepted(&request.deal, &request.employees, need)?;
    accept::accept_lead(app, Seen { id: request.id, revision: request.revision }, deal, employees)?;
    lead_detail(app, request.id)
}

pub fn decline_lead(app: &App, request: DeclineLead) -> Reply<LeadDetail> {
    let (reason, notes) = validate::declined(request.reason, &request.notes)?;
    decline::decline_lead(app, Seen { id: request.id, revision: request.revision }, reason, notes)?;
    lead_detail(app, request.id)
}

pub fn edit_deal(app: &App, request: EditDeal) -> Reply<LeadDetail> {
    let before = app.read(|connection, _| Ok(leads::get(connection, request.id)?.deal))?;
    let deal = validate::edited(&request.deal, &before)?;
    edit::edit_deal(app, Seen { id: request.id, revision: request.revision }, deal)?;
    lead_detail(app, request.id)
}

pub fn save_employees(app: &App, request: SaveEmployees) -> Reply<LeadDetail> {
    let employees = validate::employees(&request.employees)?;
    edit::save_employees(app, Seen { id: request.id, revision: request.revision }, employees)?;
    lead_detail(app, request.id)
}

pub fn close_as_won(app: &App, request: CloseAsWon) -> Reply<LeadDetail> {
    let notes = validate::notes(&request.notes)?;
    close_lead::close_as_won(app, Seen { id: request.id, revision: request.revision }, notes)?;
    lead_detail(app, request.id)
}

pub fn close_as_lost(app: &App, request: CloseAsLost) -> Reply<LeadDetail> {
    let notes = validate::notes(&request.notes)?;
    close_lead::close_as_lost(app, Seen { id: request.id, revision: request.revision }, request.reason, notes)?;
    lead_detail(app, request.id)
}

pub fn set_favorite(app: &App, request: SetFavorite) -> Reply<LeadDetail> {
    heart::set_favorite(app, request.id, request.favorite)?;
    lead_detail(app, request.id)
}

pub fn mark_contacted(app: &App, request: MarkContacted) -> Reply<LeadDetail> {
    let contacted = validate::contacted(&request, app.now())?;
    mark::mark_contacted(app, Seen { id: request.id, revision: request.revision }, contacted)?;
    lead_detail(app, request.id)
}

pub fn snooze_lead(app: &App, request: SnoozeLead) -> Reply<LeadDetail> {
    let until = validate::snoozed_until(request.until, app.now())?;
    snooze::snooze(app, Seen { id: request.id, revision: request.revision }, until, request.past_deadline)?;
    lead_detail(app, request.id)
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
    lead_detail(app, request.id)
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
    Ok(Undone { lead: id.map(|id| lead_detail(app, id)).transpose()? })
}

pub fn add_lead(app: &App, request: AddLead) -> Reply<LeadDetail> {
    let days = settings::get(app)?.respond_days;
    let id = add::add_lead(app, validate::added(&request, days, app.now())?)?;
    lead_detail(app, id)
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
    lead_detail(app, notices::mark_sent(app, request.id)?)
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
