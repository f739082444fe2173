//! How the desk gets along with little room: nothing of its head and of the list's tools is cut off in the smallest window that it
//! is made for.

use serde_json::{Value, json};

use super::searching::some;
use crate::desk::Setup;
use crate::window::Window;
use crate::words::{LANGUAGES, Words};

/// Those of the elements that are not wholly in sight, or under something else, at their left and their right end.
fn cut_off(window: &Window, selector: &str) -> Vec<String> {
    let script = "return [...document.querySelectorAll(arguments[0])].filter((part) => {
        const { left, right, top, bottom } = part.getBoundingClientRect();
        const middle = (top + bottom) / 2;
        return ![left + 3, right - 3].every((x) => part.contains(document.elementFromPoint(x, middle)));
    }).map((part) => __page.name(part))";
    let found = window.run(script, json!([selector])).unwrap_or_else(|error| window.fail(&error));
    found.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn head_in_a_small_window(language: &'static str) {
    let words = Words::of(language);
    let desk = Setup { language, ..Setup::default() }.with_leads(&some());
    let window = desk.window();
    window.set_size(880, 600);
    // The page is told of its new size a moment after it has it.
    window.until("the list is alone", "return document.querySelector('.lead-side') === null", json!([]));
    let parts =
        "header [role=tab], header .search, header .icons button, .stages [role=tab], .tools select, .tools button";
    let nothing_is_cut_off = |when: &str| {
        // The head measures itself when it has got its new size.
        window.until_found(&format!("nothing is cut off {when}: {:?}", cut_off(&window, parts)), || {
            cut_off(&window, parts).is_empty().then_some(())
        });
    };
    nothing_is_cut_off("with three tabs");
    window.show_all_leads(words);
    window.until_no_dialog();
    window.until_count(&words.get("tab-all"), "4");
    let tabs = "return document.querySelectorAll('header [role=tab]').length === 4";
    window.until("the fourth tab is there", tabs, json!([]));
    nothing_is_cut_off("with the tab of all leads");
    let line = "return new Set([...document.querySelectorAll('.stages [role=tab]')].map((stage) => stage.offsetTop)).size === 1";
    window.until("the stages stand in one line", line, json!([]));
    window.must_be_accessible("the head of a small window");
}

#[test]
fn nothing_of_the_head_is_cut_off_in_a_small_window() {
    head_in_a_small_window(LANGUAGES[0]);
}

#[test]
fn nothing_of_the_head_is_cut_off_in_a_small_window_in_korean() {
    head_in_a_small_window(LANGUAGES[1]);
}
