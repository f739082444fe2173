//! What happened to a lead: who, when, what, and each changed field before and after.
//!
//! The difference of two leads is taken field by field from one list, [`fields`], which undo, the history and the
//! merge of a re-import share. Saving entries is `store::history`.

use serde::{Deserialize, Serialize};

use super::lead::{Employee, Lead, Stage};
use super::time::{Date, Timestamp};

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Action {
    Received,
    Imported,
    Updated,
    Added,
    SampleAdded,
    Accepted,
    Declined,
    Expired,
    Edited,
    EmployeesChanged,
    Won,
    Lost,
    Favorited,
    Unfavorited,
    Contacted,
    Snoozed,
    /// The user ended a snooze.
    Woken,
    FollowUpSet,
    FollowUpCleared,
    Undone,
    /// An import that had changed it was taken back.
    ImportUndone,
    /// Another lead was merged into it.
    Merged,
    /// It was merged into another lead.
    Absorbed,
    /// A merge was taken apart.
    TakenApart,
    NoticeDrafted,
    NoticeSent,
}

/// Who did it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "kind", content = "name")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Actor {
    /// The person at the computer, by the name of the account.
    User(String),
    /// Hearth itself: a lead expires by time.
    Hearth,
    /// A file that was imported, by its name.
    File(String),
}

/// A field of a lead, as the history names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Field {
    LeadType,
    Stage,
    Outcome,
    Reason,
    ReasonText,
    ClosingNotes,
    Favorite,
    ReceivedAt,
    RespondBy,
    Customer,
    CustomerSize,
    Address,
    Contacts,
    RequestedContact,
    ContactedAt,
    ContactWay,
    ContactNote,
    SnoozedUntil,
    FollowUpOn,
    FollowUpNote,
    Need,
    Requirements,
    DealName,
    DealValue,
    PurchaseOn,
    Notes,
    CrmId,
    CampaignId,
    Employees,
    InvitedBy,
    SourceStatus,
}

/// What a field held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "type", content = "value")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum FieldValue {
    /// A person's words, shown as they are.
    Text(String),
    /// One of a fixed set, named in the window's language by its field.
    Code(String),
    Flag(bool),
    Instant(Timestamp),
    Date(Date),
    Money(MoneyText),
    People(Vec<Employee>),
}

/// An amount as decimal text with its ISO 4217 code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct MoneyText {
    pub amount: String,
    pub currency: String,
}

/// One field before and after; `None` is an empty field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FieldChange {
    pub field: Field,
    pub before: Option<FieldValue>,
    pub after: Option<FieldValue>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HistoryEntry {
    #[cfg_attr(test, ts(type = "number"))]
    pub id: i64,
    /// When it happened, which for an expiry is the respond-by instant, not when it was noticed.
    pub at: Timestamp,
    pub actor: Actor,
    pub action: Action,
    pub changes: Vec<FieldChange>,
    /// The lead it happened to, where that was merged into the one that is shown.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub of: Option<super::lead::LeadId>,
}

/// The fields that differ between two states of a lead, in the order of [`fields`].
pub fn differences(before: &Lead, after: &Lead) -> Vec<FieldChange> {
    fields(before)
        .into_iter()
        .zip(fields(after))
        .filter(|((_, old), (_, new))| old != new)
        .map(|((field, before), (_, after))| FieldChange { field, before, after })
        .collect()
}

/// Every field that the history watches, always all and always in this order.
pub fn fields(lead: &Lead) -> Vec<(Field, Option<FieldValue>)> {
    use Field as F;
    use FieldValue as V;
    let text = |t: &Option<String>| t.clone().filter(|t| !t.is_empty()).map(V::Text);
    let code = |c: &str| Some(V::Code(c.to_owned()));
    let archived = match &lead.stage {
        Stage::Archived(archived) => Some(archived),
        Stage::Received | Stage::Accepted { .. } => None,
    };
    let contacted = lead.contacted.as_ref();
    let deal = &lead.deal;
    vec![
        (F::LeadType, code(&name_of(&lead.lead_type))),
        (F::Stage, code(&name_of(&lead.stage.kind()))),
        (F::Outcome, archived.and_then(|a| code(a.outcome.as_str()))),
        (F::Reason, archived.and_then(|a| a.reason).and_then(|r| code(&r.code().to_string()))),
        (F::ReasonText, archived.and_then(|a| text(&a.reason_text))),
        (F::ClosingNotes, archived.and_then(|a| text(&a.notes))),
        (F::Favorite, Some(V::Flag(lead.favorite))),
        (F::ReceivedAt, Some(V::Instant(lead.received_at))),
        (F::RespondBy, Some(V::Instant(lead.respond_by))),
        (F::Customer, text(&Some(lead.customer.name.clone()))),
        (F::CustomerSize, text(&lead.customer.size)),
        (F::Address, text(&Some(address(lead)))),
        (F::Contacts, text(&Some(contacts(lead)))),
        (F::RequestedContact, Some(V::Flag(lead.requested_contact))),
        (F::ContactedAt, contacted.map(|c| V::Instant(c.at))),
        (F::ContactWay, contacted.and_then(|c| code(&name_of(&c.way)))),
        (F::ContactNote, contacted.and_then(|c| text(&c.note))),
        (F::SnoozedUntil, lead.snoozed_until.map(V::Instant)),
        (F::FollowUpOn, lead.follow_up.as_ref().map(|f| V::Date(f.on))),
        (F::FollowUpNote, lead.follow_up.as_ref().and_then(|f| text(&f.note))),
        (F::Need, text(&Some(lead.need.text.clone()))),
        (F::Requirements, text(&Some(requirements(lead)))),
        (F::DealName, text(&deal.name)),
        (
            F::DealValue,
            deal.value
                .as_ref()
                .map(|m| V::Money(MoneyText { amount: m.amount(), currency: m.currency.code().to_owned() })),
        ),
        (F::PurchaseOn, deal.purchase_on.map(V::Date)),
        (F::Notes, text(&deal.notes)),
        (F::CrmId, text(&deal.crm_id)),
        (F::CampaignId, text(&deal.campaign_id)),
        (F::Employees, (!lead.employees.is_empty()).then(|| V::People(lead.employees.clone()))),
        (F::InvitedBy, text(&lead.invited_by.organization_name.clone().or(lead.invited_by.organization_id.clone()))),
        (F::SourceStatus, text(&source_status(lead))),
    ]
}

/// The name that serde gives a unit variant: the one spelling of a code for the window, the history and the database.
pub fn name_of(variant: &impl Serialize) -> String {
    match serde_json::to_value(variant) {
        Ok(serde_json::Value::String(name)) => name,
        _ => unreachable!("only enums of unit variants are named"),
    }
}

fn address(lead: &Lead) -> String {
    let c = &lead.customer;
    joined([&c.address_line1, &c.address_line2, &c.city, &c.state, &c.postal_code, &c.country], ", ")
}

fn contacts(lead: &Lead) -> String {
    let lines: Vec<_> =
        lead.contacts.iter().map(|c| joined([&Some(c.name.clone()), &c.title, &c.email, &c.phone], ", ")).collect();
    lines.join("\n")
}

fn requirements(lead: &Lead) -> String {
    let n = &lead.need;
    [&n.industries, &n.products, &n.services, &n.solutions]
        .map(|list| list.join(", "))
        .into_iter()
        .filter(|l| !l.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

fn source_status(lead: &Lead) -> Option<String> {
    let s = &lead.source_status;
    Some(joined([&s.status, &s.substatus], " / "))
}

fn joined<const N: usize>(parts: [&Option<String>; N], by: &str) -> String {
    parts.into_iter().flatten().filter(|p| !p.is_empty()).map(String::as_str).collect::<Vec<_>>().join(by)
}

impl From<&super::money::Money> for MoneyText {
    fn from(money: &super::money::Money) -> Self {
        Self { amount: money.amount(), currency: money.currency.code().to_owned() }
    }
}
