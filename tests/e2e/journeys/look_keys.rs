//! How the screens of the keyboard, the board and actions on many leads look and read: both languages, both themes, both sizes.

use serde_json::json;

use super::look::{SMALL, WIDE, Walk, leads, wear};
use crate::desk::Desk;
use crate::window::keys;

const SHIFT: &str = "\u{e008}";

/// The palette with leads and actions, the overview of keys, and their page in the settings while a key is asked for.
fn keyboard(walk: &mut Walk<'_>, size: &str) {
    let window = walk.window;
    window.press_with(keys::CONTROL, "k");
    window.find_css("dialog[open] [role=option]");
    walk.look_at(&format!("palette{size}"));
    window.type_keys("물류");
    window.find_css("dialog[open] [role=option] mark");
    walk.look_at(&format!("palette-found{size}"));
    walk.escape();
    window.press("?");
    window.find_css("dialog[open] dl");
    walk.look_at(&format!("keys{size}"));
    walk.escape();

    window.press_with(keys::CONTROL, ",");
    walk.click("dialog[open] [role=tab]:nth-of-type(4)");
    walk.click("dialog[open] section:first-of-type .row:nth-of-type(1) .key");
    window.press("d");
    window.find_css("dialog[open] .taken");
    walk.look_at(&format!("settings-keys{size}"));
    window.press(keys::ESCAPE);
    walk.escape();
}

/// The board as it stands, and while a card is asked where to.
fn board(walk: &mut Walk<'_>, size: &str) {
    let window = walk.window;
    window.press("b");
    let cards = "return document.querySelectorAll('[data-stage=received] .card').length > 3 && document.querySelectorAll('[data-stage=accepted] .card').length > 0 \
        && [...document.querySelectorAll('[data-stage] h2 .count')].every((count) => count.innerText.trim() !== '')";
    window.until("the cards", cards, json!([]));
    walk.look_at(&format!("board{size}"));
    window.press_with(SHIFT, "m");
    window.find_css("dialog[open] li");
    walk.look_at(&format!("board-move{size}"));
    walk.escape();
    window.press("b");
    window.find_css("[role=row] .heart");
}

/// All that are listed, from the selection to the preview of declining them.
fn many(walk: &mut Walk<'_>, size: &str) {
    let window = walk.window;
    window.press_with(keys::CONTROL, "a");
    window.find_css(".selection");
    window.press_with(SHIFT, "x");
    window.find_css("[role=menu]");
    walk.look_at(&format!("bulk-menu{size}"));
    window.press(keys::ENTER);
    walk.click("dialog[open] label:nth-of-type(4) input");
    walk.look_at(&format!("bulk-fields{size}"));
    walk.click("dialog[open] [type=submit]");
    window.find_css("dialog[open] .preview .names");
    walk.look_at(&format!("bulk-preview{size}"));
    walk.escape_from_form();
    window.press(keys::ESCAPE);
    window.until("nothing is selected", "return document.querySelector('.selection') === null", json!([]));
}

fn walk_through(language: &'static str, theme: &'static str) {
    let desk = Desk::with_leads(&leads());
    let window = desk.window();
    wear(&window, language, theme);
    let mut walk = Walk { window: &window, look: format!("{language}-{theme}"), violations: Vec::new() };
    window.open_row("Fabrikam, Inc.");
    keyboard(&mut walk, "");
    board(&mut walk, "");
    // With all leads in the list the preview has something to leave out.
    window.press("v");
    walk.click("nav .all");
    window.until_found("all are listed", || (window.listed().len() == leads().len()).then_some(()));
    many(&mut walk, "");
    window.press("v");
    window.set_size(SMALL.0, SMALL.1);
    keyboard(&mut walk, "-small");
    board(&mut walk, "-small");
    many(&mut walk, "-small");
    window.set_size(WIDE.0, WIDE.1);
    assert!(walk.violations.is_empty(), "WCAG 2.2 AA:\n{}", walk.violations.join("\n"));
}

#[test]
fn every_screen_of_keys_board_and_many_is_accessible_in_english_and_light() {
    walk_through("en", "light");
}

#[test]
fn every_screen_of_keys_board_and_many_is_accessible_in_english_and_dark() {
    walk_through("en", "dark");
}

#[test]
fn every_screen_of_keys_board_and_many_is_accessible_in_korean_and_light() {
    walk_through("ko", "light");
}

#[test]
fn every_screen_of_keys_board_and_many_is_accessible_in_korean_and_dark() {
    walk_through("ko", "dark");
}
