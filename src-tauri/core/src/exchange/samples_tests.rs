//! That the sample leads show everything Hearth can show, and nothing that could not be.

use super::*;
use crate::domain::contact_window::{Flame, flame};
use crate::domain::lead::StageKind;

fn now() -> Timestamp {
    Timestamp::parse("2026-11-22T09:00:00Z").unwrap()
}

fn hours(from: Timestamp, to: Timestamp) -> i64 {
    to.since(from).num_hours()
}

#[test]
fn there_are_forty_and_about_half_are_korean() {
    let leads = sample_leads(now());
    assert_eq!(leads.len(), 40, "the number that the window promises");
    let korean = leads.iter().filter(|l| l.customer.country.as_deref() == Some("KR")).count();
    assert!((17..=23).contains(&korean), "{korean} of 40 is not about half");
    let mut names: Vec<_> = leads.iter().map(|l| l.customer.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 40, "each customer is there once");
}

#[test]
fn every_stage_type_outcome_and_reason_is_there() {
    let leads = sample_leads(now());
    for kind in StageKind::ALL {
        assert!(leads.iter().any(|l| l.stage.kind() == kind), "a lead in {kind:?}");
        assert!(leads.iter().any(|l| l.stage.kind() == kind && l.favorite), "a favorite in {kind:?}");
        for lead_type in LeadType::ALL {
            assert!(
                leads.iter().any(|l| l.stage.kind() == kind && l.lead_type == lead_type),
                "{lead_type:?} in {kind:?}"
            );
        }
    }
    let ends: Vec<_> = leads
        .iter()
        .filter_map(|l| match &l.stage {
            Stage::Archived(end) => Some(end),
            _ => None,
        })
        .collect();
    for outcome in [Outcome::Won, Outcome::Lost, Outcome::Declined, Outcome::Expired] {
        assert!(ends.iter().filter(|e| e.outcome == outcome).count() >= 2, "some {outcome:?}");
    }
    for end in &ends {
        assert!(end.outcome != Outcome::Declined || end.reason.is_some(), "a declined lead has a reason");
        assert!(!matches!(end.outcome, Outcome::Other(_)), "no outcome that Hearth does not know");
        let was_accepted = matches!(end.outcome, Outcome::Won | Outcome::Lost);
        assert_eq!(end.accepted_at.is_some(), was_accepted, "only accepted leads are won or lost");
    }
    for code in 1..=8 {
        assert!(ends.iter().any(|e| e.reason.map(Reason::code) == Some(code)), "reason {code}");
    }
    for currency in ["USD", "EUR", "KRW", "JPY"] {
        let is = |l: &Lead| l.deal.value.as_ref().is_some_and(|v| v.currency.code() == currency);
        assert!(leads.iter().any(is), "a value in {currency}");
    }
}

#[test]
fn customers_are_waiting_with_different_times_left() {
    let leads = sample_leads(now());
    let left: Vec<i64> = leads
        .iter()
        .filter_map(|l| match flame(l, now()) {
            Flame::Hot { ends_at } => Some(hours(now(), ends_at)),
            _ => None,
        })
        .collect();
    let within = |range: std::ops::Range<i64>| left.iter().filter(|h| range.contains(*h)).count();
    assert_eq!(within(0..4), 1, "one is almost over");
    assert_eq!(within(4..24), 1, "one is over before tomorrow");
    assert!(within(30..60) >= 2, "some have time");
    let lapsed = leads.iter().filter(|l| matches!(flame(l, now()), Flame::Lapsed { .. })).count();
    assert_eq!(lapsed, 1, "one was missed");
    assert!(leads.iter().any(|l| l.requested_contact && l.contacted.is_some()), "one was called");
    let to_answer: Vec<_> =
        leads.iter().filter(|l| l.stage == Stage::Received).map(|l| hours(now(), l.respond_by)).collect();
    assert!(to_answer.iter().any(|h| (12..=24).contains(h)), "one expires in a day");
    assert!(to_answer.iter().any(|h| (60..=72).contains(h)), "one expires in three days");
    assert!(to_answer.iter().all(|h| *h > 0), "and none has expired already");
}

#[test]
fn every_sample_could_be_a_lead() {
    for lead in sample_leads(now()) {
        let name = lead.customer.name.clone();
        assert!(!name.is_empty() && name.chars().count() <= 500, "a name of a lead's length");
        assert_eq!(lead.origin, Origin::Sample, "{name} is removed with the others");
        assert!(lead.received_at < now(), "{name} came before now");
        let known = |text: &Option<String>| text.as_deref().is_none_or(|t| !t.trim().is_empty());
        assert!(known(&lead.deal.name) && known(&lead.deal.notes), "{name}: a text is there or not, never blank");
        for address in lead
            .contacts
            .iter()
            .filter_map(|c| c.email.as_ref())
            .chain(lead.employees.iter().filter_map(|e| e.email.as_ref()))
        {
            assert!(address.ends_with(".example"), "{address} must not reach anybody");
        }
        for phone in lead
            .contacts
            .iter()
            .filter_map(|c| c.phone.as_ref())
            .chain(lead.employees.iter().filter_map(|e| e.phone.as_ref()))
        {
            assert!(phone.contains("555"), "{phone} must not ring anywhere");
        }
        match &lead.stage {
            Stage::Received => assert!(lead.employees.is_empty(), "{name}: nobody works on it yet"),
            Stage::Accepted { accepted_at } => {
                let at = accepted_at.unwrap();
                assert!(lead.received_at < at && at < lead.respond_by && at < now(), "{name} was accepted in time");
                assert!(lead.deal.name.is_some() && lead.deal.notes.is_some(), "{name} has what the form asks for");
                assert!(lead.deal.value.is_some() && lead.deal.purchase_on.is_some(), "{name} has value and date");
                assert!(!lead.employees.is_empty(), "{name} has somebody who works on it");
            }
            Stage::Archived(end) => {
                assert!(lead.received_at < end.archived_at && end.archived_at < now(), "{name} ended before now");
                assert!(end.accepted_at.is_none_or(|at| at < end.archived_at), "{name} was accepted before it ended");
                if end.outcome == Outcome::Expired {
                    assert_eq!(end.archived_at, lead.respond_by, "{name} expired at its instant");
                }
            }
        }
    }
}

#[test]
fn samples_differ_in_what_they_lack() {
    let leads = sample_leads(now());
    assert!(leads.iter().any(|l| l.contacts.is_empty()), "nobody to call");
    assert!(leads.iter().any(|l| l.contacts.iter().any(|c| c.email.is_none())), "no e-mail");
    assert!(leads.iter().any(|l| l.deal.value.is_none() && l.deal.name.is_none()), "no deal yet");
    assert!(leads.iter().any(|l| l.customer.name.chars().count() > 60), "a name that is too long for a row");
    assert!(leads.iter().any(|l| l.invited_by.is_partner()), "one that another partner sent");
    assert!(leads.iter().any(|l| !l.need.products.is_empty() && !l.need.solutions.is_empty()), "requirements");
}

#[test]
fn samples_can_be_made_at_the_ends_of_time() {
    for millis in [i64::MIN, 0, i64::MAX] {
        assert_eq!(sample_leads(Timestamp::from_millis(millis)).len(), 40, "a wrong clock is no reason to fail");
    }
}
