//! What becomes of a lead when a file tells of it that is not Partner Center's: a spreadsheet that was edited, a CRM's export.
//!
//! Such a file is compared with what we have. Its values win where they differ, an empty cell clears nothing, a stage only
//! moves forward, and what is archived stays as it is. [`fill_in`] is more careful still: it takes only what we lack.

use super::history::{Field, FieldValue, fields};
use super::lead::{Contact, Customer, Employee, InvitedBy, Lead, Need, SourceStatus, StageKind};
use super::merge;
use super::text::{folded, is_cut_of};
use super::time::Timestamp;

/// `ours` with what the file says otherwise. `known` are the fields that its row speaks of.
pub fn overlay(ours: &Lead, theirs: &Lead, known: &[Field], respond_by_given: bool, now: Timestamp) -> Lead {
    let mut merged = ours.clone();
    let knows = |field| known.contains(&field);
    if knows(Field::Favorite) {
        merged.favorite = theirs.favorite;
    }
    if ours.stage.kind() == StageKind::Archived {
        return merged;
    }
    if knows(Field::LeadType) {
        merged.lead_type = theirs.lead_type;
    }
    if knows(Field::RequestedContact) {
        merged.requested_contact = theirs.requested_contact;
    }
    if knows(Field::ReceivedAt) {
        take_instant(&mut merged.received_at, theirs.received_at);
    }
    if knows(Field::RespondBy) && respond_by_given {
        take_instant(&mut merged.respond_by, theirs.respond_by);
    }
    let all = Take { present: true };
    all.rest(&mut merged, theirs);
    contacts(&mut merged.contacts, &theirs.contacts);
    if !theirs.employees.iter().all(|one| ours.employees.contains(one)) {
        merged.employees.clone_from(&theirs.employees);
    }
    if let Some(told) = &theirs.contacted {
        let mine = merged.contacted.get_or_insert_with(|| told.clone());
        take_instant(&mut mine.at, told.at);
        mine.way = told.way;
        all.line(&mut mine.note, &told.note);
    }
    if let Some(told) = &theirs.follow_up {
        let mine = merged.follow_up.get_or_insert_with(|| told.clone());
        mine.on = told.on;
        all.line(&mut mine.note, &told.note);
    }
    if knows(Field::Stage) && theirs.stage.kind() as u8 > ours.stage.kind() as u8 {
        merged.stage = theirs.stage.clone();
    }
    merge::end_snooze(ours, &mut merged, now);
    identities(&mut merged, theirs);
    merged
}

/// `ours` with what it lacks and `theirs` has; nothing of it is overwritten.
pub fn fill_in(ours: &Lead, theirs: &Lead) -> Lead {
    let mut merged = ours.clone();
    Take { present: false }.rest(&mut merged, theirs);
    for told in &theirs.contacts {
        if merged.contacts.contains(told) {
            continue;
        }
        match merged.contacts.iter_mut().find(|mine| is_same_person(mine, told)) {
            Some(mine) => Take { present: false }.contact(mine, told),
            None => merged.contacts.push(told.clone()),
        }
    }
    if merged.employees.is_empty() {
        merged.employees.clone_from(&theirs.employees);
    }
    if merged.contacted.is_none() {
        merged.contacted.clone_from(&theirs.contacted);
    }
    if merged.follow_up.is_none() {
        merged.follow_up.clone_from(&theirs.follow_up);
    }
    identities(&mut merged, theirs);
    merged
}

/// What changed in a lead that was merged into `kept`, changed in `kept` too where both held the same, or `kept` nothing. An
/// answer to one of two referrals is no answer to the other.
pub fn pass_on(kept: &Lead, before: &Lead, after: &Lead, now: Timestamp) -> Lead {
    let (was, is) = (fields(before), fields(after));
    let alone = kept.referral_id.is_none();
    let ends =
        [Field::Stage, Field::Outcome, Field::Reason, Field::ReasonText, Field::ClosingNotes, Field::SourceStatus];
    let mut news: Vec<Field> = was
        .iter()
        .zip(&is)
        .filter(|((field, was), (_, is))| was != is && (alone || !ends.contains(field)))
        .map(|((field, _), _)| *field)
        .collect();
    if news.contains(&Field::Outcome) {
        // Another end is another stage: what belongs to it moves together.
        news.push(Field::Stage);
    }
    let mine = fields(kept);
    // A base that holds what is there already lets through exactly what both held, or we lack.
    let base: Vec<(Field, Option<FieldValue>)> = was
        .into_iter()
        .zip(mine)
        .map(|((field, was), (_, mine))| (field, if mine.is_none() { mine } else { was }))
        .collect();
    let merged = merge::merge(kept, &base, after, &news, now);
    Lead { referral_id: kept.referral_id.clone(), engagement_id: kept.engagement_id.clone(), ..merged }
}

fn identities(merged: &mut Lead, theirs: &Lead) {
    merged.referral_id = merged.referral_id.take().or_else(|| theirs.referral_id.clone());
    merged.engagement_id = merged.engagement_id.take().or_else(|| theirs.engagement_id.clone());
}

/// A table may round an instant to the second.
fn take_instant(mine: &mut Timestamp, told: Timestamp) {
    if mine.since(told).num_milliseconds().abs() >= 1000 {
        *mine = told;
    }
}

/// How values are taken: all that are there, or only where we have none.
struct Take {
    present: bool,
}

impl Take {
    fn option<T: Clone + PartialEq>(&self, mine: &mut Option<T>, told: &Option<T>) {
        if told.is_some() && (self.present || mine.is_none()) {
            mine.clone_from(told);
        }
    }

    /// A text that an export had to shorten is no news.
    fn line(&self, mine: &mut Option<String>, told: &Option<String>) {
        let is_cut = told.as_deref().zip(mine.as_deref()).is_some_and(|(told, mine)| is_cut_of(told, mine));
        if !is_cut {
            self.option(mine, told);
        }
    }

    fn text(&self, mine: &mut String, told: &str) {
        if !told.is_empty() && (self.present || mine.is_empty()) && !is_cut_of(told, mine) {
            told.clone_into(mine);
        }
    }

    fn list(&self, mine: &mut Vec<String>, told: &[String]) {
        if !told.is_empty() && (self.present || mine.is_empty()) {
            *mine = told.to_vec();
        }
    }

    fn contact(&self, mine: &mut Contact, told: &Contact) {
        if self.present && !told.name.is_empty() && told.name != mine.name && !is_cut_of(&told.name, &mine.name) {
            // The halves belong to the name that they were the halves of.
            (mine.given_name, mine.family_name) = (None, None);
        }
        self.text(&mut mine.name, &told.name);
        if mine.name == told.name || told.name.is_empty() {
            self.line(&mut mine.given_name, &told.given_name);
            self.line(&mut mine.family_name, &told.family_name);
        }
        self.line(&mut mine.title, &told.title);
        self.line(&mut mine.email, &told.email);
        self.line(&mut mine.phone, &told.phone);
    }

    /// Customer, need, deal, sender and the source's own words.
    fn rest(&self, merged: &mut Lead, theirs: &Lead) {
        let (mine, told): (&mut Customer, &Customer) = (&mut merged.customer, &theirs.customer);
        self.text(&mut mine.name, &told.name);
        self.line(&mut mine.size, &told.size);
        self.line(&mut mine.address_line1, &told.address_line1);
        self.line(&mut mine.address_line2, &told.address_line2);
        self.line(&mut mine.city, &told.city);
        self.line(&mut mine.state, &told.state);
        self.line(&mut mine.postal_code, &told.postal_code);
        self.line(&mut mine.country, &told.country);
        let (mine, told): (&mut Need, &Need) = (&mut merged.need, &theirs.need);
        self.text(&mut mine.text, &told.text);
        self.list(&mut mine.industries, &told.industries);
        self.list(&mut mine.products, &told.products);
        self.list(&mut mine.services, &told.services);
        self.list(&mut mine.solutions, &told.solutions);
        let (mine, told) = (&mut merged.deal, &theirs.deal);
        self.line(&mut mine.name, &told.name);
        self.option(&mut mine.value, &told.value);
        self.option(&mut mine.purchase_on, &told.purchase_on);
        self.line(&mut mine.notes, &told.notes);
        self.line(&mut mine.crm_id, &told.crm_id);
        self.line(&mut mine.campaign_id, &told.campaign_id);
        let (mine, told): (&mut InvitedBy, &InvitedBy) = (&mut merged.invited_by, &theirs.invited_by);
        self.line(&mut mine.organization_id, &told.organization_id);
        self.line(&mut mine.organization_name, &told.organization_name);
        self.line(&mut mine.notes, &told.notes);
        let (mine, told): (&mut SourceStatus, &SourceStatus) = (&mut merged.source_status, &theirs.source_status);
        self.line(&mut mine.status, &told.status);
        self.line(&mut mine.substatus, &told.substatus);
    }
}

/// The fields of which a table holds less than the API's reply does: one contact without a title, some of the lists, commas as
/// blanks.
pub const HELD_IN_PART: [Field; 4] = [Field::Contacts, Field::Requirements, Field::Employees, Field::Address];

/// Adds to such a field of `theirs`, as a table of the source tells it, what the source told last and the table has no place for.
/// `whole_address` is whether it has one for all of the address.
pub fn complete(field: Field, theirs: &mut Lead, last: &Lead, whole_address: bool) {
    match field {
        Field::Contacts => {
            let told = std::mem::replace(&mut theirs.contacts, last.contacts.clone());
            let nothing_new = match (told.as_slice(), last.contacts.first()) {
                ([one], Some(first)) => {
                    (&one.email, &one.phone) == (&first.email, &first.phone)
                        && without_commas(&one.name) == without_commas(&first.name)
                }
                _ => false,
            };
            if !nothing_new {
                contacts(&mut theirs.contacts, &told);
            }
        }
        Field::Requirements => {
            let (told, last) = (&mut theirs.need, &last.need);
            let lists = [
                (&mut told.industries, &last.industries),
                (&mut told.products, &last.products),
                (&mut told.services, &last.services),
            ];
            for (told, last) in lists.into_iter().filter(|(told, _)| told.is_empty()) {
                told.clone_from(last);
            }
            let same = told
                .solutions
                .iter()
                .map(|one| without_commas(one))
                .eq(last.solutions.iter().map(|one| without_commas(one)));
            if same {
                told.solutions.clone_from(&last.solutions);
            }
        }
        Field::Employees => {
            let plain = |one: &Employee| {
                [Some(&one.name), one.phone.as_ref(), one.email.as_ref()]
                    .map(|part| part.map(|part| without_commas(part)))
            };
            if theirs.employees.iter().map(plain).eq(last.employees.iter().map(plain)) {
                theirs.employees.clone_from(&last.employees);
            }
        }
        Field::Address if !whole_address => {
            let (told, last) = (&mut theirs.customer, &last.customer);
            let parts = [
                (&mut told.address_line1, &last.address_line1),
                (&mut told.address_line2, &last.address_line2),
                (&mut told.city, &last.city),
                (&mut told.state, &last.state),
                (&mut told.postal_code, &last.postal_code),
                (&mut told.country, &last.country),
            ];
            for (told, last) in parts.into_iter().filter(|(told, _)| told.is_none()) {
                told.clone_from(last);
            }
        }
        _ => {}
    }
}

/// A text as a cell of several parts tells it: a comma begins the next part, and names come in two halves.
fn without_commas(text: &str) -> String {
    text.replace(',', " ").split_whitespace().collect()
}

/// The people of a row laid over ours: the same person by address or name, else whoever stands in the same place.
fn contacts(mine: &mut Vec<Contact>, told: &[Contact]) {
    let mut taken = vec![false; mine.len()];
    for (place, contact) in told.iter().enumerate() {
        let same = (0..taken.len()).find(|index| !taken[*index] && is_same_person(&mine[*index], contact));
        match same {
            Some(index) => {
                taken[index] = true;
                Take { present: true }.contact(&mut mine[index], contact);
            }
            None if taken.get(place) == Some(&false) => {
                taken[place] = true;
                // Half a row about somebody we have no name or address of completes them; else it is somebody else.
                if contact.name.is_empty() || mine[place].name.is_empty() {
                    Take { present: true }.contact(&mut mine[place], contact);
                } else {
                    mine[place] = contact.clone();
                }
            }
            None => mine.push(contact.clone()),
        }
    }
}

fn is_same_person(one: &Contact, other: &Contact) -> bool {
    let same = |one: &str, other: &str| !one.is_empty() && folded(one.trim()) == folded(other.trim());
    let email = |contact: &Contact| contact.email.clone().unwrap_or_default();
    same(&email(one), &email(other)) || same(&one.name, &other.name) || is_cut_of(&other.name, &one.name)
}

#[cfg(test)]
#[path = "overlay_tests.rs"]
mod tests;
