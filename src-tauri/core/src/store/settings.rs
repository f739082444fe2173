//! What the user has set: one row of JSON, so that a new setting needs no migration.

use rusqlite::{Connection, OptionalExtension, Transaction};

use super::to_json;
use crate::domain::settings::Settings;
use crate::error::Error;

/// The settings; what was never set, or cannot be read, is at its default.
pub fn get(connection: &Connection) -> Result<Settings, Error> {
    let json: Option<String> = connection
        .prepare_cached("SELECT value FROM settings WHERE key = 'settings'")?
        .query_row([], |row| row.get(0))
        .optional()?;
    Ok(json.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default())
}

pub fn save(tx: &Transaction<'_>, settings: &Settings) -> Result<(), Error> {
    tx.execute("INSERT OR REPLACE INTO settings (key, value) VALUES ('settings', ?1)", [to_json(settings)?])?;
    Ok(())
}
