//! Reminders from planning to the bell: due, claimed, told, settled, and never lost.

use hearth_core::actions::telling::{self, About, Telling, Told};
use hearth_core::actions::{alarm, bell, plan};
use hearth_core::api::*;
use hearth_core::domain::history::Action;
use hearth_core::domain::zone::Zone;

use crate::support::{Desk, at, typed};

/// What was told of single leads; a digest is none of them.
fn single(tellings: &[Telling]) -> Vec<&Told> {
    tellings
        .iter()
        .map(|telling| match telling {
            Telling::Lead(told) => told,
            Telling::Digest(digest) => panic!("told one by one, not as {digest:?}"),
        })
        .collect()
}

fn kinds(tellings: &[Telling]) -> Vec<ReminderKind> {
    single(tellings).into_iter().map(|told| told.kind).collect()
}

fn the_digest(tellings: Vec<Telling>) -> telling::DigestTold {
    match <[Telling; 1]>::try_from(tellings) {
        Ok([Telling::Digest(digest)]) => digest,
        other => panic!("one digest, not {other:?}"),
    }
}

#[test]
fn a_hot_lead_is_told_at_each_step_and_once() {
    let desk = Desk::new();
    desk.add_hot("Fabrikam");
    for (now, kind) in [
        ("2026-11-20T09:00:00Z", ReminderKind::HotArrived),
        ("2026-11-22T09:00:00Z", ReminderKind::HotLeft),
        ("2026-11-23T05:00:00Z", ReminderKind::HotLeft),
        ("2026-11-23T08:00:00Z", ReminderKind::HotLeft),
        ("2026-11-23T09:00:00Z", ReminderKind::HotLapsed),
        ("2026-12-01T09:00:00Z", ReminderKind::RespondLeft),
        ("2026-12-03T09:00:00Z", ReminderKind::RespondLeft),
    ] {
        assert_eq!(desk.next_look(), Some(at(now)), "the thread sleeps until just then");
        desk.set(now);
        assert_eq!(kinds(&desk.tell()), [kind], "at {now}");
        assert_eq!(kinds(&desk.tell()), [], "once");
    }
    assert_eq!(desk.next_look(), Some(at("2026-12-04T09:00:00Z")), "then it expires");
}

#[test]
fn contacting_the_customer_ends_the_alarm_and_takes_its_bubble_away() {
    let desk = Desk::new();
    let lead = desk.add_hot("Fabrikam");
    desk.tell();
    assert!(desk.screen.borrow().standing.contains_key(&About::Lead(lead.id)), "it stands on the screen");
    desk.contact(&lead).unwrap();
    desk.round();
    assert!(desk.screen.borrow().standing.is_empty(), "there is nothing to do about it any more");
    desk.set("2026-11-23T09:00:00Z");
    assert_eq!(kinds(&desk.tell()), [], "nobody is waiting");
    assert_eq!(desk.state().waiting, 0, "and the desk says so");
}

#[test]
fn an_edit_does_not_take_a_bubble_away() {
    let desk = Desk::new();
    let lead = desk.add_hot("Fabrikam");
    desk.tell();
    handlers::set_favorite(&desk.app, SetFavorite { id: lead.id, favorite: true }).unwrap();
    desk.round();
    assert!(desk.screen.borrow().standing.contains_key(&About::Lead(lead.id)), "the customer still waits");
}

#[test]
fn an_answered_lead_is_silent() {
    let desk = Desk::new();
    let lead = desk.add_hot("Fabrikam");
    desk.accept(&lead).unwrap();
    desk.set("2026-12-03T09:00:00Z");
    assert_eq!(kinds(&desk.tell()), [], "none is told after its lead was done, not even one that was due before");
}

#[test]
fn what_fell_due_while_the_computer_was_off_is_told_as_its_latest_news() {
    let desk = Desk::new();
    let hot = desk.add_hot("Fabrikam");
    let desk = desk.off_until("2026-11-23T08:30:00Z");
    let tellings = desk.tell();
    let told = single(&tellings)[0];
    assert_eq!(told.kind, ReminderKind::HotLeft, "half an hour is left: arrival, 24 h and 4 h are old news");
    assert_eq!(told.reminder_ids.len(), 4, "but all four are settled by it");
    assert_eq!((told.lead_id, told.deadline), (hot.id, at("2026-11-23T09:00:00Z")), "with the time that is left");
}

#[test]
fn after_a_while_one_digest_says_what_fell_due_and_what_expired() {
    let desk = Desk::new();
    desk.add("Contoso");
    desk.tell();
    desk.set("2026-12-02T09:00:00Z");
    desk.add_hot("Fabrikam");
    desk.tell();
    let desk = desk.off_until("2026-12-05T08:30:00Z");
    let digest = the_digest(desk.tell());
    assert!(digest.away, "the computer was off");
    assert_eq!((digest.fell_due, digest.waiting, digest.expired), (1, 1, 1), "Fabrikam waits, Contoso expired");
    assert_eq!(digest.names, ["Fabrikam", "Contoso"], "who can still be helped comes first");
    let bell = desk.bell();
    assert_eq!(bell.digests.len(), 1, "the bell has it as one");
    let first = bell.reminders.iter().filter(|line| line.digest_id.is_some()).map(|line| line.due_at).min();
    assert_eq!(
        Some(bell.digests[0].since),
        first,
        "it counts from the first of its lines, not from the last of each lead"
    );
    assert_eq!(
        (bell.digests[0].fell_due, bell.digests[0].expired, bell.digests[0].away),
        (1, 1, true),
        "as it was told"
    );
    let expired = bell.reminders.iter().find(|line| line.kind == ReminderKind::Expired).expect("what expired is named");
    assert_eq!((expired.customer.as_str(), expired.due_at), ("Contoso", at("2026-12-04T09:00:00Z")), "and when it did");
    assert!(bell.reminders.iter().filter(|line| line.digest_id.is_some()).count() >= 2, "its lines belong to it");
}

#[test]
fn what_expires_while_somebody_looks_is_no_news() {
    let desk = Desk::new();
    desk.add("Contoso");
    for now in ["2026-12-01T09:00:00Z", "2026-12-03T09:00:00Z", "2026-12-04T08:59:30Z"] {
        desk.set(now);
        desk.tell();
    }
    desk.set("2026-12-04T09:00:00Z");
    assert_eq!(kinds(&desk.tell()), [], "the list shows it as it happens");
}

#[test]
fn a_claim_without_a_mark_is_told_again_after_five_minutes() {
    let desk = Desk::new();
    desk.add_hot("Fabrikam");
    assert_eq!(telling::claim(&desk.app, false).unwrap().len(), 1, "claimed, and then the power went");
    assert_eq!(desk.tell().len(), 0, "somebody is showing it");
    assert_eq!(desk.next_look(), Some(at("2026-11-20T09:05:00Z")), "the thread will look again");
    desk.set("2026-11-20T09:05:00Z");
    assert_eq!(desk.tell().len(), 1, "at least once");
    assert_eq!(desk.tell().len(), 0, "and then it is marked");
}

#[test]
fn a_clock_set_back_does_not_hold_a_reminder_back() {
    let desk = Desk::new();
    desk.add_hot("Fabrikam");
    telling::claim(&desk.app, false).unwrap();
    desk.set("2025-11-20T09:00:00Z");
    assert_eq!(desk.tell().len(), 0, "a year ago it is not due yet");
    desk.set("2026-11-20T09:00:00Z");
    assert_eq!(desk.tell().len(), 0, "a claim of this very moment holds");
    desk.set("2026-11-20T09:05:00Z");
    assert_eq!(desk.tell().len(), 1, "and is open again when it is old");
}

#[test]
fn a_lead_that_came_under_a_wrong_clock_is_told_when_the_clock_is_right() {
    let desk = Desk::new();
    // The clock runs three hours ahead when the lead comes in.
    desk.set("2026-11-20T12:00:00Z");
    let file = r#"{"id": "1", "createdDateTime": "2026-11-20T08:00:00Z", "status": "New", "qualification": "Direct",
        "type": "Independent", "customerProfile": {"name": "Fabrikam"}, "details": {"customerRequestedContact": true}}"#;
    assert_eq!(desk.import("lead.json", file).added, 1, "it is a lead");
    desk.set("2026-11-20T09:00:00Z");
    assert_eq!(desk.tell().len(), 1, "its moment depends on the lead, not on when it was planned");
}

#[test]
fn a_failure_stands_in_the_bell_with_its_reason() {
    let desk = Desk::new();
    let lead = desk.add_hot("Fabrikam");
    desk.screen.borrow_mut().failure = Some("no notification server".into());
    assert_eq!(desk.round().shown, Some(Err("no notification server".into())), "the shell learns of it");
    let bell = desk.bell().reminders;
    assert_eq!(bell[0].failure.as_deref(), Some("no notification server"), "the bell is the truth");
    assert_eq!(bell[0].deadline, at("2026-11-23T09:00:00Z"), "so that the bell can say how much time was left");
    assert_eq!((bell[0].lead_id, bell[0].shown_at, bell[0].read), (lead.id, None, false), "it was not shown");
    assert_eq!(desk.state().unread_reminders, 1, "and is unread");
    bell::mark_read(&desk.app).unwrap();
    assert_eq!(desk.state().unread_reminders, 0, "until the bell is opened");
}

#[test]
fn what_the_system_did_not_show_is_shown_when_it_can_again() {
    let desk = Desk::new();
    let (fabrikam, contoso) = (desk.add_hot("Fabrikam"), desk.add_hot("Contoso"));
    desk.screen.borrow_mut().failure = Some("no notification server".into());
    assert_eq!(desk.tell(), [], "the server starts after us");
    desk.contact(&contoso).unwrap();
    desk.recover();
    let tellings = desk.tell();
    assert_eq!(single(&tellings).len(), 1, "who was contacted meanwhile needs no bubble");
    assert_eq!(single(&tellings)[0].lead_id, fabrikam.id, "who still waits does");
    let bell = desk.bell().reminders;
    let line = bell.iter().find(|line| line.lead_id == fabrikam.id).unwrap();
    assert_eq!(
        (line.failure.as_deref(), line.shown_at),
        (None, Some(at("2026-11-20T09:00:00Z"))),
        "and the bell is right"
    );
    assert_eq!(desk.tell(), [], "once");
}

#[test]
fn the_bell_says_what_was_done_about_it_and_an_undo_takes_that_back() {
    let desk = Desk::new();
    let lead = desk.add_hot("Fabrikam");
    desk.tell();
    assert_eq!(desk.bell().reminders[0].settled, None, "nothing yet");
    desk.set("2026-11-20T09:10:00Z");
    let contacted = desk.contact(&lead).unwrap();
    let settled = desk.bell().reminders[0].settled.clone().expect("it was settled");
    assert_eq!((settled.action, settled.at), (Action::Contacted, at("2026-11-20T09:10:00Z")), "by what, and when");
    desk.take_back(&contacted).unwrap();
    assert_eq!(desk.bell().reminders[0].settled, None, "taken back");
}

#[test]
fn customers_who_wait_come_before_dates_that_near() {
    let desk = Desk::new();
    desk.add("Contoso");
    desk.set("2026-12-01T08:57:00Z");
    desk.add_hot("Fabrikam");
    desk.set("2026-12-01T09:00:00Z");
    let tellings = desk.tell();
    let names: Vec<_> = single(&tellings).into_iter().map(|told| told.customer.as_str()).collect();
    assert_eq!(names, ["Fabrikam", "Contoso"], "a person waits");
}

#[test]
fn a_date_that_nears_does_not_hide_a_customer_who_waits() {
    let desk = Desk::new();
    handlers::save_settings(&desk.app, Settings { respond_days: 5, ..Settings::default() }).unwrap();
    desk.add_hot("Fabrikam");
    desk.tell();
    // With five days to respond, "3 days before" and "24 hours left" are the same instant.
    desk.set("2026-11-22T09:00:00Z");
    let tellings = desk.tell();
    assert_eq!(single(&tellings)[0].topic, Topic::Contact, "the person who waits is what is told");
}

#[test]
fn ten_thousand_at_once_are_one_bubble() {
    let desk = Desk::new();
    let leads: Vec<_> = (0..10_000)
        .map(|n| {
            serde_json::json!({
                "id": format!("00000000-0000-4000-8000-{n:012}"), "createdDateTime": "2026-11-20T08:00:00Z",
                "status": "New", "substatus": "Pending", "qualification": "Direct", "type": "Independent",
                "direction": "Incoming", "customerProfile": { "name": format!("Customer {n}") },
                "details": { "notes": "Teams", "customerRequestedContact": true },
            })
        })
        .collect();
    assert_eq!(desk.import("leads.json", serde_json::to_vec(&leads).unwrap()).added, 10_000, "they come in");
    let digest = the_digest(desk.tell());
    assert_eq!((digest.fell_due, digest.waiting, digest.names.len()), (10_000, 10_000, 3), "one says how many");
    assert!(!digest.away, "nobody was away");
    assert_eq!(desk.tell(), [], "no more than that one");
    assert_eq!(desk.state().unread_reminders, 10_000, "and every one is in the bell");
    assert_eq!(desk.bell().reminders.len(), 200, "which shows the newest");
    assert_eq!(desk.bell().digests[0].fell_due, 10_000, "and says how many there are");
}

#[test]
fn the_tray_lists_the_hottest_first() {
    let desk = Desk::new();
    desk.add_hot("Contoso");
    desk.set("2026-11-20T10:00:00Z");
    desk.add_hot("Fabrikam");
    let (hottest, all) = bell::waiting(&desk.app, 1).unwrap();
    assert_eq!(
        (hottest[0].customer.as_str(), hottest.len(), all),
        ("Contoso", 1, 2),
        "least time left first, and how many in all"
    );
    desk.set("2026-11-23T09:30:00Z");
    assert_eq!(bell::waiting(&desk.app, 5).unwrap().1, 1, "a lapsed one is not waiting any more");
}

#[test]
fn a_database_that_cannot_be_written_does_not_silence_the_alarm() {
    let desk = Desk::impatient();
    let lead = desk.add_hot("Fabrikam");
    let other = desk.raw();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!(desk.round().trouble, Some(ApiError::Busy), "the window is told why nothing is written down");
    assert_eq!(kinds(&desk.screen.borrow_mut().take()), [ReminderKind::HotArrived], "the user is told all the same");
    assert_eq!(desk.tell(), [], "once, as long as we run");
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(desk.round().trouble, None, "then it is written down");
    assert_eq!(desk.screen.borrow_mut().take(), [], "and not told again");
    let bell = desk.bell().reminders;
    assert_eq!((bell[0].lead_id, bell[0].shown_at.is_some()), (lead.id, true), "the bell has it as shown");
}

/// A screen on which something happens while a bubble is shown.
struct Meanwhile<F: FnMut()>(F, usize);

impl<F: FnMut()> alarm::Notifier for Meanwhile<F> {
    fn show(&mut self, _: &Telling) -> Result<(), String> {
        (self.0)();
        self.1 += 1;
        Ok(())
    }

    fn withdraw(&mut self, _: About) {}
}

#[test]
fn who_is_contacted_while_another_is_told_is_not_told_any_more() {
    let desk = Desk::new();
    desk.add_hot("Fabrikam");
    let second = desk.add_hot("Contoso");
    let mut screen = Meanwhile(|| drop(desk.contact(&second)), 0);
    alarm::Alarm::default().round(&desk.app, &mut screen).unwrap();
    assert_eq!(screen.1, 1, "a slow server shows the first, and meanwhile the second is done");
}

#[test]
fn what_stands_unmarked_is_not_claimed_and_told_again() {
    let desk = Desk::impatient();
    desk.add_hot("Fabrikam");
    let other = desk.raw();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!(desk.tell().len(), 1, "told without a claim");
    for _ in 0..3 {
        assert_eq!(desk.tell(), [], "and remembered");
    }
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(desk.tell(), [], "marked before anything is claimed");
}

#[test]
fn a_server_that_refuses_for_a_year_leaves_one_digest() {
    let desk = Desk::new();
    for n in 0..5 {
        desk.add_hot(&format!("Customer {n}"));
    }
    desk.screen.borrow_mut().failure = Some("no".into());
    for _ in 0..50 {
        desk.round();
        desk.try_again();
    }
    desk.round();
    let digests: i64 = desk.raw().query_row("SELECT count(*) FROM digests", [], |row| row.get(0)).unwrap();
    assert_eq!(digests, 1, "not one for each attempt");
    desk.recover();
    assert_eq!(the_digest(desk.tell()).fell_due, 5, "and in the end it is shown");
}

#[test]
fn a_heart_in_between_does_not_keep_an_undo_from_opening_the_reminder_again() {
    let desk = Desk::new();
    let lead = desk.add_hot("Fabrikam");
    desk.tell();
    desk.contact(&lead).unwrap();
    handlers::set_favorite(&desk.app, SetFavorite { id: lead.id, favorite: true }).unwrap();
    desk.take_back(&desk.get(lead.id)).unwrap();
    assert_eq!(desk.bell().reminders[0].settled, None, "nobody was contacted");
}

#[test]
fn new_rules_are_no_news_about_a_lead() {
    let desk = Desk::new();
    desk.add_hot("Fabrikam");
    desk.tell();
    desk.set("2026-11-22T12:00:00Z");
    desk.tell();
    let mut rules = AlarmRules::default();
    rules.hot.hours_before = vec![48, 24, 2];
    desk.set_alarm(rules);
    assert_eq!(desk.tell(), [], "the 48 hours were over when they were asked for");
    handlers::set_favorite(&desk.app, SetFavorite { id: 1, favorite: true }).unwrap();
    assert_eq!(desk.tell(), [], "nor do they become news by the next click");
    assert_eq!(desk.bell().reminders.len(), 2, "and the bell does not know them");
    assert_eq!(desk.next_look(), Some(at("2026-11-23T07:00:00Z")), "the next moment is the new one");
    desk.set("2026-11-23T07:00:00Z");
    assert_eq!(kinds(&desk.tell()), [ReminderKind::HotLeft], "two hours left");
    desk.set("2026-11-23T08:00:00Z");
    assert_eq!(desk.tell(), [], "one hour is no moment any more");
}

#[test]
fn a_traveller_is_reminded_of_a_follow_up_at_nine_where_they_are() {
    let desk = Desk::new();
    let lead = desk.add("Contoso");
    desk.tell();
    desk.follow_up(&lead, "2026-11-24", "Ask for the budget").unwrap();
    assert_eq!(desk.next_look(), Some(at("2026-11-24T09:00:00Z")), "nine in UTC");
    desk.clock.carry_to(Zone::parse("Asia/Seoul").unwrap());
    desk.round();
    assert_eq!(desk.next_look(), Some(at("2026-11-24T00:00:00Z")), "nine in Seoul");
    desk.set("2026-11-24T00:00:00Z");
    let tellings = desk.tell();
    assert_eq!(single(&tellings)[0].note.as_deref(), Some("Ask for the budget"), "with its note");
    desk.clock.carry_to(Zone::parse("America/Los_Angeles").unwrap());
    desk.set("2026-11-24T17:00:00Z");
    assert_eq!(desk.tell(), [], "nine in Los Angeles is no second follow-up");
    plan::follow_zone(&desk.app).unwrap();
}

#[test]
fn a_reminder_stays_told_when_its_lead_is_planned_anew() {
    let desk = Desk::new();
    let lead = desk.add_hot("Fabrikam");
    desk.tell();
    let declined = desk.decline(&lead).unwrap();
    desk.take_back(&declined).unwrap();
    assert_eq!(desk.tell(), [], "declining and taking that back is no news of the customer");
    assert_eq!(desk.next_look(), Some(at("2026-11-22T09:00:00Z")), "and the alarm goes on");
}

#[test]
fn adding_a_lead_wakes_the_alarm() {
    let desk = Desk::new();
    desk.tell();
    desk.heard();
    handlers::add_lead(&desk.app, AddLead { requested_contact: true, ..typed("Fabrikam", at("2026-11-20T09:00:00Z")) })
        .unwrap();
    assert_eq!(desk.heard().len(), 1, "the listener is told, which wakes the thread");
    assert_eq!(alarm::next_look(&desk.app).unwrap(), Some(at("2026-11-20T09:00:00Z")), "and there is something to do");
}
