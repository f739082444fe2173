//! The dry run: what would become of every row, without writing any.
//!
//! The files are read once; what comes of it is kept in a private database (`store::foreseen`), of which the window sees a page at
//! a time and in which the user's decisions are noted. Doing it is `apply`.

use std::borrow::Cow;
use std::ops::Range;

use rusqlite::Connection;

use super::feed::{Fed, Item, Moment, Prepared, feed};
use super::judge::{self, InFile};
use super::report::{ForeseenFile, ForeseenPage, ForeseenRow, ForeseenSummary};
use super::{DraftFile, Watch, stopped};
use crate::app::App;
use crate::domain::history::differences;
use crate::domain::imports::{Counts, Decision, Doubt, Foreseen, ImportPhase, Outcome};
use crate::domain::lead::{LeadId, StageKind};
use crate::domain::overlay::fill_in;
use crate::domain::time::Timestamp;
use crate::error::Error;
use crate::exchange::column::Column;
use crate::exchange::format::Format;
use crate::exchange::{FileProblem, RefusedReason, RefusedRow};
use crate::store::foreseen::{ForeseenRows, NewRow};
use crate::store::{leads, settings};

/// The longest page.
const LONGEST_PAGE: u32 = 200;
/// The longest part of a value or a customer's name that is shown.
const SHOWN: usize = 200;

/// A dry run, with all its rows.
pub struct Foreseeing {
    pub(super) files: Vec<DraftFile>,
    /// By file: its rows' numbers, what would become of them, and why it cannot be taken at all.
    pub(super) seqs: Vec<Range<u32>>,
    pub(super) counts: Vec<Counts>,
    pub(super) problems: Vec<Option<FileProblem>>,
    pub(super) rows: ForeseenRows,
    /// The newest lead that it was compared with.
    pub(super) last_lead: LeadId,
}

impl Foreseeing {
    /// Reads the files and compares every row with the database as it stands. `Cancelled` when `watch` breaks.
    pub fn new(app: &App, files: Vec<DraftFile>, watch: Watch<'_>) -> Result<Self, Error> {
        let folder = app.path().parent().ok_or_else(|| Error::internal("the database lies nowhere"))?;
        let count = files.len();
        let problems = files.iter().map(|file| file.opened.as_ref().err().cloned()).collect();
        let mut foreseeing = Self {
            files,
            seqs: vec![1..1; count],
            counts: vec![Counts::default(); count],
            problems,
            rows: ForeseenRows::create(folder)?,
            last_lead: 0,
        };
        app.read(|connection, now| foreseeing.compare(connection, now, watch))?;
        foreseeing.rows.complete()?;
        Ok(foreseeing)
    }

    fn compare(&mut self, connection: &Connection, now: Timestamp, watch: Watch<'_>) -> Result<(), Error> {
        let moment = Moment { now, respond_days: settings::get(connection)?.respond_days, writing: false };
        self.last_lead = leads::newest(connection)?;
        let total = self.files.iter().filter_map(|file| file.opened.as_ref().ok()).map(|opened| opened.bytes).sum();
        stopped(watch(ImportPhase::Comparing, 0, total))?;
        let files = std::mem::take(&mut self.files);
        let mut next = 1;
        let compared = feed(&files, moment, &[], |fed, rows_done| {
            match fed {
                Fed::Items { file, items, bytes } => {
                    if self.seqs[file].is_empty() {
                        self.seqs[file] = next..next;
                    }
                    let known = Compared { connection, draft: &files[file], file, now };
                    for item in &items {
                        let outcome = self.row(&known, next, item)?;
                        self.counts[file].add(outcome);
                        next += 1;
                        self.seqs[file].end = next;
                    }
                    // Nobody may read any more.
                    let _ = rows_done.send(items);
                    stopped(watch(ImportPhase::Comparing, bytes, total))?;
                }
                Fed::Problem { file, problem } => {
                    if !self.seqs[file].is_empty() {
                        next = self.seqs[file].start;
                        self.rows.forget_from(next)?;
                    }
                    self.seqs[file] = next..next;
                    self.counts[file] = Counts::default();
                    self.problems[file] = Some(problem);
                }
                Fed::Words { .. } | Fed::Done { .. } => {}
            }
            Ok(())
        });
        self.files = files;
        compared
    }

    fn row(&mut self, with: &Compared<'_>, seq: u32, item: &Item) -> Result<Outcome, Error> {
        let (row, outcome, foreseen, refused, raw, other) = match item {
            Item::SetAside { row, customer } => (*row, Outcome::SetAside, about(customer), None, None, None),
            Item::Refused { refused, raw } => {
                let refused = Some(Cow::Borrowed(refused));
                (
                    refused.as_ref().map_or(0, |refused| refused.row),
                    Outcome::Refused,
                    Foreseen::default(),
                    refused,
                    raw.as_deref(),
                    None,
                )
            }
            Item::Lead(prepared) => {
                let row = prepared.incoming.row;
                let (outcome, foreseen, refused, other) = self.lead(with, seq, prepared)?;
                let shown = matches!(outcome, Outcome::Refused | Outcome::Doubtful);
                let raw = shown.then(|| prepared.whole.as_deref().unwrap_or_else(|| prepared.raw()));
                (row, outcome, foreseen, refused.map(Cow::Owned), raw, other)
            }
        };
        self.rows.add(&NewRow {
            seq,
            file: u32::try_from(with.file).unwrap_or(u32::MAX),
            row,
            outcome,
            other,
            foreseen: &foreseen,
            refused: refused.map(|refused| serde_json::to_string(&*refused).map_err(Error::internal)).transpose()?,
            raw,
        })?;
        Ok(outcome)
    }

    fn lead(
        &mut self,
        with: &Compared<'_>,
        seq: u32,
        row: &Prepared,
    ) -> Result<(Outcome, Foreseen, Option<RefusedRow>, Option<u32>), Error> {
        let mut foreseen = about(&row.incoming.lead.customer.name);
        if let Some(refused) = self.repeated(with, seq, row)? {
            return Ok((Outcome::Refused, foreseen, Some(refused), None));
        }
        if let Some(id) = judge::known(with.connection, row)? {
            if judge::has_identity(row) && self.rows.first_with(InFile::Known(id).key(), seq, true)?.is_some() {
                return Ok((Outcome::Refused, foreseen, Some(with.refused(row, None)), None));
            }
            foreseen.lead = Some(id);
            let change = judge::change(with.connection, id, row, &with.draft.name, with.format(), with.now)?;
            let outcome = match change {
                Some(change) if change.after != change.before => {
                    foreseen.changes = differences(&change.before, &change.after);
                    Outcome::Updated
                }
                _ => Outcome::Unchanged,
            };
            return Ok((outcome, foreseen, None, None));
        }
        if !judge::has_identity(row) && self.rows.first_with(InFile::Row(row.raw()).key(), seq, true)?.is_some() {
            // The same row to the letter, as two exports that were joined have it.
            return Ok((Outcome::Unchanged, foreseen, None, None));
        }
        let further_up = self.further_up(seq, row)?;
        let mut is_archived = false;
        let doubt = match with.alike(self.last_lead, row)? {
            Some((id, matches)) => {
                let lead = leads::get(with.connection, id)?;
                is_archived = lead.stage.kind() == StageKind::Archived;
                foreseen.changes = differences(&lead, &fill_in(&lead, &row.incoming.lead));
                Some((Some(id), None, lead.customer.name, matches))
            }
            None => match further_up {
                Some((other, matches)) => {
                    let (number, customer) = self.rows.row_and_customer(other)?;
                    Some((None, Some((other, number)), customer, matches))
                }
                None => None,
            },
        };
        let Some((lead, other, customer, matches)) = doubt else { return Ok((Outcome::Added, foreseen, None, None)) };
        foreseen.doubt = Some(Doubt {
            lead,
            row: other.map(|(_, number)| number),
            customer: shown(&customer),
            matches,
            decision: judge::proposed(row, is_archived),
        });
        Ok((Outcome::Doubtful, foreseen, None, other.map(|(seq, _)| seq)))
    }

    /// Whether a row further up says that it is the same lead.
    fn repeated(&mut self, with: &Compared<'_>, seq: u32, row: &Prepared) -> Result<Option<RefusedRow>, Error> {
        let lead = &row.incoming.lead;
        if let Some(referral_id) = &lead.referral_id
            && self.rows.first_with(InFile::Referral(referral_id).key(), seq, true)?.is_some()
        {
            return Ok(Some(with.refused(row, Some((Column::ReferralId, referral_id.clone())))));
        }
        if lead.hearth_id.is_given()
            && self.rows.first_with(InFile::Hearth(lead.hearth_id.0).key(), seq, true)?.is_some()
        {
            return Ok(Some(with.refused(row, Some((Column::HearthId, lead.hearth_id.to_string())))));
        }
        Ok(None)
    }

    /// The first row further up that an unknown row has something in common with; what this one has is noted.
    fn further_up(
        &mut self,
        seq: u32,
        row: &Prepared,
    ) -> Result<Option<(u32, Vec<crate::domain::duplicates::Match>)>, Error> {
        let mut found: Option<(u32, Vec<_>)> = None;
        for key in &row.keys {
            let Some(first) = self.rows.first_with(InFile::Key(key).key(), seq, true)? else { continue };
            match &mut found {
                Some((other, matches)) if *other == first => matches.push(key.told()),
                Some(_) => {}
                // A row has each of its keys once, but is not like itself.
                None if first != seq => found = Some((first, vec![key.told()])),
                None => {}
            }
        }
        Ok(found)
    }

    pub fn summary(&self) -> Result<ForeseenSummary, Error> {
        let mut counts = Counts::default();
        self.counts.iter().for_each(|file| counts.add_all(file));
        let files = self.files.iter().zip(&self.counts).zip(&self.problems);
        let files = files
            .map(|((file, counts), problem)| ForeseenFile {
                name: file.name.clone(),
                counts: *counts,
                problem: problem.clone(),
            })
            .collect();
        let [add, fill_in, leave_out] = self.rows.decided()?;
        Ok(ForeseenSummary { counts, files, add, fill_in, leave_out })
    }

    /// Rows `offset` and on, at most `limit` and 200: of one file or all, with one outcome or any.
    pub fn page(
        &self,
        file: Option<u32>,
        outcome: Option<Outcome>,
        offset: u32,
        limit: u32,
    ) -> Result<ForeseenPage, Error> {
        let (seqs, counts) = match file {
            Some(file) => {
                let file = file as usize;
                let seqs = self.seqs.get(file).ok_or(Error::NotFound)?.clone();
                (seqs, self.counts[file])
            }
            None => {
                let mut all = Counts::default();
                self.counts.iter().for_each(|file| all.add_all(file));
                (1..u32::MAX, all)
            }
        };
        let total = outcome.map_or_else(|| counts.total(), |outcome| counts.of(outcome));
        let kept = self.rows.page(seqs, outcome, offset, limit.min(LONGEST_PAGE))?;
        let rows = kept
            .into_iter()
            .map(|row| {
                Ok(ForeseenRow {
                    file: row.file,
                    row: row.row,
                    outcome: row.outcome,
                    foreseen: row.foreseen,
                    refused: row
                        .refused
                        .map(|json| serde_json::from_str(&json).map_err(Error::internal))
                        .transpose()?,
                })
            })
            .collect::<Result<_, Error>>()?;
        Ok(ForeseenPage { rows, offset, total })
    }

    /// Decides what becomes of a doubtful row, by file and row, or of all of them. `NotFound` when there is none.
    pub fn decide(&mut self, row: Option<(u32, u32)>, decision: Decision) -> Result<(), Error> {
        match self.rows.decide(row, decision)? {
            0 if row.is_some() => Err(Error::NotFound),
            _ => Ok(()),
        }
    }
}

/// What a row is compared with.
struct Compared<'a> {
    connection: &'a Connection,
    draft: &'a DraftFile,
    file: usize,
    now: Timestamp,
}

impl Compared<'_> {
    fn format(&self) -> Format {
        self.draft.opened.as_ref().map_or(Format::Table, |opened| opened.look.format)
    }

    fn alike(
        &self,
        last_lead: LeadId,
        row: &Prepared,
    ) -> Result<Option<(LeadId, Vec<crate::domain::duplicates::Match>)>, Error> {
        if last_lead == 0 { Ok(None) } else { judge::alike(self.connection, row) }
    }

    /// A row that says it is a lead that stood further up.
    fn refused(&self, row: &Prepared, by: Option<(Column, String)>) -> RefusedRow {
        let (column, value) = by.unzip();
        RefusedRow {
            row: row.incoming.row,
            column: column.and_then(|column| self.heading(column)),
            value: value.map(|value| shown(&value)),
            reason: RefusedReason::Repeated,
        }
    }

    /// What the file calls a column.
    fn heading(&self, column: Column) -> Option<String> {
        let look = &self.draft.opened.as_ref().ok()?.look;
        let mapping = self.draft.mapping.as_ref().or(look.mapping.as_ref());
        let mapped = mapping.and_then(|mapping| mapping.columns.iter().find(|mapped| mapped.column == Some(column)));
        match (mapped, look.format, column) {
            (Some(mapped), ..) => Some(mapped.heading.clone()),
            (None, Format::PartnerCenterJson, Column::ReferralId) => Some("id".to_owned()),
            _ => None,
        }
    }
}

fn about(customer: &str) -> Foreseen {
    Foreseen { customer: shown(customer), ..Foreseen::default() }
}

fn shown(text: &str) -> String {
    text.chars().take(SHOWN).collect()
}
