//! Which reminders a lead needs, and when.
//!
//! Source: domain.md, "Flame", and the alarm of the desk: a hot lead reminds when it arrives, with 24, 4 and 1 hours left
//! and when its window lapses; every received lead 3 days and 1 day before respond-by. Claiming and showing them is
//! `store::reminders` and the shell.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::contact_window::{self, Flame};
use super::lead::{Lead, LeadId, Stage};
use super::time::Timestamp;

/// What a reminder says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum ReminderKind {
    HotArrived,
    Hot24h,
    Hot4h,
    Hot1h,
    HotLapsed,
    Respond3d,
    Respond1d,
}

impl ReminderKind {
    pub const ALL: [Self; 7] =
        [Self::HotArrived, Self::Hot24h, Self::Hot4h, Self::Hot1h, Self::HotLapsed, Self::Respond3d, Self::Respond1d];

    /// Whether a customer is waiting for a call, so that the notification is critical.
    pub fn is_hot(self) -> bool {
        !matches!(self, Self::Respond3d | Self::Respond1d)
    }
}

/// A reminder, the instant at which it falls due, and the deadline it warns of.
///
/// Kind and deadline tell reminders of one lead apart: the same kind is told once for the same deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    pub kind: ReminderKind,
    pub at: Timestamp,
    /// The end of the contact window, or respond-by.
    pub deadline: Timestamp,
}

/// The reminders that `lead` needs from `now` on.
///
/// Of the moments of a flame (or of respond-by) that are already over, only the last one is due, at once: a lead that is
/// imported with three hours left says so one time, not three.
pub fn due_for(lead: &Lead, now: Timestamp) -> Vec<Due> {
    if lead.stage != Stage::Received || now >= lead.respond_by {
        return Vec::new();
    }
    let mut due = Vec::new();
    if contact_window::flame(lead, now) != Flame::None {
        let end = contact_window::ends_at(lead.received_at);
        let moments = [
            (ReminderKind::HotArrived, lead.received_at),
            (ReminderKind::Hot24h, hours_before(end, 24)),
            (ReminderKind::Hot4h, hours_before(end, 4)),
            (ReminderKind::Hot1h, hours_before(end, 1)),
            (ReminderKind::HotLapsed, end),
        ];
        due.extend(from_now_on(moments, end, now));
    }
    let moments = [
        (ReminderKind::Respond3d, hours_before(lead.respond_by, 72)),
        (ReminderKind::Respond1d, hours_before(lead.respond_by, 24)),
    ];
    // A lead that came with less time than that is new, not forgotten.
    let moments = moments.into_iter().filter(|(_, at)| *at > lead.received_at);
    due.extend(from_now_on(moments, lead.respond_by, now));
    due.retain(|due| due.at < lead.respond_by);
    due
}

fn hours_before(end: Timestamp, hours: i64) -> Timestamp {
    end.plus(TimeDelta::hours(-hours))
}

fn from_now_on(
    moments: impl IntoIterator<Item = (ReminderKind, Timestamp)>,
    deadline: Timestamp,
    now: Timestamp,
) -> Vec<Due> {
    let (over, ahead): (Vec<_>, Vec<_>) = moments.into_iter().partition(|(_, at)| *at <= now);
    let at_once = over.last().map(|&(kind, _)| Due { kind, at: now, deadline });
    at_once.into_iter().chain(ahead.into_iter().map(|(kind, at)| Due { kind, at, deadline })).collect()
}

/// A line of the bell: a reminder that fell due.
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
    pub due_at: Timestamp,
    /// The end of the contact window, or respond-by: how much was left is counted from here.
    pub deadline: Timestamp,
    pub shown_at: Option<Timestamp>,
    /// Why the system did not show it, in the system's words.
    pub failure: Option<String>,
    pub read: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::lead::{ContactWay, Contacted};
    use crate::domain::testing::{at, lead};

    fn kinds(lead: &Lead, now: &str) -> Vec<ReminderKind> {
        due_for(lead, at(now)).into_iter().map(|due| due.kind).collect()
    }

    fn hot() -> Lead {
        Lead { requested_contact: true, ..lead("Fabrikam", "2026-11-20T09:00:00Z") }
    }

    #[test]
    fn a_hot_lead_reminds_at_each_step_of_its_72_hours() {
        let due = due_for(&hot(), at("2026-11-20T09:00:00Z"));
        let moments: Vec<_> = due.iter().map(|d| (d.kind, d.at)).collect();
        assert_eq!(
            moments,
            [
                (ReminderKind::HotArrived, at("2026-11-20T09:00:00Z")),
                (ReminderKind::Hot24h, at("2026-11-22T09:00:00Z")),
                (ReminderKind::Hot4h, at("2026-11-23T05:00:00Z")),
                (ReminderKind::Hot1h, at("2026-11-23T08:00:00Z")),
                (ReminderKind::HotLapsed, at("2026-11-23T09:00:00Z")),
                (ReminderKind::Respond3d, at("2026-12-01T09:00:00Z")),
                (ReminderKind::Respond1d, at("2026-12-03T09:00:00Z")),
            ],
            "arrival, 24 h, 4 h, 1 h, the lapse, then 3 days and 1 day before respond-by"
        );
    }

    #[test]
    fn a_lead_that_comes_late_says_only_the_last_thing_at_once() {
        let due = due_for(&hot(), at("2026-11-23T06:00:00Z"));
        assert_eq!(due[0].kind, ReminderKind::Hot4h, "three hours are left: the 4 h reminder stands for all before it");
        assert_eq!(due[0].at, at("2026-11-23T06:00:00Z"), "and it is due now");
        assert_eq!(due[1].kind, ReminderKind::Hot1h, "what is still ahead stays ahead");
    }

    #[test]
    fn a_contacted_customer_is_not_waiting() {
        let contacted = Contacted { at: at("2026-11-21T09:00:00Z"), way: ContactWay::Phone, note: None };
        let lead = Lead { contacted: Some(contacted), ..hot() };
        assert_eq!(
            kinds(&lead, "2026-11-21T09:00:00Z"),
            [ReminderKind::Respond3d, ReminderKind::Respond1d],
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
            [ReminderKind::Respond1d],
            "3 days before lies before it came"
        );
    }
}
