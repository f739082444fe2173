//! Until when a lead may be snoozed, and the choices that are offered.
//!
//! A snooze holds all reminders of one lead back and reminds when it is over. It reaches past the deadline that presses only
//! if the user was asked. Source: the alarm's promise, docs/alarm.md.

use chrono::{Days, NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};

use super::alarm_rules::AlarmRules;
use super::lead::{Lead, StageKind};
use super::lifecycle::Refusal;
use super::reminder::{Deadline, deadline};
use super::time::{Date, Timestamp};
use super::zone::Zone;

/// What "one hour" is.
pub const HOUR: TimeDelta = TimeDelta::hours(1);
/// The longest snooze: whoever wants to hear of a lead later than this wants no reminder.
pub const LONGEST: TimeDelta = TimeDelta::days(366);
/// "This afternoon" is the first of these that is more than an hour away.
const AFTERNOONS: [NaiveTime; 2] =
    [NaiveTime::from_hms_opt(14, 0, 0).expect("a time"), NaiveTime::from_hms_opt(16, 0, 0).expect("a time")];

/// A choice of the snooze menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum SnoozeKind {
    Hour,
    Afternoon,
    Tomorrow,
    NextWorkingDay,
}

/// A choice and what it means for a lead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SnoozeChoice {
    pub kind: SnoozeKind,
    pub until: Timestamp,
    /// Whether the deadline is over by then, so that the user must be asked.
    pub past_deadline: bool,
}

/// The choices for `lead`, the nearest first; two that mean the same instant are offered once.
pub fn choices(lead: &Lead, rules: &AlarmRules, zone: Zone, now: Timestamp) -> Vec<SnoozeChoice> {
    let hour = now.plus(HOUR);
    let today = zone.day(now);
    let afternoon = AFTERNOONS.into_iter().map(|time| zone.instant(today.and_time(time))).find(|at| *at > hour);
    let morning = |days: u64| today.checked_add_days(Days::new(days)).map(|day| zone.morning(Date(day)));
    let working = (1..=7).find_map(|days| morning(days).filter(|at| !rules.is_day_off(zone.local(*at))));
    let offered = [
        (SnoozeKind::Hour, Some(hour)),
        (SnoozeKind::Afternoon, afternoon),
        (SnoozeKind::Tomorrow, morning(1)),
        (SnoozeKind::NextWorkingDay, working),
    ];
    let mut choices: Vec<SnoozeChoice> = Vec::new();
    for (kind, until) in offered {
        let Some(until) = until.filter(|until| choices.iter().all(|choice| choice.until != *until)) else { continue };
        choices.push(SnoozeChoice { kind, until, past_deadline: reaches_past(lead, until, now).is_some() });
    }
    choices.sort_by_key(|choice| choice.until);
    choices
}

/// The deadline that is over when a snooze until `until` ends, if there is one that presses at `now`.
pub fn reaches_past(lead: &Lead, until: Timestamp, now: Timestamp) -> Option<Deadline> {
    deadline(lead, now).filter(|deadline| until >= deadline.at)
}

/// Snoozes a lead that is received or accepted. `past_deadline` says that the user was asked.
pub fn snooze(lead: &Lead, until: Timestamp, past_deadline: bool, now: Timestamp) -> Result<Lead, Refusal> {
    let stage = lead.stage.kind();
    if stage == StageKind::Archived {
        return Err(Refusal::WrongStage { stage });
    }
    if stage == StageKind::Received && now >= lead.respond_by {
        return Err(Refusal::PastRespondBy { respond_by: lead.respond_by });
    }
    match reaches_past(lead, until, now) {
        Some(Deadline { topic, at }) if !past_deadline => Err(Refusal::PastDeadline { topic, deadline: at }),
        _ => Ok(Lead { snoozed_until: Some(until), ..lead.clone() }),
    }
}

/// Ends a snooze before its time.
pub fn wake(lead: &Lead) -> Result<Lead, Refusal> {
    Ok(Lead { snoozed_until: None, ..lead.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::reminder::Topic;
    use crate::domain::testing::{at, lead};

    fn hot() -> Lead {
        Lead { requested_contact: true, ..lead("Fabrikam", "2026-11-20T01:00:00Z") }
    }

    fn offered(now: &str, rules: &AlarmRules) -> Vec<(SnoozeKind, Timestamp)> {
        let zone = Zone::parse("Asia/Seoul").unwrap();
        choices(&hot(), rules, zone, at(now)).into_iter().map(|choice| (choice.kind, choice.until)).collect()
    }

    #[test]
    fn the_choices_are_of_the_users_own_day() {
        let office = AlarmRules { working_days: (1..=5).collect(), ..AlarmRules::default() };
        assert_eq!(
            offered("2026-11-20T01:30:00Z", &office),
            [
                (SnoozeKind::Hour, at("2026-11-20T02:30:00Z")),
                (SnoozeKind::Afternoon, at("2026-11-20T05:00:00Z")),
                (SnoozeKind::Tomorrow, at("2026-11-21T00:00:00Z")),
                (SnoozeKind::NextWorkingDay, at("2026-11-23T00:00:00Z")),
            ],
            "Friday 10:30 in Seoul: 11:30, 14:00, Saturday 09:00, Monday 09:00"
        );
        assert_eq!(
            offered("2026-11-20T07:30:00Z", &AlarmRules::default()),
            [(SnoozeKind::Hour, at("2026-11-20T08:30:00Z")), (SnoozeKind::Tomorrow, at("2026-11-21T00:00:00Z"))],
            "at 16:30 the afternoon is over, and every day is a working day"
        );
    }

    #[test]
    fn a_snooze_past_the_deadline_asks_first() {
        let now = at("2026-11-23T00:00:00Z");
        let end = at("2026-11-23T01:00:00Z");
        let refused = snooze(&hot(), end, false, now);
        assert_eq!(
            refused,
            Err(Refusal::PastDeadline { topic: Topic::Contact, deadline: end }),
            "at the very end it is too late to call"
        );
        assert!(snooze(&hot(), end, true, now).is_ok(), "the user was asked");
        assert!(
            snooze(&hot(), end.plus(-TimeDelta::minutes(1)), false, now).is_ok(),
            "a minute before needs no question"
        );
    }

    #[test]
    fn what_is_over_is_not_snoozed() {
        let lost = snooze(&hot(), at("2026-12-05T00:00:00Z"), true, at("2026-12-04T01:00:00Z"));
        assert!(matches!(lost, Err(Refusal::PastRespondBy { .. })), "it has expired, noticed or not");
    }
}
