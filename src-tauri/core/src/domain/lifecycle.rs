//! What may happen to a lead, and what it becomes.
//!
//! Everything here is a pure function of a lead, the user's input and `now`. Saving, telling others and the outbox are
//! not decided here: see `actions`. Source of all rules: domain.md, "Allowed actions".

use super::lead::{Archived, Contacted, Deal, Employee, FollowUp, Lead, Outcome, Reason, Stage, StageKind};
use super::notice::NoticeKind;
use super::reminder::Topic;
use super::time::Timestamp;

/// Which rule forbids an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The action does not belong to the stage that the lead is in.
    WrongStage { stage: StageKind },
    /// The lead's time to be answered is over.
    PastRespondBy { respond_by: Timestamp },
    /// A snooze would end when the deadline is over, and the user was not asked.
    PastDeadline { topic: Topic, deadline: Timestamp },
}

type Next = Result<Lead, Refusal>;

/// Accepts a received lead as a deal. An answer ends a snooze: what it held back is done.
///
/// At or after the respond-by instant it is too late, also while nobody has noticed the expiry yet.
pub fn accept(lead: &Lead, deal: Deal, employees: Vec<Employee>, now: Timestamp) -> Next {
    must_be_answerable(lead, now)?;
    let stage = Stage::Accepted { accepted_at: Some(now) };
    Ok(Lead { stage, deal, employees, snoozed_until: None, ..lead.clone() })
}

/// Declines a received lead. Final.
pub fn decline(lead: &Lead, reason: Reason, notes: Option<String>, now: Timestamp) -> Next {
    must_be_answerable(lead, now)?;
    Ok(archived(lead, Outcome::Declined, Some(reason), notes, now))
}

/// Expires a received lead whose time is over, at its respond-by instant, whenever that is noticed.
pub fn expire(lead: &Lead, now: Timestamp) -> Next {
    must_be(lead, StageKind::Received)?;
    if now < lead.respond_by {
        return Err(Refusal::WrongStage { stage: StageKind::Received });
    }
    Ok(archived(lead, Outcome::Expired, None, None, lead.respond_by))
}

/// Changes the deal of an accepted lead.
pub fn edit(lead: &Lead, deal: Deal) -> Next {
    must_be(lead, StageKind::Accepted)?;
    Ok(Lead { deal, ..lead.clone() })
}

/// Adds, changes and removes employees of an accepted lead: the list as it shall be.
pub fn staff(lead: &Lead, employees: Vec<Employee>) -> Next {
    must_be(lead, StageKind::Accepted)?;
    Ok(Lead { employees, ..lead.clone() })
}

/// Closes an accepted lead as won. Final.
pub fn win(lead: &Lead, notes: Option<String>, now: Timestamp) -> Next {
    must_be(lead, StageKind::Accepted)?;
    Ok(archived(lead, Outcome::Won, None, notes, now))
}

/// Closes an accepted lead as lost. Final; a reason is welcome, not required.
pub fn lose(lead: &Lead, reason: Option<Reason>, notes: Option<String>, now: Timestamp) -> Next {
    must_be(lead, StageKind::Accepted)?;
    Ok(archived(lead, Outcome::Lost, reason, notes, now))
}

/// Notes that the customer was contacted, which puts out the flame. In Received and Accepted; a later contact replaces an
/// earlier one, which the history keeps.
pub fn contact(lead: &Lead, contacted: Contacted) -> Next {
    if lead.stage.kind() == StageKind::Archived {
        return Err(Refusal::WrongStage { stage: StageKind::Archived });
    }
    Ok(Lead { contacted: Some(contacted), snoozed_until: None, ..lead.clone() })
}

/// Sets the day on which to come back to a lead, or takes it away. In Received and Accepted.
pub fn follow_up(lead: &Lead, follow_up: Option<FollowUp>) -> Next {
    if lead.stage.kind() == StageKind::Archived {
        return Err(Refusal::WrongStage { stage: StageKind::Archived });
    }
    Ok(Lead { follow_up, ..lead.clone() })
}

/// Puts a lead among the favorites or takes it out; allowed in every stage.
pub fn favorite(lead: &Lead, favorite: bool) -> Lead {
    Lead { favorite, ..lead.clone() }
}

/// Who has to be told that `lead` ended as it did. Source: domain.md, "Who is told".
pub fn notice_for(lead: &Lead) -> Option<NoticeKind> {
    let Stage::Archived(archived) = &lead.stage else { return None };
    match archived.outcome {
        Outcome::Declined => Some(NoticeKind::DeclinedToCustomer),
        Outcome::Expired if lead.invited_by.is_partner() => Some(NoticeKind::ExpiredToPartner),
        Outcome::Expired => Some(NoticeKind::ExpiredToMicrosoft),
        Outcome::Won | Outcome::Lost | Outcome::Other(_) => None,
    }
}

fn must_be(lead: &Lead, stage: StageKind) -> Result<(), Refusal> {
    let is = lead.stage.kind();
    if is == stage { Ok(()) } else { Err(Refusal::WrongStage { stage: is }) }
}

fn must_be_answerable(lead: &Lead, now: Timestamp) -> Result<(), Refusal> {
    must_be(lead, StageKind::Received)?;
    if now >= lead.respond_by {
        return Err(Refusal::PastRespondBy { respond_by: lead.respond_by });
    }
    Ok(())
}

fn archived(
    lead: &Lead,
    outcome: Outcome,
    reason: Option<Reason>,
    notes: Option<String>,
    archived_at: Timestamp,
) -> Lead {
    let accepted_at = match &lead.stage {
        Stage::Accepted { accepted_at } => *accepted_at,
        Stage::Received | Stage::Archived(_) => None,
    };
    let archived = Archived { outcome, archived_at, reason, reason_text: None, notes, accepted_at };
    Lead { stage: Stage::Archived(archived), snoozed_until: None, ..lead.clone() }
}

#[cfg(test)]
#[path = "lifecycle_tests.rs"]
mod tests;
