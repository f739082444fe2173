//! The alarm: a thread that sleeps until something is due, has it told, and never ends.
//!
//! A deadline is an instant in the database; this thread only decides when to look. The bell in the window is the truth: a
//! bubble that could not be shown is noted there, not tried for ever.

use std::time::Duration;

use hearth_core::actions::expire_due::expire_due;
use hearth_core::actions::remind::{claim_due, mark_failed, mark_shown, next_wake_up};
use hearth_core::api::{ApiError, DeskEvent};
use hearth_core::app::App;
use hearth_core::domain::time::Timestamp;
use tauri::{AppHandle, Manager as _, Runtime};
use tokio::sync::Notify;
use tokio::time::Instant;

use crate::bubbles::{Bubble, Subject, bubbles};
use crate::desk::Desk;
use crate::events::tell;
use crate::guard::guarded;
use crate::notifier::{Chosen, SystemNotifier};
use crate::{tray, window};

/// Timers stop while the computer sleeps, and its clock may be moved: look again at least this often.
const LONGEST_WAIT: Duration = Duration::from_secs(60);
/// Whatever goes wrong, the thread does not spin.
const SHORTEST_WAIT: Duration = Duration::from_millis(100);
/// The clock was moved, or the computer slept, if its time and the time that passed differ by more.
const CLOCK_JUMP_MILLIS: i64 = 2_000;

/// Wakes the thread: something changed that may fall due earlier.
#[derive(Default)]
pub struct Alarm(Notify);

impl Alarm {
    pub fn wake(&self) {
        self.0.notify_one();
    }
}

/// Starts the thread. `longest_wait` is shorter under the tests' clock.
pub fn start<R: Runtime>(
    app: AppHandle<R>,
    notifier: SystemNotifier,
    longest_wait: Option<Duration>,
) -> std::io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
    let longest_wait = longest_wait.unwrap_or(LONGEST_WAIT);
    let thread = move || {
        let mut watch = Watch::new(app, notifier, longest_wait);
        loop {
            let wait = watch.round();
            let desk = watch.app.state::<Desk>();
            runtime.block_on(async {
                tokio::select! {
                    () = desk.alarm().0.notified() => {}
                    () = tokio::time::sleep(wait) => {}
                }
            });
        }
    };
    std::thread::Builder::new().name("alarm".to_owned()).spawn(thread).map(|_| ())
}

struct Watch<R: Runtime> {
    app: AppHandle<R>,
    notifier: SystemNotifier,
    longest_wait: Duration,
    /// What the clock said when, to find out that it was moved.
    seen: Option<(Timestamp, Instant)>,
    probed: Option<Instant>,
}

impl<R: Runtime> Watch<R> {
    fn new(app: AppHandle<R>, notifier: SystemNotifier, longest_wait: Duration) -> Self {
        Self { app, notifier, longest_wait, seen: None, probed: None }
    }

    /// Does what is due; how long there is nothing to do then.
    fn round(&mut self) -> Duration {
        let app = self.app.clone();
        let desk = app.state::<Desk>();
        self.look_at_clock(desk.clock().now());
        self.probe(&desk);
        let wait = guarded("the alarm", || {
            let core = desk.app()?;
            let wait = self.tell_due(&desk, &core)?;
            tray::refresh(&self.app, &core)?;
            Ok(wait)
        });
        match wait {
            Ok(wait) => wait.clamp(SHORTEST_WAIT, self.longest_wait),
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
        let again = match self.probed {
            None => true,
            Some(last) => desk.notifications_failure().is_some() && last.elapsed() >= LONGEST_WAIT,
        };
        if again {
            self.probed = Some(Instant::now());
            self.note(desk, self.notifier.probe().err().map(|failure| failure.to_string()));
        }
    }

    fn note(&self, desk: &Desk, failure: Option<String>) {
        if desk.note_notifications(failure.clone()) {
            match &failure {
                Some(words) => log::warn!("notifications are not shown: {words}"),
                None => log::info!("notifications are shown"),
            }
            tell(&self.app, &DeskEvent::NotificationsFailure { failure });
        }
    }

    /// Has everything told that is due, and says how long it is until the next.
    fn tell_due(&self, desk: &Desk, core: &App) -> Result<Duration, ApiError> {
        if next_wake_up(core)?.is_some_and(|at| at <= core.now()) {
            // An expiry that fails does not keep a customer's alarm back.
            let expired = expire_due(core);
            let told = claim_due(core)?;
            if !told.is_empty() {
                for (bubble, ids) in bubbles(&told, core.now(), &desk.texts()) {
                    self.show(desk, core, bubble, &ids)?;
                }
            }
            expired?;
        }
        Ok(next_wake_up(core)?.map_or(self.longest_wait, |at| until(at, core.now())))
    }

    fn show(&self, desk: &Desk, core: &App, bubble: Bubble, ids: &[i64]) -> Result<(), ApiError> {
        let shown = self.notifier.show(bubble).map_err(|failure| failure.to_string());
        self.note(desk, shown.clone().err());
        match shown {
            Ok(()) => mark_shown(core, ids),
            Err(why) => mark_failed(core, ids, &why),
        }
    }
}

/// Does what the user chose in a bubble.
pub fn chosen<R: Runtime>(app: &AppHandle<R>, subject: Subject, chosen: Chosen) {
    if chosen == Chosen::Open {
        match subject {
            Subject::Lead(id) => tell(app, &DeskEvent::OpenLead { id }),
            Subject::Digest => tell(app, &DeskEvent::OpenWaiting),
            Subject::Test => {}
        }
        window::raise(app);
    }
}

fn until(at: Timestamp, now: Timestamp) -> Duration {
    Duration::from_millis(u64::try_from(at.since(now).num_milliseconds()).unwrap_or(0))
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
    fn what_is_overdue_needs_no_wait() {
        let now = Timestamp::from_millis(10_000);
        assert_eq!(until(Timestamp::from_millis(4_000), now), Duration::ZERO, "a wait cannot be negative");
        assert_eq!(until(Timestamp::from_millis(12_500), now), Duration::from_millis(2_500), "to the millisecond");
    }
}
