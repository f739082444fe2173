//! How the columns come from the database: all of them at the first question, and what was changed since at each later one.
//!
//! Everything is read inside the one read transaction of the question, so that an answer is of exactly one state of the database,
//! whoever wrote it.

use rusqlite::{Connection, OptionalExtension, Row};

use super::DeskIndex;
use super::columns::{Columns, Entry, Texts, marks, money};
use super::places::{Places, Slot};
use crate::domain::lead::LeadId;
use crate::domain::time::Date;
use crate::error::Error;
use crate::store::touched;

/// The columns of `leads_desk` that are always kept in memory.
fn kept() -> String {
    format!(
        "id, {}, received_at, respond_by, archived_at, value_minor, value_currency, purchase_on, follow_up_on, \
         snoozed_until, country",
        marks::SQL
    )
}

/// And those that only some questions need.
const TEXTS: &str = "city, campaign_id, employees";

/// Reads the whole covering index from end to end, once after the start: the one scan that lists are answered with.
pub(super) fn load_all() -> String {
    format!("SELECT {} FROM leads INDEXED BY leads_desk", kept())
}

/// The same for the texts that only some questions need.
pub(super) fn load_texts() -> String {
    format!("SELECT id, {TEXTS} FROM leads INDEXED BY leads_desk")
}

/// What was changed since.
pub(super) fn load_changed() -> String {
    format!("SELECT {}, {TEXTS} FROM leads INDEXED BY leads_desk WHERE touched > ?1", kept())
}

/// The first lead of the next page that has one.
pub(super) const NEXT_PAGE: &str = "SELECT min(id) FROM leads WHERE id >= ?1";
pub(super) const OTHER_OUTCOME: &str = "SELECT outcome FROM leads WHERE id = ?1";

/// The archived leads, by a walk along the covering index.
pub(super) fn archived() -> String {
    format!(
        "SELECT id FROM leads INDEXED BY leads_desk WHERE {} & {} = {}",
        marks::SQL,
        marks::STAGE | marks::MERGED,
        2
    )
}

impl DeskIndex {
    /// Brings what is held to the state that `connection` reads. On an error nothing is held any more.
    pub fn catch_up(&mut self, connection: &Connection) -> Result<(), Error> {
        let done = self.try_catch_up(connection);
        if done.is_err() {
            self.forget();
        }
        done
    }

    fn try_catch_up(&mut self, connection: &Connection) -> Result<(), Error> {
        let number = touched::number(connection)?;
        let Some(known) = self.number.filter(|known| (*known..=known + touched::DELETIONS_KEPT).contains(&number))
        else {
            return self.load(connection, number);
        };
        let mut changed = Vec::new();
        for id in touched::deleted_since(connection, known)? {
            if let Some(slot) = self.places.slot(id) {
                self.columns.remove(slot);
                changed.push(slot);
            }
        }
        let mut statement = connection.prepare_cached(&load_changed())?;
        let mut rows = statement.query([known])?;
        while let Some(row) = rows.next()? {
            let id = row.get(0)?;
            if self.places.slot(id).is_none() {
                // New leads come in any order, pages in theirs.
                append_pages(&mut self.places, connection)?;
                self.columns.grow(self.places.len());
            }
            let Some(slot) = self.places.slot(id) else {
                // A number from between: no place is free there.
                return self.load(connection, number);
            };
            put(&mut self.columns, connection, slot, row, true)?;
            changed.push(slot);
        }
        self.number = Some(number);
        changed.sort_unstable();
        changed.dedup();
        if !changed.is_empty() {
            self.follow(connection, &changed)?;
        }
        Ok(())
    }

    fn load(&mut self, connection: &Connection, number: i64) -> Result<(), Error> {
        self.forget();
        let mut places = Places::default();
        append_pages(&mut places, connection)?;
        let mut columns = Columns::default();
        columns.grow(places.len());
        let mut statement = connection.prepare(&load_all())?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let slot = places.slot(row.get(0)?).ok_or(Error::NotFound)?;
            put(&mut columns, connection, slot, row, false)?;
        }
        (self.places, self.columns, self.number) = (places, columns, Some(number));
        self.base.make(&self.columns);
        Ok(())
    }

    /// Loads the texts that only some questions need.
    pub(super) fn load_texts(&mut self, connection: &Connection) -> Result<(), Error> {
        if self.columns.texts.is_some() {
            return Ok(());
        }
        let mut texts = Box::new(Texts::default());
        texts.grow(self.columns.len());
        let mut statement = connection.prepare(&load_texts())?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let slot = self.places.slot(row.get(0)?).ok_or(Error::NotFound)?;
            let mut entry = Entry::default();
            read_texts(&mut entry, row, 1)?;
            texts.put(slot as usize, &entry);
        }
        self.columns.texts = Some(texts);
        Ok(())
    }
}

/// Adds the pages behind the last one in which there are leads.
fn append_pages(places: &mut Places, connection: &Connection) -> Result<(), Error> {
    let mut next = connection.prepare_cached(NEXT_PAGE)?;
    while let Some(id) = next.query_row([places.end()], |row| row.get::<_, Option<LeadId>>(0))? {
        places.append(id)?;
    }
    Ok(())
}

/// Writes a row of [`kept`], with [`TEXTS`] behind it or without, into its place.
fn put(columns: &mut Columns, connection: &Connection, slot: Slot, row: &Row<'_>, texts: bool) -> Result<(), Error> {
    let mut entry = Entry {
        marks: row.get(1)?,
        received: row.get(2)?,
        respond: row.get(3)?,
        archived: row.get(4)?,
        purchase: day(row, 7)?,
        follow_up: day(row, 8)?,
        snoozed: row.get(9)?,
        country: text(row, 10)?,
        ..Entry::default()
    };
    if let Some(minor) = row.get(5)? {
        entry.value = text(row, 6)?.and_then(|currency| money(minor, currency));
    }
    if texts {
        read_texts(&mut entry, row, 11)?;
    }
    let outcome: Option<String> = if marks::outcome_of(entry.marks) == marks::OTHER {
        let id: LeadId = row.get(0)?;
        connection.prepare_cached(OTHER_OUTCOME)?.query_row([id], |row| row.get(0)).optional()?.flatten()
    } else {
        None
    };
    columns.put(slot, &Entry { outcome: outcome.as_deref(), ..entry });
    Ok(())
}

fn read_texts<'a>(entry: &mut Entry<'a>, row: &'a Row<'_>, from: usize) -> Result<(), Error> {
    entry.city = text(row, from)?;
    entry.campaign = text(row, from + 1)?;
    entry.employees = text(row, from + 2)?.filter(|json| *json != "[]");
    Ok(())
}

fn text<'a>(row: &'a Row<'_>, column: usize) -> Result<Option<&'a str>, Error> {
    Ok(row.get_ref(column)?.as_str_or_null().map_err(rusqlite::Error::from)?)
}

/// A day in days since the year 1; what is no day is none.
fn day(row: &Row<'_>, column: usize) -> Result<Option<u32>, Error> {
    Ok(text(row, column)?.and_then(Date::parse_iso).map(day_number))
}

/// A day as it is kept, sorted and compared here.
pub(super) fn day_number(date: Date) -> u32 {
    use chrono::Datelike;
    u32::try_from(date.0.num_days_from_ce()).unwrap_or(0)
}
