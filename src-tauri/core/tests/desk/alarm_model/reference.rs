//! What has to be told, worked out the slow and simple way: from lists of moments, a minute at a time, with no database.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike as _, NaiveDateTime, Timelike as _};
use hearth_core::api::AlarmRules;
use hearth_core::domain::time::Timestamp;
use hearth_core::domain::zone::Zone;

pub const MINUTE: i64 = 60_000;
pub const HOUR: i64 = 60 * MINUTE;
pub const DAY: i64 = 24 * HOUR;

/// What a reminder is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    Contact,
    Answer,
    FollowUp,
}

/// A moment at which a lead has something to say. Instants are milliseconds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    pub name: String,
    pub about: About,
    pub at: i64,
    pub deadline: i64,
    /// Whether it warns of its deadline.
    pub warns: bool,
}

#[derive(Clone, Debug)]
pub struct Rules {
    pub arrival: bool,
    pub hot_hours: Vec<i64>,
    pub lapse: bool,
    pub hot_quiet: bool,
    pub respond_hours: Vec<i64>,
    pub respond_quiet: bool,
    /// Minutes since midnight.
    pub quiet: Option<(u32, u32)>,
    pub days: Vec<u32>,
}

impl From<&AlarmRules> for Rules {
    fn from(rules: &AlarmRules) -> Self {
        Self {
            arrival: rules.hot.on_arrival,
            hot_hours: rules.hot.hours_before.iter().map(|hours| i64::from(*hours)).collect(),
            lapse: rules.hot.on_lapse,
            hot_quiet: rules.hot.quiet,
            respond_hours: rules.respond.hours_before.iter().map(|hours| i64::from(*hours)).collect(),
            respond_quiet: rules.respond.quiet,
            quiet: rules.quiet_hours.map(|quiet| (u32::from(quiet.from_minute), u32::from(quiet.to_minute))),
            days: rules.working_days.iter().map(|day| u32::from(*day)).collect(),
        }
    }
}

#[derive(Clone, Debug)]
pub struct Lead {
    pub received: i64,
    pub respond_by: i64,
    pub asked: bool,
    pub contacted: bool,
    pub stage: Stage,
    pub snoozed_until: Option<i64>,
    /// Days since 1970.
    pub follow_up: Option<NaiveDateTime>,
    /// Planned and not told.
    pub pending: BTreeMap<String, Moment>,
    pub claimed: BTreeMap<String, i64>,
    pub told: BTreeSet<String>,
    /// Told, but the server did not show it, and nobody has answered it since.
    pub failed: BTreeMap<String, Moment>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Received,
    Accepted,
    Archived,
}

impl Lead {
    pub fn new(received: i64, respond_by: i64, asked: bool) -> Self {
        Self {
            received,
            respond_by,
            asked,
            contacted: false,
            stage: Stage::Received,
            snoozed_until: None,
            follow_up: None,
            pending: BTreeMap::new(),
            claimed: BTreeMap::new(),
            told: BTreeSet::new(),
            failed: BTreeMap::new(),
        }
    }

    pub fn is_open(&self, now: i64) -> bool {
        match self.stage {
            Stage::Received => now < self.respond_by,
            Stage::Accepted => true,
            Stage::Archived => false,
        }
    }

    /// Everything that this lead has to say from now on.
    fn needed(&self, rules: &Rules, zone: Zone, now: i64) -> Vec<Moment> {
        let mut needed = Vec::new();
        if !self.is_open(now) {
            return needed;
        }
        if self.stage == Stage::Received {
            let end = self.received + 72 * HOUR;
            let mut contact = Vec::new();
            if self.asked && !self.contacted {
                let moment = |name: &str, at: i64, warns: bool| Moment {
                    name: format!("{name} {at}"),
                    about: About::Contact,
                    at,
                    deadline: end.min(self.respond_by),
                    warns,
                };
                if rules.arrival {
                    contact.push(moment("arrived", self.received, true));
                }
                contact.extend(rules.hot_hours.iter().map(|hours| moment("left", end - hours * HOUR, true)));
                if rules.lapse {
                    contact.push(moment("lapsed", end, false));
                }
            }
            let answer = rules.respond_hours.iter().map(|hours| self.respond_by - hours * HOUR);
            let answer: Vec<Moment> = answer
                .filter(|at| *at > self.received)
                .map(|at| Moment {
                    name: format!("respond {at}"),
                    about: About::Answer,
                    at,
                    deadline: self.respond_by,
                    warns: true,
                })
                .collect();
            for group in [contact, answer] {
                let over = group.iter().filter(|moment| moment.at <= now).max_by_key(|moment| moment.at).cloned();
                needed.extend(over);
                needed.extend(group.into_iter().filter(|moment| moment.at > now));
            }
            needed.retain(|moment| moment.at < self.respond_by);
        }
        if let Some(morning) = self.follow_up {
            let at = zone.instant(morning).as_millis();
            let name = format!("follow up {}", morning.date());
            needed.push(Moment { name, about: About::FollowUp, at, deadline: at, warns: false });
        }
        if let Some(at) = self.snoozed_until {
            let hot = self.stage == Stage::Received && self.asked && !self.contacted && now < self.received + 72 * HOUR;
            let (about, deadline) = match (self.stage, hot) {
                (Stage::Received, true) => (About::Contact, self.respond_by.min(self.received + 72 * HOUR)),
                (Stage::Received, false) => (About::Answer, self.respond_by),
                _ => (About::FollowUp, at),
            };
            needed.push(Moment { name: format!("snoozed {at}"), about, at, deadline, warns: true });
        }
        needed
    }

    /// After something happened to the lead.
    pub fn plan(&mut self, rules: &Rules, zone: Zone, now: i64) {
        let expired = self.pending.iter().filter(|(name, _)| name.starts_with("expired"));
        let mut pending: BTreeMap<_, _> = expired.map(|(name, moment)| (name.clone(), moment.clone())).collect();
        let needed = self.needed(rules, zone, now).into_iter().filter(|moment| !self.told.contains(&moment.name));
        pending.extend(needed.map(|moment| (moment.name.clone(), moment)));
        self.pending = pending;
        self.claimed.retain(|name, _| self.pending.contains_key(name));
    }

    /// After the rules or the zone changed: only what lies ahead.
    pub fn plan_ahead(&mut self, rules: &Rules, zone: Zone, now: i64) {
        let mut pending = self.pending.clone();
        pending.retain(|name, moment| moment.at <= now || name.starts_with("expired"));
        for moment in self.needed(rules, zone, now) {
            // A morning that is over by travelling is still owed; what was never planned is not.
            let owed = moment.at > now || self.pending.contains_key(&moment.name);
            if owed && !self.told.contains(&moment.name) {
                pending.insert(moment.name.clone(), moment);
            } else if !owed {
                // It was over when the rule for it was made: it never becomes news.
                self.told.insert(moment.name);
            }
        }
        self.pending = pending;
        self.claimed.retain(|name, _| self.pending.contains_key(name));
    }

    /// Somebody did something that answers these.
    pub fn settle(&mut self, about: &[About]) {
        self.failed.retain(|name, moment| !about.contains(&moment.about) || name.starts_with("expired"));
    }

    /// What may be told at `now`.
    pub fn tellable(&self, rules: &Rules, zone: Zone, paused_until: Option<i64>, now: i64) -> Vec<String> {
        let silent_until = silence(rules, zone, now);
        let may = |moment: &Moment| {
            let snoozed = self.snoozed_until.is_some_and(|until| now < until) && !moment.name.starts_with("expired");
            let heeds = match moment.about {
                About::Contact => rules.hot_quiet,
                About::Answer => rules.respond_quiet,
                About::FollowUp => true,
            };
            let quiet = if heeds { silent_until } else { None };
            let held_until = quiet.max(paused_until.filter(|until| now < *until && until - now <= 2 * DAY));
            let too_late =
                held_until.is_some_and(|until| moment.warns && now < moment.deadline && moment.deadline <= until);
            let claim = self.claimed.get(&moment.name);
            let in_hands = claim.is_some_and(|at| *at <= now && now < at + 5 * MINUTE);
            moment.at <= now && !snoozed && (held_until.is_none() || too_late) && !in_hands
        };
        self.pending.values().filter(|moment| may(moment)).map(|moment| moment.name.clone()).collect()
    }
}

fn is_silent(rules: &Rules, local: NaiveDateTime) -> bool {
    let minute = local.hour() * 60 + local.minute();
    let quiet =
        rules.quiet.is_some_and(
            |(from, to)| {
                if from < to { from <= minute && minute < to } else { from <= minute || minute < to }
            },
        );
    quiet || !rules.days.contains(&local.weekday().number_from_monday())
}

/// Walks through the silence, a quarter of an hour at a time, until it is over: all that begins or ends does so on one.
fn silence(rules: &Rules, zone: Zone, now: i64) -> Option<i64> {
    let silent = |at: i64| is_silent(rules, zone.local(Timestamp::from_millis(at)));
    if !silent(now) {
        return None;
    }
    let quarter = 15 * MINUTE;
    let mut at = now - now.rem_euclid(quarter) + quarter;
    while silent(at) {
        at += quarter;
    }
    Some(at)
}
