//! When two leads may be the same: what they have in common, and how sure that makes us.
//!
//! Finding the other one is `store::match_keys`; making them one is `actions::merge_leads`.

use serde::{Deserialize, Serialize};

use super::lead::{LeadId, StageKind};
use super::time::Timestamp;

/// What two leads have in common.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Match {
    pub kind: MatchKind,
    /// The value that both have, as a person reads it: the address, the number, the domain with both names.
    pub value: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum MatchKind {
    ReferralId,
    Email,
    /// The same number in E.164.
    Phone,
    /// The same mail domain, which is no free mail provider's, and nearly the same company name.
    DomainAndName,
}

/// A lead as a list of duplicates shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LeadBrief {
    #[cfg_attr(test, ts(type = "number"))]
    pub id: LeadId,
    #[cfg_attr(test, ts(type = "number"))]
    pub revision: i64,
    pub customer: String,
    /// Name, e-mail and phone of the first contact.
    pub contact: String,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub stage: StageKind,
    pub outcome: Option<String>,
    pub received_at: Timestamp,
    pub referral_id: Option<String>,
}

/// Two leads that may be the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DuplicatePair {
    /// The older one.
    pub one: LeadBrief,
    pub other: LeadBrief,
    pub matches: Vec<Match>,
}
