//! The commands about imports that were done, saved mappings, and what an export would hold.

use super::handlers::Reply;
use super::handlers::which_leads;
use super::*;
use crate::actions::export_leads;
use crate::actions::import::{self, mappings};
use crate::app::App;

pub fn list_imports(app: &App, _: Empty) -> Reply<Imports> {
    Ok(Imports { imports: import::imports(app)? })
}

pub fn foresee_undo(app: &App, request: ImportRef) -> Reply<ImportUndo> {
    import::foresee_undo(app, request.id)
}

pub fn undo_import(app: &App, request: UndoImport) -> Reply<ImportUndone> {
    import::undo_import(app, request.id, &request.also, request.also_all)
}

pub fn list_mappings(app: &App, _: Empty) -> Reply<SavedMappings> {
    Ok(SavedMappings { names: mappings::names(app)? })
}

pub fn get_mapping(app: &App, request: MappingName) -> Reply<Mapping> {
    mappings::get(app, &request.name)
}

pub fn save_mapping(app: &App, request: SaveMapping) -> Reply<SavedMappings> {
    Ok(SavedMappings { names: mappings::save(app, &request.name, &request.mapping)? })
}

pub fn delete_mapping(app: &App, request: MappingName) -> Reply<SavedMappings> {
    Ok(SavedMappings { names: mappings::delete(app, &request.name)? })
}

pub fn count_export(app: &App, request: ExportLeads) -> Reply<ExportCount> {
    export_leads::count(app, request.format, &which_leads(app, request.scope)?)
}
