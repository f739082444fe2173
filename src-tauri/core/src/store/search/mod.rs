//! The words that leads are found by, each with the list of its leads: an inverted index in tables of the database.
//!
//! What a word finds is said in `domain::search`. Triggers (migration 0004) note each lead whose texts change, with the texts that
//! the lists know of it; a question is answered by the lists without these leads, and by looking at these leads one by one. So an
//! answer is always true to the database's state, and a change costs a row. The lists take them in later, many at once: [`merge`].

mod check;
mod lists;
mod lookup;
mod merge;
mod phones;
pub mod texts;
mod words;
mod writing;

pub use check::stale;
pub use lookup::Index;
pub use merge::{ROOM, Told, number, take_in};
use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::settings;
use crate::domain::search::terms::TERM_RULES;
use crate::error::Error;
pub use words::{Sorted, Words};

/// Marks the list of a prefix that stands for all terms that begin so.
const HEAVY: u8 = 0x80;

/// So many leads are taken in at once while somebody may wait for the database.
pub const BATCH: u32 = 256;
/// More are not left to be looked at one by one: they are taken in by the transaction that wrote them.
pub const MOST_PENDING: u32 = 256;

const ARE_MANY: &str = "SELECT count(*) > ?1 FROM (SELECT 1 FROM search_pending LIMIT ?1 + 1)";

/// The statements of a lookup, and those by which changes are taken in.
pub const LOOKUPS: [&str; 5] = [lookup::NEXT_HEAVY, lookup::IN_SPAN, lookup::OF_HEAVY, merge::GET, merge::HOW_MANY];

/// Whether there are leads that the lists have not taken in.
pub fn is_behind(connection: &Connection) -> Result<bool, Error> {
    Ok(connection.prepare_cached(ARE_MANY)?.query_row([0], |row| row.get(0))?)
}

/// Takes into the lists what at most `most` leads changed; whether there are more.
pub fn merge(tx: &Transaction<'_>, most: u32) -> Result<bool, Error> {
    merge::merge(tx, most, &mut |_, _| Ok(()))
}

/// Takes in what the transaction changed if that is much: at its end, in batches.
pub fn take_in_many(tx: &Transaction<'_>) -> Result<(), Error> {
    take_in_many_told(tx, &mut |_, _| Ok(()))
}

/// As [`take_in_many`]; ends when `told` fails, which hears of every batch how many of its terms are done.
pub fn take_in_many_told(tx: &Transaction<'_>, told: Told<'_>) -> Result<(), Error> {
    if tx.prepare_cached(ARE_MANY)?.query_row([MOST_PENDING], |row| row.get(0))? {
        while merge::merge(tx, u32::MAX, told)? {}
    }
    Ok(())
}

/// Makes the index anew if it was made by other rules, or never. `told` hears how many of how many leads are in it.
pub fn make_anew_if_stale(connection: &mut Connection, told: &mut dyn FnMut(u32, u32)) -> Result<(), Error> {
    if settings::term_rules(connection)? == Some(TERM_RULES) {
        return Ok(());
    }
    let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    make_anew(&tx, told)?;
    tx.commit()?;
    Ok(())
}

/// Makes the index of all leads anew.
fn make_anew(tx: &Transaction<'_>, told: &mut dyn FnMut(u32, u32)) -> Result<(), Error> {
    tx.execute_batch(
        "DELETE FROM search_terms; DELETE FROM search_prefixes; DELETE FROM search_phones; DELETE FROM search_pending; \
         INSERT INTO search_pending (lead_id) SELECT id FROM leads WHERE merged_into IS NULL ORDER BY id;",
    )?;
    let left = || tx.query_row("SELECT count(*) FROM search_pending", [], |row| row.get::<_, u32>(0));
    let all = left()?;
    told(0, all);
    let mut more = true;
    while more {
        more = merge(tx, u32::MAX)?;
        told(all - left()?, all);
    }
    settings::save_term_rules(tx, TERM_RULES)
}

/// Whether the index was made by today's rules.
pub fn is_current(connection: &Connection) -> Result<bool, Error> {
    Ok(settings::term_rules(connection)? == Some(TERM_RULES))
}

#[cfg(test)]
mod tests;
