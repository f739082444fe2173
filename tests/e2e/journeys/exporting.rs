//! Leads go out: the list, what is marked, each format; and what was written comes back without changing anything.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::desk::{Desk, Setup};
use crate::files::{Referral, lead};
use crate::window::{Window, keys};

fn some() -> Vec<Referral> {
    vec![
        lead("Fabrikam", "2026-11-20T09:00:30Z").value(10_000.0, "USD"),
        lead("한빛물류 주식회사", "2026-11-21T09:00:30Z").need("=HYPERLINK(\"https://evil.example\") 라는 메모"),
        lead("Northwind Traders", "2026-11-19T09:00:30Z").qualified(),
        lead("Adventure Works", "2026-11-01T09:00:30Z").accepted("2026-11-02T09:00:30Z", "Point of sale"),
    ]
}

/// Chooses one of the choices of the open export by its name.
fn choose(window: &Window, name: &str) {
    let script = "return [...document.querySelectorAll('dialog[open] label')].find((label) => label.querySelector('.name')?.innerText.trim() === arguments[0]) ?? null";
    window.click_on(&format!("the choice {name:?}"), || {
        window.element(&format!("a choice {name:?}"), script, json!([name]))
    });
}

/// Writes to `target` and waits until the window says so.
fn write(desk: &Desk, format: &str, target: &Path) {
    let window = desk.window();
    desk.answer_dialogs(&[target]);
    choose(&window, format);
    let ready = "return document.querySelector('dialog[open] .told p')?.innerText ?? null";
    window.until("the leads are counted", ready, json!([]));
    window.click_css("dialog[open] [type=submit]");
    window.until_no_dialog();
    window.until_says(&target.file_name().expect("it has a name").to_string_lossy());
    let away = "const away = document.querySelector('.toast button:last-of-type'); away?.click(); return !away";
    window.until("the toast is put away", away, json!([]));
}

fn text_of(target: &Path) -> String {
    let bytes = std::fs::read(target).unwrap_or_else(|error| panic!("{}: {error}", target.display()));
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn leads_are_written_in_every_format() {
    let desk = Desk::with_leads(&some());
    let window = desk.window();
    window.open_row("Fabrikam");
    let formats: [(&str, &str, &str); 9] = [
        ("Excel workbook (XLSX)", "out.xlsx", "PK"),
        ("CSV", "out.csv", "Fabrikam"),
        ("Partner Center CSV", "partner-center.csv", "Fabrikam"),
        ("JSON", "out.json", "한빛물류"),
        ("Salesforce CSV", "salesforce.csv", "LastName"),
        ("Contacts (vCard)", "out.vcf", "BEGIN:VCARD"),
        ("Dynamics 365 workbook (XLSX)", "dynamics.xlsx", "PK"),
        ("Calendar (.ics)", "out.ics", "BEGIN:VEVENT"),
        ("Dynamics 365 CSV", "dynamics.csv", "Whitfield"),
    ];
    for (format, name, holds) in formats {
        window.press("o");
        window.find("dialog", "Export leads");
        choose(&window, "Everything");
        if name == "out.xlsx" {
            window.until_says("4 leads");
            window.must_be_accessible("the export");
        }
        let target = desk.home().join(name);
        write(&desk, format, &target);
        let text = text_of(&target);
        assert!(text.contains(holds), "{format}: {}", text.chars().take(400).collect::<String>());
    }
    let asked = desk.asked_dialogs();
    assert!(
        asked.iter().any(|asked| asked.contains("hearth-leads-2026-11-22.csv")),
        "a name for today is proposed: {asked:?}"
    );
    assert!(
        !text_of(&desk.home().join("out.csv")).contains(";=HYPERLINK"),
        "no spreadsheet runs what a customer wrote"
    );
    let left: Vec<PathBuf> = std::fs::read_dir(desk.home())
        .expect("the desk's home can be read")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.to_string_lossy().ends_with(".part"))
        .collect();
    assert!(left.is_empty(), "nothing half-written stays: {left:?}");

    for name in ["out.csv", "out.json", "out.xlsx"] {
        desk.import(&desk.home().join(name));
        window.check_import();
        window.until_foreseen(&[
            ("added", "0"),
            ("updated", "0"),
            ("unchanged", "4"),
            ("doubtful", "0"),
            ("refused", "0"),
        ]);
        window.press(keys::ESCAPE);
        window.until_no_dialog();
    }
}

#[test]
fn only_the_list_on_the_screen_or_what_is_marked_is_written() {
    let desk = Desk::with_leads(&some());
    let window = desk.window();
    window.until_count("Received", "2");
    window.button("More");
    window.choose_in_menu("Export leads…");
    let list = desk.home().join("list.csv");
    write(&desk, "CSV", &list);
    let text = text_of(&list);
    assert!(text.contains("Fabrikam") && text.contains("한빛물류"), "both that are listed: {text}");
    assert!(
        !text.contains("Northwind") && !text.contains("Adventure Works"),
        "and none of another tab or stage: {text}"
    );

    window.open_row("Fabrikam");
    window.press("x");
    window.until_says("1 selected");
    window.must_be_accessible("a selection");
    window.press("o");
    let marked = desk.home().join("marked.csv");
    write(&desk, "CSV", &marked);
    let text = text_of(&marked);
    assert!(text.contains("Fabrikam") && !text.contains("한빛물류"), "only the marked one: {text}");

    let before = desk.asked_dialogs().len();
    desk.answer_dialogs(&[]);
    window.press("o");
    window.until(
        "the leads are counted",
        "return document.querySelector('dialog[open] .told p')?.innerText ?? null",
        json!([]),
    );
    window.click_css("dialog[open] [type=submit]");
    window.until_found("the system asks where to", || (desk.asked_dialogs().len() > before).then_some(()));
    window.until_no_dialog();
    assert!(!window.text().contains("are in"), "a dialog that was cancelled writes nothing, and nothing is said");
}

#[test]
fn a_korean_export_has_korean_headings_and_comes_back() {
    let desk = Setup { language: "ko_KR.UTF-8", ..Setup::default() }.with_leads(&some());
    let window = desk.window();
    window.press("o");
    window.find("dialog", "잠재 고객 내보내기");
    choose(&window, "전체");
    let target = desk.home().join("나감.csv");
    write(&desk, "CSV", &target);
    let text = text_of(&target);
    assert!(text.starts_with('\u{feff}'), "a spreadsheet knows it as UTF-8 by its mark");
    assert!(text.contains("고객") && text.contains("한빛물류"), "{}", text.chars().take(300).collect::<String>());
    desk.import(&target);
    window.check_import();
    window.until_foreseen(&[("추가", "0"), ("거부", "0")]);
    window.press(keys::ESCAPE);
    window.until_no_dialog();
}

#[test]
fn a_lead_goes_to_paper_and_to_the_address_book() {
    let desk = Desk::with_leads(&some());
    let window = desk.window();
    window.open_row("Fabrikam");
    let card = desk.home().join("fabrikam.vcf");
    desk.answer_dialogs(&[&card]);
    window.button("More about this lead");
    window.choose_in_menu("Save as vCard…");
    window.until_says("fabrikam.vcf");
    let text = text_of(&card);
    assert!(text.contains("EMAIL") && text.contains("dana@fabrikam.example"), "the contact is in it: {text}");
    assert!(text.contains("+1 425 555 0142") || text.contains("+14255550142"), "a phone stays a phone: {text}");
    window.press("p");
    desk.until_print_dialog();
}
