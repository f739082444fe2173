//! By what leads are sorted: a number for each, or a text that the database is asked for.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use rusqlite::Connection;

use super::coded::no_case;
use super::columns::{CURRENCY, Columns, NONE, instant, marks};
use super::places::{Places, Slot};
use super::texts::Text;
use crate::domain::desk::SortBy;
use crate::domain::lead::StageKind;
use crate::domain::time::Timestamp;
use crate::error::Error;

/// An order of all leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Received,
    RespondBy,
    /// The end of the contact window while it is open, else respond-by.
    Deadline,
    Purchase,
    Archived,
    FollowUp,
    Value,
    Country,
    City,
    Campaign,
    Outcome,
    LeadType,
    Stage,
    Reason,
    Text(Text),
}

impl Kind {
    /// The orders by what is in memory.
    pub const BY_NUMBER: [Self; 14] = [
        Self::Deadline,
        Self::Received,
        Self::RespondBy,
        Self::Purchase,
        Self::Archived,
        Self::FollowUp,
        Self::Value,
        Self::Country,
        Self::City,
        Self::Campaign,
        Self::Outcome,
        Self::LeadType,
        Self::Stage,
        Self::Reason,
    ];

    pub fn of(sort: SortBy, stage: Option<StageKind>) -> Self {
        match (sort, stage) {
            (SortBy::TimeLeft, Some(StageKind::Received)) => Self::Deadline,
            (SortBy::TimeLeft, Some(StageKind::Accepted)) | (SortBy::Purchase, _) => Self::Purchase,
            (SortBy::TimeLeft, Some(StageKind::Archived)) | (SortBy::Archived, _) => Self::Archived,
            (SortBy::TimeLeft, None) | (SortBy::RespondBy, _) => Self::RespondBy,
            (SortBy::Received, _) => Self::Received,
            (SortBy::Value, _) => Self::Value,
            (SortBy::FollowUp, _) => Self::FollowUp,
            (SortBy::Country, _) => Self::Country,
            (SortBy::City, _) => Self::City,
            (SortBy::Campaign, _) => Self::Campaign,
            (SortBy::Outcome, _) => Self::Outcome,
            (SortBy::LeadType, _) => Self::LeadType,
            (SortBy::Stage, _) => Self::Stage,
            (SortBy::Reason, _) => Self::Reason,
            (SortBy::Customer, _) => Self::Text(Text::Customer),
            (SortBy::Contact, _) => Self::Text(Text::Contact),
            (SortBy::Deal, _) => Self::Text(Text::Deal),
            (SortBy::CrmId, _) => Self::Text(Text::CrmId),
        }
    }

    /// Whether it needs the texts that only some questions need.
    pub fn needs_texts(self) -> bool {
        matches!(self, Self::City | Self::Campaign)
    }
}

/// The numbers by which leads are sorted: equal ones by their places, [`NONE`] last.
pub(super) struct Keys<'a> {
    columns: &'a Columns,
    kind: Kind,
    now: u64,
    ranks: Arc<[u32]>,
}

impl<'a> Keys<'a> {
    /// `None` for an order of texts.
    pub fn of(columns: &'a mut Columns, kind: Kind, now: Timestamp) -> Option<Self> {
        let ranks = match kind {
            Kind::Country => columns.country.ranks(),
            Kind::City => columns.texts.as_mut().map(|texts| texts.city.ranks()).unwrap_or_default(),
            Kind::Campaign => columns.texts.as_mut().map(|texts| texts.campaign.ranks()).unwrap_or_default(),
            Kind::Outcome => outcome_ranks(columns),
            Kind::Text(_) => return None,
            _ => Arc::default(),
        };
        Some(Self { columns, kind, now: instant(now.as_millis()), ranks })
    }

    #[inline]
    pub fn get(&self, slot: Slot) -> u64 {
        let (columns, at) = (self.columns, slot as usize);
        let of = columns.marks[at];
        let ranked = |number: Option<u32>| number.map_or(NONE, |number| u64::from(self.ranks[number as usize]));
        match self.kind {
            Kind::Received => columns.received.get(at),
            Kind::RespondBy => columns.respond.get(at),
            Kind::Deadline if of & marks::FLAME != 0 && columns.flame_end(at) > self.now => columns.flame_end(at),
            Kind::Deadline => columns.respond.get(at),
            Kind::Purchase => columns.purchase.get(at),
            Kind::Archived => columns.archived.get(at),
            Kind::FollowUp => columns.follow_up.get(&slot).map_or(NONE, |day| u64::from(*day)),
            Kind::Value => columns.value[at],
            Kind::Country => ranked(columns.country.get(at)),
            Kind::City => ranked(columns.texts.as_ref().and_then(|texts| texts.city.get(at))),
            Kind::Campaign => ranked(columns.texts.as_ref().and_then(|texts| texts.campaign.get(at))),
            Kind::Outcome => match marks::outcome_of(of) {
                0 => NONE,
                marks::OTHER => ranked(columns.outcome.get(at).map(|number| number + KNOWN.len() as u32)),
                known => ranked(Some(known - 1)),
            },
            Kind::LeadType => u64::from(marks::type_of(of)),
            Kind::Stage => u64::from(marks::stage_of(of)),
            Kind::Reason => match marks::reason_of(of) {
                0 => NONE,
                reason => u64::from(reason),
            },
            Kind::Text(_) => NONE,
        }
    }

    /// The number by which a list of this direction is sorted from its first to its last lead: nothing still comes last, and the
    /// currencies stand in the order of their letters. With it, what tells equal ones apart.
    #[inline]
    pub fn directed(&self, slot: Slot, descending: bool) -> (u64, u32) {
        let key = self.get(slot);
        if !descending {
            return (key, slot);
        }
        let key = match (self.kind, key) {
            (_, NONE) => NONE,
            (Kind::Value, key) => key / CURRENCY * CURRENCY + (CURRENCY - 1 - key % CURRENCY),
            (_, key) => NONE - 1 - key,
        };
        (key, !slot)
    }

    /// What stands together whatever the direction: leads without a value, and leads of one currency.
    pub fn group(&self, slot: Slot) -> u64 {
        match (self.kind, self.get(slot)) {
            (_, NONE) => NONE,
            (Kind::Value, key) => key / CURRENCY,
            _ => 0,
        }
    }
}

/// As the marks number them.
const KNOWN: [&str; 4] = ["won", "lost", "declined", "expired"];

/// The places of the outcomes among each other: the known ones first by number, then those of other sources.
fn outcome_ranks(columns: &Columns) -> Arc<[u32]> {
    let names: Vec<&str> = KNOWN.into_iter().chain(columns.outcome.texts().iter().map(|text| &**text)).collect();
    let before = |name: &&str| names.iter().filter(|other| no_case(other, name).is_lt()).count() as u32;
    names.iter().map(before).collect()
}

/// Compares two leads in an order.
pub(super) enum Compare<'a> {
    Keys(Keys<'a>),
    /// By a text that is fetched as often as it is needed.
    Texts {
        connection: &'a Connection,
        places: &'a Places,
        text: Text,
        known: HashMap<Slot, Option<String>>,
    },
}

impl<'a> Compare<'a> {
    pub fn new(
        connection: &'a Connection,
        places: &'a Places,
        columns: &'a mut Columns,
        kind: Kind,
        now: Timestamp,
    ) -> Self {
        match (Keys::of(columns, kind, now), kind) {
            (None, Kind::Text(text)) => Self::Texts { connection, places, text, known: HashMap::new() },
            (Some(keys), _) => Self::Keys(keys),
            (None, _) => Self::Texts { connection, places, text: Text::Customer, known: HashMap::new() },
        }
    }

    pub fn cmp(&mut self, a: Slot, b: Slot) -> Result<Ordering, Error> {
        if let Self::Keys(keys) = self {
            return Ok((keys.get(a), a).cmp(&(keys.get(b), b)));
        }
        self.fetch(a)?;
        self.fetch(b)?;
        let Self::Texts { known, .. } = self else { return Ok(a.cmp(&b)) };
        Ok(match (known.get(&a).cloned().flatten(), known.get(&b).cloned().flatten()) {
            (Some(one), Some(other)) => no_case(&one, &other),
            (one, other) => one.is_none().cmp(&other.is_none()),
        }
        .then(a.cmp(&b)))
    }

    /// As [`Keys::group`].
    pub fn group(&mut self, slot: Slot) -> Result<u64, Error> {
        if let Self::Keys(keys) = self {
            return Ok(keys.group(slot));
        }
        self.fetch(slot)?;
        let Self::Texts { known, .. } = self else { return Ok(0) };
        Ok(if known.get(&slot).is_some_and(Option::is_some) { 0 } else { NONE })
    }

    fn fetch(&mut self, slot: Slot) -> Result<(), Error> {
        let Self::Texts { connection, places, text, known } = self else { return Ok(()) };
        if let Entry::Vacant(free) = known.entry(slot) {
            free.insert(text.of_lead(connection, places.id(slot))?);
        }
        Ok(())
    }
}
