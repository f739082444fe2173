//! A row of a table as it is kept: its cells, without the headings, and of a cell that the lead holds as well only which field that
//! is. Most of a row is in its lead already.
//!
//! What a lead no longer holds is kept beside the row by a trigger of the database (`a_source_keeps_what_it_refers_to`), so that
//! the row comes out as it went in whatever becomes of the lead. Any other source stays as it is.

use serde_json::{Map, Value};

use super::contacts;
use crate::domain::lead::{Contact, Lead};

/// Ends a cell that is written out.
const END: char = '\u{1f}';
/// What a cell may refer to, by [`CODES`].
pub(super) type Held<'a> = [Option<&'a str>; 24];
/// Each stands for a cell that is what the lead holds, in the order of [`held`].
const CODES: [u8; 24] = [
    0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x0e, 0x0f, 0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18,
    0x19, 0x1a, 0x1b, 0x1c, 0x1d,
];

/// What a lead holds that a cell may be.
pub(super) fn held(lead: &Lead) -> Held<'_> {
    let (customer, deal, status) = (&lead.customer, &lead.deal, &lead.source_status);
    let fields = [
        lead.referral_id.as_deref(),
        lead.engagement_id.as_deref(),
        deal.name.as_deref(),
        Some(customer.name.as_str()),
        customer.size.as_deref(),
        customer.address_line1.as_deref(),
        customer.address_line2.as_deref(),
        customer.city.as_deref(),
        customer.state.as_deref(),
        customer.postal_code.as_deref(),
        customer.country.as_deref(),
        Some(lead.need.text.as_str()),
        deal.notes.as_deref(),
        deal.crm_id.as_deref(),
        deal.campaign_id.as_deref(),
        deal.value.as_ref().map(|value| value.currency.code()),
        status.status.as_deref(),
        status.substatus.as_deref(),
    ];
    with_contact(fields, lead.contacts.first())
}

fn with_contact<'a>(fields: [Option<&'a str>; 18], contact: Option<&'a Contact>) -> Held<'a> {
    let mut held: Held<'a> = [None; 24];
    held[..18].copy_from_slice(&fields);
    if let Some(contact) = contact {
        held[18] = Some(contact.name.as_str());
        held[19] = contact.given_name.as_deref();
        held[20] = contact.family_name.as_deref();
        held[21] = contact.title.as_deref();
        held[22] = contact.email.as_deref();
        held[23] = contact.phone.as_deref();
    }
    held
}

/// Cells as they are kept; `None` when one is no text, or cannot be told from codes.
pub(super) fn packed<'a>(cells: impl Iterator<Item = Option<&'a str>>, held: &Held<'_>) -> Option<String> {
    let mut packed = String::with_capacity(160);
    for cell in cells {
        let cell = cell?;
        if !cell.is_empty()
            && let Some(place) = held.iter().position(|field| *field == Some(cell))
        {
            packed.push(char::from(CODES[place]));
        } else if cell.bytes().any(|byte| byte == END as u8 || CODES.contains(&byte)) {
            return None;
        } else {
            packed.push_str(cell);
            packed.push(END);
        }
    }
    Some(packed)
}

/// The object again; `None` when the cells are not those of such headings.
pub(super) fn unpacked(packed: &str, headings: Vec<String>, held: &Held<'_>) -> Option<Value> {
    let mut object = Map::with_capacity(headings.len());
    let mut rest = packed;
    for heading in headings {
        let first = *rest.as_bytes().first()?;
        let cell = if let Some(place) = CODES.iter().position(|code| *code == first) {
            rest = &rest[1..];
            held[place]?
        } else {
            let (cell, after) = rest.split_once(END)?;
            rest = after;
            cell
        };
        object.insert(heading, Value::String(cell.to_owned()));
    }
    rest.is_empty().then_some(Value::Object(object))
}

/// What a lead held, as the trigger keeps it.
pub(super) struct Base {
    fields: [Option<String>; 18],
    contact: Option<Contact>,
}

impl Base {
    pub(super) fn read(json: &str) -> serde_json::Result<Self> {
        let (fields, contacts): ([Option<String>; 18], String) = {
            let mut all: Vec<Option<String>> = serde_json::from_str(json)?;
            let contacts = all.pop().flatten().unwrap_or_default();
            let fields = all.try_into().map_err(|_| serde::de::Error::custom("a base of another length"))?;
            (fields, contacts)
        };
        let contact = contacts::from_kept(&contacts)?.into_iter().next();
        Ok(Self { fields, contact })
    }

    pub(super) fn held(&self) -> Held<'_> {
        with_contact(self.fields.each_ref().map(Option::as_deref), self.contact.as_ref())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::testing::lead;

    fn object(value: &Value) -> &Map<String, Value> {
        value.as_object().unwrap()
    }

    fn round(value: &Value, lead: &Lead) -> (String, Option<Value>) {
        let packed = packed(object(value).values().map(Value::as_str), &held(lead)).unwrap();
        let headings = object(value).keys().cloned().collect();
        let again = unpacked(&packed, headings, &held(lead));
        (packed, again)
    }

    #[test]
    fn a_row_comes_out_as_it_went_in_and_says_once_what_its_lead_holds() {
        let mut lead = lead("Fabrikam 한국", "2026-11-16T09:00:00Z");
        lead.customer.city = Some("서울".into());
        let row =
            json!({"Name": "Fabrikam 한국", "Town": "서울", "State": "", "Other": "what no field\nholds", "Last": ""});
        let (packed, again) = round(&row, &lead);
        assert_eq!(again.unwrap().to_string(), row.to_string(), "to the byte, with empty cells and line breaks");
        assert!(
            !packed.contains("Fabrikam") && !packed.contains("서울"),
            "what the lead holds is not kept twice: {packed:?}"
        );
    }

    #[test]
    fn what_is_no_row_of_a_table_or_looks_like_a_code_stays_whole() {
        let lead = lead("Fabrikam", "2026-11-16T09:00:00Z");
        for value in [json!({"a": 1}), json!({"a": {"b": "c"}}), json!({"a": "x\u{1f}y"}), json!({"a": "\u{1}"})] {
            assert_eq!(
                packed(object(&value).values().map(Value::as_str), &held(&lead)),
                None,
                "{value} would come out as something else"
            );
        }
    }

    #[test]
    fn a_code_stands_for_one_field_and_is_in_no_text_that_is_kept() {
        let mut codes = CODES.to_vec();
        codes.push(END as u8);
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), 25, "each has its own");
        assert!(
            codes.iter().all(|code| *code < 0x20 && !b"\t\n\x0b\x0c\r".contains(code)),
            "and none is a blank of a text"
        );
    }
}
