use super::*;
use crate::domain::testing::at;

fn seoul() -> Zone {
    Zone::parse("Asia/Seoul").unwrap()
}

/// Quiet from 20:00 to 08:00, and on Saturday and Sunday.
fn office() -> AlarmRules {
    AlarmRules {
        quiet_hours: Some(QuietHours { from_minute: 20 * 60, to_minute: 8 * 60 }),
        working_days: (1..=5).collect(),
        ..AlarmRules::default()
    }
}

#[test]
fn without_quiet_hours_and_days_off_nothing_is_held() {
    assert_eq!(AlarmRules::default().silent_until(seoul(), at("2026-11-22T18:00Z")), None, "a Monday, 03:00 in Seoul");
}

#[test]
fn the_night_is_over_at_eight_in_the_users_own_zone() {
    let end = |now| office().silent_until(seoul(), at(now));
    assert_eq!(end("2026-11-19T10:59Z"), None, "19:59 in Seoul");
    assert_eq!(end("2026-11-19T11:00Z"), Some(at("2026-11-19T23:00Z")), "20:00: until 08:00 on Friday");
    assert_eq!(end("2026-11-19T22:59Z"), Some(at("2026-11-19T23:00Z")), "07:59, over midnight");
    assert_eq!(end("2026-11-19T23:00Z"), None, "08:00: the first minute that is not quiet");
}

#[test]
fn friday_night_is_over_on_monday_morning() {
    let end = office().silent_until(seoul(), at("2026-11-20T11:30Z"));
    assert_eq!(end, Some(at("2026-11-22T23:00Z")), "Friday 20:30 to Monday 08:00 in Seoul");
}

#[test]
fn a_silence_is_known_before_it_begins() {
    let next = |now| office().next_change(seoul(), at(now));
    assert_eq!(next("2026-11-19T01:00Z"), Some(at("2026-11-19T11:00Z")), "Thursday 10:00: quiet from 20:00");
    assert_eq!(AlarmRules::default().next_change(seoul(), at("2026-11-19T01:00Z")), None, "there never is one");
}

#[test]
fn a_day_off_without_quiet_hours_ends_at_midnight() {
    let rules = AlarmRules { quiet_hours: None, ..office() };
    assert_eq!(rules.silent_until(seoul(), at("2026-11-21T03:00Z")), Some(at("2026-11-22T15:00Z")), "Monday 00:00");
}

#[test]
fn both_changes_of_the_clock_end_the_night_at_eight_on_the_wall() {
    let berlin = Zone::parse("Europe/Berlin").unwrap();
    let rules = AlarmRules { working_days: (1..=7).collect(), ..office() };
    let end = |now| rules.silent_until(berlin, at(now));
    assert_eq!(end("2026-03-28T20:00Z"), Some(at("2026-03-29T06:00Z")), "an hour shorter in spring");
    assert_eq!(end("2026-10-24T20:00Z"), Some(at("2026-10-25T07:00Z")), "an hour longer in autumn");
}

#[test]
fn a_quiet_end_that_the_clock_skips_or_says_twice_still_ends_the_silence() {
    let berlin = Zone::parse("Europe/Berlin").unwrap();
    let until = |to_minute| AlarmRules {
        quiet_hours: Some(QuietHours { from_minute: 20 * 60, to_minute }),
        ..AlarmRules::default()
    };
    let spring = until(150).silent_until(berlin, at("2026-03-28T22:00Z"));
    assert_eq!(spring, Some(at("2026-03-29T01:00Z")), "02:30 never comes: 03:00 is the first time after it");
    let second_time = until(150).silent_until(berlin, at("2026-10-25T01:10Z"));
    assert_eq!(second_time, Some(at("2026-10-25T01:30Z")), "02:10 for the second time: 02:30 comes once more");
}

#[test]
fn a_warning_is_never_held_past_what_it_warns_of() {
    let now = at("2026-11-19T12:00Z");
    let hold = Hold::at(now, &office(), seoul(), None);
    let holds = |kind, deadline| hold.holds(kind, Topic::Contact, at(deadline));
    assert_eq!(
        holds(ReminderKind::HotLeft, "2026-11-20T09:00Z"),
        Some(at("2026-11-19T23:00Z")),
        "there is time in the morning"
    );
    assert_eq!(holds(ReminderKind::HotLeft, "2026-11-19T23:00Z"), None, "at eight it would be too late: at once");
    assert_eq!(
        holds(ReminderKind::HotLapsed, "2026-11-19T12:00Z"),
        Some(at("2026-11-19T23:00Z")),
        "that it is over can wait for the morning"
    );
}

#[test]
fn each_kind_heeds_the_quiet_hours_as_it_is_told_to() {
    let mut rules = office();
    rules.hot.quiet = false;
    let hold = Hold::at(at("2026-11-19T12:00Z"), &rules, seoul(), None);
    assert_eq!(hold.of(Topic::Contact), None, "a customer who waits may call in the evening");
    assert!(hold.of(Topic::Answer).is_some() && hold.of(Topic::FollowUp).is_some(), "the others wait");
}

#[test]
fn a_pause_holds_everything_and_the_longer_silence_counts() {
    let now = at("2026-11-19T05:00Z");
    let pause = at("2026-11-20T00:00Z");
    let hold = Hold::at(now, &AlarmRules::default(), seoul(), Some(pause));
    assert_eq!([hold.contact, hold.answer, hold.follow_up], [Some(pause); 3], "until tomorrow at nine");
    let over = Hold::at(pause, &AlarmRules::default(), seoul(), Some(pause));
    assert_eq!([over.contact, over.answer, over.follow_up], [None; 3], "a pause that is over holds nothing");
    let friday = Hold::at(at("2026-11-20T11:30Z"), &office(), seoul(), Some(at("2026-11-21T00:00Z")));
    assert_eq!(friday.contact, Some(at("2026-11-22T23:00Z")), "the weekend is longer than the pause");
}
