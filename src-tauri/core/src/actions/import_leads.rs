//! Brings files of leads in, in one transaction: all that is good in them, or, on an error, nothing.
//!
//! A lead that is known already is merged (see `domain::merge`): by its referral id, or, without one, by being exactly the
//! same object as was imported before. What a row means is read in `exchange`.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use rusqlite::Transaction;
use serde::{Deserialize, Serialize};

use super::change::{self, Told};
use super::{expire_due, plan};
use crate::app::{App, Changes};
use crate::domain::history::{Action, Actor, fields};
use crate::domain::lead::{Lead, LeadId};
use crate::domain::merge;
use crate::domain::time::Timestamp;
use crate::error::Error;
use crate::exchange::{self, FileProblem, Incoming, Row};
use crate::store::sources::{self, Source};
use crate::store::{leads, outbox, reminders, settings};

/// The largest file that is read, in bytes. Partner Center gives out at most 5,000 leads, some 20 MB of JSON; a file is
/// held in memory while it is read.
pub const LARGEST_FILE: u64 = 64 * 1024 * 1024;

/// What an import did, file by file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ImportReport {
    /// By which it can be taken back; `None` when nothing was written.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub import_id: Option<i64>,
    pub files: Vec<FileReport>,
}

/// What became of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FileReport {
    pub name: String,
    /// Why nothing of this file was taken; the counts are 0 then.
    pub problem: Option<FileProblem>,
    pub added: u32,
    pub updated: u32,
    pub unchanged: u32,
    /// Doubtful rows that were left out.
    pub left_out: u32,
    /// Co-sell opportunities, which are no leads.
    pub set_aside: u32,
    pub refused: u32,
}

/// Imports `paths` in one transaction.
///
/// A file that cannot be read as a whole is reported and does not keep the others out; an error of the database keeps
/// everything out.
pub fn import_files(app: &App, paths: &[PathBuf]) -> Result<ImportReport, Error> {
    // Reading and parsing take the most time and need no lock.
    let files: Vec<_> = paths.iter().map(|path| (file_name(path), read_file(path))).collect();
    app.write(|tx, now, changes| {
        let days = settings::get(tx)?.respond_days;
        // What expired here unnoticed is told; what comes in expired is no news.
        reminders::replace_by_expiry(tx, now, true)?;
        let mut report = ImportReport { import_id: None, files: Vec::new() };
        for (name, rows) in files {
            report.files.push(match rows {
                Ok(rows) => import_rows(tx, name, rows, days, now, changes)?,
                Err(problem) => FileReport { name, problem: Some(problem), ..FileReport::default() },
            });
        }
        expire_due::expire(tx, now, changes)?;
        Ok(report)
    })
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

fn read_file(path: &Path) -> Result<Vec<Row>, FileProblem> {
    let bytes = read_bytes(path)?;
    Ok(exchange::read(&file_name(path), &bytes)?.rows)
}

/// The whole file, unless it is larger than [`LARGEST_FILE`], which is found out without reading it.
fn read_bytes(path: &Path) -> Result<Vec<u8>, FileProblem> {
    let unreadable = |error: std::io::Error| FileProblem::Unreadable { message: error.to_string() };
    let too_large = |bytes| FileProblem::TooLarge { bytes, limit: LARGEST_FILE };
    // A named pipe or a device would keep us waiting forever.
    if !std::fs::metadata(path).map_err(unreadable)?.is_file() {
        return Err(FileProblem::NotLeads);
    }
    let mut file = File::open(path).map_err(unreadable)?;
    let size = file.metadata().map_err(unreadable)?.len();
    if size > LARGEST_FILE {
        return Err(too_large(size));
    }
    let mut bytes = Vec::new();
    // It may grow while it is read.
    file.by_ref().take(LARGEST_FILE + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > LARGEST_FILE { Err(too_large(bytes.len() as u64)) } else { Ok(bytes) }
}

fn import_rows(
    tx: &Transaction<'_>,
    name: String,
    rows: Vec<Row>,
    respond_days: u32,
    now: Timestamp,
    changes: &mut Changes,
) -> Result<FileReport, Error> {
    let mut report = FileReport { name, ..FileReport::default() };
    for row in rows {
        match row {
            Row::SetAside { .. } => report.set_aside += 1,
            Row::Refused { .. } => {
                report.refused += 1;
            }
            Row::Lead(mut incoming) => {
                incoming.fill_in(now, respond_days);
                let count = match import_lead(tx, *incoming, &report.name, now, changes)? {
                    Became::Added => &mut report.added,
                    Became::Updated => &mut report.updated,
                    Became::Unchanged => &mut report.unchanged,
                };
                *count += 1;
            }
        }
    }
    Ok(report)
}

enum Became {
    Added,
    Updated,
    Unchanged,
}

fn import_lead(
    tx: &Transaction<'_>,
    incoming: Incoming,
    file_name: &str,
    now: Timestamp,
    changes: &mut Changes,
) -> Result<Became, Error> {
    let raw = incoming.raw.to_string();
    let known = match &incoming.lead.referral_id {
        Some(referral_id) => leads::by_referral(tx, referral_id)?,
        None => sources::lead_of(tx, &raw)?.map(|id| leads::get(tx, id)).transpose()?,
    };
    let mut source = Source { file_name: file_name.to_owned(), raw, told: fields(&incoming.lead) };
    let actor = Actor::File(file_name.to_owned());
    match known {
        None => {
            let id = add(tx, &incoming.lead, &actor, now)?;
            sources::save(tx, id, &source, now)?;
            changes.lead(id);
            Ok(Became::Added)
        }
        Some(ours) => {
            let before = sources::of_lead(tx, ours.id)?;
            if before.as_ref().is_some_and(|before| before.raw == source.raw) {
                return Ok(Became::Unchanged);
            }
            let base = before.map(|before| before.told).unwrap_or_default();
            // What this file does not speak of, the source last told as it did before.
            for (field, value) in &mut source.told {
                let told = base.iter().find(|(told, _)| told == field);
                if !incoming.known.contains(field)
                    && let Some((_, told)) = told
                {
                    value.clone_from(told);
                }
            }
            sources::save(tx, ours.id, &source, now)?;
            let merged = merge::merge(&ours, &base, &incoming.lead, &incoming.known, now);
            if merged == ours {
                return Ok(Became::Unchanged);
            }
            if merged.stage != ours.stage {
                // What we were about to tell somebody is no longer so.
                outbox::withdraw(tx, ours.id, now)?;
            }
            let told = Told { action: Action::Updated, actor: &actor, at: now, now };
            change::save_silently(tx, &ours, merged, &told, changes)?;
            Ok(Became::Updated)
        }
    }
}

fn add(tx: &Transaction<'_>, lead: &Lead, actor: &Actor, now: Timestamp) -> Result<LeadId, Error> {
    let id = leads::insert(tx, lead)?;
    let lead = leads::get(tx, id)?;
    change::append(tx, &lead, &Told { action: Action::Received, actor, at: lead.received_at, now }, &[])?;
    change::append(tx, &lead, &Told { action: Action::Imported, actor, at: now, now }, &[])?;
    plan::of_lead(tx, &lead, now)?;
    Ok(id)
}
