//! A panic is a mistake of ours and ends the one thing that made it, never the desk.

use std::panic::{AssertUnwindSafe, catch_unwind};

use hearth_core::api::ApiError;

/// Runs `work`; a panic in it becomes [`ApiError::Internal`], whose number the log has.
///
/// What `work` touched must be fit to be used after a panic: the database is, its transaction is rolled back.
pub fn guarded<T>(what: &str, work: impl FnOnce() -> Result<T, ApiError>) -> Result<T, ApiError> {
    catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|_| Err(ApiError::internal(format_args!("the panic above was in {what}"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_an_answer_with_a_number() {
        let answer = guarded::<()>("a test", || panic!("as arranged"));
        assert!(
            matches!(&answer, Err(ApiError::Internal { report_id }) if !report_id.is_empty()),
            "the window can tell the user which line of the log it was: {answer:?}"
        );
    }
}
