//! How the window looks and reads: both languages, both themes, every screen asked for violations of WCAG 2.2 AA, and its
//! picture taken.
//!
//! Pictures go to `target/e2e/screenshots/`; with `HEARTH_WRITE_SCREENSHOTS=1` to `docs/screenshots/`, where the README
//! shows them. Leads and clock are the same in every run.

use std::path::PathBuf;

use serde_json::json;

use crate::desk::{Desk, NOW, Setup};
use crate::files::{Referral, hot, json_file, lead, written};
use crate::window::{Window, keys, results};

/// The sizes of the window that the design is made for.
pub(super) const WIDE: (u32, u32) = (1280, 800);
pub(super) const SMALL: (u32, u32) = (880, 600);

/// The screens whose pictures are for readers; the others are for whoever works on the window.
const MAIN: [&str; 33] = [
    "first-run",
    "import-files",
    "import-columns",
    "import-check",
    "import-report",
    "imports",
    "settings-import",
    "export",
    "duplicates",
    "merge",
    "desk",
    "accept",
    "accepted",
    "archived",
    "outbox",
    "bell",
    "settings",
    "settings-alarm",
    "snooze",
    "follow-up",
    "follow-ups",
    "bell-away",
    "desk-small",
    "detail-small",
    "search",
    "filters",
    "columns",
    "columns-small",
    "board",
    "board-small",
    "bulk-preview",
    "palette",
    "settings-keys",
];

/// A desk like those of a small partner in Seoul and Seattle.
pub(super) fn leads() -> Vec<Referral> {
    vec![
        hot("Fabrikam, Inc.", "2026-11-19T11:14:30Z")
            .need("We lose our file server contract at the end of the month and want to be on Microsoft 365 before that. Please call me directly, mornings are best.")
            .contact("Dana", "Whitfield", "dana.whitfield@fabrikam.example", "+1 425 555 0142"),
        hot("한빛물류 주식회사", "2026-11-20T01:40:30Z")
            .need("물류센터 세 곳의 재고 시스템을 클라우드로 옮기려고 합니다. 이번 주 안에 전화로 상담받고 싶습니다.")
            .value(85_000_000.0, "KRW")
            .contact("서연", "김", "seoyeon.kim@hanbit.example", "032-555-0123")
            .address("인천", "KR"),
        hot("Contoso Pharmaceuticals", "2026-11-17T08:20:30Z").need("Validated document storage for clinical trials."),
        lead("Lamna Healthcare", "2026-11-14T09:00:30Z").need("Interested in your security assessment.").with("/details/dealValue", json!(null)),
        lead("미르건설", "2026-11-16T02:00:30Z").need("현장 사진과 도면을 태블릿으로 보고 싶습니다.").value(12_000_000.0, "KRW").address("부산", "KR"),
        lead("Adventure Works Cycles", "2026-11-20T15:30:30Z").need("Point of sale in twelve shops, offline when the line is down.").value(64_000.0, "USD"),
        lead("Alpine Ski House", "2026-11-21T18:05:30Z").need("Guest Wi-Fi and identity for seasonal staff.").value(9_500.0, "EUR").address("Innsbruck", "AT"),
        lead("Northwind Traders", "2026-11-18T10:00:30Z").qualified().need("Wants a demo of warehouse planning.").value(150_000.0, "USD"),
        lead("다온식품", "2026-11-19T04:00:30Z").qualified().need("주문 관리 프로그램을 새로 도입하려고 합니다."),
        lead("Trey Research", "2026-11-02T10:00:30Z").accepted("2026-11-03T09:00:00Z", "Research data platform").value(210_000.0, "USD"),
    ]
}

/// Keeps a picture of a screen.
fn picture(window: &Window, screen: &str, look: &str) {
    let docs = MAIN.contains(&screen) && std::env::var_os("HEARTH_WRITE_SCREENSHOTS").is_some();
    let folder = if docs {
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/screenshots")
    } else {
        results().join("screenshots")
    };
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    std::fs::write(folder.join(format!("{screen}-{look}.png")), window.picture()).expect("a picture can be written");
}

/// A walk through the screens in one look; what axe found on the way.
pub(super) struct Walk<'a> {
    pub(super) window: &'a Window,
    pub(super) look: String,
    pub(super) violations: Vec<String>,
}

impl Walk<'_> {
    pub(super) fn look_at(&mut self, screen: &str) {
        picture(self.window, screen, &self.look);
        self.check(screen);
    }

    pub(super) fn check(&mut self, screen: &str) {
        let found = self.window.violations();
        self.violations.extend(found.into_iter().map(|what| format!("{screen} ({}): {what}", self.look)));
    }

    /// Clicks what an icon or button is by its place, for it has another name in each language.
    pub(super) fn click(&self, selector: &str) {
        self.window.click_css(selector);
    }

    /// Puts the toasts away: their seconds would make each picture another one.
    pub(super) fn without_toasts(&self) {
        let away = "const away = document.querySelector('.toast button:last-of-type'); away?.click(); return !away";
        self.window.until("the toasts are gone", away, json!([]));
    }

    /// Leaves a form in which something was typed.
    pub(super) fn escape_from_form(&self) {
        self.window.press(keys::ESCAPE);
        self.click("dialog[open] .button.danger");
        self.window.until_no_dialog();
    }

    pub(super) fn escape(&self) {
        self.window.press(keys::ESCAPE);
        self.window.until_no_dialog();
    }
}

/// Puts language and theme on as the settings do.
pub(super) fn wear(window: &Window, language: &str, theme: &str) {
    let bootstrap = window.invoke("bootstrap", json!({ "request": {} })).expect("the desk answers");
    let mut settings = bootstrap["settings"].clone();
    settings["language"] = json!(language);
    settings["theme"] = json!(theme);
    window.invoke("save_settings", json!({ "request": settings })).expect("the settings are saved");
    let worn = "return document.documentElement.lang === arguments[0] && document.documentElement.dataset.theme === arguments[1]";
    window.until(&format!("{language} and {theme} are worn"), worn, json!([language, theme]));
}

/// What is put off: snoozed, followed up, and told after a while away.
fn plans(walk: &mut Walk<'_>, desk: &Desk) {
    let window = walk.window;
    // It expires on the next morning.
    desk.receive(&[lead("Woodgrove Bank", "2026-11-09T10:00:30Z")]);
    window.open_row("Adventure Works Cycles");
    window.press("s");
    window.find_css("[role=menu]");
    walk.look_at("snooze");
    window.press(keys::END);
    window.press(keys::ENTER);
    window.find_css("dialog[open] form");
    walk.look_at("snooze-other");
    walk.escape();
    for (customer, choice, note) in [
        ("Adventure Works Cycles", 2, "Twelve shops: ask for the floor plans."),
        ("미르건설", 1, "현장 방문 일정을 확인할 것."),
    ] {
        window.open_row(customer);
        window.press("u");
        window.click_css("dialog[open] textarea");
        window.type_keys(note);
        walk.click(&format!("dialog[open] .quick button:nth-of-type({choice})"));
        if choice == 2 {
            walk.look_at("follow-up");
        }
        walk.click("dialog[open] [type=submit]");
        window.until_no_dialog();
        window.find_css(".plan.set .note");
    }
    walk.without_toasts();
    walk.look_at("follow-ups");
    desk.set_clock("2026-11-23T12:00:00Z");
    walk.click(".bell button");
    window.until("the bell lists", "return document.querySelector('.popover section') !== null", json!([]));
    walk.look_at("bell-away");
    window.press(keys::ESCAPE);
}

fn walk_through(language: &'static str, theme: &'static str) {
    let desk = Desk::start();
    let window = desk.window();
    window.until_says("Which customer is waiting?");
    wear(&window, language, theme);
    let mut walk = Walk { window: &window, look: format!("{language}-{theme}"), violations: Vec::new() };
    walk.look_at("first-run");

    let broken = written(&desk.home(), "leads-cut-off.json", br#"{"value": [{"id": "1", "#);
    let mut all = leads();
    all.push(lead("Relecloud", NOW).with("/type", json!("Shared")));
    all.push(lead("Litware", NOW).with("/createdDateTime", json!("yesterday")));
    let file = json_file(&desk.home(), "partner-center-leads.json", &all);
    assert_eq!(desk.start_again(&[&file, &broken]), 0, "both files are handed over");
    window.import_what_waits();
    walk.look_at("import-report");
    window.put_report_away();

    window.open_row("Fabrikam, Inc.");
    walk.look_at("desk");
    window.press("a");
    walk.look_at("accept");
    walk.escape();
    window.press("d");
    walk.look_at("decline");
    walk.escape();
    window.press("c");
    walk.look_at("contacted");
    walk.escape();
    window.open_row("Contoso Pharmaceuticals");
    walk.look_at("lapsed");

    let tab = |number: u32| format!(".stages [role=tab]:nth-of-type({number})");
    walk.click(&tab(2));
    window.open_row("Trey Research");
    walk.look_at("accepted");
    window.press("e");
    walk.check("edit");
    walk.escape();
    window.press("w");
    window.find_css("dialog[open]");
    walk.check("won");
    walk.escape();
    window.press("l");
    window.find_css("dialog[open]");
    walk.check("lost");
    walk.escape();

    walk.click(&tab(1));
    window.open_row("Lamna Healthcare");
    window.press("d");
    walk.click("dialog[open] label:nth-of-type(4) input");
    walk.click("dialog[open] [type=submit]");
    window.until_no_dialog();
    walk.click(&tab(3));
    window.open_row("Lamna Healthcare");
    // Its seconds would make each picture another one.
    window.click_css(".toast button:last-of-type");
    window.until("the toast is gone", "return document.querySelector('.toast') === null", json!([]));
    walk.look_at("archived");

    walk.click(".icons > button:nth-of-type(3), .icons button:has(.badge)");
    window.until("the outbox lists", "return document.querySelector('dialog[open] li') !== null", json!([]));
    walk.look_at("outbox");
    walk.escape();
    walk.click(".bell button");
    window.until("the bell lists", "return document.querySelector('.popover li') !== null", json!([]));
    walk.look_at("bell");
    window.press(keys::ESCAPE);
    walk.click(".icons > button:last-of-type");
    window.find_css("dialog[open] select");
    // The folder is another one in every run, and nobody's in a picture.
    window
        .run("document.querySelector('dialog[open] .path').textContent = '/home/sam/.local/share/hearth'", json!([]))
        .expect("the folder is shown");
    walk.look_at("settings");
    walk.click("dialog[open] [role=tab]:nth-of-type(2)");
    walk.click("dialog[open] .hours input[type=checkbox]");
    window.find_css("dialog[open] .times input");
    walk.look_at("settings-alarm");
    window
        .run("document.querySelector('#settings-page').parentElement.scrollTo({ top: 9999 })", json!([]))
        .expect("the settings can be scrolled");
    walk.look_at("settings-alarm-end");
    walk.escape();
    walk.click(".icons > button:first-of-type");
    window.find_css("dialog[open] input");
    walk.look_at("add");
    walk.escape();
    window.press("?");
    window.find_css("dialog[open] dl");
    walk.look_at("keys");
    walk.escape();
    window.press("/");
    window.type_keys("zzz");
    window.until(
        "nothing is found",
        "return document.querySelector('[role=tabpanel] .empty, [role=tabpanel] p') !== null",
        json!([]),
    );
    walk.look_at("search-nothing");
    window.press(keys::ESCAPE);

    walk.click(&tab(1));
    window.open_row("Fabrikam, Inc.");
    window.set_size(SMALL.0, SMALL.1);
    walk.look_at("desk-small");
    if window.run("return document.querySelector('.lead-side h1') === null", json!([])).is_ok_and(|list| list == true) {
        walk.click("[role=row] .who");
        window.until_open("Fabrikam, Inc.");
    }
    walk.look_at("detail-small");
    window.press("a");
    walk.look_at("accept-small");
    walk.escape();
    window.press("s");
    window.find_css("[role=menu]");
    walk.look_at("snooze-small");
    window.press(keys::ESCAPE);
    window.press("u");
    window.find_css("dialog[open] textarea");
    walk.look_at("follow-up-small");
    walk.escape();
    walk.click(".icons > button:last-of-type");
    walk.click("dialog[open] [role=tab]:nth-of-type(2)");
    window.find_css("dialog[open] .times input");
    walk.look_at("settings-alarm-small");
    walk.escape();
    window.set_size(WIDE.0, WIDE.1);
    plans(&mut walk, &desk);
    assert!(walk.violations.is_empty(), "WCAG 2.2 AA:\n{}", walk.violations.join("\n"));
}

#[test]
fn every_screen_is_accessible_in_english_and_light() {
    walk_through("en", "light");
}

#[test]
fn every_screen_is_accessible_in_english_and_dark() {
    walk_through("en", "dark");
}

#[test]
fn every_screen_is_accessible_in_korean_and_light() {
    walk_through("ko", "light");
}

#[test]
fn every_screen_is_accessible_in_korean_and_dark() {
    walk_through("ko", "dark");
}

#[test]
fn a_korean_desk_speaks_korean_also_outside_the_window() {
    let desk = Setup { language: "ko_KR.UTF-8", tray: true, ..Setup::default() }.with_leads(&[hot("한빛물류", NOW)]);
    let window = desk.window();
    let bubble = desk.notifications().next();
    let korean = |text: &str| text.chars().any(|c| ('가'..='힣').contains(&c));
    assert!(korean(&bubble.summary) && korean(&bubble.body), "the notification: {bubble:?}");
    let menu = window.until_found("the tray has a menu", || Some(desk.tray().menu()).filter(|menu| menu.len() > 2));
    assert!(menu.iter().all(|line| korean(line)), "the tray: {menu:?}");
    window.open_row("한빛물류");
    window.until_says("고객");
    let english = "const words = document.body.innerText.split('\\n').map((line) => line.trim()).filter((line) => /^[A-Za-z][A-Za-z ]{3,}$/.test(line)); \
        return words.filter((line) => !['Dana Whitfield', 'We want to move our file server to the cloud', 'Redmond', 'Ctrl K', 'CRM ID'].some((known) => line.includes(known)))";
    let left = window.run(english, json!([])).expect("the page can be read");
    assert_eq!(left, json!([]), "no English is left but what the lead brought and what has no Korean name");
}

#[test]
fn a_changed_language_and_theme_are_worn_at_once_and_kept() {
    let desk = Desk::with_leads(&[hot("Fabrikam", NOW)]);
    {
        let window = desk.window();
        window.button("Settings");
        window.choose("Theme", "Dark");
        window.until("the dark theme is worn", "return document.documentElement.dataset.theme === 'dark'", json!([]));
        window.choose("Language", "한국어");
        window.until("the window speaks Korean", "return document.documentElement.lang === 'ko'", json!([]));
        window.until_says("설정");
        window.press(keys::ESCAPE);
        window.until_no_dialog();
        // They are worn before they are written down.
        window.until_settings("/theme", &json!("dark"));
        window.until_settings("/language", &json!("ko"));
    }
    desk.restart();
    let kept = "return document.documentElement.lang === 'ko' && document.documentElement.dataset.theme === 'dark'";
    desk.window().until("language and theme are kept", kept, json!([]));
    desk.notifications().next();
    desk.set_clock("2026-11-24T05:00:00Z");
    let bubble = desk.notifications().next();
    assert!(bubble.body.chars().any(|c| ('가'..='힣').contains(&c)), "the alarm speaks Korean too: {bubble:?}");
}
