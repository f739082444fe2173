//! Sets of leads as bits, one for each place.

use std::sync::Arc;

use fixedbitset::FixedBitSet;

use super::columns::{Columns, marks};
use super::places::Slot;

/// The sets that every list is made of, always true.
#[derive(Debug, Default)]
pub(super) struct Base {
    /// Leads that are in lists at all. A list of all of them shares it.
    pub listed: Arc<FixedBitSet>,
    /// How many these are.
    pub count: u32,
    pub stages: [FixedBitSet; 3],
    pub marketplace: FixedBitSet,
    pub favorite: FixedBitSet,
}

impl Base {
    pub fn make(&mut self, columns: &Columns) {
        let all = columns.marks.as_slice();
        self.listed = Arc::new(gather(all.len(), |slot| marks::is_listed(all[slot])));
        self.count = count(&[&self.listed]);
        for (stage, bits) in (0..).zip(&mut self.stages) {
            *bits = gather(all.len(), |slot| marks::is_listed(all[slot]) && marks::stage_of(all[slot]) == stage);
        }
        self.marketplace = gather(all.len(), |slot| marks::is_listed(all[slot]) && marks::type_of(all[slot]) == 0);
        self.favorite = gather(all.len(), |slot| marks::is_listed(all[slot]) && all[slot] & marks::FAVORITE != 0);
    }

    /// Looks again at the changed leads.
    pub fn follow(&mut self, columns: &Columns, changed: &[Slot]) {
        let len = columns.len();
        let all = Arc::make_mut(&mut self.listed);
        all.grow(len);
        self.stages.iter_mut().for_each(|bits| bits.grow(len));
        self.marketplace.grow(len);
        self.favorite.grow(len);
        for slot in changed {
            let slot = *slot as usize;
            let of = columns.marks[slot];
            let listed = marks::is_listed(of);
            self.count = self.count + u32::from(listed) - u32::from(all.contains(slot));
            all.set(slot, listed);
            for (stage, bits) in (0..).zip(&mut self.stages) {
                bits.set(slot, listed && marks::stage_of(of) == stage);
            }
            self.marketplace.set(slot, listed && marks::type_of(of) == 0);
            self.favorite.set(slot, listed && of & marks::FAVORITE != 0);
        }
    }

    pub fn bytes(&self) -> usize {
        self.listed.len() / 8 * 6
    }
}

/// The set of the places at which `test` holds.
pub(super) fn gather(len: usize, test: impl Fn(usize) -> bool) -> FixedBitSet {
    let mut bits = FixedBitSet::with_capacity(len);
    let width = usize::BITS as usize;
    for (at, block) in bits.as_mut_slice().iter_mut().enumerate() {
        let from = at * width;
        *block = (from..len.min(from + width)).fold(0, |block, slot| block | usize::from(test(slot)) << (slot - from));
    }
    bits
}

/// How many places are in all of `sets`.
pub(super) fn count(sets: &[&FixedBitSet]) -> u32 {
    let Some((first, others)) = sets.split_first() else { return 0 };
    let blocks = first.as_slice().iter().enumerate();
    blocks.map(|(at, block)| others.iter().fold(*block, |block, set| block & set.as_slice()[at]).count_ones()).sum()
}
