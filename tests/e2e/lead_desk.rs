//! What a referrals admin does at the desk, in the words of the window: bring leads in, open one, answer it, read it.
//!
//! The single clicks and keys are `window`'s; which of them prove something is said by the journeys.

use serde_json::{Value, json};

use crate::desk::{Desk, Setup};
use crate::driver::Element;
use crate::files::{Referral, json_file};
use crate::window::{Window, keys};
use crate::words::Words;

impl Setup {
    /// A desk that these leads were just imported into, its report put away.
    pub fn with_leads(self, leads: &[Referral]) -> Desk {
        let desk = self.start();
        desk.receive(leads);
        desk
    }
}

impl Desk {
    pub fn with_leads(leads: &[Referral]) -> Self {
        Setup::default().with_leads(leads)
    }

    /// Imports leads through the wizard and puts the report away, in whatever language it is.
    pub fn receive(&self, leads: &[Referral]) {
        self.import(&json_file(&self.home(), "referrals.json", leads));
        let window = self.window();
        window.import_what_waits();
        window.put_report_away();
        let listed = "return document.querySelector('[role=grid] [role=row]') !== null || document.querySelector('.empty, [role=tabpanel]') !== null";
        window.until("the imported leads are listed", listed, json!([]));
    }
}

impl Window {
    /// The customer of the open lead.
    pub fn open_lead(&self) -> String {
        let heading =
            self.until("a lead is open", "return __page.said(document.querySelector('.lead-side h1'))", json!([]));
        heading.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the lead of `customer` is open.
    pub fn until_open(&self, customer: &str) {
        let script = "return __page.said(document.querySelector('.lead-side h1')) === arguments[0]";
        self.until(&format!("the lead of {customer} is open"), script, json!([customer]));
    }

    /// The customers in the list, from top to bottom.
    pub fn listed(&self) -> Vec<String> {
        let script = "return [...document.querySelectorAll('[role=grid] [role=row]:not(.heads)')] \
            .sort((a, b) => a.ariaRowIndex - b.ariaRowIndex).map((row) => __page.said(row.querySelector('.who') ?? document.createElement('i')))";
        let rows = self.run(script, json!([])).unwrap_or_default();
        rows.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// Waits until exactly these customers are listed, in this order.
    pub fn until_listed(&self, customers: &[&str]) {
        self.until_found(&format!("the list shows {customers:?}"), || (self.listed() == customers).then_some(()));
    }

    /// Opens a lead by a click on its row.
    pub fn open_row(&self, customer: &str) {
        self.click_on(&format!("the row of {customer}"), || self.row_part(customer, ".who"));
        self.until_open(customer);
    }

    /// Clicks the heart in a lead's row.
    pub fn heart_in_row(&self, customer: &str) {
        self.click_on(&format!("the heart of {customer}"), || self.row_part(customer, ".heart button"));
    }

    fn row_part(&self, customer: &str, part: &str) -> Element {
        let script = "const row = [...document.querySelectorAll('[role=grid] [role=row]')] \
            .find((row) => __page.said(row.querySelector('.who')) === arguments[0]); return row?.querySelector(arguments[1]) ?? null";
        self.element(&format!("a row of {customer}"), script, json!([customer, part]))
    }

    /// The number beside a tab or a stage.
    pub fn count_of(&self, tab: &str) -> String {
        let script = "return [...document.querySelectorAll('[role=tab]')].filter((tab) => tab.innerText.replace(/\\s+/g, ' ').startsWith(arguments[0])) \
            .map((tab) => tab.querySelector('.count')?.innerText)[0] ?? null";
        self.until(&format!("the tab {tab}"), script, json!([tab])).as_str().unwrap_or_default().to_owned()
    }

    pub fn until_count(&self, tab: &str, count: &str) {
        self.until_found(&format!("{count} beside {tab}"), || (self.count_of(tab) == count).then_some(()));
    }

    /// Goes to a tab or a stage.
    pub fn go_to(&self, tab: &str) {
        let script = "return [...document.querySelectorAll('[role=tab]')].find((tab) => tab.innerText.replace(/\\s+/g, ' ').startsWith(arguments[0])) ?? null";
        self.click_on(&format!("the tab {tab}"), || self.element(&format!("a tab {tab}"), script, json!([tab])));
        let chosen = "return [...document.querySelectorAll('[role=tab][aria-selected=true]')].some((tab) => tab.innerText.replace(/\\s+/g, ' ').startsWith(arguments[0]))";
        self.until(&format!("{tab} is chosen"), chosen, json!([tab]));
    }

    /// The content of a card of the open lead, by its title.
    pub fn card(&self, title: &str) -> String {
        let script = "const card = [...document.querySelectorAll('.lead-side section')].find((card) => card.querySelector('h2')?.innerText === arguments[0]); \
            return card ? { text: card.innerText.replace(/\\s+/g, ' ') } : null";
        let card = self.until(&format!("the card {title}"), script, json!([title]));
        card["text"].as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the card of a title holds `text`.
    pub fn until_card(&self, title: &str, text: &str) {
        self.until_found(&format!("{text:?} in the card {title}"), || self.card(title).contains(text).then_some(()));
    }

    /// Accepts the open lead with what is required. The one that follows it in the list is open then, if one does.
    pub fn accept(&self, deal: &str) {
        self.button("Accept…");
        self.fill("Deal name", deal);
        self.fill("Estimated value", "48000");
        self.fill("Currency", "USD");
        self.button("Next quarter");
        self.fill("Notes", "They want to start soon.");
        self.button("Accept lead");
        self.until_no_dialog();
        self.undo_in_toast();
    }

    /// Waits until the core has written a setting down; the window wears it before. `pointer` is a JSON pointer.
    pub fn until_settings(&self, pointer: &str, value: &Value) {
        self.until_found(&format!("the setting {pointer} is written down as {value}"), || {
            let bootstrap = self.invoke("bootstrap", json!({ "request": {} })).ok()?;
            (bootstrap["settings"].pointer(pointer) == Some(value)).then_some(())
        });
    }

    /// Shows all leads, of every tab and stage, by the side bar.
    pub fn show_all_leads(&self, words: Words) {
        self.press("v");
        let name = words.get("views-all");
        let script = "return [...document.querySelectorAll('nav button')].find((button) => __page.said(button).startsWith(arguments[0]))";
        self.click_on(&name, || self.element(&format!("a button {name}"), script, json!([name])));
    }

    /// Goes down the open menu to an entry and chooses it, by keyboard.
    pub fn choose_in_menu(&self, label: &str) {
        let there = "const item = document.activeElement; return item.matches('[role=menuitem]') ? item.querySelector('.label').innerText : null";
        let first = self.until("the menu has the keyboard", there, json!([]));
        let offered = "return [...(document.activeElement.closest('[role=menu]')?.querySelectorAll('.label') ?? [])].some((entry) => entry.innerText === arguments[0])";
        self.until(&format!("the menu offers {label:?}"), offered, json!([label]));
        let mut at = first.clone();
        while at != label {
            self.press(keys::DOWN);
            at = self.until("the menu has the keyboard", there, json!([]));
            if at == first {
                self.fail(&format!("an entry {label:?} of the menu"));
            }
        }
        self.press(keys::ENTER);
    }

    /// Waits for the toast of an action and takes the action back by it.
    pub fn undo_by_toast(&self) {
        self.click_on("Undo", || self.undo_in_toast());
    }

    fn undo_in_toast(&self) -> Element {
        let script = "return [...document.querySelectorAll('.toast button')].findLast((button) => button.innerText.startsWith('Undo')) ?? null";
        self.element("a toast that offers Undo", script, json!([]))
    }
}
