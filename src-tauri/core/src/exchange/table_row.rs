//! One row of a table as a lead, for all tables alike: Partner Center's bulk CSV and reports, Salesforce, Dynamics, our own and any
//! other by its mapping.
//!
//! What Partner Center's own tables say nothing in, they clear; in any other table an empty cell is not known. Stages are in
//! `table_stage`, people in `table_people`, how days and amounts are written in `dates` and `amounts`.

use std::sync::Arc;

use serde_json::Value;

use super::column::Column;
use super::format::{DateOrder, DecimalMark, Format};
use super::plan::Plan;
use super::raw::{Raw, RowCells};
use super::report::RefusedReason;
use super::values::{self, Fault};
use super::{Incoming, NOT_TOLD, Row, amounts, cells, dates, failed};
use crate::domain::history::Field;
use crate::domain::lead::{
    ContactWay, Contacted, Customer, Deal, FollowUp, HearthId, InvitedBy, Lead, LeadType, Need, Origin, SourceStatus,
};
use crate::domain::money::Money;
use crate::domain::respond_by::{DEFAULT_DAYS, respond_by};
use crate::domain::time::{Date, Timestamp};

/// What Hearth and others write where a CRM wants a name and there is none.
const NOT_PROVIDED: &str = "[not provided]";

/// A row under its headings.
pub(super) struct Cells<'a> {
    pub plan: &'a Plan,
    /// As long as the headings.
    pub cells: Vec<&'a str>,
    /// Cells that are numbers, written as Hearth writes them whatever mark the table's texts have.
    pub numbers: &'a [usize],
    pub row: u32,
}

/// A lead with what is known of it and whether the row says until when to answer.
type Read = (Lead, Vec<Field>, bool);

impl<'a> Cells<'a> {
    /// What the row is; `raw` is kept with it, or the row itself as an object of heading to cell.
    pub fn read(&self, raw: Option<Value>) -> Row {
        let row = self.row;
        let raw = || raw.map_or_else(|| self.raw(), Raw::Object);
        match self.lead() {
            Ok(None) => {
                let name: String = self.get(Column::CustomerName).unwrap_or_default().chars().take(200).collect();
                Row::SetAside { row, customer: values::line(&name, "").ok().flatten().unwrap_or_default() }
            }
            Ok(Some((lead, known, respond_by_given))) => {
                Row::Lead(Box::new(Incoming { row, lead, known, respond_by_given, raw: raw(), whole: None }))
            }
            Err(fault) => Row::Refused { refused: fault.in_row(row), raw: Some(raw().into_value()) },
        }
    }

    fn raw(&self) -> Raw {
        Raw::Cells(RowCells::new(Arc::clone(&self.plan.headings), self.cells.iter().copied()))
    }

    pub fn format(&self) -> Format {
        self.plan.format
    }

    pub fn has(&self, column: Column) -> bool {
        !self.plan.at(column).is_empty()
    }

    /// Whether the row speaks of a column: with an empty cell only Partner Center does.
    pub fn tells(&self, column: Column) -> bool {
        if self.is_the_source() { self.has(column) } else { self.all(column).next().is_some() }
    }

    fn tells_any(&self, columns: &[Column]) -> bool {
        columns.iter().any(|column| self.tells(*column))
    }

    /// The heading of a column as the file writes it.
    pub fn name(&self, column: Column) -> &'a str {
        self.plan.at(column).first().map_or("", |index| self.plan.headings[*index].as_str())
    }

    /// What stands in a column's cell; blanks are nothing.
    pub fn get(&self, column: Column) -> Option<&'a str> {
        self.plan.at(column).first().and_then(|index| self.cell(*index))
    }

    /// Heading and cell of all columns of one kind that are not empty.
    pub fn all(&self, column: Column) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.plan.at(column).iter().filter_map(|at| Some((self.plan.headings[*at].as_str(), self.cell(*at)?)))
    }

    pub fn cell(&self, index: usize) -> Option<&'a str> {
        self.cells.get(index).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    }

    /// Whether Hearth wrote the row: it has no entities, and means more by some words than others do.
    pub fn is_ours(&self) -> bool {
        self.format() == Format::HearthTable || self.hearth_id().is_some()
    }

    /// Whether Partner Center itself speaks: not where Hearth wrote what is to be uploaded there.
    fn is_the_source(&self) -> bool {
        self.format().is_the_source() && !self.is_ours()
    }

    fn hearth_id(&self) -> Option<HearthId> {
        if self.format() == Format::PartnerCenterCsv {
            return self.plan.errors.and_then(|place| self.cell(place)).and_then(failed::written_by_hearth);
        }
        self.get(Column::HearthId).and_then(HearthId::parse)
    }

    pub fn is_crm(&self) -> bool {
        matches!(self.format(), Format::SalesforceCsv | Format::SalesforceJson | Format::Dynamics)
    }

    /// A text of one line; what a CRM requires and nobody told is none.
    pub fn words(&self, text: &str, heading: &str) -> Result<Option<String>, Fault> {
        let told = if self.is_ours() { values::id(text, heading) } else { values::line(text, heading) };
        Ok(told?.filter(|text| !self.is_crm() || text != NOT_PROVIDED))
    }

    pub fn line(&self, column: Column) -> Result<Option<String>, Fault> {
        self.get(column).map_or(Ok(None), |text| self.words(text, self.name(column)))
    }

    pub fn id(&self, column: Column) -> Result<Option<String>, Fault> {
        self.get(column).map_or(Ok(None), |text| values::id(text, self.name(column)))
    }

    pub fn notes(&self, column: Column) -> Result<Option<String>, Fault> {
        let read = if self.is_ours() { values::verbatim_notes } else { values::notes };
        self.get(column).map_or(Ok(None), |text| read(text, self.name(column)))
    }

    fn flag(&self, column: Column) -> Option<bool> {
        let text = self.get(column)?;
        if self.is_crm() {
            // A rating is nobody's wish, except where Hearth wrote that wish as a rating.
            return self.is_ours().then(|| text.eq_ignore_ascii_case("hot"));
        }
        cells::read_flag(text).or_else(|| match text.to_lowercase().as_str() {
            "y" | "true" | "1" | "o" | "네" | "♥" | "plt" => Some(true),
            "n" | "false" | "0" | "x" | "아니오" => Some(false),
            _ => None,
        })
    }

    fn lead(&self) -> Result<Option<Read>, Fault> {
        use Column as C;
        let Some((lead_type, type_known)) = self.lead_type()? else { return Ok(None) };
        let name = self.line(C::CustomerName)?;
        let name = name.ok_or_else(|| Fault::at(RefusedReason::MissingCustomer, self.name(C::CustomerName), None))?;
        let source = self.format().is_the_source();
        let created = self.instant(C::Received)?;
        if created.is_none() && source && self.has(C::Received) {
            return Err(Fault::at(RefusedReason::MissingReceived, self.name(C::Received), None));
        }
        let received_at = created.unwrap_or(NOT_TOLD);
        let expires = self.instant(C::RespondBy)?.filter(|at| *at > received_at);
        let (stage, stage_known) = self.stage(received_at)?;
        // Partner Center has one place for both; see the API.
        let notes = self.notes(C::Notes)?;
        let is_need = source && values::notes_are_the_need(&stage) && !self.has(C::Need);
        let known = self.known((type_known, stage_known), created.is_some(), expires.is_some(), is_need);
        let (need_text, deal_notes) = if is_need { (notes, None) } else { (self.notes(C::Need)?, notes) };
        let contacted = self.instant(C::Contacted)?.map(|at| -> Result<Contacted, Fault> {
            let way = self.get(C::ContactedWay).and_then(cells::read_contact_way).unwrap_or(ContactWay::Other);
            Ok(Contacted { at, way, note: self.notes(C::ContactedNote)? })
        });
        let follow_up = self
            .date(C::FollowUpOn)?
            .map(|on| -> Result<FollowUp, Fault> { Ok(FollowUp { on, note: self.notes(C::FollowUpNote)? }) });
        let status = |ours: C, theirs: C| match (source, self.is_ours()) {
            // What is to be uploaded says where the lead stands here, which Partner Center does not know yet.
            (true, true) => Ok(None),
            (true, false) => self.id(theirs),
            (false, _) => self.id(ours),
        };
        let lead = Lead {
            id: 0,
            revision: 0,
            lead_type,
            origin: Origin::Import,
            hearth_id: self.hearth_id().unwrap_or_default(),
            merged_into: None,
            referral_id: self.id(C::ReferralId)?,
            engagement_id: self.id(C::EngagementId)?,
            favorite: self.flag(C::Favorite).unwrap_or_default(),
            received_at,
            respond_by: respond_by(received_at, expires, DEFAULT_DAYS),
            stage,
            customer: self.customer(name)?,
            contacts: self.contacts()?,
            requested_contact: self.flag(C::RequestedContact).unwrap_or_default(),
            contacted: contacted.transpose()?,
            snoozed_until: None,
            follow_up: follow_up.transpose()?,
            need: Need {
                text: need_text.unwrap_or_default(),
                industries: self.list(C::Industries)?,
                products: self.list(C::Products)?,
                services: self.list(C::Services)?,
                solutions: self.solutions()?,
            },
            deal: Deal {
                // A topic that only repeats the customer stands there because Dynamics wants one.
                name: self.line(C::DealName)?.filter(|name| !self.is_topic(name)),
                value: self.value()?,
                purchase_on: self.date(C::PurchaseDate)?,
                notes: deal_notes,
                crm_id: self.id(C::CrmId)?,
                campaign_id: self.id(C::CampaignId)?,
            },
            employees: self.employees()?,
            invited_by: InvitedBy {
                organization_id: self.id(C::InvitedById)?,
                organization_name: self.line(C::InvitedByName)?,
                notes: self.notes(C::InvitedByNotes)?,
            },
            source_status: SourceStatus {
                status: status(C::SourceStatus, C::Status)?,
                substatus: status(C::SourceSubstatus, C::Substatus)?,
            },
        };
        Ok(Some((lead, known, expires.is_some())))
    }

    fn is_topic(&self, name: &str) -> bool {
        self.format() == Format::Dynamics && (self.get(Column::CustomerName) == Some(name) || name == NOT_PROVIDED)
    }

    fn known(&self, (kind, stage): (bool, bool), created: bool, expires: bool, is_need: bool) -> Vec<Field> {
        use Column as C;
        let source = self.is_the_source();
        let ended = if source { stage && self.has(C::Reason) } else { stage };
        let told = [
            (kind, Field::LeadType),
            (stage, Field::Stage),
            (stage, Field::Outcome),
            (if source { stage } else { self.tells_any(&[C::SourceStatus, C::SourceSubstatus]) }, Field::SourceStatus),
            (ended && (source || self.tells(C::Reason)), Field::Reason),
            (ended && (source || self.tells_any(&[C::Reason, C::ReasonText])), Field::ReasonText),
            (ended && self.tells(C::ClosingNotes), Field::ClosingNotes),
            (created, Field::ReceivedAt),
            (expires, Field::RespondBy),
            (true, Field::Customer),
            (self.tells(C::CustomerSize), Field::CustomerSize),
            (
                self.tells_any(&[C::AddressLine1, C::AddressLine2, C::City, C::State, C::PostalCode, C::Country]),
                Field::Address,
            ),
            (
                self.tells_any(&[
                    C::ContactName,
                    C::ContactFirstName,
                    C::ContactLastName,
                    C::ContactTitle,
                    C::ContactPhone,
                    C::ContactMobile,
                    C::ContactEmail,
                ]),
                Field::Contacts,
            ),
            (self.flag(C::Favorite).is_some(), Field::Favorite),
            (self.flag(C::RequestedContact).is_some(), Field::RequestedContact),
            (self.get(C::Contacted).is_some(), Field::ContactedAt),
            (self.get(C::Contacted).is_some() && self.tells(C::ContactedWay), Field::ContactWay),
            (self.get(C::Contacted).is_some() && self.tells(C::ContactedNote), Field::ContactNote),
            (self.get(C::FollowUpOn).is_some(), Field::FollowUpOn),
            (self.get(C::FollowUpOn).is_some() && self.tells(C::FollowUpNote), Field::FollowUpNote),
            (if is_need { self.tells(C::Notes) } else { self.tells(C::Need) }, Field::Need),
            (!is_need && self.tells(C::Notes), Field::Notes),
            (self.tells_any(&[C::Industries, C::Products, C::Services, C::Solutions]), Field::Requirements),
            (self.tells(C::DealName) && !self.get(C::DealName).is_some_and(|n| self.is_topic(n)), Field::DealName),
            (self.tells(C::Value), Field::DealValue),
            (self.tells(C::PurchaseDate), Field::PurchaseOn),
            (self.tells(C::CrmId), Field::CrmId),
            (self.tells(C::CampaignId), Field::CampaignId),
            (self.tells(C::TeamMember), Field::Employees),
            (self.tells_any(&[C::InvitedById, C::InvitedByName, C::InvitedByNotes]), Field::InvitedBy),
        ];
        told.into_iter().filter_map(|(told, field)| told.then_some(field)).collect()
    }

    /// The type and whether the row tells it; `None` for a co-sell opportunity.
    fn lead_type(&self) -> Result<Option<(LeadType, bool)>, Fault> {
        let yes = |text: &str| matches!(text.to_lowercase().as_str(), "yes" | "y" | "true" | "1" | "예");
        let nothing = |text: &str| matches!(text.to_lowercase().as_str(), "none" | "n/a" | "-" | "없음");
        let source = self.format().is_the_source();
        if source
            && (self.get(Column::SharedWithMicrosoft).is_some_and(yes)
                || self.get(Column::MicrosoftStatus).is_some_and(|text| !nothing(text)))
        {
            return Ok(None);
        }
        let default = self.plan.mapping.lead_type.unwrap_or(LeadType::CustomerInquiry);
        let text = self.get(Column::LeadType);
        if let Some(told) = text.and_then(cells::read_lead_type) {
            return Ok(Some((told, true)));
        }
        if !source && text.is_none() {
            return Ok(Some((default, false)));
        }
        // Reports say "Qualified lead" without saying by whom, and "offer" or "profile lead" for what customers wrote.
        let told = text.map(|text| text.to_lowercase().replace([' ', '-'], ""));
        let direction = self.get(Column::Direction);
        let (qualification, known) = match told.as_deref() {
            None => (None, false),
            Some("qualified" | "qualifiedlead" | "qualifiedleads") => (Some("SalesQualified"), false),
            Some("offerlead" | "profilelead" | "marketplace" | "marketplacelead" | "customerinquiry") => {
                (Some("Direct"), true)
            }
            Some(_) => (text, true),
        };
        let read = values::lead_type(("", None), (self.name(Column::LeadType), qualification), direction, false)?;
        Ok(read.map(|lead_type| (lead_type, known)))
    }

    fn customer(&self, name: String) -> Result<Customer, Fault> {
        let mut address_line1 = self.get(Column::AddressLine1);
        let mut rest = None;
        if !self.format().is_the_source() && !self.has(Column::AddressLine2) {
            // Salesforce has the lines of a street in one cell.
            if let Some((first, more)) = address_line1.and_then(|text| text.split_once('\n')) {
                (address_line1, rest) = (Some(first), Some(more));
            }
        }
        let line = |text: Option<&str>, column| text.map_or(Ok(None), |text| self.words(text, self.name(column)));
        Ok(Customer {
            name,
            size: self.line(Column::CustomerSize)?,
            address_line1: line(address_line1, Column::AddressLine1)?,
            address_line2: match rest {
                Some(rest) => line(Some(rest), Column::AddressLine1)?,
                None => self.line(Column::AddressLine2)?,
            },
            city: self.line(Column::City)?,
            state: self.line(Column::State)?,
            postal_code: self.line(Column::PostalCode)?,
            country: self.line(Column::Country)?,
        })
    }

    fn value(&self) -> Result<Option<Money>, Fault> {
        let name = |column| if self.has(column) { self.name(column) } else { self.name(Column::Value) };
        let amount = (name(Column::Value), self.get(Column::Value));
        let currency = (name(Column::Currency), self.get(Column::Currency));
        if self.format().is_the_source() {
            return values::money(amount, currency);
        }
        let is_number = self.plan.at(Column::Value).first().is_some_and(|at| self.numbers.contains(at));
        let mark = if is_number { DecimalMark::Point } else { self.plan.mapping.decimal_mark };
        amounts::money(amount, currency, mark, self.plan.mapping.currency.as_deref())
    }

    fn order(&self) -> DateOrder {
        self.plan.mapping.date_order
    }

    fn date(&self, column: Column) -> Result<Option<Date>, Fault> {
        let Some(text) = self.get(column) else { return Ok(None) };
        match dates::day(text, self.order()) {
            Some(date) => Ok(Some(date)),
            // The year 1 is .NET's "never".
            None => match values::instant(text, self.name(column)) {
                Ok(None) => Ok(None),
                _ => Err(Fault::at(RefusedReason::BadDate, self.name(column), Some(text))),
            },
        }
    }

    pub fn instant(&self, column: Column) -> Result<Option<Timestamp>, Fault> {
        let Some(text) = self.get(column) else { return Ok(None) };
        match dates::instant(text, self.order()) {
            Some(at) => values::possible(at, text, self.name(column)),
            None => values::instant(text, self.name(column)),
        }
    }
}
