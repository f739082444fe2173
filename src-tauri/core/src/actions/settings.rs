//! What the user has set, and what follows from it.

use super::plan;
use crate::app::App;
use crate::domain::settings::Settings;
use crate::error::Error;
use crate::store::settings;
use crate::texts::Language;

pub fn get(app: &App) -> Result<Settings, Error> {
    app.read(|connection, _| settings::get(connection))
}

pub fn save(app: &App, new: &Settings) -> Result<(), Error> {
    app.write(|tx, now, changes| {
        let before = settings::get(tx)?;
        settings::save(tx, new)?;
        changes.settings = true;
        if before.alarm != new.alarm {
            changes.reminders = true;
            plan::of_all(tx, now)?;
        }
        Ok(())
    })
}

/// The language the user has chosen, or the system's.
pub fn language(app: &App) -> Result<Language, Error> {
    Ok(Language::of(get(app)?.language, app.system_locale()))
}
