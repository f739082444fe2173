//! Lists: which leads, in which order, under a number by which further pages of the very same list are asked for.
//!
//! A list is as cheap as what is asked of it: of its first page only the first leads are picked out, and it is written down whole
//! when a place farther on is looked at.

use std::sync::Arc;

use fixedbitset::FixedBitSet;
use rusqlite::Connection;

use super::DeskIndex;
use super::bits::count;
use super::keys::{Keys, Kind};
use super::matched::earlier;
use super::orders::{Ordered, With};
use super::places::Slot;
use super::texts::{Text, sorted_by_text, walk_customers};
use crate::domain::desk::{SortBy, Tab};
use crate::domain::lead::{LeadId, StageKind};
use crate::domain::search::Query;
use crate::domain::time::Timestamp;
use crate::error::Error;

/// What a list shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    pub tab: Tab,
    pub stage: Option<StageKind>,
    pub query: Query,
    pub sort: SortBy,
    pub descending: bool,
}

/// A page of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    pub ids: Vec<LeadId>,
    pub total: u32,
    pub list: u32,
}

/// So many lists can be asked for more pages: the one on the screen, the one before, and those of a board.
const MOST: usize = 4;
/// Beyond so many leads a list is written down instead of picking out its first ones.
const FIRST: usize = 400;
/// So few leads are sorted at once.
const FEW: u32 = 4096;
/// So few texts are fetched and sorted at once.
const FEW_TEXTS: u32 = 600;

#[derive(Debug)]
struct List {
    number: u32,
    listing: Listing,
    bits: Arc<FixedBitSet>,
    total: u32,
    /// The state of the leads, and the times, in which it is what would be listed.
    version: u64,
    from: Timestamp,
    until: Option<i64>,
    places: Places,
}

/// How much of a list is known.
#[derive(Debug)]
enum Places {
    /// Which leads, and nothing of their order.
    Open,
    /// Their order among all leads.
    Ordered(Ordered),
    Written(Vec<u32>),
}

/// The lists that were asked for last, the latest at the end.
#[derive(Debug, Default)]
pub(super) struct Lists {
    lists: Vec<List>,
    last: u32,
}

impl Lists {
    /// None of them can be asked for more pages.
    pub fn forget(&mut self) {
        self.lists.clear();
    }

    pub fn bytes(&self) -> usize {
        let one = |list: &List| match &list.places {
            Places::Open => 0,
            Places::Ordered(ordered) if Arc::strong_count(&ordered.slots) > 1 => 0,
            Places::Ordered(ordered) => ordered.slots.capacity() * 4,
            Places::Written(ids) => ids.capacity() * 4,
        };
        self.lists.iter().map(|list| one(list) + list.bits.len() / 8).sum()
    }
}

impl DeskIndex {
    /// `limit` leads of a list from `offset` on: of the list `number` as it was, if it is known, otherwise of a new one.
    pub fn page(
        &mut self,
        connection: &Connection,
        listing: &Listing,
        number: Option<u32>,
        offset: u32,
        limit: u32,
        now: Timestamp,
    ) -> Result<Page, Error> {
        let at = self.list(connection, listing, number, now)?;
        let (from, total) = (offset as usize, self.lists.lists[at].total);
        let until = from.saturating_add(limit as usize).min(total as usize);
        let ids = if from >= until { Vec::new() } else { self.stretch(connection, at, from, until)? };
        Ok(Page { ids, total, list: self.lists.lists[at].number })
    }

    /// All leads of a list, in its order.
    pub fn whole(
        &mut self,
        connection: &Connection,
        listing: &Listing,
        number: Option<u32>,
        now: Timestamp,
    ) -> Result<Vec<LeadId>, Error> {
        let at = self.list(connection, listing, number, now)?;
        let ids = self.written(connection, at)?;
        Ok(ids.iter().map(|id| LeadId::from(*id)).collect())
    }

    /// At which place of a list a lead stands, from 0.
    pub fn place(
        &mut self,
        connection: &Connection,
        listing: &Listing,
        number: Option<u32>,
        id: LeadId,
        now: Timestamp,
    ) -> Result<Option<u32>, Error> {
        let at = self.list(connection, listing, number, now)?;
        let list = &self.lists.lists[at];
        let slot = self.places.slot(id).filter(|slot| list.bits.contains(*slot as usize));
        let Some(slot) = slot else { return Ok(None) };
        let kind = Kind::of(list.listing.sort, list.listing.stage);
        if let (Places::Open, Some(keys)) = (&list.places, Keys::of(&mut self.columns, kind, list.from)) {
            // As many as come before it: no order is needed to know that.
            let descending = list.listing.descending;
            let key = keys.directed(slot, descending);
            let before = list.bits.ones().filter(|other| keys.directed(*other as Slot, descending) < key).count();
            return Ok(u32::try_from(before).ok());
        }
        let ids = self.written(connection, at)?;
        let found = ids.iter().position(|other| LeadId::from(*other) == id);
        Ok(found.and_then(|at| u32::try_from(at).ok()))
    }

    /// The list that is asked for; where it stands among the known ones.
    fn list(
        &mut self,
        connection: &Connection,
        listing: &Listing,
        number: Option<u32>,
        now: Timestamp,
    ) -> Result<usize, Error> {
        let version = self.version;
        let is_true = |list: &List| {
            list.version == version && list.from <= now && list.until.is_none_or(|until| now.as_millis() < until)
        };
        let lists = &self.lists.lists;
        let by_number = number.and_then(|number| {
            // One whose order was not looked at can be continued only while nothing has changed.
            let goes_on = |list: &List| !matches!(list.places, Places::Open) || list.version == version;
            lists.iter().position(|list| list.number == number && is_of(&list.listing, listing) && goes_on(list))
        });
        let known = by_number.or_else(|| lists.iter().position(|list| same(&list.listing, listing) && is_true(list)));
        if let Some(at) = known {
            let list = self.lists.lists.remove(at);
            self.lists.lists.push(list);
            return Ok(self.lists.lists.len() - 1);
        }
        let list = self.make(connection, listing, now)?;
        self.lists.lists.push(list);
        // Written lists are what memory goes into: of the earlier ones only as many stay as a desk has leads, twice.
        let most = self.columns.len() * 8 + (1 << 20);
        while self.lists.lists.len() > 1 && (self.lists.lists.len() > MOST || self.lists.bytes() > most) {
            self.lists.lists.remove(0);
        }
        Ok(self.lists.lists.len() - 1)
    }

    fn make(&mut self, connection: &Connection, listing: &Listing, now: Timestamp) -> Result<List, Error> {
        let (matching, until) = self.matching(connection, &listing.query, now)?;
        let mut bits = matching;
        for narrower in self.narrower(listing.tab, listing.stage) {
            Arc::make_mut(&mut bits).intersect_with(narrower);
        }
        if listing.tab == Tab::Qualified {
            Arc::make_mut(&mut bits).difference_with(&self.base.marketplace);
        }
        let total = if Arc::ptr_eq(&bits, &self.base.listed) { self.base.count } else { count(&[&bits]) };
        let kind = Kind::of(listing.sort, listing.stage);
        if kind.needs_texts() {
            self.load_texts(connection)?;
        }
        let mut until = until;
        let is_known = self.orders.has(kind);
        let few = if matches!(kind, Kind::Text(_)) { FEW_TEXTS } else { FEW };
        let places = if is_known {
            let ordered = self.ordered(connection, kind, now)?;
            Places::Ordered(ordered)
        } else if total <= few {
            Places::Written(self.sorted(connection, &bits, kind, listing.descending, now)?)
        } else {
            Places::Open
        };
        if kind == Kind::Deadline {
            until = earlier(until, self.next_flame_end(now));
        }
        self.lists.last = self.lists.last.wrapping_add(1);
        let (number, version) = (self.lists.last, self.version);
        Ok(List { number, listing: listing.clone(), bits, total, version, from: now, until, places })
    }

    fn ordered(&mut self, connection: &Connection, kind: Kind, now: Timestamp) -> Result<Ordered, Error> {
        let with =
            &mut With { connection, places: &self.places, columns: &mut self.columns, listed: &self.base.listed, now };
        self.orders.get(kind, with)
    }

    /// Some leads of a list, `from` and `until` within it.
    fn stretch(&mut self, connection: &Connection, at: usize, from: usize, until: usize) -> Result<Vec<LeadId>, Error> {
        let list = &self.lists.lists[at];
        let descending = list.listing.descending;
        let mut first: Option<Vec<Slot>> = None;
        match &list.places {
            Places::Ordered(ordered) if until <= FIRST => {
                let mut picked = Vec::with_capacity(until);
                // Of a list with few leads in a long order the first ones may be far apart.
                let mut steps = ordered.slots.len() / 8 + FIRST;
                ordered.walk(descending, |slot| {
                    steps -= 1;
                    if list.bits.contains(slot as usize) {
                        picked.push(slot);
                    }
                    picked.len() < until && steps > 0
                });
                first = Some(picked).filter(|picked| picked.len() == until);
            }
            Places::Open if until <= FIRST => {
                let kind = Kind::of(list.listing.sort, list.listing.stage);
                let (bits, total, now) = (list.bits.clone(), list.total, list.from);
                first = match kind {
                    Kind::Text(Text::Customer) => Some(self.first_customers(connection, &bits, descending, until)?),
                    Kind::Text(_) => None,
                    _ => self.in_head((kind, descending), &bits, total, until, now).or_else(|| {
                        let keys = Keys::of(&mut self.columns, kind, now)?;
                        Some(least(&keys, &bits, descending, until))
                    }),
                };
            }
            _ => (),
        }
        if let Some(first) = first {
            return Ok(first.iter().skip(from).map(|slot| self.places.id(*slot).into()).collect());
        }
        let ids = self.written(connection, at)?;
        Ok(ids.get(from..until).unwrap_or_default().iter().map(|id| LeadId::from(*id)).collect())
    }

    fn first_customers(
        &self,
        connection: &Connection,
        bits: &FixedBitSet,
        descending: bool,
        most: usize,
    ) -> Result<Vec<Slot>, Error> {
        let mut first = Vec::with_capacity(most);
        let mut statement = connection.prepare_cached(&walk_customers(descending))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let slot = self.places.slot(row.get(0)?).ok_or(Error::NotFound)?;
            if bits.contains(slot as usize) {
                first.push(slot);
                if first.len() == most {
                    break;
                }
            }
        }
        Ok(first)
    }

    /// The whole list, written down the first time.
    fn written(&mut self, connection: &Connection, at: usize) -> Result<&[u32], Error> {
        if matches!(self.lists.lists[at].places, Places::Open) {
            let list = &self.lists.lists[at];
            let (kind, from) = (Kind::of(list.listing.sort, list.listing.stage), list.from);
            let ordered = self.ordered(connection, kind, from)?;
            self.lists.lists[at].places = Places::Ordered(ordered);
        }
        let list = &mut self.lists.lists[at];
        if let Places::Ordered(ordered) = &list.places {
            let mut ids = Vec::with_capacity(list.total as usize);
            ordered.walk(list.listing.descending, |slot| {
                if list.bits.contains(slot as usize) {
                    ids.push(self.places.id(slot));
                }
                true
            });
            list.places = Places::Written(ids);
        }
        match &list.places {
            Places::Written(ids) => Ok(ids),
            Places::Open | Places::Ordered(_) => Ok(&[]),
        }
    }

    /// A short list, sorted by itself.
    fn sorted(
        &mut self,
        connection: &Connection,
        bits: &FixedBitSet,
        kind: Kind,
        descending: bool,
        now: Timestamp,
    ) -> Result<Vec<u32>, Error> {
        let slots = match (Keys::of(&mut self.columns, kind, now), kind) {
            (None, Kind::Text(text)) => {
                let all = bits.ones().map(|slot| slot as Slot).collect();
                sorted_by_text(connection, &self.places, all, text, descending)?
            }
            (keys, _) => keys.map(|keys| least(&keys, bits, descending, usize::MAX)).unwrap_or_default(),
        };
        Ok(slots.into_iter().map(|slot| self.places.id(slot)).collect())
    }
}

/// Whether a list is the one that is continued by `listing`: what was written asks for other days a minute later.
fn is_of(list: &Listing, listing: &Listing) -> bool {
    let text = &listing.query.parts;
    let listing_then = Listing { query: list.query.clone(), ..listing.clone() };
    same(list, listing) || (!text.is_empty() && list.query.parts == *text && same(list, &listing_then))
}

/// Whether two listings ask for the same: how a query was written does not count.
fn same(one: &Listing, other: &Listing) -> bool {
    (one.tab, one.stage, one.sort, one.descending) == (other.tab, other.stage, other.sort, other.descending)
        && one.query.words == other.query.words
        && one.query.filters == other.query.filters
}

/// The first `most` of the leads, sorted.
pub(super) fn least(keys: &Keys<'_>, bits: &FixedBitSet, descending: bool, most: usize) -> Vec<Slot> {
    let mut best: Vec<(u64, u32)> = Vec::new();
    let room = most.saturating_mul(2).saturating_add(64);
    let mut beyond = (u64::MAX, u32::MAX);
    for slot in bits.ones() {
        let key = keys.directed(slot as Slot, descending);
        if key <= beyond {
            best.push(key);
            if best.len() == room {
                let (_, last, _) = best.select_nth_unstable(most - 1);
                beyond = *last;
                best.truncate(most);
            }
        }
    }
    best.sort_unstable();
    best.truncate(most);
    best.into_iter().map(|(_, slot)| if descending { !slot } else { slot }).collect()
}
