//! The searched texts of a lead's row, and of the row as it was when the index took it in.

use std::borrow::Cow;

use rusqlite::Row;
use serde::Deserialize;

use crate::domain::desk::FoundIn;
use crate::domain::search::Searched;
use crate::error::Error;
use crate::store::contacts;

/// The columns that words are found in, in the order in which `search_pending.was` keeps them (migration 0004).
pub const COLUMNS: &str =
    "l.customer, l.contacts, l.deal_name, l.notes, l.need, l.city, l.crm_id, l.campaign_id, l.employees, l.country";
const COUNT: usize = 10;

type Columns<'a> = [Option<&'a str>; COUNT];

#[derive(Default, Deserialize)]
#[serde(default)]
struct Employee<'a> {
    #[serde(borrow)]
    name: Cow<'a, str>,
    #[serde(borrow)]
    email: Option<Cow<'a, str>>,
}

/// Calls `with` with the texts of a row that has [`COLUMNS`] from the column `first` on.
pub fn of_row<T>(row: &Row<'_>, first: usize, with: impl FnOnce(&Searched<'_>) -> T) -> Result<T, Error> {
    let mut columns: Columns<'_> = [None; COUNT];
    for (at, column) in columns.iter_mut().enumerate() {
        *column = row.get_ref(first + at)?.as_str_or_null().map_err(rusqlite::Error::from)?;
    }
    searched(columns, with)
}

/// Calls `with` with the texts that `was` keeps.
pub fn of_past<T>(was: &str, with: impl FnOnce(&Searched<'_>) -> T) -> Result<T, Error> {
    let kept: Vec<Option<Cow<'_, str>>> = serde_json::from_str(was).map_err(Error::internal)?;
    let mut columns: Columns<'_> = [None; COUNT];
    for (column, kept) in columns.iter_mut().zip(&kept) {
        *column = kept.as_deref();
    }
    searched(columns, with)
}

fn searched<T>(columns: Columns<'_>, with: impl FnOnce(&Searched<'_>) -> T) -> Result<T, Error> {
    let [customer, contacts, deal, notes, need, city, crm_id, campaign, employees, country] = columns;
    let contacts = contacts.map_or_else(|| Ok(Vec::new()), contacts::from_kept).map_err(Error::internal)?;
    let employees: Vec<Employee<'_>> = read(employees)?;
    let mut texts = Searched { country, ..Searched::default() };
    texts.add(FoundIn::Customer, customer);
    for person in &contacts {
        texts.contact(&person.name, person.email.as_deref(), person.phone.as_deref());
    }
    texts.add(FoundIn::Deal, deal);
    texts.add(FoundIn::Notes, notes);
    texts.add(FoundIn::Need, need);
    texts.add(FoundIn::City, city);
    texts.add(FoundIn::CrmId, crm_id);
    texts.campaign(campaign);
    for person in &employees {
        texts.employee(&person.name, person.email.as_deref());
    }
    Ok(with(&texts))
}

fn read(json: Option<&str>) -> Result<Vec<Employee<'_>>, Error> {
    match json {
        None | Some("[]") => Ok(Vec::new()),
        Some(json) => serde_json::from_str(json).map_err(Error::internal),
    }
}
