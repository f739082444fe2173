//! The records of a CSV text: cells, quotes, and the line on which each record begins.
//!
//! Our own small splitter because the report names that line, and a quote that nobody closed has to be told from a cell
//! that ends with the file; the `csv` crate says neither.

/// One record, blank or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Record {
    /// The line of the file on which it begins, from 1.
    pub line: u32,
    pub cells: Vec<String>,
}

impl Record {
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// A quote is never closed in the record that begins on `line`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct OpenQuote {
    pub line: u32,
}

/// Iterates over the records of `text`; nothing comes after an [`OpenQuote`].
pub(super) struct Records<'a> {
    chars: std::iter::Peekable<std::str::Chars<'a>>,
    delimiter: char,
    line: u32,
}

pub(super) fn records(text: &str, delimiter: char) -> Records<'_> {
    Records { chars: text.chars().peekable(), delimiter, line: 1 }
}

impl Iterator for Records<'_> {
    type Item = Result<Record, OpenQuote>;

    fn next(&mut self) -> Option<Self::Item> {
        self.chars.peek()?;
        let line = self.line;
        let (mut cells, mut cell) = (Vec::new(), String::new());
        let (mut in_quotes, mut quoted) = (false, false);
        loop {
            let Some(c) = self.chars.next() else {
                if in_quotes {
                    return Some(Err(OpenQuote { line }));
                }
                break;
            };
            let ends_line = c == '\n' || (c == '\r' && self.chars.peek() != Some(&'\n'));
            if ends_line {
                self.line = self.line.saturating_add(1);
            }
            if in_quotes {
                if c != '"' {
                    cell.push(c);
                } else if self.chars.next_if_eq(&'"').is_some() {
                    cell.push('"');
                } else {
                    in_quotes = false;
                }
            } else if c == '"' && !quoted && cell.trim().is_empty() {
                cell.clear();
                (in_quotes, quoted) = (true, true);
            } else if c == self.delimiter {
                cells.push(std::mem::take(&mut cell));
                quoted = false;
            } else if ends_line {
                break;
            } else if c != '\r' {
                cell.push(c);
            }
        }
        cells.push(cell);
        Some(Ok(Record { line, cells }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<(u32, Vec<String>)> {
        records(text, ',').map(|r| r.expect("closed quotes")).map(|r| (r.line, r.cells)).collect()
    }

    fn row(line: u32, cells: &[&str]) -> (u32, Vec<String>) {
        (line, cells.iter().map(|c| (*c).to_owned()).collect())
    }

    #[test]
    fn a_record_is_found_on_the_line_where_it_begins() {
        let expected = vec![row(1, &["a", "b"]), row(2, &["two\nlines", "x"]), row(4, &["", ""]), row(5, &["c"])];
        let unix = "a,b\n\"two\nlines\",x\n,\nc";
        assert_eq!(split(unix), expected, "a quoted line break belongs to the cell and still counts as a line");
        let windows = split(&unix.replace('\n', "\r\n"));
        assert_eq!(windows.iter().map(|r| r.0).collect::<Vec<_>>(), [1, 2, 4, 5], "CRLF is one line break");
        assert_eq!(split("a\rb").len(), 2, "a lone CR ends a line too");
    }

    #[test]
    fn quotes_are_read_as_excel_writes_them() {
        assert_eq!(split("\"a \"\"b\"\"\",5\" disk, \"x,y\""), [row(1, &["a \"b\"", "5\" disk", "x,y"])], "see cells");
        let mut open = records("a\n\"b\nc", ',').skip(1);
        assert_eq!(open.next(), Some(Err(OpenQuote { line: 2 })), "the file stops inside a cell");
        assert_eq!(open.next(), None, "and nothing follows");
    }
}
