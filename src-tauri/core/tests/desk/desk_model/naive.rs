//! What a list must hold, found the slow way: each lead is looked at, and all are sorted by the words of `SortBy`'s promise.

use std::cmp::Ordering;

use hearth_core::domain::contact_window::{Flame, flame};
use hearth_core::domain::desk::{SortBy, Tab};
use hearth_core::domain::lead::*;
use hearth_core::domain::search::Query;
use hearth_core::domain::time::Timestamp;
use hearth_core::store::desk::{Counts, Listing};

fn is_in(tab: Tab, lead: &Lead) -> bool {
    match tab {
        Tab::All => true,
        Tab::Marketplace => lead.lead_type == LeadType::CustomerInquiry,
        Tab::Qualified => lead.lead_type != LeadType::CustomerInquiry,
        Tab::Favorites => lead.favorite,
    }
}

pub fn listed(leads: &[Lead], asked: &Listing, now: Timestamp) -> Vec<LeadId> {
    let fits = |lead: &&Lead| {
        is_in(asked.tab, lead)
            && asked.stage.is_none_or(|stage| lead.stage.kind() == stage)
            && asked.query.matches(lead, now)
    };
    let mut found: Vec<&Lead> = leads.iter().filter(fits).collect();
    found.sort_by(|a, b| {
        let keys = (key(a, asked, now), key(b, asked, now));
        let order = match keys {
            (Some(one), Some(other)) => one.cmp(&other, asked.descending),
            // What has no value comes last, whatever the direction.
            (one, other) => one.is_none().cmp(&other.is_none()),
        };
        order.then(if asked.descending { b.id.cmp(&a.id) } else { a.id.cmp(&b.id) })
    });
    found.into_iter().map(|lead| lead.id).collect()
}

pub fn counted(leads: &[Lead], query: &Query, now: Timestamp) -> Counts {
    let count = |tab| {
        StageKind::ALL.map(|stage| {
            let fits = |lead: &&Lead| is_in(tab, lead) && lead.stage.kind() == stage && query.matches(lead, now);
            u32::try_from(leads.iter().filter(fits).count()).unwrap()
        })
    };
    Counts {
        all: count(Tab::All),
        marketplace: count(Tab::Marketplace),
        qualified: count(Tab::Qualified),
        favorites: count(Tab::Favorites),
    }
}

/// By what a lead is sorted.
enum Key {
    Number(i64),
    /// Currencies stand in the order of their letters; within one the direction counts.
    Money(String, i64),
    Text(String),
}

impl Key {
    fn cmp(&self, other: &Self, descending: bool) -> Ordering {
        let turned = |order: Ordering| if descending { order.reverse() } else { order };
        match (self, other) {
            (Self::Money(code, minor), Self::Money(other, than)) => code.cmp(other).then(turned(minor.cmp(than))),
            (Self::Text(one), Self::Text(other)) => turned(one.to_ascii_lowercase().cmp(&other.to_ascii_lowercase())),
            (Self::Number(one), Self::Number(other)) => turned(one.cmp(other)),
            _ => Ordering::Equal,
        }
    }
}

fn key(lead: &Lead, asked: &Listing, now: Timestamp) -> Option<Key> {
    let at = |at: Timestamp| Key::Number(at.as_millis());
    let day = |day: hearth_core::domain::time::Date| Key::Text(day.to_string());
    let text = |text: &Option<String>| text.clone().filter(|text| !text.is_empty()).map(Key::Text);
    let archived = match &lead.stage {
        Stage::Archived(archived) => Some(archived),
        _ => None,
    };
    let deal = &lead.deal;
    match (asked.sort, asked.stage) {
        (SortBy::Received, _) => Some(at(lead.received_at)),
        (SortBy::TimeLeft, Some(StageKind::Received)) => Some(match flame(lead, now) {
            Flame::Hot { ends_at } => at(ends_at),
            _ => at(lead.respond_by),
        }),
        (SortBy::TimeLeft, Some(StageKind::Accepted)) | (SortBy::Purchase, _) => deal.purchase_on.map(day),
        (SortBy::TimeLeft, Some(StageKind::Archived)) | (SortBy::Archived, _) => archived.map(|a| at(a.archived_at)),
        (SortBy::RespondBy | SortBy::TimeLeft, _) => Some(at(lead.respond_by)),
        (SortBy::Value, _) => deal.value.as_ref().map(|value| Key::Money(value.currency.code().into(), value.minor)),
        (SortBy::FollowUp, _) => lead.follow_up.as_ref().map(|follow_up| day(follow_up.on)),
        (SortBy::Customer, _) => Some(Key::Text(lead.customer.name.clone())),
        (SortBy::Contact, _) => lead.contacts.first().and_then(|contact| text(&Some(contact.name.clone()))),
        (SortBy::City, _) => text(&lead.customer.city),
        (SortBy::Country, _) => text(&lead.customer.country),
        (SortBy::Deal, _) => text(&deal.name),
        (SortBy::CrmId, _) => text(&deal.crm_id),
        (SortBy::Campaign, _) => text(&deal.campaign_id),
        (SortBy::LeadType, _) => {
            LeadType::ALL.iter().position(|kind| *kind == lead.lead_type).map(|n| Key::Number(n as i64))
        }
        (SortBy::Stage, _) => {
            StageKind::ALL.iter().position(|kind| *kind == lead.stage.kind()).map(|n| Key::Number(n as i64))
        }
        (SortBy::Outcome, _) => archived.map(|archived| Key::Text(archived.outcome.as_str().to_owned())),
        (SortBy::Reason, _) => {
            archived.and_then(|archived| archived.reason).map(|reason| Key::Number(reason.code().into()))
        }
    }
}
