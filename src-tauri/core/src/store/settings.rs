//! What the user has set: one row of JSON, so that a new setting needs no migration. Beside it, what the alarm has to
//! remember: a pause, and the time zone that the plan was made for; the folder that is watched; how the desk is laid out.

use rusqlite::{Connection, OptionalExtension, Transaction};

use super::to_json;
use crate::domain::settings::Settings;
use crate::domain::time::Timestamp;
use crate::domain::views::DeskLayout;
use crate::domain::zone::Zone;
use crate::error::Error;

const SETTINGS: &str = "settings";
const PAUSED_UNTIL: &str = "pausedUntil";
const ZONE: &str = "zone";
const KEY_RULES: &str = "keyRules";
const TERM_RULES: &str = "termRules";
const WATCHED_FOLDER: &str = "watchedFolder";
const DESK_LAYOUT: &str = "deskLayout";

/// The settings; what was never set, or cannot be read, is at its default.
pub fn get(connection: &Connection) -> Result<Settings, Error> {
    Ok(value(connection, SETTINGS)?.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default())
}

pub fn save(tx: &Transaction<'_>, settings: &Settings) -> Result<(), Error> {
    put(tx, SETTINGS, &to_json(settings)?)
}

/// Until when the user has paused the alarm; an instant that is over has no more meaning.
pub fn paused_until(connection: &Connection) -> Result<Option<Timestamp>, Error> {
    Ok(value(connection, PAUSED_UNTIL)?.and_then(|millis| millis.parse().ok()).map(Timestamp::from_millis))
}

pub fn save_pause(tx: &Transaction<'_>, until: Option<Timestamp>) -> Result<(), Error> {
    match until {
        Some(until) => put(tx, PAUSED_UNTIL, &until.as_millis().to_string()),
        None => {
            tx.execute("DELETE FROM settings WHERE key = ?1", [PAUSED_UNTIL])?;
            Ok(())
        }
    }
}

/// The time zone that the plan was made for: the one that the user is in. UTC until it was asked for the first time.
pub fn zone(connection: &Connection) -> Result<Zone, Error> {
    Ok(value(connection, ZONE)?.and_then(|name| Zone::parse(&name)).unwrap_or(Zone::UTC))
}

pub fn save_zone(tx: &Transaction<'_>, zone: Zone) -> Result<(), Error> {
    put(tx, ZONE, &zone.to_string())
}

/// By which rules the keys of the leads were made; `None` before they ever were.
pub fn key_rules(connection: &Connection) -> Result<Option<u32>, Error> {
    Ok(value(connection, KEY_RULES)?.and_then(|rules| rules.parse().ok()))
}

pub fn save_key_rules(tx: &Transaction<'_>, rules: u32) -> Result<(), Error> {
    put(tx, KEY_RULES, &rules.to_string())
}

/// By which rules the words of the leads were indexed; `None` before they ever were.
pub fn term_rules(connection: &Connection) -> Result<Option<u32>, Error> {
    Ok(value(connection, TERM_RULES)?.and_then(|rules| rules.parse().ok()))
}

pub fn save_term_rules(tx: &Transaction<'_>, rules: u32) -> Result<(), Error> {
    put(tx, TERM_RULES, &rules.to_string())
}

/// The folder whose files are imported by themselves, as its action wrote it down.
pub fn watched_folder<T: serde::de::DeserializeOwned>(connection: &Connection) -> Result<Option<T>, Error> {
    Ok(value(connection, WATCHED_FOLDER)?.and_then(|json| serde_json::from_str(&json).ok()))
}

pub fn save_watched_folder(tx: &Transaction<'_>, folder: &impl serde::Serialize) -> Result<(), Error> {
    put(tx, WATCHED_FOLDER, &to_json(folder)?)
}

/// How the desk is laid out; what was never saved, or cannot be read, is as it comes.
pub fn desk_layout(connection: &Connection) -> Result<DeskLayout, Error> {
    Ok(value(connection, DESK_LAYOUT)?.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default())
}

pub fn save_desk_layout(tx: &Transaction<'_>, layout: &DeskLayout) -> Result<(), Error> {
    put(tx, DESK_LAYOUT, &to_json(layout)?)
}

fn value(connection: &Connection, key: &str) -> Result<Option<String>, Error> {
    Ok(connection
        .prepare_cached("SELECT value FROM settings WHERE key = ?1")?
        .query_row([key], |row| row.get(0))
        .optional()?)
}

fn put(tx: &Transaction<'_>, key: &str, value: &str) -> Result<(), Error> {
    tx.prepare_cached("INSERT OR REPLACE INTO settings (key, value) VALUES (?1, ?2)")?.execute((key, value))?;
    Ok(())
}
