//! "Explore with sample leads": forty invented leads, about half of them Korean, with times relative to now.
//!
//! The leads themselves are in `samples.json`, in hours before and days after now, so that whoever explores always finds
//! customers who are waiting. Companies are Microsoft's fictitious ones or invented, addresses end in `.example`.

use chrono::TimeDelta;
use serde::Deserialize;

use crate::domain::lead::{
    Archived, Contact, ContactWay, Contacted, Customer, Deal, Employee, HearthId, InvitedBy, Lead, LeadType, Need,
    Origin, Outcome, Reason, SourceStatus, Stage,
};
use crate::domain::money::{Currency, Money};
use crate::domain::respond_by::{DEFAULT_DAYS, respond_by};
use crate::domain::text::whole_name;
use crate::domain::time::{Date, Timestamp};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Sample {
    #[serde(rename = "type")]
    lead_type: LeadType,
    received_hours_ago: f64,
    #[serde(default)]
    favorite: bool,
    /// The customer asked to be contacted directly.
    #[serde(default)]
    flame: bool,
    contacted: Option<SampleContacted>,
    accepted_hours_ago: Option<f64>,
    archived: Option<SampleArchived>,
    customer: Customer,
    /// Given name, family name, title, e-mail, phone.
    #[serde(default)]
    contacts: Vec<[String; 5]>,
    #[serde(default)]
    need: Need,
    #[serde(default)]
    deal: SampleDeal,
    #[serde(default)]
    employees: Vec<Employee>,
    #[serde(default)]
    invited_by: InvitedBy,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct SampleContacted {
    hours_ago: f64,
    way: ContactWay,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct SampleArchived {
    outcome: String,
    /// Not told for an expired lead: it ended at its respond-by.
    hours_ago: Option<f64>,
    reason: Option<Reason>,
    notes: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
struct SampleDeal {
    name: Option<String>,
    /// An amount and its currency: `48000 USD`.
    value: Option<String>,
    purchase_in_days: Option<i64>,
    notes: Option<String>,
    crm_id: Option<String>,
    campaign_id: Option<String>,
}

/// The forty sample leads as they stand at `now`; ids and revisions are 0.
pub fn sample_leads(now: Timestamp) -> Vec<Lead> {
    let samples: Vec<Sample> =
        serde_json::from_str(include_str!("samples.json")).expect("the sample leads are part of the program");
    samples.into_iter().map(|sample| lead(sample, now)).collect()
}

fn lead(sample: Sample, now: Timestamp) -> Lead {
    let received_at = before(now, sample.received_hours_ago);
    let respond_by = respond_by(received_at, None, DEFAULT_DAYS);
    let accepted_at = sample.accepted_hours_ago.map(|hours| before(now, hours));
    let stage = match (sample.archived, accepted_at) {
        (Some(end), _) => Stage::Archived(Archived {
            outcome: Outcome::parse(&end.outcome),
            archived_at: end.hours_ago.map_or(respond_by, |hours| before(now, hours)),
            reason: end.reason,
            reason_text: None,
            notes: end.notes,
            accepted_at,
        }),
        (None, Some(_)) => Stage::Accepted { accepted_at },
        (None, None) => Stage::Received,
    };
    Lead {
        id: 0,
        revision: 0,
        lead_type: sample.lead_type,
        origin: Origin::Sample,
        hearth_id: HearthId::default(),
        merged_into: None,
        referral_id: None,
        engagement_id: None,
        favorite: sample.favorite,
        received_at,
        respond_by,
        stage,
        customer: sample.customer,
        contacts: sample.contacts.into_iter().map(contact).collect(),
        requested_contact: sample.flame,
        contacted: sample.contacted.map(|c| Contacted { at: before(now, c.hours_ago), way: c.way, note: c.note }),
        snoozed_until: None,
        follow_up: None,
        need: sample.need,
        deal: deal(sample.deal, now),
        employees: sample.employees,
        invited_by: sample.invited_by,
        source_status: SourceStatus::default(),
    }
}

fn contact([given, family, title, email, phone]: [String; 5]) -> Contact {
    let told = |text: String| Some(text).filter(|t| !t.is_empty());
    Contact {
        name: whole_name(Some(&given), Some(&family)),
        given_name: told(given),
        family_name: told(family),
        title: told(title),
        email: told(email),
        phone: told(phone),
    }
}

fn deal(sample: SampleDeal, now: Timestamp) -> Deal {
    let value = sample.value.and_then(|value| {
        let (amount, currency) = value.split_once(' ')?;
        Money::parse(amount, Currency::parse(currency)?).ok()
    });
    let purchase_on = sample.purchase_in_days.and_then(|days| {
        let day = now.plus(TimeDelta::days(days)).utc().date_naive();
        Date::parse_iso(&day.to_string())
    });
    Deal {
        name: sample.name,
        value,
        purchase_on,
        notes: sample.notes,
        crm_id: sample.crm_id,
        campaign_id: sample.campaign_id,
    }
}

fn before(now: Timestamp, hours: f64) -> Timestamp {
    // Minutes are as fine as a sample needs to be, and no float reaches the instant.
    #[allow(clippy::cast_possible_truncation)]
    now.plus(TimeDelta::minutes(-((hours * 60.0).round() as i64)))
}

#[cfg(test)]
#[path = "samples_tests.rs"]
mod tests;
