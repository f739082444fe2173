//! Does what a dry run foresaw, in one transaction: all of it, or nothing.

use std::cell::Cell;

use rusqlite::Transaction;

use super::feed::{Fed, Item, Moment, feed};
use super::foresee::Foreseeing;
use super::report::{FileReport, ImportReport};
use super::write::{Became, NewLeads, Writer};
use super::{Watch, stopped};
use crate::actions::expire_due;
use crate::actions::plan::Planner;
use crate::app::App;
use crate::domain::history::Actor;
use crate::domain::imports::{ImportPhase, Outcome};
use crate::domain::time::Timestamp;
use crate::error::Error;
use crate::exchange::format::Format;
use crate::store::foreseen::Verdict;
use crate::store::search::MOST_PENDING;
use crate::store::sources::Adding;
use crate::store::{history, imports, leads, mappings, reminders, search, settings};

/// After so many rows the progress is told.
const TOLD_EVERY: u64 = 500;

impl Foreseeing {
    /// Imports the files as they were foreseen and decided. `actor` is who asked for it; the history names the files.
    ///
    /// A file that is not what it was is told and not taken. `Cancelled` when `watch` breaks, and nothing is changed then.
    pub fn apply(&self, app: &App, actor: &Actor, watch: Watch<'_>) -> Result<ImportReport, Error> {
        let rows: u64 = self.counts.iter().map(|counts| u64::from(counts.total())).sum();
        // Few words are left to be taken into the index later.
        let with_words: Vec<bool> =
            self.counts.iter().map(|counts| counts.added + counts.doubtful > MOST_PENDING).collect();
        let progress = Progress { watch, rows, in_index: with_words.contains(&true), indexed: Cell::new(0) };
        self.rows.became_nothing(0..u32::MAX)?;
        progress.at(0)?;
        app.write(|tx, now, changes| {
            let planner = Planner::load(tx)?;
            let moment = Moment { now, respond_days: settings::get(tx)?.respond_days, writing: true };
            // What expired here unnoticed is told; what comes in expired is no news.
            reminders::replace_by_expiry(tx, now, true)?;
            let import = imports::begin(tx, actor, now)?;
            let newer = leads::newest(tx)? > self.last_lead;
            let mut reports: Vec<FileReport> = self.files.iter().zip(&self.problems).map(blank).collect();
            let (mut reading, mut done) = (None, 0);
            let mut writer = None;
            feed(&self.files, moment, &with_words, |fed, rows_done| {
                match fed {
                    Fed::Items { file, items, .. } => {
                        if reading != Some(file) {
                            reading = Some(file);
                            imports::mark_place(tx)?;
                            writer = None;
                        }
                        if reports[file].problem.is_some() {
                            return Ok(());
                        }
                        let writer = match &mut writer {
                            Some(writer) => writer,
                            none => none.insert(self.writer(tx, import, file, &planner, now, newer)?),
                        };
                        let first = self.seqs[file].start + rows_of(&reports[file]);
                        let mut verdicts = self.rows.verdicts(first, items.len())?.into_iter();
                        for (seq, item) in (first..).zip(&items) {
                            let seen = verdicts.next().flatten();
                            self.item(writer, seq, item, seen, &mut reports[file], changes)?;
                            done += 1;
                            if done % TOLD_EVERY == 0 {
                                progress.at(done)?;
                            }
                        }
                        // Nobody may read any more.
                        let _ = rows_done.send(items);
                    }
                    Fed::Words { words } => {
                        if let Some(writer) = &mut writer {
                            let new_leads = std::mem::take(&mut writer.new_leads);
                            new_leads.into_index(tx, &words, &mut |terms, of| progress.in_index(done, terms, of))?;
                        }
                    }
                    Fed::Problem { file, problem } => {
                        if reading == Some(file) {
                            writer = None;
                            imports::back_to_place(tx)?;
                            self.rows.became_nothing(self.seqs[file].clone())?;
                        }
                        let name = std::mem::take(&mut reports[file].name);
                        reports[file] = FileReport { name, problem: Some(problem), ..FileReport::default() };
                    }
                    Fed::Done { file } => {
                        if reading == Some(file) {
                            imports::forget_place(tx)?;
                        }
                        if let Some(name) = &self.files[file].saved_mapping {
                            mappings::mark_used(tx, name, now)?;
                        }
                    }
                }
                Ok(())
            })?;
            // What is left: leads that were changed, and the new ones of small files.
            search::take_in_many_told(tx, &mut |terms, of| progress.in_index(rows, terms, of))?;
            progress.at_the_end()?;
            let import_id = imports::finish(tx, import, &reports)?.then_some(import);
            expire_due::expire(tx, now, changes)?;
            Ok(ImportReport { import_id, files: reports })
        })
    }

    fn writer<'a>(
        &'a self,
        tx: &'a Transaction<'a>,
        import: i64,
        file: usize,
        planner: &'a Planner,
        now: Timestamp,
        newer: bool,
    ) -> Result<Writer<'a>, Error> {
        let draft = &self.files[file];
        let actor = Actor::File(draft.name.clone());
        let by = (history::actor_id(tx, &actor)?, history::actor_id(tx, &Actor::Hearth)?);
        Ok(Writer {
            tx,
            import,
            file: &draft.name,
            actor,
            format: draft.opened.as_ref().map_or(Format::Table, |opened| opened.look.format),
            planner,
            now,
            rows: &self.rows,
            last_foreseen: self.last_lead,
            newer,
            adding: Adding::new(tx, &draft.name, now)?,
            by,
            new_leads: NewLeads::default(),
        })
    }

    fn item(
        &self,
        writer: &mut Writer<'_>,
        seq: u32,
        item: &Item,
        seen: Option<Verdict>,
        report: &mut FileReport,
        changes: &mut crate::app::Changes,
    ) -> Result<(), Error> {
        let count = match item {
            Item::SetAside { .. } => &mut report.set_aside,
            Item::Refused { .. } => &mut report.refused,
            Item::Lead(row) => {
                if seen.is_some_and(|seen| seen.outcome == Outcome::Refused) {
                    writer.new_leads.row(None);
                    report.refused += 1;
                    return Ok(());
                }
                let became = writer.row(row, seen.as_ref(), changes)?;
                writer.new_leads.row(if let Became::Added(id) = became { Some(id) } else { None });
                if let Some(lead) = became.lead()
                    && seen.is_some_and(|seen| seen.compared)
                {
                    self.rows.became(seq, lead)?;
                }
                match became {
                    Became::Added(_) => &mut report.added,
                    Became::Updated(_) => &mut report.updated,
                    Became::Unchanged(_) => &mut report.unchanged,
                    Became::LeftOut => &mut report.left_out,
                }
            }
        };
        *count += 1;
        Ok(())
    }
}

/// How far an import is. Where it puts many words into the index, a row whose words are not there yet is seven eighths of one.
struct Progress<'a> {
    watch: Watch<'a>,
    rows: u64,
    in_index: bool,
    /// The words of so many rows are in the index.
    indexed: Cell<u64>,
}

impl Progress<'_> {
    /// So many rows are written.
    fn at(&self, rows: u64) -> Result<(), Error> {
        self.tell(rows, self.indexed.get())
    }

    /// So many rows are written, and so many of the terms of those that were not in the index.
    fn in_index(&self, rows: u64, terms: usize, of: usize) -> Result<(), Error> {
        let before = self.indexed.get();
        let part = u128::from(rows.saturating_sub(before)) * terms as u128 / of.max(1) as u128;
        let indexed = (before + u64::try_from(part).unwrap_or_default()).min(rows);
        if terms == of {
            self.indexed.set(indexed);
        }
        self.tell(rows, indexed)
    }

    fn at_the_end(&self) -> Result<(), Error> {
        self.tell(self.rows, self.rows)
    }

    fn tell(&self, rows: u64, indexed: u64) -> Result<(), Error> {
        let left = if self.in_index { rows.saturating_sub(indexed).div_ceil(8) } else { 0 };
        stopped((self.watch)(ImportPhase::Writing, rows - left, self.rows))
    }
}

fn blank((file, problem): (&super::DraftFile, &Option<crate::exchange::FileProblem>)) -> FileReport {
    FileReport { name: file.name.clone(), problem: problem.clone(), ..FileReport::default() }
}

/// How many rows of a file are done.
fn rows_of(report: &FileReport) -> u32 {
    report.added + report.updated + report.unchanged + report.left_out + report.set_aside + report.refused
}
