//! Exporting end to end: which leads go out, where to, and that nothing half-written ever stays.

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use hearth_core::actions::export_leads::{Watch, Which, count, export};
use hearth_core::api::*;
use hearth_core::domain::desk::{SortBy, Tab};
use hearth_core::domain::lead::StageKind;
use serde_json::{Value, json};

use crate::support::Desk;

const GO_ON: Watch<'_> = &|_, _| ControlFlow::Continue(());

fn write(desk: &Desk, format: ExportFormat, which: &Which, name: &str) -> ExportReport {
    export(&desk.app, format, which, &desk.folder().join(name), GO_ON).unwrap()
}

fn read(desk: &Desk, name: &str) -> String {
    std::fs::read_to_string(desk.folder().join(name)).unwrap()
}

/// The customers of a JSON file, in its order.
fn customers(json: &str) -> Vec<String> {
    let value: Value = serde_json::from_str(json).unwrap();
    value["leads"].as_array().unwrap().iter().map(|l| l["customer"]["name"].as_str().unwrap().to_owned()).collect()
}

/// What lies in the folder beside the database.
fn files(folder: &Path) -> Vec<String> {
    let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names.filter(|name| !name.starts_with("hearth.db")).collect();
    names.sort();
    names
}

fn referral(number: u32, status: (&str, &str)) -> Value {
    json!({
        "id": format!("r-{number}"),
        "createdDateTime": "2026-11-19T09:00:00Z",
        "status": status.0,
        "substatus": status.1,
        "qualification": "Direct",
        "type": "Independent",
        "direction": "Incoming",
        "aKeyOfTheFuture": { "kept": true },
        "customerProfile": { "name": format!("Customer {number}") },
        "details": { "notes": "Teams, please" }
    })
}

#[test]
fn a_list_goes_out_as_it_stands_on_the_screen() {
    let desk = Desk::new();
    for customer in ["Fabrikam", "한빛전자", "Contoso"] {
        desk.add(customer);
    }
    desk.accept(&desk.get(1)).unwrap();
    let query = ListQuery {
        tab: Tab::Marketplace,
        stage: Some(StageKind::Received),
        query: String::new(),
        list: None,
        sort: SortBy::Customer,
        descending: true,
        offset: 1,
        limit: 1,
    };
    let which = handlers::which_leads(&desk.app, LeadScope::List { query: query.clone(), except: Vec::new() }).unwrap();
    let report = write(&desk, ExportFormat::Json, &which, "list.json");
    assert_eq!(report.leads, 2, "the whole list, not only the page that was looked at");
    assert_eq!(
        customers(&read(&desk, "list.json")),
        ["한빛전자", "Contoso"],
        "in its order, and nothing of another stage"
    );
    let count = handlers::count_export(
        &desk.app,
        ExportLeads { format: ExportFormat::Json, scope: LeadScope::List { query, except: Vec::new() } },
    );
    assert_eq!(count, Ok(ExportCount { leads: 2, cannot: 0 }), "as many as were foretold");
}

#[test]
fn a_selection_goes_out_in_its_order_and_each_lead_once() {
    let desk = Desk::new();
    for customer in ["Fabrikam", "Contoso"] {
        desk.add(customer);
    }
    write(&desk, ExportFormat::Json, &Which::Leads(vec![2, 99, 1, 2]), "some.json");
    assert_eq!(customers(&read(&desk, "some.json")), ["Contoso", "Fabrikam"], "a lead that is gone is no error");
}

#[test]
fn a_lead_that_was_merged_away_does_not_go_out() {
    let desk = Desk::new();
    desk.add("Fabrikam");
    desk.add("Fabrikam Inc.");
    desk.raw().execute("UPDATE leads SET merged_into = 1 WHERE id = 2", []).unwrap();
    for which in [Which::All, Which::Leads(vec![1, 2])] {
        let report = write(&desk, ExportFormat::Json, &which, "all.json");
        assert_eq!(report.leads, 1, "it is in the other one");
    }
}

#[test]
fn the_source_goes_out_with_its_unknown_keys() {
    let desk = Desk::new();
    let source = referral(1, ("New", "Pending"));
    desk.import("leads.json", source.to_string());
    write(&desk, ExportFormat::Json, &Which::All, "all.json");
    let value: Value = serde_json::from_str(&read(&desk, "all.json")).unwrap();
    assert_eq!(value["leads"][0]["source"]["raw"], source, "whole");
    assert_eq!(value["leads"][0]["source"]["fileName"], "leads.json", "and where it came from");
}

#[test]
fn partner_center_gets_files_of_a_thousand_and_only_what_it_can_change() {
    let desk = Desk::new();
    let mut leads: Vec<_> = (0..2_001).map(|number| referral(number, ("New", "Pending"))).collect();
    leads.push(referral(5_000, ("Closed", "Won")));
    desk.import("leads.json", Value::from(leads).to_string());
    desk.add("typed here, so Partner Center knows nothing of it");
    desk.decline(&desk.get(1)).unwrap();
    std::fs::remove_file(desk.folder().join("leads.json")).unwrap();
    let foretold = count(&desk.app, ExportFormat::PartnerCenterCsv, &Which::All).unwrap();
    assert_eq!(foretold, ExportCount { leads: 2_001, cannot: 2 }, "one has no referral id, one is closed there");
    let report = write(&desk, ExportFormat::PartnerCenterCsv, &Which::All, "up.csv");
    assert_eq!((report.leads, report.left_out), (2_001, 2), "as foretold");
    assert_eq!(report.files, ["up-1.csv", "up-2.csv", "up-3.csv"], "an upload takes 1,000");
    assert_eq!(files(desk.folder()), report.files, "and nothing else is left in the folder");
    let rows = |name| read(&desk, name).lines().count() - 1;
    assert_eq!([rows("up-1.csv"), rows("up-2.csv"), rows("up-3.csv")], [1_000, 1_000, 1], "under a heading each");
    assert!(read(&desk, "up-1.csv").contains("Closed,Declined,,3,"), "what was declined here is told there");
    let again = write(&desk, ExportFormat::PartnerCenterCsv, &Which::All, "up.csv");
    assert_eq!(again.files[0], "up (2)-1.csv", "nobody was asked whether those may be replaced");
}

#[test]
fn an_export_that_fails_leaves_what_was_there() {
    let desk = Desk::new();
    for number in 0..250 {
        desk.add(&format!("Customer {number}"));
    }
    let target = desk.folder().join("all.json");
    std::fs::write(&target, "precious").unwrap();
    let told = AtomicU64::new(0);
    let cancelled = export(&desk.app, ExportFormat::Json, &Which::All, &target, &|done, total| {
        assert_eq!(total, 250, "it is known from the start");
        told.store(done, Ordering::Relaxed);
        if done >= 200 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert_eq!(cancelled, Err(ApiError::Cancelled), "the user did not want it any more");
    assert_eq!(told.into_inner(), 200, "it is asked while it writes");
    assert_eq!(read(&desk, "all.json"), "precious", "the old file is as it was");
    assert_eq!(files(desk.folder()), ["all.json"], "and nothing lies beside it");
    for format in ExportFormat::ALL {
        let missing = desk.folder().join("no such folder").join("all");
        let refused = export(&desk.app, format, &Which::All, &missing, GO_ON);
        assert!(matches!(refused, Err(ApiError::SystemRefused { .. })), "{format:?}: {refused:?}");
        let taken = desk.folder().join("a folder");
        std::fs::create_dir_all(taken.join("full")).unwrap();
        let refused = export(&desk.app, format, &Which::All, &taken, GO_ON);
        assert!(matches!(refused, Err(ApiError::SystemRefused { .. })), "{format:?} onto a folder: {refused:?}");
    }
    let left = files(desk.folder());
    assert!(!left.iter().any(|name| name.starts_with(".hearth-")), "nothing half-written stays: {left:?}");
}

#[test]
fn a_finished_file_replaces_the_old_one() {
    let desk = Desk::new();
    desk.add("Fabrikam");
    for format in ExportFormat::ALL {
        let name = format!("leads.{}", format.extension());
        std::fs::write(desk.folder().join(&name), "old").unwrap();
        let report = write(&desk, format, &Which::Leads(vec![1]), &name);
        assert_eq!(report.files, [name.as_str()], "one file, by the name that was chosen");
        assert_ne!(std::fs::read(desk.folder().join(&name)).unwrap(), b"old", "{format:?} is new");
    }
}

#[test]
fn a_calendar_and_cards_hold_only_leads_with_a_day_or_a_person() {
    let desk = Desk::new();
    let accepted = desk.accept(&desk.add("한빛전자")).unwrap();
    desk.add("Fabrikam");
    desk.follow_up(&desk.get(accepted.id), "2026-12-01", "견적").unwrap();
    let report = write(&desk, ExportFormat::Calendar, &Which::All, "days.ics");
    assert_eq!((report.leads, report.left_out), (1, 1), "the other has no day to come back to");
    let text = read(&desk, "days.ics");
    assert!(text.contains("SUMMARY:Purchase date: 한빛전자\r\n"), "in the user's language: {text}");
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 2, "the purchase and the follow-up");
    let report = write(&desk, ExportFormat::Vcard, &Which::All, "people.vcf");
    assert_eq!((report.leads, report.left_out), (2, 0), "both have a contact");
}

#[test]
fn headings_and_words_follow_the_users_language() {
    let desk = Desk::new();
    desk.add("Fabrikam");
    let korean = Settings { language: hearth_core::domain::settings::LanguageChoice::Ko, ..Settings::default() };
    handlers::save_settings(&desk.app, korean).unwrap();
    write(&desk, ExportFormat::Csv, &Which::All, "leads.csv");
    let text = read(&desk, "leads.csv");
    assert!(text.starts_with("\u{feff}Hearth ID,추천 ID,") && text.contains(",고객 문의,받음,"), "{text}");
}

#[test]
fn an_empty_export_is_a_file_with_headings() {
    let desk = Desk::new();
    for format in ExportFormat::ALL {
        let name = format!("none.{}", format.extension());
        let report = write(&desk, format, &Which::All, &name);
        assert_eq!((report.leads, report.files.len()), (0, 1), "{format:?}: nothing to write is no error");
    }
}

#[test]
fn what_does_not_fit_is_counted() {
    let desk = Desk::new();
    let mut long = referral(1, ("New", "Pending"));
    long["details"]["notes"] = json!("가".repeat(40_000));
    desk.import("leads.json", long.to_string());
    let shortened = |format| write(&desk, format, &Which::All, "one").shortened;
    assert_eq!(shortened(ExportFormat::Xlsx), 1, "a cell of a workbook holds 32,767 characters");
    assert_eq!(shortened(ExportFormat::SalesforceCsv), 1, "a description 32,000");
    assert_eq!(shortened(ExportFormat::Csv), 0, "a CSV as much as there is");
    assert_eq!(shortened(ExportFormat::Json), 0, "and JSON too");
}

#[test]
fn the_database_is_no_place_for_an_export() {
    let desk = Desk::new();
    desk.add("Fabrikam");
    let done = export(&desk.app, ExportFormat::Csv, &Which::All, &desk.path(), GO_ON);
    assert!(matches!(done, Err(ApiError::SystemRefused { .. })), "all leads would be gone: {done:?}");
    assert_eq!(desk.state().total_leads, 1, "and it is as it was");
}
