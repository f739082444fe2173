//! Leads for the import of Dynamics 365, CSV or XLSX: the display names of a Lead's columns and the labels of its choices,
//! each no longer than it takes. Source: domain.md 4.
//!
//! Two more columns, for columns that the user may make there, bring a lead back to where it came from.

use super::people::{NOBODY, NOT_PROVIDED, first_contact, names};
use super::table::{Cell, Kind, Row, Table};
use crate::domain::lead::{Lead, LeadType, Outcome, Stage};

pub const HEADINGS: [&str; 23] = [
    "Topic",
    "First Name",
    "Last Name",
    "Job Title",
    "Company Name",
    "Business Phone",
    "Email",
    "Street 1",
    "Street 2",
    "City",
    "State/Province",
    "ZIP/Postal Code",
    "Country/Region",
    "Description",
    "Lead Source",
    "Rating",
    "Est. Value",
    "Currency",
    "Est. Close Date",
    "Status",
    "Status Reason",
    "Referral ID",
    "Hearth ID",
];

pub struct Dynamics;

impl Table for Dynamics {
    fn headings(&self) -> Vec<(String, Kind)> {
        let kind = |name: &str| match name {
            "Est. Value" => Kind::Amount,
            "Est. Close Date" => Kind::Date,
            "Description" => Kind::LongText,
            "Referral ID" | "Hearth ID" => Kind::Id,
            _ => Kind::Text,
        };
        HEADINGS.iter().map(|name| ((*name).to_owned(), kind(name))).collect()
    }

    fn row<'l>(&self, lead: &'l Lead, row: &mut Row<'l>) {
        let contact = first_contact(lead).unwrap_or(&NOBODY);
        let (customer, deal, (first, last)) = (&lead.customer, &lead.deal, names(contact));
        let company = if customer.name.is_empty() { NOT_PROVIDED } else { &customer.name };
        let line = |text: &'l Option<String>| text.as_deref().unwrap_or_default();
        // A topic there must be: without a deal's name it is the customer's, which the reader takes for nothing.
        row.words(deal.name.as_deref().unwrap_or(company), 300);
        row.words(first, 50);
        row.words(if last.is_empty() { NOT_PROVIDED } else { last }, 50);
        row.words(line(&contact.title), 100);
        row.words(company, 100);
        row.whole(&contact.phone, 50);
        row.whole(&contact.email, 100);
        row.words(line(&customer.address_line1), 250);
        row.words(line(&customer.address_line2), 250);
        row.words(line(&customer.city), 80);
        row.words(line(&customer.state), 50);
        row.whole(&customer.postal_code, 20);
        row.words(line(&customer.country), 80);
        row.words(&lead.need.text, 2_000);
        row.push(Cell::of(match lead.lead_type {
            LeadType::CustomerInquiry => "Web",
            LeadType::MarketingQualified | LeadType::SalesQualified => "Partner",
        }));
        row.push(Cell::of(if lead.requested_contact { "Hot" } else { "Warm" }));
        row.push(Cell::amount(&deal.value));
        row.push(deal.value.as_ref().map_or(Cell::Empty, |value| Cell::of(value.currency.code())));
        row.push(Cell::date(deal.purchase_on));
        let (status, reason) = status(lead);
        row.push(Cell::of(status));
        row.push(Cell::of(reason));
        row.whole(&lead.referral_id, 100);
        row.push(Cell::owned(if lead.hearth_id.is_given() { lead.hearth_id.to_string() } else { String::new() }));
    }
}

/// The state and the reason that belongs to it; each of our stages and ends has one of its own, so that it comes back.
fn status(lead: &Lead) -> (&'static str, &'static str) {
    match &lead.stage {
        Stage::Received => ("Open", "New"),
        Stage::Accepted { .. } => ("Open", "Contacted"),
        Stage::Archived(archived) => match archived.outcome {
            Outcome::Won => ("Qualified", "Qualified"),
            Outcome::Lost => ("Disqualified", "Lost"),
            Outcome::Declined => ("Disqualified", "Canceled"),
            Outcome::Expired => ("Disqualified", "Cannot Contact"),
            Outcome::Other(_) => ("Disqualified", "No Longer Interested"),
        },
    }
}
