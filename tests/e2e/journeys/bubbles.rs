//! What can be done in a bubble, and what becomes of it: its buttons, the open window, the newer bubble, the lead that is
//! done.
//!
//! When a bubble comes is shown by `alarm`, what happens where none can come by `servers`.

use serde_json::json;

use crate::desk::{Desk, NOW, Setup};
use crate::files::{hot, lead};
use crate::window::Window;

/// Waits until the list and the open lead say until when the lead is snoozed.
fn until_snoozed(window: &Window, until: &str) {
    window.until_found(&format!("row and pane say that it is snoozed until {until}"), || {
        let text = window.text().replace(['\u{a0}', '\u{202f}'], " ");
        (text.matches(&format!("Snoozed until {until}")).count() >= 2).then_some(())
    });
}

#[test]
fn a_bubble_offers_what_can_be_done_where_the_server_has_buttons() {
    let desk = Desk::with_leads(&[hot("Fabrikam", NOW)]);
    let notifications = desk.notifications();
    let bubble = notifications.next();
    assert_eq!(bubble.buttons(), ["Snooze 1 h", "Mark as contacted"], "what can be done without looking at the lead");
    assert_eq!(&bubble.actions[..2], ["default", "Open"], "and the click, which some servers show as a button too");

    desk.receive(&[lead("Contoso", "2026-11-09T04:00:30Z")]);
    let bubble = notifications.next();
    assert!(bubble.summary.contains("Contoso"), "an answer that is owed reminds: {bubble:?}");
    assert_eq!(bubble.buttons(), ["Snooze 1 h"], "nobody waits to be contacted");

    notifications.go_away();
    notifications.can(&["body"]);
    notifications.come_back();
    desk.receive(&[hot("Litware", NOW)]);
    let bubble = notifications.next();
    assert!(bubble.actions.is_empty(), "this server has no buttons, so none is asked of it: {bubble:?}");
    desk.window().open_row("Fabrikam");
    notifications.click(&bubble);
    desk.window().until_open("Litware");
}

#[test]
fn a_customer_is_marked_as_contacted_in_the_bubble_and_that_is_taken_back() {
    let desk = Desk::with_leads(&[hot("Fabrikam", NOW)]);
    let bubble = desk.notifications().next();
    let window = desk.window();
    window.open_row("Fabrikam");
    window.until_says("1 customer is waiting");
    desk.notifications().invoke(&bubble, "contacted");
    window.until_says("Fabrikam is marked as contacted.");
    window.until_says("No customer is waiting");
    window.until_card("History", "Customer contacted");
    window.until_says("Customer contacted Another way, Nov 22, 2026, 5:00 AM");
    assert!(!window.text().contains("asked to be contacted directly"), "the open lead burns no more");
    assert_eq!(desk.notifications().up(), [0_u32; 0], "and its bubble is gone");
    window.undo_by_toast();
    window.until_says("The customer asked to be contacted directly.");
    window.until_says("1 customer is waiting");
    window.until_card("History", "Action undone");
    desk.set_clock("2026-11-24T05:00:00Z");
    let again = desk.notifications().next();
    assert!(again.body.contains("24 hours"), "who waits again is told of again: {again:?}");
    assert_eq!(desk.notifications().all().len(), 2, "its arrival is not told twice");
}

#[test]
fn a_bubble_is_snoozed_for_an_hour_and_comes_back_then() {
    let desk = Desk::with_leads(&[hot("Fabrikam", "2026-11-20T06:30:00Z")]);
    let notifications = desk.notifications();
    let arrived = notifications.next();
    let window = desk.window();
    window.open_row("Fabrikam");
    notifications.invoke(&arrived, "snooze");
    window.until_says("Fabrikam is snoozed until Sun, Nov 22, 6:00 AM.");
    until_snoozed(&window, "Sun, Nov 22, 6:00 AM");
    window.until_card("History", "Snoozed");
    desk.set_clock("2026-11-22T05:58:00Z");
    window.until_says("Received 47 hours ago.");
    assert_eq!(notifications.unseen(), 0, "for an hour nothing is told");
    desk.set_clock("2026-11-22T06:00:00Z");
    let back = notifications.next();
    assert_eq!(back.summary, "Fabrikam is still waiting", "then it is");
    assert!(back.body.contains("24 hours"), "with the time that is left: {back:?}");
    assert_eq!(notifications.all().len(), 2, "the arrival and this: nothing in between");
}

#[test]
fn a_snooze_in_the_bubble_that_would_reach_past_the_deadline_asks_in_the_window() {
    let desk = Setup { tray: true, ..Setup::default() }.with_leads(&[hot("Fabrikam", NOW), lead("Contoso", NOW)]);
    let notifications = desk.notifications();
    notifications.next();
    let window = desk.window();
    window.open_row("Contoso");
    let mut settings =
        window.invoke("bootstrap", json!({ "request": {} })).expect("the desk answers")["settings"].clone();
    settings["keepInTray"] = json!(true);
    window.invoke("save_settings", json!({ "request": settings })).expect("the settings are saved");
    desk.close_window();
    window.until_found("the window is hidden", || (!desk.window_is_shown()).then_some(()));
    desk.set_clock("2026-11-25T04:30:00Z");
    let bubble = notifications.next();
    assert!(bubble.body.contains("30 minutes left"), "less than the hour of a snooze: {bubble:?}");
    notifications.invoke(&bubble, "snooze");
    window.until_found("the window comes up to ask", || desk.window_is_shown().then_some(()));
    window.until_open("Fabrikam");
    window.until_says("The 72 hours are over by then");
    window.press(crate::window::keys::ENTER);
    window.until_says("Snooze past the deadline?");
    window.button("Snooze anyway");
    window.until_no_dialog();
    until_snoozed(&window, "Wed, Nov 25, 5:30 AM");
    desk.set_clock("2026-11-25T05:10:00Z");
    window.until_says("The 72 hours for direct contact have passed.");
    assert_eq!(notifications.unseen(), 0, "the user wanted so");
    desk.set_clock("2026-11-25T05:30:00Z");
    let over = notifications.next();
    assert!(over.summary.contains("72 hours have passed"), "after it the user is told what it cost: {over:?}");
}

#[test]
fn newer_news_takes_the_place_of_the_older_bubble_and_who_is_done_takes_it_away() {
    let desk = Desk::with_leads(&[hot("Fabrikam", NOW), hot("Contoso", NOW)]);
    let notifications = desk.notifications();
    let arrived = [notifications.next(), notifications.next()];
    let of = |customer: &str| arrived.iter().find(|bubble| bubble.summary.starts_with(customer)).expect("each is told");
    let window = desk.window();
    window.open_row("Contoso");
    window.accept("Move to the cloud");
    notifications.until_closed(of("Contoso"));
    assert_eq!(notifications.up(), [of("Fabrikam").id], "only that of the accepted lead is taken away");
    desk.set_clock("2026-11-24T05:00:00Z");
    let newer = notifications.next();
    assert_eq!(newer.replaces, of("Fabrikam").id, "one bubble for each lead");
    assert_eq!(notifications.up(), [newer.id], "the arrival is old news");
    window.open_row("Fabrikam");
    window.accept("Move to the cloud");
    notifications.until_closed(&newer);
    assert_eq!(notifications.up(), [0_u32; 0], "nobody is waiting");
}
