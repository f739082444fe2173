//! Random lives of a few leads on two desks: on one, many leads are worked at once and taken back at once; on the other, which is
//! the model, each lead is worked alone and taken back alone by its own offer. Both must stay the same, to every column,
//! reminder and notice, whatever is done in between.
//!
//! What a single lead cannot do is modelled by hand (`alone`): a heart has no offer, so the opposite heart is its undo.

use std::ops::ControlFlow;

use chrono::TimeDelta;
use hearth_core::actions::bulk::{Plan, undo};
use hearth_core::actions::notices;
use hearth_core::api::*;
use hearth_core::clock::Clock;
use hearth_core::domain::lead::{ContactWay, Employee};

use crate::merge_model::Dice;
use crate::support::{Desk, START, at, deal};

mod alone;

use alone::{Alone, Undo};

/// About ten seconds of one core; four times as many found nothing more.
const LIVES: u64 = 120;
const STEPS: usize = 18;
const LEADS: usize = 5;

/// Everything that is stored of all leads but the numbers of rows, and but what only an undo needs.
fn stored(desk: &Desk) -> Vec<String> {
    let raw = desk.raw();
    let all = |sql: &str| -> Vec<String> {
        let mut statement = raw.prepare(sql).unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    let columns = all("SELECT name FROM pragma_table_info('leads') WHERE name NOT IN ('hearth_id', 'touched')");
    let pairs: Vec<String> = columns.iter().map(|name| format!("'{name}', {name}")).collect();
    let mut stored = all(&format!("SELECT json_object({}) FROM leads ORDER BY id", pairs.join(", ")));
    stored.extend(all(
        "SELECT json_array('history', lead_id, at, recorded_at, actor, action, changes) FROM history ORDER BY lead_id, id",
    ));
    stored.extend(all(
        "SELECT json_array('outbox', lead_id, kind, recipient, email, created_at, drafted_at, sent_at, withdrawn_at) \
         FROM outbox ORDER BY lead_id, id",
    ));
    stored.extend(all(
        "SELECT json_array('reminder', lead_id, key, kind, topic, due_at, deadline, tell_at, planned_at, claimed_at, told_at, \
         shown_at, settled_by, settled_at, settled_revision) FROM reminders ORDER BY lead_id, key",
    ));
    stored
}

/// A plan, its action, and the leads that it would change with the revision of each.
type Planned = (Plan, BulkAction, Vec<(i64, i64)>);

struct Life<'a> {
    many: &'a Desk,
    alone: Alone<'a>,
    ids: Vec<i64>,
    /// What waits to be done: on the one desk, and on the other.
    planned: Option<Planned>,
    /// What was done: by which it is taken back on the one desk, and lead by lead on the other.
    done: Vec<(i64, Vec<Undo>)>,
    log: Vec<String>,
}

impl Life<'_> {
    fn step(&mut self, dice: &mut Dice) {
        let id = self.ids[dice.below(self.ids.len())];
        match dice.below(17) {
            0..4 => self.plan(dice),
            4..8 => self.run(),
            8..10 => self.take_back(dice),
            10 => self.pass_time(dice),
            what => self.work_one(what, id, dice),
        }
        let log = || self.log.join("\n");
        let (many, alone) = (stored(self.many), stored(self.alone.desk));
        for (many, alone) in many.iter().zip(&alone) {
            assert_eq!(many, alone, "many at once are as each alone\n{}", log());
        }
        assert_eq!(many.len(), alone.len(), "nothing more and nothing less is stored\n{}", log());
    }

    fn plan(&mut self, dice: &mut Dice) {
        let action = self.action(dice);
        let ids: Vec<i64> = self.ids.iter().copied().filter(|_| dice.below(4) > 0).collect();
        self.log.push(format!("plan {action:?} for {ids:?}"));
        let request = ForeseeBulk { action: action.clone(), scope: LeadScope::Leads { ids: ids.clone() } };
        let plan = handlers::plan_bulk(&self.many.app, request).unwrap();
        let reasons: Vec<Option<WhyNot>> = ids.iter().map(|id| self.alone.why_not(&action, *id)).collect();
        let foreseen = plan.foreseen();
        assert_eq!(of(&foreseen.left_out), count(reasons.iter().flatten()), "why not\n{}", self.log.join("\n"));
        let fits = reasons.iter().filter(|why| why.is_none()).count();
        assert_eq!(foreseen.changed as usize, fits, "how many\n{}", self.log.join("\n"));
        let seen = ids.iter().zip(&reasons).filter(|(_, why)| why.is_none());
        let seen = seen.map(|(id, _)| (*id, self.alone.revision(*id))).collect();
        self.planned = Some((plan, action, seen));
    }

    fn run(&mut self) {
        let Some((plan, action, seen)) = self.planned.take() else { return };
        let report = plan.run(&self.many.app, &|_, _| ControlFlow::Continue(())).unwrap();
        let mut undos = Vec::new();
        for (id, revision) in seen {
            if self.alone.revision(id) == revision && self.alone.why_not(&action, id).is_none() {
                undos.push(self.alone.work(&action, id));
            }
        }
        self.log.push(format!("run: {report:?}"));
        assert_eq!(report.changed as usize, undos.len(), "as many as alone\n{}", self.log.join("\n"));
        self.done.extend(report.bulk_id.map(|id| (id, undos)));
    }

    fn take_back(&mut self, dice: &mut Dice) {
        if self.done.is_empty() {
            return;
        }
        // The newest most of the time.
        let at = if dice.below(3) > 0 { self.done.len() - 1 } else { dice.below(self.done.len()) };
        let (id, undos) = &mut self.done[at];
        let undone = undo(&self.many.app, *id, &|_, _| ControlFlow::Continue(()));
        self.log.push(format!("take back {id}: {undone:?}"));
        match undone {
            Ok(undone) => {
                let undos = std::mem::take(undos);
                let restored = undos.iter().filter_map(|undo| self.alone.take_back(undo)).collect::<Vec<_>>();
                // What is kept of hearts here is handed on here, unless others were clicked since.
                let hearts = self.done.iter_mut().flat_map(|(_, undos)| undos);
                for undo in hearts {
                    if let Undo::Heart { id, revision, .. } = undo
                        && let Some((.., to)) = restored
                            .iter()
                            .find(|(of, from, left, _)| (*of, *from, *left) == (*id, *revision, *revision + 1))
                    {
                        *revision = *to;
                    }
                }
                let restored = restored.len();
                let told = (undone.restored as usize, undone.stayed as usize);
                let log = self.log.join("\n");
                assert_eq!(told.0, restored, "as many go back as alone\n{log}");
            }
            Err(ApiError::NotAllowed { why: NotAllowedWhy::UndoOver | NotAllowedWhy::TakenBack }) => {
                let late = std::mem::take(undos).iter().any(|undo| self.alone.can_take_back(undo));
                assert!(!late, "no lead alone could be taken back either\n{}", self.log.join("\n"));
            }
            Err(other) => panic!("{other:?}\n{}", self.log.join("\n")),
        }
    }

    fn pass_time(&mut self, dice: &mut Dice) {
        let passed = [TimeDelta::seconds(10), TimeDelta::seconds(31), TimeDelta::hours(30), TimeDelta::days(6)];
        let passed = passed[dice.below(passed.len())];
        self.log.push(format!("{passed} pass"));
        for desk in [self.many, self.alone.desk] {
            desk.clock.set(desk.clock.now().plus(passed));
            desk.tell();
        }
    }

    fn work_one(&mut self, what: usize, id: i64, dice: &mut Dice) {
        let dice = dice.below(1 << 20);
        let mut ends = Vec::new();
        for desk in [self.many, self.alone.desk] {
            let lead = desk.get(id);
            let revision = lead.revision;
            let done = match what {
                11 => desk.accept(&lead).map(drop),
                12 => desk.decline(&lead).map(drop),
                13 => handlers::set_favorite(&desk.app, SetFavorite { id, favorite: dice.is_multiple_of(2) }).map(drop),
                14 => desk.snooze(&lead, &desk.clock.now().plus(TimeDelta::hours(2)).to_string(), true).map(drop),
                15 => {
                    let on = ["2026-11-24", "2027-01-05", ""][dice % 3].to_owned();
                    handlers::set_follow_up(&desk.app, SetFollowUp { id, revision, on, note: String::new() }).map(drop)
                }
                _ => match lead.notices.last() {
                    Some(notice) => notices::mark_drafted(&desk.app, notice.id).map(drop),
                    None => desk.contact(&lead).map(drop),
                },
            };
            ends.push(done.is_ok());
        }
        self.log.push(format!("{what} on {id} alone: {ends:?}"));
        assert_eq!(ends[0], ends[1], "both allow the same\n{}", self.log.join("\n"));
    }

    fn action(&self, dice: &mut Dice) -> BulkAction {
        match dice.below(6) {
            0 | 1 => BulkAction::Decline { reason: Some(2.try_into().unwrap()), notes: "Too far away".into() },
            2 => {
                let at = self.many.clock.now();
                BulkAction::MarkContacted { at, way: ContactWay::Email, note: String::new() }
            }
            3 => BulkAction::SetFavorite { favorite: dice.below(2) == 0 },
            4 => {
                let name = ["Ana Ruiz", "Sam Park"][dice.below(2)].to_owned();
                BulkAction::AddEmployee { employee: Employee { name, phone: None, email: None } }
            }
            _ => BulkAction::SetCampaign { campaign_id: ["Fall", "Spring", ""][dice.below(3)].into() },
        }
    }
}

fn count<'a>(reasons: impl Iterator<Item = &'a WhyNot>) -> Vec<(WhyNot, u32)> {
    let mut counts = std::collections::BTreeMap::new();
    reasons.for_each(|why| *counts.entry(*why).or_insert(0) += 1);
    counts.into_iter().collect()
}

fn of(left: &[LeftOut]) -> Vec<(WhyNot, u32)> {
    left.iter().map(|left| (left.why, left.count)).collect()
}

#[test]
fn many_at_once_and_back_are_as_each_alone_and_back_first_half() {
    share(0);
}

#[test]
fn many_at_once_and_back_are_as_each_alone_and_back_second_half() {
    share(1);
}

fn share(share: u64) {
    let (many, alone) = (Desk::fleeting(), Desk::fleeting());
    // So that a heart that was taken back can be told as that.
    alone.raw().execute_batch("DROP TRIGGER history_is_never_rewritten").unwrap();
    for seed in (1 + share..=LIVES).step_by(2) {
        let ids: Vec<Vec<i64>> = [&many, &alone].map(begin).to_vec();
        assert_eq!(ids[0], ids[1], "the same leads");
        let ids = ids[0].clone();
        let log = vec![format!("seed {seed}")];
        let alone = Alone { desk: &alone };
        let mut life = Life { many: &many, alone, ids, planned: None, done: Vec::new(), log };
        let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        for _ in 0..STEPS {
            life.step(&mut dice);
        }
    }
}

/// New leads; what a life before left behind does not count.
fn begin(desk: &Desk) -> Vec<i64> {
    let clear = "PRAGMA foreign_keys = ON; PRAGMA synchronous = OFF; DELETE FROM leads; DELETE FROM match_keys; DELETE FROM bulk_actions; \
                 DELETE FROM digests;";
    desk.raw().execute_batch(clear).unwrap();
    desk.clock.set(at(START));
    (0..LEADS)
        .map(|number| {
            let name = format!("Fabrikam {number}");
            let lead = if number % 2 == 0 { desk.add_hot(&name) } else { desk.add(&name) };
            if number == 4 {
                let request = AcceptLead { id: lead.id, revision: lead.revision, deal: deal(), employees: Vec::new() };
                handlers::accept_lead(&desk.app, request).unwrap();
            }
            lead.id
        })
        .collect()
}
