//! The lines of a list, read by their numbers.

use rusqlite::{Connection, OptionalExtension, Row};
use serde::Deserialize;

use crate::domain::contact_window;
use crate::domain::desk::{FlameWindow, LeadRow};
use crate::domain::history::MoneyText;
use crate::domain::lead::{LeadId, Reason};
use crate::domain::money::{Currency, Money};
use crate::domain::search::{Searched, Shown, Word, hits};
use crate::domain::time::Date;
use crate::error::Error;
use crate::store::{Lent, contacts, from_name, leads, unreadable};

/// One line. Its texts are cut where they are read: to have SQLite cut them takes longer than to look at them.
pub(super) const ROW: &str = "SELECT id, revision, lead_type, stage, outcome, customer, \
    coalesce(deal_name, nullif(need, ''), notes, '') AS headline, received_at, respond_by, archived_at, \
    purchase_on, requested_contact, contacted_at, value_minor, value_currency, favorite, snoozed_until, follow_up_on, \
    contacts, city, country, deal_name, crm_id, campaign_id, employees, reason \
    FROM leads WHERE id = ?1 AND merged_into IS NULL";

/// So many characters of a text are shown in a line.
const SHOWN: usize = 200;

/// As much of an `Employee` as a line shows.
#[derive(Deserialize)]
struct EmployeeName<'a> {
    #[serde(borrow, default)]
    name: Option<Lent<'a>>,
}

/// The lines of `ids`, in this order, with what `words` are found in; those of leads that are gone are left out.
pub fn rows(connection: &Connection, ids: &[LeadId], words: &[Word]) -> Result<Vec<LeadRow>, Error> {
    let mut statement = connection.prepare_cached(ROW)?;
    let mut rows = Vec::with_capacity(ids.len());
    for id in ids {
        let Some(mut row) = statement.query_row([id], row).optional()? else { continue };
        if !words.is_empty() {
            let lead = leads::get(connection, *id)?;
            let shown = Shown { customer: &row.customer, headline: &row.headline };
            row.hits = hits(words, shown, &Searched::of(&lead));
        }
        rows.push(row);
    }
    Ok(rows)
}

fn row(row: &Row<'_>) -> rusqlite::Result<LeadRow> {
    let received_at = row.get(7)?;
    let flame = row
        .get::<_, bool>(11)?
        .then_some(FlameWindow { ends_at: contact_window::ends_at(received_at), contacted_at: row.get(12)? });
    let currency = row.get_ref(14)?.as_str_or_null()?.and_then(Currency::parse);
    let value = row.get::<_, Option<i64>>(13)?.zip(currency);
    let contact = contacts::first_of_kept(row.get_ref(18)?.as_str()?).map_err(|e| unreadable(18, e))?;
    let employees: Vec<EmployeeName<'_>> = match row.get_ref(24)?.as_str()? {
        // Most leads have none.
        "[]" => Vec::new(),
        json => serde_json::from_str(json).map_err(|e| unreadable(24, e))?,
    };
    Ok(LeadRow {
        id: row.get(0)?,
        revision: row.get(1)?,
        lead_type: from_name(2, row.get_ref(2)?.as_str()?)?,
        stage: from_name(3, row.get_ref(3)?.as_str()?)?,
        outcome: row.get(4)?,
        customer: text(row, 5)?.unwrap_or_default(),
        headline: text(row, 6)?.unwrap_or_default(),
        received_at,
        respond_by: row.get(8)?,
        archived_at: row.get(9)?,
        purchase_on: row.get_ref(10)?.as_str_or_null()?.and_then(Date::parse_iso),
        flame,
        snoozed_until: row.get(16)?,
        follow_up_on: row.get_ref(17)?.as_str_or_null()?.and_then(Date::parse_iso),
        value: value.map(|(minor, currency)| MoneyText::from(&Money { minor, currency })),
        favorite: row.get(15)?,
        contact: line(Some(contact.name)),
        email: line(contact.email),
        phone: line(contact.phone),
        city: text(row, 19)?,
        country: text(row, 20)?,
        deal: text(row, 21)?,
        crm_id: text(row, 22)?,
        campaign_id: text(row, 23)?,
        employees: u32::try_from(employees.len()).unwrap_or(u32::MAX),
        employee: employees.into_iter().next().and_then(|employee| line(employee.name.map(|name| name.0.into_owned()))),
        reason: row.get::<_, Option<u8>>(25)?.and_then(|code| Reason::try_from(code).ok()),
        hits: Vec::new(),
    })
}

/// As much of the text in a column as a line shows.
fn text(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<String>> {
    Ok(row.get_ref(column)?.as_str_or_null()?.map(|text| text[..end(text)].to_owned()))
}

/// As much of a text as a line shows; nothing of an empty one.
fn line(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.is_empty()).map(|mut text| {
        text.truncate(end(&text));
        text
    })
}

/// Where the part of a text ends that a line shows.
fn end(text: &str) -> usize {
    if text.len() <= SHOWN { text.len() } else { text.char_indices().nth(SHOWN).map_or(text.len(), |(end, _)| end) }
}
