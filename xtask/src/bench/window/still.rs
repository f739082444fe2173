//! A window that looks like Hearth's and does nothing: the least that any window that looks like this takes.
//!
//! The page is Hearth's own as it is on the screen, its styles and its elements, in the empty window: no script that lives on, no
//! data, no database. Its list has the rows that are in sight, over and over, and is scrolled.

use std::time::{Duration, Instant};

use serde_json::json;

use super::super::programs::Programs;
use super::super::stage::Stage;
use super::super::threads;
use super::page;
use super::session::Session;
use crate::process::Outcome;

const TOOLS: &str = include_str!("still.js");

/// As long as a round of use is, without what Hearth answers in it.
const SCROLLED: &str = "const [milliseconds, done] = arguments; (async () => {
    const { frames, wheel } = window.__bench;
    await frames(document.querySelector('#lead-list [role=grid]'), milliseconds, wheel());
    return {};
  })().then(done, (why) => done({ error: String(why?.message ?? why) }))";

/// As many rows as Hearth's own list has elements for, and some to scroll by.
const ROWS: u32 = 40;

pub struct Still {
    session: Session,
    _stage: Stage,
}

impl Still {
    /// A window with what `live` shows at this moment, in the surroundings that Hearth makes for its page.
    pub fn of(live: &Session, programs: &Programs) -> Outcome<Self> {
        live.run(TOOLS, json!([]))?;
        let seen = live.run("return window.__still.seen()", json!([]))?;
        let stage = Stage::set("memory-still")?;
        let session = Session::open_with(&stage, &programs.empty_window(), &[], &surroundings(live.id()))?;
        session.run(TOOLS, json!([]))?;
        session.run("window.__still.show(arguments[0])", json!([seen]))?;
        session.run(page::TOOLS, json!([]))?;
        session.run("window.__bench.still(arguments[0])", json!([ROWS]))?;
        Ok(Self { session, _stage: stage })
    }

    /// Scrolls until `end`.
    pub fn scroll(&self, end: Instant) -> Outcome {
        while let Some(left) = end.checked_duration_since(Instant::now()) {
            let milliseconds = left.min(Duration::from_secs(6)).as_millis();
            self.session.run_async(SCROLLED, json!([milliseconds]))?;
        }
        Ok(())
    }

    /// The driver's process.
    pub fn id(&self) -> u32 {
        self.session.id()
    }

    pub fn close(self) {
        self.session.close();
    }
}

/// The variables by which Hearth tells WebKit how to work, as its page's process has them.
fn surroundings(driver: u32) -> Vec<(String, String)> {
    let of_the_page = threads::offspring(driver).into_iter().filter(|process| {
        std::fs::read_to_string(format!("/proc/{process}/comm")).is_ok_and(|name| name.starts_with("WebKitWebPro"))
    });
    of_the_page
        .flat_map(|process| {
            std::fs::read(format!("/proc/{process}/environ"))
                .unwrap_or_default()
                .split(|byte| *byte == 0)
                .map(|variable| String::from_utf8_lossy(variable).into_owned())
                .collect::<Vec<_>>()
        })
        .filter_map(|variable| variable.split_once('=').map(|(name, value)| (name.to_owned(), value.to_owned())))
        .filter(|(name, _)| ["WEBKIT_", "JSC_"].iter().any(|prefix| name.starts_with(prefix)))
        .collect()
}
