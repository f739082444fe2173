//! How the screens of files in and out and of duplicates look and read: both languages, both themes, both sizes.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::look::{SMALL, WIDE, Walk, leads, wear};
use crate::desk::Desk;
use crate::files::written;
use crate::window::keys;

/// Tables that are understood by their headings: one lead that is new, one that may be here, one that is refused.
const VISITORS: [(&str, &str); 2] = [
    (
        "visitors-of-the-fair.csv",
        "Company;First name;Last name;E-mail;Phone;Request;Budget;Currency;Received;Stand\n\
         Relecloud;Ana;Bowman;ana@relecloud.example;+1 206 555 0111;Backup for forty laptops;18000;USD;2026-11-21;4\n\
         Fabrikam;Dana;Whitfield;dana.whitfield@fabrikam.example;+1 425 555 0142;Asked again at the fair;;;2026-11-21;4\n\
         ;Kim;Akers;kim@litware.example;;A phone system;;;2026-11-21;7\n",
    ),
    (
        "박람회-방문자.csv",
        "회사명,담당자,이메일,전화번호,문의 내용,예상 금액,통화,받은 시각,부스\n\
         다올전자,이하늘,haneul@daol.example,02-555-0111,노트북 마흔 대의 백업,18000000,KRW,2026-11-21,4\n\
         한빛물류,김서연,seoyeon.kim@hanbit.example,032-555-0123,박람회에서 다시 문의,,,2026-11-21,4\n\
         ,최유진,yujin@garam.example,,전화 시스템,,,2026-11-21,7\n",
    ),
];

/// The visitors of a day; those of another day are other people, but for the one who is here.
fn table(desk: &Desk, language: &str, day: &str) -> PathBuf {
    let (name, table) = VISITORS[usize::from(language == "ko")];
    let mut table = table.to_owned();
    if day != "1" {
        let others = [
            ("Relecloud", "Tailspin Toys"),
            ("ana@relecloud", "ana@tailspin"),
            ("555 0111", "555 0119"),
            ("Asked again", "Asked a third time"),
            ("다올전자", "누리출판"),
            ("haneul@daol", "haneul@nuri"),
            ("555-0111", "555-0119"),
            ("다시 문의", "세 번째 문의"),
        ];
        table = others.iter().fold(table, |table, (one, other)| table.replace(one, other));
    }
    written(&desk.home(), &format!("{day}-{name}"), table.as_bytes())
}

/// Chooses the entry at a place of the menu behind a button in the head.
fn menu(walk: &Walk<'_>, button: &str, place: usize) {
    walk.click(button);
    walk.window.find_css("[role=menu]");
    for _ in 1..place {
        walk.window.press(keys::DOWN);
    }
    walk.window.press(keys::ENTER);
}

const IMPORTS: &str = ".icons .import > button";
const MORE: &str = ".icons > span > button";

/// The wizard from its first step to the report.
fn wizard(walk: &mut Walk<'_>, desk: &Desk, file: &Path, size: &str) {
    let window = walk.window;
    let broken = written(&desk.home(), "leads-cut-off.json", br#"{"value": [{"id": "1", "#);
    assert_eq!(desk.start_again(&[file, &broken]), 0, "both files are handed over");
    window.until("both files", "return document.querySelectorAll('dialog[open] .step li').length === 2", json!([]));
    walk.look_at(&format!("import-files{size}"));
    walk.click("dialog[open] nav li:nth-of-type(2) button");
    window.until("the columns", "return document.querySelector('dialog[open] [role=table]') !== null", json!([]));
    walk.look_at(&format!("import-columns{size}"));
    window.check_import();
    walk.look_at(&format!("import-check{size}"));
    for (outcome, screen) in [(5, "import-doubtful"), (7, "import-refused")] {
        let tile = format!("dialog[open] .tiles button:nth-of-type({outcome})");
        walk.click(&tile);
        let shown = "return document.querySelector(arguments[0])?.ariaPressed === 'true' && document.querySelectorAll('dialog[open] tbody tr').length === 1 && document.querySelector('dialog[open] .rows')?.ariaBusy === 'false'";
        window.until(&format!("the one row of {screen}"), shown, json!([tile]));
        walk.look_at(&format!("{screen}{size}"));
    }
}

/// What can be done about imports that were done, and the folder whose files come in by themselves.
fn imports(walk: &mut Walk<'_>, desk: &Desk) {
    let window = walk.window;
    menu(walk, IMPORTS, 2);
    window.until("the imports", "return document.querySelector('dialog[open] li') !== null", json!([]));
    walk.look_at("imports");
    walk.click("dialog[open] li:first-of-type button");
    window.until("what would be undone", "return document.querySelector('dialog[open] .does') !== null", json!([]));
    walk.look_at("import-undo");
    window.press(keys::ESCAPE);
    window.until("the list", "return document.querySelectorAll('dialog[open]').length === 1", json!([]));
    walk.escape();

    let folder = desk.home().join("In");
    std::fs::create_dir(&folder).expect("the desk's home can be written");
    desk.answer_dialogs(&[&folder]);
    menu(walk, IMPORTS, 3);
    walk.click("dialog[open] section:first-of-type .buttons button");
    // The folder is another one in every run, and nobody's in a picture.
    let path = "const path = document.querySelector('dialog[open] .path'); if (path) path.textContent = '/home/sam/Leads'; return path !== null";
    window.until("the folder", path, json!([]));
    walk.look_at("settings-import");
    walk.escape();
    for (name, content) in [("monday.csv", &b"a,b\n1,2\n"[..]), ("tuesday.json", br#"{"value": []}"#)] {
        let file = written(&folder, name, content);
        window.until_found("the file is taken", || (!file.exists()).then_some(()));
    }
    walk.click(".bell button");
    window.until("what came", "return document.querySelectorAll('.popover article').length >= 2", json!([]));
    walk.look_at("bell-arrivals");
    window.press(keys::ESCAPE);
}

/// Leads go out, and two that are one become one.
fn out_and_together(walk: &mut Walk<'_>, size: &str) {
    let window = walk.window;
    window.press("o");
    window.until("the leads are counted", "return document.querySelector('dialog[open] .told p') !== null", json!([]));
    walk.look_at(&format!("export{size}"));
    walk.escape();
    menu(walk, MORE, 2);
    window.until("the pairs", "return document.querySelector('dialog[open] .pairs li') !== null", json!([]));
    walk.look_at(&format!("duplicates{size}"));
    walk.click("dialog[open] .pairs > li .actions button:last-child");
    window.until("both sides", "return document.querySelector('dialog[open] .heads') !== null", json!([]));
    walk.look_at(&format!("merge{size}"));
}

fn walk_through(language: &'static str, theme: &'static str) {
    let desk = Desk::with_leads(&leads());
    let window = desk.window();
    wear(&window, language, theme);
    let mut walk = Walk { window: &window, look: format!("{language}-{theme}"), violations: Vec::new() };
    wizard(&mut walk, &desk, &table(&desk, language, "1"), "");
    // The doubtful one is added, so that there are two to be merged.
    walk.click("dialog[open] .tiles button:nth-of-type(5)");
    walk.click("dialog[open] tbody label:first-of-type input");
    window.apply_import();
    walk.look_at("import-done");
    window.put_report_away();
    imports(&mut walk, &desk);

    walk.click("[role=row] .who");
    window.press("x");
    window.find_css(".selection");
    walk.look_at("selection");
    window.press(keys::ESCAPE);
    walk.click(".icons > button:first-of-type");
    window.click_css("dialog[open] input[type=email]");
    window.type_keys(if language == "ko" { "seoyeon.kim@hanbit.example" } else { "dana.whitfield@fabrikam.example" });
    window.find_css("dialog[open] .likely");
    walk.look_at("add-likely");
    walk.escape_from_form();
    out_and_together(&mut walk, "");
    walk.click("dialog[open] [type=submit]");
    window.until("they are one", "return document.querySelectorAll('dialog[open]').length <= 1", json!([]));
    walk.escape();
    walk.without_toasts();

    window.set_size(SMALL.0, SMALL.1);
    wizard(&mut walk, &desk, &table(&desk, language, "2"), "-small");
    walk.escape();
    window.press("o");
    window.until("the leads are counted", "return document.querySelector('dialog[open] .told p') !== null", json!([]));
    walk.look_at("export-small");
    walk.escape();
    window.set_size(WIDE.0, WIDE.1);
    assert!(walk.violations.is_empty(), "WCAG 2.2 AA:\n{}", walk.violations.join("\n"));
}

#[test]
fn every_screen_of_files_is_accessible_in_english_and_light() {
    walk_through("en", "light");
}

#[test]
fn every_screen_of_files_is_accessible_in_english_and_dark() {
    walk_through("en", "dark");
}

#[test]
fn every_screen_of_files_is_accessible_in_korean_and_light() {
    walk_through("ko", "light");
}

#[test]
fn every_screen_of_files_is_accessible_in_korean_and_dark() {
    walk_through("ko", "dark");
}
