//! The rows of a dry run, in a private database of their own that goes with it, so that a file of any size needs no more memory
//! than a small one.
//!
//! It lies beside the real database, since a folder for temporary files is everybody's, and leads are nobody's business. Where
//! the system allows it, its name is gone as soon as it is open; what a crash leaves elsewhere goes with the next start.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hasher};
use std::ops::Range;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension, Row};

use super::{from_json, to_json};
use crate::domain::imports::{Decision, Foreseen, Outcome};
use crate::domain::lead::LeadId;
use crate::error::Error;

const PREFIX: &str = ".dry-run-";
/// So many keys are looked up in memory, some 20 MB; all further ones in the database.
const KEYS_IN_MEMORY: usize = 400_000;

const SCHEMA: &str = "
CREATE TABLE rows (
  seq      INTEGER PRIMARY KEY, -- in the order of the files, from 1
  file     INTEGER NOT NULL,
  row      INTEGER NOT NULL,
  outcome  INTEGER NOT NULL,
  decision INTEGER,             -- of a doubtful row
  other    INTEGER,             -- the seq of the row further up that a doubtful one may be the same as
  lead     INTEGER,
  customer TEXT    NOT NULL,
  foreseen TEXT,                -- JSON, where there is more to it than customer and lead
  refused  TEXT,                -- JSON
  raw      TEXT,
  became   INTEGER              -- the lead that an import has made of it
) STRICT;
CREATE INDEX rows_by_outcome ON rows (outcome, seq);
CREATE INDEX rows_doubtful ON rows (file, row) WHERE decision IS NOT NULL;
CREATE INDEX rows_compared ON rows (other) WHERE other IS NOT NULL;
CREATE TABLE keys (key INTEGER PRIMARY KEY, seq INTEGER NOT NULL) STRICT;
BEGIN;
";

/// A row to be kept.
#[derive(Debug)]
pub struct NewRow<'a> {
    pub seq: u32,
    pub file: u32,
    pub row: u32,
    pub outcome: Outcome,
    pub other: Option<u32>,
    pub foreseen: &'a Foreseen,
    /// JSON.
    pub refused: Option<String>,
    pub raw: Option<&'a str>,
}

/// A row that was kept.
#[derive(Debug)]
pub struct KeptRow {
    pub seq: u32,
    pub file: u32,
    pub row: u32,
    pub outcome: Outcome,
    pub foreseen: Foreseen,
    pub refused: Option<String>,
    pub raw: Option<String>,
}

/// What was said of a row, in short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    pub outcome: Outcome,
    pub decision: Option<Decision>,
    /// The lead that it was compared with.
    pub lead: Option<LeadId>,
    /// The row further up that it was compared with.
    pub other: Option<u32>,
    pub became: Option<LeadId>,
    /// Whether a row further down was compared with this one.
    pub compared: bool,
}

pub struct ForeseenRows {
    connection: Connection,
    /// Where it lies, if its name could not be taken away.
    path: Option<PathBuf>,
    keys: HashMap<u64, u32>,
}

impl ForeseenRows {
    /// An empty one in `folder`.
    pub fn create(folder: &Path) -> Result<Self, Error> {
        let number = std::hash::RandomState::new().build_hasher().finish();
        let path = folder.join(format!("{PREFIX}{number:016x}.db"));
        private_file(&path)?;
        let connection = Connection::open(&path)?;
        // Nothing in it has to survive anything.
        connection.pragma_update(None, "journal_mode", "OFF")?;
        connection.pragma_update(None, "synchronous", "OFF")?;
        connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
        connection.pragma_update(None, "cache_size", -16_000)?;
        connection.pragma_update(None, "temp_store", "MEMORY")?;
        connection.set_prepared_statement_cache_capacity(32);
        connection.execute_batch(SCHEMA)?;
        let path = if cfg!(unix) && std::fs::remove_file(&path).is_ok() { None } else { Some(path) };
        Ok(Self { connection, path, keys: HashMap::new() })
    }

    pub fn add(&self, new: &NewRow<'_>) -> Result<(), Error> {
        let foreseen = new.foreseen;
        let more = !foreseen.changes.is_empty() || foreseen.doubt.is_some();
        self.connection
            .prepare_cached(
                "INSERT INTO rows (seq, file, row, outcome, decision, other, lead, customer, foreseen, refused, raw) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            )?
            .execute((
                new.seq,
                new.file,
                new.row,
                outcome_number(new.outcome),
                foreseen.doubt.as_ref().map(|doubt| decision_number(doubt.decision)),
                new.other,
                foreseen.lead.or(foreseen.doubt.as_ref().and_then(|doubt| doubt.lead)),
                &foreseen.customer,
                if more { Some(to_json(foreseen)?) } else { None },
                &new.refused,
                new.raw,
            ))?;
        Ok(())
    }

    /// The row that has this key first, if one further up has it; else `seq` has it from now on, where `claim` says so.
    pub fn first_with(&mut self, key: u64, seq: u32, claim: bool) -> Result<Option<u32>, Error> {
        if let Some(first) = self.keys.get(&key) {
            return Ok(Some(*first));
        }
        let full = self.keys.len() >= KEYS_IN_MEMORY;
        if full {
            let first = self
                .connection
                .prepare_cached("SELECT seq FROM keys WHERE key = ?1")?
                .query_row([key.cast_signed()], |row| row.get(0))
                .optional()?;
            if first.is_some() {
                return Ok(first);
            }
        }
        if claim && full {
            let mut insert = self.connection.prepare_cached("INSERT INTO keys (key, seq) VALUES (?1, ?2)")?;
            insert.execute((key.cast_signed(), seq))?;
        } else if claim {
            self.keys.insert(key, seq);
        }
        Ok(None)
    }

    /// Forgets all rows from `seq` on: the file that they stood in is not what it was.
    pub fn forget_from(&mut self, seq: u32) -> Result<(), Error> {
        self.keys.retain(|_, first| *first < seq);
        self.connection.execute("DELETE FROM keys WHERE seq >= ?1", [seq])?;
        self.connection.execute("DELETE FROM rows WHERE seq >= ?1", [seq])?;
        Ok(())
    }

    /// The file of rows is complete; its keys are not needed any more.
    pub fn complete(&mut self) -> Result<(), Error> {
        self.keys = HashMap::new();
        self.connection.execute_batch("COMMIT; DROP TABLE keys")?;
        Ok(())
    }

    /// Of a row further up: its number, and its customer.
    pub fn row_and_customer(&self, seq: u32) -> Result<(u32, String), Error> {
        let mut statement = self.connection.prepare_cached("SELECT row, customer FROM rows WHERE seq = ?1")?;
        Ok(statement.query_row([seq], |row| Ok((row.get(0)?, row.get(1)?)))?)
    }

    /// Rows `offset` to `offset + limit` of those in `seqs` with an outcome, or of all in it.
    pub fn page(
        &self,
        seqs: Range<u32>,
        outcome: Option<Outcome>,
        offset: u32,
        limit: u32,
    ) -> Result<Vec<KeptRow>, Error> {
        const COLUMNS: &str =
            "SELECT seq, file, row, outcome, decision, lead, customer, foreseen, refused, raw FROM rows";
        match outcome {
            Some(outcome) => {
                let sql =
                    format!("{COLUMNS} WHERE outcome = ?1 AND seq >= ?2 AND seq < ?3 ORDER BY seq LIMIT ?4 OFFSET ?5");
                let mut statement = self.connection.prepare_cached(&sql)?;
                let args = (outcome_number(outcome), seqs.start, seqs.end, limit, offset);
                let rows = statement.query_map(args, kept)?.collect::<Result<_, _>>()?;
                Ok(rows)
            }
            None => {
                // The numbers have no gaps.
                let from = seqs.start.saturating_add(offset);
                let sql = format!("{COLUMNS} WHERE seq >= ?1 AND seq < ?2 ORDER BY seq LIMIT ?3");
                let mut statement = self.connection.prepare_cached(&sql)?;
                let rows = statement.query_map((from, seqs.end, limit), kept)?.collect::<Result<_, _>>()?;
                Ok(rows)
            }
        }
    }

    pub fn verdict(&self, seq: u32) -> Result<Option<Verdict>, Error> {
        Ok(self.verdicts(seq, 1)?.into_iter().next().flatten())
    }

    /// What was said of `count` rows from `seq` on; `None` where there is no such row.
    pub fn verdicts(&self, seq: u32, count: usize) -> Result<Vec<Option<Verdict>>, Error> {
        let mut verdicts = vec![None; count];
        let end = seq.saturating_add(u32::try_from(count).unwrap_or(u32::MAX));
        let place = |other: u32| usize::try_from(other - seq).unwrap_or(usize::MAX);
        let mut statement = self.connection.prepare_cached(
            "SELECT seq, outcome, decision, lead, other, became FROM rows WHERE seq >= ?1 AND seq < ?2",
        )?;
        let mut rows = statement.query((seq, end))?;
        while let Some(row) = rows.next()? {
            verdicts[place(row.get(0)?)] = Some(Verdict {
                outcome: outcome_of(row.get(1)?),
                decision: row.get::<_, Option<u8>>(2)?.map(decision_of),
                lead: row.get(3)?,
                other: row.get(4)?,
                became: row.get(5)?,
                compared: false,
            });
        }
        let sql = "SELECT DISTINCT other FROM rows WHERE other >= ?1 AND other < ?2";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query((seq, end))?;
        while let Some(row) = rows.next()? {
            if let Some(verdict) = &mut verdicts[place(row.get(0)?)] {
                verdict.compared = true;
            }
        }
        Ok(verdicts)
    }

    /// Decides what becomes of a doubtful row, or of all; how many rows that are.
    pub fn decide(&self, row: Option<(u32, u32)>, decision: Decision) -> Result<usize, Error> {
        let number = decision_number(decision);
        Ok(match row {
            Some((file, row)) => self.connection.execute(
                "UPDATE rows SET decision = ?3 WHERE file = ?1 AND row = ?2 AND decision IS NOT NULL",
                (file, row, number),
            )?,
            None => self.connection.execute("UPDATE rows SET decision = ?1 WHERE decision IS NOT NULL", [number])?,
        })
    }

    /// How many doubtful rows are to be added, filled in and left out.
    pub fn decided(&self) -> Result<[u32; 3], Error> {
        let mut counts = [0; 3];
        let mut statement = self
            .connection
            .prepare_cached("SELECT decision, count(*) FROM rows WHERE decision IS NOT NULL GROUP BY decision")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            counts[usize::from(decision_number(decision_of(row.get(0)?)))] = row.get(1)?;
        }
        Ok(counts)
    }

    /// Notes which lead an import has made of a row that others are compared with.
    pub fn became(&self, seq: u32, lead: LeadId) -> Result<(), Error> {
        self.connection.prepare_cached("UPDATE rows SET became = ?2 WHERE seq = ?1")?.execute((seq, lead))?;
        Ok(())
    }

    /// Forgets what was made of the rows `seqs`: it was taken back, and its number may be another lead's next.
    pub fn became_nothing(&self, seqs: Range<u32>) -> Result<(), Error> {
        let sql = "UPDATE rows SET became = NULL WHERE became IS NOT NULL AND seq >= ?1 AND seq < ?2";
        self.connection.execute(sql, (seqs.start, seqs.end))?;
        Ok(())
    }

    /// Calls `each` with every row of `seqs` that was not taken and can be shown: refused, or doubtful and left out.
    pub fn each_failed(
        &self,
        seqs: Range<u32>,
        mut each: impl FnMut(KeptRow) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let sql = "SELECT seq, file, row, outcome, decision, lead, customer, foreseen, refused, raw FROM rows \
                   WHERE seq >= ?1 AND seq < ?2 AND raw IS NOT NULL AND (outcome = ?3 OR decision = ?4) ORDER BY seq";
        let mut statement = self.connection.prepare_cached(sql)?;
        let args = (seqs.start, seqs.end, outcome_number(Outcome::Refused), decision_number(Decision::LeaveOut));
        let mut rows = statement.query(args)?;
        while let Some(row) = rows.next()? {
            each(kept(row)?)?;
        }
        Ok(())
    }

    /// How many rows [`ForeseenRows::each_failed`] has.
    pub fn failed(&self, seqs: Range<u32>) -> Result<u32, Error> {
        let sql = "SELECT count(*) FROM rows WHERE seq >= ?1 AND seq < ?2 AND raw IS NOT NULL \
                   AND (outcome = ?3 OR decision = ?4)";
        let args = (seqs.start, seqs.end, outcome_number(Outcome::Refused), decision_number(Decision::LeaveOut));
        Ok(self.connection.prepare_cached(sql)?.query_row(args, |row| row.get(0))?)
    }
}

impl Drop for ForeseenRows {
    fn drop(&mut self) {
        if let Some(path) = &self.path {
            // Elsewhere an open file cannot be removed.
            if let Ok(none) = Connection::open_in_memory() {
                drop(std::mem::replace(&mut self.connection, none));
            }
            if let Err(error) = std::fs::remove_file(path) {
                log::warn!("a dry run's file is left: {error}");
            }
        }
    }
}

/// Removes what dry runs left in `folder` that were never ended. One that is still at work keeps what it needs: where an open
/// file can be removed, it lives on without a name; elsewhere it cannot be removed.
pub fn remove_stray(folder: &Path) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with(PREFIX) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

/// Makes an empty file that only its owner can read.
fn private_file(path: &Path) -> Result<(), Error> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let unopened =
        |error: std::io::Error| Error::Unopened { path: path.display().to_string(), detail: error.to_string() };
    options.open(path).map(drop).map_err(unopened)
}

fn kept(row: &Row<'_>) -> rusqlite::Result<KeptRow> {
    let mut foreseen: Foreseen = match row.get_ref(7)?.as_str_or_null()? {
        Some(json) => from_json(7, json)?,
        None => Foreseen { customer: row.get(6)?, lead: row.get(5)?, ..Foreseen::default() },
    };
    if let (Some(doubt), Some(decision)) = (&mut foreseen.doubt, row.get::<_, Option<u8>>(4)?) {
        doubt.decision = decision_of(decision);
    }
    Ok(KeptRow {
        seq: row.get(0)?,
        file: row.get(1)?,
        row: row.get(2)?,
        outcome: outcome_of(row.get(3)?),
        foreseen,
        refused: row.get(8)?,
        raw: row.get(9)?,
    })
}

const OUTCOMES: [Outcome; 6] =
    [Outcome::Added, Outcome::Updated, Outcome::Unchanged, Outcome::Doubtful, Outcome::SetAside, Outcome::Refused];
const DECISIONS: [Decision; 3] = [Decision::Add, Decision::FillIn, Decision::LeaveOut];

fn outcome_number(outcome: Outcome) -> u8 {
    outcome as u8
}

fn outcome_of(number: u8) -> Outcome {
    OUTCOMES.get(usize::from(number)).copied().unwrap_or(Outcome::Refused)
}

fn decision_number(decision: Decision) -> u8 {
    decision as u8
}

fn decision_of(number: u8) -> Decision {
    DECISIONS.get(usize::from(number)).copied().unwrap_or(Decision::LeaveOut)
}
