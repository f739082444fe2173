//! What a spreadsheet may change in a lead, and what it may not.

use super::*;
use crate::domain::lead::{Deal, Stage};
use crate::domain::lifecycle;
use crate::domain::testing::{at, lead};

const NOW: &str = "2026-11-20T12:00:00Z";

fn ours() -> Lead {
    let mut lead = lead("Fabrikam", "2026-11-16T09:00:00Z");
    lead.deal.crm_id = Some("CRM-1".into());
    lead.need.text = "Teams".into();
    lead.customer.city = Some("Redmond".into());
    lead.contacts = vec![Contact {
        name: "Sue Smith".into(),
        email: Some("sue@fabrikam.example".into()),
        phone: Some("+1 425 555 0100".into()),
        ..Contact::default()
    }];
    lead
}

fn all() -> Vec<Field> {
    fields(&ours()).into_iter().map(|(field, _)| field).collect()
}

fn laid_over(ours: &Lead, theirs: &Lead) -> Lead {
    overlay(ours, theirs, &all(), true, at(NOW))
}

#[test]
fn what_was_edited_wins_and_an_empty_cell_clears_nothing() {
    let mut theirs = ours();
    theirs.deal.crm_id = Some("CRM-2".into());
    theirs.need.text = String::new();
    theirs.customer.city = None;
    theirs.contacts[0].phone = None;
    theirs.contacts[0].title = Some("CIO".into());
    let merged = laid_over(&ours(), &theirs);
    assert_eq!(merged.deal.crm_id.as_deref(), Some("CRM-2"), "the edit comes in, though nobody told it before");
    assert_eq!((merged.need.text.as_str(), merged.customer.city.as_deref()), ("Teams", Some("Redmond")), "kept");
    assert_eq!(merged.contacts[0].phone, ours().contacts[0].phone, "the same person keeps the number");
    assert_eq!(merged.contacts[0].title.as_deref(), Some("CIO"), "and gets the title");
}

#[test]
fn the_same_again_changes_nothing() {
    assert_eq!(laid_over(&ours(), &ours()), ours(), "exported and imported");
    let mut rounded = ours();
    rounded.received_at = at("2026-11-16T09:00:00.400Z");
    assert_eq!(laid_over(&ours(), &rounded), ours(), "a table of whole seconds is no news");
}

#[test]
fn a_stage_only_moves_forward_and_archived_is_final() {
    let accepted = lifecycle::accept(&ours(), Deal::default(), Vec::new(), at(NOW)).unwrap();
    assert_eq!(laid_over(&accepted, &ours()).stage, accepted.stage, "an older table takes no answer back");
    assert_eq!(laid_over(&ours(), &accepted).stage, accepted.stage, "an answer in the table comes in");
    let declined = lifecycle::decline(&ours(), 1.try_into().unwrap(), None, at(NOW)).unwrap();
    let mut theirs = accepted;
    theirs.need.text = "news".into();
    assert_eq!(laid_over(&declined, &theirs), declined, "archived is final");
}

#[test]
fn filling_in_overwrites_nothing() {
    let mut theirs = ours();
    theirs.deal.crm_id = Some("CRM-2".into());
    theirs.deal.campaign_id = Some("Spring".into());
    theirs.referral_id = Some("r-1".into());
    theirs.stage = Stage::Accepted { accepted_at: None };
    theirs.contacts[0].phone = Some("+1 425 555 0199".into());
    theirs.contacts[0].title = Some("CIO".into());
    theirs.contacts.push(Contact { name: "Bob".into(), ..Contact::default() });
    let merged = fill_in(&ours(), &theirs);
    assert_eq!(merged.deal.crm_id, ours().deal.crm_id, "what is there stays");
    assert_eq!(merged.deal.campaign_id.as_deref(), Some("Spring"), "what was missing is there");
    assert_eq!(merged.referral_id.as_deref(), Some("r-1"), "and the lead is known by the row's name from now on");
    assert_eq!(merged.stage, Stage::Received, "no answer is taken from elsewhere");
    assert_eq!(merged.contacts[0].phone, ours().contacts[0].phone, "the number that is there stays");
    assert_eq!((merged.contacts[0].title.as_deref(), merged.contacts.len()), (Some("CIO"), 2), "the rest comes in");
}

#[test]
fn news_of_a_lead_that_was_merged_away_reach_the_kept_one() {
    let (before, mut after) = (ours(), ours());
    after.customer.city = Some("Seattle".into());
    after.need.text = "Teams and telephony".into();
    after.deal.name = Some("Roll-out".into());
    after.stage = Stage::Accepted { accepted_at: None };
    let mut kept = ours();
    kept.referral_id = Some("kept".into());
    kept.need.text = "Something else".into();
    let passed = pass_on(&kept, &before, &after, at(NOW));
    assert_eq!(passed.customer.city.as_deref(), Some("Seattle"), "both held the same: the news is about both");
    assert_eq!(passed.deal.name.as_deref(), Some("Roll-out"), "the kept one had none");
    assert_eq!(passed.need.text, "Something else", "what was chosen otherwise stays");
    assert_eq!(passed.stage, Stage::Received, "an answer to one referral is none to the other");
    kept.referral_id = None;
    assert_eq!(pass_on(&kept, &before, &after, at(NOW)).stage, after.stage, "there is only one referral to answer");
}

#[test]
fn another_end_of_a_lead_that_was_merged_away_reaches_the_kept_one_whole() {
    let mut kept = lifecycle::decline(&ours(), 3.try_into().unwrap(), None, at(NOW)).unwrap();
    kept.referral_id = None;
    let before = Lead { id: 2, referral_id: Some("r".into()), ..kept.clone() };
    let accepted = lifecycle::accept(&ours(), Deal::default(), Vec::new(), at(NOW)).unwrap();
    let won = lifecycle::win(&accepted, None, at(NOW)).unwrap();
    let after = Lead { stage: won.stage, ..before.clone() };
    assert_eq!(pass_on(&kept, &before, &after, at(NOW)).stage, after.stage, "the source corrects how it ended");
}

#[test]
fn a_table_that_names_one_person_removes_no_other() {
    let person =
        |name: &str, email: &str| Contact { name: name.into(), email: Some(email.into()), ..Contact::default() };
    let mut ours = lead("Fabrikam", "2026-11-16T09:00:00Z");
    ours.contacts = vec![person("Sue, Kim", "sue@fabrikam.example"), person("Tom", "tom@fabrikam.example")];
    ours.contacts[0].title = Some("CTO".into());
    ours.need.industries = vec!["Healthcare".into()];
    let mut theirs = lead("Fabrikam", "2026-11-16T09:00:00Z");
    theirs.contacts = vec![person("Sue Kim", "sue@fabrikam.example")];
    let completed = |theirs: &Lead| {
        let mut whole = theirs.clone();
        for field in HELD_IN_PART {
            complete(field, &mut whole, &ours, true);
        }
        whole
    };
    let whole = completed(&theirs);
    assert_eq!(whole.contacts, ours.contacts, "the same first person: nothing new of anybody");
    assert_eq!(whole.need.industries, ours.need.industries, "for which such a table has no column");
    theirs.contacts = vec![person("Ann", "ann@fabrikam.example")];
    let names: Vec<_> = completed(&theirs).contacts.into_iter().map(|one| one.name).collect();
    assert_eq!(names, ["Ann", "Tom"], "another first person, and the second stays");
}
