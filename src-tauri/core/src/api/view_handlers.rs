//! The commands about saved views and the layout of the desk.

use rusqlite::Connection;

use super::handlers::Reply;
use super::list_handlers::{must_be_understood, understood};
use super::validate_views as validate;
use super::*;
use crate::actions::views as arranged;
use crate::app::App;
use crate::domain::time::Timestamp;
use crate::store::desk::DeskIndex;
use crate::store::views as stored;

pub fn list_views(app: &App, _: Empty) -> Reply<Views> {
    app.desk(|connection, desk, now| Ok(Views { views: views(connection, desk, now)? }))
}

pub(super) fn views(connection: &Connection, desk: &mut DeskIndex, now: Timestamp) -> Result<Vec<View>, ApiError> {
    let mut views = Vec::new();
    for (id, view) in stored::all(connection)? {
        let query = understood(connection, &view.query, now)?;
        let leads =
            if query.has_problems() { None } else { Some(desk.count(connection, view.tab, view.stage, &query, now)?) };
        views.push(View { id, view, leads });
    }
    Ok(views)
}

pub fn save_view(app: &App, request: SaveView) -> Reply<Views> {
    let view = validate::view(request.view)?;
    must_be_understood(app, &view.query)?;
    arranged::save(app, request.id, &view)?;
    list_views(app, Empty {})
}

pub fn delete_view(app: &App, request: ViewRef) -> Reply<Views> {
    arranged::delete(app, request.id)?;
    list_views(app, Empty {})
}

pub fn move_view(app: &App, request: MoveView) -> Reply<Views> {
    arranged::move_to(app, request.id, request.to)?;
    list_views(app, Empty {})
}

pub fn desk_layout(app: &App, _: Empty) -> Reply<DeskLayout> {
    arranged::layout(app)
}

pub fn save_desk_layout(app: &App, request: DeskLayout) -> Reply<DeskLayout> {
    arranged::save_layout(app, validate::layout(request))
}
