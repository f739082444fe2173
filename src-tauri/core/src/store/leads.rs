//! The lead's own row: read, written, deleted. How it is written over the revision it was read at is in `lead_update`; that its words
//! are found, triggers see to: see `store::search`.

use std::borrow::Cow;
use std::sync::OnceLock;

use rusqlite::{Connection, OptionalExtension, Row, ToSql, Transaction, named_params};
use serde::Serialize;

pub use super::lead_update::update;
use super::{contacts, from_json, from_name, match_keys, to_json, unreadable};
use crate::domain::contact_window::{self, Flame};
use crate::domain::duplicates::Key;
use crate::domain::history::name_of;
use crate::domain::lead::*;
use crate::domain::money::{Currency, Money};
use crate::domain::time::{Date, Timestamp};
use crate::error::Error;

const COLUMNS: &str = "id, revision, lead_type, origin, referral_id, engagement_id, favorite, received_at, respond_by, \
    stage, accepted_at, archived_at, outcome, reason, reason_text, closing_notes, customer, customer_size, \
    address_line1, address_line2, city, state, postal_code, country, contacts, requested_contact, contacted_at, \
    contacted_way, contacted_note, need, requirements, deal_name, value_minor, value_currency, purchase_on, notes, \
    crm_id, campaign_id, employees, invited_by, source_status, source_substatus, snoozed_until, follow_up_on, \
    follow_up_note, hearth_id, merged_into";

/// The lead `id`, or `NotFound`.
pub fn get(connection: &Connection, id: LeadId) -> Result<Lead, Error> {
    let sql = format!("SELECT {COLUMNS} FROM leads WHERE id = ?1");
    Ok(connection.prepare_cached(&sql)?.query_row([id], from_row)?)
}

/// The lead that Partner Center knows by `referral_id`, if we have it.
pub fn by_referral(connection: &Connection, referral_id: &str) -> Result<Option<Lead>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM leads WHERE referral_id = ?1");
    Ok(connection.prepare_cached(&sql)?.query_row([referral_id], from_row).optional()?)
}

/// The number of the lead that Partner Center knows by `referral_id`, if we have it.
pub fn id_by_referral(connection: &Connection, referral_id: &str) -> Result<Option<LeadId>, Error> {
    let sql = "SELECT id FROM leads WHERE referral_id = ?1";
    Ok(connection.prepare_cached(sql)?.query_row([referral_id], |row| row.get(0)).optional()?)
}

/// The number of the lead with this name of its own, if we have it.
pub fn id_by_hearth_id(connection: &Connection, hearth_id: HearthId) -> Result<Option<LeadId>, Error> {
    let sql = "SELECT id FROM leads WHERE hearth_id = ?1";
    Ok(connection.prepare_cached(sql)?.query_row([hearth_id.0], |row| row.get(0)).optional()?)
}

/// The number of the newest lead; 0 when there is none.
pub fn newest(connection: &Connection) -> Result<LeadId, Error> {
    let sql = "SELECT coalesce(max(id), 0) FROM leads";
    Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

/// Of the received leads whose respond-by instant is not after `now`, the earliest `most`.
pub fn expired_by(connection: &Connection, now: Timestamp, most: u32) -> Result<Vec<Lead>, Error> {
    let sql = format!(
        "SELECT {COLUMNS} FROM leads WHERE stage = 'received' AND merged_into IS NULL AND respond_by <= ?1 \
         ORDER BY respond_by, id LIMIT ?2"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let leads = statement.query_map((now, most), from_row)?.collect::<Result<_, _>>()?;
    Ok(leads)
}

/// When the next received lead expires.
pub fn next_expiry(connection: &Connection) -> Result<Option<Timestamp>, Error> {
    let sql = "SELECT min(respond_by) FROM leads WHERE stage = 'received' AND merged_into IS NULL";
    Ok(connection.query_row(sql, [], |row| row.get(0))?)
}

/// Where a lead is now: itself, or the one that it was merged into, and that one into another, to the end.
pub fn kept(connection: &Connection, id: LeadId) -> Result<LeadId, Error> {
    let sql = "WITH RECURSIVE way (id, into_id) AS (SELECT id, merged_into FROM leads WHERE id = ?1 \
               UNION SELECT l.id, l.merged_into FROM leads l JOIN way ON l.id = way.into_id) \
               SELECT id FROM way WHERE into_id IS NULL";
    Ok(connection.prepare_cached(sql)?.query_row([id], |row| row.get(0))?)
}

/// Calls `each` with every lead that was not merged away.
pub fn each(connection: &Connection, mut each: impl FnMut(Lead) -> Result<(), Error>) -> Result<(), Error> {
    let mut statement = connection.prepare(&format!("SELECT {COLUMNS} FROM leads WHERE merged_into IS NULL"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(from_row(row)?)?;
    }
    Ok(())
}

/// Calls `each` with every lead that can still remind: received, or accepted with a follow-up or a snooze.
pub fn each_that_reminds(
    connection: &Connection,
    mut each: impl FnMut(Lead) -> Result<(), Error>,
) -> Result<(), Error> {
    let sql = format!(
        "SELECT {COLUMNS} FROM leads WHERE merged_into IS NULL AND (stage = 'received' \
         OR (stage = 'accepted' AND (follow_up_on IS NOT NULL OR snoozed_until IS NOT NULL)))"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(from_row(row)?)?;
    }
    Ok(())
}

/// Writes a new lead and gives it its number; `lead.id` is not looked at, and a revision of 0 becomes 1.
pub fn insert(tx: &Transaction<'_>, lead: &Lead) -> Result<LeadId, Error> {
    let id = insert_row(tx, lead)?;
    match_keys::insert(tx, id, lead)?;
    Ok(id)
}

/// As [`insert`], of a lead whose keys are known already: an import makes them while it reads.
pub fn insert_with_keys(tx: &Transaction<'_>, lead: &Lead, keys: &[Key]) -> Result<LeadId, Error> {
    let id = insert_row(tx, lead)?;
    match_keys::insert_keys(tx, id, keys)?;
    Ok(id)
}

fn insert_row(tx: &Transaction<'_>, lead: &Lead) -> Result<LeadId, Error> {
    static NUMBERED: OnceLock<String> = OnceLock::new();
    let sql = || {
        "INSERT INTO leads (revision, lead_type, origin, referral_id, engagement_id, favorite, received_at, respond_by, \
         stage, accepted_at, archived_at, outcome, reason, reason_text, closing_notes, customer, customer_size, \
         address_line1, address_line2, city, state, postal_code, country, contacts, requested_contact, contacted_at, \
         contacted_way, contacted_note, hot_until, need, requirements, deal_name, value_minor, value_currency, \
         purchase_on, notes, crm_id, campaign_id, employees, invited_by, source_status, source_substatus, snoozed_until, \
         follow_up_on, follow_up_note, hearth_id, merged_into, touched) \
         VALUES (max(:revision, 1), :lead_type, :origin, :referral_id, :engagement_id, :favorite, :received_at, :respond_by, :stage, \
         :accepted_at, :archived_at, :outcome, :reason, :reason_text, :closing_notes, :customer, :customer_size, \
         :address_line1, :address_line2, :city, :state, :postal_code, :country, :contacts, :requested_contact, \
         :contacted_at, :contacted_way, :contacted_note, :hot_until, :need, :requirements, :deal_name, :value_minor, \
         :value_currency, :purchase_on, :notes, :crm_id, :campaign_id, :employees, :invited_by, :source_status, \
         :source_substatus, :snoozed_until, :follow_up_on, :follow_up_note, coalesce(:hearth_id, random()), \
         :merged_into, (SELECT number + 1 FROM lead_writes))"
            .into()
    };
    write(tx, lead, &NUMBERED, sql)?;
    Ok(tx.last_insert_rowid())
}

/// Deletes a lead and all that hangs on it: only a sample, or one whose adding is undone.
pub fn delete(tx: &Transaction<'_>, id: LeadId) -> Result<(), Error> {
    match get(tx, id) {
        Ok(lead) => match_keys::delete(tx, &lead)?,
        Err(Error::NotFound) => return Ok(()),
        Err(error) => return Err(error),
    }
    tx.prepare_cached("DELETE FROM leads WHERE id = ?1")?.execute([id])?;
    Ok(())
}

/// Deletes every sample lead; the number of them.
pub fn delete_samples(tx: &Transaction<'_>) -> Result<u32, Error> {
    let mut samples = tx.prepare("SELECT id FROM leads WHERE origin = 'sample'")?;
    let samples: Vec<LeadId> = samples.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    samples.iter().try_for_each(|id| delete(tx, *id))?;
    Ok(u32::try_from(samples.len()).unwrap_or(u32::MAX))
}

/// The customer of a lead, cut to what a line can show, and the note of its follow-up.
pub fn name_and_follow_up_note(connection: &Connection, id: LeadId) -> Result<(String, Option<String>), Error> {
    let sql = "SELECT substr(customer, 1, 200), substr(follow_up_note, 1, 500) FROM leads WHERE id = ?1";
    Ok(connection.prepare_cached(sql)?.query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// How many sample leads there are.
pub fn sample_count(connection: &Connection) -> Result<u32, Error> {
    let sql = "SELECT count(*) FROM leads WHERE origin = 'sample'";
    Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

/// How many customers are waiting at `now`.
pub fn waiting_count(connection: &Connection, now: Timestamp) -> Result<u32, Error> {
    let sql = "SELECT count(*) FROM leads WHERE hot_until > ?1";
    Ok(connection.prepare_cached(sql)?.query_row([now], |row| row.get(0))?)
}

/// The waiting customers with the least time left at `now`, at most `most`: lead, customer, end of the window.
pub fn waiting(connection: &Connection, now: Timestamp, most: u32) -> Result<Vec<(LeadId, String, Timestamp)>, Error> {
    let mut statement = connection.prepare_cached(
        "SELECT id, substr(customer, 1, 200), hot_until FROM leads WHERE hot_until > ?1 ORDER BY hot_until, id LIMIT ?2",
    )?;
    let rows = statement.query_map((now, most), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Runs `sql`, whose parameters are given by name here. By number they are found at once, so `numbered` is what is run.
pub(super) fn write(
    tx: &Transaction<'_>,
    lead: &Lead,
    numbered: &OnceLock<String>,
    sql: impl FnOnce() -> Cow<'static, str>,
) -> Result<usize, Error> {
    let (accepted_at, archived) = match &lead.stage {
        Stage::Received => (None, None),
        Stage::Accepted { accepted_at } => (*accepted_at, None),
        Stage::Archived(archived) => (archived.accepted_at, Some(archived)),
    };
    let contacted = lead.contacted.as_ref();
    let requirements = Need { text: String::new(), ..lead.need.clone() };
    let (customer, deal) = (&lead.customer, &lead.deal);
    let values: &[(&str, &dyn ToSql)] = named_params! {
        ":revision": lead.revision,
        ":lead_type": name_of(&lead.lead_type),
        ":origin": name_of(&lead.origin),
        ":referral_id": lead.referral_id,
        ":engagement_id": lead.engagement_id,
        ":favorite": lead.favorite,
        ":received_at": lead.received_at,
        ":respond_by": lead.respond_by,
        ":stage": name_of(&lead.stage.kind()),
        ":accepted_at": accepted_at,
        ":archived_at": archived.map(|a| a.archived_at),
        ":outcome": archived.map(|a| a.outcome.as_str()),
        ":reason": archived.and_then(|a| a.reason).map(Reason::code),
        ":reason_text": archived.and_then(|a| a.reason_text.as_deref()),
        ":closing_notes": archived.and_then(|a| a.notes.as_deref()),
        ":customer": customer.name,
        ":customer_size": customer.size,
        ":address_line1": customer.address_line1,
        ":address_line2": customer.address_line2,
        ":city": customer.city,
        ":state": customer.state,
        ":postal_code": customer.postal_code,
        ":country": customer.country,
        ":contacts": contacts::to_kept(&lead.contacts)?,
        ":requested_contact": lead.requested_contact,
        ":contacted_at": contacted.map(|c| c.at),
        ":contacted_way": contacted.map(|c| name_of(&c.way)),
        ":contacted_note": contacted.and_then(|c| c.note.as_deref()),
        ":hot_until": hot_until(lead),
        ":need": lead.need.text,
        ":requirements": or_nothing(&requirements)?,
        ":deal_name": deal.name,
        ":value_minor": deal.value.as_ref().map(|m| m.minor),
        ":value_currency": deal.value.as_ref().map(|m| m.currency.code()),
        ":purchase_on": deal.purchase_on.map(|d| d.to_string()),
        ":notes": deal.notes,
        ":crm_id": deal.crm_id,
        ":campaign_id": deal.campaign_id,
        ":employees": to_json(&lead.employees)?,
        ":invited_by": or_nothing(&lead.invited_by)?,
        ":source_status": lead.source_status.status,
        ":source_substatus": lead.source_status.substatus,
        ":snoozed_until": lead.snoozed_until,
        ":follow_up_on": lead.follow_up.as_ref().map(|f| f.on.to_string()),
        ":follow_up_note": lead.follow_up.as_ref().and_then(|f| f.note.as_deref()),
        ":hearth_id": lead.hearth_id.is_given().then_some(lead.hearth_id.0),
        ":merged_into": lead.merged_into,
        // Last, since an insert has no place for it.
        ":id": lead.id,
    };
    let mut statement = tx.prepare_cached(numbered.get_or_init(|| by_number(&sql(), values)))?;
    for (at, (_, value)) in values.iter().enumerate().take(statement.parameter_count()) {
        statement.raw_bind_parameter(at + 1, value)?;
    }
    Ok(statement.raw_execute()?)
}

/// The end of the contact window while a customer waits. Whether that is still ahead depends on the clock, so it is compared
/// when it is asked, not written down.
pub(super) fn hot_until(lead: &Lead) -> Option<Timestamp> {
    match contact_window::flame(lead, lead.received_at) {
        Flame::Hot { ends_at } => Some(ends_at).filter(|_| lead.merged_into.is_none()),
        Flame::None | Flame::Lapsed { .. } => None,
    }
}

/// `sql` with the place of each value instead of its name.
fn by_number(sql: &str, values: &[(&str, &dyn ToSql)]) -> String {
    let mut parts = sql.split(':');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(part.len());
        let (name, rest) = part.split_at(end);
        let place = values.iter().position(|(other, _)| other[1..] == *name);
        let place = place.unwrap_or_else(|| unreachable!("`{name}` is given"));
        text += &format!("?{}{rest}", place + 1);
    }
    text
}

/// JSON, `{}` for an object of nothing but empty fields.
fn or_nothing<T: Serialize + Default + PartialEq>(value: &T) -> Result<Cow<'static, str>, Error> {
    if *value == T::default() { Ok("{}".into()) } else { to_json(value).map(Cow::Owned) }
}

/// Where `name` stands in [`COLUMNS`], found when this is compiled: looking each up by name takes longer than reading it.
const fn place(name: &str) -> usize {
    let (columns, name) = (COLUMNS.as_bytes(), name.as_bytes());
    let (mut at, mut begin, mut place) = (0, 0, 0);
    while at <= columns.len() {
        if at == columns.len() || columns[at] == b',' {
            let mut same = at - begin == name.len();
            let mut i = 0;
            while same && i < name.len() {
                same = columns[begin + i] == name[i];
                i += 1;
            }
            if same {
                return place;
            }
            place += 1;
            // The comma and the blank after it.
            begin = at + 2;
        }
        at += 1;
    }
    panic!("no such column")
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Lead> {
    let accepted_at: Option<Timestamp> = row.get(const { place("accepted_at") })?;
    let stage = match row.get_ref(const { place("stage") })?.as_str()? {
        "received" => Stage::Received,
        "accepted" => Stage::Accepted { accepted_at },
        _ => Stage::Archived(Archived {
            outcome: Outcome::parse(row.get_ref(const { place("outcome") })?.as_str()?),
            archived_at: row.get(const { place("archived_at") })?,
            reason: row.get::<_, Option<u8>>(const { place("reason") })?.and_then(|code| Reason::try_from(code).ok()),
            reason_text: row.get(const { place("reason_text") })?,
            notes: row.get(const { place("closing_notes") })?,
            accepted_at,
        }),
    };
    let contacted = match row.get::<_, Option<Timestamp>>(const { place("contacted_at") })? {
        None => None,
        Some(at) => Some(Contacted {
            at,
            way: from_name(const { place("contacted_way") }, row.get_ref(const { place("contacted_way") })?.as_str()?)?,
            note: row.get(const { place("contacted_note") })?,
        }),
    };
    let follow_up = match date(row, const { place("follow_up_on") })? {
        Some(on) => Some(FollowUp { on, note: row.get(const { place("follow_up_note") })? }),
        None => None,
    };
    let currency: Option<String> = row.get(const { place("value_currency") })?;
    let value = row
        .get::<_, Option<i64>>(const { place("value_minor") })?
        .zip(currency.as_deref().and_then(Currency::parse))
        .map(|(minor, currency)| Money { minor, currency });
    let requirements: Need =
        from_json(const { place("requirements") }, row.get_ref(const { place("requirements") })?.as_str()?)?;
    Ok(Lead {
        id: row.get(const { place("id") })?,
        revision: row.get(const { place("revision") })?,
        lead_type: from_name(const { place("lead_type") }, row.get_ref(const { place("lead_type") })?.as_str()?)?,
        origin: from_name(const { place("origin") }, row.get_ref(const { place("origin") })?.as_str()?)?,
        hearth_id: HearthId(row.get(const { place("hearth_id") })?),
        referral_id: row.get(const { place("referral_id") })?,
        engagement_id: row.get(const { place("engagement_id") })?,
        merged_into: row.get(const { place("merged_into") })?,
        favorite: row.get(const { place("favorite") })?,
        received_at: row.get(const { place("received_at") })?,
        respond_by: row.get(const { place("respond_by") })?,
        stage,
        customer: Customer {
            name: row.get(const { place("customer") })?,
            size: row.get(const { place("customer_size") })?,
            address_line1: row.get(const { place("address_line1") })?,
            address_line2: row.get(const { place("address_line2") })?,
            city: row.get(const { place("city") })?,
            state: row.get(const { place("state") })?,
            postal_code: row.get(const { place("postal_code") })?,
            country: row.get(const { place("country") })?,
        },
        contacts: contacts::from_kept(row.get_ref(const { place("contacts") })?.as_str()?)
            .map_err(|error| unreadable(const { place("contacts") }, error))?,
        requested_contact: row.get(const { place("requested_contact") })?,
        contacted,
        snoozed_until: row.get(const { place("snoozed_until") })?,
        follow_up,
        need: Need { text: row.get(const { place("need") })?, ..requirements },
        deal: Deal {
            name: row.get(const { place("deal_name") })?,
            value,
            purchase_on: date(row, const { place("purchase_on") })?,
            notes: row.get(const { place("notes") })?,
            crm_id: row.get(const { place("crm_id") })?,
            campaign_id: row.get(const { place("campaign_id") })?,
        },
        employees: from_json(const { place("employees") }, row.get_ref(const { place("employees") })?.as_str()?)?,
        invited_by: from_json(const { place("invited_by") }, row.get_ref(const { place("invited_by") })?.as_str()?)?,
        source_status: SourceStatus {
            status: row.get(const { place("source_status") })?,
            substatus: row.get(const { place("source_substatus") })?,
        },
    })
}

fn date(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Date>> {
    Ok(row.get::<_, Option<String>>(column)?.as_deref().and_then(Date::parse_iso))
}
