//! Random lives of a desk: files that come in, again and changed, work on the leads, merges, takings apart and imports that are
//! taken back, in any order, beside a model that replays them.
//!
//! Not here: time (expiry, snoozes, notices), doubtful rows, undoing a single action, and formats; each has tests of its own.

use std::collections::{BTreeSet, HashMap};

use hearth_core::api::*;
use hearth_core::clock::Clock;
use hearth_core::domain::duplicates::{KeyKind, keys};
use hearth_core::domain::history::Field;
use hearth_core::domain::lead::{ContactWay, HearthId, Lead, Stage};
use hearth_core::store::{leads, list};

use crate::merge_model::Dice;
use crate::support::{Desk, at as instant, deal};

mod files;
mod reference;
mod state;

use reference::{
    ACCEPTED, ARCHIVED, CHOICES, CRM_ID, FOLLOW_UP, Model, NOTES, RECEIVED, Refused, Report, State, Undone,
};

/// Less than fifteen seconds of one core; the wrong rules that were tried showed within the first two hundred.
const SEQUENCES: u64 = 500;
const STEPS: usize = 10;
/// Leads that were typed in before any file came.
const OWN: usize = 2;

/// The fields of [`CHOICES`] in Hearth.
const FIELDS: [&[Field]; 6] = [
    &[Field::Customer],
    &[Field::Contacts],
    &[Field::Need],
    &[Field::Notes],
    &[Field::CrmId],
    &[Field::FollowUpOn, Field::FollowUpNote],
];

fn seen(lead: &Lead) -> State {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let emails: Vec<String> = lead.contacts.iter().map(|contact| text(&contact.email)).collect();
    let status = [text(&lead.source_status.status), text(&lead.source_status.substatus)].join(" / ");
    let (kind, outcome, at) = match &lead.stage {
        Stage::Received => (RECEIVED, String::new(), None),
        Stage::Accepted { accepted_at } => (ACCEPTED, String::new(), *accepted_at),
        Stage::Archived(end) => (ARCHIVED, end.outcome.as_str().to_owned(), Some(end.archived_at)),
    };
    State {
        texts: [
            lead.customer.name.clone(),
            emails.join(", "),
            lead.need.text.clone(),
            text(&lead.deal.notes),
            text(&lead.deal.crm_id),
            lead.follow_up.as_ref().map(|follow_up| text(&follow_up.note)).unwrap_or_default(),
            if status == " / " { String::new() } else { status },
        ],
        favorite: lead.favorite,
        stage: reference::Stage { kind, outcome, at: at.map_or(0, |at| at.as_millis()) },
        contacted: lead.contacted.as_ref().map(|contacted| contacted.at.as_millis()),
        form: lead.deal.name.is_some(),
        referral: lead.referral_id.clone(),
    }
}

fn refused<T>(result: Result<T, ApiError>) -> Result<T, Refused> {
    result.map_err(|error| match error {
        ApiError::NotAllowed { why: NotAllowedWhy::MergedAway { .. } } => Refused::MergedAway,
        ApiError::NotAllowed { why: NotAllowedWhy::TakenBack } => Refused::TakenBack,
        ApiError::NotAllowed { why: NotAllowedWhy::Stage { .. } } => Refused::Stage,
        ApiError::Invalid { .. } => Refused::Itself,
        ApiError::NotFound => Refused::Gone,
        other => panic!("{other:?}"),
    })
}

struct Life<'a> {
    desk: &'a Desk,
    model: Model,
    /// By the model's numbers: of leads, also of those that are gone, and of their names, merges, and imports.
    ids: Vec<i64>,
    hearth_ids: Vec<HearthId>,
    merges: Vec<i64>,
    imports: Vec<i64>,
    /// Whether the user leaves the own leads alone and keeps nothing of an import that is taken back.
    only_files: bool,
    log: Vec<String>,
}

impl Life<'_> {
    fn kept(&self) -> Vec<Lead> {
        let read = |connection: &rusqlite::Connection, _| {
            let mut statement = connection.prepare_cached("SELECT id FROM leads ORDER BY id")?;
            let ids: Vec<i64> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
            ids.into_iter().map(|id| leads::get(connection, id)).collect()
        };
        self.desk.app.read(read).unwrap()
    }

    fn log(&self) -> String {
        self.log.join("\n")
    }

    fn step(&mut self, dice: &mut Dice) {
        // Every step has its own second, so that no two answers or contacts are of the same time.
        self.desk.clock.set(self.desk.clock.now().plus(chrono::TimeDelta::seconds(1)));
        let here: Vec<usize> = (0..self.ids.len()).filter(|at| self.model.leads[*at].is_some()).collect();
        let at = here[dice.below(here.len())];
        match dice.below(18) {
            0..4 => self.import(dice),
            4..7 => {
                let other = here[dice.below(here.len())];
                self.merge(dice, at, other);
            }
            7..9 if !self.merges.is_empty() => {
                let merge = dice.below(self.merges.len());
                let done = refused(handlers::take_apart(&self.desk.app, MergeRef { id: self.merges[merge] })).map(drop);
                self.log.push(format!("take merge {merge} apart: {done:?}"));
                assert_eq!(done, self.model.take_apart(merge), "what may be done\n{}", self.log());
            }
            9..12 if !self.imports.is_empty() => {
                let import = dice.below(self.imports.len());
                let all = self.only_files || dice.below(3) == 0;
                let some = dice.below(3) == 0;
                self.undo(import, all, |at| some && at % 2 == 0);
            }
            what if !self.only_files || at >= OWN => self.work(dice, at, what),
            _ => {}
        }
        self.same();
    }

    fn work(&mut self, dice: &mut Dice, at: usize, what: usize) {
        let (app, id) = (&self.desk.app, self.ids[at]);
        let revision = self.kept().iter().find(|lead| lead.id == id).expect("a lead that is here").revision;
        let now = self.desk.clock.now();
        let (notes, crm_id) = (files::word(dice, "note"), files::word(dice, "crm"));
        let form = DealForm { notes: notes.clone(), crm_id: crm_id.clone(), ..deal() };
        let mut expected = None;
        let model = &mut self.model;
        let mut modelled = |stages: std::ops::RangeInclusive<u8>, work: &dyn Fn(&mut State)| {
            expected = Some(model.work(at, |state| {
                if !stages.contains(&state.stage.kind) {
                    return Err(Refused::Stage);
                }
                work(state);
                Ok(())
            }));
        };
        let answered = |kind, outcome: &str| reference::Stage { kind, outcome: outcome.into(), at: now.as_millis() };
        let fill_in = |state: &mut State| {
            state.form = true;
            state.texts[NOTES].clone_from(&notes);
            state.texts[CRM_ID].clone_from(&crm_id);
        };
        let (name, done) = match what {
            12 => {
                modelled(RECEIVED..=RECEIVED, &|state| {
                    fill_in(state);
                    state.stage = answered(ACCEPTED, "");
                });
                let request = AcceptLead { id, revision, deal: form, employees: Vec::new() };
                ("accept", refused(handlers::accept_lead(app, request)).map(drop))
            }
            13 => {
                modelled(ACCEPTED..=ACCEPTED, &fill_in);
                ("edit", refused(handlers::edit_deal(app, EditDeal { id, revision, deal: form })).map(drop))
            }
            14 => {
                let favorite = dice.below(2) == 0;
                modelled(RECEIVED..=ARCHIVED, &|state| state.favorite = favorite);
                ("heart", refused(handlers::set_favorite(app, SetFavorite { id, favorite })).map(drop))
            }
            15 => {
                modelled(RECEIVED..=ACCEPTED, &|state| state.texts[FOLLOW_UP].clone_from(&notes));
                let request = SetFollowUp { id, revision, on: "2026-11-27".into(), note: notes.clone() };
                ("follow up", refused(handlers::set_follow_up(app, request)).map(drop))
            }
            16 => {
                modelled(RECEIVED..=RECEIVED, &|state| state.stage = answered(ARCHIVED, "declined"));
                let reason = Some(3.try_into().unwrap());
                let request = DeclineLead { id, revision, reason, notes: "Too far away".into() };
                ("decline", refused(handlers::decline_lead(app, request)).map(drop))
            }
            _ => {
                modelled(RECEIVED..=ACCEPTED, &|state| state.contacted = Some(now.as_millis()));
                let request = MarkContacted { id, revision, at: now, way: ContactWay::Phone, note: String::new() };
                ("contact", refused(handlers::mark_contacted(app, request)).map(drop))
            }
        };
        self.log.push(format!("{name} {at}, {notes}, {crm_id}: {done:?}"));
        assert_eq!(Some(done), expected, "what may be done\n{}", self.log());
    }

    fn merge(&mut self, dice: &mut Dice, kept: usize, other: usize) {
        let all = self.kept();
        let seen = |at: usize| {
            let lead = all.iter().find(|lead| lead.id == self.ids[at]).expect("a lead that is here");
            (lead.id, lead.revision)
        };
        let chosen: Vec<usize> = (0..CHOICES.len()).filter(|_| dice.below(2) == 0).collect();
        let request = MergeLeads {
            kept: seen(kept).0,
            kept_revision: seen(kept).1,
            other: seen(other).0,
            other_revision: seen(other).1,
            take: chosen.iter().flat_map(|choice| FIELDS[*choice]).copied().collect(),
        };
        let done = refused(handlers::merge_leads(&self.desk.app, request));
        let chosen: Vec<usize> = chosen.into_iter().map(|choice| CHOICES[choice]).collect();
        self.log.push(format!("merge {other} into {kept} taking {chosen:?}: {:?}", done.as_ref().map(drop)));
        if let Ok(merged) = &done {
            self.merges.push(merged.merged[0].merge_id);
        }
        assert_eq!(done.map(drop), self.model.merge(kept, other, chosen), "what may be done\n{}", self.log());
    }

    fn import(&mut self, dice: &mut Dice) {
        let rows = match dice.below(3) {
            0 => {
                // A lead that was brought back by its name is the same one.
                let names = &self.hearth_ids;
                let first = |at: usize| names.iter().position(|name| *name == names[at]).expect("itself");
                files::table(dice, &BTreeSet::from_iter((0..names.len()).map(first)))
            }
            _ => files::referrals(dice, instant(files::RECEIVED).as_millis()),
        };
        let (name, content) = files::file(&rows, &self.hearth_ids);
        let path = self.desk.folder().join(name);
        std::fs::write(&path, &content).unwrap();
        let done = hearth_core::actions::import::import_files(&self.desk.app, &[path]).unwrap();
        let FileReport { added, updated, unchanged, refused, left_out, .. } = done.files[0];
        let (report, did) = self.model.import(&rows);
        self.log.push(format!("import {} as {:?}: {content}", self.imports.len(), done.import_id));
        assert_eq!(done.files[0].problem, None, "read\n{}", self.log());
        assert_eq!((Report { added, updated, unchanged, refused }, left_out), (report, 0), "imported\n{}", self.log());
        assert_eq!(done.import_id.is_some(), did, "to be taken back\n{}", self.log());
        self.imports.extend(done.import_id);
        let known = self.ids.len();
        let new = self.kept().into_iter().filter(|lead| !self.ids.contains(&lead.id)).collect::<Vec<_>>();
        self.ids.extend(new.iter().map(|lead| lead.id));
        self.hearth_ids.extend(new.iter().map(|lead| lead.hearth_id));
        assert_eq!(self.ids.len(), known + report.added as usize, "added\n{}", self.log());
    }

    fn undo(&mut self, import: usize, also_all: bool, also: impl Fn(usize) -> bool) {
        let (app, id) = (&self.desk.app, self.imports[import]);
        let foreseen = refused(handlers::foresee_undo(app, ImportRef { id })).map(|undo| {
            let touched: Vec<i64> = undo.touched.iter().map(|lead| lead.id).collect();
            (undo.removed, undo.restored, touched)
        });
        let expected = self.model.foresee_undo(import);
        let expected = expected.map(|(removed, restored, touched)| {
            (removed, restored, touched.into_iter().map(|at| self.ids[at]).collect::<Vec<_>>())
        });
        self.log.push(format!("undo import {import}, all {also_all}: foreseen {foreseen:?}"));
        assert_eq!(foreseen, expected, "what would go back, and what was worked on\n{}", self.log());
        let also_ids = (0..self.ids.len()).filter(|at| also(*at)).map(|at| self.ids[at]).collect();
        let done = refused(handlers::undo_import(app, UndoImport { id, also: also_ids, also_all }));
        let done = done.map(|ImportUndone { removed, restored, left }| Undone { removed, restored, left });
        self.log.push(format!("done {done:?}"));
        assert_eq!(done, self.model.undo(import, |at| also_all || also(at)), "what went back\n{}", self.log());
    }

    /// Every lead is what the model says, or is gone.
    fn same(&self) {
        let kept: HashMap<i64, Lead> = self.kept().into_iter().map(|lead| (lead.id, lead)).collect();
        let mut visible = 0;
        for (at, id) in self.ids.iter().enumerate() {
            let Some(modelled) = &self.model.leads[at] else {
                assert!(!kept.contains_key(id), "lead {at} is gone\n{}", self.log());
                continue;
            };
            let lead = kept.get(id).unwrap_or_else(|| panic!("lead {at} is here\n{}", self.log()));
            assert_eq!(seen(lead), *modelled.state(), "lead {at}\n{}", self.log());
            let into = modelled.into.map(|kept| self.ids[kept]);
            assert_eq!(lead.merged_into, into, "where lead {at} is\n{}", self.log());
            visible += u32::from(into.is_none());
        }
        assert_eq!(self.desk.app.read(list::totals).unwrap().0, visible, "counted\n{}", self.log());
    }

    /// What is looked up by is of the leads as they are, and nothing hangs on a lead that is gone.
    fn nothing_is_left_over(&self) {
        let raw = self.desk.raw();
        let all = |sql: &str| -> BTreeSet<(i64, String, i64)> {
            let mut statement = raw.prepare(sql).unwrap();
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
            rows.map(Result::unwrap).collect()
        };
        let wanted = self.kept().into_iter().filter(|lead| lead.merged_into.is_none()).flat_map(|lead| {
            let keys = keys(&lead).into_iter().filter(|key| key.kind != KeyKind::ReferralId);
            keys.map(|key| (i64::from(key.kind as u8), key.text, lead.id)).collect::<Vec<_>>()
        });
        assert_eq!(all("SELECT kind, key, lead_id FROM match_keys"), wanted.collect(), "match keys\n{}", self.log());
        let lost = "SELECT coalesce(rowid, 0), \"table\", fkid FROM pragma_foreign_key_check";
        assert_eq!(all(lost), BTreeSet::new(), "all that names a lead\n{}", self.log());
        let lost = "SELECT r.import_id, 'row', r.lead_id FROM import_rows r JOIN imports i ON i.id = r.import_id \
                    WHERE i.undone_at IS NOT NULL \
                    UNION SELECT l.id, 'away', l.merged_into FROM leads l WHERE (l.merged_into IS NOT NULL) IS NOT \
                    EXISTS (SELECT 1 FROM merges m WHERE m.absorbed_id = l.id AND m.kept_id = l.merged_into \
                    AND m.taken_apart_at IS NULL) \
                    UNION SELECT r.id, 'reminds', r.lead_id FROM reminders r JOIN leads l ON l.id = r.lead_id \
                    WHERE l.merged_into IS NOT NULL AND r.told_at IS NULL AND r.settled_at IS NULL";
        assert_eq!(all(lost), BTreeSet::new(), "imports, merges and reminders\n{}", self.log());
    }
}

#[test]
fn any_life_of_files_work_merges_and_undos_ends_where_the_model_ends_first_half() {
    share(0);
}

#[test]
fn any_life_of_files_work_merges_and_undos_ends_where_the_model_ends_second_half() {
    share(1);
}

fn share(share: u64) {
    let mut desk = Desk::fleeting();
    for seed in (1 + share..=SEQUENCES).step_by(2) {
        if seed % 50 < 2 {
            desk = Desk::fleeting();
        }
        live(&desk, seed);
    }
}

fn live(desk: &Desk, seed: u64) {
    // What a life before left behind does not count.
    let clear = "PRAGMA foreign_keys = ON; PRAGMA synchronous = OFF; UPDATE leads SET merged_into = NULL; DELETE FROM leads; \
                 DELETE FROM match_keys; DELETE FROM imports;";
    desk.raw().execute_batch(clear).unwrap();
    let own: Vec<_> = (0..OWN).map(|n| desk.add(&format!("Customer {n}"))).collect();
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let mut life = Life {
        desk,
        model: Model::default(),
        ids: own.iter().map(|lead| lead.id).collect(),
        hearth_ids: Vec::new(),
        merges: Vec::new(),
        imports: Vec::new(),
        only_files: seed % 6 < 2,
        log: vec![format!("seed {seed}")],
    };
    let first = life.kept();
    life.hearth_ids = first.iter().map(|lead| lead.hearth_id).collect();
    life.model = Model::new(first.iter().map(seen).collect());
    let before = desk.content();
    for _ in 0..STEPS {
        life.step(&mut dice);
    }
    life.nothing_is_left_over();
    // Now all of it is taken back, and whether the merges come apart before or after does not matter.
    let merges_first = dice.below(2) == 0;
    for merges in [merges_first, !merges_first] {
        if merges {
            for merge in (0..life.merges.len()).rev() {
                let done = refused(handlers::take_apart(&desk.app, MergeRef { id: life.merges[merge] })).map(drop);
                life.log.push(format!("take merge {merge} apart: {done:?}"));
                assert_eq!(done, life.model.take_apart(merge), "what may be done\n{}", life.log());
                life.same();
            }
        } else {
            for import in (0..life.imports.len()).rev() {
                life.undo(import, true, |_| true);
                life.same();
            }
        }
    }
    life.nothing_is_left_over();
    if life.only_files {
        assert_eq!(desk.content(), before, "the end is where it began\n{}", life.log());
    }
}
