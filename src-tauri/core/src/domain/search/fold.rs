//! Letters as they are compared in a search, each with its place in the text: normal form C, small letters, letters of full width
//! as plain ones.
//!
//! A query and a lead's texts go through the same function, so that they cannot disagree.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::hangul;

/// A letter of a text as it is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letter {
    pub letter: char,
    /// What of the text it comes from, in bytes.
    pub from: usize,
    pub until: usize,
}

/// Calls `each` with the words of `text`: letters and digits that stand together.
pub fn each_word(text: &str, mut each: impl FnMut(&[Letter])) {
    let mut word: Vec<Letter> = Vec::new();
    each_letter(text, |letter, from, until| match letter {
        Some(letter) => word.push(Letter { letter, from, until }),
        None if word.is_empty() => {}
        None => {
            each(&word);
            word.clear();
        }
    });
    if !word.is_empty() {
        each(&word);
    }
}

/// The words of `text`.
pub fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    each_word(text, |word| words.push(word.iter().map(|letter| letter.letter).collect()));
    words
}

/// All letters and digits of `text` without what stands between them: how a field or one of its values is compared.
pub fn squeezed(text: &str) -> String {
    words(text).concat()
}

/// Whether `c` ends a word that it stands behind: an accent, for one, does not.
pub fn ends_word(c: char) -> bool {
    let mut ends = false;
    each_letter(c.encode_utf8(&mut [0; 4]), |letter, _, _| ends |= letter.is_none());
    ends
}

/// Calls `each` with every letter, and with `None` where a word ends.
pub fn each_letter(text: &str, mut each: impl FnMut(Option<char>, usize, usize)) {
    let mut chars = text.char_indices().peekable();
    while let Some((from, c)) = chars.next() {
        let mut until = from + c.len_utf8();
        let mut single = true;
        while let Some((at, next)) = chars.peek().copied().filter(|(_, next)| joins(*next)) {
            until = at + next.len_utf8();
            single = false;
            chars.next();
        }
        if single && (c.is_ascii() || hangul::is_syllable(c)) {
            let letter = if hangul::is_syllable(c) { Some(c) } else { Some(c.to_ascii_lowercase()) };
            each(letter.filter(|letter| !letter.is_ascii() || letter.is_ascii_alphanumeric()), from, until);
            continue;
        }
        for c in text[from..until].nfc() {
            folded(c, |letter| each(letter, from, until));
        }
    }
}

/// Whether `c` belongs to what stands before it: an accent, or the vowel or final consonant of a syllable that was taken apart.
fn joins(c: char) -> bool {
    let code = u32::from(c);
    (0x300..FIRST_SYLLABLE).contains(&code) && ((0x1160..=0x11ff).contains(&code) || is_combining_mark(c))
        || code > LAST_SYLLABLE && is_combining_mark(c)
}

const FIRST_SYLLABLE: u32 = 0xAC00;
const LAST_SYLLABLE: u32 = 0xD7A3;

fn folded(c: char, mut each: impl FnMut(Option<char>)) {
    let wide = ('\u{ff01}'..='\u{ff5e}').contains(&c);
    let c = if wide { char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c) } else { c };
    for c in c.to_lowercase() {
        let (first, second) = hangul::plain(c);
        if first.is_alphanumeric() {
            each(Some(first));
            if second.is_some() {
                each(second);
            }
        } else if !is_unseen(first) {
            each(None);
        }
    }
}

/// An accent that no letter carries, and signs that only say where a line may break: they do not end a word.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}') || is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_text_is_split_at_what_is_neither_letter_nor_digit() {
        let cases: [(&str, &[&str]); 8] = [
            ("Kim@Contoso.com", &["kim", "contoso", "com"]),
            ("대한민국물산(주) 2팀", &["대한민국물산", "주", "2팀"]),
            ("  ", &[]),
            ("ÉCOLE 🎉party", &["école", "party"]),
            ("ＡＢＣ１２３", &["abc123"]),
            ("co\u{ad}operate", &["cooperate"]),
            ("İstanbul", &["istanbul"]),
            ("ㄳ", &["ㄱㅅ"]),
        ];
        for (text, expected) in cases {
            assert_eq!(words(text), expected, "{text}");
        }
    }

    #[test]
    fn a_letter_knows_where_it_stands() {
        let mut found = Vec::new();
        each_word("é가", |word| found.extend(word.to_vec()));
        let decomposed: String = "é가".nfd().collect();
        let mut apart = Vec::new();
        each_word(&decomposed, |word| apart.extend(word.to_vec()));
        assert_eq!(found.iter().map(|l| l.letter).collect::<String>(), "é가");
        assert_eq!(apart.iter().map(|l| l.letter).collect::<String>(), "é가", "the same, taken apart");
        assert_eq!(apart.last().map(|l| (l.from, l.until)), Some((3, 9)), "a syllable of two letters of three bytes");
    }

    proptest! {
        #[test]
        fn words_are_the_same_in_both_normal_forms(text in "[a-zé가-힣ㄱ-ㅎ각 0-9Ａ-Ｚ\u{300}-\u{36f}\\PC]{0,20}") {
            let (composed, decomposed): (String, String) = (text.nfc().collect(), text.nfd().collect());
            prop_assert_eq!(words(&composed), words(&decomposed));
            prop_assert_eq!(words(&text), words(&composed));
        }
    }
}
