//! Waiting for what other processes do: a condition is asked again and again until it holds or its time is over.
//!
//! There is no pause of a fixed length anywhere in the journeys; this is the only place that sleeps, between two questions.

use std::time::{Duration, Instant};

/// How long anything may take on a busy machine before it counts as not happening.
pub const PATIENCE: Duration = Duration::from_secs(30);
const BETWEEN: Duration = Duration::from_millis(25);

/// The first value that `ask` finds, or `None` when [`PATIENCE`] is over.
pub fn found<T>(ask: impl FnMut() -> Option<T>) -> Option<T> {
    found_within(PATIENCE, ask)
}

/// The first value that `ask` finds within `patience`.
pub fn found_within<T>(patience: Duration, mut ask: impl FnMut() -> Option<T>) -> Option<T> {
    let end = Instant::now() + patience;
    loop {
        if let Some(value) = ask() {
            return Some(value);
        }
        if Instant::now() >= end {
            return None;
        }
        std::thread::sleep(BETWEEN);
    }
}
