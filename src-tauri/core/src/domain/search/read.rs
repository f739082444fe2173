//! Reading a query: `country:KR value:>10000 -is:contacted spring`.
//!
//! Nothing is refused: what is not understood is told in its part and asks nothing. However long a text is, only so much of it is
//! looked at.

use unicode_normalization::char::is_combining_mark;

use super::fields::{self, DUE, FIELDS, FLAGS, Named, OUTCOMES, PRESENCE, REASONS, STAGES, TYPES, find, known};
use super::fold::{ends_word, squeezed, words};
use super::query::*;
use super::values::{self, Way};
use crate::domain::lead::Outcome;
use crate::domain::money::Currency;
use crate::domain::phone;

/// So many parts are looked at, and so many words.
const MOST_PARTS: usize = 32;
/// So many letters of a query are looked at.
const MOST_LETTERS: usize = 2_000;
/// A word of more letters is in no text.
const LONGEST_WORD: usize = 500;

/// Reads a query.
pub fn read(text: &str, moment: Moment) -> Query {
    let mut query = Query::default();
    let mut numbers: Vec<String> = Vec::new();
    let (tokens, rest) = tokens(text);
    for token in tokens {
        let part = match token.field() {
            None if token.is_number() => {
                numbers.extend(words(&token.value()));
                token.part(None, false, token.value())
            }
            None => {
                number(&mut query, &mut numbers);
                let mut part = token.part(None, false, token.value());
                for word in token.words() {
                    part.problem = take(&mut query, word).or(part.problem);
                }
                part
            }
            Some((not, name, value)) => {
                number(&mut query, &mut numbers);
                filter(&mut query, &token, not, &name, value, moment)
            }
        };
        query.parts.push(part);
    }
    number(&mut query, &mut numbers);
    if let Some((from, until)) = rest {
        let value = String::new();
        query.parts.push(Part { from, until, field: None, not: false, value, problem: Some(Problem::TooMany) });
    }
    query
}

/// Takes the numbers that stood together: one alone as a word, several as the groups of one.
fn number(query: &mut Query, groups: &mut Vec<String>) {
    let groups = std::mem::take(groups);
    let text = groups.concat();
    if groups.len() == 1 || text.len() < super::pattern::FEWEST_DIGITS {
        for text in groups {
            take(query, Word { text, open: false, groups: Vec::new() });
        }
    } else if !text.is_empty() {
        take(query, Word { text, open: false, groups });
    }
}

fn take(query: &mut Query, word: Word) -> Option<Problem> {
    if query.words.len() >= MOST_PARTS || word.text.chars().count() > LONGEST_WORD {
        return Some(Problem::TooMany);
    }
    query.words.push(word);
    None
}

/// Letters, and whether each stood in quotes.
type Letters<'a> = &'a [(char, bool)];

/// What stands between blanks.
struct Token {
    /// In UTF-16 units.
    from: u32,
    until: u32,
    /// Each letter, and whether it stood in quotes; the quotes themselves are not among them.
    letters: Vec<(char, bool)>,
    /// Nothing follows: what it ends with is still being typed.
    open: bool,
}

/// The tokens of `text`, and where what is not looked at begins and ends.
fn tokens(text: &str) -> (Vec<Token>, Option<(u32, u32)>) {
    let mut tokens: Vec<Token> = Vec::new();
    let mut token: Option<Token> = None;
    let (mut at, mut quoted) = (0, false);
    for (count, c) in text.chars().enumerate() {
        let begins = token.is_none() && !c.is_whitespace();
        if count >= MOST_LETTERS || (begins && tokens.len() >= MOST_PARTS) {
            let end = u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX);
            let begin = token.as_ref().map_or(at, |token| token.from);
            return (tokens, Some((begin, end)));
        }
        let after = at + u32::from(c.len_utf16() == 2) + 1;
        if c.is_whitespace() && !quoted {
            tokens.extend(token.take().map(|token| Token { open: false, ..token }));
        } else {
            let token = token.get_or_insert(Token { from: at, until: at, letters: Vec::new(), open: true });
            token.until = after;
            if matches!(c, '"' | '“' | '”') {
                quoted = !quoted;
                token.open = false;
            } else {
                token.open = true;
                token.letters.push((c, quoted));
            }
        }
        at = after;
    }
    tokens.extend(token);
    (tokens, None)
}

impl Token {
    fn part(&self, field: Option<Field>, not: bool, value: String) -> Part {
        Part { from: self.from, until: self.until, field, not, value, problem: None }
    }

    fn value(&self) -> String {
        text_of(&self.letters)
    }

    /// Whether it asks a field: `-`, the name and the value.
    fn field(&self) -> Option<(bool, String, Letters<'_>)> {
        let not = self.letters.first().is_some_and(|letter| *letter == ('-', false));
        let letters = &self.letters[usize::from(not)..];
        let end = letters.iter().position(|(c, quoted)| *quoted || !is_of_name(*c))?;
        let (name, value) = (text_of(&letters[..end]), &letters[end + 1..]);
        let colon = matches!(letters[end], (':' | '：', false)) && end > 0;
        // The address of a page is no field.
        (colon && !text_of(value).starts_with("//")).then_some((not, name, value))
    }

    /// Whether it is a number as phone numbers are written, or a part of one.
    fn is_number(&self) -> bool {
        let sign = |c: char| matches!(c, '+' | '-' | '(' | ')' | '.' | '/' | '＋' | '－' | '（' | '）');
        let digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
        self.letters.iter().all(|(c, quoted)| !quoted && (sign(*c) || digit(*c)))
            && self.letters.iter().any(|(c, _)| digit(*c))
    }

    fn words(&self) -> Vec<Word> {
        words_of(&self.letters, self.open)
    }
}

/// Whether a field's name may have `c` in it; accents are signs of their own on a Mac.
fn is_of_name(c: char) -> bool {
    c.is_alphabetic() || is_combining_mark(c) || matches!(c, '-' | '_')
}

fn text_of(letters: Letters<'_>) -> String {
    letters.iter().map(|(c, _)| *c).collect()
}

/// The words of a text; the last is still being typed if the text is, and no sign stands behind it.
fn words_of(letters: Letters<'_>, open: bool) -> Vec<Word> {
    let text = text_of(letters);
    let mut found: Vec<Word> =
        words(&text).into_iter().map(|text| Word { text, open: false, groups: Vec::new() }).collect();
    let ends = letters.last().is_some_and(|(c, _)| !ends_word(*c));
    if let Some(last) = found.last_mut().filter(|_| open && ends) {
        last.open = true;
    }
    found
}

fn filter(query: &mut Query, token: &Token, not: bool, name: &str, value: Letters<'_>, moment: Moment) -> Part {
    let text = text_of(value);
    let Some(field) = find(&FIELDS, name).copied() else {
        let problem = Some(Problem::UnknownField { nearest: fields::nearest(name) });
        return Part { problem, ..token.part(None, not, text) };
    };
    let asked = Asking { field, name, value, text: &text, open: token.open, moment };
    let problem = match asked.test() {
        Ok(test) => {
            query.filters.push(Filter { not, test });
            None
        }
        Err(problem) => Some(problem),
    };
    Part { problem, ..token.part(Some(field), not, text) }
}

/// A field and what is asked of it.
struct Asking<'a> {
    field: Field,
    name: &'a str,
    value: Letters<'a>,
    text: &'a str,
    open: bool,
    moment: Moment,
}

impl Asking<'_> {
    fn test(&self) -> Result<Test, Problem> {
        if self.text.trim().is_empty() {
            return Err(Problem::NoValue);
        }
        if let Some(set) = find(&PRESENCE, self.text).filter(|_| self.may_be_empty()) {
            return Ok(if *set { Test::With(self.field) } else { Test::Without(self.field) });
        }
        match self.field {
            Field::Type => Ok(Test::Type(self.among(&TYPES)?.concat())),
            Field::Stage => self.among(&STAGES).map(Test::Stage),
            Field::Outcome => self.outcomes().map(Test::Outcome),
            Field::Is => self.among(&FLAGS).map(Test::Is),
            Field::Reason => Ok(Test::Reason(self.among(&REASONS)?.into_iter().filter_map(fields::reason).collect())),
            Field::Country => self.countries().map(Test::Country),
            Field::Currency => self.currencies().map(Test::Currency),
            Field::Value => values::amounts(self.text).map(Test::Value),
            Field::Received => values::instants(self.text, Way::Back, self.moment).map(Test::Received),
            Field::Respond => values::instants(self.text, Way::Ahead, self.moment).map(Test::RespondBy),
            Field::Purchase => values::days(self.text, self.moment).map(Test::Purchase),
            Field::FollowUp if DUE.is(&squeezed(self.text)) => Ok(Test::FollowUp(values::until_today(self.moment))),
            Field::FollowUp => values::days(self.text, self.moment).map(Test::FollowUp),
            Field::Campaign => self.words().map(Test::Campaign),
            Field::Employee => self.words().map(Test::Employee),
        }
    }

    fn may_be_empty(&self) -> bool {
        !matches!(self.field, Field::Type | Field::Stage | Field::Is | Field::Received | Field::Respond)
    }

    /// The values between commas, each with whether it stood in quotes, without those that are still empty.
    fn values(&self) -> Vec<Letters<'_>> {
        let values = self.value.split(|letter| matches!(letter, (',' | '，' | '、', false)));
        values.filter(|value| !text_of(value).trim().is_empty()).collect()
    }

    fn among<T: Clone>(&self, names: &[Named<T>]) -> Result<Vec<T>, Problem> {
        let unknown = || Problem::UnknownValue { known: known(names, self.name) };
        let found = self.values().into_iter().map(|value| find(names, &text_of(value)).cloned().ok_or_else(unknown));
        self.some(found.collect::<Result<_, _>>()?)
    }

    fn some<T>(&self, values: Vec<T>) -> Result<Vec<T>, Problem> {
        if values.is_empty() { Err(Problem::NoValue) } else { Ok(values) }
    }

    /// What stands in quotes is meant as it came from another source.
    fn outcomes(&self) -> Result<Vec<Outcome>, Problem> {
        let unknown = || Problem::UnknownValue { known: known(&OUTCOMES, self.name) };
        let one = |value: Letters<'_>| match find(&OUTCOMES, &text_of(value)) {
            Some(outcome) => Ok(outcome.clone()),
            None if value.iter().all(|(_, quoted)| *quoted) => Ok(Outcome::parse(&text_of(value))),
            None => Err(unknown()),
        };
        self.some(self.values().into_iter().map(one).collect::<Result<_, _>>()?)
    }

    /// A country by its code or, of the larger ones, its name: leads have either.
    fn countries(&self) -> Result<Vec<String>, Problem> {
        let mut countries = Vec::new();
        for value in self.values() {
            let text = text_of(value);
            countries.push(squeezed(&text));
            countries.extend(phone::country_code(&text).map(|code| code.to_lowercase()));
        }
        countries.retain(|country| !country.is_empty());
        self.some(countries)
    }

    fn currencies(&self) -> Result<Vec<Currency>, Problem> {
        let unknown = || Problem::UnknownValue { known: ["USD", "EUR", "KRW", "JPY", "GBP"].map(str::to_owned).into() };
        let one = |value: Letters<'_>| Currency::parse(&squeezed(&text_of(value))).ok_or_else(unknown);
        self.some(self.values().into_iter().map(one).collect::<Result<_, _>>()?)
    }

    fn words(&self) -> Result<Vec<Vec<Word>>, Problem> {
        let values = self.values();
        let last = values.len().saturating_sub(1);
        let open = |at: usize| self.open && at == last && self.value.last().is_some_and(|(c, _)| *c != ',');
        let mut found: Vec<Vec<Word>> =
            values.iter().enumerate().map(|(at, value)| words_of(value, open(at))).collect();
        found.retain(|words| !words.is_empty());
        if found.iter().map(Vec::len).sum::<usize>() > MOST_PARTS {
            return Err(Problem::TooMany);
        }
        self.some(found)
    }
}

#[cfg(test)]
#[path = "read_tests.rs"]
mod tests;
