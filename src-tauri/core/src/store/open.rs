//! How a database is opened, and why each pragma is what it is.
//!
//! | pragma | value | why |
//! |---|---|---|
//! | `journal_mode` | WAL | readers never wait for the writer; an import does not freeze the window |
//! | `synchronous` | FULL | an accepted lead survives a power cut; imports are one transaction, so it costs nothing |
//! | `foreign_keys` | on | history, notices and reminders go with their lead |
//! | `busy_timeout` | 5 s | another program, such as a backup, may hold the file for a moment |
//! | `trusted_schema` | off | a file from elsewhere cannot run functions by its schema |
//! | `cell_size_check` | on | damage is noticed where it is read, not later |
//! | `cache_size` | 32 MB for the writer | an import of many leads keeps the pages of its indexes at hand instead of writing them over and over |
//! | `journal_size_limit` | 16 MB for the writer | a large import leaves no journal of its size on the disk |
//! | `temp_store` | memory | nothing of a lead is left in a temporary file |
//!
//! One switch beside them: the planner's stability guarantee. A statement that is kept is planned once, by its words alone. Without
//! it SQLite plans a statement anew each time that certain values are bound (a `LIMIT`, what a partial index asks), which took more
//! than half of what an action costs the processor.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::{foreseen, match_keys, migrate, search};
use crate::error::Error;

/// How long a statement waits for another program's lock.
pub const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// A file of up to so many bytes is read through before the desk is built on it: that takes some hundredths of a second.
const CHECKED_AT_ONCE: u64 = 16 * 1024 * 1024;

/// How many KiB of pages the writer keeps in memory at most.
const WRITERS_CACHE_KIB: i64 = 32 * 1024;

/// How many of them it keeps while it rests.
const WRITERS_REST_KIB: i64 = 2 * 1024;

/// How long the journal's file stays once what is in it has reached the database.
const JOURNAL_BYTES: i64 = 16 * 1024 * 1024;

/// Opens the writer's connection: creates the file if there is none, checks it, and upgrades it.
///
/// Fails with `Corrupt`, `NewerFile`, `ReadOnly`, `Busy` or `Unopened`, and then the file is as it was.
pub fn open_writer(path: &Path, busy_timeout: Duration) -> Result<Connection, Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(busy_timeout)?;
    if connection.is_readonly(rusqlite::MAIN_DB)? {
        return Err(Error::ReadOnly { path: String::new() });
    }
    // The version is read before anything is set, so that a newer file stays untouched to the byte.
    let version = migrate::version(&connection)?;
    migrate::refuse_newer(version, path)?;
    // Nothing is upgraded that was not looked at; else a large file is looked at later.
    if version > 0 && (version < migrate::KNOWN || !is_large(path)) {
        check(&connection)?;
    }
    restrict_to_owner(path);
    path.parent().into_iter().for_each(foreseen::remove_stray);
    connection.pragma_update(None, "journal_mode", "WAL")?;
    set_up(&connection)?;
    connection.pragma_update(None, "cache_size", -WRITERS_CACHE_KIB)?;
    connection.pragma_update_and_check(None, "journal_size_limit", JOURNAL_BYTES, |_| Ok(()))?;
    migrate::upgrade(&mut connection, path)?;
    for make_anew_if_stale in [match_keys::make_anew_if_stale, search::make_anew_if_stale] {
        match make_anew_if_stale(&mut connection) {
            // Duplicates and words are found at the next start then: a full disk keeps no desk from being looked at.
            Err(error @ (Error::DiskFull | Error::ReadOnly { .. } | Error::Busy | Error::Unopened { .. })) => {
                log::warn!("what leads have in common, or their words, are not indexed yet: {error:?}");
            }
            made => made?,
        }
    }
    Ok(connection)
}

/// Opens one more connection for reading, of a database that [`open_writer`] has opened.
pub fn open_reader(path: &Path, busy_timeout: Duration) -> Result<Connection, Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(busy_timeout)?;
    set_up(&connection)?;
    Ok(connection)
}

/// A number that changes when another connection than `connection` commits; its own commits leave it as it is.
pub fn commits_of_others(connection: &Connection) -> Result<i64, Error> {
    Ok(connection.pragma_query_value(None, "data_version", |row| row.get(0))?)
}

fn set_up(connection: &Connection) -> Result<(), Error> {
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    // One action with its answer takes some fifty statements; what lies between two of the same kind pushes none of them out.
    connection.set_prepared_statement_cache_capacity(128);
    Ok(())
}

/// Gives back what the writer holds of pages beyond those it used last: after an import, or many expired leads, it is full of pages
/// that nobody asks for again. The next large transaction may fill it as before.
pub fn rest_writer(writer: &Connection) -> Result<(), Error> {
    writer.pragma_update(None, "cache_size", -WRITERS_REST_KIB)?;
    writer.pragma_update(None, "cache_size", -WRITERS_CACHE_KIB)?;
    Ok(())
}

/// Whether a file is so large that the desk is not kept waiting until every page of it was read.
pub fn is_large(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|file| file.len() > CHECKED_AT_ONCE)
}

/// Notices a damaged file. `quick_check` reads every page but skips the indexes' content.
pub fn check(connection: &Connection) -> Result<(), Error> {
    let found: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if found == "ok" { Ok(()) } else { Err(Error::Corrupt { path: String::new(), detail: found }) }
}

/// Leads are other people's data: only the user's own account may read the file.
fn restrict_to_owner(path: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // A file system without permissions (a USB stick) is no reason to refuse the work.
        if let Err(error) = std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)) {
            log::warn!("the database's permissions could not be set: {error}");
        }
    }
    #[cfg(not(unix))]
    let _ = path;
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bytes of pages that a connection holds.
    fn held(connection: &Connection) -> i32 {
        let (mut now, mut most) = (0, 0);
        // SAFETY: the handle is that of an open connection, and the two numbers outlive the call.
        let code = unsafe {
            rusqlite::ffi::sqlite3_db_status(
                connection.handle(),
                rusqlite::ffi::SQLITE_DBSTATUS_CACHE_USED,
                &raw mut now,
                &raw mut most,
                0,
            )
        };
        assert_eq!(code, 0, "SQLite knows what it holds");
        now
    }

    #[test]
    fn a_large_transaction_leaves_neither_a_full_cache_nor_a_long_journal() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("hearth.db");
        let mut writer = open_writer(&path, BUSY_TIMEOUT).unwrap();
        let fill = |writer: &mut Connection, megabytes: u32| {
            let tx = writer.transaction().unwrap();
            tx.execute_batch("CREATE TABLE IF NOT EXISTS filler (bytes)").unwrap();
            for _ in 0..megabytes * 256 {
                tx.execute("INSERT INTO filler VALUES (zeroblob(4000))", []).unwrap();
            }
            tx.commit().unwrap();
        };
        fill(&mut writer, 24);
        assert!(held(&writer) > 20_000_000, "an import has its pages at hand: {} bytes", held(&writer));
        rest_writer(&writer).unwrap();
        assert!(held(&writer) < 3_000_000, "at rest they are given back: {} bytes", held(&writer));

        // What comes next finds the journal in the database already, begins it anew and cuts it.
        fill(&mut writer, 1);
        let journal = std::fs::metadata(path.with_extension("db-wal")).unwrap().len();
        assert!(journal <= JOURNAL_BYTES as u64, "the journal does not keep the size of the import: {journal} bytes");
        fill(&mut writer, 24);
        assert!(held(&writer) > 20_000_000, "the next import has its pages at hand again: {} bytes", held(&writer));
    }
    #[test]
    fn a_statement_is_planned_once_whatever_values_are_bound() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("hearth.db");
        let writer = open_writer(&path, BUSY_TIMEOUT).unwrap();
        for connection in [&writer, &open_reader(&path, BUSY_TIMEOUT).unwrap()] {
            let sql = "SELECT lead_id FROM match_keys WHERE kind = ?1 AND key = 'a' ORDER BY lead_id DESC LIMIT ?2";
            let mut statement = connection.prepare(sql).unwrap();
            for value in 1..9 {
                assert!(!statement.exists((value, value)).unwrap(), "an empty desk has no keys");
            }
            let again = statement.get_status(rusqlite::StatementStatus::RePrepare);
            assert_eq!(again, 0, "to plan it anew for each value takes ten times as long as to run it");
        }
    }
}
