//! Plans the reminders of leads: of one when it changes, of all when the user changes the rules or the time zone.
//!
//! Which reminders a lead needs is the rule's (`domain::reminder::Plan`); telling them is `alarm`.

use rusqlite::Transaction;

use crate::app::App;
use crate::domain::alarm_rules::AlarmRules;
use crate::domain::lead::{Lead, LeadId};
use crate::domain::reminder::Plan;
use crate::domain::time::Timestamp;
use crate::domain::zone::Zone;
use crate::error::Error;
use crate::store::reminders::Replace;
use crate::store::{leads, reminders, settings};

/// What the user has set that reminders are planned by; read once for many leads.
pub struct Planner {
    rules: AlarmRules,
    zone: Zone,
    /// Beside it, since it is set in the same place: how long what is done can be taken back.
    pub undo_seconds: u32,
}

impl Planner {
    pub fn load(tx: &Transaction<'_>) -> Result<Self, Error> {
        let set = settings::get(tx)?;
        Ok(Self { rules: set.alarm, zone: settings::zone(tx)?, undo_seconds: set.undo_seconds })
    }

    /// Plans the reminders that a lead needs from now on.
    pub fn of_lead(&self, tx: &Transaction<'_>, lead: &Lead, now: Timestamp) -> Result<(), Error> {
        write(tx, lead, &self.rules, self.zone, now, Replace::All)
    }

    /// Plans the reminders of a lead that has none yet and got the number `id`.
    pub fn of_new(&self, tx: &Transaction<'_>, id: LeadId, lead: &Lead, now: Timestamp) -> Result<(), Error> {
        let due = Plan { rules: &self.rules, zone: self.zone, now }.of(lead);
        if due.is_empty() { Ok(()) } else { reminders::add(tx, id, &due, lead.snoozed_until, now) }
    }
}

/// Plans the reminders that a lead needs from now on.
pub fn of_lead(tx: &Transaction<'_>, lead: &Lead, now: Timestamp) -> Result<(), Error> {
    Planner::load(tx)?.of_lead(tx, lead, now)
}

/// Plans what lies ahead of all leads anew: the rules have changed, or the zone. Changing a rule is no news about a lead, so
/// nothing falls due by it.
pub fn of_all(tx: &Transaction<'_>, now: Timestamp) -> Result<(), Error> {
    let (rules, zone) = (settings::get(tx)?.alarm, settings::zone(tx)?);
    leads::each_that_reminds(tx, |lead| write(tx, &lead, &rules, zone, now, Replace::Ahead))
}

/// Takes over the time zone that the computer is in now, and plans follow-ups for its mornings.
pub fn follow_zone(app: &App) -> Result<(), Error> {
    let zone = app.zone();
    if app.read(|connection, _| settings::zone(connection))? == zone {
        return Ok(());
    }
    log::info!("the time zone is {zone}");
    app.write(|tx, now, changes| {
        settings::save_zone(tx, zone)?;
        changes.reminders = true;
        of_all(tx, now)
    })
}

fn write(
    tx: &Transaction<'_>,
    lead: &Lead,
    rules: &AlarmRules,
    zone: Zone,
    now: Timestamp,
    which: Replace,
) -> Result<(), Error> {
    let due = match lead.merged_into {
        // The lead that it was merged into reminds.
        Some(_) => Vec::new(),
        None => Plan { rules, zone, now }.of(lead),
    };
    reminders::replace(tx, lead.id, &due, lead.snoozed_until, which, now)
}
