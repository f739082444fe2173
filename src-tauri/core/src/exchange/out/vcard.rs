//! The customers' contacts as vCard 4.0, one card for each. Source: RFC 6350.

use std::io::{self, BufWriter, Write};

use super::content_line::{escaped, line};
use super::{Source, Writer};
use crate::domain::lead::{Contact, Lead};

pub struct Vcard<W: Write> {
    file: BufWriter<W>,
}

impl<W: Write> Vcard<W> {
    pub fn begin(place: W) -> Self {
        Self { file: BufWriter::new(place) }
    }

    fn card(&mut self, lead: &Lead, contact: &Contact, place: usize) -> io::Result<()> {
        let file = &mut self.file;
        line(file, "BEGIN", "VCARD")?;
        line(file, "VERSION", "4.0")?;
        if lead.hearth_id.is_given() {
            // The same card again replaces itself in an address book.
            line(file, "UID", &format!("urn:hearth:{}:{place}", lead.hearth_id))?;
        }
        line(file, "KIND", "individual")?;
        line(file, "FN", &escaped(shown_name(lead, contact)))?;
        let (given, family) = (contact.given_name.as_deref(), contact.family_name.as_deref());
        if given.or(family).is_some() {
            let part = |part: Option<&str>| escaped(part.unwrap_or_default());
            line(file, "N", &format!("{};{};;;", part(family), part(given)))?;
        }
        if !lead.customer.name.is_empty() {
            line(file, "ORG", &escaped(&lead.customer.name))?;
        }
        let fields =
            [("TITLE", &contact.title), ("EMAIL;TYPE=work", &contact.email), ("TEL;TYPE=work", &contact.phone)];
        for (name, text) in fields {
            if let Some(text) = text {
                line(file, name, &escaped(text))?;
            }
        }
        if let Some(address) = address(lead) {
            line(file, "ADR;TYPE=work", &address)?;
        }
        line(file, "END", "VCARD")
    }
}

impl<W: Write> Writer for Vcard<W> {
    fn lead(&mut self, lead: &Lead, _: Option<Source<'_>>) -> io::Result<bool> {
        for (place, contact) in lead.contacts.iter().enumerate() {
            self.card(lead, contact, place + 1)?;
        }
        Ok(true)
    }

    fn finish(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// A card must have a name; without one, it is what else the contact is known by.
fn shown_name<'a>(lead: &'a Lead, contact: &'a Contact) -> &'a str {
    let other = [&contact.email, &contact.phone].into_iter().flatten().next();
    match contact.name.as_str() {
        "" => other.map_or(lead.customer.name.as_str(), String::as_str),
        name => name,
    }
}

/// Post box and extension, which nobody uses any more, then street, city, state, code and country.
fn address(lead: &Lead) -> Option<String> {
    let c = &lead.customer;
    let part = |part: &Option<String>| escaped(part.as_deref().unwrap_or_default());
    let lines: Vec<_> = [&c.address_line1, &c.address_line2].into_iter().flatten().map(|line| escaped(line)).collect();
    let parts = [lines.join(","), part(&c.city), part(&c.state), part(&c.postal_code), part(&c.country)];
    parts.iter().any(|part| !part.is_empty()).then(|| format!(";;{}", parts.join(";")))
}
