//! Which leads are left out, why, and the first few of them by name.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::small;
use crate::domain::bulk::{BulkLead, Deed, LeftOut, WhyNot};
use crate::domain::lead::{Lead, LeadId};
use crate::domain::time::Timestamp;
use crate::error::Error;
use crate::store::leads;

/// How many leads are named of each kind.
const NAMED: usize = 5;

/// What `lead` would become and the revision it has, or why nothing would.
pub fn judge(deed: &Deed, lead: Option<&Lead>, now: Timestamp) -> Result<(i64, Lead), WhyNot> {
    let lead = lead.ok_or(WhyNot::ChangedSince)?;
    Ok((lead.revision, deed.done_to(lead, now)?))
}

/// The first few of some leads by their places in the list, whatever the order they come in.
#[derive(Clone, Default)]
pub struct First(Vec<(usize, LeadId)>);

impl First {
    pub fn add(&mut self, place: usize, id: LeadId) {
        if self.0.len() == NAMED && self.0.last().is_some_and(|(last, _)| *last < place) {
            return;
        }
        let at = self.0.partition_point(|(other, _)| *other < place);
        self.0.insert(at, (place, id));
        self.0.truncate(NAMED);
    }

    /// Their names, as far as they are still there.
    pub fn named(&self, connection: &Connection) -> Result<Vec<BulkLead>, Error> {
        let mut named = Vec::new();
        for (_, id) in &self.0 {
            match leads::name_and_follow_up_note(connection, *id) {
                Ok((customer, _)) => named.push(BulkLead { id: *id, customer }),
                Err(Error::NotFound) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(named)
    }
}

/// Leads that are left out, by why.
#[derive(Clone, Default)]
pub struct Tally(BTreeMap<WhyNot, (usize, First)>);

impl Tally {
    pub fn add(&mut self, why: WhyNot, place: usize, id: LeadId) {
        let (count, first) = self.0.entry(why).or_default();
        *count += 1;
        first.add(place, id);
    }

    pub fn named(&self, connection: &Connection) -> Result<Vec<LeftOut>, Error> {
        let named = |(why, (count, first)): (&WhyNot, &(usize, First))| {
            Ok(LeftOut { why: *why, count: small(*count), examples: first.named(connection)? })
        };
        self.0.iter().map(named).collect()
    }
}
