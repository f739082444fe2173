//! The table of `docs/import-export.md`, field by field, held against the code: what is written, here, and that it comes back,
//! in `back`.

mod back;
mod generator;
mod table;

use std::io::Cursor;

use hearth_core::api::*;
use hearth_core::domain::lead::Lead;
use hearth_core::exchange::out::{self, Setting, Titles, Width};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use crate::support::{START, at};
use table::{FIELDS, Kind};

/// Which file each column of the table is written as.
const WRITTEN: [(ExportFormat, Kind); 9] = [
    (ExportFormat::PartnerCenterCsv, Kind::Bulk),
    (ExportFormat::SalesforceCsv, Kind::Salesforce),
    (ExportFormat::DynamicsCsv, Kind::Dynamics),
    (ExportFormat::DynamicsXlsx, Kind::Dynamics),
    (ExportFormat::Csv, Kind::Table),
    (ExportFormat::Xlsx, Kind::Table),
    (ExportFormat::Json, Kind::Json),
    (ExportFormat::Vcard, Kind::Vcard),
    (ExportFormat::Calendar, Kind::Calendar),
];

/// How many leads that have a field are written with it and without.
const MOST_TRIED: usize = 16;

fn written(format: ExportFormat, lead: &Lead) -> Vec<u8> {
    let titles = Titles { purchase: &|customer| customer.to_owned(), follow_up: &|customer| customer.to_owned() };
    let width = Width { contacts: 3, employees: 3, solutions: 3 };
    let mut place = Cursor::new(Vec::new());
    {
        let mut writer =
            out::begin(format, &mut place, &Setting { width, korean: false, now: at(START), titles }).unwrap();
        writer.lead(lead, None).unwrap();
        writer.finish().unwrap();
    }
    place.into_inner()
}

/// A workbook's cells; the file itself says when it was made.
fn content(format: ExportFormat, bytes: Vec<u8>) -> Vec<u8> {
    use calamine::{Reader, Xlsx, open_workbook_from_rs};
    if format.extension() != "xlsx" {
        return bytes;
    }
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    format!("{:?}", book.worksheet_range("Leads").unwrap()).into_bytes()
}

#[test]
fn each_format_writes_exactly_the_fields_that_the_table_says() {
    let mut runner = TestRunner::deterministic();
    let leads: Vec<Lead> = (0..200).map(|_| generator::lead().new_tree(&mut runner).unwrap().current()).collect();
    for (format, kind) in WRITTEN {
        for field in FIELDS.iter().filter(|field| field.name != table::REST) {
            let cleared = leads.iter().map(|lead| {
                let mut without = lead.clone();
                (field.clear)(&mut without);
                (lead, without)
            });
            let shows = cleared.filter(|(lead, without)| *lead != without).take(MOST_TRIED).any(|(lead, without)| {
                content(format, written(format, lead)) != content(format, written(format, &without))
            });
            assert_eq!(shows, field.goes_out(kind), "{} in {format:?}: the table must say what is written", field.name);
        }
    }
}

#[test]
fn the_document_has_the_table() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/import-export.md");
    let document = std::fs::read_to_string(path).unwrap().replace("\r\n", "\n");
    assert!(
        document.contains(&table::markdown()),
        "docs/import-export.md must have this table:\n{}",
        table::markdown()
    );
}
