//! The window as a person uses it: found by role and name, clicked with a real pointer, typed into with real keys.
//!
//! Every look waits until what is looked for is there; what never comes ends the test with a picture and the page's
//! source in `target/e2e/`. What the parts of Hearth's window are called is in `lead_desk`.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::driver::{Driver, ELEMENT, Element};
use crate::until::{PATIENCE, found, found_within};

const PAGE: &str = include_str!("page.js");

/// Keys by their names. Source: W3C WebDriver, section 17.4.2.
pub mod keys {
    pub const CONTROL: &str = "\u{e009}";
    pub const ENTER: &str = "\u{e007}";
    pub const ESCAPE: &str = "\u{e00c}";
    pub const TAB: &str = "\u{e004}";
    pub const SPACE: &str = " ";
    pub const END: &str = "\u{e010}";
    pub const RIGHT: &str = "\u{e014}";
    pub const DOWN: &str = "\u{e015}";
    pub const BACKSPACE: &str = "\u{e003}";
}

/// The app's one window.
pub struct Window {
    driver: Driver,
    /// Tells the pictures of failures apart.
    data: String,
}

impl Window {
    pub fn new(driver: Driver, data: String) -> Self {
        Self { driver, data }
    }

    /// Ends the session; the app may already have ended.
    pub fn end(self) {
        let _ = self.driver.close();
    }

    pub fn driver(&self) -> &Driver {
        &self.driver
    }

    /// Waits for the first frame with content.
    pub fn wait_until_drawn(&self) {
        self.until("the window has drawn itself", "return document.querySelector('main, h1') !== null", json!([]));
    }

    /// Has the window's clock stand still where it is, as the core's does: it ticks on from what the core last said, and an
    /// undo that the core still offers, or a minute that is not over there, would be over here on a slow machine.
    pub fn hold_clock(&self) {
        let still = "const at = Date.now(); Date.now = () => at";
        self.run(still, json!([])).unwrap_or_else(|error| self.fail(&error));
    }

    /// Runs a function body in the page, where `__page` finds what is asked for.
    pub fn run(&self, script: &str, arguments: Value) -> Result<Value, String> {
        self.driver.run(&format!("if (!window.__page) {{ {PAGE} }} {script}"), arguments)
    }

    /// Waits until `script` returns something that is neither null nor false.
    pub fn until(&self, awaited: &str, script: &str, arguments: Value) -> Value {
        let mut last = None;
        let holds = found_within(PATIENCE, || match self.run(script, arguments.clone()) {
            Ok(Value::Null | Value::Bool(false)) => None,
            Ok(value) => Some(value),
            Err(error) => {
                last = Some(error);
                None
            }
        });
        holds.unwrap_or_else(|| self.fail(&format!("{awaited} {}", last.unwrap_or_default())))
    }

    /// Waits until `holds` answers with a value.
    pub fn until_found<T>(&self, awaited: &str, holds: impl FnMut() -> Option<T>) -> T {
        found(holds).unwrap_or_else(|| self.fail(awaited))
    }

    /// Ends the test, leaving a picture and the page behind.
    pub fn fail(&self, awaited: &str) -> ! {
        let folder = results();
        let name = PathBuf::from(&self.data)
            .parent()
            .and_then(|p| p.file_name())
            .map_or_else(|| "failure".to_owned(), |name| name.to_string_lossy().into_owned());
        let picture =
            self.driver.screenshot().map(|png| std::fs::write(folder.join(format!("{name}.png")), base64(&png)));
        let page = self.driver.source().map(|html| std::fs::write(folder.join(format!("{name}.html")), html));
        let text = self.driver.run("return document.body.innerText", json!([])).unwrap_or_default();
        panic!(
            "awaited: {awaited}\npicture and page: {}/{name}.* ({:?} {:?})\nthe window says:\n{}",
            folder.display(),
            picture.map(|saved| saved.is_ok()),
            page.map(|saved| saved.is_ok()),
            text.as_str().unwrap_or_default()
        )
    }

    /// Waits for the element that `script` returns.
    pub fn element(&self, what: &str, script: &str, arguments: Value) -> Element {
        let script = format!("if (!window.__page) {{ {PAGE} }} {script}");
        let mut last = None;
        let element = found(|| match self.driver.element(&script, arguments.clone()) {
            Ok(element) => element,
            Err(error) => {
                last = Some(error);
                None
            }
        });
        element.unwrap_or_else(|| self.fail(&format!("{what} {}", last.unwrap_or_default())))
    }

    /// The first shown element of a role with exactly this name; in the topmost dialog if one is open.
    pub fn find(&self, role: &str, name: &str) -> Element {
        self.element(
            &format!("a {role} {name:?}"),
            "return __page.all(arguments[0], arguments[1])[0]",
            json!([role, name]),
        )
    }

    /// The first shown element of a CSS selector.
    pub fn find_css(&self, selector: &str) -> Element {
        let script = "return [...document.querySelectorAll(arguments[0])].find(__page.shown)";
        self.element(&format!("an element {selector}"), script, json!([selector]))
    }

    pub fn has(&self, role: &str, name: &str) -> bool {
        let script = "return __page.all(arguments[0], arguments[1]).length > 0";
        self.run(script, json!([role, name])).is_ok_and(|found| found == true)
    }

    /// Clicks on `find()`'s element as soon as it can be clicked on. It may be drawn anew meanwhile; then the new one is
    /// clicked.
    pub fn click_on(&self, what: &str, find: impl Fn() -> Element) {
        let mut last = String::new();
        let clicked = found(|| self.click_once(&find()).map_err(|error| last = error).ok());
        clicked.unwrap_or_else(|| self.fail(&format!("a click on {what}: {last}")));
    }

    /// Between the driver's look at where an element lies and its click the page may move: a bar comes up over the desk, a
    /// row leaves the list. The page then keeps that click from what it would have hit, and it has not been made.
    fn click_once(&self, element: &Element) -> Result<(), String> {
        if self.run("return __page.aim(arguments[0])", json!([reference(element)]))? == false {
            return Err("it is disabled".to_owned());
        }
        if let Err(error) = self.driver.click(element) {
            if error.contains("intercepted") {
                self.run("__page.uncover(arguments[0])", json!([reference(element)]))?;
            }
            return Err(error);
        }
        match self.run("return __page.aimedElsewhere()", json!([])) {
            Ok(Value::Bool(true)) => Err("the page moved under the pointer".to_owned()),
            // The click may have ended the app.
            Ok(_) | Err(_) => Ok(()),
        }
    }

    pub fn click(&self, role: &str, name: &str) {
        self.click_on(&format!("{role} {name:?}"), || self.find(role, name));
    }

    pub fn button(&self, name: &str) {
        self.click("button", name);
    }

    pub fn click_css(&self, selector: &str) {
        self.click_on(selector, || self.find_css(selector));
    }

    /// Empties the field of a label and types into it.
    pub fn fill(&self, label: &str, text: &str) {
        let script = "return ['textbox', 'spinbutton', 'combobox'].flatMap((r) => __page.all(r, arguments[0]))[0]";
        let field = self.element(&format!("a field {label:?}"), script, json!([label]));
        let empty = "arguments[0].focus(); arguments[0].select?.()";
        self.run(empty, json!([reference(&field)])).unwrap_or_else(|error| self.fail(&error));
        if text.is_empty() {
            self.press(keys::BACKSPACE);
        } else {
            self.driver.type_into(&field, text).unwrap_or_else(|error| self.fail(&error));
        }
    }

    /// Chooses an option of a native list, by its text.
    pub fn choose(&self, label: &str, option: &str) {
        let script = "return [...(__page.all('combobox', arguments[0])[0]?.options ?? [])].find((o) => o.label === arguments[1])";
        self.click_on(&format!("{option:?} of {label:?}"), || {
            self.element(&format!("the option {option:?} of {label:?}"), script, json!([label, option]))
        });
    }

    /// Takes the pointer, pressed, from place to place of the page.
    pub fn drag_along(&self, places: &[(i64, i64)]) {
        self.driver.drag_along(places).unwrap_or_else(|error| self.fail(&error));
    }

    /// Where an element is in the page, as `script` finds it: left, top, right, bottom.
    pub fn place_of(&self, what: &str, script: &str, arguments: Value) -> [i64; 4] {
        let measure = format!(
            "const at = (() => {{ {script} }})()?.getBoundingClientRect(); return at?.width > 0 ? [at.left, at.top, at.right, at.bottom].map(Math.round) : null"
        );
        let place = self.until(what, &measure, arguments);
        std::array::from_fn(|at| place[at].as_i64().unwrap_or_default())
    }

    /// Presses one key where the focus is.
    pub fn press(&self, key: &str) {
        self.driver.press(&[], &[key]).unwrap_or_else(|error| self.fail(&error));
    }

    /// Presses a key while another is held down.
    pub fn press_with(&self, held: &str, key: &str) {
        self.driver.press(&[held], &[key]).unwrap_or_else(|error| self.fail(&error));
    }

    /// Types a text where the focus is, key by key.
    pub fn type_keys(&self, text: &str) {
        let letters: Vec<String> = text.chars().map(String::from).collect();
        let letters: Vec<&str> = letters.iter().map(String::as_str).collect();
        self.driver.press(&[], &letters).unwrap_or_else(|error| self.fail(&error));
    }

    /// Waits until an element of this name can be reached by Tab, and presses Tab until the focus is on it; gives up after a
    /// round through the window.
    pub fn tab_to(&self, name: &str) {
        // Who goes round before it is there leaves what they are in, and a panel closes when it is left.
        self.until(
            &format!("{name:?} is where the Tab key comes"),
            "return __page.reachable(arguments[0])",
            json!([name]),
        );
        for _ in 0..80 {
            let focused = self.run("return __page.name(document.activeElement)", json!([]));
            if focused.is_ok_and(|focused| focused == name) {
                return;
            }
            self.press(keys::TAB);
        }
        self.fail(&format!("the Tab key comes to {name:?}"));
    }

    /// Everything that can be read in the window, or in the topmost dialog.
    pub fn text(&self) -> String {
        let text = self.run("const top = __page.topmost(); return (top.body ?? top).innerText", json!([]));
        text.ok().and_then(|text| text.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// Waits until `text` can be read in the whole window.
    pub fn until_says(&self, text: &str) {
        let script = "return document.body.innerText.replace(/\\s+/g, ' ').includes(arguments[0])";
        self.until(&format!("the window says {text:?}"), script, json!([text]));
    }

    /// Waits until no dialog is open.
    pub fn until_no_dialog(&self) {
        self.until("no dialog is open", "return !document.querySelector('dialog[open]')", json!([]));
    }

    pub fn set_size(&self, width: u32, height: u32) {
        self.driver.set_size(width, height).unwrap_or_else(|error| self.fail(&error));
        self.until("the window has its new size", "return innerWidth === arguments[0]", json!([width]));
    }

    /// The picture of the window as PNG.
    pub fn picture(&self) -> Vec<u8> {
        self.driver.park_pointer().unwrap_or_else(|error| self.fail(&error));
        // A caret that blinks would make each picture another one.
        let settled = "document.documentElement.style.caretColor = 'transparent'; \
            return document.getAnimations().every((a) => a.playState !== 'running' || a.effect?.getTiming().iterations === Infinity)";
        self.until("everything has come to rest", settled, json!([]));
        // The page is ahead of the screen by a frame or two.
        let drawn = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";
        self.driver.run_async(drawn, json!([])).unwrap_or_else(|error| self.fail(&error));
        base64(&self.driver.screenshot().unwrap_or_else(|error| self.fail(&error)))
    }

    /// Calls a command of Tauri by name, past the window's own code: the reply, or the refusal.
    pub fn invoke(&self, command: &str, arguments: Value) -> Result<Value, String> {
        let script = "const [command, args, done] = arguments; \
                      window.__TAURI_INTERNALS__.invoke(command, args).then((value) => done({ value }), (error) => done({ error: JSON.stringify(error) ?? String(error) }))";
        let answer =
            self.driver.run_async(script, json!([command, arguments])).unwrap_or_else(|error| self.fail(&error));
        match answer.get("error") {
            Some(error) => Err(error.as_str().unwrap_or_default().to_owned()),
            None => Ok(answer["value"].clone()),
        }
    }
}

/// An element as an argument of a script.
fn reference(element: &Element) -> Value {
    json!({ ELEMENT: element.id() })
}

/// Where the run leaves pictures.
pub fn results() -> PathBuf {
    let target = PathBuf::from(env!("CARGO_BIN_EXE_hearth"))
        .ancestors()
        .nth(2)
        .expect("the binary lies in a target folder")
        .to_owned();
    let folder = target.join("e2e");
    std::fs::create_dir_all(&folder).expect("the target folder can be written");
    folder
}

/// Decodes base64 with the usual alphabet.
fn base64(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut held) = (0_u32, 0);
    for letter in text.bytes() {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        bits = bits << 6 | u32::from(value);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from(bits >> held & 0xff).expect("eight bits"));
        }
    }
    bytes
}
