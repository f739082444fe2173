//! The rows that were not taken, written as files in the original columns with the reason beside them. Mended, such a file
//! imports as it is.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use fluent_bundle::FluentValue;
use serde_json::{Map, Value};
use tempfile::NamedTempFile;

use super::foresee::Foreseeing;
use crate::domain::imports::Doubt;
use crate::error::Error;
use crate::exchange::failed::{WHY_NOT, WHY_NOT_KEY, is_reason};
use crate::exchange::format::Format;
use crate::exchange::guard::guarded;
use crate::exchange::{RefusedReason, RefusedRow};
use crate::store::foreseen::KeptRow;
use crate::texts::{Language, Texts};

/// How a file of Hearth's own begins.
const HEARTH_LIST: &str = "{\"hearth\":1,\"leads\":[";
/// So many names that are taken are passed over.
const MOST_TAKEN: usize = 10_000;

/// What of one source file was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FailedFile {
    /// Of the draft's files.
    pub file: u32,
    /// As it may be called: `leads - failed.csv`.
    pub name: String,
    pub rows: u32,
}

impl Foreseeing {
    /// The files that have rows which would not be taken and can be shown: refused ones, and doubtful ones that are left out.
    pub fn failed_rows(&self, texts: &Texts) -> Result<Vec<FailedFile>, Error> {
        let mut failed = Vec::new();
        for (file, seqs) in self.seqs.iter().enumerate() {
            let rows = self.rows.failed(seqs.clone())?;
            if rows > 0 {
                let name = Path::new(&self.files[file].name);
                let stem = name.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                let stem = texts.format("import-failed-name", &[("name", FluentValue::from(stem))]);
                let name = format!("{stem}.{}", self.ending(file));
                failed.push(FailedFile { file: u32::try_from(file).unwrap_or(u32::MAX), name, rows });
            }
        }
        Ok(failed)
    }

    /// Writes those rows: to `target`, and where several files have some, each further one beside it with a number. Nothing but
    /// `target` is written over. The files' names; `NotFound` when there are no such rows.
    pub fn write_failed_rows(&self, target: &Path, texts: &Texts) -> Result<Vec<PathBuf>, Error> {
        let mut written = Vec::new();
        for failed in self.failed_rows(texts)? {
            let file = failed.file as usize;
            let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            // Half a file is never seen under its name, and only its owner can read it.
            let part = tempfile::Builder::new().prefix(".hearth-").suffix(".part").tempfile_in(folder);
            let part = part.map_err(refused)?;
            self.write_file(file, part.as_file(), texts)?;
            let path = if written.is_empty() {
                let ended = target.with_extension(self.ending(file));
                // Whoever was asked, was asked about the name as it was typed.
                let path = if ended.exists() { target.to_owned() } else { ended };
                part.persist(&path).map_err(refused)?;
                path
            } else {
                self.further(file, target, written.len() + 1, part)?
            };
            written.push(path);
        }
        if written.is_empty() { Err(Error::NotFound) } else { Ok(written) }
    }

    /// Puts one more file beside `target`, with the first number from `from` on that is free.
    fn further(&self, file: usize, target: &Path, from: usize, part: NamedTempFile) -> Result<PathBuf, Error> {
        let stem = target.file_stem().unwrap_or_default().to_string_lossy();
        let mut part = part;
        for number in from..from + MOST_TAKEN {
            let path = target.with_file_name(format!("{stem} {number}.{}", self.ending(file)));
            match part.persist_noclobber(&path) {
                Ok(_) => return Ok(path),
                Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => part = error.file,
                Err(error) => return Err(refused(error)),
            }
        }
        Err(refused(std::io::Error::from(std::io::ErrorKind::AlreadyExists)))
    }

    fn is_table(&self, file: usize) -> bool {
        self.files[file].opened.as_ref().is_ok_and(|opened| opened.look.format.is_table())
    }

    fn ending(&self, file: usize) -> &'static str {
        if self.is_table(file) { "csv" } else { "json" }
    }

    fn write_file(&self, file: usize, to: &File, texts: &Texts) -> Result<(), Error> {
        let to = BufWriter::new(to);
        if self.is_table(file) { self.write_table(file, to, texts) } else { self.write_list(file, to, texts) }
    }

    fn write_table(&self, file: usize, mut to: impl Write, texts: &Texts) -> Result<(), Error> {
        // The mark by which spreadsheets know UTF-8.
        to.write_all("\u{feff}".as_bytes()).map_err(refused)?;
        let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).flexible(true).from_writer(to);
        let look = self.files[file].opened.as_ref().map(|opened| &opened.look);
        let mut headings: Vec<String> =
            look.map(|look| look.columns.iter().map(|column| column.heading.clone()).collect()).unwrap_or_default();
        headings.retain(|heading| !is_reason(heading));
        let mut begun = false;
        self.rows.each_failed(self.seqs[file].clone(), |row| {
            let raw = value(row.raw.as_deref())?;
            let Value::Object(cells) = raw else { return Ok(()) };
            if !begun {
                begun = true;
                if headings.is_empty() {
                    headings = cells.keys().filter(|heading| !is_reason(heading)).cloned().collect();
                }
                let reason = match texts.language() {
                    Language::En => WHY_NOT.0,
                    Language::Ko => WHY_NOT.1,
                };
                let headings = headings.iter().map(String::as_str).chain([reason]);
                table.write_record(headings.map(|heading| guarded(heading).into_owned())).map_err(refused)?;
            }
            let mut record: Vec<String> = if is_of_another_width(&row)? {
                cells.values().map(|value| cell(Some(value))).collect()
            } else {
                headings.iter().map(|heading| cell(cells.get(heading))).collect()
            };
            record.push(reason(&row, texts)?);
            table.write_record(record.iter().map(|cell| guarded(cell).into_owned())).map_err(refused)
        })?;
        table.flush().map_err(refused)
    }

    fn write_list(&self, file: usize, mut to: impl Write, texts: &Texts) -> Result<(), Error> {
        // What is Hearth's own is known by the list that it stands in.
        let ours = self.files[file].opened.as_ref().is_ok_and(|opened| opened.look.format == Format::HearthJson);
        let (begin, mut before, end) = if ours { (HEARTH_LIST, "\n", "\n]}\n") } else { ("[", "\n", "\n]\n") };
        to.write_all(begin.as_bytes()).map_err(refused)?;
        self.rows.each_failed(self.seqs[file].clone(), |row| {
            let mut element = match value(row.raw.as_deref())? {
                Value::Object(fields) => fields,
                other => Map::from_iter([("value".to_owned(), other)]),
            };
            element.insert(WHY_NOT_KEY.to_owned(), Value::String(reason(&row, texts)?));
            to.write_all(before.as_bytes()).map_err(refused)?;
            before = ",\n";
            serde_json::to_writer(&mut to, &element).map_err(refused)
        })?;
        to.write_all(end.as_bytes()).and_then(|()| to.flush()).map_err(refused)
    }
}

fn value(raw: Option<&str>) -> Result<Value, Error> {
    serde_json::from_str(raw.unwrap_or("null")).map_err(Error::internal)
}

fn cell(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

/// Whether a row has more or fewer cells than the heading. It is written as it stood, which is refused again: put under the
/// headings it would come in with every cell in the wrong place.
fn is_of_another_width(row: &KeptRow) -> Result<bool, Error> {
    let Some(json) = &row.refused else { return Ok(false) };
    let refused: RefusedRow = serde_json::from_str(json).map_err(Error::internal)?;
    Ok(refused.reason == RefusedReason::WrongCellCount)
}

/// Why a row was not taken, in words, with what is at fault.
fn reason(row: &KeptRow, texts: &Texts) -> Result<String, Error> {
    if let Some(json) = &row.refused {
        let refused: RefusedRow = serde_json::from_str(json).map_err(Error::internal)?;
        let why = texts.text(refusal(refused.reason));
        return Ok(match (refused.column, refused.value.filter(|value| !value.is_empty())) {
            (Some(column), Some(value)) => format!("{why} ({column}: {value})"),
            (Some(text), None) | (None, Some(text)) => format!("{why} ({text})"),
            (None, None) => why,
        });
    }
    Ok(row.foreseen.doubt.as_ref().map(|doubt| left_out(doubt, texts)).unwrap_or_default())
}

fn left_out(doubt: &Doubt, texts: &Texts) -> String {
    let values: Vec<&str> = doubt.matches.iter().map(|one| one.value.as_str()).collect();
    let customer = ("customer", FluentValue::from(doubt.customer.as_str()));
    let values = ("values", FluentValue::from(values.join(", ")));
    match doubt.row {
        // As text, so that it is not grouped as an amount.
        Some(row) => {
            texts.format("import-left-out-row", &[("row", FluentValue::from(row.to_string())), customer, values])
        }
        None => texts.format("import-left-out-lead", &[customer, values]),
    }
}

fn refusal(reason: RefusedReason) -> &'static str {
    match reason {
        RefusedReason::NotALead => "refused-not-a-lead",
        RefusedReason::MissingCustomer => "refused-missing-customer",
        RefusedReason::MissingReceived => "refused-missing-received",
        RefusedReason::UnknownStatus => "refused-unknown-status",
        RefusedReason::UnknownType => "refused-unknown-type",
        RefusedReason::BadDate => "refused-bad-date",
        RefusedReason::BadAmount => "refused-bad-amount",
        RefusedReason::BadCurrency => "refused-bad-currency",
        RefusedReason::TooLong => "refused-too-long",
        RefusedReason::WrongCellCount => "refused-wrong-cell-count",
        RefusedReason::Repeated => "refused-repeated",
        RefusedReason::RowTooLong => "refused-row-too-long",
    }
}

fn refused(error: impl std::fmt::Display) -> Error {
    Error::SystemRefused { detail: error.to_string() }
}
