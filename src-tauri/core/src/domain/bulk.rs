//! One action on many leads: what is asked, what becomes of each lead, why some would not be changed, and the way back.
//!
//! The rules are those of a single lead, in `lifecycle`; doing it is `actions::bulk`.

use serde::{Deserialize, Serialize};

use super::history::Action;
use super::lead::{ContactWay, Contacted, Deal, Employee, Lead, LeadId, Reason, Stage, StageKind};
use super::lifecycle::{self, Refusal};
use super::time::Timestamp;

/// The most employees that a lead has.
pub const MOST_EMPLOYEES: usize = 50;

/// What shall be done to each of them, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "kind")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum BulkAction {
    Decline {
        /// `null` while the user has not picked one, which is answered by `invalid`.
        reason: Option<Reason>,
        notes: String,
    },
    MarkContacted {
        at: Timestamp,
        way: ContactWay,
        note: String,
    },
    SetFavorite {
        favorite: bool,
    },
    AddEmployee {
        employee: Employee,
    },
    SetCampaign {
        /// An empty text takes the campaign away.
        campaign_id: String,
    },
}

/// The verb alone, as a report names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum BulkVerb {
    Decline,
    MarkContacted,
    SetFavorite,
    AddEmployee,
    SetCampaign,
}

/// Why a lead is not changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum WhyNot {
    /// Only an accepted lead has a deal that can be edited.
    Received,
    /// Only a received lead can be declined.
    Accepted,
    /// Archived is final.
    Archived,
    /// Its respond-by instant is over.
    PastRespondBy,
    /// It is so already.
    AlreadySo,
    /// It was changed, merged or removed after the preview.
    ChangedSince,
    /// There is no room for one more employee.
    TooMany,
}

/// A lead in one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BulkLead {
    #[cfg_attr(test, ts(type = "number"))]
    pub id: LeadId,
    pub customer: String,
}

/// Leads that would not be, or were not, changed for one reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LeftOut {
    pub why: WhyNot,
    pub count: u32,
    /// The first five.
    pub examples: Vec<BulkLead>,
}

/// What a bulk action would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BulkForeseen {
    pub verb: BulkVerb,
    pub total: u32,
    pub changed: u32,
    /// The first five that would be changed.
    pub examples: Vec<BulkLead>,
    pub left_out: Vec<LeftOut>,
    /// Notices to customers that it would put into the outbox.
    pub notices: u32,
}

/// What a bulk action did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BulkReport {
    /// By which it is taken back; `None` when nothing was changed or nothing can be undone.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub bulk_id: Option<i64>,
    pub verb: BulkVerb,
    pub changed: u32,
    pub left_out: Vec<LeftOut>,
    /// Until when it can be taken back.
    pub undo_until: Option<Timestamp>,
}

/// What taking it back did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BulkUndone {
    pub verb: BulkVerb,
    pub restored: u32,
    /// Leads that were worked on since, or whose notice has left the outbox: they stay.
    pub stayed: u32,
}

/// What shall be done to each of them: a [`BulkAction`] that was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    Decline { reason: Reason, notes: Option<String> },
    MarkContacted(Contacted),
    SetFavorite(bool),
    AddEmployee(Employee),
    SetCampaign(Option<String>),
}

impl Deed {
    pub fn verb(&self) -> BulkVerb {
        match self {
            Self::Decline { .. } => BulkVerb::Decline,
            Self::MarkContacted(_) => BulkVerb::MarkContacted,
            Self::SetFavorite(_) => BulkVerb::SetFavorite,
            Self::AddEmployee(_) => BulkVerb::AddEmployee,
            Self::SetCampaign(_) => BulkVerb::SetCampaign,
        }
    }

    /// As what the history of each lead tells it: what the same thing is called when it is done to that lead alone.
    pub fn action(&self) -> Action {
        match self {
            Self::Decline { .. } => Action::Declined,
            Self::MarkContacted(_) => Action::Contacted,
            Self::SetFavorite(true) => Action::Favorited,
            Self::SetFavorite(false) => Action::Unfavorited,
            Self::AddEmployee(_) => Action::EmployeesChanged,
            Self::SetCampaign(_) => Action::Edited,
        }
    }

    /// What `lead` becomes by it.
    pub fn done_to(&self, lead: &Lead, now: Timestamp) -> Result<Lead, WhyNot> {
        if lead.merged_into.is_some() {
            return Err(WhyNot::ChangedSince);
        }
        let after = match self {
            Self::Decline { reason, notes } => lifecycle::decline(lead, *reason, notes.clone(), now)?,
            Self::MarkContacted(contacted) => lifecycle::contact(lead, contacted.clone())?,
            Self::SetFavorite(favorite) => lifecycle::favorite(lead, *favorite),
            Self::AddEmployee(employee) => {
                let mut employees = lead.employees.clone();
                let is_there = employees.iter().any(|other| is_same(other, employee));
                let full = employees.len() >= MOST_EMPLOYEES;
                employees.extend((!is_there).then(|| employee.clone()));
                let after = lifecycle::staff(lead, employees)?;
                if full && !is_there {
                    return Err(WhyNot::TooMany);
                }
                after
            }
            Self::SetCampaign(campaign_id) => {
                lifecycle::edit(lead, Deal { campaign_id: campaign_id.clone(), ..lead.deal.clone() })?
            }
        };
        if after == *lead { Err(WhyNot::AlreadySo) } else { Ok(after) }
    }
}

/// Whether two entries are of the same person: by e-mail, or by name.
fn is_same(one: &Employee, other: &Employee) -> bool {
    let folded = |text: &str| text.trim().to_lowercase();
    let same_email = match (&one.email, &other.email) {
        (Some(one), Some(other)) => folded(one) == folded(other),
        _ => false,
    };
    same_email || folded(&one.name) == folded(&other.name)
}

impl From<Refusal> for WhyNot {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::WrongStage { stage: StageKind::Received } => Self::Received,
            Refusal::WrongStage { stage: StageKind::Accepted } => Self::Accepted,
            Refusal::WrongStage { stage: StageKind::Archived } => Self::Archived,
            Refusal::PastRespondBy { .. } | Refusal::PastDeadline { .. } => Self::PastRespondBy,
        }
    }
}

/// What a bulk action replaced in a lead, as far as the verb and the lead after it do not say it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Before {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contacted: Option<Contacted>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub snoozed_until: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub campaign_id: Option<String>,
}

impl Before {
    /// What `verb` replaces in `lead`.
    pub fn of(verb: BulkVerb, lead: &Lead) -> Self {
        let snoozed_until = lead.snoozed_until;
        match verb {
            BulkVerb::Decline => Self { snoozed_until, ..Self::default() },
            BulkVerb::MarkContacted => Self { contacted: lead.contacted.clone(), snoozed_until, ..Self::default() },
            BulkVerb::SetCampaign => Self { campaign_id: lead.deal.campaign_id.clone(), ..Self::default() },
            BulkVerb::SetFavorite | BulkVerb::AddEmployee => Self::default(),
        }
    }

    /// What `lead` was before `verb` was done to it and nothing since, the heart apart.
    pub fn restored(self, verb: BulkVerb, lead: &Lead) -> Lead {
        let mut restored = lead.clone();
        match verb {
            BulkVerb::Decline => (restored.stage, restored.snoozed_until) = (Stage::Received, self.snoozed_until),
            BulkVerb::MarkContacted => {
                (restored.contacted, restored.snoozed_until) = (self.contacted, self.snoozed_until);
            }
            BulkVerb::SetFavorite => restored.favorite = !lead.favorite,
            // A new one comes last.
            BulkVerb::AddEmployee => drop(restored.employees.pop()),
            BulkVerb::SetCampaign => restored.deal.campaign_id = self.campaign_id,
        }
        restored
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::testing::{at, lead};

    fn accepted() -> Lead {
        Lead { stage: Stage::Accepted { accepted_at: None }, ..lead("Fabrikam", "2026-11-20T09:00:00Z") }
    }

    fn person(name: &str, email: Option<&str>) -> Employee {
        Employee { name: name.into(), phone: None, email: email.map(str::to_owned) }
    }

    #[test]
    fn each_reason_for_leaving_a_lead_out_is_the_rule_of_a_single_lead() {
        let now = at("2026-11-20T10:00:00Z");
        let received = lead("Fabrikam", "2026-11-20T09:00:00Z");
        let decline = Deed::Decline { reason: 1.try_into().unwrap(), notes: None };
        let campaign = Deed::SetCampaign(Some("Spring".into()));
        let archived = decline.done_to(&received, now).unwrap();
        assert_eq!(decline.done_to(&accepted(), now), Err(WhyNot::Accepted), "it was answered otherwise");
        assert_eq!(decline.done_to(&archived, now), Err(WhyNot::Archived), "archived is final");
        assert_eq!(
            decline.done_to(&received, received.respond_by),
            Err(WhyNot::PastRespondBy),
            "too late, though nobody has noticed the expiry yet"
        );
        assert_eq!(campaign.done_to(&received, now), Err(WhyNot::Received), "it has no deal yet");
        let set = campaign.done_to(&accepted(), now).unwrap();
        assert_eq!(campaign.done_to(&set, now), Err(WhyNot::AlreadySo), "an entry in the history would tell nothing");
        let away = Lead { merged_into: Some(7), ..accepted() };
        assert_eq!(campaign.done_to(&away, now), Err(WhyNot::ChangedSince), "the lead that it is in now is worked");
    }

    #[test]
    fn an_employee_is_known_by_e_mail_or_by_name() {
        let now = at("2026-11-20T10:00:00Z");
        let lead = Lead { employees: vec![person("Sam Park", Some("sam@partner.example"))], ..accepted() };
        let add = |name, email| Deed::AddEmployee(person(name, email)).done_to(&lead, now).map(|l| l.employees.len());
        assert_eq!(add("S. Park", Some("SAM@partner.example")), Err(WhyNot::AlreadySo), "the same mailbox");
        assert_eq!(add("sam park", None), Err(WhyNot::AlreadySo), "the same name");
        assert_eq!(add("Ana Ruiz", None), Ok(2), "two without an address are not the same for that");
        let full = Lead { employees: (0..50).map(|n| person(&format!("P{n}"), None)).collect(), ..accepted() };
        let one_more = Deed::AddEmployee(person("Ana Ruiz", None)).done_to(&full, now);
        assert_eq!(one_more, Err(WhyNot::TooMany), "the form would not take it either");
    }

    #[test]
    fn the_way_back_leads_exactly_to_where_it_came_from() {
        let now = at("2026-11-20T10:00:00Z");
        let contacted =
            Contacted { at: at("2026-11-20T09:30:00Z"), way: ContactWay::Phone, note: Some("Later".into()) };
        let mut received = lead("Fabrikam", "2026-11-20T09:00:00Z");
        (received.contacted, received.snoozed_until) = (Some(contacted.clone()), Some(at("2026-11-21T00:00:00Z")));
        let mut accepted = accepted();
        (accepted.deal.campaign_id, accepted.employees) = (Some("Fall".into()), vec![person("Sam Park", None)]);
        let again = Contacted { at: now, way: ContactWay::Email, note: None };
        for (deed, lead) in [
            (Deed::Decline { reason: 1.try_into().unwrap(), notes: None }, &received),
            (Deed::MarkContacted(again), &received),
            (Deed::SetFavorite(true), &received),
            (Deed::AddEmployee(person("Ana Ruiz", None)), &accepted),
            (Deed::SetCampaign(None), &accepted),
        ] {
            let after = deed.done_to(lead, now).unwrap();
            let restored = Before::of(deed.verb(), lead).restored(deed.verb(), &after);
            assert_eq!(restored, *lead, "nothing of {deed:?} stays");
        }
    }
}
