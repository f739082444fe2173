//! One action on many leads: what the window may ask for and what it is told.

use serde::{Deserialize, Serialize};

use super::exchange::LeadScope;
use super::replies::reply;
use super::requests::request;
pub use crate::domain::bulk::{BulkAction, BulkForeseen, BulkLead, BulkReport, BulkUndone, BulkVerb, LeftOut, WhyNot};

request!(
    /// What an action would do to many leads. The leads are chosen now: one that comes in later is not among them.
    ForeseeBulk { action: BulkAction, scope: LeadScope }
);
reply!(
    /// A bulk action that waits to be done.
    BulkPlan {
        /// By which the window names it; no other plan of this session has it.
        plan: u32,
        foreseen: BulkForeseen,
    }
);
request!(PlanRef { plan: u32 });
request!(BulkRef {
    #[cfg_attr(test, ts(type = "number"))]
    id: i64,
});
