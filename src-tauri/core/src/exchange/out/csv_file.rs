//! A table as CSV: UTF-8 with a byte order mark, by which spreadsheets know it, and CRLF.

use std::fmt::Write as _;
use std::io::{self, BufWriter, Write};

use csv::{Terminator, WriterBuilder};

use super::table::{Cell, Row, Table};
use super::{Source, Writer};
use crate::domain::lead::Lead;
use crate::domain::time::Timestamp;
use crate::exchange::cells;
use crate::exchange::guard::guarded;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

pub struct CsvFile<W: Write, T> {
    file: csv::Writer<BufWriter<W>>,
    table: T,
    korean: bool,
    buffer: String,
}

impl<W: Write, T: Table> CsvFile<W, T> {
    pub fn begin(place: W, table: T, korean: bool) -> io::Result<Self> {
        let mut place = BufWriter::with_capacity(1 << 16, place);
        place.write_all(BYTE_ORDER_MARK)?;
        let mut file = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(place);
        for (heading, _) in table.headings() {
            file.write_field(heading)?;
        }
        file.write_record(None::<&[u8]>)?;
        Ok(Self { file, table, korean, buffer: String::new() })
    }
}

impl<W: Write, T: Table> Writer for CsvFile<W, T> {
    fn lead(&mut self, lead: &Lead, _: Option<Source<'_>>) -> io::Result<bool> {
        let mut row = Row::default();
        self.table.row(lead, &mut row);
        for cell in &row.cells {
            self.buffer.clear();
            match cell {
                Cell::Empty => {}
                Cell::Text(text) => {
                    self.file.write_field(guarded(text).as_bytes())?;
                    continue;
                }
                Cell::Instant(at) => instant(*at, &mut self.buffer),
                Cell::Date(on) => _ = write!(self.buffer, "{on}"),
                Cell::Amount(money) => self.buffer.push_str(&money.amount()),
                Cell::Flag(flag) => self.buffer.push_str(cells::flag(*flag, self.korean)),
            }
            self.file.write_field(&self.buffer)?;
        }
        self.file.write_record(None::<&[u8]>)?;
        Ok(!row.shortened)
    }

    fn finish(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// ISO 8601 in UTC; the milliseconds only where there are any.
fn instant(at: Timestamp, to: &mut String) {
    let format = if at.as_millis() % 1_000 == 0 { "%Y-%m-%dT%H:%M:%SZ" } else { "%Y-%m-%dT%H:%M:%S%.3fZ" };
    _ = write!(to, "{}", at.utc().format(format));
}
