//! What the window may call: exactly the commands of the list, from Hearth's own page in the window `main`, and nothing
//! else. On Tauri's mock runtime, with the real configuration, capability and handlers, and a real database.

use std::collections::BTreeSet;
use std::sync::Arc;

use hearth_core::clock::ManualClock;
use hearth_core::domain::time::Timestamp;
use serde_json::{Value, json};
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{App, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder};
use tempfile::TempDir;

/// Where Hearth's own page lives.
const OWN_PAGE: &str = if cfg!(windows) { "http://tauri.localhost" } else { "tauri://localhost" };

macro_rules! names {
    (core { $($core:ident($core_request:ty) -> $core_reply:ty;)* } shell { $($shell:ident($shell_request:ty) -> $shell_reply:ty;)* }) => {
        const COMMANDS: &[&str] = &[$(stringify!($core),)* $(stringify!($shell),)*];
    };
}
hearth_core::for_each_command!(names);

struct Desk {
    app: App<MockRuntime>,
    _folder: TempDir,
}

impl Desk {
    fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = hearth_shell::configured(mock_builder()).build(hearth_shell::context()).unwrap();
        let clock = ManualClock::at(Timestamp::parse("2026-11-20T09:00:00Z").unwrap());
        hearth_shell::open_desk(app.handle(), folder.path(), Arc::new(clock));
        Self { app, _folder: folder }
    }

    fn window(&self, label: &str) -> WebviewWindow<MockRuntime> {
        WebviewWindowBuilder::new(&self.app, label, WebviewUrl::default()).build().unwrap()
    }
}

/// Calls `command` as a page at `page` would.
fn call(window: &WebviewWindow<MockRuntime>, page: &str, command: &str, arguments: Value) -> Result<Value, Value> {
    let request = InvokeRequest {
        cmd: command.to_owned(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: page.parse::<Url>().unwrap(),
        body: InvokeBody::Json(arguments),
        headers: Default::default(),
        invoke_key: INVOKE_KEY.to_owned(),
    };
    get_ipc_response(window, request).map(|body| body.deserialize().unwrap())
}

/// Whether Tauri itself turned the call away, before any command of ours saw it.
fn turned_away(answer: &Result<Value, Value>) -> bool {
    answer.as_ref().is_err_and(|words| {
        words.as_str().is_some_and(|words| words.contains("not allowed") || words.contains("not found"))
    })
}

#[test]
fn the_window_may_call_every_command_of_the_list() {
    let desk = Desk::open();
    let window = desk.window("main");
    for command in COMMANDS {
        // Those that open a dialog or another program would do so here; that they are allowed is in the capability.
        if ["choose_import_files", "open_data_folder", "answer_closing"].contains(command) {
            continue;
        }
        let answer = call(&window, OWN_PAGE, command, json!({ "request": { "an unknown key": 1 } }));
        let malformed = answer.as_ref().is_err_and(|words| words.to_string().contains("invalid request"));
        // What is kept as a whole has a default for each part, so that what an older version wrote is read too.
        let kept = ["save_settings", "save_desk_layout"].contains(command) && answer.is_ok();
        assert!(malformed || kept, "{command} was reached and reads its request strictly: {answer:?}");
    }
}

#[test]
fn the_capability_allows_nothing_but_the_list_and_listening() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src-tauri/capabilities/main.json");
    let capability: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    assert_eq!(capability["windows"], json!(["main"]), "one window");
    let allowed: BTreeSet<String> =
        capability["permissions"].as_array().unwrap().iter().map(|p| p.as_str().unwrap().to_owned()).collect();
    let expected: BTreeSet<String> = COMMANDS
        .iter()
        .map(|command| format!("allow-{}", command.replace('_', "-")))
        .chain(["core:event:allow-listen".to_owned(), "core:event:allow-unlisten".to_owned()])
        .collect();
    assert_eq!(allowed, expected, "exactly our commands and event listening");
}

#[test]
fn what_is_not_on_the_list_is_refused() {
    let desk = Desk::open();
    let window = desk.window("main");
    for command in [
        "read_any_file",
        "plugin:fs|read_text_file",
        "plugin:shell|open",
        "plugin:dialog|open",
        "plugin:opener|open_url",
        "plugin:event|emit",
        "plugin:window|close",
        "plugin:webview|create_webview_window",
        "plugin:app|version",
    ] {
        let answer = call(&window, OWN_PAGE, command, json!({}));
        assert!(turned_away(&answer), "{command}: {answer:?}");
    }
}

#[test]
fn another_window_is_refused() {
    let desk = Desk::open();
    let foreign = desk.window("foreign");
    let answer = call(&foreign, OWN_PAGE, "desk_state", json!({ "request": { "search": "" } }));
    assert!(turned_away(&answer), "the capability is for the window `main` alone: {answer:?}");
}

#[test]
fn another_page_in_our_window_is_refused() {
    let desk = Desk::open();
    let window = desk.window("main");
    for page in ["https://evil.example", "http://localhost:1420", "https://tauri.localhost.evil.example"] {
        let answer = call(&window, page, "desk_state", json!({ "request": { "search": "" } }));
        assert!(turned_away(&answer), "{page}: {answer:?}");
    }
}

#[test]
fn an_action_goes_through_all_layers_and_its_errors_are_codes() {
    let desk = Desk::open();
    let window = desk.window("main");
    let ask = |command: &str, request: Value| call(&window, OWN_PAGE, command, json!({ "request": request }));
    let lead = ask(
        "add_lead",
        json!({
            "leadType": "customerInquiry", "receivedAt": 1_795_165_200_000_i64 - 3_600_000, "requestedContact": true,
            "customer": "Fabrikam", "contact": "", "title": "", "email": "", "phone": "", "city": "", "country": "",
            "need": "Teams", "amount": "", "currency": "",
        }),
    )
    .unwrap();
    assert_eq!(lead["customer"]["name"], "Fabrikam", "from the window to the database and back");
    let declined = ask("decline_lead", json!({ "id": lead["id"], "revision": 99, "reason": 1, "notes": "" }));
    assert_eq!(declined, Err(json!({ "code": "conflict" })), "a code, not a sentence");
    let missing = ask("get_lead", json!({ "id": 4711 }));
    assert_eq!(missing, Err(json!({ "code": "notFound" })), "a code, not a sentence");
}

#[test]
fn only_mail_phone_and_safe_web_links_are_opened() {
    let desk = Desk::open();
    let window = desk.window("main");
    for url in [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://plain.example",
        "data:text/html,hello",
        "smb://server/share",
        "https://user:password@evil.example",
        "ms-msdt:/id PCWDiagnostic",
        "",
        " https",
    ] {
        let answer = call(&window, OWN_PAGE, "open_link", json!({ "request": { "url": url } }));
        assert_eq!(answer, Err(json!({ "code": "linkRefused" })), "{url:?} is not opened");
    }
}

#[test]
fn the_page_may_run_nothing_but_its_own_files() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tauri.conf.json")).unwrap();
    let configuration: Value = serde_json::from_str(&text).unwrap();
    let csp = configuration["app"]["security"]["csp"].to_string();
    for forbidden in ["unsafe-inline", "unsafe-eval", "*", "https:"] {
        assert!(!csp.contains(forbidden), "{forbidden} would let foreign code in: {csp}");
    }
    assert_eq!(configuration["app"]["security"]["csp"]["default-src"], "'self'", "nothing from outside");
    assert_eq!(configuration["app"]["withGlobalTauri"], json!(false), "no global door");
}
