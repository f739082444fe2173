//! The terminal beside the running window: what is done in one is seen in the other at once.

use serde_json::{Value, json};

use crate::desk::Desk;
use crate::files::{json_file, lead};

#[test]
fn what_the_terminal_does_is_seen_in_the_window_at_once() {
    // The terminal goes by the computer's own clock, whatever year that is.
    let long = |customer: &str| {
        lead(customer, "2020-01-02T10:00:30Z").with("/expirationDateTime", json!("2099-01-01T00:00:00Z"))
    };
    let desk = Desk::with_leads(&[long("Fabrikam")]);
    let window = desk.window();
    window.open_row("Fabrikam");
    let listed = desk.terminal(&["list", "--json"]);
    assert!(listed.status.success(), "it reads beside the window: {}", String::from_utf8_lossy(&listed.stderr));
    let text = String::from_utf8_lossy(&listed.stdout).into_owned();
    assert!(text.contains("Fabrikam"), "it sees the same leads: {text}");
    let id = id_of(&serde_json::from_slice(&listed.stdout).expect("--json is JSON"));

    let accepted = desk.terminal(&[
        "accept",
        &id,
        "--name",
        "File server",
        "--value",
        "48000",
        "--currency",
        "USD",
        "--date",
        "2098-12-15",
        "--notes",
        "By the terminal.",
    ]);
    assert!(accepted.status.success(), "it writes beside the window: {}", String::from_utf8_lossy(&accepted.stderr));
    window.find("button", "Won…");
    window.until_card("Deal", "File server");
    window.until_count("Accepted", "1");

    let file = json_file(&desk.home(), "more.json", &[long("Contoso")]);
    let imported = desk.terminal(&["import", &file.display().to_string()]);
    assert!(imported.status.success(), "it imports: {}", String::from_utf8_lossy(&imported.stderr));
    window.until_count("Received", "1");
    let wrong = desk.terminal(&["show", "4711"]);
    assert!(!wrong.status.success(), "what is not there is a failure that a script can see");
}

/// The number of the first lead, wherever it stands in the reply.
fn id_of(reply: &Value) -> String {
    let first = match reply {
        Value::Array(leads) => leads.first(),
        Value::Object(fields) => fields.values().find_map(|value| value.as_array().and_then(|leads| leads.first())),
        _ => None,
    };
    first.and_then(|lead| lead["id"].as_i64()).unwrap_or_else(|| panic!("a lead with a number: {reply}")).to_string()
}
