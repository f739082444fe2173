//! Quiet hours, days off and the pause, from the settings to what is told.

use hearth_core::actions::pause;
use hearth_core::api::*;
use hearth_core::domain::zone::Zone;

use crate::support::{Desk, at};

/// Quiet from 20:00 to 08:00, Saturdays and Sundays off.
fn office() -> AlarmRules {
    AlarmRules {
        quiet_hours: Some(QuietHours { from_minute: 20 * 60, to_minute: 8 * 60 }),
        working_days: (1..=5).collect(),
        ..AlarmRules::default()
    }
}

#[test]
fn what_falls_into_the_night_is_told_when_it_is_over() {
    let desk = Desk::new();
    desk.add("Contoso");
    desk.set_alarm(AlarmRules { working_days: (1..=7).collect(), ..office() });
    desk.clock.carry_to(Zone::parse("Asia/Seoul").unwrap());
    desk.round();
    // 18:00 in Seoul is 3 days before respond-by.
    assert_eq!(desk.next_look(), Some(at("2026-12-01T09:00:00Z")), "18:00 is not quiet");
    desk.clock.carry_to(Zone::parse("Pacific/Auckland").unwrap());
    desk.round();
    desk.set("2026-12-01T09:00:00Z");
    assert_eq!(desk.tell(), [], "22:00 in Auckland is");
    assert_eq!(desk.next_look(), Some(at("2026-12-01T19:00:00Z")), "until 08:00");
    assert_eq!(desk.state().next_alarm_at, Some(at("2026-12-01T19:00:00Z")), "and the window says so");
    desk.set("2026-12-01T19:00:00Z");
    assert_eq!(desk.tell().len(), 1, "in the morning it is told");
}

#[test]
fn a_deadline_inside_the_night_is_told_at_once() {
    let desk = Desk::new();
    desk.set_alarm(office());
    desk.set("2026-11-17T07:00:00Z");
    desk.add_hot("Fabrikam");
    desk.tell();
    desk.set("2026-11-19T07:00:00Z");
    assert_eq!(desk.tell(), [], "07:00 with 24 hours left: it can wait an hour");
    desk.set("2026-11-19T08:00:00Z");
    assert_eq!(desk.tell().len(), 1, "and is told at eight");
    desk.set("2026-11-20T03:00:00Z");
    assert_eq!(desk.tell().len(), 1, "03:00 with 4 hours left: at eight it would be too late");
    desk.set("2026-11-20T06:00:00Z");
    assert_eq!(desk.tell().len(), 1, "and again with one hour left");
    desk.set("2026-11-20T07:00:00Z");
    assert_eq!(desk.tell(), [], "that it is over can wait for the morning");
    desk.set("2026-11-20T08:00:00Z");
    assert_eq!(desk.tell().len(), 1, "when it is told");
}

#[test]
fn customers_who_wait_may_call_at_any_time_if_the_user_wants_it() {
    let desk = Desk::new();
    let mut rules = office();
    rules.hot.quiet = false;
    desk.set_alarm(rules);
    desk.set("2026-11-21T22:00:00Z");
    desk.add_hot("Fabrikam");
    assert_eq!(desk.tell().len(), 1, "a Saturday night");
}

#[test]
fn a_weekend_held_back_is_told_in_one_on_monday() {
    let desk = Desk::new();
    desk.set_alarm(office());
    desk.set("2026-11-20T19:00:00Z");
    for n in 0..2 {
        desk.add_hot(&format!("Customer {n}"));
    }
    desk.tell();
    desk.set("2026-11-22T19:00:00Z");
    assert_eq!(desk.tell(), [], "Sunday evening");
    desk.set("2026-11-23T08:00:00Z");
    assert_eq!(desk.tell().len(), 1, "Monday at eight, one digest");
}

#[test]
fn a_pause_holds_until_tomorrow_at_nine_and_can_be_ended() {
    let desk = Desk::new();
    desk.clock.carry_to(Zone::parse("Asia/Seoul").unwrap());
    desk.round();
    let until = pause::pause_until_tomorrow(&desk.app).unwrap();
    assert_eq!(until, at("2026-11-21T00:00:00Z"), "tomorrow at nine in Seoul");
    assert_eq!(desk.state().paused_until, Some(until), "the window says so");
    desk.add_hot("Fabrikam");
    assert_eq!(desk.tell(), [], "nothing is told");
    assert_eq!(desk.next_look(), Some(until), "until then");
    handlers::pause_alarms(&desk.app, PauseAlarms { until_tomorrow: false }).unwrap();
    assert_eq!(desk.tell().len(), 1, "what was held back is told when the pause ends");
    assert_eq!(desk.state().paused_until, None, "and it is over");
}

#[test]
fn a_pause_over_the_last_hours_does_not_let_a_customer_go_cold() {
    let desk = Desk::new();
    desk.add_hot("Fabrikam");
    desk.tell();
    desk.set("2026-11-22T20:00:00Z");
    desk.tell();
    pause::pause_until_tomorrow(&desk.app).unwrap();
    desk.set("2026-11-23T05:00:00Z");
    assert_eq!(desk.tell().len(), 1, "the pause ends as the 72 hours do: four hours left are told at once");
}

#[test]
fn rules_out_of_range_are_refused_by_their_field() {
    let desk = Desk::new();
    let refused = |change: &dyn Fn(&mut AlarmRules)| {
        let mut alarm = office();
        change(&mut alarm);
        let error = handlers::save_settings(&desk.app, Settings { alarm, ..Settings::default() }).unwrap_err();
        let ApiError::Invalid { fields } = error else { panic!("a form's mistake, not {error:?}") };
        (fields[0].field.clone(), fields[0].problem)
    };
    let out = FieldProblem::OutOfRange;
    assert_eq!(
        refused(&|r| r.hot.hours_before = vec![72]),
        ("alarm.hot.hoursBefore".into(), out),
        "that is its arrival"
    );
    assert_eq!(refused(&|r| r.respond.hours_before = vec![0]), ("alarm.respond.hoursBefore".into(), out), "too late");
    assert_eq!(refused(&|r| r.hot.hours_before = (1..=9).collect()), ("alarm.hot.hoursBefore".into(), out), "too many");
    let same = |r: &mut AlarmRules| r.quiet_hours = Some(QuietHours { from_minute: 480, to_minute: 480 });
    assert_eq!(refused(&same), ("alarm.quietHours".into(), FieldProblem::Required), "no time at all, or all of it");
    assert_eq!(
        refused(&|r| r.working_days.clear()),
        ("alarm.workingDays".into(), FieldProblem::Required),
        "an alarm that never works"
    );
    let saved = Settings { alarm: AlarmRules { working_days: vec![5, 1, 1], ..office() }, ..Settings::default() };
    let saved = handlers::save_settings(&desk.app, saved).unwrap();
    assert_eq!(saved.alarm.working_days, [1, 5], "given twice or in any order is one thing");
}
