//! The leads that go out of the house: which ones, in which order, and each of them whole.
//!
//! Only their numbers are held; the leads are read one by one from the same state of the database.

use rusqlite::{Connection, OptionalExtension, Row};

use super::{from_name, leads, sources};
use crate::domain::lead::{Lead, LeadId};
use crate::domain::outgoing::Brief;
use crate::error::Error;

/// Which leads, merged ones never.
#[derive(Clone, Debug)]
pub enum Which {
    /// In the order they came in.
    All,
    /// These as far as they are still there, in this order.
    Leads(Vec<LeadId>),
}

const BRIEF: &str = "SELECT id, stage, referral_id IS NOT NULL AS has_referral_id, \
    coalesce(lower(trim(source_status)) = 'closed', 0) AS is_closed_at_source, \
    purchase_on IS NOT NULL OR follow_up_on IS NOT NULL AS has_a_day, json_array_length(contacts) AS contacts, \
    json_array_length(employees) AS employees, \
    coalesce(json_array_length(requirements, '$.solutions'), 0) AS solutions FROM leads WHERE merged_into IS NULL AND";

/// Calls `each` with every lead of `which`, in its order.
pub fn each_brief(connection: &Connection, which: &Which, mut each: impl FnMut(Brief)) -> Result<(), Error> {
    match which {
        Which::All => {
            let mut statement = connection.prepare_cached(&format!("{BRIEF} 1 ORDER BY id"))?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                each(brief(row)?);
            }
        }
        Which::Leads(ids) => {
            let mut statement = connection.prepare_cached(&format!("{BRIEF} id = ?1"))?;
            for id in ids {
                if let Some(found) = statement.query_row([id], brief).optional()? {
                    each(found);
                }
            }
        }
    }
    Ok(())
}

fn brief(row: &Row<'_>) -> rusqlite::Result<Brief> {
    Ok(Brief {
        id: row.get(0)?,
        stage: from_name(1, row.get_ref(1)?.as_str()?)?,
        has_referral_id: row.get(2)?,
        is_closed_at_source: row.get(3)?,
        has_a_day: row.get(4)?,
        contacts: row.get(5)?,
        employees: row.get(6)?,
        solutions: row.get(7)?,
    })
}

/// The numbers of `which`, in its order; of leads that are named one by one also those that are gone.
pub fn ids(connection: &Connection, which: &Which) -> Result<Vec<LeadId>, Error> {
    match which {
        Which::All => {
            let mut statement =
                connection.prepare_cached("SELECT id FROM leads WHERE merged_into IS NULL ORDER BY id")?;
            Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
        }
        Which::Leads(ids) => Ok(ids.clone()),
    }
}

/// One of them, whole.
pub fn lead(connection: &Connection, id: LeadId) -> Result<Lead, Error> {
    leads::get(connection, id)
}

/// What an import brought of a lead: the file's name and the source's own object.
pub fn source(connection: &Connection, id: LeadId) -> Result<Option<(String, String)>, Error> {
    sources::raw_of(connection, id)
}
