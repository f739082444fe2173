//! The mappings that the user saved by name.

use crate::app::App;
use crate::domain::text::clean;
use crate::error::{Error, FieldProblem, InvalidField};
use crate::exchange::failed::is_reason;
use crate::exchange::format::{Look, Mapping};
use crate::store::mappings;

/// The longest name, in characters.
const LONGEST_NAME: usize = 100;

pub fn names(app: &App) -> Result<Vec<String>, Error> {
    app.read(|connection, _| mappings::names(connection))
}

pub fn get(app: &App, name: &str) -> Result<Mapping, Error> {
    app.read(|connection, _| mappings::get(connection, name))
}

/// The mapping of a name for this table, whatever headings it was made for: a column that it does not know is none.
pub fn get_for(app: &App, name: &str, look: &Look) -> Result<Mapping, Error> {
    let headings: Vec<&str> = look.columns.iter().map(|column| column.heading.as_str()).collect();
    Ok(in_order(get(app, name)?, &headings))
}

/// Keeps a mapping under a name; one of that name is replaced. All names.
pub fn save(app: &App, name: &str, mapping: &Mapping) -> Result<Vec<String>, Error> {
    let name = clean(name).split_whitespace().collect::<Vec<_>>().join(" ");
    let wrong = |problem| Err(Error::Invalid { fields: vec![InvalidField { field: "name".to_owned(), problem }] });
    if name.is_empty() {
        return wrong(FieldProblem::Required);
    }
    if name.chars().count() > LONGEST_NAME {
        return wrong(FieldProblem::TooLong);
    }
    let headings: Vec<&str> =
        mapping.columns.iter().map(|column| column.heading.as_str()).filter(|heading| !is_reason(heading)).collect();
    app.write(|tx, now, _| {
        mappings::save(tx, &name, &headings, mapping, now)?;
        mappings::names(tx)
    })
}

/// Forgets a mapping. All names that are left.
pub fn delete(app: &App, name: &str) -> Result<Vec<String>, Error> {
    app.write(|tx, _, _| {
        mappings::delete(tx, name)?;
        mappings::names(tx)
    })
}

/// The saved mapping that was made for a table with these headings, with its columns in this table's order.
pub(super) fn found_for(app: &App, look: &Look) -> Result<Option<(String, Mapping)>, Error> {
    let all: Vec<&str> = look.columns.iter().map(|column| column.heading.as_str()).collect();
    let headings: Vec<String> = all.iter().filter(|heading| !is_reason(heading)).map(|h| (*h).to_owned()).collect();
    let found: Option<(String, Mapping)> = app.read(|connection, _| mappings::find(connection, &headings))?;
    Ok(found.map(|(name, mapping)| (name, in_order(mapping, &all))))
}

fn in_order(mut mapping: Mapping, headings: &[&str]) -> Mapping {
    let mut columns = std::mem::take(&mut mapping.columns);
    mapping.columns = headings
        .iter()
        .map(|heading| match columns.iter().position(|column| column.heading == *heading) {
            // Two columns of one name stand in their own order.
            Some(place) => columns.remove(place),
            None => crate::exchange::format::MappedColumn { heading: (*heading).to_owned(), column: None },
        })
        .collect();
    mapping
}
