//! When the alarm speaks: which moments remind, and when it is to be quiet. All of it is the user's to set.
//!
//! Which reminders a lead has is `reminder`; here is what the user wants of them, and the silence that holds them back.

use chrono::{Datelike as _, Days, NaiveDateTime, NaiveTime, TimeDelta, Timelike as _};
use serde::{Deserialize, Serialize};

use super::reminder::{ReminderKind, Topic};
use super::time::Timestamp;
use super::zone::Zone;

/// The most moments of one kind.
pub const MOST_MOMENTS: usize = 8;
/// The farthest moment before the end of the contact window, which is 72 hours long.
pub const MOST_HOT_HOURS: u32 = 71;
/// The farthest moment before respond-by: 90 days, as long as a lead can have.
pub const MOST_RESPOND_HOURS: u32 = 90 * 24;

/// What the user has set for the alarm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct AlarmRules {
    pub hot: HotRules,
    pub respond: RespondRules,
    /// The hours of each day in which nothing is told; `None` when there are none.
    pub quiet_hours: Option<QuietHours>,
    /// The days on which the alarm works: 1 is Monday, 7 is Sunday. Never empty.
    pub working_days: Vec<u8>,
}

/// For customers who asked to be contacted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HotRules {
    pub on_arrival: bool,
    /// Hours before the 72 are over, the most first.
    pub hours_before: Vec<u32>,
    pub on_lapse: bool,
    /// Whether quiet hours and days off hold these back. A customer who waits may be worth a call in the evening.
    pub quiet: bool,
}

/// For leads that are owed an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RespondRules {
    /// Hours before respond-by, the most first.
    pub hours_before: Vec<u32>,
    pub quiet: bool,
}

/// From one time of day to another, over midnight if the second is earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct QuietHours {
    /// Minutes since midnight.
    pub from_minute: u16,
    pub to_minute: u16,
}

impl Default for AlarmRules {
    fn default() -> Self {
        Self {
            hot: HotRules::default(),
            respond: RespondRules::default(),
            quiet_hours: None,
            working_days: (1..=7).collect(),
        }
    }
}

impl Default for HotRules {
    fn default() -> Self {
        Self { on_arrival: true, hours_before: vec![24, 4, 1], on_lapse: true, quiet: true }
    }
}

impl Default for RespondRules {
    fn default() -> Self {
        Self { hours_before: vec![72, 24], quiet: true }
    }
}

impl QuietHours {
    fn hold(self, time: NaiveTime) -> bool {
        let minute = time.hour() * 60 + time.minute();
        let (from, to) = (u32::from(self.from_minute), u32::from(self.to_minute));
        if from <= to { (from..to).contains(&minute) } else { minute >= from || minute < to }
    }
}

impl AlarmRules {
    fn is_silent(&self, local: NaiveDateTime) -> bool {
        self.is_day_off(local) || self.quiet_hours.is_some_and(|quiet| quiet.hold(local.time()))
    }

    /// Whether the alarm does not work on the day of `local`.
    pub fn is_day_off(&self, local: NaiveDateTime) -> bool {
        let day = local.weekday().number_from_monday() as u8;
        !self.working_days.is_empty() && !self.working_days.contains(&day)
    }

    /// When the silence that holds at `now` ends; `None` when there is none.
    pub fn silent_until(&self, zone: Zone, now: Timestamp) -> Option<Timestamp> {
        if self.is_silent(zone.local(now)) { self.next_change(zone, now) } else { None }
    }

    /// When the next silence begins, or the present one ends; `None` where there never is one.
    pub fn next_change(&self, zone: Zone, now: Timestamp) -> Option<Timestamp> {
        let local = zone.local(now);
        let silent = self.is_silent(local);
        // It does so at a midnight, or where the quiet hours begin or end: of which day, the calendar says.
        let time = |minute: u16| NaiveTime::from_hms_opt(u32::from(minute) / 60, u32::from(minute) % 60, 0);
        let quiet = self.quiet_hours.into_iter().flat_map(|quiet| [time(quiet.from_minute), time(quiet.to_minute)]);
        let times: Vec<NaiveTime> = std::iter::once(NaiveTime::MIN).chain(quiet.flatten()).collect();
        let days = (0..=8).filter_map(|days| local.date().checked_add_days(Days::new(days)));
        days.flat_map(|day| times.iter().map(move |time| day.and_time(*time)))
            .flat_map(|change| <[Timestamp; 2]>::from(zone.instants(change)))
            .filter(|change| *change > now && self.is_silent(zone.local(*change)) != silent)
            .min()
    }
}

/// The longest pause that can be meant: until tomorrow. A longer one was made under a wrong clock.
const LONGEST_PAUSE: TimeDelta = TimeDelta::days(2);

/// What holds reminders back at a moment: quiet hours, days off, and a pause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hold {
    pub now: Timestamp,
    /// Until when reminders of a customer who waits are held back; `None` when they are free.
    pub contact: Option<Timestamp>,
    /// As `contact`, for answers that are owed.
    pub answer: Option<Timestamp>,
    /// As `contact`, for follow-ups.
    pub follow_up: Option<Timestamp>,
    /// When a silence begins or ends next.
    next_change: Option<Timestamp>,
}

impl Hold {
    /// What holds at `now` by `rules`, and by a pause until `paused_until`.
    pub fn at(now: Timestamp, rules: &AlarmRules, zone: Zone, paused_until: Option<Timestamp>) -> Self {
        let silent = rules.silent_until(zone, now);
        let paused = paused_until.filter(|until| *until > now && until.since(now) <= LONGEST_PAUSE);
        let of = |quiet: bool| silent.filter(|_| quiet).max(paused);
        Self {
            now,
            contact: of(rules.hot.quiet),
            answer: of(rules.respond.quiet),
            follow_up: of(true),
            next_change: rules.next_change(zone, now),
        }
    }

    /// Until when a reminder of `topic` is held back.
    pub fn of(&self, topic: Topic) -> Option<Timestamp> {
        match topic {
            Topic::Contact => self.contact,
            Topic::Answer => self.answer,
            Topic::FollowUp => self.follow_up,
        }
    }

    /// Until when this reminder is held back. One that warns of a deadline is never held past it: then it is free at once.
    pub fn holds(&self, kind: ReminderKind, topic: Topic, deadline: Timestamp) -> Option<Timestamp> {
        let until = self.of(topic)?;
        let too_late = kind.warns() && deadline > self.now && deadline <= until;
        (!too_late).then_some(until)
    }

    /// The first moment at which something else is held back than now: a hold ends, or a silence begins that reaches past a
    /// deadline.
    pub fn changes_at(&self) -> Option<Timestamp> {
        [self.contact, self.answer, self.follow_up, self.next_change].into_iter().flatten().min()
    }
}

#[cfg(test)]
#[path = "alarm_rules_tests.rs"]
mod tests;
