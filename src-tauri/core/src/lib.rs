//! Hearth without a window: what leads are, what may be done with them, and the database they live in.
//!
//! No window, no notifications, no network and no threads of its own: those are the shell's.

pub mod actions;
pub mod api;
pub mod app;
pub mod clock;
pub mod domain;
pub mod error;
pub mod exchange;
pub mod store;
pub mod texts;
