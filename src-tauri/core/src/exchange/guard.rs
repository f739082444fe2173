//! Cells that a spreadsheet would run: made harmless in a CSV that goes out, and put right again in one that comes in.
//!
//! A cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return gets an apostrophe before it, which spreadsheets take
//! for "this is text". A phone number that begins with `+` is left as it is: digits, blanks, brackets, hyphens, dots and
//! slashes alone are no formula that could do harm. XLSX has types, so nothing of this is done there.

use std::borrow::Cow;

/// `text` as a cell that no spreadsheet runs.
pub fn guarded(text: &str) -> Cow<'_, str> {
    if runs(text.trim_start_matches('\'')) && !is_phone(text) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text that [`guarded`] made `cell` of.
pub fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if runs(text.trim_start_matches('\'')) => text,
        _ => cell,
    }
}

/// Whether a spreadsheet would run it; some take the wide signs of East Asian keyboards too.
fn runs(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'])
}

fn is_phone(text: &str) -> bool {
    text.strip_prefix('+').is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_ascii_digit() || c == '(')
            && rest.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '(' | ')' | '-' | '.' | '/'))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_runs_is_made_text_and_a_phone_stays_a_phone() {
        for cell in ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1", "+82-2;=1"] {
            assert_eq!(guarded(cell), format!("'{cell}"), "a spreadsheet would run {cell:?}");
        }
        for cell in ["+82 2-555-0172", "+1 (425) 555.0100", "a=b", "", "'quoted'", "5 - 3", "-"] {
            let expected = if cell == "-" { "'-" } else { cell };
            assert_eq!(guarded(cell), expected, "{cell:?} is no formula");
        }
    }

    proptest! {
        #[test]
        fn every_text_comes_back(text in "['=+@\\-\\t0-9a-z ]{0,8}") {
            let cell = guarded(&text);
            prop_assert_eq!(unguarded(&cell), text.as_str());
        }
    }
}
