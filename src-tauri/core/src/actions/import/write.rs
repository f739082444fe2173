//! Writes what a row makes of a lead: added, updated, filled in, with all that an undo needs to take it back.

use std::collections::HashSet;

use rusqlite::Transaction;

use super::feed::Prepared;
use super::judge::{self, Change};
use crate::actions::change::{self, Told};
use crate::actions::plan::Planner;
use crate::app::Changes;
use crate::domain::history::{Action, Actor, differences};
use crate::domain::imports::{Decision, Outcome, fingerprint};
use crate::domain::lead::{Lead, LeadId, Stage, StageKind};
use crate::domain::lifecycle;
use crate::domain::overlay::{fill_in, pass_on};
use crate::domain::time::Timestamp;
use crate::error::Error;
use crate::exchange::format::Format;
use crate::store::foreseen::{ForeseenRows, Verdict};
use crate::store::history::{ActorId, NewEntry};
use crate::store::imports::{SourceBefore, SourceThen};
use crate::store::sources::{self, Adding, Source};
use crate::store::{history, imports, leads, outbox, search};

/// What became of a row that was foreseen as a lead.
pub(super) enum Became {
    Added(LeadId),
    Updated(LeadId),
    Unchanged(Option<LeadId>),
    LeftOut,
}

impl Became {
    pub(super) fn lead(&self) -> Option<LeadId> {
        match self {
            Self::Added(id) | Self::Updated(id) => Some(*id),
            Self::Unchanged(id) => *id,
            Self::LeftOut => None,
        }
    }
}

/// What an import has added, by the places of the rows in the file, until the words of these rows are in the index.
#[derive(Default)]
pub(super) struct NewLeads {
    /// Of each row the lead that it became, 0 for none.
    ids: Vec<u32>,
    added: u32,
    /// Those that a row further down has changed: what is known of their words is not what they say by now.
    changed: HashSet<u32>,
}

impl NewLeads {
    /// Notes what the next row was added as.
    pub(super) fn row(&mut self, id: Option<LeadId>) {
        let id = id.and_then(search::number).unwrap_or_default();
        self.added += u32::from(id > 0);
        self.ids.push(id);
    }

    fn changed(&mut self, id: LeadId) {
        self.changed.extend(search::number(id));
    }

    /// Puts the words of the leads into the index, unless there are few, which is done later.
    pub(super) fn into_index(
        mut self,
        tx: &Transaction<'_>,
        words: &search::Sorted,
        told: search::Told<'_>,
    ) -> Result<(), Error> {
        if self.added <= search::MOST_PENDING {
            return Ok(());
        }
        if !self.changed.is_empty() {
            self.ids.iter_mut().filter(|id| self.changed.contains(id)).for_each(|id| *id = 0);
        }
        search::take_in(tx, words, &self.ids, told)
    }
}

/// One file of an import that is being written.
pub(super) struct Writer<'a> {
    pub tx: &'a Transaction<'a>,
    pub import: i64,
    pub file: &'a str,
    pub actor: Actor,
    pub format: Format,
    pub planner: &'a Planner,
    pub now: Timestamp,
    pub rows: &'a ForeseenRows,
    /// Leads newer than this were not there in the dry run.
    pub last_foreseen: LeadId,
    /// Whether there are any.
    pub newer: bool,
    /// What all leads that are added have in common.
    pub adding: Adding<'a>,
    /// The file and Hearth, as the history numbers them.
    pub by: (ActorId, ActorId),
    pub new_leads: NewLeads,
}

impl Writer<'_> {
    /// Writes a row by what was foreseen and decided. What has come in since is looked at anew, so that nothing comes in twice.
    pub(super) fn row(
        &mut self,
        row: &Prepared,
        seen: Option<&Verdict>,
        changes: &mut Changes,
    ) -> Result<Became, Error> {
        // In a desk that was empty there is only what this import has added, and no row that says which lead it is comes twice.
        let cannot_be_known = self.last_foreseen == 0 && !self.newer && judge::has_identity(row);
        let known = if cannot_be_known { None } else { judge::known(self.tx, row)? };
        if let Some(id) = known {
            return self.update(id, row, changes);
        }
        match seen {
            // The same row to the letter stood further up.
            Some(Verdict { outcome: Outcome::Unchanged, lead: None, .. }) => Ok(Became::Unchanged(None)),
            Some(Verdict { decision: Some(Decision::LeaveOut), .. }) => Ok(Became::LeftOut),
            Some(Verdict { decision: Some(Decision::Add), .. }) => self.add(row, seen, changes),
            Some(Verdict { decision: Some(Decision::FillIn), .. }) => match self.target(seen)? {
                Some(id) => self.fill_in(id, row, changes),
                None => self.add(row, seen, changes),
            },
            _ => match self.newly_alike(row)? {
                Some(Decision::LeaveOut) => Ok(Became::LeftOut),
                _ => self.add(row, seen, changes),
            },
        }
    }

    /// What would have been proposed for a row that looks like a lead that came in since the dry run.
    fn newly_alike(&self, row: &Prepared) -> Result<Option<Decision>, Error> {
        if !self.newer {
            return Ok(None);
        }
        let found = judge::alike(self.tx, row)?.filter(|(id, _)| *id > self.last_foreseen);
        // What this import itself has added was looked at in the dry run.
        let ours = match &found {
            Some((id, _)) => imports::row(self.tx, self.import, *id)?.is_some(),
            None => true,
        };
        let Some((id, _)) = found.filter(|_| !ours) else { return Ok(None) };
        let is_archived = leads::get(self.tx, id)?.stage.kind() == StageKind::Archived;
        Ok(Some(judge::proposed(row, is_archived)))
    }

    /// The lead that a row is filled in to: the one it was compared with, or what became of the row further up.
    fn target(&self, seen: Option<&Verdict>) -> Result<Option<LeadId>, Error> {
        let Some(mut seen) = seen.copied() else { return Ok(None) };
        loop {
            if let Some(id) = seen.became.or(seen.lead) {
                return match leads::kept(self.tx, id) {
                    Ok(id) => Ok(Some(id)),
                    Err(Error::NotFound) => Ok(None),
                    Err(error) => Err(error),
                };
            }
            // Rows are only compared with rows further up, so this ends.
            match seen.other.map(|other| self.rows.verdict(other)).transpose()?.flatten() {
                Some(further_up) => seen = further_up,
                None => return Ok(None),
            }
        }
    }

    fn add(&mut self, row: &Prepared, seen: Option<&Verdict>, changes: &mut Changes) -> Result<Became, Error> {
        let incoming = &row.incoming.lead;
        // Its time is over. Where a row further down may be filled in to it, that comes first.
        let is_over = incoming.stage == Stage::Received && incoming.respond_by <= self.now;
        let expired = if is_over && seen.is_some_and(|seen| !seen.compared) {
            Some(Lead { revision: 2, ..lifecycle::expire(incoming, self.now)? })
        } else {
            None
        };
        let (tx, now, (file, hearth)) = (self.tx, self.now, self.by);
        let id = leads::insert_with_keys(tx, expired.as_ref().unwrap_or(incoming), &row.keys)?;
        history::append_coming_in(tx, id, incoming.received_at, now, file)?;
        match &expired {
            Some(expired) => self.tell_expired(id, incoming, expired, hearth)?,
            None => self.planner.of_new(tx, id, incoming, now)?,
        }
        // What a file that is not the source's says is no base that the source's news are compared with.
        let tells = judge::is_the_source(self.format, row);
        let (packed, print) =
            row.to_write.as_ref().ok_or_else(|| Error::internal("a row that is not to be written"))?;
        self.adding.add(id, packed, tells)?;
        imports::note_added(tx, self.import, id, *print)?;
        changes.lead(id);
        Ok(Became::Added(id))
    }

    /// As `expire_due` does it for a lead that is here.
    fn tell_expired(&self, id: LeadId, before: &Lead, after: &Lead, by: ActorId) -> Result<(), Error> {
        let (tx, now, actor) = (self.tx, self.now, &Actor::Hearth);
        let changes = differences(before, after);
        let (at, action) = (before.respond_by, Action::Expired);
        let entry = NewEntry { lead_id: id, at, recorded_at: now, actor, action, changes: &changes };
        history::append_by(tx, &entry, by)?;
        match lifecycle::notice_for(after) {
            Some(kind) => change::notify_of(tx, id, after, kind, now),
            None => Ok(()),
        }
    }

    fn update(&mut self, id: LeadId, row: &Prepared, changes: &mut Changes) -> Result<Became, Error> {
        match judge::change(self.tx, id, row, self.file, self.format, self.now)? {
            Some(change) => self.save(change, changes),
            None => Ok(Became::Unchanged(Some(id))),
        }
    }

    fn fill_in(&mut self, id: LeadId, row: &Prepared, changes: &mut Changes) -> Result<Became, Error> {
        let before = leads::get(self.tx, id)?;
        if before.stage.kind() == StageKind::Archived {
            // Final: a customer who came back must not vanish in it.
            return Ok(Became::LeftOut);
        }
        let after = fill_in(&before, &row.incoming.lead);
        let first_word = judge::is_the_source(self.format, row) && sources::of_lead(self.tx, &before)?.is_none();
        let source =
            first_word.then(|| Source { file_name: self.file.to_owned(), raw: row.raw().to_owned(), told: row.told() });
        self.save(Change { before, after, source }, changes)
    }

    fn save(&mut self, change: Change, changes: &mut Changes) -> Result<Became, Error> {
        let Change { before, after, source } = change;
        let id = before.id;
        let source_before = match &source {
            Some(_) => Some(sources::then(self.tx, &before)?.map(|(source, at)| SourceThen { source, at })),
            None => None,
        };
        let (tx, now) = (self.tx, self.now);
        let known = |lead: &Lead| source.as_ref().map_or(Ok(()), |source| sources::save(tx, lead, source, now));
        if after == before {
            known(&before)?;
            if let Some(then) = &source_before {
                imports::note_changed(self.tx, self.import, id, None, Some(then), fingerprint(&after))?;
            }
            return Ok(Became::Unchanged(Some(id)));
        }
        let after = self.save_lead(&before, after, source_before.as_ref(), changes)?;
        known(&after)?;
        self.pass_on(before, after, changes)?;
        Ok(Became::Updated(id))
    }

    fn save_lead(
        &mut self,
        before: &Lead,
        after: Lead,
        source_before: Option<&SourceBefore>,
        changes: &mut Changes,
    ) -> Result<Lead, Error> {
        self.new_leads.changed(before.id);
        if before.stage != after.stage {
            // What we were about to tell somebody is no longer so.
            outbox::withdraw(self.tx, before.id, self.now)?;
        }
        let told = Told { action: Action::Updated, actor: &self.actor, at: self.now, now: self.now };
        let after = change::save_by(self.tx, before, after, &told, self.planner, changes)?;
        imports::note_changed(self.tx, self.import, before.id, Some(before), source_before, fingerprint(&after))?;
        Ok(after)
    }

    /// News of a lead that was merged away are news of the lead it was merged into, and so on.
    fn pass_on(&mut self, mut before: Lead, mut after: Lead, changes: &mut Changes) -> Result<(), Error> {
        while let Some(into) = after.merged_into {
            let kept = leads::get(self.tx, into)?;
            let passed = pass_on(&kept, &before, &after, self.now);
            if passed == kept {
                break;
            }
            after = self.save_lead(&kept, passed, None, changes)?;
            before = kept;
        }
        Ok(())
    }
}
