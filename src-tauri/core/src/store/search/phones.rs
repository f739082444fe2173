//! The digits of all phone numbers, half a byte each, a hundred leads to a row: any part of a number is found by reading them through.
//!
//! Lists of the leads that have each three digits would be shorter to read, but not exact from four digits on; and half of all
//! leads may have the same four.

use std::collections::BTreeMap;

use fixedbitset::FixedBitSet;
use memchr::memmem;
use rusqlite::{Connection, OptionalExtension, Transaction};

use crate::error::Error;

/// So many lead numbers share a row: three rows fill a page of the database, and none runs over its end.
const SHARED: u32 = 128;
/// Behind each number; no digit.
const END: u8 = 0xa;

pub const SCAN: &str = "SELECT chunk, numbers FROM search_phones";
const GET: &str = "SELECT numbers FROM search_phones WHERE chunk = ?1";
const PUT: &str = "INSERT OR REPLACE INTO search_phones (chunk, numbers) VALUES (?1, ?2)";
const REMOVE: &str = "DELETE FROM search_phones WHERE chunk = ?1";

/// Numbers of leads that changed: the packed digits by chunk and place; none for a lead that has no number any more.
pub type Changed = BTreeMap<i64, BTreeMap<u32, Vec<u8>>>;

/// Notes the packed numbers that `lead` has by now.
pub fn change(changed: &mut Changed, lead: u32, packed: Vec<u8>) {
    changed.entry(i64::from(lead / SHARED)).or_default().insert(lead % SHARED, packed);
}

/// Numbers one after the other, with a sign behind each.
pub fn pack(numbers: &[String]) -> Vec<u8> {
    let digits = numbers.iter().flat_map(|number| number.bytes().map(|digit| digit & 0xf).chain([END]));
    let halves: Vec<u8> = digits.collect();
    halves.chunks(2).map(|two| two[0] << 4 | two.get(1).copied().unwrap_or(END)).collect()
}

/// Writes what changed.
pub fn write(tx: &Transaction<'_>, changed: Changed) -> Result<(), Error> {
    let mut get = tx.prepare_cached(GET)?;
    for (chunk, leads) in changed {
        let before: Option<Vec<u8>> = get.query_row([chunk], |row| row.get(0)).optional()?;
        let mut all: BTreeMap<u32, Vec<u8>> = BTreeMap::new();
        each(before.as_deref().unwrap_or_default(), |place, packed| {
            all.insert(place, packed.to_owned());
        });
        all.extend(leads);
        all.retain(|_, packed| !packed.is_empty());
        if all.is_empty() {
            tx.prepare_cached(REMOVE)?.execute([chunk])?;
        } else {
            tx.prepare_cached(PUT)?.execute((chunk, encode(&all)))?;
        }
    }
    Ok(())
}

/// How long the list of leads is; of each its place and the length of its digits; then the digits of all.
fn encode(leads: &BTreeMap<u32, Vec<u8>>) -> Vec<u8> {
    let mut list = Vec::new();
    let mut next = 0;
    for (place, packed) in leads {
        number(&mut list, (place - next) as usize);
        number(&mut list, packed.len());
        next = place + 1;
    }
    let mut bytes = Vec::new();
    number(&mut bytes, list.len());
    bytes.extend(list);
    bytes.extend(leads.values().flatten());
    bytes
}

fn number(bytes: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        bytes.push(0x80 | (number & 0x7f) as u8);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn read_number(bytes: &mut &[u8]) -> usize {
    let (mut number, mut shift) = (0, 0);
    while let Some((byte, rest)) = bytes.split_first() {
        *bytes = rest;
        number |= usize::from(byte & 0x7f) << shift;
        shift += 7;
        if *byte < 0x80 || shift > 28 {
            break;
        }
    }
    number
}

/// The list of leads of a row, and the digits of all.
fn parts(mut bytes: &[u8]) -> (&[u8], &[u8]) {
    let length = read_number(&mut bytes);
    bytes.split_at_checked(length).unwrap_or_default()
}

/// The leads of a list, each with its place in the chunk and where its digits end.
fn leads(mut list: &[u8]) -> Vec<(u32, usize)> {
    let mut leads = Vec::with_capacity(SHARED as usize);
    let (mut next, mut end) = (0_u32, 0_usize);
    while !list.is_empty() {
        let place = next.saturating_add(u32::try_from(read_number(&mut list)).unwrap_or(u32::MAX));
        end = end.saturating_add(read_number(&mut list));
        leads.push((place, end));
        next = place.saturating_add(1);
    }
    leads
}

/// Calls `each` with the place and the packed numbers of every lead of a row.
fn each(bytes: &[u8], mut each: impl FnMut(u32, &[u8])) {
    let (list, digits) = parts(bytes);
    let mut from = 0;
    for (place, until) in leads(list) {
        each(place, digits.get(from..until).unwrap_or_default());
        from = until;
    }
}

/// Calls `with` with every lead that has numbers.
pub fn each_lead(connection: &Connection, mut with: impl FnMut(i64, &[u8])) -> Result<(), Error> {
    let mut statement = connection.prepare_cached(SCAN)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let first = row.get::<_, i64>(0)?.saturating_mul(i64::from(SHARED));
        each(row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?, |place, packed| {
            with(first.saturating_add(i64::from(place)), packed);
        });
    }
    Ok(())
}

/// Marks the leads that have a number with `digits` in it.
pub fn mark(connection: &Connection, digits: &str, found: &mut FixedBitSet) -> Result<(), Error> {
    let wanted = Wanted::of(digits);
    let mut statement = connection.prepare_cached(SCAN)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let first = row.get::<_, i64>(0)?.saturating_mul(i64::from(SHARED));
        let (list, digits) = parts(row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?);
        // Most rows have none of them: whose digits they are is read where one has.
        let mut here: Option<Vec<(u32, usize)>> = None;
        for way in [&wanted.even, &wanted.odd] {
            let mut lead = 0;
            way.each(digits, |at| {
                let leads = here.get_or_insert_with(|| leads(list));
                lead += leads[lead..].iter().take_while(|(_, end)| *end <= at).count();
                let (place, end) = leads.get(lead)?;
                let id = usize::try_from(first.saturating_add(i64::from(*place))).ok()?;
                if id < found.len() {
                    found.insert(id);
                }
                // One of its numbers is enough.
                Some(*end)
            });
        }
    }
    Ok(())
}

/// Digits as they may stand among packed ones: from the beginning of a byte, or from its second half.
struct Wanted<'a> {
    even: Packed<'a>,
    odd: Packed<'a>,
}

struct Packed<'a> {
    /// Before the whole bytes, in the second half of one.
    before: Option<u8>,
    whole: memmem::Finder<'a>,
    /// Behind them, in the first half of one.
    behind: Option<u8>,
}

impl Wanted<'_> {
    fn of(digits: &str) -> Self {
        let digits: Vec<u8> = digits.bytes().map(|digit| digit & 0xf).collect();
        let packed = |before: Option<u8>, rest: &[u8]| {
            let pairs = rest.chunks_exact(2);
            let behind = pairs.remainder().first().copied();
            let whole: Vec<u8> = pairs.map(|two| two[0] << 4 | two[1]).collect();
            Packed { before, whole: memmem::Finder::new(&whole).into_owned(), behind }
        };
        Self { even: packed(None, &digits), odd: packed(digits.first().copied(), digits.get(1..).unwrap_or_default()) }
    }
}

impl Packed<'_> {
    /// Calls `each` with every place where they stand; it says from where on the next one is looked for.
    fn each(&self, bytes: &[u8], mut each: impl FnMut(usize) -> Option<usize>) {
        let length = self.whole.needle().len();
        let mut from = 0;
        while let Some(at) = bytes.get(from..).and_then(|rest| self.whole.find(rest)).map(|at| at + from) {
            let before = self.before.is_none_or(|half| at > 0 && bytes[at - 1] & 0xf == half);
            let behind = self.behind.is_none_or(|half| bytes.get(at + length).is_some_and(|byte| byte >> 4 == half));
            from = at + 1;
            if before && behind {
                let Some(next) = each(at) else { return };
                from = from.max(next);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_part_of_a_number_is_found_wherever_it_stands() {
        let numbers = ["821012345679".to_owned(), "01012345679".to_owned(), "5550143".to_owned()];
        let packed = pack(&numbers);
        let found = |digits: &str| {
            let wanted = Wanted::of(digits);
            [wanted.even, wanted.odd].into_iter().any(|way| {
                let mut found = false;
                way.each(&packed, |at| {
                    found = true;
                    Some(at)
                });
                found
            })
        };
        for number in &numbers {
            for from in 0..number.len() {
                for until in from + 3..=number.len() {
                    assert!(found(&number[from..until]), "{}", &number[from..until]);
                }
            }
        }
        for digits in ["790", "567901", "999", "55501434", "8210123456790", "111"] {
            assert!(!found(digits), "{digits} is in none, also not across two");
        }
    }
}
