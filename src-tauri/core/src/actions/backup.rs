//! Keeps the whole database as a file, looks one over, and puts one back in its place.
//!
//! Nothing is ever lost by it: a file is written beside its place and takes it when it is whole, and a database that is
//! replaced is kept under another name.

use std::fs::File;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;

use crate::domain::time::Timestamp;
use crate::error::Error;
use crate::store::{backup, migrate};

/// Why a backup was not made, or not put back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BackupProblem {
    /// There is no such file.
    Missing,
    /// The file is there already, and was not to be replaced.
    Exists,
    /// The file is no database of Hearth's.
    NotHearths,
    /// It is the database itself that should be put in its own place.
    Itself,
    /// Something else, as the database or the system told it.
    Failed(Error),
}

impl From<Error> for BackupProblem {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

/// What a look through a database found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Check {
    pub path: String,
    /// Whether nothing is wrong with it.
    pub sound: bool,
    pub version: u32,
    /// It is of an older Hearth, and is upgraded when it is opened.
    pub outdated: bool,
    pub leads: u32,
    /// SQLite's own words.
    pub damage: Vec<String>,
    /// Rows that point to a row that is not there.
    pub dangling: u32,
    /// Leads that the search would not find by what is in them.
    pub stale_search: u32,
    /// Leads whose duplicates would not be found by what is in them.
    pub stale_keys: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BackedUp {
    pub path: String,
    pub bytes: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Restored {
    pub leads: u32,
    /// Where the database lies that was there before.
    pub kept_at: Option<String>,
}

/// Writes the database at `database`, as it stands at one instant, to `target`. Safe beside whoever works with it.
pub fn back_up(database: &Path, target: &Path, replace: bool) -> Result<BackedUp, BackupProblem> {
    ours(database)?;
    if same_file(database, target) {
        return Err(BackupProblem::Itself);
    }
    if target.exists() && !replace {
        return Err(BackupProblem::Exists);
    }
    let file = copied(database, folder_of(target))?;
    let bytes = file.as_file().metadata().map_err(refused)?.len();
    let placed = if replace { file.persist(target) } else { file.persist_noclobber(target) };
    match placed {
        Ok(_) => Ok(BackedUp { path: target.display().to_string(), bytes }),
        Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => Err(BackupProblem::Exists),
        Err(error) => Err(refused(error.error)),
    }
}

/// Looks through the database at `path`.
pub fn check(path: &Path) -> Result<Check, BackupProblem> {
    let version = ours(path)?;
    let found = backup::check(path).map_err(|error| error.at(path))?;
    let sound = found.damage.is_empty() && found.dangling + found.stale_search + found.stale_keys == 0;
    Ok(Check {
        path: path.display().to_string(),
        sound,
        version,
        outdated: version < migrate::KNOWN,
        leads: found.leads,
        damage: found.damage,
        dangling: found.dangling,
        stale_search: found.stale_search,
        stale_keys: found.stale_keys,
    })
}

/// Puts the backup `from` in the place of the database at `database`, which is kept beside it.
///
/// The backup is looked through first and only copied, never moved. Must not be called while a Hearth runs on that folder;
/// `Busy` while any other program has the database open.
pub fn restore(database: &Path, from: &Path, now: Timestamp) -> Result<Restored, BackupProblem> {
    if same_file(database, from) {
        return Err(BackupProblem::Itself);
    }
    let found = check(from)?;
    if let Some(detail) = found.damage.first() {
        return Err(Error::Corrupt { path: found.path, detail: detail.clone() }.into());
    }
    if found.dangling > 0 {
        let detail = format!("{} rows point nowhere", found.dangling);
        return Err(Error::Corrupt { path: found.path, detail }.into());
    }
    let new = copied(from, folder_of(database))?;
    let kept_at = set_aside(database, now)?;
    if let Err(error) = new.persist_noclobber(database) {
        if let Some(kept_at) = &kept_at {
            std::fs::rename(kept_at, database).map_err(refused)?;
        }
        return Err(refused(error.error));
    }
    Ok(Restored { leads: found.leads, kept_at: kept_at.map(|path| path.display().to_string()) })
}

/// The version of a database that is Hearth's and not of a newer one.
fn ours(path: &Path) -> Result<u32, BackupProblem> {
    if !path.is_file() {
        return Err(BackupProblem::Missing);
    }
    let identity = match backup::identity(path) {
        // Of a file that is no database at all, SQLite says that it is damaged; a damaged one begins as a database does.
        Err(Error::Corrupt { .. }) if !begins_as_database(path) => return Err(BackupProblem::NotHearths),
        identity => identity.map_err(|error| error.at(path))?,
    };
    if !identity.hearths {
        return Err(BackupProblem::NotHearths);
    }
    migrate::refuse_newer(identity.version, path)?;
    Ok(identity.version)
}

fn begins_as_database(path: &Path) -> bool {
    use std::io::Read as _;
    let mut begin = [0; 16];
    File::open(path).and_then(|mut file| file.read_exact(&mut begin)).is_ok() && &begin == b"SQLite format 3\0"
}

/// A copy in `folder` that is gone if it is not put anywhere. Only its owner can read it.
fn copied(database: &Path, folder: &Path) -> Result<NamedTempFile, BackupProblem> {
    let file = tempfile::Builder::new().prefix(".hearth-").suffix(".part").tempfile_in(folder).map_err(refused)?;
    backup::copy(database, file.path()).map_err(|error| error.at(database))?;
    file.as_file().sync_all().map_err(refused)?;
    Ok(file)
}

/// Moves the database out of its place, with its journal if that cannot be folded in; where it lies then.
fn set_aside(database: &Path, now: Timestamp) -> Result<Option<PathBuf>, BackupProblem> {
    if !database.exists() {
        return Ok(None);
    }
    match backup::fold_in(database) {
        // A damaged one is moved as it is.
        Ok(()) | Err(Error::Corrupt { .. }) => {}
        Err(error) => return Err(error.at(database).into()),
    }
    let stamp = now.utc().format("%Y%m%dT%H%M%SZ");
    let free = |number: u32| match number {
        1 => database.with_file_name(format!("hearth-before-restore-{stamp}.db")),
        _ => database.with_file_name(format!("hearth-before-restore-{stamp}-{number}.db")),
    };
    let kept_at = (1..).map(free).find(|path| !path.exists()).expect("there are more numbers than files");
    // The database itself goes last: if this stops half way it is still there.
    for ending in ["-shm", "-wal", ""] {
        let (from, to) = (with_ending(database, ending), with_ending(&kept_at, ending));
        if from.exists() {
            std::fs::rename(from, to).map_err(refused)?;
        }
    }
    Ok(Some(kept_at))
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn same_file(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

fn refused(error: std::io::Error) -> BackupProblem {
    let failed = match error.kind() {
        std::io::ErrorKind::StorageFull => Error::DiskFull,
        _ => Error::SystemRefused { detail: error.to_string() },
    };
    failed.into()
}
