//! Reads files on a thread of its own, so that a computer with two cores reads one row while it compares another.
//!
//! What can be said of a row without the database is said here, and of many rows the words that they are found by are made ready.
//! Only some hundred rows are ever under way; of those that went over, the words stay until they take some room.

use std::cell::OnceCell;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};

use super::DraftFile;
use crate::domain::duplicates::{Key, keys};
use crate::domain::history::fields;
use crate::domain::imports::fingerprint;
use crate::domain::lead::Lead;
use crate::domain::merge::Told;
use crate::domain::search::Searched;
use crate::domain::time::Timestamp;
use crate::error::Error;
use crate::exchange::failed::without_reason;
use crate::exchange::{FileProblem, Incoming, Raw, RefusedRow, Row};
use crate::store::search::{ROOM, Sorted, Words};
use crate::store::sources::{self, Headings, Packed};

/// Rows that go over at once, or as few as have so many bytes: a row may be as long as a book.
const BATCH: usize = 256;
const BATCH_BYTES: usize = 512 * 1024;
/// Batches that may wait to be taken.
const WAITING: usize = 4;

/// A row that is a lead, with what is needed of it.
pub(super) struct Prepared {
    pub incoming: Incoming,
    /// The source's own object, as text.
    raw: OnceCell<String>,
    /// The row as it stands in the file, where that is more; only for a dry run, which may have to give it back.
    pub whole: Option<String>,
    /// About how many bytes it holds.
    weight: usize,
    pub keys: Vec<Key>,
    /// What only a row that is written needs: the source as it is kept beside the lead, and the lead's fingerprint.
    pub to_write: Option<(Packed, i64)>,
}

impl Prepared {
    /// The source's own object, as text.
    pub(super) fn raw(&self) -> &str {
        self.raw.get_or_init(|| self.incoming.raw.to_text())
    }

    /// The fields as the source told them.
    pub(super) fn told(&self) -> Told {
        fields(&self.incoming.lead)
    }
}

pub(super) enum Item {
    Lead(Box<Prepared>),
    SetAside { row: u32, customer: String },
    Refused { refused: RefusedRow, raw: Option<String> },
}

impl Item {
    /// About how many bytes it holds.
    fn weight(&self) -> usize {
        match self {
            Self::Lead(row) => row.weight,
            Self::SetAside { customer, .. } => customer.len(),
            Self::Refused { raw, .. } => raw.as_ref().map_or(0, String::len),
        }
    }
}

/// What comes of reading.
pub(super) enum Fed {
    /// Rows of a file, and how many bytes of all files are read.
    Items { file: usize, items: Vec<Item>, bytes: u64 },
    /// The words of the rows that are leads since the last words of this file, by their places among those rows.
    Words { words: Box<Sorted> },
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

/// Where rows go that are done with: memory is given back fastest by the thread that took it.
pub(super) type Done = Sender<Vec<Item>>;

/// Reads all files that can be read, in their order, and has `take` take what comes of it. Reading ends when `take` fails.
/// `with_words` says of which files the words are wanted.
pub(super) fn feed(
    files: &[DraftFile],
    moment: Moment,
    with_words: &[bool],
    mut take: impl FnMut(Fed, &Done) -> Result<(), Error>,
) -> Result<(), Error> {
    std::thread::scope(|scope| {
        let (sender, receiver): (_, Receiver<Fed>) = sync_channel(WAITING);
        let (done, back) = channel();
        scope.spawn(move || read_all(files, moment, with_words, &Ends { to: sender, back }));
        for fed in receiver {
            take(fed, &done)?;
        }
        Ok(())
    })
}

/// Of the reading thread: what it has read, and what it gets back.
struct Ends {
    to: SyncSender<Fed>,
    back: Receiver<Vec<Item>>,
}

impl Ends {
    fn send(&self, fed: Fed) -> Option<()> {
        self.back.try_iter().for_each(drop);
        self.to.send(fed).ok()
    }
}

/// Ends early, by `None`, when nobody takes what it reads.
fn read_all(files: &[DraftFile], moment: Moment, with_words: &[bool], to: &Ends) -> Option<()> {
    let mut before = 0;
    for (file, draft) in files.iter().enumerate() {
        let Ok(opened) = &draft.opened else { continue };
        let words = with_words.get(file).copied().unwrap_or_default().then(Words::default);
        match read(file, draft, before, (moment, words), to)? {
            Ok(()) => to.send(Fed::Done { file })?,
            Err(problem) => to.send(Fed::Problem { file, problem })?,
        }
        before += opened.bytes;
    }
    Some(())
}

fn read(
    file: usize,
    draft: &DraftFile,
    before: u64,
    (moment, mut words): (Moment, Option<Words>),
    to: &Ends,
) -> Option<Result<(), FileProblem>> {
    let Ok(opened) = &draft.opened else { return Some(Ok(())) };
    let mut rows = match opened.rows(draft.mapping.as_ref()) {
        Ok(rows) => rows,
        Err(problem) => return Some(Err(problem)),
    };
    let (mut items, mut weight, mut headings) = (Vec::with_capacity(BATCH), 0, None);
    while let Some(row) = rows.next() {
        match row {
            Ok(row) => {
                let item = prepared(row, moment, &mut headings);
                weight += item.weight();
                if let (Some(words), Item::Lead(row)) = (&mut words, &item) {
                    words.add(&Searched::of(&row.incoming.lead));
                }
                items.push(item);
            }
            Err(problem) => return Some(Err(problem)),
        }
        if items.len() == BATCH || weight >= BATCH_BYTES {
            weight = 0;
            let bytes = before + rows.bytes_read();
            to.send(Fed::Items { file, items: std::mem::replace(&mut items, Vec::with_capacity(BATCH)), bytes })?;
            if let Some(full) = words.as_mut().filter(|words| words.room() > ROOM) {
                let words = Box::new(std::mem::take(full).sorted());
                to.send(Fed::Words { words })?;
            }
        }
    }
    let bytes = before + opened.bytes;
    to.send(Fed::Items { file, items, bytes })?;
    if let Some(words) = words {
        to.send(Fed::Words { words: Box::new(words.sorted()) })?;
    }
    Some(Ok(()))
}

fn prepared(row: Row, moment: Moment, headings: &mut Option<Headings>) -> Item {
    match row {
        Row::SetAside { row, customer } => Item::SetAside { row, customer },
        Row::Refused { refused, mut raw } => {
            raw.as_mut().map(without_reason);
            Item::Refused { refused, raw: raw.map(|raw| raw.to_string()) }
        }
        Row::Lead(mut incoming) => {
            incoming.fill_in(moment.now, moment.respond_days);
            incoming.raw.without_reason();
            let whole = incoming.whole.take().filter(|_| !moment.writing).map(|mut whole| {
                without_reason(&mut whole);
                whole.to_string()
            });
            let keys = keys(&incoming.lead);
            let raw = OnceCell::new();
            let weight = incoming.raw.weight() + whole.as_ref().map_or(0, String::len);
            let to_write = moment.writing.then(|| {
                let lead = &incoming.lead;
                (pack(&incoming.raw, lead, headings), fingerprint(lead))
            });
            Item::Lead(Box::new(Prepared { incoming: *incoming, raw, weight, whole, keys, to_write }))
        }
    }
}

/// The source as it is kept beside the lead.
fn pack(raw: &Raw, lead: &Lead, headings: &mut Option<Headings>) -> Packed {
    match raw {
        Raw::Object(object) => sources::pack(object, &raw.to_text(), lead, headings),
        Raw::Cells(cells) => sources::pack_cells(cells.headings(), cells.cells(), || raw.to_text(), lead),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::open_bytes;

    #[test]
    fn few_long_rows_are_under_way_at_once() {
        let notes = "x".repeat(200_000);
        let mut text = "Referral ID,Customer Name,Notes\n".to_owned();
        for row in 0..40 {
            text += &format!("{row},Adatum,{notes}\n");
        }
        let opened = open_bytes("a.csv", text.as_bytes());
        let files = [DraftFile { name: "a.csv".into(), opened, mapping: None, saved_mapping: None }];
        let moment = Moment { now: Timestamp::from_millis(0), respond_days: 14, writing: false };
        let mut rows = 0;
        feed(&files, moment, &[], |fed, _| {
            if let Fed::Items { items, .. } = fed {
                let weight: usize = items.iter().map(Item::weight).sum();
                assert!(weight < 2 * BATCH_BYTES, "memory does not grow with the length of the rows: {weight}");
                rows += items.len();
            }
            Ok(())
        })
        .unwrap();
        assert_eq!(rows, 40, "and none is lost");
    }
}
