//! Triage without the mouse: from lead to lead, every action by its key, the command palette, and keys of one's own.

use serde_json::json;

use crate::desk::{Desk, Setup};
use crate::files::{Referral, hot, lead};
use crate::window::{Window, keys};
use crate::words::{LANGUAGES, Words};

fn inbox() -> Vec<Referral> {
    vec![
        hot("Fabrikam", "2026-11-20T09:00:30Z"),
        lead("Contoso", "2026-11-17T09:00:30Z"),
        lead("한빛물류 주식회사", "2026-11-18T09:00:30Z"),
        lead("Northwind Traders", "2026-11-19T09:00:30Z"),
        lead("대한민국상사", "2026-11-20T10:00:30Z"),
    ]
}

fn desk_in(language: &'static str) -> (Desk, Words) {
    (Setup { language, ..Setup::default() }.with_leads(&inbox()), Words::of(language))
}

impl Window {
    /// Fills the open form of an accepted lead by keyboard alone and sends it by Enter from a field of one line.
    pub(super) fn accept_by_keys(&self, words: Words, deal: &str) {
        self.tab_to(&words.get("field-deal-name"));
        self.type_keys(deal);
        self.tab_to(&words.get("form-next-quarter"));
        self.press(keys::SPACE);
        self.tab_to(&words.get("field-crm-id"));
        self.press(keys::ENTER);
        self.until_no_dialog();
    }

    /// Chooses the first reason of the open form by keyboard.
    pub(super) fn reason_by_keys(&self, words: Words) {
        self.tab_to(&words.get("reason-budget"));
        self.press(keys::SPACE);
        let chosen = "return document.querySelector('dialog[open] input[type=radio]:checked') !== null";
        self.until("a reason is chosen", chosen, json!([]));
    }

    /// The button of the open lead's head that says this, with the key that stands on it.
    fn key_on(&self, button: &str) -> String {
        let script = "const button = __page.all('button', arguments[0])[0]; return button ? { key: button.querySelector('kbd')?.innerText ?? '' } : null";
        let found = self.until(&format!("the button {button}"), script, json!([button]));
        found["key"].as_str().unwrap_or_default().to_owned()
    }

    /// What can be read in the palette now, from top to bottom: what lies in no room at all has no text.
    fn offered(&self) -> Vec<String> {
        let script = "return __page.all('option', null).map((option) => option.innerText.replace(/\\s+/g, ' ').trim())";
        let offered = self.run(script, json!([])).unwrap_or_default();
        offered.as_array().into_iter().flatten().filter_map(|text| text.as_str().map(str::to_owned)).collect()
    }

    /// Opens the palette by its key, types, and waits until its first offer holds `first`.
    fn look_up(&self, typed: &str, first: &str) {
        self.press_with(keys::CONTROL, "k");
        self.until("the palette", "return document.activeElement?.role === 'combobox'", json!([]));
        self.type_keys(typed);
        self.until_found(&format!("{first:?} is offered first for {typed:?}"), || {
            self.offered().first().is_some_and(|offer| offer.contains(first)).then_some(())
        });
    }
}

fn empties_an_inbox(language: &'static str) {
    let (desk, words) = desk_in(language);
    let window = desk.window();
    let stage = |id: &str| words.get(&format!("lead-stage-{id}"));
    window.until_open("Fabrikam");
    window.press("j");
    window.until_open("Contoso");
    window.press("k");
    window.until_open("Fabrikam");

    // Contacted: the flame is out, the lead stays, and the next one is open.
    window.press("c");
    window.find("dialog", &words.say("contacted-title", &[("customer", "Fabrikam")]));
    window.press_with(keys::CONTROL, keys::ENTER);
    window.until_no_dialog();
    window.until_open("Contoso");
    window.press("j");
    window.until_open("한빛물류 주식회사");
    window.press("k");
    window.until_open("Contoso");

    window.press("a");
    window.find("dialog", &words.say("accept-title", &[("customer", "Contoso")]));
    window.accept_by_keys(words, "Move to the cloud");
    window.until_open("한빛물류 주식회사");
    window.press("j");
    window.until_open("Northwind Traders");
    window.press("k");
    window.until_open("한빛물류 주식회사");
    window.until_count(&stage("accepted"), "1");

    window.press("d");
    window.find("dialog", &words.say("decline-title", &[("customer", "한빛물류 주식회사")]));
    window.reason_by_keys(words);
    window.press(keys::ENTER);
    window.until_no_dialog();
    window.until_open("Northwind Traders");
    window.until_count(&stage("archived"), "1");
    window.press_with(keys::CONTROL, "z");
    window.until_count(&stage("archived"), "0");
    window.until_open("한빛물류 주식회사");
    window.until_count(&stage("accepted"), "1");

    window.press("d");
    window.find("dialog", &words.say("decline-title", &[("customer", "한빛물류 주식회사")]));
    window.reason_by_keys(words);
    window.press(keys::ENTER);
    window.until_no_dialog();
    window.until_open("Northwind Traders");
    window.press("f");
    window.until_count(&words.get("tab-favorites"), "1");
    window.press("s");
    window.choose_in_menu(&words.get("snooze-tomorrow"));
    window.until(
        "it is snoozed",
        "return document.querySelector('.toast') !== null && document.querySelector('[role=menu]') === null",
        json!([]),
    );
    window.until_open("Northwind Traders");

    for customer in ["Northwind Traders", "Fabrikam", "대한민국상사"] {
        // As the list has them: each goes on to the next, and no key is pressed while the pane still shows the one before.
        window.until_open(customer);
        // Right after the snooze too, which may not be answered yet: the form waits for it.
        window.press("d");
        window.find("dialog", &words.say("decline-title", &[("customer", customer)]));
        window.reason_by_keys(words);
        window.press(keys::ENTER);
        window.until_no_dialog();
    }
    window.until_count(&stage("received"), "0");

    window.press("2");
    window.until_open("Contoso");
    window.press("e");
    window.tab_to(&words.get("field-deal-name"));
    window.press_with(keys::CONTROL, "a");
    window.type_keys("Everything to the cloud");
    window.press(keys::ENTER);
    window.until_no_dialog();
    window.until_says("Everything to the cloud");
}

#[test]
fn an_inbox_is_emptied_without_the_mouse() {
    empties_an_inbox(LANGUAGES[0]);
}

#[test]
fn an_inbox_is_emptied_without_the_mouse_in_korean() {
    empties_an_inbox(LANGUAGES[1]);
}

#[test]
fn no_key_of_the_desk_fires_while_someone_types() {
    let (desk, words) = desk_in(LANGUAGES[0]);
    let window = desk.window();
    window.until_open("Fabrikam");
    window.press("/");
    window.type_keys("fadcesxjk?123b");
    let typed = "return document.activeElement.value === 'fadcesxjk?123b' && document.querySelector('dialog[open], [role=menu]') === null";
    window.until("all of it stands in the field, and nothing else came of it", typed, json!([]));
    window.press(keys::ESCAPE);
    window.press(keys::ESCAPE);
    window.until_count(&words.get("tab-marketplace"), "5");
    window.until_count(&words.get("tab-favorites"), "0");

    window.press("?");
    window.find("dialog", "Keys");
    window.must_be_accessible("the overview of keys");
    window.type_keys("snooze");
    window.until("one is found", "return document.querySelectorAll('dialog[open] dt').length < 5 && document.querySelector('dialog[open]').innerText.includes('Snooze')", json!([]));
    window.press(keys::ESCAPE);
    window.until_no_dialog();
    window.press("j");
    window.until_open("Contoso");
}

fn finds_by_the_palette(language: &'static str) {
    let (desk, words) = desk_in(language);
    let window = desk.window();
    window.until_open("Fabrikam");
    // By the middle of a Korean word, in whatever language the window speaks.
    window.look_up("민국", "대한민국상사");
    window.must_be_accessible("the palette with a lead");
    window.press(keys::ENTER);
    window.until_no_dialog();
    window.until_open("대한민국상사");

    let decline = words.get("key-decline");
    window.look_up(&decline, &decline);
    window.press(keys::ENTER);
    window.find("dialog", &words.say("decline-title", &[("customer", "대한민국상사")]));
    window.press(keys::ESCAPE);
    window.until_no_dialog();

    let page = words.get("settings-alarm");
    window.press_with(keys::CONTROL, "k");
    window.type_keys(&page);
    window.until_found("the page is offered", || window.offered().contains(&page).then_some(()));
    let active = "const input = document.activeElement; return __page.said(document.getElementById(input.getAttribute('aria-activedescendant'))) === arguments[0]";
    window.until_found("the arrows come to it", || {
        if window.run(active, json!([page])).is_ok_and(|there| there == true) {
            return Some(());
        }
        window.press(keys::DOWN);
        None
    });
    window.press(keys::ENTER);
    window.find("dialog", &words.get("settings-label"));
    let shown = "return document.querySelector('dialog[open] [role=tab][aria-selected=true]').innerText.trim() === arguments[0]";
    window.until("that page of the settings", shown, json!([page]));
    window.press(keys::ESCAPE);
    window.until_no_dialog();

    window.press_with(keys::CONTROL, "k");
    window.find("dialog", &words.get("palette-title"));
    window.must_be_accessible("the palette");
    window.press(keys::ESCAPE);
    window.until_no_dialog();
    window.press("k");
    window.until_open("Northwind Traders");
}

#[test]
fn the_palette_finds_actions_leads_and_settings() {
    finds_by_the_palette(LANGUAGES[0]);
}

#[test]
fn the_palette_finds_actions_leads_and_settings_in_korean() {
    finds_by_the_palette(LANGUAGES[1]);
}

#[test]
fn a_key_is_changed_in_the_settings_and_holds_at_once_and_after_a_restart() {
    let (desk, _) = desk_in(LANGUAGES[0]);
    {
        let window = desk.window();
        window.until_open("Fabrikam");
        assert_eq!(window.key_on("Accept…"), "A", "as it comes");
        window.press_with(keys::CONTROL, ",");
        window.find("dialog", "Settings");
        window.click("tab", "Keys");
        window.button("Accept the lead: A");
        window.find("button", "Accept the lead: Press a key…");
        window.press("q");
        window.find("button", "Accept the lead: Q");

        window.button("Edit the deal: E");
        window.press("d");
        window.until_says("D is the key of “Decline the lead”.");
        window.must_be_accessible("the keys in the settings");
        window.button("Take it over");
        window.find("button", "Edit the deal: D");
        window.find("button", "Decline the lead: No key");
        window.press(keys::ESCAPE);
        window.until_no_dialog();
        assert_eq!(window.key_on("Accept…"), "Q", "the button says the new key");
        assert_eq!(window.key_on("Decline…"), "", "and shows none where there is none");
        // They hold before they are written down.
        window.until_settings("/keys", &json!({ "accept": "Q", "decline": "", "edit": "D" }));
        window.press("a");
        window.press("d");
        window.press("q");
        window.find("dialog", "Accept Fabrikam");
        window.press(keys::ESCAPE);
        window.until_no_dialog();
    }
    desk.restart();
    let window = desk.window();
    window.until_open("Fabrikam");
    assert_eq!(window.key_on("Accept…"), "Q", "it is kept");
    window.press("q");
    window.find("dialog", "Accept Fabrikam");
    window.press(keys::ESCAPE);
    window.until_no_dialog();
    window.look_up("Accept the lead", "Accept the lead");
    window.until(
        "the palette shows the new key",
        "return __page.all('option', null)[0].querySelector('kbd').innerText === 'Q'",
        json!([]),
    );
    window.press(keys::ESCAPE);
    window.until_no_dialog();

    window.press_with(keys::CONTROL, ",");
    window.click("tab", "Keys");
    window.button("Back to A: Accept the lead");
    window.find("button", "Accept the lead: A");
    window.button("Reset all keys");
    window.find("button", "Decline the lead: D");
    window.press(keys::ESCAPE);
    window.until_no_dialog();
    window.press("d");
    window.find("dialog", "Decline Fabrikam");
}
