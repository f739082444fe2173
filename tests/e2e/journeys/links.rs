//! Links to a lead, `hearth://lead/7`: what they open, and what they cannot do.

use std::path::PathBuf;

use serde_json::json;

use crate::desk::{Desk, NOW};
use crate::files::{json_file, lead};

/// The link to a customer's lead.
fn link_to(desk: &Desk, customer: &str) -> String {
    let window = desk.window();
    let id = (1..10)
        .find(|id| {
            let lead = window.invoke("get_lead", json!({ "request": { "id": id } }));
            lead.is_ok_and(|lead| lead.to_string().contains(customer))
        })
        .unwrap_or_else(|| panic!("there is no lead of {customer}"));
    format!("hearth://lead/{id}")
}

#[test]
fn a_link_opens_its_lead_in_the_running_desk() {
    let desk = Desk::with_leads(&[lead("Fabrikam", NOW), lead("Contoso", NOW)]);
    let window = desk.window();
    for customer in ["Fabrikam", "Contoso", "Fabrikam"] {
        assert_eq!(desk.follow(&link_to(&desk, customer)), 0, "the second start hands the link over");
        window.until_open(customer);
    }
    assert_eq!(desk.processes(), 1, "and ends");
}

#[test]
fn a_link_starts_the_desk_and_opens_its_lead() {
    let desk = Desk::with_leads(&[lead("Fabrikam", NOW), lead("Contoso", NOW)]);
    let link = link_to(&desk, "Contoso");
    desk.stop();
    desk.open(&[PathBuf::from(link)]);
    desk.window().until_open("Contoso");
}

#[test]
fn a_link_can_do_nothing_but_open_a_lead_that_is_here() {
    let desk = Desk::with_leads(&[lead("Fabrikam", NOW)]);
    let window = desk.window();
    window.open_row("Fabrikam");
    let theirs = json_file(&desk.home(), "theirs.json", &[lead("Intruder", NOW)]).display().to_string();
    assert_eq!(desk.follow("hearth://lead/999999"), 0, "it is taken");
    window.until_says("The lead that this link points to is not here.");
    let harmless: [&[&str]; 5] = [
        &["hearth://lead/1?accept=1"],
        &["hearth:--version"],
        &["hearth://lead/x", "--data-dir=/nowhere"],
        &["hearth://lead/x", &theirs],
        &["hearth:", "--", &theirs],
    ];
    for arguments in harmless {
        assert_eq!(desk.until_ended(desk.start_beside(arguments)), 0, "{arguments:?} is taken as a link");
    }
    // Handed over in this order, so that whatever those did is done by now.
    desk.import(&json_file(&desk.home(), "ours.json", &[lead("Contoso", NOW)]));
    window.import_what_waits();
    window.put_report_away();
    window.until_count("Received", "2");
    window.until_open("Fabrikam");
    assert_eq!(desk.processes(), 1, "no other desk was opened");
}
