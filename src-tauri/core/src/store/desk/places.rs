//! Where a lead stands in memory: the numbers of leads, made dense.
//!
//! Leads lie in pages of 4,096 neighbouring numbers, and only pages with a lead in them take room: what was imported and taken
//! back again costs nothing. The order of the places is the order of the numbers.

use fixedbitset::FixedBitSet;

use crate::domain::lead::LeadId;
use crate::error::Error;

/// A lead's place in the columns.
pub(super) type Slot = u32;

/// How many numbers lie in a page.
pub(super) const PAGE: u32 = 1 << PAGE_BITS;
const PAGE_BITS: u32 = 12;
/// So many pages are a desk of sixteen million leads without gaps. A file whose numbers lie farther apart than that holds few leads
/// and would take the memory of many.
const MOST_PAGES: usize = 4096;

/// The pages that hold leads, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Places {
    pages: Vec<u32>,
}

impl Places {
    /// How many places there are, with and without a lead.
    pub fn len(&self) -> usize {
        self.pages.len() << PAGE_BITS
    }

    /// The page of a number, or why it has none.
    fn page(id: LeadId) -> Result<u32, Error> {
        u32::try_from(id).map(|id| id >> PAGE_BITS).map_err(|_| beyond())
    }

    /// The first number behind the last page; of all numbers the least when there is none.
    pub fn end(&self) -> LeadId {
        self.pages.last().map_or(LeadId::MIN, |page| LeadId::from(*page) * LeadId::from(PAGE) + LeadId::from(PAGE))
    }

    /// Adds the page of `id`, which lies behind the last one.
    pub fn append(&mut self, id: LeadId) -> Result<(), Error> {
        let page = Self::page(id)?;
        if self.pages.len() >= MOST_PAGES {
            return Err(beyond());
        }
        if self.pages.last().is_none_or(|last| *last < page) {
            self.pages.push(page);
        }
        Ok(())
    }

    pub fn slot(&self, id: LeadId) -> Option<Slot> {
        let id = u32::try_from(id).ok()?;
        let page = id >> PAGE_BITS;
        // Mostly there is no gap before it.
        let near = page.checked_sub(*self.pages.first()?)? as usize;
        let at = match self.pages.get(near) {
            Some(found) if *found == page => near,
            _ => self.pages.binary_search(&page).ok()?,
        };
        Some(((at as u32) << PAGE_BITS) | (id & (PAGE - 1)))
    }

    pub fn id(&self, slot: Slot) -> u32 {
        (self.pages[(slot >> PAGE_BITS) as usize] << PAGE_BITS) | (slot & (PAGE - 1))
    }

    /// The places of the leads whose numbers are in `ids`.
    pub fn set(&self, ids: &FixedBitSet) -> FixedBitSet {
        let mut slots = FixedBitSet::with_capacity(self.len());
        let width = PAGE as usize / usize::BITS as usize;
        for (page, blocks) in self.pages.iter().zip(slots.as_mut_slice().chunks_mut(width)) {
            let from = *page as usize * width;
            let there = ids.as_slice();
            let there = &there[from.min(there.len())..(from + width).min(there.len())];
            blocks[..there.len()].copy_from_slice(there);
        }
        slots
    }
}

fn beyond() -> Error {
    Error::Corrupt {
        path: String::new(),
        detail: "the numbers of its leads are no numbers that Hearth gives".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(ids: &[LeadId]) -> Places {
        let mut places = Places::default();
        ids.iter().for_each(|id| places.append(*id).unwrap());
        places
    }

    #[test]
    fn a_lead_is_found_at_its_place_and_a_place_names_its_lead() {
        let ids = [1, 4095, 4096, 900_000, 4_294_967_295];
        let places = places(&ids);
        assert_eq!(places.len(), 4 * PAGE as usize, "the gaps between take no room");
        for id in ids {
            let slot = places.slot(id).unwrap();
            assert_eq!(LeadId::from(places.id(slot)), id, "there and back");
        }
        assert!(places.slot(4096) < places.slot(900_000), "the order of the places is that of the numbers");
        assert_eq!(places.slot(50_000), None, "nobody is there");
    }

    #[test]
    fn numbers_that_hearth_does_not_give_are_refused() {
        let mut places = Places::default();
        for id in [-1, i64::MAX, 1 << 32] {
            assert!(matches!(places.append(id), Err(Error::Corrupt { .. })), "{id} would be somebody else's doing");
        }
        let far_apart = (0..=MOST_PAGES as i64).map(|page| places.append(page * 8192)).find_map(Result::err);
        assert!(matches!(far_apart, Some(Error::Corrupt { .. })), "few leads must not take the memory of many");
    }
}
