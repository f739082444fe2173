//! Writing the lists of terms, one after the other, and those of the prefixes that have lists of their own. What is in them is
//! made in `merge`.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use fixedbitset::FixedBitSet;
use rusqlite::{CachedStatement, OptionalExtension, Transaction};

use super::HEAVY;
use super::lists::{self, CHUNK};
use super::merge::{GET, IS_USED, PUT, Prefixes, REMOVE, ends};
use crate::error::Error;

/// Of so many new lists one is looked at, whether its prefix has many by now.
const LOOKED_AT: u64 = if cfg!(test) { 1 } else { 64 };

/// The prefixes with lists of their own that the last term begins with, the longest last, with the leads below each.
#[derive(Default)]
pub(super) struct Above {
    prefixes: Vec<(Vec<u8>, FixedBitSet)>,
}

impl Above {
    /// Puts the leads of `term` below its prefixes; `done` gets those that no further term begins with.
    pub(super) fn term(
        &mut self,
        prefixes: &Prefixes,
        term: &[u8],
        leads: &[u32],
        mut done: impl FnMut(&[u8], &FixedBitSet) -> Result<(), Error>,
    ) -> Result<(), Error> {
        while let Some((prefix, leads)) = self.prefixes.pop_if(|(prefix, _)| !term.starts_with(prefix)) {
            done(&prefix, &leads)?;
        }
        let longest = self.prefixes.last().map_or(0, |(prefix, _)| prefix.len());
        for end in ends(term).skip_while(|end| *end <= longest) {
            if !prefixes.contains(&term[..end]) {
                break;
            }
            self.prefixes.push((term[..end].to_owned(), FixedBitSet::new()));
        }
        for (_, below) in &mut self.prefixes {
            leads.iter().for_each(|lead| below.grow_and_insert(*lead as usize));
        }
        Ok(())
    }

    pub(super) fn end(mut self, mut done: impl FnMut(&[u8], &FixedBitSet) -> Result<(), Error>) -> Result<(), Error> {
        while let Some((prefix, leads)) = self.prefixes.pop() {
            done(&prefix, &leads)?;
        }
        Ok(())
    }
}

/// Lists that are being written.
pub(super) struct Writing<'a> {
    tx: &'a Transaction<'a>,
    get: CachedStatement<'a>,
    put: CachedStatement<'a>,
    remove: CachedStatement<'a>,
    /// By chunk, whether the lists may hold a lead of it.
    used: HashMap<i64, bool>,
    prefixes: &'a Prefixes,
    /// Of the new lists some, to look at, each below another prefix.
    pub(super) looked_at: Vec<Box<[u8]>>,
    seen: Prefixes,
}

impl<'a> Writing<'a> {
    pub(super) fn new(tx: &'a Transaction<'a>, prefixes: &'a Prefixes) -> Result<Self, Error> {
        Ok(Self {
            tx,
            get: tx.prepare_cached(GET)?,
            put: tx.prepare_cached(PUT)?,
            remove: tx.prepare_cached(REMOVE)?,
            used: HashMap::new(),
            prefixes,
            looked_at: Vec::new(),
            seen: HashSet::new(),
        })
    }

    fn is_used(&mut self, chunk: i64) -> Result<bool, Error> {
        if let Some(is_used) = self.used.get(&chunk) {
            return Ok(*is_used);
        }
        let from = chunk * CHUNK as i64;
        let is_used = self.tx.prepare_cached(IS_USED)?.query_row((from, from + CHUNK as i64), |row| row.get(0))?;
        self.used.insert(chunk, is_used);
        Ok(is_used)
    }

    /// Writes the changed lists of a term.
    pub(super) fn list(&mut self, term: &[u8], leads: &[u32]) -> Result<(), Error> {
        for leads in leads.chunk_by(|one, other| lists::place(one >> 1).0 == lists::place(other >> 1).0) {
            let (chunk, _) = lists::place(leads[0] >> 1);
            let before: Option<Vec<u8>> = if self.is_used(chunk)? {
                self.get.query_row((term, chunk), |row| row.get(0)).optional()?
            } else {
                None
            };
            let after = changed(before.as_deref().unwrap_or_default(), leads);
            if !after.is_empty() {
                self.put.execute((term, chunk, lists::encode(&after)))?;
            } else if before.is_some() {
                self.remove.execute((term, chunk))?;
            }
            if before.is_none() && term[0] & HEAVY == 0 && is_looked_at(term, chunk) {
                let first = ends(term).find(|end| !self.prefixes.contains(&term[..*end]));
                if first.is_some_and(|end| self.seen.insert(term[..end].into())) {
                    self.looked_at.push(term.into());
                }
            }
        }
        Ok(())
    }

    /// Writes the changed lists of a prefix that has some of its own: `leads` by their places among `ids`.
    pub(super) fn of_prefix(&mut self, prefix: &[u8], leads: &FixedBitSet, ids: &[u32]) -> Result<(), Error> {
        let new = leads.ones().filter_map(|lead| ids.get(lead)).filter(|id| **id > 0);
        let changes: Vec<u32> = new.map(|id| id << 1).collect();
        let mut heavy = prefix.to_owned();
        heavy[0] |= HEAVY;
        if changes.is_empty() { Ok(()) } else { self.list(&heavy, &changes) }
    }
}

fn is_looked_at(term: &[u8], chunk: i64) -> bool {
    let mut hasher = DefaultHasher::new();
    (term, chunk).hash(&mut hasher);
    hasher.finish().is_multiple_of(LOOKED_AT)
}

/// The list `before` with the changes in it.
fn changed(before: &[u8], changes: &[u32]) -> Vec<u16> {
    let mut before = lists::decode(before).into_iter().peekable();
    let mut after = Vec::new();
    for change in changes {
        let (_, place) = lists::place(change >> 1);
        while let Some(other) = before.next_if(|other| *other < place) {
            after.push(other);
        }
        before.next_if(|other| *other == place);
        if change & 1 == 0 {
            after.push(place);
        }
    }
    after.extend(before);
    after
}
