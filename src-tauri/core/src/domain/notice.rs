//! Notices of the outbox: who has to be told that a lead was declined or has expired.
//!
//! Source: domain.md, "Who is told". Writing and sending them is `store::outbox` and `actions::notices`.

use serde::{Deserialize, Serialize};

use super::lead::LeadId;
use super::time::Timestamp;

/// Who has to be told, of what. Source: domain.md, "Who is told".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum NoticeKind {
    DeclinedToCustomer,
    ExpiredToMicrosoft,
    ExpiredToPartner,
}

/// A notice of the outbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Notice {
    #[cfg_attr(test, ts(type = "number"))]
    pub id: i64,
    #[cfg_attr(test, ts(type = "number"))]
    pub lead_id: LeadId,
    pub customer: String,
    pub kind: NoticeKind,
    /// Who is told, by name.
    pub recipient: String,
    /// The address of the prepared e-mail; `null` when none is known.
    pub email: Option<String>,
    pub created_at: Timestamp,
    /// When its e-mail was handed to the mail program.
    pub drafted_at: Option<Timestamp>,
    /// When the user said that it is sent.
    pub sent_at: Option<Timestamp>,
}
