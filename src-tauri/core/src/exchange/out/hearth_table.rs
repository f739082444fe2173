//! Hearth's own table, for spreadsheets and to come back: every column that a lead has, headings in the user's language.

use super::Width;
use super::table::{Cell, Kind, Row, Table};
use crate::domain::lead::{Archived, Contact, Lead, Stage};
use crate::exchange::cells;
use crate::exchange::column::Column;

pub struct HearthTable {
    /// Each column with its number where a table may have several of it, else 1.
    columns: Vec<(Column, u32)>,
    korean: bool,
}

const CONTACT: [Column; 6] = [
    Column::ContactName,
    Column::ContactFirstName,
    Column::ContactLastName,
    Column::ContactTitle,
    Column::ContactEmail,
    Column::ContactPhone,
];

impl HearthTable {
    pub fn new(width: Width, korean: bool) -> Self {
        let mut columns = Vec::new();
        for column in Column::OURS {
            match column {
                // A contact's columns stay together.
                Column::ContactName => {
                    columns.extend((1..=width.contacts).flat_map(|number| CONTACT.map(|column| (column, number))));
                }
                column if CONTACT.contains(column) => {}
                Column::TeamMember => columns.extend((1..=width.employees).map(|number| (*column, number))),
                column => columns.push((*column, 1)),
            }
        }
        Self { columns, korean }
    }
}

impl Table for HearthTable {
    fn headings(&self) -> Vec<(String, Kind)> {
        let heading = |(column, number): &(Column, u32)| {
            let (en, ko) = column.heading();
            let name = if self.korean { ko } else { en };
            let name = if *number == 1 { name.to_owned() } else { format!("{name} {number}") };
            (name, kind(*column))
        };
        self.columns.iter().map(heading).collect()
    }

    fn row<'l>(&self, lead: &'l Lead, row: &mut Row<'l>) {
        row.cells.reserve(self.columns.len());
        for (column, number) in &self.columns {
            row.push(cell(lead, *column, *number as usize - 1, self.korean));
        }
        let last = |column| self.columns.iter().rev().find(|(c, _)| *c == column).map_or(0, |(_, n)| *n as usize);
        row.shortened |=
            lead.contacts.len() > last(Column::ContactName) || lead.employees.len() > last(Column::TeamMember);
    }
}

fn kind(column: Column) -> Kind {
    match column {
        Column::Received | Column::RespondBy | Column::Accepted | Column::Archived | Column::Contacted => Kind::Instant,
        Column::FollowUpOn | Column::PurchaseDate => Kind::Date,
        Column::Value => Kind::Amount,
        Column::Favorite | Column::RequestedContact => Kind::Flag,
        Column::Need | Column::Notes | Column::ClosingNotes | Column::ContactedNote | Column::FollowUpNote => {
            Kind::LongText
        }
        Column::HearthId | Column::ReferralId | Column::EngagementId => Kind::Id,
        _ => Kind::Text,
    }
}

/// What stands in a column; `place` counts the numbered ones from 0.
fn cell(lead: &Lead, column: Column, place: usize, korean: bool) -> Cell<'_> {
    use Column as C;
    let archived = match &lead.stage {
        Stage::Archived(archived) => Some(archived),
        Stage::Received | Stage::Accepted { .. } => None,
    };
    let accepted_at = match &lead.stage {
        Stage::Received => None,
        Stage::Accepted { accepted_at } | Stage::Archived(Archived { accepted_at, .. }) => *accepted_at,
    };
    let (customer, deal, need) = (&lead.customer, &lead.deal, &lead.need);
    let contacted = lead.contacted.as_ref();
    let follow_up = lead.follow_up.as_ref();
    match column {
        C::HearthId if lead.hearth_id.is_given() => Cell::owned(lead.hearth_id.to_string()),
        C::ReferralId => Cell::text(&lead.referral_id),
        C::EngagementId => Cell::text(&lead.engagement_id),
        C::LeadType => Cell::of(cells::lead_type(lead.lead_type, korean)),
        C::Favorite => Cell::Flag(lead.favorite),
        C::Received => Cell::Instant(lead.received_at),
        C::RespondBy => Cell::Instant(lead.respond_by),
        C::Status => Cell::of(cells::stage(lead.stage.kind(), korean)),
        C::Substatus => archived.map_or(Cell::Empty, |a| Cell::of(cells::outcome(&a.outcome, korean))),
        C::Accepted => Cell::instant(accepted_at),
        C::Archived => Cell::instant(archived.map(|a| a.archived_at)),
        C::Reason => archived.and_then(|a| a.reason).map_or(Cell::Empty, |r| Cell::of(cells::reason(r, korean))),
        C::ReasonText => archived.map_or(Cell::Empty, |a| Cell::text(&a.reason_text)),
        C::ClosingNotes => archived.map_or(Cell::Empty, |a| Cell::text(&a.notes)),
        C::CustomerName => Cell::of(&customer.name),
        C::CustomerSize => Cell::text(&customer.size),
        C::AddressLine1 => Cell::text(&customer.address_line1),
        C::AddressLine2 => Cell::text(&customer.address_line2),
        C::City => Cell::text(&customer.city),
        C::State => Cell::text(&customer.state),
        C::PostalCode => Cell::text(&customer.postal_code),
        C::Country => Cell::text(&customer.country),
        column if CONTACT.contains(&column) => {
            lead.contacts.get(place).map_or(Cell::Empty, |contact| of_contact(contact, column))
        }
        C::RequestedContact => Cell::Flag(lead.requested_contact),
        C::Contacted => Cell::instant(contacted.map(|c| c.at)),
        C::ContactedWay => contacted.map_or(Cell::Empty, |c| Cell::of(cells::contact_way(c.way, korean))),
        C::ContactedNote => contacted.map_or(Cell::Empty, |c| Cell::text(&c.note)),
        C::FollowUpOn => Cell::date(follow_up.map(|f| f.on)),
        C::FollowUpNote => follow_up.map_or(Cell::Empty, |f| Cell::text(&f.note)),
        C::Need => Cell::of(&need.text),
        C::Industries => Cell::owned(cells::list(&need.industries)),
        C::Products => Cell::owned(cells::list(&need.products)),
        C::Services => Cell::owned(cells::list(&need.services)),
        C::Solutions => Cell::owned(cells::list(&need.solutions)),
        C::DealName => Cell::text(&deal.name),
        C::Value => Cell::amount(&deal.value),
        C::Currency => deal.value.as_ref().map_or(Cell::Empty, |value| Cell::of(value.currency.code())),
        C::PurchaseDate => Cell::date(deal.purchase_on),
        C::Notes => Cell::text(&deal.notes),
        C::CrmId => Cell::text(&deal.crm_id),
        C::CampaignId => Cell::text(&deal.campaign_id),
        C::TeamMember => lead.employees.get(place).map_or(Cell::Empty, |e| Cell::owned(cells::team_member(e))),
        C::InvitedById => Cell::text(&lead.invited_by.organization_id),
        C::InvitedByName => Cell::text(&lead.invited_by.organization_name),
        C::InvitedByNotes => Cell::text(&lead.invited_by.notes),
        C::SourceStatus => Cell::text(&lead.source_status.status),
        C::SourceSubstatus => Cell::text(&lead.source_status.substatus),
        // Not in `Column::OURS`, or nothing to write.
        _ => Cell::Empty,
    }
}

fn of_contact(contact: &Contact, column: Column) -> Cell<'_> {
    match column {
        Column::ContactName => Cell::of(&contact.name),
        Column::ContactFirstName => Cell::text(&contact.given_name),
        Column::ContactLastName => Cell::text(&contact.family_name),
        Column::ContactTitle => Cell::text(&contact.title),
        Column::ContactEmail => Cell::text(&contact.email),
        _ => Cell::text(&contact.phone),
    }
}
