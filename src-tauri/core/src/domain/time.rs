//! Instants and calendar dates.
//!
//! An instant is a [`Timestamp`] in UTC; a purchase date is a calendar date of the customer and carries no zone.
//! Nothing here reads the clock.

use std::fmt;

use chrono::{DateTime, NaiveDate, TimeDelta, Timelike, Utc};
use serde::{Deserialize, Serialize};

/// An instant: milliseconds since 1970-01-01T00:00Z.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(test, derive(ts_rs::TS), ts(type = "number"))]
pub struct Timestamp(i64);

impl Timestamp {
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    pub const fn as_millis(self) -> i64 {
        self.0
    }

    /// Reads an ISO 8601 instant such as Partner Center writes: any number of fractional digits, `Z` or an offset.
    /// A time without a zone is taken as UTC, a bare date as its midnight.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        // None of the forms below has it, and every one of them takes its time to find that out.
        if text.contains('/') {
            return None;
        }
        if let Ok(at) = DateTime::parse_from_rfc3339(text) {
            return Some(Self(at.timestamp_millis()));
        }
        for format in ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%dT%H:%M%#z", "%Y-%m-%dT%H:%M"] {
            if let Ok(at) = DateTime::parse_from_str(text, format) {
                return Some(Self(at.timestamp_millis()));
            }
            if let Ok(at) = chrono::NaiveDateTime::parse_from_str(text, format) {
                return Some(Self(at.and_utc().timestamp_millis()));
            }
        }
        let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
        Some(Self(date.and_hms_opt(0, 0, 0)?.and_utc().timestamp_millis()))
    }

    /// The instant as chrono knows it; an instant beyond chrono's range is held at its nearest end.
    pub fn utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.0).unwrap_or(if self.0 < 0 {
            DateTime::<Utc>::MIN_UTC
        } else {
            DateTime::<Utc>::MAX_UTC
        })
    }

    /// The instant `by` later (or earlier, when negative), held at the ends of the range.
    pub fn plus(self, by: TimeDelta) -> Self {
        Self(self.0.saturating_add(by.num_milliseconds()))
    }

    /// How long after `earlier` this is; negative when it is before.
    pub fn since(self, earlier: Self) -> TimeDelta {
        TimeDelta::milliseconds(self.0.saturating_sub(earlier.0))
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.utc().format("%Y-%m-%dT%H:%M:%S%.3fZ"))
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A calendar date without a zone, written `2026-12-01`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(test, derive(ts_rs::TS), ts(type = "string"))]
pub struct Date(pub NaiveDate);

impl Date {
    /// Reads `2026-12-01`. Years outside 1900 to 2999 are typing mistakes and are not read.
    pub fn parse_iso(text: &str) -> Option<Self> {
        // As the database and nearly every file has it. Whatever else is meant by a date takes its time below.
        if let [a, b, c, d, b'-', e, f, b'-', g, h] = text.as_bytes()
            && [a, b, c, d, e, f, g, h].iter().all(|digit| digit.is_ascii_digit())
        {
            let number =
                |digits: &[&u8]| digits.iter().fold(0, |number, digit| number * 10 + u32::from(**digit - b'0'));
            let year = number(&[a, b, c, d]).cast_signed();
            return NaiveDate::from_ymd_opt(year, number(&[e, f]), number(&[g, h])).and_then(Self::plausible);
        }
        if text.contains('/') {
            return None;
        }
        NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok().and_then(Self::plausible)
    }

    /// Reads the bulk CSV's `1/30/2020` (month first, padded or not). Source: domain.md 2.2.
    pub fn parse_us(text: &str) -> Option<Self> {
        NaiveDate::parse_from_str(text.trim(), "%m/%d/%Y").ok().and_then(Self::plausible)
    }

    /// The calendar date that a source meant by an instant.
    ///
    /// Partner Center writes the customer's local midnight as UTC (`T03:00Z` for Argentina, `T18:30Z` for India), so the
    /// UTC day can be the day before: the nearest midnight is meant. Source: domain.md 1.8.
    pub fn nearest_midnight(at: Timestamp) -> Option<Self> {
        let utc = at.utc();
        let date = utc.date_naive();
        Self::plausible(if utc.hour() >= 12 { date.succ_opt()? } else { date })
    }

    /// `None` where no source can have meant it.
    pub fn plausible(date: NaiveDate) -> Option<Self> {
        use chrono::Datelike;
        (1900..3000).contains(&date.year()).then_some(Self(date))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        Timestamp::parse(text).expect("a readable instant")
    }

    #[test]
    fn partner_centers_seven_digit_fractions_are_read() {
        assert_eq!(at("2020-10-30T21:03:00.0000000Z"), at("2020-10-30T21:03:00Z"), "trailing zeros change nothing");
        assert_eq!(at("2022-02-24T21:04:06.0372014Z").as_millis() % 1000, 37, "milliseconds are what we keep");
        assert_eq!(at("2026-11-22T09:00+09:00"), at("2026-11-22T00:00:00Z"), "an offset is honoured");
    }

    #[test]
    fn the_purchase_date_is_the_customers_day_not_utcs() {
        let day = |text| Date::nearest_midnight(at(text)).expect("a date").to_string();
        assert_eq!(day("2022-03-04T03:00:00Z"), "2022-03-04", "Argentina's midnight");
        assert_eq!(day("2022-03-03T18:30:00Z"), "2022-03-04", "India's midnight is the day before in UTC");
        assert_eq!(day("2022-03-03T15:00:00Z"), "2022-03-04", "Korea's midnight is the day before in UTC");
        assert_eq!(day("2022-03-04T00:00:00Z"), "2022-03-04", "UTC's own midnight");
    }

    #[test]
    fn a_date_as_the_database_has_it_is_read_as_any_other() {
        let texts = "2026-12-01 2024-02-29 2026-02-29 2026-00-10 2026-13-01 2026-04-31 1899-12-31 1900-01-01 2999-12-31 3000-01-01 \
                     0000-01-01 2026-1-5 2026-012-1 +026-12-01 2026/12/01 20261201 2026-12-0x";
        for text in texts.split(' ') {
            let slowly = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().and_then(Date::plausible);
            assert_eq!(Date::parse_iso(text), slowly, "the short way says the same of {text}");
            assert_eq!(Date::parse_iso(&format!(" {text} ")), slowly, "blanks around {text} mean nothing");
        }
    }

    #[test]
    fn an_absurd_year_is_not_a_date() {
        assert_eq!(Date::parse_iso("20261-12-01"), None, "a slip of the finger");
        assert_eq!(Date::parse_us("1/30/2020").map(|d| d.to_string()).as_deref(), Some("2020-01-30"), "as exported");
    }

    #[test]
    fn instants_out_of_range_do_not_panic() {
        let end = Timestamp::from_millis(i64::MAX);
        assert_eq!(end.plus(TimeDelta::days(14)), end, "the end of time is the end of time");
        assert!(!end.to_string().is_empty(), "and it can be shown");
    }
}
