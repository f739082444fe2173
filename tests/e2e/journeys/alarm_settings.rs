//! What a person sets for the alarm, and that the alarm does it.
//!
//! Starting with the computer is in `autostart`; what each rule means to the minute is shown by the core's tests.

use serde_json::json;

use crate::desk::{Desk, NOW, Setup};
use crate::files::{hot, lead};
use crate::notifications::{Mood, REFUSAL};
use crate::window::{Window, keys};

/// Comes to the alarm's settings by keyboard alone.
fn come_to_alarm_settings(window: &Window) {
    window.tab_to("Settings");
    window.press(keys::ENTER);
    window.find("dialog", "Settings");
    window.tab_to("General");
    window.press(keys::RIGHT);
    window.until_says("Pause until tomorrow");
}

fn leave(window: &Window) {
    window.press(keys::ESCAPE);
    window.until_no_dialog();
}

/// Puts another text into the field that has the keyboard.
fn retype(window: &Window, text: &str) {
    window.press_with(keys::CONTROL, "a");
    window.type_keys(text);
}

#[test]
fn quiet_hours_hold_a_reminder_back_until_they_end_but_not_past_the_deadline() {
    let desk = Desk::with_leads(&[hot("Fabrikam", "2026-11-21T22:00:00Z")]);
    let notifications = desk.notifications();
    notifications.next();
    let window = desk.window();
    window.open_row("Fabrikam");
    come_to_alarm_settings(&window);
    window.tab_to("Quiet hours");
    window.press(keys::SPACE);
    window.tab_to("From");
    retype(&window, "21:00");
    window.tab_to("To");
    retype(&window, "07:00");
    window.press(keys::TAB);
    window.until_says("of the next day");
    leave(&window);
    window.until_says("next alarm in 2 d 2 h");

    desk.set_clock("2026-11-23T22:30:00Z");
    window.until_says("23 hours left");
    window.until_says("next alarm in 8 h");
    assert_eq!(notifications.unseen(), 0, "24 hours were left at ten in the evening, when it is quiet");
    desk.set_clock("2026-11-24T07:00:00Z");
    let held = notifications.next();
    assert!(held.body.contains("15 hours left"), "it is told at seven, with what is left then: {held:?}");
    desk.set_clock("2026-11-24T18:00:00Z");
    assert!(notifications.next().body.contains("4 hours left"), "by day it is as ever");
    desk.set_clock("2026-11-24T21:00:00Z");
    let last = notifications.next();
    assert!(last.body.contains("1 hour left"), "at seven the deadline would be over: {last:?}");
    assert_eq!(notifications.all().len(), 4, "none is told twice");
}

#[test]
fn a_moment_that_was_removed_no_longer_reminds_and_one_that_was_added_does() {
    let desk = Desk::with_leads(&[hot("Fabrikam", NOW)]);
    let notifications = desk.notifications();
    notifications.next();
    let window = desk.window();
    window.open_row("Fabrikam");
    come_to_alarm_settings(&window);
    window.tab_to("Remove: 24 hours before");
    window.press(keys::ENTER);
    let focus = "return __page.name(document.activeElement) === arguments[0]";
    window.until("the next moment has the keyboard", focus, json!(["Remove: 4 hours before"]));
    window.tab_to("How long before");
    window.type_keys("99");
    window.press(keys::ENTER);
    window.until(
        "what cannot be is said",
        "return document.querySelector('dialog[open] [role=alert]') !== null",
        json!([]),
    );
    retype(&window, "12");
    window.press(keys::ENTER);
    window.find("button", "Remove: 12 hours before");
    leave(&window);

    desk.set_clock("2026-11-24T06:30:00Z");
    window.until_says("22 hours left");
    assert_eq!(notifications.unseen(), 0, "24 hours before there is no reminder any more");
    desk.set_clock("2026-11-24T17:00:00Z");
    let added = notifications.next();
    assert!(added.body.contains("12 hours left"), "the new one reminds: {added:?}");
    assert_eq!(notifications.all().len(), 2, "the arrival and this: nothing in between");
}

#[test]
fn a_test_notification_says_whether_this_computer_delivers_and_what_is_wrong() {
    let desk = Desk::start();
    let window = desk.window();
    let notifications = desk.notifications();
    come_to_alarm_settings(&window);
    window.tab_to("Send a test notification");
    window.press(keys::ENTER);
    assert_eq!(notifications.next().summary, "Notifications work", "it is a real one");
    window.until_says("The notification was delivered to recorder 1.");
    window.until_says("Notifications have buttons here");
    window.must_be_accessible("a test that arrived");

    let send = || {
        window.button("Send a test notification");
        window.until(
            "the answer before is gone",
            "return !document.body.innerText.includes('was delivered to')",
            json!([]),
        );
    };
    notifications.is(Mood::Refusing);
    send();
    window.until_says("The system refused the notification.");
    window.click("button", "What the system says");
    window.until_says(REFUSAL);
    notifications.is(Mood::Hanging);
    send();
    window.until_says("The program that shows notifications does not answer.");
    window.must_be_accessible("a test that was not answered");
    notifications.is(Mood::Willing);
    notifications.go_away();
    send();
    window.until_says("No program on this desktop shows notifications.");
    notifications.can(&["body"]);
    notifications.come_back();
    // This answer begins like the first one, which is long gone.
    window.button("Send a test notification");
    window.until_says("Notifications show no buttons here");
}

#[test]
fn a_pause_holds_everything_back_until_it_is_ended_or_the_morning_comes() {
    let desk = Desk::start();
    let window = desk.window();
    let notifications = desk.notifications();
    // An empty desk shows how to begin, and has no frame of which the settings are a part.
    desk.receive(&[lead("Fabrikam", NOW)]);
    come_to_alarm_settings(&window);
    window.tab_to("Pause until tomorrow");
    window.press(keys::ENTER);
    window.until_says("Alarms are paused until Mon, Nov 23, 9:00 AM.");
    window.must_be_accessible("a paused alarm");
    leave(&window);
    desk.receive(&[hot("Contoso", NOW)]);
    window.until_says("1 customer is waiting");
    window.until_says("Alarms are paused until Mon, Nov 23, 9:00 AM.");
    assert_eq!(notifications.all().len(), 0, "nothing is told");
    window.tab_to("Resume");
    window.press(keys::ENTER);
    assert_eq!(notifications.next().summary, "Contoso asks to be contacted", "what was held back is told at once");

    come_to_alarm_settings(&window);
    window.button("Pause until tomorrow");
    window.find("button", "Resume");
    leave(&window);
    desk.receive(&[hot("Litware", NOW)]);
    window.until_says("2 customers are waiting");
    assert_eq!(notifications.unseen(), 0, "it is silent again");
    desk.set_clock("2026-11-23T09:00:00Z");
    assert_eq!(notifications.next().summary, "Litware asks to be contacted", "in the morning it speaks by itself");
    window.until("the bar is gone", "return !document.body.innerText.includes('Alarms are paused')", json!([]));
    assert_eq!(notifications.all().len(), 2, "each once");
}

#[test]
fn the_alarms_settings_are_in_korean_too() {
    let desk = Setup { language: "ko_KR.UTF-8", ..Setup::default() }.with_leads(&[hot("한빛물류", NOW)]);
    let window = desk.window();
    window.click_css(".icons > button:last-of-type");
    window.find_css("dialog[open] [role=tab]");
    window.click_css("dialog[open] [role=tab]:nth-of-type(2)");
    window.find_css("dialog[open] .days");
    window.click_css("dialog[open] .hours input[type=checkbox]");
    window.find_css("dialog[open] .times input");
    window.must_be_accessible("the alarm's settings in Korean");
    let english = "return __page.topmost().innerText.split('\\n').filter((line) => /[A-Za-z]{3,}/.test(line.replaceAll('Hearth', '')))";
    assert_eq!(window.run(english, json!([])), Ok(json!([])), "no English is left but the app's name");
}
