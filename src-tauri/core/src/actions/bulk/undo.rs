//! Taking it back, as far as nothing was done since. Source: domain.md, "Undo".

use super::run::Writing;
use super::{STEP, Watch, small};
use crate::actions::change;
use crate::app::App;
use crate::domain::bulk::{Before, BulkUndone, BulkVerb};
use crate::domain::history::Action;
use crate::domain::lead::{Lead, Stage};
use crate::domain::time::Timestamp;
use crate::error::{Error, NotAllowedWhy};
use crate::store::bulk::Changed;
use crate::store::{bulk, outbox, reminders};

/// Restores every lead that is still as the bulk action `id` left it, the heart apart; the others stay: those that were
/// worked on since, whose notice has left the outbox, and that would expire at once.
///
/// Refused when the time is over or it was taken back before; fails with `Cancelled` when the watcher breaks, and then nothing is
/// changed.
pub fn undo(app: &App, id: i64, watch: Watch<'_>) -> Result<BulkUndone, Error> {
    app.write(|tx, now, changes| {
        let done = standing(bulk::get(tx, id), now)?;
        let verb = done.verb;
        let mut writing = Writing::new(tx, verb, Action::Undone, app.user(), now)?;
        let total = bulk::count(tx, id)?;
        let (mut seen, mut restored) = (0, 0);
        bulk::each(tx, id, |Changed { lead, from_revision, revision, before }| {
            if seen % STEP == 0 && watch(small(seen), total).is_break() {
                return Err(Error::Cancelled);
            }
            seen += 1;
            let Some((current, back)) = way_back(verb, bulk::sketch(tx, verb, lead)?, revision, &before, now) else {
                return Ok(());
            };
            if verb == BulkVerb::Decline {
                if outbox::has_left(tx, lead)? {
                    return Ok(());
                }
                outbox::withdraw(tx, lead, now)?;
            }
            let back = writing.write(&current, back, &before)?;
            match verb {
                // A heart has settled nothing itself, only followed what was.
                BulkVerb::SetFavorite => reminders::follow(tx, lead, revision, back.revision)?,
                _ => reminders::unsettle(tx, lead, revision)?,
            }
            change::hand_on(tx, lead, from_revision, revision, back.revision)?;
            restored += 1;
            Ok(())
        })?;
        if watch(total, total).is_break() {
            return Err(Error::Cancelled);
        }
        bulk::mark_undone(tx, id, now)?;
        if restored > 0 {
            changes.all();
            changes.reminders = true;
        }
        Ok(BulkUndone { verb, restored, stayed: total - restored })
    })
}

/// The verb of a bulk action that can still be taken back.
pub fn verb_of(app: &App, id: i64) -> Result<BulkVerb, Error> {
    app.read(|connection, now| Ok(standing(bulk::get(connection, id), now)?.verb))
}

fn standing(done: Result<bulk::Done, Error>, now: Timestamp) -> Result<bulk::Done, Error> {
    let refuse = |why| Err(Error::NotAllowed { why });
    match done {
        Err(Error::NotFound) => refuse(NotAllowedWhy::UndoOver),
        Ok(done) if done.undone_at.is_some() => refuse(NotAllowedWhy::TakenBack),
        Ok(done) if now >= done.until => refuse(NotAllowedWhy::UndoOver),
        done => done,
    }
}

/// The lead as it is and as it was, if it may go back.
fn way_back(
    verb: BulkVerb,
    current: Option<Lead>,
    revision: i64,
    before: &Before,
    now: Timestamp,
) -> Option<(Lead, Lead)> {
    let current = current.filter(|lead| lead.revision == revision && lead.merged_into.is_none())?;
    let back = before.clone().restored(verb, &current);
    // It would expire at once and be lost for good. A heart makes no difference to that.
    let lost = back.stage == Stage::Received && now >= back.respond_by && verb != BulkVerb::SetFavorite;
    (!lost).then_some((current, back))
}
