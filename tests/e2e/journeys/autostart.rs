//! Start with the computer: what the session is asked to start, and that it starts.

use serde_json::{Value, json};

use crate::desk::Desk;
use crate::until::found;

fn set(desk: &Desk, on: bool) -> Value {
    desk.window().invoke("set_start_with_computer", json!({ "request": { "on": on } })).expect("it can be set here")
}

fn is_on(desk: &Desk) -> Value {
    let bootstrap = desk.window().invoke("bootstrap", json!({ "request": {} })).expect("the desk answers");
    bootstrap["startWithComputer"].clone()
}

#[test]
fn the_session_starts_the_desk_hidden_once_it_is_asked_to() {
    let desk = Desk::start();
    assert_eq!(is_on(&desk), json!(false), "nobody is asked by itself");
    assert_eq!(set(&desk, true), json!({ "on": true }), "it is switched on");
    assert_eq!(set(&desk, true), json!({ "on": true }), "twice is once");
    let folder = desk.home().join(".config/autostart");
    let entries: Vec<_> = std::fs::read_dir(&folder).expect("the session's folder").flatten().collect();
    assert_eq!(entries.len(), 1, "one entry, and nothing half written: {entries:?}");
    let entry = entries[0].path();
    let text = std::fs::read_to_string(&entry).expect("the entry can be read");

    // In GNOME's settings, for example.
    std::fs::write(&entry, format!("{text}Hidden=true\n")).expect("the session can write it");
    assert_eq!(is_on(&desk), json!(false), "what was switched off elsewhere is off");
    assert_eq!(set(&desk, true), json!({ "on": true }), "and can be switched on again");
    assert_eq!(std::fs::read_to_string(&entry).expect("the entry can be read"), text, "as before");

    desk.stop();
    desk.launch(&entry);
    let started = found(|| desk.app()).unwrap_or_else(|| panic!("the session starts this desk: {text}"));
    let line = std::fs::read(format!("/proc/{started}/cmdline")).expect("it runs");
    assert!(line.split(|byte| *byte == 0).any(|argument| argument == b"--hidden"), "and does not get in the way");

    desk.restart();
    assert_eq!(is_on(&desk), json!(true), "the window knows it at the next start");
    assert_eq!(set(&desk, false), json!({ "on": false }), "it is switched off");
    assert!(!entry.exists(), "and leaves nothing behind");
    assert_eq!(set(&desk, false), json!({ "on": false }), "also when it is off already");
}
