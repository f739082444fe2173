//! How far an import is, told about ten times a second: a window that draws each row would be what takes the time.

use std::ops::ControlFlow;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use hearth_core::api::{DeskEvent, ImportPhase};
use tauri::{AppHandle, Runtime};

use crate::events::tell;
use crate::work::Stop;

const BETWEEN: Duration = Duration::from_millis(100);

pub struct Progress<'a, R: Runtime> {
    app: &'a AppHandle<R>,
    draft: u32,
    pace: Mutex<Pace>,
}

impl<'a, R: Runtime> Progress<'a, R> {
    pub fn new(app: &'a AppHandle<R>, draft: u32) -> Self {
        Self { app, draft, pace: Mutex::default() }
    }

    /// Tells how far it is, if it is time to; whether to go on.
    pub fn tell(&self, stop: &Stop, phase: ImportPhase, done: u64, total: u64) -> ControlFlow<()> {
        let due = self.pace.lock().unwrap_or_else(PoisonError::into_inner).is_due(Instant::now(), phase);
        if due && !stop.asked() {
            tell(self.app, &DeskEvent::ImportProgress { draft: self.draft, phase, done, total });
        }
        stop.flow()
    }
}

/// When something was told last.
#[derive(Default)]
struct Pace(Option<(Instant, ImportPhase)>);

impl Pace {
    /// Whether to tell at `now`: a new phase at once, else not too often.
    fn is_due(&mut self, now: Instant, phase: ImportPhase) -> bool {
        let due = self.0.is_none_or(|(told, last)| last != phase || now.saturating_duration_since(told) >= BETWEEN);
        if due {
            self.0 = Some((now, phase));
        }
        due
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_thousand_rows_are_not_a_hundred_thousand_events() {
        let mut pace = Pace::default();
        let begun = Instant::now();
        let rows = (0..100_000).map(|row| begun + Duration::from_micros(10) * row);
        let told = rows.filter(|now| pace.is_due(*now, ImportPhase::Comparing)).count();
        assert_eq!(told, 10, "a second of work is told ten times");
        assert!(pace.is_due(begun + Duration::from_secs(1), ImportPhase::Writing), "what begins is told at once");
    }
}
