//! One action on many leads: chosen by a search, foreseen, done, told, and taken back as one.

use serde_json::json;

use crate::desk::{Desk, Setup};
use crate::files::{Referral, json_file, lead};
use crate::window::{Window, keys};
use crate::words::{LANGUAGES, Words};

/// Five that one search finds, one of them accepted already, and one that it does not find.
fn leads() -> Vec<Referral> {
    vec![
        lead("Contoso Nord", "2026-11-17T09:00:30Z"),
        lead("Contoso Ost", "2026-11-18T09:00:30Z"),
        lead("Contoso Süd", "2026-11-19T09:00:30Z"),
        lead("Contoso West", "2026-11-20T09:00:30Z"),
        lead("Contoso Zentrale", "2026-11-10T09:00:30Z").accepted("2026-11-11T09:00:00Z", "Cloud"),
        lead("Fabrikam", "2026-11-16T09:00:30Z"),
    ]
}

impl Window {
    /// Shows all leads in which `words` are found, the keyboard on the list.
    fn all_with(&self, words: Words, text: &str, count: usize) {
        self.show_all_leads(words);
        self.press("/");
        self.type_keys(text);
        self.until_found(&format!("{count} are found"), || (self.listed().len() == count).then_some(()));
        // And by the whole word, not by its first letters: the list for those is marked in vain, for another one is on its way.
        let whole = "const marks = [...document.querySelectorAll('[role=grid] [role=row] mark')]; \
            return marks.length > 0 && marks.every((mark) => mark.textContent.toLowerCase() === arguments[0])";
        self.until(&format!("{text} is found as a whole"), whole, json!([text]));
        self.press(keys::ENTER);
        self.until("the list has the keyboard", "return document.activeElement?.role === 'row'", json!([]));
    }

    /// Opens the menu of what is done with all that are selected, and chooses by keyboard.
    fn choose_for_all(&self, words: Words, action: &str) {
        self.press_with("\u{e008}", "x");
        self.choose_in_menu(&words.get(action));
        self.find_css("dialog[open]");
    }

    fn until_report(&self, text: &str) {
        self.until_no_dialog();
        self.until_says(text);
    }

    /// The preview, once it says what would be done.
    fn until_foreseen_as(&self, text: &str) {
        let script = "return document.querySelector('dialog[open] h3')?.innerText.trim() === arguments[0]";
        self.until(&format!("the preview says {text:?}"), script, json!([text]));
    }

    /// How many notices wait, as the button of the outbox says it.
    fn until_notices(&self, count: usize) {
        self.until_found(&format!("{count} notices wait"), || {
            let listed = self.invoke("list_notices", json!({ "request": {} })).ok()?;
            (listed["notices"].as_array()?.len() == count).then_some(())
        });
    }
}

fn declines_what_a_search_found(language: &'static str) {
    let words = Words::of(language);
    let desk = Setup { language, ..Setup::default() }.with_leads(&leads());
    let window = desk.window();
    let many = |id: &str, count: &str| words.say(id, &[("count", count)]);
    window.all_with(words, "contoso", 5);
    window.press_with(keys::CONTROL, "a");
    window.until_says(&many("selection-everything", "5"));
    let first = window.open_lead();
    window.press("x");
    window.until_says(&many("selection-count", "4"));
    let accepted_left_out = first == "Contoso Zentrale";
    assert!(!accepted_left_out, "the accepted one is not the most urgent");

    window.choose_for_all(words, "bulk-decline");
    window.must_be_accessible("the fields of a bulk action");
    window.press_with(keys::CONTROL, keys::ENTER);
    window.until_says(&words.get("problem-required-choice"));
    window.reason_by_keys(words);
    window.press(keys::ENTER);
    window.until_foreseen_as(&many("bulk-will-decline", "3"));
    for told in [words.get("bulk-why-accepted"), "Contoso Zentrale".to_owned(), many("bulk-notices", "3")] {
        assert!(window.text().contains(&told), "the preview says {told:?}: {}", window.text());
    }
    assert!(!window.text().contains(&first), "who was taken out is not spoken of: {}", window.text());
    window.must_be_accessible("the preview of a bulk action");
    window.tab_to(&many("bulk-submit-decline", "3"));
    window.press(keys::ENTER);
    window.until_report(&many("bulk-done-decline", "3"));
    window.until_count(&words.get("lead-stage-archived"), "3");
    window.until_notices(3);
    window.find("button", &many("outbox-label-count", "3"));
    window.press_with(keys::CONTROL, "z");
    window.until_says(&many("bulk-undone", "3"));
    window.until_count(&words.get("lead-stage-archived"), "0");
    window.until_count(&words.get("lead-stage-received"), "4");
    window.until_notices(0);
    window.find("button", &words.get("outbox-label"));
}

#[test]
fn what_a_search_found_is_declined_with_one_reason_and_taken_back_as_one() {
    declines_what_a_search_found(LANGUAGES[0]);
}

#[test]
fn what_a_search_found_is_declined_with_one_reason_and_taken_back_as_one_in_korean() {
    declines_what_a_search_found(LANGUAGES[1]);
}

#[test]
fn every_other_action_is_done_to_many_at_once() {
    let words = Words::of(LANGUAGES[0]);
    let desk = Desk::with_leads(&leads());
    let window = desk.window();
    window.all_with(words, "contoso", 5);
    window.press_with(keys::CONTROL, "a");

    window.choose_for_all(words, "bulk-contacted");
    window.press(keys::ENTER);
    window.until_foreseen_as("5 leads will be marked as contacted");
    window.button("Mark 5 leads as contacted");
    window.until_report("5 leads marked as contacted.");

    window.choose_for_all(words, "bulk-favorite");
    window.until_foreseen_as("5 leads will be favorites");
    window.button("Add 5 leads to favorites");
    window.until_report("5 leads added to favorites.");
    window.until_count("Favorites", "5");

    window.choose_for_all(words, "bulk-employee");
    window.fill("Name", "Ari Kim");
    window.press(keys::ENTER);
    window.until_foreseen_as("1 lead will get this employee");
    window.until_says("Not accepted yet: only an accepted lead has a deal");
    window.button("Add the employee to 1 lead");
    window.until_report("The employee is on 1 lead more.");

    window.choose_for_all(words, "bulk-campaign");
    window.fill("Marketing campaign ID", "CMP-7");
    window.press(keys::ENTER);
    window.until_foreseen_as("1 lead will get this campaign");
    window.button("Set the campaign of 1 lead");
    window.until_report("The campaign of 1 lead is set.");

    window.open_row("Contoso Zentrale");
    window.until_card("Your employees", "Ari Kim");
    window.until_card("Deal", "CMP-7");
    // Only the newest goes; whoever is left alone by it keeps what else was done.
    window.press_with(keys::CONTROL, "z");
    window.until_says("Undone: 1 lead is as it was.");
    let gone = "return !document.querySelector('.lead-side').innerText.includes('CMP-7')";
    window.until("the campaign is gone", gone, json!([]));
    window.until_card("Your employees", "Ari Kim");
    window.until_count("Favorites", "5");
}

fn undo_is_cancelled(language: &'static str) {
    let words = Words::of(language);
    let desk = Setup { language, ..Setup::default() }.with_leads(&leads());
    let window = desk.window();
    let five = |id: &str| words.say(id, &[("count", "5")]);
    let favorites = words.get("tab-favorites");
    window.all_with(words, "contoso", 5);
    window.press_with(keys::CONTROL, "a");
    window.choose_for_all(words, "bulk-favorite");
    window.until_foreseen_as(&five("bulk-will-favorite"));
    window.button(&five("bulk-submit-favorite"));
    window.until_report(&five("bulk-done-favorite"));
    window.until_count(&favorites, "5");

    // Somebody else writes: the undo waits for its turn, and cannot be faster than the click.
    let held = desk.hold_database();
    window.press_with(keys::CONTROL, "z");
    window.until_says(&words.get("bulk-running-undo"));
    window.button(&words.get("bulk-cancel"));
    window.until_says(&words.get("bulk-cancelling"));
    drop(held);
    window.until_says(&words.get("bulk-cancelled"));
    window.until_count(&favorites, "5");
    // Whoever did not mean to cancel can still take it back.
    window.press_with(keys::CONTROL, "z");
    window.until_says(&five("bulk-undone"));
    window.until_count(&favorites, "0");
}

#[test]
fn an_undo_that_is_cancelled_changes_nothing_and_is_offered_again() {
    undo_is_cancelled(LANGUAGES[0]);
}

#[test]
fn an_undo_that_is_cancelled_is_offered_again_in_korean() {
    undo_is_cancelled(LANGUAGES[1]);
}

/// So many that declining them takes long enough for a hand to stop it.
const MANY: usize = 6_000;

#[test]
fn a_big_run_is_cancelled_and_nothing_is_changed() {
    let desk = Desk::with_leads(&[lead("Fabrikam", "2026-11-16T09:00:30Z")]);
    let window = desk.window();
    let leads: Vec<Referral> = (0..MANY).map(|n| lead(&format!("Woodgrove {n:05}"), "2026-11-20T09:00:30Z")).collect();
    let file = json_file(&desk.home(), "many.json", &leads);
    let imported = desk.terminal(&["import", &file.display().to_string()]);
    assert!(imported.status.success(), "many leads come in: {}", String::from_utf8_lossy(&imported.stderr));
    window.until_count("Received", "6,001");
    window.press_with(keys::CONTROL, "a");
    window.until_says("All 6,001 selected");
    let words = Words::of(LANGUAGES[0]);
    window.choose_for_all(words, "bulk-decline");
    window.reason_by_keys(words);
    window.press(keys::ENTER);
    window.until_foreseen_as("6,001 leads will be declined");
    window.press_with(keys::CONTROL, keys::ENTER);
    window.button("Cancel");
    window.until_no_dialog();
    window.until_says("Cancelled. No lead was changed.");
    window.until_count("Received", "6,001");
    window.until_count("Archived", "0");
    window.until_notices(0);
}
