//! Leads for Salesforce's import: the API names of a Lead's fields, each no longer than it takes. Source: domain.md 4.
//!
//! Two more columns, for fields that the user may make there, bring a lead back to where it came from.

use std::borrow::Cow;

use super::people::{NOBODY, NOT_PROVIDED, first_contact, names};
use super::table::{Cell, Kind, Row, Table};
use crate::domain::lead::{Customer, Lead, LeadType, Outcome, Stage};

pub const HEADINGS: [&str; 17] = [
    "LastName",
    "FirstName",
    "Title",
    "Company",
    "Street",
    "City",
    "State",
    "PostalCode",
    "Country",
    "Phone",
    "Email",
    "LeadSource",
    "Status",
    "Rating",
    "Description",
    "Referral ID",
    "Hearth ID",
];

pub struct Salesforce;

impl Table for Salesforce {
    fn headings(&self) -> Vec<(String, Kind)> {
        HEADINGS.iter().map(|name| ((*name).to_owned(), Kind::Text)).collect()
    }

    fn row<'l>(&self, lead: &'l Lead, row: &mut Row<'l>) {
        let contact = first_contact(lead).unwrap_or(&NOBODY);
        let (customer, (first, last)) = (&lead.customer, names(contact));
        row.words(if last.is_empty() { NOT_PROVIDED } else { last }, 80);
        row.words(first, 40);
        row.words(contact.title.as_deref().unwrap_or_default(), 128);
        row.words(if customer.name.is_empty() { NOT_PROVIDED } else { &customer.name }, 255);
        row.words_of(street(customer), 255);
        row.words(customer.city.as_deref().unwrap_or_default(), 40);
        row.words(customer.state.as_deref().unwrap_or_default(), 80);
        row.whole(&customer.postal_code, 20);
        row.words(customer.country.as_deref().unwrap_or_default(), 80);
        row.whole(&contact.phone, 40);
        row.whole(&contact.email, 80);
        row.push(Cell::of(match lead.lead_type {
            LeadType::CustomerInquiry => "Web",
            LeadType::MarketingQualified | LeadType::SalesQualified => "Partner Referral",
        }));
        row.push(Cell::of(status(lead)));
        row.push(Cell::of(if lead.requested_contact { "Hot" } else { "Warm" }));
        row.words(&lead.need.text, 32_000);
        row.whole(&lead.referral_id, 255);
        row.push(Cell::owned(if lead.hearth_id.is_given() { lead.hearth_id.to_string() } else { String::new() }));
    }
}

/// Salesforce's four standard words. A lead that was accepted is being worked on, whether or not it was called.
fn status(lead: &Lead) -> &'static str {
    match &lead.stage {
        Stage::Received => "Open - Not Contacted",
        Stage::Accepted { .. } => "Working - Contacted",
        Stage::Archived(archived) if archived.outcome == Outcome::Won => "Closed - Converted",
        Stage::Archived(_) => "Closed - Not Converted",
    }
}

/// Both lines of the address, one below the other.
fn street(customer: &Customer) -> Cow<'_, str> {
    match (customer.address_line1.as_deref(), customer.address_line2.as_deref()) {
        (Some(first), Some(second)) => format!("{first}\n{second}").into(),
        (Some(only), None) | (None, Some(only)) => only.into(),
        (None, None) => "".into(),
    }
}
