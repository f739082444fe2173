//! Makes one lead of two: the kept one gets what the user chose of the other, which is then in no list and reminds of nothing,
//! until they are taken apart again.

use rusqlite::Connection;

use super::change::{self, Seen, Told, must_be_here};
use crate::app::App;
use crate::domain::contact_window::{self, Flame};
use crate::domain::duplicates::LeadBrief;
use crate::domain::history::{Action, Field};
use crate::domain::lead::{Lead, LeadId, Stage};
use crate::domain::merging::{self, Compared, Done};
use crate::domain::reminder::Topic;
use crate::domain::time::Timestamp;
use crate::error::{Error, FieldProblem, InvalidField, NotAllowedWhy};
use crate::store::{briefs, leads, merges, reminders, undo};

/// Two leads beside each other.
pub struct Beside {
    pub kept: LeadBrief,
    pub other: LeadBrief,
    pub fields: Vec<Compared>,
    /// Why they cannot be merged.
    pub refused: Option<NotAllowedWhy>,
}

/// Both sides, field by field, and whether they can be merged at all.
pub fn compare(app: &App, kept: LeadId, other: LeadId) -> Result<Beside, Error> {
    must_be_two(kept, other)?;
    app.read(|connection, now| {
        let (ours, theirs) = (leads::get(connection, kept)?, leads::get(connection, other)?);
        let refused = match must_be_mergeable(connection, &ours, now)
            .and_then(|()| must_be_mergeable(connection, &theirs, now))
        {
            Ok(()) => None,
            Err(Error::NotAllowed { why }) => Some(why),
            Err(error) => return Err(error),
        };
        Ok(Beside {
            kept: briefs::get(connection, kept)?,
            other: briefs::get(connection, other)?,
            fields: merging::compare(&ours, &theirs),
            refused,
        })
    })
}

/// Merges `other` into `kept`, which takes the `chosen` fields from it; a field that is no choice is passed over.
///
/// Refused when either is archived, or merged away, or out of time though nobody has noticed that yet.
pub fn merge_leads(app: &App, kept: Seen, other: Seen, chosen: &[Field]) -> Result<(), Error> {
    must_be_two(kept.id, other.id)?;
    app.write(|tx, now, changes| {
        let (before, absorbed) = (leads::get(tx, kept.id)?, leads::get(tx, other.id)?);
        must_be_here(tx, &before)?;
        must_be_here(tx, &absorbed)?;
        if before.revision != kept.revision || absorbed.revision != other.revision {
            return Err(Error::Conflict);
        }
        must_be_mergeable(tx, &before, now)?;
        must_be_mergeable(tx, &absorbed, now)?;
        let after = merging::merged(&before, &absorbed, chosen);
        let actor = app.user();
        let told = |action| Told { action, actor: &actor, at: now, now };
        let after = change::save_silently(tx, &before, after, &told(Action::Merged), changes)?;
        let waited = matches!(contact_window::flame(&before, now), Flame::Hot { .. } | Flame::Lapsed { .. });
        if waited && contact_window::flame(&after, now) == Flame::None {
            // Somebody had called already, as the other lead knows.
            reminders::settle(tx, kept.id, &[Topic::Contact], Action::Merged, after.revision, now)?;
        }
        let away = Lead { merged_into: Some(kept.id), ..absorbed.clone() };
        change::save_silently(tx, &absorbed, away, &told(Action::Absorbed), changes)?;
        undo::withdraw(tx, kept.id)?;
        undo::withdraw(tx, other.id)?;
        merges::add(tx, kept.id, other.id, &Done { before, other: absorbed, chosen: chosen.to_vec(), after }, now)?;
        changes.reminders = true;
        Ok(())
    })
}

fn must_be_two(kept: LeadId, other: LeadId) -> Result<(), Error> {
    if kept != other {
        return Ok(());
    }
    Err(Error::Invalid { fields: vec![InvalidField { field: "other".into(), problem: FieldProblem::OutOfRange }] })
}

fn must_be_mergeable(connection: &Connection, lead: &Lead, now: Timestamp) -> Result<(), Error> {
    must_be_here(connection, lead)?;
    let stage = lead.stage.kind();
    if !merging::can_be_merged(stage) {
        return Err(Error::NotAllowed { why: NotAllowedWhy::Stage { stage } });
    }
    if lead.stage == Stage::Received && now >= lead.respond_by {
        return Err(Error::NotAllowed { why: NotAllowedWhy::PastRespondBy { respond_by: lead.respond_by } });
    }
    Ok(())
}
