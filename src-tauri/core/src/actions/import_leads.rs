//! Brings files of leads in, in one transaction.
use std::path::PathBuf;

use crate::api::{ApiError, ImportReport};
use crate::app::App;

/// Imports `paths` in one transaction: all that is good in them, or, on an error, nothing.
pub fn import_files(_app: &App, _paths: &[PathBuf]) -> Result<ImportReport, ApiError> {
    todo!()
}
