//! One file per verb: guards, then the rule from `domain`, then the writes through `store`; each reads as its story.
//!
//! What every change of a lead has in common is in `change`.

pub mod accept_lead;
pub mod add_lead;
pub mod alarm;
pub mod backup;
pub mod bell;
pub mod bulk;
pub mod change;
pub mod close_lead;
pub mod decline_lead;
pub mod duplicates;
pub mod edit_deal;
pub mod expire_due;
pub mod export_leads;
pub mod follow_up;
pub mod import;
pub mod mark_contacted;
pub mod merge_leads;
pub mod notices;
pub mod pause;
pub mod plan;
pub mod sample_leads;
pub mod set_favorite;
pub mod settings;
pub mod snooze;
pub mod take_apart;
pub mod take_in;
pub mod telling;
pub mod undo_action;
pub mod views;
pub mod watched_folder;

use crate::domain::lifecycle::Refusal;
use crate::error::{Error, NotAllowedWhy};

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::NotAllowed {
            why: match refusal {
                Refusal::WrongStage { stage } => NotAllowedWhy::Stage { stage },
                Refusal::PastRespondBy { respond_by } => NotAllowedWhy::PastRespondBy { respond_by },
                Refusal::PastDeadline { topic, deadline } => NotAllowedWhy::PastDeadline { topic, deadline },
            },
        }
    }
}
