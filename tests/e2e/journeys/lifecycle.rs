//! From a received lead to its end: accept, decline, won, lost, expired, edited, taken back.

use serde_json::json;

use crate::desk::Desk;
use crate::files::{hot, lead};
use crate::window::keys;

const RECEIVED: &str = "2026-11-20T09:00:30Z";

#[test]
fn an_imported_lead_is_accepted_with_all_fields_by_keyboard_alone() {
    let desk = Desk::with_leads(&[hot("Fabrikam", RECEIVED)]);
    let window = desk.window();
    window.open_row("Fabrikam");
    window.press("a");
    window.find("dialog", "Accept Fabrikam");
    window.tab_to("Deal name");
    window.type_keys("File server to the cloud");
    window.tab_to("Estimated value");
    window.press_with(keys::CONTROL, "a");
    window.type_keys("52500.50");
    window.tab_to("Currency");
    window.press_with(keys::CONTROL, "a");
    window.type_keys("USD");
    window.tab_to("This year");
    window.press(keys::SPACE);
    window.tab_to("Notes");
    window.press_with(keys::CONTROL, "a");
    window.type_keys("Wants to start in December.");
    window.tab_to("CRM ID");
    window.type_keys("OPP-1001");
    window.tab_to("Marketing campaign ID");
    window.type_keys("CMP-7");
    window.tab_to("Add employee");
    window.press(keys::ENTER);
    window.find("group", "Employee 1");
    window.tab_to("Name");
    window.type_keys("Sam Rivera");
    window.tab_to("Phone");
    window.type_keys("+1 425 555 0177");
    window.tab_to("E-mail");
    window.type_keys("sam@partner.example");
    window.tab_to("Accept lead");
    window.press(keys::ENTER);
    window.until_no_dialog();
    window.find("button", "Won…");
    for text in
        ["File server to the cloud", "52,500.50", "Dec 31, 2026", "Wants to start in December.", "OPP-1001", "CMP-7"]
    {
        window.until_card("Deal", text);
    }
    for text in ["Sam Rivera", "+1 425 555 0177", "sam@partner.example"] {
        window.until_card("Your employees", text);
    }
    window.until_card("History", "Accepted");
    window.until_count("Received", "0");
    window.until_count("Accepted", "1");
    assert_eq!(desk.notifications().all().len(), 1, "only its arrival rang: an accepted lead is no alarm");
}

#[test]
fn a_lead_cannot_be_accepted_without_what_is_required() {
    let desk = Desk::with_leads(&[lead("Fabrikam", RECEIVED)]);
    let window = desk.window();
    window.open_row("Fabrikam");
    window.button("Accept…");
    window.fill("Deal name", "");
    window.fill("Estimated value", "a lot");
    window.button("Accept lead");
    window.until_says("Please fill this in.");
    window.until_says("This is not a number.");
    window.press(keys::ESCAPE);
    window.until_says("Leave this form?");
    window.button("Leave without saving");
    window.until_no_dialog();
    window.until_count("Received", "1");
}

#[test]
fn a_declined_lead_goes_with_its_reason_and_a_mail_to_the_customer() {
    let desk = Desk::with_leads(&[lead("Fabrikam", RECEIVED)]);
    let window = desk.window();
    window.open_row("Fabrikam");
    window.press("d");
    window.button("Close deal");
    window.until_says("Please choose one.");
    window.click_on("a reason", || window.find("radio", "Customer requirement not met"));
    window.fill("Notes", "No capacity before March.");
    window.button("Close deal");
    window.until_no_dialog();
    window.until_count("Archived", "1");
    window.go_to("Archived");
    window.open_row("Fabrikam");
    window.until_card("How it ended", "Declined");
    window.until_card("How it ended", "Customer requirement not met");
    window.until_card("How it ended", "No capacity before March.");
    window.until_card("Notices", "dana@fabrikam.example");
    assert!(!window.has("button", "Accept…"), "an archived lead has no actions");

    window.button("Write e-mail");
    let mail = desk.next_opened(0);
    assert!(mail.starts_with("mailto:dana@fabrikam.example?subject=Your%20request%20to%20us&body="), "{mail}");
    assert!(mail.contains("another%20partner"), "the customer is told to choose another partner: {mail}");
    window.until_card("Notices", "E-mail opened");
    window.button("Outbox, 1 notice to send");
    window.button("Mark as sent");
    window.until_says("Sent");
    window.press(keys::ESCAPE);
    window.until_no_dialog();
    window.until_card("Notices", "Sent");
}

#[test]
fn a_lead_expires_at_its_instant_although_the_app_was_off() {
    let desk = Desk::with_leads(&[lead("Fabrikam", "2026-11-10T09:00:30Z")]);
    desk.window().open_row("Fabrikam");
    desk.stop();
    desk.set_clock("2026-11-26T12:00:00Z");
    desk.open(&[]);
    let window = desk.window();
    window.until_count("Archived", "1");
    window.go_to("Archived");
    window.open_row("Fabrikam");
    window.until_card("How it ended", "Expired");
    let history = window.card("History");
    assert!(
        history.contains("Nov 24") && history.contains("Expired"),
        "at respond-by, not when it was noticed: {history}"
    );
    assert!(!history.contains("Nov 26"), "the day on which the computer was switched on is no part of it: {history}");
    window.until_card("Notices", "Microsoft");
}

#[test]
fn an_accepted_lead_is_edited_and_won() {
    let desk = Desk::with_leads(&[lead("Fabrikam", RECEIVED)]);
    let window = desk.window();
    window.open_row("Fabrikam");
    window.accept("Move to the cloud");
    window.press("e");
    window.fill("Deal name", "Move everything to the cloud");
    window.fill("Estimated value", "60000");
    window.button("Save deal");
    window.until_no_dialog();
    window.until_card("Deal", "Move everything to the cloud");
    window.until_card("Deal", "60,000");
    window.button("Add employee");
    window.fill("Name", "Ari Kim");
    window.button("Add employee");
    window.until_no_dialog();
    window.until_card("Your employees", "Ari Kim");
    window.button("Change Ari Kim");
    window.fill("Phone", "555 0100");
    window.button("Save employee");
    window.until_no_dialog();
    window.until_card("Your employees", "555 0100");
    window.button("Remove Ari Kim");
    window.until_card("Your employees", "Nobody is assigned yet.");
    window.press("w");
    window.button("Close as won");
    window.until_no_dialog();
    window.go_to("Archived");
    window.open_row("Fabrikam");
    window.until_card("How it ended", "Won");
    assert!(!window.has("button", "Edit…"), "an archived lead is only read");
}

#[test]
fn an_accepted_lead_is_lost_without_a_reason() {
    let desk = Desk::with_leads(&[lead("Fabrikam", "2026-10-20T09:00:00Z").accepted("2026-10-21T09:00:00Z", "Cloud")]);
    let window = desk.window();
    window.go_to("Accepted");
    window.open_row("Fabrikam");
    window.press("l");
    window.button("Close as lost");
    window.until_no_dialog();
    window.go_to("Archived");
    window.open_row("Fabrikam");
    window.until_card("How it ended", "Lost");
}

#[test]
fn an_action_is_taken_back_by_its_toast_and_by_the_keyboard() {
    let desk = Desk::with_leads(&[lead("Fabrikam", RECEIVED)]);
    let window = desk.window();
    window.open_row("Fabrikam");
    window.accept("Move to the cloud");
    window.undo_by_toast();
    window.until_count("Received", "1");
    window.until_open("Fabrikam");
    window.find("button", "Accept…");
    window.until_card("History", "Action undone");
    window.accept("Move to the cloud");
    window.press_with(keys::CONTROL, "z");
    window.until_count("Received", "1");
    window.find("button", "Accept…");

    window.button("Decline…");
    window.click_on("a reason", || window.find("radio", "Other"));
    window.button("Close deal");
    window.until_no_dialog();
    window.until_count("Archived", "1");
    desk.set_clock("2026-11-22T05:00:31Z");
    let refused = window.invoke("list_notices", json!({ "request": {} })).expect("the outbox can be read");
    assert_eq!(refused["notices"].as_array().map(Vec::len), Some(1), "the customer has to be told now");
    window.until(
        "the time to undo is over",
        "return ![...document.querySelectorAll('.toast button')].some((b) => b.innerText.startsWith('Undo'))",
        json!([]),
    );
}

#[test]
fn a_favorite_is_hearted_in_the_row_and_in_the_detail() {
    let desk = Desk::with_leads(&[lead("Fabrikam", RECEIVED), lead("Contoso", RECEIVED).qualified()]);
    let window = desk.window();
    window.open_row("Fabrikam");
    window.heart_in_row("Fabrikam");
    window.until_count("Favorites", "1");
    window.go_to("Qualified leads");
    window.until_open("Contoso");
    window.press("f");
    window.until_count("Favorites", "2");
    window.go_to("Favorites");
    window.until_found("both favorites are listed", || (window.listed().len() == 2).then_some(()));
    window.open_row("Contoso");
    window.click_css(".lead-side [aria-label='Remove from favorites']");
    window.until_count("Favorites", "1");
    window.until_listed(&["Fabrikam"]);
}
