//! How search, filters, saved views and columns look and read: both languages, both themes, both sizes.

use serde_json::json;

use super::look::{SMALL, WIDE, Walk, leads, wear};
use crate::desk::Desk;
use crate::files::lead;
use crate::window::{Window, keys};

const SHIFT: &str = "\u{e008}";
const UP: &str = "\u{e013}";

/// Three views with counts, as a partner may have them.
fn views(walk: &Walk<'_>, korean: bool) {
    let form = |name: &str, query: &str, stage: &str| json!({ "name": name, "tab": "marketplace", "stage": stage, "query": query, "sort": "value", "descending": true, "columns": [] });
    let all = if korean {
        [
            form("국내 고객", "country:KR", "received"),
            form("큰 거래", "value:>50000", "received"),
            form("연락 대기", "is:hot", "received"),
        ]
    } else {
        [
            form("Korea", "country:KR", "received"),
            form("Large deals", "value:>50000", "received"),
            form("Waiting for us", "is:hot", "received"),
        ]
    };
    for view in all {
        walk.window.invoke("save_view", json!({ "request": { "id": null, "view": view } })).expect("the view is saved");
    }
}

/// Searches for something else; for nothing, the keyboard is the desk's again.
fn search(window: &Window, text: &str) {
    let selected = "const box = document.querySelector('[role=search] input'); box.focus(); box.select(); return true";
    window.until("the search has the keyboard", selected, json!([]));
    if text.is_empty() {
        window.press(keys::ESCAPE);
        window.until(
            "the search is empty",
            "return document.querySelector('[role=search] input').value === ''",
            json!([]),
        );
        window.press(keys::ESCAPE);
    } else {
        window.type_keys(text);
    }
}

fn walk_through(language: &'static str, theme: &'static str) {
    let desk = Desk::with_leads(&leads());
    desk.receive(&[lead("푸른바다 물류", "2026-11-18T02:00:30Z")
        .need("물류 창고의 재고를 실시간으로 보고 싶습니다.")
        .address("부산", "KR")]);
    {
        let window = desk.window();
        wear(&window, language, theme);
        let walk = Walk { window: &window, look: String::new(), violations: Vec::new() };
        views(&walk, language == "ko");
        let layout = json!({ "look": "list", "density": "roomy", "listWidth": null, "sideBar": true, "startView": null, "columns": [] });
        window.invoke("save_desk_layout", json!({ "request": layout })).expect("the side bar is shown");
    }
    desk.restart();
    let window = desk.window();
    let mut walk = Walk { window: &window, look: format!("{language}-{theme}"), violations: Vec::new() };
    window.until("the views", "return document.querySelectorAll('nav .view').length === 3", json!([]));
    walk.without_toasts();

    let found = "return document.querySelectorAll('[role=grid] mark').length > 0 && document.querySelectorAll('.chip').length === arguments[0]";
    search(&window, "country:KR is:unanswered 물류");
    window.until("what is found is marked", found, json!([2]));
    window.open_row("푸른바다 물류");
    walk.look_at("search");
    search(&window, "countri:KR value:lots");
    window.until("the mistakes", "return document.querySelectorAll('.chip.problem').length === 2", json!([]));
    walk.look_at("search-mistakes");
    window.set_size(SMALL.0, SMALL.1);
    walk.look_at("search-mistakes-small");
    search(&window, "country:KR is:unanswered 물류");
    window.until("what is found is marked", found, json!([2]));
    walk.look_at("search-small");
    search(&window, "");
    window.press_with(SHIFT, "F");
    window.find_css(".popover .filters");
    walk.look_at("filters-small");
    window.press(keys::ESCAPE);
    window.press("v");
    window.find_css("dialog[open] nav");
    walk.look_at("views-small");
    walk.escape();
    window.set_size(WIDE.0, WIDE.1);

    window.press_with(SHIFT, "F");
    window.find_css(".popover .filters [aria-selected=true]");
    walk.click(".popover [role=tab][aria-selected=true]");
    window.press(keys::END);
    window.press(UP);
    window.press(UP);
    walk.click(".popover .pane li input");
    window.until("the country is chosen", "return document.querySelectorAll('.chip').length === 1", json!([]));
    walk.look_at("filters");
    window.press(keys::ESCAPE);
    search(&window, "");

    let layout = json!({ "look": "list", "density": "roomy", "listWidth": 760, "sideBar": true, "startView": null, "columns": [
        { "column": "value", "width": 130 }, { "column": "country", "width": 110 }, { "column": "received", "width": 116 },
    ] });
    window.invoke("save_desk_layout", json!({ "request": layout })).expect("the layout is kept");
    drop(walk);
    drop(window);
    desk.restart();
    let window = desk.window();
    let mut walk = Walk { window: &window, look: format!("{language}-{theme}"), violations: Vec::new() };
    window.until("the columns", "return document.querySelectorAll('[role=columnheader]').length === 4", json!([]));
    window.until("the views", "return document.querySelectorAll('nav .view').length === 3", json!([]));
    window.open_row("한빛물류 주식회사");
    walk.look_at("columns");
    walk.click(".tools [aria-pressed]");
    window.find_css("[role=row] .dense");
    walk.look_at("columns-dense");
    window.set_size(SMALL.0, SMALL.1);
    if window.run("return document.querySelector('.lead-side') !== null", json!([])).is_ok_and(|lead| lead == true) {
        window.press(keys::ESCAPE);
    }
    window.find_css("[role=columnheader]");
    walk.look_at("columns-small");
    assert!(walk.violations.is_empty(), "WCAG 2.2 AA:\n{}", walk.violations.join("\n"));
}

#[test]
fn search_views_and_columns_are_accessible_in_english_and_light() {
    walk_through("en", "light");
}

#[test]
fn search_views_and_columns_are_accessible_in_english_and_dark() {
    walk_through("en", "dark");
}

#[test]
fn search_views_and_columns_are_accessible_in_korean_and_light() {
    walk_through("ko", "light");
}

#[test]
fn search_views_and_columns_are_accessible_in_korean_and_dark() {
    walk_through("ko", "dark");
}
