//! The contacts of a lead in its row: JSON that says nothing twice and nothing that is not there.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{First, Lent, to_json};
use crate::domain::lead::Contact;
use crate::error::Error;

/// A contact as it is kept: by short names, and without what it has not.
#[derive(Serialize, Deserialize)]
struct KeptContact<'a> {
    /// `None` when it is the given name and the family name, in the order that the language writes them.
    #[serde(rename = "n", alias = "name", skip_serializing_if = "Option::is_none")]
    name: Option<Cow<'a, str>>,
    #[serde(rename = "g", alias = "givenName", skip_serializing_if = "Option::is_none")]
    given_name: Option<Cow<'a, str>>,
    #[serde(rename = "f", alias = "familyName", skip_serializing_if = "Option::is_none")]
    family_name: Option<Cow<'a, str>>,
    #[serde(rename = "t", alias = "title", skip_serializing_if = "Option::is_none")]
    title: Option<Cow<'a, str>>,
    #[serde(rename = "e", alias = "email", skip_serializing_if = "Option::is_none")]
    email: Option<Cow<'a, str>>,
    #[serde(rename = "p", alias = "phone", skip_serializing_if = "Option::is_none")]
    phone: Option<Cow<'a, str>>,
}

/// As much of a [`KeptContact`] as a line of a list shows.
#[derive(Deserialize)]
struct KeptLine<'a> {
    #[serde(rename = "n", alias = "name", borrow, default)]
    name: Option<Lent<'a>>,
    #[serde(rename = "g", alias = "givenName", borrow, default)]
    given_name: Option<Lent<'a>>,
    #[serde(rename = "f", alias = "familyName", borrow, default)]
    family_name: Option<Lent<'a>>,
    #[serde(rename = "e", alias = "email", borrow, default)]
    email: Option<Lent<'a>>,
    #[serde(rename = "p", alias = "phone", borrow, default)]
    phone: Option<Lent<'a>>,
}

/// The contacts of a lead as the database keeps them.
pub(super) fn to_kept(contacts: &[Contact]) -> Result<String, Error> {
    to_json(&contacts.iter().map(kept).collect::<Vec<_>>())
}

fn kept(contact: &Contact) -> KeptContact<'_> {
    fn text(text: &Option<String>) -> Option<Cow<'_, str>> {
        text.as_deref().map(Cow::Borrowed)
    }
    let Contact { name, given_name, family_name, title, email, phone } = contact;
    let both = given_name.as_ref().zip(family_name.as_ref()).map(|(given, family)| both(given, family));
    KeptContact {
        name: (both.as_ref() != Some(name)).then_some(Cow::Borrowed(name)),
        given_name: text(given_name),
        family_name: text(family_name),
        title: text(title),
        email: text(email),
        phone: text(phone),
    }
}

/// Reads what [`to_kept`] made, and what earlier versions wrote.
pub(super) fn from_kept(json: &str) -> serde_json::Result<Vec<Contact>> {
    let kept: Vec<KeptContact<'_>> = serde_json::from_str(json)?;
    Ok(kept.into_iter().map(contact).collect())
}

/// What a line of a list shows of the first contact; an empty one where there is none.
pub(super) fn first_of_kept(json: &str) -> serde_json::Result<Contact> {
    if json == "[]" {
        return Ok(Contact::default());
    }
    let First(first) = serde_json::from_str::<First<KeptLine<'_>>>(json)?;
    let Some(KeptLine { name, given_name, family_name, email, phone }) = first else { return Ok(Contact::default()) };
    let text = |text: Option<Lent<'_>>| text.map(|text| text.0.into_owned());
    let name = match (name, given_name, family_name) {
        (Some(name), ..) => name.0.into_owned(),
        (None, Some(given), Some(family)) => both(&given.0, &family.0),
        (None, ..) => String::new(),
    };
    Ok(Contact { name, email: text(email), phone: text(phone), ..Contact::default() })
}

fn contact(kept: KeptContact<'_>) -> Contact {
    let text = |text: Option<Cow<'_, str>>| text.map(Cow::into_owned);
    let (given_name, family_name) = (text(kept.given_name), text(kept.family_name));
    let name = match (kept.name, &given_name, &family_name) {
        (Some(name), ..) => name.into_owned(),
        (None, Some(given), Some(family)) => both(given, family),
        (None, ..) => String::new(),
    };
    Contact { name, given_name, family_name, title: text(kept.title), email: text(kept.email), phone: text(kept.phone) }
}

/// The whole name: the family name first, and without a blank, where it is written in Hangul.
fn both(given: &str, family: &str) -> String {
    let is_hangul = |text: &str| text.chars().all(|c| ('\u{ac00}'..='\u{d7a3}').contains(&c));
    if is_hangul(given) && is_hangul(family) { format!("{family}{given}") } else { format!("{given} {family}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contacts_come_out_as_they_went_in() {
        let of = |name: &str, given: Option<&str>, family: Option<&str>| Contact {
            name: name.into(),
            given_name: given.map(Into::into),
            family_name: family.map(Into::into),
            email: Some("a@b.example".into()),
            ..Contact::default()
        };
        let all = vec![
            of("Sue Smith", Some("Sue"), Some("Smith")),
            of("김민지", Some("민지"), Some("김")),
            of("민지 김", Some("민지"), Some("김")),
            of("", Some("Sue"), Some("Smith")),
            of("", None, None),
            of(" ", Some(""), Some("")),
        ];
        let kept = to_kept(&all).unwrap();
        assert_eq!(from_kept(&kept).unwrap(), all, "whatever the order of a name: {kept}");
        let third = ["Sue Smith", "김민지"].map(|name| kept.contains(name));
        assert_eq!(third, [false, false], "a name that is its two parts is not kept a third time: {kept}");
    }

    #[test]
    fn contacts_of_an_earlier_version_are_read() {
        let old = r#"[{"name":"Sue","givenName":null,"familyName":"Smith","title":"IT","email":null,"phone":"1"}]"#;
        let contact = &from_kept(old).unwrap()[0];
        assert_eq!(
            (contact.name.as_str(), contact.family_name.as_deref()),
            ("Sue", Some("Smith")),
            "by its long names"
        );
        assert_eq!((contact.title.as_deref(), contact.phone.as_deref()), (Some("IT"), Some("1")), "and all of it");
    }
    #[test]
    fn a_line_shows_the_first_contact_as_it_is() {
        let kept = [
            r#"[{"n":"Sue \"S\" Smith","g":"Sue","f":"Smith","t":"IT","e":"a@b.example","p":"1"},{"n":"Bob"}]"#,
            r#"[{"g":"민지","f":"김","e":"a@b.example"}]"#,
            r#"[{"g":"Sue"}]"#,
            r#"[{"name":"Sue","givenName":null,"familyName":"Smith","title":"IT","email":null,"phone":"1"}]"#,
            "[]",
        ];
        for json in kept {
            let whole = from_kept(json).unwrap().into_iter().next().unwrap_or_default();
            let line = first_of_kept(json).unwrap();
            assert_eq!((line.name, line.email, line.phone), (whole.name, whole.email, whole.phone), "of {json}");
        }
        for json in ["", "{}", r#"[{"n":1}]"#, r#"[{"n":"Sue"}"#, r#"[{"n":"Sue"},"#] {
            assert!(first_of_kept(json).is_err(), "damage is noticed: {json}");
        }
    }
}
