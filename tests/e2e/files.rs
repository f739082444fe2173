//! Files of invented leads as Partner Center's Referrals API writes them, with times as each journey needs them.
//!
//! Companies are Microsoft's fictitious ones or invented; addresses end in `.example`, telephone numbers are 555.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

/// A referral to be written into a file.
#[derive(Clone)]
pub struct Referral(Value);

/// A received customer inquiry.
pub fn lead(customer: &str, received: &str) -> Referral {
    let number = number(customer, received);
    Referral(json!({
        "id": format!("00000000-0000-4000-8000-{number:012}"),
        "engagementId": format!("00000000-0000-4000-9000-{number:012}"),
        "name": null,
        "externalReferenceId": null,
        "createdDateTime": received,
        "updatedDateTime": received,
        "expirationDateTime": null,
        "status": "New",
        "substatus": "Received",
        "qualification": "Direct",
        "type": "Independent",
        "direction": "Incoming",
        "customerProfile": {
            "name": customer,
            "size": "51to250employees",
            "address": { "addressLine1": "100 Sample Way", "city": "Redmond", "region": "WA", "postalCode": "98052", "country": "US" },
            "team": [{ "firstName": "Dana", "lastName": "Whitfield", "phoneNumber": phone(customer, number), "email": email(customer, number) }]
        },
        "details": {
            "notes": "We want to move our file server to the cloud.",
            "dealValue": 48000,
            "currency": "USD",
            "closingDateTime": null,
            "customerRequestedContact": false,
            "requirements": { "industries": [{ "id": "Manufacturing" }], "products": [{ "id": "Microsoft365" }], "services": [], "solutions": [] }
        }
    }))
}

/// Each customer has an address and a telephone of their own, or they would all look like one.
fn email(customer: &str, number: u64) -> String {
    let name: String = customer.to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
    if name.len() < 3 { format!("dana@c{number}.example") } else { format!("dana@{name}.example") }
}

fn phone(customer: &str, number: u64) -> String {
    if customer == "Fabrikam" {
        return "+1 425 555 0142".to_owned();
    }
    let area = [206, 253, 360, 509, 564][usize::try_from(number % 5).expect("less than five")];
    format!("+1 {area} 555 01{:02}", number % 100)
}

/// The same number for the same lead in every run. FNV-1a, as many digits as stand in a GUID's last group.
fn number(customer: &str, received: &str) -> u64 {
    let bytes = customer.bytes().chain(received.bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
        % 1_000_000_000_000
}

/// A lead whose customer asked to be contacted directly.
pub fn hot(customer: &str, received: &str) -> Referral {
    lead(customer, received).with("/details/customerRequestedContact", json!(true))
}

impl Referral {
    /// Replaces what stands at a JSON pointer.
    pub fn with(mut self, pointer: &str, value: Value) -> Self {
        let (parent, key) = pointer.rsplit_once('/').expect("a pointer starts with a slash");
        self.0.pointer_mut(parent).expect("the parent is there")[key] = value;
        self
    }

    /// As Microsoft's marketing sends it.
    pub fn qualified(self) -> Self {
        self.with("/qualification", json!("MarketingQualified"))
    }

    /// As it stands when the partner has accepted it.
    pub fn accepted(self, at: &str, deal: &str) -> Self {
        self.with("/status", json!("Active"))
            .with("/substatus", json!("Accepted"))
            .with("/acceptedDateTime", json!(at))
            .with("/name", json!(deal))
            .with("/details/closingDateTime", json!("2026-12-15T00:00:00Z"))
    }

    pub fn need(self, text: &str) -> Self {
        self.with("/details/notes", json!(text))
    }

    pub fn value(self, amount: f64, currency: &str) -> Self {
        self.with("/details/dealValue", json!(amount)).with("/details/currency", json!(currency))
    }

    pub fn contact(self, first: &str, last: &str, email: &str, phone: &str) -> Self {
        let member = json!({ "firstName": first, "lastName": last, "phoneNumber": phone, "email": email });
        self.with("/customerProfile/team", json!([member]))
    }

    pub fn address(self, city: &str, country: &str) -> Self {
        self.with("/customerProfile/address", json!({ "city": city, "country": country }))
    }
}

/// Writes a list reply of the Referrals API into `folder`.
pub fn json_file(folder: &Path, name: &str, referrals: &[Referral]) -> PathBuf {
    let values: Vec<&Value> = referrals.iter().map(|referral| &referral.0).collect();
    written(folder, name, json!({ "value": values }).to_string().as_bytes())
}

pub fn written(folder: &Path, name: &str, content: &[u8]) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, content).expect("the desk's home can be written");
    path
}
