//! What Hearth makes of its surroundings: a second start, a restart, a tray, no bus, no notification server, a damaged
//! database.

use std::path::Path;

use serde_json::json;

use crate::desk::{Desk, NOW, Setup};
use crate::files::{hot, lead};

#[test]
fn a_restart_keeps_everything() {
    let desk = Desk::with_leads(&[hot("Fabrikam", "2026-11-20T09:00:30Z"), lead("Contoso", NOW)]);
    {
        let window = desk.window();
        window.open_row("Fabrikam");
        window.accept("Move to the cloud");
        window.until_listed(&["Contoso"]);
        window.heart_in_row("Contoso");
        window.until_count("Favorites", "1");
    }
    desk.restart();
    let window = desk.window();
    window.until_count("Favorites", "1");
    window.until_count("Accepted", "1");
    window.go_to("Accepted");
    window.open_row("Fabrikam");
    window.until_card("Deal", "Move to the cloud");
    window.until_card("History", "Accepted");
    assert_eq!(desk.notifications().all().len(), 1, "what was told once is not told again");
}

#[test]
fn a_second_start_raises_the_first() {
    let desk = Desk::with_leads(&[lead("Fabrikam", NOW)]);
    assert_eq!(desk.start_again(&[]), 0, "the second copy ends well");
    assert_eq!(desk.processes(), 1, "only the first one runs");
    assert_eq!(desk.window().driver().windows(), Ok(1), "and has one window");
    assert!(desk.window_is_shown(), "which is on the screen");
}

#[test]
fn closing_keeps_the_alarm_in_the_tray_after_asking_once() {
    let desk = Setup { tray: true, ..Setup::default() }.with_leads(&[hot("Fabrikam", NOW)]);
    desk.notifications().next();
    desk.close_window();
    let window = desk.window();
    window.until_says("Keep the alarm running?");
    window.must_be_accessible("the closing question");
    // Not by the driver: its click waits for the next frame, which a hidden window never draws.
    window.find("button", "Keep the alarm running in the tray");
    let keep = "__page.all('button', 'Keep the alarm running in the tray')[0].click()";
    window.run(keep, json!([])).expect("the question is answered");
    window.until_found("the window is hidden", || (!desk.window_is_shown()).then_some(()));
    desk.set_clock("2026-11-24T05:00:00Z");
    let bubble = desk.notifications().next();
    assert!(bubble.body.contains("24 hours"), "the alarm goes on: {bubble:?}");

    assert_eq!(desk.start_again(&[]), 0, "a second start brings the window back");
    window.until_found("the window is back", || desk.window_is_shown().then_some(()));
    desk.close_window();
    window.until_found("the window is hidden without a question", || (!desk.window_is_shown()).then_some(()));
    desk.notifications().click(&bubble);
    window.until_found("a click on the alarm brings it back", || desk.window_is_shown().then_some(()));
    window.until_open("Fabrikam");

    desk.close_window();
    window.until_found("the window is hidden", || (!desk.window_is_shown()).then_some(()));
    // The tray says who waits.
    desk.tray().choose("Fabrikam");
    window.until_found("the tray brings it back", || desk.window_is_shown().then_some(()));
    drop(window);
    desk.tray().choose("Quit");
    desk.until_gone();
}

#[test]
fn without_a_notification_server_the_bell_keeps_the_reminder() {
    let desk = Setup { notifications: false, ..Setup::default() }.with_leads(&[hot("Fabrikam", NOW)]);
    the_bell_keeps_it(&desk);
}

#[test]
fn without_a_session_bus_everything_but_the_bubble_works() {
    let desk = Setup { bus: false, notifications: false, ..Setup::default() }.with_leads(&[hot("Fabrikam", NOW)]);
    the_bell_keeps_it(&desk);
    let window = desk.window();
    window.open_row("Fabrikam");
    window.accept("Move to the cloud");
    window.until_count("Accepted", "1");
}

fn the_bell_keeps_it(desk: &Desk) {
    let window = desk.window();
    window.until_says("Notifications do not arrive on this computer.");
    window.button("Reminders, 1 unread");
    window.until_says("A customer asks to be contacted");
    window.until_says("The system did not show this one.");
    window.press(crate::window::keys::ESCAPE);
    window.find("button", "Reminders");
}

fn damage(data: &Path) {
    std::fs::write(data.join("hearth.db"), "this is no database, but it was one once ".repeat(500)).expect("a file");
}

#[test]
fn a_damaged_database_is_kept_and_a_new_one_begun() {
    let desk = Setup { before: Some(damage), ..Setup::default() }.start();
    let window = desk.window();
    window.until_says("The database is damaged");
    window.until_says("Nothing was lost");
    window.must_be_accessible("the damaged database");
    let before = std::fs::read(desk.data().join("hearth.db")).expect("it is still there");
    window.button("Try again");
    window.until_says("It is still the same.");
    window.button("Start with a new database");
    window.until_says("The damaged database is renamed and kept");
    window.click_css("dialog[open] .foot button:last-of-type");
    window.until_says("A new database is ready");
    window.must_be_accessible("the new database");
    window.button("Continue");
    window.until_says("Which customer is waiting?");
    let kept: Vec<_> = std::fs::read_dir(desk.data())
        .expect("the data folder")
        .flatten()
        .filter(|entry| entry.file_name().to_string_lossy().starts_with("hearth-damaged-"))
        .collect();
    assert_eq!(kept.len(), 1, "the damaged one lies beside the new one: {kept:?}");
    assert_eq!(std::fs::read(kept[0].path()).expect("it can be read"), before, "byte for byte");
}

/// A database whose form is a hundred versions ahead: its `user_version` stands at byte 60 of the header.
fn newer(data: &Path) {
    let mut page = vec![0_u8; 4096];
    page[..16].copy_from_slice(b"SQLite format 3\0");
    page[16..18].copy_from_slice(&4096_u16.to_be_bytes());
    page[18..24].copy_from_slice(&[1, 1, 0, 64, 32, 32]);
    page[27] = 1;
    page[28..32].copy_from_slice(&1_u32.to_be_bytes());
    page[44..48].copy_from_slice(&4_u32.to_be_bytes());
    page[56..60].copy_from_slice(&1_u32.to_be_bytes());
    page[60..64].copy_from_slice(&101_u32.to_be_bytes());
    page[92..96].copy_from_slice(&1_u32.to_be_bytes());
    page[100] = 13;
    page[105..107].copy_from_slice(&4096_u16.to_be_bytes());
    std::fs::write(data.join("hearth.db"), page).expect("a file");
}

#[test]
fn a_database_of_a_newer_hearth_is_left_untouched() {
    let desk = Setup { before: Some(newer), ..Setup::default() }.start();
    let window = desk.window();
    let before = std::fs::read(desk.data().join("hearth.db")).expect("it is there");
    window.until_says("This database is from a newer Hearth");
    window.must_be_accessible("the newer database");
    assert!(!window.has("button", "Start with a new database"), "it is not damaged");
    window.button("Try again");
    window.until_says("It is still the same.");
    assert_eq!(std::fs::read(desk.data().join("hearth.db")).expect("it is there"), before, "not a byte was changed");
}
