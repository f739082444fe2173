//! The commands that lists, counts and places are asked by: answered by the desk in memory.

use rusqlite::Connection;

use super::handlers::{LONGEST_PAGE, Reply};
use super::*;
use crate::actions::telling;
use crate::app::App;
use crate::domain::lead::LeadType;
use crate::domain::search::{self, Moment, Query};
use crate::domain::time::Timestamp;
use crate::store::desk::{self, Counts, DeskIndex, Listing};
use crate::store::export::Which;
use crate::store::{arrivals, leads, outbox, reminders, settings as stored};

/// Values that are suggested at most.
const MOST_SUGGESTED: usize = 50;

pub fn desk_state(app: &App, request: DeskStateQuery) -> Reply<DeskState> {
    app.desk(|connection, desk, now| state(connection, desk, &request.query, now))
}

pub(super) fn state(
    connection: &Connection,
    desk: &mut DeskIndex,
    query: &str,
    now: Timestamp,
) -> Result<DeskState, ApiError> {
    let query = understood(connection, query, now)?;
    let totals = desk.totals(now);
    Ok(DeskState {
        now,
        counts: tab_counts(&desk.counts(connection, &query, now)?),
        total_leads: totals.leads,
        waiting: totals.waiting,
        next_alarm_at: next_alarm(connection, now)?,
        paused_until: stored::paused_until(connection)?.filter(|until| *until > now),
        unread_reminders: reminders::unread_count(connection)? + arrivals::unread_count(connection)?,
        open_notices: outbox::open_count(connection)?,
        sample_leads: totals.samples,
    })
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

fn tab_counts(counts: &Counts) -> TabCounts {
    let stages = |[received, accepted, archived]: [u32; 3]| StageCounts { received, accepted, archived };
    TabCounts {
        all: stages(counts.all),
        marketplace: stages(counts.marketplace),
        qualified: stages(counts.qualified),
        favorites: stages(counts.favorites),
    }
}

pub fn list_leads(app: &App, request: ListQuery) -> Reply<LeadPage> {
    app.desk(|connection, desk, now| page(connection, desk, &request, now))
}

pub(super) fn page(
    connection: &Connection,
    desk: &mut DeskIndex,
    asked: &ListQuery,
    now: Timestamp,
) -> Result<LeadPage, ApiError> {
    let listing = listing(connection, asked, now)?;
    let page = desk.page(connection, &listing, asked.list, asked.offset, asked.limit.min(LONGEST_PAGE), now)?;
    let rows = desk::rows(connection, &page.ids, &listing.query.words)?;
    Ok(LeadPage { rows, offset: asked.offset, total: page.total, list: page.list })
}

pub fn locate_lead(app: &App, request: LocateLead) -> Reply<LeadPlace> {
    app.desk(|connection, desk, now| {
        let id = leads::kept(connection, request.id)?;
        let lead = leads::get(connection, id)?;
        let tab = match lead.lead_type {
            LeadType::CustomerInquiry => Tab::Marketplace,
            LeadType::MarketingQualified | LeadType::SalesQualified => Tab::Qualified,
        };
        let listing = listing(connection, &request.query, now)?;
        let index = desk.place(connection, &listing, request.query.list, id, now)?;
        Ok(LeadPlace { id, stage: lead.stage.kind(), tab, index })
    })
}

/// A query as it is understood at `now`, in the user's time zone.
pub(super) fn understood(connection: &Connection, query: &str, now: Timestamp) -> Result<Query, ApiError> {
    Ok(search::read(query, Moment { now, zone: stored::zone(connection)? }))
}

fn listing(connection: &Connection, asked: &ListQuery, now: Timestamp) -> Result<Listing, ApiError> {
    Ok(Listing {
        tab: asked.tab,
        stage: asked.stage,
        query: understood(connection, &asked.query, now)?,
        sort: asked.sort,
        descending: asked.descending,
    })
}

/// The leads of an export, or of an action on many, as they are asked for now.
pub fn which_leads(app: &App, scope: LeadScope) -> Reply<Which> {
    Ok(match scope {
        LeadScope::All => Which::All,
        LeadScope::Leads { ids } => Which::Leads(ids),
        LeadScope::List { query, except } => app.desk(|connection, desk, now| {
            let listing = listing(connection, &query, now)?;
            let ids = desk.whole(connection, &listing, query.list, now)?;
            Ok(Which::Leads(desk::without(ids, &except)))
        })?,
    })
}

/// Fails with `Invalid` where a part of a query is not understood: it asks nothing, so the query means more leads than its author.
pub(super) fn must_be_understood(app: &App, query: &str) -> Reply<()> {
    if app.read(|connection, now| Ok(understood(connection, query, now)?.has_problems()))? {
        let field = InvalidField { field: "query".to_owned(), problem: FieldProblem::NotUnderstood };
        return Err(ApiError::Invalid { fields: vec![field] });
    }
    Ok(())
}

pub fn read_query(app: &App, request: QueryText) -> Reply<QueryReading> {
    app.read(|connection, now| Ok(QueryReading { parts: understood(connection, &request.query, now)?.parts }))
}

pub fn suggest(app: &App, request: Suggest) -> Reply<Suggestions> {
    app.desk(|connection, desk, _| {
        let found = desk.suggest(connection, request.field, &request.text, MOST_SUGGESTED)?;
        let values = found.into_iter().map(|one| Suggestion { value: one.value, leads: one.leads }).collect();
        Ok(Suggestions { values })
    })
}
