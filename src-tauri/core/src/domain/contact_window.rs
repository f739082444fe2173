//! The flame: a customer asked to be contacted directly, and 72 hours to do it in.
//!
//! Source: domain.md, "Flame". Whether and when to remind is decided in `reminder`.

use chrono::TimeDelta;

use super::lead::{Lead, Stage};
use super::time::Timestamp;

/// How long after a lead is received its customer waits before the flame changes.
pub const CONTACT_WINDOW: TimeDelta = TimeDelta::hours(72);

/// The first instant at which a flame received at `received_at` has lapsed.
pub fn ends_at(received_at: Timestamp) -> Timestamp {
    received_at.plus(CONTACT_WINDOW)
}

/// What the flame of a lead says at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flame {
    /// The customer did not ask, was contacted, or the lead is no longer waiting for an answer.
    None,
    /// Contact the customer now: the window is open until `ends_at`.
    Hot { ends_at: Timestamp },
    /// The window has passed; the lead is still active.
    Lapsed { ended_at: Timestamp },
}

/// What the flame of `lead` says at `now`.
pub fn flame(lead: &Lead, now: Timestamp) -> Flame {
    if !lead.requested_contact || lead.contacted.is_some() || lead.stage != Stage::Received {
        return Flame::None;
    }
    let end = ends_at(lead.received_at);
    if now < end { Flame::Hot { ends_at: end } } else { Flame::Lapsed { ended_at: end } }
}
