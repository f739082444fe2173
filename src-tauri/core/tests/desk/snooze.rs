//! Snoozes and follow-ups: what holds one lead's reminders back, and what brings it back.

use hearth_core::actions::mark_contacted::contacted_from_notification;
use hearth_core::actions::snooze::{snooze_for_an_hour, snooze_waiting_for_an_hour};
use hearth_core::actions::telling::{About, Telling};
use hearth_core::api::*;
use hearth_core::domain::history::Action;
use hearth_core::domain::time::Date;

use crate::support::{Desk, at};

fn kinds(tellings: &[Telling]) -> Vec<ReminderKind> {
    tellings
        .iter()
        .map(|telling| match telling {
            Telling::Lead(told) => told.kind,
            Telling::Digest(digest) => panic!("not as {digest:?}"),
        })
        .collect()
}

#[test]
fn a_snooze_holds_the_lead_back_and_reminds_when_it_is_over() {
    let desk = Desk::new();
    let lead = desk.add_hot("Fabrikam");
    desk.tell();
    let snoozed = desk.snooze(&lead, "2026-11-20T10:00:00Z", false).unwrap();
    assert_eq!(snoozed.snoozed_until, Some(at("2026-11-20T10:00:00Z")), "the pane says until when");
    assert_eq!(snoozed.history[0].action, Action::Snoozed, "and the history that it was");
    desk.round();
    assert!(desk.screen.borrow().standing.is_empty(), "its bubble is put away");
    desk.set("2026-11-20T09:59:59Z");
    assert_eq!(desk.tell(), [], "not before");
    desk.set("2026-11-20T10:00:00Z");
    let tellings = desk.tell();
    assert_eq!(kinds(&tellings), [ReminderKind::Snoozed], "then it reminds");
    let Telling::Lead(told) = &tellings[0] else { unreachable!("kinds() has looked") };
    assert_eq!((told.topic, told.deadline), (Topic::Contact, at("2026-11-23T09:00:00Z")), "of the customer who waits");
    assert!(told.waiting && tellings[0].is_urgent(), "as urgently as before");
    assert_eq!(desk.tell(), [], "once");
}

#[test]
fn moments_inside_a_snooze_are_told_with_its_end() {
    let desk = Desk::new();
    let lead = desk.add_hot("Fabrikam");
    desk.tell();
    desk.snooze(&lead, "2026-11-22T10:00:00Z", false).unwrap();
    desk.set("2026-11-22T09:00:00Z");
    assert_eq!(desk.tell(), [], "24 hours left, but snoozed");
    desk.set("2026-11-22T10:00:00Z");
    let Telling::Lead(told) = &desk.tell()[0] else { panic!("one lead") };
    assert_eq!(told.reminder_ids.len(), 2, "both are told as one");
}

#[test]
fn waking_a_lead_tells_what_was_held_back() {
    let desk = Desk::new();
    let lead = desk.add_hot("Fabrikam");
    desk.tell();
    let snoozed = desk.snooze(&lead, "2026-11-22T12:00:00Z", false).unwrap();
    desk.set("2026-11-22T09:00:00Z");
    let wake = SnoozeLead { id: lead.id, revision: snoozed.revision, until: None, past_deadline: false };
    let awake = handlers::snooze_lead(&desk.app, wake).unwrap();
    assert_eq!((awake.snoozed_until, awake.history[0].action), (None, Action::Woken), "the snooze is over");
    assert_eq!(kinds(&desk.tell()), [ReminderKind::HotLeft], "24 hours left");
    desk.set("2026-11-22T12:00:00Z");
    assert_eq!(desk.tell(), [], "its end is no reminder any more");
}

#[test]
fn a_snooze_past_the_deadline_needs_a_second_word() {
    let desk = Desk::new();
    let lead = desk.add_hot("Fabrikam");
    let refused = desk.snooze(&lead, "2026-11-23T09:00:00Z", false).unwrap_err();
    let why = NotAllowedWhy::PastDeadline { topic: Topic::Contact, deadline: at("2026-11-23T09:00:00Z") };
    assert_eq!(refused, ApiError::NotAllowed { why }, "the 72 hours would be over");
    assert_eq!(desk.get(lead.id).revision, lead.revision, "and nothing was changed");
    assert!(desk.snooze(&lead, "2026-11-23T09:00:00Z", true).is_ok(), "the user wants it so");
    desk.set("2026-11-23T08:00:00Z");
    assert_eq!(desk.tell(), [], "then nothing is told before");
}

#[test]
fn a_snooze_in_the_past_or_for_ever_is_refused() {
    let desk = Desk::new();
    let lead = desk.add("Contoso");
    for (until, problem) in [
        ("2026-11-20T09:00:00Z", FieldProblem::InThePast),
        ("1970-01-01T00:00:00Z", FieldProblem::InThePast),
        ("2029-01-01T00:00:00Z", FieldProblem::OutOfRange),
    ] {
        let refused = desk.snooze(&lead, until, true).unwrap_err();
        let fields = vec![InvalidField { field: "until".into(), problem }];
        assert_eq!(refused, ApiError::Invalid { fields }, "{until} is no time to be reminded at");
    }
}

#[test]
fn an_undone_snooze_never_was() {
    let desk = Desk::new();
    let lead = desk.add_hot("Fabrikam");
    desk.tell();
    let snoozed = desk.snooze(&lead, "2026-11-20T10:00:00Z", false).unwrap();
    desk.take_back(&snoozed).unwrap();
    assert_eq!(desk.bell().reminders[0].settled, None, "the reminder is open again");
    desk.set("2026-11-20T10:00:00Z");
    assert_eq!(desk.tell(), [], "and nothing is told at its end");
}

#[test]
fn an_answer_ends_a_snooze() {
    let desk = Desk::new();
    let lead = desk.add_hot("Fabrikam");
    let snoozed = desk.snooze(&lead, "2026-11-20T10:00:00Z", false).unwrap();
    let accepted = desk.accept(&snoozed).unwrap();
    assert_eq!(accepted.snoozed_until, None, "there is nothing left to be reminded of");
    desk.set("2026-11-20T10:00:00Z");
    assert_eq!(desk.tell(), [], "none is told after its lead was done");
}

#[test]
fn an_answer_at_partner_center_ends_a_snooze_too() {
    let desk = Desk::new();
    let file = |status: &str| {
        format!(
            r#"{{"id": "a", "createdDateTime": "2026-11-20T08:00:00Z", "status": "{status}", "qualification": "Direct",
            "type": "Independent", "customerProfile": {{"name": "Fabrikam"}},
            "details": {{"customerRequestedContact": true}}}}"#
        )
    };
    desk.import("new.json", file("New"));
    desk.snooze(&desk.get(1), "2026-11-20T12:00:00Z", false).unwrap();
    assert_eq!(desk.import("active.json", file("Active")).updated, 1, "accepted on the web page");
    assert_eq!(desk.get(1).snoozed_until, None, "there is nothing to come back to");
    desk.set("2026-11-20T12:00:00Z");
    assert_eq!(desk.tell(), [], "none is told after its lead was done");
}

#[test]
fn an_hour_from_a_notification_needs_no_revision_but_keeps_to_the_deadline() {
    let desk = Desk::new();
    let lead = desk.add_hot("Fabrikam");
    handlers::set_favorite(&desk.app, SetFavorite { id: lead.id, favorite: true }).unwrap();
    snooze_for_an_hour(&desk.app, lead.id).unwrap();
    let snoozed = desk.get(lead.id);
    assert_eq!(snoozed.snoozed_until, Some(at("2026-11-20T10:00:00Z")), "an hour from the click");
    assert!(snoozed.undo.is_some(), "an action like any other: it can be taken back");
    desk.set("2026-11-23T08:30:00Z");
    let refused = snooze_for_an_hour(&desk.app, lead.id).unwrap_err();
    assert!(
        matches!(refused, ApiError::NotAllowed { why: NotAllowedWhy::PastDeadline { .. } }),
        "half an hour is left: the window has to ask"
    );
}

#[test]
fn contacted_from_a_notification_is_an_action_like_any_other() {
    let desk = Desk::new();
    let lead = desk.add_hot("Fabrikam");
    desk.tell();
    contacted_from_notification(&desk.app, lead.id).unwrap();
    let contacted = desk.get(lead.id);
    assert_eq!(contacted.contacted.as_ref().map(|c| c.at), Some(at("2026-11-20T09:00:00Z")), "at the click");
    assert_eq!(
        (contacted.history[0].action, contacted.revision),
        (Action::Contacted, lead.revision + 1),
        "written down"
    );
    assert!(contacted_from_notification(&desk.app, lead.id).is_err(), "a second click does not write over the first");
    desk.take_back(&contacted).unwrap();
    assert!(desk.get(lead.id).contacted.is_none(), "and it can be taken back");
}

#[test]
fn snoozing_all_leaves_out_who_has_no_hour_left() {
    let desk = Desk::new();
    let urgent = desk.add_hot("Fabrikam");
    desk.set("2026-11-23T08:30:00Z");
    let fresh = desk.add_hot("Contoso");
    let asleep = desk.add_hot("Northwind");
    desk.snooze(&asleep, "2026-11-24T09:00:00Z", false).unwrap();
    assert_eq!(snooze_waiting_for_an_hour(&desk.app).unwrap(), 1, "one of the three");
    assert_eq!(desk.get(asleep.id).snoozed_until, Some(at("2026-11-24T09:00:00Z")), "who sleeps longer sleeps on");
    assert_eq!(desk.get(fresh.id).snoozed_until, Some(at("2026-11-23T09:30:00Z")), "who has three days");
    assert_eq!(desk.get(urgent.id).snoozed_until, None, "not who has half an hour");
}

#[test]
fn the_choices_know_the_deadline() {
    let desk = Desk::new();
    desk.add_hot("Fabrikam");
    desk.set("2026-11-22T20:00:00Z");
    let offered = handlers::snooze_choices(&desk.app, LeadRef { id: 1 }).unwrap();
    assert_eq!(
        (offered.topic, offered.deadline),
        (Some(Topic::Contact), Some(at("2026-11-23T09:00:00Z"))),
        "what presses"
    );
    let past: Vec<_> = offered.choices.iter().map(|choice| (choice.kind, choice.past_deadline)).collect();
    assert_eq!(
        past,
        [(SnoozeKind::Hour, false), (SnoozeKind::Tomorrow, true)],
        "tomorrow at nine the 72 hours are just over, and there is no afternoon left"
    );
}

#[test]
fn a_follow_up_reminds_on_its_morning_and_is_settled_by_a_new_one() {
    let desk = Desk::new();
    let lead = desk.add("Contoso");
    let accepted = desk.accept(&lead).unwrap();
    let set = desk.follow_up(&accepted, "2026-12-24", "  Ask for\nthe budget ").unwrap();
    let follow_up = set.follow_up.clone().unwrap();
    assert_eq!(follow_up.on, Date::parse_iso("2026-12-24").unwrap(), "the day as typed");
    assert_eq!(set.history[0].action, Action::FollowUpSet, "and the history has it");
    desk.set("2026-12-24T08:59:59Z");
    assert_eq!(desk.tell(), [], "not before the morning");
    desk.set("2026-12-24T09:00:00Z");
    assert_eq!(kinds(&desk.tell()), [ReminderKind::FollowUp], "at nine");
    assert!(desk.screen.borrow().standing.contains_key(&About::Lead(lead.id)), "it stands on the screen");
    desk.follow_up(&desk.get(lead.id), "2026-12-28", "Again").unwrap();
    desk.round();
    assert!(desk.screen.borrow().standing.is_empty(), "a new day settles the old one");
    desk.set("2026-12-28T09:00:00Z");
    assert_eq!(kinds(&desk.tell()), [ReminderKind::FollowUp], "and reminds again");
}

#[test]
fn a_follow_up_is_cleared_and_checked() {
    let desk = Desk::new();
    let lead = desk.add("Contoso");
    let refused = |on: &str, note: &str| match desk.follow_up(&lead, on, note).unwrap_err() {
        ApiError::Invalid { fields } => (fields[0].field.clone(), fields[0].problem),
        other => panic!("a form's mistake, not {other:?}"),
    };
    assert_eq!(refused("2026-11-19", ""), ("on".into(), FieldProblem::InThePast), "yesterday");
    assert_eq!(refused("soon", ""), ("on".into(), FieldProblem::NotADate), "no day");
    assert_eq!(refused("", "why"), ("on".into(), FieldProblem::Required), "a note without a day would be lost");
    assert_eq!(refused("2026-12-01", &"x".repeat(100_000)), ("note".into(), FieldProblem::TooLong), "an essay");
    let set = desk.follow_up(&lead, "2026-11-20", "today").unwrap();
    desk.set("2026-11-25T09:00:00Z");
    let kept = desk.follow_up(&set, "2026-11-20", "still that day").unwrap();
    assert_eq!(kept.follow_up.unwrap().note.as_deref(), Some("still that day"), "a day that was set may stay");
    let cleared = desk.follow_up(&desk.get(lead.id), "", "").unwrap();
    assert_eq!((cleared.follow_up, cleared.history[0].action), (None, Action::FollowUpCleared), "and taken away");
    let declined = desk.decline(&desk.get(lead.id)).unwrap();
    assert!(
        matches!(desk.follow_up(&declined, "2026-12-01", ""), Err(ApiError::NotAllowed { .. })),
        "archived is final"
    );
}

#[test]
fn the_list_sorts_and_filters_by_follow_up() {
    let desk = Desk::new();
    for (customer, on) in [("Later", Some("2026-12-24")), ("Today", Some("2026-11-20")), ("Never", None)] {
        let lead = desk.add(customer);
        if let Some(on) = on {
            desk.follow_up(&lead, on, "").unwrap();
        }
    }
    let listed = |query: &str| {
        let query = ListQuery {
            tab: Tab::Marketplace,
            stage: Some(hearth_core::domain::lead::StageKind::Received),
            query: query.into(),
            list: None,
            sort: SortBy::FollowUp,
            descending: false,
            offset: 0,
            limit: 60,
        };
        let page = handlers::list_leads(&desk.app, query).unwrap();
        page.rows.into_iter().map(|row| row.customer).collect::<Vec<_>>()
    };
    assert_eq!(listed(""), ["Today", "Later", "Never"], "the nearest first, none last");
    assert_eq!(listed("followup:set"), ["Today", "Later"], "those that have one");
    assert_eq!(listed("followup:due"), ["Today"], "those whose day has come");
    let query = DeskStateQuery { query: "followup:due".into() };
    let counts = handlers::desk_state(&desk.app, query).unwrap().counts;
    assert_eq!(counts.marketplace.received, 1, "the counts follow the filter");
}
