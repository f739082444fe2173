//! Reminders from planning to the bell: due, claimed, told, and never lost.

use hearth_core::actions::remind::{Told, claim_due, mark_failed, mark_shown, next_wake_up, waiting};
use hearth_core::api::*;
use hearth_core::domain::reminder::ReminderKind;

use crate::support::{Desk, at, typed};

/// Claims and shows what is due now; what was told.
fn tell(desk: &Desk) -> Vec<Told> {
    let told = claim_due(&desk.app).unwrap();
    for told in &told {
        mark_shown(&desk.app, &told.reminder_ids).unwrap();
    }
    told
}

fn kinds(told: &[Told]) -> Vec<ReminderKind> {
    told.iter().map(|told| told.kind).collect()
}

#[test]
fn a_hot_lead_is_told_at_each_step_and_once() {
    let desk = Desk::new();
    desk.add_hot("Fabrikam");
    for (now, kind) in [
        ("2026-11-20T09:00:00Z", ReminderKind::HotArrived),
        ("2026-11-22T09:00:00Z", ReminderKind::Hot24h),
        ("2026-11-23T05:00:00Z", ReminderKind::Hot4h),
        ("2026-11-23T08:00:00Z", ReminderKind::Hot1h),
        ("2026-11-23T09:00:00Z", ReminderKind::HotLapsed),
        ("2026-12-01T09:00:00Z", ReminderKind::Respond3d),
        ("2026-12-03T09:00:00Z", ReminderKind::Respond1d),
    ] {
        assert_eq!(next_wake_up(&desk.app), Ok(Some(at(now))), "the thread sleeps until just then");
        desk.set(now);
        assert_eq!(kinds(&tell(&desk)), [kind], "at {now}");
        assert_eq!(kinds(&tell(&desk)), [], "once");
    }
    assert_eq!(next_wake_up(&desk.app), Ok(Some(at("2026-12-04T09:00:00Z"))), "then it expires");
}

#[test]
fn contacting_the_customer_ends_the_alarm() {
    let desk = Desk::new();
    let lead = desk.add_hot("Fabrikam");
    tell(&desk);
    desk.contact(&lead).unwrap();
    desk.set("2026-11-23T09:00:00Z");
    assert_eq!(kinds(&tell(&desk)), [], "nobody is waiting");
    assert_eq!(desk.state().waiting, 0, "and the desk says so");
}

#[test]
fn an_answered_lead_is_silent() {
    let desk = Desk::new();
    let lead = desk.add_hot("Fabrikam");
    desk.accept(&lead).unwrap();
    desk.set("2026-12-03T09:00:00Z");
    assert_eq!(kinds(&tell(&desk)), [], "none is told after its lead was done, not even one that was due before");
}

#[test]
fn what_fell_due_while_the_computer_was_off_is_told_as_its_latest_news() {
    let desk = Desk::new();
    let hot = desk.add_hot("Fabrikam");
    let desk = desk.off_until("2026-11-23T08:30:00Z");
    let told = tell(&desk);
    assert_eq!(kinds(&told), [ReminderKind::Hot1h], "half an hour is left: arrival, 24 h and 4 h are old news");
    assert_eq!(told[0].reminder_ids.len(), 4, "but all four are settled by it");
    assert_eq!((told[0].lead_id, told[0].deadline), (hot.id, at("2026-11-23T09:00:00Z")), "with the time that is left");
}

#[test]
fn a_claim_without_a_mark_is_told_again_after_five_minutes() {
    let desk = Desk::new();
    desk.add_hot("Fabrikam");
    assert_eq!(claim_due(&desk.app).unwrap().len(), 1, "claimed, and then the power went");
    assert_eq!(claim_due(&desk.app).unwrap().len(), 0, "somebody is showing it");
    assert_eq!(next_wake_up(&desk.app), Ok(Some(at("2026-11-20T09:05:00Z"))), "the thread will look again");
    desk.set("2026-11-20T09:05:00Z");
    assert_eq!(claim_due(&desk.app).unwrap().len(), 1, "at least once");
}

#[test]
fn a_clock_set_back_does_not_hold_a_reminder_back() {
    let desk = Desk::new();
    desk.add_hot("Fabrikam");
    claim_due(&desk.app).unwrap();
    desk.clock.set(at("2026-11-20T08:00:00Z"));
    assert_eq!(claim_due(&desk.app).unwrap().len(), 0, "at eight it is not due yet");
    desk.clock.set(at("2026-11-20T09:00:00Z"));
    assert_eq!(claim_due(&desk.app).unwrap().len(), 0, "a claim of this very moment holds");
    let desk = desk.off_until("2026-11-20T09:05:00Z");
    assert_eq!(claim_due(&desk.app).unwrap().len(), 1, "and is open again when it is old");
}

#[test]
fn a_failure_stands_in_the_bell_with_its_reason() {
    let desk = Desk::new();
    let lead = desk.add_hot("Fabrikam");
    let told = claim_due(&desk.app).unwrap();
    mark_failed(&desk.app, &told[0].reminder_ids, "no notification server").unwrap();
    let bell = handlers::list_reminders(&desk.app, Empty {}).unwrap().reminders;
    assert_eq!(bell[0].failure.as_deref(), Some("no notification server"), "the bell is the truth");
    assert_eq!(bell[0].deadline, at("2026-11-23T09:00:00Z"), "so that the bell can say how much time was left");
    assert_eq!((bell[0].lead_id, bell[0].shown_at, bell[0].read), (lead.id, None, false), "it was not shown");
    assert_eq!(desk.state().unread_reminders, 1, "and is unread");
    handlers::mark_reminders_read(&desk.app, Empty {}).unwrap();
    assert_eq!(desk.state().unread_reminders, 0, "until the bell is opened");
}

#[test]
fn customers_who_wait_come_before_dates_that_near() {
    let desk = Desk::new();
    desk.add("Contoso");
    desk.set("2026-12-01T08:00:00Z");
    desk.add_hot("Fabrikam");
    desk.set("2026-12-01T09:00:00Z");
    let told = tell(&desk);
    assert_eq!(told.iter().map(|t| t.customer.as_str()).collect::<Vec<_>>(), ["Fabrikam", "Contoso"], "a person waits");
}

#[test]
fn a_date_that_nears_does_not_hide_a_customer_who_waits() {
    let desk = Desk::new();
    handlers::save_settings(&desk.app, Settings { respond_days: 5, ..Settings::default() }).unwrap();
    desk.add_hot("Fabrikam");
    tell(&desk);
    // With five days to respond, "3 days before" and "24 hours left" are the same instant.
    desk.set("2026-11-22T09:00:00Z");
    assert_eq!(kinds(&tell(&desk)), [ReminderKind::Hot24h], "the person who waits is what is told");
}

#[test]
fn a_thousand_at_once_are_claimed_in_one_go() {
    let desk = Desk::new();
    for n in 0..1_000 {
        let typed = AddLead { requested_contact: true, ..typed(&format!("Customer {n}"), at("2026-11-20T09:00:00Z")) };
        desk.app
            .write(|tx, now, _| {
                let lead = hearth_core::domain::lead::Lead { requested_contact: true, ..blank(&typed.customer, now) };
                let id = hearth_core::store::leads::insert(tx, &lead)?;
                let lead = hearth_core::store::leads::get(tx, id)?;
                hearth_core::actions::change::plan(tx, &lead, now)
            })
            .unwrap();
    }
    let told = claim_due(&desk.app).unwrap();
    assert_eq!(told.len(), 1_000, "every one is in hand");
    let ids: Vec<i64> = told.iter().flat_map(|t| t.reminder_ids.clone()).collect();
    mark_shown(&desk.app, &ids).unwrap();
    assert_eq!(desk.state().unread_reminders, 1_000, "and every one is in the bell");
}

fn blank(customer: &str, now: hearth_core::domain::time::Timestamp) -> hearth_core::domain::lead::Lead {
    use hearth_core::domain::lead::*;
    Lead {
        id: 0,
        revision: 0,
        lead_type: LeadType::CustomerInquiry,
        origin: Origin::Import,
        referral_id: None,
        engagement_id: None,
        favorite: false,
        received_at: now,
        respond_by: now.plus(chrono::TimeDelta::days(14)),
        stage: Stage::Received,
        customer: Customer { name: customer.into(), ..Customer::default() },
        contacts: Vec::new(),
        requested_contact: false,
        contacted: None,
        snoozed_until: None,
        follow_up: None,
        need: Need::default(),
        deal: Deal::default(),
        employees: Vec::new(),
        invited_by: InvitedBy::default(),
        source_status: SourceStatus::default(),
    }
}

#[test]
fn the_tray_lists_the_hottest_first() {
    let desk = Desk::new();
    desk.add_hot("Contoso");
    desk.set("2026-11-20T10:00:00Z");
    desk.add_hot("Fabrikam");
    let (hottest, all) = waiting(&desk.app, 1).unwrap();
    assert_eq!(
        (hottest[0].customer.as_str(), hottest.len(), all),
        ("Contoso", 1, 2),
        "least time left first, and how many in all"
    );
    desk.set("2026-11-23T09:30:00Z");
    assert_eq!(waiting(&desk.app, 5).unwrap().1, 1, "a lapsed one is not waiting any more");
}
