//! Takes in a file that comes by itself, by the watched folder: nobody is asked.
//!
//! A file of a known kind is read as that, another table by the mapping that was saved for tables like it or chosen for the
//! folder, and never by a guess; doubtful rows become what a dry run proposes. That the file is complete, and where it lies
//! afterwards, is the shell's; what was chosen, and what the bell says, is in `watched_folder`.

use std::path::{Path, PathBuf};

use super::import::{FileReport, Foreseeing, Watch, mappings, open_files};
use crate::app::App;
use crate::domain::history::Actor;
use crate::error::Error;
use crate::exchange::FileProblem;
use crate::exchange::column::Column;
use crate::exchange::format::{Format, Look, Mapping};
use crate::texts::Texts;

/// What became of a file.
pub struct TakenIn {
    pub report: FileReport,
    pub import_id: Option<i64>,
    foreseeing: Option<Foreseeing>,
}

/// Imports a file in one transaction, where a table of no known kind is read by the saved mapping of a name. What is wrong with the
/// file is in the report; an error is the database's, and nothing was changed.
pub fn take_in(app: &App, file: &Path, mapping: Option<&str>, watch: Watch<'_>) -> Result<TakenIn, Error> {
    let mut files = open_files(app, &[file.to_owned()]);
    for file in &mut files {
        if let Ok(opened) = &file.opened
            && opened.look.format == Format::Table
            && file.mapping.is_none()
        {
            match mapping.map(|name| chosen(app, name, &opened.look)).transpose()?.flatten() {
                Some(mapping) => file.mapping = Some(mapping),
                None => file.opened = Err(FileProblem::NotLeads),
            }
        }
    }
    let foreseeing = Foreseeing::new(app, files, watch)?;
    let done = foreseeing.apply(app, &Actor::Hearth, watch)?;
    let report = done.files.into_iter().next().ok_or(Error::NotFound)?;
    Ok(TakenIn { report, import_id: done.import_id, foreseeing: Some(foreseeing) })
}

/// The saved mapping of a name for this table, if it says which column is the customer.
fn chosen(app: &App, name: &str, look: &Look) -> Result<Option<Mapping>, Error> {
    match mappings::get_for(app, name, look) {
        Ok(mapping) => {
            Ok(Some(mapping).filter(|m| m.columns.iter().any(|column| column.column == Some(Column::CustomerName))))
        }
        // It was deleted since it was chosen.
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

impl TakenIn {
    /// Of a file that could not be read at all.
    pub fn unread(file: &Path, problem: FileProblem) -> Self {
        let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned();
        let report = FileReport { name, problem: Some(problem), ..FileReport::default() };
        Self { report, import_id: None, foreseeing: None }
    }

    /// Whether it was written to while it was read.
    pub fn is_unfinished(&self) -> bool {
        self.report.problem == Some(FileProblem::Changed)
    }

    /// Whether it is wrong in a way that one is whose copy has come to a stop in the middle.
    pub fn may_be_unfinished(&self) -> bool {
        self.report.problem.is_some()
    }

    /// Whether nothing of it was of use.
    pub fn is_failure(&self) -> bool {
        let FileReport { problem, added, updated, unchanged, left_out, set_aside, refused, .. } = &self.report;
        problem.is_some() || (*refused > 0 && added + updated + unchanged + left_out + set_aside == 0)
    }

    /// How a file of the rows that were not taken may be called; `None` when all were.
    pub fn failed_rows(&self, texts: &Texts) -> Result<Option<String>, Error> {
        let Some(foreseeing) = &self.foreseeing else { return Ok(None) };
        Ok(foreseeing.failed_rows(texts)?.into_iter().next().map(|failed| failed.name))
    }

    /// Writes those rows in the file's own columns with the reason beside.
    pub fn write_failed_rows(&self, target: &Path, texts: &Texts) -> Result<Vec<PathBuf>, Error> {
        self.foreseeing.as_ref().map_or(Ok(Vec::new()), |foreseeing| foreseeing.write_failed_rows(target, texts))
    }
}
