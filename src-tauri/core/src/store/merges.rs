//! Merges: two leads made one, until they are taken apart.
//!
//! What the kept lead was and became is kept whole, as is the other one, so that any of several merges can be taken apart.

use rusqlite::{Connection, OptionalExtension, Row, Transaction};

use super::{from_json, to_json};
use crate::domain::lead::LeadId;
use crate::domain::merging::Done;
use crate::domain::time::Timestamp;
use crate::error::Error;

/// A merge as it is kept.
#[derive(Clone, Debug)]
pub struct Merge {
    pub id: i64,
    pub at: Timestamp,
    pub kept_id: LeadId,
    pub absorbed_id: LeadId,
    pub done: Done,
    /// The newest import when they were merged.
    pub after_import: i64,
    pub taken_apart_at: Option<Timestamp>,
}

const COLUMNS: &str =
    "id, at, kept_id, absorbed_id, kept_before, kept_after, absorbed, chosen, after_import, taken_apart_at";

/// Writes down that `absorbed_id` was merged into `kept_id`; the number of the merge.
pub fn add(
    tx: &Transaction<'_>,
    kept_id: LeadId,
    absorbed_id: LeadId,
    done: &Done,
    now: Timestamp,
) -> Result<i64, Error> {
    tx.prepare_cached(
        "INSERT INTO merges (at, kept_id, absorbed_id, kept_before, kept_after, absorbed, chosen, after_import) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, (SELECT coalesce(max(id), 0) FROM imports))",
    )?
    .execute((
        now,
        kept_id,
        absorbed_id,
        to_json(&done.before)?,
        to_json(&done.after)?,
        to_json(&done.other)?,
        to_json(&done.chosen)?,
    ))?;
    Ok(tx.last_insert_rowid())
}

pub fn get(connection: &Connection, id: i64) -> Result<Merge, Error> {
    let sql = format!("SELECT {COLUMNS} FROM merges WHERE id = ?1");
    Ok(connection.prepare_cached(&sql)?.query_row([id], from_row)?)
}

/// The merges into a lead after `id` that stand, the oldest first.
pub fn later(connection: &Connection, kept_id: LeadId, id: i64) -> Result<Vec<Merge>, Error> {
    let sql =
        format!("SELECT {COLUMNS} FROM merges WHERE kept_id = ?1 AND id > ?2 AND taken_apart_at IS NULL ORDER BY id");
    let mut statement = connection.prepare_cached(&sql)?;
    let merges = statement.query_map((kept_id, id), from_row)?;
    Ok(merges.collect::<Result<_, _>>()?)
}

/// The merges into a lead that stand, the newest first: number, instant, the lead that was merged.
pub fn of_kept(connection: &Connection, kept_id: LeadId) -> Result<Vec<(i64, Timestamp, LeadId)>, Error> {
    let mut statement = connection.prepare_cached(
        "SELECT id, at, absorbed_id FROM merges WHERE kept_id = ?1 AND taken_apart_at IS NULL ORDER BY id DESC",
    )?;
    let merges = statement.query_map([kept_id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(merges.collect::<Result<_, _>>()?)
}

/// Writes a merge over: what it would have been without an earlier one.
pub fn rewrite(tx: &Transaction<'_>, id: i64, done: &Done) -> Result<(), Error> {
    tx.prepare_cached("UPDATE merges SET kept_before = ?2, kept_after = ?3 WHERE id = ?1")?.execute((
        id,
        to_json(&done.before)?,
        to_json(&done.after)?,
    ))?;
    Ok(())
}

pub fn mark_taken_apart(tx: &Transaction<'_>, id: i64, now: Timestamp) -> Result<(), Error> {
    tx.prepare_cached("UPDATE merges SET taken_apart_at = ?2 WHERE id = ?1")?.execute((id, now))?;
    Ok(())
}

/// Whether a lead is part of a merge that stands, on either side: then it cannot be deleted.
pub fn is_part(connection: &Connection, lead_id: LeadId) -> Result<bool, Error> {
    let sql = "SELECT EXISTS (SELECT 1 FROM merges WHERE kept_id = ?1 AND taken_apart_at IS NULL) \
               OR EXISTS (SELECT 1 FROM merges WHERE absorbed_id = ?1 AND taken_apart_at IS NULL)";
    Ok(connection.prepare_cached(sql)?.query_row([lead_id], |row| row.get(0))?)
}

/// The newest merge that a lead is part of, on either side, and that stands; only one since `import`.
pub fn newest_open_of(connection: &Connection, lead_id: LeadId, import: i64) -> Result<Option<i64>, Error> {
    let sql = "SELECT id FROM merges WHERE kept_id = ?1 AND taken_apart_at IS NULL AND after_import >= ?2 \
               UNION SELECT id FROM merges WHERE absorbed_id = ?1 AND taken_apart_at IS NULL AND after_import >= ?2 \
               ORDER BY id DESC LIMIT 1";
    Ok(connection.prepare_cached(sql)?.query_row((lead_id, import), |row| row.get(0)).optional()?)
}

/// The merge that took a lead away, if it stands.
pub fn open_as_absorbed(connection: &Connection, lead_id: LeadId) -> Result<Option<i64>, Error> {
    let sql = "SELECT id FROM merges WHERE absorbed_id = ?1 AND taken_apart_at IS NULL ORDER BY id DESC LIMIT 1";
    Ok(connection.prepare_cached(sql)?.query_row([lead_id], |row| row.get(0)).optional()?)
}

/// The merges of leads of the user's own into samples: these go, those stay.
pub fn into_samples(connection: &Connection) -> Result<Vec<i64>, Error> {
    let mut statement = connection.prepare_cached(
        "SELECT m.id FROM merges m JOIN leads kept ON kept.id = m.kept_id JOIN leads own ON own.id = m.absorbed_id \
         WHERE m.taken_apart_at IS NULL AND kept.origin = 'sample' AND own.origin <> 'sample' ORDER BY m.id DESC",
    )?;
    let ids = statement.query_map([], |row| row.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Merge> {
    Ok(Merge {
        id: row.get(0)?,
        at: row.get(1)?,
        kept_id: row.get(2)?,
        absorbed_id: row.get(3)?,
        done: Done {
            before: from_json(4, row.get_ref(4)?.as_str()?)?,
            after: from_json(5, row.get_ref(5)?.as_str()?)?,
            other: from_json(6, row.get_ref(6)?.as_str()?)?,
            chosen: from_json(7, row.get_ref(7)?.as_str()?)?,
        },
        after_import: row.get(8)?,
        taken_apart_at: row.get(9)?,
    })
}
