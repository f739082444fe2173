//! Actions on many leads: as much of a lead as a verb looks at, the few columns that it changes, and what takes it back.
//!
//! What is read and written here is a part of the row, so that a hundred thousand of them take seconds. Which leads, and what
//! becomes of each, is decided in `actions::bulk`.

use rusqlite::{Connection, OptionalExtension, Row, Transaction};

use super::lead_update::{narrow, update_columns};
use super::leads::hot_until;
use super::{contacts, from_json, from_name, to_json, unreadable};
use crate::domain::bulk::{Before, BulkVerb};
use crate::domain::history::name_of;
use crate::domain::lead::*;
use crate::domain::time::{Date, Timestamp};
use crate::error::Error;

/// What all verbs look at: the stage, and what reminders are planned by.
macro_rules! sketch {
    ($more:literal) => {
        concat!(
            "SELECT id, revision, favorite, received_at, respond_by, stage, accepted_at, archived_at, outcome, reason, \
             reason_text, closing_notes, requested_contact, contacted_at, contacted_way, contacted_note, snoozed_until, \
             follow_up_on, merged_into",
            $more,
            " FROM leads WHERE id = ?1"
        )
    };
}

/// As much of the lead `id` as `verb` looks at and changes; everything else of it is empty. `None` when it is gone.
pub fn sketch(connection: &Connection, verb: BulkVerb, id: LeadId) -> Result<Option<Lead>, Error> {
    let (sql, more): (_, fn(&Row<'_>, &mut Lead) -> rusqlite::Result<()>) = match verb {
        BulkVerb::Decline => (sketch!(", customer, contacts"), |row, lead| {
            lead.customer.name = row.get(19)?;
            lead.contacts = contacts::from_kept(row.get_ref(20)?.as_str()?).map_err(|error| unreadable(20, error))?;
            Ok(())
        }),
        BulkVerb::MarkContacted | BulkVerb::SetFavorite => (sketch!(""), |_, _| Ok(())),
        BulkVerb::AddEmployee => (sketch!(", employees"), |row, lead| {
            lead.employees = from_json(19, row.get_ref(19)?.as_str()?)?;
            Ok(())
        }),
        BulkVerb::SetCampaign => (sketch!(", campaign_id"), |row, lead| {
            lead.deal.campaign_id = row.get(19)?;
            Ok(())
        }),
    };
    let read = |row: &Row<'_>| {
        let mut lead = base(row)?;
        more(row, &mut lead)?;
        Ok(lead)
    };
    Ok(connection.prepare_cached(sql)?.query_row([id], read).optional()?)
}

fn base(row: &Row<'_>) -> rusqlite::Result<Lead> {
    let accepted_at: Option<Timestamp> = row.get(6)?;
    let stage = match row.get_ref(5)?.as_str()? {
        "received" => Stage::Received,
        "accepted" => Stage::Accepted { accepted_at },
        _ => Stage::Archived(Archived {
            outcome: Outcome::parse(row.get_ref(8)?.as_str()?),
            archived_at: row.get(7)?,
            reason: row.get::<_, Option<u8>>(9)?.and_then(|code| Reason::try_from(code).ok()),
            reason_text: row.get(10)?,
            notes: row.get(11)?,
            accepted_at,
        }),
    };
    let contacted = match row.get::<_, Option<Timestamp>>(13)? {
        None => None,
        Some(at) => Some(Contacted { at, way: from_name(14, row.get_ref(14)?.as_str()?)?, note: row.get(15)? }),
    };
    let follow_up_on = row.get_ref(17)?.as_str_or_null()?.and_then(Date::parse_iso);
    Ok(Lead {
        id: row.get(0)?,
        revision: row.get(1)?,
        lead_type: LeadType::CustomerInquiry,
        origin: Origin::Import,
        hearth_id: HearthId::default(),
        referral_id: None,
        engagement_id: None,
        merged_into: row.get(18)?,
        favorite: row.get(2)?,
        received_at: row.get(3)?,
        respond_by: row.get(4)?,
        stage,
        customer: Customer::default(),
        contacts: Vec::new(),
        requested_contact: row.get(12)?,
        contacted,
        snoozed_until: row.get(16)?,
        follow_up: follow_up_on.map(|on| FollowUp { on, note: None }),
        need: Need::default(),
        deal: Deal::default(),
        employees: Vec::new(),
        invited_by: InvitedBy::default(),
        source_status: SourceStatus::default(),
    })
}

/// Writes the columns that `verb` changes, or changes back, over the revision that `lead` was read at, and counts it up.
pub fn update(tx: &Transaction<'_>, verb: BulkVerb, lead: &Lead) -> Result<(), Error> {
    let (id, revision, snoozed_until) = (lead.id, lead.revision, lead.snoozed_until);
    match verb {
        BulkVerb::Decline => {
            let sql = narrow!(
                "stage = ?3, archived_at = ?4, outcome = ?5, reason = ?6, closing_notes = ?7, snoozed_until = ?8, \
                 hot_until = ?9"
            );
            let (stage, archived) = match &lead.stage {
                Stage::Received => ("received", None),
                Stage::Accepted { .. } => ("accepted", None),
                Stage::Archived(archived) => ("archived", Some(archived)),
            };
            let archived_at = archived.map(|a| a.archived_at);
            let outcome = archived.map(|a| a.outcome.as_str());
            let reason = archived.and_then(|a| a.reason).map(Reason::code);
            let notes = archived.and_then(|a| a.notes.as_deref());
            let values = (id, revision, stage, archived_at, outcome, reason, notes, snoozed_until, hot_until(lead));
            update_columns(tx, sql, values)
        }
        BulkVerb::MarkContacted => {
            let sql = narrow!(
                "contacted_at = ?3, contacted_way = ?4, contacted_note = ?5, snoozed_until = ?6, hot_until = ?7"
            );
            let contacted = lead.contacted.as_ref();
            let (at, way) = (contacted.map(|c| c.at), contacted.map(|c| name_of(&c.way)));
            let note = contacted.and_then(|c| c.note.as_deref());
            update_columns(tx, sql, (id, revision, at, way, note, snoozed_until, hot_until(lead)))
        }
        BulkVerb::SetFavorite => update_columns(tx, narrow!("favorite = ?3"), (id, revision, lead.favorite)),
        BulkVerb::AddEmployee => {
            update_columns(tx, narrow!("employees = ?3"), (id, revision, to_json(&lead.employees)?))
        }
        BulkVerb::SetCampaign => {
            update_columns(tx, narrow!("campaign_id = ?3"), (id, revision, &lead.deal.campaign_id))
        }
    }
}

/// A bulk action that was done.
#[derive(Clone, Copy, Debug)]
pub struct Done {
    pub verb: BulkVerb,
    /// Until when it can be taken back.
    pub until: Timestamp,
    pub undone_at: Option<Timestamp>,
}

/// Writes down that a bulk action is done that can be taken back until `until`; its number.
pub fn begin(tx: &Transaction<'_>, verb: BulkVerb, until: Timestamp, now: Timestamp) -> Result<i64, Error> {
    let sql = "INSERT INTO bulk_actions (at, verb, until) VALUES (?1, ?2, ?3)";
    tx.prepare_cached(sql)?.execute((now, name_of(&verb), until))?;
    Ok(tx.last_insert_rowid())
}

/// What a bulk action did to a lead.
#[derive(Debug)]
pub struct Changed {
    pub lead: LeadId,
    /// The revisions before and after it; hearts that were set since count up the latter.
    pub from_revision: i64,
    pub revision: i64,
    /// What it replaced.
    pub before: Before,
}

/// Writes down what the bulk action `id` did to a lead.
pub fn add(tx: &Transaction<'_>, id: i64, changed: &Changed) -> Result<(), Error> {
    let Changed { lead, from_revision, revision, before } = changed;
    let before = if *before == Before::default() { None } else { Some(to_json(before)?) };
    let sql = "INSERT INTO bulk_rows (bulk_id, lead_id, from_revision, revision, before) VALUES (?1, ?2, ?3, ?4, ?5)";
    tx.prepare_cached(sql)?.execute((id, lead, from_revision, revision, before))?;
    Ok(())
}

/// Forgets what can no longer be taken back, and bulk actions that changed nothing.
pub fn forget_over(tx: &Transaction<'_>, now: Timestamp) -> Result<(), Error> {
    tx.execute("DELETE FROM bulk_actions WHERE until <= ?1", [now])?;
    Ok(())
}

/// The bulk action `id`, or `NotFound`.
pub fn get(connection: &Connection, id: i64) -> Result<Done, Error> {
    let sql = "SELECT verb, until, undone_at FROM bulk_actions WHERE id = ?1";
    let done = |row: &Row<'_>| {
        Ok(Done { verb: from_name(0, row.get_ref(0)?.as_str()?)?, until: row.get(1)?, undone_at: row.get(2)? })
    };
    Ok(connection.prepare_cached(sql)?.query_row([id], done)?)
}

/// How many leads the bulk action `id` changed.
pub fn count(connection: &Connection, id: i64) -> Result<u32, Error> {
    let sql = "SELECT count(*) FROM bulk_rows WHERE bulk_id = ?1";
    Ok(connection.prepare_cached(sql)?.query_row([id], |row| row.get(0))?)
}

/// Calls `each` with what the bulk action `id` did to every lead that it changed.
pub fn each(connection: &Connection, id: i64, mut each: impl FnMut(Changed) -> Result<(), Error>) -> Result<(), Error> {
    let sql = "SELECT lead_id, from_revision, revision, before FROM bulk_rows WHERE bulk_id = ?1 ORDER BY lead_id";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([id])?;
    while let Some(row) = rows.next()? {
        let before: Option<String> = row.get(3)?;
        let before = before.as_deref().map(|json| from_json(3, json)).transpose()?.unwrap_or_default();
        each(Changed { lead: row.get(0)?, from_revision: row.get(1)?, revision: row.get(2)?, before })?;
    }
    Ok(())
}

/// Notes that the bulk action `id` was taken back: its leads are of no use any more.
pub fn mark_undone(tx: &Transaction<'_>, id: i64, now: Timestamp) -> Result<(), Error> {
    tx.execute("UPDATE bulk_actions SET undone_at = ?2 WHERE id = ?1", (id, now))?;
    tx.execute("DELETE FROM bulk_rows WHERE bulk_id = ?1", [id])?;
    Ok(())
}

/// Follows a change that does not stand in the way of an undo: the heart. Where hearts themselves are what would be taken
/// back, it does.
pub fn follow(tx: &Transaction<'_>, lead: LeadId, from_revision: i64, to_revision: i64) -> Result<(), Error> {
    let sql = "UPDATE bulk_rows SET revision = ?3 WHERE lead_id = ?1 AND revision = ?2 \
               AND bulk_id NOT IN (SELECT id FROM bulk_actions WHERE verb = 'setFavorite')";
    tx.prepare_cached(sql)?.execute((lead, from_revision, to_revision))?;
    Ok(())
}

/// Follows what was done to a lead on top of a bulk action and was taken back: the lead is at `to` what it was at `from`. Hearts only
/// if they are what they were, too.
pub fn hand_on(tx: &Transaction<'_>, lead: LeadId, from: i64, to: i64, hearts: bool) -> Result<(), Error> {
    if !hearts {
        return follow(tx, lead, from, to);
    }
    let sql = "UPDATE bulk_rows SET revision = ?3 WHERE lead_id = ?1 AND revision = ?2";
    tx.prepare_cached(sql)?.execute((lead, from, to))?;
    Ok(())
}
