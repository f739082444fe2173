//! The watched folder: files that are put there come in by themselves, and the bell says what became of them.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::desk::Desk;
use crate::files::{json_file, lead, written};
use crate::window::{Window, keys};

/// A table that no guess understands.
const TABLE: &str = "Firm;Mail;Wish\nContoso;priya@contoso.example;Storage for clinical trials\n;nobody@nowhere.example;A row without a customer\n";

/// Has a folder of the desk's home watched, by the settings.
fn watch(desk: &Desk) -> PathBuf {
    let folder = desk.home().join("In");
    std::fs::create_dir(&folder).expect("the desk's home can be written");
    let window = desk.window();
    desk.answer_dialogs(&[&folder]);
    window.import_menu("Watched folder…");
    window.button("Choose a folder…");
    window.until_says(&folder.display().to_string());
    folder
}

fn close_settings(window: &Window) {
    window.press(keys::ESCAPE);
    window.until_no_dialog();
}

/// Puts a whole file into the folder, as a program does that takes care: under another name first.
fn put(desk: &Desk, folder: &Path, file: &Path) {
    let name = file.file_name().expect("a file has a name");
    let half = folder.join(format!("{}.part", name.to_string_lossy()));
    std::fs::copy(file, &half).expect("the folder can be written");
    std::fs::rename(half, folder.join(name)).expect("a rename in one folder");
    desk.window().until_found("the file is taken out of the folder", || (!folder.join(name).exists()).then_some(()));
}

/// Opens the bell when it has so much that is new.
fn open_bell(window: &Window, unread: u32) {
    window.button(&format!("Reminders, {unread} unread"));
    window.until("the bell is open", "return document.querySelector('.popover') !== null", json!([]));
}

#[test]
fn a_file_that_lands_in_the_watched_folder_is_imported_and_told_in_the_bell() {
    let desk = Desk::with_leads(&[lead("Northwind Traders", "2026-11-20T10:00:30Z")]);
    let window = desk.window();
    let folder = watch(&desk);
    window.must_be_accessible("the settings of the watched folder");
    close_settings(&window);

    std::fs::write(folder.join("leads.csv.crdownload"), "half of it").expect("the folder can be written");
    std::fs::write(folder.join("notes.pdf"), "not ours").expect("the folder can be written");
    put(&desk, &folder, &json_file(&desk.home(), "monday.json", &[lead("Fabrikam", "2026-11-21T10:00:30Z")]));
    window.until_count("Received", "2");
    assert!(folder.join("done/monday.json").is_file(), "what was imported is out of the way, and kept");
    assert!(folder.join("leads.csv.crdownload").is_file(), "a download that goes on is left alone");
    assert!(folder.join("notes.pdf").is_file(), "and so is what is no file of leads");

    put(&desk, &folder, &written(&desk.home(), "broken.json", br#"{"value": [{"id": "1", "#));
    assert!(folder.join("failed/broken.json").is_file(), "a file that cannot be read is put where it is found");
    open_bell(&window, 2);
    for text in [
        "monday.json",
        "Imported from the watched folder",
        "1 added",
        "broken.json",
        "Not imported from the watched folder",
    ] {
        window.until_says(text);
    }
    window.must_be_accessible("arrivals in the bell");
    window.button("Undo…");
    window.until_says("1 lead that it added is removed.");
    window.button("Undo this import");
    window.until_says("1 lead was removed.");
    window.button("Close");
    window.until_count("Received", "1");
}

#[test]
fn a_table_that_lands_there_is_read_by_the_mapping_chosen_for_the_folder() {
    let desk = Desk::start();
    let window = desk.window();
    let table = written(&desk.home(), "fair.csv", TABLE.as_bytes());
    desk.import(&table);
    window.button("Continue");
    for (heading, column) in [("Firm", "Customer"), ("Mail", "Contact e-mail"), ("Wish", "Need")] {
        window.map_column(&format!("What “{heading}” is"), column);
    }
    window.button("Saved mappings");
    window.fill("Save these choices as", "The fair");
    window.button("Save");
    window.until_says("Saved as “The fair”.");
    window.press(keys::ESCAPE);
    window.until_no_dialog();

    let folder = {
        let folder = watch(&desk);
        window.choose("Mapping for tables of other programs", "The fair");
        window.until_found("the mapping is set", || {
            let watched = window.invoke("watched_folder", json!({ "request": {} })).ok()?;
            (watched["mapping"] == "The fair").then_some(())
        });
        close_settings(&window);
        folder
    };
    // The same columns and one more, so that it is not found again by its headings.
    let other =
        TABLE.replace("Wish\n", "Wish;Stand\n").replace("trials\n", "trials;4\n").replace("customer\n", "customer;5\n");
    put(&desk, &folder, &written(&desk.home(), "tuesday.csv", other.as_bytes()));
    window.until_count("Received", "1");
    assert!(folder.join("done/tuesday.csv").is_file(), "most of it was of use");
    let failed: Vec<String> = std::fs::read_dir(folder.join("failed"))
        .expect("something failed")
        .map(|entry| std::fs::read_to_string(entry.expect("an entry").path()).expect("a text"))
        .collect();
    assert_eq!(failed.len(), 1, "the row that was refused is kept beside, to be mended");
    assert!(failed[0].contains("nobody@nowhere.example") && !failed[0].contains("priya@"), "only that one: {failed:?}");

    put(&desk, &folder, &written(&desk.home(), "unknown.csv", b"a,b\n1,2\n"));
    assert!(folder.join("failed/unknown.csv").is_file(), "what no mapping understands is not guessed");
    window.until_count("Received", "1");
}

#[test]
fn a_folder_that_goes_is_told_and_watched_again_when_it_comes_back() {
    let desk = Desk::with_leads(&[lead("Northwind Traders", "2026-11-20T10:00:30Z")]);
    let window = desk.window();
    let folder = watch(&desk);
    std::fs::rename(&folder, desk.home().join("Away")).expect("the desk's home can be written");
    window.until_says("The watched folder cannot be read just now.");
    std::fs::rename(desk.home().join("Away"), &folder).expect("the desk's home can be written");
    window.until(
        "the trouble is over",
        "return !document.body.innerText.includes('cannot be read just now')",
        json!([]),
    );
    close_settings(&window);
    drop(window);
    desk.restart();
    let window = desk.window();
    put(&desk, &folder, &json_file(&desk.home(), "later.json", &[lead("Fabrikam", "2026-11-21T10:00:30Z")]));
    window.until_count("Received", "2");
    window.import_menu("Watched folder…");
    window.button("Stop watching");
    window.until_says("No folder is watched.");
    close_settings(&window);
    let left = json_file(&folder, "ignored.json", &[lead("Litware", "2026-11-21T10:00:30Z")]);
    desk.receive(&[lead("Contoso", "2026-11-21T10:00:30Z")]);
    assert!(left.is_file(), "nobody looks at it any more");
    window.until_count("Received", "3");
}
