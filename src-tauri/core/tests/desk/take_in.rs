//! Files that come by themselves: what is taken in without anybody being asked, and what is not.

use std::path::PathBuf;

use hearth_core::actions::import::{mappings, unwatched};
use hearth_core::actions::take_in::{TakenIn, take_in};
use hearth_core::api::*;
use hearth_core::domain::history::Actor;
use hearth_core::error::Error;
use hearth_core::texts::{Language, Texts};
use serde_json::json;
use std::ops::ControlFlow;

use crate::dry_run::of;
use crate::imports::text;
use crate::support::Desk;

/// No heading and no value of it is anything that a guess would know for certain.
const TABLE: &str = "Firm,Wish\nAdatum,Backup\n,A row without a customer\n";

fn file(desk: &Desk, name: &str, content: &str) -> PathBuf {
    let path = desk.folder().join(name);
    std::fs::write(&path, content).unwrap();
    path
}

fn taken(desk: &Desk, name: &str, content: &str, mapping: Option<&str>) -> TakenIn {
    take_in(&desk.app, &file(desk, name, content), mapping, &unwatched).unwrap()
}

fn mapping(headings: &[(&str, Column)]) -> Mapping {
    let columns = headings
        .iter()
        .map(|(heading, column)| MappedColumn { heading: (*heading).to_owned(), column: Some(*column) })
        .collect();
    Mapping { columns, ..Mapping::default() }
}

#[test]
fn a_file_of_a_known_kind_is_imported_and_can_be_taken_back() {
    let desk = Desk::new();
    let taken = taken(&desk, "a.json", &text(&json!([of("a", "Adatum"), of("b", "Bellows")])), None);
    assert_eq!((taken.report.added, taken.is_failure()), (2, false), "nobody has to say what it is");
    let import = handlers::list_imports(&desk.app, Empty {}).unwrap().imports.remove(0);
    assert_eq!((Some(import.id), import.by), (taken.import_id, Actor::Hearth), "Hearth did it by itself");
    let undo = UndoImport { id: import.id, also: Vec::new(), also_all: false };
    assert_eq!(handlers::undo_import(&desk.app, undo).unwrap().removed, 2, "and it is taken back like any other");
}

#[test]
fn a_table_is_never_imported_by_a_guess() {
    let desk = Desk::new();
    let guessed = taken(&desk, "a.csv", "Company,E-mail\nAdatum,a@adatum.example\n", None);
    assert_eq!(guessed.report.problem, Some(FileProblem::NotLeads), "a guess wants somebody who looks at it");
    assert!(guessed.is_failure() && desk.state().total_leads == 0, "it goes where the failures lie");
}

#[test]
fn a_table_is_read_by_the_mapping_of_the_folder_or_by_the_one_that_knows_it() {
    let desk = Desk::new();
    mappings::save(&desk.app, "The fair", &mapping(&[("Firm", Column::CustomerName), ("Stand", Column::City)]))
        .unwrap();
    let other = taken(&desk, "a.csv", TABLE, None);
    assert_eq!(other.report.problem, Some(FileProblem::NotLeads), "its headings are others, and nobody chose it");
    let chosen = taken(&desk, "a.csv", TABLE, Some("The fair"));
    assert_eq!((chosen.report.added, chosen.report.refused), (1, 1), "the column that it knows is enough");
    assert!(!chosen.is_failure(), "most of the file was of use");
    let texts = Texts::new(Language::En);
    let name = chosen.failed_rows(&texts).unwrap().unwrap();
    let written = chosen.write_failed_rows(&desk.folder().join(name), &texts).unwrap();
    let failed = std::fs::read_to_string(&written[0]).unwrap();
    assert!(failed.contains("A row without a customer") && !failed.contains("Adatum"), "to be mended: {failed}");

    mappings::save(&desk.app, "By headings", &mapping(&[("Firm", Column::CustomerName), ("Wish", Column::Need)]))
        .unwrap();
    let known = taken(&desk, "b.csv", "Firm,Wish\nProseware,Backup\n", None);
    assert_eq!(known.report.added, 1, "a mapping that was saved for such a table needs no choice");
}

#[test]
fn a_mapping_that_is_gone_or_names_no_customer_takes_nothing() {
    let desk = Desk::new();
    mappings::save(&desk.app, "Nameless", &mapping(&[("Stand", Column::City)])).unwrap();
    for name in ["Nameless", "Deleted"] {
        let taken = taken(&desk, "a.csv", TABLE, Some(name));
        assert_eq!(taken.report.problem, Some(FileProblem::NotLeads), "{name}: no lead is made of it");
    }
}

#[test]
fn what_may_be_here_already_is_left_out_and_kept_beside() {
    let desk = Desk::new();
    mappings::save(&desk.app, "m", &mapping(&[("Firm", Column::CustomerName), ("Mail", Column::ContactEmail)]))
        .unwrap();
    let row = |firm: &str| format!("Firm,Mail\n{firm},dana@adatum.example\n");
    assert_eq!(taken(&desk, "a.csv", &row("Adatum"), None).report.added, 1, "new");
    let again = taken(&desk, "b.csv", &row("Adatum Ltd."), None);
    assert_eq!((again.report.left_out, desk.state().total_leads), (1, 1), "nobody is there to decide");
    assert!(again.failed_rows(&Texts::new(Language::Ko)).unwrap().is_some(), "so it is not lost");
}

#[test]
fn one_that_is_stopped_leaves_nothing() {
    let desk = Desk::new();
    let path = file(&desk, "a.json", &text(&json!([of("a", "Adatum")])));
    let stopped = take_in(&desk.app, &path, None, &|_, _, _| ControlFlow::Break(()));
    assert!(matches!(stopped, Err(Error::Cancelled)), "Hearth ends, or the folder is not watched any more");
    assert_eq!(desk.state().total_leads, 0, "the file is read again at the next start");
}
