//! A table of leads, whatever holds it: its delimiter, its heading, its rows. How a row becomes a lead is in `table_row`.

use std::sync::Arc;

use super::encoding::Text;
use super::format::{Format, Look, Mapping, SampledColumn};
use super::plan::{self, Plan};
use super::records::{MAX_COLUMNS, Record, Records, first};
use super::report::{FileProblem, RefusedReason};
use super::sheet::SheetRows;
use super::table_row::Cells;
use super::values::Fault;
use super::{Row, columns, failed, guard, guess};
use crate::domain::text::clean;

/// How many rows of a table are looked at to guess what its columns are, and how much of them.
const LOOKED_AT: usize = 200;
const LOOKED_AT_BYTES: usize = 1024 * 1024;
/// Rows among which the heading is looked for: tables for people begin with a title.
const HEADING_WITHIN: usize = 10;

/// Where the rows of a table come from.
pub(super) enum Lines {
    Csv { records: Records, delimiter: u8 },
    Sheet(SheetRows),
}

impl Lines {
    pub fn csv(text: Text, delimiter: u8) -> Self {
        Self::Csv { records: Records::new(text, delimiter), delimiter }
    }

    pub fn bytes_read(&self) -> u64 {
        match self {
            Self::Csv { records, .. } => records.bytes_read(),
            Self::Sheet(rows) => rows.bytes_read(),
        }
    }

    fn next(&mut self, record: &mut Record) -> Result<bool, FileProblem> {
        loop {
            let more = match self {
                Self::Csv { records, .. } => records.next(record)?,
                Self::Sheet(rows) => rows.next(record)?,
            };
            if !more || !record.is_blank() {
                return Ok(more);
            }
        }
    }

    fn is_csv(&self) -> bool {
        matches!(self, Self::Csv { .. })
    }

    /// A record that stands as a whole in one quoted cell, as if it had been encoded twice, is taken apart once more.
    fn unwrap(&self, record: &mut Record, expected: Option<usize>) {
        let Self::Csv { delimiter, .. } = self else { return };
        if record.len() != 1 || !record.cell(0).contains(char::from(*delimiter)) {
            return;
        }
        let inner = first(record.cell(0), *delimiter);
        if let Some(inner) = inner.filter(|inner| expected.is_none_or(|count| inner.len() == count)) {
            let line = record.line;
            *record = inner;
            record.line = line;
        }
    }
}

/// What is known of a table before its rows are read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Layout {
    /// The line of the heading.
    heading_line: u32,
    headings: Vec<String>,
}

/// The delimiter of a text, and whether a line of its own tells it.
pub(super) fn delimiter(head: &str) -> (u8, bool) {
    // Excel's own way to name the delimiter.
    if let Some(rest) = head.get(..4).filter(|s| s.eq_ignore_ascii_case("sep=")).map(|_| &head[4..])
        && let Some(c @ (',' | ';' | '\t')) = rest.chars().next()
    {
        return (c as u8, true);
    }
    let score = |delimiter: u8| {
        let mut records = Records::new(Text::of(head), delimiter);
        let (mut record, mut best) = (Record::default(), (0, 0));
        let mut seen = 0;
        while seen < HEADING_WITHIN && records.next(&mut record).unwrap_or(false) {
            if record.is_blank() {
                continue;
            }
            seen += 1;
            let inner = (record.len() == 1).then(|| first(record.cell(0), delimiter)).flatten();
            let record = inner.as_ref().unwrap_or(&record);
            best = best.max((known(record), record.len()));
        }
        best
    };
    ([b';', b'\t', b','].into_iter().max_by_key(|delimiter| score(*delimiter)).unwrap_or(b','), false)
}

/// How many cells are headings of columns that some table has.
fn known(record: &Record) -> usize {
    record.cells().filter(|cell| cell.len() < 200 && guess::is_heading(cell)).count()
}

/// Reads a table once as a whole: what it is, what its columns are, how many rows it has.
pub(super) fn look(lines: &mut Lines, skip: usize, encoding: &str) -> Result<(Look, Layout), FileProblem> {
    let mut record = Record::default();
    let mut rows: Vec<Record> = Vec::new();
    let (mut bytes, mut count) = (0, 0_u32);
    for _ in 0..skip {
        lines.next(&mut record)?;
    }
    loop {
        if !lines.next(&mut record).map_err(|problem| no_quote_but_prose(problem, &rows))? {
            break;
        }
        count = count.saturating_add(1);
        bytes += record.bytes();
        if rows.len() < LOOKED_AT && (rows.is_empty() || bytes < LOOKED_AT_BYTES) {
            lines.unwrap(&mut record, rows.first().map(Record::len));
            rows.push(record.clone());
        }
    }
    let Some(heading) = heading_of(&rows) else { return Err(FileProblem::NotLeads) };
    let below = rows.split_off(heading + 1);
    let heading = rows.pop().unwrap_or_default();
    if heading.too_wide {
        return Err(FileProblem::TooManyColumns { limit: MAX_COLUMNS as u32 });
    }
    let csv = lines.is_csv();
    let mut names: Vec<String> =
        heading.cells().map(|cell| clean(if csv { guard::unguarded(cell) } else { cell })).collect();
    while names.len() > 1 && names.last().is_some_and(String::is_empty) {
        names.pop();
    }
    let found: Vec<&str> = names.iter().map(String::as_str).collect();
    let format = columns::recognised(&found).unwrap_or(Format::Table);
    let headings = plan::unlike(names);
    let mapping = if format == Format::Table {
        if !is_table(&headings, &below) {
            return Err(FileProblem::NotLeads);
        }
        guess::mapping(&headings, &below)
    } else {
        plan::recognised(format, &headings)
    };
    let ready = Plan::new(format, headings.clone(), mapping.clone());
    if format != Format::Table {
        check(&ready)?;
    }
    let columns =
        headings.iter().enumerate().map(|(at, heading)| sampled(heading, at, &below, lines.is_csv())).collect();
    let heading_row = u32::try_from(rows.len() + 1).unwrap_or(u32::MAX);
    let look = Look {
        format,
        encoding: encoding.to_owned(),
        columns,
        mapping: Some(mapping),
        rows: count.saturating_sub(heading_row),
        counted: true,
    };
    Ok((look, Layout { heading_line: heading.line, headings }))
}

/// A quote that nobody closes is a table cut off only where there is a table.
fn no_quote_but_prose(problem: FileProblem, rows: &[Record]) -> FileProblem {
    match problem {
        FileProblem::CutOff { .. } if rows.iter().all(|row| known(row) == 0) => FileProblem::NotLeads,
        problem => problem,
    }
}

/// The first row, unless one soon after it has more columns that are known.
fn heading_of(rows: &[Record]) -> Option<usize> {
    let known = |at: usize| known(&rows[at]);
    let all = 0..rows.len().min(HEADING_WITHIN);
    let best = all.clone().rev().max_by_key(|at| known(*at))?;
    let wide = all.into_iter().find(|at| rows[*at].cells().filter(|cell| !cell.trim().is_empty()).count() > 1);
    if known(best) >= 2 && known(best) > known(0) {
        Some(best)
    } else {
        Some(if known(0) > 0 { 0 } else { wide.unwrap_or(0) })
    }
}

/// Whether it is a table at all: several columns in rows of one length, or one column that is known.
fn is_table(headings: &[String], below: &[Record]) -> bool {
    let known = headings.iter().filter(|heading| guess::is_heading(heading)).count();
    let even = below.iter().filter(|row| row.len() >= headings.len()).count();
    match headings.len() {
        1 => known == 1 && !below.is_empty() && guess::is_customer(&headings[0]),
        2.. => known >= 2 || (!below.is_empty() && even == below.len()),
        _ => false,
    }
}

fn sampled(heading: &str, at: usize, below: &[Record], csv: bool) -> SampledColumn {
    let mut samples: Vec<String> = Vec::new();
    for row in below {
        let cell = if csv { guard::unguarded(row.cell(at)) } else { row.cell(at) };
        let start: String = cell.chars().take(120).collect();
        let line = clean(&start).replace(['\n', '\t'], " ");
        if !line.is_empty() && !samples.contains(&line) {
            samples.push(line);
        }
        if samples.len() == 5 {
            break;
        }
    }
    SampledColumn { heading: heading.to_owned(), samples }
}

/// Fails when a column is missing without which no row is a lead.
fn check(plan: &Plan) -> Result<(), FileProblem> {
    let korean = plan.headings.iter().any(|name| name.chars().any(|c| matches!(c, '\u{ac00}'..='\u{d7a3}')));
    let columns = columns::missing(plan.format, &plan.found(), korean);
    if columns.is_empty() { Ok(()) } else { Err(FileProblem::MissingColumns { columns }) }
}

/// A row with more or fewer cells than there are headings: all of its cells and no other, so that whoever mends it sees what
/// stood there. Nobody knows under which heading they belong, so none of them is passed over as the reason of an earlier import.
fn as_it_stands(headings: &[String], record: &Record, csv: bool) -> serde_json::Value {
    let mut cells = serde_json::Map::new();
    for at in 0..record.len() {
        let cell = if csv { guard::unguarded(record.cell(at)) } else { record.cell(at) };
        let heading = headings.get(at).filter(|heading| !failed::is_reason(heading));
        let heading = heading.cloned().unwrap_or_else(|| format!(" ({})", at + 1));
        cells.insert(heading, serde_json::Value::String(cell.to_owned()));
    }
    serde_json::Value::Object(cells)
}

/// The rows of a table as leads.
pub(super) struct TableRows {
    lines: Lines,
    plan: Arc<Plan>,
    heading_line: u32,
    record: Record,
}

impl TableRows {
    pub fn new(lines: Lines, layout: &Layout, format: Format, mapping: Mapping) -> Result<Self, FileProblem> {
        let plan = Plan::new(format, layout.headings.clone(), mapping);
        check(&plan)?;
        Ok(Self { lines, plan: Arc::new(plan), heading_line: layout.heading_line, record: Record::default() })
    }

    pub fn bytes_read(&self) -> u64 {
        self.lines.bytes_read()
    }

    pub fn next(&mut self) -> Result<Option<Row>, FileProblem> {
        loop {
            if !self.lines.next(&mut self.record)? {
                return Ok(None);
            }
            if self.record.line > self.heading_line {
                break;
            }
        }
        let count = self.plan.headings.len();
        self.lines.unwrap(&mut self.record, Some(count));
        let record = &self.record;
        let csv = self.lines.is_csv();
        let cell = |at: usize| if csv { guard::unguarded(record.cell(at)) } else { record.cell(at) };
        let cells = Cells {
            plan: &self.plan,
            cells: (0..count).map(cell).collect(),
            numbers: record.numbers(),
            row: record.line,
        };
        let refused = |reason, raw| {
            let refused = Fault::new(reason).in_row(record.line);
            Ok(Some(Row::Refused { refused, raw }))
        };
        if record.too_long {
            return refused(RefusedReason::RowTooLong, None);
        }
        let surplus = (count..record.len()).any(|at| !record.cell(at).trim().is_empty());
        if (csv && record.len() < count) || surplus || record.too_wide {
            return refused(RefusedReason::WrongCellCount, Some(as_it_stands(&self.plan.headings, record, csv)));
        }
        Ok(Some(cells.read(None)))
    }
}
