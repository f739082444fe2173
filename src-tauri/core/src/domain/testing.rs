//! Leads and instants for tests, in few words.

use super::lead::*;
use super::respond_by;
use super::time::Timestamp;

/// An instant such as `2026-11-20T09:00:00Z`.
pub fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("a readable instant")
}

/// A received customer inquiry with nothing but a customer.
pub fn lead(customer: &str, received: &str) -> Lead {
    let received_at = at(received);
    Lead {
        id: 1,
        revision: 1,
        lead_type: LeadType::CustomerInquiry,
        origin: Origin::Import,
        hearth_id: HearthId::default(),
        merged_into: None,
        referral_id: None,
        engagement_id: None,
        favorite: false,
        received_at,
        respond_by: respond_by::respond_by(received_at, None, respond_by::DEFAULT_DAYS),
        stage: Stage::Received,
        customer: Customer { name: customer.to_owned(), ..Customer::default() },
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
