//! The saved views, in the user's order.

use rusqlite::{Connection, OptionalExtension, Transaction};

use super::{from_json, to_json};
use crate::domain::views::{ViewForm, ViewId};
use crate::error::Error;

/// All of them, with the names that they have now.
pub fn all(connection: &Connection) -> Result<Vec<(ViewId, ViewForm)>, Error> {
    let mut statement = connection.prepare_cached("SELECT id, view FROM views ORDER BY place, id")?;
    let views = statement.query_map([], |row| Ok((row.get(0)?, from_json(1, row.get_ref(1)?.as_str()?)?)))?;
    Ok(views.collect::<Result<_, _>>()?)
}

/// The view that is called so, in small or capital letters.
pub fn named(connection: &Connection, name: &str) -> Result<Option<ViewId>, Error> {
    let sql = "SELECT id FROM views WHERE name = ?1";
    Ok(connection.prepare_cached(sql)?.query_row([name], |row| row.get(0)).optional()?)
}

/// Adds a view at the end.
pub fn add(tx: &Transaction<'_>, view: &ViewForm) -> Result<(), Error> {
    let sql = "INSERT INTO views (place, name, view) SELECT coalesce(max(place), -1) + 1, ?1, ?2 FROM views";
    tx.execute(sql, (&view.name, to_json(view)?))?;
    Ok(())
}

/// Writes over the view `id`, or fails with `NotFound`.
pub fn replace(tx: &Transaction<'_>, id: ViewId, view: &ViewForm) -> Result<(), Error> {
    let sql = "UPDATE views SET name = ?2, view = ?3 WHERE id = ?1";
    found(tx.execute(sql, (id, &view.name, to_json(view)?))?)
}

/// Takes the view `id` away, or fails with `NotFound`.
pub fn delete(tx: &Transaction<'_>, id: ViewId) -> Result<(), Error> {
    found(tx.execute("DELETE FROM views WHERE id = ?1", [id])?)
}

/// Puts the views into this order.
pub fn arrange(tx: &Transaction<'_>, order: &[ViewId]) -> Result<(), Error> {
    let mut statement = tx.prepare_cached("UPDATE views SET place = ?2 WHERE id = ?1")?;
    for (place, id) in (0_i64..).zip(order) {
        statement.execute((id, place))?;
    }
    Ok(())
}

fn found(rows: usize) -> Result<(), Error> {
    if rows == 0 { Err(Error::NotFound) } else { Ok(()) }
}
