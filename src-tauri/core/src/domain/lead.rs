//! A lead: a customer whom Partner Center sends to the partner, and the deal that may become of it.
//!
//! Only data and small readings of it. What may happen to a lead is in `lifecycle`, how it is saved in `store`.

use serde::{Deserialize, Serialize};

use super::money::Money;
use super::time::{Date, Timestamp};

/// The lead's number in this database.
pub type LeadId = i64;

/// Where a lead comes from, and so in which tab it stands. Source: domain.md, "Which tab".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum LeadType {
    CustomerInquiry,
    MarketingQualified,
    SalesQualified,
}

impl LeadType {
    pub const ALL: [Self; 3] = [Self::CustomerInquiry, Self::MarketingQualified, Self::SalesQualified];
}

/// How the lead got into this database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Origin {
    Import,
    Hand,
    /// An invented lead to explore Hearth with.
    Sample,
}

/// A lead's own name, the same in every database and every file that Hearth wrote. A random number that the database gives
/// when the lead comes in; zero until then.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct HearthId(pub i64);

impl HearthId {
    /// Reads the sixteen hexadecimal digits that [`HearthId`] is written as.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.trim();
        if digits.len() != 16 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        u64::from_str_radix(digits, 16).ok().map(|bits| Self(bits.cast_signed())).filter(|id| id.is_given())
    }

    pub fn is_given(self) -> bool {
        self.0 != 0
    }
}

impl std::fmt::Display for HearthId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:016x}", self.0.cast_unsigned())
    }
}

/// The three stages without what belongs to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum StageKind {
    Received,
    Accepted,
    Archived,
}

impl StageKind {
    pub const ALL: [Self; 3] = [Self::Received, Self::Accepted, Self::Archived];
}

/// Where a lead stands in its life.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    Received,
    Accepted { accepted_at: Option<Timestamp> },
    Archived(Archived),
}

/// How a lead ended. Final.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Archived {
    pub outcome: Outcome,
    pub archived_at: Timestamp,
    pub reason: Option<Reason>,
    /// Partner Center's free text, as it came.
    pub reason_text: Option<String>,
    pub notes: Option<String>,
    /// When it had been accepted before, if it had.
    pub accepted_at: Option<Timestamp>,
}

impl Stage {
    pub fn kind(&self) -> StageKind {
        match self {
            Self::Received => StageKind::Received,
            Self::Accepted { .. } => StageKind::Accepted,
            Self::Archived(_) => StageKind::Archived,
        }
    }
}

/// How an archived lead ended. An outcome that Hearth does not know is kept and shown as it came.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Outcome {
    Won,
    Lost,
    Declined,
    Expired,
    Other(String),
}

impl Outcome {
    /// The text that the database and the window know it by: a known outcome in small letters, any other verbatim.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Won => "won",
            Self::Lost => "lost",
            Self::Declined => "declined",
            Self::Expired => "expired",
            Self::Other(text) => text,
        }
    }

    /// Reads Partner Center's sub-status or our own text, whatever its case.
    pub fn parse(text: &str) -> Self {
        match text.trim().to_ascii_lowercase().as_str() {
            "won" => Self::Won,
            "lost" => Self::Lost,
            "declined" => Self::Declined,
            "expired" => Self::Expired,
            _ => Self::Other(text.trim().to_owned()),
        }
    }
}

/// Why a lead was declined or lost: codes 1 to 8. Source: domain.md 2.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
#[cfg_attr(test, derive(ts_rs::TS), ts(type = "1 | 2 | 3 | 4 | 5 | 6 | 7 | 8"))]
pub struct Reason(u8);

impl Reason {
    pub fn code(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Reason {
    type Error = &'static str;

    fn try_from(code: u8) -> Result<Self, Self::Error> {
        if (1..=8).contains(&code) { Ok(Self(code)) } else { Err("a reason is a code from 1 to 8") }
    }
}

impl From<Reason> for u8 {
    fn from(reason: Reason) -> Self {
        reason.0
    }
}

/// A person at the customer's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Contact {
    /// The whole name in the order its language writes it; may be empty.
    pub name: String,
    pub given_name: Option<String>,
    pub family_name: Option<String>,
    pub title: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
}

/// One of the partner's own people who works on the deal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Employee {
    pub name: String,
    pub phone: Option<String>,
    pub email: Option<String>,
}

/// The customer's company.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Customer {
    pub name: String,
    /// Partner Center's band, such as `51to250employees`.
    pub size: Option<String>,
    pub address_line1: Option<String>,
    pub address_line2: Option<String>,
    pub city: Option<String>,
    pub state: Option<String>,
    pub postal_code: Option<String>,
    /// ISO 3166 alpha-2 where the source gives one.
    pub country: Option<String>,
}

/// What the customer asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Need {
    /// The customer's words; may be empty.
    pub text: String,
    pub industries: Vec<String>,
    pub products: Vec<String>,
    pub services: Vec<String>,
    pub solutions: Vec<String>,
}

/// The deal as the accept form knows it. An imported lead may lack any of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deal {
    pub name: Option<String>,
    pub value: Option<Money>,
    /// The estimated purchase date, a day of the customer's calendar.
    pub purchase_on: Option<Date>,
    pub notes: Option<String>,
    pub crm_id: Option<String>,
    pub campaign_id: Option<String>,
}

/// By which way the customer was contacted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum ContactWay {
    Phone,
    Email,
    Meeting,
    Other,
}

/// That the customer was contacted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Contacted {
    pub at: Timestamp,
    pub way: ContactWay,
    pub note: Option<String>,
}

/// The day on which the user wants to come back to a lead, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FollowUp {
    pub on: Date,
    pub note: Option<String>,
}

/// Who sent the lead, when it was not the customer alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct InvitedBy {
    /// `msft` is Microsoft.
    pub organization_id: Option<String>,
    pub organization_name: Option<String>,
    pub notes: Option<String>,
}

impl InvitedBy {
    /// Whether another partner, not Microsoft and not the customer, sent the lead.
    pub fn is_partner(&self) -> bool {
        self.organization_id.as_deref().is_some_and(|id| !id.is_empty() && !id.eq_ignore_ascii_case("msft"))
    }
}

/// Partner Center's own words for where the lead stands, kept beside our three stages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SourceStatus {
    pub status: Option<String>,
    pub substatus: Option<String>,
}

/// Everything that Hearth knows of one lead, history and notices apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lead {
    pub id: LeadId,
    /// Counts up with every change; an action names the revision that the user saw.
    pub revision: i64,
    pub lead_type: LeadType,
    pub origin: Origin,
    #[serde(default)]
    pub hearth_id: HearthId,
    pub referral_id: Option<String>,
    pub engagement_id: Option<String>,
    /// The lead that this one was merged into; such a lead only waits to be taken apart from it again.
    #[serde(default)]
    pub merged_into: Option<LeadId>,
    pub favorite: bool,
    pub received_at: Timestamp,
    /// The first instant at which the lead is lost if nobody answered. Source: domain.md, "Respond-by".
    pub respond_by: Timestamp,
    pub stage: Stage,
    pub customer: Customer,
    pub contacts: Vec<Contact>,
    /// The flame: the customer asked to be contacted directly.
    pub requested_contact: bool,
    pub contacted: Option<Contacted>,
    /// Until when the user does not want to be reminded; an instant that is over has no more meaning.
    pub snoozed_until: Option<Timestamp>,
    pub follow_up: Option<FollowUp>,
    pub need: Need,
    pub deal: Deal,
    pub employees: Vec<Employee>,
    pub invited_by: InvitedBy,
    pub source_status: SourceStatus,
}
