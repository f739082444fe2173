//! The terms that a lead is indexed by, and the spans of terms in which a word of a query is found.
//!
//! A term is a byte that says of what class it is and the letters. What they mean is said in `pattern`; how they are kept,
//! in `store::search`.

use std::ops::Range;

use super::fold;
use super::hangul;
use super::pattern::{Asked, Pattern};
use super::phones;
use super::query::Word;
use super::searched::Searched;
use crate::domain::desk::FoundIn;

/// Counts up when leads are indexed by other terms than before; the index is made anew then.
pub const TERM_RULES: u32 = 1;

/// So many letters of a term are kept. What is longer is compared with the lead itself.
const MOST_LETTERS: usize = 24;

/// Where a word is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// All that is searched.
    Lead = 0x00,
    Campaign = 0x10,
    Employees = 0x20,
}

/// A whole word, or its beginning.
const WORD: u8 = 1;
/// The rest of a word from its second letter on or later, beginning with two syllables.
const REST: u8 = 2;
/// What the syllables begin with that stand together in a word.
const INITIALS: u8 = 3;
/// The rest of these, of two or more.
const REST_OF_INITIALS: u8 = 4;

/// A number of terms.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    bytes: Vec<u8>,
    ends: Vec<u32>,
}

impl Terms {
    pub fn clear(&mut self) {
        self.bytes.clear();
        self.ends.clear();
    }

    pub fn push(&mut self, term: &[u8]) {
        self.bytes.extend_from_slice(term);
        self.ends.push(u32::try_from(self.bytes.len()).unwrap_or(u32::MAX));
    }

    pub fn iter(&self) -> impl Iterator<Item = &[u8]> {
        let begins = std::iter::once(0).chain(self.ends.iter().copied());
        begins.zip(&self.ends).map(|(from, until)| &self.bytes[from as usize..*until as usize])
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// How many bytes all of them have.
    pub fn bytes(&self) -> usize {
        self.bytes.len()
    }

    pub fn get(&self, place: usize) -> &[u8] {
        let from = if place == 0 { 0 } else { self.ends[place - 1] };
        &self.bytes[from as usize..self.ends[place] as usize]
    }

    /// Puts the terms of `searched` here.
    pub fn of(&mut self, searched: &Searched<'_>) {
        each_word(searched, |scope, word| self.word(scope, word));
    }

    /// Adds the terms that a word is found by.
    pub fn word(&mut self, scope: Scope, word: &[char]) {
        let scope = scope as u8;
        self.add(scope | WORD, word.iter().copied());
        let mut begins = true;
        for (at, letter) in word.iter().enumerate() {
            if hangul::initial(*letter).is_none() {
                begins = true;
                continue;
            }
            let rest = word[at..].iter().copied();
            let follows = |kind: fn(char) -> bool| word.get(at + 1).is_some_and(|next| kind(*next));
            if at > 0 && hangul::is_syllable(*letter) && follows(hangul::is_syllable) {
                self.add(scope | REST, rest.clone());
            }
            if begins {
                self.add(scope | INITIALS, rest.map_while(hangul::initial));
            } else if follows(|next| hangul::initial(next).is_some()) {
                self.add(scope | REST_OF_INITIALS, rest.map_while(hangul::initial));
            }
            begins = false;
        }
    }

    fn add(&mut self, class: u8, letters: impl Iterator<Item = char>) {
        self.bytes.push(class);
        let mut buffer = [0; 4];
        for letter in letters.take(MOST_LETTERS) {
            self.bytes.extend_from_slice(letter.encode_utf8(&mut buffer).as_bytes());
        }
        self.ends.push(u32::try_from(self.bytes.len()).unwrap_or(u32::MAX));
    }
}

/// Calls `each` with every word that a lead is indexed by, and with where it is looked for.
pub fn each_word(searched: &Searched<'_>, mut each: impl FnMut(Scope, &[char])) {
    let mut letters: Vec<char> = Vec::new();
    let mut of = |scope: Scope, text: &str, only_with_letters: bool| {
        fold::each_word(text, |word| {
            letters.clear();
            letters.extend(word.iter().map(|letter| letter.letter));
            if !only_with_letters || letters.iter().any(|letter| letter.is_alphabetic()) {
                each(scope, &letters);
            }
        });
    };
    for (field, text) in &searched.texts {
        of(Scope::Lead, text, *field == FoundIn::Phone);
    }
    if let Some(campaign) = searched.campaign {
        of(Scope::Campaign, campaign, false);
    }
    for text in &searched.employees {
        of(Scope::Employees, text, false);
    }
}

/// The phone numbers of a lead, as [`phones::forms`] has them.
pub fn phones(searched: &Searched<'_>) -> Vec<String> {
    let numbers = searched.texts.iter().filter(|(field, _)| *field == FoundIn::Phone);
    numbers.flat_map(|(_, text)| phones::forms(text, searched.country)).collect()
}

/// What to look up for a word of a query: it is found in a lead if any of the alternatives is.
#[derive(Clone, Debug)]
pub struct Lookup {
    /// Each a number of lookups that must all find something: one for a word, several for a number in groups.
    pub words: Vec<Spans>,
    /// What a phone number must hold.
    pub digits: Option<String>,
}

/// Spans of terms, any of which may be in the lead.
#[derive(Clone, Debug, Default)]
pub struct Spans {
    pub spans: Vec<Range<Vec<u8>>>,
    /// The word is longer than the terms: what is found may still not have it.
    pub cut: bool,
}

/// What to look up for `word` in `scope`.
pub fn lookup(word: &Word, scope: Scope) -> Lookup {
    let asked = Asked::of(word);
    let patterns = asked.word.into_iter().chain(asked.groups);
    Lookup {
        words: patterns.map(|pattern| spans(pattern, scope)).collect(),
        digits: asked.digits.filter(|_| scope == Scope::Lead),
    }
}

fn spans(mut pattern: Pattern, scope: Scope) -> Spans {
    let cut = pattern.len() > MOST_LETTERS;
    if cut {
        pattern.head.truncate(MOST_LETTERS);
        pattern.last = pattern.head.pop().map(|c| (c, c)).into_iter().collect();
    }
    let classes: &[u8] = match (pattern.initials, pattern.anywhere) {
        (true, _) if pattern.len() > 1 => &[INITIALS, REST_OF_INITIALS],
        (true, _) => &[INITIALS],
        (false, true) => &[WORD, REST],
        (false, false) => &[WORD],
    };
    let mut spans = Vec::new();
    for class in classes {
        let mut begin = vec![scope as u8 | *class];
        begin.extend(pattern.head.iter().collect::<String>().bytes());
        for (first, last) in &pattern.last {
            let mut from = begin.clone();
            from.extend(first.to_string().bytes());
            let mut until = begin.clone();
            until.extend(last.to_string().bytes());
            // Valid UTF-8 never holds this byte: whatever begins with the last letter is before it.
            until.push(0xff);
            spans.push(from..until);
        }
    }
    Spans { spans, cut }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(text: &str) -> Vec<(u8, String)> {
        let mut terms = Terms::default();
        terms.of(&Searched { texts: vec![(FoundIn::Customer, text)], ..Searched::default() });
        terms.iter().map(|term| (term[0], String::from_utf8(term[1..].to_vec()).unwrap())).collect()
    }

    #[test]
    fn a_word_is_kept_by_what_it_is_found_by() {
        let expected = [
            (WORD, "lg대한2팀"),
            (INITIALS, "ㄷㅎ"),
            (REST, "대한2팀"),
            (INITIALS, "ㅌ"),
            (WORD, "민국인"),
            (INITIALS, "ㅁㄱㅇ"),
            (REST, "국인"),
            (REST_OF_INITIALS, "ㄱㅇ"),
        ];
        let mut expected: Vec<_> = expected.map(|(class, text)| (class, text.to_owned())).into();
        let mut found = terms("LG대한2팀 민국인");
        expected.sort();
        found.sort();
        assert_eq!(found, expected, "no rest of one syllable, none of Latin letters");
    }

    #[test]
    fn a_hostile_text_has_terms_of_bounded_length() {
        let longest = terms(&"가".repeat(5_000)).into_iter().map(|(_, text)| text.chars().count()).max();
        assert_eq!(longest, Some(MOST_LETTERS), "and is compared itself where that is too short");
    }
}
