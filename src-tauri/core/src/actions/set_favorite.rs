//! The heart: puts a lead among the favorites or takes it out, in every stage.
//!
//! It names no revision, since it says what shall be, and needs no undo: the same click takes it back. It does not
//! stand in the way of undoing what was done before.

use super::change::{self, Told};
use crate::app::App;
use crate::domain::history::Action;
use crate::domain::lead::LeadId;
use crate::domain::lifecycle;
use crate::error::Error;
use crate::store::{bulk, leads, reminders, undo};

pub fn set_favorite(app: &App, id: LeadId, favorite: bool) -> Result<(), Error> {
    app.write(|tx, now, changes| {
        let before = leads::get(tx, id)?;
        change::must_be_here(tx, &before)?;
        if before.favorite == favorite {
            return Ok(());
        }
        let action = if favorite { Action::Favorited } else { Action::Unfavorited };
        let told = Told { action, actor: &app.user(), at: now, now };
        let after = change::save(tx, &before, lifecycle::favorite(&before, favorite), &told, changes)?;
        reminders::follow(tx, id, before.revision, after.revision)?;
        undo::follow(tx, id, before.revision, after.revision)?;
        bulk::follow(tx, id, before.revision, after.revision)
    })
}
