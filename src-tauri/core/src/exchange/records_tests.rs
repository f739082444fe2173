//! Cells, quotes and lines; and that what another program's writer wrote comes back as it was.

use proptest::prelude::*;

use super::*;

fn all(text: &str, delimiter: u8) -> Result<Vec<(u32, Vec<String>)>, FileProblem> {
    let mut records = Records::new(Text::of(text), delimiter);
    let (mut record, mut found) = (Record::default(), Vec::new());
    while records.next(&mut record)? {
        found.push((record.line, record.cells().map(str::to_owned).collect()));
    }
    Ok(found)
}

fn split(text: &str) -> Vec<(u32, Vec<String>)> {
    all(text, b',').expect("closed quotes")
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
    assert_eq!(all("a\n\"b\nc", b','), Err(FileProblem::CutOff { line: 2 }), "the file stops inside a cell");
}

#[test]
fn a_record_that_is_too_long_is_passed_over() {
    let text = format!("a,b\n{},\"x\ny\"\nc,d\n", "x".repeat(MAX_RECORD + 1));
    let mut records = Records::new(Text::of(&text), b',');
    let mut record = Record::default();
    let mut told = Vec::new();
    while records.next(&mut record).unwrap() {
        told.push((record.line, record.too_long));
    }
    assert_eq!(told, [(1, false), (2, true), (4, false)], "and the next one is found on its line");
}

proptest! {
    #[test]
    fn what_was_written_comes_back(
        rows in prop::collection::vec(prop::collection::vec("[a,;\"\n\r\t 가é]{0,6}", 2..5), 1..6),
        delimiter in prop::sample::select(vec![b',', b';', b'\t']),
    ) {
        let mut writer = csv::WriterBuilder::new().delimiter(delimiter).flexible(true).from_writer(Vec::new());
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        let read: Vec<Vec<String>> = all(&text, delimiter).unwrap().into_iter().map(|(_, cells)| cells).collect();
        prop_assert_eq!(read, rows, "{:?}", text);
    }

    #[test]
    fn no_text_makes_it_panic(text in "[a,\"\n\r가]{0,40}") {
        let _ = all(&text, b',');
    }
}
