//! Does what a dry run foresaw, in one transaction: all of it, or nothing.

use rusqlite::Transaction;

use super::feed::{Fed, Item, Moment, feed};
use super::foresee::Foreseeing;
use super::report::{FileReport, ImportReport};
use super::write::{Became, Writer};
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
use crate::store::sources::Adding;
use crate::store::{history, imports, leads, mappings, reminders, settings};

/// After so many rows the progress is told.
const TOLD_EVERY: u64 = 500;

impl Foreseeing {
    /// Imports the files as they were foreseen and decided. `actor` is who asked for it; the history names the files.
    ///
    /// A file that is not what it was is told and not taken. `Cancelled` when `watch` breaks, and nothing is changed then.
    pub fn apply(&self, app: &App, actor: &Actor, watch: Watch<'_>) -> Result<ImportReport, Error> {
        let total = self.counts.iter().map(|counts| u64::from(counts.total())).sum();
        self.rows.became_nothing(0..u32::MAX)?;
        stopped(watch(ImportPhase::Writing, 0, total))?;
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
            feed(&self.files, moment, |fed, rows_done| {
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
                                stopped(watch(ImportPhase::Writing, done, total))?;
                            }
                        }
                        // Nobody may read any more.
                        let _ = rows_done.send(items);
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
            stopped(watch(ImportPhase::Writing, total, total))?;
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
                    report.refused += 1;
                    return Ok(());
                }
                let became = writer.row(row, seen.as_ref(), changes)?;
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

fn blank((file, problem): (&super::DraftFile, &Option<crate::exchange::FileProblem>)) -> FileReport {
    FileReport { name: file.name.clone(), problem: problem.clone(), ..FileReport::default() }
}

/// How many rows of a file are done.
fn rows_of(report: &FileReport) -> u32 {
    report.added + report.updated + report.unchanged + report.left_out + report.set_aside + report.refused
}
