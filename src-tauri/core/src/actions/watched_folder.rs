//! The folder whose files are imported by themselves, and what became of them, told in the bell. Watching it is the shell's.

use serde::{Deserialize, Serialize};

use super::import::FileReport;
use crate::app::App;
use crate::domain::time::Timestamp;
use crate::error::Error;
use crate::store::{arrivals, settings};

/// So many arrivals are shown.
const MOST_SHOWN: u32 = 50;

/// What the user has chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Watched {
    /// `None` while none is watched.
    pub path: Option<String>,
    /// By which saved mapping a table is read that is not of a known format.
    pub mapping: Option<String>,
}

/// What became of a file that came by the watched folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Arrival {
    #[cfg_attr(test, ts(type = "number"))]
    pub id: i64,
    pub at: Timestamp,
    pub report: FileReport,
    #[cfg_attr(test, ts(type = "number | null"))]
    pub import_id: Option<i64>,
    pub read: bool,
}

pub fn watched_folder(app: &App) -> Result<Watched, Error> {
    Ok(app.read(|connection, _| settings::watched_folder(connection))?.unwrap_or_default())
}

pub fn set_watched_folder(app: &App, path: Option<String>, mapping: Option<String>) -> Result<(), Error> {
    app.write(|tx, _, changes| {
        changes.settings = true;
        settings::save_watched_folder(tx, &Watched { path, mapping })
    })
}

/// Tells in the bell what became of a file.
pub fn note_arrival(app: &App, report: &FileReport, import_id: Option<i64>) -> Result<(), Error> {
    app.write(|tx, now, changes| {
        changes.reminders = true;
        arrivals::append(tx, &report.name, import_id, report, now)
    })
}

/// The newest files that came, newest first.
pub fn arrivals(app: &App) -> Result<Vec<Arrival>, Error> {
    let arrived = app.read(|connection, _| arrivals::newest::<FileReport>(connection, MOST_SHOWN))?;
    let arrival = |a: arrivals::Arrived<FileReport>| Arrival {
        id: a.id,
        at: a.at,
        report: a.report,
        import_id: a.import_id,
        read: a.read,
    };
    Ok(arrived.into_iter().map(arrival).collect())
}
