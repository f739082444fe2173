//! The alarm's thread: it sleeps until there is something to do, makes a round of the alarm, and never ends.
//!
//! A deadline is an instant in the database; this thread only decides when to look. What a round does is the core's
//! (`hearth_core::actions::alarm`), how a bubble is shown is `notifier`'s, what an answer in a bubble does is `answers`'. The
//! bell in the window is the truth: a bubble that could not be shown is noted there.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use hearth_core::actions::alarm::{Alarm as Rounds, Notifier};
use hearth_core::actions::telling::{About, Telling};
use hearth_core::api::{ApiError, DeskEvent};
use hearth_core::app::App;
use hearth_core::domain::time::Timestamp;
use tauri::{AppHandle, Manager as _, Runtime};

use crate::bubbles::{Subject, bubble};
use crate::desk::Desk;
use crate::events::tell;
use crate::guard::guarded;
use crate::notifier::{Failure, SystemNotifier};
use crate::tray;

/// Timers stop while the computer sleeps, and its clock may be moved: look again at least this often.
const LONGEST_WAIT: Duration = Duration::from_secs(60);
/// A round that left something to do at once did so for a reason that time will mend; the thread does not spin on it.
const AGAIN: Duration = Duration::from_secs(1);
/// The clock was moved, or the computer slept, if its time and the time that passed differ by more.
const CLOCK_JUMP_MILLIS: i64 = 2_000;

/// Wakes the thread: something changed that may fall due earlier.
///
/// A condition variable and no async timer: the thread wakes once for a wait of a minute, where tokio's wheel of slots needs
/// three steps to get there.
#[derive(Default)]
pub struct Alarm {
    woken: Mutex<bool>,
    changed: Condvar,
}

impl Alarm {
    pub fn wake(&self) {
        *self.woken.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.changed.notify_one();
    }

    /// Sleeps for `wait`, or until it is woken; a call to `wake` since the last sleep ends it at once.
    fn sleep(&self, wait: Duration) {
        let woken = self.woken.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut woken, _) =
            self.changed.wait_timeout_while(woken, wait, |woken| !*woken).unwrap_or_else(PoisonError::into_inner);
        *woken = false;
    }
}

/// Starts the thread. `longest_wait` is shorter under the tests' clock.
pub fn start<R: Runtime>(
    app: AppHandle<R>,
    notifier: SystemNotifier,
    longest_wait: Option<Duration>,
) -> std::io::Result<()> {
    let longest_wait = longest_wait.unwrap_or(LONGEST_WAIT);
    let thread = move || {
        let mut watch =
            Watch { app, notifier, longest_wait, rounds: Rounds::default(), seen: None, probed: None, refused: false };
        loop {
            let wait = watch.round();
            watch.app.state::<Desk>().alarm().sleep(wait);
        }
    };
    std::thread::Builder::new().name("alarm".to_owned()).spawn(thread).map(|_| ())
}

struct Watch<R: Runtime> {
    app: AppHandle<R>,
    notifier: SystemNotifier,
    longest_wait: Duration,
    rounds: Rounds,
    /// What the clock said when, to find out that it was moved.
    seen: Option<(Timestamp, Instant)>,
    probed: Option<Instant>,
    /// The last bubble was refused: only one that is shown tells that they arrive again.
    refused: bool,
}

impl<R: Runtime> Watch<R> {
    /// Does what is due; how long there is nothing to do then.
    fn round(&mut self) -> Duration {
        let app = self.app.clone();
        let desk = app.state::<Desk>();
        self.look_at_clock(desk.clock().now());
        self.probe(&desk);
        let next = guarded("the alarm", || {
            let core = desk.app()?;
            // Whoever changed it may not have rung.
            core.changed_elsewhere()?;
            let next = self.tell_due(&desk, &core)?;
            tray::refresh(&self.app, &core)?;
            Ok(next.map(|at| until(at, core.now())))
        });
        match next {
            Ok(wait) => wait.unwrap_or(self.longest_wait).min(self.longest_wait),
            Err(error) => {
                // A database in trouble has already been logged, and stays so until the user does something about it.
                if desk.app().is_ok() {
                    log::error!("the alarm will try again: {error:?}");
                }
                desk.note_damage(&error);
                self.longest_wait
            }
        }
    }

    fn look_at_clock(&mut self, now: Timestamp) {
        let instant = Instant::now();
        if let Some((then, then_instant)) = self.seen.replace((now, instant))
            && jumped(now.since(then).num_milliseconds(), instant.duration_since(then_instant))
        {
            tell(&self.app, &DeskEvent::ClockMoved { now });
        }
    }

    /// Asks at the start whether notifications can be shown, and again once a minute while they cannot.
    fn probe(&mut self, desk: &Desk) {
        let pause = self.longest_wait.max(AGAIN);
        let again = match self.probed {
            None => true,
            Some(last) => desk.notifications_failure().is_some() && last.elapsed() >= pause,
        };
        if again {
            let first = self.probed.replace(Instant::now()).is_none();
            match self.notifier.probe() {
                Ok(()) if first => {
                    // What the system would not show before this start may be shown now.
                    self.try_again(desk);
                }
                // A server that refuses answers questions all the same: what it refused is tried again without a word.
                Ok(()) if self.refused && self.try_again(desk) => {}
                answer => self.note(desk, answer.err().map(|failure| failure.to_string())),
            }
        }
    }

    /// Has what was not shown told again; whether there is anything.
    fn try_again(&mut self, desk: &Desk) -> bool {
        let opened = desk.app().and_then(|core| self.rounds.bubbles_arrive_again(&core));
        opened.unwrap_or_else(|error| {
            log::warn!("what was not shown is not tried again: {error:?}");
            false
        })
    }

    /// Notes whether bubbles arrive. What was not shown while they did not is told as soon as they do.
    fn note(&mut self, desk: &Desk, failure: Option<String>) {
        if !desk.note_notifications(failure.clone()) {
            return;
        }
        match &failure {
            Some(words) => log::warn!("notifications are not shown: {words}"),
            None => log::info!("notifications are shown"),
        }
        if failure.is_none() {
            self.try_again(desk);
        }
        tell(&self.app, &DeskEvent::NotificationsFailure { failure });
    }

    /// A round of the alarm; when there is something to do next.
    fn tell_due(&mut self, desk: &Desk, core: &App) -> Result<Option<Timestamp>, ApiError> {
        let mut bubbles = Bubbles { notifier: &self.notifier, desk, refused: false };
        let round = self.rounds.round(core, &mut bubbles)?;
        if let Some(shown) = round.shown {
            self.refused = bubbles.refused;
            self.note(desk, shown.err());
        }
        let trouble = round.trouble.is_some();
        if desk.note_alarm_trouble(round.trouble.clone()) {
            if let Some(error) = &round.trouble {
                log::error!("the alarm cannot be written down: {error:?}");
            }
            tell(&self.app, &DeskEvent::AlarmTrouble { error: round.trouble });
        }
        // While nothing can be marked, everything that is due stays due.
        Ok(if trouble { Some(core.now()) } else { round.next })
    }
}

/// The core's way to the bubbles of the system.
struct Bubbles<'a> {
    notifier: &'a SystemNotifier,
    desk: &'a Desk,
    /// Whether the last one was refused.
    refused: bool,
}

impl Notifier for Bubbles<'_> {
    fn show(&mut self, telling: &Telling) -> Result<(), String> {
        let bubble = bubble(telling, self.desk.clock().now(), &self.desk.texts());
        let shown = self.notifier.show(bubble);
        self.refused = matches!(shown, Err(Failure::Refused(_)));
        shown.map_err(|failure| failure.to_string())
    }

    fn withdraw(&mut self, about: About) {
        self.notifier.withdraw(Subject::from(about));
    }
}

/// How long it is until `at`; what is due already was tried a moment ago.
fn until(at: Timestamp, now: Timestamp) -> Duration {
    match u64::try_from(at.since(now).num_milliseconds()) {
        Ok(millis) if millis > 0 => Duration::from_millis(millis),
        _ => AGAIN,
    }
}

/// Whether the clock went another way than time did.
fn jumped(clock_millis: i64, passed: Duration) -> bool {
    let passed = i64::try_from(passed.as_millis()).unwrap_or(i64::MAX);
    clock_millis.saturating_sub(passed).abs() > CLOCK_JUMP_MILLIS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sleep_and_a_moved_clock_are_noticed_and_a_slow_minute_is_not() {
        let minute = Duration::from_secs(60);
        assert!(!jumped(60_500, minute), "half a second is a busy computer");
        assert!(jumped(8 * 3_600_000, minute), "the computer slept while the monotonic clock stood");
        assert!(jumped(-3_600_000, minute), "someone set the clock back by an hour");
    }

    #[test]
    fn a_change_during_a_round_is_not_slept_over() {
        let alarm = Alarm::default();
        alarm.wake();
        let begun = Instant::now();
        alarm.sleep(LONGEST_WAIT);
        assert!(begun.elapsed() < LONGEST_WAIT, "whoever changed something just before was heard");
        alarm.sleep(Duration::from_millis(1));
    }

    #[test]
    fn the_thread_sleeps_to_the_millisecond_and_does_not_spin() {
        let now = Timestamp::from_millis(10_000);
        assert_eq!(until(Timestamp::from_millis(12_500), now), Duration::from_millis(2_500), "to the millisecond");
        assert_eq!(until(Timestamp::from_millis(10_001), now), Duration::from_millis(1), "however near");
        assert_eq!(until(Timestamp::from_millis(4_000), now), AGAIN, "what could not be done is not done in a loop");
    }
}
