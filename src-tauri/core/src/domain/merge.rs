//! What becomes of a lead when Partner Center tells of it again.
//!
//! Three states are compared field by field: what the last import brought (`base`), what this one brings (`theirs`) and
//! what we have (`ours`). News of the source is taken; what the user has typed since is never overwritten.

use super::history::{Field, FieldValue, fields};
use super::lead::{Employee, Lead, Outcome, Stage, StageKind};
use super::snooze;
use super::time::Timestamp;

/// The fields of a lead as an import last brought them.
pub type Told = Vec<(Field, Option<FieldValue>)>;

/// `ours` with the news of `theirs` taken in. `known` are the fields that the source speaks of.
pub fn merge(ours: &Lead, base: &Told, theirs: &Lead, known: &[Field], now: Timestamp) -> Lead {
    let mistaken = expiry_was_mistaken(ours, theirs, known, now);
    if is_final(ours, base) && !mistaken {
        return ours.clone();
    }
    let mut merged = ours.clone();
    let (mine, told) = (fields(ours), fields(theirs));
    for ((field, ours_value), (_, theirs_value)) in mine.iter().zip(&told) {
        let base_value = base.iter().find(|(f, _)| f == field).map_or(&None, |(_, value)| value);
        let news = known.contains(field) && theirs_value != base_value;
        if news && ours_value == base_value {
            take(*field, theirs, &mut merged);
        }
    }
    if known.contains(&Field::Stage) && (mistaken || stage_moves(ours, base, theirs)) {
        merged.stage = theirs.stage.clone();
        merged.source_status = theirs.source_status.clone();
    }
    if mistaken && theirs.stage == Stage::Received {
        merged.respond_by = theirs.respond_by;
    }
    end_snooze(ours, &mut merged, now);
    merged.referral_id = merged.referral_id.or_else(|| theirs.referral_id.clone());
    merged.engagement_id = merged.engagement_id.or_else(|| theirs.engagement_id.clone());
    merged
}

/// News may end a snooze: an answer does, and a deadline that nobody was asked about.
pub(super) fn end_snooze(ours: &Lead, merged: &mut Lead, now: Timestamp) {
    if merged.stage != ours.stage {
        // An answer ends a snooze, wherever it was given.
        merged.snoozed_until = None;
    }
    let news = (merged.respond_by, merged.requested_contact) != (ours.respond_by, ours.requested_contact);
    if news && merged.snoozed_until.is_some_and(|until| snooze::reaches_past(merged, until, now).is_some()) {
        // Nobody was asked whether it may reach past this deadline.
        merged.snoozed_until = None;
    }
}

/// The fields of which such a table holds less than a reply of the API: see [`completed`].
pub const HELD_IN_PART: [Field; 4] = [Field::Contacts, Field::Requirements, Field::Employees, Field::Address];

/// `theirs`, which came in one of Partner Center's tables, with what such a table cannot say as `ours` has it: it names one person
/// where there may be others, and has no commas in what stands in a cell of several parts.
///
/// `whole_address` is whether it has a column for every part of the address.
pub fn completed(theirs: &Lead, ours: &Lead, whole_address: bool) -> Lead {
    let mut whole = theirs.clone();
    if !whole_address {
        let (told, ours) = (&mut whole.customer, &ours.customer);
        let parts = [
            (&mut told.address_line1, &ours.address_line1),
            (&mut told.address_line2, &ours.address_line2),
            (&mut told.city, &ours.city),
            (&mut told.state, &ours.state),
            (&mut told.postal_code, &ours.postal_code),
            (&mut told.country, &ours.country),
        ];
        for (told, ours) in parts.into_iter().filter(|(told, _)| told.is_none()) {
            told.clone_from(ours);
        }
    }
    let need = &ours.need;
    whole.need.industries.clone_from(&need.industries);
    whole.need.products.clone_from(&need.products);
    whole.need.services.clone_from(&need.services);
    if told_alike(&theirs.need.solutions, &need.solutions, |one, other| as_told(one) == as_told(other)) {
        whole.need.solutions.clone_from(&need.solutions);
    }
    let option = |text: &Option<String>| as_told(text.as_deref().unwrap_or_default());
    let same_employee = |one: &Employee, other: &Employee| {
        as_told(&one.name) == as_told(&other.name)
            && option(&one.phone) == option(&other.phone)
            && option(&one.email) == option(&other.email)
    };
    if told_alike(&theirs.employees, &ours.employees, same_employee) {
        whole.employees.clone_from(&ours.employees);
    }
    if let ([told], [first, others @ ..]) = (theirs.contacts.as_slice(), ours.contacts.as_slice()) {
        let same =
            told.email == first.email && told.phone == first.phone && as_told(&told.name) == as_told(&first.name);
        if same {
            whole.contacts.clone_from(&ours.contacts);
        } else {
            whole.contacts.extend_from_slice(others);
        }
    }
    whole
}

fn told_alike<T>(told: &[T], ours: &[T], same: impl Fn(&T, &T) -> bool) -> bool {
    told.len() == ours.len() && told.iter().zip(ours).all(|(one, other)| same(one, other))
}

/// A text as a cell of several parts tells it: a comma begins the next part, and names come in two halves.
fn as_told(text: &str) -> String {
    text.replace(',', " ").split_whitespace().collect()
}

/// Archived here, by the user or by time, and not by the source itself.
fn is_final(ours: &Lead, base: &Told) -> bool {
    ours.stage.kind() == StageKind::Archived && !stage_as_told(ours, base)
}

/// Whether the stage of a lead is the one that the source told last.
fn stage_as_told(ours: &Lead, base: &Told) -> bool {
    let watched = [Field::Stage, Field::Outcome];
    let of = |list: &Told, field| list.iter().find(|(f, _)| *f == field).and_then(|(_, v)| v.clone());
    let mine = fields(ours);
    watched.into_iter().all(|field| of(&mine, field) == of(base, field))
}

/// We expired a lead by our clock that was answered, or given more time, at the source: the source is right. A respond-by
/// that the source does not give but we computed says nothing.
fn expiry_was_mistaken(ours: &Lead, theirs: &Lead, known: &[Field], now: Timestamp) -> bool {
    let expired = matches!(&ours.stage, Stage::Archived(end) if end.outcome == Outcome::Expired);
    let more_time = known.contains(&Field::RespondBy) && theirs.respond_by > now;
    expired && known.contains(&Field::Stage) && (theirs.stage != Stage::Received || more_time)
}

/// A stage only moves forward, except where the source corrects its own word. The same word again is no news: what the
/// user wrote beside it stays.
fn stage_moves(ours: &Lead, base: &Told, theirs: &Lead) -> bool {
    let rank = |lead: &Lead| lead.stage.kind() as u8;
    rank(theirs) > rank(ours)
        || (rank(theirs) == rank(ours) && stage_as_told(ours, base) && !stage_as_told(theirs, base))
}

/// Copies one field. The stage and all that belongs to it move together, in [`merge`].
pub fn take(field: Field, from: &Lead, to: &mut Lead) {
    match field {
        Field::LeadType => to.lead_type = from.lead_type,
        Field::Favorite => to.favorite = from.favorite,
        Field::ReceivedAt => to.received_at = from.received_at,
        Field::RespondBy => to.respond_by = from.respond_by,
        Field::Customer => to.customer.name.clone_from(&from.customer.name),
        Field::CustomerSize => to.customer.size.clone_from(&from.customer.size),
        Field::Address => {
            to.customer = super::lead::Customer {
                name: to.customer.name.clone(),
                size: to.customer.size.clone(),
                ..from.customer.clone()
            };
        }
        Field::Contacts => to.contacts.clone_from(&from.contacts),
        Field::RequestedContact => to.requested_contact = from.requested_contact,
        Field::Need => to.need.text.clone_from(&from.need.text),
        Field::Requirements => {
            to.need = super::lead::Need { text: to.need.text.clone(), ..from.need.clone() };
        }
        Field::DealName => to.deal.name.clone_from(&from.deal.name),
        Field::DealValue => to.deal.value.clone_from(&from.deal.value),
        Field::PurchaseOn => to.deal.purchase_on = from.deal.purchase_on,
        Field::Notes => to.deal.notes.clone_from(&from.deal.notes),
        Field::CrmId => to.deal.crm_id.clone_from(&from.deal.crm_id),
        Field::CampaignId => to.deal.campaign_id.clone_from(&from.deal.campaign_id),
        Field::Employees => to.employees.clone_from(&from.employees),
        Field::InvitedBy => to.invited_by.clone_from(&from.invited_by),
        Field::SourceStatus => to.source_status.clone_from(&from.source_status),
        Field::Stage | Field::Outcome | Field::Reason | Field::ReasonText | Field::ClosingNotes => {}
        // The source does not know of our contact attempts, nor of when we want to come back to it.
        Field::ContactedAt
        | Field::ContactWay
        | Field::ContactNote
        | Field::SnoozedUntil
        | Field::FollowUpOn
        | Field::FollowUpNote => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::lead::{Contact, Deal};
    use crate::domain::lifecycle;
    use crate::domain::testing::{at, lead};

    const NOW: &str = "2026-11-20T12:00:00Z";

    fn told() -> Lead {
        let mut lead = lead("Fabrikam", "2026-11-16T09:00:00Z");
        lead.deal.crm_id = Some("old".into());
        lead.need.text = "Teams".into();
        lead
    }

    fn all() -> Vec<Field> {
        fields(&told()).into_iter().map(|(field, _)| field).collect()
    }

    #[test]
    fn what_the_user_typed_is_never_overwritten() {
        let mut ours = told();
        ours.deal.crm_id = Some("typed here".into());
        let mut theirs = told();
        theirs.deal.crm_id = Some("new there".into());
        theirs.need.text = "Teams and telephony".into();
        let merged = merge(&ours, &fields(&told()), &theirs, &all(), at(NOW));
        assert_eq!(merged.deal.crm_id.as_deref(), Some("typed here"), "both sides changed it: ours stays");
        assert_eq!(merged.need.text, "Teams and telephony", "only the source changed it: its news is taken");
    }

    #[test]
    fn a_column_that_the_file_lacks_clears_nothing() {
        let mut theirs = told();
        theirs.need.text = String::new();
        let known: Vec<_> = all().into_iter().filter(|f| *f != Field::Need).collect();
        assert_eq!(
            merge(&told(), &fields(&told()), &theirs, &known, at(NOW)).need.text,
            "Teams",
            "a CSV without it does not mean it is empty"
        );
    }

    #[test]
    fn an_older_file_does_not_take_an_answer_back() {
        let ours = lifecycle::accept(&told(), Deal::default(), Vec::new(), at(NOW)).unwrap();
        let merged = merge(&ours, &fields(&told()), &told(), &all(), at(NOW));
        assert_eq!(merged.stage, ours.stage, "accepted here, still New in the export of this morning");
    }

    #[test]
    fn an_answer_at_the_source_arrives_here() {
        let theirs = lifecycle::accept(&told(), Deal::default(), Vec::new(), at(NOW)).unwrap();
        let merged = merge(&told(), &fields(&told()), &theirs, &all(), at(NOW));
        assert_eq!(merged.stage, theirs.stage, "accepted on the web page");
    }

    #[test]
    fn what_was_archived_here_is_final() {
        let ours = lifecycle::decline(&told(), 1.try_into().unwrap(), None, at(NOW)).unwrap();
        let mut theirs = lifecycle::accept(&told(), Deal::default(), Vec::new(), at(NOW)).unwrap();
        theirs.need.text = "news".into();
        assert_eq!(merge(&ours, &fields(&told()), &theirs, &all(), at(NOW)), ours, "archived is final");
    }

    #[test]
    fn an_expiry_by_our_clock_gives_way_to_an_answer_at_the_source() {
        let later = at("2026-12-05T00:00:00Z");
        let ours = lifecycle::expire(&told(), later).unwrap();
        let theirs = lifecycle::accept(&told(), Deal::default(), Vec::new(), at(NOW)).unwrap();
        assert_eq!(
            merge(&ours, &fields(&told()), &theirs, &all(), later).stage,
            theirs.stage,
            "it was answered in time, elsewhere"
        );
        assert_eq!(merge(&ours, &fields(&told()), &told(), &all(), later), ours, "the same file again changes nothing");
    }

    #[test]
    fn a_closing_told_by_both_sides_keeps_the_users_words() {
        let ours = lifecycle::decline(&told(), 3.try_into().unwrap(), Some("too far".into()), at(NOW)).unwrap();
        let mut theirs = ours.clone();
        if let Stage::Archived(end) = &mut theirs.stage {
            (end.reason, end.notes) = (None, None);
        }
        let first = merge(&ours, &fields(&told()), &theirs, &all(), at(NOW));
        let again = merge(&first, &fields(&theirs), &theirs, &all(), at(NOW));
        assert_eq!(again.stage, ours.stage, "declined here and on the web page, and imported twice since");
    }

    #[test]
    fn a_respond_by_that_nobody_gave_revives_nothing() {
        let later = at("2026-12-05T00:00:00Z");
        let ours = lifecycle::expire(&told(), later).unwrap();
        let mut theirs = told();
        theirs.respond_by = at("2026-12-16T09:00:00Z");
        let silent: Vec<_> = all().into_iter().filter(|field| *field != Field::RespondBy).collect();
        assert_eq!(
            merge(&ours, &fields(&told()), &theirs, &silent, later),
            ours,
            "only our setting says there is time"
        );
        let revived = merge(&ours, &fields(&told()), &theirs, &all(), later);
        assert_eq!(
            (revived.stage, revived.respond_by),
            (Stage::Received, theirs.respond_by),
            "the source gave more time"
        );
    }

    #[test]
    fn a_table_that_names_one_person_removes_no_other() {
        let person =
            |name: &str, email: &str| Contact { name: name.into(), email: Some(email.into()), ..Contact::default() };
        let mut ours = told();
        ours.contacts = vec![person("Sue, Kim", "sue@fabrikam.example"), person("Tom", "tom@fabrikam.example")];
        ours.contacts[0].title = Some("CTO".into());
        ours.need.industries = vec!["Healthcare".into()];
        let mut theirs = told();
        theirs.contacts = vec![person("Sue Kim", "sue@fabrikam.example")];
        let whole = completed(&theirs, &ours, true);
        assert_eq!(whole.contacts, ours.contacts, "the same first person: nothing new of anybody");
        assert_eq!(whole.need.industries, ours.need.industries, "for which such a table has no column");
        theirs.contacts = vec![person("Ann", "ann@fabrikam.example")];
        let names: Vec<_> = completed(&theirs, &ours, true).contacts.into_iter().map(|one| one.name).collect();
        assert_eq!(names, ["Ann", "Tom"], "another first person, and the second stays");
    }

    #[test]
    fn the_same_again_changes_nothing() {
        assert_eq!(
            merge(&told(), &fields(&told()), &told(), &all(), at(NOW)),
            told(),
            "importing twice is importing once"
        );
    }
}
