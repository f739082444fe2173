//! The values of a query's filters that are counted: amounts, days, and times from now.

use chrono::{Datelike as _, Days, NaiveDate, NaiveTime, TimeDelta};

use super::fields::{DAYS, find};
use super::query::{Amount, Moment, Problem, Range};
use crate::domain::time::{Date, Timestamp};

/// How a value is bounded: `>x`, `a..b`, or the value alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound<'a> {
    More(&'a str),
    AtLeast(&'a str),
    Less(&'a str),
    AtMost(&'a str),
    Between(Option<&'a str>, Option<&'a str>),
    Is(&'a str),
}

impl<'a> Bound<'a> {
    pub fn of(text: &'a str) -> Self {
        let text = text.trim();
        let rest = |sign: &str| text.strip_prefix(sign).map(str::trim);
        if let Some(rest) = rest(">=").or_else(|| rest("≥")) {
            Self::AtLeast(rest)
        } else if let Some(rest) = rest("<=").or_else(|| rest("≤")) {
            Self::AtMost(rest)
        } else if let Some(rest) = rest(">").or_else(|| rest("＞")) {
            Self::More(rest)
        } else if let Some(rest) = rest("<").or_else(|| rest("＜")) {
            Self::Less(rest)
        } else if let Some((from, until)) = text.split_once("..").or_else(|| text.split_once('~')) {
            let given = |text: &'a str| Some(text.trim()).filter(|text| !text.is_empty());
            Self::Between(given(from), given(until))
        } else {
            Self::Is(text)
        }
    }

    /// The range, where `read` tells the first and the first after of what a bound names.
    fn range<T: Copy + PartialOrd>(
        self,
        read: impl Fn(&str) -> Option<(T, T)>,
        wrong: Problem,
    ) -> Result<Range<T>, Problem> {
        let read = |text: &str| read(text).ok_or_else(|| wrong.clone());
        let range = |from, until| Range { from, until };
        let found = match self {
            Self::More(text) => range(Some(read(text)?.1), None),
            Self::AtLeast(text) => range(Some(read(text)?.0), None),
            Self::Less(text) => range(None, Some(read(text)?.0)),
            Self::AtMost(text) => range(None, Some(read(text)?.1)),
            Self::Is(text) => {
                let (from, until) = read(text)?;
                range(Some(from), Some(until))
            }
            Self::Between(None, None) => return Err(wrong),
            Self::Between(from, until) => {
                let from = from.map(read).transpose()?.map(|(from, _)| from);
                range(from, until.map(read).transpose()?.map(|(_, until)| until))
            }
        };
        match (found.from, found.until) {
            (Some(from), Some(until)) if until <= from => Err(Problem::EmptyRange),
            _ => Ok(found),
        }
    }
}

/// Reads an amount: `>10000`, `10,000..20,000`, `>=1.5k`, `<5만`.
pub fn amounts(text: &str) -> Result<Range<Amount>, Problem> {
    Bound::of(text).range(|text| amount(text).map(|amount| (Amount(amount), Amount(amount + 1))), Problem::NotANumber)
}

/// In ten-thousandths.
fn amount(text: &str) -> Option<i128> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let units: [(&str, i128); 8] = [
        ("k", 1_000),
        ("m", 1_000_000),
        ("천만", 10_000_000),
        ("백만", 1_000_000),
        ("억", 100_000_000),
        ("만", 10_000),
        ("천", 1_000),
        ("", 1),
    ];
    let lower = text.to_lowercase();
    let (number, unit) = units.iter().find_map(|(name, unit)| Some((lower.strip_suffix(name)?, *unit)))?;
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    let grouped = whole.contains(',');
    let groups: Vec<&str> = whole.split(',').collect();
    if grouped && (groups[0].is_empty() || groups[0].len() > 3 || groups[1..].iter().any(|group| group.len() != 3)) {
        return None;
    }
    let digits = groups.concat();
    let ten_thousandths = format!("{digits}{decimals:0<4}");
    let readable = ten_thousandths.bytes().all(|b| b.is_ascii_digit()) && decimals.len() <= 4 && digits.len() <= 18;
    (readable && !number.is_empty() && !digits.is_empty())
        .then(|| ten_thousandths.parse::<i128>().ok())
        .flatten()?
        .checked_mul(unit)
}

/// Which way a time from now goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Back,
    Ahead,
}

/// Reads instants: `<7d` for less than seven days from now, that way, `2026-11`, `2026-11-01..2026-11-30`, `today`.
pub fn instants(text: &str, way: Way, moment: Moment) -> Result<Range<Timestamp>, Problem> {
    let bound = Bound::of(text);
    let (now, just) = (last_minute(moment.now), TimeDelta::milliseconds(1));
    if let Some((span, farther, included)) = from_now(bound) {
        let (from, until) = match (way, farther) {
            (Way::Back, false) => (Some(now.plus(-span).plus(if included { TimeDelta::zero() } else { just })), None),
            (Way::Back, true) => (None, Some(now.plus(-span).plus(if included { just } else { TimeDelta::zero() }))),
            (Way::Ahead, false) => {
                (Some(now), Some(now.plus(span).plus(if included { just } else { TimeDelta::zero() })))
            }
            (Way::Ahead, true) => (Some(now.plus(span).plus(if included { TimeDelta::zero() } else { just })), None),
        };
        return Ok(Range { from, until });
    }
    let begins = |day: Date| moment.zone.instant(day.0.and_time(NaiveTime::MIN));
    bound.range(|text| days_of(text, moment).map(|(from, until)| (begins(from), begins(until))), Problem::NotADate)
}

/// Reads days: `<30d` for within the next thirty, and dates as above.
pub fn days(text: &str, moment: Moment) -> Result<Range<Date>, Problem> {
    let bound = Bound::of(text);
    if let Some((span, farther, included)) = from_now(bound) {
        let today = moment.zone.day(moment.now);
        let day = |days: i64| Some(Date(today.checked_add_days(Days::new(u64::try_from(days).ok()?))?));
        let whole = span.num_days();
        if span != TimeDelta::days(whole) {
            return Err(Problem::NotADate);
        }
        let edge = Some(day(whole + i64::from(farther != included)).ok_or(Problem::NotADate)?);
        let today = Some(Date(today));
        return Ok(if farther { Range { from: edge, until: None } } else { Range { from: today, until: edge } });
    }
    bound.range(|text| days_of(text, moment), Problem::NotADate)
}

/// The days up to today.
pub fn until_today(moment: Moment) -> Range<Date> {
    Range { from: None, until: moment.zone.day(moment.now).succ_opt().map(Date) }
}

/// Relative times count from here, so that what they ask stays the same for a minute.
fn last_minute(now: Timestamp) -> Timestamp {
    Timestamp::from_millis(now.as_millis() - now.as_millis().rem_euclid(60_000))
}

/// A bound that is so far from now: how far, whether beyond it is meant, and whether itself.
fn from_now(bound: Bound<'_>) -> Option<(TimeDelta, bool, bool)> {
    let (text, farther, included) = match bound {
        Bound::Less(text) => (text, false, false),
        Bound::AtMost(text) | Bound::Is(text) => (text, false, true),
        Bound::More(text) => (text, true, false),
        Bound::AtLeast(text) => (text, true, true),
        Bound::Between(..) => return None,
    };
    Some((span(text)?, farther, included))
}

/// `7d`, `12h`, `2w`, in Korean too.
fn span(text: &str) -> Option<TimeDelta> {
    let end = text.find(|c: char| !c.is_ascii_digit()).filter(|end| (1..=5).contains(end))?;
    let number: i64 = text[..end].parse().ok()?;
    match text[end..].trim().to_lowercase().as_str() {
        "h" | "시간" => Some(TimeDelta::hours(number)),
        "d" | "일" => Some(TimeDelta::days(number)),
        "w" | "주" => Some(TimeDelta::weeks(number)),
        _ => None,
    }
}

/// The first day of what `text` names, and the first after it: a day, a month, a year.
fn days_of(text: &str, moment: Moment) -> Option<(Date, Date)> {
    let today = moment.zone.day(moment.now);
    if let Some(days) = find(&DAYS, text) {
        let from = today.checked_add_signed(TimeDelta::days(*days))?;
        return Some((Date(from), Date(from.succ_opt()?)));
    }
    let parts: Vec<&str> = text.split(['-', '.', '/']).collect();
    let number = |at: usize, most: usize| {
        let part = parts.get(at)?;
        let fits = (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        fits.then(|| part.parse::<u32>().ok()).flatten()
    };
    let year = i32::try_from(number(0, 4).filter(|year| (1900..3000).contains(year))?).ok()?;
    let (from, until) = match parts.len() {
        1 => (NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year + 1, 1, 1)?),
        2 => {
            let from = NaiveDate::from_ymd_opt(year, number(1, 2)?, 1)?;
            (from, from.checked_add_months(chrono::Months::new(1))?)
        }
        3 => {
            let from = NaiveDate::from_ymd_opt(year, number(1, 2)?, number(2, 2)?)?;
            (from, from.succ_opt()?)
        }
        _ => return None,
    };
    (from.year() == year).then_some((Date(from), Date(until)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::testing::at;
    use crate::domain::zone::Zone;

    fn moment() -> Moment {
        Moment { now: at("2026-11-24T01:30:30Z"), zone: Zone::parse("Asia/Seoul").unwrap() }
    }

    fn told<T: std::fmt::Display>(range: Result<Range<T>, Problem>) -> String {
        let end = |end: Option<T>| end.map(|end| end.to_string()).unwrap_or_default();
        match range {
            Ok(Range { from, until }) => format!("{} {}", end(from), end(until)),
            Err(problem) => format!("{problem:?}"),
        }
    }

    #[test]
    fn days_and_months_are_those_of_the_users_calendar() {
        let cases = [
            ("2026-11-20", "2026-11-20 2026-11-21"),
            ("2026-11", "2026-11-01 2026-12-01"),
            ("2026", "2026-01-01 2027-01-01"),
            ("2026.2.1..2026/02/28", "2026-02-01 2026-03-01"),
            (">2026-11", "2026-12-01 "),
            (">=2026-11-20", "2026-11-20 "),
            ("<2026-11", " 2026-11-01"),
            ("<=2026-11", " 2026-12-01"),
            ("..2026-11-20", " 2026-11-21"),
            ("오늘", "2026-11-24 2026-11-25"),
            ("today..tomorrow", "2026-11-24 2026-11-26"),
            ("<30d", "2026-11-24 2026-12-24"),
            ("<=1w", "2026-11-24 2026-12-02"),
            (">2일", "2026-11-27 "),
            (">=2일", "2026-11-26 "),
            ("2026-11-20..2026-11-01", "EmptyRange"),
            ("2026-02-30", "NotADate"),
            ("<3h", "NotADate"),
            ("..", "NotADate"),
            ("soon", "NotADate"),
            ("99999999999d", "NotADate"),
        ];
        for (text, expected) in cases {
            assert_eq!(told(days(text, moment())), expected, "{text}");
        }
    }

    #[test]
    fn times_from_now_count_from_the_last_full_minute() {
        let cases = [
            ("<7d", Way::Back, "2026-11-17T01:30:00.001Z "),
            (">12h", Way::Back, " 2026-11-23T13:30:00.000Z"),
            ("<3시간", Way::Ahead, "2026-11-24T01:30:00.000Z 2026-11-24T04:30:00.000Z"),
            (">=1w", Way::Ahead, "2026-12-01T01:30:00.000Z "),
            ("today", Way::Back, "2026-11-23T15:00:00.000Z 2026-11-24T15:00:00.000Z"),
            (">2026-11-20", Way::Back, "2026-11-20T15:00:00.000Z "),
        ];
        for (text, way, expected) in cases {
            assert_eq!(told(instants(text, way, moment())), expected, "{text}");
        }
    }

    #[test]
    fn amounts_are_read_as_they_are_typed() {
        let cases = [
            (">10000", Some((Some(100_000_001), None))),
            ("<=1,500.50", Some((None, Some(15_005_001)))),
            ("1만..2천만", Some((Some(100_000_000), Some(200_000_000_001)))),
            (">=1.5k", Some((Some(15_000_000), None))),
            ("5", Some((Some(50_000), Some(50_001)))),
            ("10,00", None),
            ("ten", None),
            (">", None),
            ("1.23456", None),
        ];
        for (text, expected) in cases {
            let found = amounts(text).ok().map(|range| (range.from.map(|a| a.0), range.until.map(|a| a.0)));
            assert_eq!(found, expected, "{text}");
        }
        assert_eq!(amounts("20..10"), Err(Problem::EmptyRange));
    }
}
