//! A table as a workbook with real types: amounts that add up, days and instants that sort, yes and no.
//!
//! Instants are in UTC and say so. Rows go to a temporary file of the library's as they come.

use std::borrow::Cow;
use std::io::{self, Seek, Write};

use chrono::NaiveDate;
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::table::{Cell, Kind, Row, Table};
use super::{Source, Writer};
use crate::domain::lead::Lead;
use crate::domain::money::Money;
use crate::domain::time::{Date, Timestamp};
use crate::exchange::cells;

/// The longest text that a cell of a workbook holds, in UTF-16 units.
const MAX_TEXT: usize = 32_767;
const MILLIS_A_DAY: f64 = 86_400_000.0;
/// How many rows of the workbook's calendar lie before 1970.
const DAYS_TO_1970: f64 = 25_569.0;

pub struct Xlsx<W, T> {
    place: W,
    workbook: Workbook,
    table: T,
    columns: u16,
    rows: u32,
    formats: Formats,
}

struct Formats {
    instant: Format,
    date: Format,
    /// By the number of decimals.
    amounts: [Format; 5],
}

impl<W: Write + Seek + Send, T: Table> Xlsx<W, T> {
    pub fn begin(place: W, table: T, korean: bool) -> io::Result<Self> {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet_with_constant_memory().map_err(failed)?;
        let headings = table.headings();
        let bold = Format::new().set_bold();
        sheet.set_name(if korean { "잠재 고객" } else { "Leads" }).map_err(failed)?;
        let mut columns = 0;
        for (heading, kind) in &headings {
            sheet.set_column_width(columns, width(*kind, heading)).map_err(failed)?;
            sheet.write_string_with_format(0, columns, heading, &bold).map_err(failed)?;
            columns += 1;
        }
        sheet.set_freeze_panes(1, 0).map_err(failed)?;
        let formats = Formats {
            instant: Format::new().set_num_format("yyyy\\-mm\\-dd hh:mm:ss \"UTC\""),
            date: Format::new().set_num_format("yyyy\\-mm\\-dd"),
            amounts: ["#,##0", "#,##0.0", "#,##0.00", "#,##0.000", "#,##0.0000"]
                .map(|format| Format::new().set_num_format(format)),
        };
        Ok(Self { place, workbook, table, columns, rows: 1, formats })
    }
}

impl<W: Write + Seek + Send, T: Table> Writer for Xlsx<W, T> {
    fn lead(&mut self, lead: &Lead, _: Option<Source<'_>>) -> io::Result<bool> {
        let mut row = Row::default();
        self.table.row(lead, &mut row);
        let sheet = self.workbook.worksheet_from_index(0).map_err(failed)?;
        for (column, cell) in (0..self.columns).zip(&row.cells) {
            row.shortened |= write(sheet, self.rows, column, cell, &self.formats).map_err(failed)?;
        }
        self.rows += 1;
        Ok(!row.shortened)
    }

    fn finish(&mut self) -> io::Result<()> {
        let sheet = self.workbook.worksheet_from_index(0).map_err(failed)?;
        sheet.autofilter(0, 0, self.rows - 1, self.columns.saturating_sub(1)).map_err(failed)?;
        self.workbook.save_to_writer(&mut self.place).map_err(failed)?;
        self.place.flush()
    }
}

/// Whether the text had to be shortened.
fn write(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell<'_>, formats: &Formats) -> Result<bool, XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => {
            let fitting = fitting(text);
            sheet.write_string(row, column, &*fitting)?;
            return Ok(fitting.len() < text.len());
        }
        Cell::Instant(at) => match day_number(at.utc().date_naive(), *at) {
            Some(number) => _ = sheet.write_number_with_format(row, column, number, &formats.instant)?,
            None => _ = sheet.write_string(row, column, at.to_string())?,
        },
        Cell::Date(on) => match date_number(*on) {
            Some(number) => _ = sheet.write_number_with_format(row, column, number, &formats.date)?,
            None => _ = sheet.write_string(row, column, on.to_string())?,
        },
        Cell::Amount(money) => {
            let decimals = money.currency.exponent().min(4) as usize;
            sheet.write_number_with_format(row, column, amount(money), &formats.amounts[decimals])?;
        }
        Cell::Flag(flag) => _ = sheet.write_boolean(row, column, *flag)?,
    }
    Ok(false)
}

/// As much of `text` as a cell holds.
fn fitting(text: &str) -> Cow<'_, str> {
    // A text of that many bytes has no more units than that.
    if text.len() <= MAX_TEXT || text.encode_utf16().count() <= MAX_TEXT {
        return text.into();
    }
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units < MAX_TEXT
    };
    cells::cut(text, text.chars().take_while(fits).count() + 1)
}

/// Fifteen digits of minor units are exact in a workbook's numbers.
#[expect(clippy::cast_precision_loss, reason = "an amount has at most fifteen digits")]
fn amount(money: &Money) -> f64 {
    money.minor as f64 / 10_f64.powi(money.currency.exponent().cast_signed())
}

/// An instant as days since 1900, as a workbook counts. Its calendar begins in March 1900 without a mistake and ends in 9999.
#[expect(clippy::cast_precision_loss, reason = "the milliseconds of a day in ten thousand years are exact")]
fn day_number(day: NaiveDate, at: Timestamp) -> Option<f64> {
    use chrono::Datelike;
    (1901..9999).contains(&day.year()).then(|| at.as_millis() as f64 / MILLIS_A_DAY + DAYS_TO_1970)
}

fn date_number(on: Date) -> Option<f64> {
    let midnight = on.0.and_hms_opt(0, 0, 0)?.and_utc().timestamp_millis();
    day_number(on.0, Timestamp::from_millis(midnight))
}

fn width(kind: Kind, heading: &str) -> f64 {
    let heading = heading.chars().map(|c| if c.is_ascii() { 1.1 } else { 2.0 }).sum::<f64>() + 3.0;
    let usual = match kind {
        Kind::Text => 18.0,
        Kind::LongText => 40.0,
        Kind::Id => 20.0,
        Kind::Instant => 24.0,
        Kind::Date => 12.0,
        Kind::Amount => 16.0,
        Kind::Flag => 8.0,
    };
    heading.max(usual)
}

fn failed(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) => error,
        error => io::Error::other(error),
    }
}
