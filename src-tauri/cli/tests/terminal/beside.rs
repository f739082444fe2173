//! Beside a running window: what it holds, what it hears.

use std::sync::{Arc, mpsc};

use hearth_core::api::{LeadRef, handlers};
use hearth_door::{Handover, Start, claim};

use crate::support::*;

#[test]
fn a_window_hears_of_every_change_and_sees_it() {
    let desk = Desk::new();
    let Ok(Start::First(mut window)) = claim(desk.folder.path(), &Handover::default()) else { panic!("the first") };
    let (sender, rung) = mpsc::channel();
    window.listen(move |handover| sender.send(handover).unwrap());
    let heard = Arc::new(Heard::default());
    let app = desk.open(heard.clone());

    desk.json(&["list"]);
    assert!(rung.try_recv().is_err(), "who only looks rings nobody");
    desk.json(&["decline", "1", "--reason", "3"]);
    assert!(rung.recv().unwrap().changed, "the door rings");
    assert!(app.changed_elsewhere().unwrap(), "and the database has changed");
    assert!(heard.0.lock().unwrap().iter().any(|changes| changes.many), "so the window is told");
    let shown = handlers::get_lead(&app, LeadRef { id: 1 }).unwrap();
    assert_eq!(shown.outcome.as_deref(), Some("declined"), "and shows it");
}

#[test]
fn a_running_window_keeps_its_database() {
    let desk = Desk::new();
    let window = claim(desk.folder.path(), &Handover::default()).unwrap();
    let app = desk.open(Arc::default());
    let backup = desk.path("keep.db").display().to_string();
    assert_eq!(desk.run(&["backup", &backup]).code, 0, "a backup does not disturb it");
    assert_eq!(desk.refusal(&["restore", &backup]).0["code"], "windowRuns", "its database is not taken away");
    drop(window);
    assert_eq!(desk.refusal(&["restore", &backup]).0["code"], "busy", "nor that of any other program that has it open");
    drop(app);
    assert_eq!(desk.run(&["restore", &backup]).code, 0, "now nobody has it");
}
