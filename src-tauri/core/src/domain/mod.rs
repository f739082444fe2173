//! What leads are and what may happen to them: data and pure rules.
//!
//! No file, no database and no clock is touched here; `now` is always an argument. Where a rule comes from is said
//! beside it.

pub mod alarm_rules;
pub mod bulk;
pub mod company_name;
pub mod contact_window;
pub mod desk;
pub mod duplicates;
pub mod free_mail;
pub mod history;
pub mod imports;
pub mod lead;
pub mod lifecycle;
pub mod merge;
pub mod merging;
pub mod money;
pub mod notice;
pub mod outgoing;
pub mod overlay;
pub mod phone;
pub mod reminder;
pub mod respond_by;
pub mod search;
pub mod settings;
pub mod snooze;
#[cfg(test)]
pub mod testing;
pub mod text;
pub mod time;
pub mod views;
pub mod zone;
