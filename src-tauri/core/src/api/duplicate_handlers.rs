//! The commands about duplicates and merges.

use super::detail::changed_lead;
use super::handlers::Reply;
use super::*;
use crate::actions::change::Seen;
use crate::actions::{duplicates, merge_leads as merge, take_apart as apart};
use crate::app::App;
use crate::domain::lead::Contact;
use crate::domain::text::cleaned;

/// The longest page of pairs.
const LONGEST_PAGE: u32 = 200;

pub fn list_duplicates(app: &App, request: DuplicatesQuery) -> Reply<DuplicatesPage> {
    let limit = request.limit.min(LONGEST_PAGE) as usize;
    let (pairs, total) = duplicates::page(app, request.offset as usize, limit)?;
    Ok(DuplicatesPage { pairs, offset: request.offset, total: u32::try_from(total).unwrap_or(u32::MAX) })
}

pub fn duplicates_of(app: &App, request: LeadRef) -> Reply<Duplicates> {
    Ok(Duplicates { pairs: duplicates::of_lead(app, request.id)? })
}

pub fn likely_same(app: &App, request: NewLeadKeys) -> Reply<LikelySame> {
    let contact = Contact { email: cleaned(&request.email), phone: cleaned(&request.phone), ..Contact::default() };
    let country = cleaned(&request.country);
    let found = duplicates::like_new(app, &request.customer, country.as_deref(), contact)?;
    Ok(LikelySame { leads: found.into_iter().map(|(lead, matches)| LikelyLead { lead, matches }).collect() })
}

pub fn keep_apart(app: &App, request: LeadPair) -> Reply<Empty> {
    duplicates::keep_apart(app, request.one, request.other)?;
    Ok(Empty {})
}

pub fn compare_leads(app: &App, request: CompareLeads) -> Reply<Comparison> {
    let beside = merge::compare(app, request.kept, request.other)?;
    let fields = beside.fields.into_iter().map(|compared| ComparedField {
        field: compared.field,
        kept: compared.kept,
        other: compared.other,
        choice: compared.choice,
        take_other: compared.take_other,
    });
    Ok(Comparison { kept: beside.kept, other: beside.other, fields: fields.collect(), refused: beside.refused })
}

pub fn merge_leads(app: &App, request: MergeLeads) -> Reply<LeadDetail> {
    let kept = Seen { id: request.kept, revision: request.kept_revision };
    let other = Seen { id: request.other, revision: request.other_revision };
    merge::merge_leads(app, kept, other, &request.take)?;
    changed_lead(app, request.kept)
}

pub fn take_apart(app: &App, request: MergeRef) -> Reply<LeadDetail> {
    changed_lead(app, apart::take_apart(app, request.id)?)
}
