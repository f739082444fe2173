//! What comes from outside is text, and the window may ask for nothing but Hearth's own commands.

use serde_json::json;

use crate::desk::Desk;
use crate::files::hot;

const HOSTILE: [&str; 3] = [
    "<img src=x onerror=\"window.__harmed=1\">",
    "<script>window.__harmed=1</script><iframe src=javascript:1>",
    "\u{202e}evil\u{200f}<svg/onload=window.__harmed=1>",
];

#[test]
fn hostile_texts_are_shown_as_text() {
    let leads: Vec<_> = HOSTILE
        .iter()
        .map(|text| {
            hot(&format!("Firm {text}"), "2026-11-20T09:00:30Z")
                .need(&format!("{text}\n{}", "x".repeat(20_000)))
                .contact(text, text, "a@b.example", "<b>555</b>")
                .with("/customerProfile/address", json!({ "city": text, "country": "US" }))
        })
        .collect();
    let desk = Desk::with_leads(&leads);
    let window = desk.window();
    window.until_found("three rows", || (window.listed().len() == 3).then_some(()));
    window.click_css("[role=row] .who");
    window.press("j");
    window.press("j");
    window.open_lead();
    window.until_says("onerror=");
    let made = "return document.querySelectorAll('#app img, #app script, #app iframe, #app b').length === 0 && window.__harmed === undefined";
    window.until("nothing of it became an element", made, json!([]));
    window.button("Accept…");
    window.until("nor in a form", made, json!([]));
}

#[test]
fn a_command_outside_the_list_is_refused() {
    let desk = Desk::start();
    let window = desk.window();
    for (command, arguments) in [
        ("plugin:fs|read_text_file", json!({ "path": "/etc/passwd" })),
        ("plugin:shell|execute", json!({ "program": "sh" })),
        ("plugin:opener|open_url", json!({ "url": "https://example.com" })),
        ("plugin:dialog|open", json!({ "options": {} })),
        ("plugin:window|close", json!({})),
        ("plugin:event|emit", json!({ "event": "desk", "payload": {} })),
        ("plugin:app|version", json!({})),
        ("delete_everything", json!({})),
    ] {
        let refused = window.invoke(command, arguments);
        assert!(refused.is_err(), "{command} is not on the list, but answered {refused:?}");
    }
    for url in ["file:///etc/passwd", "http://example.com", "javascript:alert(1)"] {
        let refused = window.invoke("open_link", json!({ "request": { "url": url } }));
        assert!(refused.is_err(), "{url} may not leave Hearth, but answered {refused:?}");
    }
    assert_eq!(desk.opened(), Vec::<String>::new(), "nothing was opened");
    let answered = window.invoke("bootstrap", json!({ "request": {} })).expect("a command of the list is answered");
    assert_eq!(answered["database"]["state"], "ready", "the desk is unharmed");
    let malformed = window.invoke("get_lead", json!({ "request": { "id": 1, "extra": true } }));
    assert!(malformed.is_err(), "a request outside the contract is refused: {malformed:?}");
}

#[test]
fn a_foreign_page_gets_neither_the_window_nor_the_commands() {
    let desk = Desk::start();
    let window = desk.window();
    // The policy lets no frame in; and if it did, a frame of another origin has no way to Tauri.
    let script = "const refused = window.__refused = []; \
        document.addEventListener('securitypolicyviolation', (e) => refused.push(e.effectiveDirective)); \
        const frame = document.createElement('iframe'); frame.src = 'data:text/html,<script>parent.postMessage(1)</script>'; \
        document.body.append(frame); \
        try { new Function('window.__harmed = 1')(); } catch { refused.push('eval'); } \
        const code = document.createElement('script'); code.textContent = 'window.__harmed = 1'; document.body.append(code); \
        fetch('https://example.com/').catch(() => refused.push('fetch'));";
    window.run(script, json!([])).expect("the page goes on");
    // Each is told in its own time.
    for rule in ["frame-src", "script-src-elem", "connect-src", "fetch"] {
        window.until(&format!("{rule} is refused"), "return window.__refused.includes(arguments[0])", json!([rule]));
    }
    assert_eq!(window.run("return window.__harmed ?? null", json!([])), Ok(json!(null)), "no foreign code ran");
    // Leaving the page is refused by the shell.
    window.run("location.href = 'https://example.com/'", json!([])).ok();
    window.until(
        "Hearth's page stays",
        "return location.protocol === 'tauri:' && document.querySelector('main') !== null",
        json!([]),
    );
}
