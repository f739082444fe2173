//! Reminders: planned, held back, claimed, told, settled, read.
//!
//! A claim is a promise to show; it is kept by a mark. A claim without a mark (the computer stopped in between) is open
//! again after [`CLAIM_LASTS`], so a reminder may be told twice but is never lost. docs/alarm.md draws it.

use chrono::TimeDelta;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, named_params};

use super::{from_name, to_json};
use crate::domain::alarm_rules::Hold;
use crate::domain::history::{Action, name_of};
use crate::domain::lead::LeadId;
use crate::domain::reminder::{Digest, Due, Reminder, ReminderKind, Settled, Topic};
use crate::domain::time::Timestamp;
use crate::error::Error;

/// How long a claim holds before the reminder is shown again.
pub const CLAIM_LASTS: TimeDelta = TimeDelta::minutes(5);

/// What may be told at `:now`: due, not snoozed, in nobody's hands, and not held back by a silence; a warning is never held
/// past what it warns of (`domain::alarm_rules::Hold`). A claim from the future is one from before the clock was set back.
const CLAIMABLE: &str = "told_at IS NULL AND tell_at <= :now \
    AND (claimed_at IS NULL OR claimed_at <= :open_again OR claimed_at > :now) \
    AND (CASE topic WHEN 'contact' THEN :contact WHEN 'answer' THEN :answer ELSE :follow_up END IS NULL \
         OR (kind IN ('hotArrived', 'hotLeft', 'respondLeft', 'snoozed') AND deadline > :now \
             AND deadline <= CASE topic WHEN 'contact' THEN :contact WHEN 'answer' THEN :answer ELSE :follow_up END))";

macro_rules! claimable {
    ($hold:expr) => {
        named_params! {
            ":now": $hold.now,
            ":open_again": $hold.now.plus(-CLAIM_LASTS),
            ":contact": $hold.contact,
            ":answer": $hold.answer,
            ":follow_up": $hold.follow_up,
        }
    };
}

/// A reminder that was claimed to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claimed {
    pub id: i64,
    pub lead_id: LeadId,
    pub kind: ReminderKind,
    pub topic: Topic,
    /// When it fell due, as a person sees it: its moment, or when it became known, or when its snooze ended.
    pub due_at: Timestamp,
    pub deadline: Timestamp,
}

/// Which of the reminders that a plan has are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replace {
    /// All that the lead needs, also those whose moment is over.
    All,
    /// Only those ahead: the user changed the rules, which is no news about a lead. What is due already stays.
    Ahead,
}

/// Makes `due` the reminders that a lead still has before it, told at the earliest when its snooze ends. What was told
/// stays told.
pub fn replace(
    tx: &Transaction<'_>,
    lead_id: LeadId,
    due: &[Due],
    snoozed_until: Option<Timestamp>,
    which: Replace,
    now: Timestamp,
) -> Result<(), Error> {
    if due.is_empty() && which == Replace::All {
        let sql = "DELETE FROM reminders WHERE lead_id = ?1 AND told_at IS NULL AND kind <> 'expired'";
        tx.prepare_cached(sql)?.execute([lead_id])?;
        return Ok(());
    }
    let keys: Vec<&str> = due.iter().map(|due| due.key.as_str()).collect();
    let from = if which == Replace::Ahead { now } else { Timestamp::from_millis(i64::MIN) };
    tx.prepare_cached(
        // What says that it expired is untrue of a lead that has reminders again.
        "DELETE FROM reminders WHERE lead_id = ?1 AND told_at IS NULL \
         AND (kind <> 'expired' OR json_array_length(?2) > 0) AND due_at > ?3 AND key NOT IN (SELECT value FROM json_each(?2))",
    )?
    .execute((lead_id, to_json(&keys)?, from))?;
    let mut insert = tx.prepare_cached(
        "INSERT INTO reminders (lead_id, kind, topic, key, due_at, deadline, tell_at, planned_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, max(?5, ?7), ?8) \
         ON CONFLICT (lead_id, key) DO UPDATE SET topic = excluded.topic, due_at = excluded.due_at, \
         deadline = excluded.deadline, tell_at = excluded.tell_at WHERE told_at IS NULL",
    )?;
    let snoozed = snoozed_until.unwrap_or(Timestamp::from_millis(i64::MIN));
    // A moment that was over when the rule for it was made is passed over: it counts as told, and the bell does not know it.
    let mut pass_over = tx.prepare_cached(
        "INSERT OR IGNORE INTO reminders (lead_id, kind, topic, key, due_at, deadline, tell_at, planned_at, told_at, read_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?5, ?7, ?7, ?7)",
    )?;
    // Whoever travels over the morning of a follow-up is reminded at once: it was planned, and now its moment is over.
    let mut bring_forward = tx.prepare_cached(
        "UPDATE reminders SET due_at = ?3, deadline = ?4, tell_at = max(?3, ?5) \
         WHERE lead_id = ?1 AND key = ?2 AND told_at IS NULL",
    )?;
    for due in due {
        let (kind, topic) = (name_of(&due.kind), name_of(&due.topic));
        if due.at > from {
            insert.execute((lead_id, kind, topic, &due.key, due.at, due.deadline, snoozed, now))?;
        } else {
            bring_forward.execute((lead_id, &due.key, due.at, due.deadline, snoozed))?;
            pass_over.execute((lead_id, kind, topic, &due.key, due.at, due.deadline, now))?;
        }
    }
    Ok(())
}

/// Writes the reminders of a lead that has none yet.
pub fn add(
    tx: &Transaction<'_>,
    lead_id: LeadId,
    due: &[Due],
    snoozed_until: Option<Timestamp>,
    now: Timestamp,
) -> Result<(), Error> {
    let mut insert = tx.prepare_cached(
        "INSERT OR IGNORE INTO reminders (lead_id, kind, topic, key, due_at, deadline, tell_at, planned_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    for due in due {
        let tell_at = snoozed_until.map_or(due.at, |until| until.max(due.at));
        let (kind, topic) = (name_of(&due.kind), name_of(&due.topic));
        insert.execute((lead_id, kind, topic, &due.key, due.at, due.deadline, tell_at, now))?;
    }
    Ok(())
}

/// Takes back the reminders of received leads whose respond-by is not after `now`. If they expired while nobody could be
/// told (`missed`), each gets a reminder that says so.
pub fn replace_by_expiry(tx: &Transaction<'_>, now: Timestamp, missed: bool) -> Result<(), Error> {
    tx.prepare_cached(
        "DELETE FROM reminders WHERE told_at IS NULL AND kind <> 'expired' \
         AND lead_id IN (SELECT id FROM leads WHERE stage = 'received' AND merged_into IS NULL AND respond_by <= ?1)",
    )?
    .execute([now])?;
    if missed {
        tx.prepare_cached(
            "INSERT OR IGNORE INTO reminders (lead_id, kind, topic, key, due_at, deadline, tell_at, planned_at) \
             SELECT id, 'expired', 'answer', 'expired ' || respond_by, respond_by, respond_by, respond_by, respond_by \
             FROM leads WHERE stage = 'received' AND merged_into IS NULL AND respond_by < ?1",
        )?
        .execute([now])?;
    }
    Ok(())
}

/// Whether anything could be claimed.
pub fn any_claimable(connection: &Connection, hold: &Hold) -> Result<bool, Error> {
    let sql = format!("SELECT EXISTS (SELECT 1 FROM reminders WHERE {CLAIMABLE})");
    Ok(connection.prepare_cached(&sql)?.query_row(claimable!(hold), |row| row.get(0))?)
}

/// Claims everything that may be told, the earliest due first.
pub fn claim(tx: &Transaction<'_>, hold: &Hold) -> Result<Vec<Claimed>, Error> {
    let sql = format!(
        "UPDATE reminders SET claimed_at = :now WHERE {CLAIMABLE} \
         RETURNING id, lead_id, kind, topic, max(tell_at, planned_at), deadline, due_at"
    );
    read_claimed(tx, &sql, hold)
}

/// What could be claimed, without claiming it: for when the database cannot be written.
pub fn claimable(connection: &Connection, hold: &Hold) -> Result<Vec<Claimed>, Error> {
    let sql = format!(
        "SELECT id, lead_id, kind, topic, max(tell_at, planned_at), deadline, due_at FROM reminders WHERE {CLAIMABLE}"
    );
    read_claimed(connection, &sql, hold)
}

fn read_claimed(connection: &Connection, sql: &str, hold: &Hold) -> Result<Vec<Claimed>, Error> {
    // A weekend may leave a hundred thousand of them: their names are looked up, not parsed.
    let kinds = ReminderKind::ALL.map(|kind| (name_of(&kind), kind));
    let topics = Topic::ALL.map(|topic| (name_of(&topic), topic));
    let mut statement = connection.prepare_cached(sql)?;
    let claimed = statement.query_map(claimable!(hold), |row| {
        let claimed = Claimed {
            id: row.get(0)?,
            lead_id: row.get(1)?,
            kind: known(2, row.get_ref(2)?.as_str()?, &kinds)?,
            topic: known(3, row.get_ref(3)?.as_str()?, &topics)?,
            due_at: row.get(4)?,
            deadline: row.get(5)?,
        };
        Ok((row.get::<_, Timestamp>(6)?, claimed))
    })?;
    let mut claimed = claimed.collect::<Result<Vec<_>, _>>()?;
    claimed.sort_by_key(|(moment, claimed)| (*moment, claimed.id));
    Ok(claimed.into_iter().map(|(_, claimed)| claimed).collect())
}

fn known<T: Copy + serde::de::DeserializeOwned>(column: usize, name: &str, all: &[(String, T)]) -> rusqlite::Result<T> {
    match all.iter().find(|(known, _)| known == name) {
        Some((_, value)) => Ok(*value),
        None => from_name(column, name),
    }
}

/// When the next thing has to be looked at after `hold.now`: a reminder that falls due, a claim that opens again, or another
/// silence than the one that holds one back.
pub fn next_look(connection: &Connection, hold: &Hold) -> Result<Option<Timestamp>, Error> {
    if any_claimable(connection, hold)? {
        return Ok(Some(hold.now));
    }
    let one = |sql: &str| -> Result<Option<Timestamp>, Error> {
        Ok(connection.prepare_cached(sql)?.query_row([hold.now], |row| row.get(0)).optional()?.flatten())
    };
    let due = one("SELECT min(tell_at) FROM reminders WHERE told_at IS NULL AND tell_at > ?1")?;
    // A claim from the future is open already, so it is not what is waited for.
    let claimed = one("SELECT min(claimed_at) FROM reminders \
                       WHERE told_at IS NULL AND claimed_at IS NOT NULL AND claimed_at <= ?1")?;
    let held = one("SELECT 1 FROM reminders WHERE told_at IS NULL AND tell_at <= ?1 LIMIT 1")?.is_some();
    let claim_ends = claimed.map(|at| at.plus(CLAIM_LASTS)).filter(|at| *at > hold.now);
    let hold_changes = hold.changes_at().filter(|_| held);
    Ok([due, claim_ends, hold_changes].into_iter().flatten().min())
}

/// The next reminder of each topic that is not told yet, by the moment at which it may be: kind, topic, deadline, moment.
pub fn next_to_tell(connection: &Connection) -> Result<Vec<(ReminderKind, Topic, Timestamp, Timestamp)>, Error> {
    let sql =
        "SELECT kind, deadline, tell_at FROM reminders WHERE told_at IS NULL AND topic = ?1 ORDER BY tell_at LIMIT 1";
    let mut statement = connection.prepare_cached(sql)?;
    let mut next = Vec::new();
    for topic in Topic::ALL {
        let row = statement.query_row([name_of(&topic)], |row| {
            Ok((from_name(0, row.get_ref(0)?.as_str()?)?, topic, row.get(1)?, row.get(2)?))
        });
        next.extend(row.optional()?);
    }
    Ok(next)
}

/// Marks reminders as told: shown, or with the reason why the system would not show them.
pub fn mark_told(
    tx: &Transaction<'_>,
    ids: &[i64],
    digest_id: Option<i64>,
    failure: Option<&str>,
    now: Timestamp,
) -> Result<(), Error> {
    let shown_at = failure.is_none().then_some(now);
    tx.prepare_cached(
        "UPDATE reminders SET told_at = ?2, shown_at = ?3, failure = ?4, digest_id = ?5 \
         WHERE told_at IS NULL AND id IN (SELECT value FROM json_each(?1))",
    )?
    .execute((to_json(&ids)?, now, shown_at, failure, digest_id))?;
    Ok(())
}

/// Opens those again that the system would not show, if nobody has settled them since; how many.
pub fn retry_failed(tx: &Transaction<'_>) -> Result<usize, Error> {
    let opened = tx.execute(
        "UPDATE reminders SET told_at = NULL, claimed_at = NULL, failure = NULL, digest_id = NULL \
         WHERE failure IS NOT NULL AND settled_at IS NULL AND told_at IS NOT NULL",
        [],
    )?;
    if opened > 0 {
        // A digest that was not shown is told as another one: a server that refuses for a year leaves no row a minute.
        tx.execute(
            "DELETE FROM digests WHERE id NOT IN (SELECT digest_id FROM reminders WHERE digest_id IS NOT NULL)",
            [],
        )?;
    }
    Ok(opened)
}

/// Writes a digest down; its number.
pub fn add_digest(tx: &Transaction<'_>, digest: &Digest) -> Result<i64, Error> {
    tx.prepare_cached("INSERT INTO digests (told_at, since, away, fell_due, expired) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute((digest.told_at, digest.since, digest.away, digest.fell_due, digest.expired))?;
    Ok(tx.last_insert_rowid())
}

/// Notes that what was told of `topics` of a lead is answered, by an action that left the lead at `revision`.
pub fn settle(
    tx: &Transaction<'_>,
    lead_id: LeadId,
    topics: &[Topic],
    action: Action,
    revision: i64,
    now: Timestamp,
) -> Result<usize, Error> {
    if Topic::ALL.iter().all(|topic| topics.contains(topic)) {
        let sql = "UPDATE reminders SET settled_by = ?2, settled_at = ?3, settled_revision = ?4 \
                   WHERE lead_id = ?1 AND told_at IS NOT NULL AND settled_at IS NULL AND kind <> 'expired'";
        return Ok(tx.prepare_cached(sql)?.execute((lead_id, name_of(&action), now, revision))?);
    }
    let topics: Vec<String> = topics.iter().map(name_of).collect();
    Ok(tx
        .prepare_cached(
            "UPDATE reminders SET settled_by = ?3, settled_at = ?4, settled_revision = ?5 \
             WHERE lead_id = ?1 AND told_at IS NOT NULL AND settled_at IS NULL AND kind <> 'expired' \
             AND topic IN (SELECT value FROM json_each(?2))",
        )?
        .execute((lead_id, to_json(&topics)?, name_of(&action), now, revision))?)
}

/// Follows a change that does not stand in the way of an undo: the heart.
pub fn follow(tx: &Transaction<'_>, lead_id: LeadId, from_revision: i64, to_revision: i64) -> Result<(), Error> {
    tx.prepare_cached("UPDATE reminders SET settled_revision = ?3 WHERE lead_id = ?1 AND settled_revision = ?2")?
        .execute((lead_id, from_revision, to_revision))?;
    Ok(())
}

/// Opens again what the action settled that left the lead at `revision`: it was taken back.
pub fn unsettle(tx: &Transaction<'_>, lead_id: LeadId, revision: i64) -> Result<(), Error> {
    tx.prepare_cached(
        "UPDATE reminders SET settled_by = NULL, settled_at = NULL, settled_revision = NULL \
         WHERE lead_id = ?1 AND settled_revision = ?2",
    )?
    .execute((lead_id, revision))?;
    Ok(())
}

/// As [`unsettle`], of all that an action of this kind settled.
pub fn unsettle_by(tx: &Transaction<'_>, lead_id: LeadId, action: Action) -> Result<usize, Error> {
    Ok(tx
        .prepare_cached(
            "UPDATE reminders SET settled_by = NULL, settled_at = NULL, settled_revision = NULL \
             WHERE lead_id = ?1 AND settled_by = ?2",
        )?
        .execute((lead_id, name_of(&action)))?)
}

/// Whether nothing is open any more of these reminders of a topic: all settled, or gone with what they were about.
pub fn all_settled(connection: &Connection, ids: &[i64], topic: Topic) -> Result<bool, Error> {
    let sql = "SELECT NOT EXISTS (SELECT 1 FROM reminders \
               WHERE id IN (SELECT value FROM json_each(?1)) AND topic = ?2 AND settled_at IS NULL)";
    Ok(connection.prepare_cached(sql)?.query_row((to_json(&ids)?, name_of(&topic)), |row| row.get(0))?)
}

/// Whether nothing is open any more of a digest. That leads expired is news that nobody can settle: it counts only where it
/// is all that the digest says.
pub fn digest_settled(connection: &Connection, digest_id: i64) -> Result<bool, Error> {
    let sql = "SELECT EXISTS (SELECT 1 FROM reminders WHERE digest_id = ?1 AND kind <> 'expired') \
               AND NOT EXISTS (SELECT 1 FROM reminders WHERE digest_id = ?1 AND kind <> 'expired' AND settled_at IS NULL)";
    Ok(connection.prepare_cached(sql)?.query_row([digest_id], |row| row.get(0))?)
}

/// The newest `most` reminders that were told, newest first.
pub fn told(connection: &Connection, most: u32) -> Result<Vec<Reminder>, Error> {
    let mut statement = connection.prepare_cached(
        "SELECT r.id, r.lead_id, substr(l.customer, 1, 200), r.kind, r.topic, max(r.due_at, r.planned_at), r.deadline, \
         r.shown_at, r.failure, r.settled_by, r.settled_at, iif(r.kind = 'followUp', l.follow_up_note, NULL), \
         r.read_at IS NOT NULL, r.digest_id \
         FROM reminders r JOIN leads l ON l.id = r.lead_id \
         WHERE r.told_at IS NOT NULL AND (r.shown_at IS NOT NULL OR r.failure IS NOT NULL) \
         ORDER BY r.told_at DESC, r.id DESC LIMIT ?1",
    )?;
    let reminders = statement.query_map([most], bell)?.collect::<Result<_, _>>()?;
    Ok(reminders)
}

/// The newest `most` digests, newest first.
pub fn digests(connection: &Connection, most: u32) -> Result<Vec<Digest>, Error> {
    let sql = "SELECT id, told_at, since, away, fell_due, expired FROM digests ORDER BY id DESC LIMIT ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let digests = statement.query_map([most], |row| {
        Ok(Digest {
            id: row.get(0)?,
            told_at: row.get(1)?,
            since: row.get(2)?,
            away: row.get(3)?,
            fell_due: row.get(4)?,
            expired: row.get(5)?,
        })
    })?;
    Ok(digests.collect::<Result<_, _>>()?)
}

pub fn unread_count(connection: &Connection) -> Result<u32, Error> {
    let sql = "SELECT count(*) FROM reminders WHERE told_at IS NOT NULL AND read_at IS NULL";
    Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

/// Marks all that was told as read; how many were unread.
pub fn mark_read(tx: &Transaction<'_>, now: Timestamp) -> Result<usize, Error> {
    Ok(tx.execute("UPDATE reminders SET read_at = ?1 WHERE told_at IS NOT NULL AND read_at IS NULL", [now])?)
}

fn bell(row: &Row<'_>) -> rusqlite::Result<Reminder> {
    let settled = match row.get::<_, Option<Timestamp>>(10)? {
        Some(at) => Some(Settled { action: from_name(9, row.get_ref(9)?.as_str()?)?, at }),
        None => None,
    };
    Ok(Reminder {
        id: row.get(0)?,
        lead_id: row.get(1)?,
        customer: row.get(2)?,
        kind: from_name(3, row.get_ref(3)?.as_str()?)?,
        topic: from_name(4, row.get_ref(4)?.as_str()?)?,
        due_at: row.get(5)?,
        deadline: row.get(6)?,
        shown_at: row.get(7)?,
        failure: row.get(8)?,
        settled,
        note: row.get(11)?,
        read: row.get(12)?,
        digest_id: row.get(13)?,
    })
}
