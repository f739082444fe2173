//! Where in a lead the words of a query are found: the marks in a list's rows.
//!
//! Marks count UTF-16 units, as the window does. Whether a lead is found at all is not decided here.

use super::fold::{Letter, each_word};
use super::pattern::{Asked, Pattern};
use super::phones;
use super::query::Word;
use super::searched::Searched;
use crate::domain::desk::{FoundIn, Hit};

/// So many letters of another field are shown, with the signs that it goes on.
const SNIPPET: usize = 80;
/// So many of them stand before what was found, if as many do.
const BEFORE: usize = 24;
/// A text is marked so often at most.
const MOST_MARKS: usize = 100;
const GOES_ON: char = '…';

/// What a row of the list shows of its lead.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    pub customer: &'a str,
    pub headline: &'a str,
}

/// Where `words` are found: the marks in what the row shows, and, of each word that is found in neither, the first other text that
/// has it.
pub fn hits(words: &[Word], shown: Shown<'_>, searched: &Searched<'_>) -> Vec<Hit> {
    let asked: Vec<Asked> = words.iter().map(Asked::of).collect();
    let mut hits: Vec<Hit> = Vec::new();
    let mut seen = vec![false; asked.len()];
    for (field, text) in [(FoundIn::Customer, shown.customer), (FoundIn::Headline, shown.headline)] {
        let marks = marks(text, &asked, &mut seen);
        if !marks.is_empty() {
            hits.push(Hit { field, text: None, marks: in_utf16(text, &marks) });
        }
    }
    for (field, text) in &searched.texts {
        if seen.iter().all(|seen| *seen) {
            break;
        }
        let unseen: Vec<usize> = (0..asked.len()).filter(|at| !seen[*at]).collect();
        let wanted: Vec<Asked> = unseen.iter().map(|at| asked[*at].clone()).collect();
        let mut found = vec![false; wanted.len()];
        let mut marks = if *field == FoundIn::Phone {
            number(text, searched.country, &wanted, &mut found)
        } else {
            marks(text, &wanted, &mut found)
        };
        if marks.is_empty() {
            continue;
        }
        for (at, found) in unseen.into_iter().zip(found) {
            seen[at] |= found;
        }
        let snippet = snippet(text, &mut marks);
        hits.push(Hit { field: *field, marks: in_utf16(&snippet, &marks), text: Some(snippet) });
    }
    hits
}

type Marks = Vec<(usize, usize)>;

/// What of `text` each of `asked` is found in, in bytes, in order; notes in `found` which were.
fn marks(text: &str, asked: &[Asked], found: &mut [bool]) -> Marks {
    let mut marks = Marks::new();
    let mut letters: Vec<char> = Vec::new();
    // Of a number in groups each group must be there.
    let mut groups: Vec<Vec<bool>> = asked.iter().map(|asked| vec![false; asked.groups.len()]).collect();
    let mut of_groups: Vec<(usize, (usize, usize))> = Vec::new();
    each_word(text, |word| {
        letters.clear();
        letters.extend(word.iter().map(|letter| letter.letter));
        for (at, asked) in asked.iter().enumerate() {
            if let Some(mark) = asked.word.as_ref().and_then(|pattern| mark(pattern, &letters, word)) {
                marks.push(mark);
                found[at] = true;
            }
            for (group, pattern) in asked.groups.iter().enumerate() {
                if let Some(mark) = mark(pattern, &letters, word) {
                    of_groups.push((at, mark));
                    groups[at][group] = true;
                }
            }
        }
    });
    for (at, groups) in groups.iter().enumerate().filter(|(_, groups)| !groups.is_empty()) {
        if groups.iter().all(|found| *found) {
            marks.extend(of_groups.iter().filter(|(of, _)| *of == at).map(|(_, mark)| *mark));
            found[at] = true;
        }
    }
    joined(marks)
}

fn mark(pattern: &Pattern, letters: &[char], word: &[Letter]) -> Option<(usize, usize)> {
    let (at, count) = pattern.find(letters)?;
    Some((word[at].from, word[at + count - 1].until))
}

/// The same of a phone number: its digits are found in whatever form it was typed, and marked where they are written.
fn number(text: &str, country: Option<&str>, asked: &[Asked], found: &mut [bool]) -> Marks {
    let mut marks = marks(text, asked, found);
    let mut places: Vec<(usize, usize)> = Vec::new();
    for (at, c) in text.char_indices() {
        let digits = phones::digits(c.encode_utf8(&mut [0; 4])).len();
        places.extend(std::iter::repeat_n((at, at + c.len_utf8()), digits));
    }
    let written = phones::digits(text);
    let forms = phones::forms(text, country);
    for (at, asked) in asked.iter().enumerate() {
        let Some(digits) = &asked.digits else { continue };
        let Some((form, place)) = forms.iter().find_map(|form| Some((form, form.find(digits.as_str())?))) else {
            continue;
        };
        found[at] = true;
        let (from, until) = match written.find(digits.as_str()) {
            Some(from) => (from, from + digits.len()),
            None => {
                // All forms of a number end alike: what of the form is not written stands at its beginning.
                let same =
                    form.bytes().rev().zip(written.bytes().rev()).take_while(|(one, other)| one == other).count();
                let at = |place: usize| (place + written.len()).saturating_sub(form.len());
                let from = place.max(form.len() - same);
                (at(from), at(place + digits.len()))
            }
        };
        let all = places.first().zip(places.get(written.len().saturating_sub(1)));
        let marked =
            places.get(from).zip(until.checked_sub(1).filter(|last| *last >= from).and_then(|last| places.get(last)));
        marks.extend(marked.or(all).map(|(first, last)| (first.0, last.1)));
    }
    joined(marks)
}

/// In order, those that overlap or touch made one.
fn joined(mut marks: Marks) -> Marks {
    marks.sort_unstable();
    let mut joined: Marks = Vec::with_capacity(marks.len());
    for (from, until) in marks {
        match joined.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(until),
            _ => joined.push((from, until)),
        }
    }
    joined.truncate(MOST_MARKS);
    joined
}

/// What is shown of `text` around its first mark; `marks` are those of the snippet then.
fn snippet(text: &str, marks: &mut Marks) -> String {
    let text_of_one_line = |c: char| if c.is_control() { ' ' } else { c };
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let first = marks.first().map_or(0, |(from, _)| chars.partition_point(|(at, _)| at < from));
    let (begin, end) = if chars.len() <= SNIPPET {
        (0, chars.len())
    } else {
        let begin = first.saturating_sub(BEFORE).min(chars.len() - SNIPPET);
        // A sign at either end that stands for the rest.
        let begin = if begin == 0 { 0 } else { begin + 1 };
        let room = SNIPPET - usize::from(begin > 0);
        let end = if chars.len() - begin <= room { chars.len() } else { begin + room - 1 };
        (begin, end)
    };
    let at = |place: usize| chars.get(place).map_or(text.len(), |(at, _)| *at);
    let (from, until) = (at(begin), at(end));
    let mut snippet = String::new();
    if begin > 0 {
        snippet.push(GOES_ON);
    }
    let shift = snippet.len();
    snippet.extend(text[from..until].chars().map(text_of_one_line));
    // Control characters that are longer than a blank would move the marks; they are no letters and short in number.
    if snippet.len() != shift + until - from {
        snippet.truncate(shift);
        snippet.push_str(&text[from..until]);
    }
    if end < chars.len() {
        snippet.push(GOES_ON);
    }
    marks.retain_mut(|mark| {
        *mark = (mark.0.max(from), mark.1.min(until));
        let stays = mark.0 < mark.1;
        *mark = (mark.0.saturating_sub(from) + shift, mark.1.saturating_sub(from) + shift);
        stays
    });
    snippet
}

fn in_utf16(text: &str, marks: &Marks) -> Vec<(u32, u32)> {
    let (mut at, mut units) = (0, 0);
    let mut count = |until: usize| {
        units += text[at..until].encode_utf16().count();
        at = until;
        u32::try_from(units).unwrap_or(u32::MAX)
    };
    marks.iter().map(|(from, until)| (count(*from), count(*until))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::search::{Moment, read};
    use crate::domain::testing::at;
    use crate::domain::zone::Zone;

    fn words(text: &str) -> Vec<Word> {
        read(text, Moment { now: at("2026-11-24T09:00:00Z"), zone: Zone::UTC }).words
    }

    /// The hits of `query`, each marked text in brackets.
    fn marked(query: &str, customer: &str, others: &[(FoundIn, &str)]) -> Vec<(FoundIn, String)> {
        let shown = Shown { customer, headline: "" };
        let searched = Searched { texts: others.to_vec(), country: Some("KR"), ..Searched::default() };
        let hits = hits(&words(query), shown, &searched);
        let bracketed = |hit: Hit| {
            let units: Vec<u16> = hit.text.as_deref().unwrap_or(customer).encode_utf16().collect();
            let text = |from: usize, until: usize| String::from_utf16(&units[from..until]).expect("whole letters");
            let mut written = String::new();
            let mut at = 0;
            for (from, until) in hit.marks {
                written += &format!("{}[{}]", text(at, from as usize), text(from as usize, until as usize));
                at = until as usize;
            }
            (hit.field, written + &text(at, units.len()))
        };
        hits.into_iter().map(bracketed).collect()
    }

    #[test]
    fn what_was_found_is_marked_in_any_script() {
        let cases = [
            ("민국", "🎉 대한민국물산", "🎉 대한[민국]물산"),
            ("ㄷㅎㅁㄱ", "대한민국", "[대한민국]"),
            ("ㅁㄱ", "대한민국", "대한[민국]"),
            ("eco", "l'E\u{301}cole", ""),
            ("éco", "l'E\u{301}cole", "l'[E\u{301}co]le"),
            ("north wind", "Northwind Wind", "[North]wind [Wind]"),
            ("대한 대한민", "대한민국", "[대한민]국"),
            ("민구", "대한민국", "대한[민국]"),
        ];
        for (query, customer, expected) in cases {
            let expected: Vec<_> =
                (!expected.is_empty()).then(|| (FoundIn::Customer, expected.to_owned())).into_iter().collect();
            assert_eq!(marked(query, customer, &[]), expected, "{query} in {customer}");
        }
    }

    #[test]
    fn a_word_that_the_row_does_not_show_is_shown_where_it_was_found() {
        let notes = format!("{} 클라우드로 이전 {}", "가나 ".repeat(40), "다라 ".repeat(40));
        let others = [(FoundIn::City, "Seoul"), (FoundIn::Notes, notes.as_str()), (FoundIn::Need, "이전")];
        let found = marked("contoso 이전", "Contoso", &others);
        assert_eq!(found[0], (FoundIn::Customer, "[Contoso]".to_owned()));
        assert_eq!((found.len(), found[1].0), (2, FoundIn::Notes), "the first field that has it, and no other");
        assert!(found[1].1.contains("클라우드로 [이전] 다라"), "{}", found[1].1);
        assert_eq!(found[1].1.chars().count(), 82, "eighty letters and the brackets of this test");
    }

    #[test]
    fn digits_are_marked_where_they_are_written() {
        let cases = [
            ("345", "010-1234-5679", "010-12[34-5]679"),
            ("8210", "010-1234-5679", "0[10]-1234-5679"),
            ("01012", "+82 10-1234-5679", "+82 [10-12]34-5679"),
            ("010-1234-5679", "+82 10 1234 5679", "+82 [10 1234 5679]"),
        ];
        for (query, phone, expected) in cases {
            let found = marked(query, "Contoso", &[(FoundIn::Phone, phone)]);
            assert_eq!(found, [(FoundIn::Phone, expected.to_owned())], "{query} in {phone}");
        }
    }

    proptest::proptest! {
        #[test]
        fn marks_are_in_order_and_within_the_text(query in "[a-c가-다ㄱㅁ0-9é\u{301} ]{0,8}", text in "[a-c가-다ㄱㅁ0-9é\u{301}🎉\\n -]{0,200}") {
            let shown = Shown { customer: &text[..text.len().min(text.char_indices().nth(30).map_or(text.len(), |(at, _)| at))], headline: "" };
            let searched = Searched { texts: vec![(FoundIn::Phone, &text), (FoundIn::Notes, &text)], country: Some("KR"), ..Searched::default() };
            for hit in hits(&words(&query), shown, &searched) {
                let whole = hit.text.as_deref().unwrap_or(shown.customer);
                proptest::prop_assert!(whole.chars().count() <= 80);
                let units = u32::try_from(whole.encode_utf16().count()).unwrap();
                let mut at = 0;
                proptest::prop_assert!(!hit.marks.is_empty());
                for (from, until) in hit.marks {
                    proptest::prop_assert!(at <= from && from < until && until <= units, "{from}..{until} in {whole}");
                    at = until;
                }
            }
        }
    }
}
