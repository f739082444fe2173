//! Which reminders a lead needs, and when.
//!
//! Source: domain.md, "Flame", and the alarm of the desk: a hot lead reminds when it arrives, with 24, 4 and 1 hours left
//! and when its window lapses; every received lead 3 days and 1 day before respond-by. Claiming and showing them is
//! `store::reminders` and the shell.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::contact_window::{self, Flame};
use super::lead::{Lead, Stage};
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

/// A reminder and the instant at which it falls due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    pub kind: ReminderKind,
    pub at: Timestamp,
}

/// The reminders that `lead` needs from `now` on.
///
/// Of the moments of a flame (or of respond-by) that are already over when the lead first comes in, only the last one is told, at
/// once: a lead imported with three hours left says so one time, not three.
pub fn due_for(lead: &Lead, now: Timestamp) -> Vec<Due> {
    if lead.stage != Stage::Received || now >= lead.respond_by {
        return Vec::new();
    }
    let before = |end: Timestamp, hours: i64| end.plus(TimeDelta::hours(-hours));
    let mut due = Vec::new();
    if contact_window::flame(lead, now) != Flame::None {
        let end = contact_window::ends_at(lead.received_at);
        due.extend(from_now_on(
            [
                (ReminderKind::HotArrived, lead.received_at),
                (ReminderKind::Hot24h, before(end, 24)),
                (ReminderKind::Hot4h, before(end, 4)),
                (ReminderKind::Hot1h, before(end, 1)),
                (ReminderKind::HotLapsed, end),
            ],
            now,
        ));
    }
    let moments = [
        (ReminderKind::Respond3d, before(lead.respond_by, 72)),
        (ReminderKind::Respond1d, before(lead.respond_by, 24)),
    ];
    due.extend(from_now_on(moments.into_iter().filter(|(_, at)| *at > lead.received_at), now));
    due.retain(|d| d.at < lead.respond_by);
    due
}

fn from_now_on(moments: impl IntoIterator<Item = (ReminderKind, Timestamp)>, now: Timestamp) -> Vec<Due> {
    let mut over = None;
    let mut ahead = Vec::new();
    for (kind, at) in moments {
        if at <= now {
            over = Some(Due { kind, at });
        } else {
            ahead.push(Due { kind, at });
        }
    }
    over.into_iter().chain(ahead).collect()
}
