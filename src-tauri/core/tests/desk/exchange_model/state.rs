//! What the model knows of a lead, and what a merge, a file or news of a merged lead make of it: rules on values, without a past.

pub const CUSTOMER: usize = 0;
pub const EMAIL: usize = 1;
pub const NEED: usize = 2;
pub const NOTES: usize = 3;
pub const CRM_ID: usize = 4;
pub const FOLLOW_UP: usize = 5;
/// The source's own words for where the lead stands.
pub const STATUS: usize = 6;
pub const TEXTS: usize = 7;

/// The texts that the user may take from the other lead in a merge.
pub const CHOICES: [usize; 6] = [CUSTOMER, EMAIL, NEED, NOTES, CRM_ID, FOLLOW_UP];

/// Received, accepted or archived, as what and when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stage {
    pub kind: u8,
    pub outcome: String,
    pub at: i64,
}

pub const RECEIVED: u8 = 0;
pub const ACCEPTED: u8 = 1;
pub const ARCHIVED: u8 = 2;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    pub texts: [String; TEXTS],
    pub favorite: bool,
    pub stage: Stage,
    /// When.
    pub contacted: Option<i64>,
    /// Whether the accept form was filled in here.
    pub form: bool,
    pub referral: Option<String>,
}

/// A row of a file; `None` is not told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Of Partner Center itself, and not of a table of ours.
    pub from_source: bool,
    /// The lead by its Hearth ID.
    pub hearth: Option<usize>,
    pub referral: Option<String>,
    pub texts: [Option<String>; TEXTS],
    pub favorite: Option<bool>,
    pub stage: Option<Stage>,
    /// A key that Hearth knows nothing of.
    pub unknown: usize,
}

impl Stage {
    fn says_the_same(&self, other: &Self) -> bool {
        (self.kind, &self.outcome) == (other.kind, &other.outcome)
    }
}

impl State {
    /// What was written to make `to` of `from`, written over this instead. Which referral a lead is, is no part of it.
    pub fn with_what_changed(&self, from: &Self, to: &Self) -> Self {
        fn written<T: Clone + PartialEq>(here: &T, from: &T, to: &T) -> T {
            if from == to { here.clone() } else { to.clone() }
        }
        Self {
            texts: std::array::from_fn(|field| written(&self.texts[field], &from.texts[field], &to.texts[field])),
            favorite: written(&self.favorite, &from.favorite, &to.favorite),
            stage: written(&self.stage, &from.stage, &to.stage),
            contacted: written(&self.contacted, &from.contacted, &to.contacted),
            form: written(&self.form, &from.form, &to.form),
            referral: to.referral.clone(),
        }
    }

    /// With another one merged into it.
    pub fn merged(&self, other: &Self, chosen: &[usize]) -> Self {
        let mut state = self.clone();
        if other.stage.kind > self.stage.kind {
            state.stage = other.stage.clone();
        }
        state.favorite |= other.favorite;
        state.contacted = self.contacted.max(other.contacted);
        for field in chosen {
            state.texts[*field].clone_from(&other.texts[*field]);
        }
        state
    }

    /// What a lead is that a row alone tells of.
    pub fn of_row(row: &Row) -> Self {
        Self::default().after_table(row, true)
    }

    /// A table of ours: what it says is so, what it is silent of stays, and what is archived is over.
    pub fn after_table(&self, row: &Row, referral_is_free: bool) -> Self {
        let mut state = self.clone();
        state.favorite = row.favorite.unwrap_or(self.favorite);
        if self.stage.kind == ARCHIVED {
            return state;
        }
        for (mine, told) in state.texts.iter_mut().zip(&row.texts) {
            if let Some(told) = told {
                mine.clone_from(told);
            }
        }
        if let Some(stage) = &row.stage {
            state.stage = stage.clone();
        }
        if referral_is_free && self.referral.is_none() {
            state.referral.clone_from(&row.referral);
        }
        state
    }

    /// Partner Center tells again: its news are taken, but not where the user wrote meanwhile. `base` is what it told last.
    pub fn after_source(&self, base: Option<&Self>, row: &Row) -> Self {
        let told_last = base.is_some_and(|base| self.stage.says_the_same(&base.stage));
        if self.stage.kind == ARCHIVED && !told_last {
            // Archived here.
            return self.clone();
        }
        let mut state = self.clone();
        for (field, told) in row.texts.iter().enumerate() {
            let last = base.map_or("", |base| &base.texts[field]);
            if let Some(told) = told
                && told != last
                && self.texts[field] == last
            {
                state.texts[field].clone_from(told);
            }
        }
        if let (Some(favorite), Some(base)) = (row.favorite, base)
            && favorite != base.favorite
            && self.favorite == base.favorite
        {
            state.favorite = favorite;
        }
        if let Some(stage) = &row.stage {
            let corrected = stage.kind == self.stage.kind && told_last && !stage.says_the_same(&self.stage);
            if stage.kind > self.stage.kind || corrected {
                state.stage = stage.clone();
                state.texts[STATUS] = row.texts[STATUS].clone().unwrap_or_default();
            }
        }
        state
    }

    /// A lead that was merged into this one has changed: so does this one where both held the same, or this one nothing. How
    /// one referral ends does not say how another one does.
    pub fn after_news_of_merged(&self, before: &Self, after: &Self) -> Self {
        let same_stage = self.stage.says_the_same(&before.stage);
        if self.stage.kind == ARCHIVED && !same_stage {
            return self.clone();
        }
        let mut state = self.clone();
        let alone = self.referral.is_none();
        for field in 0..TEXTS {
            let (mine, was, is) = (&self.texts[field], &before.texts[field], &after.texts[field]);
            if was != is && (mine == was || mine.is_empty()) && (alone || field != STATUS) {
                state.texts[field].clone_from(is);
            }
        }
        if before.favorite != after.favorite && self.favorite == before.favorite {
            state.favorite = after.favorite;
        }
        if alone && !before.stage.says_the_same(&after.stage) {
            let corrected = after.stage.kind == self.stage.kind && same_stage;
            if after.stage.kind > self.stage.kind || corrected {
                state.stage = after.stage.clone();
                state.texts[STATUS].clone_from(&after.texts[STATUS]);
            }
        }
        state
    }

    /// What the source has told by now, where this is what it told before.
    pub fn told(base: Option<&Self>, row: &Row) -> Self {
        let mut told = base.cloned().unwrap_or_default();
        for (last, is) in told.texts.iter_mut().zip(&row.texts) {
            if let Some(is) = is {
                last.clone_from(is);
            }
        }
        told.favorite = row.favorite.unwrap_or(told.favorite);
        told.stage = row.stage.clone().unwrap_or(told.stage);
        told
    }
}
