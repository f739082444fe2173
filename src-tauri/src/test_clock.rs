//! The tests' clock, in debug builds only.
//!
//! `HEARTH_CLOCK_FILE` names a file that holds an instant such as `2026-11-22T05:00:00Z`. The clock stands still at it and
//! moves when the file is written anew: it is read at every `now()`. While it is set the alarm looks at the clock every
//! 100 ms instead of every 60 s. The release build has none of this.

use std::path::{Path, PathBuf};
use std::sync::Mutex;

use hearth_core::clock::Clock;
use hearth_core::domain::time::Timestamp;

/// A clock that a file moves.
pub struct FileClock {
    file: PathBuf,
    last: Mutex<Timestamp>,
}

impl FileClock {
    /// The clock that the environment names, if it names one. Panics when its file holds no instant: a test that starts so
    /// is wrong.
    pub fn from_environment() -> Option<Self> {
        let file = PathBuf::from(std::env::var_os("HEARTH_CLOCK_FILE")?);
        let last = read(&file).expect("HEARTH_CLOCK_FILE names a file that holds an instant");
        Some(Self { file, last: Mutex::new(last) })
    }
}

/// The instant in `file`. It must end in `Z`, which a half-written one does not.
fn read(file: &Path) -> Option<Timestamp> {
    std::fs::read_to_string(file)
        .ok()
        .filter(|text| text.trim_end().ends_with('Z'))
        .and_then(|text| Timestamp::parse(&text))
}

impl Clock for FileClock {
    fn now(&self) -> Timestamp {
        let mut last = self.last.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        // While the test is writing it the file holds no instant for a moment: the clock has not moved yet.
        if let Some(now) = read(&self.file) {
            *last = now;
        }
        *last
    }
}
