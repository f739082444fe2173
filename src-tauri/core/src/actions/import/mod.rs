//! Brings files of leads in: a look at them, a dry run that says what would become of every row, then one transaction that does it,
//! and at any later time the way back.
//!
//! What a row means is read in `exchange`; which lead it is, and what it changes, is decided in `judge`; the dry run
//! ([`Foreseeing`]) and the import go through the same judgement.

mod apply;
mod failed;
mod feed;
mod foresee;
mod judge;
pub mod mappings;
mod report;
mod undo;
mod write;

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use crate::app::App;
use crate::domain::imports::ImportPhase;
use crate::error::Error;
use crate::exchange::format::Mapping;
use crate::exchange::{self, FileProblem, Opened};

pub use failed::FailedFile;
pub use foresee::Foreseeing;
pub use report::{
    FileReport, ForeseenFile, ForeseenPage, ForeseenRow, ForeseenSummary, ImportEntry, ImportReport, imports,
};
pub use undo::{foresee_undo, undo_import};

/// Is told how far a dry run (in bytes) or an import (in rows) is: what is done, and what there is in all. `Break` cancels it, and
/// nothing is changed.
pub type Watch<'a> = &'a (dyn Fn(ImportPhase, u64, u64) -> ControlFlow<()> + Sync);

/// For who does not watch.
pub fn unwatched(_: ImportPhase, _: u64, _: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// A file that waits to be imported.
#[derive(Clone, Debug)]
pub struct DraftFile {
    pub name: String,
    pub opened: Result<Opened, FileProblem>,
    /// How a table is understood; `None` for as its look suggests.
    pub mapping: Option<Mapping>,
    /// The name of the saved mapping that `mapping` is.
    pub saved_mapping: Option<String>,
}

/// Looks at files, and finds the mappings again that were saved for tables like them.
pub fn open_files(app: &App, paths: &[PathBuf]) -> Vec<DraftFile> {
    paths.iter().map(|path| open_file(app, path)).collect()
}

fn open_file(app: &App, path: &Path) -> DraftFile {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let opened = exchange::open(path);
    let found = match &opened {
        Ok(opened) if opened.look.format.is_table() => mappings::found_for(app, &opened.look).unwrap_or_else(|error| {
            log::warn!("the saved mappings could not be read: {error:?}");
            None
        }),
        _ => None,
    };
    let (saved_mapping, mapping) = found.unzip();
    DraftFile { name, opened, mapping, saved_mapping }
}

/// Imports files with what a dry run proposes for doubtful rows, in one transaction.
///
/// A file that cannot be read as a whole is reported and does not keep the others out; an error of the database keeps
/// everything out.
pub fn import_files(app: &App, paths: &[PathBuf]) -> Result<ImportReport, Error> {
    Foreseeing::new(app, open_files(app, paths), &unwatched)?.apply(app, &app.user(), &unwatched)
}

fn stopped(flow: ControlFlow<()>) -> Result<(), Error> {
    if flow.is_break() { Err(Error::Cancelled) } else { Ok(()) }
}
