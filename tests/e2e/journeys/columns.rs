//! Columns beside the lead: chosen, moved, resized and sorted by keyboard and by the pointer; rows dense or roomy; all of it
//! kept.

use serde_json::{Value, json};

use super::searching::{ENGLISH, KOREAN, Words, some};
use crate::window::{Window, keys};

const ALT: &str = "\u{e00a}";
const DELETE: &str = "\u{e017}";
const LEFT: &str = "\u{e012}";
const SHIFT: &str = "\u{e008}";

struct Names {
    words: Words,
    columns: &'static str,
    dense: &'static str,
    customer: &'static str,
    value: &'static str,
    received: &'static str,
    country: &'static str,
    sort: &'static str,
}

const IN_ENGLISH: Names = Names {
    words: ENGLISH,
    columns: "Columns",
    dense: "Dense rows",
    customer: "Customer",
    value: "Value",
    received: "Received",
    country: "Country",
    sort: "Sort by",
};

const IN_KOREAN: Names = Names {
    words: KOREAN,
    columns: "열",
    dense: "좁은 행",
    customer: "고객",
    value: "금액",
    received: "받은 날짜",
    country: "국가",
    sort: "정렬 기준",
};

/// Switches a column on or off in the open menu, by keyboard.
fn switch(window: &Window, label: &str) {
    let there = "return __page.said(document.activeElement?.querySelector('.label'))";
    for _ in 0..40 {
        if window.run(there, json!([])).is_ok_and(|at| at == label) {
            window.press(keys::SPACE);
            return;
        }
        window.press(keys::DOWN);
    }
    window.fail(&format!("a column {label:?} in the menu"));
}

/// The heads from left to right: name, order and width.
fn heads(window: &Window) -> Vec<(String, String, u64)> {
    let script = "return [...document.querySelectorAll('[role=columnheader]')].map((head) => [__page.said(head), head.ariaSort ?? '', head.offsetWidth])";
    let found = window.run(script, json!([])).unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let head = |head: &Value| (text(&head[0]), text(&head[1]), head[2].as_u64().unwrap_or_default());
    found.as_array().into_iter().flatten().map(head).collect()
}

fn until_heads(window: &Window, names: &[&str]) {
    window.until_found(&format!("the heads {names:?}"), || {
        heads(window).iter().map(|(name, ..)| name.as_str()).eq(names.iter().copied()).then_some(())
    });
}

/// Waits until the list is sorted by this column, in this order.
fn until_sorted(window: &Window, name: &str, order: &str) {
    window.until_found(&format!("sorted by {name}, {order}"), || {
        heads(window).iter().any(|(head, sort, _)| head == name && sort == order).then_some(())
    });
}

fn row_height(window: &Window) -> u64 {
    let script = "return document.querySelector('[role=grid] [role=row]:has(.who)')?.offsetHeight ?? 0";
    window.run(script, json!([])).ok().and_then(|height| height.as_u64()).unwrap_or_default()
}

fn columns_by_keyboard(names: &Names) {
    const FABRIKAM: &str = "Fabrikam";
    const CONTOSO: &str = "Contoso Pharmaceuticals";
    const KOREA: &str = "대한민국상사";
    let desk = names.words.desk(&some());
    let width = {
        let window = desk.window();
        window.button(names.columns);
        for column in [names.value, names.received, names.country] {
            switch(&window, column);
        }
        window.must_be_accessible("the menu of columns");
        window.press(keys::ESCAPE);
        until_heads(&window, &[names.customer, names.value, names.received, names.country]);

        // By a click both ways, then by keyboard both ways.
        let head = |name: &str| {
            let script = "return [...document.querySelectorAll('[role=columnheader]')].find((head) => __page.said(head) === arguments[0]) ?? null";
            window.element(&format!("the head {name}"), script, json!([name]))
        };
        window.click_on("the head of the customer", || head(names.customer));
        until_sorted(&window, names.customer, "ascending");
        window.until_listed(&[CONTOSO, FABRIKAM, KOREA]);
        window.click_on("the head of the customer", || head(names.customer));
        until_sorted(&window, names.customer, "descending");
        window.until_listed(&[KOREA, FABRIKAM, CONTOSO]);
        window.press(keys::RIGHT);
        window.press(keys::RIGHT);
        window.press(keys::ENTER);
        until_sorted(&window, names.received, "descending");
        window.until_listed(&[KOREA, FABRIKAM, CONTOSO]);
        window.press(keys::ENTER);
        until_sorted(&window, names.received, "ascending");
        window.until_listed(&[CONTOSO, FABRIKAM, KOREA]);

        // The choice of an order is where it is without columns, and says the same.
        window.choose(names.sort, names.value);
        until_sorted(&window, names.value, "descending");
        window.tab_to(names.sort);
        window.click_on("the head of the day it came", || head(names.received));
        until_sorted(&window, names.received, "descending");

        window.press_with(ALT, LEFT);
        until_heads(&window, &[names.customer, names.received, names.value, names.country]);
        let before = heads(&window)[1].2;
        let wider = |by: u64| {
            window.press_with(SHIFT, keys::RIGHT);
            window.until_found(&format!("the column is wider by {by}"), || {
                heads(&window).get(1).map(|(.., width)| *width).filter(|width| *width == before + by)
            })
        };
        wider(16);
        let width = wider(32);
        window.press(keys::END);
        window.press(DELETE);
        until_heads(&window, &[names.customer, names.received, names.value]);

        let roomy = row_height(&window);
        window.button(names.dense);
        window.until_found("the rows are dense", || (row_height(&window) < roomy).then_some(()));
        window.must_be_accessible("dense rows with columns");
        window.until_found("the layout is written down", || {
            let layout = window.invoke("desk_layout", json!({ "request": {} })).ok()?;
            (layout["density"] == "dense" && layout["columns"].as_array().is_some_and(|all| all.len() == 2))
                .then_some(())
        });
        width
    };
    desk.restart();
    let window = desk.window();
    until_heads(&window, &[names.customer, names.received, names.value]);
    assert_eq!(heads(&window)[1].2, width, "a column keeps the width that it was given");
    let dense = window.until_found("the rows are there", || Some(row_height(&window)).filter(|height| *height > 0));
    window.button(names.dense);
    window.until_found("the rows are roomy again", || (row_height(&window) > dense).then_some(()));
    window.must_be_accessible("roomy rows with columns");
}

/// Presses the pointer on the part of a head that `script` finds, and takes it from place to place: each an offset from there.
fn drag_in_head(window: &Window, name: &str, part: &str, offsets: &[i64]) {
    let script = "const head = [...document.querySelectorAll('[role=columnheader]')].find((head) => __page.said(head) === arguments[0]); return head?.querySelector(arguments[1])";
    let [left, top, right, bottom] = window.place_of(&format!("{part} of {name}"), script, json!([name, part]));
    let (x, y) = ((left + right) / 2, (top + bottom) / 2);
    let places: Vec<(i64, i64)> = std::iter::once(&0).chain(offsets).map(|by| (x + by, y)).collect();
    window.drag_along(&places);
}

fn columns_by_pointer(names: &Names) {
    let desk = names.words.desk(&some());
    let widened = {
        let window = desk.window();
        window.button(names.columns);
        for column in [names.value, names.received, names.country] {
            switch(&window, column);
        }
        window.press(keys::ESCAPE);
        until_heads(&window, &[names.customer, names.value, names.received, names.country]);
        let order: Vec<String> = window.listed();

        // The last one before the first one, by its label.
        let [value, ..] = window.place_of(
            "the first column",
            "return document.querySelectorAll('[role=columnheader]')[1]",
            json!([]),
        );
        let [left, _, right, _] = window.place_of(
            "the last label",
            "return document.querySelectorAll('[role=columnheader] .label')[3]",
            json!([]),
        );
        drag_in_head(&window, names.country, ".label", &[-20, value + 12 - (left + right) / 2]);
        until_heads(&window, &[names.customer, names.country, names.value, names.received]);

        let before = heads(&window)[2].2;
        drag_in_head(&window, names.value, ".edge", &[20, 44]);
        let widened = window.until_found("the column is wider by as much as its edge was moved", || {
            heads(&window).get(2).map(|(.., width)| *width).filter(|width| *width == before + 44)
        });
        let sorted: Vec<String> = heads(&window).into_iter().map(|(_, order, _)| order).collect();
        assert_eq!(sorted, ["", "", "", ""], "a head that was dragged was not clicked: nothing is sorted by it");
        assert_eq!(window.listed(), order, "and the leads stand as they stood");
        window.until_found("the layout is written down", || {
            let layout = window.invoke("desk_layout", json!({ "request": {} })).ok()?;
            (layout["columns"][0]["column"] == "country" && layout["columns"][1]["width"] == widened).then_some(())
        });
        widened
    };
    desk.restart();
    let window = desk.window();
    until_heads(&window, &[names.customer, names.country, names.value, names.received]);
    assert_eq!(heads(&window)[2].2, widened, "a column keeps the width that it was given");
}

#[test]
fn columns_are_moved_and_resized_by_the_pointer_and_kept() {
    columns_by_pointer(&IN_ENGLISH);
    columns_by_pointer(&IN_KOREAN);
}

#[test]
fn columns_are_chosen_moved_resized_and_sorted_by_keyboard_and_kept() {
    columns_by_keyboard(&IN_ENGLISH);
}

#[test]
fn columns_are_worked_by_keyboard_in_korean() {
    columns_by_keyboard(&IN_KOREAN);
}
