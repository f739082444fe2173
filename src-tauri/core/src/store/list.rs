//! Which leads a list holds, in which order, and how many there are in each tab and stage.
//!
//! Which leads have the words of a search is looked up in `store::search`.

use rusqlite::{Connection, Row, ToSql, params_from_iter};

use super::search::Index;
use super::{from_name, placeholders};
use crate::domain::contact_window;
use crate::domain::desk::{FlameWindow, LeadRow, SortBy, Tab};
use crate::domain::history::{MoneyText, name_of};
use crate::domain::lead::{LeadId, StageKind};
use crate::domain::money::{Currency, Money};
use crate::domain::search::{Moment, read};
use crate::domain::time::{Date, Timestamp};
use crate::domain::zone::Zone;
use crate::error::Error;

/// What a list shows.
#[derive(Clone, Debug)]
pub struct Listing {
    pub tab: Tab,
    pub stage: Option<StageKind>,
    pub search: String,
    pub sort: SortBy,
    pub descending: bool,
}

/// How long a line's texts are at most, in characters.
const LINE: u32 = 200;

/// `limit` rows from `offset` on, and how many the list has in all.
pub fn page(
    connection: &Connection,
    listing: &Listing,
    offset: u32,
    limit: u32,
    now: Timestamp,
) -> Result<(Vec<LeadRow>, u32), Error> {
    let (filter, mut values) = filter(connection, listing)?;
    let total = connection
        .prepare_cached(&format!("SELECT count(*) FROM leads WHERE {filter}"))?
        .query_row(params_from_iter(&values), |row| row.get(0))?;
    let order = order(listing, now);
    values.push(Box::new(limit));
    values.push(Box::new(offset));
    let mut statement = connection.prepare_cached(&format!(
        "SELECT id, revision, lead_type, stage, outcome, substr(customer, 1, {LINE}) AS customer, \
         substr(coalesce(deal_name, nullif(need, ''), notes, ''), 1, {LINE}) AS headline, received_at, respond_by, \
         archived_at, purchase_on, requested_contact, contacted_at, value_minor, value_currency, favorite, snoozed_until, \
         follow_up_on \
         FROM leads WHERE {filter} ORDER BY {order} LIMIT ? OFFSET ?"
    ))?;
    let rows = statement.query_map(params_from_iter(&values), row)?.collect::<Result<_, _>>()?;
    Ok((rows, total))
}

/// At which place of the list `id` stands, from 0; `None` when it is not in it.
pub fn place(connection: &Connection, listing: &Listing, id: LeadId, now: Timestamp) -> Result<Option<u32>, Error> {
    use rusqlite::OptionalExtension;
    let (filter, mut values) = filter(connection, listing)?;
    let order = order(listing, now);
    values.push(Box::new(id));
    let sql = format!(
        "SELECT place FROM (SELECT id, row_number() OVER (ORDER BY {order}) - 1 AS place FROM leads WHERE {filter}) \
         WHERE id = ?"
    );
    Ok(connection.prepare_cached(&sql)?.query_row(params_from_iter(&values), |row| row.get(0)).optional()?)
}

/// The leads of one tab and stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    pub tab: Tab,
    pub stage: StageKind,
    pub leads: u32,
}

/// How many leads match `search` and the filter in every tab and stage; a favorite counts in its own tab and among the favorites.
pub fn counts(
    connection: &Connection,
    search: &str,
) -> Result<Vec<Count>, Error> {
    let (matching, values) = matching(connection, search)?;
    let sql = format!(
        "SELECT tab, stage, favorite, count(*) FROM leads WHERE merged_into IS NULL AND {matching} GROUP BY tab, stage, favorite"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut counts = Vec::new();
    let mut rows = statement.query(params_from_iter(&values))?;
    while let Some(row) = rows.next()? {
        let tab = from_name(0, row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?)?;
        let stage = from_name(1, row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?)?;
        let leads = row.get(3)?;
        counts.push(Count { tab, stage, leads });
        counts.push(Count { tab: Tab::All, stage, leads });
        if row.get(2)? {
            counts.push(Count { tab: Tab::Favorites, stage, leads });
        }
    }
    Ok(counts)
}

/// Numbers around the list: all leads, those of the samples, those whose customer is waiting at `now`.
pub fn totals(connection: &Connection, now: Timestamp) -> Result<(u32, u32, u32), Error> {
    let sql = "SELECT (SELECT count(*) FROM leads) - (SELECT count(*) FROM leads WHERE merged_into IS NOT NULL), \
               (SELECT count(*) FROM leads WHERE origin = 'sample'), \
               (SELECT count(*) FROM leads WHERE hot_until > ?1)";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_row([now], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?)
}

pub(super) type Values = Vec<Box<dyn ToSql>>;

pub(super) fn filter(connection: &Connection, listing: &Listing) -> Result<(String, Values), Error> {
    let (matching, mut words) = matching(connection, &listing.search)?;
    let mut values: Values = Vec::new();
    let stage = match listing.stage {
        Some(stage) => {
            values.push(Box::new(name_of(&stage)));
            "stage = ?"
        }
        None => "1",
    };
    let tab = match listing.tab {
        Tab::All => "1",
        Tab::Favorites => "favorite = 1",
        Tab::Marketplace | Tab::Qualified => {
            values.push(Box::new(name_of(&listing.tab)));
            "tab = ?"
        }
    };
    values.append(&mut words);
    Ok((format!("merged_into IS NULL AND {stage} AND {tab} AND {matching}"), values))
}

fn matching(connection: &Connection, search: &str) -> Result<(String, Values), Error> {
    // Only words are asked here, and these depend on no moment.
    let words = read(search, Moment { now: Timestamp::from_millis(0), zone: Zone::UTC }).words;
    let Some(found) = Index::new(connection)?.matching_all(&words)? else {
        return Ok(("1".to_owned(), Vec::new()));
    };
    let ids: Vec<usize> = found.ones().collect();
    let ids = serde_json::to_string(&ids).map_err(Error::internal)?;
    Ok(("id IN (SELECT value FROM json_each(?))".to_owned(), vec![Box::new(ids)]))
}

/// The order of a list; what has no value comes last, and equal ones stand in the order they came.
pub(super) fn order(listing: &Listing, now: Timestamp) -> String {
    let way = if listing.descending { "DESC" } else { "ASC" };
    let now = now.as_millis();
    match (listing.sort, listing.stage) {
        (SortBy::Received, _) => format!("received_at {way}, id {way}"),
        (SortBy::RespondBy, _) => format!("respond_by {way}, id {way}"),
        (SortBy::TimeLeft, Some(StageKind::Received)) => {
            format!("iif(hot_until > {now}, hot_until, respond_by) {way}, id {way}")
        }
        (SortBy::TimeLeft, Some(StageKind::Accepted)) => format!("purchase_on IS NULL, purchase_on {way}, id {way}"),
        (SortBy::TimeLeft, Some(StageKind::Archived)) => format!("archived_at {way}, id {way}"),
        // Amounts of different currencies cannot be compared without rates: each currency stands together.
        (SortBy::Value, _) => format!("value_minor IS NULL, value_currency, value_minor {way}, id {way}"),
        (SortBy::FollowUp, _) => format!("follow_up_on IS NULL, follow_up_on {way}, id {way}"),
        (SortBy::Customer, _) => format!("customer COLLATE NOCASE {way}, id {way}"),
        (SortBy::TimeLeft, None) => format!("respond_by {way}, id {way}"),
        _ => format!("received_at {way}, id {way}"),
    }
}

fn row(row: &Row<'_>) -> rusqlite::Result<LeadRow> {
    let received_at = row.get("received_at")?;
    let flame = row.get::<_, bool>("requested_contact")?.then_some(FlameWindow {
        ends_at: contact_window::ends_at(received_at),
        contacted_at: row.get("contacted_at")?,
    });
    let currency: Option<String> = row.get("value_currency")?;
    let value = row
        .get::<_, Option<i64>>("value_minor")?
        .zip(currency.as_deref().and_then(Currency::parse))
        .map(|(minor, currency)| MoneyText::from(&Money { minor, currency }));
    Ok(LeadRow {
        id: row.get("id")?,
        revision: row.get("revision")?,
        lead_type: from_name(2, row.get_ref("lead_type")?.as_str()?)?,
        stage: from_name(3, row.get_ref("stage")?.as_str()?)?,
        outcome: row.get("outcome")?,
        customer: row.get("customer")?,
        headline: row.get("headline")?,
        received_at,
        respond_by: row.get("respond_by")?,
        archived_at: row.get("archived_at")?,
        purchase_on: row.get::<_, Option<String>>("purchase_on")?.as_deref().and_then(Date::parse_iso),
        flame,
        snoozed_until: row.get("snoozed_until")?,
        follow_up_on: row.get::<_, Option<String>>("follow_up_on")?.as_deref().and_then(Date::parse_iso),
        value,
        favorite: row.get("favorite")?,
        contact: None,
        email: None,
        phone: None,
        city: None,
        country: None,
        deal: None,
        crm_id: None,
        campaign_id: None,
        employee: None,
        employees: 0,
        reason: None,
        hits: Vec::new(),
    })
}

/// Which of `ids` are still there.
pub fn existing(connection: &Connection, ids: &[LeadId]) -> Result<Vec<LeadId>, Error> {
    let mut statement =
        connection.prepare(&format!("SELECT id FROM leads WHERE id IN ({})", placeholders(ids.len())))?;
    let rows = statement.query_map(params_from_iter(ids), |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
