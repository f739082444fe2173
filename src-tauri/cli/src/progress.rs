//! How far it is, on a terminal; and Ctrl+C, which cancels what can be cancelled cleanly.

use std::io::{self, IsTerminal as _, Write as _};
use std::ops::ControlFlow;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Between two drawings.
const DRAWN_EVERY: Duration = Duration::from_millis(100);

static CANCELLED: AtomicBool = AtomicBool::new(false);

/// From here on Ctrl+C, or being asked to end, cancels; asked twice, the process ends at once, and the database takes back
/// what was not committed.
pub fn cancel_on_interrupt() {
    let handler = || {
        if CANCELLED.swap(true, Ordering::SeqCst) {
            std::process::exit(130);
        }
    };
    // Without a handler Ctrl+C ends the process, which changes nothing either.
    let _ = ctrlc::set_handler(handler);
}

/// A line that is drawn over itself while standard error is a terminal.
pub struct Progress {
    shown: bool,
    drawn: Mutex<Option<Instant>>,
}

impl Progress {
    pub fn new() -> Self {
        Self { shown: io::stderr().is_terminal(), drawn: Mutex::default() }
    }

    /// Draws how far it is; whether to go on.
    pub fn at(&self, what: &str, done: u64, total: u64) -> ControlFlow<()> {
        if self.shown
            && let Ok(mut drawn) = self.drawn.lock()
            && drawn.is_none_or(|drawn| drawn.elapsed() >= DRAWN_EVERY)
        {
            *drawn = Some(Instant::now());
            let percent = (done.min(total) * 100).checked_div(total).unwrap_or(100);
            let _ = write!(io::stderr().lock(), "\r\x1b[K{what} {percent} %");
        }
        if CANCELLED.load(Ordering::SeqCst) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown && self.drawn.lock().is_ok_and(|drawn| drawn.is_some()) {
            let _ = write!(io::stderr().lock(), "\r\x1b[K");
        }
    }
}
