//! Leads that may be the same: found while typing, of one lead, and all pairs; said to be two, and never asked again.

use hearth_core::api::*;
use hearth_core::domain::duplicates::keys;
use hearth_core::domain::lead::HearthId;
use hearth_core::store::{leads, match_keys};

use crate::support::{Desk, at, typed};

fn add(desk: &Desk, customer: &str, email: &str, phone: &str) -> LeadDetail {
    let request = AddLead { email: email.into(), phone: phone.into(), ..typed(customer, at("2026-11-20T09:00:00Z")) };
    handlers::add_lead(&desk.app, request).unwrap()
}

/// The pairs of a lead or of the desk: the two customers, and why.
fn told(pairs: &[DuplicatePair]) -> Vec<(String, String, Vec<MatchKind>)> {
    let line = |pair: &DuplicatePair| {
        let why = pair.matches.iter().map(|one| one.kind).collect();
        (pair.one.customer.clone(), pair.other.customer.clone(), why)
    };
    pairs.iter().map(line).collect()
}

fn of(desk: &Desk, lead: &LeadDetail) -> Vec<DuplicatePair> {
    handlers::duplicates_of(&desk.app, LeadRef { id: lead.id }).unwrap().pairs
}

fn all(desk: &Desk) -> DuplicatesPage {
    handlers::list_duplicates(&desk.app, DuplicatesQuery { offset: 0, limit: 200 }).unwrap()
}

fn likely(desk: &Desk, customer: &str, email: &str, phone: &str, country: &str) -> Vec<LikelyLead> {
    let request =
        NewLeadKeys { customer: customer.into(), email: email.into(), phone: phone.into(), country: country.into() };
    handlers::likely_same(&desk.app, request).unwrap().leads
}

#[test]
fn each_match_says_why_and_the_surest_comes_first() {
    let desk = Desk::new();
    let fabrikam = add(&desk, "Fabrikam, Inc.", "sue@fabrikam.example", "+1 425 555 0143");
    add(&desk, "Fabrikan", "bob@fabrikam.example", "");
    add(&desk, "The other office", "", "(425) 555-0143");
    add(&desk, "Someone", "SUE@Fabrikam.Example", "");
    add(&desk, "Adatum", "sue@adatum.example", "+1 425 555 0199");
    let expected = [
        ("Fabrikam, Inc.", "Someone", MatchKind::Email),
        ("Fabrikam, Inc.", "The other office", MatchKind::Phone),
        ("Fabrikam, Inc.", "Fabrikan", MatchKind::DomainAndName),
    ];
    let expected: Vec<_> = expected.map(|(one, other, why)| (one.into(), other.into(), vec![why])).into();
    assert_eq!(told(&of(&desk, &fabrikam)), expected, "the same address, number, domain with nearly the same name");
    assert_eq!(told(&all(&desk).pairs), expected, "and the same pairs, each once, in a scan of all");
    assert_eq!(desk.get(fabrikam.id).duplicates, 3, "and as many beside the lead");
    let values: Vec<_> = of(&desk, &fabrikam).into_iter().map(|pair| pair.matches[0].value.clone()).collect();
    assert_eq!(values, ["sue@fabrikam.example", "+14255550143", "fabrikam.example"], "with what both have");
}

#[test]
fn korean_leads_are_found_too() {
    let desk = Desk::new();
    let korean = |customer: &str, email: &str, phone: &str| {
        let request = AddLead {
            email: email.into(),
            phone: phone.into(),
            country: "KR".into(),
            ..typed(customer, at("2026-11-20T09:00:00Z"))
        };
        handlers::add_lead(&desk.app, request).unwrap()
    };
    let first = korean("㈜한빛소프트", "kim@hanbit.example", "010-1234-5679");
    korean("한빛소프트 주식회사", "lee@hanbit.example", "+82 10 1234 5679");
    korean("푸른솔", "kim@naver.com", "");
    korean("붉은솔", "lee@naver.com", "");
    let found = told(&of(&desk, &first));
    let why = vec![MatchKind::Phone, MatchKind::DomainAndName];
    assert_eq!(found, [("㈜한빛소프트".into(), "한빛소프트 주식회사".into(), why)], "number and company");
    assert_eq!(all(&desk).total, 1, "everybody has an address at a provider");
}

#[test]
fn while_a_lead_is_typed_the_likely_ones_are_told() {
    let desk = Desk::new();
    for n in 0..8 {
        add(&desk, &format!("Company {n}"), "info@fabrikam.example", "");
    }
    let newest = add(&desk, "Fabrikam", "sue@fabrikam.example", "+82 10-1234-5679");
    let found = likely(&desk, "fabrikam inc", "Sue@fabrikam.example ", "010 1234 5679", "South Korea");
    assert_eq!(found.len(), 1, "one lead");
    assert_eq!(found[0].lead.id, newest.id);
    let why: Vec<_> = found[0].matches.iter().map(|one| one.kind).collect();
    assert_eq!(why, [MatchKind::Email, MatchKind::Phone, MatchKind::DomainAndName], "in three ways");
    assert_eq!(likely(&desk, "x", "info@fabrikam.example", "", "").len(), 5, "no more than one can look through");
    assert_eq!(likely(&desk, "", "", "", ""), [], "nothing typed yet");
    assert_eq!(likely(&desk, "Fabrikam", "sue@", "+", "\0"), [], "half typed");
}

#[test]
fn what_the_user_says_are_two_is_not_asked_again() {
    let desk = Desk::new();
    let (one, other) = (desk.add("Fabrikam"), desk.add("Fabrikam Residences"));
    assert_eq!(desk.get(one.id).duplicates, 1);
    handlers::keep_apart(&desk.app, LeadPair { one: other.id, other: one.id }).unwrap();
    assert_eq!((of(&desk, &one), of(&desk, &other), all(&desk).total), (vec![], vec![], 0), "whichever is looked at");
    let third = desk.add("Fabrikam");
    assert_eq!(told(&of(&desk, &third)).len(), 2, "a third one may still be either");
    let nobody = handlers::keep_apart(&desk.app, LeadPair { one: one.id, other: 99 });
    assert_eq!(nobody.err(), Some(ApiError::NotFound), "a lead that is not there");
}

#[test]
fn two_archived_leads_are_no_duplicates() {
    let desk = Desk::new();
    let one = desk.decline(&desk.add("Fabrikam")).unwrap();
    desk.decline(&desk.add("Fabrikam")).unwrap();
    assert_eq!((of(&desk, &one), all(&desk).total), (vec![], 0), "both are final: nothing can be done about them");
    desk.add("Fabrikam");
    assert_eq!(all(&desk).total, 2, "but a new one may be one of them come back");
}

#[test]
fn a_change_of_the_contact_is_seen_at_once() {
    let desk = Desk::new();
    let one = desk.add("Fabrikam");
    let other = add(&desk, "Adatum", "bob@adatum.example", "");
    let mut lead = desk.app.read(|connection, _| leads::get(connection, other.id)).unwrap();
    let before = lead.clone();
    lead.contacts[0].email = Some("sue@fabrikam.example".into());
    desk.app.write(|tx, _, _| leads::update(tx, &before, &lead)).unwrap();
    assert_eq!(of(&desk, &one).len(), 1, "its new address");
    assert_eq!(likely(&desk, "x", "bob@adatum.example", "", ""), [], "and the old one is forgotten");
}

#[test]
fn an_address_of_thousands_is_looked_up_as_fast_as_any() {
    let desk = Desk::new();
    let mut lead = desk.app.read(|connection, _| leads::get(connection, desk.add("Fabrikam").id)).unwrap();
    lead.hearth_id = HearthId::default();
    desk.app
        .write(|tx, _, _| {
            for _ in 0..2_000 {
                leads::insert(tx, &lead)?;
            }
            Ok(())
        })
        .unwrap();
    let found = desk.app.read(|connection, _| match_keys::find(connection, &keys(&lead), None)).unwrap();
    assert!(found.len() <= 40, "a handful of the newest: {}", found.len());
    assert_eq!(found[0].0, 2_001, "the newest first");
    let total = all(&desk).total;
    assert!(total < 10_000, "a scan pairs each with its neighbour, not with all: {total}");
}

#[test]
fn a_lookup_reads_nothing_but_indexes() {
    let desk = Desk::new();
    let database = desk.raw();
    for sql in match_keys::LOOKUPS {
        let mut plan = database.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let unbound: Vec<rusqlite::types::Value> = vec![rusqlite::types::Value::Null; plan.parameter_count()];
        let steps: Vec<String> = plan
            .query_map(rusqlite::params_from_iter(unbound), |row| row.get(3))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        let slow =
            |step: &String| step.contains("TEMP B-TREE") || (step.contains("SCAN") && !step.contains("CONSTANT"));
        assert!(!steps.iter().any(slow), "{sql}: {steps:?}");
    }
}

#[test]
fn a_desk_from_before_gets_its_keys_when_it_is_opened() {
    let desk = Desk::new();
    let (one, other) = (desk.add("Fabrikam"), desk.add("Fabrikam"));
    let database = desk.raw();
    database.execute_batch("DELETE FROM match_keys; DELETE FROM settings WHERE key = 'keyRules';").unwrap();
    drop(database);
    let desk = desk.off_until("2026-11-20T10:00:00Z");
    assert_eq!(of(&desk, &one)[0].other.id, other.id, "an upgrade cannot run the rules, so they run at the start");
    desk.raw()
        .execute_batch("DELETE FROM match_keys; UPDATE settings SET value = '0' WHERE key = 'keyRules';")
        .unwrap();
    let desk = desk.off_until("2026-11-20T11:00:00Z");
    assert_eq!(of(&desk, &one).len(), 1, "and when the rules are others");
    desk.raw().execute_batch("DELETE FROM match_keys").unwrap();
    let desk = desk.off_until("2026-11-20T12:00:00Z");
    assert_eq!(of(&desk, &one).len(), 0, "and at no other time");
}

#[test]
fn a_referral_id_is_the_same_however_it_is_written() {
    let desk = Desk::new();
    let mut lead = desk.app.read(|connection, _| leads::get(connection, desk.add("Fabrikam").id)).unwrap();
    let before = lead.clone();
    lead.referral_id = Some("ABC-1".into());
    lead.contacts.clear();
    desk.app.write(|tx, _, _| leads::update(tx, &before, &lead)).unwrap();
    (lead.referral_id, lead.hearth_id) = (Some("{abc-1}".into()), HearthId::default());
    let found = desk.app.read(|connection, _| match_keys::find(connection, &keys(&lead), None)).unwrap();
    assert_eq!(found[0].1[0].kind, MatchKind::ReferralId, "as another format may write it");
    desk.app.write(|tx, _, _| leads::insert(tx, &lead)).unwrap();
    assert_eq!(told(&all(&desk).pairs)[0].2, [MatchKind::ReferralId], "and a scan finds it too");
}
