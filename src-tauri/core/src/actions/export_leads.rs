//! Writes leads to files, all that were asked for or nothing: a file is written beside its place and takes it when it is whole.
//!
//! What a format looks like is in `exchange::out`.

use std::collections::HashSet;
use std::fs::File;
use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;

use crate::app::App;
use crate::domain::lead::LeadId;
use crate::error::Error;
use crate::exchange::out::{self, ExportFormat, Setting, Source, Titles, Width, Writer};
pub use crate::store::export::Which;
use crate::store::{export as rows, settings};
use crate::texts::{FluentValue, Language, Texts};

/// Is told how many leads of how many are written; to break is to cancel.
pub type Watch<'a> = &'a (dyn Fn(u64, u64) -> ControlFlow<()> + Sync);

/// How many leads an export would hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ExportCount {
    pub leads: u32,
    /// Leads that the format cannot hold, such as one without referral id in Partner Center's own.
    pub cannot: u32,
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ExportReport {
    /// The files, by their names.
    pub files: Vec<String>,
    pub folder: String,
    pub leads: u32,
    /// Leads that the format cannot hold.
    pub left_out: u32,
    /// Of the written leads, those of which something was longer than the format takes.
    pub shortened: u32,
}

/// After how many leads the watcher is asked again.
const STEP: usize = 100;

/// What is to be written, in order.
#[derive(Default)]
struct Chosen {
    ids: Vec<LeadId>,
    cannot: usize,
    width: Width,
}

/// How many leads an export would hold.
pub fn count(app: &App, format: ExportFormat, which: &Which) -> Result<ExportCount, Error> {
    let chosen = app.read(|connection, _| choose(connection, format, which))?;
    Ok(ExportCount { leads: small(chosen.ids.len()), cannot: small(chosen.cannot) })
}

/// Writes `which` as `format` to `target`; of a format whose files are limited, to several beside it with a number each.
///
/// Nothing half-written stays, whatever happens, and a file that was there is replaced only by a whole one. Fails with `Cancelled`,
/// `DiskFull` or `SystemRefused` with the system's words.
pub fn export(
    app: &App,
    format: ExportFormat,
    which: &Which,
    target: &Path,
    watch: Watch<'_>,
) -> Result<ExportReport, Error> {
    if is_database(app, target) {
        return Err(Error::SystemRefused { detail: format!("{}: the database itself", target.display()) });
    }
    app.read(|connection, now| {
        let language = Language::of(settings::get(connection)?.language, app.system_locale());
        let texts = Texts::new(language);
        let titled = |id: &str, customer: &str| texts.format(id, &[("customer", FluentValue::from(customer))]);
        let titles = Titles {
            purchase: &|customer| titled("calendar-purchase", customer),
            follow_up: &|customer| titled("calendar-follow-up", customer),
        };
        let chosen = choose(connection, format, which)?;
        let setting = Setting { width: chosen.width, korean: language == Language::Ko, now, titles };
        let mut shortened = 0;
        let mut files = Vec::new();
        let mut done = 0;
        let limit = format.leads_a_file().unwrap_or(usize::MAX).min(chosen.ids.len().max(1));
        // Without a single lead there is still a file, with its headings.
        let parts = if chosen.ids.is_empty() { vec![&[][..]] } else { chosen.ids.chunks(limit).collect() };
        for part in parts {
            let file = beside(target)?;
            {
                let mut writer = out::begin(format, file.as_file(), &setting).map_err(refused)?;
                for id in part {
                    if done % STEP == 0 && watch(done as u64, chosen.ids.len() as u64).is_break() {
                        return Err(Error::Cancelled);
                    }
                    shortened += usize::from(!write(connection, format, *id, &mut *writer)?);
                    done += 1;
                }
                writer.finish().map_err(refused)?;
            }
            files.push(file);
        }
        if watch(done as u64, chosen.ids.len() as u64).is_break() {
            return Err(Error::Cancelled);
        }
        let names = put_in_place(files, target)?;
        Ok(ExportReport {
            files: names,
            folder: folder(target).display().to_string(),
            leads: small(done),
            left_out: small(chosen.cannot),
            shortened: small(shortened),
        })
    })
}

fn choose(connection: &Connection, format: ExportFormat, which: &Which) -> Result<Chosen, Error> {
    let mut chosen = Chosen::default();
    let mut seen = HashSet::new();
    let named = matches!(which, Which::Leads(_));
    rows::each_brief(connection, which, |brief| {
        if named && !seen.insert(brief.id) {
            return;
        }
        if format.holds(&brief) {
            chosen.ids.push(brief.id);
            chosen.width.widen(&brief);
        } else {
            chosen.cannot += 1;
        }
    })?;
    Ok(chosen)
}

fn write(connection: &Connection, format: ExportFormat, id: LeadId, writer: &mut dyn Writer) -> Result<bool, Error> {
    let lead = rows::lead(connection, id)?;
    let source = if format.takes_source() { rows::source(connection, id)? } else { None };
    let source = source.as_ref().map(|(file_name, raw)| Source { file_name, raw });
    writer.lead(&lead, source).map_err(refused)
}

/// Whether a file would take the place of all leads.
fn is_database(app: &App, target: &Path) -> bool {
    matches!((app.path().canonicalize(), target.canonicalize()), (Ok(database), Ok(target)) if database == target)
}

fn folder(target: &Path) -> &Path {
    target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A new file in the target's folder, so that renaming it is one step; it goes by itself unless it takes its place.
fn beside(target: &Path) -> Result<NamedTempFile<File>, Error> {
    tempfile::Builder::new().prefix(".hearth-").suffix(".part").tempfile_in(folder(target)).map_err(refused)
}

/// Gives the finished files their names. Several get a number each, and replace nothing that nobody was asked about.
fn put_in_place(files: Vec<NamedTempFile<File>>, target: &Path) -> Result<Vec<String>, Error> {
    for file in &files {
        // Whole on the disk before anything is replaced by it.
        file.as_file().sync_all().map_err(refused)?;
    }
    let places = if files.len() == 1 { vec![target.to_owned()] } else { numbered(target, files.len()) };
    let one = files.len() == 1;
    let mut placed = Vec::new();
    for (file, place) in files.into_iter().zip(&places) {
        let done = if one { file.persist(place) } else { file.persist_noclobber(place) };
        if let Err(error) = done {
            placed.iter().for_each(|place: &&PathBuf| _ = std::fs::remove_file(place));
            return Err(refused(error.error));
        }
        placed.push(place);
    }
    Ok(places.iter().map(|place| name(place)).collect())
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// `leads-1.csv`, `leads-2.csv`; all of them of a name under which nothing stands yet.
fn numbered(target: &Path, count: usize) -> Vec<PathBuf> {
    let stem = target.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let extension = target.extension().map(|e| format!(".{}", e.to_string_lossy())).unwrap_or_default();
    let named = |round: u32| -> Vec<PathBuf> {
        let stem = if round == 1 { stem.clone() } else { format!("{stem} ({round})") };
        // A file of one number more would look like a part of this export.
        (1..=count + 1).map(|number| folder(target).join(format!("{stem}-{number}{extension}"))).collect()
    };
    let is_free = |places: &Vec<PathBuf>| !places.iter().any(|place| place.exists());
    let mut places = (1..=u32::MAX).map(named).find(is_free).unwrap_or_default();
    places.truncate(count);
    places
}

fn refused(error: io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => Error::DiskFull,
        _ => Error::SystemRefused { detail: error.to_string() },
    }
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
