//! The flame and its alarm: what the operating system is asked to show, at which moment, and what a click on it does.

use crate::desk::{Desk, NOW, Setup};
use crate::files::{Referral, hot, lead};
use crate::notifications::Urgency;

/// Its 72 hours end on November 25 at 05:00.
fn just_arrived(customer: &str) -> Referral {
    hot(customer, NOW)
}

#[test]
fn a_hot_lead_alarms_at_every_step_of_its_72_hours() {
    let desk = Desk::with_leads(&[just_arrived("Fabrikam")]);
    let steps = [
        (NOW, "Fabrikam asks to be contacted", "72 hours left"),
        ("2026-11-24T05:00:00Z", "Fabrikam is waiting", "24 hours left to contact the customer."),
        ("2026-11-25T01:00:00Z", "Fabrikam is waiting", "4 hours left to contact the customer."),
        ("2026-11-25T04:00:00Z", "Fabrikam is waiting", "1 hour left to contact the customer."),
        ("2026-11-25T05:00:00Z", "72 hours have passed", ""),
    ];
    for (instant, summary, body) in steps {
        desk.set_clock(instant);
        let bubble = desk.notifications().next();
        let said = format!("{} | {}", bubble.summary, bubble.body);
        assert!(said.contains(summary), "{summary:?} at {instant}: {said}");
        assert!(said.contains("Fabrikam") && said.contains(body), "who and how long at {instant}: {said}");
        assert_eq!(bubble.urgency, Urgency::Critical, "a customer is waiting");
        assert_eq!(bubble.timeout, 0, "it stays until it is seen");
        assert_eq!(
            (bubble.app.as_str(), bubble.desktop_entry.as_str()),
            ("Hearth", "Hearth"),
            "as the installed desktop entry is called"
        );
        assert_eq!(bubble.actions.first().map(String::as_str), Some("default"), "a click opens");
    }
    assert_eq!(desk.notifications().unseen(), 0, "one notification for each step");
    let window = desk.window();
    window.open_row("Fabrikam");
    window.until_says("The 72 hours for direct contact have passed.");
    window.find("button", "Accept…");
}

#[test]
fn a_click_on_the_alarm_opens_that_lead() {
    let desk = Desk::with_leads(&[just_arrived("Fabrikam"), lead("Contoso", "2026-11-21T05:00:00Z").qualified()]);
    let bubble = desk.notifications().next();
    let window = desk.window();
    window.go_to("Qualified leads");
    window.until_open("Contoso");
    desk.notifications().click(&bubble);
    window.until_open("Fabrikam");
    window.until_says("The customer asked to be contacted directly.");
}

#[test]
fn a_lead_reminds_three_days_and_one_day_before_it_expires() {
    let desk = Desk::with_leads(&[lead("Contoso", NOW)]);
    for (instant, left) in [("2026-12-03T05:00:00Z", "3 days"), ("2026-12-05T05:00:00Z", "24 hours")] {
        desk.set_clock(instant);
        let bubble = desk.notifications().next();
        assert!(bubble.summary.contains("Contoso"), "who: {bubble:?}");
        assert!(bubble.body.contains(left), "{left} are left: {bubble:?}");
        assert_eq!(bubble.urgency, Urgency::Normal, "nobody waits for a call");
    }
    desk.set_clock("2026-12-06T05:00:00Z");
    desk.window().until_count("Archived", "1");
    assert_eq!(desk.notifications().unseen(), 0, "what has expired no longer reminds");
}

#[test]
fn many_customers_who_wait_are_one_notification() {
    let leads: Vec<Referral> = (1..=6).map(|n| just_arrived(&format!("Customer {n}"))).collect();
    let desk = Desk::with_leads(&leads);
    let bubble = desk.notifications().next();
    assert_eq!(bubble.summary, "6 leads need you", "how many");
    assert!(bubble.body.contains("and 3 more"), "the first by name, the others by number: {}", bubble.body);
    assert_eq!(bubble.urgency, Urgency::Critical, "customers wait");
    assert_eq!(desk.notifications().unseen(), 0, "not one for each");
    let window = desk.window();
    window.go_to("Archived");
    desk.notifications().click(&bubble);
    window.until_found("the waiting leads are listed", || (window.listed().len() == 6).then_some(()));
    window.button("Reminders, 6 unread");
    window.until_says("A customer asks to be contacted");
}

#[test]
fn what_fell_due_while_the_app_was_off_is_told_at_the_start() {
    let desk = Desk::with_leads(&[just_arrived("Fabrikam"), just_arrived("Contoso")]);
    for _ in 0..2 {
        desk.notifications().next();
    }
    desk.stop();
    desk.set_clock("2026-11-25T03:30:00Z");
    desk.open(&[]);
    let bubble = desk.notifications().next();
    assert_eq!(bubble.summary, "While you were away: 2 leads need you", "one digest for what was missed");
    assert_eq!(desk.notifications().unseen(), 0, "the steps before are not told one by one");
}

#[test]
fn a_contacted_customer_alarms_no_more() {
    let desk = Desk::with_leads(&[just_arrived("Fabrikam")]);
    desk.notifications().next();
    let window = desk.window();
    window.open_row("Fabrikam");
    window.button("Mark as contacted");
    window.click_on("how", || window.find("radio", "E-mail"));
    window.fill("Note", "Will call on Tuesday.");
    window.button("Mark as contacted");
    window.until_no_dialog();
    window.until_says("Customer contacted");
    window.until_says("Will call on Tuesday.");
    window.until_says("No customer is waiting");
    desk.set_clock("2026-11-25T06:00:00Z");
    desk.set_clock("2026-12-03T05:00:00Z");
    let bubble = desk.notifications().next();
    assert!(bubble.body.contains("expires in 3 days"), "the answer is still owed, the call is not: {bubble:?}");
    assert_eq!(desk.notifications().all().len(), 2, "its arrival and this: nothing in between");
}

#[test]
fn a_customers_name_is_never_markup() {
    let name = "<b>Fabrikam</b> & <img src=x>";
    let desk = Setup { markup: true, ..Setup::default() }.with_leads(&[
        just_arrived(name),
        just_arrived("One"),
        just_arrived("Two"),
        just_arrived("Three"),
    ]);
    let bubble = desk.notifications().next();
    assert!(
        !bubble.body.contains("<b>") && !bubble.body.contains("<img"),
        "a server would interpret it: {}",
        bubble.body
    );
}
