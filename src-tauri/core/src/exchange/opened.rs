//! A file that was chosen: looked at once, and read row by row whenever it is wanted.
//!
//! Whatever its size, only a piece of it is in memory. The first look reads it as a whole, so that a file with something wrong
//! in it is refused before a row of it is taken; what reading it again finds otherwise is another file.

use std::path::Path;

use super::encoding::{CHUNK, Encoding, Kind, Text, survey};
use super::format::{Format, Look, Mapping};
use super::json::Elements;
use super::json_rows::{self, JsonRows};
use super::report::FileProblem;
use super::sheet::SheetRows;
use super::source::{Fingerprint, Source};
use super::table::{self, Layout, Lines, TableRows};
use super::{Row, pairs};

/// A file after the first look at it.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    pub name: String,
    pub bytes: u64,
    pub look: Look,
    source: Source,
    print: Fingerprint,
    shape: Shape,
}

/// How the file is read.
#[derive(Clone, Debug, PartialEq)]
enum Shape {
    Json { encoding: Encoding, mark: u8, head: bool },
    Pairs { encoding: Encoding, mark: u8 },
    Csv { encoding: Encoding, mark: u8, delimiter: u8, layout: Layout },
    Sheet { layout: Layout },
}

/// Looks at a file: what it is, how it is written, what its columns are.
pub fn open(path: &Path) -> Result<Opened, FileProblem> {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    open_source(name, Source::File(path.to_owned()))
}

/// As [`open`], for bytes that are in memory.
pub fn open_bytes(name: &str, bytes: &[u8]) -> Result<Opened, FileProblem> {
    open_source(name.to_owned(), Source::Memory(bytes.into()))
}

fn open_source(name: String, source: Source) -> Result<Opened, FileProblem> {
    let (kind, print) = survey(&source)?;
    let (look, shape) = match kind {
        Kind::Ole { encrypted: true } => return Err(FileProblem::Locked),
        Kind::Ole { encrypted: false } => {
            return Err(FileProblem::BadWorkbook { message: "not .xlsx".to_owned() });
        }
        Kind::Zip => {
            let mut lines = Lines::Sheet(SheetRows::new(&source)?);
            let (look, layout) = table::look(&mut lines, 0, "")?;
            (look, Shape::Sheet { layout })
        }
        Kind::Text { encoding, mark } => look_at_text(&name, &source, encoding, mark)?,
    };
    Ok(Opened { name, bytes: print.bytes, look, source, print, shape })
}

fn look_at_text(name: &str, source: &Source, encoding: Encoding, mark: u8) -> Result<(Look, Shape), FileProblem> {
    let text = || Text::new(source, encoding, mark, None);
    let mut bytes = Vec::new();
    let mut start = text()?;
    while bytes.len() < CHUNK && start.fill(&mut bytes)? {}
    let head = String::from_utf8_lossy(&bytes);
    let is_reply = head.trim_start().get(..5).is_some_and(|s| s.eq_ignore_ascii_case("HTTP/"));
    if is_reply && !head.contains(['{', '[']) {
        return Err(FileProblem::NotLeads);
    }
    let blank = |c: char| c.is_whitespace() || c == '\0' || c == '\u{feff}';
    let json = |head: bool| -> Result<(Look, Shape), FileProblem> {
        let mut elements = Elements::new(text()?);
        if head {
            elements.skip_head()?;
        }
        Ok((json_rows::look(&mut elements, encoding.name())?, Shape::Json { encoding, mark, head }))
    };
    if is_reply || head.trim_start_matches(blank).starts_with(['{', '[']) {
        return json(is_reply);
    }
    if pairs::is_pairs(&head) {
        let look = pairs::look(text()?, encoding.name())?;
        return Ok((look, Shape::Pairs { encoding, mark }));
    }
    let (delimiter, named) = table::delimiter(&head);
    let mut lines = Lines::csv(text()?, delimiter);
    match table::look(&mut lines, usize::from(named), encoding.name()) {
        // A name is only believed when the content says nothing.
        Err(FileProblem::NotLeads) if name.to_ascii_lowercase().ends_with(".json") => json(false),
        looked => {
            let (look, layout) = looked?;
            Ok((look, Shape::Csv { encoding, mark, delimiter, layout }))
        }
    }
}

impl Opened {
    /// Its rows by `mapping`, or by the mapping that the look suggests.
    ///
    /// Fails with [`FileProblem::Changed`] when it is another file by now, at once or when that turns out; and with
    /// [`FileProblem::MissingColumns`] when the mapping has no column for what a lead needs.
    pub fn rows(&self, mapping: Option<&Mapping>) -> Result<Rows, FileProblem> {
        if self.source.state()?.0 != self.bytes {
            return Err(FileProblem::Changed);
        }
        let text = |encoding, mark| Text::new(&self.source, encoding, mark, Some(self.print));
        let table = |lines, layout: &Layout| {
            let suggested = self.look.mapping.as_ref();
            let mapping = mapping.or(suggested).cloned().unwrap_or_default();
            TableRows::new(lines, layout, self.look.format, mapping).map(Reader::Table)
        };
        let reader = match &self.shape {
            Shape::Json { encoding, mark, head } => {
                let mut elements = Elements::new(text(*encoding, *mark)?);
                if *head {
                    elements.skip_head()?;
                }
                Reader::Json(JsonRows::new(elements, self.look.format))
            }
            Shape::Pairs { encoding, mark } => {
                Reader::Pairs(pairs::rows(text(*encoding, *mark)?)?.into_iter(), self.bytes)
            }
            Shape::Csv { encoding, mark, delimiter, layout } => {
                table(Lines::csv(text(*encoding, *mark)?, *delimiter), layout)?
            }
            Shape::Sheet { layout } => {
                // The library reads here and there: what it reads is compared before.
                if survey(&self.source)?.1 != self.print {
                    return Err(FileProblem::Changed);
                }
                table(Lines::Sheet(SheetRows::new(&self.source)?), layout)?
            }
        };
        Ok(Rows { reader, ended: false })
    }

    /// Whether it is one of Partner Center's own files.
    pub fn format(&self) -> Format {
        self.look.format
    }
}

enum Reader {
    Json(JsonRows),
    Pairs(std::vec::IntoIter<Row>, u64),
    Table(TableRows),
}

/// The rows of a file, in its order; nothing comes after an error.
pub struct Rows {
    reader: Reader,
    ended: bool,
}

impl Rows {
    /// How much of the file was read.
    pub fn bytes_read(&self) -> u64 {
        match &self.reader {
            Reader::Json(rows) => rows.bytes_read(),
            Reader::Pairs(_, bytes) => *bytes,
            Reader::Table(rows) => rows.bytes_read(),
        }
    }
}

impl Iterator for Rows {
    type Item = Result<Row, FileProblem>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let next = match &mut self.reader {
            Reader::Json(rows) => rows.next(),
            Reader::Pairs(rows, _) => Ok(rows.next()),
            Reader::Table(rows) => rows.next(),
        };
        let next = next.map_err(|problem| match problem {
            problem @ FileProblem::Unreadable { .. } => problem,
            // It was read once without it.
            _ => FileProblem::Changed,
        });
        self.ended = !matches!(next, Ok(Some(_)));
        next.transpose()
    }
}
