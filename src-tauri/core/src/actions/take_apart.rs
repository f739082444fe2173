//! Takes a merge apart again, at any later time: the other lead comes back, and what the kept one had from it goes, but for what
//! was changed since.

use rusqlite::Transaction;

use super::change::{self, Told, must_be_here};
use super::expire_due;
use crate::app::{App, Changes};
use crate::domain::history::{Action, Actor};
use crate::domain::lead::{Lead, LeadId, Stage};
use crate::domain::merging::{self, Done};
use crate::domain::time::Timestamp;
use crate::error::{Error, NotAllowedWhy};
use crate::store::merges::Merge;
use crate::store::{imports, leads, merges, reminders, undo};

/// Takes the merge `id` apart; the number of the lead that was kept.
///
/// Of several merges into one lead any can be taken apart first. Refused when it was taken apart before, and while the kept lead is
/// itself merged into another one: that one has to be taken apart first.
pub fn take_apart(app: &App, id: i64) -> Result<LeadId, Error> {
    app.write(|tx, now, changes| {
        let merge = merges::get(tx, id)?;
        if merge.taken_apart_at.is_some() {
            return Err(Error::NotAllowed { why: NotAllowedWhy::TakenBack });
        }
        must_be_here(tx, &leads::get(tx, merge.kept_id)?)?;
        let kept_id = merge.kept_id;
        apart(tx, merge, &app.user(), now, changes)?;
        // The one that comes back may have run out of time meanwhile.
        expire_due::expire(tx, now, changes)?;
        Ok(kept_id)
    })
}

/// Gives the user's own leads back that were merged into samples: the samples are about to go.
pub fn out_of_samples(tx: &Transaction<'_>, now: Timestamp, changes: &mut Changes) -> Result<(), Error> {
    for id in merges::into_samples(tx)? {
        apart(tx, merges::get(tx, id)?, &Actor::Hearth, now, changes)?;
    }
    Ok(())
}

/// Takes the merges apart that a lead is part of, on either side, since the import `since`, and what stands on them.
pub fn free(
    tx: &Transaction<'_>,
    id: LeadId,
    since: i64,
    actor: &Actor,
    now: Timestamp,
    changes: &mut Changes,
) -> Result<(), Error> {
    while let Some(open) = merges::newest_open_of(tx, id, since)? {
        let mut merge = merges::get(tx, open)?;
        // What was merged on has to come back first.
        while let Some(outer) = merges::open_as_absorbed(tx, merge.kept_id)? {
            merge = merges::get(tx, outer)?;
        }
        apart(tx, merge, actor, now, changes)?;
    }
    Ok(())
}

fn apart(
    tx: &Transaction<'_>,
    merge: Merge,
    actor: &Actor,
    now: Timestamp,
    changes: &mut Changes,
) -> Result<(), Error> {
    let told = Told { action: Action::TakenApart, actor, at: now, now };
    let kept = leads::get(tx, merge.kept_id)?;
    let later = merges::later(tx, merge.kept_id, merge.id)?;
    let mut done: Vec<Done> = later.iter().map(|merge| merge.done.clone()).collect();
    let without = merging::without(&merge.done, &mut done);
    let mut alone = without.now(&kept);
    if alone.stage == Stage::Received && kept.stage != Stage::Received && now >= alone.respond_by {
        // It would expire at once and be lost for good, though it was worked meanwhile.
        alone.stage.clone_from(&kept.stage);
    }
    for (merge, done) in later.iter().zip(&done) {
        merges::rewrite(tx, merge.id, done)?;
    }
    // What later imports found is what they would have found, in case they are taken back.
    for (import, before) in imports::befores_since(tx, kept.id, merge.after_import)? {
        let merged_by_then = later.iter().filter(|merge| merge.after_import < import).count();
        imports::rewrite_before(tx, import, &without.then(merged_by_then, &before))?;
    }
    if alone.stage == Stage::Received && alone.contacted.is_none() {
        // Only the merge had answered it.
        reminders::unsettle_by(tx, kept.id, Action::Merged)?;
    }
    change::save_silently(tx, &kept, alone, &told, changes)?;

    let absorbed = leads::get(tx, merge.absorbed_id)?;
    reminders::unsettle_by(tx, absorbed.id, Action::Absorbed)?;
    change::save_silently(tx, &absorbed, Lead { merged_into: None, ..absorbed.clone() }, &told, changes)?;
    for id in [kept.id, absorbed.id] {
        undo::withdraw(tx, id)?;
    }
    merges::mark_taken_apart(tx, merge.id, now)?;
    changes.reminders = true;
    Ok(())
}
