//! Duplicates and merges: what the window may ask for and what it is told.

use serde::{Deserialize, Serialize};

use super::replies::reply;
use super::requests::request;
pub use crate::domain::duplicates::{DuplicatePair, LeadBrief, Match, MatchKind};
use crate::domain::history::{Field, FieldValue};
use crate::domain::lead::LeadId;
use crate::domain::time::Timestamp;

request!(
    /// The pairs of the whole database, the surest first. `limit` is at most 200.
    DuplicatesQuery { offset: u32, limit: u32 }
);
reply!(DuplicatesPage { pairs: Vec<DuplicatePair>, offset: u32, total: u32 });
reply!(
    /// What may be the same as one lead.
    Duplicates { pairs: Vec<DuplicatePair> }
);
request!(
    /// A lead that is about to be typed in, as far as it is typed.
    NewLeadKeys { customer: String, email: String, phone: String, country: String }
);
reply!(
    /// The leads that a new one may be the same as, the surest first; at most five.
    LikelySame { leads: Vec<LikelyLead> }
);
reply!(LikelyLead { lead: LeadBrief, matches: Vec<Match> });
request!(
    /// Two leads, in whatever order.
    LeadPair {
        #[cfg_attr(test, ts(type = "number"))]
        one: LeadId,
        #[cfg_attr(test, ts(type = "number"))]
        other: LeadId,
    }
);
request!(
    /// Two leads beside each other: which to keep is the caller's to say.
    CompareLeads {
        #[cfg_attr(test, ts(type = "number"))]
        kept: LeadId,
        #[cfg_attr(test, ts(type = "number"))]
        other: LeadId,
    }
);
reply!(
    /// Both sides, field by field; equal fields too.
    Comparison {
        kept: LeadBrief,
        other: LeadBrief,
        fields: Vec<ComparedField>,
        /// Why these two cannot be merged; `null` when they can.
        refused: Option<super::NotAllowedWhy>,
    }
);
reply!(ComparedField {
    field: Field,
    kept: Option<FieldValue>,
    other: Option<FieldValue>,
    /// Whether the user may choose; the stage and what belongs to it follow a rule.
    choice: bool,
    /// Whether the other side's value is proposed: the kept side has none.
    take_other: bool,
});
request!(
    /// Merges `other` into `kept`.
    MergeLeads {
        #[cfg_attr(test, ts(type = "number"))]
        kept: LeadId,
        #[cfg_attr(test, ts(type = "number"))]
        kept_revision: i64,
        #[cfg_attr(test, ts(type = "number"))]
        other: LeadId,
        #[cfg_attr(test, ts(type = "number"))]
        other_revision: i64,
        /// The fields that the kept lead takes from the other one.
        take: Vec<Field>,
    }
);
request!(MergeRef {
    #[cfg_attr(test, ts(type = "number"))]
    id: i64,
});
reply!(
    /// A lead that was merged into another one.
    MergedLead {
        #[cfg_attr(test, ts(type = "number"))]
        merge_id: i64,
        at: Timestamp,
        lead: LeadBrief,
    }
);
