//! The model: what a lead is follows from replaying its life, from which the merges that were taken apart are struck.

/// What the model knows of a lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    pub accepted: bool,
    pub favorite: bool,
    /// When.
    pub contacted: Option<i64>,
    pub notes: String,
    pub crm_id: String,
    pub follow_up: String,
    pub need: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    MergedAway,
    TakenBack,
    Stage,
    Itself,
}

/// The user's work between two merges: the fields that were written, with what was written last.
#[derive(Clone, Debug, Default)]
struct Work {
    accepted: Option<bool>,
    favorite: Option<bool>,
    contacted: Option<Option<i64>>,
    notes: Option<String>,
    crm_id: Option<String>,
    follow_up: Option<String>,
    need: Option<String>,
}

#[derive(Clone, Debug)]
enum Event {
    Work(Work),
    Merge { number: usize, other: State, chosen: Vec<usize> },
}

#[derive(Debug)]
struct Lead {
    first: State,
    life: Vec<Event>,
    into: Option<usize>,
}

struct Merge {
    kept: usize,
    other: usize,
    apart: bool,
}

pub struct Model {
    leads: Vec<Lead>,
    merges: Vec<Merge>,
}

impl Work {
    /// What has to be written to make `to` of `from`.
    fn between(from: &State, to: &State) -> Self {
        fn written<T: Clone + PartialEq>(from: &T, to: &T) -> Option<T> {
            (from != to).then(|| to.clone())
        }
        Self {
            accepted: written(&from.accepted, &to.accepted),
            favorite: written(&from.favorite, &to.favorite),
            contacted: written(&from.contacted, &to.contacted),
            notes: written(&from.notes, &to.notes),
            crm_id: written(&from.crm_id, &to.crm_id),
            follow_up: written(&from.follow_up, &to.follow_up),
            need: written(&from.need, &to.need),
        }
    }

    fn on(&self, state: &State) -> State {
        let state = state.clone();
        State {
            accepted: self.accepted.unwrap_or(state.accepted),
            favorite: self.favorite.unwrap_or(state.favorite),
            contacted: self.contacted.unwrap_or(state.contacted),
            notes: self.notes.clone().unwrap_or(state.notes),
            crm_id: self.crm_id.clone().unwrap_or(state.crm_id),
            follow_up: self.follow_up.clone().unwrap_or(state.follow_up),
            need: self.need.clone().unwrap_or(state.need),
        }
    }

    fn and_then(self, later: Self) -> Self {
        Self {
            accepted: later.accepted.or(self.accepted),
            favorite: later.favorite.or(self.favorite),
            contacted: later.contacted.or(self.contacted),
            notes: later.notes.or(self.notes),
            crm_id: later.crm_id.or(self.crm_id),
            follow_up: later.follow_up.or(self.follow_up),
            need: later.need.or(self.need),
        }
    }
}

impl Event {
    fn on(&self, state: &State) -> State {
        match self {
            Self::Work(work) => work.on(state),
            Self::Merge { other, chosen, .. } => merged(state, other, chosen),
        }
    }
}

impl Lead {
    fn add(&mut self, event: Event) {
        match (self.life.pop(), event) {
            (Some(Event::Work(before)), Event::Work(work)) => self.life.push(Event::Work(before.and_then(work))),
            (before, event) => self.life.extend(before.into_iter().chain([event])),
        }
    }
}

fn merged(kept: &State, other: &State, chosen: &[usize]) -> State {
    let mut state = kept.clone();
    state.accepted |= other.accepted;
    state.favorite |= other.favorite;
    state.contacted = kept.contacted.max(other.contacted);
    for field in chosen {
        match field {
            0 => state.notes.clone_from(&other.notes),
            1 => state.crm_id.clone_from(&other.crm_id),
            2 => state.follow_up.clone_from(&other.follow_up),
            _ => state.need.clone_from(&other.need),
        }
    }
    state
}

impl Model {
    pub fn new(leads: Vec<State>) -> Self {
        let leads = leads.into_iter().map(|first| Lead { first, life: Vec::new(), into: None });
        Self { leads: leads.collect(), merges: Vec::new() }
    }

    pub fn state(&self, lead: usize) -> State {
        let lead = &self.leads[lead];
        lead.life.iter().fold(lead.first.clone(), |state, event| event.on(&state))
    }

    pub fn merged_into(&self, lead: usize) -> Option<usize> {
        self.leads[lead].into
    }

    fn must_be_here(&self, lead: usize) -> Result<(), Refused> {
        if self.leads[lead].into.is_some() { Err(Refused::MergedAway) } else { Ok(()) }
    }

    pub fn work(&mut self, lead: usize, work: impl FnOnce(&mut State) -> Result<(), Refused>) -> Result<(), Refused> {
        self.must_be_here(lead)?;
        let from = self.state(lead);
        let mut to = from.clone();
        work(&mut to)?;
        self.leads[lead].add(Event::Work(Work::between(&from, &to)));
        Ok(())
    }

    pub fn merge(&mut self, kept: usize, other: usize, chosen: Vec<usize>) -> Result<(), Refused> {
        if kept == other {
            return Err(Refused::Itself);
        }
        self.must_be_here(kept)?;
        self.must_be_here(other)?;
        let number = self.merges.len();
        let state = self.state(other);
        self.leads[kept].add(Event::Merge { number, other: state, chosen });
        self.leads[other].into = Some(kept);
        self.merges.push(Merge { kept, other, apart: false });
        Ok(())
    }

    pub fn take_apart(&mut self, number: usize) -> Result<(), Refused> {
        if self.merges[number].apart {
            return Err(Refused::TakenBack);
        }
        self.must_be_here(self.merges[number].kept)?;
        self.merges[number].apart = true;
        self.leads[self.merges[number].other].into = None;
        let lead = &mut self.leads[self.merges[number].kept];
        let mut state = lead.first.clone();
        for event in std::mem::take(&mut lead.life) {
            let after = event.on(&state);
            let before = std::mem::replace(&mut state, after);
            match event {
                // Whoever took the heart away and put it there again has done nothing: what counts is the end.
                Event::Work(_) => lead.add(Event::Work(Work::between(&before, &state))),
                Event::Merge { number: apart, .. } if apart == number => {}
                merge @ Event::Merge { .. } => lead.add(merge),
            }
        }
        Ok(())
    }
}
