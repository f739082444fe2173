//! Rows that were not taken are written as files in the original columns, with the reason; mended, they import as they are.

use hearth_core::actions::import::unwatched;
use hearth_core::api::*;
use hearth_core::store::leads;
use hearth_core::texts::{Language, Texts};
use serde_json::{Value, json};

use crate::dry_run::{csv, of};
use crate::imports::text;
use crate::support::Desk;

fn texts() -> Texts {
    Texts::new(Language::En)
}

#[test]
fn a_tables_rows_come_in_once_they_are_mended() {
    let desk = Desk::new();
    desk.add("Fabrikam");
    let table = csv(&[
        ["", "Adatum", "info@adatum.example", "good"],
        ["x1", "", "kim@proseware.example", "=1+1"],
        ["", "Fabrikam", "sue@fabrikam.example", "left out"],
    ]);
    let foreseeing = desk.foresee(&[("leads.csv", table)]);
    foreseeing.apply(&desk.app, &desk.app.user(), &unwatched).unwrap();
    let failed = foreseeing.failed_rows(&texts()).unwrap();
    assert_eq!((failed[0].name.as_str(), failed[0].rows), ("leads - not imported.csv", 2), "refused and left out");
    let target = desk.folder().join("failed.csv");
    assert_eq!(foreseeing.write_failed_rows(&target, &texts()), Ok(vec![target.clone()]), "one file");
    let written = std::fs::read_to_string(&target).unwrap();
    assert!(written.starts_with('\u{feff}'), "spreadsheets know it as UTF-8");
    assert!(written.contains("Hearth: why not"), "with a reason: {written}");
    assert!(written.contains("The customer is missing"), "in words");
    assert!(written.contains("May be the same as the lead of Fabrikam (sue@fabrikam.example"), "for both: {written}");
    assert!(!written.contains("good"), "what came in is not in it");
    let mended =
        written.replace("x1,,", "x1,Proseware,").replace(",Fabrikam,sue@fabrikam", ",Fabrikam Korea,bob@korea");
    let report = desk.import("mended.csv", mended);
    assert_eq!((report.added, report.refused, report.left_out), (2, 0, 0), "it imports as it is: {report:?}");
    let last = desk.app.read(|connection, _| leads::newest(connection)).unwrap();
    let raw = desk.source(last);
    assert!(!raw.contains("why not"), "the reason is not kept with the lead: {raw}");
    assert_eq!(desk.state().total_leads, 4);
}

#[test]
fn a_lists_elements_come_in_once_they_are_mended() {
    let desk = Desk::new();
    let mut nameless = of("b", "x");
    nameless["customerProfile"]["name"] = json!("");
    let foreseeing = desk.foresee(&[("a.json", text(&json!([of("a", "Adatum"), nameless, 7])))]);
    foreseeing.apply(&desk.app, &desk.app.user(), &unwatched).unwrap();
    let target = desk.folder().join("failed.json");
    foreseeing.write_failed_rows(&target, &texts()).unwrap();
    let mut written: Value = serde_json::from_str(&std::fs::read_to_string(&target).unwrap()).unwrap();
    assert_eq!(written.as_array().unwrap().len(), 2, "both: {written}");
    assert!(written[0]["hearth:whyNot"].as_str().unwrap().starts_with("The customer is missing"), "with the reason");
    assert_eq!(written[0]["aKeyOfTheFuture"], json!({ "kept": true }), "whole");
    written[0]["customerProfile"]["name"] = json!("Bellows");
    let report = desk.import("mended.json", written.to_string());
    assert_eq!((report.added, report.refused), (1, 1), "the mended one is in: {report:?}");
}

#[test]
fn several_files_have_one_each() {
    let desk = Desk::new();
    let files = [
        ("a.json", text(&json!([of("c", "Contoso"), 7]))),
        ("good.json", text(&of("a", "Adatum"))),
        ("b.csv", csv(&[["x", "", "", ""]])),
    ];
    let foreseeing = desk.foresee(&files);
    let written = foreseeing.write_failed_rows(&desk.folder().join("failed.json"), &texts()).unwrap();
    let names: Vec<_> = written.iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect();
    assert_eq!(names, ["failed.json", "failed 2.csv"], "in their own formats; the good one has none");
    let good = desk.foresee(&[("good.json", text(&of("a", "Adatum")))]);
    assert_eq!(
        good.write_failed_rows(&desk.folder().join("x.json"), &texts()),
        Err(ApiError::NotFound),
        "nothing failed"
    );
}

#[test]
fn the_reason_is_in_the_users_language() {
    let desk = Desk::new();
    let foreseeing = desk.foresee(&[("b.csv", csv(&[["x", "", "", ""]]))]);
    let target = desk.folder().join("failed.csv");
    foreseeing.write_failed_rows(&target, &Texts::new(Language::Ko)).unwrap();
    let written = std::fs::read_to_string(&target).unwrap();
    assert!(written.contains("Hearth: 사유"), "the heading: {written}");
    assert_eq!(desk.import("again.csv", written).refused, 1, "and it is passed over when it comes in again");
}
