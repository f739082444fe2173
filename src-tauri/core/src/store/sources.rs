//! What an import brought, whole, beside the lead that came of it.
//!
//! A source is kept as what its lead does not say already: of the row of a table the cells (`source_cells`), of the fields as they
//! were understood those that the lead did not hold when the source was written down. What was changed in the lead since
//! is in its history, so what the source told is read back from there, and changing a lead writes nothing here.

use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension, Row, Transaction};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::source_cells::{self, Base};
use super::{from_json, history, leads, to_json, unreadable};
use crate::domain::history::fields;
use crate::domain::imports::Fnv;
use crate::domain::lead::{Lead, LeadId};
use crate::domain::merge::Told;
use crate::domain::time::Timestamp;
use crate::error::Error;

/// The source of a lead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    pub file_name: String,
    /// The source's own object, unknown keys included.
    pub raw: String,
    /// The fields as they were understood; empty where the source is none that news are compared with.
    pub told: Told,
}

/// The headings of a table, shared by its rows.
pub type Headings = Arc<Vec<String>>;

/// A source's own object as it is kept beside a lead.
#[derive(Debug)]
pub struct Packed {
    /// `None` when it is kept whole.
    headings: Option<Headings>,
    text: String,
    fingerprint: i32,
}

/// Packs `raw`, which is `object` as text, beside `lead` as it is about to be written. `last` are the headings of the row before.
pub fn pack(object: &Value, raw: &str, lead: &Lead, last: &mut Option<Headings>) -> Packed {
    let fingerprint = fingerprint(raw);
    let text = object.as_object().and_then(|object| {
        let packed = source_cells::packed(object.values().map(Value::as_str), &source_cells::held(lead))?;
        Some((headings_of(object, last), packed))
    });
    match text {
        Some((headings, text)) => Packed { headings: Some(headings), text, fingerprint },
        None => Packed { headings: None, text: raw.to_owned(), fingerprint },
    }
}

/// As [`pack`], of the cells of a table's row, which is `raw` as text.
pub fn pack_cells<'a>(
    headings: &Headings,
    cells: impl Iterator<Item = &'a str>,
    raw: impl FnOnce() -> String,
    lead: &Lead,
) -> Packed {
    let raw = raw();
    let fingerprint = fingerprint(&raw);
    match source_cells::packed(cells.map(Some), &source_cells::held(lead)) {
        Some(text) => Packed { headings: Some(Arc::clone(headings)), text, fingerprint },
        None => Packed { headings: None, text: raw, fingerprint },
    }
}

fn headings_of(object: &Map<String, Value>, last: &mut Option<Headings>) -> Headings {
    match last {
        Some(last) if last.len() == object.len() && last.iter().zip(object.keys()).all(|(one, other)| one == other) => {
            Arc::clone(last)
        }
        _ => Arc::clone(last.insert(Arc::new(object.keys().cloned().collect()))),
    }
}

/// Writes the sources of many leads that one file brought.
pub struct Adding<'a> {
    tx: &'a Transaction<'a>,
    file: i64,
    shape: Option<(Headings, i64)>,
}

impl<'a> Adding<'a> {
    pub fn new(tx: &'a Transaction<'a>, file_name: &str, now: Timestamp) -> Result<Self, Error> {
        Ok(Self { tx, file: file_id(tx, file_name, now)?, shape: None })
    }

    /// Writes the source of a lead that was just added as the source told it; `tells` unless news are not compared with it.
    pub fn add(&mut self, lead_id: LeadId, packed: &Packed, tells: bool) -> Result<(), Error> {
        let shape = match &packed.headings {
            None => None,
            Some(headings) => match &self.shape {
                Some((last, id)) if Arc::ptr_eq(last, headings) => Some(*id),
                _ => {
                    let id = shape_id(self.tx, headings)?;
                    self.shape = Some((Arc::clone(headings), id));
                    Some(id)
                }
            },
        };
        let told = (!tells).then_some("null");
        // Nothing is replaced, which SQLite need not prepare for then.
        self.tx
            .prepare_cached(
                "INSERT INTO sources (lead_id, file_id, shape_id, raw, told, since, fingerprint) \
                 VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6)",
            )?
            .execute((lead_id, self.file, shape, &packed.text, told, packed.fingerprint))?;
        Ok(())
    }
}

/// Writes down the source of `lead`, in place of an earlier one. `lead` is as the database has it.
pub fn save(tx: &Transaction<'_>, lead: &Lead, source: &Source, now: Timestamp) -> Result<(), Error> {
    let object: Value = serde_json::from_str(&source.raw).unwrap_or_default();
    let text = object.to_string();
    let same = text == source.raw;
    let packed = pack(if same { &object } else { &Value::Null }, &source.raw, lead, &mut None);
    let shape = packed.headings.as_ref().map(|headings| shape_id(tx, headings)).transpose()?;
    let told = if source.told.is_empty() {
        Some("null".to_owned())
    } else {
        let mine = fields(lead);
        let differing: Vec<_> = source.told.iter().filter(|told| !mine.contains(told)).collect();
        if differing.is_empty() { None } else { Some(to_json(&differing)?) }
    };
    let (file, since) = (file_id(tx, &source.file_name, now)?, history::newest_of(tx, lead.id)?);
    tx.prepare_cached(
        "INSERT OR REPLACE INTO sources (lead_id, file_id, shape_id, raw, told, since, fingerprint) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute((lead.id, file, shape, &packed.text, told, since, packed.fingerprint))?;
    Ok(())
}

fn file_id(tx: &Transaction<'_>, name: &str, at: Timestamp) -> Result<i64, Error> {
    let sql = "SELECT id FROM source_files WHERE name = ?1 AND imported_at = ?2";
    if let Some(id) = tx.prepare_cached(sql)?.query_row((name, at), |row| row.get(0)).optional()? {
        return Ok(id);
    }
    tx.prepare_cached("INSERT INTO source_files (name, imported_at) VALUES (?1, ?2)")?.execute((name, at))?;
    Ok(tx.last_insert_rowid())
}

fn shape_id(tx: &Transaction<'_>, headings: &[String]) -> Result<i64, Error> {
    let json = to_json(&headings)?;
    let sql = "SELECT id FROM source_shapes WHERE headings = ?1";
    if let Some(id) = tx.prepare_cached(sql)?.query_row([&json], |row| row.get(0)).optional()? {
        return Ok(id);
    }
    tx.prepare_cached("INSERT INTO source_shapes (headings) VALUES (?1)")?.execute([&json])?;
    Ok(tx.last_insert_rowid())
}

/// The source of `lead`, which is as the database has it.
pub fn of_lead(connection: &Connection, lead: &Lead) -> Result<Option<Source>, Error> {
    Ok(then(connection, lead)?.map(|(source, _)| source))
}

/// What was known of a lead's source, and from when, to put it back.
pub fn then(connection: &Connection, lead: &Lead) -> Result<Option<(Source, Timestamp)>, Error> {
    let sql = format!("SELECT f.name, f.imported_at, s.told, s.since, {RAW} WHERE s.lead_id = ?1");
    let found = connection
        .prepare_cached(&sql)?
        .query_row([lead.id], |row| {
            let differing: Option<Option<Told>> = match row.get_ref(2)?.as_str_or_null()? {
                Some(json) => Some(from_json(2, json)?),
                None => None,
            };
            let since: i64 = row.get(3)?;
            let raw = raw(row, 4, || Ok(lead.clone()))?;
            Ok((row.get::<_, String>(0)?, row.get(1)?, differing, since, raw))
        })
        .optional()?;
    let Some((file_name, at, differing, since, raw)) = found else { return Ok(None) };
    let told = match differing {
        Some(None) => Vec::new(),
        Some(Some(differing)) => told(connection, lead, since, differing)?,
        None => told(connection, lead, since, Vec::new())?,
    };
    Ok(Some((Source { file_name, raw, told }, at)))
}

/// What the source told: what the lead holds, without what was changed since, and with what it did not hold then.
fn told(connection: &Connection, lead: &Lead, since: i64, differing: Told) -> Result<Told, Error> {
    let mut told = fields(lead);
    let mut put = |field, value| {
        if let Some(place) = told.iter_mut().find(|(other, _)| *other == field) {
            place.1 = value;
        }
    };
    for change in history::changes_since(connection, lead.id, since)?.0.into_iter().rev() {
        put(change.field, change.before);
    }
    for (field, value) in differing {
        put(field, value);
    }
    Ok(told)
}

/// The lead that came of exactly this source object, for leads without a referral id.
pub fn lead_of(connection: &Connection, raw: &str) -> Result<Option<LeadId>, Error> {
    let sql = "SELECT lead_id FROM sources WHERE fingerprint = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([fingerprint(raw)])?;
    while let Some(row) = rows.next()? {
        let id = row.get(0)?;
        if raw_of(connection, id)?.is_some_and(|(_, other)| other == raw) {
            return Ok(Some(id));
        }
    }
    Ok(None)
}

/// Forgets the source of a lead.
pub fn delete(tx: &Transaction<'_>, lead_id: LeadId) -> Result<(), Error> {
    tx.prepare_cached("DELETE FROM sources WHERE lead_id = ?1")?.execute([lead_id])?;
    Ok(())
}

/// Whether the source of a lead is exactly this object: by its fingerprint of 64 bits. The lead is known already, so all that could be
/// mistaken is news of this one lead, once in some 10^19.
pub fn is(connection: &Connection, lead_id: LeadId, raw: &str) -> Result<bool, Error> {
    let sql = "SELECT EXISTS (SELECT 1 FROM sources WHERE lead_id = ?1 AND fingerprint = ?2)";
    Ok(connection.prepare_cached(sql)?.query_row((lead_id, fingerprint(raw)), |row| row.get(0))?)
}

/// The source's own object, unknown keys included, and the name of the file that it came in.
pub fn raw_of(connection: &Connection, lead_id: LeadId) -> Result<Option<(String, String)>, Error> {
    let sql = format!("SELECT f.name, {RAW} WHERE s.lead_id = ?1");
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query([lead_id])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let raw = raw(row, 1, || {
        leads::get(connection, lead_id).map_err(|error| unreadable(1, std::io::Error::other(format!("{error:?}"))))
    })?;
    Ok(Some((row.get(0)?, raw)))
}

const RAW: &str = "s.raw, s.base, h.headings FROM sources s JOIN source_files f ON f.id = s.file_id \
    LEFT JOIN source_shapes h ON h.id = s.shape_id";

/// Reads the columns of [`RAW`] from column `at` on.
fn raw(row: &Row<'_>, at: usize, lead: impl FnOnce() -> rusqlite::Result<Lead>) -> rusqlite::Result<String> {
    let Some(headings) = row.get_ref(at + 2)?.as_str_or_null()? else { return row.get(at) };
    let headings: Vec<String> = from_json(at + 2, headings)?;
    let packed = row.get_ref(at)?.as_str()?;
    let object = match row.get_ref(at + 1)?.as_str_or_null()? {
        Some(base) => {
            let base = Base::read(base).map_err(|error| unreadable(at + 1, error))?;
            source_cells::unpacked(packed, headings, &base.held())
        }
        None => source_cells::unpacked(packed, headings, &source_cells::held(&lead()?)),
    };
    let object = object.ok_or_else(|| unreadable(at, std::io::Error::other("the cells are not those of the table")))?;
    Ok(object.to_string())
}

/// Equal fingerprints are compared in full.
fn fingerprint(raw: &str) -> i32 {
    let mut hash = Fnv::default();
    hash.bytes(raw.as_bytes());
    // As the upgrade of a database takes it from a longer one.
    #[expect(clippy::cast_possible_truncation, reason = "the lower half is as good a fingerprint")]
    let lower = hash.0 as u32;
    lower.cast_signed()
}
