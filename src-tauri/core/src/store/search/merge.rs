//! Taking into the lists what changed: the words of leads that are new to them, made here or where a file is read (`words`), and of
//! other leads the terms that they have and had not, and those that they have no more.
//!
//! A prefix below which there are many lists gets one of its own, as a further term of the leads, so that a single typed letter
//! need not read a million lists.

use std::collections::{BTreeMap, HashMap, HashSet};

use rusqlite::{Connection, Transaction};

use super::lists::{self, CHUNK};
use super::words::{Sorted, Words};
use super::writing::{Above, Writing};
use super::{HEAVY, phones, texts};
use crate::domain::lead::LeadId;
use crate::domain::search::Searched;
use crate::domain::search::terms::{self, Terms};
use crate::error::Error;

/// A prefix with more lists below it than this gets one of its own.
pub(super) const MANY_LISTS: i64 = if cfg!(test) { 6 } else { 1024 };
/// So much memory the words of one batch take, about.
pub const ROOM: usize = 48 << 20;
/// After so many terms it is told how far the writing of them is.
const TOLD_EVERY: usize = 4096;

const CHANGED: &str = "SELECT p.lead_id, p.was, l.merged_into IS NULL AND l.id IS NOT NULL, l.customer, l.contacts, l.deal_name, \
    l.notes, l.need, l.city, l.crm_id, l.campaign_id, l.employees, l.country \
    FROM search_pending p LEFT JOIN leads l ON l.id = p.lead_id ORDER BY p.lead_id LIMIT ?1";
pub const GET: &str = "SELECT leads FROM search_terms WHERE term = ?1 AND chunk = ?2";
pub(super) const PUT: &str = "INSERT OR REPLACE INTO search_terms (term, chunk, leads) VALUES (?1, ?2, ?3)";
pub(super) const REMOVE: &str = "DELETE FROM search_terms WHERE term = ?1 AND chunk = ?2";
const DONE: &str = "DELETE FROM search_pending WHERE lead_id <= ?1";
const DONE_BETWEEN: &str = "DELETE FROM search_pending WHERE lead_id BETWEEN ?1 AND ?2 AND was IS NULL";
pub const HOW_MANY: &str = "SELECT count(*) FROM (SELECT 1 FROM search_terms WHERE term >= ?1 AND term < ?2 LIMIT ?3)";
pub const BELOW: &str = "SELECT chunk, leads FROM search_terms WHERE term >= ?1 AND term < ?2";
/// Whether the lists may hold a lead of a chunk.
pub const IS_USED: &str = "SELECT EXISTS (SELECT 1 FROM leads WHERE id >= ?1 AND id < ?2 \
        AND NOT EXISTS (SELECT 1 FROM search_pending WHERE lead_id = id)) \
    OR EXISTS (SELECT 1 FROM search_pending WHERE lead_id >= ?1 AND lead_id < ?2 AND was IS NOT NULL)";

/// The prefixes that have lists of their own. Whatever begins one of them is one as well.
pub(super) type Prefixes = HashSet<Box<[u8]>>;

pub(super) fn prefixes(connection: &Connection) -> Result<Prefixes, Error> {
    let mut statement = connection.prepare_cached("SELECT prefix FROM search_prefixes")?;
    let prefixes = statement.query_map([], |row| row.get::<_, Vec<u8>>(0).map(Vec::into_boxed_slice))?;
    Ok(prefixes.collect::<Result<_, _>>()?)
}

/// Adds to `terms` those prefixes of them that have lists.
pub(super) fn add_prefixes(terms: &mut Terms, prefixes: &Prefixes) {
    if prefixes.is_empty() {
        return;
    }
    let mut found: Vec<Vec<u8>> = Vec::new();
    for term in terms.iter() {
        for end in ends(term) {
            if !prefixes.contains(&term[..end]) {
                break;
            }
            let mut prefix = term[..end].to_owned();
            prefix[0] |= HEAVY;
            found.push(prefix);
        }
    }
    for prefix in found {
        terms.push(&prefix);
    }
}

/// Where each letter of a term ends.
pub(super) fn ends(term: &[u8]) -> impl Iterator<Item = usize> {
    (2..=term.len()).filter(|end| term.get(*end).is_none_or(|byte| byte & 0xc0 != 0x80))
}

/// What changes in the lists: the words of leads that are new to them; else by term the leads, twice their number, one more if
/// they are taken out.
#[derive(Default)]
struct Changes {
    words: Words,
    /// The leads that the words are of.
    ids: Vec<u32>,
    lists: HashMap<Box<[u8]>, Vec<u32>>,
    phones: phones::Changed,
    room: usize,
}

impl Changes {
    fn room(&self) -> usize {
        self.words.room() + self.room
    }

    fn new_lead(&mut self, id: u32, searched: &Searched<'_>) {
        self.words.add(searched);
        self.ids.push(id);
    }

    fn note(&mut self, term: &[u8], change: u32) {
        match self.lists.get_mut(term) {
            Some(leads) => {
                leads.push(change);
                self.room += 6;
            }
            None => {
                self.lists.insert(term.into(), vec![change]);
                self.room += 100 + term.len();
            }
        }
    }

    fn known_lead(&mut self, id: u32, old: &State, new: Option<&State>) {
        let none = State::default();
        let new = new.unwrap_or(&none);
        if old.phones != new.phones {
            phones::change(&mut self.phones, id, phones::pack(&new.phones));
        }
        let sorted = |state: &State| state.terms.iter().map(<[u8]>::to_vec).collect::<std::collections::BTreeSet<_>>();
        let (old, new) = (sorted(old), sorted(new));
        old.difference(&new).for_each(|term| self.note(term, id << 1 | 1));
        new.difference(&old).for_each(|term| self.note(term, id << 1));
    }
}

/// What a lead is indexed by.
#[derive(Default)]
pub(super) struct State {
    pub(super) terms: Terms,
    pub(super) phones: Vec<String>,
}

impl State {
    pub(super) fn set(&mut self, searched: &Searched<'_>, prefixes: &Prefixes) {
        self.terms.clear();
        self.terms.of(searched);
        add_prefixes(&mut self.terms, prefixes);
        self.phones = terms::phones(searched);
    }
}

/// Is told how many of how many terms are written.
pub type Told<'a> = &'a mut dyn FnMut(usize, usize) -> Result<(), Error>;

/// Takes into the lists what at most `most` leads changed; whether there are more. Ends when `told` fails.
pub fn merge(tx: &Transaction<'_>, most: u32, told: Told<'_>) -> Result<bool, Error> {
    let prefixes = prefixes(tx)?;
    let mut changes = Changes::default();
    let (mut old, mut new) = (State::default(), State::default());
    let (mut last, mut count): (LeadId, u32) = (0, 0);
    let mut full = false;
    {
        let mut statement = tx.prepare_cached(CHANGED)?;
        let mut rows = statement.query([most])?;
        while let Some(row) = rows.next()? {
            let id: LeadId = row.get(0)?;
            let lead = number(id).ok_or_else(|| Error::internal("too many leads"))?;
            let was = row.get_ref(1)?.as_str_or_null().map_err(rusqlite::Error::from)?;
            let there: bool = row.get(2)?;
            match was {
                Some(was) => {
                    texts::of_past(was, |searched| old.set(searched, &prefixes))?;
                    if there {
                        texts::of_row(row, 3, |searched| new.set(searched, &prefixes))?;
                    }
                    changes.known_lead(lead, &old, there.then_some(&new));
                }
                None if there => texts::of_row(row, 3, |searched| changes.new_lead(lead, searched))?,
                None => {}
            }
            last = id;
            count += 1;
            if changes.room() > ROOM {
                full = true;
                break;
            }
        }
    }
    if count == 0 {
        return Ok(false);
    }
    let Changes { words, ids, lists, phones, .. } = changes;
    write(tx, prefixes, lists, &words.sorted(), &ids, phones, told)?;
    tx.prepare_cached(DONE)?.execute([last])?;
    Ok(full || count == most)
}

/// Takes into the lists the words of leads that are new to them and were added by this transaction. `ids` are the leads by their
/// places in `words`, in their order; 0 for one that is not to be taken in, and is left as it is. Ends when `told` fails.
pub fn take_in(tx: &Transaction<'_>, words: &Sorted, ids: &[u32], told: Told<'_>) -> Result<(), Error> {
    write(tx, prefixes(tx)?, HashMap::new(), words, ids, phones::Changed::default(), told)?;
    let mut done = tx.prepare_cached(DONE_BETWEEN)?;
    let ids: Vec<u32> = ids.iter().copied().filter(|id| *id > 0).collect();
    for run in ids.chunk_by(|one, other| one + 1 == *other) {
        done.execute((run[0], run[run.len() - 1]))?;
    }
    Ok(())
}

/// A lead's number as the lists have it.
pub fn number(id: LeadId) -> Option<u32> {
    u32::try_from(id).ok().filter(|id| *id < u32::MAX / 2)
}

/// Writes the changed lists, and gives lists to the prefixes that have many below them by now.
fn write(
    tx: &Transaction<'_>,
    mut prefixes: Prefixes,
    lists: HashMap<Box<[u8]>, Vec<u32>>,
    words: &Sorted,
    ids: &[u32],
    mut phones: phones::Changed,
    told: Told<'_>,
) -> Result<(), Error> {
    for (lead, packed) in words.phones() {
        if let Some(id) = ids.get(lead as usize).filter(|id| **id > 0) {
            phones::change(&mut phones, *id, packed.to_owned());
        }
    }
    let total = lists.len() + words.count();
    let mut lists: Vec<(Box<[u8]>, Vec<u32>)> = lists.into_iter().collect();
    lists.sort_unstable();
    let looked_at = {
        let mut writing = Writing::new(tx, &prefixes)?;
        for (done, (term, leads)) in lists.iter().enumerate() {
            if done.is_multiple_of(TOLD_EVERY) {
                told(done, total)?;
            }
            writing.list(term, leads)?;
        }
        let (before, mut next) = (lists.len(), 0);
        let mut changes: Vec<u32> = Vec::new();
        let mut heavy = Above::default();
        words.each(|term, done, leads| {
            if done >= next {
                next = done + TOLD_EVERY;
                told(before + done, total)?;
            }
            changes.clear();
            let new = leads.iter().filter_map(|lead| ids.get(*lead as usize)).filter(|id| **id > 0);
            changes.extend(new.map(|id| id << 1));
            heavy.term(&prefixes, term, leads, |prefix, leads| writing.of_prefix(prefix, leads, ids))?;
            if changes.is_empty() { Ok(()) } else { writing.list(term, &changes) }
        })?;
        heavy.end(|prefix, leads| writing.of_prefix(prefix, leads, ids))?;
        writing.looked_at
    };
    phones::write(tx, phones)?;
    for term in looked_at {
        give_lists(tx, &term, &mut prefixes)?;
    }
    told(total, total)
}

/// Gives lists of their own to the prefixes of `term` that have many below them by now.
fn give_lists(tx: &Transaction<'_>, term: &[u8], prefixes: &mut Prefixes) -> Result<(), Error> {
    for end in ends(term) {
        let prefix = &term[..end];
        if prefixes.contains(prefix) {
            continue;
        }
        let mut until = prefix.to_owned();
        until.push(0xff);
        let most = MANY_LISTS + 1;
        let many: i64 = tx.prepare_cached(HOW_MANY)?.query_row((prefix, &until, most), |row| row.get(0))?;
        if many < most {
            return Ok(());
        }
        let mut all: BTreeMap<i64, fixedbitset::FixedBitSet> = BTreeMap::new();
        {
            let mut statement = tx.prepare_cached(BELOW)?;
            let mut rows = statement.query((prefix, &until))?;
            while let Some(row) = rows.next()? {
                let places = all.entry(row.get(0)?).or_insert_with(|| fixedbitset::FixedBitSet::with_capacity(CHUNK));
                lists::mark(row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?, 0, places);
            }
        }
        let mut heavy = prefix.to_owned();
        heavy[0] |= HEAVY;
        for (chunk, places) in all {
            let places: Vec<u16> = places.ones().filter_map(|place| u16::try_from(place).ok()).collect();
            tx.prepare_cached(PUT)?.execute((&heavy, chunk, lists::encode(&places)))?;
        }
        tx.prepare_cached("INSERT INTO search_prefixes (prefix) VALUES (?1)")?.execute([prefix])?;
        prefixes.insert(prefix.into());
    }
    Ok(())
}
