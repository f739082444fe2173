//! How the programs of one Hearth find each other: where the data folder lies, who holds it, and how the one that holds it
//! is told something.
//!
//! Both the window and the terminal are built on this, so nothing here knows a window or a database. What is done with
//! what was told is not decided here.

mod address;
mod folder;
mod start;

pub use folder::{DATABASE, IDENTIFIER, data_folder, locale, make_private, user_name, usual_data_folder};
pub use start::{First, Handover, Hold, Start, claim, hold, ring};
