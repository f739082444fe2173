//! Two leads made one, and two again.

use hearth_core::api::*;
use hearth_core::domain::history::{Action, Field, FieldValue};
use hearth_core::domain::lead::StageKind;
use hearth_core::store::leads;

use crate::support::{Desk, at, typed};

fn merge(desk: &Desk, kept: &LeadDetail, other: &LeadDetail, take: &[Field]) -> Result<LeadDetail, ApiError> {
    let request = MergeLeads {
        kept: kept.id,
        kept_revision: kept.revision,
        other: other.id,
        other_revision: other.revision,
        take: take.to_vec(),
    };
    handlers::merge_leads(&desk.app, request)
}

fn apart(desk: &Desk, merge_id: i64) -> Result<LeadDetail, ApiError> {
    handlers::take_apart(&desk.app, MergeRef { id: merge_id })
}

fn compare(desk: &Desk, kept: &LeadDetail, other: &LeadDetail) -> Comparison {
    handlers::compare_leads(&desk.app, CompareLeads { kept: kept.id, other: other.id }).unwrap()
}

fn refused(why: NotAllowedWhy) -> Result<LeadDetail, ApiError> {
    Err(ApiError::NotAllowed { why })
}

fn add(desk: &Desk, customer: &str, need: &str) -> LeadDetail {
    let request = AddLead { need: need.into(), ..typed(customer, at("2026-11-20T09:00:00Z")) };
    handlers::add_lead(&desk.app, request).unwrap()
}

fn follow_up_filter(desk: &Desk, tab: Tab, stage: StageKind) -> Vec<i64> {
    let query = ListQuery {
        tab,
        stage: Some(stage),
        query: String::new(),
        list: None,
        sort: SortBy::Received,
        descending: false,
        offset: 0,
        limit: 60,
    };
    handlers::list_leads(&desk.app, query).unwrap().rows.into_iter().map(|row| row.id).collect()
}

/// What a lead is, without what counts up and what happened.
fn content(lead: &LeadDetail) -> LeadDetail {
    LeadDetail { revision: 0, history: vec![], undo: None, duplicates: 0, merged: vec![], ..lead.clone() }
}

#[test]
fn both_sides_are_shown_with_what_the_kept_one_lacks_proposed() {
    let desk = Desk::new();
    let poor = AddLead { amount: String::new(), ..typed("Fabrikam", at("2026-11-20T09:00:00Z")) };
    let (kept, other) = (handlers::add_lead(&desk.app, poor).unwrap(), add(&desk, "Fabrikam Inc.", "Teams"));
    let comparison = compare(&desk, &kept, &other);
    assert_eq!(comparison.refused, None, "these can be merged");
    let of = |field| comparison.fields.iter().find(|f| f.field == field).unwrap();
    let value = of(Field::DealValue);
    assert_eq!((&value.kept, value.choice, value.take_other), (&None, true, true), "an empty value is filled");
    assert_eq!(of(Field::Need).other, Some(FieldValue::Text("Teams".into())), "both sides are told");
    assert!(!of(Field::Customer).take_other, "two names are the user's to choose");
    assert!(!of(Field::Stage).choice, "the stage follows a rule");
    assert_eq!(comparison.fields.len(), 31, "every field that the history knows");
}

#[test]
fn the_kept_lead_has_what_was_chosen_and_the_history_of_both() {
    let desk = Desk::new();
    let (kept, other) = (add(&desk, "Fabrikam", "Teams"), add(&desk, "Fabrikam Inc.", "Telephony"));
    let merged = merge(&desk, &kept, &other, &[Field::Need]).unwrap();
    assert_eq!((merged.customer.name.as_str(), merged.need.text.as_str()), ("Fabrikam", "Telephony"), "as chosen");
    let told: Vec<_> = merged.history.iter().map(|entry| (entry.action, entry.of)).collect();
    let expected = [
        (Action::Absorbed, Some(other.id)),
        (Action::Merged, None),
        (Action::Added, Some(other.id)),
        (Action::Added, None),
    ];
    assert_eq!(told, expected, "both histories, with whose it was");
    assert_eq!(merged.history[1].changes.len(), 1, "and what the merge changed");
    assert_eq!(merged.merged[0].lead.id, other.id, "from where it can be taken apart");
    assert_eq!(merged.duplicates, 0, "and is no duplicate any more");
}

#[test]
fn a_lead_that_was_merged_away_is_nowhere_and_reminds_of_nothing() {
    let desk = Desk::new();
    let kept = desk.add("Fabrikam");
    let hot = desk.add_hot("Fabrikam Inc.");
    handlers::set_favorite(&desk.app, SetFavorite { id: hot.id, favorite: true }).unwrap();
    desk.tell();
    let merged = merge(&desk, &kept, &desk.get(hot.id), &[]).unwrap();
    assert!(merged.favorite, "one heart is enough");
    let state = desk.state();
    assert_eq!((state.total_leads, state.waiting), (1, 0), "not counted");
    assert_eq!((state.counts.marketplace.received, state.counts.favorites.received), (1, 1), "in no tab");
    for tab in [Tab::Marketplace, Tab::Favorites] {
        assert_eq!(follow_up_filter(&desk, tab, StageKind::Received), [kept.id], "in no list");
    }
    desk.round();
    assert_eq!(desk.screen.borrow().standing.len(), 0, "its bubble is taken away");
    desk.set("2026-12-10T09:00:00Z");
    desk.tell();
    assert_eq!(desk.get(kept.id).stage, StageKind::Archived, "the kept one expires");
    assert_eq!(desk.get(hot.id).stage, StageKind::Received, "it does not");
    assert_eq!(desk.state().open_notices, 1, "and nobody is told twice");
    let rows: i64 = desk
        .raw()
        .query_row("SELECT count(*) FROM reminders WHERE lead_id = ?1 AND settled_at IS NULL", [hot.id], |r| r.get(0))
        .unwrap();
    assert_eq!(rows, 0, "nothing about it is open");
    assert_eq!(desk.next_look(), None, "and nothing is waited for");
}

#[test]
fn what_was_merged_away_can_be_looked_at_and_not_worked() {
    let desk = Desk::new();
    let (kept, other) = (desk.add("Fabrikam"), desk.add("Fabrikam Inc."));
    let merged = merge(&desk, &kept, &other, &[]).unwrap();
    let away = desk.get(other.id);
    assert_eq!((away.merged_into, away.undo.clone(), away.duplicates), (Some(kept.id), None, 0), "it says where it is");
    let why = || refused(NotAllowedWhy::MergedAway { into: kept.id });
    assert_eq!(desk.accept(&away), why(), "accept");
    assert_eq!(desk.decline(&away), why(), "decline");
    assert_eq!(desk.contact(&away), why(), "contact");
    assert_eq!(desk.snooze(&away, "2026-11-21T09:00:00Z", true), why(), "snooze");
    assert_eq!(desk.follow_up(&away, "2026-11-25", "call"), why(), "follow up");
    assert_eq!(handlers::set_favorite(&desk.app, SetFavorite { id: away.id, favorite: true }), why(), "heart");
    assert_eq!(merge(&desk, &away, &desk.add("Third"), &[]), why(), "merge");
    let pair = LeadPair { one: away.id, other: kept.id };
    assert!(handlers::keep_apart(&desk.app, pair).is_err(), "keep apart");
    assert_eq!(compare(&desk, &merged, &away).refused, Some(NotAllowedWhy::MergedAway { into: kept.id }));
    let query = ListQuery {
        tab: Tab::Marketplace,
        stage: Some(StageKind::Received),
        query: String::new(),
        list: None,
        sort: SortBy::Received,
        descending: false,
        offset: 0,
        limit: 60,
    };
    let place = handlers::locate_lead(&desk.app, LocateLead { id: away.id, query }).unwrap();
    assert_eq!((place.id, place.index), (kept.id, Some(0)), "a link to it leads to the kept one");
}

#[test]
fn what_cannot_be_merged_is_refused_with_the_reason() {
    let desk = Desk::new();
    let (one, other) = (desk.add("Fabrikam"), desk.add("Fabrikam Inc."));
    assert!(matches!(merge(&desk, &one, &one, &[]), Err(ApiError::Invalid { .. })), "with itself");
    let stale = LeadDetail { revision: 7, ..other.clone() };
    assert_eq!(merge(&desk, &one, &stale, &[]), Err(ApiError::Conflict), "changed since it was looked at");
    let archived = desk.decline(&desk.add("Fabrikam Ltd.")).unwrap();
    let final_ = || NotAllowedWhy::Stage { stage: StageKind::Archived };
    assert_eq!(merge(&desk, &one, &archived, &[]), refused(final_()), "archived is final");
    assert_eq!(merge(&desk, &archived, &one, &[]), refused(final_()), "either way");
    assert_eq!(compare(&desk, &one, &archived).refused, Some(final_()), "and it is said before");
    desk.set("2026-12-04T09:00:00Z");
    let respond_by = at("2026-12-04T09:00:00Z");
    assert_eq!(merge(&desk, &one, &other, &[]), refused(NotAllowedWhy::PastRespondBy { respond_by }), "out of time");
    assert_eq!(desk.get(other.id).merged_into, None, "and nothing was changed");
}

#[test]
fn a_contact_and_an_answer_on_either_side_count() {
    let desk = Desk::new();
    let hot = desk.add_hot("Fabrikam");
    let called = desk.contact(&desk.add("Fabrikam Inc.")).unwrap();
    let accepted = desk.accept(&called).unwrap();
    desk.tell();
    let merged = merge(&desk, &hot, &accepted, &[Field::DealName]).unwrap();
    assert_eq!(merged.stage, StageKind::Accepted, "the further stage wins");
    assert_eq!(merged.contacted, accepted.contacted, "the customer was called");
    assert_eq!(merged.deal.name, accepted.deal.name, "as chosen");
    assert_eq!(desk.state().waiting, 0, "so nobody waits");
    assert_eq!(merged.undo, None, "what was done before is not undone past it");
    desk.round();
    assert_eq!(desk.screen.borrow().standing.len(), 0, "and the alarm is over");
    let back = apart(&desk, merged.merged[0].merge_id).unwrap();
    assert_eq!((back.stage, desk.state().waiting), (StageKind::Received, 1), "apart, the customer waits again");
}

#[test]
fn taken_apart_both_are_as_they_were() {
    let desk = Desk::new();
    let (kept, other) = (add(&desk, "Fabrikam", "Teams"), desk.add_hot("Fabrikam Inc."));
    let merged = merge(&desk, &kept, &other, &[Field::Customer, Field::Need, Field::RequestedContact]).unwrap();
    desk.set("2026-11-21T09:00:00Z");
    let id = merged.merged[0].merge_id;
    let back = apart(&desk, id).unwrap();
    assert_eq!(content(&back), content(&kept), "the kept one");
    assert_eq!(content(&desk.get(other.id)), content(&other), "the other one");
    assert_eq!(back.history[0].action, Action::TakenApart, "and it is written down");
    assert_eq!(desk.get(other.id).history[0].action, Action::TakenApart, "on both");
    assert_eq!((desk.state().total_leads, desk.state().waiting), (2, 1), "it is counted again");
    assert_eq!(desk.get(kept.id).duplicates, 1, "and may be the same again");
    assert_eq!(apart(&desk, id), refused(NotAllowedWhy::TakenBack), "but not twice");
    assert_eq!(apart(&desk, 99), Err(ApiError::NotFound), "nor what never was");
    desk.set("2026-11-23T04:59:00Z");
    desk.tell();
    desk.set("2026-11-23T05:00:00Z");
    assert_eq!(desk.tell().len(), 1, "and it reminds again");
}

#[test]
fn what_was_changed_since_stays_changed() {
    let desk = Desk::new();
    let kept = add(&desk, "Fabrikam", "Teams");
    let other = desk.accept(&add(&desk, "Fabrikam Inc.", "Telephony")).unwrap();
    let merged = merge(&desk, &kept, &other, &[Field::Need, Field::DealName, Field::Notes]).unwrap();
    let deal = DealForm { crm_id: String::new(), notes: "typed since".into(), ..crate::support::deal() };
    let edited = handlers::edit_deal(&desk.app, EditDeal { id: merged.id, revision: merged.revision, deal }).unwrap();
    let won = desk.win(&edited).unwrap();
    let back = apart(&desk, won.merged[0].merge_id).unwrap();
    assert_eq!(back.stage, StageKind::Archived, "won since: that is final");
    assert_eq!(back.deal.notes.as_deref(), Some("typed since"), "the user's words");
    assert_eq!((back.need.text.as_str(), back.deal.name), ("Teams", None), "the rest goes back");
    assert_eq!(content(&desk.get(other.id)), content(&other), "the other one is as it was");
}

#[test]
fn who_comes_back_late_expires_and_who_was_worked_does_not() {
    let desk = Desk::new();
    let kept = desk.add("Fabrikam");
    let other = desk.add("Fabrikam Inc.");
    let accepted = desk.accept(&desk.add("Fabrikam Ltd.")).unwrap();
    let merged = merge(&desk, &kept, &other, &[]).unwrap();
    let merged = merge(&desk, &merged, &accepted, &[]).unwrap();
    desk.set("2027-01-10T09:00:00Z");
    desk.tell();
    for merge in desk.get(merged.id).merged {
        apart(&desk, merge.merge_id).unwrap();
    }
    let late = desk.get(other.id);
    assert_eq!((late.stage, late.outcome.as_deref()), (StageKind::Archived, Some("expired")), "its time is over");
    assert_eq!(late.archived_at, Some(other.respond_by), "as of then");
    assert_eq!(desk.get(kept.id).stage, StageKind::Accepted, "it would be lost at once, though it was worked");
    assert_eq!(desk.get(accepted.id).stage, StageKind::Accepted);
}

#[test]
fn of_several_merges_any_can_be_taken_apart_first() {
    for first in [0, 1] {
        let desk = Desk::new();
        let kept = add(&desk, "Fabrikam", "Teams");
        let one = add(&desk, "Fabrikam One", "Telephony");
        let two = add(&desk, "Fabrikam Two", "Training");
        let merged = merge(&desk, &kept, &one, &[Field::Need, Field::Customer]).unwrap();
        let merged = merge(&desk, &merged, &two, &[Field::Need]).unwrap();
        let ids: Vec<_> = merged.merged.iter().map(|merge| merge.merge_id).rev().collect();
        let back = apart(&desk, ids[first]).unwrap();
        let expected = [("Fabrikam", "Training"), ("Fabrikam One", "Telephony")][first];
        assert_eq!((back.customer.name.as_str(), back.need.text.as_str()), expected, "as if it had never been");
        let back = apart(&desk, ids[1 - first]).unwrap();
        assert_eq!(content(&back), content(&kept), "and without both as at first");
        assert_eq!(desk.state().total_leads, 3, "three leads again");
    }
}

#[test]
fn a_lead_that_took_another_in_can_be_merged_itself() {
    let desk = Desk::new();
    let (a, b, c) = (add(&desk, "A", "a"), add(&desk, "B", "b"), add(&desk, "C", "c"));
    let with_c = merge(&desk, &b, &c, &[Field::Need]).unwrap();
    let all = merge(&desk, &a, &with_c, &[Field::Need]).unwrap();
    assert_eq!(all.need.text, "c", "through both");
    let whose: std::collections::BTreeSet<_> = all.history.iter().filter_map(|entry| entry.of).collect();
    assert_eq!(whose, [b.id, c.id].into(), "the history of all three");
    assert_eq!(desk.accept(&desk.get(c.id)), refused(NotAllowedWhy::MergedAway { into: a.id }), "led to the end");
    let inner = desk.get(b.id).merged[0].merge_id;
    assert_eq!(apart(&desk, inner), refused(NotAllowedWhy::MergedAway { into: a.id }), "from the outside in");
    assert_eq!(apart(&desk, all.merged[0].merge_id).unwrap().need.text, "a", "A alone");
    assert_eq!(desk.get(b.id).need.text, "c", "B still has C");
    assert_eq!(apart(&desk, inner).unwrap().need.text, "b", "and then no more");
    assert_eq!(desk.state().total_leads, 3, "three leads again");
}

#[test]
fn news_that_came_meanwhile_is_there_when_it_comes_back() {
    let desk = Desk::new();
    let (kept, other) = (desk.add("Fabrikam"), desk.add("Fabrikam Inc."));
    let merged = merge(&desk, &kept, &other, &[]).unwrap();
    let mut away = desk.app.read(|connection, _| leads::get(connection, other.id)).unwrap();
    let before = away.clone();
    away.need.text = "news of the source".into();
    desk.app.write(|tx, _, _| leads::update(tx, &before, &away)).unwrap();
    assert_eq!(desk.state().total_leads, 1, "news do not bring it back by themselves");
    assert_eq!(handlers::likely_same(&desk.app, new_keys()).unwrap().leads.len(), 1, "nor its keys");
    apart(&desk, merged.merged[0].merge_id).unwrap();
    assert_eq!(desk.get(other.id).need.text, "news of the source", "what an import brought is kept");
    assert_eq!(handlers::likely_same(&desk.app, new_keys()).unwrap().leads.len(), 2, "and it is found again");
}

fn new_keys() -> NewLeadKeys {
    NewLeadKeys {
        customer: "Fabrikam".into(),
        email: "sue@fabrikam.example".into(),
        phone: String::new(),
        country: String::new(),
    }
}

#[test]
fn samples_go_and_the_users_own_lead_in_one_of_them_stays() {
    let desk = Desk::new();
    handlers::add_samples(&desk.app, Empty {}).unwrap();
    let own = desk.add("Fabrikam");
    let id = follow_up_filter(&desk, Tab::Marketplace, StageKind::Received).into_iter().find(|id| *id != own.id);
    merge(&desk, &desk.get(id.unwrap()), &own, &[]).unwrap();
    handlers::remove_samples(&desk.app, Empty {}).unwrap();
    assert_eq!(content(&desk.get(own.id)), content(&own), "nothing of the user's goes with an invented lead");
    assert_eq!(desk.state().total_leads, 1);
}

#[test]
fn a_snooze_holds_only_while_nothing_else_presses() {
    let desk = Desk::new();
    let kept = desk.snooze(&desk.add("Fabrikam"), "2026-11-23T09:00:00Z", true).unwrap();
    let merged = merge(&desk, &kept, &desk.add("Fabrikam Inc."), &[]).unwrap();
    assert_eq!(merged.snoozed_until, kept.snoozed_until, "nothing new");
    let merged = merge(&desk, &merged, &desk.add_hot("Fabrikam Ltd."), &[Field::RequestedContact]).unwrap();
    assert_eq!(merged.snoozed_until, None, "a customer waits now, and nobody was asked whether that may wait");
    assert_eq!(desk.state().waiting, 1);
}
