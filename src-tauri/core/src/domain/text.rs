//! Texts from outside, made fit to keep: one Unicode form, no control characters that break storage, bounded length.
//!
//! Nothing is escaped here: a text stays what it is, and whoever shows it shows it as text.

use unicode_normalization::UnicodeNormalization;

/// The longest text of one line (names, ids, addresses), in characters.
pub const MAX_LINE: usize = 500;
/// The longest text of several lines (notes), in characters.
pub const MAX_NOTES: usize = 20_000;

/// `text` trimmed, in Unicode normal form C (macOS types NFD), without NUL and other control characters but line
/// breaks and tabs; NBSP becomes a space. Marks that change the writing direction are part of the text and stay.
pub fn clean(text: &str) -> String {
    // Most texts are: nothing of these letters composes, and none of them goes.
    if text.chars().all(|c| matches!(c, ' '..='~' | '\u{ac00}'..='\u{d7a3}')) {
        return text.trim().to_owned();
    }
    let cleaned: String = text
        .nfc()
        .filter_map(|c| match c {
            '\n' | '\t' => Some(c),
            '\u{a0}' => Some(' '),
            c if c.is_control() => None,
            c => Some(c),
        })
        .collect();
    cleaned.trim().to_owned()
}

/// As [`clean`], but an empty text is no text.
pub fn cleaned(text: &str) -> Option<String> {
    Some(clean(text)).filter(|t| !t.is_empty())
}

/// As [`cleaned`], for a text that may be missing altogether.
pub fn cleaned_option(text: Option<&str>) -> Option<String> {
    text.and_then(cleaned)
}

/// `text` as it is compared in a search: normal form C, small letters.
pub fn folded(text: &str) -> String {
    text.nfc().flat_map(char::to_lowercase).collect()
}

/// A person's whole name in the order its language writes it: Korean, Chinese and Japanese names put the family name
/// first and leave no space.
pub fn whole_name(given: Option<&str>, family: Option<&str>) -> String {
    let (given, family) = (given.unwrap_or_default().trim(), family.unwrap_or_default().trim());
    let east_asian =
        |s: &str| !s.is_empty() && s.chars().all(|c| matches!(c, '\u{ac00}'..='\u{d7a3}' | '\u{4e00}'..='\u{9fff}'));
    if east_asian(given) && east_asian(family) {
        format!("{family}{given}")
    } else {
        format!("{given} {family}").trim().to_owned()
    }
}

/// The sign at the end of a text that is longer than the format takes.
const CUT: char = '…';

/// `text`, or as much of it as `max` characters hold with a sign that it goes on.
pub fn cut(text: &str, max: usize) -> std::borrow::Cow<'_, str> {
    match text.char_indices().nth(max.saturating_sub(1)) {
        Some((at, last)) if text.len() > at + last.len_utf8() => {
            let mut short = text[..at].trim_end().to_owned();
            short.push(CUT);
            short.into()
        }
        _ => text.into(),
    }
}

/// Whether `cell` is `whole` as [`cut`] shortens it: no news of a text that we have in full.
pub fn is_cut_of(cell: &str, whole: &str) -> bool {
    cell.strip_suffix(CUT)
        .is_some_and(|start| !start.is_empty() && start.len() < whole.len() && whole.starts_with(start))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nul_goes_and_meaning_stays() {
        assert_eq!(clean(" a\0b\u{7}\r\nc\t "), "ab\nc", "control characters would break storage or layout");
        assert_eq!(clean("<b>한\u{202e}글</b>"), "<b>한\u{202e}글</b>", "markup and direction marks are only text");
        assert_eq!(cleaned(" \u{a0} "), None, "blanks are no text");
    }

    #[test]
    fn a_mac_and_a_pc_type_the_same_korean() {
        let decomposed = "\u{1103}\u{1162}\u{1112}\u{1161}\u{11ab}";
        assert_eq!(clean(decomposed), "대한", "NFD becomes NFC");
        assert_eq!(folded("ÀB"), "àb", "search knows no capitals");
    }

    #[test]
    fn names_follow_their_language() {
        assert_eq!(whole_name(Some("민수"), Some("김")), "김민수", "family name first, no space");
        assert_eq!(whole_name(Some("Sue"), Some("Smith")), "Sue Smith", "given name first");
        assert_eq!(whole_name(None, Some("Smith")), "Smith", "half a name is a name");
    }

    #[test]
    fn a_text_that_is_too_long_says_that_it_goes_on() {
        assert_eq!(cut("한글 이름", 5), "한글 이름", "exactly as long as allowed");
        assert_eq!(cut("한글 이름이", 4), "한글…", "letters are counted, and no blank stands before the sign");
        assert!(is_cut_of("한글…", "한글 이름이"), "it is known again");
        assert!(!is_cut_of("한글", "한글 이름이"), "a text without the sign is a text of its own");
        assert!(!is_cut_of("…", "한글"), "and the sign alone is nobody's beginning");
    }

    proptest! {
        #[test]
        fn what_is_cut_is_known_again(text in "\\PC{0,40}", max in 2..20_usize) {
            let short = cut(&text, max);
            prop_assert!(short.chars().count() <= max);
            prop_assert!(*short == text || short == "…" || is_cut_of(&short, &text));
        }
    }
}
