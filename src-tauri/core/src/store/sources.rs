//! What an import brought, whole, beside the lead that came of it.

use rusqlite::{Connection, OptionalExtension, Transaction};
use serde::{Deserialize, Serialize};

use super::{from_json, to_json};
use crate::domain::imports::Fnv;
use crate::domain::lead::LeadId;
use crate::domain::merge::Told;
use crate::domain::time::Timestamp;
use crate::error::Error;

/// The source of a lead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    pub file_name: String,
    /// The source's own object, unknown keys included.
    pub raw: String,
    /// The fields as they were understood.
    pub told: Told,
}

pub fn save(tx: &Transaction<'_>, lead_id: LeadId, source: &Source, now: Timestamp) -> Result<(), Error> {
    tx.prepare_cached(
        "INSERT OR REPLACE INTO sources (lead_id, file_name, imported_at, raw, told, fingerprint) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute((lead_id, &source.file_name, now, &source.raw, to_json(&source.told)?, fingerprint(&source.raw)))?;
    Ok(())
}

pub fn of_lead(connection: &Connection, lead_id: LeadId) -> Result<Option<Source>, Error> {
    let sql = "SELECT file_name, raw, told FROM sources WHERE lead_id = ?1";
    let source = connection
        .prepare_cached(sql)?
        .query_row([lead_id], |row| {
            Ok(Source { file_name: row.get(0)?, raw: row.get(1)?, told: from_json(2, row.get_ref(2)?.as_str()?)? })
        })
        .optional()?;
    Ok(source)
}

/// The lead that came of exactly this source object, for leads without a referral id.
pub fn lead_of(connection: &Connection, raw: &str) -> Result<Option<LeadId>, Error> {
    let sql = "SELECT lead_id FROM sources WHERE fingerprint = ?1 AND raw = ?2";
    Ok(connection.prepare_cached(sql)?.query_row((fingerprint(raw), raw), |row| row.get(0)).optional()?)
}

/// What was known of a lead's source, and from when, to put it back.
pub fn then(connection: &Connection, lead_id: LeadId) -> Result<Option<(Source, Timestamp)>, Error> {
    let Some(source) = of_lead(connection, lead_id)? else { return Ok(None) };
    let sql = "SELECT imported_at FROM sources WHERE lead_id = ?1";
    let at = connection.prepare_cached(sql)?.query_row([lead_id], |row| row.get(0))?;
    Ok(Some((source, at)))
}

/// Forgets the source of a lead.
pub fn delete(tx: &Transaction<'_>, lead_id: LeadId) -> Result<(), Error> {
    tx.prepare_cached("DELETE FROM sources WHERE lead_id = ?1")?.execute([lead_id])?;
    Ok(())
}

/// Whether the source of a lead is exactly this object.
pub fn is(connection: &Connection, lead_id: LeadId, raw: &str) -> Result<bool, Error> {
    let sql = "SELECT EXISTS (SELECT 1 FROM sources WHERE lead_id = ?1 AND fingerprint = ?2 AND raw = ?3)";
    Ok(connection.prepare_cached(sql)?.query_row((lead_id, fingerprint(raw), raw), |row| row.get(0))?)
}

/// Equal fingerprints are compared in full.
#[expect(clippy::cast_possible_wrap, reason = "SQLite's integers are signed; only equality matters")]
pub fn fingerprint(raw: &str) -> i64 {
    let mut hash = Fnv::default();
    hash.bytes(raw.as_bytes());
    hash.0 as i64
}
