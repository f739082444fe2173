//! The contract with the window: which commands there are, what they take, what they answer, and how they fail.
//!
//! Requests become validated domain input here; domain data becomes replies here. What a command does is in
//! `actions`. The TypeScript side is generated from these types and committed as `ui/src/lib/api/generated.ts`.

#[cfg(test)]
mod bindings;
pub mod bulk;
mod bulk_handlers;
pub mod command_list;
pub mod detail;
mod duplicate_handlers;
pub mod duplicates;
pub mod events;
pub mod exchange;
mod exchange_handlers;
pub mod first_screen;
pub mod handlers;
mod list_handlers;
pub mod replies;
pub mod requests;
mod validate;
mod validate_views;
mod view_handlers;
pub mod views;

pub use crate::error::{Error as ApiError, FieldProblem, InvalidField, NotAllowedWhy};
pub use bulk::*;
pub use duplicates::*;
pub use events::DeskEvent;
pub use exchange::*;
pub use first_screen::{FirstScreen, FirstScreenQuery};
pub use replies::*;
pub use requests::*;
pub use views::*;
