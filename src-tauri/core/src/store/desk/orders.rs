//! Orders of all leads: made when a list needs one beyond its first page, kept true, and forgotten when others are asked for.

use std::ops::Range;
use std::sync::Arc;

use fixedbitset::FixedBitSet;
use rusqlite::Connection;

use super::coded::no_case;
use super::columns::{Columns, NONE, instant, marks, millis};
use super::keys::{Compare, Keys, Kind, Text};
use super::places::{Places, Slot};
use crate::domain::time::Timestamp;
use crate::error::Error;

/// So many orders are kept: four bytes a lead each.
const MOST: usize = 2;
/// Up to so many changes are mended one by one; more are sorted in together.
const FEW: usize = 8;
/// Each text that is sorted in costs some look-ups; above so many, sorting anew is faster.
const MOST_TEXTS: usize = 2000;

/// The leads that are in lists, in one order: equal ones by their numbers, without a value last.
#[derive(Debug)]
pub(super) struct Order {
    kind: Kind,
    slots: Arc<Vec<Slot>>,
    /// Leads that were changed and not yet sorted in anew.
    pending: Vec<Slot>,
    /// The moment of which it is true, for an order that changes with time, and when it changes next.
    now: Timestamp,
    until: Option<i64>,
}

/// The orders that are kept, the last one asked for at the end.
#[derive(Debug, Default)]
pub(super) struct Orders(Vec<Order>);

/// An order as it is now, and its parts that stand in the same place whatever the direction.
#[derive(Clone, Debug)]
pub(super) struct Ordered {
    pub slots: Arc<Vec<Slot>>,
    parts: Vec<Range<usize>>,
}

impl Ordered {
    /// Calls `each` with the leads in a direction, until it says that it has enough.
    pub fn walk(&self, descending: bool, mut each: impl FnMut(Slot) -> bool) {
        for part in &self.parts {
            let part = &self.slots[part.clone()];
            let go_on = if descending {
                part.iter().rev().all(|slot| each(*slot))
            } else {
                part.iter().all(|slot| each(*slot))
            };
            if !go_on {
                return;
            }
        }
    }
}

/// What an order is made and mended with.
pub(super) struct With<'a> {
    pub connection: &'a Connection,
    pub places: &'a Places,
    pub columns: &'a mut Columns,
    pub listed: &'a FixedBitSet,
    pub now: Timestamp,
}

impl Orders {
    /// Leads were changed.
    pub fn follow(&mut self, changed: &[Slot]) {
        for order in &mut self.0 {
            order.pending.extend_from_slice(changed);
        }
        self.0.retain(|order| {
            let most = if matches!(order.kind, Kind::Text(_)) { MOST_TEXTS } else { order.slots.len() / 4 + FEW };
            order.pending.len() <= most
        });
    }

    pub fn has(&self, kind: Kind) -> bool {
        self.0.iter().any(|order| order.kind == kind)
    }

    /// The order as it is now, made if it is not there.
    pub fn get(&mut self, kind: Kind, with: &mut With<'_>) -> Result<Ordered, Error> {
        // A clock that was set back takes an order that changes with time back to its beginning.
        let is_true = |order: &Order| kind != Kind::Deadline || order.now <= with.now;
        let known = self.0.iter().position(|order| order.kind == kind && is_true(order));
        let mut order = match known {
            Some(at) => self.0.remove(at),
            None => {
                self.0.retain(|order| order.kind != kind);
                let slots = Arc::new(make(kind, with)?);
                let until = if kind == Kind::Deadline { next_end(with.columns, with.now) } else { None };
                Order { kind, slots, pending: Vec::new(), now: with.now, until }
            }
        };
        order.go_on(with);
        order.settle(with)?;
        let slots = order.slots.clone();
        let parts = parts(&slots, kind, with)?;
        self.0.push(order);
        if self.0.len() > MOST {
            self.0.remove(0);
        }
        Ok(Ordered { slots, parts })
    }

    pub fn bytes(&self) -> usize {
        self.0.iter().map(|order| (order.slots.capacity() + order.pending.capacity()) * 4).sum()
    }
}

impl Order {
    /// Time passes: whose contact window has ended since stands elsewhere now.
    fn go_on(&mut self, with: &With<'_>) {
        if self.kind == Kind::Deadline && self.until.is_some_and(|until| until <= with.now.as_millis()) {
            let (from, to) = (instant(self.now.as_millis()), instant(with.now.as_millis()));
            let columns = &*with.columns;
            let ended = |slot: &usize| {
                columns.marks[*slot] & marks::FLAME != 0 && (from..=to).contains(&columns.flame_end(*slot))
            };
            self.pending.extend((0..columns.len()).filter(ended).map(|slot| slot as Slot));
        }
        if self.kind == Kind::Deadline && (self.now != with.now || !self.pending.is_empty()) {
            self.until = next_end(with.columns, with.now);
        }
        self.now = with.now;
    }

    /// Puts changed leads where they belong now.
    fn settle(&mut self, with: &mut With<'_>) -> Result<(), Error> {
        let mut changed = std::mem::take(&mut self.pending);
        if changed.is_empty() {
            return Ok(());
        }
        changed.sort_unstable();
        changed.dedup();
        let slots = Arc::make_mut(&mut self.slots);
        if changed.len() <= FEW {
            for slot in &changed {
                if let Some(at) = slots.iter().position(|there| there == slot) {
                    slots.remove(at);
                }
            }
        } else {
            let mut gone = FixedBitSet::with_capacity(with.columns.len());
            changed.iter().for_each(|slot| gone.insert(*slot as usize));
            slots.retain(|slot| !gone.contains(*slot as usize));
        }
        changed.retain(|slot| with.listed.contains(*slot as usize));
        let mut compare = Compare::new(with.connection, with.places, with.columns, self.kind, with.now);
        let mut comes: Vec<(usize, Slot)> = Vec::new();
        for slot in changed {
            comes.push((place(slots, |there| compare.cmp(there, slot).map(std::cmp::Ordering::is_lt))?, slot));
        }
        let mut failed = None;
        comes.sort_by(|(a, one), (b, other)| {
            a.cmp(b).then_with(|| {
                compare.cmp(*one, *other).unwrap_or_else(|error| {
                    failed = Some(error);
                    one.cmp(other)
                })
            })
        });
        if let Some(error) = failed {
            return Err(error);
        }
        // From the end, so that each lead behind is moved once, by as many places as come before it.
        let mut end = slots.len();
        slots.resize(end + comes.len(), 0);
        for (before, (at, slot)) in comes.into_iter().enumerate().rev() {
            slots.copy_within(at..end, at + before + 1);
            slots[at + before] = slot;
            end = at;
        }
        Ok(())
    }
}

/// The first place of which `before` does not hold any more.
fn place(slots: &[Slot], mut before: impl FnMut(Slot) -> Result<bool, Error>) -> Result<usize, Error> {
    let (mut from, mut until) = (0, slots.len());
    while from < until {
        let middle = from.midpoint(until);
        if before(slots[middle])? {
            from = middle + 1;
        } else {
            until = middle;
        }
    }
    Ok(from)
}

fn parts(slots: &[Slot], kind: Kind, with: &mut With<'_>) -> Result<Vec<Range<usize>>, Error> {
    let mut compare = Compare::new(with.connection, with.places, with.columns, kind, with.now);
    let mut parts = Vec::new();
    let mut from = 0;
    while from < slots.len() {
        let group = compare.group(slots[from])?;
        let until = from + place(&slots[from..], |slot| Ok(compare.group(slot)? == group))?;
        parts.push(from..until);
        from = until;
    }
    Ok(parts)
}

/// When the next contact window ends after `now`.
pub(super) fn next_end(columns: &Columns, now: Timestamp) -> Option<i64> {
    let now = instant(now.as_millis());
    let hot = |slot: &usize| columns.marks[*slot] & marks::FLAME != 0 && columns.flame_end(*slot) > now;
    (0..columns.len()).filter(hot).map(|slot| columns.flame_end(slot)).min().map(millis)
}

fn make(kind: Kind, with: &mut With<'_>) -> Result<Vec<Slot>, Error> {
    match (Keys::of(with.columns, kind, with.now), kind) {
        (Some(keys), _) => Ok(by_keys(&keys, with.listed)),
        (None, Kind::Text(Text::Customer)) => by_customer(with),
        (None, Kind::Text(text)) => by_text(text, with),
        (None, _) => Ok(Vec::new()),
    }
}

fn by_keys(keys: &Keys<'_>, listed: &FixedBitSet) -> Vec<Slot> {
    let slots = || listed.ones().map(|slot| slot as Slot);
    let (mut least, mut most) = (NONE, 0);
    for key in slots().map(|slot| keys.get(slot)).filter(|key| *key != NONE) {
        (least, most) = (least.min(key), most.max(key));
    }
    let bits = u64::BITS - (listed.len() as u64).leading_zeros();
    let mut order: Vec<Slot> = Vec::with_capacity(listed.count_ones(..));
    if most.saturating_sub(least) < NONE >> bits {
        // Key and place fit into one number, which sorts in a third of the time.
        let mut sorted: Vec<u64> = slots()
            .filter_map(|slot| match keys.get(slot) {
                NONE => None,
                key => Some((key - least) << bits | u64::from(slot)),
            })
            .collect();
        sorted.sort_unstable();
        order.extend(sorted.into_iter().map(|one| (one & ((1 << bits) - 1)) as Slot));
    } else {
        let mut sorted: Vec<(u64, Slot)> =
            slots().map(|slot| (keys.get(slot), slot)).filter(|(key, _)| *key != NONE).collect();
        sorted.sort_unstable();
        order.extend(sorted.into_iter().map(|(_, slot)| slot));
    }
    order.extend(slots().filter(|slot| keys.get(*slot) == NONE));
    order
}

/// The leads by customer, from one end of the index or the other.
pub(super) fn walk_customers(descending: bool) -> String {
    let way = if descending { "DESC" } else { "ASC" };
    format!("SELECT id FROM leads INDEXED BY leads_by_customer ORDER BY customer COLLATE NOCASE {way}, id {way}")
}

fn by_customer(with: &With<'_>) -> Result<Vec<Slot>, Error> {
    let mut order = Vec::with_capacity(with.listed.count_ones(..));
    let mut statement = with.connection.prepare(&walk_customers(false))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let slot = with.places.slot(row.get(0)?).ok_or(Error::NotFound)?;
        if with.listed.contains(slot as usize) {
            order.push(slot);
        }
    }
    Ok(order)
}

/// Reads one text of every lead, the first time that a list is sorted by it.
pub(super) fn load_one_text(text: Text) -> String {
    format!("SELECT id, {} FROM leads", text.sql())
}

fn by_text(text: Text, with: &With<'_>) -> Result<Vec<Slot>, Error> {
    // All texts behind each other: one allocation instead of a million.
    let mut letters = String::new();
    let (mut order, mut without) = (Vec::new(), Vec::new());
    let mut statement = with.connection.prepare(&load_one_text(text))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let slot = with.places.slot(row.get(0)?).ok_or(Error::NotFound)?;
        if !with.listed.contains(slot as usize) {
            continue;
        }
        match text.read(row, 1)? {
            Some(text) => {
                let from = letters.len();
                letters.push_str(&text);
                order.push((from, letters.len(), slot));
            }
            None => without.push(slot),
        }
    }
    order.sort_unstable_by(|(from, until, slot), (other, end, than)| {
        no_case(&letters[*from..*until], &letters[*other..*end]).then(slot.cmp(than))
    });
    without.sort_unstable();
    Ok(order.into_iter().map(|(.., slot)| slot).chain(without).collect())
}
