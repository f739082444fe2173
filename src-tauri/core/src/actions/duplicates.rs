//! Leads that may be the same: of one lead, of one that is being typed, and all pairs of the database.
//!
//! What makes two leads alike is `domain::duplicates`; making them one is `merge_leads`.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use rusqlite::Connection;

use super::change::must_be_here;
use crate::app::App;
use crate::domain::duplicates::{DuplicatePair, Key, KeyKind, LeadBrief, Match, MatchKind, keys, keys_of};
use crate::domain::lead::{Contact, Lead, LeadId, StageKind};
use crate::error::Error;
use crate::store::{briefs, leads, match_keys};

/// How many leads a new one is said to be like.
const MOST_LIKELY: usize = 5;
/// The most pairs that a scan finds, the surest first: nobody looks through more, and the next scan has the next ones.
pub const MOST_PAIRS: usize = 10_000;
/// In a larger group of leads with the same key each open one is only paired with its neighbour by age: all pairs of a thousand
/// leads with the switchboard's number would be half a million.
const ALL_PAIRS_UP_TO: usize = 12;
/// With how many names after it in the alphabet each company's name of a domain is compared.
const NAMES_AHEAD: usize = 10;

/// What may be the same as `id`, the surest first.
pub fn of_lead(app: &App, id: LeadId) -> Result<Vec<DuplicatePair>, Error> {
    app.read(|connection, _| {
        let lead = leads::get(connection, id)?;
        let this = briefs::get(connection, id)?;
        let others = like(connection, &lead)?.into_iter();
        Ok(others.map(|(other, matches)| pair(this.clone(), other, matches)).collect())
    })
}

/// How many leads may be the same as `lead`.
pub fn count_of_lead(connection: &Connection, lead: &Lead) -> Result<u32, Error> {
    Ok(u32::try_from(like(connection, lead)?.len()).unwrap_or(u32::MAX))
}

/// Two archived leads are no duplicates: both are final, so nothing can be done about them, and a customer who came twice in five
/// years was no mistake.
fn like(connection: &Connection, lead: &Lead) -> Result<Vec<(LeadBrief, Vec<Match>)>, Error> {
    if lead.merged_into.is_some() {
        return Ok(Vec::new());
    }
    let mut like = Vec::new();
    for (id, matches) in match_keys::find(connection, &keys(lead), Some(lead.id))? {
        let other = briefs::get(connection, id)?;
        if lead.stage.kind() != StageKind::Archived || other.stage != StageKind::Archived {
            like.push((other, matches));
        }
    }
    Ok(like)
}

/// The leads that one with this customer and contact may be the same as, the surest first.
pub fn like_new(
    app: &App,
    customer: &str,
    country: Option<&str>,
    contact: Contact,
) -> Result<Vec<(LeadBrief, Vec<Match>)>, Error> {
    let keys = keys_of(None, customer, country, &[contact]);
    app.read(|connection, _| {
        let found = match_keys::find(connection, &keys, None)?.into_iter().take(MOST_LIKELY);
        found.map(|(id, matches)| Ok((briefs::get(connection, id)?, matches))).collect()
    })
}

/// Notes that two leads are two, so that nobody asks again.
pub fn keep_apart(app: &App, one: LeadId, other: LeadId) -> Result<(), Error> {
    app.write(|tx, _, changes| {
        for id in [one, other] {
            must_be_here(tx, &leads::get(tx, id)?)?;
            changes.lead(id);
        }
        if one != other {
            match_keys::keep_apart(tx, one, other)?;
        }
        Ok(())
    })
}

/// `limit` pairs from `offset` on, the surest first, and how many there are, at most [`MOST_PAIRS`].
pub fn page(app: &App, offset: usize, limit: usize) -> Result<(Vec<DuplicatePair>, usize), Error> {
    app.read(|connection, _| {
        let found = scan(connection)?;
        let total = found.len();
        let page = found.into_iter().skip(offset).take(limit).map(|((one, other), matches)| {
            Ok(pair(briefs::get(connection, one)?, briefs::get(connection, other)?, matches))
        });
        Ok((page.collect::<Result<_, Error>>()?, total))
    })
}

fn pair(one: LeadBrief, other: LeadBrief, matches: Vec<Match>) -> DuplicatePair {
    let age = |lead: &LeadBrief| (lead.received_at, lead.id);
    if age(&one) <= age(&other) {
        DuplicatePair { one, other, matches }
    } else {
        DuplicatePair { one: other, other: one, matches }
    }
}

type Pair = (LeadId, LeadId);

/// All pairs of the database, the surest first, then those with more in common, then the newest.
fn scan(connection: &Connection) -> Result<Vec<(Pair, Vec<Match>)>, Error> {
    let mut found = Found {
        archived: briefs::archived(connection)?,
        apart: match_keys::all_said_to_differ(connection)?,
        pairs: HashMap::new(),
    };
    for (one, referral_id) in match_keys::referrals_written_oddly(connection)? {
        let key = Key { kind: KeyKind::ReferralId, text: referral_id };
        for other in match_keys::having(connection, &key)? {
            found.add(one, other, &key);
        }
    }
    for kind in [KeyKind::Email, KeyKind::Phone] {
        match_keys::each_group(connection, kind, false, |key, ids| found.add_group(&key, ids))?;
    }
    let mut neighbours: std::collections::VecDeque<(Key, LeadId)> = std::collections::VecDeque::new();
    match_keys::each_group(connection, KeyKind::Company, true, |key, ids| {
        found.add_group(&key, ids);
        // The newest stands for all that are named alike.
        let Some(newest) = ids.last() else { return };
        for (other_key, other) in &neighbours {
            if key.meets(other_key) {
                found.add(*newest, *other, &key);
            }
        }
        neighbours.push_back((key, *newest));
        if neighbours.len() > NAMES_AHEAD {
            neighbours.pop_front();
        }
    })?;
    let mut pairs: Vec<_> = found.pairs.into_iter().collect();
    pairs.sort_unstable_by_key(|((one, other), matches)| {
        let surest = matches.iter().map(|one| one.kind).min().unwrap_or(MatchKind::DomainAndName);
        (surest, std::cmp::Reverse(matches.len()), std::cmp::Reverse((*other).max(*one)), *one)
    });
    Ok(pairs)
}

struct Found {
    /// In order.
    archived: Vec<LeadId>,
    apart: std::collections::HashSet<Pair>,
    pairs: HashMap<Pair, Vec<Match>>,
}

impl Found {
    fn is_archived(&self, id: LeadId) -> bool {
        self.archived.binary_search(&id).is_ok()
    }

    fn add(&mut self, one: LeadId, other: LeadId, key: &Key) {
        let ids = (one.min(other), one.max(other));
        if one == other || self.apart.contains(&ids) || (self.is_archived(one) && self.is_archived(other)) {
            return;
        }
        let full = self.pairs.len() >= MOST_PAIRS;
        match self.pairs.entry(ids) {
            Entry::Occupied(pair) => {
                let matches = pair.into_mut();
                if !matches.contains(&key.told()) {
                    matches.push(key.told());
                }
            }
            Entry::Vacant(pair) if !full => {
                pair.insert(vec![key.told()]);
            }
            Entry::Vacant(_) => {}
        }
    }

    /// The leads of one key, by age.
    fn add_group(&mut self, key: &Key, ids: &[LeadId]) {
        if ids.len() <= ALL_PAIRS_UP_TO {
            for (at, one) in ids.iter().enumerate() {
                for other in &ids[at + 1..] {
                    self.add(*one, *other, key);
                }
            }
            return;
        }
        for two in ids.windows(2) {
            self.add(two[0], two[1], key);
        }
    }
}
