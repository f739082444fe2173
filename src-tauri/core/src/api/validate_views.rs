//! What the user arranged, within sane bounds: a view's name is a mistake to be told, a column's width is put right.

use std::collections::HashSet;

use super::replies::{ColumnWidth, DeskLayout, ViewForm};
use crate::domain::text::cleaned;
use crate::error::{Error, FieldProblem, InvalidField};

/// The longest name of a view, in characters.
const MAX_NAME: usize = 80;
/// The longest query that is kept, in characters.
const MAX_QUERY: usize = 2_000;
/// How narrow and how wide a column may be, in CSS pixels.
const WIDTHS: std::ops::RangeInclusive<u16> = 40..=1_200;
/// And the list.
const LIST_WIDTHS: std::ops::RangeInclusive<u16> = 200..=6_000;

/// A view under a name of one line.
pub fn view(mut typed: ViewForm) -> Result<ViewForm, Error> {
    let name = cleaned(&typed.name).map(|name| name.split_whitespace().collect::<Vec<_>>().join(" "));
    let mut fields = Vec::new();
    let mut wrong = |field: &str, problem| fields.push(InvalidField { field: field.to_owned(), problem });
    match &name {
        None => wrong("name", FieldProblem::Required),
        Some(name) if name.chars().count() > MAX_NAME => wrong("name", FieldProblem::TooLong),
        Some(_) => (),
    }
    typed.query = cleaned(&typed.query).unwrap_or_default();
    if typed.query.chars().count() > MAX_QUERY {
        wrong("query", FieldProblem::TooLong);
    }
    match name {
        Some(name) if fields.is_empty() => Ok(ViewForm { name, columns: columns(typed.columns), ..typed }),
        _ => Err(Error::Invalid { fields }),
    }
}

/// A layout that can be shown.
pub fn layout(asked: DeskLayout) -> DeskLayout {
    DeskLayout {
        columns: columns(asked.columns),
        list_width: asked.list_width.map(|width| width.clamp(*LIST_WIDTHS.start(), *LIST_WIDTHS.end())),
        ..asked
    }
}

/// Each column once.
fn columns(mut columns: Vec<ColumnWidth>) -> Vec<ColumnWidth> {
    let mut seen = HashSet::new();
    columns.retain(|one| seen.insert(one.column));
    columns.iter_mut().for_each(|one| one.width = one.width.clamp(*WIDTHS.start(), *WIDTHS.end()));
    columns
}
