//! The bell in the window and the list in the tray: what was told, and who waits.

use crate::app::App;
use crate::domain::lead::LeadId;
use crate::domain::time::Timestamp;
use crate::error::Error;
use crate::store::{arrivals, leads, reminders};

/// Marks everything in the bell as read.
pub fn mark_read(app: &App) -> Result<(), Error> {
    app.write(|tx, now, changes| {
        changes.reminders = reminders::mark_read(tx, now)? + arrivals::mark_read(tx, now)? > 0;
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
        let all = leads::waiting_count(connection, now)?;
        let waiting = leads.into_iter().map(|(lead_id, customer, ends_at)| Waiting { lead_id, customer, ends_at });
        Ok((waiting.collect(), all))
    })
}
