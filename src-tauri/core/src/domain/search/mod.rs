//! Searching and filtering: how a query is read, which words a lead is found by, whether a lead matches, and where.
//!
//! Everything here is a pure function of texts, a lead and the moment at which the query is asked. Which leads of the database
//! match is looked up in `store::search` (words) and `store::desk` (filters); both must agree with [`matching`].

pub(crate) mod fields;
mod fold;
mod hangul;
mod highlight;
mod matching;
mod pattern;
mod phones;
mod query;
mod read;
mod searched;
pub mod terms;
mod values;

pub use fold::squeezed;
pub use highlight::{Shown, hits};
pub use matching::Folded;
pub use query::*;
pub use read::read;
pub use searched::Searched;
