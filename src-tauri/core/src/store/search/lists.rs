//! A list of leads of one chunk as bytes: gaps between their numbers, or a bit for each, whatever is shorter.

use fixedbitset::FixedBitSet;

/// So many lead numbers make a chunk: the bits of all of them still fit into a page of the database with their term.
pub const CHUNK: usize = 4096;
const BITMAP: usize = CHUNK / 8;

/// Which chunk a lead is in, and its place there.
pub fn place(lead: u32) -> (i64, u16) {
    let chunk = CHUNK as u32;
    (i64::from(lead / chunk), u16::try_from(lead % chunk).unwrap_or_default())
}

/// The list `places`, in order, as bytes.
pub fn encode(places: &[u16]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(places.len().min(BITMAP) + 1);
    let mut next = 0;
    for place in places {
        let gap = place - next;
        next = place + 1;
        if gap >= 0x80 {
            bytes.push(0x80 | (gap >> 8) as u8);
        }
        bytes.push(gap as u8);
        // As many bytes as a bitmap has mean one.
        if bytes.len() >= BITMAP {
            return bitmap(places);
        }
    }
    bytes
}

fn bitmap(places: &[u16]) -> Vec<u8> {
    let mut bits = vec![0; BITMAP];
    for place in places {
        bits[usize::from(place / 8)] |= 1 << (place % 8);
    }
    bits
}

/// Calls `each` with every place of a list.
pub fn each(bytes: &[u8], mut each: impl FnMut(u16)) {
    if bytes.len() == BITMAP {
        for (at, byte) in bytes.iter().enumerate() {
            let mut byte = *byte;
            while byte != 0 {
                each((at * 8) as u16 + byte.trailing_zeros() as u16);
                byte &= byte - 1;
            }
        }
        return;
    }
    let (mut at, mut next) = (0, 0_u16);
    while let Some(byte) = bytes.get(at) {
        let (gap, length) = match bytes.get(at + 1) {
            Some(low) if *byte >= 0x80 => (u16::from(byte & 0x7f) << 8 | u16::from(*low), 2),
            _ => (u16::from(byte & 0x7f), 1),
        };
        let place = next.saturating_add(gap);
        // What is damaged stays within the chunk.
        if usize::from(place) < CHUNK {
            each(place);
        }
        next = place.saturating_add(1);
        at += length;
    }
}

/// The places of a list.
pub fn decode(bytes: &[u8]) -> Vec<u16> {
    let mut places = Vec::with_capacity(bytes.len());
    each(bytes, |place| places.push(place));
    places
}

/// Adds a list of `chunk` to `found`, which is as long as whole chunks.
pub fn mark(bytes: &[u8], chunk: i64, found: &mut FixedBitSet) {
    let Some(base) = usize::try_from(chunk).ok().and_then(|chunk| chunk.checked_mul(CHUNK)) else { return };
    // A lead that is not there any more, and was not taken out of the index yet.
    if base + CHUNK > found.len() {
        return;
    }
    if bytes.len() != BITMAP {
        each(bytes, |place| found.insert(base + usize::from(place)));
        return;
    }
    const BYTES: usize = size_of::<usize>();
    let words = &mut found.as_mut_slice()[base / (8 * BYTES)..];
    for (word, bits) in words.iter_mut().zip(bytes.chunks_exact(BYTES)) {
        *word |= bits.iter().rev().fold(0, |word, byte| word << 8 | usize::from(*byte));
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_list_comes_back_as_it_was(
            some in proptest::collection::btree_set(0..4096_u16, 0..50),
            every in 1..9_u16,
            until in 0..=4096_u16,
        ) {
            let many: BTreeSet<u16> = (0..until).filter(|place| place % every == 0).chain(some.clone()).collect();
            for places in [some, many] {
                let places: Vec<u16> = places.into_iter().collect();
                let bytes = encode(&places);
                prop_assert!(bytes.len() <= BITMAP);
                prop_assert_eq!(&decode(&bytes), &places);
                let mut found = FixedBitSet::with_capacity(3 * CHUNK);
                mark(&bytes, 1, &mut found);
                prop_assert_eq!(found.ones().map(|id| (id - CHUNK) as u16).collect::<Vec<_>>(), places);
            }
        }
    }
}
