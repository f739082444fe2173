//! Taking into the lists what changed: the terms that a lead has and had not, and those that it has no more.
//!
//! A prefix below which there are many lists gets one of its own, as a further term of the leads, so that a single typed letter
//! need not read a million lists.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use rusqlite::{Connection, OptionalExtension, Transaction};

use super::lists::{self, CHUNK};
use super::{HEAVY, phones, texts};
use crate::domain::lead::LeadId;
use crate::domain::search::terms::{self, Terms};
use crate::error::Error;

/// A prefix with more lists below it than this gets one of its own.
pub(super) const MANY_LISTS: i64 = if cfg!(test) { 6 } else { 1024 };
/// Of so many new lists one is looked at, whether its prefix has many by now.
const LOOKED_AT: u64 = if cfg!(test) { 1 } else { 64 };
/// So much memory the terms of one batch take, about.
const ROOM: usize = 64 << 20;

const CHANGED: &str = "SELECT p.lead_id, p.was, l.merged_into IS NULL AND l.id IS NOT NULL, l.customer, l.contacts, l.deal_name, \
    l.notes, l.need, l.city, l.crm_id, l.campaign_id, l.employees, l.country \
    FROM search_pending p LEFT JOIN leads l ON l.id = p.lead_id ORDER BY p.lead_id LIMIT ?1";
pub const GET: &str = "SELECT leads FROM search_terms WHERE term = ?1 AND chunk = ?2";
const PUT: &str = "INSERT OR REPLACE INTO search_terms (term, chunk, leads) VALUES (?1, ?2, ?3)";
const REMOVE: &str = "DELETE FROM search_terms WHERE term = ?1 AND chunk = ?2";
const DONE: &str = "DELETE FROM search_pending WHERE lead_id <= ?1";
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
fn ends(term: &[u8]) -> impl Iterator<Item = usize> {
    (2..=term.len()).filter(|end| term.get(*end).is_none_or(|byte| byte & 0xc0 != 0x80))
}

/// What changes in the lists: by term, the leads, twice their number, one more if they are taken out.
#[derive(Default)]
struct Changes {
    lists: HashMap<Box<[u8]>, Vec<u32>>,
    phones: phones::Changed,
    room: usize,
}

impl Changes {
    fn note(&mut self, term: &[u8], change: u32) {
        match self.lists.get_mut(term) {
            // A lead has many a term several times.
            Some(leads) if leads.last() == Some(&change) => {}
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

    fn lead(&mut self, id: u32, old: Option<&State>, new: Option<&State>) {
        let none = State::default();
        let numbers = |state: Option<&State>| state.map(|state| state.phones.clone()).unwrap_or_default();
        if numbers(old) != numbers(new) {
            phones::change(&mut self.phones, id, &numbers(new));
        }
        let Some(old) = old else {
            new.unwrap_or(&none).terms.iter().for_each(|term| self.note(term, id << 1));
            return;
        };
        let sorted = |state: &State| state.terms.iter().map(<[u8]>::to_vec).collect::<std::collections::BTreeSet<_>>();
        let (old, new) = (sorted(old), sorted(new.unwrap_or(&none)));
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
    pub(super) fn set(&mut self, searched: &crate::domain::search::Searched<'_>, prefixes: &Prefixes) {
        self.terms.clear();
        self.terms.of(searched);
        add_prefixes(&mut self.terms, prefixes);
        self.phones = terms::phones(searched);
    }
}

/// Takes into the lists what at most `most` leads changed; whether there are more.
pub fn merge(tx: &Transaction<'_>, most: u32) -> Result<bool, Error> {
    let mut prefixes = prefixes(tx)?;
    let mut changes = Changes::default();
    let (mut old, mut new) = (State::default(), State::default());
    let (mut last, mut count): (LeadId, u32) = (0, 0);
    let mut full = false;
    {
        let mut statement = tx.prepare_cached(CHANGED)?;
        let mut rows = statement.query([most])?;
        while let Some(row) = rows.next()? {
            let id: LeadId = row.get(0)?;
            let lead = u32::try_from(id)
                .ok()
                .filter(|id| *id < u32::MAX / 2)
                .ok_or_else(|| Error::internal("too many leads"))?;
            let was = row.get_ref(1)?.as_str_or_null().map_err(rusqlite::Error::from)?;
            if let Some(was) = was {
                texts::of_past(was, |searched| old.set(searched, &prefixes))?;
            }
            let there: bool = row.get(2)?;
            if there {
                texts::of_row(row, 3, |searched| new.set(searched, &prefixes))?;
            }
            changes.lead(lead, was.map(|_| &old), there.then_some(&new));
            last = id;
            count += 1;
            if changes.room > ROOM {
                full = true;
                break;
            }
        }
    }
    if count == 0 {
        return Ok(false);
    }
    let looked_at = write(tx, changes, &prefixes)?;
    tx.prepare_cached(DONE)?.execute([last])?;
    for term in looked_at {
        give_lists(tx, &term, &mut prefixes)?;
    }
    Ok(full || count == most)
}

/// Writes the changed lists; of the new ones some, to look at.
fn write(tx: &Transaction<'_>, changes: Changes, prefixes: &Prefixes) -> Result<Vec<Box<[u8]>>, Error> {
    let mut get = tx.prepare_cached(GET)?;
    let mut put = tx.prepare_cached(PUT)?;
    let mut remove = tx.prepare_cached(REMOVE)?;
    let mut used: HashMap<i64, bool> = HashMap::new();
    let mut looked_at: Vec<Box<[u8]>> = Vec::new();
    let mut seen: Prefixes = HashSet::new();
    let mut lists: Vec<(Box<[u8]>, Vec<u32>)> = changes.lists.into_iter().collect();
    lists.sort_unstable();
    for (term, leads) in lists {
        for leads in leads.chunk_by(|one, other| lists::place(one >> 1).0 == lists::place(other >> 1).0) {
            let (chunk, _) = lists::place(leads[0] >> 1);
            let is_used = match used.get(&chunk) {
                Some(is_used) => *is_used,
                None => {
                    let from = chunk * CHUNK as i64;
                    let is_used =
                        tx.prepare_cached(IS_USED)?.query_row((from, from + CHUNK as i64), |row| row.get(0))?;
                    used.insert(chunk, is_used);
                    is_used
                }
            };
            let before: Option<Vec<u8>> =
                if is_used { get.query_row((&term, chunk), |row| row.get(0)).optional()? } else { None };
            let after = changed(before.as_deref().unwrap_or_default(), leads);
            if !after.is_empty() {
                put.execute((&term, chunk, lists::encode(&after)))?;
            } else if before.is_some() {
                remove.execute((&term, chunk))?;
            }
            if before.is_none() && term[0] & HEAVY == 0 && is_looked_at(&term, chunk) {
                let first = ends(&term).find(|end| !prefixes.contains(&term[..*end]));
                if first.is_some_and(|end| seen.insert(term[..end].into())) {
                    looked_at.push(term.clone());
                }
            }
        }
    }
    phones::write(tx, changes.phones)?;
    Ok(looked_at)
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
