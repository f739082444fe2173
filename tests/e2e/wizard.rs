//! The import's wizard as a person works it, step by step, and what stands in its dry run.
//!
//! What may be relied on in every language goes by its place, since each button has another name in each.

use serde_json::{Value, json};

use crate::window::{Window, keys};

const GO_ON: &str = "dialog[open] .foot .button.primary";

impl Window {
    /// Goes on from the chosen files to the dry run, and waits for it.
    pub fn check_import(&self) {
        self.click_css(GO_ON);
        self.until("the dry run", "return document.querySelector('dialog[open] .tiles') !== null", json!([]));
    }

    /// Has what waits in the wizard imported, and waits for the report.
    pub fn import_what_waits(&self) {
        self.until("the wizard", "return document.querySelector('dialog[open] nav li') !== null", json!([]));
        self.check_import();
        self.apply_import();
    }

    /// Has what the dry run shows imported, and waits for the report.
    pub fn apply_import(&self) {
        self.click_css(GO_ON);
        self.until("the report of the import", "return document.querySelector('dialog[open] dl') !== null", json!([]));
    }

    /// Closes the report.
    pub fn put_report_away(&self) {
        self.click_css(GO_ON);
        self.until_no_dialog();
    }

    /// Waits until the dry run counts this: `("added", 2)`.
    pub fn until_foreseen(&self, outcomes: &[(&str, &str)]) {
        let script = "return [...document.querySelectorAll('dialog[open] .tiles button')].map((tile) => [tile.lastElementChild.innerText.trim(), tile.querySelector('.count').innerText.trim()])";
        self.until_found(&format!("the dry run counts {outcomes:?}"), || {
            let tiles = self.run(script, json!([])).ok()?;
            let tiles: Vec<(&str, &str)> =
                tiles.as_array()?.iter().filter_map(|tile| Some((tile[0].as_str()?, tile[1].as_str()?))).collect();
            outcomes.iter().all(|wanted| tiles.contains(wanted)).then_some(())
        });
    }

    /// Shows only the rows with an outcome, by its tile.
    pub fn filter_rows(&self, outcome: &str) {
        let script = "return [...document.querySelectorAll('dialog[open] .tiles button')].find((tile) => tile.lastElementChild.innerText.trim() === arguments[0]) ?? null";
        self.click_on(&format!("the tile {outcome}"), || {
            self.element(&format!("a tile {outcome}"), script, json!([outcome]))
        });
        let chosen = "return [...document.querySelectorAll('dialog[open] .tiles button[aria-pressed=true]')].some((tile) => tile.lastElementChild.innerText.trim() === arguments[0])";
        self.until(&format!("{outcome} is shown"), chosen, json!([outcome]));
    }

    /// The customers of the rows that the dry run shows, from top to bottom.
    pub fn foreseen_rows(&self) -> Vec<String> {
        let script = "return [...document.querySelectorAll('dialog[open] tbody tr th')].map(__page.said)";
        let rows = self.run(script, json!([])).unwrap_or_default();
        rows.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    pub fn until_foreseen_rows(&self, customers: &[&str]) {
        self.until_found(&format!("the dry run shows {customers:?}"), || {
            (self.foreseen_rows() == customers).then_some(())
        });
    }

    /// Says what a column of the file is, by typing a part of its name. `label` is the field's whole name.
    pub fn map_column(&self, label: &str, name: &str) {
        self.fill(label, name);
        self.press(keys::ENTER);
        let is = "return __page.all('combobox', arguments[0])[0]?.value === arguments[1]";
        self.until(&format!("{label:?} is {name}"), is, json!([label, name]));
    }

    /// Opens an entry of the import's menu in the head of the window.
    pub fn import_menu(&self, entry: &str) {
        self.button("Import leads");
        self.choose_in_menu(entry);
    }
}
