//! The history: appended to, never rewritten.
//!
//! Who did something is a number here, since a file that was imported did it to a hundred thousand leads; and that a lead was
//! received and imported is one row, of which a reader sees both.

use std::borrow::Cow;

use rusqlite::{Connection, OptionalExtension, Transaction};
use serde::{Deserialize, Serialize};

use super::{from_json, from_name, to_json};
use crate::domain::history::{Action, Actor, Field, FieldChange, FieldValue, HistoryEntry, MoneyText, name_of};
use crate::domain::lead::{Employee, LeadId};
use crate::domain::time::{Date, Timestamp};
use crate::error::Error;

/// As an action: received at one time, imported when it was written down.
const CAME_IN: &str = "cameIn";

/// An entry to be written.
pub struct NewEntry<'a> {
    pub lead_id: LeadId,
    /// When it happened.
    pub at: Timestamp,
    /// When it is written down.
    pub recorded_at: Timestamp,
    pub actor: &'a Actor,
    pub action: Action,
    pub changes: &'a [FieldChange],
}

/// Who does something, as the history numbers them; good inside the transaction that it was asked in.
#[derive(Clone, Copy, Debug)]
pub struct ActorId(i64);

pub fn append(tx: &Transaction<'_>, entry: &NewEntry<'_>) -> Result<(), Error> {
    append_by(tx, entry, actor_id(tx, entry.actor)?)
}

/// As [`append`], by an actor whose number is known: for many entries at once.
pub fn append_by(tx: &Transaction<'_>, entry: &NewEntry<'_>, by: ActorId) -> Result<(), Error> {
    let changes = changes_json(entry.changes)?;
    write(tx, entry.lead_id, entry.at, entry.recorded_at, by, &name_of(&entry.action), &changes)
}

/// Two entries: that a lead was received, and that it was imported `now`.
pub fn append_coming_in(
    tx: &Transaction<'_>,
    lead_id: LeadId,
    received_at: Timestamp,
    now: Timestamp,
    by: ActorId,
) -> Result<(), Error> {
    write(tx, lead_id, received_at, now, by, CAME_IN, "")
}

fn write(
    tx: &Transaction<'_>,
    lead_id: LeadId,
    at: Timestamp,
    recorded_at: Timestamp,
    by: ActorId,
    action: &str,
    changes: &str,
) -> Result<(), Error> {
    tx.prepare_cached(
        "INSERT INTO history (lead_id, at, recorded_at, actor, action, changes) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute((lead_id, at, recorded_at, by.0, action, changes))?;
    Ok(())
}

/// An entry as it is stored, which many leads may have alike: it is put into words once.
#[derive(Clone)]
pub struct Written {
    by: ActorId,
    action: String,
    changes: String,
}

impl Written {
    pub fn new(tx: &Transaction<'_>, actor: &Actor, action: Action, changes: &[FieldChange]) -> Result<Self, Error> {
        Ok(Self { by: actor_id(tx, actor)?, action: name_of(&action), changes: changes_json(changes)? })
    }

    /// Writes it for one lead.
    pub fn append(
        &self,
        tx: &Transaction<'_>,
        lead_id: LeadId,
        at: Timestamp,
        recorded_at: Timestamp,
    ) -> Result<(), Error> {
        write(tx, lead_id, at, recorded_at, self.by, &self.action, &self.changes)
    }
}

/// A change as it is kept: the field, before, after.
type KeptChange<'a> = (Field, Option<KeptValue<'a>>, Option<KeptValue<'a>>);

/// What a field held, by a letter for what it is.
#[derive(Serialize, Deserialize)]
enum KeptValue<'a> {
    #[serde(rename = "t")]
    Text(Cow<'a, str>),
    #[serde(rename = "c")]
    Code(Cow<'a, str>),
    #[serde(rename = "f")]
    Flag(bool),
    #[serde(rename = "i")]
    Instant(Timestamp),
    #[serde(rename = "d")]
    Date(Date),
    #[serde(rename = "m")]
    Money(Cow<'a, str>, Cow<'a, str>),
    #[serde(rename = "p")]
    People(Vec<Employee>),
}

impl<'a> KeptValue<'a> {
    fn of(value: &'a FieldValue) -> Self {
        match value {
            FieldValue::Text(text) => Self::Text(text.into()),
            FieldValue::Code(code) => Self::Code(code.into()),
            FieldValue::Flag(flag) => Self::Flag(*flag),
            FieldValue::Instant(at) => Self::Instant(*at),
            FieldValue::Date(on) => Self::Date(*on),
            FieldValue::Money(money) => Self::Money((&money.amount).into(), (&money.currency).into()),
            FieldValue::People(people) => Self::People(people.clone()),
        }
    }

    fn into_value(self) -> FieldValue {
        match self {
            Self::Text(text) => FieldValue::Text(text.into_owned()),
            Self::Code(code) => FieldValue::Code(code.into_owned()),
            Self::Flag(flag) => FieldValue::Flag(flag),
            Self::Instant(at) => FieldValue::Instant(at),
            Self::Date(on) => FieldValue::Date(on),
            Self::Money(amount, currency) => {
                FieldValue::Money(MoneyText { amount: amount.into_owned(), currency: currency.into_owned() })
            }
            Self::People(people) => FieldValue::People(people),
        }
    }
}

fn changes_json(changes: &[FieldChange]) -> Result<String, Error> {
    if changes.is_empty() {
        return Ok(String::new());
    }
    let kept = |change| {
        let FieldChange { field, before, after }: &FieldChange = change;
        (*field, before.as_ref().map(KeptValue::of), after.as_ref().map(KeptValue::of))
    };
    let kept: Vec<KeptChange<'_>> = changes.iter().map(kept).collect();
    to_json(&kept)
}

/// Reads what [`changes_json`] made, and what earlier versions wrote.
fn changes_of(column: usize, json: &str) -> rusqlite::Result<Vec<FieldChange>> {
    if json.is_empty() {
        return Ok(Vec::new());
    }
    if !json.starts_with("[[") {
        return from_json(column, json);
    }
    let kept: Vec<KeptChange<'static>> = from_json(column, json)?;
    let change = |(field, before, after): KeptChange<'static>| FieldChange {
        field,
        before: before.map(KeptValue::into_value),
        after: after.map(KeptValue::into_value),
    };
    Ok(kept.into_iter().map(change).collect())
}

/// The number of an actor, who gets one if there is none yet.
pub fn actor_id(tx: &Transaction<'_>, actor: &Actor) -> Result<ActorId, Error> {
    let json = to_json(actor)?;
    let sql = "SELECT id FROM actors WHERE actor = ?1";
    if let Some(id) = tx.prepare_cached(sql)?.query_row([&json], |row| row.get(0)).optional()? {
        return Ok(ActorId(id));
    }
    tx.prepare_cached("INSERT INTO actors (actor) VALUES (?1)")?.execute([&json])?;
    Ok(ActorId(tx.last_insert_rowid()))
}

/// Everything that happened to a lead and to those that were merged into it, newest first.
pub fn of_lead(connection: &Connection, lead_id: LeadId) -> Result<Vec<HistoryEntry>, Error> {
    // Few leads have others in them, and to look for those of others in turn takes longer than all the rest.
    let mut statement = connection.prepare_cached(if has_others(connection, lead_id)? {
        "WITH RECURSIVE family (lead) AS (SELECT ?1 UNION SELECT l.id FROM leads l JOIN family ON l.merged_into = lead) \
         SELECT h.id, h.at, a.actor, h.action, h.changes, nullif(h.lead_id, ?1), h.recorded_at \
         FROM family JOIN history h ON h.lead_id = lead JOIN actors a ON a.id = h.actor"
    } else {
        "SELECT h.id, h.at, a.actor, h.action, h.changes, NULL, h.recorded_at \
         FROM history h JOIN actors a ON a.id = h.actor WHERE h.lead_id = ?1"
    })?;
    let mut entries = Vec::new();
    let mut rows = statement.query([lead_id])?;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        let action = row.get_ref(3)?.as_str().map_err(rusqlite::Error::from)?;
        let came_in = action == CAME_IN;
        let changes = row.get_ref(4)?.as_str().map_err(rusqlite::Error::from)?;
        // Of a row of two entries, the number of the first one is the even one.
        let last = HistoryEntry {
            id: id * 2 + 1,
            at: row.get(if came_in { 6 } else { 1 })?,
            actor: from_json(2, row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?)?,
            action: if came_in { Action::Imported } else { from_name(3, action)? },
            changes: changes_of(4, changes)?,
            of: row.get(5)?,
        };
        if came_in {
            entries.push(HistoryEntry { id: id * 2, at: row.get(1)?, action: Action::Received, ..last.clone() });
        }
        entries.push(last);
    }
    entries.sort_by_key(|entry| std::cmp::Reverse((entry.at, entry.id)));
    Ok(entries)
}

/// Whether another lead was merged into this one.
fn has_others(connection: &Connection, lead_id: LeadId) -> Result<bool, Error> {
    let sql = "SELECT EXISTS (SELECT 1 FROM leads WHERE merged_into = ?1)";
    Ok(connection.prepare_cached(sql)?.query_row([lead_id], |row| row.get(0))?)
}

/// The newest entry of a lead; 0 when there is none.
pub fn newest_of(connection: &Connection, lead_id: LeadId) -> Result<i64, Error> {
    let sql = "SELECT coalesce(max(id), 0) FROM history WHERE lead_id = ?1";
    Ok(connection.prepare_cached(sql)?.query_row([lead_id], |row| row.get(0))?)
}

/// What happened to a lead since an entry of the history: each change, the oldest first, and when the last was written down.
pub fn changes_since(
    connection: &Connection,
    lead: LeadId,
    last_history: i64,
) -> Result<(Vec<FieldChange>, Option<Timestamp>), Error> {
    let mut statement = connection
        .prepare_cached("SELECT changes, recorded_at FROM history WHERE lead_id = ?1 AND id > ?2 ORDER BY id")?;
    let mut rows = statement.query((lead, last_history))?;
    let (mut changes, mut at): (Vec<FieldChange>, _) = (Vec::new(), None);
    while let Some(row) = rows.next()? {
        let json = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
        changes.extend(changes_of(0, json)?);
        at = Some(row.get(1)?);
    }
    Ok((changes, at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::testing::at;

    fn changes() -> Vec<FieldChange> {
        let one = |field, before: Option<FieldValue>, after| FieldChange { field, before, after };
        let money = MoneyText { amount: "12.50".into(), currency: "USD".into() };
        vec![
            one(Field::Customer, Some(FieldValue::Text("[[\"".into())), Some(FieldValue::Text("한빛".into()))),
            one(Field::Stage, Some(FieldValue::Code("received".into())), None),
            one(Field::Favorite, Some(FieldValue::Flag(false)), Some(FieldValue::Flag(true))),
            one(Field::RespondBy, None, Some(FieldValue::Instant(at("2026-11-16T09:00:00Z")))),
            one(Field::PurchaseOn, None, Date::parse_iso("2026-12-31").map(FieldValue::Date)),
            one(Field::DealValue, Some(FieldValue::Money(money)), None),
            one(
                Field::Employees,
                None,
                Some(FieldValue::People(vec![Employee { name: "Sue".into(), ..Employee::default() }])),
            ),
        ]
    }

    #[test]
    fn changes_come_out_as_they_went_in() {
        let kept = changes_json(&changes()).unwrap();
        assert_eq!(changes_of(0, &kept).unwrap(), changes(), "whatever a field holds: {kept}");
        assert_eq!(changes_json(&[]).unwrap(), "", "most entries change no field, and take no room for that");
    }

    #[test]
    fn changes_of_an_earlier_version_are_read() {
        let old = serde_json::to_string(&changes()).unwrap();
        assert_eq!(changes_of(0, &old).unwrap(), changes(), "the history is never rewritten, so its old form stays");
        assert_eq!(changes_of(0, "[]").unwrap(), [], "an empty one too");
    }
}
