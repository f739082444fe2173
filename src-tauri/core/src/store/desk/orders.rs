//! Orders of all leads: made when a list needs one beyond its first page, kept true, and forgotten when others are asked for.

use std::ops::Range;
use std::sync::Arc;

use fixedbitset::FixedBitSet;
use rusqlite::Connection;

use super::columns::{Columns, NONE, instant, marks, millis};
use super::keys::{Compare, Keys, Kind};
use super::places::{Places, Slot};
use super::texts::Text;
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
pub(super) struct Orders {
    kept: Vec<Order>,
    /// An order by a text was asked for that is not there: it is made beside the desk, since that takes a second.
    wanted: Option<Text>,
}

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
        for order in &mut self.kept {
            order.pending.extend_from_slice(changed);
        }
        self.kept.retain(|order| {
            let most = if matches!(order.kind, Kind::Text(_)) { MOST_TEXTS } else { order.slots.len() / 4 + FEW };
            order.pending.len() <= most
        });
    }

    pub fn has(&self, kind: Kind) -> bool {
        self.kept.iter().any(|order| order.kind == kind)
    }

    /// The order as it is now, made if it is not there; one by a text only says then that it is wanted, and fails with `Busy`.
    pub fn get(&mut self, kind: Kind, with: &mut With<'_>) -> Result<Ordered, Error> {
        // A clock that was set back takes an order that changes with time back to its beginning.
        let is_true = |order: &Order| kind != Kind::Deadline || order.now <= with.now;
        let known = self.kept.iter().position(|order| order.kind == kind && is_true(order));
        let mut order = match known {
            Some(at) => self.kept.remove(at),
            None => {
                if let Kind::Text(text) = kind {
                    self.wanted = Some(text);
                    return Err(Error::Busy);
                }
                self.kept.retain(|order| order.kind != kind);
                let slots = Arc::new(make(kind, with));
                let until = if kind == Kind::Deadline { next_end(with.columns, with.now) } else { None };
                Order { kind, slots, pending: Vec::new(), now: with.now, until }
            }
        };
        order.go_on(with);
        order.settle(with)?;
        let slots = order.slots.clone();
        let parts = parts(&slots, kind, with)?;
        self.kept.push(order);
        if self.kept.len() > MOST {
            self.kept.remove(0);
        }
        Ok(Ordered { slots, parts })
    }

    /// The order by a text that was wanted and not there.
    pub fn take_wanted(&mut self) -> Option<Text> {
        self.wanted.take()
    }

    /// Keeps an order that was made beside the desk; `changed` are the leads that were changed since, if they are not too many to be
    /// sorted in.
    pub fn take_in(&mut self, text: Text, slots: Vec<Slot>, changed: Vec<Slot>, now: Timestamp) {
        let kind = Kind::Text(text);
        self.kept.retain(|order| order.kind != kind);
        if changed.len() <= MOST_TEXTS {
            self.kept.push(Order { kind, slots: Arc::new(slots), pending: changed, now, until: None });
        }
    }

    pub fn bytes(&self) -> usize {
        self.kept.iter().map(|order| (order.slots.capacity() + order.pending.capacity()) * 4).sum()
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

fn make(kind: Kind, with: &mut With<'_>) -> Vec<Slot> {
    Keys::of(with.columns, kind, with.now).map(|keys| by_keys(&keys, with.listed)).unwrap_or_default()
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
