//! A lead of Hearth's own JSON, made fit to keep: its texts are held to the same limits as those of every other file.

use serde_json::Value;

use super::hearth_json::Entry;
use super::report::RefusedReason;
use super::values::{self, Fault};
use crate::domain::history::{Field, fields};
use crate::domain::lead::{Contact, Employee, Lead, Origin, Stage};

/// The lead and the fields that it speaks of.
pub(super) fn lead(entry: Entry<'_>, raw: &Value) -> Result<(Lead, Vec<Field>), Fault> {
    let amount = raw.pointer("/deal/amount").and_then(Value::as_str).filter(|amount| !amount.trim().is_empty());
    let mut lead = entry.into_lead();
    if amount.is_some() && lead.deal.value.is_none() {
        let currency = raw.pointer("/deal/currency").and_then(Value::as_str);
        lead.deal.value = values::money(("deal.amount", amount), ("deal.currency", currency))?;
    }
    lead.origin = Origin::Import;
    if let Some(id) = raw.get("hearthId").filter(|_| !lead.hearth_id.is_given()).and_then(Value::as_str)
        && !id.is_empty()
    {
        return Err(Fault::at(RefusedReason::NotALead, "hearthId", Some(id)));
    }
    for at in [lead.received_at, lead.respond_by] {
        values::instant(&at.to_string(), "receivedAt")?;
    }
    clean(&mut lead)?;
    if lead.customer.name.is_empty() {
        return Err(Fault::at(RefusedReason::MissingCustomer, "customer.name", None));
    }
    // It speaks of everything; what it leaves out is empty there. But what is not written clears nothing here.
    let known = fields(&lead).into_iter().filter(|(_, value)| value.is_some()).map(|(field, _)| field);
    let known = known.filter(|field| *field != Field::SnoozedUntil || lead.snoozed_until.is_some()).collect();
    Ok((lead, known))
}

fn clean(lead: &mut Lead) -> Result<(), Fault> {
    line(&mut lead.customer.name, "customer.name")?;
    let customer = &mut lead.customer;
    for text in [
        &mut customer.size,
        &mut customer.address_line1,
        &mut customer.address_line2,
        &mut customer.city,
        &mut customer.state,
        &mut customer.postal_code,
        &mut customer.country,
    ] {
        option(text, "customer", values::id)?;
    }
    for Contact { name, given_name, family_name, title, email, phone } in &mut lead.contacts {
        line(name, "contacts.name")?;
        for text in [given_name, family_name, title, email, phone] {
            option(text, "contacts", values::id)?;
        }
    }
    for Employee { name, phone, email } in &mut lead.employees {
        line(name, "employees.name")?;
        option(phone, "employees.phone", values::id)?;
        option(email, "employees.email", values::id)?;
    }
    let need = &mut lead.need;
    need.text = notes(&need.text, "need.text")?.unwrap_or_default();
    for list in [&mut need.industries, &mut need.products, &mut need.services, &mut need.solutions] {
        for item in list.iter_mut() {
            line(item, "need")?;
        }
        list.retain(|item| !item.is_empty());
    }
    if let Stage::Archived(end) = &mut lead.stage {
        option(&mut end.reason_text, "reasonText", notes)?;
        option(&mut end.notes, "closingNotes", notes)?;
    }
    if let Some(contacted) = &mut lead.contacted {
        option(&mut contacted.note, "contacted.note", notes)?;
    }
    if let Some(follow_up) = &mut lead.follow_up {
        option(&mut follow_up.note, "followUp.note", notes)?;
    }
    option(&mut lead.deal.notes, "deal.notes", notes)?;
    option(&mut lead.deal.name, "deal.name", values::id)?;
    option(&mut lead.deal.crm_id, "deal.crmId", values::id)?;
    option(&mut lead.deal.campaign_id, "deal.campaignId", values::id)?;
    option(&mut lead.referral_id, "referralId", values::id)?;
    option(&mut lead.engagement_id, "engagementId", values::id)?;
    option(&mut lead.invited_by.organization_id, "invitedBy", values::id)?;
    option(&mut lead.invited_by.organization_name, "invitedBy", values::id)?;
    option(&mut lead.invited_by.notes, "invitedBy.notes", notes)?;
    option(&mut lead.source_status.status, "sourceStatus", values::id)?;
    option(&mut lead.source_status.substatus, "sourceStatus", values::id)
}

/// As in other files, but verbatim: what Hearth wrote has no entities.
fn notes(text: &str, key: &str) -> Result<Option<String>, Fault> {
    values::verbatim_notes(text, key)
}

fn line(text: &mut String, key: &str) -> Result<(), Fault> {
    *text = values::id(text, key)?.unwrap_or_default();
    Ok(())
}

fn option(
    text: &mut Option<String>,
    key: &str,
    read: fn(&str, &str) -> Result<Option<String>, Fault>,
) -> Result<(), Fault> {
    *text = text.as_deref().map_or(Ok(None), |text| read(text, key))?;
    Ok(())
}
