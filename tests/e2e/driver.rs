//! A small WebDriver client: one request after the other over HTTP, as WebKitWebDriver speaks it.
//!
//! What is looked for in the page, and what a click means to Hearth, is not here: see `window`.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};

/// The key under which WebDriver names an element. Source: W3C WebDriver, section 12.1.
pub const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
/// A driver that does not answer is broken.
const ANSWER: Duration = Duration::from_secs(90);
/// How long a script may take, in milliseconds. The longest is axe's look at a whole page, which is work and no waiting: on a
/// machine that is slow and shared it takes many times what it takes on a quiet one.
const SCRIPT: u32 = 60_000;

/// An open session.
pub struct Driver {
    port: u16,
    session: String,
}

/// An element of the page.
#[derive(Clone, Debug)]
pub struct Element(String);

impl Element {
    pub fn id(&self) -> &str {
        &self.0
    }
}

impl Driver {
    /// Has the driver on `port` start `binary`, and takes hold of its window.
    pub fn open(port: u16, binary: &str, args: &[String]) -> Result<Self, String> {
        let options = json!({ "binary": binary, "args": args });
        let wanted = json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": options } } });
        let reply = request(port, "POST", "/session", Some(&wanted))?;
        let session = reply["sessionId"].as_str().ok_or_else(|| format!("no session: {reply}"))?.to_owned();
        let driver = Self { port, session };
        driver.post("/timeouts", &json!({ "script": SCRIPT, "pageLoad": 60_000, "implicit": 0 }))?;
        Ok(driver)
    }

    fn get(&self, path: &str) -> Result<Value, String> {
        request(self.port, "GET", &format!("/session/{}{path}", self.session), None)
    }

    fn post(&self, path: &str, body: &Value) -> Result<Value, String> {
        request(self.port, "POST", &format!("/session/{}{path}", self.session), Some(body))
    }

    /// Ends the session, which ends the app.
    pub fn close(&self) -> Result<(), String> {
        request(self.port, "DELETE", &format!("/session/{}", self.session), None).map(|_| ())
    }

    /// Runs `script` as the body of a function in the page; what it returns.
    pub fn run(&self, script: &str, arguments: Value) -> Result<Value, String> {
        self.post("/execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// Runs `script` in the page; it calls its last argument with its result.
    pub fn run_async(&self, script: &str, arguments: Value) -> Result<Value, String> {
        self.post("/execute/async", &json!({ "script": script, "args": arguments }))
    }

    /// The element that `script` returns, if it returns one.
    pub fn element(&self, script: &str, arguments: Value) -> Result<Option<Element>, String> {
        Ok(self.run(script, arguments)?[ELEMENT].as_str().map(|id| Element(id.to_owned())))
    }

    /// Clicks with the pointer, as a person would: fails if something lies over the element.
    pub fn click(&self, element: &Element) -> Result<(), String> {
        self.post(&format!("/element/{}/click", element.0), &json!({})).map(|_| ())
    }

    /// Types into an element.
    pub fn type_into(&self, element: &Element, text: &str) -> Result<(), String> {
        self.post(&format!("/element/{}/value", element.0), &json!({ "text": text })).map(|_| ())
    }

    /// Presses keys where the focus is. `held` are held down meanwhile.
    pub fn press(&self, held: &[&str], keys: &[&str]) -> Result<(), String> {
        let key = |kind: &str, value: &str| json!({ "type": kind, "value": value });
        let mut actions: Vec<Value> = held.iter().map(|value| key("keyDown", value)).collect();
        actions.extend(keys.iter().flat_map(|value| [key("keyDown", value), key("keyUp", value)]));
        actions.extend(held.iter().rev().map(|value| key("keyUp", value)));
        let body = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] });
        self.post("/actions", &body).map(|_| ())
    }

    /// Presses the pointer on one element and lets it go over another, with a stop on the way as a hand makes it.
    pub fn drag(&self, from: &Element, to: &Element) -> Result<(), String> {
        let over = |element: &Element, x: i32| json!({ "type": "pointerMove", "duration": 50, "origin": { ELEMENT: element.0 }, "x": x, "y": 0 });
        let button = |kind: &str| json!({ "type": kind, "button": 0 });
        let actions = json!([
            over(from, 0),
            button("pointerDown"),
            over(from, 20),
            over(to, -20),
            over(to, 0),
            button("pointerUp")
        ]);
        let body = json!({ "actions": [{ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": actions }] });
        self.post("/actions", &body).map(|_| ())
    }

    /// Presses the pointer at the first place of the page, takes it from place to place, and lets it go at the last.
    pub fn drag_along(&self, places: &[(i64, i64)]) -> Result<(), String> {
        let to =
            |(x, y): (i64, i64)| json!({ "type": "pointerMove", "duration": 50, "origin": "viewport", "x": x, "y": y });
        let button = |kind: &str| json!({ "type": kind, "button": 0 });
        let Some((first, others)) = places.split_first() else { return Ok(()) };
        let mut actions = vec![to(*first), button("pointerDown")];
        actions.extend(others.iter().map(|place| to(*place)));
        actions.push(button("pointerUp"));
        let body = json!({ "actions": [{ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": actions }] });
        self.post("/actions", &body).map(|_| ())
    }

    /// Moves the pointer to the corner, where nothing answers to it.
    pub fn park_pointer(&self) -> Result<(), String> {
        let there = json!({ "type": "pointerMove", "duration": 0, "x": 0, "y": 0 });
        let body = json!({ "actions": [{ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": [there] }] });
        self.post("/actions", &body).map(|_| ())
    }

    pub fn set_size(&self, width: u32, height: u32) -> Result<(), String> {
        self.post("/window/rect", &json!({ "x": 0, "y": 0, "width": width, "height": height })).map(|_| ())
    }

    /// The window's page as a PNG, in base64.
    pub fn screenshot(&self) -> Result<String, String> {
        self.get("/screenshot").map(|value| value.as_str().unwrap_or_default().to_owned())
    }

    pub fn source(&self) -> Result<String, String> {
        self.get("/source").map(|value| value.as_str().unwrap_or_default().to_owned())
    }

    /// How many windows the app has.
    pub fn windows(&self) -> Result<usize, String> {
        self.get("/window/handles").map(|handles| handles.as_array().map_or(0, Vec::len))
    }
}

/// Whether a driver answers on `port`.
pub fn is_ready(port: u16) -> bool {
    request(port, "GET", "/status", None).is_ok()
}

/// One request; the `value` of the answer, or the driver's words of what failed.
fn request(port: u16, method: &str, path: &str, body: Option<&Value>) -> Result<Value, String> {
    let failed = |error: std::io::Error| format!("{method} {path}: {error}");
    let mut stream = TcpStream::connect(("127.0.0.1", port)).map_err(failed)?;
    stream.set_read_timeout(Some(ANSWER)).map_err(failed)?;
    let body = body.map(Value::to_string).unwrap_or_default();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body.as_bytes())).map_err(failed)?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).map_err(failed)?;
    let answer = String::from_utf8_lossy(&answer);
    let (head, body) = answer.split_once("\r\n\r\n").ok_or_else(|| format!("{method} {path}: no answer"))?;
    let value = serde_json::from_str::<Value>(body).map_err(|error| format!("{method} {path}: {error}: {body}"))?;
    let value = value["value"].clone();
    if head.starts_with("HTTP/1.1 200") {
        Ok(value)
    } else {
        Err(format!("{method} {path}: {} {}", value["error"], value["message"]))
    }
}
