//! One file per verb: guards, then the rule from `domain`, then the writes through `store`; each reads as its story.

pub mod expire_due;
pub mod import_leads;
pub mod notices;
pub mod remind;
pub mod settings;
