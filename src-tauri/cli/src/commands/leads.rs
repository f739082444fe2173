//! Leads as a table, and one lead with everything.

use hearth_core::api::{LeadDetail, LeadRef, LeadRow, ListQuery, SortBy, Tab, handlers};
use hearth_core::app::App;
use hearth_core::domain::lead::StageKind;
use hearth_core::domain::time::Timestamp;
use hearth_core::texts::FluentValue;
use serde::Serialize;

use super::Done;
use crate::args::{Filter, List};
use crate::failure::Failure;
use crate::session::Session;
use crate::{out, table, words};

/// The longest page that the core gives.
const PAGE: u32 = 200;

#[derive(Serialize)]
struct Listed<'a> {
    leads: &'a [LeadRow],
    /// How many there are without the limit.
    total: u32,
}

pub fn list(session: &mut Session, asked: &List) -> Done {
    let app = session.open()?;
    let (rows, total) = matching(&app, &asked.filter, asked.limit)?;
    if session.json {
        session.out.json(&Listed { leads: &rows, total });
        return Ok(0);
    }
    let heads = [
        "cli-head-id",
        "field-received",
        "field-respond-by",
        "field-stage",
        "field-customer",
        "field-deal-value",
        "cli-head-about",
    ]
    .map(|id| session.text(id));
    let day = |at: Timestamp| app.zone().day(at).to_string();
    let cells: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            let open = row.stage == StageKind::Received;
            vec![
                row.id.to_string(),
                day(row.received_at),
                if open { day(row.respond_by) } else { String::new() },
                words::state(row.stage, row.outcome.as_deref(), session.texts()),
                row.customer.clone(),
                row.value.as_ref().map(|value| format!("{} {}", value.amount, value.currency)).unwrap_or_default(),
                row.headline.clone(),
            ]
        })
        .collect();
    if rows.is_empty() {
        session.out.line(session.text("cli-no-leads"));
        return Ok(0);
    }
    for line in table::lines(&heads, &cells, out::width()) {
        session.out.line(line);
    }
    if u32::try_from(rows.len()).is_ok_and(|shown| shown < total) {
        let count = FluentValue::from(total - u32::try_from(rows.len()).unwrap_or(total));
        session.out.line(session.format("cli-more", &[("count", count)]));
    }
    Ok(0)
}

/// What the filter asks for, the newest first.
pub fn query(filter: &Filter) -> ListQuery {
    ListQuery {
        tab: filter.tab.map_or(Tab::All, Into::into),
        stage: filter.stage.map(Into::into),
        query: filter.search.clone().unwrap_or_default(),
        sort: SortBy::Received,
        descending: true,
        offset: 0,
        limit: 0,
        list: None,
    }
}

/// The leads that the filter leaves, the newest first, at most `limit`; and how many there are in all.
fn matching(app: &App, filter: &Filter, limit: u32) -> Result<(Vec<LeadRow>, u32), Failure> {
    let mut asked = query(filter);
    let mut rows = Vec::new();
    loop {
        asked.limit = PAGE.min(limit - asked.offset);
        let page = handlers::list_leads(app, asked.clone())?;
        rows.extend(page.rows);
        // Further pages are of the very same list, whatever is changed meanwhile.
        asked.list = Some(page.list);
        asked.offset += asked.limit;
        if asked.offset >= page.total.min(limit) {
            return Ok((rows, page.total));
        }
    }
}

pub fn show(session: &mut Session, id: i64) -> Done {
    let app = session.open()?;
    let lead = handlers::get_lead(&app, LeadRef { id })?;
    if session.json {
        session.out.json(&lead);
        return Ok(0);
    }
    let time = |at: Timestamp| app.zone().local(at).format("%Y-%m-%d %H:%M").to_string();
    session.out.line(&lead.customer.name);
    for (label, value) in facts(session, &lead, &time) {
        // A text of several lines stands under its name.
        let value = value.trim().replace('\n', "\n    ");
        session.out.line(format!("  {label}: {value}"));
    }
    session.out.line("");
    for entry in &lead.history {
        let what = words::action(entry.action, session.texts());
        session.out.line(format!("  {}  {what} ({})", time(entry.at), words::actor(&entry.actor, session.texts())));
    }
    Ok(0)
}

fn facts(session: &Session, lead: &LeadDetail, time: &dyn Fn(Timestamp) -> String) -> Vec<(String, String)> {
    let texts = session.texts();
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let customer = &lead.customer;
    let address = [
        &customer.address_line1,
        &customer.address_line2,
        &customer.city,
        &customer.state,
        &customer.postal_code,
        &customer.country,
    ];
    let address: Vec<&str> = address.into_iter().flatten().map(String::as_str).collect();
    let contacts: Vec<String> = lead
        .contacts
        .iter()
        .map(|contact| {
            let parts = [&Some(contact.name.clone()), &contact.title, &contact.email, &contact.phone];
            parts.into_iter().flatten().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ")
        })
        .collect();
    let employees: Vec<String> = lead
        .employees
        .iter()
        .map(|one| {
            [&Some(one.name.clone()), &one.phone, &one.email]
                .into_iter()
                .flatten()
                .cloned()
                .collect::<Vec<_>>()
                .join(", ")
        })
        .collect();
    let open = lead.stage == StageKind::Received;
    let value = lead.deal.value.as_ref().map(|value| format!("{} {}", value.amount, value.currency));
    let contacted = lead.contacted.as_ref();
    let facts = [
        ("cli-head-id", lead.id.to_string()),
        ("cli-revision", lead.revision.to_string()),
        ("field-lead-type", words::lead_type(lead.lead_type, texts)),
        ("field-stage", words::state(lead.stage, lead.outcome.as_deref(), texts)),
        ("field-received", time(lead.received_at)),
        ("field-respond-by", if open { time(lead.respond_by) } else { String::new() }),
        ("field-contacts", contacts.join("\n")),
        ("field-contacted-at", contacted.map(|contacted| time(contacted.at)).unwrap_or_default()),
        ("field-contact-way", contacted.map(|contacted| words::way(contacted.way, texts)).unwrap_or_default()),
        ("field-contact-note", contacted.map(|contacted| text(&contacted.note)).unwrap_or_default()),
        ("field-customer-size", text(&customer.size)),
        ("field-address", address.join(", ")),
        ("field-need", lead.need.text.clone()),
        ("field-deal-name", text(&lead.deal.name)),
        ("field-deal-value", value.unwrap_or_default()),
        ("field-purchase-on", lead.deal.purchase_on.map(|day| day.to_string()).unwrap_or_default()),
        ("field-notes", text(&lead.deal.notes)),
        ("field-crm-id", text(&lead.deal.crm_id)),
        ("field-campaign-id", text(&lead.deal.campaign_id)),
        ("field-employees", employees.join("\n")),
        ("field-follow-up-on", lead.follow_up.as_ref().map(|follow_up| follow_up.on.to_string()).unwrap_or_default()),
        ("field-reason", lead.reason.map(|reason| words::reason(reason.code(), texts)).unwrap_or_default()),
        ("field-reason-text", text(&lead.reason_text)),
        ("field-closing-notes", text(&lead.closing_notes)),
        ("cli-referral-id", text(&lead.referral_id)),
    ];
    facts.into_iter().filter(|(_, value)| !value.is_empty()).map(|(label, value)| (texts.text(label), value)).collect()
}
