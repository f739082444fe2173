//! Files that hold less of a lead than we have, or other words for it: nothing is lost by importing them, nothing garbled.

use std::ops::ControlFlow;

use hearth_core::actions::change::{self, Told};
use hearth_core::actions::export_leads::{Which, export};
use hearth_core::actions::import::unwatched;
use hearth_core::api::*;
use hearth_core::app::Changes;
use hearth_core::domain::history::{Action, Actor};
use hearth_core::store::leads;
use hearth_core::texts::{Language, Texts};
use serde_json::{Value, json};

use crate::dry_run::csv;
use crate::imports::{referral, text};
use crate::support::Desk;

fn rich(id: &str) -> Value {
    let mut rich = referral(id);
    rich["customerProfile"]["size"] = json!("51to250employees");
    rich["customerProfile"]["address"] = json!({ "addressLine1": "1 Way", "city": "Seoul", "country": "KR" });
    rich["customerProfile"]["team"] = json!([
        { "firstName": "Sue", "lastName": "Smith", "title": "CIO", "email": "sue@fabrikam.example", "phoneNumber": "1" },
        { "firstName": "Bob", "lastName": "Brown", "email": "bob@fabrikam.example" }
    ]);
    rich["details"]["requirements"] = json!({
        "industries": [{ "id": "Retail" }], "products": [{ "id": "Teams" }, { "id": "Azure" }],
        "services": [{ "id": "Support" }], "solutions": [{ "id": "SOL-1", "name": "Voice, all of it" }]
    });
    rich["team"] = json!([{ "firstName": "Kim", "lastName": "Lee", "email": "kim@us.example", "phoneNumber": "5, 6" }]);
    rich
}

#[test]
fn the_bulk_csv_of_a_lead_takes_nothing_from_it() {
    let desk = Desk::new();
    desk.import("leads.json", text(&rich("a")));
    let before = desk.get(1);
    let target = desk.folder().join("out.csv");
    export(&desk.app, ExportFormat::PartnerCenterCsv, &Which::All, &target, &|_, _| ControlFlow::Continue(())).unwrap();
    let foreseeing = desk.foresee(&[("out.csv", std::fs::read_to_string(&target).unwrap())]);
    let page = foreseeing.page(None, None, 0, 9).unwrap();
    assert_eq!(page.rows[0].foreseen.changes, [], "the same lead, with fewer columns");
    foreseeing.apply(&desk.app, &desk.app.user(), &unwatched).unwrap();
    let after = desk.get(1);
    assert_eq!((&after.contacts, &after.need, &after.employees), (&before.contacts, &before.need, &before.employees));
    assert_eq!(desk.import("leads.json", text(&rich("a"))).updated, 0, "and the reply of the API again is no news");
    assert_eq!(desk.get(1).contacts, before.contacts, "so nothing is turned back and forth");
}

#[test]
fn a_table_in_between_does_not_make_the_users_words_those_of_the_source() {
    let desk = Desk::new();
    desk.import("leads.json", text(&rich("a")));
    let lead = desk.get(1);
    let edit = |tx: &rusqlite::Transaction<'_>, now, changes: &mut Changes| {
        let before = leads::get(tx, lead.id)?;
        let mut after = before.clone();
        after.contacts[1].email = Some("bob@typed.example".into());
        let told = Told { action: Action::Edited, actor: &Actor::User("sam".into()), at: now, now };
        change::save_silently(tx, &before, after, &told, changes)
    };
    desk.app.write(edit).unwrap();
    let typed = desk.get(1).contacts;
    assert_eq!(typed[1].email.as_deref(), Some("bob@typed.example"));
    let table = "Referral ID,Customer Name,Customer Contact First Name,Customer Contact Last Name,\
        Customer Contact Phone number,Customer Contact Email Address,Partner Referral Status,Partner Referral Substatus\n\
        a,Fabrikam,Sue,Smith,1,sue@fabrikam.example,New,Pending\n";
    assert_eq!(desk.import("bulk.csv", table).refused, 0);
    assert_eq!(desk.get(1).contacts, typed, "the table says nothing of Bob");
    let mut news = rich("a");
    news["updatedDateTime"] = json!("2026-11-20T08:00:00Z");
    desk.import("leads.json", text(&news));
    assert_eq!(desk.get(1).contacts, typed, "and the API nothing new");
}

#[test]
fn an_encoding_that_is_not_read_is_refused_and_not_garbled() {
    let desk = Desk::new();
    let header = "Referral ID,Customer Name,Partner Referral Status,Partner Referral Substatus,Notes\n";
    let korean = format!("{header}a,한빛전자,New,Received,서울 강남구\nb,다온식품,New,Received,부산 전화");
    let (bytes, _, _) = encoding_rs::EUC_KR.encode(&korean);
    let cut = &bytes[..bytes.len() - 1];
    let report = desk.import("korean.csv", cut);
    assert_eq!(report.added, 0, "half of the last letter is missing: {:?}", desk.state());
    assert!(report.problem.is_some(), "and that is said");
    let polish = format!("{header}a,Łódź Żółw,New,Received,zażółć gęślą jaźń\nb,Świętosław,New,Received,łąka śpi\n");
    let (bytes, _, bad) = encoding_rs::WINDOWS_1250.encode(&polish);
    assert!(!bad);
    let report = desk.import("polish.csv", &bytes);
    assert!(report.problem.is_some(), "no text in an encoding that Hearth reads: {:?}", desk.get(1).customer);
}

#[test]
fn a_file_of_failed_rows_writes_over_nothing_and_runs_nothing() {
    let desk = Desk::new();
    let table = "Referral ID,Customer Name,=cmd|' /C calc'!A0,Partner Referral Status,Partner Referral Substatus\nx,,1,New,Received\n";
    let texts = Texts::new(Language::En);
    let foreseeing = desk.foresee(&[("a.csv", table.to_owned()), ("b.csv", csv(&[["y", "", "", ""]]))]);
    let path = |name: &str| desk.folder().join(name);
    for name in ["mine 2.csv", "mine.part", "mine.csv"] {
        std::fs::write(path(name), "mine").unwrap();
    }
    let written = foreseeing.write_failed_rows(&path("mine.txt"), &texts).unwrap();
    for name in ["mine 2.csv", "mine.part", "mine.csv"] {
        assert_eq!(std::fs::read_to_string(path(name)).unwrap(), "mine", "nobody was asked about {name}: {written:?}");
    }
    let text = std::fs::read_to_string(&written[0]).unwrap();
    assert!(text.contains(",'=cmd|"), "a spreadsheet runs headings too: {text}");
    let again = desk.import("again.csv", text.replace("x,,", "x,Adatum,"));
    assert_eq!(again.added, 1, "and it comes in again once it is mended: {again:?}");
    let raw = desk.source(1);
    assert!(raw.contains("\"=cmd|"), "under its own heading: {raw}");
}

#[test]
fn a_row_with_too_many_cells_loses_none_of_them() {
    let desk = Desk::new();
    let table = csv(&[["x", "Adatum, Inc", "info@adatum.example", "the last"]]);
    let foreseeing = desk.foresee(&[("a.csv", table)]);
    let target = desk.folder().join("failed.csv");
    foreseeing.write_failed_rows(&target, &Texts::new(Language::En)).unwrap();
    let written = std::fs::read_to_string(&target).unwrap();
    assert!(
        written.contains("x,Adatum, Inc,info@adatum.example,the last,New,Received,More or"),
        "all of it: {written}"
    );
    let again = desk.import("again.csv", &written);
    assert_eq!((again.added, again.refused), (0, 1), "as it is it is still no lead: {written}");
}

#[test]
fn what_a_file_had_made_of_a_row_is_forgotten_with_the_file() {
    let desk = Desk::new();
    let ids: Vec<String> = (0..200).map(|number| format!("r-{number}")).collect();
    let mut rows: Vec<[&str; 4]> = ids.iter().map(|id| [id.as_str(), id.as_str(), "", "one"]).collect();
    rows.insert(0, ["", "Adatum", "info@adatum.example", "one"]);
    let first = csv(&rows);
    let second = csv(&[["z", "Contoso", "info@contoso.example", ""], ["", "Adatum Ltd", "info@adatum.example", "two"]]);
    let mut foreseeing = desk.foresee(&[("a.csv", first.clone()), ("b.csv", second)]);
    foreseeing.decide(Some((1, 3)), Decision::FillIn).unwrap();
    // As long as before, so that only its end tells that it is another file.
    std::fs::write(desk.folder().join("a.csv"), first.replace("one", "two")).unwrap();
    let report = foreseeing.apply(&desk.app, &desk.app.user(), &unwatched).unwrap();
    assert_eq!(report.files[0].problem, Some(FileProblem::Changed), "{report:?}");
    let contoso = desk.get(1);
    assert_eq!(contoso.customer.name, "Contoso");
    assert_eq!(contoso.contacts.len(), 1, "nobody of another company is filled in: {:?}", contoso.contacts);
    assert_eq!(report.files[1].added, 2, "the other row is a lead of its own now: {report:?}");
}

#[test]
fn a_row_of_hearths_own_json_that_was_left_out_comes_back_whole() {
    let desk = Desk::new();
    desk.import("leads.json", text(&referral("a")));
    desk.accept(&desk.get(1)).unwrap();
    let target = desk.folder().join("out.json");
    export(&desk.app, ExportFormat::Json, &Which::All, &target, &|_, _| ControlFlow::Continue(())).unwrap();
    let mut file: Value = serde_json::from_str(&std::fs::read_to_string(&target).unwrap()).unwrap();
    let lead = file["leads"][0].clone();
    let mut nameless = lead.clone();
    (nameless["customer"]["name"], nameless["hearthId"], nameless["referralId"]) = (json!(""), json!(""), json!("b"));
    file["leads"] = json!([nameless, lead, lead]);
    let foreseeing = desk.foresee(&[("out.json", text(&file))]);
    let failed = desk.folder().join("failed.json");
    foreseeing.write_failed_rows(&failed, &Texts::new(Language::En)).unwrap();
    let mut written: Value = serde_json::from_str(&std::fs::read_to_string(&failed).unwrap()).unwrap();
    assert_eq!(written["leads"][1]["stage"], "accepted", "the row, not only what the source had said: {written}");
    written["leads"][1]["hearthId"] = json!("");
    written["leads"][1]["referralId"] = json!("c");
    written["leads"][0]["customer"]["name"] = json!("Bellows");
    written["leads"][0].as_object_mut().unwrap().remove("hearthId");
    written["leads"][1].as_object_mut().unwrap().remove("hearthId");
    assert_eq!(desk.import("mended.json", text(&written)).added, 2, "and it imports once it is mended: {written}");
}

#[test]
fn what_was_taken_in_goes_out_in_a_file_that_can_be_read_again() {
    let desk = Desk::new();
    let mut deep = referral("a");
    deep["aKeyOfTheFuture"] = serde_json::from_str(&format!("{}{}", "[".repeat(124), "]".repeat(124))).unwrap();
    assert_eq!(desk.import("leads.json", text(&json!([deep, referral("b")]))).added, 2, "as deep as is read");
    let target = desk.folder().join("out.json");
    export(&desk.app, ExportFormat::Json, &Which::All, &target, &|_, _| ControlFlow::Continue(())).unwrap();
    let report = desk.import("out.json", std::fs::read(&target).unwrap());
    assert_eq!((report.problem, report.unchanged), (None, 2), "one lead spoils no file of all leads");
}

#[test]
fn lines_of_pairs_that_failed_come_back() {
    let desk = Desk::new();
    let pairs = "company = \nemail = kim@adatum.example\nlast_name = Kim\nlead_source = Marketplace\n";
    let foreseeing = desk.foresee(&[("lead.txt", pairs.to_owned())]);
    let failed = desk.folder().join("failed.json");
    foreseeing.write_failed_rows(&failed, &Texts::new(Language::En)).unwrap();
    let written = std::fs::read_to_string(&failed).unwrap();
    let mended = written.replace("\"company\":\"\"", "\"company\":\"Adatum\"");
    assert_eq!(desk.import("mended.json", &mended).added, 1, "mended, it imports: {mended}");
}
