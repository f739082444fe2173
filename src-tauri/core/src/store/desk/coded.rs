//! A column of texts of which there are few, such as countries: each text once, and a small number for each lead.
//!
//! A column with very many different texts still works; it only takes more memory.

use std::collections::HashMap;
use std::sync::Arc;

/// No text.
const NOTHING: u16 = u16::MAX;
/// The number is too large for two bytes, and stands in `wide`.
const WIDE: u16 = u16::MAX - 1;

/// A column of texts. Empty texts count as none.
#[derive(Debug, Default)]
pub(super) struct Coded {
    texts: Vec<Arc<str>>,
    numbers: HashMap<Arc<str>, u32>,
    column: Vec<u16>,
    wide: HashMap<u32, u32>,
    /// The places of the texts in the order of their letters, while no text came since.
    ranks: Option<Arc<[u32]>>,
}

impl Coded {
    pub fn grow(&mut self, len: usize) {
        super::columns::grow(&mut self.column, len, NOTHING);
    }

    pub fn set(&mut self, slot: usize, text: Option<&str>) {
        // A column that nobody needs has no length.
        let Some(cell) = self.column.get(slot).copied() else { return };
        if cell == WIDE {
            self.wide.remove(&(slot as u32));
        }
        self.column[slot] = match text.filter(|text| !text.is_empty()) {
            None => NOTHING,
            Some(text) => {
                let number = self.number(text);
                match u16::try_from(number) {
                    Ok(small) if small < WIDE => small,
                    _ => {
                        self.wide.insert(slot as u32, number);
                        WIDE
                    }
                }
            }
        };
    }

    fn number(&mut self, text: &str) -> u32 {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let (text, number) = (Arc::<str>::from(text), self.texts.len() as u32);
        self.texts.push(text.clone());
        self.numbers.insert(text, number);
        self.ranks = None;
        number
    }

    /// The number of the lead's text.
    #[inline]
    pub fn get(&self, slot: usize) -> Option<u32> {
        match self.column.get(slot) {
            None | Some(&NOTHING) => None,
            Some(&WIDE) => self.wide.get(&(slot as u32)).copied(),
            Some(small) => Some(u32::from(*small)),
        }
    }

    /// The texts, by their numbers; also such as no lead has any more.
    pub fn texts(&self) -> &[Arc<str>] {
        &self.texts
    }

    /// Of each text, by its number, whether `test` holds.
    pub fn which(&self, test: impl Fn(&str) -> bool) -> Vec<bool> {
        self.texts.iter().map(|text| test(text)).collect()
    }

    /// Of each text, by its number, how many come before it; small and capital letters are alike.
    pub fn ranks(&mut self) -> Arc<[u32]> {
        if let Some(ranks) = &self.ranks {
            return ranks.clone();
        }
        let mut order: Vec<u32> = (0..self.texts.len() as u32).collect();
        let text = |number: &u32| &*self.texts[*number as usize];
        order.sort_by(|a, b| no_case(text(a), text(b)));
        let mut ranks = vec![0; order.len()];
        let mut rank = 0;
        for (at, number) in order.iter().enumerate() {
            if at > 0 && no_case(text(&order[at - 1]), text(number)).is_ne() {
                rank += 1;
            }
            ranks[*number as usize] = rank;
        }
        self.ranks.insert(ranks.into()).clone()
    }

    pub fn bytes(&self) -> usize {
        let texts: usize = self.texts.iter().map(|text| text.len() + 60).sum();
        self.column.capacity() * 2 + self.wide.capacity() * 9 + texts
    }
}

/// The order of texts as SQLite's `NOCASE` has it: only the Latin letters without marks are alike in both sizes.
pub(super) fn no_case(a: &str, b: &str) -> std::cmp::Ordering {
    a.bytes().map(|byte| byte.to_ascii_lowercase()).cmp(b.bytes().map(|byte| byte.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_different_texts_only_take_more_memory() {
        let mut column = Coded::default();
        column.grow(70_000);
        for slot in 0..70_000 {
            column.set(slot, Some(&format!("city {slot}")));
        }
        column.set(69_999, Some("CITY 0"));
        column.set(69_998, None);
        assert_eq!(column.get(69_997).map(|n| &*column.texts()[n as usize]), Some("city 69997"), "beyond two bytes");
        assert_eq!(column.get(69_998), None, "taken away again");
        let ranks = column.ranks();
        let rank = |slot| ranks[column.get(slot).unwrap() as usize];
        assert_eq!(rank(69_999), rank(0), "small and capital letters are alike");
        assert!(rank(10) > rank(1) && rank(2) > rank(10), "otherwise letter by letter");
    }
}
