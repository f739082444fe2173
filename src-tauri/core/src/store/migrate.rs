//! Bringing a database up to date: numbered `.sql` files, all pending ones in one transaction.
//!
//! Before the first one a copy is laid beside the file; a database from a newer Hearth is refused and left untouched.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, TransactionBehavior};

use crate::error::Error;

/// In order; the place in this list plus one is the version that a file is at afterwards.
pub(super) const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_the_lead_desk.sql"),
    include_str!("migrations/0002_the_alarm.sql"),
    include_str!("migrations/0003_in_and_out.sql"),
    include_str!("migrations/0004_a_million_leads.sql"),
];

/// The version that this Hearth writes.
pub const KNOWN: u32 = MIGRATIONS.len() as u32;

/// Marks the file as Hearth's ("Hrth").
const APPLICATION_ID: i32 = 0x4872_7468;

/// The version a file is at; 0 is an empty file.
pub fn version(connection: &Connection) -> Result<u32, Error> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Whether the file says that it is Hearth's.
pub fn is_hearths(connection: &Connection) -> Result<bool, Error> {
    let id: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    Ok(id == APPLICATION_ID)
}

/// Fails with `NewerFile` if a newer Hearth wrote the file.
pub fn refuse_newer(found: u32, path: &Path) -> Result<(), Error> {
    if found > KNOWN {
        return Err(Error::NewerFile { path: path.display().to_string(), found, known: KNOWN });
    }
    Ok(())
}

/// Runs the pending migrations: all of them, or none.
pub fn upgrade(connection: &mut Connection, path: &Path) -> Result<(), Error> {
    let from = version(connection)?;
    if from == KNOWN {
        return Ok(());
    }
    if from > 0 {
        back_up(connection, path, from)?;
    } else if connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0))? > 0 {
        return Err(Error::Corrupt { path: String::new(), detail: "the file is another program's database".into() });
    }
    let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another process may have upgraded while this one waited for the lock.
    let from = version(&tx)? as usize;
    for migration in &MIGRATIONS[from..] {
        tx.execute_batch(migration)?;
    }
    let broken: i64 = tx.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
    if broken > 0 {
        return Err(Error::Corrupt { path: String::new(), detail: format!("{broken} rows point nowhere") });
    }
    // What could be undone before an upgrade was written in the old shape.
    tx.execute("DELETE FROM undo", [])?;
    tx.pragma_update(None, "application_id", APPLICATION_ID)?;
    tx.pragma_update(None, "user_version", KNOWN)?;
    tx.commit()?;
    Ok(())
}

fn back_up(connection: &Connection, path: &Path, from: u32) -> Result<(), Error> {
    let copy = backup_path(path, from);
    if !copy.exists() {
        let copy = copy.to_str().ok_or_else(|| Error::internal("the backup's path is not Unicode"))?;
        connection.execute("VACUUM INTO ?1", [copy])?;
    }
    Ok(())
}

/// Where the copy lies that is made before version `from` is upgraded.
pub fn backup_path(path: &Path, from: u32) -> PathBuf {
    path.with_extension(format!("before-v{}.db", from + 1))
}
