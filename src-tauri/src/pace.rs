//! How often progress is told: about ten times a second, since a window that draws each row would be what takes the time.

use std::time::{Duration, Instant};

const BETWEEN: Duration = Duration::from_millis(100);

/// When something was told last, and of which phase of the work.
pub struct Pace<P>(Option<(Instant, P)>);

impl<P: Copy + PartialEq> Pace<P> {
    pub fn new() -> Self {
        Self(None)
    }

    /// Whether to tell at `now`: a new phase at once, else not too often.
    pub fn is_due(&mut self, now: Instant, phase: P) -> bool {
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
    use hearth_core::api::ImportPhase;

    #[test]
    fn a_hundred_thousand_rows_are_not_a_hundred_thousand_events() {
        let mut pace = Pace::new();
        let begun = Instant::now();
        let rows = (0..100_000).map(|row| begun + Duration::from_micros(10) * row);
        let told = rows.filter(|now| pace.is_due(*now, ImportPhase::Comparing)).count();
        assert_eq!(told, 10, "a second of work is told ten times");
        assert!(pace.is_due(begun + Duration::from_secs(1), ImportPhase::Writing), "what begins is told at once");
    }
}
