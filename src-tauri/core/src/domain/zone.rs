//! The user's time zone: what the clock on the wall says at an instant, and at which instant it says so.
//!
//! A zone is a value with no memory; which one the computer is in is asked in `clock`. Days, quiet hours and "tomorrow at
//! nine" are of this zone; deadlines are instants and need none.

use std::fmt;
use std::str::FromStr as _;

use chrono::{
    FixedOffset, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, Offset as _, TimeDelta, TimeZone as _, Utc,
};
use chrono_tz::Tz;

use super::time::{Date, Timestamp};

/// When a working day begins: "tomorrow at nine", and the hour of a follow-up.
pub const DAY_BEGINS: NaiveTime = NaiveTime::from_hms_opt(9, 0, 0).expect("a time of day");

/// A time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// Of the IANA database, with its daylight saving rules.
    Named(Tz),
    /// Where the computer names no zone that we know: its present distance from UTC.
    Fixed(FixedOffset),
}

impl Zone {
    pub const UTC: Self = Self::Named(Tz::UTC);

    /// Reads `Asia/Seoul` or `+09:00`.
    pub fn parse(name: &str) -> Option<Self> {
        let name = name.trim();
        Tz::from_str(name).map(Self::Named).ok().or_else(|| FixedOffset::from_str(name).ok().map(Self::Fixed))
    }

    /// What the clock on the wall says at `at`.
    pub fn local(self, at: Timestamp) -> NaiveDateTime {
        let utc = at.utc();
        let offset = match self {
            Self::Named(zone) => zone.offset_from_utc_datetime(&utc.naive_utc()).fix(),
            Self::Fixed(offset) => offset,
        };
        utc.naive_utc().checked_add_offset(offset).unwrap_or(utc.naive_utc())
    }

    /// The day on the calendar at `at`.
    pub fn day(self, at: Timestamp) -> NaiveDate {
        self.local(at).date()
    }

    /// The instants at which the clock on the wall says `local`: one; two when it is set back; and when it skips that time,
    /// the first instant after the gap.
    pub fn instants(self, local: NaiveDateTime) -> (Timestamp, Timestamp) {
        let at = |utc: chrono::DateTime<Utc>| Timestamp::from_millis(utc.timestamp_millis());
        let found = match self {
            Self::Named(zone) => zone.from_local_datetime(&local).map(|found| found.to_utc()),
            Self::Fixed(offset) => offset.from_local_datetime(&local).map(|found| found.to_utc()),
        };
        match found {
            LocalResult::Single(utc) => (at(utc), at(utc)),
            LocalResult::Ambiguous(first, second) => (at(first), at(second)),
            LocalResult::None => {
                let after = self.after_gap(local);
                (after, after)
            }
        }
    }

    /// The first instant at which the clock on the wall says `local`.
    pub fn instant(self, local: NaiveDateTime) -> Timestamp {
        self.instants(local).0
    }

    /// The beginning of the working day on `date`.
    pub fn morning(self, date: Date) -> Timestamp {
        self.instant(date.0.and_time(DAY_BEGINS))
    }

    /// The instant at which the clock springs over `local`.
    fn after_gap(self, local: NaiveDateTime) -> Timestamp {
        const MINUTE: TimeDelta = TimeDelta::minutes(1);
        // A gap is an hour or less, but where a whole day was skipped (Samoa, 2011).
        let behind = (1..=48).map(|halves| local + TimeDelta::minutes(30 * halves)).find_map(|local| match self {
            Self::Named(zone) => zone.from_local_datetime(&local).earliest().map(|at| at.timestamp_millis()),
            Self::Fixed(_) => None,
        });
        let mut after = Timestamp::from_millis(behind.unwrap_or(local.and_utc().timestamp_millis()));
        while self.local(after.plus(-MINUTE)) >= local {
            after = after.plus(-MINUTE);
        }
        after
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Named(zone) => f.write_str(zone.name()),
            Self::Fixed(offset) => offset.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::testing::at;

    fn zone(name: &str) -> Zone {
        Zone::parse(name).expect("a zone")
    }

    fn local(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a local time")
    }

    #[test]
    fn nine_in_the_morning_is_another_instant_in_each_zone_and_season() {
        let morning = |name, day| zone(name).morning(Date::parse_iso(day).unwrap());
        assert_eq!(morning("Asia/Seoul", "2026-11-20"), at("2026-11-20T00:00Z"), "Korea has no summer time");
        assert_eq!(morning("America/New_York", "2026-07-01"), at("2026-07-01T13:00Z"), "summer");
        assert_eq!(morning("America/New_York", "2026-12-01"), at("2026-12-01T14:00Z"), "winter");
    }

    #[test]
    fn a_time_that_the_clock_skips_is_the_instant_after_the_gap() {
        let berlin = zone("Europe/Berlin");
        assert_eq!(berlin.instant(local("2026-03-29 02:30")), at("2026-03-29T01:00Z"), "02:00 becomes 03:00");
        assert_eq!(berlin.instant(local("2026-03-29 02:00")), at("2026-03-29T01:00Z"), "the first skipped minute");
        assert_eq!(
            berlin.local(at("2026-03-29T01:00Z")),
            local("2026-03-29 03:00"),
            "which is what the wall says then"
        );
    }

    #[test]
    fn a_time_that_comes_twice_is_both_instants() {
        let berlin = zone("Europe/Berlin");
        let twice = berlin.instants(local("2026-10-25 02:30"));
        assert_eq!(twice, (at("2026-10-25T00:30Z"), at("2026-10-25T01:30Z")), "03:00 becomes 02:00");
    }

    #[test]
    fn a_zone_is_written_as_it_is_read() {
        for name in ["Asia/Seoul", "UTC", "+09:00", "-03:30"] {
            assert_eq!(zone(name).to_string(), name, "the database keeps it by this name");
        }
        assert_eq!(Zone::parse("KST-9"), None, "no zone of the database, and no distance from UTC");
    }
}
