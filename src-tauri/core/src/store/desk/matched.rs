//! The leads that match a query, as a set; the last few queries are remembered and kept true.

use std::sync::Arc;

use fixedbitset::FixedBitSet;
use rusqlite::Connection;

use super::DeskIndex;
use super::filters::{Looked, look};
use super::places::Slot;
use crate::domain::search::{Filter, Query, Test, Word};
use crate::domain::time::Timestamp;
use crate::error::Error;
use crate::store::search;

/// So many queries are remembered: ten saved views, the list, its counts, and what was asked a moment ago.
const MOST: usize = 16;
/// Up to so many changed leads are looked at one by one by a query with words.
const FEW: usize = 64;

/// What was asked and what was found.
#[derive(Debug)]
struct Found {
    words: Vec<Word>,
    filters: Vec<Filter>,
    bits: Arc<FixedBitSet>,
    /// It is so from here until there, if nothing changes but the time.
    from: Timestamp,
    until: Option<i64>,
}

/// The queries that were asked last, the latest at the end.
#[derive(Debug, Default)]
pub(super) struct Matched(Vec<Found>);

impl Matched {
    pub fn bytes(&self) -> usize {
        self.0.iter().map(|found| found.bits.len() / 8).sum()
    }
}

impl Found {
    fn holds_at(&self, now: Timestamp) -> bool {
        self.from <= now && self.until.is_none_or(|until| now.as_millis() < until)
    }
}

impl DeskIndex {
    /// The places of the leads that match `query` at `now`, and until when that is so.
    pub(super) fn matching(
        &mut self,
        connection: &Connection,
        query: &Query,
        now: Timestamp,
    ) -> Result<(Arc<FixedBitSet>, Option<i64>), Error> {
        if query.words.is_empty() && query.filters.is_empty() {
            return Ok((self.base.listed.clone(), None));
        }
        let known = |found: &Found| found.words == query.words && found.filters == query.filters;
        if let Some(at) = self.matched.0.iter().position(known) {
            let found = self.matched.0.remove(at);
            if found.holds_at(now) {
                let answer = (found.bits.clone(), found.until);
                self.matched.0.push(found);
                return Ok(answer);
            }
        }
        let (bits, until) = self.find(connection, query, now)?;
        let bits = Arc::new(bits);
        if self.matched.0.len() >= MOST {
            self.matched.0.remove(0);
        }
        let (words, filters) = (query.words.clone(), query.filters.clone());
        self.matched.0.push(Found { words, filters, bits: bits.clone(), from: now, until });
        Ok((bits, until))
    }

    fn find(
        &mut self,
        connection: &Connection,
        query: &Query,
        now: Timestamp,
    ) -> Result<(FixedBitSet, Option<i64>), Error> {
        if query.filters.iter().any(|filter| needs_texts(&filter.test)) {
            self.load_texts(connection)?;
        }
        let mut all = FixedBitSet::clone(&self.base.listed);
        if !query.words.is_empty() {
            let found = search::Index::new(connection)?.matching_all(&query.words)?.unwrap_or_default();
            all.intersect_with(&self.places.set(&found));
        }
        let mut until: Option<i64> = None;
        let mut bits = FixedBitSet::new();
        for filter in &query.filters {
            let ends = look(&self.columns, &filter.test, now, Looked::All(&mut bits));
            until = earlier(until, ends);
            if filter.not {
                all.difference_with(&bits);
            } else {
                all.intersect_with(&bits);
            }
        }
        Ok((all, until))
    }

    /// Looks again at leads that were changed, for every query that is remembered.
    pub(super) fn follow_matched(&mut self, connection: &Connection, changed: &[Slot]) -> Result<(), Error> {
        let many = changed.len() > self.columns.len() / 16 + FEW;
        self.matched.0.retain(|found| !many && (found.words.is_empty() || changed.len() <= FEW));
        let mut matched = std::mem::take(&mut self.matched);
        for found in &mut matched.0 {
            let mut holds: Vec<bool> = changed.iter().map(|slot| self.base.listed.contains(*slot as usize)).collect();
            if !found.words.is_empty() {
                for (slot, holds) in changed.iter().zip(&mut holds) {
                    *holds = *holds && words::holds(connection, self.places.id(*slot).into(), &found.words)?;
                }
            }
            for filter in &found.filters {
                let mut passed = Vec::new();
                let ends = look(&self.columns, &filter.test, found.from, Looked::Some(changed, &mut passed));
                found.until = earlier(found.until, ends);
                holds.iter_mut().zip(passed).for_each(|(holds, passed)| *holds = *holds && passed != filter.not);
            }
            // A list that still has the old set keeps it.
            let bits = Arc::make_mut(&mut found.bits);
            bits.grow(self.columns.len());
            changed.iter().zip(holds).for_each(|(slot, holds)| bits.set(*slot as usize, holds));
        }
        self.matched = matched;
        Ok(())
    }
}

fn needs_texts(test: &Test) -> bool {
    matches!(test, Test::Campaign(_) | Test::Employee(_))
}

pub(super) fn earlier(one: Option<i64>, other: Option<i64>) -> Option<i64> {
    one.into_iter().chain(other).min()
}

/// The words of one lead that has changed since they were looked up.
mod words {
    use rusqlite::Connection;

    use crate::domain::lead::{Lead, LeadId};
    use crate::domain::search::{Folded, Searched, Word};
    use crate::error::Error;
    use crate::store::leads;

    fn has(lead: &Lead, words: &[Word]) -> bool {
        let texts = Folded::of(&Searched::of(lead));
        words.iter().all(|word| texts.has(word))
    }

    /// Whether every word is found in one lead.
    pub fn holds(connection: &Connection, id: LeadId, words: &[Word]) -> Result<bool, Error> {
        Ok(has(&leads::get(connection, id)?, words))
    }
}
