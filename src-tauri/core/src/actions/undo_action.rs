//! Takes the user's last action on a lead back. Source: domain.md, "Undo".

use super::change::{self, Told};
use crate::app::App;
use crate::domain::history::Action;
use crate::domain::lead::{Lead, LeadId, Stage};
use crate::error::{Error, NotAllowedWhy};
use crate::store::{leads, outbox, reminders, undo};

/// Restores the lead as it was before the action that the offer was made for; its number, or `None` when the action had
/// added the lead, which is gone then.
///
/// What was done to the lead before that can be taken back then, as long as its own time lasts. Refused when the time is over, when the lead was changed since, when its notice has left the outbox, and when the
/// lead would come back past its respond-by and expire at once.
pub fn undo_action(app: &App, undo_id: i64) -> Result<Option<LeadId>, Error> {
    app.write(|tx, now, changes| {
        let refuse = |why| Err(Error::NotAllowed { why });
        let offer = match undo::get(tx, undo_id) {
            Err(Error::NotFound) => return refuse(NotAllowedWhy::UndoOver),
            offer => offer?,
        };
        if now >= offer.until {
            return refuse(NotAllowedWhy::UndoOver);
        }
        let current = leads::get(tx, offer.lead_id)?;
        change::must_be_here(tx, &current)?;
        if current.revision != offer.revision_after {
            return refuse(NotAllowedWhy::UndoOvertaken);
        }
        if outbox::has_left(tx, offer.lead_id)? {
            return refuse(NotAllowedWhy::NoticeLeft);
        }
        undo::close(tx, offer.id)?;
        let Some(before) = offer.before else {
            leads::delete(tx, offer.lead_id)?;
            changes.lead(offer.lead_id);
            return Ok(None);
        };
        if before.stage == Stage::Received && now >= before.respond_by {
            return refuse(NotAllowedWhy::PastRespondBy { respond_by: before.respond_by });
        }
        outbox::withdraw(tx, offer.lead_id, now)?;
        // The heart is not part of what is taken back.
        let (from, left) = (before.revision, current.revision);
        let restored = Lead { revision: left, favorite: current.favorite, ..before };
        reminders::unsettle(tx, offer.lead_id, offer.revision_after)?;
        changes.reminders = true;
        let told = Told { action: Action::Undone, actor: &app.user(), at: now, now };
        let back = change::save(tx, &current, restored, &told, changes)?;
        change::hand_on(tx, back.id, from, left, back.revision)?;
        Ok(Some(offer.lead_id))
    })
}
