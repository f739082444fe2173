//! Notification servers that fail: nothing is lost, nothing is told twice, the window goes on, and the bell is right.
//!
//! A desk that has no server, or no bus, from beginning to end is in `surroundings`.

use serde_json::json;

use crate::desk::{Desk, NOW};
use crate::files::{hot, lead};
use crate::notifications::{Mood, REFUSAL};
use crate::processes;
use crate::window::{Window, keys};

const FAILING: &str = "Notifications do not arrive on this computer.";

/// Opens the bell, and waits until its line of `customer` says that it was not shown; or that it was.
fn the_bell_says(window: &Window, customer: &str, shown: bool) {
    let script = "return [...document.querySelectorAll('.popover li button')].some((line) => \
        __page.said(line.querySelector('.who')) === arguments[0] && __page.said(line).includes('The system did not show this one.') !== arguments[1])";
    window.click_css(".bell button");
    window.until(
        &format!("the bell says of {customer} whether it was shown: {shown}"),
        script,
        json!([customer, shown]),
    );
    window.press(keys::ESCAPE);
    window.until("the bell is closed", "return document.querySelector('.popover') === null", json!([]));
}

fn until_no_bar(window: &Window) {
    let gone = "return !document.body.innerText.includes(arguments[0])";
    window.until("the bar is gone", gone, json!([FAILING]));
}

#[test]
fn a_server_that_comes_later_is_given_what_was_not_shown() {
    let desk = Desk::start();
    desk.stop();
    desk.notifications().go_away();
    desk.open(&[]);
    desk.receive(&[hot("Fabrikam", NOW), lead("Contoso", NOW)]);
    let window = desk.window();
    window.until_says(FAILING);
    let bars = "return document.body.innerText.split(arguments[0]).length - 1";
    assert_eq!(window.run(bars, json!([FAILING])), Ok(json!(1)), "it is said once");
    the_bell_says(&window, "Fabrikam", false);
    desk.notifications().come_back();
    let bubble = desk.notifications().next();
    assert_eq!(bubble.summary, "Fabrikam asks to be contacted", "who waits is told of as soon as that is possible");
    until_no_bar(&window);
    the_bell_says(&window, "Fabrikam", true);
    desk.set_clock("2026-11-24T05:00:00Z");
    let next = desk.notifications().next();
    assert!(next.body.contains("24 hours"), "what comes next is the next: {next:?}");
    assert_eq!(desk.notifications().all().len(), 2, "each once");
}

#[test]
fn a_server_that_refuses_is_said_once_and_what_it_refused_is_told_when_it_no_longer_does() {
    let desk = Desk::start();
    let notifications = desk.notifications();
    notifications.is(Mood::Refusing);
    desk.receive(&[hot("Fabrikam", NOW)]);
    let window = desk.window();
    window.until_says(FAILING);
    the_bell_says(&window, "Fabrikam", false);
    window.click_css(".bell button");
    window.click("button", "What the system says");
    window.until_says(REFUSAL);
    window.press(keys::ESCAPE);
    window.button("Dismiss");
    until_no_bar(&window);
    desk.receive(&[hot("Contoso", NOW)]);
    the_bell_says(&window, "Contoso", false);
    the_bell_says(&window, "Fabrikam", false);
    let so_far = notifications.refused();
    window.until_found("it is tried again", || (notifications.refused() >= so_far + 4).then_some(()));
    assert!(!window.text().contains(FAILING), "what was put away is not said again");
    assert!(!desk.log().contains("notifications are shown"), "that it answers questions is not taken for good news");
    notifications.is(Mood::Willing);
    desk.receive(&[hot("Litware", NOW)]);
    let mut told: Vec<String> = (0..3).map(|_| notifications.next().summary).collect();
    told.sort();
    let all = ["Contoso", "Fabrikam", "Litware"].map(|customer| format!("{customer} asks to be contacted"));
    assert_eq!(told, all, "the new one, and those that were refused");
    the_bell_says(&window, "Fabrikam", true);
    assert_eq!(notifications.unseen(), 0, "each once");
}

#[test]
fn a_server_that_restarts_shows_what_comes_next_and_its_numbers_are_not_taken_for_the_old_ones() {
    let desk = Desk::with_leads(&[hot("Fabrikam", NOW)]);
    let notifications = desk.notifications();
    let old = notifications.next();
    let window = desk.window();
    notifications.go_away();
    notifications.come_back();
    desk.receive(&[hot("Contoso", NOW)]);
    let new = notifications.next();
    assert_eq!((new.id, new.replaces), (old.id, 0), "it counts from the beginning, and has nothing to replace");
    window.open_row("Contoso");
    notifications.invoke(&new, "contacted");
    window.until_says("Contoso is marked as contacted.");
    window.until_says("1 customer is waiting");
    desk.set_clock("2026-11-24T05:00:00Z");
    let next = notifications.next();
    assert!(next.summary.contains("Fabrikam"), "the other one still waits: {next:?}");
    assert_eq!(next.replaces, 0, "its older bubble went with the server that showed it");
}

#[test]
fn a_bubble_that_is_put_away_without_an_answer_is_still_in_the_bell() {
    let desk = Desk::with_leads(&[hot("Fabrikam", NOW)]);
    let notifications = desk.notifications();
    let arrived = notifications.next();
    notifications.expire(&arrived);
    let window = desk.window();
    the_bell_says(&window, "Fabrikam", true);
    window.until_says("1 customer is waiting");
    desk.set_clock("2026-11-24T05:00:00Z");
    let next = notifications.next();
    assert!(next.body.contains("24 hours"), "nobody took it for an answer: {next:?}");
    notifications.dismiss(&next);
    desk.set_clock("2026-11-25T01:00:00Z");
    let last = notifications.next();
    assert!(last.body.contains("4 hours"), "nor is a wave of the user's hand: {last:?}");
    assert_eq!(last.replaces, 0, "there is nothing left to replace");
    assert_eq!(notifications.all().len(), 3, "and it is not told again for being put away");
}

#[test]
fn a_server_that_hangs_holds_up_neither_the_window_nor_the_bell() {
    let desk = Desk::with_leads(&[hot("Fabrikam", NOW), lead("Contoso", NOW)]);
    let notifications = desk.notifications();
    notifications.next();
    let window = desk.window();
    notifications.is(Mood::Hanging);
    desk.set_clock("2026-11-24T05:00:00Z");
    window.open_row("Contoso");
    window.accept("Move to the cloud");
    window.until_count("Accepted", "1");
    window.until_says(FAILING);
    the_bell_says(&window, "Fabrikam", false);
    notifications.is(Mood::Willing);
    let late = notifications.next();
    assert!(late.body.contains("24 hours"), "late is better than never: {late:?}");
    desk.set_clock("2026-11-25T01:00:00Z");
    window.until_found("the next one is told as ever", || {
        notifications.all().last().filter(|bubble| bubble.body.contains("4 hours")).map(|_| ())
    });
    until_no_bar(&window);
    window
        .until_found("one bubble about one lead, whatever was late", || (notifications.up().len() == 1).then_some(()));
}

#[test]
fn what_was_shown_and_not_marked_when_the_power_went_is_told_once_more() {
    let desk = Desk::start();
    let notifications = desk.notifications();
    notifications.is(Mood::Mute);
    desk.receive(&[hot("Fabrikam", NOW)]);
    let shown = notifications.next();
    processes::kill(desk.app().expect("it runs"));
    desk.stop();
    notifications.is(Mood::Willing);
    desk.set_clock("2026-11-22T05:04:00Z");
    desk.open(&[]);
    desk.window().open_row("Fabrikam");
    desk.window().until_says("Received 4 minutes ago.");
    assert_eq!(notifications.unseen(), 0, "the claim may still be that of somebody who is alive");
    desk.set_clock("2026-11-22T05:05:00Z");
    let again = notifications.next();
    assert_eq!(again.summary, shown.summary, "nobody can know that it was seen");
    the_bell_says(&desk.window(), "Fabrikam", true);
    desk.restart();
    desk.set_clock("2026-11-24T05:00:00Z");
    let next = notifications.next();
    assert!(next.body.contains("24 hours"), "what comes next is the next: {next:?}");
    assert_eq!(notifications.all().len(), 3, "it was told exactly once more");
}
