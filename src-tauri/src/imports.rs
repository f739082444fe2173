//! Imports, from the files that are chosen to the report: each is a draft that the window knows by a number.
//!
//! Files come from the picker, from a drop, from the command line and from a later start: never as a path from the window. What
//! is read, compared and written is the core's (`hearth_core::actions::import`); here are the drafts, the threads, and what the
//! window is told. What draft is in which state is `drafts`'.

mod drafts;
mod progress;

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use hearth_core::actions::import::{Foreseeing, open_files};
use hearth_core::api::{
    ApiError, DecideDoubtful, DeskEvent, DraftFileRef, DraftRef, ForeseeImport, ForeseenPage, ForeseenQuery,
    ForeseenSummary, ImportDraft, SavedFile,
};
use tauri::{AppHandle, Manager as _, Runtime};

use crate::desk::Desk;
use crate::dialogs;
use crate::events::tell;
use crate::guard::guarded;
use crate::work::{self, Stop};

use drafts::DraftedFile;
pub use drafts::Drafts;
use progress::Progress;

/// One import after the other, also of those that come by the watched folder.
pub static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// Makes a draft of `files` as soon as the window can show it.
pub fn start<R: Runtime>(app: &AppHandle<R>, files: Vec<PathBuf>) {
    if files.is_empty() {
        return;
    }
    let Some(files) = app.state::<Desk>().wait_for_front(files) else { return };
    // A desk in trouble shows that, and takes nothing in.
    if let Err(error) = look_at(app, None, files) {
        log::warn!("files are not looked at: {error:?}");
    }
}

/// Lets the user pick files, for a draft of their own or for one that there is.
pub fn choose<R: Runtime>(app: &AppHandle<R>, draft: Option<u32>) -> Result<(), ApiError> {
    app.state::<Desk>().app()?;
    if let Some(id) = draft {
        app.state::<Drafts>().can_change(id)?;
    }
    let handle = app.clone();
    let ask = move || {
        let chosen = guarded("the dialog for files", || Ok(dialogs::pick_leads(&handle)));
        let files = chosen.unwrap_or_default();
        if !files.is_empty()
            && let Err(error) = look_at(&handle, draft, files)
        {
            log::warn!("files are not looked at: {error:?}");
        }
    };
    let spawned = std::thread::Builder::new().name("import-dialog".to_owned()).spawn(ask);
    spawned.map(|_| ()).map_err(|error| ApiError::SystemRefused { detail: error.to_string() })
}

/// Looks at `files` on a thread, and tells the draft that they are in then.
fn look_at<R: Runtime>(app: &AppHandle<R>, draft: Option<u32>, files: Vec<PathBuf>) -> Result<(), ApiError> {
    work::start(app, "import-look", Stop::default(), move |app, _| {
        let desk = app.state::<Desk>();
        let looked = guarded("a look at files", || {
            let opened = open_files(&*desk.app()?, &files);
            let files = files.into_iter().zip(opened).map(|(path, file)| DraftedFile { path, file }).collect();
            app.state::<Drafts>().put(draft, files)
        });
        match looked {
            Ok(draft) => tell(app, &DeskEvent::ImportDrafted { draft }),
            Err(error) => {
                log::warn!("files were not looked at: {error:?}");
                desk.note_damage(&error);
            }
        }
    })
}

/// Takes a file out of a draft; what is left of it.
pub fn remove_file<R: Runtime>(app: &AppHandle<R>, file: &DraftFileRef) -> Result<ImportDraft, ApiError> {
    app.state::<Drafts>().remove_file(file.draft, file.file)
}

/// Starts the dry run of a draft. One that still goes on is ended without a word: its answer is to a question that was put anew.
pub fn foresee<R: Runtime>(app: &AppHandle<R>, request: ForeseeImport) -> Result<(), ApiError> {
    app.state::<Desk>().app()?;
    let id = request.draft;
    let stop = Stop::default();
    let files = app.state::<Drafts>().begin_foreseeing(id, request.mappings, &stop)?;
    let started = work::start(app, "import-dry-run", stop.clone(), move |app, stop| {
        let desk = app.state::<Desk>();
        let progress = Progress::new(app, id);
        let foreseen = guarded("a dry run", || {
            let core = desk.app()?;
            Foreseeing::new(&core, files, &|phase, done, total| progress.tell(stop, phase, done, total))
        });
        // What it found is asked for before it is kept: it is told in one piece, or not at all.
        let foreseen = foreseen.and_then(|foreseeing| Ok((foreseeing.summary()?, foreseeing)));
        match foreseen {
            Ok((summary, foreseeing)) => {
                if app.state::<Drafts>().foreseen(id, stop, foreseeing) {
                    tell(app, &DeskEvent::ImportForeseen { draft: id, summary });
                }
            }
            Err(error) => stopped(app, id, stop, error),
        }
    });
    started.inspect_err(|_| {
        app.state::<Drafts>().stopped(id, &stop);
    })
}

/// Does what the dry run of a draft has shown.
pub fn apply<R: Runtime>(app: &AppHandle<R>, draft: DraftRef) -> Result<(), ApiError> {
    app.state::<Desk>().app()?;
    let id = draft.draft;
    let stop = Stop::default();
    let foreseen = app.state::<Drafts>().begin_applying(id, &stop)?;
    let started = work::start(app, "import", stop.clone(), move |app, stop| {
        let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        let desk = app.state::<Desk>();
        let progress = Progress::new(app, id);
        let applied = guarded("an import", || {
            let core = desk.app()?;
            let actor = core.user();
            drafts::locked(&foreseen)
                .apply(&core, &actor, &|phase, done, total| progress.tell(stop, phase, done, total))
        });
        match applied {
            Ok(report) => {
                app.state::<Drafts>().applied(id);
                tell(app, &DeskEvent::ImportFinished { draft: id, report });
            }
            Err(error) => stopped(app, id, stop, error),
        }
    });
    started.inspect_err(|_| {
        app.state::<Drafts>().stopped(id, &stop);
    })
}

fn stopped<R: Runtime>(app: &AppHandle<R>, id: u32, stop: &Stop, error: ApiError) {
    app.state::<Desk>().note_damage(&error);
    if app.state::<Drafts>().stopped(id, stop) {
        let error = Some(error).filter(|error| *error != ApiError::Cancelled);
        tell(app, &DeskEvent::ImportStopped { draft: id, error });
    }
}

/// Asks what goes on in a draft to stop: nothing is changed then, and the window is told.
pub fn cancel<R: Runtime>(app: &AppHandle<R>, draft: DraftRef) -> Result<(), ApiError> {
    app.state::<Drafts>().cancel(draft.draft)
}

/// Puts a draft away, whatever goes on in it.
pub fn drop_draft<R: Runtime>(app: &AppHandle<R>, draft: DraftRef) {
    app.state::<Drafts>().remove(draft.draft);
}

pub fn rows<R: Runtime>(app: &AppHandle<R>, query: ForeseenQuery) -> Result<ForeseenPage, ApiError> {
    let foreseen = app.state::<Drafts>().dry_run(query.draft)?;
    let page = drafts::locked(&foreseen).page(query.file, query.outcome, query.offset, query.limit)?;
    Ok(page)
}

pub fn decide<R: Runtime>(app: &AppHandle<R>, request: DecideDoubtful) -> Result<ForeseenSummary, ApiError> {
    let foreseen = app.state::<Drafts>().can_decide(request.draft)?;
    let mut foreseen = drafts::locked(&foreseen);
    foreseen.decide(request.row.map(|row| (row.file, row.row)), request.decision)?;
    foreseen.summary()
}

/// Asks where the rows that were not taken shall go, and writes them there. Of several files each further one gets a number.
pub fn save_failed_rows<R: Runtime>(app: &AppHandle<R>, draft: DraftRef) -> Result<SavedFile, ApiError> {
    let foreseen = app.state::<Drafts>().dry_run(draft.draft)?;
    let texts = app.state::<Desk>().texts();
    let failed = drafts::locked(&foreseen).failed_rows(&texts)?;
    let Some(first) = failed.first() else { return Ok(SavedFile { name: None }) };
    let ending = first.name.rsplit_once('.').map_or("csv", |(_, ending)| ending);
    let Some(target) = dialogs::save(app, texts.text("import-save-failed-title"), &first.name, ending) else {
        return Ok(SavedFile { name: None });
    };
    let written = drafts::locked(&foreseen).write_failed_rows(&target, &texts)?;
    let names: Vec<String> = written.iter().map(|path| file_name(path)).collect();
    Ok(SavedFile { name: Some(names.join(", ")) })
}

fn file_name(path: &std::path::Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests;
