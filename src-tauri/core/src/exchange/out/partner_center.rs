//! Partner Center's bulk CSV, to be uploaded there. Source: domain.md 2.2.
//!
//! The columns are those of 2021, all 34 in their order and in English, as the upload compares them with its own. A cell is filled
//! where Partner Center lets it be changed; beside them stand the ids, by which it finds the lead, and the customer and its
//! address as it told them, because the upload wants them filled though it does not change them. What Hearth knows nothing of
//! stays empty, and what a lead never has says so: no help, not shared. The column of errors, which an upload passes over, says
//! that Hearth wrote the row: imported here again, it is what we have, not what Partner Center says.

use super::Width;
use super::people::{first_contact, parted};
use super::table::{Cell, Kind, Row, Table};
use crate::domain::lead::{Archived, Employee, Lead, Outcome, Stage};
use crate::domain::time::Date;
use crate::exchange::{failed, values};

/// The columns of a file whose leads have one solution and one team member each.
pub const HEADINGS: [&str; 34] = [
    "Errors",
    "Engagement ID",
    "Referral ID",
    "Deal Name",
    "Customer Name",
    "Customer Address Line 1",
    "Customer Address Line 2",
    "Customer City",
    "Customer State",
    "Customer Postal Code",
    "Customer Country",
    "Customer D-U-N-S ID",
    "Customer Contact First Name",
    "Customer Contact Last Name",
    "Customer Contact Phone number",
    "Customer Contact Email Address",
    "Partner Referral Status",
    "Partner Referral Substatus",
    "Microsoft Referral Status",
    "Declined/Lost reason",
    "Sales Stage",
    "Estimated Deal Value",
    "Currency",
    "Estimated Close Date",
    "CRM ID",
    "Marketing Campaign ID",
    "Notes",
    "Microsoft help required?",
    "What specific help from Microsoft?",
    "Share with Microsoft sales team",
    "Notes to Microsoft",
    "Consent to share Customer/Partner contact",
    "Solution 1",
    "Team member 1",
];

pub struct PartnerCenter {
    pub width: Width,
}

impl Table for PartnerCenter {
    fn headings(&self) -> Vec<(String, Kind)> {
        let (plain, _) = HEADINGS.split_at(HEADINGS.len() - 2);
        let solutions = (1..=self.width.solutions).map(|number| format!("Solution {number}"));
        let members = (1..=self.width.employees).map(|number| format!("Team member {number}"));
        let plain = plain.iter().map(|name| (*name).to_owned());
        plain.chain(solutions).chain(members).map(|name| (name, Kind::Text)).collect()
    }

    fn row<'l>(&self, lead: &'l Lead, row: &mut Row<'l>) {
        let (customer, deal) = (&lead.customer, &lead.deal);
        let contact = first_contact(lead);
        let (first, last) = contact.map(names).unwrap_or_default();
        let (status, substatus) = status(lead);
        let notes =
            if values::notes_are_the_need(&lead.stage) { Cell::of(&lead.need.text) } else { Cell::text(&deal.notes) };
        let cells = [
            Cell::owned(failed::by_hearth(lead.hearth_id)),
            Cell::text(&lead.engagement_id),
            Cell::text(&lead.referral_id),
            Cell::text(&deal.name),
            Cell::of(&customer.name),
            Cell::text(&customer.address_line1),
            Cell::text(&customer.address_line2),
            Cell::text(&customer.city),
            Cell::text(&customer.state),
            Cell::text(&customer.postal_code),
            Cell::text(&customer.country),
            Cell::Empty,
            Cell::owned(first),
            Cell::owned(last),
            contact.map_or(Cell::Empty, |contact| Cell::text(&contact.phone)),
            contact.map_or(Cell::Empty, |contact| Cell::text(&contact.email)),
            Cell::of(status),
            Cell::of(substatus),
            Cell::Empty,
            reason(lead),
            Cell::Empty,
            Cell::amount(&deal.value),
            deal.value.as_ref().map_or(Cell::Empty, |value| Cell::of(value.currency.code())),
            deal.purchase_on.map_or(Cell::Empty, |on| Cell::owned(us_date(on))),
            Cell::text(&deal.crm_id),
            Cell::text(&deal.campaign_id),
            notes,
            Cell::of("No"),
            Cell::Empty,
            Cell::of("No"),
            Cell::Empty,
            Cell::Empty,
        ];
        row.cells.extend(cells);
        let (solutions, members) = (self.width.solutions as usize, self.width.employees as usize);
        for place in 0..solutions {
            row.push(lead.need.solutions.get(place).map_or(Cell::Empty, |solution| Cell::owned(no_commas(solution))));
        }
        for place in 0..members {
            row.push(lead.employees.get(place).map_or(Cell::Empty, |employee| Cell::owned(team_member(employee))));
        }
        row.shortened |= lead.need.solutions.len() > solutions || lead.employees.len() > members;
    }
}

fn names(contact: &crate::domain::lead::Contact) -> (String, String) {
    let part = |part: &Option<String>| part.clone().unwrap_or_default();
    match (&contact.given_name, &contact.family_name) {
        (None, None) => parted(&contact.name),
        (given, family) => (part(given), part(family)),
    }
}

/// Partner Center's words for where the lead stands. Its own, where they still say the same as our stage.
fn status(lead: &Lead) -> (&str, &str) {
    let told = (lead.source_status.status.as_deref(), lead.source_status.substatus.as_deref());
    let same_stage = values::stage_kind(told.0, told.1) == Some(lead.stage.kind());
    let same_end = match &lead.stage {
        Stage::Archived(archived) => values::outcome(told.0, told.1) == archived.outcome,
        Stage::Received | Stage::Accepted { .. } => true,
    };
    if let (Some(status), Some(substatus), true) = (told.0, told.1, same_stage && same_end) {
        return (status, substatus);
    }
    match &lead.stage {
        Stage::Received => ("New", "Received"),
        Stage::Accepted { .. } => ("Active", "Accepted"),
        Stage::Archived(archived) => (
            "Closed",
            match &archived.outcome {
                Outcome::Won => "Won",
                Outcome::Lost => "Lost",
                Outcome::Declined => "Declined",
                Outcome::Expired => "Expired",
                Outcome::Other(word) => word,
            },
        ),
    }
}

/// The code where it has its meaning of section 2.1, else the words that came.
fn reason(lead: &Lead) -> Cell<'_> {
    match &lead.stage {
        Stage::Archived(Archived { outcome: Outcome::Declined | Outcome::Lost, reason: Some(reason), .. }) => {
            Cell::owned(reason.code().to_string())
        }
        Stage::Archived(archived) => Cell::text(&archived.reason_text),
        Stage::Received | Stage::Accepted { .. } => Cell::Empty,
    }
}

/// `1/30/2020`, as in Partner Center's own example.
fn us_date(on: Date) -> String {
    on.0.format("%-m/%-d/%Y").to_string()
}

/// `Bob, Partner, 999999, Bob.partner@Contoso.com`
fn team_member(employee: &Employee) -> String {
    let (first, last) = parted(&employee.name);
    let part = |part: &Option<String>| no_commas(part.as_deref().unwrap_or_default());
    [first, last, part(&employee.phone), part(&employee.email)].join(", ")
}

/// A comma would begin the next part of the cell.
fn no_commas(text: &str) -> String {
    text.replace(',', " ")
}
