//! What became of files that came by the watched folder, for the bell.

use rusqlite::{Connection, Transaction};
use serde::{Serialize, de::DeserializeOwned};

use super::{from_json, to_json};
use crate::domain::time::Timestamp;
use crate::error::Error;

/// Older ones are forgotten when a new one comes.
const KEPT: u32 = 500;

/// A file that came, with a report that only `actions` understands.
#[derive(Clone, Debug)]
pub struct Arrived<R> {
    pub id: i64,
    pub at: Timestamp,
    pub import_id: Option<i64>,
    pub report: R,
    pub read: bool,
}

pub fn append(
    tx: &Transaction<'_>,
    file: &str,
    import_id: Option<i64>,
    report: &impl Serialize,
    now: Timestamp,
) -> Result<(), Error> {
    tx.prepare_cached("INSERT INTO arrivals (at, file, import_id, report) VALUES (?1, ?2, ?3, ?4)")?.execute((
        now,
        file,
        import_id,
        to_json(report)?,
    ))?;
    let sql = "DELETE FROM arrivals WHERE id <= (SELECT id FROM arrivals ORDER BY id DESC LIMIT 1 OFFSET ?1)";
    tx.prepare_cached(sql)?.execute([KEPT])?;
    Ok(())
}

/// The newest `most`, newest first.
pub fn newest<R: DeserializeOwned>(connection: &Connection, most: u32) -> Result<Vec<Arrived<R>>, Error> {
    let sql = "SELECT id, at, import_id, report, read_at IS NOT NULL FROM arrivals ORDER BY id DESC LIMIT ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let arrived = statement.query_map([most], |row| {
        Ok(Arrived {
            id: row.get(0)?,
            at: row.get(1)?,
            import_id: row.get(2)?,
            report: from_json(3, row.get_ref(3)?.as_str()?)?,
            read: row.get(4)?,
        })
    })?;
    Ok(arrived.collect::<Result<_, _>>()?)
}

pub fn unread_count(connection: &Connection) -> Result<u32, Error> {
    let sql = "SELECT count(*) FROM arrivals WHERE read_at IS NULL";
    Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

/// Marks all as read; how many were unread.
pub fn mark_read(tx: &Transaction<'_>, now: Timestamp) -> Result<usize, Error> {
    Ok(tx.execute("UPDATE arrivals SET read_at = ?1 WHERE read_at IS NULL", [now])?)
}
