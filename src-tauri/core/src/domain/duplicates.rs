//! When two leads may be the same: what they have in common, and how sure that makes us.
//!
//! Finding the other one is `store::match_keys`; making them one is `actions::merge_leads`.

use serde::{Deserialize, Serialize};

use super::company_name;
use super::free_mail::is_free_mail;
use super::lead::{Contact, Lead, LeadId, StageKind};
use super::phone;
use super::text::folded;
use super::time::Timestamp;

/// Counts up whenever the keys of a lead are made by other rules: a database with older keys makes them anew when it is opened.
pub const KEY_RULES: u32 = 1;
/// No lead has more keys than these, whatever a file brings.
const MOST_KEYS: usize = 32;
/// Longer addresses cannot be sent to (RFC 5321), so they are none.
const LONGEST_EMAIL: usize = 254;
/// Stands between a domain and a name, and in neither.
const SEPARATOR: char = '\u{1f}';

/// What can be looked up of a lead: two leads with the same key may be the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    pub kind: KeyKind,
    pub text: String,
}

/// The kinds of keys, as the database numbers them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyKind {
    /// Not kept as a key: the lead's own row is looked up by it.
    ReferralId = 0,
    Email = 1,
    Phone = 2,
    /// A mail domain and the company's name, which is only nearly the same: see [`Key::company`].
    Company = 3,
}

impl Key {
    fn of_company(domain: &str, name: &str) -> Self {
        Self { kind: KeyKind::Company, text: format!("{domain}{SEPARATOR}{name}") }
    }

    /// The domain and the name of a [`KeyKind::Company`].
    pub fn company(&self) -> (&str, &str) {
        self.text.split_once(SEPARATOR).unwrap_or((&self.text, ""))
    }

    /// Whether two leads with these keys of one kind may be the same.
    pub fn meets(&self, other: &Self) -> bool {
        if self.kind != KeyKind::Company || other.kind != KeyKind::Company {
            return self == other;
        }
        let ((domain, name), (other_domain, other_name)) = (self.company(), other.company());
        domain == other_domain && company_name::near(name, other_name)
    }

    /// What both have, as a person reads it.
    pub fn told(&self) -> Match {
        let (kind, value) = match self.kind {
            KeyKind::ReferralId => (MatchKind::ReferralId, self.text.clone()),
            KeyKind::Email => (MatchKind::Email, self.text.clone()),
            KeyKind::Phone => (MatchKind::Phone, self.text.clone()),
            KeyKind::Company => (MatchKind::DomainAndName, self.company().0.to_owned()),
        };
        Match { kind, value }
    }
}

/// The keys of a lead, the surest first, each once.
pub fn keys(lead: &Lead) -> Vec<Key> {
    keys_of(lead.referral_id.as_deref(), &lead.customer.name, lead.customer.country.as_deref(), &lead.contacts)
}

/// As [`keys`], of a lead that is not one yet.
pub fn keys_of(referral_id: Option<&str>, customer: &str, country: Option<&str>, contacts: &[Contact]) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut add = |key: Key| {
        if keys.len() < MOST_KEYS && !keys.contains(&key) {
            keys.push(key);
        }
    };
    if let Some(text) = referral_id.map(referral).filter(|text| !text.is_empty()) {
        add(Key { kind: KeyKind::ReferralId, text: text.to_owned() });
    }
    let company = company_name::core(customer);
    for contact in contacts.iter().take(MOST_KEYS) {
        if let Some(text) = contact.email.as_deref().and_then(email) {
            if let Some((_, domain)) = text.rsplit_once('@')
                && domain.contains('.')
                && !is_free_mail(domain)
                && !company.is_empty()
            {
                add(Key::of_company(domain, &company));
            }
            add(Key { kind: KeyKind::Email, text });
        }
        if let Some(text) = contact.phone.as_deref().and_then(|text| phone::e164(text, country)) {
            add(Key { kind: KeyKind::Phone, text });
        }
    }
    keys.sort();
    keys
}

/// A referral id without what a spreadsheet or a registry writes round it.
pub fn referral(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '{' | '}' | '"'))
}

/// An e-mail address as it is compared: the part before the `@` may be told apart by capitals in theory, and never is.
fn email(text: &str) -> Option<String> {
    let text = folded(text.trim().trim_end_matches('.'));
    let (local, domain) = text.split_once('@')?;
    let plausible = !local.is_empty()
        && !domain.is_empty()
        && !domain.contains('@')
        && text.len() <= LONGEST_EMAIL
        && !text.contains(|c: char| c.is_whitespace() || c.is_control());
    plausible.then_some(text)
}

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::testing::lead;

    fn of(customer: &str, country: &str, email: &str, phone: &str) -> Vec<(KeyKind, String)> {
        let mut lead = lead(customer, "2026-11-20T09:00:00Z");
        lead.customer.country = Some(country.into());
        lead.contacts = vec![Contact { email: Some(email.into()), phone: Some(phone.into()), ..Contact::default() }; 2];
        keys(&lead).into_iter().map(|key| (key.kind, key.text.replace(SEPARATOR, "|"))).collect()
    }

    #[test]
    fn a_lead_is_known_by_address_number_and_company() {
        let expected = vec![
            (KeyKind::Email, "sue@fabrikam.example".to_owned()),
            (KeyKind::Phone, "+14255550143".to_owned()),
            (KeyKind::Company, "fabrikam.example|fabrikam".to_owned()),
        ];
        assert_eq!(of("Fabrikam, Inc.", "US", " Sue@Fabrikam.Example ", "(425) 555-0143"), expected, "each once");
        assert_eq!(of("FABRIKAM", "", "sue@fabrikam.example.", "+1 425 555 0143"), expected, "however it is written");
    }

    #[test]
    fn what_everybody_has_is_no_key() {
        let kinds = |keys: Vec<(KeyKind, String)>| keys.into_iter().map(|(kind, _)| kind).collect::<Vec<_>>();
        assert_eq!(kinds(of("Fabrikam", "US", "sue@gmail.com", "12")), [KeyKind::Email], "a provider is no company");
        assert_eq!(of("Fabrikam", "US", "unknown", "0000000"), [], "what a form was filled with");
        assert_eq!(of("Fabrikam", "US", "a b@c d.example", ""), [], "no address");
        assert_eq!(of("Fabrikam", "US", "@", "@"), [], "no address either");
    }

    #[test]
    fn a_lead_of_a_thousand_people_has_some_keys() {
        let mut lead = lead("Fabrikam", "2026-11-20T09:00:00Z");
        lead.contacts = (0..1000)
            .map(|n| Contact { email: Some(format!("p{n}@fabrikam.example")), ..Contact::default() })
            .collect();
        assert_eq!(keys(&lead).len(), MOST_KEYS, "a hostile file does not fill the index");
    }
}
