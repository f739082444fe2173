//! The thread that does what can wait while nobody waits for the database: after the start it reads a large file through, whether
//! it is damaged; after changes it takes the words of changed leads into the search index, gets the orders of lists ready, and gives
//! back memory that all this took.
//!
//! Searches and lists are right without it, and only slower. What is done is the core's (`App::check_large_file`, `App::tidy`,
//! `App::know_more`, `App::rest`); here is only when.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use hearth_core::api::{ApiError, DeskEvent};
use tauri::{AppHandle, Manager as _, Runtime};

use crate::desk::Desk;
use crate::events::tell;
use crate::guard::guarded;

/// Whoever works through leads changes one after the other: what they changed is taken in together, after a rest.
const REST: Duration = Duration::from_secs(2);

/// Wakes the thread: something changed.
pub struct Tidying {
    woken: Mutex<bool>,
    changed: Condvar,
}

impl Default for Tidying {
    /// What an earlier start, or the terminal, left is taken in at once.
    fn default() -> Self {
        Self { woken: Mutex::new(true), changed: Condvar::new() }
    }
}

impl Tidying {
    pub fn wake(&self) {
        *self.woken.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.changed.notify_one();
    }

    /// Sleeps until something changed, and then until nothing did for a while.
    fn sleep(&self) {
        let woken = self.woken.lock().unwrap_or_else(PoisonError::into_inner);
        let mut woken = self.changed.wait_while(woken, |woken| !*woken).unwrap_or_else(PoisonError::into_inner);
        while *woken {
            *woken = false;
            (woken, _) =
                self.changed.wait_timeout_while(woken, REST, |woken| !*woken).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// Starts the thread.
pub fn start<R: Runtime>(app: AppHandle<R>) -> std::io::Result<()> {
    let thread = move || {
        check(&app);
        loop {
            app.state::<Tidying>().sleep();
            let desk = app.state::<Desk>();
            let tidied = guarded("tidying up", || {
                let core = desk.app()?;
                while core.tidy()? {}
                while core.know_more()? {}
                core.rest()?;
                Ok(())
            });
            give_back();
            // A database in trouble is told by whoever needs it; this is tried again after the next change.
            if let Err(error) = tidied {
                log::warn!("what can wait is not done yet: {error:?}");
            }
        }
    };
    std::thread::Builder::new().name("tidying".to_owned()).spawn(thread).map(|_| ())
}

/// Has the allocator give free memory back to the system. The GNU one keeps what lies below something that is still used: of an
/// import, or of leads that expired while Hearth was off, some tens of megabytes for as long as it runs.
fn give_back() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    // SAFETY: it takes no pointer, and may be called by any thread at any time.
    unsafe {
        libc::malloc_trim(0);
    }
}

/// Tells the window if the database is damaged: what it asks for next is answered by that.
fn check<R: Runtime>(app: &AppHandle<R>) {
    let desk = app.state::<Desk>();
    let checked = guarded("reading the database through", || desk.app()?.check_large_file());
    if let Err(error @ ApiError::Corrupt { .. }) = checked {
        desk.note_damage(&error);
        tell(app, &DeskEvent::Changed { leads: Vec::new(), reminders: true, settings: false });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_start_looks_for_what_was_left() {
        let tidying = Tidying::default();
        assert!(*tidying.woken.lock().unwrap(), "the terminal may have changed leads while the desk was closed");
    }
}
