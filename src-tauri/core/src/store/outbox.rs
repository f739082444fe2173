//! The outbox: notices that somebody has to be told, appended to, and marked once each with what became of them.

use rusqlite::{Connection, Row, Transaction};

use super::from_name;
use crate::domain::history::name_of;
use crate::domain::lead::LeadId;
use crate::domain::notice::{Notice, NoticeKind};
use crate::domain::time::Timestamp;
use crate::error::Error;

const COLUMNS: &str = "o.id, o.lead_id, substr(l.customer, 1, 200), o.kind, o.recipient, o.email, o.created_at, \
                       o.drafted_at, o.sent_at FROM outbox o JOIN leads l ON l.id = o.lead_id";

/// Puts a notice into the outbox.
pub fn append(
    tx: &Transaction<'_>,
    lead_id: LeadId,
    kind: NoticeKind,
    recipient: &str,
    email: Option<&str>,
    now: Timestamp,
) -> Result<(), Error> {
    tx.prepare_cached("INSERT INTO outbox (lead_id, kind, recipient, email, created_at) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute((lead_id, name_of(&kind), recipient, email, now))?;
    Ok(())
}

pub fn get(connection: &Connection, id: i64) -> Result<Notice, Error> {
    let sql = format!("SELECT {COLUMNS} WHERE o.id = ?1 AND o.withdrawn_at IS NULL");
    Ok(connection.prepare_cached(&sql)?.query_row([id], from_row)?)
}

/// The notices of a lead, oldest first.
pub fn of_lead(connection: &Connection, lead_id: LeadId) -> Result<Vec<Notice>, Error> {
    let sql = format!("SELECT {COLUMNS} WHERE o.lead_id = ?1 AND o.withdrawn_at IS NULL ORDER BY o.id");
    let mut statement = connection.prepare_cached(&sql)?;
    let notices = statement.query_map([lead_id], from_row)?.collect::<Result<_, _>>()?;
    Ok(notices)
}

/// All notices: the open ones first, the newest first in each half.
pub fn all(connection: &Connection, most: u32) -> Result<Vec<Notice>, Error> {
    let sql =
        format!("SELECT {COLUMNS} WHERE o.withdrawn_at IS NULL ORDER BY o.sent_at IS NOT NULL, o.id DESC LIMIT ?1");
    let mut statement = connection.prepare_cached(&sql)?;
    let notices = statement.query_map([most], from_row)?.collect::<Result<_, _>>()?;
    Ok(notices)
}

/// How many notices nobody has sent yet.
pub fn open_count(connection: &Connection) -> Result<u32, Error> {
    let sql = "SELECT count(*) FROM outbox WHERE sent_at IS NULL AND withdrawn_at IS NULL";
    Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

/// Notes that the e-mail was handed to the mail program; the first time counts.
pub fn mark_drafted(tx: &Transaction<'_>, id: i64, now: Timestamp) -> Result<(), Error> {
    tx.execute("UPDATE outbox SET drafted_at = ?2 WHERE id = ?1 AND drafted_at IS NULL", (id, now))?;
    Ok(())
}

/// Notes that the user sent it; the first time counts.
pub fn mark_sent(tx: &Transaction<'_>, id: i64, now: Timestamp) -> Result<(), Error> {
    tx.execute("UPDATE outbox SET sent_at = ?2 WHERE id = ?1 AND sent_at IS NULL", (id, now))?;
    Ok(())
}

/// Whether the newest notice of an archived lead has left the outbox, so that what it tells is final. Older ones tell of
/// an ending that was corrected since.
pub fn has_left(connection: &Connection, lead_id: LeadId) -> Result<bool, Error> {
    let sql = "SELECT EXISTS (SELECT 1 FROM outbox o JOIN leads l ON l.id = o.lead_id WHERE o.lead_id = ?1 \
               AND l.stage = 'archived' AND o.withdrawn_at IS NULL \
               AND (o.drafted_at IS NOT NULL OR o.sent_at IS NOT NULL) AND o.created_at >= l.archived_at)";
    Ok(connection.prepare_cached(sql)?.query_row([lead_id], |row| row.get(0))?)
}

/// Takes back the notices of a lead that have not left the outbox.
pub fn withdraw(tx: &Transaction<'_>, lead_id: LeadId, now: Timestamp) -> Result<(), Error> {
    tx.execute(
        "UPDATE outbox SET withdrawn_at = ?2 WHERE lead_id = ?1 AND withdrawn_at IS NULL AND drafted_at IS NULL \
         AND sent_at IS NULL",
        (lead_id, now),
    )?;
    Ok(())
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Notice> {
    Ok(Notice {
        id: row.get(0)?,
        lead_id: row.get(1)?,
        customer: row.get(2)?,
        kind: from_name(3, row.get_ref(3)?.as_str()?)?,
        recipient: row.get(4)?,
        email: row.get(5)?,
        created_at: row.get(6)?,
        drafted_at: row.get(7)?,
        sent_at: row.get(8)?,
    })
}
