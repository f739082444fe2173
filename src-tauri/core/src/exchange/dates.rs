//! Days and instants as tables write them: ISO, Korean, with the year, the month or the day first, with or without a time.
//!
//! A time without a zone is taken as UTC: which zone a file was written in, nothing in it says.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::format::DateOrder;
use crate::domain::time::{Date, Timestamp};

/// The day that `text` means; of an instant with a zone the day whose midnight is nearest.
pub(super) fn day(text: &str, order: DateOrder) -> Option<Date> {
    if let Some(date) = Date::parse_iso(text) {
        return Some(date);
    }
    if zoned(text) {
        return Timestamp::parse(text).and_then(Date::nearest_midnight);
    }
    let (date, _) = local(text, order)?;
    Date::plausible(date)
}

/// The instant that `text` means; of a day its beginning.
pub(super) fn instant(text: &str, order: DateOrder) -> Option<Timestamp> {
    if let Some(at) = Timestamp::parse(text) {
        return Some(at);
    }
    let (date, time) = local(text, order)?;
    Some(Timestamp::from_millis(NaiveDateTime::new(date, time).and_utc().timestamp_millis()))
}

fn zoned(text: &str) -> bool {
    let Some((_, time)) = text.trim().split_once(['T', ' ']) else { return false };
    time.ends_with(['Z', 'z']) || time.contains(['+', '-'])
}

/// The three numbers of a day as they stand there, the sign after the first, and what follows them.
pub(super) fn numbers(text: &str) -> Option<([u32; 3], bool, char, &str)> {
    let text = text.trim();
    let mut numbers = [0; 3];
    let mut rest = text;
    let (mut year_first, mut sign) = (false, ' ');
    for (place, number) in numbers.iter_mut().enumerate() {
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        if length == 0 || length > 4 {
            return None;
        }
        year_first |= place == 0 && length == 4;
        *number = rest[..length].parse().ok()?;
        rest = &rest[length..];
        if place < 2 {
            let after = rest.trim_start_matches([' ', '.', '/', '-', '년', '월']);
            if after.len() == rest.len() {
                return None;
            }
            sign = if place == 0 { rest.chars().next()? } else { sign };
            rest = after;
        }
    }
    Some((numbers, year_first, sign, rest))
}

fn local(text: &str, order: DateOrder) -> Option<(NaiveDate, NaiveTime)> {
    let ([a, b, c], year_first, sign, rest) = numbers(text)?;
    let (year, month, day) = match order {
        _ if year_first => (a, b, c),
        DateOrder::MonthDayYear => (c, a, b),
        DateOrder::DayMonthYear => (c, b, a),
        DateOrder::YearMonthDay if c <= 31 => (a, b, c),
        // Told to have the year first and it has not: the sign is the best witness.
        DateOrder::YearMonthDay if sign == '/' && a <= 12 => (c, a, b),
        DateOrder::YearMonthDay => (c, b, a),
    };
    let year = if year < 100 { year + 2000 } else { year };
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    Some((date, time(rest)?))
}

/// `9:05`, `09:05:30.5`, `9:05 PM`, `오후 9:05`; nothing is midnight.
fn time(text: &str) -> Option<NaiveTime> {
    let text = text.trim_start_matches(['.', 'T', ',', '일', ' ']).trim().to_uppercase();
    if text.is_empty() {
        return NaiveTime::from_hms_opt(0, 0, 0);
    }
    let afternoon = text.contains("PM") || text.contains("오후");
    let morning = text.contains("AM") || text.contains("오전");
    let text = ["AM", "PM", "오전", "오후"].iter().fold(text, |text, word| text.replace(word, ""));
    let mut parts = text.trim().split(':');
    let hour: u32 = parts.next()?.parse().ok()?;
    let minute = parts.next()?.parse().ok()?;
    let second = parts.next().map_or(Some(0), |s| s.split('.').next().unwrap_or_default().parse().ok())?;
    let hour = match hour {
        12 if morning => 0,
        1..=11 if afternoon => hour + 12,
        _ => hour,
    };
    if parts.next().is_some() { None } else { NaiveTime::from_hms_opt(hour, minute, second) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_it_is_written_here_and_there() {
        use DateOrder::{DayMonthYear, MonthDayYear, YearMonthDay};
        let cases = [
            ("2026-11-24", YearMonthDay, "2026-11-24"),
            ("2026. 11. 24.", YearMonthDay, "2026-11-24"),
            ("2026.11.24", DayMonthYear, "2026-11-24"),
            ("2026년 11월 24일", YearMonthDay, "2026-11-24"),
            ("2026/1/2", MonthDayYear, "2026-01-02"),
            ("1/30/2027", MonthDayYear, "2027-01-30"),
            ("30.1.2027", DayMonthYear, "2027-01-30"),
            ("30/1/27", DayMonthYear, "2027-01-30"),
            ("24.11.2026 09:05", DayMonthYear, "2026-11-24"),
            ("2022-03-03T18:30:00Z", YearMonthDay, "2022-03-04"),
            ("2022-03-03T18:30:00", YearMonthDay, "2022-03-03"),
        ];
        for (text, order, expected) in cases {
            assert_eq!(day(text, order).map(|d| d.to_string()).as_deref(), Some(expected), "{text}");
        }
        for text in ["30/1/2027", "soon", "", "1/2", "2026-13-01", "1/2/2026 noon"] {
            assert_eq!(day(text, MonthDayYear), None, "{text:?} is no day with the month first");
        }
    }

    #[test]
    fn an_instant_may_have_a_time_in_words() {
        let at = |text: &str| instant(text, DateOrder::MonthDayYear).map(|at| at.to_string());
        assert_eq!(at("11/20/2026 9:05:00 PM").as_deref(), Some("2026-11-20T21:05:00.000Z"), "as Excel writes it");
        assert_eq!(at("2026-11-20 오후 9:05").as_deref(), Some("2026-11-20T21:05:00.000Z"), "as Korean Excel does");
        assert_eq!(at("2026. 11. 20. 오전 12:05").as_deref(), Some("2026-11-20T00:05:00.000Z"), "after midnight");
        assert_eq!(at("11/20/2026").as_deref(), Some("2026-11-20T00:00:00.000Z"), "a day is its beginning");
    }
}
