//! The first leads of an order, from either end: what a change of sort shows at once.
//!
//! A whole order takes four bytes a lead; the heads of all orders take some hundred kilobytes, and the first page of nearly every long
//! list is in them. They are picked out while nobody asks (`DeskIndex::know_more`), or when a list wants one, and follow each
//! change. Orders by texts that are not in memory have none.

use fixedbitset::FixedBitSet;

use super::DeskIndex;
use super::columns::{Columns, instant, marks};
use super::keys::{Keys, Kind};
use super::lists::least;
use super::orders::next_end;
use super::places::Slot;
use crate::domain::time::Timestamp;

/// So many leads are picked out: of every list that holds one lead in ten, the first sixty are among them.
const KEPT: usize = 1024;
/// A head that changes have left so few of is picked out anew.
const LEAST: usize = 640;
/// More changes at once than this are not followed.
const FEW: usize = 64;

/// The first leads of all in an order and a direction.
#[derive(Debug)]
struct Head {
    kind: Kind,
    descending: bool,
    slots: Vec<Slot>,
    /// There are no others.
    is_all: bool,
    /// The moment of which it is true, for an order that changes with time, and when it changes next.
    now: Timestamp,
    until: Option<i64>,
}

/// The heads that are known.
#[derive(Debug, Default)]
pub(super) struct Heads(Vec<Head>);

impl Heads {
    pub fn bytes(&self) -> usize {
        self.0.iter().map(|head| head.slots.capacity() * 4).sum()
    }

    /// Nothing is known any more.
    pub fn forget(&mut self) {
        self.0.clear();
    }

    /// Leads were changed.
    pub fn follow(&mut self, columns: &mut Columns, listed: &FixedBitSet, changed: &[Slot]) {
        if changed.len() > FEW {
            self.forget();
        }
        self.0.retain_mut(|head| head.follow(columns, listed, changed));
    }

    fn get(&self, kind: Kind, descending: bool, now: Timestamp) -> Option<&Head> {
        let is_it = |head: &&Head| head.kind == kind && head.descending == descending && head.holds_at(now);
        self.0.iter().find(is_it)
    }
}

impl Head {
    fn holds_at(&self, now: Timestamp) -> bool {
        self.kind != Kind::Deadline || (self.now <= now && self.until.is_none_or(|until| now.as_millis() < until))
    }

    /// Takes changed leads out and puts those in that belong here by now; whether enough is left.
    fn follow(&mut self, columns: &mut Columns, listed: &FixedBitSet, changed: &[Slot]) -> bool {
        let moment = instant(self.now.as_millis());
        if self.kind == Kind::Deadline {
            let hot = changed.iter().map(|slot| *slot as usize).filter(|slot| columns.marks[*slot] & marks::FLAME != 0);
            let ends = hot.map(|slot| columns.flame_end(slot)).filter(|end| *end > moment).min();
            self.until = self.until.into_iter().chain(ends.map(super::columns::millis)).min();
        }
        let Some(keys) = Keys::of(columns, self.kind, self.now) else { return false };
        let key = |slot: Slot| keys.directed(slot, self.descending);
        self.slots.retain(|slot| changed.binary_search(slot).is_err());
        for slot in changed.iter().copied().filter(|slot| listed.contains(*slot as usize)) {
            if self.is_all || self.slots.last().is_some_and(|last| key(slot) < key(*last)) {
                let at = self.slots.partition_point(|there| key(*there) < key(slot));
                self.slots.insert(at, slot);
            }
        }
        if self.slots.len() > KEPT {
            self.is_all = false;
            self.slots.truncate(KEPT);
        }
        self.is_all || self.slots.len() >= LEAST
    }
}

impl DeskIndex {
    /// Picks out the head of one order that is not known yet, and tells whether there was one.
    pub fn know_more(&mut self, now: Timestamp) -> bool {
        let has_texts = self.columns.texts.is_some();
        let unknown = Kind::BY_NUMBER
            .into_iter()
            .filter(|kind| has_texts || !kind.needs_texts())
            .flat_map(|kind| [(kind, false), (kind, true)])
            .find(|(kind, descending)| self.heads.get(*kind, *descending, now).is_none());
        unknown.is_some_and(|(kind, descending)| self.pick_out(kind, descending, now))
    }

    /// Forgets what is known of orders, as after a start.
    pub fn forget_orders(&mut self) {
        self.heads.forget();
        self.orders = super::orders::Orders::default();
        self.lists.forget();
    }

    fn pick_out(&mut self, kind: Kind, descending: bool, now: Timestamp) -> bool {
        self.heads.0.retain(|head| (head.kind, head.descending) != (kind, descending));
        let until = if kind == Kind::Deadline { next_end(&self.columns, now) } else { None };
        let Some(keys) = Keys::of(&mut self.columns, kind, now) else { return false };
        let mut slots = least(&keys, &self.base.listed, descending, KEPT + 1);
        let is_all = slots.len() <= KEPT;
        slots.truncate(KEPT);
        slots.shrink_to_fit();
        self.heads.0.push(Head { kind, descending, slots, is_all, now, until });
        true
    }

    /// The first `most` of the `total` leads `bits`, if they are in the head of their order; it is picked out for a list that holds so
    /// many leads that they should be. `now` is when the list was made.
    pub(super) fn in_head(
        &mut self,
        (kind, descending): (Kind, bool),
        bits: &FixedBitSet,
        total: u32,
        most: usize,
        now: Timestamp,
    ) -> Option<Vec<Slot>> {
        let is_dense = (total as usize).saturating_mul(KEPT / 2) > most.saturating_mul(self.base.listed.len());
        if self.heads.get(kind, descending, now).is_none() && is_dense {
            self.pick_out(kind, descending, now);
        }
        let head = self.heads.get(kind, descending, now)?;
        let found = head.slots.iter().copied().filter(|slot| bits.contains(*slot as usize));
        let found: Vec<Slot> = found.take(most).collect();
        (found.len() == most).then_some(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::desk::columns::{Entry, money};

    /// A number that looks like chance.
    fn next(seed: &mut u64) -> u64 {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        *seed >> 33
    }

    fn put(index: &mut DeskIndex, slot: Slot, seed: &mut u64) {
        let (number, day) = (next(seed), next(seed));
        let entry = Entry {
            marks: (number as u32 % 3) | (day as u32 % 3) << 2 | (number as u32 & marks::FLAME),
            received: 1_795_000_000_000 + i64::try_from(number % 900_000_000).unwrap(),
            respond: 1_796_000_000_000 + i64::try_from(day % 1000).unwrap(),
            archived: number.is_multiple_of(3).then_some(5),
            value: money(i64::try_from(number % 50).unwrap(), ["EUR", "USD", "???"][number as usize % 3]),
            purchase: day.is_multiple_of(4).then_some(day as u32 % 400),
            country: Some(["US", "kr", "KR"][day as usize % 3]),
            ..Entry::default()
        };
        index.columns.put(slot, &entry);
    }

    #[test]
    fn a_head_stays_what_picking_out_anew_would_find() {
        let now = Timestamp::from_millis(1_795_510_800_000);
        for (leads, seed) in [(3000, 1), (3000, 2), (300, 3), (1020, 4)] {
            let (mut index, mut seed) = (DeskIndex::default(), seed);
            index.columns.grow(4096);
            (0..leads).for_each(|slot| put(&mut index, slot, &mut seed));
            index.base.make(&index.columns);
            while index.know_more(now) {}
            assert_eq!(index.heads.0.len(), 24, "every order but those by texts that nobody asked for, both ways");
            let mut followed = 0;
            for _ in 0..50 {
                let mut changed: Vec<Slot> =
                    (0..=next(&mut seed) % 4).map(|_| next(&mut seed) as Slot % 4096).collect();
                changed.sort_unstable();
                changed.dedup();
                for slot in &changed {
                    if *slot < leads && next(&mut seed).is_multiple_of(3) {
                        index.columns.remove(*slot);
                    } else {
                        put(&mut index, *slot, &mut seed);
                    }
                }
                index.base.follow(&index.columns, &changed);
                index.heads.follow(&mut index.columns, &index.base.listed, &changed);
                for head in &index.heads.0 {
                    let most = if head.is_all { usize::MAX } else { head.slots.len() };
                    let keys = Keys::of(&mut index.columns, head.kind, now).unwrap();
                    let anew = least(&keys, &index.base.listed, head.descending, most);
                    assert_eq!(head.slots, anew, "{:?}, descending {}", head.kind, head.descending);
                    followed += 1;
                }
            }
            assert!(followed > 500, "most changes leave the heads known");
        }
    }
}
