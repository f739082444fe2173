//! Coming back to a lead later: snoozed for a while, or followed up on a day.
//!
//! A snooze in a bubble is in `bubbles`.

use serde_json::json;

use crate::desk::{Desk, NOW, Setup};
use crate::files::{hot, lead};
use crate::window::{Window, keys};

fn until_gone(window: &Window, text: &str) {
    let gone = "return !document.body.innerText.replace(/\\s+/g, ' ').includes(arguments[0])";
    window.until(&format!("the window no longer says {text:?}"), gone, json!([text]));
}

#[test]
fn a_lead_is_snoozed_and_woken_by_keyboard() {
    let desk = Desk::with_leads(&[lead("Fabrikam", "2026-11-11T04:30:00Z")]);
    let notifications = desk.notifications();
    notifications.next();
    let window = desk.window();
    window.open_row("Fabrikam");
    window.press("s");
    window.find("menu", "Snooze");
    window.must_be_accessible("the snooze menu");
    window.press(keys::ESCAPE);
    window.until("the menu is closed", "return document.querySelector('[role=menu]') === null", json!([]));
    window.press("s");
    window.choose_in_menu("Tomorrow morning");
    window.until_says("Fabrikam is snoozed until Mon, Nov 23, 9:00 AM.");
    window.until_says("Snoozed until Mon, Nov 23, 9:00 AM");
    window.until_card("History", "Snoozed");
    notifications.until_closed(&notifications.all()[0]);
    window.tab_to("End snooze");
    window.press(keys::ENTER);
    window.until_says("Fabrikam is no longer snoozed.");
    until_gone(&window, "Snoozed until Mon");
    window.press("s");
    window.choose_in_menu("Tomorrow morning");
    window.until_says("Snoozed until Mon, Nov 23, 9:00 AM");
    desk.set_clock("2026-11-23T09:00:00Z");
    let over = notifications.next();
    assert_eq!(over.summary, "Fabrikam: still to be accepted or declined", "in the morning it is told again");
    until_gone(&window, "Snoozed until Mon");
    assert_eq!(notifications.all().len(), 2, "nothing was told meanwhile");
}

#[test]
fn a_snooze_past_the_deadline_is_asked_for_and_another_time_chosen() {
    let desk = Desk::with_leads(&[hot("Fabrikam", NOW)]);
    let notifications = desk.notifications();
    notifications.next();
    let window = desk.window();
    window.open_row("Fabrikam");
    window.press("s");
    window.choose_in_menu("Another time…");
    window.find("dialog", "Snooze Fabrikam");
    window.until_says("The 72 hours to contact the customer end Wed, Nov 25, 5:00 AM.");
    window.must_be_accessible("a time of one's own");
    window.fill("Date", "2026-11-26");
    window.fill("Time", "10:00");
    window.press(keys::ENTER);
    window.until_says("Snooze past the deadline?");
    window.must_be_accessible("the question past the deadline");
    window.button("Choose another time");
    window.fill("Date", "2026-11-24");
    window.fill("Time", "never");
    window.press(keys::ENTER);
    window.until_says("This is not a time.");
    window.fill("Time", "10:00");
    window.press(keys::ENTER);
    window.until_no_dialog();
    window.until_says("Fabrikam is snoozed until Tue, Nov 24, 10:00 AM.");
    desk.set_clock("2026-11-24T06:30:00Z");
    window.until_says("22 hours left");
    assert_eq!(notifications.unseen(), 0, "the reminder of 24 hours is held back too");
    desk.set_clock("2026-11-24T10:00:00Z");
    let over = notifications.next();
    assert_eq!(over.summary, "Fabrikam is still waiting", "one is told for both");
    assert_eq!(notifications.all().len(), 2, "the arrival and this");
}

#[test]
fn a_follow_up_is_set_found_and_reminds_in_the_morning_of_its_day() {
    let desk = Desk::with_leads(&[lead("Fabrikam", NOW), lead("Contoso", NOW), lead("Litware", NOW)]);
    let notifications = desk.notifications();
    let window = desk.window();
    for (customer, on, day) in [("Fabrikam", "2026-11-24", "Tue, Nov 24"), ("Contoso", "2026-11-30", "Mon, Nov 30")] {
        window.open_row(customer);
        window.press("u");
        window.find("dialog", &format!("Follow up with {customer}"));
        window.fill("Follow up on", on);
        window.fill("Note", "Ask whether the budget is approved.");
        window.must_be_accessible("a follow-up");
        window.button("Save follow-up");
        window.until_no_dialog();
        window.until_says(&format!("The follow-up with {customer} is set for {day}."));
    }
    window.until_says("Follow-up: Tue, Nov 24");
    window.choose("Sort by", "Follow-up");
    window.until_listed(&["Fabrikam", "Contoso", "Litware"]);
    window.fill("Search all leads", "followup:set");
    window.until_listed(&["Fabrikam", "Contoso"]);
    window.fill("Search all leads", "followup:due");
    window.until_says("No lead in this list fits the filters");
    window.must_be_accessible("a filter that finds nothing");

    desk.set_clock("2026-11-24T08:59:00Z");
    window.until_listed(&["Fabrikam"]);
    assert_eq!(notifications.all().len(), 0, "the day has come, the morning has not");
    desk.set_clock("2026-11-24T09:00:00Z");
    let bubble = notifications.next();
    assert_eq!(bubble.summary, "Follow up with Fabrikam", "at nine it is told");
    assert_eq!(bubble.body, "Ask whether the budget is approved.", "with the note");
    assert_eq!(bubble.buttons(), ["Snooze 1 h"], "nobody waits to be contacted");
    window.open_row("Fabrikam");
    window.until_says("Follow-up due Tue, Nov 24 (today)");
    window.button("Reminders, 1 unread");
    window.until_says("Time to follow up");
    window.press(keys::ESCAPE);
    window.button("Clear");
    window.until_says("The follow-up with Fabrikam is cleared.");
    notifications.until_closed(&bubble);
    window.until_says("No lead in this list fits the filters");
}

#[test]
fn snoozing_and_following_up_are_accessible_in_korean() {
    let desk = Setup { language: "ko_KR.UTF-8", ..Setup::default() }.with_leads(&[hot("한빛물류", NOW)]);
    let window = desk.window();
    let korean = |what: &str| {
        window.must_be_accessible(what);
        let english = "const part = document.querySelector(arguments[0]); return part.innerText.split('\\n').filter((line) => /[A-Za-z]{4,}/.test(line.replaceAll('YYYY-MM-DD', '').replaceAll('Hearth', '')))";
        let part = if what == "the menu" { "[role=menu]" } else { "dialog[open]" };
        assert_eq!(window.run(english, json!([part])), Ok(json!([])), "{what} is all in Korean");
    };
    window.open_row("한빛물류");
    window.press("s");
    window.find_css("[role=menu]");
    korean("the menu");
    window.press(keys::END);
    window.press(keys::ENTER);
    window.find_css("dialog[open] form");
    korean("a time of one's own");
    window.press(keys::ESCAPE);
    window.until_no_dialog();
    window.press("u");
    window.find_css("dialog[open] textarea");
    korean("a follow-up");
    window.click_css("dialog[open] .quick button");
    window.click_css("dialog[open] [type=submit]");
    window.until_no_dialog();
    window.find_css(".follow-mark");
    window.must_be_accessible("a list with a follow-up");
}
