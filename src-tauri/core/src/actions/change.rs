//! What every change of a lead has in common: the row over its revision, the history, the reminders, the notice and the
//! offer to undo it, in one transaction.

use chrono::TimeDelta;
use rusqlite::{Connection, Transaction};

use super::plan::Planner;
use crate::app::{App, Changes};
use crate::domain::history::{Action, Actor, differences};
use crate::domain::lead::{Lead, LeadId};
use crate::domain::lifecycle::{self, Refusal};
use crate::domain::notice::NoticeKind;
use crate::domain::reminder::{self, Topic};
use crate::domain::text::clean;
use crate::domain::time::Timestamp;
use crate::error::{Error, NotAllowedWhy};
use crate::store::history::NewEntry;
use crate::store::{bulk, history, leads, outbox, reminders, settings, undo};

/// A lead and the revision that the user saw.
#[derive(Clone, Copy, Debug)]
pub struct Seen {
    pub id: LeadId,
    pub revision: i64,
}

/// Does what the user asked to a lead: `rule` makes the new state of it.
///
/// Fails with `Conflict` if the lead is no longer at the revision that the user saw.
pub fn by_user(
    app: &App,
    seen: Seen,
    action: Action,
    rule: impl FnOnce(&Lead, Timestamp) -> Result<Lead, Refusal>,
) -> Result<(), Error> {
    change(app, seen.id, Some(seen.revision), action, rule)
}

/// As [`by_user`], whatever the lead's revision is by now: for an action that does not depend on what was seen of it.
pub fn by_user_now(
    app: &App,
    id: LeadId,
    action: Action,
    rule: impl FnOnce(&Lead, Timestamp) -> Result<Lead, Refusal>,
) -> Result<(), Error> {
    change(app, id, None, action, rule)
}

fn change(
    app: &App,
    id: LeadId,
    revision: Option<i64>,
    action: Action,
    rule: impl FnOnce(&Lead, Timestamp) -> Result<Lead, Refusal>,
) -> Result<(), Error> {
    app.write(|tx, now, changes| {
        let before = leads::get(tx, id)?;
        must_be_here(tx, &before)?;
        if revision.is_some_and(|revision| before.revision != revision) {
            return Err(Error::Conflict);
        }
        let after = rule(&before, now)?;
        let planner = Planner::load(tx)?;
        let told = Told { action, actor: &app.user(), at: now, now };
        let after = save_and_notify(tx, &before, after, &told, &planner, changes)?;
        offer_undo_for(tx, planner.undo_seconds, action, Some(&before), &after, now)
    })
}

/// Fails with `MergedAway` if `lead` was merged into another one: that one can be worked.
pub fn must_be_here(connection: &Connection, lead: &Lead) -> Result<(), Error> {
    if lead.merged_into.is_none() {
        return Ok(());
    }
    Err(Error::NotAllowed { why: NotAllowedWhy::MergedAway { into: leads::kept(connection, lead.id)? } })
}

/// How a change is told in the history.
pub struct Told<'a> {
    pub action: Action,
    pub actor: &'a Actor,
    /// When it happened.
    pub at: Timestamp,
    /// When it is written.
    pub now: Timestamp,
}

/// Writes `after` over `before`, with its history, reminders and notice; gives the lead as it now stands.
pub fn save(
    tx: &Transaction<'_>,
    before: &Lead,
    after: Lead,
    told: &Told<'_>,
    changes: &mut Changes,
) -> Result<Lead, Error> {
    save_and_notify(tx, before, after, told, &Planner::load(tx)?, changes)
}

fn save_and_notify(
    tx: &Transaction<'_>,
    before: &Lead,
    after: Lead,
    told: &Told<'_>,
    planner: &Planner,
    changes: &mut Changes,
) -> Result<Lead, Error> {
    let after = save_by(tx, before, after, told, planner, changes)?;
    if before.stage != after.stage
        && let Some(kind) = lifecycle::notice_for(&after)
    {
        notify(tx, &after, kind, told.now)?;
    }
    Ok(after)
}

/// As [`save`], but nobody has to be told: the source itself says so.
pub fn save_silently(
    tx: &Transaction<'_>,
    before: &Lead,
    after: Lead,
    told: &Told<'_>,
    changes: &mut Changes,
) -> Result<Lead, Error> {
    save_by(tx, before, after, told, &Planner::load(tx)?, changes)
}

/// As [`save_silently`], with what reminders are planned by: for many leads at once.
pub fn save_by(
    tx: &Transaction<'_>,
    before: &Lead,
    after: Lead,
    told: &Told<'_>,
    planner: &Planner,
    changes: &mut Changes,
) -> Result<Lead, Error> {
    leads::update(tx, before, &after)?;
    let after = Lead { revision: after.revision + 1, ..after };
    append(tx, &after, told, &differences(before, &after))?;
    let answered = match reminder::settles(told.action) {
        Some(topics) => topics,
        // The source itself tells of an answer.
        None if before.stage != after.stage => &[Topic::Contact, Topic::Answer],
        None => &[],
    };
    // What was taken back, or apart, is open again.
    if !matches!(told.action, Action::Undone | Action::ImportUndone | Action::TakenApart)
        && !answered.is_empty()
        && reminders::settle(tx, after.id, answered, told.action, after.revision, told.at)? > 0
    {
        changes.reminders = true;
    }
    planner.of_lead(tx, &after, told.now)?;
    changes.lead(after.id);
    Ok(after)
}

/// Writes one entry into the history of a lead.
pub fn append(
    tx: &Transaction<'_>,
    lead: &Lead,
    told: &Told<'_>,
    changes: &[crate::domain::history::FieldChange],
) -> Result<(), Error> {
    let Told { action, actor, at, now } = *told;
    history::append(tx, &NewEntry { lead_id: lead.id, at, recorded_at: now, actor, action, changes })
}

/// Offers to take back what was just done, for as long as the user has set.
pub fn offer_undo(
    tx: &Transaction<'_>,
    action: Action,
    before: Option<&Lead>,
    after: &Lead,
    now: Timestamp,
) -> Result<(), Error> {
    offer_undo_for(tx, settings::get(tx)?.undo_seconds, action, before, after, now)
}

fn offer_undo_for(
    tx: &Transaction<'_>,
    seconds: u32,
    action: Action,
    before: Option<&Lead>,
    after: &Lead,
    now: Timestamp,
) -> Result<(), Error> {
    if seconds == 0 {
        return undo::withdraw(tx, after.id);
    }
    let until = now.plus(TimeDelta::seconds(i64::from(seconds)));
    undo::offer(tx, after.id, action, until, after.revision, before, now)
}

/// What was done to a lead at the revision `from`, and left it at `left`, was taken back, which left it at `to`: whatever was done before
/// can be taken back again, as if nothing had come after it. Hearts in between stay, and so keep an earlier bulk of hearts from going back.
pub fn hand_on(tx: &Transaction<'_>, lead: LeadId, from: i64, left: i64, to: i64) -> Result<(), Error> {
    undo::follow(tx, lead, from, to)?;
    reminders::follow(tx, lead, from, to)?;
    bulk::hand_on(tx, lead, from, to, left == from + 1)
}

/// Puts the notice of how a lead ended into the outbox.
pub fn notify(tx: &Transaction<'_>, lead: &Lead, kind: NoticeKind, now: Timestamp) -> Result<(), Error> {
    notify_of(tx, lead.id, lead, kind, now)
}

/// As [`notify`], of a lead that only just got the number `id`.
pub fn notify_of(tx: &Transaction<'_>, id: LeadId, lead: &Lead, kind: NoticeKind, now: Timestamp) -> Result<(), Error> {
    let (recipient, email) = match kind {
        NoticeKind::DeclinedToCustomer => {
            let contact = lead.contacts.iter().find(|c| c.email.is_some()).or(lead.contacts.first());
            let name = contact.map(|c| clean(&c.name)).filter(|name| !name.is_empty());
            (name.unwrap_or_else(|| lead.customer.name.clone()), contact.and_then(|c| c.email.clone()))
        }
        NoticeKind::ExpiredToMicrosoft => ("Microsoft".to_owned(), None),
        NoticeKind::ExpiredToPartner => {
            let sender = &lead.invited_by;
            let name = sender.organization_name.clone().or_else(|| sender.organization_id.clone());
            (name.unwrap_or_default(), None)
        }
    };
    outbox::append(tx, id, kind, &recipient, email.as_deref(), now)
}
