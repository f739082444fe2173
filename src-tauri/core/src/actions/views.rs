//! Saved views and the layout of the desk: kept, renamed, put in order, taken away.

use crate::app::App;
use crate::domain::views::{DeskLayout, ViewForm, ViewId};
use crate::error::{Error, FieldProblem, InvalidField};
use crate::store::{settings, views};

/// So many views can be kept: more are no help in finding one.
const MOST_VIEWS: usize = 50;

/// Saves a view: a new one at the end, or over the one of this number.
///
/// Fails with `Invalid` if another one has its name, or there are too many; with `NotFound` if the one to be replaced is gone.
pub fn save(app: &App, id: Option<ViewId>, view: &ViewForm) -> Result<(), Error> {
    app.write(|tx, _, _| {
        if views::named(tx, &view.name)?.is_some_and(|other| Some(other) != id) {
            return Err(invalid(FieldProblem::Taken));
        }
        match id {
            Some(id) => views::replace(tx, id, view),
            None if views::all(tx)?.len() >= MOST_VIEWS => Err(invalid(FieldProblem::TooMany)),
            None => views::add(tx, view),
        }
    })
}

/// Takes a view away; the desk does not start with it any more.
pub fn delete(app: &App, id: ViewId) -> Result<(), Error> {
    app.write(|tx, _, _| {
        views::delete(tx, id)?;
        let layout = settings::desk_layout(tx)?;
        if layout.start_view == Some(id) {
            settings::save_desk_layout(tx, &DeskLayout { start_view: None, ..layout })?;
        }
        Ok(())
    })
}

/// Puts a view to a place among the others, from 0; beyond the last place is the last place.
pub fn move_to(app: &App, id: ViewId, to: u32) -> Result<(), Error> {
    app.write(|tx, _, _| {
        let mut order: Vec<ViewId> = views::all(tx)?.into_iter().map(|(id, _)| id).collect();
        let from = order.iter().position(|other| *other == id).ok_or(Error::NotFound)?;
        order.remove(from);
        order.insert(order.len().min(to as usize), id);
        views::arrange(tx, &order)
    })
}

/// How the desk is laid out.
pub fn layout(app: &App) -> Result<DeskLayout, Error> {
    app.read(|connection, _| settings::desk_layout(connection))
}

/// Keeps the layout, with what it became: a view that is gone is none to start with.
pub fn save_layout(app: &App, layout: DeskLayout) -> Result<DeskLayout, Error> {
    app.write(|tx, _, _| {
        let there = views::all(tx)?;
        let start_view = layout.start_view.filter(|id| there.iter().any(|(other, _)| other == id));
        let layout = DeskLayout { start_view, ..layout };
        settings::save_desk_layout(tx, &layout)?;
        Ok(layout)
    })
}

fn invalid(problem: FieldProblem) -> Error {
    Error::Invalid { fields: vec![InvalidField { field: "name".to_owned(), problem }] }
}
