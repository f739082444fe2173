//! The commands about imports that were done, saved mappings, and what an export would hold.

use super::handlers::Reply;
use super::handlers::which_leads;
use super::*;
use crate::actions::export_leads;
use crate::app::App;

pub fn list_imports(_: &App, _: Empty) -> Reply<Imports> {
    Err(ApiError::NotFound)
}

pub fn foresee_undo(_: &App, _: ImportRef) -> Reply<ImportUndo> {
    Err(ApiError::NotFound)
}

pub fn undo_import(_: &App, _: UndoImport) -> Reply<ImportUndone> {
    Err(ApiError::NotFound)
}

pub fn list_mappings(_: &App, _: Empty) -> Reply<SavedMappings> {
    Err(ApiError::NotFound)
}

pub fn get_mapping(_: &App, _: MappingName) -> Reply<Mapping> {
    Err(ApiError::NotFound)
}

pub fn save_mapping(_: &App, _: SaveMapping) -> Reply<SavedMappings> {
    Err(ApiError::NotFound)
}

pub fn delete_mapping(_: &App, _: MappingName) -> Reply<SavedMappings> {
    Err(ApiError::NotFound)
}

pub fn count_export(app: &App, request: ExportLeads) -> Reply<ExportCount> {
    export_leads::count(app, request.format, &which_leads(app, request.scope)?)
}
