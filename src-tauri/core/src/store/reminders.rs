//! Reminders: planned, claimed, told, read.
//!
//! A claim is a promise to show; it is kept by a mark. A claim without a mark (the computer stopped in between) is open
//! again after [`CLAIM_LASTS`], so a reminder may be told twice but is never lost.

use chrono::TimeDelta;
use rusqlite::{Connection, Row, Transaction, params_from_iter};

use super::{from_name, placeholders};
use crate::domain::history::name_of;
use crate::domain::lead::LeadId;
use crate::domain::reminder::{Due, Reminder, ReminderKind};
use crate::domain::time::Timestamp;
use crate::error::Error;

/// How long a claim holds before the reminder is shown again.
pub const CLAIM_LASTS: TimeDelta = TimeDelta::minutes(5);

/// A reminder that was claimed to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claimed {
    pub id: i64,
    pub lead_id: LeadId,
    pub customer: String,
    pub kind: ReminderKind,
    pub due_at: Timestamp,
    pub deadline: Timestamp,
}

/// Makes `due` the reminders that a lead still has before it. What was told stays told.
pub fn replace(tx: &Transaction<'_>, lead_id: LeadId, due: &[Due]) -> Result<(), Error> {
    let keys: Vec<String> = due.iter().map(|d| format!("{} {}", name_of(&d.kind), d.deadline.as_millis())).collect();
    let keys = super::to_json(&keys)?;
    tx.prepare_cached(
        "DELETE FROM reminders WHERE lead_id = ?1 AND told_at IS NULL \
         AND kind || ' ' || deadline NOT IN (SELECT value FROM json_each(?2))",
    )?
    .execute((lead_id, keys))?;
    let mut insert =
        tx.prepare_cached("INSERT OR IGNORE INTO reminders (lead_id, kind, due_at, deadline) VALUES (?1, ?2, ?3, ?4)")?;
    for due in due {
        insert.execute((lead_id, name_of(&due.kind), due.at, due.deadline))?;
    }
    Ok(())
}

/// Claims every reminder that is due and not in somebody's hands, the earliest first.
pub fn claim(tx: &Transaction<'_>, now: Timestamp) -> Result<Vec<Claimed>, Error> {
    // A claim from the future is one from before the clock was set back.
    let mut statement = tx.prepare_cached(
        "UPDATE reminders SET claimed_at = ?1 WHERE told_at IS NULL AND due_at <= ?1 \
         AND (claimed_at IS NULL OR claimed_at <= ?2 OR claimed_at > ?1) \
         RETURNING id, lead_id, (SELECT substr(customer, 1, 200) FROM leads WHERE leads.id = lead_id), kind, due_at, \
         deadline",
    )?;
    let claimed = statement.query_map((now, now.plus(-CLAIM_LASTS)), |row| {
        Ok(Claimed {
            id: row.get(0)?,
            lead_id: row.get(1)?,
            customer: row.get(2)?,
            kind: from_name(3, row.get_ref(3)?.as_str()?)?,
            due_at: row.get(4)?,
            deadline: row.get(5)?,
        })
    })?;
    let mut claimed = claimed.collect::<Result<Vec<_>, _>>()?;
    claimed.sort_by_key(|c| (c.due_at, c.id));
    Ok(claimed)
}

/// Marks reminders as told: shown, or with the reason why the system would not show them.
pub fn mark_told(tx: &Transaction<'_>, ids: &[i64], failure: Option<&str>, now: Timestamp) -> Result<(), Error> {
    let sql = format!(
        "UPDATE reminders SET told_at = ?, shown_at = ?, failure = ? WHERE told_at IS NULL AND id IN ({})",
        placeholders(ids.len())
    );
    let shown_at = failure.is_none().then_some(now);
    let mut statement = tx.prepare(&sql)?;
    let values: Vec<&dyn rusqlite::ToSql> = [&now as &dyn rusqlite::ToSql, &shown_at, &failure]
        .into_iter()
        .chain(ids.iter().map(|id| id as &dyn rusqlite::ToSql))
        .collect();
    statement.execute(params_from_iter(values))?;
    Ok(())
}

/// When the next reminder falls due or the oldest unkept claim is open again.
pub fn next_due(connection: &Connection) -> Result<Option<Timestamp>, Error> {
    let sql = "SELECT min(iif(claimed_at IS NULL, due_at, claimed_at + ?1)) FROM reminders WHERE told_at IS NULL";
    Ok(connection.prepare_cached(sql)?.query_row([CLAIM_LASTS.num_milliseconds()], |row| row.get(0))?)
}

/// The bell: what was told, newest first.
pub fn told(connection: &Connection, most: u32) -> Result<Vec<Reminder>, Error> {
    let mut statement = connection.prepare_cached(
        "SELECT r.id, r.lead_id, substr(l.customer, 1, 200), r.kind, r.due_at, r.deadline, r.shown_at, r.failure, \
         r.read_at IS NOT NULL \
         FROM reminders r JOIN leads l ON l.id = r.lead_id WHERE r.told_at IS NOT NULL \
         ORDER BY r.told_at DESC, r.id DESC LIMIT ?1",
    )?;
    let reminders = statement.query_map([most], bell)?.collect::<Result<_, _>>()?;
    Ok(reminders)
}

pub fn unread_count(connection: &Connection) -> Result<u32, Error> {
    let sql = "SELECT count(*) FROM reminders WHERE told_at IS NOT NULL AND read_at IS NULL";
    Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

/// Marks all that was told as read; how many were unread.
pub fn mark_read(tx: &Transaction<'_>, now: Timestamp) -> Result<usize, Error> {
    Ok(tx.execute("UPDATE reminders SET read_at = ?1 WHERE told_at IS NOT NULL AND read_at IS NULL", [now])?)
}

fn bell(row: &Row<'_>) -> rusqlite::Result<Reminder> {
    Ok(Reminder {
        id: row.get(0)?,
        lead_id: row.get(1)?,
        customer: row.get(2)?,
        kind: from_name(3, row.get_ref(3)?.as_str()?)?,
        due_at: row.get(4)?,
        deadline: row.get(5)?,
        shown_at: row.get(6)?,
        failure: row.get(7)?,
        read: row.get(8)?,
    })
}
