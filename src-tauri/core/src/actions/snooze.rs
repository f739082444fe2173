//! Snoozes a lead: its reminders are held back, and it reminds again when the snooze is over.

use super::change::{self, Seen, Told};
use crate::app::App;
use crate::domain::history::Action;
use crate::domain::lead::LeadId;
use crate::domain::lifecycle::Refusal;
use crate::domain::reminder::{self, Deadline};
use crate::domain::snooze::{self, SnoozeChoice};
use crate::domain::time::Timestamp;
use crate::error::Error;
use crate::store::{leads, settings};

/// Snoozes the lead that the user saw until an instant, or ends its snooze with `None`.
///
/// Refused with `PastDeadline` when the deadline is over by then and the user was not asked.
pub fn snooze(app: &App, seen: Seen, until: Option<Timestamp>, past_deadline: bool) -> Result<(), Error> {
    match until {
        Some(until) => {
            change::by_user(app, seen, Action::Snoozed, |lead, now| snooze::snooze(lead, until, past_deadline, now))
        }
        None => change::by_user(app, seen, Action::Woken, |lead, _| snooze::wake(lead)),
    }
}

/// Snoozes a lead for an hour, whatever its revision is by now: asked for in a notification.
pub fn snooze_for_an_hour(app: &App, id: LeadId) -> Result<(), Error> {
    change::by_user_now(app, id, Action::Snoozed, |lead, now| snooze::snooze(lead, now.plus(snooze::HOUR), false, now))
}

/// Snoozes every customer who waits for an hour; how many. Those who have no hour left, or are snoozed for longer, are left.
pub fn snooze_waiting_for_an_hour(app: &App) -> Result<u32, Error> {
    app.write(|tx, now, changes| {
        let mut count = 0;
        for (id, _, _) in leads::waiting(tx, now, u32::MAX)? {
            let before = leads::get(tx, id)?;
            if before.snoozed_until.is_some_and(|until| until >= now.plus(snooze::HOUR)) {
                continue;
            }
            let after = match snooze::snooze(&before, now.plus(snooze::HOUR), false, now) {
                Ok(after) => after,
                Err(Refusal::PastDeadline { .. } | Refusal::PastRespondBy { .. } | Refusal::WrongStage { .. }) => {
                    continue;
                }
            };
            let told = Told { action: Action::Snoozed, actor: &app.user(), at: now, now };
            let after = change::save(tx, &before, after, &told, changes)?;
            change::offer_undo(tx, Action::Snoozed, Some(&before), &after, now)?;
            count += 1;
        }
        Ok(count)
    })
}

/// Until when a lead can be snoozed, and the deadline that presses.
pub fn choices(app: &App, id: LeadId) -> Result<(Vec<SnoozeChoice>, Option<Deadline>), Error> {
    app.read(|connection, now| {
        let lead = leads::get(connection, id)?;
        let (rules, zone) = (settings::get(connection)?.alarm, settings::zone(connection)?);
        Ok((snooze::choices(&lead, &rules, zone, now), reminder::deadline(&lead, now)))
    })
}
