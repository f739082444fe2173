//! Searching and filtering: how a query is read, which words a lead is found by, whether a lead matches, and where.
//!
//! Everything here is a pure function of texts, a lead and the moment at which the query is asked. Which leads of the database
//! match is looked up in `store::search` (words) and `store::desk` (filters); both must agree with [`matching`].

mod query;

pub use query::*;
