//! Archives the received leads whose respond-by instant has passed, as of that instant.
//!
//! Run when the database is opened, by the alarm at each respond-by, and after an import. Source: domain.md,
//! "Respond-by".

use rusqlite::Transaction;

use super::change::{self, Told};
use super::plan::Planner;
use crate::app::{App, Changes};
use crate::domain::history::{Action, Actor};
use crate::domain::lifecycle;
use crate::domain::time::Timestamp;
use crate::error::Error;
use crate::store::{leads, reminders, undo};

/// So many leads are loaded at a time.
const AT_ONCE: u32 = 500;

/// Expires every lead whose time is over; the count of them.
pub fn expire_due(app: &App) -> Result<u32, Error> {
    if nothing_expired(app)? { Ok(0) } else { app.write(expire) }
}

/// Takes back what is still to be told of leads whose time is over, and plans to tell that they expired if that happened
/// while nobody looked (`away`). It archives none of them: that takes longer, and is done when the news is told.
pub fn silence_expired(app: &App, away: bool) -> Result<(), Error> {
    if nothing_expired(app)? {
        return Ok(());
    }
    app.write(|tx, now, _| reminders::replace_by_expiry(tx, now, away))
}

fn nothing_expired(app: &App) -> Result<bool, Error> {
    app.read(|connection, now| Ok(leads::next_expiry(connection)?.is_none_or(|next| next > now)))
}

/// As [`expire_due`], inside a transaction that is already open.
pub fn expire(tx: &Transaction<'_>, now: Timestamp, changes: &mut Changes) -> Result<u32, Error> {
    let planner = Planner::load(tx)?;
    let mut count = 0;
    loop {
        // An import may bring a hundred thousand old ones; they are not held in memory all at once.
        let due = leads::expired_by(tx, now, AT_ONCE)?;
        for before in &due {
            let after = lifecycle::expire(before, now)?;
            let told = Told { action: Action::Expired, actor: &Actor::Hearth, at: before.respond_by, now };
            let after = change::save_by(tx, before, after, &told, &planner, changes)?;
            if let Some(kind) = lifecycle::notice_for(&after) {
                change::notify(tx, &after, kind, now)?;
            }
            undo::withdraw(tx, before.id)?;
            count += 1;
        }
        if due.len() < AT_ONCE as usize {
            return Ok(count);
        }
    }
}
