//! The history: appended to, never rewritten.
//!
//! Who did something is a number here, since a file that was imported did it to a hundred thousand leads; and that a lead was
//! received and imported is one row, of which a reader sees both.

use rusqlite::{Connection, OptionalExtension, Transaction};

use super::{from_json, from_name, to_json};
use crate::domain::history::{Action, Actor, FieldChange, HistoryEntry, name_of};
use crate::domain::lead::LeadId;
use crate::domain::time::Timestamp;
use crate::error::Error;

/// As an action: received at one time, imported when it was written down.
const CAME_IN: &str = "cameIn";

/// An entry to be written.
pub struct NewEntry<'a> {
    pub lead_id: LeadId,
    /// When it happened.
    pub at: Timestamp,
    /// When it is written down.
    pub recorded_at: Timestamp,
    pub actor: &'a Actor,
    pub action: Action,
    pub changes: &'a [FieldChange],
}

/// Who does something, as the history numbers them; good inside the transaction that it was asked in.
#[derive(Clone, Copy, Debug)]
pub struct ActorId(i64);

pub fn append(tx: &Transaction<'_>, entry: &NewEntry<'_>) -> Result<(), Error> {
    append_by(tx, entry, actor_id(tx, entry.actor)?)
}

/// As [`append`], by an actor whose number is known: for many entries at once.
pub fn append_by(tx: &Transaction<'_>, entry: &NewEntry<'_>, by: ActorId) -> Result<(), Error> {
    let changes = if entry.changes.is_empty() { String::new() } else { to_json(&entry.changes)? };
    write(tx, entry.lead_id, entry.at, entry.recorded_at, by, &name_of(&entry.action), &changes)
}

/// Two entries: that a lead was received, and that it was imported `now`.
pub fn append_coming_in(
    tx: &Transaction<'_>,
    lead_id: LeadId,
    received_at: Timestamp,
    now: Timestamp,
    by: ActorId,
) -> Result<(), Error> {
    write(tx, lead_id, received_at, now, by, CAME_IN, "")
}

fn write(
    tx: &Transaction<'_>,
    lead_id: LeadId,
    at: Timestamp,
    recorded_at: Timestamp,
    by: ActorId,
    action: &str,
    changes: &str,
) -> Result<(), Error> {
    tx.prepare_cached(
        "INSERT INTO history (lead_id, at, recorded_at, actor, action, changes) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute((lead_id, at, recorded_at, by.0, action, changes))?;
    Ok(())
}

/// The number of an actor, who gets one if there is none yet.
pub fn actor_id(tx: &Transaction<'_>, actor: &Actor) -> Result<ActorId, Error> {
    let json = to_json(actor)?;
    let sql = "SELECT id FROM actors WHERE actor = ?1";
    if let Some(id) = tx.prepare_cached(sql)?.query_row([&json], |row| row.get(0)).optional()? {
        return Ok(ActorId(id));
    }
    tx.prepare_cached("INSERT INTO actors (actor) VALUES (?1)")?.execute([&json])?;
    Ok(ActorId(tx.last_insert_rowid()))
}

/// Everything that happened to a lead and to those that were merged into it, newest first.
pub fn of_lead(connection: &Connection, lead_id: LeadId) -> Result<Vec<HistoryEntry>, Error> {
    let mut statement = connection.prepare_cached(
        "WITH RECURSIVE family (lead) AS (SELECT ?1 UNION SELECT l.id FROM leads l JOIN family ON l.merged_into = lead) \
         SELECT h.id, h.at, a.actor, h.action, h.changes, nullif(h.lead_id, ?1), h.recorded_at \
         FROM family JOIN history h ON h.lead_id = lead JOIN actors a ON a.id = h.actor",
    )?;
    let mut entries = Vec::new();
    let mut rows = statement.query([lead_id])?;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        let action = row.get_ref(3)?.as_str().map_err(rusqlite::Error::from)?;
        let came_in = action == CAME_IN;
        let changes = row.get_ref(4)?.as_str().map_err(rusqlite::Error::from)?;
        // Of a row of two entries, the number of the first one is the even one.
        let last = HistoryEntry {
            id: id * 2 + 1,
            at: row.get(if came_in { 6 } else { 1 })?,
            actor: from_json(2, row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?)?,
            action: if came_in { Action::Imported } else { from_name(3, action)? },
            changes: if changes.is_empty() { Vec::new() } else { from_json(4, changes)? },
            of: row.get(5)?,
        };
        if came_in {
            entries.push(HistoryEntry { id: id * 2, at: row.get(1)?, action: Action::Received, ..last.clone() });
        }
        entries.push(last);
    }
    entries.sort_by_key(|entry| std::cmp::Reverse((entry.at, entry.id)));
    Ok(entries)
}

/// The newest entry of a lead; 0 when there is none.
pub fn newest_of(connection: &Connection, lead_id: LeadId) -> Result<i64, Error> {
    let sql = "SELECT coalesce(max(id), 0) FROM history WHERE lead_id = ?1";
    Ok(connection.prepare_cached(sql)?.query_row([lead_id], |row| row.get(0))?)
}

/// What happened to a lead since an entry of the history: each change, the oldest first, and when the last was written down.
pub fn changes_since(
    connection: &Connection,
    lead: LeadId,
    last_history: i64,
) -> Result<(Vec<FieldChange>, Option<Timestamp>), Error> {
    let mut statement = connection
        .prepare_cached("SELECT changes, recorded_at FROM history WHERE lead_id = ?1 AND id > ?2 ORDER BY id")?;
    let mut rows = statement.query((lead, last_history))?;
    let (mut changes, mut at): (Vec<FieldChange>, _) = (Vec::new(), None);
    while let Some(row) = rows.next()? {
        let json = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
        if !json.is_empty() {
            let more: Vec<FieldChange> = from_json(0, json)?;
            changes.extend(more);
        }
        at = Some(row.get(1)?);
    }
    Ok((changes, at))
}
