//! The only place that reads the time and the time zone.
//!
//! Everything else is handed `now` as an argument, so a rule can be tested at any instant. `ManualClock` is what
//! tests move by hand.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::domain::time::Timestamp;
use crate::domain::zone::Zone;

/// Tells the time of day, in UTC.
pub trait Clock: Send + Sync + 'static {
    fn now(&self) -> Timestamp;

    /// The time zone that the computer is in now; it may change while we run.
    fn zone(&self) -> Zone {
        system_zone()
    }
}

/// The zone of `TZ` or of the system; where neither names one that we know, the present distance from UTC.
#[expect(clippy::disallowed_methods, reason = "the one reader of the time")]
pub fn system_zone() -> Zone {
    let named = std::env::var("TZ").ok().and_then(|name| Zone::parse(name.trim_start_matches(':')));
    named
        .or_else(|| iana_time_zone::get_timezone().ok().and_then(|name| Zone::parse(&name)))
        .unwrap_or_else(|| Zone::Fixed(*chrono::Local::now().offset()))
}

/// The computer's own clock.
#[derive(Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one reader of the time")]
    fn now(&self) -> Timestamp {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        // A computer whose clock stands before 1970 is wrong, not us: the epoch is as good as any answer.
        Timestamp::from_millis(since.map_or(0, |d| i64::try_from(d.as_millis()).unwrap_or(i64::MAX)))
    }
}

/// A clock that stands still until it is moved, in UTC until it is carried elsewhere.
#[derive(Debug)]
pub struct ManualClock {
    millis: AtomicI64,
    zone: Mutex<Zone>,
}

impl ManualClock {
    pub fn at(now: Timestamp) -> Self {
        Self { millis: AtomicI64::new(now.as_millis()), zone: Mutex::new(Zone::UTC) }
    }

    /// Carries the computer into another time zone.
    pub fn carry_to(&self, zone: Zone) {
        *self.zone.lock().unwrap_or_else(PoisonError::into_inner) = zone;
    }

    pub fn set(&self, now: Timestamp) {
        self.millis.store(now.as_millis(), Ordering::SeqCst);
    }

    pub fn advance(&self, by: chrono::TimeDelta) {
        self.millis.fetch_add(by.num_milliseconds(), Ordering::SeqCst);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.millis.load(Ordering::SeqCst))
    }

    fn zone(&self) -> Zone {
        *self.zone.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
