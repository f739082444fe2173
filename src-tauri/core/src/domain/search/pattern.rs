//! A word of a query as it is compared with the words of a text.
//!
//! The rules of what a word finds stand here once: the look at every lead, the marks in a list's rows and the ranges that are
//! looked up in the index are all made of a [`Pattern`].

use super::hangul;
use super::query::Word;

/// So many digits, at least, are looked for inside of phone numbers.
pub const FEWEST_DIGITS: usize = 3;

/// A word of a query, ready to be compared.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// All letters but the last.
    pub head: Vec<char>,
    /// What the last letter may be: first and last of one or two spans of letters.
    pub last: Vec<(char, char)>,
    /// It begins with two syllables, and so is found anywhere in a word.
    pub anywhere: bool,
    /// It is of initial consonants only.
    pub initials: bool,
    /// It is of digits only, and of enough of them to be looked for in phone numbers.
    pub digits: bool,
}

impl Pattern {
    /// `None` of a word without a letter.
    pub fn new(text: &str, open: bool) -> Option<Self> {
        let mut head: Vec<char> = text.chars().collect();
        let end = head.pop()?;
        let initials = hangul::is_consonant(end) && head.iter().all(|c| hangul::is_consonant(*c));
        let half = head.last().is_some_and(|c| hangul::is_syllable(*c)).then(|| hangul::beginning_with(end)).flatten();
        let last = match (hangul::with_any_final(end), half) {
            (Some(any), _) if open => vec![any],
            (_, Some(any)) if open => vec![any, (end, end)],
            _ => vec![(end, end)],
        };
        let second = head.get(1).copied().unwrap_or(last[0].0);
        let anywhere = head.first().is_some_and(|c| hangul::is_syllable(*c)) && hangul::is_syllable(second);
        let digits = head.len() + 1 >= FEWEST_DIGITS && text.bytes().all(|b| b.is_ascii_digit());
        Some(Self { head, last, anywhere, initials, digits })
    }

    pub fn len(&self) -> usize {
        self.head.len() + 1
    }

    /// Where in `word` it is found: the first letter and how many.
    pub fn find(&self, word: &[char]) -> Option<(usize, usize)> {
        if self.initials {
            return self.find_initials(word);
        }
        let found = |at: &usize| self.is_at(word, *at);
        let inside = |at: &usize| {
            let two = word.get(*at..*at + 2);
            self.anywhere && two.is_some_and(|two| two.iter().all(|c| hangul::is_syllable(*c)))
        };
        let at = Some(0).filter(found).or_else(|| (1..word.len()).filter(inside).find(found))?;
        Some((at, self.len()))
    }

    fn is_at(&self, word: &[char], at: usize) -> bool {
        let Some(rest) = word.get(at..).filter(|rest| rest.len() >= self.len()) else { return false };
        let last = rest[self.head.len()];
        rest.starts_with(&self.head) && self.last.iter().any(|(from, until)| (*from..=*until).contains(&last))
    }

    /// Among what Korean letters that stand together begin with: at their beginning, and from two consonants on anywhere.
    fn find_initials(&self, word: &[char]) -> Option<(usize, usize)> {
        let initials: Vec<Option<char>> = word.iter().map(|c| hangul::initial(*c)).collect();
        let wanted: Vec<Option<char>> =
            self.head.iter().copied().chain(self.last.first().map(|(c, _)| *c)).map(Some).collect();
        let at = (0..initials.len()).find(|at| {
            let begins = *at == 0 || initials[at - 1].is_none();
            (begins || wanted.len() > 1) && initials[*at..].starts_with(&wanted)
        })?;
        Some((at, wanted.len()))
    }
}

/// What a word of a query asks: the word itself, or, of a number that was typed in groups, each of its groups.
#[derive(Clone, Debug)]
pub struct Asked {
    /// `None` of a number in groups, which as a whole is only looked for among phone numbers.
    pub word: Option<Pattern>,
    /// The digits that a phone number must hold.
    pub digits: Option<String>,
    /// All of these instead.
    pub groups: Vec<Pattern>,
}

impl Asked {
    pub fn of(word: &Word) -> Self {
        let pattern = Pattern::new(&word.text, word.open);
        let digits = pattern.as_ref().is_some_and(|pattern| pattern.digits).then(|| word.text.clone());
        let groups: Vec<Pattern> = word.groups.iter().filter_map(|group| Pattern::new(group, false)).collect();
        Self { word: pattern.filter(|_| groups.is_empty()), digits, groups }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(query: &str, open: bool, word: &str) -> Option<(usize, usize)> {
        let word: Vec<char> = word.chars().collect();
        Pattern::new(query, open)?.find(&word)
    }

    #[test]
    fn a_word_is_found_by_its_beginning_and_korean_from_two_syllables_on_anywhere() {
        let cases = [
            ("north", "northwind", Some((0, 5))),
            ("wind", "northwind", None),
            ("민국", "대한민국", Some((2, 2))),
            ("국", "대한민국", None),
            ("대", "대한민국", Some((0, 1))),
            ("전자", "lg전자", Some((2, 2))),
            ("lg", "lg전자", Some((0, 2))),
            ("민국a", "대한민국a", Some((2, 3))),
            ("a민국", "대a민국", None),
        ];
        for (query, word, expected) in cases {
            assert_eq!(finds(query, false, word), expected, "{query} in {word}");
        }
    }

    #[test]
    fn initial_consonants_find_what_begins_with_them() {
        let cases = [
            ("ㄷㅎㅁㄱ", "대한민국", Some((0, 4))),
            ("ㅁㄱ", "대한민국", Some((2, 2))),
            ("ㅁ", "대한민국", None),
            ("ㄷ", "대한민국", Some((0, 1))),
            ("ㅈ", "lg전자", Some((2, 1))),
            ("ㅋㅋ", "ㅋㅋㅋ", Some((0, 2))),
            ("ㄷㅎ", "대x한", None),
        ];
        for (query, word, expected) in cases {
            assert_eq!(finds(query, false, word), expected, "{query} in {word}");
        }
    }

    #[test]
    fn what_is_still_being_typed_finds_what_it_may_become() {
        assert_eq!(finds("민구", true, "대한민국"), Some((2, 2)), "국 is 구 with a final consonant");
        assert_eq!(finds("민구", false, "대한민국"), None, "a blank behind it says that it is whole");
        assert_eq!(finds("대한ㅁ", true, "대한민국"), Some((0, 3)), "민 begins with ㅁ");
        assert_eq!(finds("민ㄱ", true, "대한민국"), Some((2, 2)), "and so does the second of two syllables");
        assert_eq!(finds("대한ㅁ", false, "대한민국"), None, "it is whole");
        assert_eq!(finds("대한ㅁ", false, "대한ㅁ"), Some((0, 3)), "and found as it is");
    }
}
