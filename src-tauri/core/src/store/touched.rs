//! Which leads were changed since when: the numbers of the transactions that change leads, and the leads that are gone.
//!
//! Every statement that writes a lead sets `touched = `[`NEXT`]; `App` ends each transaction with [`count_up`].

use rusqlite::{Connection, Transaction};

use crate::domain::lead::LeadId;
use crate::error::Error;

/// The number that a lead bears which is changed now.
pub const NEXT: &str = "(SELECT number + 1 FROM lead_writes)";

/// For so many transactions back it is known which leads are gone.
pub const DELETIONS_KEPT: i64 = 1000;

/// How many transactions have changed leads.
pub fn number(connection: &Connection) -> Result<i64, Error> {
    Ok(connection.prepare_cached("SELECT number FROM lead_writes")?.query_row([], |row| row.get(0))?)
}

/// The leads that were deleted after transaction `number`.
pub fn deleted_since(connection: &Connection, number: i64) -> Result<Vec<LeadId>, Error> {
    let mut statement = connection.prepare_cached("SELECT lead_id FROM deleted_leads WHERE touched > ?1")?;
    Ok(statement.query_map([number], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Ends a transaction: if it changed leads, the next one has another number. One that did not writes nothing.
pub fn count_up(tx: &Transaction<'_>) -> Result<(), Error> {
    let counted = tx
        .prepare_cached(
            "UPDATE lead_writes SET number = number + 1 WHERE EXISTS (SELECT 1 FROM leads WHERE touched > number) \
             OR EXISTS (SELECT 1 FROM deleted_leads WHERE touched > number)",
        )?
        .execute([])?;
    if counted > 0 {
        tx.prepare_cached("DELETE FROM deleted_leads WHERE touched <= (SELECT number FROM lead_writes) - ?1")?
            .execute([DELETIONS_KEPT])?;
    }
    Ok(())
}
