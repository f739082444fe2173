//! The database is changed by another program while the window runs: the terminal, or a second Hearth.

use hearth_core::api::{SetFavorite, handlers};

use crate::support::*;

#[test]
fn a_change_of_another_program_is_told_once() {
    let desk = Desk::new();
    let lead = desk.add("Fabrikam");
    desk.heard();
    assert!(!desk.app.changed_elsewhere().unwrap(), "what was written here is known already");
    assert!(desk.heard().is_empty(), "and is not told twice");

    let terminal = open(&desk.path()).unwrap();
    assert!(!desk.app.changed_elsewhere().unwrap(), "opening it changed nothing");
    handlers::set_favorite(&terminal, SetFavorite { id: lead.id, favorite: true }).unwrap();

    assert!(desk.app.changed_elsewhere().unwrap(), "the other program committed");
    let told = desk.heard();
    assert!(
        matches!(told.as_slice(), [all] if all.many && all.reminders && all.settings),
        "nobody says what it was, so anything may be different: {told:?}"
    );
    assert!(desk.get(lead.id).favorite, "and what is read now is the new state");
    assert!(!desk.app.changed_elsewhere().unwrap(), "there is nothing newer");
}
