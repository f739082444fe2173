//! Which reminders a lead needs, and when.
//!
//! Source: domain.md, "Flame", and what the user has set (`alarm_rules`): a hot lead reminds when it arrives, some hours
//! before its window closes and when it lapses; every received lead before respond-by; every open lead on the morning of its
//! follow-up and when its snooze ends. Holding back, claiming and showing them is not decided here.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::alarm_rules::AlarmRules;
use super::contact_window::{self, Flame};
use super::history::{Action, name_of};
use super::lead::{Lead, LeadId, Stage, StageKind};
use super::time::Timestamp;
use super::zone::Zone;

/// What a reminder says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum ReminderKind {
    HotArrived,
    /// The window is still open for a while.
    HotLeft,
    HotLapsed,
    /// There is still a while to answer.
    RespondLeft,
    FollowUp,
    /// The snooze that the user asked for is over.
    Snoozed,
    /// A lead expired while nobody could be told.
    Expired,
}

impl ReminderKind {
    pub const ALL: [Self; 7] = [
        Self::HotArrived,
        Self::HotLeft,
        Self::HotLapsed,
        Self::RespondLeft,
        Self::FollowUp,
        Self::Snoozed,
        Self::Expired,
    ];

    /// Whether it warns of a deadline that is still ahead, so that it may not be held back past it.
    pub fn warns(self) -> bool {
        matches!(self, Self::HotArrived | Self::HotLeft | Self::RespondLeft | Self::Snoozed)
    }
}

/// What a reminder is about, and so which of the user's rules it follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Topic {
    /// A customer waits for a call.
    Contact,
    /// Microsoft waits for an answer.
    Answer,
    /// The user wanted to come back to it.
    FollowUp,
}

impl Topic {
    pub const ALL: [Self; 3] = [Self::Contact, Self::Answer, Self::FollowUp];
}

/// A reminder, the instant at which it falls due, and the deadline it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    pub kind: ReminderKind,
    pub topic: Topic,
    /// The moment itself, also when it lies in the past. It depends on nothing but the lead and the rules, so a clock that
    /// stood wrong when it was planned does no harm.
    pub at: Timestamp,
    /// The end of the contact window, respond-by, or for a follow-up the moment itself.
    pub deadline: Timestamp,
    /// Tells the reminders of a lead apart: the same key is told once.
    pub key: String,
}

/// What is planned for whom.
#[derive(Clone, Copy, Debug)]
pub struct Plan<'a> {
    pub rules: &'a AlarmRules,
    pub zone: Zone,
    pub now: Timestamp,
}

impl Plan<'_> {
    /// The reminders that `lead` needs from now on.
    ///
    /// Of the moments of a flame (or of respond-by) that are already over, only the last one is due, at once: a lead that is
    /// imported with three hours left says so one time, not three.
    pub fn of(&self, lead: &Lead) -> Vec<Due> {
        let mut due = Vec::new();
        if lead.stage == Stage::Received && self.now < lead.respond_by {
            due.extend(self.of_flame(lead));
            due.extend(self.of_answer(lead));
            due.retain(|due| due.at < lead.respond_by);
        }
        let open = match lead.stage {
            Stage::Received => self.now < lead.respond_by,
            Stage::Accepted { .. } => true,
            Stage::Archived(_) => false,
        };
        if open {
            due.extend(lead.follow_up.as_ref().map(|follow_up| {
                let at = self.zone.morning(follow_up.on);
                let key = format!("followUp {}", follow_up.on);
                Due { kind: ReminderKind::FollowUp, topic: Topic::FollowUp, at, deadline: at, key }
            }));
            due.extend(lead.snoozed_until.map(|at| {
                let pressing = deadline(lead, self.now).unwrap_or(Deadline { topic: Topic::FollowUp, at });
                let key = format!("snoozed {}", at.as_millis());
                Due { kind: ReminderKind::Snoozed, topic: pressing.topic, at, deadline: pressing.at, key }
            }));
        }
        due
    }

    fn of_flame(&self, lead: &Lead) -> Vec<Due> {
        let rules = &self.rules.hot;
        if contact_window::flame(lead, self.now) == Flame::None {
            return Vec::new();
        }
        let end = contact_window::ends_at(lead.received_at);
        let arrived = rules.on_arrival.then_some((ReminderKind::HotArrived, lead.received_at));
        let left = rules.hours_before.iter().map(|hours| (ReminderKind::HotLeft, hours_before(end, *hours)));
        let lapsed = rules.on_lapse.then_some((ReminderKind::HotLapsed, end));
        let moments = arrived.into_iter().chain(left).chain(lapsed);
        let mut due = self.still_to_say(moments, Topic::Contact, end);
        // Where the answer is owed before the 72 hours are over, nothing may be held back past that either.
        due.iter_mut().for_each(|due| due.deadline = end.min(lead.respond_by));
        due
    }

    fn of_answer(&self, lead: &Lead) -> Vec<Due> {
        let hours = self.rules.respond.hours_before.iter();
        let moments = hours.map(|hours| (ReminderKind::RespondLeft, hours_before(lead.respond_by, *hours)));
        // A lead that came with less time than that is new, not forgotten.
        let moments = moments.filter(|(_, at)| *at > lead.received_at);
        self.still_to_say(moments, Topic::Answer, lead.respond_by)
    }

    fn still_to_say(
        &self,
        moments: impl IntoIterator<Item = (ReminderKind, Timestamp)>,
        topic: Topic,
        deadline: Timestamp,
    ) -> Vec<Due> {
        let (over, ahead): (Vec<_>, Vec<_>) = moments.into_iter().partition(|(_, at)| *at <= self.now);
        let due = |(kind, at): (ReminderKind, Timestamp)| {
            let before = deadline.since(at).num_minutes();
            let key = format!("{} {before} {}", name_of(&kind), deadline.as_millis());
            Due { kind, topic, at, deadline, key }
        };
        let last = over.into_iter().max_by_key(|(_, at)| *at);
        last.into_iter().chain(ahead).map(due).collect()
    }
}

/// What presses, and when it is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    pub topic: Topic,
    pub at: Timestamp,
}

/// The deadline that presses at `now`: the end of the contact window while a customer waits, else respond-by.
pub fn deadline(lead: &Lead, now: Timestamp) -> Option<Deadline> {
    match contact_window::flame(lead, now) {
        Flame::Hot { ends_at } => Some(Deadline { topic: Topic::Contact, at: ends_at.min(lead.respond_by) }),
        Flame::None | Flame::Lapsed { .. } => {
            (lead.stage.kind() == StageKind::Received).then_some(Deadline { topic: Topic::Answer, at: lead.respond_by })
        }
    }
}

/// Which reminders of a lead are settled by an action; `None` when the action answers none.
pub fn settles(action: Action) -> Option<&'static [Topic]> {
    use Topic::{Answer, Contact, FollowUp};
    match action {
        Action::Accepted => Some(&[Contact, Answer]),
        Action::Declined | Action::Expired | Action::Won | Action::Lost => Some(&[Contact, Answer, FollowUp]),
        Action::Contacted => Some(&[Contact]),
        Action::Snoozed => Some(&[Contact, Answer, FollowUp]),
        // The lead that it was merged into reminds from then on.
        Action::Absorbed => Some(&[Contact, Answer, FollowUp]),
        Action::FollowUpSet | Action::FollowUpCleared => Some(&[FollowUp]),
        Action::Received
        | Action::Imported
        | Action::Updated
        | Action::Added
        | Action::SampleAdded
        | Action::Edited
        | Action::EmployeesChanged
        | Action::Favorited
        | Action::Unfavorited
        | Action::Woken
        | Action::Undone
        | Action::ImportUndone
        | Action::Merged
        | Action::TakenApart
        | Action::NoticeDrafted
        | Action::NoticeSent => None,
    }
}

fn hours_before(end: Timestamp, hours: u32) -> Timestamp {
    end.plus(TimeDelta::hours(-i64::from(hours)))
}

/// What became of a reminder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Settled {
    pub action: Action,
    pub at: Timestamp,
}

/// A line of the bell: a reminder that was told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Reminder {
    #[cfg_attr(test, ts(type = "number"))]
    pub id: i64,
    #[cfg_attr(test, ts(type = "number"))]
    pub lead_id: LeadId,
    pub customer: String,
    pub kind: ReminderKind,
    pub topic: Topic,
    /// When it fell due: its moment, or when the lead became known if that was later.
    pub due_at: Timestamp,
    /// The end of the contact window, or respond-by: how much was left is counted from here.
    pub deadline: Timestamp,
    /// When the system took it; `None` when it did not.
    pub shown_at: Option<Timestamp>,
    /// Why the system did not show it, in the system's words.
    pub failure: Option<String>,
    /// What the user, or time, has done about it since.
    pub settled: Option<Settled>,
    /// The note of a follow-up.
    pub note: Option<String>,
    pub read: bool,
    /// The digest that it was told in.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub digest_id: Option<i64>,
}

/// Several reminders that were told as one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Digest {
    #[cfg_attr(test, ts(type = "number"))]
    pub id: i64,
    pub told_at: Timestamp,
    /// When the first of it fell due.
    pub since: Timestamp,
    /// Whether the computer was off, asleep or at another time in between: "Back after a while".
    pub away: bool,
    /// How many leads fell due, expired ones not counted.
    pub fell_due: u32,
    /// How many leads expired.
    pub expired: u32,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::lead::{ContactWay, Contacted, FollowUp};
    use crate::domain::lifecycle;
    use crate::domain::testing::{at, lead};
    use crate::domain::time::Date;

    fn due(lead: &Lead, now: &str) -> Vec<Due> {
        let zone = Zone::parse("Asia/Seoul").unwrap();
        Plan { rules: &AlarmRules::default(), zone, now: at(now) }.of(lead)
    }

    fn kinds(lead: &Lead, now: &str) -> Vec<ReminderKind> {
        due(lead, now).into_iter().map(|due| due.kind).collect()
    }

    fn hot() -> Lead {
        Lead { requested_contact: true, ..lead("Fabrikam", "2026-11-20T09:00:00Z") }
    }

    #[test]
    fn a_hot_lead_reminds_at_each_step_of_its_72_hours() {
        let due = due(&hot(), "2026-11-20T09:00:00Z");
        let moments: Vec<_> = due.iter().map(|d| (d.kind, d.at)).collect();
        assert_eq!(
            moments,
            [
                (ReminderKind::HotArrived, at("2026-11-20T09:00:00Z")),
                (ReminderKind::HotLeft, at("2026-11-22T09:00:00Z")),
                (ReminderKind::HotLeft, at("2026-11-23T05:00:00Z")),
                (ReminderKind::HotLeft, at("2026-11-23T08:00:00Z")),
                (ReminderKind::HotLapsed, at("2026-11-23T09:00:00Z")),
                (ReminderKind::RespondLeft, at("2026-12-01T09:00:00Z")),
                (ReminderKind::RespondLeft, at("2026-12-03T09:00:00Z")),
            ],
            "arrival, 24 h, 4 h, 1 h, the lapse, then 3 days and 1 day before respond-by"
        );
    }

    #[test]
    fn a_lead_that_comes_late_says_only_the_last_thing_at_once() {
        let due = due(&hot(), "2026-11-23T06:00:00Z");
        assert_eq!(
            due[0].kind,
            ReminderKind::HotLeft,
            "three hours are left: the 4 h reminder stands for all before it"
        );
        assert_eq!(due[0].at, at("2026-11-23T05:00:00Z"), "and has been due since its moment");
        assert_eq!(due[1].at, at("2026-11-23T08:00:00Z"), "what is still ahead stays ahead");
    }

    #[test]
    fn a_contacted_customer_is_not_waiting() {
        let contacted = Contacted { at: at("2026-11-21T09:00:00Z"), way: ContactWay::Phone, note: None };
        let lead = Lead { contacted: Some(contacted), ..hot() };
        assert_eq!(
            kinds(&lead, "2026-11-21T09:00:00Z"),
            [ReminderKind::RespondLeft, ReminderKind::RespondLeft],
            "the flame is out, the answer is still owed"
        );
    }

    #[test]
    fn only_received_leads_remind() {
        let lead = Lead { stage: Stage::Accepted { accepted_at: None }, ..hot() };
        assert_eq!(kinds(&lead, "2026-11-20T09:00:00Z"), [], "an accepted lead has been answered");
        assert_eq!(kinds(&hot(), "2026-12-04T09:00:00Z"), [], "at respond-by it is too late to remind");
    }

    #[test]
    fn a_lead_that_came_with_two_days_is_not_reminded_of_three() {
        let lead = Lead { respond_by: at("2026-11-22T09:00:00Z"), ..lead("Contoso", "2026-11-20T09:00:00Z") };
        assert_eq!(
            kinds(&lead, "2026-11-20T09:00:00Z"),
            [ReminderKind::RespondLeft],
            "3 days before lies before it came"
        );
    }

    #[test]
    fn the_user_chooses_the_moments() {
        let mut rules = AlarmRules::default();
        rules.hot.on_arrival = false;
        rules.hot.hours_before = vec![48, 2];
        rules.hot.on_lapse = false;
        rules.respond.hours_before = Vec::new();
        let plan = Plan { rules: &rules, zone: Zone::UTC, now: at("2026-11-20T09:00:00Z") };
        let moments: Vec<_> = plan.of(&hot()).iter().map(|due| due.at).collect();
        assert_eq!(
            moments,
            [at("2026-11-21T09:00:00Z"), at("2026-11-23T07:00:00Z")],
            "48 and 2 hours before the 72 are over, and nothing else"
        );
    }

    #[test]
    fn a_follow_up_reminds_on_its_morning_where_the_user_is() {
        let mut lead = lead("Contoso", "2026-11-20T09:00:00Z");
        lead.stage = Stage::Accepted { accepted_at: None };
        lead.follow_up = Some(FollowUp { on: Date::parse_iso("2026-12-24").unwrap(), note: None });
        let due = due(&lead, "2026-11-20T09:00:00Z");
        assert_eq!(due.len(), 1, "an accepted lead has no other reminder");
        assert_eq!((due[0].kind, due[0].at), (ReminderKind::FollowUp, at("2026-12-24T00:00Z")), "nine in Seoul");
    }

    #[test]
    fn a_snooze_reminds_of_the_deadline_that_presses() {
        let snoozed = |now| {
            let lead = Lead { snoozed_until: Some(at("2026-11-20T10:00:00Z")), ..hot() };
            due(&lead, now).into_iter().find(|due| due.kind == ReminderKind::Snoozed).unwrap()
        };
        let before = snoozed("2026-11-20T09:00:00Z");
        assert_eq!((before.topic, before.deadline), (Topic::Contact, at("2026-11-23T09:00:00Z")), "a customer waits");
        let after = snoozed("2026-11-24T09:00:00Z");
        assert_eq!((after.topic, after.deadline), (Topic::Answer, at("2026-12-04T09:00:00Z")), "the 72 hours are over");
        assert_eq!(before.key, after.key, "it is the same reminder all the time, and told once");
    }

    #[test]
    fn what_is_done_needs_no_reminder() {
        let mut done = lifecycle::decline(&hot(), 1.try_into().unwrap(), None, at("2026-11-20T10:00:00Z")).unwrap();
        done.follow_up = Some(FollowUp { on: Date::parse_iso("2026-12-24").unwrap(), note: None });
        assert_eq!(kinds(&done, "2026-11-20T10:00:00Z"), [], "archived is final");
    }
}
