//! Takes a whole import back, at any later time.
//!
//! What nobody touched since goes back exactly: what the import added goes, what it changed is again what it was, and so is what
//! is known of the source. What was worked on since stays, unless the user wants it back as well. Imports can be taken back
//! in any order; from the newest to the oldest, the end is where it began.

use std::collections::HashSet;

use rusqlite::{Connection, Transaction};
use serde::de::IgnoredAny;

use crate::actions::change::{self, Told};
use crate::actions::plan::Planner;
use crate::actions::{expire_due, take_apart};
use crate::app::{App, Changes};
use crate::domain::history::{Action, Actor, FieldChange};
use crate::domain::imports::{ImportUndo, ImportUndone, TouchedLead, is_as_left};
use crate::domain::lead::{Lead, LeadId};
use crate::domain::lifecycle;
use crate::domain::time::Timestamp;
use crate::error::{Error, NotAllowedWhy};
use crate::store::imports::{self, Import, ImportedLead};
use crate::store::{history, leads, merges, outbox, reminders, sources, undo};

/// So many touched leads are listed.
const MOST_LISTED: usize = 500;

/// What taking the import `id` back would do. `TakenBack` when that was done already.
pub fn foresee_undo(app: &App, id: i64) -> Result<ImportUndo, Error> {
    app.read(|connection, _| {
        let import = standing(connection, id)?;
        let mut foreseen = ImportUndo::default();
        imports::each_row(connection, id, |row, lead| {
            if is_touched(connection, &row, &lead)? {
                foreseen.touched_total += 1;
                if foreseen.touched.len() < MOST_LISTED {
                    foreseen.touched.push(touched(connection, &import, &row, &lead)?);
                }
            } else if row.added {
                foreseen.removed += 1;
            } else if row.before.is_some() {
                foreseen.restored += 1;
            }
            Ok(())
        })?;
        Ok(foreseen)
    })
}

/// Takes the import `id` back. Of the leads that were worked on since, those in `also` go back too, or all of them.
pub fn undo_import(app: &App, id: i64, also: &[LeadId], also_all: bool) -> Result<ImportUndone, Error> {
    let also: HashSet<LeadId> = also.iter().copied().collect();
    app.write(|tx, now, changes| {
        standing(tx, id)?;
        let mut stay = HashSet::new();
        imports::each_row(tx, id, |row, lead| {
            if !also_all && !also.contains(&row.lead_id) && is_touched(tx, &row, &lead)? {
                stay.insert(row.lead_id);
            }
            Ok(())
        })?;
        let back = Back { tx, import: id, actor: &app.user(), planner: &Planner::load(tx)?, now };
        let mut undone =
            ImportUndone { left: u32::try_from(stay.len()).unwrap_or(u32::MAX), ..ImportUndone::default() };
        for lead in imports::rows_of(tx, id)?.into_iter().filter(|lead| !stay.contains(lead)) {
            let Some(row) = imports::row(tx, id, lead)? else { continue };
            if row.added {
                back.remove(&row, changes)?;
                undone.removed += 1;
            } else {
                undone.restored += u32::from(back.restore(&row, changes)?);
            }
        }
        imports::mark_undone(tx, id, now)?;
        expire_due::expire(tx, now, changes)?;
        changes.reminders = true;
        Ok(undone)
    })
}

/// The import `id`, unless it was taken back.
fn standing(connection: &Connection, id: i64) -> Result<Import<IgnoredAny>, Error> {
    let import: Import<IgnoredAny> = imports::get(connection, id)?;
    match import.undone_at {
        Some(_) => Err(Error::NotAllowed { why: NotAllowedWhy::TakenBack }),
        None => Ok(import),
    }
}

/// Whether a lead was worked on since the import left it: its content, a merge, or a notice that left the outbox.
fn is_touched(connection: &Connection, row: &ImportedLead, lead: &Lead) -> Result<bool, Error> {
    if !row.added && row.before.is_none() {
        // The import changed nothing in it.
        return Ok(false);
    }
    Ok(!is_as_left(lead, row.before.as_ref(), row.after)
        || merges::is_part(connection, lead.id)?
        || outbox::has_left(connection, lead.id)?)
}

fn touched(
    connection: &Connection,
    import: &Import<IgnoredAny>,
    row: &ImportedLead,
    lead: &Lead,
) -> Result<TouchedLead, Error> {
    let (steps, at) = history::changes_since(connection, lead.id, import.last_history)?;
    let mut changes: Vec<FieldChange> = Vec::new();
    for step in steps {
        match changes.iter_mut().find(|change| change.field == step.field) {
            Some(change) => change.after = step.after,
            None => changes.push(step),
        }
    }
    changes.retain(|change| change.before != change.after);
    let customer = lead.customer.name.chars().take(200).collect();
    Ok(TouchedLead { id: lead.id, customer, added: row.added, at: at.unwrap_or(import.at), changes })
}

/// The way back of one import.
struct Back<'a> {
    tx: &'a Transaction<'a>,
    import: i64,
    actor: &'a Actor,
    planner: &'a Planner,
    now: Timestamp,
}

impl Back<'_> {
    /// A lead that the import added goes, with all that hangs on it. What was merged into it comes back first.
    fn remove(&self, row: &ImportedLead, changes: &mut Changes) -> Result<(), Error> {
        take_apart::free(self.tx, row.lead_id, 0, self.actor, self.now, changes)?;
        leads::delete(self.tx, row.lead_id)?;
        changes.lead(row.lead_id);
        Ok(())
    }

    /// A lead that the import changed is again what it was, whatever was done since, by a merge or by a later import too; `false`
    /// when only its source was news.
    fn restore(&self, row: &ImportedLead, changes: &mut Changes) -> Result<bool, Error> {
        let id = row.lead_id;
        let source = match &row.before {
            Some(before) => {
                take_apart::free(self.tx, id, self.import, self.actor, self.now, changes)?;
                self.restore_lead(before, changes)?;
                let later = imports::forget_since(self.tx, self.import, id)?;
                row.source_before.clone().or(later)
            }
            None => match &row.source_before {
                Some(then) if imports::hand_source_on(self.tx, self.import, id, then)? => None,
                then => then.clone(),
            },
        };
        match source {
            Some(Some(then)) => sources::save(self.tx, &leads::get(self.tx, id)?, &then.source, then.at)?,
            Some(None) => sources::delete(self.tx, id)?,
            None => {}
        }
        Ok(row.before.is_some())
    }

    fn restore_lead(&self, before: &Lead, changes: &mut Changes) -> Result<(), Error> {
        let (tx, now) = (self.tx, self.now);
        let current = leads::get(tx, before.id)?;
        let restored = Lead {
            revision: current.revision,
            hearth_id: current.hearth_id,
            merged_into: current.merged_into,
            ..before.clone()
        };
        // What the import itself had answered is open again.
        reminders::unsettle(tx, before.id, before.revision + 1)?;
        undo::withdraw(tx, before.id)?;
        let told = Told { action: Action::ImportUndone, actor: self.actor, at: now, now };
        let ended = current.stage != restored.stage;
        if ended {
            outbox::withdraw(tx, before.id, now)?;
        }
        let restored = change::save_by(tx, &current, restored, &told, self.planner, changes)?;
        if ended && let Some(kind) = lifecycle::notice_for(&restored) {
            // Somebody has to be told again what the import had taken back, unless they know already.
            let told = outbox::of_lead(tx, before.id)?;
            if !told.iter().any(|notice| notice.kind == kind) {
                change::notify(tx, &restored, kind, now)?;
            }
        }
        Ok(())
    }
}
