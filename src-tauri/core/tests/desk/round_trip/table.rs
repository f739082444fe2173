//! Every format, field by field: what it brings in, what goes out in it, what it does not hold.
//!
//! The same table stands in `docs/import-export.md`; the tests beside it hold both against the code.

use hearth_core::domain::lead::{Archived, Lead, Outcome, Stage};
use hearth_core::domain::time::Timestamp;
use serde_json::{Value, json};

const NEVER: Timestamp = Timestamp::from_millis(0);

/// The columns of the table, with how they are headed there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Referrals,
    Bulk,
    Analytics,
    Marketplace,
    Salesforce,
    Dynamics,
    Table,
    Json,
    Vcard,
    Calendar,
}

/// What no column of ours is, kept with the row.
pub const REST: &str = "Unknown columns and keys";

pub const KINDS: [(Kind, &str); 10] = [
    (Kind::Referrals, "Referrals API"),
    (Kind::Bulk, "Bulk CSV"),
    (Kind::Analytics, "Analytics"),
    (Kind::Marketplace, "Marketplace"),
    (Kind::Salesforce, "Salesforce"),
    (Kind::Dynamics, "Dynamics 365"),
    (Kind::Table, "CSV, XLSX"),
    (Kind::Json, "Hearth JSON"),
    (Kind::Vcard, "vCard"),
    (Kind::Calendar, "Calendar"),
];

pub struct Field {
    pub name: &'static str,
    pub get: fn(&Lead) -> Value,
    /// A lead without it.
    pub clear: fn(&mut Lead),
    /// For each of [`KINDS`]: `in`, `out`, `both` or `-`; a star where it is held in part, as the notes below the table say.
    cells: &'static str,
}

impl Field {
    pub fn cell(&self, kind: Kind) -> &'static str {
        let place = KINDS.iter().position(|(k, _)| *k == kind).expect("a column");
        self.cells.split_whitespace().nth(place).expect("a cell for each column")
    }

    pub fn goes_out(&self, kind: Kind) -> bool {
        matches!(self.cell(kind).trim_end_matches('*'), "out" | "both")
    }

    pub fn comes_in(&self, kind: Kind) -> bool {
        matches!(self.cell(kind).trim_end_matches('*'), "in" | "both")
    }

    pub fn is_partly(&self, kind: Kind) -> bool {
        self.cell(kind).ends_with('*')
    }
}

fn archived(lead: &Lead) -> Option<&Archived> {
    match &lead.stage {
        Stage::Archived(archived) => Some(archived),
        Stage::Received | Stage::Accepted { .. } => None,
    }
}

fn accepted_at(lead: &Lead) -> Value {
    match &lead.stage {
        Stage::Received => Value::Null,
        Stage::Accepted { accepted_at } | Stage::Archived(Archived { accepted_at, .. }) => json!(accepted_at),
    }
}

fn clear_accepted_at(lead: &mut Lead) {
    match &mut lead.stage {
        Stage::Received => {}
        Stage::Accepted { accepted_at } | Stage::Archived(Archived { accepted_at, .. }) => *accepted_at = None,
    }
}

fn in_archive(lead: &mut Lead, change: impl FnOnce(&mut Archived)) {
    if let Stage::Archived(archived) = &mut lead.stage {
        change(archived);
    }
}

macro_rules! fields {
    ($($name:literal, $cells:literal, |$lead:ident| $get:expr, |$cleared:ident| $clear:expr;)*) => {
        /// In the order of the table.
        pub const FIELDS: &[Field] = &[$(Field {
            name: $name,
            cells: $cells,
            get: |$lead| json!($get),
            clear: |$cleared| $clear,
        }),*];
    };
}

fields! {
//                           Referrals Bulk Analytics Marketplace Salesforce Dynamics Table Json Vcard Calendar
    "Hearth ID",               "-    both  -    -     both  both  both  both  out  out",
        |l| l.hearth_id, |l| l.hearth_id = Default::default();
    "Referral ID",             "in   both  in   -     both  both  both  both  -    -",
        |l| l.referral_id, |l| l.referral_id = None;
    "Engagement ID",           "in   both  -    -     -     -     both  both  -    -",
        |l| l.engagement_id, |l| l.engagement_id = None;
    "Lead type",               "in   -     in*  -     out*  out*  both  both  -    -",
        |l| l.lead_type, |l| l.lead_type = hearth_core::domain::lead::LeadType::CustomerInquiry;
    "Favorite",                "in   -     -    -     -     -     both  both  -    -",
        |l| l.favorite, |l| l.favorite = false;
    "Received",                "in   in    in   -     in    in    both  both  -    -",
        |l| l.received_at, |l| l.received_at = NEVER;
    "Respond by",              "in   in    -    -     -     -     both  both  -    -",
        |l| l.respond_by, |l| l.respond_by = NEVER;
    "Stage",                   "in   both  in   -     both  both  both  both  -    -",
        |l| l.stage.kind(), |l| l.stage = Stage::Received;
    "Accepted at",             "-    -     -    -     -     -     both  both  -    -",
        |l| accepted_at(l), |l| clear_accepted_at(l);
    "Outcome",                 "in   both  in   -     both* both* both  both  -    -",
        |l| archived(l).map(|a| &a.outcome), |l| in_archive(l, |a| a.outcome = Outcome::Other("Else".into()));
    "Archived at",             "in   in    in   -     -     -     both  both  -    -",
        |l| archived(l).map(|a| a.archived_at), |l| in_archive(l, |a| a.archived_at = NEVER);
    "Reason",                  "in   both  in   -     -     -     both  both  -    -",
        |l| archived(l).and_then(|a| a.reason), |l| in_archive(l, |a| a.reason = None);
    "Reason in words",         "in   both* in   -     -     -     both  both  -    -",
        |l| archived(l).and_then(|a| a.reason_text.clone()), |l| in_archive(l, |a| a.reason_text = None);
    "Closing notes",           "in   -     -    -     -     -     both  both  -    -",
        |l| archived(l).and_then(|a| a.notes.clone()), |l| in_archive(l, |a| a.notes = None);
    "Customer",                "in   both  in   in    both* both* both  both  out  out",
        |l| l.customer.name, |l| l.customer.name.clear();
    "Customer size",           "in   -     -    -     -     -     both  both  -    -",
        |l| l.customer.size, |l| l.customer.size = None;
    "Address lines",           "in   both  -    -     both* both* both  both  out  -",
        |l| [&l.customer.address_line1, &l.customer.address_line2],
        |l| (l.customer.address_line1, l.customer.address_line2) = (None, None);
    "City",                    "in   both  in   -     both* both* both  both  out  -",
        |l| l.customer.city, |l| l.customer.city = None;
    "State",                   "in   both  -    -     both* both* both  both  out  -",
        |l| l.customer.state, |l| l.customer.state = None;
    "Postal code",             "in   both  -    -     both  both  both  both  out  -",
        |l| l.customer.postal_code, |l| l.customer.postal_code = None;
    "Country",                 "in   both  in   in    both  both  both  both  out  -",
        |l| l.customer.country, |l| l.customer.country = None;
    "Contact's name",          "in   both* -    in    both* both* both  both  out  -",
        |l| l.contacts.iter().map(|c| (&c.name, &c.given_name, &c.family_name)).collect::<Vec<_>>(),
        |l| l.contacts.iter_mut().for_each(|c| (c.name, c.given_name, c.family_name) = Default::default());
    "Contact's title",         "in   -     -    in    both* both* both  both  out  -",
        |l| l.contacts.iter().map(|c| &c.title).collect::<Vec<_>>(),
        |l| l.contacts.iter_mut().for_each(|c| c.title = None);
    "Contact's e-mail",        "in   both* -    in    both* both* both  both  out  -",
        |l| l.contacts.iter().map(|c| &c.email).collect::<Vec<_>>(),
        |l| l.contacts.iter_mut().for_each(|c| c.email = None);
    "Contact's phone",         "in   both* -    in    both* both* both  both  out  -",
        |l| l.contacts.iter().map(|c| &c.phone).collect::<Vec<_>>(),
        |l| l.contacts.iter_mut().for_each(|c| c.phone = None);
    "Asked to be contacted",   "in   -     -    in    out   out   both  both  -    -",
        |l| l.requested_contact, |l| l.requested_contact = false;
    "Contacted",               "-    -     -    -     -     -     both  both  -    -",
        |l| l.contacted, |l| l.contacted = None;
    "Snoozed until",           "-    -     -    -     -     -     -     both  -    -",
        |l| l.snoozed_until, |l| l.snoozed_until = None;
    "Follow-up",               "-    -     -    -     -     -     both  both  -    out",
        |l| l.follow_up, |l| l.follow_up = None;
    "Need",                    "in   both* -    in    both* both* both  both  -    -",
        |l| l.need.text, |l| l.need.text.clear();
    "Industries",              "in   -     -    -     in    in    both  both  -    -",
        |l| l.need.industries, |l| l.need.industries.clear();
    "Products",                "in   -     -    -     -     -     both  both  -    -",
        |l| l.need.products, |l| l.need.products.clear();
    "Services",                "in   -     -    -     -     -     both  both  -    -",
        |l| l.need.services, |l| l.need.services.clear();
    "Solutions",               "in   both* -    in    -     -     both  both  -    -",
        |l| l.need.solutions, |l| l.need.solutions.clear();
    "Deal name",               "in   both  -    -     -     both* both  both  -    out",
        |l| l.deal.name, |l| l.deal.name = None;
    "Estimated value",         "in   both  in   -     -     both  both  both  -    out",
        |l| l.deal.value.as_ref().map(|v| (v.minor, &v.currency)), |l| l.deal.value = None;
    "Purchase date",           "in   both  -    -     -     both  both  both  -    out",
        |l| l.deal.purchase_on, |l| l.deal.purchase_on = None;
    "Deal notes",              "in   both* -    -     -     -     both  both  -    -",
        |l| l.deal.notes, |l| l.deal.notes = None;
    "CRM ID",                  "in   both  -    -     -     -     both  both  -    -",
        |l| l.deal.crm_id, |l| l.deal.crm_id = None;
    "Marketing campaign ID",   "in   both  -    -     in    -     both  both  -    -",
        |l| l.deal.campaign_id, |l| l.deal.campaign_id = None;
    "Team members",            "in   both* -    -     -     -     both  both  -    -",
        |l| l.employees, |l| l.employees.clear();
    "Invited by",              "in   -     -    -     -     -     both  both  -    -",
        |l| l.invited_by, |l| l.invited_by = Default::default();
    "Partner Center status",   "in   both* in   -     -     -     both  both  -    -",
        |l| l.source_status, |l| l.source_status = Default::default();
    "Unknown columns and keys", "in  in    in   in    in    in    in    both  -    -",
        |_l| Value::Null, |_l| ();
}

/// The table as it stands in the document.
pub fn markdown() -> String {
    let mut text = String::from("| Field |");
    KINDS.iter().for_each(|(_, name)| text += &format!(" {name} |"));
    text += "\n|---|";
    KINDS.iter().for_each(|_| text += "---|");
    for field in FIELDS {
        text += &format!("\n| {} |", field.name);
        KINDS.iter().for_each(|(kind, _)| text += &format!(" {} |", field.cell(*kind)));
    }
    text
}
