//! What is known of each lead in memory, column by column, in as few bytes as it takes: about 35 for a lead.
//!
//! How it gets here is in `load`, what is asked of it in `filters` and `orders`.

use std::collections::HashMap;

use super::coded::Coded;
use super::places::Slot;
use crate::domain::money::Currency;

/// A value that is not there, for whatever is sorted: it comes last.
pub(super) const NONE: u64 = u64::MAX;

/// The small fields of a lead in one number, as the index `leads_desk` has them.
pub(super) mod marks {
    use crate::domain::lead::{LeadType, StageKind};

    /// The expression of the index, word for word, so that SQLite reads it there.
    pub const SQL: &str = "(\n  CASE stage WHEN 'received' THEN 0 WHEN 'accepted' THEN 1 ELSE 2 END\n  \
        + CASE lead_type WHEN 'customerInquiry' THEN 0 WHEN 'marketingQualified' THEN 1 ELSE 2 END * 4\n  \
        + favorite * 16\n  + (hot_until IS NOT NULL) * 32\n  + (contacted_at IS NOT NULL) * 64\n  \
        + (origin = 'sample') * 128\n  + (merged_into IS NOT NULL) * 256\n  + coalesce(reason, 0) * 512\n  \
        + CASE outcome WHEN 'won' THEN 1 WHEN 'lost' THEN 2 WHEN 'declined' THEN 3 WHEN 'expired' THEN 4 \
        ELSE iif(outcome IS NULL, 0, 5) END * 8192\n  + (campaign_id IS NOT NULL) * 65536\n  + (employees <> '[]') * 131072\n)";

    pub const STAGE: u32 = 3;
    pub const FAVORITE: u32 = 1 << 4;
    /// The customer waits for a contact, or waited in vain.
    pub const FLAME: u32 = 1 << 5;
    pub const CONTACTED: u32 = 1 << 6;
    pub const SAMPLE: u32 = 1 << 7;
    pub const MERGED: u32 = 1 << 8;
    pub const CAMPAIGN: u32 = 1 << 16;
    pub const EMPLOYEE: u32 = 1 << 17;
    /// Not in the index: there is a lead at this place.
    pub const PRESENT: u32 = 1 << 31;
    /// The outcome that is none of the four that Hearth knows.
    pub const OTHER: u32 = 5;

    pub const fn stage_of(marks: u32) -> u32 {
        marks & STAGE
    }

    pub const fn stage(kind: StageKind) -> u32 {
        match kind {
            StageKind::Received => 0,
            StageKind::Accepted => 1,
            StageKind::Archived => 2,
        }
    }

    pub const fn type_of(marks: u32) -> u32 {
        marks >> 2 & 3
    }

    pub const fn lead_type(kind: LeadType) -> u32 {
        match kind {
            LeadType::CustomerInquiry => 0,
            LeadType::MarketingQualified => 1,
            LeadType::SalesQualified => 2,
        }
    }

    /// 0 for none.
    pub const fn reason_of(marks: u32) -> u32 {
        marks >> 9 & 15
    }

    /// 0 for none.
    pub const fn outcome_of(marks: u32) -> u32 {
        marks >> 13 & 7
    }

    /// Whether it is in lists at all.
    pub const fn is_listed(marks: u32) -> bool {
        marks & (PRESENT | MERGED) == PRESENT
    }
}

/// Instants in six bytes: milliseconds from the year 855 to the year 9776. What lies beyond is held at the ends.
#[derive(Debug, Default)]
pub(super) struct Instants(Vec<[u8; 6]>);

/// What is added to an instant, so that none is negative.
const INSTANT_ZERO: i64 = 1 << 45;
const INSTANT_NONE: u64 = (1 << 48) - 1;

/// An instant as it is sorted and compared here.
pub(super) fn instant(millis: i64) -> u64 {
    millis.saturating_add(INSTANT_ZERO).clamp(0, INSTANT_NONE as i64 - 1).cast_unsigned()
}

/// The instant that [`instant`] was made of.
pub(super) fn millis(instant: u64) -> i64 {
    instant.cast_signed() - INSTANT_ZERO
}

impl Instants {
    #[inline]
    pub fn get(&self, slot: usize) -> u64 {
        let [a, b, c, d, e, f] = self.0[slot];
        let found = u64::from_le_bytes([a, b, c, d, e, f, 0, 0]);
        if found == INSTANT_NONE { NONE } else { found }
    }

    fn set(&mut self, slot: usize, millis: Option<i64>) {
        let [a, b, c, d, e, f, ..] = millis.map_or(INSTANT_NONE, instant).to_le_bytes();
        self.0[slot] = [a, b, c, d, e, f];
    }
}

/// Days in three bytes.
#[derive(Debug, Default)]
pub(super) struct Days(Vec<[u8; 3]>);

const DAY_NONE: u32 = (1 << 24) - 1;

impl Days {
    #[inline]
    pub fn get(&self, slot: usize) -> u64 {
        let [a, b, c] = self.0[slot];
        let found = u32::from_le_bytes([a, b, c, 0]);
        if found == DAY_NONE { NONE } else { u64::from(found) }
    }

    fn set(&mut self, slot: usize, day: Option<u32>) {
        let [a, b, c, _] = day.unwrap_or(DAY_NONE).min(DAY_NONE).to_le_bytes();
        self.0[slot] = [a, b, c];
    }
}

/// Amounts of one currency lie together, the currencies in the order of their letters: its number times this, and the amount.
pub(super) const CURRENCY: u64 = 1_000_000_000_000_000;

/// Money in one number.
pub(super) fn money(minor: i64, currency: &str) -> Option<u64> {
    let minor = u64::try_from(minor).ok()?.min(CURRENCY - 1);
    Some(currency_number(currency)? * CURRENCY + minor)
}

pub(super) fn currency_number(code: &str) -> Option<u64> {
    let &[a, b, c] = code.as_bytes() else { return None };
    let letter = |byte: u8| byte.is_ascii_alphabetic().then(|| u64::from(byte.to_ascii_uppercase() - b'A'));
    Some((letter(a)? * 26 + letter(b)?) * 26 + letter(c)?)
}

pub(super) fn currency_code(number: u64) -> Option<Currency> {
    let letter = |digit: u64| char::from(b'A' + (digit % 26) as u8);
    Currency::parse(&[letter(number / 676), letter(number / 26), letter(number)].iter().collect::<String>())
}

/// All that is known of one lead.
#[derive(Debug, Default)]
pub(super) struct Entry<'a> {
    pub marks: u32,
    pub received: i64,
    pub respond: i64,
    pub archived: Option<i64>,
    pub value: Option<u64>,
    pub purchase: Option<u32>,
    pub follow_up: Option<u32>,
    pub snoozed: Option<i64>,
    pub country: Option<&'a str>,
    /// An outcome that Hearth does not know.
    pub outcome: Option<&'a str>,
    pub city: Option<&'a str>,
    pub campaign: Option<&'a str>,
    /// JSON, as it is stored.
    pub employees: Option<&'a str>,
}

/// The columns, each as long as there are places.
#[derive(Debug, Default)]
pub(super) struct Columns {
    pub marks: Vec<u32>,
    pub received: Instants,
    pub respond: Instants,
    pub archived: Instants,
    /// See [`money`].
    pub value: Vec<u64>,
    pub purchase: Days,
    pub country: Coded,
    /// Few leads have one.
    pub follow_up: HashMap<Slot, u32>,
    pub snoozed: HashMap<Slot, i64>,
    pub outcome: Coded,
    /// Loaded when they are asked for.
    pub texts: Option<Box<Texts>>,
}

/// Texts that only some questions need.
#[derive(Debug, Default)]
pub(super) struct Texts {
    pub city: Coded,
    pub campaign: Coded,
    pub employees: Coded,
}

impl Columns {
    /// Makes room for so many places.
    pub fn grow(&mut self, len: usize) {
        grow(&mut self.marks, len, 0);
        for column in [&mut self.received, &mut self.respond, &mut self.archived] {
            grow(&mut column.0, len, [u8::MAX; 6]);
        }
        grow(&mut self.value, len, NONE);
        grow(&mut self.purchase.0, len, [u8::MAX; 3]);
        self.country.grow(len);
        // Outcomes of other sources are rare: they get no column before there is one.
        if let Some(texts) = &mut self.texts {
            texts.grow(len);
        }
    }

    pub fn len(&self) -> usize {
        self.marks.len()
    }

    pub fn put(&mut self, slot: Slot, entry: &Entry<'_>) {
        let at = slot as usize;
        self.marks[at] = entry.marks | marks::PRESENT;
        self.received.set(at, Some(entry.received));
        self.respond.set(at, Some(entry.respond));
        self.archived.set(at, entry.archived);
        self.value[at] = entry.value.unwrap_or(NONE);
        self.purchase.set(at, entry.purchase);
        self.country.set(at, entry.country);
        put_rare(&mut self.follow_up, slot, entry.follow_up);
        put_rare(&mut self.snoozed, slot, entry.snoozed);
        if entry.outcome.is_some() {
            self.outcome.grow(self.marks.len());
        }
        self.outcome.set(at, entry.outcome);
        if let Some(texts) = &mut self.texts {
            texts.put(at, entry);
        }
    }

    pub fn remove(&mut self, slot: Slot) {
        self.put(slot, &Entry::default());
        self.marks[slot as usize] = 0;
    }

    /// When the customer of a lead with a flame stops waiting.
    #[inline]
    pub fn flame_end(&self, slot: usize) -> u64 {
        // The rule of `contact_window`, by which `hot_until` is written.
        self.received.get(slot) + crate::domain::contact_window::CONTACT_WINDOW.num_milliseconds().cast_unsigned()
    }

    /// The bytes that all of it takes.
    pub fn bytes(&self) -> usize {
        let rare = (self.follow_up.capacity() + self.snoozed.capacity()) * 18;
        let texts = self.texts.as_ref().map_or(0, |t| t.city.bytes() + t.campaign.bytes() + t.employees.bytes());
        self.marks.capacity() * 4
            + (self.received.0.capacity() + self.respond.0.capacity() + self.archived.0.capacity()) * 6
            + self.value.capacity() * 8
            + self.purchase.0.capacity() * 3
            + self.country.bytes()
            + self.outcome.bytes()
            + rare
            + texts
    }
}

impl Texts {
    pub fn grow(&mut self, len: usize) {
        self.city.grow(len);
        self.campaign.grow(len);
        self.employees.grow(len);
    }

    pub fn put(&mut self, at: usize, entry: &Entry<'_>) {
        self.city.set(at, entry.city);
        self.campaign.set(at, entry.campaign);
        self.employees.set(at, entry.employees);
    }
}

pub(super) fn grow<T: Clone>(column: &mut Vec<T>, len: usize, empty: T) {
    column.reserve_exact(len.saturating_sub(column.len()));
    column.resize(len, empty);
}

fn put_rare<T>(column: &mut HashMap<Slot, T>, slot: Slot, value: Option<T>) {
    match value {
        Some(value) => _ = column.insert(slot, value),
        None if column.is_empty() => (),
        None => _ = column.remove(&slot),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_keeps_its_place_among_the_others() {
        let mut column = Instants::default();
        grow(&mut column.0, 4, [u8::MAX; 6]);
        for (slot, value) in [Some(-1), Some(0), Some(i64::MAX), None].into_iter().enumerate() {
            column.set(slot, value);
        }
        let kept: Vec<u64> = (0..4).map(|slot| column.get(slot)).collect();
        assert!(kept.is_sorted_by(|a, b| a < b), "before 1970, then, never, and nothing last: {kept:?}");
        assert_eq!(millis(instant(1_795_510_800_123)), 1_795_510_800_123, "to the millisecond");
    }

    #[test]
    fn money_sorts_by_currency_and_then_by_amount() {
        let amounts = [money(5_000, "KRW"), money(7_000, "KRW"), money(1, "USD"), money(i64::MAX, "ZZZ")];
        assert!(amounts.is_sorted_by(|a, b| a < b), "currencies cannot be compared: {amounts:?}");
        assert!(amounts[3] < Some(NONE), "the most there can be is not nothing");
        let code = currency_code(amounts[2].unwrap() / CURRENCY).unwrap();
        assert_eq!(code.code(), "USD", "and it can be named again");
    }
}
