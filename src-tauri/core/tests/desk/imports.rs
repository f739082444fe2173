//! Importing files end to end: what is added, merged, left alone, and what no file can do.

use hearth_core::actions::import::import_files;
use hearth_core::actions::telling::Telling;
use hearth_core::api::*;
use hearth_core::domain::history::Action;
use hearth_core::domain::lead::StageKind;
use serde_json::{Value, json};

use crate::support::{Desk, at};

pub fn referral(id: &str) -> Value {
    json!({
        "id": id,
        "createdDateTime": "2026-11-19T09:00:00Z",
        "status": "New",
        "substatus": "Pending",
        "qualification": "Direct",
        "type": "Independent",
        "direction": "Incoming",
        "aKeyOfTheFuture": { "kept": true },
        "customerProfile": { "name": "Fabrikam", "team": [{ "firstName": "Sue", "lastName": "Smith", "email": "sue@fabrikam.example" }] },
        "details": { "notes": "Teams, please", "dealValue": 10000, "currency": "USD", "customerRequestedContact": true }
    })
}

pub fn text(value: &Value) -> String {
    serde_json::to_string(value).unwrap()
}

#[test]
fn a_first_import_adds_and_a_second_changes_nothing() {
    let desk = Desk::new();
    let file = text(&json!({ "value": [referral("a"), referral("b")] }));
    let report = desk.import("leads.json", &file);
    assert_eq!((report.added, report.updated, report.unchanged), (2, 0, 0), "new ones");
    let again = desk.import("leads.json", &file);
    assert_eq!((again.added, again.updated, again.unchanged), (0, 0, 2), "importing twice is importing once");
    let lead = desk.get(1);
    assert_eq!(lead.history.len(), 2, "received and imported, nothing more");
    assert_eq!(lead.history[0].action, Action::Imported, "with the file that brought it");
}

#[test]
fn unknown_keys_are_kept_beside_the_lead() {
    let desk = Desk::new();
    desk.import("leads.json", text(&referral("a")));
    let raw = desk.source(1);
    assert_eq!(serde_json::from_str::<Value>(&raw).unwrap(), referral("a"), "so that they can go out again unchanged");
}

#[test]
fn news_of_the_source_comes_in_and_the_users_work_stays() {
    let desk = Desk::new();
    desk.import("leads.json", text(&referral("a")));
    let lead = desk.accept(&desk.get(1)).unwrap();
    let mut newer = referral("a");
    newer["customerProfile"]["team"][0]["email"] = json!("new@fabrikam.example");
    newer["details"]["dealValue"] = json!(1);
    let report = desk.import("leads.json", text(&newer));
    assert_eq!((report.added, report.updated), (0, 1), "the same referral id");
    let after = desk.get(1);
    assert_eq!(after.contacts[0].email.as_deref(), Some("new@fabrikam.example"), "the customer's new address");
    assert_eq!(after.deal, lead.deal, "the deal that the user typed");
    assert_eq!(after.stage, StageKind::Accepted, "an older status does not take the answer back");
}

#[test]
fn a_csv_in_between_does_not_bring_back_what_the_user_took_out() {
    let desk = Desk::new();
    let mut liked = referral("a");
    liked["favorite"] = json!(true);
    desk.import("leads.json", text(&liked));
    handlers::set_favorite(&desk.app, SetFavorite { id: 1, favorite: false }).unwrap();
    let csv = "Referral ID,Deal Name,Customer Name,Partner Referral Status,Partner Referral Substatus\na,,Fabrikam,New,Received\n";
    assert_eq!(desk.import("leads.csv", csv).refused, 0, "the CSV is read, and knows nothing of hearts");
    liked["updatedDateTime"] = json!("2026-11-20T08:00:00Z");
    desk.import("leads.json", text(&liked));
    assert!(!desk.get(1).favorite, "the source says nothing new: the user's wish stays");
}

#[test]
fn a_referral_id_is_the_same_in_capitals() {
    let desk = Desk::new();
    desk.import("leads.json", text(&referral("6700f96c-aaaa")));
    desk.import("again.json", text(&referral("6700F96C-AAAA")));
    assert_eq!(desk.state().total_leads, 1, "GUIDs are written either way");
}

#[test]
fn a_hot_lead_alarms_as_soon_as_it_is_imported() {
    let desk = Desk::new();
    desk.import("leads.json", text(&referral("a")));
    let tellings = desk.tell();
    let [Telling::Lead(told)] = tellings.as_slice() else { panic!("one lead, not {tellings:?}") };
    assert_eq!(told.customer, "Fabrikam", "the customer is waiting");
    assert_eq!(told.deadline, at("2026-11-22T09:00:00Z"), "72 hours after Partner Center received it");
}

#[test]
fn an_old_lead_expires_as_of_its_own_time() {
    let desk = Desk::new();
    let mut old = referral("a");
    old["createdDateTime"] = json!("2020-10-30T21:03:00.0000000Z");
    desk.import("leads.json", text(&old));
    let lead = desk.get(1);
    assert_eq!(lead.archived_at, Some(at("2020-11-13T21:03:00Z")), "14 days after it was received");
    assert_eq!(desk.state().next_alarm_at, None, "and nothing reminds of it");
}

#[test]
fn one_bad_file_does_not_keep_the_others_out() {
    let desk = Desk::new();
    let (good, bad) = (desk.folder().join("good.json"), desk.folder().join("bad.json"));
    std::fs::write(&good, text(&referral("a"))).unwrap();
    std::fs::write(&bad, &text(&json!([referral("b"), referral("c")]))[..400]).unwrap();
    let report = import_files(&desk.app, &[bad, good, desk.folder().join("missing.json")]).unwrap();
    assert!(
        matches!(report.files[0].problem, Some(FileProblem::CutOff { .. })),
        "cut in the middle: {:?}",
        report.files[0]
    );
    assert_eq!(report.files[1].added, 1, "the good one is in");
    assert!(matches!(report.files[2].problem, Some(FileProblem::Unreadable { .. })), "a missing one is told");
    assert_eq!(desk.state().total_leads, 1, "and nothing of the cut file");
}

#[test]
fn refused_rows_are_told_with_row_and_reason_and_the_others_are_in() {
    let desk = Desk::new();
    let mut nameless = referral("b");
    nameless["customerProfile"]["name"] = json!("  ");
    let mut co_sell = referral("c");
    co_sell["type"] = json!("Shared");
    let report = desk.import("leads.json", text(&json!([referral("a"), nameless, co_sell, 7])));
    assert_eq!((report.added, report.set_aside, report.refused), (1, 1, 2), "{report:?}");
}

#[test]
fn a_folder_or_a_device_is_no_file_of_leads() {
    let desk = Desk::new();
    let report = import_files(&desk.app, &[desk.folder().to_owned()]).unwrap();
    assert_eq!(report.files[0].problem, Some(FileProblem::NotLeads), "and nothing hangs on it");
}

#[test]
fn samples_come_and_go_without_a_trace() {
    let desk = Desk::new();
    let own = desk.add("Fabrikam");
    let count = handlers::add_samples(&desk.app, Empty {}).unwrap().count;
    assert_eq!(count, 40, "about forty invented leads");
    assert_eq!(handlers::add_samples(&desk.app, Empty {}).unwrap().count, 40, "a second click adds no more");
    assert!(desk.state().waiting > 0, "some of them hot");
    assert_eq!(handlers::remove_samples(&desk.app, Empty {}).unwrap().count, 40, "removed in one click");
    let state = desk.state();
    assert_eq!((state.total_leads, state.sample_leads), (1, 0), "the user's own lead stays");
    assert_eq!(desk.get(own.id).customer.name, "Fabrikam");
    let left: i64 = desk
        .raw()
        .query_row("SELECT (SELECT count(*) FROM history WHERE lead_id <> 1) + (SELECT count(*) FROM reminders WHERE lead_id <> 1) + (SELECT count(*) FROM outbox)", [], |row| row.get(0))
        .unwrap();
    assert_eq!(left, 0, "no history, no reminder, no notice of a sample is left");
}
