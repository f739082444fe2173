//! The drafts of imports, by number: which files are in one, what goes on in it, and what its dry run has found.
//!
//! A draft's state changes here, under one lock that is held for moments only; what takes time is done by `imports` without it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use hearth_core::actions::import::{DraftFile, Foreseeing};
use hearth_core::api::{self, ApiError, ImportDraft, Look, Mapping};

use crate::work::Stop;

/// A file of a draft, and where it lies.
#[derive(Clone)]
pub struct DraftedFile {
    pub path: PathBuf,
    pub file: DraftFile,
}

/// What a dry run has found; its rows are read by one at a time.
pub type DryRun = Arc<Mutex<Foreseeing>>;

pub fn locked(dry_run: &DryRun) -> MutexGuard<'_, Foreseeing> {
    dry_run.lock().unwrap_or_else(PoisonError::into_inner)
}

/// All drafts, managed by Tauri.
#[derive(Default)]
pub struct Drafts(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    last: u32,
    drafts: BTreeMap<u32, Draft>,
}

#[derive(Default)]
struct Draft {
    files: Vec<DraftedFile>,
    dry_run: Option<DryRun>,
    going_on: Option<GoingOn>,
    /// It was imported: only its rows can still be looked at, and those that failed be saved.
    applied: bool,
}

enum GoingOn {
    Foreseeing(Stop),
    Applying(Stop),
}

impl GoingOn {
    fn stop(&self) -> &Stop {
        match self {
            Self::Foreseeing(stop) | Self::Applying(stop) => stop,
        }
    }
}

impl Draft {
    /// Ends a dry run that goes on and forgets one that is done: the files or their mappings are others now.
    fn start_over(&mut self) -> Result<(), ApiError> {
        self.can_change()?;
        if let Some(going_on) = self.going_on.take() {
            going_on.stop().ask();
        }
        self.dry_run = None;
        Ok(())
    }

    fn can_change(&self) -> Result<(), ApiError> {
        let applying = matches!(self.going_on, Some(GoingOn::Applying(_)));
        if applying || self.applied { Err(ApiError::Conflict) } else { Ok(()) }
    }

    fn is_in(&self, stop: &Stop) -> bool {
        self.going_on.as_ref().is_some_and(|going_on| going_on.stop().is(stop))
    }

    fn shown(&self, id: u32) -> ImportDraft {
        ImportDraft { id, files: self.files.iter().map(|drafted| shown(&drafted.file)).collect() }
    }
}

fn shown(file: &DraftFile) -> api::DraftFile {
    let (bytes, look, problem) = match &file.opened {
        Ok(opened) => {
            let mapping = file.mapping.clone().or_else(|| opened.look.mapping.clone());
            (opened.bytes, Some(Look { mapping, ..opened.look.clone() }), None)
        }
        Err(problem) => (0, None, Some(problem.clone())),
    };
    api::DraftFile { name: file.name.clone(), bytes, look, problem, saved_mapping: file.saved_mapping.clone() }
}

impl Drafts {
    /// Puts `files` into a draft of their own, or into one that there is; a file that is in it already takes its old place.
    pub fn put(&self, draft: Option<u32>, files: Vec<DraftedFile>) -> Result<ImportDraft, ApiError> {
        let mut kept = self.lock();
        let id = match draft {
            Some(id) => {
                kept.draft(id)?.start_over()?;
                id
            }
            None => {
                kept.last += 1;
                let id = kept.last;
                kept.drafts.insert(id, Draft::default());
                id
            }
        };
        let draft = kept.draft(id)?;
        for file in files {
            match draft.files.iter_mut().find(|other| other.path == file.path) {
                Some(same) => *same = file,
                None => draft.files.push(file),
            }
        }
        Ok(draft.shown(id))
    }

    pub fn remove_file(&self, id: u32, file: u32) -> Result<ImportDraft, ApiError> {
        let mut kept = self.lock();
        let draft = kept.draft(id)?;
        let place = usize::try_from(file).ok().filter(|place| *place < draft.files.len()).ok_or(ApiError::NotFound)?;
        draft.start_over()?;
        draft.files.remove(place);
        Ok(draft.shown(id))
    }

    /// Whether files may still be put into a draft.
    pub fn can_change(&self, id: u32) -> Result<(), ApiError> {
        self.lock().draft(id)?.can_change()
    }

    /// The files of a draft by these mappings, whose dry run begins and can be ended by `stop`.
    pub fn begin_foreseeing(
        &self,
        id: u32,
        mappings: Vec<Option<Mapping>>,
        stop: &Stop,
    ) -> Result<Vec<DraftFile>, ApiError> {
        let mut kept = self.lock();
        let draft = kept.draft(id)?;
        if mappings.len() != draft.files.len() {
            // A file came or went since the window has looked.
            return Err(ApiError::Conflict);
        }
        draft.start_over()?;
        draft.going_on = Some(GoingOn::Foreseeing(stop.clone()));
        let files = draft.files.iter().map(|drafted| drafted.file.clone());
        Ok(files
            .zip(mappings)
            .map(|(file, mapping)| DraftFile { mapping: mapping.or(file.mapping.clone()), ..file })
            .collect())
    }

    /// Keeps what a dry run has found; whether anybody still waits for it.
    pub fn foreseen(&self, id: u32, stop: &Stop, found: Foreseeing) -> bool {
        let mut kept = self.lock();
        let Some(draft) = kept.drafts.get_mut(&id).filter(|draft| draft.is_in(stop)) else { return false };
        draft.going_on = None;
        draft.dry_run = Some(Arc::new(Mutex::new(found)));
        true
    }

    /// What a dry run has found.
    pub fn dry_run(&self, id: u32) -> Result<DryRun, ApiError> {
        self.lock().draft(id)?.dry_run.clone().ok_or(ApiError::NotFound)
    }

    /// The same, of a draft that is not imported yet.
    pub fn can_decide(&self, id: u32) -> Result<DryRun, ApiError> {
        self.can_change(id)?;
        self.dry_run(id)
    }

    /// What a dry run has found, which now is done and can be ended by `stop`.
    pub fn begin_applying(&self, id: u32, stop: &Stop) -> Result<DryRun, ApiError> {
        let mut kept = self.lock();
        let draft = kept.draft(id)?;
        draft.can_change()?;
        let dry_run = draft.dry_run.clone().ok_or(ApiError::NotFound)?;
        draft.going_on = Some(GoingOn::Applying(stop.clone()));
        Ok(dry_run)
    }

    pub fn applied(&self, id: u32) {
        if let Ok(draft) = self.lock().draft(id) {
            draft.going_on = None;
            draft.applied = true;
        }
    }

    /// What could be ended by `stop` has ended without a result; whether anybody waits for the word.
    pub fn stopped(&self, id: u32, stop: &Stop) -> bool {
        let mut kept = self.lock();
        let Some(draft) = kept.drafts.get_mut(&id).filter(|draft| draft.is_in(stop)) else { return false };
        draft.going_on = None;
        true
    }

    pub fn cancel(&self, id: u32) -> Result<(), ApiError> {
        if let Some(going_on) = &self.lock().draft(id)?.going_on {
            going_on.stop().ask();
        }
        Ok(())
    }

    pub fn remove(&self, id: u32) {
        let removed = self.lock().drafts.remove(&id);
        if let Some(going_on) = removed.as_ref().and_then(|draft| draft.going_on.as_ref()) {
            going_on.stop().ask();
        }
        // Dropping a large dry run removes its file, for which nobody else need wait.
        drop(removed);
    }

    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    fn draft(&mut self, id: u32) -> Result<&mut Draft, ApiError> {
        self.drafts.get_mut(&id).ok_or(ApiError::NotFound)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use hearth_core::api::FileProblem;

    fn file(name: &str) -> DraftedFile {
        let file =
            DraftFile { name: name.to_owned(), opened: Err(FileProblem::Empty), mapping: None, saved_mapping: None };
        DraftedFile { path: PathBuf::from(name), file }
    }

    fn names(draft: &ImportDraft) -> Vec<&str> {
        draft.files.iter().map(|file| file.name.as_str()).collect()
    }

    #[test]
    fn each_set_of_files_is_a_draft_and_a_file_is_in_it_once() {
        let drafts = Drafts::default();
        let one = drafts.put(None, vec![file("a.csv")]).unwrap();
        let two = drafts.put(None, vec![file("b.csv")]).unwrap();
        assert_ne!(one.id, two.id, "what is dropped while the wizard is open waits beside it");
        let more = drafts.put(Some(one.id), vec![file("a.csv"), file("c.csv")]).unwrap();
        assert_eq!(names(&more), ["a.csv", "c.csv"], "a file that was mended and picked again is not imported twice");
        let fewer = drafts.remove_file(one.id, 0).unwrap();
        assert_eq!(names(&fewer), ["c.csv"], "the other stays");
        assert_eq!(drafts.remove_file(one.id, 1), Err(ApiError::NotFound), "there is no second one any more");
        drafts.remove(one.id);
        assert_eq!(drafts.cancel(one.id), Err(ApiError::NotFound), "its number is never used again");
    }

    #[test]
    fn a_dry_run_that_was_asked_anew_ends_without_a_word() {
        let drafts = Drafts::default();
        let id = drafts.put(None, vec![file("a.csv")]).unwrap().id;
        let (first, second) = (Stop::default(), Stop::default());
        drafts.begin_foreseeing(id, vec![None], &first).unwrap();
        drafts.begin_foreseeing(id, vec![None], &second).unwrap();
        assert!(first.asked() && !second.asked(), "the answer to the old mapping is of no use");
        assert!(!drafts.stopped(id, &first), "its end would end the wait for the second one");
        drafts.put(Some(id), vec![file("b.csv")]).unwrap();
        assert!(second.asked(), "nor is one that lacks a file");
        let short = drafts.begin_foreseeing(id, vec![None], &Stop::default());
        assert!(
            matches!(short, Err(ApiError::Conflict)),
            "a mapping for each file, or the window has not seen one yet"
        );
        let none = drafts.begin_applying(id, &Stop::default());
        assert!(matches!(none, Err(ApiError::NotFound)), "nothing is imported that was not shown first");
    }

    #[test]
    fn putting_a_draft_away_ends_what_goes_on_in_it() {
        let drafts = Drafts::default();
        let id = drafts.put(None, vec![file("a.csv")]).unwrap().id;
        let stop = Stop::default();
        drafts.begin_foreseeing(id, vec![None], &stop).unwrap();
        drafts.cancel(id).unwrap();
        assert!(stop.asked(), "cancelled by its button");
        assert!(drafts.stopped(id, &stop), "and the window, which still shows it, is told");
        let again = Stop::default();
        drafts.begin_foreseeing(id, vec![None], &again).unwrap();
        drafts.remove(id);
        assert!(again.asked() && !drafts.stopped(id, &again), "a closed wizard wants to hear nothing of it");
    }
}
