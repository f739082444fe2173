//! Partner Center's bulk CSV, with English or Korean headers in any order. Source: domain.md 2.2.
//!
//! The file as a whole: its delimiter, its header, its rows. What the headers are called is in `columns`, how text becomes
//! cells in `records`, and how a row becomes a lead in `csv_row`.

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::columns::{Column, missing};
use super::records::{OpenQuote, Record, records};
use super::report::{FileProblem, RefusedReason};
use super::values::{self, Fault};
use super::{Incoming, Row};
use crate::domain::text::clean;

pub(super) fn read(text: &str) -> Result<Vec<Row>, FileProblem> {
    let (delimiter, skipped) = delimiter(text);
    let mut all = records(text, delimiter).skip(skipped).filter(|r| !matches!(r, Ok(record) if record.is_blank()));
    let cut_off = |open: OpenQuote| FileProblem::CutOff { line: open.line };
    let header = match all.next() {
        None => return Err(FileProblem::NotLeads),
        Some(Err(open)) if Column::named(text.lines().next().unwrap_or_default()).is_some() => {
            return Err(cut_off(open));
        }
        Some(Err(_)) => return Err(FileProblem::NotLeads),
        Some(Ok(record)) => Header::of(unwrapped(record, delimiter, None).cells),
    };
    let found: Vec<Column> = header.columns.iter().map(|(column, _)| *column).collect();
    if found.is_empty() {
        return Err(FileProblem::NotLeads);
    }
    let korean = header.names.iter().any(|name| name.chars().any(|c| matches!(c, '\u{ac00}'..='\u{d7a3}')));
    let missing = missing(&found, korean);
    if !missing.is_empty() {
        return Err(FileProblem::MissingColumns { columns: missing });
    }
    all.map(|record| {
        let record = unwrapped(record.map_err(cut_off)?, delimiter, Some(header.names.len()));
        Ok(Cells { header: &header, record: &record }.read())
    })
    .collect()
}

/// The delimiter whose header has the most known columns, and how many records stand before that header.
fn delimiter(text: &str) -> (char, usize) {
    // Excel's own way to name the delimiter, in a line of its own.
    if let Some(rest) = text.get(..4).filter(|s| s.eq_ignore_ascii_case("sep=")).map(|_| &text[4..])
        && let Some(c @ (',' | ';' | '\t')) = rest.chars().next()
    {
        return (c, 1);
    }
    let known = |delimiter: char| {
        let first = records(text, delimiter).find(|r| !matches!(r, Ok(record) if record.is_blank()));
        let header = first.and_then(Result::ok).map(|r| unwrapped(r, delimiter, None).cells).unwrap_or_default();
        header.iter().filter(|name| Column::named(name).is_some()).count()
    };
    let best = [';', '\t', ','].into_iter().max_by_key(|delimiter| known(*delimiter));
    (best.unwrap_or(','), 0)
}

/// A record that stands as a whole in one quoted cell, as if it had been encoded twice, taken apart once more.
fn unwrapped(record: Record, delimiter: char, expected: Option<usize>) -> Record {
    let [cell] = record.cells.as_slice() else { return record };
    if !cell.contains(delimiter) {
        return record;
    }
    match records(cell, delimiter).next() {
        Some(Ok(inner)) if expected.is_none_or(|count| inner.cells.len() == count) => {
            Record { line: record.line, cells: inner.cells }
        }
        _ => record,
    }
}

pub(super) struct Header {
    /// Every column's name, no two alike.
    names: Vec<String>,
    columns: Vec<(Column, usize)>,
}

impl Header {
    fn of(mut cells: Vec<String>) -> Self {
        while cells.len() > 1 && cells.last().is_some_and(|cell| cell.trim().is_empty()) {
            cells.pop();
        }
        let mut names: Vec<String> = Vec::with_capacity(cells.len());
        let mut seen = HashSet::new();
        let mut columns: Vec<(Column, usize)> = Vec::new();
        for (index, cell) in cells.iter().enumerate() {
            let name = clean(cell);
            let repeats = |c: Column| matches!(c, Column::Solution | Column::TeamMember);
            if let Some(column) = Column::named(&name)
                && (repeats(column) || columns.iter().all(|(known, _)| *known != column))
            {
                columns.push((column, index));
            }
            let plain = !name.is_empty() && seen.insert(name.clone());
            names.push(if plain { name } else { format!("{name} ({})", index + 1) });
        }
        Self { names, columns }
    }
}

/// A row under its header.
pub(super) struct Cells<'a> {
    header: &'a Header,
    record: &'a Record,
}

impl<'a> Cells<'a> {
    fn read(&self) -> Row {
        let row = self.record.line;
        let count = self.header.names.len();
        let cells = &self.record.cells;
        let refused = |fault: Fault| Row::Refused { refused: fault.in_row(row), raw: Some(self.raw()) };
        let surplus = cells.get(count..).is_some_and(|rest| rest.iter().any(|cell| !cell.trim().is_empty()));
        if cells.len() < count || surplus {
            return refused(Fault::new(RefusedReason::WrongCellCount));
        }
        match self.lead() {
            Ok(None) => {
                let name: String = self.get(Column::CustomerName).unwrap_or_default().chars().take(200).collect();
                Row::SetAside { row, customer: self.line_of(&name) }
            }
            Ok(Some((lead, known, respond_by_given))) => {
                Row::Lead(Box::new(Incoming { row, lead, known, respond_by_given, raw: self.raw() }))
            }
            Err(fault) => refused(fault),
        }
    }

    fn line_of(&self, name: &str) -> String {
        values::line(name, "").ok().flatten().unwrap_or_default()
    }

    fn raw(&self) -> Value {
        let pairs = self.header.names.iter().cloned().zip(self.record.cells.iter().cloned().map(Value::String));
        Value::Object(pairs.collect::<Map<_, _>>())
    }

    pub fn line(&self, column: Column) -> Result<Option<String>, Fault> {
        self.get(column).map_or(Ok(None), |text| values::line(text, self.name(column)))
    }

    pub fn id(&self, column: Column) -> Result<Option<String>, Fault> {
        self.get(column).map_or(Ok(None), |text| values::id(text, self.name(column)))
    }

    pub fn has(&self, column: Column) -> bool {
        self.header.columns.iter().any(|(known, _)| *known == column)
    }

    /// The header of a column as the file writes it.
    pub fn name(&self, column: Column) -> &'a str {
        self.at(column).next().map_or("", |index| self.header.names[index].as_str())
    }

    /// What stands in a column's cell; blanks are nothing.
    pub fn get(&self, column: Column) -> Option<&'a str> {
        self.at(column).next().and_then(|index| self.cell(index))
    }

    pub fn all(&self, column: Column) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.at(column).filter_map(|index| Some((self.header.names[index].as_str(), self.cell(index)?)))
    }

    fn at(&self, column: Column) -> impl Iterator<Item = usize> + use<'a> {
        self.header.columns.iter().filter(move |(known, _)| *known == column).map(|(_, index)| *index)
    }

    fn cell(&self, index: usize) -> Option<&'a str> {
        self.record.cells.get(index).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    }
}
