//! A database as a file: copied whole, looked over, made ready to be moved.
//!
//! These work on a path and not through the gate, since they are for files that must not be upgraded, or cannot be opened.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::{leads, migrate, open, search, settings};
use crate::domain::duplicates::{KEY_RULES, KeyKind, keys};
use crate::error::Error;

/// So many lines of damage say enough.
const MOST_DAMAGE: u32 = 20;
/// How long another program that has the database open is waited for.
const PATIENCE: Duration = Duration::from_secs(2);

/// What a database file says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Identity {
    pub hearths: bool,
    pub version: u32,
}

/// What was found in a database.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    pub leads: u32,
    /// SQLite's own words.
    pub damage: Vec<String>,
    /// Rows that point to a row that is not there.
    pub dangling: u32,
    /// Leads of which the search would find something else than is in them.
    pub stale_search: u32,
    /// Leads whose duplicates would be looked for by something else than is in them.
    pub stale_keys: u32,
}

/// Copies the database at `from`, as it stands at one instant, into `to`, which is empty or not there. Whoever writes
/// meanwhile is not disturbed.
pub fn copy(from: &Path, to: &Path) -> Result<(), Error> {
    let to = to.to_str().ok_or_else(|| Error::SystemRefused { detail: "the path is not Unicode".to_owned() })?;
    open::open_reader(from, open::BUSY_TIMEOUT)?.execute("VACUUM INTO ?1", [to])?;
    Ok(())
}

/// Whose database it is, without changing a byte of it.
pub fn identity(path: &Path) -> Result<Identity, Error> {
    let connection = open::open_reader(path, open::BUSY_TIMEOUT)?;
    Ok(Identity { hearths: migrate::is_hearths(&connection)?, version: migrate::version(&connection)? })
}

/// Looks through a database: each page, each reference, and, of one that needs no upgrade, whether what is looked up says
/// what the leads say.
pub fn check(path: &Path) -> Result<Findings, Error> {
    let mut connection = open::open_reader(path, open::BUSY_TIMEOUT)?;
    let tx = connection.transaction()?;
    let mut findings = Findings::default();
    let lines: Vec<String> = tx
        .prepare(&format!("PRAGMA integrity_check({MOST_DAMAGE})"))?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    findings.damage = lines.into_iter().filter(|line| line != "ok").collect();
    findings.dangling = tx.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
    findings.leads = tx.query_row("SELECT count(*) FROM leads", [], |row| row.get(0))?;
    if migrate::version(&tx)? == migrate::KNOWN && findings.damage.is_empty() {
        compare(&tx, &mut findings)?;
    }
    Ok(findings)
}

fn compare(connection: &Connection, findings: &mut Findings) -> Result<(), Error> {
    let mut there = connection.prepare("SELECT kind, key FROM match_keys WHERE lead_id = ?1")?;
    let keyed = settings::key_rules(connection)? == Some(KEY_RULES);
    leads::each(connection, |lead| {
        if keyed {
            let wanted: BTreeSet<(u8, String)> = keys(&lead)
                .into_iter()
                .filter(|key| key.kind != KeyKind::ReferralId)
                .map(|key| (key.kind as u8, key.text))
                .collect();
            let there: BTreeSet<(u8, String)> =
                there.query_map([lead.id], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
            findings.stale_keys += u32::from(wanted != there);
        }
        Ok(())
    })?;
    // What was merged away is found by nothing.
    let sql = "SELECT count(DISTINCT lead_id) FROM match_keys JOIN leads ON id = lead_id WHERE merged_into IS NOT NULL";
    findings.stale_keys += connection.query_row(sql, [], |row| row.get::<_, u32>(0))?;
    if search::is_current(connection)? {
        findings.stale_search = search::stale(connection)?;
    }
    Ok(())
}

/// Folds the journal of a database in, so that it is one file that can be moved. `Busy` while another program has it open.
pub fn fold_in(path: &Path) -> Result<(), Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    let mode: String = connection.pragma_update_and_check(None, "journal_mode", "DELETE", |row| row.get(0))?;
    if mode == "delete" { Ok(()) } else { Err(Error::Busy) }
}
