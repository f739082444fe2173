//! The actions of each lead that can still be taken back, with the lead as it was. They lie one over the other: an offer stands while
//! the lead is at the revision that its action left, and again when what was done on top of it is taken back.

use rusqlite::{Connection, OptionalExtension, Row, Transaction};

use super::{from_json, from_name, to_json};
use crate::domain::history::{Action, name_of};
use crate::domain::lead::{Lead, LeadId};
use crate::domain::time::Timestamp;
use crate::error::Error;

/// What taking an action back needs.
#[derive(Debug)]
pub struct Offer {
    pub id: i64,
    pub lead_id: LeadId,
    pub action: Action,
    pub until: Timestamp,
    pub revision_after: i64,
    /// `None` when the action added the lead.
    pub before: Option<Lead>,
}

const COLUMNS: &str = "id, lead_id, action, until, revision_after, before";

/// Offers to take `action`, done `now`, back until `until`.
pub fn offer(
    tx: &Transaction<'_>,
    lead_id: LeadId,
    action: Action,
    until: Timestamp,
    revision_after: i64,
    before: Option<&Lead>,
    now: Timestamp,
) -> Result<(), Error> {
    tx.prepare_cached("DELETE FROM undo WHERE lead_id = ?1 AND until <= ?2")?.execute((lead_id, now))?;
    let before = before.map(to_json).transpose()?;
    tx.prepare_cached("INSERT INTO undo (lead_id, action, until, revision_after, before) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute((lead_id, name_of(&action), until, revision_after, before))?;
    Ok(())
}

/// Takes away the offer `id`: it was made use of.
pub fn close(tx: &Transaction<'_>, id: i64) -> Result<(), Error> {
    tx.prepare_cached("DELETE FROM undo WHERE id = ?1")?.execute([id])?;
    Ok(())
}

/// Takes away all offers of a lead.
pub fn withdraw(tx: &Transaction<'_>, lead_id: LeadId) -> Result<(), Error> {
    tx.prepare_cached("DELETE FROM undo WHERE lead_id = ?1")?.execute([lead_id])?;
    Ok(())
}

/// Follows a change that does not stand in the way of an undo: the heart, or what was done on top of it and taken back.
pub fn follow(tx: &Transaction<'_>, lead_id: LeadId, from_revision: i64, to_revision: i64) -> Result<(), Error> {
    tx.prepare_cached("UPDATE undo SET revision_after = ?3 WHERE lead_id = ?1 AND revision_after = ?2")?.execute((
        lead_id,
        from_revision,
        to_revision,
    ))?;
    Ok(())
}

pub fn get(connection: &Connection, id: i64) -> Result<Offer, Error> {
    let sql = format!("SELECT {COLUMNS} FROM undo WHERE id = ?1");
    Ok(connection.prepare_cached(&sql)?.query_row([id], from_row)?)
}

/// An offer as it is shown.
#[derive(Debug)]
pub struct Open {
    pub id: i64,
    pub action: Action,
    pub until: Timestamp,
}

/// The offer to take back what left a lead at `revision`, if there is one. The lead as it was is not read for that.
pub fn of_lead(connection: &Connection, lead_id: LeadId, revision: i64) -> Result<Option<Open>, Error> {
    let sql = "SELECT id, action, until FROM undo WHERE lead_id = ?1 AND revision_after = ?2";
    let open = |row: &Row<'_>| {
        Ok(Open { id: row.get(0)?, action: from_name(1, row.get_ref(1)?.as_str()?)?, until: row.get(2)? })
    };
    Ok(connection.prepare_cached(sql)?.query_row((lead_id, revision), open).optional()?)
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Offer> {
    let before: Option<String> = row.get(5)?;
    Ok(Offer {
        id: row.get(0)?,
        lead_id: row.get(1)?,
        action: from_name(2, row.get_ref(2)?.as_str()?)?,
        until: row.get(3)?,
        revision_after: row.get(4)?,
        before: before.as_deref().map(|json| from_json(5, json)).transpose()?,
    })
}
