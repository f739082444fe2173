//! Files of invented leads, as Partner Center's Referrals API lists them, received at instants of the computer's own clock.
//!
//! What they are imported for is for the verbs to know.

use std::time::{SystemTime, UNIX_EPOCH};

use chrono::DateTime;
use serde_json::{Value, json};

pub const HOUR: i64 = 3_600_000;

/// A customer inquiry that nobody has answered.
pub struct Referral {
    /// Tells one referral of a file from the others.
    pub number: u32,
    pub customer: String,
    /// Milliseconds since 1970.
    pub received: i64,
    /// Whether the customer asked to be contacted directly.
    pub hot: bool,
}

/// This instant, in milliseconds since 1970.
#[expect(clippy::disallowed_methods, reason = "what is tried here is tried with the computer's own clock")]
pub fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// The list that the API answers with.
pub fn list(referrals: &[Referral]) -> String {
    let values: Vec<Value> = referrals.iter().map(value).collect();
    json!({ "value": values }).to_string()
}

fn value(referral: &Referral) -> Value {
    let Referral { number, customer, received, hot } = referral;
    let received = instant(*received);
    json!({
        "id": format!("00000000-0000-4000-8000-{number:012}"),
        "engagementId": format!("00000000-0000-4000-9000-{number:012}"),
        "name": "Ovens that talk to the till",
        "createdDateTime": received,
        "updatedDateTime": received,
        "status": "New",
        "substatus": "Received",
        "qualification": "Direct",
        "type": "Independent",
        "direction": "Incoming",
        "customerProfile": {
            "name": customer,
            "address": { "city": "Springfield", "country": "US" },
            "team": [{
                "firstName": "Robin",
                "lastName": "Baker",
                "phoneNumber": "555-0142",
                "email": "robin.baker@example.com",
            }],
        },
        "consent": { "consentToToShareInfoWithOthers": true, "consentToContact": true },
        "details": {
            "notes": "Please call us today.",
            "dealValue": 12000,
            "currency": "USD",
            "customerRequestedContact": hot,
        },
        "inviteContext": { "invitedBy": { "organizationId": "msft", "organizationName": "Microsoft" } },
    })
}

/// An instant as Partner Center writes it, but to the millisecond.
fn instant(millis: i64) -> String {
    DateTime::from_timestamp_millis(millis).unwrap_or_default().format("%Y-%m-%dT%H:%M:%S%.3fZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hot_lead_is_one_that_must_alarm() {
        let hot = Referral { number: 7, customer: "Northwind".into(), received: 1_795_165_200_250, hot: true };
        let list: Value = serde_json::from_str(&list(&[hot])).unwrap();
        let lead = &list["value"][0];
        assert_eq!(lead["details"]["customerRequestedContact"], true, "only such a lead is hot");
        assert_eq!(lead["createdDateTime"], "2026-11-20T09:00:00.250Z", "its window is counted from there");
        assert_eq!(lead["type"], "Independent", "a shared one would be set aside as co-sell");
        assert_eq!(lead["id"], "00000000-0000-4000-8000-000000000007", "two of one file are two leads");
    }
}
