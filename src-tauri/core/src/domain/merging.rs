//! Making one lead of two, and two of one again.
//!
//! Both are pure: what the merge is written down as, and what becomes of the other lead, is in `actions::merge_leads` and
//! `actions::take_apart`. The merge of an import with the lead it knows is another thing: see `merge`.

use super::history::{Field, FieldValue, fields};
use super::lead::{FollowUp, Lead, StageKind};
use super::merge::take;

/// One field of two leads beside each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    pub field: Field,
    pub kept: Option<FieldValue>,
    pub other: Option<FieldValue>,
    /// Whether the user may choose.
    pub choice: bool,
    /// Whether the other side's value is proposed: the kept side has none.
    pub take_other: bool,
}

/// Both sides, field by field, equal ones too.
pub fn compare(kept: &Lead, other: &Lead) -> Vec<Compared> {
    let has_day = kept.follow_up.is_some();
    let sides = fields(kept).into_iter().zip(fields(other));
    sides
        .map(|((field, kept), (_, other))| {
            let choice = is_choice(field);
            // A note is the note of its day: that of another day is not proposed.
            let day_of_its_own = field == Field::FollowUpNote && has_day;
            let take_other = choice && says_nothing(kept.as_ref()) && !says_nothing(other.as_ref()) && !day_of_its_own;
            Compared { field, kept, other, choice, take_other }
        })
        .collect()
}

fn says_nothing(value: Option<&FieldValue>) -> bool {
    matches!(value, None | Some(FieldValue::Flag(false)))
}

/// Whether the user may choose of which lead the merged one has the field; the others follow a rule, see [`merged`].
pub fn is_choice(field: Field) -> bool {
    match field {
        Field::LeadType
        | Field::ReceivedAt
        | Field::RespondBy
        | Field::Customer
        | Field::CustomerSize
        | Field::Address
        | Field::Contacts
        | Field::RequestedContact
        | Field::FollowUpOn
        | Field::FollowUpNote
        | Field::Need
        | Field::Requirements
        | Field::DealName
        | Field::DealValue
        | Field::PurchaseOn
        | Field::Notes
        | Field::CrmId
        | Field::CampaignId
        | Field::Employees
        | Field::InvitedBy => true,
        Field::Stage
        | Field::Outcome
        | Field::Reason
        | Field::ReasonText
        | Field::ClosingNotes
        | Field::Favorite
        | Field::ContactedAt
        | Field::ContactWay
        | Field::ContactNote
        | Field::SnoozedUntil
        // What the source says of a lead is said of that lead.
        | Field::SourceStatus => false,
    }
}

/// `kept` with the fields of `other` that were chosen. What is no choice follows a rule: the further stage wins, a customer whom
/// anybody contacted is contacted (the later contact counts), and one heart is enough. A snooze ends where another deadline
/// presses now, since nobody was asked whether it may reach past that one.
pub fn merged(kept: &Lead, other: &Lead, chosen: &[Field]) -> Lead {
    let mut merged = kept.clone();
    for ((field, ours), (_, theirs)) in fields(kept).iter().zip(&fields(other)) {
        // An equal field is left as it is, also in what the history does not see of it: then nothing has to go back.
        if ours == theirs || !is_choice(*field) || !chosen.contains(field) {
            continue;
        }
        copy(*field, other, &mut merged);
    }
    if other.stage.kind() as u8 > kept.stage.kind() as u8 {
        merged.stage = other.stage.clone();
    }
    if other.contacted.as_ref().map(|c| c.at) > kept.contacted.as_ref().map(|c| c.at) {
        merged.contacted.clone_from(&other.contacted);
    }
    merged.favorite |= other.favorite;
    let pressing = |lead: &Lead| (lead.stage.kind(), lead.received_at, lead.respond_by, lead.requested_contact);
    if pressing(&merged) != pressing(kept) {
        merged.snoozed_until = None;
    }
    merged
}

/// `current` if the past had been another: whatever still is as it was in `was` becomes as it is in `instead`; what was changed
/// since stays.
pub fn rebased(current: &Lead, was: &Lead, instead: &Lead) -> Lead {
    let mut rebased = current.clone();
    for (((field, now), (_, then)), (_, other)) in fields(current).iter().zip(&fields(was)).zip(&fields(instead)) {
        if is_choice(*field) && now == then && then != other {
            copy(*field, instead, &mut rebased);
        }
    }
    // What belongs together goes together, and what follows a rule as it did.
    if current.favorite == was.favorite {
        rebased.favorite = instead.favorite;
    }
    if current.stage == was.stage {
        rebased.stage.clone_from(&instead.stage);
    }
    if current.contacted == was.contacted {
        rebased.contacted.clone_from(&instead.contacted);
    }
    rebased.follow_up.clone_from(if current.follow_up == was.follow_up {
        &instead.follow_up
    } else {
        &current.follow_up
    });
    if current.snoozed_until == was.snoozed_until {
        rebased.snoozed_until = instead.snoozed_until;
    }
    rebased
}

/// A merge as it was done, later in the life of the kept lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    pub before: Lead,
    pub other: Lead,
    pub chosen: Vec<Field>,
    pub after: Lead,
}

/// The life of a kept lead as if one merge had never been.
#[derive(Clone, Debug)]
pub struct Without {
    /// From that merge on, and from each later one on: what the lead was then, and what it would have been.
    past: Vec<(Lead, Lead)>,
    last: (Lead, Lead),
}

impl Without {
    /// The lead as it is now.
    pub fn now(&self, current: &Lead) -> Lead {
        self.then(usize::MAX, current)
    }

    /// The lead as it was when so many of the later merges were done.
    pub fn then(&self, merges: usize, lead: &Lead) -> Lead {
        let (was, instead) = self.past.get(merges).unwrap_or(&self.last);
        rebased(lead, was, instead)
    }
}

/// What the kept lead is without one merge, as if that had never been; `later` merges into it, the oldest first, are made what
/// they would have been.
pub fn without(merge: &Done, later: &mut [Done]) -> Without {
    let mut without = Without { past: Vec::new(), last: (merge.after.clone(), merge.before.clone()) };
    for next in later {
        let before = without.now(&next.before);
        let after = merged(&before, &next.other, &next.chosen);
        let was = std::mem::replace(&mut next.after, after.clone());
        next.before = before;
        without.past.push(std::mem::replace(&mut without.last, (was, after)));
    }
    without
}

/// Copies one field that may be chosen.
fn copy(field: Field, from: &Lead, to: &mut Lead) {
    match field {
        Field::FollowUpOn => {
            let note = to.follow_up.take().and_then(|follow_up| follow_up.note);
            to.follow_up = from.follow_up.as_ref().map(|follow_up| FollowUp { on: follow_up.on, note });
        }
        Field::FollowUpNote => {
            if let Some(follow_up) = &mut to.follow_up {
                follow_up.note = from.follow_up.as_ref().and_then(|follow_up| follow_up.note.clone());
            }
        }
        field => take(field, from, to),
    }
}

/// Whether a lead in this stage can be merged: what is archived is final.
pub fn can_be_merged(stage: StageKind) -> bool {
    stage != StageKind::Archived
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::lead::{Contact, ContactWay, Contacted, Deal, Stage};
    use crate::domain::lifecycle;
    use crate::domain::testing::{at, lead};

    const NOW: &str = "2026-11-20T12:00:00Z";

    fn fabrikam() -> Lead {
        let mut lead = lead("Fabrikam", "2026-11-16T09:00:00Z");
        lead.need.text = "Teams".into();
        lead
    }

    fn other() -> Lead {
        let mut lead = lead("Fabrikam Inc.", "2026-11-17T09:00:00Z");
        lead.id = 2;
        lead.need.text = "Telephony".into();
        lead.deal.crm_id = Some("CRM-9".into());
        lead.contacts = vec![Contact { name: "Sue".into(), ..Contact::default() }];
        lead
    }

    #[test]
    fn what_one_side_lacks_is_proposed_and_the_rest_stays() {
        let proposed: Vec<_> =
            compare(&fabrikam(), &other()).into_iter().filter(|c| c.take_other).map(|c| c.field).collect();
        assert_eq!(proposed, [Field::Contacts, Field::CrmId], "nothing that the kept lead has is lost unasked");
        let merged = merged(&fabrikam(), &other(), &proposed);
        assert_eq!(merged.need.text, "Teams", "not chosen");
        assert_eq!(merged.deal.crm_id.as_deref(), Some("CRM-9"), "chosen");
    }

    #[test]
    fn every_field_is_a_choice_that_can_be_carried_out_or_follows_a_rule() {
        let mut rich = lifecycle::accept(&other(), Deal::default(), Vec::new(), at(NOW)).unwrap();
        rich.requested_contact = true;
        rich.respond_by = at("2026-12-24T00:00:00Z");
        for compared in compare(&fabrikam(), &rich).into_iter().filter(|c| c.choice && c.kept != c.other) {
            let merged = merged(&fabrikam(), &rich, &[compared.field]);
            let now = compare(&merged, &rich).into_iter().find(|c| c.field == compared.field);
            assert_eq!(now.map(|c| c.kept), Some(compared.other), "{:?} is taken", compared.field);
        }
    }

    #[test]
    fn the_further_stage_wins_and_a_contact_counts_for_both() {
        let mut accepted = lifecycle::accept(&other(), Deal::default(), Vec::new(), at(NOW)).unwrap();
        accepted.contacted = Some(Contacted { at: at(NOW), way: ContactWay::Phone, note: None });
        accepted.favorite = true;
        let into_received = merged(&fabrikam(), &accepted, &[]);
        assert_eq!(into_received.stage, accepted.stage, "somebody has answered");
        assert_eq!(into_received.contacted, accepted.contacted, "somebody has called");
        assert!(into_received.favorite, "one heart is enough");
        let into_accepted = merged(&accepted, &fabrikam(), &[]);
        assert_eq!(into_accepted, accepted, "what is further stays");
    }

    #[test]
    fn taken_apart_goes_back_field_by_field_but_for_what_was_changed_since() {
        let accepted = lifecycle::accept(&other(), Deal::default(), Vec::new(), at(NOW)).unwrap();
        let (before, chosen) = (fabrikam(), vec![Field::CrmId, Field::Need, Field::Contacts]);
        let after = merged(&before, &accepted, &chosen);
        let done = Done { before: before.clone(), other: accepted, chosen, after: after.clone() };
        assert_eq!(without(&done, &mut []).now(&after), before, "untouched since: exactly as it was");
        let mut worked = after;
        worked.deal.crm_id = Some("typed since".into());
        let apart = without(&done, &mut []).now(&worked);
        assert_eq!(apart.deal.crm_id.as_deref(), Some("typed since"), "the user's");
        assert_eq!((apart.need.text.as_str(), apart.stage), ("Teams", Stage::Received), "the merge's");
    }

    #[test]
    fn of_two_merges_the_first_can_be_taken_apart_first() {
        let first = lifecycle::accept(&other(), Deal::default(), Vec::new(), at(NOW)).unwrap();
        let mut second = first.clone();
        second.deal.crm_id = Some("CRM-10".into());
        second.need.text = "Telephones".into();
        let before = fabrikam();
        let one = merged(&before, &first, &[Field::CrmId, Field::Need]);
        let two = merged(&one, &second, &[Field::CrmId]);
        let done =
            Done { before: before.clone(), other: first, chosen: vec![Field::CrmId, Field::Need], after: one.clone() };
        let mut later = [Done { before: one, other: second.clone(), chosen: vec![Field::CrmId], after: two.clone() }];
        let without_first = without(&done, &mut later).now(&two);
        assert_eq!(without_first, merged(&before, &second, &[Field::CrmId]), "as if only the second had been merged");
        assert_eq!(without_first.stage, second.stage, "accepted by the second now");
        assert_eq!(without(&later[0], &mut []).now(&without_first), before, "and without both as at first");
    }
}
