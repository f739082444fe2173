//! The import's wizard from the files to the report, and what is done about an import afterwards.

use std::path::PathBuf;

use serde_json::json;

use crate::desk::{Desk, NOW, Setup};
use crate::files::{hot, json_file, lead, written};
use crate::window::{Window, keys};

/// A table of another program: a mail address twice, a date that is none, and a column that nobody can guess.
const VISITORS: &str = "\
Firm;Person;Mail;Telefon;Wish;Budget;Seen on
Fabrikam;Dana Whitfield;dana@fabrikam.example;+1 425 555 0142;A move of the mail to the cloud;48000;2026-11-20
Contoso;Priya Raman;priya@contoso.example;+1 425 555 0178;Storage for clinical trials;9500,50;2026-11-19
Fabrikam Inc.;Dana Whitfield;dana@fabrikam.example;;The same, asked at the next stand;;2026-11-20
Litware;Kim Akers;kim@litware.example;;A phone system;;the other day
";

const KOREAN_VISITORS: &str = "\
찾아온 곳,담당자,이메일,연락처,문의 내용,금액
한빛물류 주식회사,김서연,seoyeon@hanbit.example,032-555-0123,재고 시스템을 클라우드로 옮기려고 합니다.,85000000
미르건설,박도윤,doyun@mir.example,051-555-0147,현장 사진과 도면을 태블릿으로 보고 싶습니다.,12000000
";

fn visitors(desk: &Desk, name: &str, table: &str) -> PathBuf {
    written(&desk.home(), name, table.as_bytes())
}

/// Chooses `file` in the picker, from the menu in the head of the window.
fn choose(desk: &Desk, file: &std::path::Path) {
    desk.answer_dialogs(&[file]);
    desk.window().import_menu("Import files…");
    desk.window().find("dialog", "Import leads");
}

/// Waits for the columns, and says what each is that matters.
fn map_visitors(window: &Window) {
    window.button("Continue");
    window.until_says("Say what each column is.");
    for (heading, column) in [
        ("Firm", "Customer"),
        ("Person", "Contact"),
        ("Mail", "Contact e-mail"),
        ("Telefon", "Contact phone"),
        ("Wish", "Need"),
        ("Budget", "Estimated value"),
        ("Seen on", "Received"),
    ] {
        window.map_column(&format!("What “{heading}” is"), column);
    }
    window.fill("Currency of amounts without one", "EUR");
    window.choose("Amounts are written", "With a decimal comma: 1.234,50");
}

#[test]
fn a_table_of_another_program_is_mapped_checked_and_imported() {
    let desk = Desk::with_leads(&[lead("Northwind Traders", "2026-11-20T10:00:30Z")]);
    let file = visitors(&desk, "visitors.csv", VISITORS);
    let window = desk.window();
    choose(&desk, &file);
    window.until_says("A table of another program");
    window.must_be_accessible("the files of an import");
    map_visitors(&window);
    window.until_says("7 of 7 columns are imported.");
    window.must_be_accessible("the columns of an import");
    window.button("Saved mappings");
    window.fill("Save these choices as", "Fair in Munich");
    window.button("Save");
    window.until_says("Saved as “Fair in Munich”.");
    window.button("Continue");
    window.until_foreseen(&[("all rows", "4"), ("added", "2"), ("doubtful", "1"), ("refused", "1")]);
    window.must_be_accessible("the check of an import");

    window.filter_rows("refused");
    window.until_says("Not a date");
    window.until_says("the other day");
    window.filter_rows("doubtful");
    window.until_foreseen_rows(&["Fabrikam Inc."]);
    window.until_says("The same e-mail: dana@fabrikam.example");
    window.must_be_accessible("doubtful rows");
    window.click("radio", "Add");
    window.until_says("3 leads will be added");
    window.click("radio", "Leave out");
    window.until_says("1 doubtful row is left out");
    window.button("Import 2 leads");
    window.until_says("2 added 0 updated 0 unchanged 1 left out 0 set aside 1 refused");
    window.must_be_accessible("the report of an import");
    window.button("Show the leads");
    window.until_no_dialog();
    window.open_row("Contoso");
    window.until_card("What the customer needs", "Storage for clinical trials");
    window.until_says("€9,500.50");

    choose(&desk, &file);
    window.until_says("Its columns are known by your saved mapping “Fair in Munich”.");
    window.button("Continue");
    window.until_foreseen(&[("added", "0"), ("unchanged", "2"), ("doubtful", "1"), ("refused", "1")]);
    window.until_says("There is nothing to import");
    window.button("Close");
    window.until_no_dialog();
    window.until_count("Received", "3");
}

#[test]
fn a_korean_table_is_understood_by_its_headings_in_korean() {
    let desk = Setup { language: "ko_KR.UTF-8", ..Setup::default() }.start();
    let file = visitors(&desk, "박람회 방문자.csv", KOREAN_VISITORS);
    let window = desk.window();
    desk.import(&file);
    window.until_says("박람회 방문자.csv");
    window.button("계속");
    window.until("the columns", "return document.querySelector('dialog[open] [role=table]') !== null", json!([]));
    window.map_column("‘찾아온 곳’ 열이 무엇인지", "고객");
    window.fill("통화가 없는 금액의 통화", "KRW");
    window.must_be_accessible("the columns of an import, in Korean");
    window.check_import();
    window.until_foreseen(&[("추가", "2"), ("거부", "0")]);
    window.must_be_accessible("the check of an import, in Korean");
    window.apply_import();
    window.put_report_away();
    window.open_row("한빛물류 주식회사");
    window.until_says("₩85,000,000");
    window.until_says("seoyeon@hanbit.example");
}

#[test]
fn any_number_of_rows_is_looked_through_page_by_page_and_by_keyboard() {
    let desk = Desk::start();
    let leads: Vec<_> = (1..=120)
        .map(|n| {
            let email = format!("dana@customer{n}.example");
            lead(&format!("Customer {n:03}"), NOW).contact("Dana", "Whitfield", &email, "")
        })
        .collect();
    let window = desk.window();
    desk.import(&json_file(&desk.home(), "many.json", &leads));
    window.find("dialog", "Import leads");
    window.press_with(keys::CONTROL, keys::ENTER);
    window.until_foreseen(&[("all rows", "120"), ("added", "120")]);
    window.until_says("1–50 of 120");
    window.tab_to("Next page");
    window.press(keys::ENTER);
    window.until_says("51–100 of 120");
    window.tab_to("Last page");
    window.press(keys::ENTER);
    window.until_says("101–120 of 120");
    assert_eq!(
        window.foreseen_rows().first().map(String::as_str),
        Some("Customer 101"),
        "the page begins where it says"
    );
    window.press(keys::ESCAPE);
    window.until_no_dialog();
    window.until_says("Which customer is waiting?");
}

#[test]
fn an_import_that_is_cancelled_leaves_nothing() {
    let desk = Desk::start();
    let leads: Vec<_> = (1..=50)
        .map(|n| lead(&format!("Customer {n}"), NOW).contact("Dana", "W", &format!("d@customer{n}.example"), ""))
        .collect();
    let window = desk.window();
    desk.import(&json_file(&desk.home(), "many.json", &leads));
    window.check_import();
    window.until_foreseen(&[("added", "50")]);
    // Somebody else writes: the import waits for its turn, and cannot be faster than the click.
    let held = desk.hold_database();
    window.button("Import 50 leads");
    window.button("Cancel");
    window.until_says("Cancelling…");
    drop(held);
    window.until_says("Cancelled. Nothing was imported.");
    let state = window.invoke("desk_state", json!({ "request": { "query": "" } }));
    assert_eq!(state.map(|state| state["totalLeads"].clone()), Ok(json!(0)), "not one row of it is here");
    window.button("Import 50 leads");
    window.button("Show the leads");
    window.until_count("Received", "50");
}

#[test]
fn an_import_is_taken_back_as_a_whole_but_for_what_was_worked_on() {
    let desk = Desk::with_leads(&[lead("Northwind Traders", "2026-11-20T10:00:30Z")]);
    let window = desk.window();
    let email = |name: &str| format!("dana@{name}.example");
    let leads = ["fabrikam", "contoso", "litware"]
        .map(|name| lead(name, "2026-11-21T10:00:30Z").contact("Dana", "Whitfield", &email(name), ""));
    desk.import(&json_file(&desk.home(), "by mistake.json", &leads));
    window.import_what_waits();
    window.put_report_away();
    window.open_row("contoso");
    window.accept("Storage");

    window.import_menu("Past imports…");
    window.find("dialog", "Past imports");
    window.until_says("by mistake.json");
    window.must_be_accessible("past imports");
    let undo =
        "return __page.all('button', null).find((button) => /^Undo the import of /.test(__page.name(button))) ?? null";
    window.click_on("Undo…", || window.element("the newest import's Undo", undo, json!([])));
    window.find("dialog", "Undo this import?");
    window.until_says("2 leads that it added are removed.");
    window.until_says("1 lead was worked on since.");
    window.must_be_accessible("taking an import back");
    window.button("Undo this import");
    window.until_says("The import is taken back");
    window.until_says("2 leads were removed.");
    window.until_says("1 lead that was worked on since has stayed.");
    window.button("Close");
    window.until_says("Taken back");
    window.press(keys::ESCAPE);
    window.until_no_dialog();
    window.until_count("Received", "1");
    window.go_to("Accepted");
    window.until_listed(&["contoso"]);
}

#[test]
fn rows_that_failed_are_mended_in_a_file_and_imported_from_it() {
    let desk = Desk::start();
    let window = desk.window();
    let file = visitors(&desk, "visitors.csv", VISITORS);
    desk.import(&file);
    map_visitors(&window);
    window.button("Saved mappings");
    window.fill("Save these choices as", "Fair in Munich");
    window.button("Save");
    window.until_says("Saved as “Fair in Munich”.");
    window.check_import();
    window.apply_import();
    let failed = desk.home().join("failed.csv");
    desk.answer_dialogs(&[&failed]);
    window.button("Save refused rows…");
    window.until_says("The refused rows are saved as failed.csv.");
    let asked = desk.asked_dialogs();
    assert!(
        asked.last().is_some_and(|asked| asked.contains("visitors")),
        "the name says whose rows they are: {asked:?}"
    );
    window.put_report_away();

    let text = std::fs::read_to_string(&failed).expect("the file is there");
    assert!(text.contains("the other day") && !text.contains("priya@"), "what failed, and nothing else: {text}");
    assert!(text.contains("Not a date"), "with the reason beside it: {text}");
    // As a spreadsheet saves it: the reason may stay.
    std::fs::write(&failed, text.replacen("the other day", "2026-11-18", 1)).expect("the desk's home can be written");
    desk.import(&failed);
    window.until_says("Its columns are known by your saved mapping “Fair in Munich”.");
    window.check_import();
    window.until_foreseen(&[("added", "1"), ("refused", "0")]);
    window.apply_import();
    window.put_report_away();
    window.open_row("Litware");
}

#[test]
fn an_import_says_what_it_did_with_every_row() {
    let some = [
        hot("Fabrikam", "2026-11-20T09:00:30Z").contact("A", "B", "a@fabrikam.example", ""),
        lead("Contoso", "2026-11-18T09:00:30Z").contact("A", "B", "a@contoso.example", ""),
    ];
    let desk = Desk::with_leads(&some);
    let window = desk.window();
    let mut leads = some.to_vec();
    leads[1] = leads[1].clone().need("They want more than before.");
    leads.push(lead("Relecloud", "2026-11-20T09:00:30Z").with("/type", json!("Shared")));
    leads.push(lead("Litware", "2026-11-20T09:00:30Z").with("/createdDateTime", json!("yesterday")));
    let good = json_file(&desk.home(), "again.json", &leads);
    let broken = written(&desk.home(), "broken.json", br#"{"value": [{"id": "1", "#);
    assert_eq!(desk.start_again(&[&good, &broken]), 0, "both are handed over");
    window.until_says("broken.json");
    window.check_import();
    window.until_foreseen(&[
        ("added", "0"),
        ("updated", "1"),
        ("unchanged", "1"),
        ("set aside", "1"),
        ("refused", "1"),
    ]);
    window.filter_rows("updated");
    window.until_says("They want more than before.");
    window.until_says("We want to move our file server to the cloud.");
    window.filter_rows("set aside");
    window.until_says("Set aside are co-sell opportunities");
    window.apply_import();
    window.until_says("0 added 1 updated 1 unchanged 0 left out 1 set aside 1 refused");
    window.until_says("Nothing of this file was imported.");
    window.put_report_away();
}

#[test]
fn files_that_come_meanwhile_wait_for_their_turn() {
    let desk = Desk::start();
    let window = desk.window();
    let one = |name: &str| {
        json_file(
            &desk.home(),
            &format!("{name}.json"),
            &[lead(name, NOW).contact("A", "B", &format!("a@{name}.example"), "")],
        )
    };
    desk.import(&one("first"));
    window.until_says("first.json");
    desk.import(&one("second"));
    window.until_says("More files have come. They follow after this import.");
    window.import_what_waits();
    window.button("Next files");
    window.until_says("second.json");
    window.import_what_waits();
    window.put_report_away();
    window.until_count("Received", "2");
    let asked = desk.asked_dialogs().len();
    desk.answer_dialogs(&[]);
    window.import_menu("Import files…");
    window.until_found("the picker was opened", || (desk.asked_dialogs().len() > asked).then_some(()));
    desk.answer_dialogs(&[&one("third")]);
    desk.import(&one("fourth"));
    window.until_says("fourth.json");
    window.button("Add files…");
    window.until_says("third.json");
    window.button("Leave out fourth.json");
    window.until(
        "it is left out",
        "return !document.querySelector('dialog[open]').innerText.includes('fourth.json')",
        json!([]),
    );
    window.import_what_waits();
    window.put_report_away();
    window.until_count("Received", "3");
}
