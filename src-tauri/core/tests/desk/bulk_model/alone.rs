//! The model: each lead is worked alone, by the forms for one lead.

use hearth_core::api::*;
use hearth_core::domain::lead::{Employee, StageKind};

use crate::support::Desk;

/// How what was done to a lead is taken back.
#[derive(Debug)]
pub enum Undo {
    Offer(i64),
    /// A heart that was set over one revision and left another.
    Heart {
        id: i64,
        from: i64,
        revision: i64,
        until: i64,
    },
}

pub struct Alone<'a> {
    pub desk: &'a Desk,
}

impl Alone<'_> {
    pub fn revision(&self, id: i64) -> i64 {
        self.desk.get(id).revision
    }

    /// Why the form for one lead would not be there, or would change nothing.
    pub fn why_not(&self, action: &BulkAction, id: i64) -> Option<WhyNot> {
        let lead = self.desk.get(id);
        let stage = match lead.stage {
            StageKind::Received => WhyNot::Received,
            StageKind::Accepted => WhyNot::Accepted,
            StageKind::Archived => WhyNot::Archived,
        };
        let late = self.desk.clock_now() >= lead.respond_by;
        let (fits, so) = match action {
            BulkAction::Decline { .. } => (stage == WhyNot::Received, false),
            BulkAction::MarkContacted { at, way, .. } => {
                let same = lead.contacted.is_some_and(|c| (c.at, c.way, c.note) == (*at, *way, None));
                (stage != WhyNot::Archived, same && lead.snoozed_until.is_none())
            }
            BulkAction::SetFavorite { favorite } => (true, lead.favorite == *favorite),
            BulkAction::AddEmployee { employee } => {
                (stage == WhyNot::Accepted, lead.employees.iter().any(|other| other.name == employee.name))
            }
            BulkAction::SetCampaign { campaign_id } => {
                (stage == WhyNot::Accepted, lead.deal.campaign_id.unwrap_or_default() == *campaign_id)
            }
        };
        match (fits, so) {
            (false, _) => Some(stage),
            (true, true) => Some(WhyNot::AlreadySo),
            (true, false) if late && matches!(action, BulkAction::Decline { .. }) => Some(WhyNot::PastRespondBy),
            (true, false) => None,
        }
    }

    /// Does it to one lead, by the form for one lead.
    pub fn work(&self, action: &BulkAction, id: i64) -> Undo {
        let app = &self.desk.app;
        let lead = self.desk.get(id);
        let revision = lead.revision;
        let done = match action.clone() {
            BulkAction::Decline { reason, notes } => {
                handlers::decline_lead(app, DeclineLead { id, revision, reason, notes })
            }
            BulkAction::MarkContacted { at, way, note } => {
                handlers::mark_contacted(app, MarkContacted { id, revision, at, way, note })
            }
            BulkAction::SetFavorite { favorite } => {
                let set = handlers::set_favorite(app, SetFavorite { id, favorite }).unwrap();
                // Hearts of many stand in the way of what was done before, until they are taken back.
                self.move_offers(id, set.revision, revision);
                let until = self.desk.clock_now().as_millis() + 30_000;
                return Undo::Heart { id, from: revision, revision: set.revision, until };
            }
            BulkAction::AddEmployee { employee } => {
                let mut employees: Vec<Employee> = lead.employees;
                employees.push(employee);
                handlers::save_employees(app, SaveEmployees { id, revision, employees })
            }
            BulkAction::SetCampaign { campaign_id } => {
                let money = lead.deal.value.unwrap();
                let deal = DealForm {
                    name: lead.deal.name.unwrap(),
                    amount: money.amount,
                    currency: money.currency,
                    purchase_on: lead.deal.purchase_on.unwrap().to_string(),
                    notes: lead.deal.notes.unwrap(),
                    crm_id: lead.deal.crm_id.unwrap_or_default(),
                    campaign_id,
                };
                handlers::edit_deal(app, EditDeal { id, revision, deal })
            }
        };
        Undo::Offer(done.unwrap().undo.unwrap().undo_id)
    }

    /// Whatever could be taken back of a lead at the revision `from` can be at `to`.
    fn move_offers(&self, id: i64, from: i64, to: i64) {
        let sql = "UPDATE undo SET revision_after = ?3 WHERE lead_id = ?1 AND revision_after = ?2";
        self.desk.raw().execute(sql, [id, from, to]).unwrap();
    }

    /// Takes back what was done to one lead, if its own offer still stands: the lead, and the revisions that it had before it was
    /// done, just now, and by now.
    pub fn take_back(&self, undo: &Undo) -> Option<(i64, i64, i64, i64)> {
        let app = &self.desk.app;
        match undo {
            Undo::Offer(undo_id) => {
                let sql = "SELECT before ->> 'revision', revision_after FROM undo WHERE id = ?1";
                let was = self.desk.raw().query_row(sql, [undo_id], |row| Ok((row.get(0)?, row.get(1)?))).ok();
                let lead = handlers::undo_action(app, UndoAction { undo_id: *undo_id }).ok()?.lead?;
                was.map(|(from, left)| (lead.id, from, left, lead.revision))
            }
            Undo::Heart { id, from, revision, .. } => {
                let stands = self.can_take_back(undo);
                if stands {
                    let favorite = !self.desk.get(*id).favorite;
                    let set = handlers::set_favorite(app, SetFavorite { id: *id, favorite }).unwrap();
                    self.move_offers(*id, *from, set.revision);
                    let told = "UPDATE history SET action = 'undone' WHERE id = (SELECT max(id) FROM history WHERE lead_id = ?1)";
                    self.desk.raw().execute(told, [id]).unwrap();
                    return Some((*id, *from, *revision, set.revision));
                }
                None
            }
        }
    }

    /// Whether the offer of one lead still stands.
    pub fn can_take_back(&self, undo: &Undo) -> bool {
        match undo {
            Undo::Offer(undo_id) => {
                let undo = "SELECT until FROM undo WHERE id = ?1";
                let until: Option<i64> = self.desk.raw().query_row(undo, [undo_id], |row| row.get(0)).ok();
                until.is_some_and(|until| self.desk.clock_now().as_millis() < until)
            }
            Undo::Heart { id, revision, until, .. } => {
                self.revision(*id) == *revision && self.desk.clock_now().as_millis() < *until
            }
        }
    }
}
