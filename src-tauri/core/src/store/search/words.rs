//! The words of leads that are new to the lists: each word once, with the leads that have it. Knows no database.
//!
//! A word that a thousand leads have is taken apart into its terms once, and a lead costs a number for each of its words. So
//! the words of a whole file can be made ready where it is read, and the lists be written in the order of their terms.

use std::collections::HashMap;

use super::phones;
use crate::domain::search::Searched;
use crate::domain::search::terms::{self, Terms};

/// Words as they come, lead by lead. A lead goes by its place among them, from 0.
#[derive(Default)]
pub struct Words {
    /// Where a word is looked for and its letters: its number.
    numbers: HashMap<Box<[u8]>, u32>,
    /// By word: the lead that had it last.
    last: Vec<u32>,
    /// The words of all leads, and where those of each lead end.
    of_leads: Vec<u32>,
    ends: Vec<u32>,
    /// The terms of all words, and of which word each is.
    terms: Terms,
    of_words: Vec<u32>,
    /// The packed digits of the leads that have a phone number.
    phones: Vec<(u32, Vec<u8>)>,
    room: usize,
}

impl Words {
    /// Adds the words of one more lead.
    pub fn add(&mut self, searched: &Searched<'_>) {
        let lead = number(self.ends.len());
        let mut key: Vec<u8> = Vec::new();
        terms::each_word(searched, |scope, word| {
            key.clear();
            key.push(scope as u8);
            let mut buffer = [0; 4];
            for letter in word {
                key.extend_from_slice(letter.encode_utf8(&mut buffer).as_bytes());
            }
            let word = match self.numbers.get(key.as_slice()) {
                Some(known) => *known,
                None => {
                    let new = number(self.last.len());
                    let before = (self.terms.len(), self.terms.bytes());
                    self.terms.word(scope, word);
                    let (terms, bytes) = (self.terms.len() - before.0, self.terms.bytes() - before.1);
                    self.of_words.extend(std::iter::repeat_n(new, terms));
                    self.numbers.insert(key.as_slice().into(), new);
                    self.last.push(u32::MAX);
                    self.room += 64 + key.len() + bytes + 8 * terms;
                    new
                }
            };
            // A lead has many a word several times.
            let last = &mut self.last[word as usize];
            if *last != lead {
                *last = lead;
                self.of_leads.push(word);
            }
        });
        self.room += 8 * (self.of_leads.len() - self.ends.last().copied().unwrap_or_default() as usize);
        self.ends.push(number(self.of_leads.len()));
        let numbers = terms::phones(searched);
        if !numbers.is_empty() {
            let packed = phones::pack(&numbers);
            self.room += 48 + packed.len();
            self.phones.push((lead, packed));
        }
    }

    /// About how many bytes they take.
    pub fn room(&self) -> usize {
        self.room
    }

    /// The same by term.
    pub fn sorted(self) -> Sorted {
        let Self { numbers, last, of_leads, ends, terms, of_words, phones, .. } = self;
        drop(numbers);
        let mut from = vec![0_u32; last.len() + 1];
        for word in &of_leads {
            from[*word as usize + 1] += 1;
        }
        for word in 1..from.len() {
            from[word] += from[word - 1];
        }
        let mut leads = vec![0; of_leads.len()];
        let (mut next, mut begin) = (from.clone(), 0);
        for (lead, end) in (0..).zip(ends) {
            for word in &of_leads[begin..end as usize] {
                let place = &mut next[*word as usize];
                leads[*place as usize] = lead;
                *place += 1;
            }
            begin = end as usize;
        }
        // What is done with makes room for what follows.
        drop((last, of_leads, next));
        let mut order: Vec<(u128, u32)> = (0..terms.len()).map(|at| (beginning(terms.get(at)), number(at))).collect();
        order.sort_unstable_by(|(one, at), (other, at_other)| {
            one.cmp(other).then_with(|| terms.get(*at as usize).cmp(terms.get(*at_other as usize)))
        });
        let order = order.into_iter().map(|(_, at)| at).collect();
        Sorted { terms, of_words, order, from, leads, phones }
    }
}

fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// The first letters of a term as a number, by which most terms are told apart.
fn beginning(term: &[u8]) -> u128 {
    let mut bytes = [0; 16];
    let length = term.len().min(16);
    bytes[..length].copy_from_slice(&term[..length]);
    u128::from_be_bytes(bytes)
}

/// Terms in their order, with the leads that have them.
pub struct Sorted {
    terms: Terms,
    of_words: Vec<u32>,
    order: Vec<u32>,
    /// By word, where its leads begin.
    from: Vec<u32>,
    leads: Vec<u32>,
    phones: Vec<(u32, Vec<u8>)>,
}

impl Sorted {
    /// How many terms there are at most.
    pub fn count(&self) -> usize {
        self.order.len()
    }

    /// The leads that have phone numbers, with the packed digits.
    pub fn phones(&self) -> impl Iterator<Item = (u32, &[u8])> {
        self.phones.iter().map(|(lead, packed)| (*lead, packed.as_slice()))
    }

    /// Calls `each` with every term, how many come before it, and the leads that have it, in their order.
    pub fn each<E>(&self, mut each: impl FnMut(&[u8], usize, &[u32]) -> Result<(), E>) -> Result<(), E> {
        let term = |at: u32| self.terms.get(at as usize);
        let leads = |at: u32| {
            let word = self.of_words[at as usize] as usize;
            &self.leads[self.from[word] as usize..self.from[word + 1] as usize]
        };
        let (mut several, mut before) = (Vec::new(), 0);
        for same in self.order.chunk_by(|one, other| term(*one) == term(*other)) {
            if let [only] = same {
                each(term(*only), before, leads(*only))?;
            } else {
                several.clear();
                same.iter().for_each(|at| several.extend_from_slice(leads(*at)));
                several.sort_unstable();
                several.dedup();
                each(term(same[0]), before, &several)?;
            }
            before += same.len();
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use proptest::prelude::*;

    use super::*;
    use crate::domain::desk::FoundIn;

    proptest! {
        #[test]
        fn every_term_has_the_leads_that_have_it(
            texts in proptest::collection::vec("[ab가나 1]{0,12}|person[0-9]{1,3}|대한민국물산 [0-9]|긴긴긴긴긴긴긴긴긴긴긴긴긴긴긴긴긴긴긴긴긴긴긴긴긴긴긴", 0..20)
        ) {
            let (mut words, mut expected) = (Words::default(), BTreeMap::<Vec<u8>, BTreeSet<u32>>::new());
            for (lead, text) in (0..).zip(&texts) {
                let searched = Searched {
                    texts: vec![(FoundIn::Customer, text), (FoundIn::Phone, "02-555-0143")],
                    campaign: Some(text),
                    employees: vec![text],
                    country: Some("KR"),
                };
                words.add(&searched);
                let mut terms = Terms::default();
                terms.of(&searched);
                for term in terms.iter() {
                    expected.entry(term.to_owned()).or_default().insert(lead);
                }
            }
            let sorted = words.sorted();
            prop_assert_eq!(sorted.phones().count(), texts.len(), "each has its number");
            let mut found = Vec::new();
            sorted.each(|term, _, leads| {
                found.push((term.to_owned(), leads.to_owned()));
                Ok::<_, ()>(())
            }).unwrap();
            let expected: Vec<_> =
                expected.into_iter().map(|(term, leads)| (term, leads.into_iter().collect::<Vec<_>>())).collect();
            prop_assert_eq!(found, expected, "in the order of the terms, each once");
        }
    }
}
