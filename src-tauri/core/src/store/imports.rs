//! The imports that were done, and what each did to a lead, to take it back.
//!
//! Whether a lead was worked on since is decided in `domain::imports`.

use rusqlite::{Connection, OptionalExtension, Transaction};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::leads;
use super::sources::Source;
use super::{from_json, to_json};
use crate::domain::history::Actor;
use crate::domain::lead::{Lead, LeadId};
use crate::domain::time::Timestamp;
use crate::error::Error;

/// An import, with a report that only `actions` understands.
#[derive(Clone, Debug)]
pub struct Import<R> {
    pub id: i64,
    pub at: Timestamp,
    pub by: Actor,
    pub report: R,
    pub last_history: i64,
    pub undone_at: Option<Timestamp>,
}

/// What an import did to one lead.
#[derive(Clone, Debug)]
pub struct ImportedLead {
    pub lead_id: LeadId,
    pub added: bool,
    /// The lead before; `None` when it was added, or only its source was news.
    pub before: Option<Lead>,
    /// What was known of the source before, where that was changed.
    pub source_before: Option<SourceBefore>,
    /// The fingerprint of what the import left.
    pub after: i64,
}

/// What was known of a lead's source, with the time it was from.
pub type SourceBefore = Option<SourceThen>;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SourceThen {
    pub source: Source,
    pub at: Timestamp,
}

/// Begins an import; its number. What it did is written when it is done.
pub fn begin(tx: &Transaction<'_>, by: &Actor, now: Timestamp) -> Result<i64, Error> {
    tx.prepare_cached("INSERT INTO imports (at, actor, report, last_history) VALUES (?1, ?2, 'null', 0)")?
        .execute((now, to_json(by)?))?;
    Ok(tx.last_insert_rowid())
}

/// Ends an import; `false` when it did nothing that could be taken back, and is forgotten.
pub fn finish(tx: &Transaction<'_>, id: i64, report: &impl Serialize) -> Result<bool, Error> {
    let did: bool = tx
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM import_rows WHERE import_id = ?1)")?
        .query_row([id], |row| row.get(0))?;
    if did {
        let sql = "UPDATE imports SET report = ?2, \
                   last_history = (SELECT coalesce(max(id), 0) FROM history) WHERE id = ?1";
        tx.prepare_cached(sql)?.execute((id, to_json(report)?))?;
    } else {
        tx.prepare_cached("DELETE FROM imports WHERE id = ?1")?.execute([id])?;
    }
    Ok(did)
}

const IMPORT: &str = "SELECT id, at, actor, report, last_history, undone_at FROM imports";

/// The newest `most` imports, newest first.
pub fn list<R: DeserializeOwned>(connection: &Connection, most: u32) -> Result<Vec<Import<R>>, Error> {
    let mut statement = connection.prepare_cached(&format!("{IMPORT} ORDER BY id DESC LIMIT ?1"))?;
    let imports = statement.query_map([most], from_row)?.collect::<Result<_, _>>()?;
    Ok(imports)
}

pub fn get<R: DeserializeOwned>(connection: &Connection, id: i64) -> Result<Import<R>, Error> {
    Ok(connection.prepare_cached(&format!("{IMPORT} WHERE id = ?1"))?.query_row([id], from_row)?)
}

fn from_row<R: DeserializeOwned>(row: &rusqlite::Row<'_>) -> rusqlite::Result<Import<R>> {
    Ok(Import {
        id: row.get(0)?,
        at: row.get(1)?,
        by: from_json(2, row.get_ref(2)?.as_str()?)?,
        report: from_json(3, row.get_ref(3)?.as_str()?)?,
        last_history: row.get(4)?,
        undone_at: row.get(5)?,
    })
}

/// Notes that an import was taken back; what was kept for that is not needed any more.
pub fn mark_undone(tx: &Transaction<'_>, id: i64, now: Timestamp) -> Result<(), Error> {
    tx.execute("UPDATE imports SET undone_at = ?2 WHERE id = ?1", (id, now))?;
    tx.execute("DELETE FROM import_rows WHERE import_id = ?1", [id])?;
    Ok(())
}

/// Notes that an import added a lead.
pub fn note_added(tx: &Transaction<'_>, import: i64, lead: LeadId, after: i64) -> Result<(), Error> {
    tx.prepare_cached("INSERT INTO import_rows (import_id, lead_id, added, after) VALUES (?1, ?2, 1, ?3)")?
        .execute((import, lead, after))?;
    Ok(())
}

/// Notes that an import changed a lead, or what is known of its source; what was before the first change of the same import
/// counts.
pub fn note_changed(
    tx: &Transaction<'_>,
    import: i64,
    lead: LeadId,
    before: Option<&Lead>,
    source_before: Option<&SourceBefore>,
    after: i64,
) -> Result<(), Error> {
    tx.prepare_cached(
        "INSERT INTO import_rows (import_id, lead_id, added, before, source_before, after) VALUES (?1, ?2, 0, ?3, ?4, ?5) \
         ON CONFLICT (import_id, lead_id) DO UPDATE SET after = excluded.after, \
         before = iif(added, NULL, coalesce(before, excluded.before)), \
         source_before = iif(added, NULL, coalesce(source_before, excluded.source_before))",
    )?
    .execute((import, lead, before.map(to_json).transpose()?, source_before.map(to_json).transpose()?, after))?;
    Ok(())
}

/// Calls `each` with what an import did to every lead that is still here, and the lead as it stands.
pub fn each_row(
    connection: &Connection,
    import: i64,
    mut each: impl FnMut(ImportedLead, Lead) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut ids = connection.prepare(
        "SELECT lead_id, added, before, source_before, after FROM import_rows WHERE import_id = ?1 ORDER BY lead_id",
    )?;
    let mut rows = ids.query([import])?;
    while let Some(row) = rows.next()? {
        let imported = imported(row)?;
        let lead = leads::get(connection, imported.lead_id)?;
        each(imported, lead)?;
    }
    Ok(())
}

/// The leads that an import did something to, and what it did to one of them.
pub fn rows_of(connection: &Connection, import: i64) -> Result<Vec<LeadId>, Error> {
    let mut statement =
        connection.prepare_cached("SELECT lead_id FROM import_rows WHERE import_id = ?1 ORDER BY lead_id")?;
    let ids = statement.query_map([import], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(ids)
}

/// What an import did to a lead; `None` when the lead is gone since.
pub fn row(connection: &Connection, import: i64, lead: LeadId) -> Result<Option<ImportedLead>, Error> {
    let sql =
        "SELECT lead_id, added, before, source_before, after FROM import_rows WHERE import_id = ?1 AND lead_id = ?2";
    Ok(connection.prepare_cached(sql)?.query_row((import, lead), imported).optional()?)
}

fn imported(row: &rusqlite::Row<'_>) -> rusqlite::Result<ImportedLead> {
    Ok(ImportedLead {
        lead_id: row.get(0)?,
        added: row.get(1)?,
        before: row.get_ref(2)?.as_str_or_null()?.map(|json| from_json(2, json)).transpose()?,
        source_before: row.get_ref(3)?.as_str_or_null()?.map(|json| from_json(3, json)).transpose()?,
        after: row.get(4)?,
    })
}

/// The lead as the imports after `import` found it that changed it, with their numbers.
pub fn befores_since(connection: &Connection, lead: LeadId, import: i64) -> Result<Vec<(i64, Lead)>, Error> {
    let sql = "SELECT import_id, before FROM import_rows WHERE lead_id = ?1 AND import_id > ?2 AND before IS NOT NULL";
    let mut statement = connection.prepare_cached(sql)?;
    let befores =
        statement.query_map((lead, import), |row| Ok((row.get(0)?, from_json(1, row.get_ref(1)?.as_str()?)?)))?;
    Ok(befores.collect::<Result<_, _>>()?)
}

/// Writes over what the lead was before an import: what it would have been.
pub fn rewrite_before(tx: &Transaction<'_>, import: i64, before: &Lead) -> Result<(), Error> {
    tx.prepare_cached("UPDATE import_rows SET before = ?3 WHERE import_id = ?1 AND lead_id = ?2")?.execute((
        import,
        before.id,
        to_json(before)?,
    ))?;
    Ok(())
}

/// Forgets what the imports since `import` did to a lead that is again what it was before that one; what was known of its source
/// when the first of them changed that.
pub fn forget_since(tx: &Transaction<'_>, import: i64, lead: LeadId) -> Result<Option<SourceBefore>, Error> {
    let sql = "SELECT source_before FROM import_rows WHERE lead_id = ?1 AND import_id > ?2 AND source_before IS NOT NULL \
               ORDER BY import_id LIMIT 1";
    let source_before =
        tx.prepare_cached(sql)?.query_row((lead, import), |row| from_json(0, row.get_ref(0)?.as_str()?)).optional()?;
    tx.prepare_cached("DELETE FROM import_rows WHERE lead_id = ?1 AND import_id > ?2")?.execute((lead, import))?;
    Ok(source_before)
}

/// Hands what was known of a lead's source before import `import` on to the next import that changed it; `false` when there is
/// none, and the source itself is the one to be put back.
pub fn hand_source_on(
    tx: &Transaction<'_>,
    import: i64,
    lead: LeadId,
    source_before: &SourceBefore,
) -> Result<bool, Error> {
    let changed = tx
        .prepare_cached(
            "UPDATE import_rows SET source_before = ?3 WHERE lead_id = ?2 AND import_id = (SELECT min(r.import_id) \
             FROM import_rows r WHERE r.lead_id = ?2 AND r.import_id > ?1 AND r.source_before IS NOT NULL)",
        )?
        .execute((import, lead, to_json(source_before)?))?;
    Ok(changed > 0)
}

/// Marks a place in a transaction, to come back to it.
pub fn mark_place(tx: &Transaction<'_>) -> Result<(), Error> {
    Ok(tx.execute_batch("SAVEPOINT place")?)
}

/// Undoes all since [`mark_place`].
pub fn back_to_place(tx: &Transaction<'_>) -> Result<(), Error> {
    Ok(tx.execute_batch("ROLLBACK TO place; RELEASE place")?)
}

/// Keeps all since [`mark_place`].
pub fn forget_place(tx: &Transaction<'_>) -> Result<(), Error> {
    Ok(tx.execute_batch("RELEASE place")?)
}
