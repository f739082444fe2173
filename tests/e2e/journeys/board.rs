//! The board: the stages as columns, and cards that move by their forms, by keyboard and by pointer.

use serde_json::{Value, json};

use crate::desk::{Desk, Setup};
use crate::driver::Element;
use crate::files::{Referral, hot, lead};
use crate::window::{Window, keys};
use crate::words::{LANGUAGES, Words};

const RIGHT: &str = keys::RIGHT;
const SHIFT: &str = "\u{e008}";

fn leads() -> Vec<Referral> {
    vec![
        hot("Fabrikam", "2026-11-20T09:00:30Z"),
        lead("Contoso", "2026-11-18T09:00:30Z"),
        lead("한빛물류 주식회사", "2026-11-10T09:00:30Z").accepted("2026-11-11T09:00:00Z", "재고 시스템"),
        lead("Adventure Works", "2026-11-01T09:00:30Z").accepted("2026-11-02T09:00:30Z", "Point of sale"),
    ]
}

fn board_in(language: &'static str) -> (Desk, Words) {
    let desk = Setup { language, ..Setup::default() }.with_leads(&leads());
    desk.window().until_open("Fabrikam");
    desk.window().press("b");
    desk.window().find_css("[data-stage=received]");
    (desk, Words::of(language))
}

impl Window {
    /// The cards of a column from top to bottom, and the number in its head.
    fn column(&self, stage: &str) -> (Vec<String>, String) {
        let script = "const column = document.querySelector(`[data-stage=${arguments[0]}]`); \
            return { count: column.querySelector('h2 .count').innerText.trim(), cards: [...column.querySelectorAll('[role=row]')] \
            .sort((a, b) => a.ariaRowIndex - b.ariaRowIndex).map((card) => __page.said(card.querySelector('.who')) ?? '') }";
        let column = self.run(script, json!([stage])).unwrap_or_default();
        let cards = column["cards"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned);
        (cards.collect(), column["count"].as_str().unwrap_or_default().to_owned())
    }

    /// Waits until a column holds exactly these cards, whatever their order, and says how many they are.
    fn until_column(&self, stage: &str, customers: &[&str]) {
        let mut wanted: Vec<String> = customers.iter().map(|&customer| customer.to_owned()).collect();
        wanted.sort();
        self.until_found(&format!("{stage} holds {customers:?}, and holds {:?}", self.column(stage)), || {
            let (mut cards, count) = self.column(stage);
            cards.sort();
            (cards == wanted && count == wanted.len().to_string()).then_some(())
        });
    }

    /// Waits until the card of `customer` is the current one and has the keyboard.
    fn until_on_card(&self, customer: &str) {
        let script = "return __page.said(document.querySelector('[data-stage] [role=row][aria-current=true] .who')) === arguments[0] \
            && document.activeElement?.getAttribute('aria-current') === 'true'";
        self.until(&format!("the keyboard is on the card of {customer}"), script, json!([customer]));
    }

    fn card_of(&self, customer: &str) -> Element {
        let script = "return [...document.querySelectorAll('[data-stage] [role=row]')].find((card) => __page.said(card.querySelector('.who')) === arguments[0])";
        self.element(&format!("the card of {customer}"), script, json!([customer]))
    }

    /// Takes a card with the pointer and drops it in a column.
    fn drag_card(&self, customer: &str, stage: &str) {
        let column = self.find_css(&format!("[data-stage={stage}]"));
        self.driver().drag(&self.card_of(customer), &column).unwrap_or_else(|error| self.fail(&error));
    }
}

fn moves_by_keyboard(language: &'static str) {
    let (desk, words) = board_in(language);
    let window = desk.window();
    window.until_column("received", &["Fabrikam", "Contoso"]);
    window.until_column("accepted", &["한빛물류 주식회사", "Adventure Works"]);
    window.until_column("archived", &[]);
    window.must_be_accessible("the board");

    // The question where to, and the form, are left without anything moved.
    window.press_with(SHIFT, "m");
    window.find("dialog", &words.say("board-move-title", &[("customer", "Fabrikam")]));
    window.must_be_accessible("the question where a card moves to");
    window.tab_to(&words.get("board-drop-accept"));
    window.press(keys::ENTER);
    window.find("dialog", &words.say("accept-title", &[("customer", "Fabrikam")]));
    window.press(keys::ESCAPE);
    window.until_no_dialog();
    window.until_column("received", &["Fabrikam", "Contoso"]);

    window.press_with(SHIFT, "m");
    window.tab_to(&words.get("board-drop-accept"));
    window.press(keys::ENTER);
    window.find("dialog", &words.say("accept-title", &[("customer", "Fabrikam")]));
    window.accept_by_keys(words, "Move to the cloud");
    window.until_column("received", &["Contoso"]);
    window.until_column("accepted", &["한빛물류 주식회사", "Adventure Works", "Fabrikam"]);
    window.until_on_card("Contoso");

    window.press(RIGHT);
    let accepted = window.until("a card of the next column has the keyboard", "return document.activeElement?.closest('[data-stage=accepted]') ? __page.said(document.activeElement.querySelector('.who')) : null", json!([]));
    let customer = accepted.as_str().unwrap_or_default().to_owned();
    window.press("a");
    window.until_says(&words.get("board-stays-not-received"));
    window.press("w");
    window.find("dialog", &words.say("won-title", &[("customer", &customer)]));
    window.press_with(keys::CONTROL, keys::ENTER);
    window.until_no_dialog();
    window.until_column("archived", &[&customer]);
    window.press_with(keys::CONTROL, "z");
    window.until_column("archived", &[]);
    window.press("b");
    window.find_css(".stages [role=tab]");
}

#[test]
fn a_card_moves_by_its_form_and_the_keyboard() {
    moves_by_keyboard(LANGUAGES[0]);
}

#[test]
fn a_card_moves_by_its_form_and_the_keyboard_in_korean() {
    moves_by_keyboard(LANGUAGES[1]);
}

#[test]
fn a_card_is_dragged_to_where_it_may_go() {
    let (desk, words) = board_in(LANGUAGES[0]);
    let window = desk.window();
    window.until_column("received", &["Fabrikam", "Contoso"]);
    window.drag_card("Contoso", "accepted");
    window.find("dialog", "Accept Contoso");
    window.press(keys::ESCAPE);
    window.until_no_dialog();
    window.until_column("received", &["Fabrikam", "Contoso"]);

    window.drag_card("Contoso", "archived");
    window.find("dialog", "Decline Contoso");
    window.reason_by_keys(words);
    window.press(keys::ENTER);
    window.until_no_dialog();
    window.until_column("archived", &["Contoso"]);
    // Each column is read for itself: the card may stand in both for a moment.
    window.until_column("received", &["Fabrikam"]);
    window.drag_card("Contoso", "received");
    window.until_says("What is archived stays archived.");
    window.drag_card("Adventure Works", "received");
    window.until_says("What is accepted cannot go back to Received.");
    window.until_column("accepted", &["한빛물류 주식회사", "Adventure Works"]);

    window.drag_card("Adventure Works", "archived");
    window.find("dialog", "Adventure Works: won or lost?");
    window.button("Archive as won…");
    window.find("dialog", "Won: Adventure Works");
    window.press_with(keys::CONTROL, keys::ENTER);
    window.until_no_dialog();
    window.until_column("archived", &["Contoso", "Adventure Works"]);
    window.until_column("accepted", &["한빛물류 주식회사"]);

    // What it looks like is kept, as every choice of the desk.
    window.until_found("the look is written down", || {
        let layout = window.invoke("desk_layout", json!({ "request": {} })).ok()?;
        (layout["look"] == "board").then_some(())
    });
    drop(window);
    desk.restart();
    desk.window().until_column("archived", &["Contoso", "Adventure Works"]);
}
