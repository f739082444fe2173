//! The digits of a phone number in each form in which somebody may type a part of it.

use unicode_normalization::UnicodeNormalization;

use super::pattern::FEWEST_DIGITS;
use crate::domain::phone;

/// More digits than any number has, with an extension behind it.
const MOST_DIGITS: usize = 40;

/// The forms of the number `text` of a customer in `country`: with its country's code, as it is dialled inside that country, and
/// as it is written. What one form holds is not told as another.
pub fn forms(text: &str, country: Option<&str>) -> Vec<String> {
    let written = digits(text);
    let mut forms: Vec<String> = Vec::new();
    if written.len() < FEWEST_DIGITS {
        return forms;
    }
    if let Some(number) = phone::e164(text, country) {
        let at_home = phone::at_home(&number);
        forms.push(number.trim_start_matches('+').to_owned());
        forms.extend(at_home);
    }
    forms.push(written);
    let mut kept: Vec<String> = Vec::with_capacity(forms.len());
    for form in forms {
        if !kept.iter().any(|longer| longer.contains(&form)) {
            kept.push(form);
        }
    }
    kept
}

/// The digits of `text`.
pub fn digits(text: &str) -> String {
    text.nfkc().filter(char::is_ascii_digit).take(MOST_DIGITS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_found_by_any_form_of_it() {
        assert_eq!(
            forms("010-1234-5679", Some("KR")),
            ["821012345679", "01012345679"],
            "as dialled abroad and at home"
        );
        assert_eq!(forms("+82 10 1234 5679", None), ["821012345679", "01012345679"], "however it is written");
        assert_eq!(forms("(425) 555-0143", Some("US")), ["14255550143"], "the one holds the other");
        assert_eq!(forms("+39 06 698 12345", None), ["390669812345"], "in Italy the 0 belongs to the number");
        assert_eq!(forms("555 0100", None), ["5550100"], "of no country that is known");
        assert_eq!(forms("x12", None), [] as [&str; 0], "no number");
    }
}
