//! One lead with everything that the detail pane shows, as one consistent state.

use rusqlite::Connection;

use super::MergedLead;
use super::replies::*;
use crate::actions::duplicates;
use crate::app::App;
use crate::domain::contact_window;
use crate::domain::history::MoneyText;
use crate::domain::lead::{Lead, LeadId, Stage};
use crate::domain::time::Timestamp;
use crate::error::Error;
use crate::store::{briefs, history, leads, merges, outbox, undo};

/// Everything of the lead `id`.
pub fn lead_detail(app: &App, id: LeadId) -> Result<LeadDetail, Error> {
    app.read(|connection, now| detail(connection, id, now))
}

/// Everything of the lead `id`, which was just changed.
pub fn changed_lead(app: &App, id: LeadId) -> Result<LeadDetail, Error> {
    app.read_written(|connection, now| detail(connection, id, now))
}

fn detail(connection: &Connection, id: LeadId, now: Timestamp) -> Result<LeadDetail, Error> {
    let lead = leads::get(connection, id)?;
    let undo = undo_offer(connection, &lead, now)?;
    let flame = lead.requested_contact.then(|| FlameWindow {
        ends_at: contact_window::ends_at(lead.received_at),
        contacted_at: lead.contacted.as_ref().map(|contacted| contacted.at),
    });
    let stage = lead.stage.kind();
    let duplicates = duplicates::count_of_lead(connection, &lead)?;
    let merged = merges::of_kept(connection, id)?
        .into_iter()
        .map(|(merge_id, at, absorbed)| Ok(MergedLead { merge_id, at, lead: briefs::get(connection, absorbed)? }))
        .collect::<Result<_, Error>>()?;
    let (accepted_at, archived) = match lead.stage {
        Stage::Received => (None, None),
        Stage::Accepted { accepted_at } => (accepted_at, None),
        Stage::Archived(archived) => (archived.accepted_at, Some(archived)),
    };
    let deal = lead.deal;
    Ok(LeadDetail {
        id,
        revision: lead.revision,
        lead_type: lead.lead_type,
        origin: lead.origin,
        referral_id: lead.referral_id,
        engagement_id: lead.engagement_id,
        favorite: lead.favorite,
        received_at: lead.received_at,
        respond_by: lead.respond_by,
        stage,
        accepted_at,
        archived_at: archived.as_ref().map(|a| a.archived_at),
        outcome: archived.as_ref().map(|a| a.outcome.as_str().to_owned()),
        reason: archived.as_ref().and_then(|a| a.reason),
        reason_text: archived.as_ref().and_then(|a| a.reason_text.clone()),
        closing_notes: archived.and_then(|a| a.notes),
        customer: lead.customer,
        contacts: lead.contacts,
        flame,
        contacted: lead.contacted,
        snoozed_until: lead.snoozed_until,
        follow_up: lead.follow_up,
        need: lead.need,
        deal: DealReply {
            name: deal.name,
            value: deal.value.as_ref().map(MoneyText::from),
            purchase_on: deal.purchase_on,
            notes: deal.notes,
            crm_id: deal.crm_id,
            campaign_id: deal.campaign_id,
        },
        employees: lead.employees,
        invited_by: lead.invited_by,
        source_status: lead.source_status,
        notices: outbox::of_lead(connection, id)?,
        history: history::of_lead(connection, id)?,
        undo,
        merged,
        merged_into: lead.merged_into,
        duplicates,
    })
}

/// The open offer of a lead, if it would be honoured at `now`.
fn undo_offer(connection: &Connection, lead: &Lead, now: Timestamp) -> Result<Option<UndoOffer>, Error> {
    let Some(offer) = undo::of_lead(connection, lead.id, lead.revision)? else { return Ok(None) };
    let open = offer.until > now && !outbox::has_left(connection, lead.id)?;
    Ok(open.then_some(UndoOffer { undo_id: offer.id, action: offer.action, until: offer.until }))
}
