//! The texts that leads are sorted by and that are not in memory: a few are fetched, and an order of all leads is made beside the desk,
//! by a connection of its own, so that nobody else waits for it.

use std::collections::HashMap;

use rusqlite::{Connection, Row};

use super::DeskIndex;
use super::coded::no_case;
use super::places::{Places, Slot};
use crate::domain::lead::LeadId;
use crate::domain::time::Timestamp;
use crate::error::Error;
use crate::store::{contacts, touched};

/// A text by which leads are sorted and that is not kept in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Text {
    Customer,
    Contact,
    Deal,
    CrmId,
}

impl Text {
    /// Where it is kept.
    pub fn sql(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Contact => "contacts",
            Self::Deal => "deal_name",
            Self::CrmId => "crm_id",
        }
    }

    /// What is sorted by, of what is kept; nothing and an empty text come last.
    pub fn read(self, row: &Row<'_>, column: usize) -> Result<Option<String>, Error> {
        let kept = row.get_ref(column)?.as_str_or_null().map_err(rusqlite::Error::from)?;
        Ok(match self {
            // Every lead has a customer, if only by an empty name.
            Self::Customer => kept.map(str::to_owned),
            Self::Contact => kept
                .and_then(|json| contacts::from_kept(json).ok()?.into_iter().next())
                .map(|contact| contact.name)
                .filter(|name| !name.is_empty()),
            Self::Deal | Self::CrmId => kept.filter(|text| !text.is_empty()).map(str::to_owned),
        })
    }

    /// The text of one lead.
    pub fn of_lead(self, connection: &Connection, id: u32) -> Result<Option<String>, Error> {
        let mut statement = connection.prepare_cached(&text_of_one(self))?;
        let mut rows = statement.query([id])?;
        rows.next()?.map_or(Ok(None), |row| self.read(row, 0))
    }
}

/// The text of one lead.
pub(super) fn text_of_one(text: Text) -> String {
    format!("SELECT {} FROM leads WHERE id = ?1", text.sql())
}

/// A few leads, sorted by a text in a direction.
pub(super) fn sorted_by_text(
    connection: &Connection,
    places: &Places,
    mut slots: Vec<Slot>,
    text: Text,
    descending: bool,
) -> Result<Vec<Slot>, Error> {
    let mut texts = HashMap::new();
    for slot in &slots {
        texts.insert(*slot, text.of_lead(connection, places.id(*slot))?);
    }
    slots.sort_unstable_by(|a, b| match (&texts[a], &texts[b]) {
        (Some(one), Some(other)) => {
            let order = no_case(one, other).then(a.cmp(b));
            if descending { order.reverse() } else { order }
        }
        (None, None) => {
            if descending {
                b.cmp(a)
            } else {
                a.cmp(b)
            }
        }
        (one, other) => one.is_none().cmp(&other.is_none()),
    });
    Ok(slots)
}

/// The leads sorted by a text, in one state of the database.
#[derive(Debug)]
pub struct TextOrder {
    text: Text,
    /// The transaction up to which it is true.
    number: i64,
    ids: Vec<LeadId>,
}

/// The leads by customer, from one end of the index or the other.
pub(super) fn walk_customers(descending: bool) -> String {
    let way = if descending { "DESC" } else { "ASC" };
    format!("SELECT id FROM leads INDEXED BY leads_by_customer ORDER BY customer COLLATE NOCASE {way}, id {way}")
}

/// Reads one text of every lead, the first time that a list is sorted by it.
pub(super) fn load_one_text(text: Text) -> String {
    format!("SELECT id, {} FROM leads", text.sql())
}

/// What was changed since an order was made.
pub(super) const CHANGED_SINCE: &str = "SELECT id FROM leads INDEXED BY leads_desk WHERE touched > ?1";

/// Sorts all leads by a text, nothing last. With a million leads that takes about a second.
pub fn sorted(connection: &Connection, text: Text) -> Result<TextOrder, Error> {
    let number = touched::number(connection)?;
    let ids = if text == Text::Customer { by_customer(connection) } else { by_text(connection, text) }?;
    Ok(TextOrder { text, number, ids })
}

fn by_customer(connection: &Connection) -> Result<Vec<LeadId>, Error> {
    let mut statement = connection.prepare(&walk_customers(false))?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

fn by_text(connection: &Connection, text: Text) -> Result<Vec<LeadId>, Error> {
    // All texts behind each other: one allocation instead of a million.
    let mut letters = String::new();
    let (mut order, mut without) = (Vec::new(), Vec::new());
    let mut statement = connection.prepare(&load_one_text(text))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id: LeadId = row.get(0)?;
        match text.read(row, 1)? {
            Some(text) => {
                let from = letters.len();
                letters.push_str(&text);
                order.push((from, letters.len(), id));
            }
            None => without.push(id),
        }
    }
    order.sort_unstable_by(|(from, until, id), (other, end, than)| {
        no_case(&letters[*from..*until], &letters[*other..*end]).then(id.cmp(than))
    });
    without.sort_unstable();
    Ok(order.into_iter().map(|(.., id)| id).chain(without).collect())
}

impl DeskIndex {
    /// The order by a text that the last question lacked, for which it failed.
    pub fn wanted(&mut self) -> Option<Text> {
        self.orders.take_wanted()
    }

    /// Takes in an order that was made beside the desk, and what was changed meanwhile.
    pub fn take_order(&mut self, connection: &Connection, order: TextOrder, now: Timestamp) -> Result<(), Error> {
        let listed = |slot: &Slot| self.base.listed.contains(*slot as usize);
        let slots = order.ids.into_iter().filter_map(|id| self.places.slot(id)).filter(listed).collect();
        let mut statement = connection.prepare_cached(CHANGED_SINCE)?;
        let changed = statement.query_map([order.number], |row| row.get(0))?.collect::<Result<Vec<LeadId>, _>>()?;
        let changed = changed.into_iter().filter_map(|id| self.places.slot(id)).collect();
        self.orders.take_in(order.text, slots, changed, now);
        Ok(())
    }
}
