//! Phone numbers in E.164, so that a number is the same however it is written.
//!
//! The rules of the world's numbers are those of the kept library `phonenumber`. It sees nothing but digits, at most twenty of
//! them, whatever a file brings; and the everyday numbers of some large countries, which need none of its rules, do not
//! reach it: an import of a hundred thousand leads would wait for it for seconds.

use std::str::FromStr;

use phonenumber::country::Id;
use unicode_normalization::UnicodeNormalization;

/// E.164 allows fifteen digits; a way out of the country may stand before them.
const MOST_DIGITS: usize = 20;
/// Shorter numbers are extensions, or of emergency services.
const FEWEST_DIGITS: usize = 7;

/// `text` in E.164, such as `+821012345678`. `country` is the customer's, as the lead has it: without one that is known, only a
/// number that says its country itself can be read.
pub fn e164(text: &str, country: Option<&str>) -> Option<String> {
    let typed = dialled(text)?;
    let country = country.and_then(country_of);
    let way_out = if matches!(country, Some(Id::US | Id::CA)) { "011" } else { "00" };
    let international = typed.strip_prefix('+').or_else(|| typed.strip_prefix(way_out).filter(|rest| rest.len() > 8));
    let number = match (international, country) {
        (Some(digits), _) => everyday(digits).or_else(|| parsed(None, &format!("+{digits}"))),
        (None, Some(country)) => everyday_at_home(&typed, country).or_else(|| parsed(Some(country), &typed)),
        (None, None) => None,
    }?;
    (!is_filler(&number)).then_some(number)
}

/// The digits of a number in E.164 as it is dialled inside its country, with what is dialled before it there: `01012345679`.
pub fn at_home(e164: &str) -> Option<String> {
    let digits = e164.strip_prefix('+')?;
    if let Some(of) = EVERYDAY.iter().find(|of| digits.starts_with(of.code)) {
        return Some(format!("{}{}", of.prefix, &digits[of.code.len()..]));
    }
    (1..=3).find_map(|length| {
        let (code, national) = digits.split_at_checked(length)?;
        let of_code = phonenumber::metadata::DATABASE.by_code(&code.parse().ok()?)?;
        let prefix = of_code.first().and_then(|country| country.national_prefix()).unwrap_or_default();
        Some(format!("{prefix}{national}"))
    })
}

/// The ISO code of the country that `text` names, where it is a name that we know.
pub fn country_code(text: &str) -> Option<String> {
    if text.trim().len() == 2 {
        return None;
    }
    country_of(text).map(|country| country.as_ref().to_owned())
}

/// The digits of the first number in `text`, with the `+` before it if there is one; `None` where it holds words or is too long
/// or too short to be a number.
fn dialled(text: &str) -> Option<String> {
    let text = text.trim();
    let text = text.strip_prefix("tel:").unwrap_or(text);
    let mut typed = String::new();
    for c in text.nfkc().take(4 * MOST_DIGITS) {
        match c {
            '0'..='9' => typed.push(c),
            '+' if typed.is_empty() => typed.push(c),
            // What follows is an extension, or a second number.
            'x' | 'X' | 'e' | 'E' | '#' | ',' | ';' | '/' | '\n' | '내' | '|' if typed.len() >= FEWEST_DIGITS => break,
            // A bracket, a blank, a hyphen, a dot, and what is not seen.
            c if !c.is_alphanumeric() && c != '+' => {}
            _ => return None,
        }
    }
    let digits = typed.trim_start_matches('+').len();
    (FEWEST_DIGITS..=MOST_DIGITS).contains(&digits).then_some(typed)
}

/// What a form was filled with that asked for a number: `0000000`, `1234567890`.
fn is_filler(number: &str) -> bool {
    let tail = &number.as_bytes()[number.len().saturating_sub(FEWEST_DIGITS)..];
    let repeated = tail.iter().all(|digit| *digit == tail[0]);
    repeated || number.ends_with("0000001") || number.ends_with("1234567") || number.ends_with("1234567890")
}

/// A country whose numbers need no rule beyond leaving out the prefix that is only dialled inside it.
struct Everyday {
    country: Id,
    code: &'static str,
    prefix: &'static str,
    lengths: std::ops::RangeInclusive<usize>,
    /// First digits that have rules of their own.
    not: &'static [&'static str],
}

/// Proved to be read as the library reads them, in the tests.
const EVERYDAY: &[Everyday] = &[
    Everyday { country: Id::US, code: "1", prefix: "1", lengths: 10..=10, not: &["1"] },
    Everyday { country: Id::CA, code: "1", prefix: "1", lengths: 10..=10, not: &["1"] },
    Everyday { country: Id::KR, code: "82", prefix: "0", lengths: 8..=10, not: &["8"] },
    Everyday { country: Id::GB, code: "44", prefix: "0", lengths: 9..=10, not: &[] },
    Everyday { country: Id::DE, code: "49", prefix: "0", lengths: 8..=11, not: &[] },
    Everyday { country: Id::FR, code: "33", prefix: "0", lengths: 9..=9, not: &[] },
    Everyday { country: Id::JP, code: "81", prefix: "0", lengths: 9..=10, not: &["10"] },
    Everyday { country: Id::IN, code: "91", prefix: "0", lengths: 10..=10, not: &[] },
];

/// `digits` with their country's code before them, where they need no further rule.
fn everyday(digits: &str) -> Option<String> {
    let (of, national) = EVERYDAY.iter().find_map(|of| Some((of, digits.strip_prefix(of.code)?)))?;
    of.takes(national).then(|| format!("+{digits}"))
}

/// `digits` as they are dialled inside `country`, where they need no further rule.
fn everyday_at_home(digits: &str, country: Id) -> Option<String> {
    let of = EVERYDAY.iter().find(|of| of.country == country)?;
    let national = match digits.strip_prefix(of.prefix) {
        Some(national) => national,
        // Only in North America a number is dialled without it as well.
        None if of.code == "1" => digits,
        None => return None,
    };
    of.takes(national).then(|| format!("+{}{national}", of.code))
}

impl Everyday {
    fn takes(&self, national: &str) -> bool {
        self.lengths.contains(&national.len())
            && !national.starts_with('0')
            && !self.not.iter().any(|digits| national.starts_with(digits))
    }
}

fn parsed(country: Option<Id>, digits: &str) -> Option<String> {
    let number = parsed_once(country, digits)?;
    // Of noughts in front some are taken away each time: what is not read as it is written is no number.
    (parsed_once(None, &number).as_ref() == Some(&number)).then_some(number)
}

fn parsed_once(country: Option<Id>, digits: &str) -> Option<String> {
    if country.is_some_and(|country| phonenumber::metadata::DATABASE.by_id(country.as_ref()).is_none()) {
        return None;
    }
    let number = phonenumber::parse(country, digits).ok()?;
    let code = number.country().code();
    let national = number.national().to_string();
    // A code that nobody has been given is none.
    let known = phonenumber::metadata::DATABASE.by_code(&code).is_some();
    (known && national.len() >= FEWEST_DIGITS - 1).then(|| format!("+{code}{national}"))
}

/// The country that a lead names: ISO 3166 alpha-2, or the everyday names and alpha-3 codes of the largest ones.
fn country_of(text: &str) -> Option<Id> {
    let text = text.trim();
    if text.len() == 2 {
        return Id::from_str(&text.to_ascii_uppercase()).ok();
    }
    let name: String = text.chars().take(40).flat_map(char::to_lowercase).filter(|c| *c != '.').collect();
    NAMES.iter().find(|(names, _)| names.contains(&name.as_str())).map(|(_, country)| *country)
}

const NAMES: &[(&[&str], Id)] = &[
    (&["kor", "korea", "south korea", "republic of korea", "korea, republic of", "대한민국", "한국", "남한"], Id::KR),
    (&["usa", "united states", "united states of america", "미국"], Id::US),
    (&["can", "canada", "캐나다"], Id::CA),
    (&["gbr", "united kingdom", "great britain", "england", "영국"], Id::GB),
    (&["deu", "germany", "deutschland", "독일"], Id::DE),
    (&["aut", "austria", "österreich", "오스트리아"], Id::AT),
    (&["che", "switzerland", "schweiz", "suisse", "스위스"], Id::CH),
    (&["fra", "france", "프랑스"], Id::FR),
    (&["ita", "italy", "italia", "이탈리아"], Id::IT),
    (&["esp", "spain", "españa", "스페인"], Id::ES),
    (&["nld", "netherlands", "the netherlands", "nederland", "네덜란드"], Id::NL),
    (&["bel", "belgium", "벨기에"], Id::BE),
    (&["swe", "sweden", "스웨덴"], Id::SE),
    (&["pol", "poland", "polska", "폴란드"], Id::PL),
    (&["jpn", "japan", "日本", "일본"], Id::JP),
    (&["chn", "china", "中国", "중국"], Id::CN),
    (&["twn", "taiwan", "대만"], Id::TW),
    (&["hkg", "hong kong", "홍콩"], Id::HK),
    (&["sgp", "singapore", "싱가포르"], Id::SG),
    (&["ind", "india", "인도"], Id::IN),
    (&["vnm", "vietnam", "viet nam", "베트남"], Id::VN),
    (&["aus", "australia", "호주"], Id::AU),
    (&["bra", "brazil", "brasil", "브라질"], Id::BR),
    (&["mex", "mexico", "méxico", "멕시코"], Id::MX),
];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_number_that_would_be_read_otherwise_than_it_is_written_is_none() {
        assert_eq!(e164("+2000000010", None), None, "it would be another number, or none, the next time");
    }

    #[test]
    fn a_number_is_the_same_however_it_is_written() {
        let cases = [
            ("+82 10-1234-5679", None, Some("+821012345679")),
            ("010-1234-5679", Some("KR"), Some("+821012345679")),
            ("010.1234.5679", Some("대한민국"), Some("+821012345679")),
            ("0082 10 1234 5679", None, Some("+821012345679")),
            ("+82 (0)10 1234 5679", Some("US"), Some("+821012345679")),
            ("０１０－１２３４－５６７９", Some("kor"), Some("+821012345679")),
            ("02) 555-0143", Some("KR"), Some("+8225550143")),
            ("02-555-0143 내선 12", Some("KR"), Some("+8225550143")),
            ("(425) 555-0143", Some("US"), Some("+14255550143")),
            ("1-425-555-0143 ext. 7", Some("us"), Some("+14255550143")),
            ("011 82 10 1234 5679", Some("US"), Some("+821012345679")),
            ("tel:+1-425-555-0143", None, Some("+14255550143")),
            ("+49 (0)30 901820", None, Some("+4930901820")),
            ("030 901820", Some("DE"), Some("+4930901820")),
            ("+39 06 698 12345", None, Some("+390669812345")),
            ("425 555 0143 / 425 555 0144", Some("US"), Some("+14255550143")),
            // Nobody knows of which country this is.
            ("010-1234-5679", None, None),
            ("0000000000", Some("US"), None),
            ("1234567", Some("US"), None),
            ("call me", Some("US"), None),
            ("1-800-FLOWERS", Some("US"), None),
            ("12", Some("KR"), None),
            ("", None, None),
        ];
        for (text, country, expected) in cases {
            assert_eq!(e164(text, country).as_deref(), expected, "{text:?} in {country:?}");
        }
    }

    #[test]
    fn an_everyday_number_is_read_as_the_library_reads_it() {
        // Not by chance: every country, every length, and first digits from 0 to 99.
        for of in EVERYDAY {
            for first in 0..100 {
                for length in of.lengths.clone() {
                    let national = format!("{first:02}{}", &"734658291"[..length - 2]);
                    if let Some(number) = everyday(&format!("{}{national}", of.code)) {
                        let told = parsed(None, &format!("+{}{national}", of.code));
                        assert_eq!(Some(number), told, "+{} {national}", of.code);
                    }
                    let dialled = format!("{}{national}", of.prefix);
                    if let Some(number) = everyday_at_home(&dialled, of.country) {
                        assert_eq!(Some(number), parsed(Some(of.country), &dialled), "{dialled} in {:?}", of.country);
                    }
                }
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

        #[test]
        fn no_number_is_too_hostile(
            text in "\\+?[0-9+ ().xX#*;/-]{0,40}|[0-9]{1,25}|\\+[0-9]{1,20}|\\PC{0,30}",
            country in prop::option::of("[A-Z]{2}|\\PC{0,10}"),
        ) {
            if let Some(number) = e164(&text, country.as_deref()) {
                let digits = number.strip_prefix('+').unwrap_or_default();
                prop_assert!(digits.len() >= 6 && digits.bytes().all(|b| b.is_ascii_digit()), "{text:?}: {number}");
                prop_assert_eq!(e164(&number, None), Some(number), "what is written so is read so");
            }
        }
    }
}
