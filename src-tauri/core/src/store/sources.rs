//! What an import brought, whole, beside the lead that came of it.

use rusqlite::{Connection, OptionalExtension, Transaction};

use super::{from_json, to_json};
use crate::domain::lead::LeadId;
use crate::domain::merge::Told;
use crate::domain::time::Timestamp;
use crate::error::Error;

/// The source of a lead.
#[derive(Clone, Debug, PartialEq, Eq)]
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

/// FNV-1a, 64 bit: stable over versions and platforms, which the standard library's hashes are not. Equal fingerprints
/// are compared in full.
#[expect(clippy::cast_possible_wrap, reason = "SQLite's integers are signed; only equality matters")]
fn fingerprint(raw: &str) -> i64 {
    let hash = raw
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    hash as i64
}
