//! Money: integer minor units and an ISO 4217 code, never a floating-point number.
//!
//! Formatting for a language is the window's business; here amounts are decimal text with a point.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The largest amount that is taken: fifteen digits of minor units, exact even in a spreadsheet's or a browser's
/// floating-point numbers.
pub const MAX_MINOR: i64 = 999_999_999_999_999;

/// A three-letter ISO 4217 code. A code that ISO does not list is kept as it came, with two decimals.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(test, derive(ts_rs::TS), ts(type = "string"))]
pub struct Currency(String);

impl Currency {
    /// Reads a code in any case; three ASCII letters or nothing.
    pub fn parse(code: &str) -> Option<Self> {
        let code = code.trim();
        (code.len() == 3 && code.bytes().all(|b| b.is_ascii_alphabetic())).then(|| Self(code.to_ascii_uppercase()))
    }

    pub fn code(&self) -> &str {
        &self.0
    }

    /// How many decimals the currency has: 0 for the won and the yen, 3 for the Kuwaiti dinar.
    pub fn exponent(&self) -> u32 {
        iso_currency::Currency::from_code(&self.0).and_then(|c| c.exponent()).map_or(2, u32::from)
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An amount of money, zero or more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Money {
    /// In the currency's smallest unit: cents for USD, won for KRW.
    pub minor: i64,
    pub currency: Currency,
}

/// Why a text is not an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadAmount {
    NotANumber,
    Negative,
    TooLarge,
    /// More decimals than the currency has.
    TooPrecise,
}

impl Money {
    /// Reads a typed amount: digits, thousands separated by commas or spaces if at all, a point before decimals.
    pub fn parse(amount: &str, currency: Currency) -> Result<Self, BadAmount> {
        Self::read(amount, currency, false)
    }

    /// Reads an amount from a file, rounding decimals that the currency does not have (half away from zero): the
    /// source is kept beside the lead, so nothing is lost by it.
    pub fn parse_rounding(amount: &str, currency: Currency) -> Result<Self, BadAmount> {
        Self::read(amount, currency, true)
    }

    fn read(amount: &str, currency: Currency, round: bool) -> Result<Self, BadAmount> {
        let mut text: String = amount.trim().chars().filter(|c| !c.is_whitespace() && *c != '\u{a0}').collect();
        if let Some(rest) = text.strip_prefix('-') {
            let zero = !rest.is_empty() && rest.chars().all(|c| matches!(c, '0' | '.'));
            if !zero {
                return Err(if Self::read(rest, currency, round).is_ok() {
                    BadAmount::Negative
                } else {
                    BadAmount::NotANumber
                });
            }
            text = rest.to_owned();
        }
        let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
        let whole = ungrouped(whole).ok_or(BadAmount::NotANumber)?;
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if (whole.is_empty() && decimals.is_empty()) || !digits(&whole) || !digits(decimals) {
            return Err(BadAmount::NotANumber);
        }
        let exponent = currency.exponent() as usize;
        let (kept, dropped) = decimals.split_at(exponent.min(decimals.len()));
        if !round && dropped.bytes().any(|b| b != b'0') {
            return Err(BadAmount::TooPrecise);
        }
        let minor_text = format!("{whole}{kept:0<exponent$}");
        let mut minor: i64 = minor_text
            .trim_start_matches('0')
            .parse()
            .or_else(|_| if minor_text.bytes().all(|b| b == b'0') { Ok(0) } else { Err(BadAmount::TooLarge) })?;
        if dropped.bytes().next().is_some_and(|b| b >= b'5') {
            minor = minor.saturating_add(1);
        }
        if minor > MAX_MINOR {
            return Err(BadAmount::TooLarge);
        }
        Ok(Self { minor, currency })
    }

    /// The amount as decimal text with the currency's decimals, without grouping: `10000.50`.
    pub fn amount(&self) -> String {
        // A list has sixty of them: put together by hand, which takes a third of the time of a format with a width.
        let (mut text, exponent) = (self.minor.to_string(), self.currency.exponent() as usize);
        if exponent > 0 {
            let missing = (exponent + 1).saturating_sub(text.len());
            text.insert_str(0, &"000000"[..missing.min(6)]);
            text.insert(text.len() - exponent, '.');
        }
        text
    }
}

/// The digits of a whole number with its thousands separators taken out; `None` when a comma stands where none belongs.
fn ungrouped(whole: &str) -> Option<String> {
    if !whole.contains(',') {
        return Some(whole.to_owned());
    }
    let mut groups = whole.split(',');
    let first = groups.next().filter(|g| (1..=3).contains(&g.len()))?;
    groups.try_fold(first.to_owned(), |all, group| (group.len() == 3).then(|| all + group))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn money(amount: &str, code: &str) -> Result<Money, BadAmount> {
        Money::parse(amount, Currency::parse(code).expect("a code"))
    }

    #[test]
    fn each_currency_has_its_own_decimals() {
        assert_eq!(money("10000.5", "USD").unwrap().minor, 1_000_050, "cents");
        assert_eq!(money("48,000,000", "KRW").unwrap().minor, 48_000_000, "the won has no cents");
        assert_eq!(money("1.234", "KWD").unwrap().minor, 1_234, "the dinar has a thousand fils");
        assert_eq!(money("1.5", "KRW"), Err(BadAmount::TooPrecise), "half a won is a mistake, not a rounding");
        assert_eq!(money("1.00", "KRW").unwrap().minor, 1, "decimals that say nothing are no mistake");
    }

    #[test]
    fn what_is_not_an_amount_is_refused_with_its_reason() {
        for text in ["", "  ", "abc", "1,00", "1.2.3", ".", "12a", "١٢", "1e5", "NaN", "--1"] {
            assert_eq!(money(text, "USD"), Err(BadAmount::NotANumber), "{text:?}");
        }
        assert_eq!(money("-5", "USD"), Err(BadAmount::Negative), "a deal is worth nothing or something");
        assert_eq!(money("-0", "USD").unwrap().minor, 0, "minus nothing is nothing");
        assert_eq!(money(&"9".repeat(40), "USD"), Err(BadAmount::TooLarge), "and it does not overflow");
    }

    #[test]
    fn a_files_surplus_decimals_are_rounded() {
        let usd = Currency::parse("usd").unwrap();
        assert_eq!(Money::parse_rounding("10.005", usd).unwrap().minor, 1001, "half a cent goes up");
        let won = Currency::parse("KRW").unwrap();
        let end = Money::parse_rounding("9223372036854775807.9", won);
        assert_eq!(end, Err(BadAmount::TooLarge), "rounding does not run over the end of the numbers");
    }

    proptest! {
        #[test]
        fn an_amount_comes_back_as_it_was_written(minor in 0..=MAX_MINOR, code in "USD|KRW|JPY|KWD|EUR|XYZ") {
            let money = Money { minor, currency: Currency::parse(&code).unwrap() };
            prop_assert_eq!(Money::parse(&money.amount(), money.currency.clone()), Ok(money));
        }

        #[test]
        fn no_text_makes_the_reader_panic(text in ".{0,40}", code in "[A-Z]{3}") {
            let _ = Money::parse(&text, Currency::parse(&code).unwrap());
        }
    }
}
