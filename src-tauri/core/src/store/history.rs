//! The history: appended to, never rewritten.

use rusqlite::{Connection, Transaction};

use super::{from_json, from_name, to_json};
use crate::domain::history::{Action, Actor, FieldChange, HistoryEntry, name_of};
use crate::domain::lead::LeadId;
use crate::domain::time::Timestamp;
use crate::error::Error;

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

pub fn append(tx: &Transaction<'_>, entry: &NewEntry<'_>) -> Result<(), Error> {
    let written = Written::new(entry.actor, entry.action, entry.changes)?;
    written.append(tx, entry.lead_id, entry.at, entry.recorded_at)
}

/// An entry as it is stored, which many leads may have alike: it is put into words once.
#[derive(Clone)]
pub struct Written {
    actor: String,
    action: String,
    changes: String,
}

impl Written {
    pub fn new(actor: &Actor, action: Action, changes: &[FieldChange]) -> Result<Self, Error> {
        Ok(Self { actor: to_json(actor)?, action: name_of(&action), changes: to_json(&changes)? })
    }

    /// Writes it into the history of a lead: what happened `at`, and was written down at `recorded_at`.
    pub fn append(
        &self,
        tx: &Transaction<'_>,
        lead_id: LeadId,
        at: Timestamp,
        recorded_at: Timestamp,
    ) -> Result<(), Error> {
        let sql =
            "INSERT INTO history (lead_id, at, recorded_at, actor, action, changes) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        tx.prepare_cached(sql)?.execute((lead_id, at, recorded_at, &self.actor, &self.action, &self.changes))?;
        Ok(())
    }
}

/// Everything that happened to a lead and to those that were merged into it, newest first.
pub fn of_lead(connection: &Connection, lead_id: LeadId) -> Result<Vec<HistoryEntry>, Error> {
    let mut statement = connection.prepare_cached(
        "WITH RECURSIVE family (lead) AS (SELECT ?1 UNION SELECT l.id FROM leads l JOIN family ON l.merged_into = lead) \
         SELECT h.id, h.at, h.actor, h.action, h.changes, nullif(h.lead_id, ?1) \
         FROM family JOIN history h ON h.lead_id = lead ORDER BY h.at DESC, h.id DESC",
    )?;
    let entries = statement.query_map([lead_id], |row| {
        Ok(HistoryEntry {
            id: row.get(0)?,
            at: row.get(1)?,
            actor: from_json(2, row.get_ref(2)?.as_str()?)?,
            action: from_name(3, row.get_ref(3)?.as_str()?)?,
            changes: from_json(4, row.get_ref(4)?.as_str()?)?,
            of: row.get(5)?,
        })
    })?;
    Ok(entries.collect::<Result<_, _>>()?)
}
