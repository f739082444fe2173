//! The filter menu's own fields: days of a purchase, the time to respond, and who works on a lead. What is typed instead, chips and
//! states are `searching`'s.

use serde_json::json;

use crate::desk::Setup;
use crate::files::{Referral, lead};
use crate::journeys::searching::until_asked;
use crate::window::{Window, keys};
use crate::words::{LANGUAGES, Words};

const SHIFT: &str = "\u{e008}";
const SOON: &str = "Contoso";
const LATER: &str = "Fabrikam";
const NEWEST: &str = "Litware";
const URGENT: &str = "Northwind Traders";
const CLOSING: &str = "/details/closingDateTime";

/// Two received, with thirteen days and with one day to respond; two accepted, to be bought in December and in March.
fn leads() -> Vec<Referral> {
    vec![
        lead(NEWEST, "2026-11-21T09:00:30Z"),
        lead(URGENT, "2026-11-09T09:00:30Z"),
        lead(SOON, "2026-11-10T09:00:30Z").accepted("2026-11-11T09:00:00Z", "Cloud"),
        lead(LATER, "2026-11-12T09:00:30Z")
            .accepted("2026-11-13T09:00:00Z", "Backup")
            .with(CLOSING, json!("2027-03-01T00:00:00Z")),
    ]
}

impl Window {
    /// Opens the filter menu and goes to a field.
    fn filter_by(&self, words: Words, field: &str) {
        self.press_with(SHIFT, "F");
        self.find_css(".popover .filters");
        let name = words.get(field);
        self.click_css(".popover [role=tab][aria-selected=true]");
        self.press(keys::END);
        let at = "return __page.said(document.activeElement)";
        for _ in 0..20 {
            if self.run(at, json!([])).is_ok_and(|at| at.as_str().is_some_and(|at| at.starts_with(&name))) {
                return;
            }
            self.press(keys::DOWN);
        }
        self.fail(&format!("a field {name:?} in the filter menu"));
    }

    /// Puts the menu away and the filter with it.
    fn without_filter(&self) {
        self.press(keys::ESCAPE);
        self.until("the menu is closed", "return !document.querySelector('.popover')", json!([]));
        self.press("/");
        self.press(keys::ESCAPE);
        until_asked(self, "");
        self.press(keys::ESCAPE);
    }
}

fn fields_of_the_menu(language: &'static str) {
    let words = Words::of(language);
    let desk = Setup { language, ..Setup::default() }.with_leads(&leads());
    let window = desk.window();
    let within = |days: &str| {
        let length = words.say("chip-days", &[("count", days)]);
        words.say("filter-within", &[("length", &length)])
    };
    window.until_listed(&[URGENT, NEWEST]);

    window.filter_by(words, "field-respond-by");
    window.tab_to(&within("3"));
    window.press(keys::SPACE);
    until_asked(&window, "respond:<3d");
    window.until_listed(&[URGENT]);
    window.must_be_accessible("the filter of the time to respond");
    // Pressed again it is let go.
    window.press(keys::SPACE);
    until_asked(&window, "");
    window.until_listed(&[URGENT, NEWEST]);
    window.without_filter();

    window.go_to(&words.get("lead-stage-accepted"));
    window.until_listed(&[LATER, SOON]);
    window.filter_by(words, "filter-field-purchase");
    window.tab_to(&within("30"));
    window.press(keys::SPACE);
    until_asked(&window, "purchase:<30d");
    window.until_listed(&[SOON]);
    window.press(keys::SPACE);
    until_asked(&window, "");
    window.fill(&words.get("filter-from"), "2027-01-01");
    until_asked(&window, "purchase:>=2027-01-01");
    window.until_listed(&[LATER]);
    window.fill(&words.get("filter-to"), "2027-02-28");
    until_asked(&window, "purchase:2027-01-01..2027-02-28");
    window.until_listed(&[]);
    window.until_says(&words.get("nothing-by-filters"));
    window.must_be_accessible("the filter of the day of the purchase");
    window.without_filter();
    window.until_listed(&[LATER, SOON]);

    window.open_row(LATER);
    let query = json!({ "tab": "all", "stage": "accepted", "query": "fabrikam", "sort": "customer", "descending": false, "offset": 0, "limit": 10, "list": null });
    let page = window.invoke("list_leads", json!({ "request": query })).expect("the lead is found");
    let (id, revision) = (page["rows"][0]["id"].clone(), page["rows"][0]["revision"].clone());
    let employees = json!([{ "name": "Ari Kim", "email": "ari@partner.example", "phone": null }]);
    window
        .invoke("save_employees", json!({ "request": { "id": id, "revision": revision, "employees": employees } }))
        .expect("somebody works on the lead");
    window.until_card(&words.get("card-employees"), "Ari Kim");
    window.filter_by(words, "filter-field-employee");
    window.tab_to("Ari Kim");
    window.press(keys::SPACE);
    until_asked(&window, "employee:\"Ari Kim\"");
    window.until_listed(&[LATER]);
    window.must_be_accessible("the filter of the employee");
    window.without_filter();
    window.until_listed(&[LATER, SOON]);
}

#[test]
fn purchase_time_to_respond_and_employee_are_chosen_in_the_filter_menu() {
    fields_of_the_menu(LANGUAGES[0]);
}

#[test]
fn purchase_time_to_respond_and_employee_are_chosen_in_the_filter_menu_in_korean() {
    fields_of_the_menu(LANGUAGES[1]);
}
