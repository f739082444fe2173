//! What every table of leads has in common: headings, and a row of typed cells for each lead.

use std::borrow::Cow;

use crate::domain::lead::Lead;
use crate::domain::money::Money;
use crate::domain::time::{Date, Timestamp};
use crate::exchange::cells;

/// What stands in a cell. How it is written, the file decides: a CSV has texts only, a workbook has types.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'a> {
    Empty,
    Text(Cow<'a, str>),
    Instant(Timestamp),
    Date(Date),
    Amount(&'a Money),
    Flag(bool),
}

impl<'a> Cell<'a> {
    pub fn text(text: &'a Option<String>) -> Self {
        text.as_deref().map_or(Self::Empty, Self::of)
    }

    pub fn of(text: &'a str) -> Self {
        Self::owned(Cow::Borrowed(text))
    }

    pub fn owned(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    pub fn instant(at: Option<Timestamp>) -> Self {
        at.map_or(Self::Empty, Self::Instant)
    }

    pub fn date(on: Option<Date>) -> Self {
        on.map_or(Self::Empty, Self::Date)
    }

    pub fn amount(value: &'a Option<Money>) -> Self {
        value.as_ref().map_or(Self::Empty, Self::Amount)
    }
}

/// The cells of one lead.
#[derive(Debug, Default)]
pub struct Row<'a> {
    pub cells: Vec<Cell<'a>>,
    /// Whether something of the lead did not fit.
    pub shortened: bool,
}

impl<'a> Row<'a> {
    pub fn push(&mut self, cell: Cell<'a>) {
        self.cells.push(cell);
    }

    /// A text of words, shortened to `max` characters where the other program takes no more.
    pub fn words(&mut self, text: &'a str, max: usize) {
        let text = cells::cut(text, max);
        self.shortened |= matches!(text, Cow::Owned(_));
        self.push(Cell::owned(text));
    }

    /// As [`Row::words`], for a text that was put together.
    pub fn words_of(&mut self, text: Cow<'a, str>, max: usize) {
        if text.chars().count() <= max {
            self.push(Cell::owned(text));
        } else {
            self.shortened = true;
            self.push(Cell::owned(cells::cut(&text, max).into_owned()));
        }
    }

    /// A number or an address, which is worth nothing in half: one that is too long is left out.
    pub fn whole(&mut self, text: &'a Option<String>, max: usize) {
        let fits = text.as_deref().is_none_or(|text| text.chars().count() <= max);
        self.shortened |= !fits;
        self.push(if fits { Cell::text(text) } else { Cell::Empty });
    }
}

/// How wide a column is shown, and whether its cells are amounts or days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    LongText,
    Id,
    Instant,
    Date,
    Amount,
    Flag,
}

pub trait Table {
    /// The columns from the left.
    fn headings(&self) -> Vec<(String, Kind)>;

    /// As many cells as there are headings.
    fn row<'l>(&self, lead: &'l Lead, row: &mut Row<'l>);
}
