//! Claim, show, mark: how a due reminder gets told at least once.
//!
//! Showing is the shell's; here is what to show and what became of it. Reminders of leads that were answered are gone by
//! then: each action plans them anew.

use std::collections::BTreeMap;

use crate::app::App;
use crate::domain::lead::LeadId;
use crate::domain::reminder::ReminderKind;
use crate::domain::time::Timestamp;
use crate::error::Error;
use crate::store::{leads, list, reminders};

/// One thing to tell of one lead: the latest of its due reminders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The reminders that are told with it: its own and the older ones of the same lead that it replaces.
    pub reminder_ids: Vec<i64>,
    pub lead_id: LeadId,
    pub customer: String,
    pub kind: ReminderKind,
    pub due_at: Timestamp,
    /// When the flame's window ends (hot kinds) or the lead expires (respond kinds).
    pub deadline: Timestamp,
}

/// The next instant at which something is due: a reminder, an expiry, or a claim to be tried again.
pub fn next_wake_up(app: &App) -> Result<Option<Timestamp>, Error> {
    app.read(|connection, _| {
        let due = [reminders::next_due(connection)?, leads::next_expiry(connection)?];
        Ok(due.into_iter().flatten().min())
    })
}

/// Claims every reminder that is due and not in somebody's hands; of each lead the latest stands for all, a
/// customer who waits before a date that nears. Customers who
/// wait for a call come first, then the nearest deadline.
pub fn claim_due(app: &App) -> Result<Vec<Told>, Error> {
    let nothing_due = app.read(|connection, now| Ok(reminders::next_due(connection)?.is_none_or(|next| next > now)))?;
    if nothing_due {
        return Ok(Vec::new());
    }
    let (claimed, now) = app.write(|tx, now, _| Ok((reminders::claim(tx, now)?, now)))?;
    let mut by_lead: BTreeMap<LeadId, Told> = BTreeMap::new();
    for reminder in claimed {
        let told = by_lead.entry(reminder.lead_id).or_insert_with(|| Told {
            reminder_ids: Vec::new(),
            lead_id: reminder.lead_id,
            customer: reminder.customer,
            kind: reminder.kind,
            due_at: reminder.due_at,
            deadline: reminder.deadline,
        });
        told.reminder_ids.push(reminder.id);
        // They come in the order they fell due, so the last one is the news; but a date that nears does not hide a
        // customer who is waiting.
        let waiting = told.kind.is_hot() && told.deadline > now;
        if !waiting || reminder.kind.is_hot() {
            (told.kind, told.due_at, told.deadline) = (reminder.kind, reminder.due_at, reminder.deadline);
        }
    }
    let mut told: Vec<_> = by_lead.into_values().collect();
    told.sort_by_key(|t| (!t.kind.is_hot(), t.deadline, t.lead_id));
    Ok(told)
}

/// Marks reminders as shown.
pub fn mark_shown(app: &App, reminder_ids: &[i64]) -> Result<(), Error> {
    mark(app, reminder_ids, None)
}

/// Notes that the system would not show them; they stand in the bell and are not tried again.
pub fn mark_failed(app: &App, reminder_ids: &[i64], why: &str) -> Result<(), Error> {
    mark(app, reminder_ids, Some(why))
}

fn mark(app: &App, reminder_ids: &[i64], failure: Option<&str>) -> Result<(), Error> {
    app.write(|tx, now, changes| {
        // SQLite takes a bounded number of values in one statement.
        for ids in reminder_ids.chunks(500) {
            reminders::mark_told(tx, ids, failure, now)?;
        }
        changes.reminders = true;
        Ok(())
    })
}

/// Marks everything in the bell as read.
pub fn mark_read(app: &App) -> Result<(), Error> {
    app.write(|tx, now, changes| {
        changes.reminders = reminders::mark_read(tx, now)? > 0;
        Ok(())
    })
}

/// A customer who waits, for the tray's menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub lead_id: LeadId,
    pub customer: String,
    pub ends_at: Timestamp,
}

/// The hot leads with the least time left first, at most `most`, and how many there are in all.
pub fn waiting(app: &App, most: u32) -> Result<(Vec<Waiting>, u32), Error> {
    app.read(|connection, now| {
        let leads = leads::waiting(connection, now, most)?;
        let (_, _, all) = list::totals(connection, now)?;
        let waiting = leads.into_iter().map(|(lead_id, customer, ends_at)| Waiting { lead_id, customer, ends_at });
        Ok((waiting.collect(), all))
    })
}
