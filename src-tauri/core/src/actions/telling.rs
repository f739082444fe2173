//! What is told: due reminders claimed, gathered lead by lead, made into one digest where they are many or late, and marked.
//!
//! The words and the buttons of a notification are the shell's; when a round is made is `alarm`'s.

use std::collections::{BTreeMap, HashSet};

use chrono::TimeDelta;
use rusqlite::Connection;

use crate::app::App;
use crate::domain::alarm_rules::Hold;
use crate::domain::lead::LeadId;
use crate::domain::reminder::{Digest, ReminderKind, Topic};
use crate::domain::time::Timestamp;
use crate::error::Error;
use crate::store::reminders::Claimed;
use crate::store::{leads, reminders, settings};

/// More leads at once than these become one digest.
const MOST_AT_ONCE: usize = 3;
/// What is older than this could not be told when it fell due.
const LATE: TimeDelta = TimeDelta::minutes(5);
/// How many customers a digest names.
const MOST_NAMED: usize = 3;

/// What a notification is about. A newer one about the same takes the older one's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    Lead(LeadId),
    Digest,
}

/// One notification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Telling {
    Lead(Told),
    Digest(DigestTold),
}

/// One thing to tell of one lead: the latest of its due reminders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The reminders that are told with it: its own and the older ones of the same lead that it stands for.
    pub reminder_ids: Vec<i64>,
    pub lead_id: LeadId,
    pub customer: String,
    pub kind: ReminderKind,
    pub topic: Topic,
    pub due_at: Timestamp,
    /// When the contact window ends, or the lead expires; the moment itself for a follow-up.
    pub deadline: Timestamp,
    /// Whether a customer waits for a call and the 72 hours are not over.
    pub waiting: bool,
    /// The note of a follow-up.
    pub note: Option<String>,
}

/// Many things to tell at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DigestTold {
    pub reminder_ids: Vec<i64>,
    /// When the first of them fell due.
    pub since: Timestamp,
    /// Whether the computer was off, asleep or at another time meanwhile.
    pub away: bool,
    /// The first customers, the most urgent first.
    pub names: Vec<String>,
    /// How many leads fell due, expired ones not counted.
    pub fell_due: u32,
    /// How many of them have a customer who still waits for a call.
    pub waiting: u32,
    /// How many leads expired.
    pub expired: u32,
}

impl Telling {
    pub fn about(&self) -> About {
        match self {
            Self::Lead(told) => About::Lead(told.lead_id),
            Self::Digest(_) => About::Digest,
        }
    }

    /// The reminders that it tells.
    pub fn ids(&self) -> &[i64] {
        match self {
            Self::Lead(told) => &told.reminder_ids,
            Self::Digest(digest) => &digest.reminder_ids,
        }
    }

    /// Whether a customer is waiting, so that it must not go away by itself.
    pub fn is_urgent(&self) -> bool {
        match self {
            Self::Lead(told) => told.topic == Topic::Contact,
            Self::Digest(digest) => digest.waiting > 0,
        }
    }
}

/// What holds reminders back at `now`.
pub fn hold(connection: &Connection, now: Timestamp) -> Result<Hold, Error> {
    let rules = settings::get(connection)?.alarm;
    Ok(Hold::at(now, &rules, settings::zone(connection)?, settings::paused_until(connection)?))
}

/// Claims everything that may be told now, and makes of it what is to be shown: customers who wait for a call first, then the
/// nearest deadline.
///
/// `away` says that this is the first look after a while.
pub fn claim(app: &App, away: bool) -> Result<Vec<Telling>, Error> {
    let nothing = app.read(|connection, now| Ok(!reminders::any_claimable(connection, &hold(connection, now)?)?))?;
    if nothing {
        return Ok(Vec::new());
    }
    app.write(|tx, now, _| {
        let claimed = reminders::claim(tx, &hold(tx, now)?)?;
        tellings(tx, claimed, away, now)
    })
}

/// What may be told now but for `told`, without claiming it.
pub fn without_claim(app: &App, away: bool, told: &HashSet<i64>) -> Result<Vec<Telling>, Error> {
    app.read(|connection, now| {
        let mut due = reminders::claimable(connection, &hold(connection, now)?)?;
        due.retain(|due| !told.contains(&due.id));
        tellings(connection, due, away, now)
    })
}

/// Whether what was claimed a moment ago is not to be told any more: its lead was answered, or is gone. A digest is
/// always told: some of it is still true.
pub fn is_over(app: &App, telling: &Telling) -> Result<bool, Error> {
    match telling {
        Telling::Lead(told) => {
            app.read(|connection, _| reminders::all_settled(connection, &told.reminder_ids, told.topic))
        }
        Telling::Digest(_) => Ok(false),
    }
}

/// Marks what was told: shown, or with the system's words why not. The number of the digest, if it was one.
pub fn mark(app: &App, telling: &Telling, shown: Result<(), &str>) -> Result<Option<i64>, Error> {
    app.write(|tx, now, changes| {
        let digest_id = match telling {
            Telling::Lead(_) => None,
            Telling::Digest(told) => {
                let DigestTold { since, away, fell_due, expired, .. } = *told;
                Some(reminders::add_digest(tx, &Digest { id: 0, told_at: now, since, away, fell_due, expired })?)
            }
        };
        reminders::mark_told(tx, telling.ids(), digest_id, shown.err(), now)?;
        changes.reminders = true;
        Ok(digest_id)
    })
}

fn tellings(connection: &Connection, claimed: Vec<Claimed>, away: bool, now: Timestamp) -> Result<Vec<Telling>, Error> {
    let mut by_lead: BTreeMap<LeadId, Told> = BTreeMap::new();
    let first_due = claimed.iter().map(|reminder| reminder.due_at).min();
    for reminder in claimed {
        let waiting = reminder.topic == Topic::Contact && reminder.deadline > now;
        let told = by_lead.entry(reminder.lead_id).or_insert_with(|| Told {
            reminder_ids: Vec::new(),
            lead_id: reminder.lead_id,
            customer: String::new(),
            kind: reminder.kind,
            topic: reminder.topic,
            due_at: reminder.due_at,
            deadline: reminder.deadline,
            waiting,
            note: None,
        });
        told.reminder_ids.push(reminder.id);
        // They come in the order of their moments, so the last one is the news; but a date that nears does not hide a
        // customer who is waiting.
        if !told.waiting || waiting {
            told.kind = reminder.kind;
            (told.topic, told.due_at, told.deadline) = (reminder.topic, reminder.due_at, reminder.deadline);
            told.waiting = waiting;
        }
    }
    let mut told: Vec<_> = by_lead.into_values().collect();
    told.sort_by_key(|t| (t.kind == ReminderKind::Expired, t.topic != Topic::Contact, t.deadline, t.lead_id));
    let late = told.iter().filter(|one| now.since(one.due_at) > LATE).count();
    if told.len() > MOST_AT_ONCE || late > 1 {
        return Ok(vec![Telling::Digest(digest(connection, &told, first_due.unwrap_or(now), away && late > 0)?)]);
    }
    for one in &mut told {
        (one.customer, one.note) = leads::name_and_follow_up_note(connection, one.lead_id)?;
    }
    Ok(told.into_iter().map(Telling::Lead).collect())
}

fn digest(connection: &Connection, told: &[Told], since: Timestamp, away: bool) -> Result<DigestTold, Error> {
    let count =
        |of: &dyn Fn(&Told) -> bool| u32::try_from(told.iter().filter(|one| of(one)).count()).unwrap_or(u32::MAX);
    let named = told.iter().take(MOST_NAMED);
    let names = named.map(|one| Ok(leads::name_and_follow_up_note(connection, one.lead_id)?.0));
    Ok(DigestTold {
        reminder_ids: told.iter().flat_map(|one| one.reminder_ids.iter().copied()).collect(),
        since,
        away,
        names: names.collect::<Result<_, Error>>()?,
        fell_due: count(&|one| one.kind != ReminderKind::Expired),
        waiting: count(&|one| one.waiting),
        expired: count(&|one| one.kind == ReminderKind::Expired),
    })
}
