//! Upgrades: newer files are refused untouched, all or nothing, and every released version opens.

use hearth_core::api::*;
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

/// A database as the first version wrote it: a hot lead of which something was told, and something is still to be told.
const FIRST_VERSION: &str = include_str!("../../src/store/migrations/0001_the_lead_desk.sql");
const WITH_LEADS: &str = r#"
    INSERT INTO leads (id, lead_type, origin, favorite, received_at, respond_by, stage, customer, contacts,
                       requested_contact, hot_until, need, requirements, employees, invited_by, search_text)
    VALUES (7, 'customerInquiry', 'import', 0, 1763629200000, 1764838800000, 'received', 'Fabrikam', '[]', 1,
            1763888400000, 'Teams', '{}', '[]', '{}', 'fabrikam');
    INSERT INTO reminders (lead_id, kind, due_at, deadline, claimed_at, shown_at, told_at)
    VALUES (7, 'hotArrived', 1763629200000, 1763888400000, 1763629200000, 1763629201000, 1763629201000),
           (7, 'hot24h', 1763802000000, 1763888400000, NULL, NULL, NULL),
           (7, 'hot4h', 1763874000000, 1763888400000, NULL, NULL, NULL),
           (7, 'hot1h', 1763884800000, 1763888400000, NULL, NULL, NULL),
           (7, 'hotLapsed', 1763888400000, 1763888400000, NULL, NULL, NULL),
           (7, 'respond3d', 1764579600000, 1764838800000, NULL, NULL, NULL),
           (7, 'respond1d', 1764752400000, 1764838800000, NULL, NULL, NULL);
    INSERT INTO settings VALUES ('settings', '{"language":"ko","undoSeconds":60}');
    PRAGMA user_version = 1;
"#;

#[test]
fn a_desk_of_the_first_version_keeps_what_was_told_and_what_is_to_be_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hearth.db");
    let first = Connection::open(&path).unwrap();
    first.execute_batch(FIRST_VERSION).unwrap();
    first.execute_batch(WITH_LEADS).unwrap();
    drop(first);

    let desk = Desk::of(folder, "2025-11-20T09:00:00Z");
    assert_eq!(desk.upgraded(), [0, 0, 30, 100], "whoever waits is told how far it is: keys, then words");
    let lead = desk.get(7);
    assert_eq!((lead.customer.name.as_str(), lead.follow_up, lead.snoozed_until), ("Fabrikam", None, None), "the lead");
    let settings = hearth_core::actions::settings::get(&desk.app).unwrap();
    assert_eq!(
        (settings.undo_seconds, settings.alarm),
        (60, AlarmRules::default()),
        "the settings, with the usual rules"
    );
    assert_eq!(desk.bell().reminders.len(), 1, "what was told stands in the bell");
    assert_eq!(desk.tell(), [], "and is not told again");
    // Planning the lead anew finds the same reminders under the same keys.
    let before: Vec<String> = keys(&desk);
    handlers::set_favorite(&desk.app, SetFavorite { id: 7, favorite: true }).unwrap();
    assert_eq!(keys(&desk), before, "no key was changed by the upgrade, so none is told twice");
    desk.set("2025-11-22T09:00:00Z");
    assert_eq!(desk.tell().len(), 1, "with 24 hours left");
    let copy = hearth_core::store::migrate::backup_path(&desk.path(), 1);
    assert!(copy.exists(), "and the database as it was lies beside it");
}

fn keys(desk: &Desk) -> Vec<String> {
    let database = desk.raw();
    let mut statement = database.prepare("SELECT key FROM reminders ORDER BY key").unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
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
