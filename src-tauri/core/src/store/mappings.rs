//! The mappings that the user saved by name, found again by the headings of the table they were made for.
//!
//! What a mapping is only `exchange` knows; here it is JSON.

use rusqlite::{Connection, OptionalExtension, Transaction};
use serde::{Serialize, de::DeserializeOwned};

use super::{from_json, to_json};
use crate::domain::time::Timestamp;
use crate::error::Error;

/// The names, in the order of the alphabet.
pub fn names(connection: &Connection) -> Result<Vec<String>, Error> {
    let mut statement = connection.prepare_cached("SELECT name FROM mappings ORDER BY name")?;
    let names = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(names)
}

/// The mapping of a name, or `NotFound`.
pub fn get<M: DeserializeOwned>(connection: &Connection, name: &str) -> Result<M, Error> {
    let sql = "SELECT mapping FROM mappings WHERE name = ?1";
    Ok(connection.prepare_cached(sql)?.query_row([name], |row| from_json(0, row.get_ref(0)?.as_str()?))?)
}

/// The mapping that was made for exactly these headings in this order, else for the same headings in another; of several the
/// one that was used last.
pub fn find<M: DeserializeOwned>(connection: &Connection, headings: &[String]) -> Result<Option<(String, M)>, Error> {
    let same_order = "SELECT name, mapping FROM mappings WHERE headings = ?1 ORDER BY used_at DESC, name LIMIT 1";
    let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, from_json(1, row.get_ref(1)?.as_str()?)?));
    let wanted = to_json(&headings)?;
    if let Some(found) = connection.prepare_cached(same_order)?.query_row([wanted], read).optional()? {
        return Ok(Some(found));
    }
    let sorted = |headings: &[String]| {
        let mut headings = headings.to_vec();
        headings.sort();
        headings
    };
    let wanted = sorted(headings);
    let mut statement =
        connection.prepare_cached("SELECT name, mapping, headings FROM mappings ORDER BY used_at DESC, name")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let headings: Vec<String> = from_json(2, &row.get::<_, String>(2)?)?;
        if sorted(&headings) == wanted {
            return Ok(Some(read(row)?));
        }
    }
    Ok(None)
}

/// Keeps a mapping; one of that name, whatever its capitals, is replaced.
pub fn save(
    tx: &Transaction<'_>,
    name: &str,
    headings: &[&str],
    mapping: &impl Serialize,
    now: Timestamp,
) -> Result<(), Error> {
    tx.prepare_cached("INSERT OR REPLACE INTO mappings (name, headings, mapping, used_at) VALUES (?1, ?2, ?3, ?4)")?
        .execute((name, to_json(&headings)?, to_json(mapping)?, now))?;
    Ok(())
}

/// Notes that a mapping was used.
pub fn mark_used(tx: &Transaction<'_>, name: &str, now: Timestamp) -> Result<(), Error> {
    tx.prepare_cached("UPDATE mappings SET used_at = ?2 WHERE name = ?1")?.execute((name, now))?;
    Ok(())
}

/// Forgets a mapping, or `NotFound`.
pub fn delete(tx: &Transaction<'_>, name: &str) -> Result<(), Error> {
    match tx.execute("DELETE FROM mappings WHERE name = ?1", [name])? {
        0 => Err(Error::NotFound),
        _ => Ok(()),
    }
}
