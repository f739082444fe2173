//! A lead in brief: as much of it as decides whether a file can hold it, and how wide that file must be.

use super::lead::{LeadId, StageKind};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Brief {
    pub id: LeadId,
    pub stage: StageKind,
    pub has_referral_id: bool,
    /// Whether Partner Center itself said that it is closed.
    pub is_closed_at_source: bool,
    /// Whether it has a purchase date or a follow-up.
    pub has_a_day: bool,
    pub contacts: u32,
    pub employees: u32,
    pub solutions: u32,
}

impl Brief {
    pub fn is_archived(&self) -> bool {
        self.stage == StageKind::Archived
    }
}
