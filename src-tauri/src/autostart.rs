//! Start with the computer: whether the system starts this Hearth, on this desk, when the user logs in.
//!
//! The system's own list is the truth and is read each time, for the user may change it there. How each system keeps that
//! list is in a file of its own; what is started is decided here.

#[cfg(target_os = "macos")]
#[path = "autostart/launch_agent.rs"]
mod system;
#[cfg(windows)]
#[path = "autostart/run_key.rs"]
mod system;
#[cfg(target_os = "linux")]
#[path = "autostart/xdg.rs"]
mod system;

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use tauri::{AppHandle, Manager as _, Runtime};

use crate::desk::Desk;
use crate::surroundings;

/// What the system is asked to start.
struct Login {
    /// Names it among others.
    identifier: String,
    program: PathBuf,
    arguments: Vec<OsString>,
}

/// Whether Hearth is started with the computer; `None` where it cannot be.
pub fn state<R: Runtime>(app: &AppHandle<R>) -> Option<bool> {
    let login = login(app)?;
    system::is_on(&login).inspect_err(|error| log::warn!("the system's list of starts: {error}")).ok()
}

/// Has Hearth started with the computer, or no longer. Nothing happens where it already is so.
///
/// Fails with the system's words, and as [`io::ErrorKind::Unsupported`] where [`state`] is `None`.
pub fn set<R: Runtime>(app: &AppHandle<R>, on: bool) -> io::Result<()> {
    let login = login(app).ok_or(io::ErrorKind::Unsupported)?;
    if on { system::turn_on(&login) } else { system::turn_off(&login) }
}

fn login<R: Runtime>(app: &AppHandle<R>) -> Option<Login> {
    // A sandbox has a list of its own, which nobody reads.
    if ["FLATPAK_ID", "SNAP"].into_iter().any(|sandbox| std::env::var_os(sandbox).is_some()) {
        return None;
    }
    let program = tauri::process::current_binary(&app.env()).ok()?;
    let identifier = app.config().identifier.clone();
    let folder = app.state::<Desk>().folder().to_owned();
    let usual = surroundings::usual_data_folder(&identifier).is_some_and(|usual| usual == folder);
    Some(Login { identifier, program, arguments: arguments((!usual).then_some(&folder)) })
}

/// Hidden, and on the same desk as now.
fn arguments(folder: Option<&Path>) -> Vec<OsString> {
    let mut arguments = vec!["--hidden".into()];
    if let Some(folder) = folder {
        arguments.extend(["--data-dir".into(), folder.into()]);
    }
    arguments
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_desk_that_was_chosen_is_started_again() {
        assert_eq!(arguments(None), ["--hidden"], "the usual desk needs no name, and may move with the user");
        assert_eq!(
            arguments(Some(Path::new("/desks/a b"))),
            ["--hidden", "--data-dir", "/desks/a b"],
            "another one is not exchanged for the usual"
        );
    }
}
