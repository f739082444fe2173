//! Files in and out.

use std::sync::Arc;

use hearth_core::actions::import::mappings;
use hearth_core::exchange::column::Column;
use hearth_core::exchange::format::{MappedColumn, Mapping};

use crate::support::*;

const LEADS: &str = "Referral ID,Customer Name,Created Date,Estimated Value,Currency\n\
    r-1,Northwind,11/20/2026,1000,USD\n\
    r-2,,11/20/2026,1000,USD\n\
    r-3,새롬상사,11/21/2026,2000,KRW\n";

#[test]
fn a_dry_run_changes_nothing_and_an_import_can_be_taken_back() {
    let desk = Desk::new();
    let file = desk.write("leads.csv", LEADS);
    let dry = desk.json(&["import", "--dry-run", &file]);
    assert_eq!((dry["dryRun"].as_bool(), dry["counts"]["added"].as_u64()), (Some(true), Some(2)), "{dry}");
    assert_eq!(dry["rows"][0]["refused"]["reason"], "missingCustomer", "with what is wrong: {dry}");
    assert_eq!(desk.json(&["list"])["total"], 2, "nothing was imported");

    let ran = desk.run(&["import", &file]);
    assert_eq!(ran.code, 1, "a row was refused: {}{}", ran.out, ran.err);
    assert!(ran.out.contains("2 added") && ran.out.contains("undo-import"), "and how to take it back: {}", ran.out);
    assert_eq!(ran.err, "", "no progress where there is no terminal");
    let imports = desk.json(&["imports"]);
    let id = imports["imports"][0]["id"].to_string();
    assert_eq!(imports["imports"][0]["files"][0]["added"], 2, "{imports}");
    let again = desk.json(&["import", &file]);
    assert_eq!(again["files"][0]["added"], 0, "twice changes nothing: {again}");

    let undone = desk.json(&["undo-import", &id]);
    assert_eq!((undone["removed"].as_u64(), undone["left"].as_u64()), (Some(2), Some(0)), "{undone}");
    assert_eq!(desk.json(&["list"])["total"], 2, "as before");
    assert_eq!(desk.refusal(&["undo-import", &id]).1, 4, "it was taken back already");
}

#[test]
fn what_was_worked_on_is_left_unless_it_is_asked_for() {
    let desk = Desk::empty();
    let file = desk.write("leads.csv", LEADS);
    let id = desk.json(&["import", &file])["importId"].to_string();
    desk.json(&["decline", "1", "--reason", "3"]);
    let ran = desk.run(&["undo-import", &id]);
    assert_eq!((ran.code, ran.out.contains("Northwind")), (1, true), "who is left is named: {}", ran.out);
    assert_eq!(desk.json(&["list"])["total"], 1, "it stays");
}

#[test]
fn failed_rows_are_a_file_that_imports_when_it_is_mended() {
    let desk = Desk::empty();
    let (file, failed) = (desk.write("leads.csv", LEADS), desk.path("failed.csv"));
    let failed = failed.display().to_string();
    let report = desk.json(&["import", &file, "--failed-rows", &failed]);
    assert_eq!(report["failedRows"][0], failed.as_str(), "it says where: {report}");
    let mended = std::fs::read_to_string(&failed).unwrap().replace("r-2,,", "r-2,Mended,");
    std::fs::write(&failed, mended).unwrap();
    let again = desk.json(&["import", &failed]);
    assert_eq!(
        (again["files"][0]["added"].as_u64(), again["files"][0]["refused"].as_u64()),
        (Some(1), Some(0)),
        "{again}"
    );
}

#[test]
fn files_that_are_no_leads_are_refused_and_nothing_is_made_of_them() {
    let desk = Desk::new();
    let hostile = [
        ("page.csv", "<!doctype html><html><body>Sign in</body></html>"),
        ("deep.json", &"[".repeat(100_000)),
        ("empty.csv", ""),
        ("binary.csv", "\u{0}\u{1}\u{2}PNG"),
    ];
    for (name, content) in hostile {
        let file = desk.write(name, content);
        let ran = desk.run(&["import", &file]);
        assert_eq!(ran.code, 5, "{name} holds no leads: {}{}", ran.out, ran.err);
        assert!(ran.out.contains(name), "which, and why: {}", ran.out);
    }
    assert_eq!(desk.run(&["import", "missing.csv"]).code, 5, "a file that is not there");
    assert_eq!(desk.refusal(&["import", "x.csv", "--mapping", "none"]).1, 3, "a mapping that is not there");
    assert_eq!(desk.json(&["list"])["total"], 2, "the desk is as it was");
}

#[test]
fn a_mapping_goes_by_the_headings_and_not_by_their_order() {
    let desk = Desk::empty();
    let columns = [("Wer", Column::CustomerName), ("Wo", Column::City), ("Was", Column::DealName)];
    let columns = columns.map(|(heading, column)| MappedColumn { heading: heading.into(), column: Some(column) });
    desk.write("first.csv", LEADS);
    desk.json(&["import", &desk.path("first.csv").display().to_string()]);
    let app = desk.open(Arc::default());
    mappings::save(&app, "theirs", &Mapping { columns: columns.into(), ..Mapping::default() }).unwrap();
    let file = desk.write("other.csv", "Was,Nr,Wo,Wer\nRoll-out,1,Seoul,Adatum\nTeams,2,Busan,Bellows\n");
    let report = desk.json(&["import", &file, "--mapping", "theirs"]);
    assert_eq!(report["files"][0]["added"], 2, "{report}");
    let lead = desk.json(&["show", "3"]);
    assert_eq!(
        (lead["customer"]["name"].as_str(), lead["customer"]["city"].as_str(), lead["deal"]["name"].as_str()),
        (Some("Adatum"), Some("Seoul"), Some("Roll-out")),
        "each cell by what stands above it: {lead}"
    );
}

#[test]
fn leads_go_out_to_a_file_or_to_another_program() {
    let desk = Desk::new();
    let target = desk.path("out.csv").display().to_string();
    let report = desk.json(&["export", "--format", "csv", "-o", &target]);
    assert_eq!((report["leads"].as_u64(), report["leftOut"].as_u64()), (Some(2), Some(0)), "{report}");
    assert_eq!(desk.refusal(&["export", "--format", "csv", "-o", &target]).1, 4, "not written over");
    let piped = desk.run(&["export", "--format", "json", "--ids", "2", "-o", "-"]);
    assert!(piped.out.contains("한빛상사") && !piped.out.contains("Fabrikam"), "only the one: {}", piped.out);
    let found = desk.run(&["export", "--format", "csv", "--search", "fabri", "-o", "-"]);
    assert!(found.out.contains("Fabrikam") && !found.out.contains("한빛상사"), "only what was found: {}", found.out);

    let other = Desk::empty();
    assert_eq!(other.json(&["import", &target])["files"][0]["added"], 2, "and come in again");
}
