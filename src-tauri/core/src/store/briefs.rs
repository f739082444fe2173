//! Leads in brief: what a list of duplicates shows of each.

use rusqlite::{Connection, Row};

use super::{contacts, from_name, unreadable};
use crate::domain::duplicates::LeadBrief;
use crate::domain::lead::LeadId;
use crate::error::Error;

const COLUMNS: &str = "id, revision, substr(customer, 1, 200), contacts, stage, outcome, received_at, referral_id";

/// The lead `id` in brief, or `NotFound`.
pub fn get(connection: &Connection, id: LeadId) -> Result<LeadBrief, Error> {
    let sql = format!("SELECT {COLUMNS} FROM leads WHERE id = ?1");
    Ok(connection.prepare_cached(&sql)?.query_row([id], from_row)?)
}

/// The numbers of the archived leads, in order.
pub fn archived(connection: &Connection) -> Result<Vec<LeadId>, Error> {
    let sql = "SELECT id FROM leads WHERE merged_into IS NULL AND tab IN ('marketplace', 'qualified') \
               AND stage = 'archived'";
    let mut statement = connection.prepare_cached(sql)?;
    let mut ids: Vec<LeadId> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    ids.sort_unstable();
    Ok(ids)
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<LeadBrief> {
    let contacts = contacts::from_kept(row.get_ref(3)?.as_str()?).map_err(|error| unreadable(3, error))?;
    let first = contacts.into_iter().next().unwrap_or_default();
    Ok(LeadBrief {
        id: row.get(0)?,
        revision: row.get(1)?,
        customer: row.get(2)?,
        contact: first.name,
        email: first.email,
        phone: first.phone,
        stage: from_name(4, row.get_ref(4)?.as_str()?)?,
        outcome: row.get(5)?,
        received_at: row.get(6)?,
        referral_id: row.get(7)?,
    })
}
