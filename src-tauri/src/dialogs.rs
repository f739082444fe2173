//! The system's dialogs for files and folders. Each waits for the user, so none is asked for on the main thread.
//!
//! A path comes from here, from a drop or from the command line, and never from the window. One dialog at a time: whoever asks
//! for a second one gets what a cancelled one gives.

use std::path::{Path, PathBuf};
use std::sync::Mutex;

use hearth_core::texts::Texts;
use tauri::{AppHandle, Manager as _, Runtime};
use tauri_plugin_dialog::{DialogExt as _, FileDialogBuilder};

use crate::desk::Desk;
#[cfg(debug_assertions)]
use crate::test_dialogs;
use crate::window;

static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// How files of leads that are read end.
pub const LEADS: &[&str] = &["json", "csv", "tsv", "txt", "xlsx"];

/// The files of leads that the user picks; none when it was cancelled.
pub fn pick_leads<R: Runtime>(app: &AppHandle<R>) -> Vec<PathBuf> {
    let Ok(_open) = ONE_AT_A_TIME.try_lock() else { return Vec::new() };
    let texts = texts(app);
    let title = texts.text("import-choose-title");
    #[cfg(debug_assertions)]
    if let Some(answer) = test_dialogs::answer(&title) {
        return answer;
    }
    let picked = dialog(app, title)
        .add_filter(texts.text("import-choose-leads"), LEADS)
        .add_filter(texts.text("import-choose-all"), &["*"])
        .blocking_pick_files();
    picked.unwrap_or_default().into_iter().filter_map(|file| file.into_path().ok()).collect()
}

/// Where a file shall be written that is proposed to be called `name`, ending in `.ending`.
pub fn save<R: Runtime>(app: &AppHandle<R>, title: String, name: &str, ending: &str) -> Option<PathBuf> {
    let _open = ONE_AT_A_TIME.try_lock().ok()?;
    #[cfg(debug_assertions)]
    if let Some(answer) = test_dialogs::answer(&format!("{title}: {name}")) {
        return answer.into_iter().next();
    }
    let saved =
        dialog(app, title).set_file_name(name).add_filter(ending.to_uppercase(), &[ending]).blocking_save_file();
    saved.and_then(|file| file.into_path().ok()).map(|path| with_ending(path, ending))
}

/// The folder that the user picks.
pub fn pick_folder<R: Runtime>(app: &AppHandle<R>, title: String) -> Option<PathBuf> {
    let _open = ONE_AT_A_TIME.try_lock().ok()?;
    #[cfg(debug_assertions)]
    if let Some(answer) = test_dialogs::answer(&title) {
        return answer.into_iter().next();
    }
    dialog(app, title).blocking_pick_folder().and_then(|folder| folder.into_path().ok())
}

fn texts<R: Runtime>(app: &AppHandle<R>) -> Texts {
    app.state::<Desk>().texts()
}

fn dialog<R: Runtime>(app: &AppHandle<R>, title: String) -> FileDialogBuilder<R> {
    let dialog = app.dialog().file().set_title(title);
    match window::main(app) {
        Some(window) => dialog.set_parent(&window),
        None => dialog,
    }
}

/// GTK's dialog puts no ending behind a name that was typed without one. It asked about the name as typed, so one that is
/// taken with its ending is left as typed.
fn with_ending(path: PathBuf, ending: &str) -> PathBuf {
    let ended = path.with_extension(ending);
    if path.extension().is_some() || taken(&ended) { path } else { ended }
}

fn taken(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_without_an_ending_gets_one_and_nothing_is_written_over_unasked() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        assert_eq!(with_ending(path("leads"), "csv"), path("leads.csv"), "a spreadsheet opens it at a double click");
        assert_eq!(with_ending(path("leads.txt"), "csv"), path("leads.txt"), "whoever types an ending means it");
        std::fs::write(path("leads.csv"), "mine").unwrap();
        assert_eq!(with_ending(path("leads"), "csv"), path("leads"), "nobody was asked about leads.csv");
    }
}
