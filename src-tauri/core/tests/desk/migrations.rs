//! Upgrades: newer files are refused untouched, all or nothing, and every released version opens.

use hearth_core::api::ApiError;
use hearth_core::store::migrate::KNOWN;
use rusqlite::Connection;

use crate::support::{Desk, open};

#[test]
fn a_database_of_a_newer_hearth_is_refused_and_left_untouched() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hearth.db");
    let newer = Connection::open(&path).unwrap();
    newer.execute_batch("CREATE TABLE leads (from_the_future TEXT); PRAGMA user_version = 99;").unwrap();
    drop(newer);
    let before = std::fs::read(&path).unwrap();
    let refused = ApiError::NewerFile { path: path.display().to_string(), found: 99, known: KNOWN };
    assert_eq!(open(&path).err(), Some(refused), "it says which version it is and which we know");
    assert_eq!(std::fs::read(&path).unwrap(), before, "not one byte was changed");
    let files = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(files, 1, "and nothing was laid beside it");
}

#[test]
fn another_programs_database_is_not_taken_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hearth.db");
    Connection::open(&path).unwrap().execute_batch("CREATE TABLE songs (title TEXT);").unwrap();
    assert!(matches!(open(&path), Err(ApiError::Corrupt { .. })), "it is not ours");
    let tables: i64 =
        Connection::open(&path).unwrap().query_row("SELECT count(*) FROM sqlite_schema", [], |r| r.get(0)).unwrap();
    assert_eq!(tables, 1, "and stays as it was");
}

#[test]
fn every_table_is_strict_and_every_statement_has_run() {
    let desk = Desk::new();
    let loose: Vec<String> = desk
        .raw()
        .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(loose, [] as [String; 0], "a number in a text column would be found out years later");
    let version: u32 = desk.raw().pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    assert_eq!(version, KNOWN, "the file says which version it is at");
}

#[test]
fn two_windows_that_open_an_empty_file_at_once_both_get_a_desk() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hearth.db");
    std::thread::scope(|scope| {
        let opened: Vec<_> = (0..4).map(|_| scope.spawn(|| hearth(&path))).collect();
        for opened in opened {
            assert_eq!(opened.join().unwrap(), Ok(0), "one creates it, the others wait");
        }
    });
}

fn hearth(path: &std::path::Path) -> Result<u32, ApiError> {
    use std::sync::Arc;
    let clock = Arc::new(hearth_core::clock::ManualClock::at(crate::support::at(crate::support::START)));
    let app =
        hearth_core::app::App::open(crate::support::options(path, clock, Arc::new(crate::support::Heard::default())))?;
    hearth_core::actions::expire_due::expire_due(&app)
}
