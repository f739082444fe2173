//! Brings files in on a thread of their own and tells the window what became of them.
//!
//! Files come from the picker, from a drop, from the command line and from a later start: never as a path from the window.

use std::path::PathBuf;

use hearth_core::actions::import_leads::import_files;
use hearth_core::api::{ApiError, DeskEvent};
use tauri::{AppHandle, Manager as _, Runtime};
use tauri_plugin_dialog::DialogExt as _;

use crate::desk::Desk;
use crate::events::tell;
use crate::guard::guarded;
use crate::window;

/// Imports `files` as soon as the window can show what becomes of them.
pub fn start<R: Runtime>(app: &AppHandle<R>, files: Vec<PathBuf>) {
    if files.is_empty() {
        return;
    }
    let Some(files) = app.state::<Desk>().wait_for_front(files) else { return };
    let handle = app.clone();
    let spawned = std::thread::Builder::new().name("import".to_owned()).spawn(move || import(&handle, &files));
    if let Err(error) = spawned {
        tell(app, &DeskEvent::ImportFailed { error: ApiError::SystemRefused { detail: error.to_string() } });
    }
}

fn import<R: Runtime>(app: &AppHandle<R>, files: &[PathBuf]) {
    tell(app, &DeskEvent::ImportStarted { files: u32::try_from(files.len()).unwrap_or(u32::MAX) });
    let desk = app.state::<Desk>();
    let imported = guarded("an import", || import_files(&*desk.app()?, files));
    if let Err(error) = &imported {
        desk.note_damage(error);
    }
    tell(
        app,
        &match imported {
            Ok(report) => DeskEvent::ImportFinished { report },
            Err(error) => DeskEvent::ImportFailed { error },
        },
    );
}

/// Lets the user pick files, and imports them.
pub fn choose<R: Runtime>(app: &AppHandle<R>) {
    let texts = app.state::<Desk>().texts();
    let mut picker = app
        .dialog()
        .file()
        .set_title(texts.text("import-choose-title"))
        .add_filter(texts.text("import-choose-leads"), &["json", "csv"])
        .add_filter(texts.text("import-choose-all"), &["*"]);
    if let Some(window) = window::main(app) {
        picker = picker.set_parent(&window);
    }
    let app = app.clone();
    picker.pick_files(move |picked| {
        let files = picked.unwrap_or_default().into_iter().filter_map(|file| file.into_path().ok()).collect();
        start(&app, files);
    });
}
