//! Archives the received leads whose respond-by instant has passed.
use crate::api::ApiError;
use crate::app::App;

/// Expires every lead whose time is over; the count of them.
pub fn expire_due(_app: &App) -> Result<u32, ApiError> {
    todo!()
}
