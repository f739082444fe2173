//! The database as a whole: kept, put back, looked over.

use crate::support::*;

#[test]
fn a_backup_is_a_whole_desk() {
    let desk = Desk::new();
    let backup = desk.path("keep.db").display().to_string();
    assert_eq!(desk.run(&["backup", &backup]).code, 0, "written");
    assert_eq!(desk.json(&["check", &backup])["leads"], 2, "with every lead");
    desk.json(&["decline", "1", "--reason", "3"]);
    assert_eq!(desk.refusal(&["backup", &backup]).0["code"], "exists", "an older one is not written over");
    assert_eq!(desk.json(&["check", &backup])["leads"], 2, "and is as it was");
    assert_eq!(desk.run(&["backup", &backup, "--force"]).code, 0, "unless that is asked for");

    let other = Desk::empty();
    let restored = other.json(&["restore", &backup]);
    assert_eq!((restored["leads"].as_u64(), restored["keptAt"].is_null()), (Some(2), true), "{restored}");
    assert_eq!(other.json(&["show", "1"])["outcome"], "declined", "with what was done to it");
}

#[cfg(unix)]
#[test]
fn a_backup_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::new();
    let backup = desk.path("keep.db");
    assert_eq!(desk.run(&["backup", &backup.display().to_string()]).code, 0, "written");
    let mode = std::fs::metadata(&backup).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode, 0o600, "leads are other people's data");
}

#[test]
fn what_was_there_before_a_restore_is_kept() {
    let desk = Desk::new();
    let backup = desk.path("keep.db").display().to_string();
    desk.run(&["backup", &backup]);
    desk.json(&["decline", "1", "--reason", "3"]);
    let restored = desk.json(&["restore", &backup]);
    assert_eq!(desk.json(&["show", "1"])["stage"], "received", "as it was when the backup was made");
    let kept = restored["keptAt"].as_str().expect("where it is kept");
    assert_eq!(desk.json(&["check", kept])["sound"], true, "the other one is whole too");
    let other = Desk::empty();
    other.json(&["restore", kept]);
    assert_eq!(other.json(&["show", "1"])["outcome"], "declined", "and has what came after");
}

#[test]
fn what_is_no_backup_replaces_nothing() {
    let desk = Desk::new();
    let text = desk.write("notes.db", "no database at all, but long enough to look like one to somebody in a hurry");
    assert_eq!(desk.refusal(&["restore", &text]), (desk.refusal(&["restore", &text]).0, 5), "not Hearth's");
    assert_eq!(desk.refusal(&["restore", "missing.db"]).1, 3, "not there");
    let own = desk.path("hearth.db").display().to_string();
    assert_eq!(desk.refusal(&["restore", &own]).1, 4, "the database is no backup of itself");
    assert_eq!(desk.refusal(&["backup", &own, "--force"]).1, 4, "nor is it written over by itself");

    let backup = desk.path("keep.db");
    desk.run(&["backup", &backup.display().to_string()]);
    let mut bytes = std::fs::read(&backup).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..].fill(0xAA);
    std::fs::write(&backup, bytes).unwrap();
    assert_eq!(desk.refusal(&["restore", &backup.display().to_string()]).1, 6, "a damaged one is worse than none");
    assert_eq!(desk.json(&["list"])["total"], 2, "and the desk is as it was");
}

#[test]
fn a_check_finds_what_is_wrong() {
    let desk = Desk::new();
    let sound = desk.json(&["check"]);
    assert_eq!((sound["sound"].as_bool(), sound["leads"].as_u64()), (Some(true), Some(2)), "{sound}");
    assert_eq!(desk.run(&["check"]).code, 0, "all is well");
    let wrong = hearth_core_damage(&desk);
    assert_eq!((wrong.code, wrong.out.contains("not found by what is in it")), (6, true), "{}{}", wrong.out, wrong.err);
}

/// Says behind Hearth's back that a word is in a lead.
fn hearth_core_damage(desk: &Desk) -> Ran {
    let connection = rusqlite::Connection::open(desk.path("hearth.db")).unwrap();
    connection.execute("INSERT INTO search_terms (term, chunk, leads) VALUES (x'0161', 0, x'01')", []).unwrap();
    drop(connection);
    desk.run(&["check"])
}
