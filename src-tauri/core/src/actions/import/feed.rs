//! Reads files on a thread of its own, so that a computer with two cores reads one row while it compares another.
//!
//! What can be said of a row without the database is said here. Only some hundred rows are ever under way.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use super::DraftFile;
use crate::domain::duplicates::{Key, keys};
use crate::domain::history::fields;
use crate::domain::imports::fingerprint;
use crate::domain::merge::Told;
use crate::domain::time::Timestamp;
use crate::error::Error;
use crate::exchange::failed::without_reason;
use crate::exchange::{FileProblem, Incoming, RefusedRow, Row};

/// Rows that go over at once.
const BATCH: usize = 64;
/// Batches that may wait to be taken.
const WAITING: usize = 4;

/// A row that is a lead, with what is needed of it.
pub(super) struct Prepared {
    pub incoming: Incoming,
    /// The source's own object, as text.
    pub raw: String,
    pub keys: Vec<Key>,
    /// What only a row that is written needs: the fields as the source told them, and the fingerprint of the lead.
    pub to_write: Option<(Told, i64)>,
}

impl Prepared {
    pub(super) fn told(&self) -> Told {
        self.to_write.as_ref().map_or_else(|| fields(&self.incoming.lead), |(told, _)| told.clone())
    }

    pub(super) fn print(&self) -> i64 {
        self.to_write.as_ref().map_or_else(|| fingerprint(&self.incoming.lead), |(_, print)| *print)
    }
}

pub(super) enum Item {
    Lead(Box<Prepared>),
    SetAside { row: u32, customer: String },
    Refused { refused: RefusedRow, raw: Option<String> },
}

/// What comes of reading.
pub(super) enum Fed {
    /// Rows of a file, and how many bytes of all files are read.
    Items { file: usize, items: Vec<Item>, bytes: u64 },
    /// The file cannot be read any further: nothing of it counts.
    Problem { file: usize, problem: FileProblem },
    /// The file is read to its end.
    Done { file: usize },
}

/// What an import fills in where a file is silent, and whether the rows are to be written.
#[derive(Clone, Copy)]
pub(super) struct Moment {
    pub now: Timestamp,
    pub respond_days: u32,
    pub writing: bool,
}

/// Reads all files that can be read, in their order, and has `take` take what comes of it. Reading ends when `take` fails.
pub(super) fn feed(
    files: &[DraftFile],
    moment: Moment,
    mut take: impl FnMut(Fed) -> Result<(), Error>,
) -> Result<(), Error> {
    std::thread::scope(|scope| {
        let (sender, receiver): (_, Receiver<Fed>) = sync_channel(WAITING);
        scope.spawn(move || read_all(files, moment, &sender));
        for fed in receiver {
            take(fed)?;
        }
        Ok(())
    })
}

/// Ends early, by `None`, when nobody takes what it reads.
fn read_all(files: &[DraftFile], moment: Moment, to: &SyncSender<Fed>) -> Option<()> {
    let mut before = 0;
    for (file, draft) in files.iter().enumerate() {
        let Ok(opened) = &draft.opened else { continue };
        match read(file, draft, before, moment, to)? {
            Ok(()) => to.send(Fed::Done { file }).ok()?,
            Err(problem) => to.send(Fed::Problem { file, problem }).ok()?,
        }
        before += opened.bytes;
    }
    Some(())
}

fn read(
    file: usize,
    draft: &DraftFile,
    before: u64,
    moment: Moment,
    to: &SyncSender<Fed>,
) -> Option<Result<(), FileProblem>> {
    let Ok(opened) = &draft.opened else { return Some(Ok(())) };
    let mut rows = match opened.rows(draft.mapping.as_ref()) {
        Ok(rows) => rows,
        Err(problem) => return Some(Err(problem)),
    };
    let mut items = Vec::with_capacity(BATCH);
    while let Some(row) = rows.next() {
        match row {
            Ok(row) => items.push(prepared(row, moment)),
            Err(problem) => return Some(Err(problem)),
        }
        if items.len() == BATCH {
            let bytes = before + rows.bytes_read();
            to.send(Fed::Items { file, items: std::mem::replace(&mut items, Vec::with_capacity(BATCH)), bytes })
                .ok()?;
        }
    }
    let bytes = before + opened.bytes;
    to.send(Fed::Items { file, items, bytes }).ok()?;
    Some(Ok(()))
}

fn prepared(row: Row, moment: Moment) -> Item {
    match row {
        Row::SetAside { row, customer } => Item::SetAside { row, customer },
        Row::Refused { refused, mut raw } => {
            raw.as_mut().map(without_reason);
            Item::Refused { refused, raw: raw.map(|raw| raw.to_string()) }
        }
        Row::Lead(mut incoming) => {
            incoming.fill_in(moment.now, moment.respond_days);
            without_reason(&mut incoming.raw);
            let raw = std::mem::take(&mut incoming.raw).to_string();
            let keys = keys(&incoming.lead);
            let to_write = moment.writing.then(|| (fields(&incoming.lead), fingerprint(&incoming.lead)));
            Item::Lead(Box::new(Prepared { incoming: *incoming, raw, keys, to_write }))
        }
    }
}
