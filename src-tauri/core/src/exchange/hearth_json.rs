//! Hearth's own JSON: everything of a lead but its history, written by `out` and read back by the reader.
//!
//! ```json
//! {"hearth":1,"exportedAt":"2026-11-24T09:00:00.000Z","leads":[
//! {"hearthId":"00c0ffee00c0ffee","referralId":"6700f96c-…","leadType":"customerInquiry",…},
//! {…}
//! ]}
//! ```
//!
//! One lead a line. Instants are ISO 8601 in UTC with milliseconds, dates `2026-12-01`, amounts decimal text beside their ISO 4217
//! code. An empty field is not written. `source.raw` is the source's own object with every key that Hearth does not know.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use crate::domain::lead::{
    Archived, Contact, ContactWay, Contacted, Customer, Deal, Employee, FollowUp, HearthId, InvitedBy, Lead, LeadType,
    Need, Origin, Outcome, Reason, SourceStatus, Stage, StageKind,
};
use crate::domain::money::{Currency, Money};
use crate::domain::time::{Date, Timestamp};

/// The version of the shape, the value of `hearth`. A reader refuses a larger one.
pub const VERSION: u32 = 1;

/// A lead as it stands in the file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Entry<'a> {
    /// Sixteen hexadecimal digits.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub hearth_id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referral_id: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub engagement_id: Option<Cow<'a, str>>,
    pub lead_type: LeadType,
    pub origin: Origin,
    #[serde(default)]
    pub favorite: bool,
    pub received_at: Instant,
    pub respond_by: Instant,
    pub stage: StageKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted_at: Option<Instant>,
    /// `won`, `lost`, `declined`, `expired`, or the source's own word; of an archived lead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived_at: Option<Instant>,
    /// The code, 1 to 8.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason_text: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closing_notes: Option<Cow<'a, str>>,
    pub customer: Cow<'a, Customer>,
    #[serde(default)]
    pub contacts: Cow<'a, [Contact]>,
    #[serde(default)]
    pub requested_contact: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contacted: Option<ContactedEntry<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub snoozed_until: Option<Instant>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follow_up: Option<Cow<'a, FollowUp>>,
    #[serde(default)]
    pub need: Cow<'a, Need>,
    #[serde(default)]
    pub deal: DealEntry<'a>,
    #[serde(default)]
    pub employees: Cow<'a, [Employee]>,
    #[serde(default)]
    pub invited_by: Cow<'a, InvitedBy>,
    #[serde(default)]
    pub source_status: Cow<'a, SourceStatus>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceEntry<'a>>,
}

/// What an import brought of the lead, as it came.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SourceEntry<'a> {
    pub file_name: Cow<'a, str>,
    pub raw: Cow<'a, RawValue>,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct ContactedEntry<'a> {
    pub at: Instant,
    pub way: ContactWay,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Cow<'a, str>>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct DealEntry<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Cow<'a, str>>,
    /// Decimal text with a point: `10000.50`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<Cow<'a, Currency>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purchase_on: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub crm_id: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub campaign_id: Option<Cow<'a, str>>,
}

/// An instant that is written for people: `2026-11-24T09:00:00.000Z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instant(pub Timestamp);

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        Timestamp::parse(&text).map(Self).ok_or_else(|| serde::de::Error::custom("not an instant"))
    }
}

fn text(text: &Option<String>) -> Option<Cow<'_, str>> {
    text.as_deref().map(Cow::Borrowed)
}

fn owned(text: Option<Cow<'_, str>>) -> Option<String> {
    text.map(Cow::into_owned)
}

impl<'a> Entry<'a> {
    pub fn of(lead: &'a Lead, source: Option<SourceEntry<'a>>) -> Self {
        let archived = match &lead.stage {
            Stage::Archived(archived) => Some(archived),
            Stage::Received | Stage::Accepted { .. } => None,
        };
        let accepted_at = match &lead.stage {
            Stage::Received => None,
            Stage::Accepted { accepted_at } | Stage::Archived(Archived { accepted_at, .. }) => *accepted_at,
        };
        let deal = &lead.deal;
        Self {
            hearth_id: if lead.hearth_id.is_given() { lead.hearth_id.to_string() } else { String::new() },
            referral_id: text(&lead.referral_id),
            engagement_id: text(&lead.engagement_id),
            lead_type: lead.lead_type,
            origin: lead.origin,
            favorite: lead.favorite,
            received_at: Instant(lead.received_at),
            respond_by: Instant(lead.respond_by),
            stage: lead.stage.kind(),
            accepted_at: accepted_at.map(Instant),
            outcome: archived.map(|a| a.outcome.as_str().into()),
            archived_at: archived.map(|a| Instant(a.archived_at)),
            reason: archived.and_then(|a| a.reason),
            reason_text: archived.and_then(|a| text(&a.reason_text)),
            closing_notes: archived.and_then(|a| text(&a.notes)),
            customer: Cow::Borrowed(&lead.customer),
            contacts: Cow::Borrowed(&lead.contacts),
            requested_contact: lead.requested_contact,
            contacted: lead.contacted.as_ref().map(|contacted| ContactedEntry {
                at: Instant(contacted.at),
                way: contacted.way,
                note: text(&contacted.note),
            }),
            snoozed_until: lead.snoozed_until.map(Instant),
            follow_up: lead.follow_up.as_ref().map(Cow::Borrowed),
            need: Cow::Borrowed(&lead.need),
            deal: DealEntry {
                name: text(&deal.name),
                amount: deal.value.as_ref().map(Money::amount),
                currency: deal.value.as_ref().map(|value| Cow::Borrowed(&value.currency)),
                purchase_on: deal.purchase_on,
                notes: text(&deal.notes),
                crm_id: text(&deal.crm_id),
                campaign_id: text(&deal.campaign_id),
            },
            employees: Cow::Borrowed(&lead.employees),
            invited_by: Cow::Borrowed(&lead.invited_by),
            source_status: Cow::Borrowed(&lead.source_status),
            source,
        }
    }

    /// The lead, with id and revision 0. Texts are as they stand in the file: whoever reads it cleans and limits them. An amount that
    /// is none, or that has no currency, is no value.
    pub fn into_lead(self) -> Lead {
        let accepted_at = self.accepted_at.map(|at| at.0);
        let stage = match self.stage {
            StageKind::Received => Stage::Received,
            StageKind::Accepted => Stage::Accepted { accepted_at },
            StageKind::Archived => Stage::Archived(Archived {
                outcome: Outcome::parse(&self.outcome.unwrap_or_default()),
                archived_at: self.archived_at.map_or(super::NOT_TOLD, |at| at.0),
                reason: self.reason,
                reason_text: owned(self.reason_text),
                notes: owned(self.closing_notes),
                accepted_at,
            }),
        };
        let deal = self.deal;
        let value = deal.currency.as_deref().and_then(|currency| Currency::parse(currency.code()));
        let value = value.zip(deal.amount).and_then(|(currency, amount)| Money::parse(&amount, currency).ok());
        Lead {
            id: 0,
            revision: 0,
            lead_type: self.lead_type,
            origin: self.origin,
            hearth_id: HearthId::parse(&self.hearth_id).unwrap_or_default(),
            referral_id: owned(self.referral_id),
            engagement_id: owned(self.engagement_id),
            merged_into: None,
            favorite: self.favorite,
            received_at: self.received_at.0,
            respond_by: self.respond_by.0,
            stage,
            customer: self.customer.into_owned(),
            contacts: self.contacts.into_owned(),
            requested_contact: self.requested_contact,
            contacted: self.contacted.map(|c| Contacted { at: c.at.0, way: c.way, note: owned(c.note) }),
            snoozed_until: self.snoozed_until.map(|at| at.0),
            follow_up: self.follow_up.map(Cow::into_owned),
            need: self.need.into_owned(),
            deal: Deal {
                name: owned(deal.name),
                value,
                purchase_on: deal.purchase_on,
                notes: owned(deal.notes),
                crm_id: owned(deal.crm_id),
                campaign_id: owned(deal.campaign_id),
            },
            employees: self.employees.into_owned(),
            invited_by: self.invited_by.into_owned(),
            source_status: self.source_status.into_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::testing::lead;

    #[test]
    fn a_lead_comes_back_whole() {
        let mut lead = lead("한빛전자", "2026-11-16T09:00:00.123Z");
        lead.stage = Stage::Archived(Archived {
            outcome: Outcome::Other("Duplicate".into()),
            archived_at: lead.received_at,
            reason: Reason::try_from(3).ok(),
            reason_text: Some("\"quoted\"".into()),
            notes: Some("두\n줄".into()),
            accepted_at: Some(lead.received_at),
        });
        lead.deal.value = Currency::parse("KWD").map(|currency| Money { minor: 1_234, currency });
        (lead.id, lead.revision, lead.hearth_id) = (0, 0, HearthId(-7));
        let raw = RawValue::from_string("{\"aKeyOfTheFuture\":{\"kept\":1.50}}".into()).unwrap();
        let source = SourceEntry { file_name: "a.json".into(), raw: Cow::Borrowed(&raw) };
        let line = serde_json::to_string(&Entry::of(&lead, Some(source))).unwrap();
        let back: Entry<'_> = serde_json::from_str(&line).unwrap();
        assert_eq!(back.source.as_ref().map(|s| s.raw.get()), Some(raw.get()), "the source to the letter");
        let value: serde_json::Value = serde_json::from_str(&line).unwrap();
        let by_value: Entry<'_> = serde_json::from_value(value).unwrap();
        assert_eq!(by_value.into_lead(), lead, "from a value in memory too");
        assert_eq!(back.into_lead(), lead, "every field");
    }
}
