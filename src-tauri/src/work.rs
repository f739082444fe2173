//! Work that takes its time: on threads of its own, each of which can be asked to stop.
//!
//! When Hearth ends, everything at work is asked to stop and waited for: an import rolls back, and a file that is half written
//! is taken away by who writes it. What is done on a thread is said by who starts it.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use hearth_core::api::ApiError;
use tauri::{AppHandle, Manager as _, Runtime};

/// How long the end of Hearth waits for work to stop. A disk that takes longer hangs.
const PATIENCE: Duration = Duration::from_secs(5);

/// A wish that some work may end before it is done.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    pub fn ask(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    pub fn asked(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// What the work shall do, as the core wants it said.
    pub fn flow(&self) -> ControlFlow<()> {
        if self.asked() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    pub fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What is at work, managed by Tauri.
#[derive(Default)]
pub struct Works {
    at_work: Mutex<AtWork>,
    ended: Condvar,
}

#[derive(Default)]
struct AtWork {
    /// Hearth ends: nothing new is begun.
    ending: bool,
    stops: Vec<Stop>,
}

impl Works {
    /// Does `work` on this thread, unless Hearth is ending; the end waits for it.
    pub fn attend<T>(&self, stop: &Stop, work: impl FnOnce() -> T) -> Option<T> {
        {
            let mut at_work = self.lock();
            if at_work.ending {
                return None;
            }
            at_work.stops.push(stop.clone());
        }
        let _done = Done { works: self, stop };
        Some(work())
    }

    /// Asks everything to stop, and waits until it has, or for so long.
    fn end(&self, patience: Duration) {
        let mut at_work = self.lock();
        at_work.ending = true;
        at_work.stops.iter().for_each(Stop::ask);
        let ended = self.ended.wait_timeout_while(at_work, patience, |at_work| !at_work.stops.is_empty());
        let (at_work, _) = ended.unwrap_or_else(PoisonError::into_inner);
        if !at_work.stops.is_empty() {
            log::warn!("{} works do not stop", at_work.stops.len());
        }
    }

    fn lock(&self) -> MutexGuard<'_, AtWork> {
        self.at_work.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Notes the end of a work, also of one that panicked.
struct Done<'a> {
    works: &'a Works,
    stop: &'a Stop,
}

impl Drop for Done<'_> {
    fn drop(&mut self) {
        self.works.lock().stops.retain(|other| !other.is(self.stop));
        self.works.ended.notify_all();
    }
}

/// Starts `work` on a thread of its own that the end of Hearth waits for.
pub fn start<R: Runtime>(
    app: &AppHandle<R>,
    name: &str,
    stop: Stop,
    work: impl FnOnce(&AppHandle<R>, &Stop) + Send + 'static,
) -> Result<(), ApiError> {
    let handle = app.clone();
    let thread = move || {
        handle.state::<Works>().attend(&stop, || work(&handle, &stop));
    };
    let spawned = std::thread::Builder::new().name(name.to_owned()).spawn(thread);
    spawned.map(|_| ()).map_err(|error| ApiError::SystemRefused { detail: error.to_string() })
}

/// Ends what is at work, as far as it ends in time.
pub fn end<R: Runtime>(app: &AppHandle<R>) {
    if let Some(works) = app.try_state::<Works>() {
        works.end(PATIENCE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_waits_for_work_that_stops_and_begins_nothing_new() {
        let works = Arc::new(Works::default());
        let (begun, has_begun) = std::sync::mpsc::channel();
        let at_work = works.clone();
        let thread = std::thread::spawn(move || {
            let stop = Stop::default();
            at_work.attend(&stop, || {
                begun.send(()).unwrap();
                while stop.flow().is_continue() {
                    std::thread::yield_now();
                }
                "cleared away"
            })
        });
        has_begun.recv().unwrap();
        works.end(Duration::from_secs(60));
        assert!(works.lock().stops.is_empty(), "who writes a file had the time to take the half of it away");
        assert_eq!(thread.join().unwrap(), Some("cleared away"), "it was asked, not killed");
        let late = works.attend(&Stop::default(), || ());
        assert_eq!(late, None, "a file that is begun now could not be ended");
    }

    #[test]
    fn work_that_panics_is_not_waited_for() {
        let works = Works::default();
        let work = || works.attend(&Stop::default(), || panic!("as arranged"));
        assert!(std::panic::catch_unwind(std::panic::AssertUnwindSafe(work)).is_err(), "it panics as arranged");
        assert!(works.lock().stops.is_empty(), "closing Hearth would take five seconds for nothing");
    }
}
