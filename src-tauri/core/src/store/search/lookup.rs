//! Which leads have a word: looked up in the lists, those that are not in them yet looked at one by one.

use std::ops::Range;

use fixedbitset::FixedBitSet;
use rusqlite::Connection;

use super::lists::{self, CHUNK};
use super::{HEAVY, phones, texts};
use crate::domain::lead::LeadId;
use crate::domain::search::terms::{Scope, Spans, lookup};
use crate::domain::search::{Folded, Word};
use crate::error::Error;

pub const NEXT_HEAVY: &str =
    "SELECT prefix FROM search_prefixes WHERE prefix >= ?1 AND prefix < ?2 ORDER BY prefix LIMIT 1";
pub const IN_SPAN: &str = "SELECT chunk, leads FROM search_terms WHERE term >= ?1 AND term < ?2";
pub const OF_HEAVY: &str = "SELECT chunk, leads FROM search_terms WHERE term = ?1";
/// The leads that the lists know nothing of yet, or not the newest.
pub const PENDING: &str = "SELECT p.lead_id, l.merged_into IS NULL AND l.id IS NOT NULL, l.customer, l.contacts, l.deal_name, \
    l.notes, l.need, l.city, l.crm_id, l.campaign_id, l.employees, l.country \
    FROM search_pending p LEFT JOIN leads l ON l.id = p.lead_id";
/// Sets of leads are as long as the largest number; Hearth gives no such numbers as would make them take all memory.
const MOST_NUMBERS: LeadId = 1 << 28;
const NEWEST: &str = "SELECT coalesce(max(id), 0) FROM leads";

/// The words of all leads, in one state of the database: nothing of it may be kept beyond the transaction.
pub struct Index<'c> {
    connection: &'c Connection,
    room: usize,
    pending: Vec<(usize, Option<Folded>)>,
}

impl<'c> Index<'c> {
    pub fn new(connection: &'c Connection) -> Result<Self, Error> {
        let newest: LeadId = connection.prepare_cached(NEWEST)?.query_row([], |row| row.get(0))?;
        if newest >= MOST_NUMBERS {
            let detail = "the numbers of its leads are no numbers that Hearth gives".to_owned();
            return Err(Error::Corrupt { path: String::new(), detail });
        }
        let room = (usize::try_from(newest).unwrap_or_default() / CHUNK + 1) * CHUNK;
        let mut pending = Vec::new();
        let mut statement = connection.prepare_cached(PENDING)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let id: LeadId = row.get(0)?;
            let folded = if row.get(1)? { Some(texts::of_row(row, 2, Folded::of)?) } else { None };
            pending.extend(usize::try_from(id).ok().filter(|id| *id < room).map(|id| (id, folded)));
        }
        Ok(Self { connection, room, pending })
    }

    /// The leads that `word` is found in, by their numbers; none that was merged away. The set is as long as any other of this
    /// state.
    pub fn matching(&self, word: &Word) -> Result<FixedBitSet, Error> {
        self.found(word, Scope::Lead, Folded::has)
    }

    /// The leads in whose campaign ID all words of one of `alternatives` are found.
    pub fn campaign_matching(&self, alternatives: &[Vec<Word>]) -> Result<FixedBitSet, Error> {
        self.any_of(alternatives, |word| self.found(word, Scope::Campaign, Folded::has_in_campaign))
    }

    /// The leads in whose employees' names and e-mails all words of one of `alternatives` are found.
    pub fn employees_matching(&self, alternatives: &[Vec<Word>]) -> Result<FixedBitSet, Error> {
        self.any_of(alternatives, |word| self.found(word, Scope::Employees, Folded::has_in_employees))
    }

    fn any_of(
        &self,
        alternatives: &[Vec<Word>],
        found: impl Fn(&Word) -> Result<FixedBitSet, Error>,
    ) -> Result<FixedBitSet, Error> {
        let mut any = FixedBitSet::with_capacity(self.room);
        for words in alternatives {
            let mut all: Option<FixedBitSet> = None;
            for word in words {
                let found = found(word)?;
                match &mut all {
                    Some(all) => all.intersect_with(&found),
                    None => all = Some(found),
                }
            }
            any.union_with(&all.unwrap_or_default());
        }
        Ok(any)
    }

    /// The leads that all of `words` are found in; `None` without words.
    pub fn matching_all(&self, words: &[Word]) -> Result<Option<FixedBitSet>, Error> {
        if words.is_empty() {
            return Ok(None);
        }
        self.any_of(&[words.to_vec()], |word| self.matching(word)).map(Some)
    }

    fn found(&self, word: &Word, scope: Scope, has: impl Fn(&Folded, &Word) -> bool) -> Result<FixedBitSet, Error> {
        let asked = lookup(word, scope);
        let mut found = FixedBitSet::with_capacity(self.room);
        let mut cut = false;
        for (at, spans) in asked.words.iter().enumerate() {
            cut |= spans.cut;
            if at == 0 {
                self.mark(spans, &mut found)?;
            } else {
                let mut also = FixedBitSet::with_capacity(self.room);
                self.mark(spans, &mut also)?;
                found.intersect_with(&also);
            }
        }
        if let Some(digits) = &asked.digits {
            phones::mark(self.connection, digits, &mut found)?;
        }
        for (id, _) in &self.pending {
            found.set(*id, false);
        }
        if cut {
            self.look_again(word, &has, &mut found)?;
        }
        for (id, folded) in &self.pending {
            if folded.as_ref().is_some_and(|folded| has(folded, word)) {
                found.insert(*id);
            }
        }
        Ok(found)
    }

    fn mark(&self, spans: &Spans, found: &mut FixedBitSet) -> Result<(), Error> {
        spans.spans.iter().try_for_each(|span| self.mark_span(span, found))
    }

    /// Reads the lists of a span; where a prefix has a list of its own, that one instead of all below it.
    fn mark_span(&self, span: &Range<Vec<u8>>, found: &mut FixedBitSet) -> Result<(), Error> {
        let mut next_heavy = self.connection.prepare_cached(NEXT_HEAVY)?;
        let mut in_span = self.connection.prepare_cached(IN_SPAN)?;
        let mut of_heavy = self.connection.prepare_cached(OF_HEAVY)?;
        let mut from = span.start.clone();
        loop {
            let mut heavy = next_heavy.query((&from, &span.end))?;
            let heavy: Option<Vec<u8>> = heavy.next()?.map(|row| row.get(0)).transpose()?;
            let until = heavy.as_ref().unwrap_or(&span.end);
            let mut rows = in_span.query((&from, until))?;
            while let Some(row) = rows.next()? {
                lists::mark(row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?, row.get(0)?, found);
            }
            let Some(mut heavy) = heavy else { return Ok(()) };
            from.clone_from(&heavy);
            from.push(0xff);
            heavy[0] |= HEAVY;
            let mut rows = of_heavy.query([&heavy])?;
            while let Some(row) = rows.next()? {
                lists::mark(row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?, row.get(0)?, found);
            }
        }
    }

    /// Takes out the leads that only begin as a very long word does.
    fn look_again(
        &self,
        word: &Word,
        has: &impl Fn(&Folded, &Word) -> bool,
        found: &mut FixedBitSet,
    ) -> Result<(), Error> {
        let mut statement =
            self.connection.prepare_cached(&format!("SELECT {} FROM leads l WHERE id = ?1", texts::COLUMNS))?;
        let ids: Vec<usize> = found.ones().collect();
        for id in ids {
            let mut rows = statement.query([i64::try_from(id).unwrap_or_default()])?;
            let stays = match rows.next()? {
                Some(row) => texts::of_row(row, 0, |searched| has(&Folded::of(searched), word))?,
                None => false,
            };
            found.set(id, stays);
        }
        Ok(())
    }
}
