//! Pauses the alarm until tomorrow morning, and ends that.
//!
//! A pause holds back what a quiet hour would: a warning whose deadline lies inside it is told all the same.

use chrono::Days;

use crate::app::App;
use crate::domain::time::{Date, Timestamp};
use crate::error::Error;
use crate::store::settings;

/// Nothing is told until tomorrow morning; until when that is.
pub fn pause_until_tomorrow(app: &App) -> Result<Timestamp, Error> {
    app.write(|tx, now, changes| {
        let zone = settings::zone(tx)?;
        let today = zone.day(now);
        let tomorrow = today.checked_add_days(Days::new(1)).unwrap_or(today);
        let until = zone.morning(Date(tomorrow));
        settings::save_pause(tx, Some(until))?;
        changes.reminders = true;
        Ok(until)
    })
}

/// Ends the pause: what was held back is told.
pub fn resume(app: &App) -> Result<(), Error> {
    app.write(|tx, _, changes| {
        settings::save_pause(tx, None)?;
        changes.reminders = true;
        Ok(())
    })
}

/// Until when the alarm is paused, if it is.
pub fn paused_until(app: &App) -> Result<Option<Timestamp>, Error> {
    app.read(|connection, now| Ok(settings::paused_until(connection)?.filter(|until| *until > now)))
}
