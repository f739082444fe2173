//! A lead's row, written over the revision it was read at: of its columns those that changed.

use std::sync::OnceLock;

use rusqlite::{Params, Transaction};

use super::leads::{self, hot_until};
use super::match_keys;
use crate::domain::lead::Lead;
use crate::error::Error;

/// Columns that are written together, and whether two states of a lead are the same in them.
type Group = (&'static str, fn(&Lead, &Lead) -> bool);

/// What an action changes, a group each; the last one is all that only an import or a merge does. A column that is not written costs
/// its indexes nothing: to write a row whole is a page of the disk more for each of them.
const GROUPS: [Group; 9] = [
    ("favorite", |one, other| one.favorite == other.favorite),
    ("stage accepted_at archived_at outcome reason reason_text closing_notes", |one, other| one.stage == other.stage),
    ("contacted_at contacted_way contacted_note", |one, other| one.contacted == other.contacted),
    ("hot_until", |one, other| hot_until(one) == hot_until(other)),
    ("snoozed_until", |one, other| one.snoozed_until == other.snoozed_until),
    ("follow_up_on follow_up_note", |one, other| one.follow_up == other.follow_up),
    ("deal_name value_minor value_currency purchase_on notes crm_id campaign_id", |one, other| one.deal == other.deal),
    ("employees", |one, other| one.employees == other.employees),
    (
        "lead_type origin hearth_id referral_id engagement_id received_at respond_by customer customer_size address_line1 \
         address_line2 city state postal_code country contacts requested_contact need requirements invited_by source_status \
         source_substatus merged_into",
        is_same_otherwise,
    ),
];

/// Whether two states of a lead differ only in what the other [`GROUPS`] hold.
fn is_same_otherwise(one: &Lead, other: &Lead) -> bool {
    // Each field is named, so that one which is added must be put into a group.
    let Lead {
        id: _,
        revision: _,
        lead_type,
        origin,
        hearth_id,
        referral_id,
        engagement_id,
        merged_into,
        favorite: _,
        received_at,
        respond_by,
        stage: _,
        customer,
        contacts,
        requested_contact,
        contacted: _,
        snoozed_until: _,
        follow_up: _,
        need,
        deal: _,
        employees: _,
        invited_by,
        source_status,
    } = one;
    (lead_type, origin, hearth_id, merged_into)
        == (&other.lead_type, &other.origin, &other.hearth_id, &other.merged_into)
        && (referral_id, engagement_id) == (&other.referral_id, &other.engagement_id)
        && (received_at, respond_by) == (&other.received_at, &other.respond_by)
        && (customer, contacts, need) == (&other.customer, &other.contacts, &other.need)
        && (requested_contact, invited_by) == (&other.requested_contact, &other.invited_by)
        && *source_status == other.source_status
}

/// Writes `lead` over `before`, at the revision it was read at, and counts the revision up.
///
/// Fails with `Conflict` if someone else wrote in between; nothing is changed then.
pub fn update(tx: &Transaction<'_>, before: &Lead, lead: &Lead) -> Result<(), Error> {
    static NUMBERED: [OnceLock<String>; 1 << GROUPS.len()] = [const { OnceLock::new() }; 1 << GROUPS.len()];
    let differs = |(at, (_, is_same)): (usize, &Group)| usize::from(!is_same(before, lead)) << at;
    let which = GROUPS.iter().enumerate().map(differs).sum();
    let written = leads::write(tx, lead, &NUMBERED[which], || statement(which).into())?;
    if written == 1 { match_keys::write(tx, before, lead) } else { Err(Error::Conflict) }
}

/// The statement that writes the groups `which`, a bit for each.
fn statement(which: usize) -> String {
    let mut sql = "UPDATE leads SET revision = revision + 1, touched = (SELECT number + 1 FROM lead_writes)".to_owned();
    let written = GROUPS.iter().enumerate().filter(|(at, _)| which & 1 << at != 0);
    for column in written.flat_map(|(_, (columns, _))| columns.split_ascii_whitespace()) {
        sql += &match column {
            "hearth_id" => ", hearth_id = coalesce(:hearth_id, hearth_id)".to_owned(),
            column => format!(", {column} = :{column}"),
        };
    }
    sql + " WHERE id = :id AND revision = :revision"
}

/// The statement that writes only some columns of a lead over the revision `?2` of the lead `?1`. The indexes on the other
/// columns are not touched.
macro_rules! narrow {
    ($columns:literal) => {
        concat!(
            "UPDATE leads SET revision = revision + 1, touched = (SELECT number + 1 FROM lead_writes), ",
            $columns,
            " WHERE id = ?1 AND revision = ?2"
        )
    };
}
pub(super) use narrow;

/// Writes some columns of a lead by a statement that [`narrow`] made; none that a duplicate is known by.
pub(super) fn update_columns(tx: &Transaction<'_>, sql: &str, values: impl Params) -> Result<(), Error> {
    if tx.prepare_cached(sql)?.execute(values)? == 1 { Ok(()) } else { Err(Error::Conflict) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_is_in_exactly_one_group() {
        let connection = rusqlite::Connection::open_in_memory().unwrap();
        crate::store::migrate::MIGRATIONS.iter().for_each(|sql| connection.execute_batch(sql).unwrap());
        let mut statement = connection.prepare("SELECT name FROM pragma_table_info('leads') ORDER BY name").unwrap();
        let columns: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        let mut written: Vec<&str> = GROUPS.iter().flat_map(|(columns, _)| columns.split_ascii_whitespace()).collect();
        written.extend(["id", "revision", "touched"]);
        written.sort_unstable();
        assert_eq!(columns, written, "a column in no group would never be written again");
        for (at, (group, _)) in GROUPS.iter().enumerate() {
            connection.prepare(&statement_of(at)).unwrap_or_else(|error| panic!("{group}: {error}"));
        }
    }

    fn statement_of(group: usize) -> String {
        statement(1 << group)
    }
}
