//! The model: a lead is what it was at first and what happened to it since. A merge that is taken apart is struck from that; an
//! import that is taken back cuts it off.
//!
//! The model keeps no states to put back and compares no fingerprints.

use std::collections::BTreeMap;

pub use super::state::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    MergedAway,
    TakenBack,
    Stage,
    Itself,
    Gone,
}

/// The life of a lead between two merges.
#[derive(Clone, Debug)]
struct Stretch {
    /// How it began; at the first stretch, the lead itself, else the merge.
    start: State,
    merge: Option<MergedIn>,
    /// Before which import the lead was what.
    imports: Vec<(usize, State)>,
    end: State,
}

#[derive(Clone, Debug)]
struct MergedIn {
    number: usize,
    other: State,
    chosen: Vec<usize>,
}

#[derive(Debug)]
pub struct Lead {
    life: Vec<Stretch>,
    pub into: Option<usize>,
    hearth: usize,
    /// What was told of it, by which import.
    sources: Vec<(usize, Source)>,
}

#[derive(Clone, Debug)]
struct Source {
    row: Row,
    /// Nothing, where it was no file of the source's.
    told: Option<State>,
}

struct Merge {
    kept: usize,
    other: usize,
    apart: bool,
    /// So many imports were before it.
    imports: usize,
}

/// What an import did to a lead, and how it left it.
struct Did {
    added: bool,
    changed: bool,
    left: (State, Option<usize>),
}

#[derive(Default)]
struct Import {
    did: BTreeMap<usize, Did>,
    undone: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub added: u32,
    pub updated: u32,
    pub unchanged: u32,
    pub refused: u32,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Undone {
    pub removed: u32,
    pub restored: u32,
    pub left: u32,
}

#[derive(Default)]
pub struct Model {
    pub leads: Vec<Option<Lead>>,
    merges: Vec<Merge>,
    imports: Vec<Import>,
}

impl Lead {
    fn new(first: State, hearth: usize) -> Self {
        let stretch = Stretch { start: first.clone(), merge: None, imports: Vec::new(), end: first };
        Self { life: vec![stretch], into: None, hearth, sources: Vec::new() }
    }

    pub fn state(&self) -> &State {
        &self.last().end
    }

    fn last(&self) -> &Stretch {
        self.life.last().expect("a first stretch")
    }

    fn now(&mut self) -> &mut Stretch {
        self.life.last_mut().expect("a first stretch")
    }

    /// Strikes a merge: the stretches before and after it are one, and what follows begins with what that ends with.
    fn strike(&mut self, number: usize) {
        let at = self.life.iter().position(|stretch| stretch.merge.as_ref().is_some_and(|m| m.number == number));
        let at = at.expect("a merge that stands");
        let mut later = self.life.split_off(at).into_iter();
        let after = later.next().expect("what the merge began");
        let before = self.now();
        let begins = before.end.clone();
        let instead = |state: &State| begins.with_what_changed(&after.start, state);
        before.imports.extend(after.imports.iter().map(|(import, state)| (*import, instead(state))));
        before.end = instead(&after.end);
        for stretch in later {
            let merge = stretch.merge.expect("which every later stretch begins with");
            let start = self.state().merged(&merge.other, &merge.chosen);
            let instead = |state: &State| start.with_what_changed(&stretch.start, state);
            let imports = stretch.imports.iter().map(|(import, state)| (*import, instead(state))).collect();
            let end = instead(&stretch.end);
            self.life.push(Stretch { start, merge: Some(merge), imports, end });
        }
    }

    /// Cuts its life off where an import came to it. Merges since have to be struck before.
    fn cut(&mut self, import: usize) {
        let stretch = self.now();
        let at = stretch.imports.iter().position(|(number, _)| *number == import).expect("news of the import");
        stretch.end = stretch.imports[at].1.clone();
        stretch.imports.truncate(at);
        self.sources.retain(|(number, _)| *number < import);
    }

    /// Its changes by an import are its own from now on.
    fn keep(&mut self, import: usize) {
        for stretch in &mut self.life {
            stretch.imports.retain(|(number, _)| *number != import);
        }
    }
}

impl Model {
    pub fn new(leads: Vec<State>) -> Self {
        let leads = leads.into_iter().enumerate().map(|(at, first)| Some(Lead::new(first, at)));
        Self { leads: leads.collect(), ..Self::default() }
    }

    pub fn lead(&self, at: usize) -> &Lead {
        self.leads[at].as_ref().expect("a lead that is here")
    }

    fn lead_mut(&mut self, at: usize) -> &mut Lead {
        self.leads[at].as_mut().expect("a lead that is here")
    }

    fn here(&self) -> impl Iterator<Item = (usize, &Lead)> {
        self.leads.iter().enumerate().filter_map(|(at, lead)| Some((at, lead.as_ref()?)))
    }

    fn must_be_workable(&self, at: usize) -> Result<(), Refused> {
        if self.lead(at).into.is_some() { Err(Refused::MergedAway) } else { Ok(()) }
    }

    pub fn work(&mut self, at: usize, work: impl FnOnce(&mut State) -> Result<(), Refused>) -> Result<(), Refused> {
        self.must_be_workable(at)?;
        let mut state = self.lead(at).state().clone();
        work(&mut state)?;
        self.lead_mut(at).now().end = state;
        Ok(())
    }

    pub fn merge(&mut self, kept: usize, other: usize, chosen: Vec<usize>) -> Result<(), Refused> {
        if kept == other {
            return Err(Refused::Itself);
        }
        self.must_be_workable(kept)?;
        self.must_be_workable(other)?;
        if [kept, other].into_iter().any(|at| self.lead(at).state().stage.kind == ARCHIVED) {
            return Err(Refused::Stage);
        }
        let theirs = self.lead(other).state().clone();
        let start = self.lead(kept).state().merged(&theirs, &chosen);
        let merge = Some(MergedIn { number: self.merges.len(), other: theirs, chosen });
        self.lead_mut(kept).life.push(Stretch { end: start.clone(), start, merge, imports: Vec::new() });
        self.lead_mut(other).into = Some(kept);
        self.merges.push(Merge { kept, other, apart: false, imports: self.imports.len() });
        Ok(())
    }

    pub fn take_apart(&mut self, number: usize) -> Result<(), Refused> {
        let Merge { kept, other, apart, .. } = self.merges[number];
        if self.leads[kept].is_none() || self.leads[other].is_none() {
            return Err(Refused::Gone);
        }
        if apart {
            return Err(Refused::TakenBack);
        }
        self.must_be_workable(kept)?;
        self.merges[number].apart = true;
        self.lead_mut(other).into = None;
        self.lead_mut(kept).strike(number);
        Ok(())
    }

    /// The merges that stand, on either side of which a lead is.
    fn merges_of(&self, at: usize) -> impl Iterator<Item = (usize, &Merge)> {
        let all = self.merges.iter().enumerate();
        all.filter(move |(_, merge)| !merge.apart && (merge.kept == at || merge.other == at))
    }

    /// Takes apart what a lead is part of since so many imports, and what stands on that.
    fn free(&mut self, at: usize, since: usize) {
        while let Some((mut number, _)) = self.merges_of(at).filter(|(_, merge)| merge.imports >= since).last() {
            while let Some((outer, _)) =
                self.merges_of(self.merges[number].kept).find(|(_, m)| m.other == self.merges[number].kept)
            {
                number = outer;
            }
            self.take_apart(number).expect("nothing stands on it");
        }
    }

    /// Imports a file; whether it did anything that could be taken back.
    pub fn import(&mut self, rows: &[Row]) -> (Report, bool) {
        let number = self.imports.len();
        self.imports.push(Import::default());
        let mut report = Report::default();
        let known: Vec<Option<usize>> = rows.iter().map(|row| self.known(row)).collect();
        for (place, row) in rows.iter().enumerate() {
            if known[place].is_some() && known[..place].contains(&known[place]) {
                report.refused += 1;
                continue;
            }
            match self.known(row) {
                None => {
                    self.add(number, row);
                    report.added += 1;
                }
                Some(at) if self.news(number, at, row) => report.updated += 1,
                Some(_) => report.unchanged += 1,
            }
        }
        let did = !self.imports[number].did.is_empty();
        if !did {
            self.imports.pop();
        }
        (report, did)
    }

    fn known(&self, row: &Row) -> Option<usize> {
        let by_hearth = self.here().find(|(_, lead)| Some(lead.hearth) == row.hearth);
        let by_referral = || self.here().find(|(_, l)| row.referral.is_some() && l.state().referral == row.referral);
        by_hearth.or_else(by_referral).map(|(at, _)| at)
    }

    fn add(&mut self, number: usize, row: &Row) {
        let at = self.leads.len();
        let state = State::of_row(row);
        let mut lead = Lead::new(state.clone(), row.hearth.unwrap_or(at));
        let told = row.from_source.then(|| State::told(None, row));
        lead.sources.push((number, Source { row: row.clone(), told }));
        self.leads.push(Some(lead));
        self.imports[number].did.insert(at, Did { added: true, changed: true, left: (state, None) });
    }

    /// Takes in what a row tells of a lead; whether that changed it.
    fn news(&mut self, number: usize, at: usize, row: &Row) -> bool {
        let lead = self.lead(at);
        let source = lead.sources.last().map(|(_, source)| source);
        if source.is_some_and(|source| source.row == *row) {
            return false;
        }
        let before = lead.state().clone();
        let after = if row.from_source {
            let base = source.and_then(|source| source.told.as_ref());
            let after = before.after_source(base, row);
            let source = Source { row: row.clone(), told: Some(State::told(base, row)) };
            self.lead_mut(at).sources.push((number, source));
            after
        } else {
            let free = self.here().all(|(_, lead)| lead.state().referral != row.referral);
            before.after_table(row, free)
        };
        if after == before {
            if row.from_source {
                self.did(number, at, false);
            }
            return false;
        }
        self.change(number, at, after.clone());
        let (mut before, mut after, mut kept) = (before, after, self.lead(at).into);
        while let Some(into) = kept {
            let ours = self.lead(into).state().clone();
            let passed = ours.after_news_of_merged(&before, &after);
            if passed == ours {
                break;
            }
            self.change(number, into, passed.clone());
            (before, after, kept) = (ours, passed, self.lead(into).into);
        }
        true
    }

    fn change(&mut self, number: usize, at: usize, to: State) {
        let stretch = self.lead_mut(at).now();
        let before = std::mem::replace(&mut stretch.end, to);
        if !stretch.imports.iter().any(|(import, _)| *import == number) {
            stretch.imports.push((number, before));
        }
        self.did(number, at, true);
    }

    fn did(&mut self, number: usize, at: usize, changed: bool) {
        let left = (self.lead(at).state().clone(), self.lead(at).into);
        let did = self.imports[number].did.entry(at).or_insert(Did { added: false, changed, left: left.clone() });
        (did.changed, did.left) = (did.changed | changed, left);
    }

    fn is_touched(&self, at: usize, did: &Did) -> bool {
        let lead = self.lead(at);
        did.changed && ((lead.state(), lead.into) != (&did.left.0, did.left.1) || self.merges_of(at).next().is_some())
    }

    /// What taking an import back would do: leads that go, that are restored, that were worked on.
    pub fn foresee_undo(&self, number: usize) -> Result<(u32, u32, Vec<usize>), Refused> {
        if self.imports[number].undone {
            return Err(Refused::TakenBack);
        }
        let (mut removed, mut restored, mut touched) = (0, 0, Vec::new());
        for (at, did) in &self.imports[number].did {
            if self.is_touched(*at, did) {
                touched.push(*at);
            } else {
                removed += u32::from(did.added);
                restored += u32::from(did.changed && !did.added);
            }
        }
        Ok((removed, restored, touched))
    }

    pub fn undo(&mut self, number: usize, also: impl Fn(usize) -> bool) -> Result<Undone, Refused> {
        let (_, _, touched) = self.foresee_undo(number)?;
        let mut undone = Undone::default();
        for (at, did) in std::mem::take(&mut self.imports[number].did) {
            if touched.contains(&at) && !also(at) {
                self.lead_mut(at).keep(number);
                undone.left += 1;
            } else if did.added {
                self.free(at, 0);
                self.leads[at] = None;
                self.imports.iter_mut().for_each(|import| drop(import.did.remove(&at)));
                undone.removed += 1;
            } else if did.changed {
                self.free(at, number + 1);
                self.lead_mut(at).cut(number);
                // What other files told of it since is gone with it.
                self.imports[number..].iter_mut().for_each(|import| drop(import.did.remove(&at)));
                undone.restored += 1;
            } else {
                self.lead_mut(at).sources.retain(|(import, _)| *import != number);
            }
        }
        self.imports[number].undone = true;
        Ok(undone)
    }
}
