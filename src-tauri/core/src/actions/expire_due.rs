//! Archives the received leads whose respond-by instant has passed, as of that instant.
//!
//! Run when the database is opened, by the alarm at each respond-by, and after an import. Source: domain.md,
//! "Respond-by".

use rusqlite::Transaction;

use super::alarm::AWAY;
use super::change::{self, Told};
use crate::app::{App, Changes};
use crate::domain::history::{Action, Actor};
use crate::domain::lifecycle;
use crate::domain::time::Timestamp;
use crate::error::Error;
use crate::store::{leads, reminders, undo};

/// Expires every lead whose time is over; the count of them.
pub fn expire_due(app: &App) -> Result<u32, Error> {
    expire_noticed(app, true)
}

/// As [`expire_due`]. What expired while nobody looked (`away`) is told in the bell.
pub fn expire_noticed(app: &App, away: bool) -> Result<u32, Error> {
    let nothing_due = app.read(|connection, now| Ok(leads::next_expiry(connection)?.is_none_or(|next| next > now)))?;
    if nothing_due {
        return Ok(0);
    }
    app.write(|tx, now, changes| {
        let missed = if away { leads::expired_by(tx, now)? } else { Vec::new() };
        let count = expire(tx, now, changes)?;
        for lead in missed.iter().filter(|lead| now.since(lead.respond_by) > AWAY) {
            reminders::add_expired(tx, lead.id, lead.respond_by)?;
            changes.reminders = true;
        }
        Ok(count)
    })
}

/// As [`expire_due`], inside a transaction that is already open.
pub fn expire(tx: &Transaction<'_>, now: Timestamp, changes: &mut Changes) -> Result<u32, Error> {
    let mut count = 0;
    for before in leads::expired_by(tx, now)? {
        let after = lifecycle::expire(&before, now)?;
        let told = Told { action: Action::Expired, actor: &Actor::Hearth, at: before.respond_by, now };
        change::save(tx, &before, after, &told, changes)?;
        undo::withdraw(tx, before.id)?;
        count += 1;
    }
    Ok(count)
}
