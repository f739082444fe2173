//! The desk in memory: what all leads are sorted, filtered and counted by, column by column, with the sets and orders that were
//! asked for last. It answers which leads a list holds, in which order, and how many there are; the lines of a list are read by
//! their numbers (`rows`).
//!
//! It is a copy of the database and never its master: `App::desk` brings it to the state of its read transaction before each
//! question (`load`). A lead takes about 35 bytes, and four more for each order that is kept.

mod bits;
mod coded;
mod columns;
mod filters;
mod heads;
mod keys;
mod lists;
mod load;
mod matched;
mod orders;
mod places;
mod rows;
mod suggest;
mod texts;

use fixedbitset::FixedBitSet;
use rusqlite::Connection;

use crate::domain::desk::Tab;
use crate::domain::lead::{LeadId, StageKind};
use crate::domain::search::Query;
use crate::domain::time::Timestamp;
use crate::error::Error;

pub use lists::{Listing, Page};
pub use rows::rows;
pub use suggest::Suggested;
pub use texts::{Text, TextOrder, sorted};

/// The desk in memory.
#[derive(Debug, Default)]
pub struct DeskIndex {
    /// Up to which transaction it is true; `None` while nothing is loaded.
    number: Option<i64>,
    /// Counts up with every change.
    version: u64,
    places: places::Places,
    columns: columns::Columns,
    base: bits::Base,
    matched: matched::Matched,
    orders: orders::Orders,
    heads: heads::Heads,
    lists: lists::Lists,
}

/// How many leads there are in each stage, as [`StageKind::ALL`] has them, of each tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub all: [u32; 3],
    pub marketplace: [u32; 3],
    pub qualified: [u32; 3],
    pub favorites: [u32; 3],
}

/// Numbers around the lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    pub leads: u32,
    pub samples: u32,
    /// Customers who are waiting inside their 72 hours.
    pub waiting: u32,
}

impl DeskIndex {
    /// How many leads match `query` in every tab and stage.
    pub fn counts(&mut self, connection: &Connection, query: &Query, now: Timestamp) -> Result<Counts, Error> {
        let (bits, _) = self.matching(connection, query, now)?;
        let mut counts = Counts::default();
        for (at, stage) in self.base.stages.iter().enumerate() {
            let mut of = [0; 3];
            let sets = [stage, &self.base.marketplace, &self.base.favorite].map(FixedBitSet::as_slice);
            for (block, bits) in bits.as_slice().iter().enumerate() {
                let all = bits & sets[0][block];
                of[0] += all.count_ones();
                of[1] += (all & sets[1][block]).count_ones();
                of[2] += (all & sets[2][block]).count_ones();
            }
            counts.all[at] = of[0];
            counts.marketplace[at] = of[1];
            counts.qualified[at] = of[0] - of[1];
            counts.favorites[at] = of[2];
        }
        Ok(counts)
    }

    /// How many leads a list holds.
    pub fn count(
        &mut self,
        connection: &Connection,
        tab: Tab,
        stage: Option<StageKind>,
        query: &Query,
        now: Timestamp,
    ) -> Result<u32, Error> {
        let (bits, _) = self.matching(connection, query, now)?;
        let mut sets = vec![&*bits];
        sets.extend(self.narrower(tab, stage));
        let all = bits::count(&sets);
        if tab != Tab::Qualified {
            return Ok(all);
        }
        sets.push(&self.base.marketplace);
        Ok(all - bits::count(&sets))
    }

    /// Numbers around the lists, at `now`.
    pub fn totals(&self, now: Timestamp) -> Totals {
        let (all, now) = (&self.columns.marks, columns::instant(now.as_millis()));
        let is = |of: u32, mark| of & columns::marks::PRESENT != 0 && of & mark != 0;
        let waits = |slot: &usize| is(all[*slot], columns::marks::FLAME) && self.columns.flame_end(*slot) > now;
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Totals {
            leads: self.base.count,
            samples: number(all.iter().filter(|of| is(**of, columns::marks::SAMPLE)).count()),
            waiting: number((0..all.len()).filter(waits).count()),
        }
    }

    /// How many bytes it takes.
    pub fn bytes(&self) -> usize {
        let parts = [self.columns.bytes(), self.base.bytes(), self.matched.bytes(), self.orders.bytes()];
        parts.into_iter().sum::<usize>() + self.heads.bytes() + self.lists.bytes()
    }

    /// The sets that a tab and a stage leave; of the tab of qualified leads those of the other tab are to be taken away.
    fn narrower(&self, tab: Tab, stage: Option<StageKind>) -> Vec<&FixedBitSet> {
        let stage = stage.map(|stage| &self.base.stages[columns::marks::stage(stage) as usize]);
        let tab = match tab {
            Tab::All | Tab::Qualified => None,
            Tab::Marketplace => Some(&self.base.marketplace),
            Tab::Favorites => Some(&self.base.favorite),
        };
        stage.into_iter().chain(tab).collect()
    }

    /// When the next of the waiting customers stops waiting.
    fn next_flame_end(&self, now: Timestamp) -> Option<i64> {
        orders::next_end(&self.columns, now)
    }

    /// Brings everything that was worked out of the columns up to the changed leads.
    fn follow(&mut self, connection: &Connection, changed: &[places::Slot]) -> Result<(), Error> {
        self.version += 1;
        self.base.follow(&self.columns, changed);
        self.orders.follow(changed);
        self.heads.follow(&mut self.columns, &self.base.listed, changed);
        self.follow_matched(connection, changed)
    }

    /// Holds nothing any more; the numbers of lists are not given twice.
    pub fn forget(&mut self) {
        let mut lists = std::mem::take(&mut self.lists);
        lists.forget();
        *self = Self { version: self.version + 1, lists, ..Self::default() };
    }
}

/// The statements that lists are answered with: each is a walk along an index or a look at a few leads, but for those that load
/// the desk once.
pub fn statements() -> Vec<(&'static str, String)> {
    let mut all = vec![
        ("changed", load::load_changed()),
        ("next page", load::NEXT_PAGE.to_owned()),
        ("outcome", load::OTHER_OUTCOME.to_owned()),
        ("row", rows::ROW.to_owned()),
        ("changed since", texts::CHANGED_SINCE.to_owned()),
        ("customers", texts::walk_customers(false)),
        ("customers backwards", texts::walk_customers(true)),
        ("load", load::load_all()),
        ("load texts", load::load_texts()),
    ];
    for text in [Text::Contact, Text::Deal, Text::CrmId, Text::Customer] {
        all.push(("text of one", texts::text_of_one(text)));
        if text != Text::Customer {
            all.push(("load one text", texts::load_one_text(text)));
        }
    }
    all
}

/// The statement that gives the numbers of the archived leads.
pub(super) fn archived() -> String {
    load::archived()
}

/// The leads of a list that `except` leaves.
pub fn without(mut ids: Vec<LeadId>, except: &[LeadId]) -> Vec<LeadId> {
    let except: std::collections::HashSet<LeadId> = except.iter().copied().collect();
    ids.retain(|id| !except.contains(id));
    ids
}
