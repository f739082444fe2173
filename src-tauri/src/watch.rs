//! The watched folder: a thread that looks at it every two seconds while one is watched, and sleeps for good while none is.
//!
//! The folder is polled: the system's notices of changed files do not come from network drives, where such folders mostly lie, and
//! a look is one listing of one folder. Which files are complete and where they go is `lookout`'s; what is imported by which
//! mapping, and what the bell says of it, is the core's (`actions::take_in`, `actions::watched_folder`). The bell is the truth: there is
//! no bubble. Whoever watches the same folder from two computers has each file in one of them: it is imported by who takes it.

mod lookout;

use std::path::Path;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use hearth_core::actions::import::mappings;
use hearth_core::actions::take_in::{self, TakenIn};
use hearth_core::actions::watched_folder::{note_arrival, set_watched_folder, watched_folder};
use hearth_core::api::{ApiError, DeskEvent, FileProblem, WatchedFolder, WatchedMapping};
use hearth_core::app::App;
use tauri::{AppHandle, Manager as _, Runtime};

use crate::desk::Desk;
use crate::dialogs;
use crate::events::tell;
use crate::files::free_name;
use crate::guard::guarded;
use crate::imports::ONE_AT_A_TIME;
use crate::work::{Stop, Works};
use lookout::{Complete, DOUBTED, Lookout, Shelf};

/// How often the folder is looked at.
const BETWEEN_LOOKS: Duration = Duration::from_secs(2);
/// How often one is looked at that cannot be read: asking a network drive that is gone may take long.
const WHILE_GONE: Duration = Duration::from_secs(10);
/// Looks after which a file is tried again that the database would not take.
const REFUSED_BY_DATABASE: u32 = 30;

/// What the commands and the thread share, managed by Tauri.
#[derive(Default)]
pub struct Watcher {
    state: Mutex<State>,
    woken: Condvar,
}

#[derive(Default)]
struct State {
    woken: bool,
    /// Why the folder cannot be watched as it should be, in the system's words.
    problem: Option<String>,
    /// Ends the import of a file whose folder is no longer watched.
    stop: Stop,
}

impl Watcher {
    /// Has the thread look what is to be watched now.
    pub fn wake(&self) {
        self.lock().woken = true;
        self.woken.notify_one();
    }

    /// The same, and ends what it is at.
    fn begin_anew(&self) {
        std::mem::take(&mut self.lock().stop).ask();
        self.wake();
    }

    /// Sleeps until it is woken, or for `wait`.
    fn sleep(&self, wait: Option<Duration>) {
        let state = self.lock();
        let mut state = match wait {
            Some(wait) => {
                let slept = self.woken.wait_timeout_while(state, wait, |state| !state.woken);
                slept.unwrap_or_else(PoisonError::into_inner).0
            }
            None => self.woken.wait_while(state, |state| !state.woken).unwrap_or_else(PoisonError::into_inner),
        };
        state.woken = false;
    }

    /// Keeps what is wrong with the folder; whether that is news.
    fn note(&self, problem: Option<String>) -> bool {
        let mut state = self.lock();
        let news = state.problem != problem;
        state.problem = problem;
        news
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Starts the thread. `between_looks` is shorter under the tests' clock.
pub fn start<R: Runtime>(app: AppHandle<R>, between_looks: Option<Duration>) -> std::io::Result<()> {
    let between_looks = between_looks.unwrap_or(BETWEEN_LOOKS);
    let thread = move || {
        let mut lookout = None;
        loop {
            let looked = guarded("the watched folder", || look(&app, &mut lookout));
            let wait = match looked {
                Ok(Look::Nowhere) => None,
                Ok(Look::Done) => Some(between_looks),
                Ok(Look::Gone) => Some(between_looks.max(WHILE_GONE).min(between_looks * 5)),
                // A database in trouble has been logged already; what mends it wakes this thread too.
                Err(error) => {
                    app.state::<Desk>().note_damage(&error);
                    app.state::<Desk>().app().is_ok().then_some(WHILE_GONE)
                }
            };
            app.state::<Watcher>().sleep(wait);
        }
    };
    std::thread::Builder::new().name("watched-folder".to_owned()).spawn(thread).map(|_| ())
}

enum Look {
    /// No folder is watched.
    Nowhere,
    Gone,
    Done,
}

/// Looks at the folder once, and takes in what is complete.
fn look<R: Runtime>(app: &AppHandle<R>, lookout: &mut Option<Lookout>) -> Result<Look, ApiError> {
    let stop = app.state::<Watcher>().lock().stop.clone();
    let core = app.state::<Desk>().app()?;
    let folder = watched_folder(&core)?;
    let Some(path) = folder.path.as_deref().map(Path::new) else {
        *lookout = None;
        note(app, None);
        return Ok(Look::Nowhere);
    };
    let lookout = match lookout {
        Some(lookout) if lookout.folder() == path => lookout,
        other => other.insert(Lookout::new(path)),
    };
    let complete = match lookout.look() {
        Ok(complete) => complete,
        Err(error) => {
            note(app, Some(error.to_string()));
            return Ok(Look::Gone);
        }
    };
    let mut problem = None;
    for file in complete {
        let taken = app.state::<Works>().attend(&stop, || {
            let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
            take_in_one(app, &core, lookout, &file, folder.mapping.as_deref(), &stop)
        });
        match taken {
            // Hearth ends, or the folder is not watched any more: the file is still there next time.
            None | Some(Err(Trouble::Stopped)) => return Ok(Look::Done),
            Some(Ok(())) => {}
            Some(Err(Trouble::NotMoved(words))) => problem = Some(words),
            Some(Err(Trouble::Database(error))) => {
                log::error!("a file of the watched folder is tried again: {error:?}");
                app.state::<Desk>().note_damage(&error);
                lookout.again_after(&file.path, REFUSED_BY_DATABASE);
            }
        }
    }
    // A file that could not be moved stays told until the next one can.
    if problem.is_some() || !lookout.has_left() {
        note(app, problem);
    }
    Ok(Look::Done)
}

enum Trouble {
    Stopped,
    Database(ApiError),
    /// It was imported, but lies where it lay; the system's words.
    NotMoved(String),
}

/// Imports one file, writes down what became of it, and moves it away.
fn take_in_one<R: Runtime>(
    app: &AppHandle<R>,
    core: &App,
    lookout: &mut Lookout,
    file: &Complete,
    mapping: Option<&str>,
    stop: &Stop,
) -> Result<(), Trouble> {
    let read =
        guarded("a file of the watched folder", || take_in::take_in(core, &file.path, mapping, &|_, _, _| stop.flow()));
    let taken = match read {
        Ok(taken) => taken,
        Err(ApiError::Cancelled) => return Err(Trouble::Stopped),
        // A mistake of ours would be made every two seconds.
        Err(ApiError::Internal { report_id }) => {
            let problem = FileProblem::Unreadable { message: format!("Hearth: {report_id}") };
            TakenIn::unread(&file.path, problem)
        }
        Err(error) => return Err(Trouble::Database(error)),
    };
    if taken.is_unfinished() || (taken.may_be_unfinished() && file.still < DOUBTED) {
        lookout.again_after(&file.path, DOUBTED);
        return Ok(());
    }
    note_arrival(core, &taken.report, taken.import_id).map_err(Trouble::Database)?;
    if let Err(error) = keep_failed_rows(app, lookout, &taken) {
        log::warn!("the rows that were not taken could not be written down: {error:?}");
    }
    let shelf = if taken.is_failure() { Shelf::Failed } else { Shelf::Done };
    match lookout.put_away(&file.path, shelf) {
        Ok(_) => Ok(()),
        Err(error) => {
            log::warn!("a file of the watched folder could not be moved: {error}");
            Err(Trouble::NotMoved(error.to_string()))
        }
    }
}

/// Writes the rows that were not taken into the folder of what failed, to be mended there.
fn keep_failed_rows<R: Runtime>(app: &AppHandle<R>, lookout: &Lookout, taken: &TakenIn) -> Result<(), ApiError> {
    let refused = |error: std::io::Error| ApiError::SystemRefused { detail: error.to_string() };
    let texts = app.state::<Desk>().texts();
    let Some(name) = taken.failed_rows(&texts)? else { return Ok(()) };
    let folder = lookout.shelf(Shelf::Failed).map_err(refused)?;
    taken.write_failed_rows(&free_name(&folder, &name).map_err(refused)?, &texts)?;
    Ok(())
}

fn note<R: Runtime>(app: &AppHandle<R>, problem: Option<String>) {
    if app.state::<Watcher>().note(problem.clone()) {
        match problem {
            Some(words) => log::warn!("the watched folder: {words}"),
            None => log::info!("the watched folder can be read"),
        }
        tell(app, &DeskEvent::WatchChanged);
    }
}

/// The folder that is watched, by which mapping as long as there is one of that name, and what is wrong with it.
pub fn state<R: Runtime>(app: &AppHandle<R>) -> Result<WatchedFolder, ApiError> {
    let core = app.state::<Desk>().app()?;
    let folder = watched_folder(&core)?;
    let names = mappings::names(&core)?;
    let problem = app.state::<Watcher>().lock().problem.clone().filter(|_| folder.path.is_some());
    Ok(WatchedFolder { path: folder.path, mapping: folder.mapping.filter(|name| names.contains(name)), problem })
}

/// Lets the user choose a folder, which is watched from then on.
pub fn choose<R: Runtime>(app: &AppHandle<R>) -> Result<WatchedFolder, ApiError> {
    let desk = app.state::<Desk>();
    let core = desk.app()?;
    if let Some(folder) = dialogs::pick_folder(app, desk.texts().text("watch-choose-title")) {
        let unnamed = || ApiError::SystemRefused { detail: format!("{}: not UTF-8", folder.display()) };
        let path = folder.to_str().ok_or_else(unnamed)?.to_owned();
        set_watched_folder(&core, Some(path), watched_folder(&core)?.mapping)?;
        changed(app);
    }
    state(app)
}

/// Watches no folder any more. The mapping is kept for the next one.
pub fn stop<R: Runtime>(app: &AppHandle<R>) -> Result<WatchedFolder, ApiError> {
    let core = app.state::<Desk>().app()?;
    set_watched_folder(&core, None, watched_folder(&core)?.mapping)?;
    changed(app);
    state(app)
}

pub fn set_mapping<R: Runtime>(app: &AppHandle<R>, request: WatchedMapping) -> Result<WatchedFolder, ApiError> {
    let core = app.state::<Desk>().app()?;
    if let Some(name) = &request.mapping {
        mappings::get(&core, name)?;
    }
    set_watched_folder(&core, watched_folder(&core)?.path, request.mapping)?;
    changed(app);
    state(app)
}

fn changed<R: Runtime>(app: &AppHandle<R>) {
    let watcher = app.state::<Watcher>();
    watcher.note(None);
    watcher.begin_anew();
    tell(app, &DeskEvent::WatchChanged);
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Instant;

    #[test]
    fn a_change_during_a_look_is_not_slept_over() {
        let watcher = Watcher::default();
        watcher.wake();
        let begun = Instant::now();
        watcher.sleep(None);
        assert!(begun.elapsed() < WHILE_GONE, "a folder that was chosen during the last look is looked at now");
    }

    #[test]
    fn what_is_no_longer_watched_is_not_imported_to_its_end() {
        let watcher = Watcher::default();
        let stop = watcher.lock().stop.clone();
        watcher.begin_anew();
        assert!(stop.asked(), "the import of a file from the old folder ends");
        assert!(!watcher.lock().stop.asked(), "and the new folder's do not");
        assert!(watcher.note(Some("gone".into())) && !watcher.note(Some("gone".into())), "each trouble is told once");
    }
}
