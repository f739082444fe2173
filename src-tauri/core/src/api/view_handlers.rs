//! The commands about queries, saved views and the layout of the desk.

use super::handlers::Reply;
use super::*;
use crate::app::App;

pub fn read_query(_app: &App, _request: QueryText) -> Reply<QueryReading> {
    Err(ApiError::NotFound)
}

pub fn suggest(_app: &App, _request: Suggest) -> Reply<Suggestions> {
    Err(ApiError::NotFound)
}

pub fn list_views(_app: &App, _: Empty) -> Reply<Views> {
    Err(ApiError::NotFound)
}

pub fn save_view(_app: &App, _request: SaveView) -> Reply<Views> {
    Err(ApiError::NotFound)
}

pub fn delete_view(_app: &App, _request: ViewRef) -> Reply<Views> {
    Err(ApiError::NotFound)
}

pub fn move_view(_app: &App, _request: MoveView) -> Reply<Views> {
    Err(ApiError::NotFound)
}

pub fn desk_layout(_app: &App, _: Empty) -> Reply<DeskLayout> {
    Err(ApiError::NotFound)
}

pub fn save_desk_layout(_app: &App, _request: DeskLayout) -> Reply<DeskLayout> {
    Err(ApiError::NotFound)
}
