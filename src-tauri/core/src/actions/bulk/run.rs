//! Doing it: one transaction over the leads of a plan, by number.

use chrono::TimeDelta;
use rusqlite::Transaction;

use super::{Plan, STEP, Watch, small, tally};
use crate::actions::change;
use crate::actions::plan::Planner;
use crate::app::App;
use crate::domain::bulk::{Before, BulkReport, BulkVerb, WhyNot};
use crate::domain::history::{Action, Actor, differences};
use crate::domain::lead::Lead;
use crate::domain::notice::NoticeKind;
use crate::domain::reminder::{self, Topic};
use crate::domain::time::Timestamp;
use crate::error::Error;
use crate::store::bulk::Changed;
use crate::store::history::Written;
use crate::store::{bulk, reminders, settings};

impl Plan {
    /// Does it to every lead that is still as it was when the plan was made, or to none.
    ///
    /// Fails with `Cancelled` when the watcher breaks; nothing is changed then.
    pub fn run(&self, app: &App, watch: Watch<'_>) -> Result<BulkReport, Error> {
        app.write(|tx, now, changes| {
            let verb = self.verb();
            let seconds = settings::get(tx)?.undo_seconds;
            let until = now.plus(TimeDelta::seconds(i64::from(seconds)));
            bulk::forget_over(tx, now)?;
            let mut bulk_id = None;
            let mut writing = Writing::new(tx, verb, self.deed.action(), app.user(), now)?;
            let mut left_out = self.left_out.clone();
            let mut changed = 0;
            let total = small(self.leads.len());
            for (place, planned) in self.leads.iter().enumerate() {
                if place % STEP == 0 && watch(small(place), total).is_break() {
                    return Err(Error::Cancelled);
                }
                let before = bulk::sketch(tx, verb, planned.id)?.filter(|lead| lead.revision == planned.revision);
                let (before, after) = match (tally::judge(&self.deed, before.as_ref(), now), before) {
                    (Ok((_, after)), Some(before)) => (before, after),
                    (judged, _) => {
                        left_out.add(judged.err().unwrap_or(WhyNot::ChangedSince), place, planned.id);
                        continue;
                    }
                };
                let replaced = Before::of(verb, &before);
                let after = writing.write(&before, after, &replaced)?;
                writing.answer(&before, &after)?;
                if seconds > 0 {
                    let id = match bulk_id {
                        Some(id) => id,
                        None => *bulk_id.insert(bulk::begin(tx, verb, until, now)?),
                    };
                    let (lead, from_revision, revision) = (after.id, before.revision, after.revision);
                    bulk::add(tx, id, &Changed { lead, from_revision, revision, before: replaced })?;
                }
                changed += 1;
            }
            if watch(total, total).is_break() {
                return Err(Error::Cancelled);
            }
            if changed > 0 {
                changes.all();
                changes.reminders = true;
            }
            let left_out = left_out.named(tx)?;
            Ok(BulkReport { bulk_id, verb, changed, left_out, undo_until: bulk_id.map(|_| until) })
        })
    }
}

/// What is written of each lead, with what is the same for all.
pub(super) struct Writing<'a> {
    tx: &'a Transaction<'a>,
    verb: BulkVerb,
    action: Action,
    actor: Actor,
    now: Timestamp,
    planner: Planner,
    answered: &'static [Topic],
    /// The last entry of the history, and what it told to be replaced: most leads have the same.
    entry: Option<(Before, Written)>,
}

impl<'a> Writing<'a> {
    pub fn new(
        tx: &'a Transaction<'a>,
        verb: BulkVerb,
        action: Action,
        actor: Actor,
        now: Timestamp,
    ) -> Result<Self, Error> {
        let answered = reminder::settles(action).unwrap_or_default();
        Ok(Self { tx, verb, action, actor, now, planner: Planner::load(tx)?, answered, entry: None })
    }

    /// Writes the row, the history and the reminders of a lead, in which `replaced` was there before; the lead as it now stands.
    pub fn write(&mut self, before: &Lead, after: Lead, replaced: &Before) -> Result<Lead, Error> {
        bulk::update(self.tx, self.verb, &after)?;
        let after = Lead { revision: after.revision + 1, ..after };
        let (tx, now) = (self.tx, self.now);
        self.entry(before, &after, replaced)?.append(tx, after.id, now, now)?;
        self.planner.of_lead(tx, &after, now)?;
        Ok(after)
    }

    /// Settles what reminded of a lead, and has those told who must be.
    fn answer(&self, before: &Lead, after: &Lead) -> Result<(), Error> {
        let (tx, now) = (self.tx, self.now);
        if !self.answered.is_empty() {
            reminders::settle(tx, after.id, self.answered, self.action, after.revision, now)?;
        }
        match self.verb {
            BulkVerb::Decline => change::notify(tx, after, NoticeKind::DeclinedToCustomer, now)?,
            BulkVerb::SetFavorite => reminders::follow(tx, after.id, before.revision, after.revision)?,
            BulkVerb::MarkContacted | BulkVerb::AddEmployee | BulkVerb::SetCampaign => {}
        }
        Ok(())
    }

    fn entry(&mut self, before: &Lead, after: &Lead, replaced: &Before) -> Result<&Written, Error> {
        // A list of employees is told whole, so no two leads need have the same.
        let known = self.verb != BulkVerb::AddEmployee && self.entry.as_ref().is_some_and(|(of, _)| of == replaced);
        let entry = match self.entry.take().filter(|_| known) {
            Some(entry) => entry,
            None => {
                let written = Written::new(self.tx, &self.actor, self.action, &differences(before, after))?;
                (replaced.clone(), written)
            }
        };
        Ok(&self.entry.insert(entry).1)
    }
}
