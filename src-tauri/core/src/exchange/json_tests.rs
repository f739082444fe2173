//! The rules of the Referrals API's JSON, on an invented list reply and on small changes of one referral.

use serde_json::{Value, json};

use super::*;
use crate::domain::lead::{LeadType, Outcome};

const LIST: &[u8] = include_bytes!("../../../../tests/fixtures/partner-center/referrals.json");

fn rows(value: &Value) -> Vec<Row> {
    read("a.json", value.to_string().as_bytes()).expect("a file of leads").rows
}

/// The first lead of the fixture, whose every part a test may change.
fn referral() -> Value {
    serde_json::from_slice::<Value>(LIST).unwrap()["value"][0].take()
}

fn with(path: &str, value: Value) -> Value {
    let mut referral = referral();
    let (parent, key) = path.rsplit_once('/').unwrap();
    referral.pointer_mut(parent).unwrap()[key] = value;
    referral
}

fn without(path: &str) -> Value {
    let mut referral = referral();
    let (parent, key) = path.rsplit_once('/').unwrap();
    referral.pointer_mut(parent).unwrap().as_object_mut().unwrap().shift_remove(key);
    referral
}

fn only(value: &Value) -> Incoming {
    match rows(value).remove(0) {
        Row::Lead(incoming) => *incoming,
        other => panic!("not a lead: {other:?}"),
    }
}

fn refused(value: &Value) -> (RefusedReason, String) {
    match rows(value).remove(0) {
        Row::Refused { refused: row, .. } => (row.reason, row.column.unwrap_or_default()),
        other => panic!("not refused: {other:?}"),
    }
}

fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).unwrap()
}

#[test]
fn a_list_tells_of_each_referral_in_its_place() {
    let file = read("referrals.json", LIST).unwrap();
    let kinds: Vec<String> = file
        .rows
        .iter()
        .map(|row| match row {
            Row::Lead(lead) => format!("{} lead {}", lead.row, lead.lead.customer.name),
            Row::SetAside { row, customer } => format!("{row} aside {customer}"),
            Row::Refused { refused: row, .. } => {
                format!("{} {:?} {}", row.row, row.reason, row.column.as_deref().unwrap_or_default())
            }
        })
        .collect();
    let expected = [
        "1 lead Fabrikam Oil & Gas",
        "2 lead 한빛물류 주식회사",
        "3 lead Northwind Traders",
        "4 aside Litware, Inc.",
        "5 aside Relecloud",
        "6 MissingCustomer customerProfile.name",
        "7 lead Fabrikam again",
    ];
    assert_eq!(
        kinds, expected,
        "leads, co-sell, an own referral, a nameless one, and one that comes twice, which the import finds"
    );
}

#[test]
fn a_list_reply_a_bare_list_and_one_referral_are_the_same() {
    let one = referral();
    let rows = [json!({"value": [one]}), json!([one]), one].map(|v| rows(&v));
    assert!(rows.iter().all(|r| r.len() == 1 && *r == rows[0]), "three shapes of one thing");
    let marked = format!("\u{feff}{}", referral());
    assert_eq!(read("a", marked.as_bytes()).unwrap().rows, rows[0], "a byte order mark is no part of it");
}

#[test]
fn a_received_lead_carries_what_the_customer_asked_for() {
    let incoming = only(&referral());
    let lead = &incoming.lead;
    assert_eq!((lead.id, lead.revision, lead.origin), (0, 0, crate::domain::lead::Origin::Import), "not yet ours");
    assert_eq!(lead.stage, Stage::Received, "New is Received");
    assert_eq!(lead.lead_type, LeadType::CustomerInquiry, "Independent and Direct");
    assert_eq!(lead.received_at, at("2026-11-19T09:00:00Z"), "seven digits of a second");
    assert_eq!((lead.respond_by, incoming.respond_by_given), (at("2026-12-01T00:00:00Z"), true), "as the source says");
    assert!(lead.requested_contact, "the flame");
    assert!(!lead.favorite, "nobody said so");
    assert_eq!(lead.need.text, "Please call me.\n<b>Soon</b> <3", "entities are decoded, tags are text");
    assert_eq!(lead.deal.notes, None, "before acceptance the notes are the customer's");
    assert_eq!(lead.need.products, ["Microsoft365", "Teams"], "by id");
    assert_eq!(lead.need.solutions, ["Cloud migration", "SOL-0000000-BBB"], "by name, else by id");
    assert_eq!(lead.deal.value.as_ref().unwrap().amount(), "10000.50", "an exact amount");
    assert_eq!(lead.deal.purchase_on.unwrap().to_string(), "2026-12-04", "Korea's midnight is that day in Korea");
    assert_eq!(lead.customer.state.as_deref(), Some("WA"), "some payloads have it under region");
    assert_eq!(lead.customer.size, None, "an empty text is nothing");
    assert_eq!(lead.contacts.len(), 1, "one object is a list of one");
    assert_eq!(lead.contacts[0].name, "Dana Whitfield", "blanks trimmed");
    assert_eq!(lead.source_status.substatus.as_deref(), Some("Pending"), "Partner Center's own words are kept");
    for field in
        [Field::Need, Field::RequestedContact, Field::RespondBy, Field::DealName, Field::CrmId, Field::Contacts]
    {
        assert!(incoming.known.contains(&field), "{field:?} is spoken of");
    }
    for field in [Field::Favorite, Field::Notes, Field::Employees, Field::CampaignId, Field::ContactedAt, Field::Reason]
    {
        assert!(!incoming.known.contains(&field), "{field:?} is not spoken of");
    }
}

#[test]
fn an_accepted_lead_carries_the_deal() {
    let Row::Lead(incoming) = read("", LIST).unwrap().rows.remove(1) else { panic!("the second is a lead") };
    let lead = incoming.lead;
    assert_eq!(lead.stage, Stage::Accepted { accepted_at: Some(at("2026-11-02T00:00:00Z")) }, "Active is Accepted");
    assert_eq!(lead.lead_type, LeadType::MarketingQualified, "Independent and MarketingQualified");
    assert!(lead.favorite, "as told");
    assert_eq!(lead.need.text, "", "the notes are no longer the customer's");
    assert_eq!(lead.deal.notes.as_deref(), Some("2차 미팅 완료"), "but the deal's");
    assert_eq!(lead.deal.name.as_deref(), Some("촬영소 이전"), "trimmed");
    assert_eq!(lead.deal.value.as_ref().map(|v| v.minor), Some(85_000_000), "an amount written as a text");
    assert_eq!((lead.deal.crm_id.as_deref(), lead.deal.campaign_id.as_deref()), (Some("OPP-7"), Some("CMP-9")), "ids");
    assert_eq!(lead.contacts.len(), 1, "a contact without anything is none");
    assert_eq!(lead.contacts[0].name, "김서연", "a Korean name in Korean order");
    assert_eq!(lead.contacts[0].phone.as_deref(), Some("3255550123"), "a number that stands for a text");
    assert_eq!(lead.employees[0].email.as_deref(), Some("sam@partner.example"), "our people");
    assert_eq!(lead.invited_by.notes.as_deref(), Some("Good luck"), "who sent it, and their words");
    assert!(!incoming.respond_by_given, "a null expiry is none");
    assert_eq!(lead.respond_by, at("2026-11-15T00:10:20.123Z"), "so 14 days");
    assert!(!incoming.known.contains(&Field::RequestedContact), "null says nothing of the flame");
}

#[test]
fn a_closed_lead_carries_its_end() {
    let Row::Lead(incoming) = read("", LIST).unwrap().rows.remove(2) else { panic!("the third is a lead") };
    let Stage::Archived(end) = &incoming.lead.stage else { panic!("Closed is Archived") };
    assert_eq!(end.outcome, Outcome::Won, "the sub-status");
    assert_eq!(end.archived_at, at("2026-10-19T08:00:00Z"), "closedDateTime before updatedDateTime");
    assert_eq!(end.accepted_at, Some(at("2026-10-03T00:00:00Z")), "and when it had been accepted");
    assert_eq!(end.reason_text.as_deref(), Some("Customer engagement was a success!"), "free text");
    assert_eq!(end.reason, None, "the API has no reason codes");
    assert_eq!(incoming.lead.deal.value, None, "0 of no currency is no value");
}

#[test]
fn what_came_is_kept_whole_and_in_order() {
    let text = LIST.escape_ascii().to_string();
    assert!(text.contains("somethingNew"), "the fixture has a key that Hearth does not know");
    let raw = only(&referral()).raw.into_value();
    assert_eq!(raw.to_string(), referral().to_string(), "every key, in the file's order, unchanged");
    assert_eq!(raw["somethingNew"].to_string(), r#"{"zeta":1,"alpha":[2.5,12345678901234567]}"#, "numbers too");
    assert_eq!(raw["customerProfile"]["name"], " Fabrikam Oil &amp; Gas ", "undecoded, as it came");
}

#[test]
fn amounts_are_read_exactly() {
    for (number, amount) in
        [("0.07", "0.07"), ("1234567890123.45", "1234567890123.45"), ("1e4", "10000.00"), ("79228.16", "79228.16")]
    {
        let text = referral().to_string().replace("\"dealValue\":10000.5", &format!("\"dealValue\":{number}"));
        let Row::Lead(incoming) = read("", text.as_bytes()).unwrap().rows.remove(0) else { panic!("a lead") };
        assert_eq!(incoming.lead.deal.value.unwrap().amount(), amount, "not a cent is lost");
    }
}

#[test]
fn each_fault_is_refused_with_its_key() {
    use RefusedReason as R;
    let long = "가".repeat(501);
    let cases = [
        (with("/customerProfile/name", json!(" \u{a0}")), R::MissingCustomer, "customerProfile.name"),
        (without("/createdDateTime"), R::MissingReceived, "createdDateTime"),
        (with("/createdDateTime", json!("0001-01-01T00:00:00Z")), R::MissingReceived, "createdDateTime"),
        (with("/createdDateTime", json!("yesterday")), R::BadDate, "createdDateTime"),
        (with("/expirationDateTime", json!("9999999-01-01")), R::BadDate, "expirationDateTime"),
        (with("/details/closingDateTime", json!(20261201)), R::BadDate, "details.closingDateTime"),
        (with("/details/dealValue", json!(-1)), R::BadAmount, "details.dealValue"),
        (with("/details/dealValue", json!("much")), R::BadAmount, "details.dealValue"),
        (with("/details/dealValue", json!(1e300)), R::BadAmount, "details.dealValue"),
        (with("/details/currency", json!(null)), R::BadCurrency, "details.currency"),
        (with("/details/currency", json!("$")), R::BadCurrency, "details.currency"),
        (with("/type", json!("Private")), R::UnknownType, "type"),
        (with("/qualification", json!("Bespoke")), R::UnknownType, "qualification"),
        (with("/name", json!(long)), R::TooLong, "name"),
        (with("/customerProfile/team/email", json!(long)), R::TooLong, "customerProfile.team.email"),
        (with("/details/notes", json!("x".repeat(1_048_577))), R::TooLong, "details.notes"),
    ];
    for (value, reason, column) in cases {
        assert_eq!(refused(&value), (reason, column.to_owned()), "and nothing else is said");
    }
    let mut unknown = with("/status", json!("Fresh"));
    unknown["substatus"] = json!("Engaged");
    let Row::Refused { refused: row, .. } = rows(&unknown).remove(0) else { panic!("refused") };
    assert_eq!((row.reason, row.value.as_deref()), (R::UnknownStatus, Some("Fresh")), "with the word");
}

#[test]
fn one_megabyte_of_notes_is_taken() {
    let notes = "가".repeat(1_048_576);
    assert_eq!(only(&with("/details/notes", json!(notes))).lead.need.text, notes, "whole");
}

#[test]
fn what_is_missing_is_assumed_only_for_what_is_clearly_a_referral() {
    let mut short = without("/type");
    for key in ["qualification", "direction"] {
        short.as_object_mut().unwrap().shift_remove(key);
    }
    let incoming = only(&short);
    assert_eq!(incoming.lead.lead_type, LeadType::CustomerInquiry, "an old reply has none of the three");
    assert!(!incoming.known.contains(&Field::LeadType), "but it did not say so");
    let rows = rows(&json!([referral(), 5, null, "x", {"id": "1"}, []]));
    let refused = rows[1..]
        .iter()
        .filter(|r| matches!(r, Row::Refused { refused: row, .. } if row.reason == RefusedReason::NotALead));
    assert_eq!(refused.count(), 5, "the rest of the list are no leads");
}

#[test]
fn a_partners_own_opportunity_is_set_aside_and_a_given_early_expiry_is_not_believed() {
    let mut other = with("/qualification", json!("None"));
    other["inviteContext"] = json!({"invitedBy": {"organizationId": "00000000-0000-4000-8000-0000000000ff"}});
    assert!(matches!(rows(&other)[0], Row::SetAside { row: 1, .. }), "domain.md, Which tab");
    other["inviteContext"]["invitedBy"]["organizationId"] = json!("MSFT");
    assert!(matches!(rows(&other)[0], Row::Lead(_)), "Microsoft is no other partner");
    let early = only(&with("/expirationDateTime", json!("2026-11-01T00:00:00Z")));
    assert!(!early.respond_by_given && !early.known.contains(&Field::RespondBy), "expired before it came: a mistake");
}

#[test]
fn unknown_ends_are_kept_as_they_came() {
    let mut closed = with("/status", json!("Closed"));
    for (substatus, outcome) in [("Error", Outcome::Other("Error".into())), ("expired", Outcome::Expired)] {
        closed["substatus"] = json!(substatus);
        let Stage::Archived(end) = only(&closed).lead.stage else { panic!("closed") };
        assert_eq!(end.outcome, outcome, "{substatus}");
        assert_eq!(end.archived_at, at("2026-11-19T09:00:00Z"), "updatedDateTime when nothing says when it closed");
    }
}

#[test]
fn both_error_replies_and_the_sign_ins_are_told() {
    let cases = [
        (json!({"error": {"code": "unAuthorized", "message": "Not allowed.", "innerError": {}}}), "Not allowed."),
        (json!({"error": {"code": "generalException"}}), "generalException"),
        (json!({"statusCode": 429, "message": "Try again in 57 seconds."}), "Try again in 57 seconds."),
        (json!({"error": "invalid_grant", "error_description": "Expired."}), "Expired."),
    ];
    for (body, message) in cases {
        let problem = read("a.json", body.to_string().as_bytes()).unwrap_err();
        assert_eq!(problem, FileProblem::ErrorReply { message: message.to_owned() }, "domain.md 1.3");
    }
}

#[test]
fn mistakes_are_found_on_their_line_and_slips_are_forgiven() {
    let problem = |text: &str| read("a.json", text.as_bytes()).unwrap_err();
    assert_eq!(problem("[\n  {\"가나\": oops}\n]"), FileProblem::BadJson { line: 2, column: 10 }, "letters, not bytes");
    assert_eq!(problem("[\n{\"id\":\n\"1"), FileProblem::CutOff { line: 3 }, "where the file stops");
    let deep = "[".repeat(200_000);
    assert!(
        matches!(problem(&deep), FileProblem::BadJson { line: 1, .. }),
        "deep nesting ends in an error, not a crash"
    );
    let deep = format!("[{{\"customerProfile\":{}", "{\"a\":".repeat(200_000));
    assert!(matches!(problem(&deep), FileProblem::BadJson { .. }), "nor inside a lead");
    let sloppy = serde_json::to_string_pretty(&json!([referral()])).unwrap().replacen("\"Direct\",", "\"Direct\"", 1);
    let sloppy = sloppy.replacen("\n]", ",\n]", 1);
    assert!(matches!(read("", sloppy.as_bytes()).unwrap().rows[0], Row::Lead(_)), "commas forgotten and left over");
}

#[test]
fn marks_scripts_and_nuls_are_only_text() {
    let value = with("/customerProfile/name", json!("<script>alert(1)</script>\u{202e}\u{0}A"));
    assert_eq!(only(&value).lead.customer.name, "<script>alert(1)</script>\u{202e}A", "text stays text, NUL goes");
}
