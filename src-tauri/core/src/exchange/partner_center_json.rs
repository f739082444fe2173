//! A referral of Partner Center's API. Source: domain.md 1.5 to 1.8. Where one begins and ends in a file is found in `json`.
//!
//! Read leniently where real payloads are sloppy, and strictly where a guess would put a lead in the wrong place.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::report::RefusedReason;
use super::values::{self, Fault};
use super::{Incoming, Raw, Row};
use crate::domain::history::Field;
use crate::domain::lead::{
    Archived, Contact, Customer, Deal, Employee, HearthId, InvitedBy, Lead, Need, Origin, SourceStatus, Stage,
    StageKind,
};
use crate::domain::respond_by::{DEFAULT_DAYS, respond_by};
use crate::domain::text::{clean, whole_name};
use crate::domain::time::{Date, Timestamp};

/// The longest error message of Partner Center, in characters. Source: domain.md 1.3.
const MAX_MESSAGE: usize = 1024;

/// Whether an object has what only referrals have.
pub(super) fn is_referral(map: &Map<String, Value>) -> bool {
    ["customerProfile", "engagementId", "qualification", "createdDateTime"].iter().any(|key| map.contains_key(*key))
}

/// What an error reply says; both of Partner Center's shapes and that of the sign-in service. Source: domain.md 1.3.
pub(super) fn error_message(map: &Map<String, Value>) -> Option<String> {
    let text = |value: Option<&Value>| value.and_then(Value::as_str).map(clean).filter(|t| !t.is_empty());
    let message = match map.get("error") {
        Some(Value::Object(error)) => text(error.get("message")).or(text(error.get("code"))).unwrap_or_default(),
        Some(error @ Value::String(_)) => text(map.get("error_description")).or(text(Some(error))).unwrap_or_default(),
        _ if map.get("statusCode").is_some_and(|code| code.is_number() || code.is_string()) => {
            text(map.get("message")).unwrap_or_else(|| map["statusCode"].to_string())
        }
        _ => return None,
    };
    Some(message.chars().take(MAX_MESSAGE).collect())
}

pub(super) fn read_one(mut map: Map<String, Value>, row: u32) -> Row {
    map.shift_remove(super::failed::WHY_NOT_KEY);
    match lead(&map) {
        Ok(None) => Row::SetAside { row, customer: Part::of(&map, "customerProfile").shown("name") },
        Ok(Some((lead, known, respond_by_given))) => {
            let raw = Raw::Object(Value::Object(map));
            Row::Lead(Box::new(Incoming { row, lead, known, respond_by_given, raw, whole: None }))
        }
        Err(fault) => Row::Refused { refused: fault.in_row(row), raw: Some(Value::Object(map)) },
    }
}

/// The lead, the fields that the object speaks of, and whether it says until when to answer. `None` is co-sell.
fn lead(map: &Map<String, Value>) -> Result<Option<(Lead, Vec<Field>, bool)>, Fault> {
    let top = Part::top(map);
    let profile = Part::of(map, "customerProfile");
    let details = Part::of(map, "details");
    let invited_by = invited_by(&Part::of(map, "inviteContext"))?;
    let (kind, qualification) = (top.text("type"), top.text("qualification"));
    let Some(lead_type) = values::lead_type(
        ("type", kind.as_deref()),
        ("qualification", qualification.as_deref()),
        top.text("direction").as_deref(),
        invited_by.is_partner(),
    )?
    else {
        return Ok(None);
    };
    let customer = customer(&profile)?;
    let received_at = top.instant("createdDateTime")?.ok_or(Fault::at(
        RefusedReason::MissingReceived,
        "createdDateTime",
        top.text("createdDateTime").as_deref(),
    ))?;
    let expires = top.instant("expirationDateTime")?.filter(|at| *at > received_at);
    let stage = stage(&top, received_at)?;
    let notes = details.notes("notes")?;
    let requested = details.get("customerRequestedContact").and_then(Value::as_bool);
    let favorite = top.get("favorite").and_then(Value::as_bool);

    let mut known = vec![Field::Customer, Field::ReceivedAt, Field::Stage, Field::Outcome, Field::SourceStatus];
    let mut tell = |told: bool, field: Field| known.extend(told.then_some(field));
    tell(kind.is_some() || qualification.is_some(), Field::LeadType);
    tell(expires.is_some(), Field::RespondBy);
    tell(top.has("statusReason"), Field::ReasonText);
    tell(favorite.is_some(), Field::Favorite);
    tell(profile.has("size"), Field::CustomerSize);
    tell(profile.has("address"), Field::Address);
    tell(profile.has("team"), Field::Contacts);
    tell(requested.is_some(), Field::RequestedContact);
    let is_need = values::notes_are_the_need(&stage);
    tell(details.has("notes"), if is_need { Field::Need } else { Field::Notes });
    tell(details.has("requirements"), Field::Requirements);
    tell(top.has("name"), Field::DealName);
    tell(details.has("dealValue"), Field::DealValue);
    tell(details.has("closingDateTime"), Field::PurchaseOn);
    tell(top.has("externalReferenceId"), Field::CrmId);
    tell(top.has("campaignId"), Field::CampaignId);
    tell(top.has("team"), Field::Employees);
    tell(top.has("inviteContext"), Field::InvitedBy);

    let (need_text, deal_notes) = if is_need { (notes, None) } else { (None, notes) };
    let lead = Lead {
        id: 0,
        revision: 0,
        lead_type,
        origin: Origin::Import,
        hearth_id: HearthId::default(),
        merged_into: None,
        referral_id: top.id("id")?,
        engagement_id: top.id("engagementId")?,
        favorite: favorite.unwrap_or_default(),
        received_at,
        respond_by: respond_by(received_at, expires, DEFAULT_DAYS),
        stage,
        customer,
        contacts: contacts(&profile)?,
        requested_contact: requested.unwrap_or_default(),
        contacted: None,
        snoozed_until: None,
        follow_up: None,
        need: need(need_text, &details)?,
        deal: Deal { notes: deal_notes, ..deal(&top, &details)? },
        employees: employees(&top)?,
        invited_by,
        source_status: SourceStatus { status: top.id("status")?, substatus: top.id("substatus")? },
    };
    Ok(Some((lead, known, expires.is_some())))
}

fn stage(top: &Part, received_at: Timestamp) -> Result<Stage, Fault> {
    let (status, substatus) = (top.text("status"), top.text("substatus"));
    let (status, substatus) = (status.as_deref(), substatus.as_deref());
    let accepted_at = top.instant("acceptedDateTime")?;
    let closed_at = top.instant("closedDateTime")?.or(top.instant("updatedDateTime")?);
    let reason_text = top.notes("statusReason")?;
    let kind = values::stage_kind(status, substatus)
        .ok_or_else(|| Fault::at(RefusedReason::UnknownStatus, "status", status.or(substatus)))?;
    Ok(match kind {
        StageKind::Received => Stage::Received,
        StageKind::Accepted => Stage::Accepted { accepted_at },
        StageKind::Archived => Stage::Archived(Archived {
            outcome: values::outcome(status, substatus),
            archived_at: closed_at.unwrap_or(received_at),
            reason: None,
            reason_text,
            notes: None,
            accepted_at,
        }),
    })
}

fn customer(profile: &Part) -> Result<Customer, Fault> {
    let address = profile.part("address", "customerProfile.address");
    Ok(Customer {
        name: profile.line("name")?.ok_or(Fault::at(RefusedReason::MissingCustomer, "customerProfile.name", None))?,
        size: profile.line("size")?,
        address_line1: address.line("addressLine1")?,
        address_line2: address.line("addressLine2")?,
        city: address.line("city")?,
        // Some payloads have the state under `region` only. Source: domain.md 1.8.
        state: address.line("state")?.or(address.line("region")?),
        postal_code: address.line("postalCode")?,
        country: address.line("country")?,
    })
}

fn contacts(profile: &Part) -> Result<Vec<Contact>, Fault> {
    let mut contacts = Vec::new();
    for member in profile.objects("team", "customerProfile.team") {
        let (given_name, family_name) = (member.line("firstName")?, member.line("lastName")?);
        let contact = Contact {
            name: whole_name(given_name.as_deref(), family_name.as_deref()),
            given_name,
            family_name,
            title: member.line("title")?,
            email: member.id("email")?,
            phone: member.id("phoneNumber")?,
        };
        contacts.extend((contact != Contact::default()).then_some(contact));
    }
    Ok(contacts)
}

fn employees(top: &Part) -> Result<Vec<Employee>, Fault> {
    let mut employees = Vec::new();
    for member in top.objects("team", "team") {
        let name = whole_name(member.line("firstName")?.as_deref(), member.line("lastName")?.as_deref());
        let employee = Employee { name, phone: member.id("phoneNumber")?, email: member.id("email")? };
        employees.extend((employee != Employee::default()).then_some(employee));
    }
    Ok(employees)
}

fn need(text: Option<String>, details: &Part) -> Result<Need, Fault> {
    let wanted = details.part("requirements", "details.requirements");
    let list = |key: &str, path: &'static str| -> Result<Vec<String>, Fault> {
        let mut names = Vec::new();
        for part in wanted.objects(key, path) {
            names.extend(part.line("name")?.or(part.line("id")?));
        }
        Ok(names)
    };
    Ok(Need {
        text: text.unwrap_or_default(),
        industries: list("industries", "details.requirements.industries")?,
        products: list("products", "details.requirements.products")?,
        services: list("services", "details.requirements.services")?,
        solutions: list("solutions", "details.requirements.solutions")?,
    })
}

/// The deal but for its notes, whose place depends on the stage.
fn deal(top: &Part, details: &Part) -> Result<Deal, Fault> {
    let (amount, currency) = (details.text("dealValue"), details.text("currency"));
    let closing = details.instant("closingDateTime")?;
    let value = values::money(("details.dealValue", amount.as_deref()), ("details.currency", currency.as_deref()))?;
    Ok(Deal {
        name: top.line("name")?,
        value,
        purchase_on: closing.and_then(Date::nearest_midnight),
        notes: None,
        crm_id: top.id("externalReferenceId")?,
        campaign_id: top.id("campaignId")?,
    })
}

fn invited_by(context: &Part) -> Result<InvitedBy, Fault> {
    let by = context.part("invitedBy", "inviteContext.invitedBy");
    Ok(InvitedBy {
        organization_id: by.id("organizationId")?,
        organization_name: by.line("organizationName")?,
        notes: context.notes("notes")?,
    })
}

/// An object inside a referral, perhaps missing, and the path by which a refusal names its keys.
struct Part<'a> {
    map: Option<&'a Map<String, Value>>,
    path: &'static str,
}

impl<'a> Part<'a> {
    fn top(map: &'a Map<String, Value>) -> Self {
        Self { map: Some(map), path: "" }
    }

    fn of(map: &'a Map<String, Value>, key: &'static str) -> Self {
        Self::top(map).part(key, key)
    }

    fn part(&self, key: &str, path: &'static str) -> Self {
        Self { map: self.get(key).and_then(Value::as_object), path }
    }

    /// The objects of a list; one object that stands there without a list is taken as a list of one.
    fn objects(&self, key: &str, path: &'static str) -> Vec<Self> {
        let all = match self.get(key) {
            Some(Value::Array(elements)) => elements.iter().filter_map(Value::as_object).collect(),
            Some(Value::Object(map)) => vec![map],
            _ => Vec::new(),
        };
        all.into_iter().map(|map| Self { map: Some(map), path }).collect()
    }

    fn get(&self, key: &str) -> Option<&'a Value> {
        self.map?.get(key)
    }

    fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// A text, or a number that stands where a text should; an empty text is none.
    fn text(&self, key: &str) -> Option<Cow<'a, str>> {
        match self.get(key)? {
            Value::String(text) => Some(Cow::Borrowed(text.as_str())).filter(|t| !t.trim().is_empty()),
            Value::Number(number) => Some(Cow::Owned(plain(number))),
            _ => None,
        }
    }

    fn key(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    fn line(&self, key: &str) -> Result<Option<String>, Fault> {
        self.text(key).map_or(Ok(None), |text| values::line(&text, &self.key(key)))
    }

    fn id(&self, key: &str) -> Result<Option<String>, Fault> {
        self.text(key).map_or(Ok(None), |text| values::id(&text, &self.key(key)))
    }

    fn notes(&self, key: &str) -> Result<Option<String>, Fault> {
        self.text(key).map_or(Ok(None), |text| values::notes(&text, &self.key(key)))
    }

    fn instant(&self, key: &str) -> Result<Option<Timestamp>, Fault> {
        self.text(key).map_or(Ok(None), |text| values::instant(&text, &self.key(key)))
    }

    /// A text as far as a report needs it, whatever is wrong with it.
    fn shown(&self, key: &str) -> String {
        let text = self.text(key).unwrap_or_default();
        let start: String = text.chars().take(crate::domain::text::MAX_LINE).collect();
        values::line(&start, key).ok().flatten().unwrap_or_default()
    }
}

/// A number in plain digits, without an exponent.
pub(super) fn plain(number: &serde_json::Number) -> String {
    match number.as_f64() {
        Some(float) if number.is_f64() => float.to_string(),
        _ => number.to_string(),
    }
}
