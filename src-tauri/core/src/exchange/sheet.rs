//! The rows of a workbook's first sheet that holds a table, one after the other, as texts.
//!
//! The workbook is checked by `bomb` before the library opens it. The library lends its rows, so it runs on a thread of its own
//! and hands them over in small batches; it stops when nobody takes them any more.

use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use calamine::{DataRef, Reader, Xlsx};

use super::records::{MAX_COLUMNS, Record};
use super::report::FileProblem;
use super::source::{ReadSeek, Source};
use super::{bomb, guess};

/// A batch goes when it has this many rows or bytes.
const BATCH: usize = 64;
const BATCH_BYTES: usize = 128 * 1024;
/// Sheets that are looked at for a table.
const SHEETS: usize = 20;
/// Rows of a sheet among which its heading is looked for, and cells.
const HEADING_WITHIN: u32 = 10;
const CELLS_LOOKED_AT: u32 = 20_000;

type Batch = Result<Vec<Record>, FileProblem>;
type Book = Xlsx<BufReader<Counted>>;

pub(super) struct SheetRows {
    batches: Receiver<Batch>,
    batch: std::vec::IntoIter<Record>,
    read: Arc<AtomicU64>,
    size: u64,
}

impl SheetRows {
    /// Starts to read. Fails when it is no workbook, or one that is not read.
    pub fn new(source: &Source) -> Result<Self, FileProblem> {
        bomb::check(source)?;
        let (size, _) = source.state()?;
        let read = Arc::new(AtomicU64::new(0));
        let reader = Counted { reader: source.reader()?, read: Arc::clone(&read) };
        let (sender, batches) = sync_channel(2);
        let work = move || {
            let run = || rows(reader, &sender);
            // A damaged workbook must not end more than itself.
            let result = catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_| Err(bad("damaged")));
            if let Err(problem) = result {
                // Whoever no longer listens does not want to know.
                let _ = sender.send(Err(problem));
            }
        };
        std::thread::Builder::new().name("workbook".to_owned()).spawn(work).map_err(super::source::unreadable)?;
        Ok(Self { batches, batch: Vec::new().into_iter(), read, size })
    }

    pub fn bytes_read(&self) -> u64 {
        self.read.load(Ordering::Relaxed).min(self.size)
    }

    pub fn next(&mut self, record: &mut Record) -> Result<bool, FileProblem> {
        loop {
            if let Some(next) = self.batch.next() {
                *record = next;
                return Ok(true);
            }
            match self.batches.recv() {
                Ok(batch) => self.batch = batch?.into_iter(),
                Err(_) => return Ok(false),
            }
        }
    }
}

fn bad(message: &str) -> FileProblem {
    FileProblem::BadWorkbook { message: message.chars().take(300).collect() }
}

fn rows(reader: Counted, sender: &SyncSender<Batch>) -> Result<(), FileProblem> {
    let mut book: Book = Xlsx::new(BufReader::new(reader)).map_err(|error| match error {
        calamine::XlsxError::Password => FileProblem::Locked,
        error => bad(&error.to_string()),
    })?;
    let Some(name) = sheet(&mut book) else { return Err(FileProblem::Empty) };
    let mut cells = book.worksheet_cells_reader(&name).map_err(|error| bad(&error.to_string()))?;
    let (mut batch, mut bytes, mut told) = (Vec::with_capacity(BATCH), 0, 0_u64);
    let mut record = Record::default();
    record.clear(0);
    while let Some(cell) = cells.next_cell().map_err(|error| bad(&error.to_string()))? {
        let (row, column) = cell.get_position();
        let (line, column) = (row.saturating_add(1), column as usize);
        if line != record.line {
            if record.line != 0 {
                bytes += record.bytes();
                batch.push(std::mem::take(&mut record));
                if batch.len() >= BATCH || bytes >= BATCH_BYTES {
                    bytes = 0;
                    if sender.send(Ok(std::mem::take(&mut batch))).is_err() {
                        return Ok(());
                    }
                }
            }
            record.clear(line);
        }
        // A long text that a million cells share is a bomb too.
        told += length(cell.get_value());
        if told > bomb::MAX_UNPACKED {
            return Err(FileProblem::TooLargeInside { limit: bomb::MAX_UNPACKED });
        }
        let text = text(cell.get_value());
        if text.is_empty() {
            continue;
        }
        while record.len() < column.min(MAX_COLUMNS) {
            record.push("");
        }
        // A second cell in one place is none.
        if record.len() <= column {
            match cell.get_value() {
                DataRef::Int(_) | DataRef::Float(_) => record.push_number(&text),
                _ => record.push(&text),
            }
        }
    }
    if record.line != 0 {
        batch.push(record);
    }
    // The end is told by hanging up.
    let _ = sender.send(Ok(batch));
    Ok(())
}

/// The first sheet with headings that are known, else the first with anything in it.
fn sheet(book: &mut Book) -> Option<String> {
    let mut any = None;
    for name in book.sheet_names().into_iter().take(SHEETS) {
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else { continue };
        let (mut line, mut known, mut seen, mut rows) = (0, 0, false, 0);
        let mut looked_at = 0;
        while let Ok(Some(cell)) = cells.next_cell() {
            if length(cell.get_value()) == 0 {
                continue;
            }
            looked_at += 1;
            let row = cell.get_position().0;
            if !seen || row != line {
                rows += 1;
                (line, known) = (row, 0);
            }
            seen = true;
            let short = length(cell.get_value()) < 200;
            known += u32::from(short && guess::is_heading(&text(cell.get_value())));
            if known >= 2 {
                return Some(name);
            }
            if rows > HEADING_WITHIN || looked_at > CELLS_LOOKED_AT {
                break;
            }
        }
        if seen && any.is_none() {
            any = Some(name);
        }
    }
    any
}

/// About how long a cell is as text; 0 where there is none.
fn length(value: &DataRef<'_>) -> u64 {
    match value {
        DataRef::String(text) => text.len() as u64,
        DataRef::SharedString(text) => text.len() as u64,
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.len() as u64,
        DataRef::Error(_) | DataRef::Empty => 0,
        DataRef::Int(_) | DataRef::Float(_) | DataRef::Bool(_) | DataRef::DateTime(_) => 8,
    }
}

/// A cell as text: days as ISO, numbers as a person typed them.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => plain(*number),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(flag) => flag.to_string(),
        DataRef::DateTime(at) if at.is_datetime() => {
            let (year, month, day, hour, minute, second, milli) = at.to_ymd_hms_milli();
            let date = format!("{year:04}-{month:02}-{day:02}");
            match (hour, minute, second, milli) {
                (0, 0, 0, 0) => date,
                (_, _, _, 0) => format!("{date}T{hour:02}:{minute:02}:{second:02}"),
                _ => format!("{date}T{hour:02}:{minute:02}:{second:02}.{milli:03}"),
            }
        }
        DataRef::DateTime(at) => plain(at.as_f64()),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// Fifteen digits are what a spreadsheet shows; the rest is noise.
fn plain(number: f64) -> String {
    format!("{number:.14e}").parse::<f64>().unwrap_or(number).to_string()
}

/// Counts what is read of the file, for the progress.
struct Counted {
    reader: Box<dyn ReadSeek>,
    read: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.reader.read(buffer)?;
        self.read.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}

impl Seek for Counted {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.reader.seek(to)
    }
}
