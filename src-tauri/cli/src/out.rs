//! What is printed: answers on standard output, errors and progress on standard error.
//!
//! What a file or a customer wrote is shown as text: nothing of it reaches the terminal as a command.

use std::cell::RefCell;
use std::io::{self, IsTerminal as _, Write as _};

use serde::Serialize;

/// Standard output, whose first failure is kept.
#[derive(Default)]
pub struct Out {
    failure: RefCell<Option<io::Error>>,
}

impl Out {
    pub fn line(&self, text: impl AsRef<str>) {
        self.write(format!("{}\n", printable(text.as_ref())).as_bytes());
    }

    pub fn json(&self, value: &impl Serialize) {
        match serde_json::to_string(value) {
            Ok(json) => self.write(format!("{}\n", escaped(json)).as_bytes()),
            Err(error) => self.note(error.into()),
        }
    }

    /// As they are.
    pub fn write(&self, bytes: &[u8]) {
        let mut out = io::stdout().lock();
        if let Err(error) = out.write_all(bytes).and_then(|()| out.flush()) {
            self.note(error);
        }
    }

    /// What could not be printed. Whoever closes the pipe, as `head` does, has seen enough.
    pub fn failure(&self) -> Option<io::Error> {
        self.failure.take().filter(|error| error.kind() != io::ErrorKind::BrokenPipe)
    }

    fn note(&self, error: io::Error) {
        self.failure.borrow_mut().get_or_insert(error);
    }
}

/// Prints to standard error; there is nobody to tell that it failed.
pub fn complain(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", printable(text));
}

/// The width of the terminal that standard output is, or what COLUMNS says; `None` for a file or a pipe.
pub fn width() -> Option<usize> {
    let said = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).filter(|columns| *columns > 0);
    if !io::stdout().is_terminal() {
        return said;
    }
    terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)).or(said).or(Some(80))
}

/// JSON in which the characters stand as their numbers that a terminal may take for a command, or that turn the direction of
/// writing: to a program that is the same. All others of that kind JSON forbids.
fn escaped(json: String) -> String {
    let runs = |c: char| matches!(c, '\u{7f}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if !json.contains(runs) {
        return json;
    }
    let mut text = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        if runs(c) {
            text.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            text.push(c);
        }
    }
    text
}

/// Without control characters, and without those that turn the direction of writing.
pub fn printable(text: &str) -> String {
    let harmless = |c: char| match c {
        '\n' => c,
        '\t' | '\r' => ' ',
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        c if c.is_control() => '\u{fffd}',
        c => c,
    };
    text.chars().map(harmless).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_customer_cannot_write_to_the_terminal() {
        let shown = printable("Evil\u{1b}]0;title\u{7} \u{9b}31m\u{202e}lead\tA\nB");
        assert!(!shown.chars().any(|c| c.is_control() && c != '\n'), "no escape sequence is left: {shown:?}");
        assert!(!shown.contains('\u{202e}'), "nor is the writing turned round: {shown:?}");
        assert!(shown.contains("lead A\nB"), "the words and the lines stay: {shown:?}");
    }

    #[test]
    fn nor_in_json() {
        let name = "Evil\u{1b}]0;t\u{7} \u{9b}31m\u{202e}\u{7f}한빛";
        let json = escaped(serde_json::to_string(name).unwrap());
        assert!(!json.chars().any(|c| c.is_control() || c == '\u{202e}'), "nothing runs: {json:?}");
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), name, "and a program reads what was there");
    }
}
