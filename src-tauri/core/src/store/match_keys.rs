//! What leads have in common, looked up by index: written by the same functions as the lead's row.
//!
//! Which keys a lead has is decided in `domain::duplicates`. A lead that was merged away has none.

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};

use super::{leads, settings};
use crate::domain::duplicates::{KEY_RULES, Key, KeyKind, Match, keys, referral};
use crate::domain::lead::{Lead, LeadId};
use crate::error::Error;

/// How many leads with the same key are looked at, the newest first: an address of a switchboard may be on thousands.
const MOST_WITH_A_KEY: u32 = 20;
/// How many neighbours in the alphabet a company's name is compared with, to either side.
const MOST_NEIGHBOURS: u32 = 10;

/// After how many leads it is told again how far their keys are.
const TOLD_EVERY: u32 = 5_000;

const BY_KEY: &str = "SELECT lead_id FROM match_keys WHERE kind = ?1 AND key = ?2 ORDER BY lead_id DESC LIMIT ?3";
/// Of one domain, from a name on. Names that are nearly the same nearly always begin alike, and so stand together.
const NEIGHBOURS_AFTER: &str = "SELECT key, lead_id FROM match_keys WHERE kind = ?1 AND key > ?2 AND key < ?3 \
    ORDER BY kind, key, lead_id LIMIT ?4";
const NEIGHBOURS_BEFORE: &str = "SELECT key, lead_id FROM match_keys WHERE kind = ?1 AND key < ?2 AND key > ?3 \
    ORDER BY kind DESC, key DESC, lead_id DESC LIMIT ?4";
const BY_REFERRAL: &str = "SELECT id FROM leads WHERE referral_id = ?1 AND merged_into IS NULL";
const SAID_TO_DIFFER: &str = "SELECT EXISTS (SELECT 1 FROM distinct_leads WHERE one = ?1 AND other = ?2)";

/// The statements that a lookup is made of.
pub const LOOKUPS: [&str; 5] = [BY_KEY, NEIGHBOURS_AFTER, NEIGHBOURS_BEFORE, BY_REFERRAL, SAID_TO_DIFFER];

/// Writes the keys of a lead that has none yet.
pub fn insert(tx: &Transaction<'_>, id: LeadId, lead: &Lead) -> Result<(), Error> {
    insert_keys(tx, id, &kept(lead))
}

/// As [`insert`], of keys that are known already.
pub fn insert_keys(tx: &Transaction<'_>, id: LeadId, keys: &[Key]) -> Result<(), Error> {
    let mut insert = tx.prepare_cached("INSERT OR IGNORE INTO match_keys (kind, key, lead_id) VALUES (?1, ?2, ?3)")?;
    for key in keys.iter().filter(|key| key.kind != KeyKind::ReferralId) {
        insert.execute((key.kind as u8, &key.text, id))?;
    }
    Ok(())
}

/// Makes the keys of a lead what they are by now, where they were those of `before`; writes nothing if they are that already.
pub fn write(tx: &Transaction<'_>, before: &Lead, after: &Lead) -> Result<(), Error> {
    let of = |lead: &Lead| (lead.merged_into.is_none(), lead.customer.name.clone(), lead.customer.country.clone());
    if of(before) == of(after) && before.contacts == after.contacts {
        return Ok(());
    }
    let (there, wanted) = (kept(before), kept(after));
    if there != wanted {
        delete_keys(tx, after.id, &there)?;
        insert_keys(tx, after.id, &wanted)?;
    }
    Ok(())
}

/// Takes away the keys of a lead that is about to go.
pub fn delete(tx: &Transaction<'_>, lead: &Lead) -> Result<(), Error> {
    delete_keys(tx, lead.id, &kept(lead))
}

/// The keys that are kept of a lead.
fn kept(lead: &Lead) -> Vec<Key> {
    if lead.merged_into.is_some() { Vec::new() } else { keys(lead) }
}

fn delete_keys(tx: &Transaction<'_>, id: LeadId, keys: &[Key]) -> Result<(), Error> {
    let mut delete = tx.prepare_cached("DELETE FROM match_keys WHERE kind = ?1 AND key = ?2 AND lead_id = ?3")?;
    for key in keys {
        delete.execute((key.kind as u8, &key.text, id))?;
    }
    Ok(())
}

/// Makes the keys of all leads if they were made by other rules, or never: an upgrade of the database cannot run the rules. `told`
/// hears now and then of how many of how many leads they are made.
pub fn make_anew_if_stale(connection: &mut Connection, told: &mut dyn FnMut(u32, u32)) -> Result<(), Error> {
    if settings::key_rules(connection)? == Some(KEY_RULES) {
        return Ok(());
    }
    let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    tx.execute("DELETE FROM match_keys", [])?;
    let all: u32 = tx.query_row("SELECT count(*) FROM leads WHERE merged_into IS NULL", [], |row| row.get(0))?;
    let mut done = 0;
    leads::each(&tx, |lead| {
        if done % TOLD_EVERY == 0 {
            told(done, all);
        }
        done += 1;
        insert(&tx, lead.id, &lead)
    })?;
    settings::save_key_rules(&tx, KEY_RULES)?;
    tx.commit()?;
    Ok(())
}

/// Calls `each` with the leads of every key of `kind`, in the order of the keys, if there are several or `alone`.
pub fn each_group(
    connection: &Connection,
    kind: KeyKind,
    alone: bool,
    mut each: impl FnMut(Key, &[LeadId]),
) -> Result<(), Error> {
    let mut statement =
        connection.prepare_cached("SELECT key, lead_id FROM match_keys WHERE kind = ?1 ORDER BY key, lead_id")?;
    let mut rows = statement.query([kind as u8])?;
    let mut key = String::new();
    let mut ids: Vec<LeadId> = Vec::new();
    loop {
        let row = rows.next()?;
        let next = match row {
            Some(row) => Some((row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?, row.get::<_, LeadId>(1)?)),
            None => None,
        };
        if next.is_none_or(|(next, _)| next != key) {
            if ids.len() > 1 || (alone && ids.len() == 1) {
                each(Key { kind, text: std::mem::take(&mut key) }, &ids);
            }
            ids.clear();
            let Some((next, _)) = next else { return Ok(()) };
            next.clone_into(&mut key);
        }
        ids.extend(next.map(|(_, id)| id));
    }
}

/// The pairs of which the user said that they are two.
pub fn all_said_to_differ(connection: &Connection) -> Result<std::collections::HashSet<(LeadId, LeadId)>, Error> {
    let mut statement = connection.prepare_cached("SELECT one, other FROM distinct_leads")?;
    let pairs = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(pairs.collect::<Result<_, _>>()?)
}

/// Notes that two leads are two.
pub fn keep_apart(tx: &Transaction<'_>, one: LeadId, other: LeadId) -> Result<(), Error> {
    tx.prepare_cached("INSERT OR IGNORE INTO distinct_leads (one, other) VALUES (?1, ?2)")?
        .execute((one.min(other), one.max(other)))?;
    Ok(())
}

/// The leads that have one of `keys`, or nearly so, with what they have in common; the surest first, then the newest.
///
/// `excluding` is the lead itself: it and those that the user said to be others are left out. Only indexes are looked at, and of
/// each key only so many leads, so a lookup costs the same in a database of any size.
pub fn find(
    connection: &Connection,
    keys: &[Key],
    excluding: Option<LeadId>,
) -> Result<Vec<(LeadId, Vec<Match>)>, Error> {
    let mut found: Vec<(LeadId, Vec<Match>)> = Vec::new();
    for key in keys {
        for id in having(connection, key)? {
            if Some(id) == excluding {
                continue;
            }
            let same = key.told();
            match found.iter_mut().find(|(other, _)| *other == id) {
                Some((_, matches)) if matches.contains(&same) => {}
                Some((_, matches)) => matches.push(same),
                None => found.push((id, vec![same])),
            }
        }
    }
    if let Some(id) = excluding {
        let mut apart = Vec::new();
        for (other, _) in &found {
            if said_to_differ(connection, id, *other)? {
                apart.push(*other);
            }
        }
        found.retain(|(other, _)| !apart.contains(other));
    }
    found.sort_by_key(|(id, matches)| (surest(matches), std::cmp::Reverse(matches.len()), std::cmp::Reverse(*id)));
    Ok(found)
}

fn surest(matches: &[Match]) -> Option<crate::domain::duplicates::MatchKind> {
    matches.iter().map(|one| one.kind).min()
}

/// The referral ids that are written with more than themselves, as they are looked up: the same id without that would be another
/// lead's.
pub fn referrals_written_oddly(connection: &Connection) -> Result<Vec<(LeadId, String)>, Error> {
    let sql = "SELECT id, referral_id FROM leads WHERE merged_into IS NULL AND referral_id GLOB '*[{}\" ]*'";
    let mut statement = connection.prepare_cached(sql)?;
    let odd = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))?;
    let odd: Vec<_> = odd.collect::<Result<_, _>>()?;
    Ok(odd.into_iter().map(|(id, text)| (id, referral(&text).to_owned())).collect())
}

/// The leads that have `key`, or nearly so.
pub fn having(connection: &Connection, key: &Key) -> Result<Vec<LeadId>, Error> {
    if key.kind == KeyKind::ReferralId {
        let id = connection.prepare_cached(BY_REFERRAL)?.query_row([&key.text], |row| row.get(0)).optional()?;
        return Ok(id.into_iter().collect());
    }
    let kind = key.kind as u8;
    let mut statement = connection.prepare_cached(BY_KEY)?;
    let ids = statement.query_map((kind, &key.text, MOST_WITH_A_KEY), |row| row.get(0))?;
    let mut ids: Vec<LeadId> = ids.collect::<Result<_, _>>()?;
    if key.kind == KeyKind::Company {
        for (sql, end) in [(NEIGHBOURS_AFTER, '\u{20}'), (NEIGHBOURS_BEFORE, '\u{1f}')] {
            let end = format!("{}{end}", key.company().0);
            let mut statement = connection.prepare_cached(sql)?;
            let mut rows = statement.query((kind, &key.text, end, MOST_NEIGHBOURS))?;
            while let Some(row) = rows.next()? {
                if key.meets(&Key { kind: KeyKind::Company, text: row.get(0)? }) {
                    ids.push(row.get(1)?);
                }
            }
        }
    }
    Ok(ids)
}

/// Whether the user said that two leads are two.
pub fn said_to_differ(connection: &Connection, one: LeadId, other: LeadId) -> Result<bool, Error> {
    let pair = (one.min(other), one.max(other));
    Ok(connection.prepare_cached(SAID_TO_DIFFER)?.query_row(pair, |row| row.get(0))?)
}
