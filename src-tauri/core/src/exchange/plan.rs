//! A mapping made ready for rows: which column stands where.

use std::sync::Arc;

use super::column::Column;
use super::columns;
use super::failed::is_errors;
use super::format::{Format, Mapping};

/// Columns there are at most, by their place in the enum.
const COLUMNS: usize = 64;

#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub format: Format,
    /// Every column's name, no two alike.
    pub headings: Arc<Vec<String>>,
    pub mapping: Mapping,
    /// Where Partner Center's column of errors stands.
    pub errors: Option<usize>,
    places: Vec<Vec<usize>>,
    /// Of each column its number among those of the same kind, from 1.
    numbers: Vec<usize>,
}

impl Plan {
    /// `headings` are the table's own, and `mapping` says what each of them is.
    pub fn new(format: Format, headings: Vec<String>, mapping: Mapping) -> Self {
        let mut places = vec![Vec::new(); COLUMNS];
        let mut numbers = vec![0; headings.len()];
        for (index, mapped) in mapping.columns.iter().enumerate().take(headings.len()) {
            let Some(column) = mapped.column else { continue };
            let list: &mut Vec<usize> = &mut places[column as usize];
            if !list.is_empty() && !column.is_numbered() {
                continue;
            }
            let told = columns::numbered(&columns::folded(&headings[index])).map(|(_, number)| number);
            let used = |number: usize| list.iter().any(|other: &usize| numbers[*other] == number);
            let number = told.filter(|number| !used(*number)).unwrap_or_else(|| (1..).find(|n| !used(*n)).unwrap_or(1));
            numbers[index] = number;
            list.push(index);
        }
        let errors = headings.iter().position(|heading| is_errors(heading));
        Self { format, headings: Arc::new(headings), mapping, errors, places, numbers }
    }

    /// The columns of one kind, from the left.
    pub fn at(&self, column: Column) -> &[usize] {
        &self.places[column as usize]
    }

    pub fn number(&self, index: usize) -> usize {
        self.numbers[index]
    }

    pub fn found(&self) -> Vec<Column> {
        self.mapping.columns.iter().filter_map(|mapped| mapped.column).collect()
    }
}

/// Names for all columns, no two alike: a heading that is empty or stands twice gets its place behind it.
pub(super) fn unlike(headings: Vec<String>) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    let mut names = Vec::with_capacity(headings.len());
    for (index, heading) in headings.into_iter().enumerate() {
        let plain = !heading.is_empty() && seen.insert(heading.clone());
        let mut name = if plain { heading.clone() } else { format!("{heading} ({})", index + 1) };
        while !plain && !seen.insert(name.clone()) {
            name.push('\'');
        }
        names.push(name);
    }
    names
}

/// The mapping that a format's own headings have.
pub(super) fn recognised(format: Format, headings: &[String]) -> Mapping {
    use super::format::{DateOrder, MappedColumn};
    let columns = headings
        .iter()
        .map(|heading| MappedColumn { heading: heading.clone(), column: columns::named(format, heading) })
        .collect();
    let date_order = match format {
        Format::HearthTable | Format::HearthJson => DateOrder::YearMonthDay,
        _ => DateOrder::MonthDayYear,
    };
    Mapping { columns, date_order, ..Mapping::default() }
}
