//! The bell: what fell due, when it was shown, what was done about it, and what happened while nobody was there.
//!
//! What the bell says where bubbles do not arrive is shown by `servers`.

use std::time::Instant;

use serde_json::json;

use crate::desk::{Desk, NOW};
use crate::files::{Referral, hot, json_file, lead};
use crate::until::found;
use crate::window::{Window, keys};

/// Waits until an entry of the bell that begins with `customer` has `text`.
fn until_in_bell(window: &Window, customer: &str, text: &str) {
    let script = "return [...document.querySelectorAll('.popover li button')].some((line) => \
        __page.said(line.querySelector('.who')) === arguments[0] && __page.said(line).includes(arguments[1]))";
    let plain = window.until_found("the bell lists", || {
        window
            .run("return document.querySelector('.popover li') !== null", json!([]))
            .ok()
            .filter(|listed| listed == true)
    });
    assert_eq!(plain, true, "the bell is open");
    window.until(&format!("the bell says {text:?} of {customer}"), script, json!([customer, text]));
}

#[test]
fn the_bell_says_what_fell_due_when_it_was_shown_and_what_was_done() {
    let desk = Desk::with_leads(&[hot("Fabrikam", NOW), hot("Contoso", NOW)]);
    for _ in 0..2 {
        desk.notifications().next();
    }
    let window = desk.window();
    window.button("Reminders, 2 unread");
    until_in_bell(&window, "Fabrikam", "A customer asks to be contacted");
    until_in_bell(&window, "Fabrikam", "Due:");
    until_in_bell(&window, "Fabrikam", "Shown at once");
    until_in_bell(&window, "Contoso", "New");
    window.must_be_accessible("the bell");
    window.press(keys::ESCAPE);
    window.find("button", "Reminders");

    window.open_row("Fabrikam");
    window.press("c");
    window.click_on("how", || window.find("radio", "Phone"));
    window.button("Mark as contacted");
    window.until_no_dialog();
    window.open_row("Contoso");
    window.press("s");
    window.find("menuitem", "In an hour Sun, Nov 22, 6:00 AM");
    window.press(keys::ENTER);
    window.until_says("Contoso is snoozed until");
    window.button("Reminders");
    until_in_bell(&window, "Fabrikam", "Contacted 5:00 AM");
    until_in_bell(&window, "Contoso", "Snoozed 5:00 AM");
    desk.set_clock("2026-11-22T06:00:00Z");
    until_in_bell(&window, "Contoso", "Snooze over: 71 hours left to contact the customer");
    window.press(keys::ESCAPE);
    window.find("button", "Reminders");
}

#[test]
fn after_a_while_away_the_bell_says_what_fell_due_and_what_expired() {
    let desk = Desk::with_leads(&[hot("Fabrikam", NOW), hot("Contoso", NOW), lead("Litware", "2026-11-10T09:00:30Z")]);
    for _ in 0..3 {
        desk.notifications().next();
    }
    desk.window().button("Reminders, 3 unread");
    desk.window().find("button", "Reminders");
    desk.stop();
    desk.set_clock("2026-11-25T03:30:00Z");
    desk.open(&[]);
    let digest = desk.notifications().next();
    assert_eq!(digest.summary, "While you were away: 2 leads need you", "one digest");
    assert!(digest.body.contains("1 lead has expired."), "it does not hide what was lost: {}", digest.body);
    assert_eq!(desk.notifications().unseen(), 0, "nothing is told beside it");
    let window = desk.window();
    window.until_count("Archived", "1");
    let bell = window.until("something is unread", "return __page.all('button', null).map(__page.name).find((name) => /^Reminders, \\d+ unread$/.test(name)) ?? null", json!([]));
    window.button(bell.as_str().unwrap_or_default());
    window.until_says("Back after a while");
    window.until_says("Since Nov 24, 5:00 AM: 2 leads fell due, 1 expired.");
    until_in_bell(&window, "Litware", "The lead expired without an answer");
    until_in_bell(&window, "Fabrikam", "left to contact the customer");
    window.must_be_accessible("the bell after a while");
    window.find("button", "Reminders");
    window.click_on("the line of Litware", || {
        let line = "return [...document.querySelectorAll('.popover li button')].find((line) => __page.said(line.querySelector('.who')) === 'Litware') ?? null";
        window.element("the line of Litware", line, json!([]))
    });
    window.until_open("Litware");
}

/// How long the window takes to do what a click asks for, and that it does.
fn seconds_to(window: &Window, tab: &str) -> f64 {
    let begun = Instant::now();
    window.go_to(tab);
    begun.elapsed().as_secs_f64()
}

#[test]
fn ten_thousand_customers_who_wait_are_one_bubble_and_the_window_goes_on() {
    /// A click may take this many times as long as it does on an empty desk.
    const SLOWER: f64 = 25.0;
    /// And so many seconds in any case: other desks share the machine, and may have left it alone while the quiet one was timed.
    /// A window that waits for ten thousand bubbles stands for minutes.
    const SHARED: f64 = 5.0;
    let desk = Desk::with_leads(&[lead("Fabrikam", NOW)]);
    let window = desk.window();
    let quiet = (0..3).map(|_| seconds_to(&window, "Archived").max(seconds_to(&window, "Received")));
    let usual = quiet.fold(0.0, f64::max);

    let leads: Vec<Referral> =
        (0..10_000).map(|n| hot(&format!("Customer {n}"), NOW).contact("", "", "", "")).collect();
    desk.import(&json_file(&desk.home(), "many.json", &leads));
    window.check_import();
    window.click_css("dialog[open] .foot .button.primary");
    let mut slowest = 0.0_f64;
    let imported = found(|| {
        let begun = Instant::now();
        let looked = window.run("return document.querySelector('dialog[open] dl') !== null", json!([]));
        slowest = slowest.max(begun.elapsed().as_secs_f64());
        looked.ok().filter(|reported| reported == true)
    });
    assert!(imported.is_some(), "the import ends and is reported; the slowest look took {slowest} s");
    window.put_report_away();
    for tab in ["Archived", "Received", "Archived", "Received"] {
        slowest = slowest.max(seconds_to(&window, tab));
    }
    let bubble = desk.notifications().next();
    assert!(bubble.summary.contains("10,000 leads need you"), "all in one: {bubble:?}");
    assert!(bubble.body.contains("and 9,997 more"), "three by name: {}", bubble.body);
    for tab in ["Archived", "Received", "Archived", "Received"] {
        slowest = slowest.max(seconds_to(&window, tab));
    }
    assert!(slowest < (SLOWER * usual).max(SHARED), "a click took {slowest:.2} s, on the quiet desk {usual:.2} s");
    window.until_says("10,000 customers are waiting");
    window.until_count("Received", "10,001");
    assert_eq!(desk.notifications().all().len(), 1, "no bubble for any single one of them");
}
