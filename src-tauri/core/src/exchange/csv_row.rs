//! One row of the bulk CSV as a lead. Source: domain.md 2.2.
//!
//! The file has no column for the kind of a referral: what is shared with Microsoft's sellers is co-sell, the rest are
//! customer inquiries. Some reports do say it, and are believed.

use chrono::NaiveDateTime;

use super::NOT_TOLD;
use super::columns::Column;
use super::partner_center_csv::Cells;
use super::report::RefusedReason;
use super::values::{self, Fault};
use crate::domain::history::Field;
use crate::domain::lead::{
    Archived, Contact, Customer, Deal, Employee, HearthId, InvitedBy, Lead, LeadType, Need, Origin, Outcome, Reason,
    SourceStatus, Stage, StageKind,
};
use crate::domain::money::Money;
use crate::domain::respond_by::{DEFAULT_DAYS, respond_by};
use crate::domain::text::whole_name;
use crate::domain::time::{Date, Timestamp};

/// The reasons by their code, which is their place from 1. Source: domain.md 2.1.
const REASONS: [&str; 8] = [
    "Project budget is not adequate",
    "Customer did not respond",
    "Customer chose another vendor",
    "Customer requirement not met",
    "Not a customer",
    "Proposed time line was too short",
    "Report as abuse, spam or phishing",
    "Others",
];

impl Cells<'_> {
    /// The lead, the fields that the row speaks of, and whether it says until when to answer. `None` is co-sell.
    pub(super) fn lead(&self) -> Result<Option<(Lead, Vec<Field>, bool)>, Fault> {
        let Some((lead_type, type_known)) = self.lead_type()? else { return Ok(None) };
        let name = self.line(Column::CustomerName)?;
        let name =
            name.ok_or_else(|| Fault::at(RefusedReason::MissingCustomer, self.name(Column::CustomerName), None))?;
        let created = self.instant(Column::Created)?;
        if created.is_none() && self.has(Column::Created) {
            return Err(Fault::at(RefusedReason::MissingReceived, self.name(Column::Created), None));
        }
        let received_at = created.unwrap_or(NOT_TOLD);
        let expires = self.instant(Column::Expires)?.filter(|at| *at > received_at);
        let stage = self.stage(received_at)?;
        let notes = self.get(Column::Notes).map_or(Ok(None), |t| values::notes(t, self.name(Column::Notes)))?;
        let is_need = values::notes_are_the_need(&stage);
        let known = self.known(type_known, created.is_some(), expires.is_some(), is_need);
        let (need_text, deal_notes) = if is_need { (notes, None) } else { (None, notes) };
        let lead = Lead {
            id: 0,
            revision: 0,
            lead_type,
            origin: Origin::Import,
            hearth_id: HearthId::default(),
            merged_into: None,
            referral_id: self.id(Column::ReferralId)?,
            engagement_id: self.id(Column::EngagementId)?,
            favorite: false,
            received_at,
            respond_by: respond_by(received_at, expires, DEFAULT_DAYS),
            stage,
            customer: self.customer(name)?,
            contacts: self.contacts()?,
            requested_contact: false,
            contacted: None,
            snoozed_until: None,
            follow_up: None,
            need: Need { text: need_text.unwrap_or_default(), solutions: self.solutions()?, ..Need::default() },
            deal: Deal {
                name: self.line(Column::DealName)?,
                value: self.value()?,
                purchase_on: self.date(Column::CloseDate)?,
                notes: deal_notes,
                crm_id: self.id(Column::CrmId)?,
                campaign_id: self.id(Column::CampaignId)?,
            },
            employees: self.employees()?,
            invited_by: InvitedBy::default(),
            source_status: SourceStatus { status: self.id(Column::Status)?, substatus: self.id(Column::Substatus)? },
        };
        Ok(Some((lead, known, expires.is_some())))
    }

    fn known(&self, type_known: bool, created: bool, expires: bool, is_need: bool) -> Vec<Field> {
        use Column as C;
        let any = |columns: &[Column]| columns.iter().any(|column| self.has(*column));
        let status = any(&[C::Status, C::Substatus]);
        let notes = if is_need { Field::Need } else { Field::Notes };
        [
            (type_known, Field::LeadType),
            (status, Field::Stage),
            (status, Field::Outcome),
            (status, Field::SourceStatus),
            (status && any(&[C::Reason]), Field::Reason),
            (status && any(&[C::Reason]), Field::ReasonText),
            (created, Field::ReceivedAt),
            (expires, Field::RespondBy),
            (true, Field::Customer),
            (any(&[C::AddressLine1, C::AddressLine2, C::City, C::State, C::PostalCode, C::Country]), Field::Address),
            (any(&[C::ContactFirstName, C::ContactLastName, C::ContactPhone, C::ContactEmail]), Field::Contacts),
            (any(&[C::Notes]), notes),
            (any(&[C::Solution]), Field::Requirements),
            (any(&[C::DealName]), Field::DealName),
            (any(&[C::Value]), Field::DealValue),
            (any(&[C::CloseDate]), Field::PurchaseOn),
            (any(&[C::CrmId]), Field::CrmId),
            (any(&[C::CampaignId]), Field::CampaignId),
            (any(&[C::TeamMember]), Field::Employees),
        ]
        .into_iter()
        .filter_map(|(told, field)| told.then_some(field))
        .collect()
    }

    /// The type and whether the row tells it; `None` for a co-sell opportunity.
    fn lead_type(&self) -> Result<Option<(LeadType, bool)>, Fault> {
        let yes = |text: &str| matches!(text.to_lowercase().as_str(), "yes" | "y" | "true" | "1" | "예");
        let nothing = |text: &str| matches!(text.to_lowercase().as_str(), "none" | "n/a" | "-" | "없음");
        if self.get(Column::SharedWithMicrosoft).is_some_and(yes)
            || self.get(Column::MicrosoftStatus).is_some_and(|text| !nothing(text))
        {
            return Ok(None);
        }
        // Reports say "Qualified lead" without saying by whom, and "offer" or "profile lead" for what customers wrote.
        let told = self.get(Column::LeadType).map(|text| text.to_lowercase().replace([' ', '-'], ""));
        let direction = self.get(Column::Direction);
        let (qualification, known) = match told.as_deref() {
            None => (None, false),
            Some("qualified" | "qualifiedlead" | "qualifiedleads") => (Some("SalesQualified"), false),
            Some("offerlead" | "profilelead" | "marketplace" | "marketplacelead" | "customerinquiry") => {
                (Some("Direct"), true)
            }
            Some(_) => (self.get(Column::LeadType), true),
        };
        let column = if self.has(Column::LeadType) { self.name(Column::LeadType) } else { "" };
        let read = values::lead_type(("", None), (column, qualification), direction, false)?;
        Ok(read.map(|lead_type| (lead_type, known)))
    }

    fn stage(&self, received_at: Timestamp) -> Result<Stage, Fault> {
        let (status, substatus) = (self.get(Column::Status), self.get(Column::Substatus));
        if !self.has(Column::Status) && !self.has(Column::Substatus) {
            return Ok(Stage::Received);
        }
        let kind = values::stage_kind(status, substatus).ok_or_else(|| {
            let column = if self.has(Column::Status) { Column::Status } else { Column::Substatus };
            Fault::at(RefusedReason::UnknownStatus, self.name(column), status.or(substatus))
        })?;
        let updated = self.instant(Column::Updated)?;
        Ok(match kind {
            StageKind::Received => Stage::Received,
            StageKind::Accepted => Stage::Accepted { accepted_at: None },
            StageKind::Archived => {
                let outcome = values::outcome(status, substatus);
                let (reason, reason_text) = self.reason(&outcome)?;
                let archived_at = updated.unwrap_or(received_at);
                Stage::Archived(Archived { outcome, archived_at, reason, reason_text, notes: None, accepted_at: None })
            }
        })
    }

    /// A reason as its code or as the words that stand there. The codes mean something else for other outcomes.
    fn reason(&self, outcome: &Outcome) -> Result<(Option<Reason>, Option<String>), Fault> {
        let Some(text) = self.get(Column::Reason) else { return Ok((None, None)) };
        let code = matches!(outcome, Outcome::Declined | Outcome::Lost).then(|| reason_code(text)).flatten();
        match code {
            Some(reason) => Ok((Some(reason), None)),
            None => Ok((None, values::notes(text, self.name(Column::Reason))?)),
        }
    }

    fn customer(&self, name: String) -> Result<Customer, Fault> {
        Ok(Customer {
            name,
            size: None,
            address_line1: self.line(Column::AddressLine1)?,
            address_line2: self.line(Column::AddressLine2)?,
            city: self.line(Column::City)?,
            state: self.line(Column::State)?,
            postal_code: self.line(Column::PostalCode)?,
            country: self.line(Column::Country)?,
        })
    }

    fn contacts(&self) -> Result<Vec<Contact>, Fault> {
        let (given_name, family_name) = (self.line(Column::ContactFirstName)?, self.line(Column::ContactLastName)?);
        let contact = Contact {
            name: whole_name(given_name.as_deref(), family_name.as_deref()),
            given_name,
            family_name,
            title: None,
            email: self.id(Column::ContactEmail)?,
            phone: self.id(Column::ContactPhone)?,
        };
        Ok(if contact == Contact::default() { Vec::new() } else { vec![contact] })
    }

    /// The first part of each `SOL-1234-PQRS, USD, 10, 100`: its id or name.
    fn solutions(&self) -> Result<Vec<String>, Fault> {
        let mut solutions = Vec::new();
        for (column, text) in self.all(Column::Solution) {
            solutions.extend(values::line(text.split(',').next().unwrap_or_default(), column)?);
        }
        Ok(solutions)
    }

    /// Each `First, Last, phone, email`; parts may be missing or stand in another order.
    fn employees(&self) -> Result<Vec<Employee>, Fault> {
        let mut employees = Vec::new();
        for (column, text) in self.all(Column::TeamMember) {
            let mut employee = Employee::default();
            let mut names = Vec::new();
            for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
                let is_phone = part.chars().any(|c| c.is_ascii_digit()) && !part.chars().any(char::is_alphabetic);
                if part.contains('@') && employee.email.is_none() {
                    employee.email = values::id(part, column)?;
                } else if is_phone && employee.phone.is_none() {
                    employee.phone = values::id(part, column)?;
                } else {
                    names.extend(values::line(part, column)?);
                }
            }
            employee.name = match names.as_slice() {
                [first, last] => whole_name(Some(first), Some(last)),
                names => names.join(" "),
            };
            employees.extend((employee != Employee::default()).then_some(employee));
        }
        Ok(employees)
    }

    fn value(&self) -> Result<Option<Money>, Fault> {
        let column = |column| if self.has(column) { self.name(column) } else { self.name(Column::Value) };
        values::money(
            (column(Column::Value), self.get(Column::Value)),
            (column(Column::Currency), self.get(Column::Currency)),
        )
    }

    fn date(&self, column: Column) -> Result<Option<Date>, Fault> {
        let Some(text) = self.get(column) else { return Ok(None) };
        if let Some(date) = Date::parse_us(text).or_else(|| Date::parse_iso(text)) {
            return Ok(Some(date));
        }
        Ok(self.instant(column)?.and_then(Date::nearest_midnight))
    }

    fn instant(&self, column: Column) -> Result<Option<Timestamp>, Fault> {
        let Some(text) = self.get(column) else { return Ok(None) };
        values::instant(&us_instant(text).map_or(text.to_owned(), |at| at.to_string()), self.name(column))
    }
}

/// `3`, `3: Customer chose another vendor` or the words alone.
fn reason_code(text: &str) -> Option<Reason> {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    let rest = text[digits.len()..].trim_start();
    if !digits.is_empty() && (rest.is_empty() || rest.starts_with([':', '.', '-', ')'])) {
        return Reason::try_from(digits.parse::<u8>().ok()?).ok();
    }
    let place = REASONS.iter().position(|reason| reason.eq_ignore_ascii_case(text.trim_end_matches('.')))?;
    Reason::try_from(u8::try_from(place + 1).ok()?).ok()
}

/// A day or an instant as Excel writes it in the United States, taken as UTC. Source: domain.md 2.2.
fn us_instant(text: &str) -> Option<Timestamp> {
    if let Some(date) = Date::parse_us(text) {
        return Some(Timestamp::from_millis(date.0.and_hms_opt(0, 0, 0)?.and_utc().timestamp_millis()));
    }
    ["%m/%d/%Y %I:%M:%S %p", "%m/%d/%Y %I:%M %p", "%m/%d/%Y %H:%M:%S", "%m/%d/%Y %H:%M"]
        .iter()
        .find_map(|format| NaiveDateTime::parse_from_str(text, format).ok())
        .map(|at| Timestamp::from_millis(at.and_utc().timestamp_millis()))
}
