//! Leads that are the same: warned of when typed in, found by a scan, merged by keyboard, and taken apart again.

use serde_json::json;

use crate::desk::Desk;
use crate::files::{Referral, lead};
use crate::window::{Window, keys};

/// The same person wrote twice.
fn twice() -> [Referral; 2] {
    let dana = |lead: Referral, phone: &str| lead.contact("Dana", "Whitfield", "dana@fabrikam.example", phone);
    [
        dana(lead("Fabrikam", "2026-11-18T09:00:30Z").need("A file server."), "+1 425 555 0142"),
        dana(lead("Fabrikam Inc.", "2026-11-20T09:00:30Z").need("The file server, as I wrote."), "(425) 555-0142"),
    ]
}

fn open_duplicates(window: &Window) {
    window.button("More");
    window.choose_in_menu("Leads that may be the same…");
    window.find("dialog", "Leads that may be the same");
}

#[test]
fn who_types_a_lead_in_that_is_here_is_told_and_not_hindered() {
    let desk = Desk::with_leads(&[twice()[0].clone()]);
    let window = desk.window();
    window.button("Add a lead");
    window.fill("Customer", "Fabrikam Incorporated");
    window.fill("E-mail", "DANA@fabrikam.example");
    window.until_says("This lead may be here already");
    window.until_says("The same e-mail: dana@fabrikam.example");
    window.must_be_accessible("adding a lead that may be here");
    window.fill("What the customer needs", "Something else.");
    window.button("Add lead");
    window.until_open("Fabrikam Incorporated");
    window.until_count("Received", "2");
}

#[test]
fn two_leads_are_merged_by_keyboard_and_taken_apart_again() {
    let desk = Desk::with_leads(&twice());
    let window = desk.window();
    window.until_count("Received", "2");
    open_duplicates(&window);
    window.find("button", "Merge Fabrikam and Fabrikam Inc.…");
    window.must_be_accessible("leads that may be the same");
    window.tab_to("Merge Fabrikam and Fabrikam Inc.…");
    window.press(keys::ENTER);
    window.find("dialog", "Merge two leads");
    let loaded = "return document.querySelector('dialog[open] .heads') !== null";
    window.until("both sides are shown", loaded, json!([]));
    window.must_be_accessible("merging two leads");
    window.until_says("Where they differ, choose which value the lead shall have.");
    window.tab_to("Merge");
    window.press(keys::ENTER);
    window.until("only the list is left", "return document.querySelectorAll('dialog[open]').length <= 1", json!([]));
    window.until_says("No leads look the same");
    window.press(keys::ESCAPE);
    window.until_no_dialog();
    window.until_count("Received", "1");

    let kept = window.until_found("one is listed", || Some(window.listed()).filter(|rows| rows.len() == 1));
    window.open_row(&kept[0]);
    window.until_card("History", "Merged with another lead");
    window.must_be_accessible("a lead with another one in it");
    window.button("Take apart");
    window.until_count("Received", "2");
    window.until_card("History", "Merge taken apart");
    open_duplicates(&window);
    window.tab_to("Keep apart: Fabrikam and Fabrikam Inc.");
    window.press(keys::ENTER);
    window.until_says("No leads look the same");
}

#[test]
fn a_lead_says_that_another_one_may_be_the_same() {
    let desk = Desk::with_leads(&twice());
    let window = desk.window();
    window.open_row("Fabrikam");
    window.button("Compare…");
    window.find("dialog", "May be the same as this lead");
    window.find("button", "Fabrikam Inc.");
}
