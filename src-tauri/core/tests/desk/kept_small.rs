//! What an import brought is kept as what its lead does not say, and comes out as it went in whatever becomes of the lead.

use hearth_core::api::*;
use hearth_core::domain::history::{Action, Field, FieldValue};
use hearth_core::domain::time::Timestamp;
use hearth_core::store::leads;
use hearth_core::store::sources::{self, Source};
use rusqlite::Connection;

use crate::support::Desk;

const TABLE: &str = "Referral ID,Customer Name,Customer City,Customer Contact Email Address,Notes,Partner Referral Status,\
    Partner Referral Substatus,Our own\na,Fabrikam,Redmond,sue@fabrikam.example,\"Teams, for\nall\",New,Pending,mine\n";

fn known(desk: &Desk) -> (Source, Timestamp) {
    let known = |connection: &Connection, _| sources::then(connection, &leads::get(connection, 1)?);
    desk.app.read(known).unwrap().expect("the lead came in a file")
}

#[test]
fn what_a_source_said_stays_whatever_becomes_of_the_lead() {
    let desk = Desk::new();
    desk.import("bulk.csv", TABLE);
    let first = known(&desk);
    assert!(first.0.raw.contains("\"Our own\":\"mine\"") && first.0.raw.contains("sue@fabrikam.example"), "{first:?}");
    let lead = desk.accept(&desk.get(1)).unwrap();
    assert_eq!(known(&desk), first, "the user has filled in the deal");
    desk.win(&lead).unwrap();
    assert_eq!(known(&desk), first, "and closed it");
    desk.take_back(&desk.get(1)).unwrap();
    assert_eq!(known(&desk), first, "and taken that back");
}

#[test]
fn whoever_changes_a_lead_need_not_know_what_its_source_refers_to() {
    let desk = Desk::new();
    desk.import("bulk.csv", TABLE);
    let raw = desk.source(1);
    for change in ["customer = 'Adatum', city = NULL", "contacts = '[]'", "referral_id = 'A'", "notes = 'other'"] {
        desk.raw().execute(&format!("UPDATE leads SET {change}"), []).unwrap();
        assert_eq!(desk.source(1), raw, "as it was imported, after {change}");
    }
}

#[test]
fn a_source_of_the_first_version_is_read_and_its_history_too() {
    let folder = tempfile::tempdir().unwrap();
    let first = Connection::open(folder.path().join("hearth.db")).unwrap();
    first.execute_batch(include_str!("../../src/store/migrations/0001_the_lead_desk.sql")).unwrap();
    first
        .execute_batch(
            r#"INSERT INTO leads (id, lead_type, origin, referral_id, favorite, received_at, respond_by, stage, customer, contacts,
                       requested_contact, need, requirements, employees, invited_by, search_text)
               VALUES (1, 'customerInquiry', 'import', 'a', 0, 1763629200000, 1764838800000, 'received', 'Fabrikam', '[]', 0,
                       'Teams', '{"text":"","industries":[]}', '[]', '{"organizationId":null}', 'fabrikam');
               INSERT INTO sources VALUES (1, 'a.json', 1763629200000, '{"id": "a"}', '[["customer",{"type":"text","value":"Old"}]]', -1);
               INSERT INTO history (lead_id, at, recorded_at, actor, action, changes)
               VALUES (1, 1763629200000, 1763629200000, '{"kind":"file","name":"a.json"}', 'received', '[]'),
                      (1, 1763629200001, 1763629200001, '{"kind":"user","name":"sam"}', 'edited',
                       '[{"field":"customer","before":{"type":"text","value":"Old"},"after":{"type":"text","value":"Fabrikam"}}]');
               PRAGMA user_version = 1;"#,
        )
        .unwrap();
    drop(first);
    let desk = Desk::of(folder, "2025-11-20T09:00:00Z");
    let (source, _) = known(&desk);
    assert_eq!((source.file_name.as_str(), source.raw.as_str()), ("a.json", "{\"id\": \"a\"}"), "to the byte");
    let told = source.told.iter().find(|(field, _)| *field == Field::Customer);
    assert_eq!(told.unwrap().1, Some(FieldValue::Text("Old".into())), "what it told is not what the lead holds");
    let history = desk.get(1).history;
    let actions: Vec<Action> = history.iter().map(|entry| entry.action).collect();
    assert_eq!(actions, [Action::Edited, Action::Received], "all that happened");
    assert_eq!(history[0].changes[0].after, Some(FieldValue::Text("Fabrikam".into())), "and what it changed");
    assert!(history[0].id > history[1].id, "each under a number of its own");
}
