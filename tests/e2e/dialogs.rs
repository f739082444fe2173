//! The system's dialogs for files and folders, answered without being shown: they belong to no page, and no driver reaches them.
//!
//! The app asks `HEARTH_DIALOG_FILE` instead, in debug builds only: see `test_dialogs.rs` of the shell.

use std::path::Path;

use crate::desk::Desk;

impl Desk {
    /// Has the next dialogs answer with these paths; with none they are cancelled.
    pub fn answer_dialogs(&self, paths: &[&Path]) {
        let lines: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
        std::fs::write(self.dialog_file(), lines.join("\n")).expect("the desk's folder can be written");
    }

    /// What the dialogs asked so far, oldest first: a title, and the name that was proposed.
    pub fn asked_dialogs(&self) -> Vec<String> {
        let asked = std::fs::read_to_string(self.dialog_file().with_extension("asked")).unwrap_or_default();
        asked.lines().map(str::to_owned).collect()
    }
}
