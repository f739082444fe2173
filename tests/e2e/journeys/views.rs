//! Saved views: a list under a name, counted in the side bar, in the user's order, one of them to start with.

use serde_json::{Value, json};

use super::searching::{ENGLISH, KOREAN, Words, some, until_asked};
use crate::desk::Desk;
use crate::files::lead;
use crate::window::{Window, keys};

const ALT: &str = "\u{e00a}";
const UP: &str = "\u{e013}";

/// What the side bar and its dialog are called.
struct Names {
    words: Words,
    save_as: &'static str,
    name: &'static str,
    /// Before and after the name of a view.
    more: [&'static str; 2],
    rename: &'static str,
    start: &'static str,
    delete: &'static str,
    undo: &'static str,
    taken: &'static str,
    refused: &'static str,
    moved: &'static str,
}

const IN_ENGLISH: Names = Names {
    words: ENGLISH,
    save_as: "Save as view…",
    name: "Name",
    more: ["More for ", ""],
    rename: "Rename…",
    start: "Open Hearth with it",
    delete: "Delete",
    undo: "Undo",
    taken: "Another view has this name.",
    refused: "The search holds a filter that is not understood. Please correct it first: countri:KR",
    moved: "Large is now at place 1 of 2.",
};

const IN_KOREAN: Names = Names {
    words: KOREAN,
    save_as: "보기로 저장…",
    name: "이름",
    more: ["", " 더 보기"],
    rename: "이름 바꾸기…",
    start: "시작 보기로 지정",
    delete: "삭제",
    undo: "실행 취소",
    taken: "같은 이름의 보기가 있습니다.",
    refused: "검색에 이해하지 못한 조건이 있습니다. 먼저 고쳐 주세요: countri:KR",
    moved: "Large: 2개 중 1번째.",
};

/// Waits until the side bar has exactly these views with these counts, also where the pointer hides one behind its dots.
fn until_views(window: &Window, views: &[(&str, &str)]) {
    let script = "return [...document.querySelectorAll('nav .view')].map((view) => [view.querySelector('.name').innerText, view.querySelector('.count').textContent])";
    let wanted: Vec<Value> = views.iter().map(|(name, count)| json!([name, count])).collect();
    window.until_found(&format!("the views {views:?}"), || {
        (window.run(script, json!([])).unwrap_or_default() == Value::Array(wanted.clone())).then_some(())
    });
}

fn save_as(window: &Window, names: &Names, query: &str, name: &str) {
    window.fill(names.words.search, query);
    until_asked(window, query);
    // The box is ahead of the list while someone types, and a view keeps the list.
    let listed = "return [...document.querySelectorAll('.chip')].some((chip) => chip.querySelector('.words').title === arguments[0] \
        || chip.querySelector('.remove').getAttribute('aria-label').includes(arguments[0]))";
    window.until(&format!("{query:?} is what is listed"), listed, json!([query]));
    window.button(names.save_as);
    // The field's name holds that it is required.
    window.click_css("dialog[open] input");
    window.type_keys(name);
    window.press(keys::ENTER);
}

fn choose(window: &Window, names: &Names, view: &str, entry: &str) {
    window.button(&format!("{}{view}{}", names.more[0], names.more[1]));
    window.choose_in_menu(entry);
}

fn until_shown(desk: &Desk, name: &str) {
    let script = "return document.querySelector('nav .view[aria-current=true] .name')?.innerText === arguments[0]";
    desk.window().until(&format!("the view {name} is shown"), script, json!([name]));
}

fn life_of_a_view(names: &Names) {
    let desk = names.words.desk(&some());
    {
        let window = desk.window();
        save_as(&window, names, "country:KR", "Korea");
        window.until_no_dialog();
        until_views(&window, &[("Korea", "1")]);
        save_as(&window, names, "value:>10000", "korea");
        window.until_says(names.taken);
        window.must_be_accessible("a view that gets a name");
        window.fill(names.name, "Large");
        window.press(keys::ENTER);
        window.until_no_dialog();
        until_views(&window, &[("Korea", "1"), ("Large", "2")]);

        desk.receive(&[lead("미르건설", "2026-11-19T02:00:30Z").value(500.0, "KRW").address("부산", "KR")]);
        until_views(&window, &[("Korea", "2"), ("Large", "2")]);

        choose(&window, names, "Korea", names.rename);
        window.until(
            "the old name is there",
            "return document.querySelector('dialog[open] input')?.value === 'Korea'",
            json!([]),
        );
        window.fill(names.name, "서울과 부산");
        window.press(keys::ENTER);
        window.until_no_dialog();
        until_views(&window, &[("서울과 부산", "2"), ("Large", "2")]);

        let large = || {
            window.element("the view Large", "return [...document.querySelectorAll('nav .view')].find((view) => view.innerText.startsWith('Large')) ?? null", json!([]))
        };
        window.click_on("the view Large", large);
        until_shown(&desk, "Large");
        window.press_with(ALT, UP);
        until_views(&window, &[("Large", "2"), ("서울과 부산", "2")]);
        window.until(
            "where it is now is told",
            "return document.querySelector('nav [role=status]')?.innerText === arguments[0]",
            json!([names.moved]),
        );
        window.must_be_accessible("the side bar");

        choose(&window, names, "서울과 부산", names.start);
        window.until_found("the start view is written down", || {
            let layout = window.invoke("desk_layout", json!({ "request": {} })).ok()?;
            (!layout["startView"].is_null()).then_some(())
        });
    }
    desk.restart();
    let window = desk.window();
    until_asked(&window, "country:KR");
    window.until_listed(&["미르건설", "대한민국상사"]);
    until_shown(&desk, "서울과 부산");

    choose(&window, names, "서울과 부산", names.delete);
    until_views(&window, &[("Large", "2")]);
    let undo = "return [...document.querySelectorAll('.toast button')].find((button) => button.innerText.startsWith(arguments[0])) ?? null";
    window.click_on("undo", || window.element("a toast that offers undo", undo, json!([names.undo])));
    until_views(&window, &[("Large", "2"), ("서울과 부산", "2")]);
    let kept = "return document.querySelector('nav li:nth-of-type(2) .view svg') !== null";
    window.until("it is the start view again", kept, json!([]));

    save_as(&window, names, "countri:KR", "Wrong");
    window.until_says(names.refused);
    window.must_be_accessible("a view that is refused");
    window.press(keys::ESCAPE);
    until_views(&window, &[("Large", "2"), ("서울과 부산", "2")]);
}

#[test]
fn a_view_is_named_counted_moved_started_with_and_brought_back() {
    life_of_a_view(&IN_ENGLISH);
}

#[test]
fn a_view_lives_in_korean_too() {
    life_of_a_view(&IN_KOREAN);
}
