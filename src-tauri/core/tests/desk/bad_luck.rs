//! Bad luck: a damaged, locked, read-only or full database gets a clear error, and nothing is lost.

use std::time::Duration;

use hearth_core::api::*;
use rusqlite::Connection;

use crate::support::{Desk, START, at, open, typed};

#[test]
fn a_damaged_database_is_told_and_kept() {
    let desk = Desk::new();
    for n in 0..200 {
        desk.add(&format!("Customer {n}"));
    }
    let path = desk.path();
    let copy = desk.folder().join("copy.db");
    desk.raw().execute("VACUUM INTO ?1", [copy.to_str().unwrap()]).unwrap();
    let mut bytes = std::fs::read(&copy).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 8192].fill(0xa5);
    std::fs::write(&copy, &bytes).unwrap();
    let Err(ApiError::Corrupt { path: told, .. }) = open(&copy) else { panic!("the damage is noticed at the start") };
    assert_eq!(told, copy.display().to_string(), "and it says which file");
    assert_eq!(std::fs::read(&copy).unwrap(), bytes, "the damaged file is kept as it is");
    assert!(path.exists());
}

#[test]
fn a_large_database_opens_at_once_and_is_read_through_later() {
    let desk = Desk::new();
    desk.add("Fabrikam");
    let pad = "INSERT INTO views (place, name, view) VALUES (0, 'long', hex(zeroblob(9000000)))";
    desk.raw().execute(pad, []).unwrap();
    let copy = desk.folder().join("copy.db");
    desk.raw().execute("VACUUM INTO ?1", [copy.to_str().unwrap()]).unwrap();
    open(&copy).unwrap().check_large_file().expect("nothing is wrong with it");
    let mut bytes = std::fs::read(&copy).unwrap();
    let page = bytes.len() / 2 / 4096 * 4096;
    // A page of the long text says that it goes on at a page that there is not.
    bytes[page..page + 4].fill(0x7f);
    std::fs::write(&copy, &bytes).unwrap();
    let app = open(&copy).expect("nobody waits for every page of a year of leads");
    let checked = app.check_large_file();
    assert!(matches!(checked, Err(ApiError::Corrupt { .. })), "the damage is noticed soon after: {checked:?}");
}

#[test]
fn a_file_that_is_no_database_is_told_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hearth.db");
    std::fs::write(&path, "not a database at all, but somebody's only copy of a letter").unwrap();
    assert!(matches!(open(&path), Err(ApiError::Corrupt { .. })), "it is not opened");
    assert!(std::fs::read_to_string(&path).unwrap().contains("only copy"), "and not overwritten");
}

#[test]
fn a_locked_database_is_busy_not_broken() {
    let desk = Desk::new();
    let other = desk.raw();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let clock = std::sync::Arc::new(hearth_core::clock::ManualClock::at(at(START)));
    let listener = std::sync::Arc::new(crate::support::Heard::default());
    let options = crate::support::options(&desk.path(), clock, listener);
    let app = hearth_core::app::App::open_waiting(options, Duration::from_millis(50)).unwrap();
    let add = || handlers::add_lead(&app, typed("Fabrikam", at(START)));
    assert_eq!(add().err(), Some(ApiError::Busy), "another program is writing");
    other.execute_batch("ROLLBACK").unwrap();
    assert!(add().is_ok(), "and a moment later it works");
}

#[test]
fn a_full_disk_refuses_the_action_and_keeps_what_was_there() {
    let desk = Desk::new();
    let lead = desk.add("Fabrikam");
    // The page limit is what SQLite meets when a disk is full: SQLITE_FULL, with the transaction rolled back.
    desk.app
        .write(|tx, _, _| {
            let pages: i64 = tx.pragma_query_value(None, "page_count", |row| row.get(0))?;
            tx.pragma_update(None, "max_page_count", pages)?;
            Ok(())
        })
        .unwrap();
    let mut last = Ok(lead.clone());
    for n in 0..200 {
        last = handlers::add_lead(
            &desk.app,
            AddLead { need: "x".repeat(15_000), ..typed(&format!("Customer {n}"), at(START)) },
        );
        if last.is_err() {
            break;
        }
    }
    assert_eq!(last.err(), Some(ApiError::DiskFull), "in words that a user can act on");
    assert_eq!(desk.get(lead.id).customer.name, "Fabrikam", "what was there is there");
    let check: String = desk.raw().query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(check, "ok", "and the file is sound");
}

#[test]
fn a_database_that_only_others_may_write_is_read_only_not_broken() {
    let desk = Desk::new();
    desk.add("Fabrikam");
    let error = desk.app.write(|tx, _, _| {
        tx.pragma_update(None, "query_only", true)?;
        let refused = tx.execute("DELETE FROM leads", []);
        tx.pragma_update(None, "query_only", false)?;
        refused?;
        Ok(())
    });
    let path = desk.path().display().to_string();
    assert_eq!(error, Err(ApiError::ReadOnly { path }), "it names the file whose permissions to look at");
}

#[test]
#[cfg(unix)]
fn a_folder_that_cannot_be_written_is_told_at_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("missing").join("hearth.db");
    let Err(ApiError::Unopened { path: told, .. }) = open(&path) else { panic!("there is no such folder") };
    assert_eq!(told, path.display().to_string(), "it says where it looked");
}

#[test]
#[cfg(unix)]
fn only_the_owner_can_read_the_database() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let mode = std::fs::metadata(desk.path()).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode, 0o600, "leads are other people's data");
}

#[test]
fn a_panic_inside_the_gate_rolls_back_and_the_desk_goes_on() {
    let desk = Desk::new();
    let lead = desk.add("Fabrikam");
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        desk.app.write(|tx, _, _| -> Result<(), ApiError> {
            tx.execute("UPDATE leads SET customer = 'half done'", [])?;
            panic!("a mistake of ours");
        })
    }));
    assert!(panicked.is_err(), "the test's own panic");
    assert_eq!(desk.get(lead.id).customer.name, "Fabrikam", "nothing half done is kept");
    assert!(desk.accept(&lead).is_ok(), "and the next action works");
}

#[test]
fn a_reader_is_not_held_up_by_a_writer() {
    let desk = Desk::new();
    let lead = desk.add("Fabrikam");
    desk.app
        .write(|tx, _, _| {
            tx.execute("UPDATE leads SET customer = 'not yet committed'", [])?;
            assert_eq!(desk.get(lead.id).customer.name, "Fabrikam", "the window shows what is committed, at once");
            Ok(())
        })
        .unwrap();
    let other = Connection::open(desk.path()).unwrap();
    let mode: String = other.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
    assert_eq!(mode, "wal", "by the write-ahead log");
}
