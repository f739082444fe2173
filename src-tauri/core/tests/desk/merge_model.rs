//! Random lives of a handful of leads that are worked, merged and taken apart, beside a model that replays them.
//!
//! The model knows nothing of three states. A lead is what it was at first and what happened to it since: pieces of the user's work,
//! and merges between them. A merge that is taken apart is struck from it, and that is all.

use hearth_core::api::*;
use hearth_core::clock::Clock;
use hearth_core::domain::history::Field;
use hearth_core::domain::lead::{ContactWay, Lead, StageKind};
use hearth_core::store::{leads, list};

use crate::support::{Desk, deal};

mod reference;

use reference::{Model, Refused, State};

/// About ten seconds of one core; four times as many found nothing more.
const SEQUENCES: u64 = 500;
const STEPS: usize = 12;
const LEADS: usize = 4;

/// xorshift: the same lives on every computer.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 16) % most as u64).unwrap()
    }
}

fn seen(lead: &Lead) -> State {
    State {
        accepted: lead.stage.kind() == StageKind::Accepted,
        favorite: lead.favorite,
        contacted: lead.contacted.as_ref().map(|contacted| contacted.at.as_millis()),
        notes: lead.deal.notes.clone().unwrap_or_default(),
        crm_id: lead.deal.crm_id.clone().unwrap_or_default(),
        follow_up: lead.follow_up.as_ref().map(|f| f.note.clone().unwrap_or_default()).unwrap_or_default(),
        need: lead.need.text.clone(),
    }
}

fn refused<T>(result: Result<T, ApiError>) -> Result<T, Refused> {
    result.map_err(|error| match error {
        ApiError::NotAllowed { why: NotAllowedWhy::MergedAway { .. } } => Refused::MergedAway,
        ApiError::NotAllowed { why: NotAllowedWhy::TakenBack } => Refused::TakenBack,
        ApiError::NotAllowed { why: NotAllowedWhy::Stage { .. } } => Refused::Stage,
        ApiError::Invalid { .. } => Refused::Itself,
        other => panic!("{other:?}"),
    })
}

/// The fields that a merge may take, in the model and in Hearth.
const FIELDS: [&[Field]; 4] =
    [&[Field::Notes], &[Field::CrmId], &[Field::FollowUpOn, Field::FollowUpNote], &[Field::Need]];

struct Life<'a> {
    desk: &'a Desk,
    ids: Vec<i64>,
    model: Model,
    merges: Vec<i64>,
    /// No two pieces of work say the same.
    words: u32,
    log: Vec<String>,
}

impl Life<'_> {
    /// All leads as they are kept.
    fn all(&self) -> Vec<Lead> {
        let read =
            |connection: &rusqlite::Connection, _| self.ids.iter().map(|id| leads::get(connection, *id)).collect();
        self.desk.app.read(read).unwrap()
    }

    fn word(&mut self) -> String {
        self.words += 1;
        format!("word {}", self.words)
    }

    fn step(&mut self, dice: &mut Dice) {
        let at = dice.below(self.ids.len());
        let Lead { id, revision, .. } = self.all()[at];
        // Every step has its own second, so that no two contacts are of the same time.
        self.desk.clock.set(self.desk.clock.now().plus(chrono::TimeDelta::seconds(1)));
        let now = self.desk.clock.now().as_millis();
        match dice.below(12) {
            0 => {
                let request = AcceptLead { id, revision, deal: deal(), employees: Vec::new() };
                let done = refused(handlers::accept_lead(&self.desk.app, request)).map(drop);
                let deal = (deal().notes, deal().crm_id);
                self.same("accept", at, done, |model| {
                    model.work(at, |state| {
                        if state.accepted {
                            return Err(Refused::Stage);
                        }
                        (state.accepted, state.notes, state.crm_id) = (true, deal.0, deal.1);
                        Ok(())
                    })
                });
            }
            1 | 2 => {
                let (notes, crm_id) = (self.word(), self.word());
                let form = DealForm { notes: notes.clone(), crm_id: crm_id.clone(), ..deal() };
                let request = EditDeal { id, revision, deal: form };
                let done = refused(handlers::edit_deal(&self.desk.app, request)).map(drop);
                self.same("edit", at, done, |model| {
                    model.work(at, |state| {
                        if !state.accepted {
                            return Err(Refused::Stage);
                        }
                        (state.notes, state.crm_id) = (notes, crm_id);
                        Ok(())
                    })
                });
            }
            3 => {
                let (at_now, way) = (self.desk.clock.now(), ContactWay::Phone);
                let request = MarkContacted { id, revision, at: at_now, way, note: String::new() };
                let done = refused(handlers::mark_contacted(&self.desk.app, request)).map(drop);
                self.same("contact", at, done, |model| {
                    model.work(at, |state| {
                        state.contacted = Some(now);
                        Ok(())
                    })
                });
            }
            4 => {
                let favorite = dice.below(2) == 0;
                let request = SetFavorite { id, favorite };
                let done = refused(handlers::set_favorite(&self.desk.app, request)).map(drop);
                self.same("heart", at, done, |model| {
                    model.work(at, |state| {
                        state.favorite = favorite;
                        Ok(())
                    })
                });
            }
            5 => {
                let note = self.word();
                let request = SetFollowUp { id, revision, on: "2026-11-27".into(), note: note.clone() };
                let done = refused(handlers::set_follow_up(&self.desk.app, request)).map(drop);
                self.same("follow up", at, done, |model| {
                    model.work(at, |state| {
                        state.follow_up = note;
                        Ok(())
                    })
                });
            }
            6..9 => {
                let other = dice.below(self.ids.len());
                let theirs = &self.all()[other];
                let chosen: Vec<usize> = (0..FIELDS.len()).filter(|_| dice.below(2) == 0).collect();
                let request = MergeLeads {
                    kept: id,
                    kept_revision: revision,
                    other: theirs.id,
                    other_revision: theirs.revision,
                    take: chosen.iter().flat_map(|field| FIELDS[*field]).copied().collect(),
                };
                let done = refused(handlers::merge_leads(&self.desk.app, request));
                if let Ok(merged) = &done {
                    self.merges.push(merged.merged[0].merge_id);
                }
                let what = format!("merge {other} taking {chosen:?} into");
                self.same(&what, at, done.map(drop), |model| model.merge(at, other, chosen));
            }
            _ if self.merges.is_empty() => {}
            _ => {
                let merge = dice.below(self.merges.len());
                let done = refused(handlers::take_apart(&self.desk.app, MergeRef { id: self.merges[merge] })).map(drop);
                self.same(&format!("take apart merge {merge}, not"), at, done, |model| model.take_apart(merge));
            }
        }
    }

    fn same(
        &mut self,
        what: &str,
        at: usize,
        done: Result<(), Refused>,
        modelled: impl FnOnce(&mut Model) -> Result<(), Refused>,
    ) {
        self.log.push(format!("{what} {at}: {done:?}"));
        let expected = modelled(&mut self.model);
        assert_eq!(done, expected, "what may be done\n{}", self.log.join("\n"));
        let mut here = 0;
        for (at, lead) in self.all().iter().enumerate() {
            assert_eq!(seen(lead), self.model.state(at), "lead {at}\n{}", self.log.join("\n"));
            let into = self.model.merged_into(at).map(|kept| self.ids[kept]);
            assert_eq!(lead.merged_into, into, "where lead {at} is\n{}", self.log.join("\n"));
            here += u32::from(into.is_none());
        }
        let total = self.desk.app.read(list::totals).unwrap().0;
        assert_eq!(total, here, "counted\n{}", self.log.join("\n"));
    }
}

#[test]
fn any_life_of_merged_and_parted_leads_ends_where_the_model_ends_first_half() {
    share(0);
}

#[test]
fn any_life_of_merged_and_parted_leads_ends_where_the_model_ends_second_half() {
    share(1);
}

fn share(share: u64) {
    let mut desk = Desk::fleeting();
    for seed in (1 + share..=SEQUENCES).step_by(2) {
        if seed % 50 < 2 {
            desk = Desk::fleeting();
        }
        // What a life before left behind does not count.
        let clear = "PRAGMA foreign_keys = ON; PRAGMA synchronous = OFF; UPDATE leads SET merged_into = NULL; DELETE FROM leads; \
                     DELETE FROM match_keys;";
        desk.raw().execute_batch(clear).unwrap();
        let ids: Vec<i64> = (0..LEADS).map(|n| desk.add(&format!("Fabrikam {n}")).id).collect();
        let mut life =
            Life { desk: &desk, ids, model: Model::new(Vec::new()), merges: Vec::new(), words: 0, log: Vec::new() };
        life.model = Model::new(life.all().iter().map(seen).collect());
        life.log.push(format!("seed {seed}"));
        let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        for _ in 0..STEPS {
            life.step(&mut dice);
        }
    }
}
