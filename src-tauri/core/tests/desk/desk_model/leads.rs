//! Random leads, and what may become of them. Few different values, so that many leads share them.

use hearth_core::domain::lead::*;
use hearth_core::domain::money::{Currency, Money};
use hearth_core::domain::time::{Date, Timestamp};
use hearth_core::error::Error;
use hearth_core::store::leads as stored;
use proptest::option::of;
use proptest::prelude::*;
use rusqlite::Transaction;

use crate::support::{START, at};

fn hour(hours: i64) -> Timestamp {
    at(START).plus(chrono::TimeDelta::hours(hours))
}

pub fn plain(customer: &str) -> Lead {
    Lead {
        id: 0,
        revision: 0,
        lead_type: LeadType::CustomerInquiry,
        origin: Origin::Hand,
        hearth_id: HearthId::default(),
        referral_id: None,
        engagement_id: None,
        merged_into: None,
        favorite: false,
        received_at: hour(-1),
        respond_by: hour(300),
        stage: Stage::Received,
        customer: Customer { name: customer.into(), ..Customer::default() },
        contacts: Vec::new(),
        requested_contact: false,
        contacted: None,
        snoozed_until: None,
        follow_up: None,
        need: Need::default(),
        deal: Deal::default(),
        employees: Vec::new(),
        invited_by: InvitedBy::default(),
        source_status: SourceStatus::default(),
    }
}

fn day() -> impl Strategy<Value = Date> {
    (1..9_u32).prop_map(|day| Date::parse_iso(&format!("2026-12-0{day}")).unwrap())
}

fn stage() -> impl Strategy<Value = Stage> {
    let outcome = prop_oneof![
        Just(Outcome::Won),
        Just(Outcome::Lost),
        Just(Outcome::Declined),
        Just(Outcome::Expired),
        "Error|duplicate|Xpired".prop_map(Outcome::Other),
    ];
    let archived = (outcome, -90..0_i64, of(1..9_u8)).prop_map(|(outcome, ago, reason)| {
        Stage::Archived(Archived {
            outcome,
            archived_at: hour(ago),
            reason: reason.and_then(|code| Reason::try_from(code).ok()),
            reason_text: None,
            notes: None,
            accepted_at: None,
        })
    });
    prop_oneof![3 => Just(Stage::Received), 1 => Just(Stage::Accepted { accepted_at: None }), 1 => archived]
}

fn text(pattern: &'static str) -> impl Strategy<Value = Option<String>> {
    of(proptest::string::string_regex(pattern).unwrap())
}

pub fn lead() -> impl Strategy<Value = Lead> {
    let who = (
        "Contoso|contoso|Fabrikam|한빛전자|대한 민국",
        of("Sue|sue|김민지|Bob"),
        text("Seoul|seoul|Redmond|서울"),
        text("KR|US|kr"),
    );
    let when = (-90..0_i64, 1..300_i64, any::<bool>(), of(-2..200_i64));
    let deal = (
        text("Roll-out|roll-out|도입"),
        of((0..4_i64, "KRW|USD|KWD")),
        of(day()),
        text("CRM-1|crm-2"),
        text("Spring 26|spring|가을"),
    );
    let other = (0..3_usize, any::<bool>(), stage(), of(day()), of("Ann|앤"), any::<bool>(), any::<bool>());
    (who, when, deal, other).prop_map(|((customer, contact, city, country), when, deal, other)| {
        let (received, respond, requested, snoozed) = when;
        let (name, value, purchase_on, crm_id, campaign_id) = deal;
        let (lead_type, favorite, stage, follow_up, employee, contacted, sample) = other;
        let contact = contact.map(|name| Contact { name, ..Contact::default() });
        let employee = employee.map(|name| Employee { name, email: Some("ann@partner.example".into()), phone: None });
        let value =
            value.map(|(amount, code)| Money { minor: amount * 5_000, currency: Currency::parse(&code).unwrap() });
        Lead {
            lead_type: LeadType::ALL[lead_type],
            origin: if sample { Origin::Sample } else { Origin::Import },
            favorite,
            received_at: hour(received),
            respond_by: hour(respond),
            stage,
            customer: Customer { city, country, ..plain(&customer).customer },
            contacts: contact.into_iter().collect(),
            requested_contact: requested,
            contacted: contacted.then(|| Contacted { at: hour(0), way: ContactWay::Phone, note: None }),
            snoozed_until: snoozed.map(hour),
            follow_up: follow_up.map(|on| FollowUp { on, note: None }),
            deal: Deal { name, value, purchase_on, notes: None, crm_id, campaign_id },
            employees: employee.into_iter().collect(),
            ..plain(&customer)
        }
    })
}

/// Something that happens to a lead.
#[derive(Clone, Debug)]
pub enum Change {
    Add(Box<Lead>),
    Become(usize, Box<Lead>),
    Favorite(usize),
    Delete(usize),
    /// Merged away, or taken apart again.
    Merge(usize),
}

pub fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        2 => lead().prop_map(|lead| Change::Add(Box::new(lead))),
        4 => (0..60_usize, lead()).prop_map(|(at, lead)| Change::Become(at, Box::new(lead))),
        2 => (0..60_usize).prop_map(Change::Favorite),
        1 => (0..60_usize).prop_map(Change::Delete),
        1 => (1..60_usize).prop_map(Change::Merge),
    ]
}

impl Change {
    /// Does it to the lead at its place among `ids`, if there is one.
    pub fn make(&self, tx: &Transaction<'_>, ids: &[LeadId]) -> Result<(), Error> {
        let there = |at: usize| match ids.get(at).map(|id| stored::get(tx, *id)) {
            Some(Ok(lead)) => Some(lead),
            _ => None,
        };
        match self {
            Self::Add(lead) => stored::insert(tx, lead).map(drop),
            Self::Become(at, new) => there(*at).map_or(Ok(()), |old| {
                let kept = Lead { id: old.id, revision: old.revision, hearth_id: old.hearth_id, ..(**new).clone() };
                stored::update(tx, &old, &kept)
            }),
            Self::Favorite(at) => there(*at)
                .map_or(Ok(()), |old| stored::update(tx, &old, &Lead { favorite: !old.favorite, ..old.clone() })),
            // One that others were merged into cannot go before them.
            Self::Delete(at) => there(*at)
                .filter(|lead| Some(&lead.id) != ids.first())
                .map_or(Ok(()), |lead| stored::delete(tx, lead.id)),
            Self::Merge(at) => there(*at).map_or(Ok(()), |old| {
                let into = ids.first().copied().filter(|into| *into != old.id && old.merged_into.is_none());
                stored::update(tx, &old, &Lead { merged_into: into, ..old.clone() })
            }),
        }
    }
}
