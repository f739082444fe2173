//! Whether the index says of every lead what the lead says.

use std::hash::{DefaultHasher, Hash, Hasher};

use rusqlite::Connection;

use super::lists::{self, CHUNK};
use super::merge::{State, prefixes};
use super::{phones, texts};
use crate::error::Error;

const EXPECTED: &str = "SELECT l.id, NULL, l.customer, l.contacts, l.deal_name, l.notes, l.need, l.city, l.crm_id, l.campaign_id, \
    l.employees, l.country FROM leads l \
    WHERE l.merged_into IS NULL AND NOT EXISTS (SELECT 1 FROM search_pending p WHERE p.lead_id = l.id) \
    UNION ALL SELECT lead_id, was, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM search_pending \
    WHERE was IS NOT NULL";

/// Of how many leads the lists say something else than what they were made of. Each term of a lead counts as a number, added where
/// it is expected and taken away where it is found: what is not nothing in the end is wrong.
pub fn stale(connection: &Connection) -> Result<u32, Error> {
    let prefixes = prefixes(connection)?;
    let mut sums: Vec<u64> = Vec::new();
    let mut state = State::default();
    let mut statement = connection.prepare(EXPECTED)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        match row.get_ref(1)?.as_str_or_null().map_err(rusqlite::Error::from)? {
            Some(was) => texts::of_past(was, |searched| state.set(searched, &prefixes))?,
            None => texts::of_row(row, 2, |searched| state.set(searched, &prefixes))?,
        }
        let mut terms: Vec<&[u8]> = state.terms.iter().collect();
        terms.sort_unstable();
        terms.dedup();
        let sum = terms.into_iter().fold(number_of(&state.phones), |sum, term| sum.wrapping_add(hash(term)));
        add(&mut sums, row.get(0)?, sum);
    }
    let mut statement = connection.prepare("SELECT term, chunk, leads FROM search_terms")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let found = hash(row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?).wrapping_neg();
        let first = row.get::<_, i64>(1)?.saturating_mul(CHUNK as i64);
        lists::each(row.get_ref(2)?.as_blob().map_err(rusqlite::Error::from)?, |place| {
            add(&mut sums, first.saturating_add(i64::from(place)), found);
        });
    }
    phones::each_lead(connection, |lead, packed| add(&mut sums, lead, hash(packed).wrapping_neg()))?;
    Ok(u32::try_from(sums.iter().filter(|sum| **sum != 0).count()).unwrap_or(u32::MAX))
}

fn number_of(phones: &[String]) -> u64 {
    if phones.is_empty() { 0 } else { hash(&phones::pack(phones)) }
}

fn hash(term: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    term.hash(&mut hasher);
    hasher.finish()
}

/// A number of a lead that cannot be is a damage as well, and told as one of the lead 0.
fn add(sums: &mut Vec<u64>, lead: i64, number: u64) {
    let place = usize::try_from(lead).ok().filter(|place| *place < 1 << 28).unwrap_or_default();
    if place >= sums.len() {
        sums.resize(place + 1, 0);
    }
    sums[place] = sums[place].wrapping_add(number);
}
