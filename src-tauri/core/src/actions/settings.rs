//! What the user has set.
use crate::api::{ApiError, Settings};
use crate::app::App;
use crate::texts::Language;

pub fn get(_app: &App) -> Result<Settings, ApiError> {
    todo!()
}

/// The language the user has chosen, or the system's.
pub fn language(_app: &App) -> Result<Language, ApiError> {
    todo!()
}
