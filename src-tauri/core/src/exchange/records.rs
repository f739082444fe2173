//! The records of a CSV text: cells, quotes, and the line on which each record begins, one record after the other.
//!
//! Our own small splitter because the report names that line, and a quote that nobody closed has to be told from a cell
//! that ends with the file; the `csv` crate says neither.

use super::encoding::Text;
use super::report::FileProblem;

/// The widest table that is read.
pub(super) const MAX_COLUMNS: usize = 1000;
/// The longest record, in bytes of UTF-8.
pub(super) const MAX_RECORD: usize = 4 * 1024 * 1024;

/// One record, blank or not. Used again for the next one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Record {
    /// The line of the file on which it begins, from 1; of a workbook the row.
    pub line: u32,
    text: Vec<u8>,
    ends: Vec<usize>,
    /// Cells that are numbers and no texts; only a workbook has them.
    numbers: Vec<usize>,
    /// It had more than [`MAX_RECORD`] bytes, which are gone.
    pub too_long: bool,
    /// It had more than [`MAX_COLUMNS`] cells, the rest of which are gone.
    pub too_wide: bool,
}

impl Record {
    pub fn clear(&mut self, line: u32) {
        self.line = line;
        self.text.clear();
        self.ends.clear();
        self.numbers.clear();
        (self.too_long, self.too_wide) = (false, false);
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// A cell as it stands there; empty where there is none.
    pub fn cell(&self, index: usize) -> &str {
        let Some(end) = self.ends.get(index) else { return "" };
        let start = if index == 0 { 0 } else { self.ends[index - 1] };
        // A file that is changed while it is read may break a letter; nothing of it is kept then.
        std::str::from_utf8(&self.text[start..*end]).unwrap_or_default()
    }

    pub fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|index| self.cell(index))
    }

    pub fn is_blank(&self) -> bool {
        !self.too_long && !self.too_wide && self.cells().all(|cell| cell.trim().is_empty())
    }

    pub fn bytes(&self) -> usize {
        self.text.len()
    }

    pub fn push(&mut self, cell: &str) {
        self.add(cell.as_bytes());
        self.end_cell();
    }

    /// As [`Record::push`], of a cell that is a number.
    pub fn push_number(&mut self, cell: &str) {
        self.numbers.push(self.len());
        self.push(cell);
    }

    pub fn numbers(&self) -> &[usize] {
        &self.numbers
    }

    fn add(&mut self, bytes: &[u8]) {
        if self.text.len() + bytes.len() > MAX_RECORD {
            self.too_long = true;
        }
        if !self.too_long && !self.too_wide {
            self.text.extend_from_slice(bytes);
        }
    }

    fn end_cell(&mut self) {
        if self.ends.len() >= MAX_COLUMNS {
            self.too_wide = true;
        } else {
            self.ends.push(self.text.len());
        }
    }
}

/// The records of a text, one after the other.
pub(super) struct Records {
    text: Text,
    piece: Vec<u8>,
    at: usize,
    delimiter: u8,
    line: u32,
}

impl Records {
    pub fn new(text: Text, delimiter: u8) -> Self {
        Self { text, piece: Vec::new(), at: 0, delimiter, line: 1 }
    }

    pub fn bytes_read(&self) -> u64 {
        self.text.bytes_read()
    }

    fn peek(&mut self) -> Result<Option<u8>, FileProblem> {
        if self.at == self.piece.len() {
            self.piece.clear();
            self.at = 0;
            self.text.fill(&mut self.piece)?;
        }
        Ok(self.piece.get(self.at).copied())
    }

    fn next_is(&mut self, byte: u8) -> Result<bool, FileProblem> {
        let is = self.peek()? == Some(byte);
        self.at += usize::from(is);
        Ok(is)
    }

    /// Puts the bytes before the next one that `ends` into the record.
    fn run(&mut self, record: &mut Record, ends: impl Fn(u8) -> bool) -> (usize, usize) {
        let rest = &self.piece[self.at..];
        let length = rest.iter().position(|b| ends(*b)).unwrap_or(rest.len());
        record.add(&rest[..length]);
        let from = self.at;
        self.at += length;
        (from, self.at)
    }

    /// Reads the next record; false at the end. A quote that is never closed is a file cut off where its record begins.
    pub fn next(&mut self, record: &mut Record) -> Result<bool, FileProblem> {
        record.clear(self.line);
        if self.peek()?.is_none() {
            return Ok(false);
        }
        let delimiter = self.delimiter;
        let (mut in_quotes, mut quoted, mut blank) = (false, false, true);
        loop {
            let Some(byte) = self.peek()? else {
                if in_quotes {
                    return Err(FileProblem::CutOff { line: record.line });
                }
                break;
            };
            if in_quotes {
                match byte {
                    b'"' => {
                        self.at += 1;
                        if self.next_is(b'"')? {
                            record.add(b"\"");
                        } else {
                            in_quotes = false;
                        }
                    }
                    b'\n' | b'\r' => {
                        self.at += 1;
                        record.add(&[byte]);
                        if byte == b'\n' || self.peek()? != Some(b'\n') {
                            self.line = self.line.saturating_add(1);
                        }
                    }
                    _ => {
                        self.run(record, |b| matches!(b, b'"' | b'\n' | b'\r'));
                    }
                }
                continue;
            }
            match byte {
                b'\n' | b'\r' => {
                    self.at += 1;
                    // CRLF is one line break.
                    let _ = byte == b'\r' && self.next_is(b'\n')?;
                    self.line = self.line.saturating_add(1);
                    break;
                }
                b'"' if !quoted && blank => {
                    self.at += 1;
                    // Blanks before it are no part of the cell.
                    let start = record.ends.last().copied().unwrap_or_default();
                    record.text.truncate(start.min(record.text.len()));
                    (in_quotes, quoted, blank) = (true, true, false);
                }
                b'"' => {
                    self.at += 1;
                    record.add(b"\"");
                }
                b if b == delimiter => {
                    self.at += 1;
                    record.end_cell();
                    (quoted, blank) = (false, true);
                }
                _ => {
                    let (from, to) = self.run(record, |b| b == delimiter || matches!(b, b'"' | b'\n' | b'\r'));
                    blank = blank && is_blank(&self.piece[from..to]);
                }
            }
        }
        record.end_cell();
        Ok(true)
    }
}

fn is_blank(bytes: &[u8]) -> bool {
    // Nearly every cell is told by its first byte.
    !bytes.first().is_some_and(u8::is_ascii_graphic) && String::from_utf8_lossy(bytes).trim().is_empty()
}

/// The first record of a text in memory, if its quotes are closed.
pub(super) fn first(text: &str, delimiter: u8) -> Option<Record> {
    let mut record = Record::default();
    Records::new(Text::of(text), delimiter).next(&mut record).ok()?.then_some(record)
}

#[cfg(test)]
#[path = "records_tests.rs"]
mod tests;
