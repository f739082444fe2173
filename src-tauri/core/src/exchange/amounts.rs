//! Amounts as tables of other programs write them: with a sign of the currency, with a comma before the decimals.

use super::format::DecimalMark;
use super::report::RefusedReason;
use super::values::{self, Fault};
use crate::domain::money::Money;

/// A sign or a word in an amount and the currency that it means beyond doubt.
const SIGNS: [(&str, &str); 9] = [
    ("₩", "KRW"),
    ("￦", "KRW"),
    ("원", "KRW"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("US$", "USD"),
    ("円", "JPY"),
    ("₹", "INR"),
    ("₫", "VND"),
];

/// Currencies that CRMs write out, folded.
const NAMES: [(&str, &str); 12] = [
    ("usdollar", "USD"),
    ("미국달러", "USD"),
    ("달러", "USD"),
    ("euro", "EUR"),
    ("유로", "EUR"),
    ("won", "KRW"),
    ("koreanwon", "KRW"),
    ("southkoreanwon", "KRW"),
    ("원", "KRW"),
    ("원화", "KRW"),
    ("yen", "JPY"),
    ("japaneseyen", "JPY"),
];

/// The ISO code that a cell means, if any.
pub(super) fn currency(text: &str) -> Option<String> {
    let text = text.trim();
    if text.len() == 3 && text.bytes().all(|b| b.is_ascii_alphabetic()) {
        return Some(text.to_ascii_uppercase());
    }
    let name = super::columns::folded(text);
    NAMES
        .iter()
        .find(|(n, _)| *n == name)
        .or_else(|| SIGNS.iter().find(|(s, _)| *s == text))
        .map(|(_, c)| (*c).to_owned())
}

/// The number in `text` with a point, and the currency that stands beside it.
pub(super) fn plain(text: &str, mark: DecimalMark) -> (String, Option<&'static str>) {
    let found = SIGNS.iter().find(|(sign, _)| text.contains(sign));
    let mut number = text.to_owned();
    for (sign, _) in SIGNS {
        number = number.replace(sign, "");
    }
    let number: String =
        number.chars().filter(|c| !c.is_whitespace() && !matches!(c, '$' | '¥' | '\'' | '’')).collect();
    let number = match mark {
        DecimalMark::Point => number,
        DecimalMark::Comma => number.replace('.', "").replace(',', "."),
    };
    (number, found.map(|(_, code)| *code))
}

/// An amount by the rules of a mapping; `default` is the currency of a row that tells none.
pub(super) fn money(
    (amount_key, amount): (&str, Option<&str>),
    (currency_key, told): (&str, Option<&str>),
    mark: DecimalMark,
    default: Option<&str>,
) -> Result<Option<Money>, Fault> {
    let Some(text) = amount else { return Ok(None) };
    let (mut number, beside) = plain(text, mark);
    let mut code = beside.map(str::to_owned);
    // `USD 1,000`, `1000 krw`
    let letters: String = number.chars().filter(char::is_ascii_alphabetic).collect();
    if letters.len() == 3 && (number.starts_with(&letters) || number.ends_with(&letters)) {
        number = number.replace(&letters, "");
        code = Some(letters);
    }
    if let Some(told) = told {
        code = Some(currency(told).ok_or_else(|| Fault::at(RefusedReason::BadCurrency, currency_key, Some(told)))?);
    }
    let code = code.as_deref().or(default);
    values::money((amount_key, Some(&number)), (currency_key, code)).map_err(|fault| Fault {
        value: fault.value.as_deref().filter(|v| *v != number).map(str::to_owned).or(Some(text.to_owned())),
        ..fault
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_with_signs_and_with_either_mark() {
        let read = |text: &str, currency: Option<&str>, mark| {
            money(("a", Some(text)), ("c", currency), mark, Some("USD"))
                .unwrap()
                .map(|m| (m.amount(), m.currency.code().to_owned()))
        };
        let is = |amount: &str, code: &str| Some((amount.to_owned(), code.to_owned()));
        assert_eq!(read("₩48,000,000", None, DecimalMark::Point), is("48000000", "KRW"), "the sign is the currency");
        assert_eq!(read("5,000원", None, DecimalMark::Point), is("5000", "KRW"), "or its word");
        assert_eq!(
            read("$1,234.50", None, DecimalMark::Point),
            is("1234.50", "USD"),
            "a dollar may be any: the default"
        );
        assert_eq!(read("1.234,50 €", None, DecimalMark::Comma), is("1234.50", "EUR"), "the comma before the cents");
        assert_eq!(read("EUR 12", None, DecimalMark::Point), is("12.00", "EUR"), "a code beside the number");
        assert_eq!(read("12", Some("US Dollar"), DecimalMark::Point), is("12.00", "USD"), "as Dynamics writes it");
    }
}
