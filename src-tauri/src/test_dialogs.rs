//! The tests' answers to the system's dialogs, in debug builds only.
//!
//! `HEARTH_DIALOG_FILE` names a file that holds the paths which the next dialogs answer with, one a line; an empty file is a
//! dialog that was cancelled. What was asked is written beside it, one dialog a line, in `<name>.asked`. The release build has
//! none of this.

use std::ffi::OsString;
use std::io::Write as _;
use std::path::PathBuf;

/// The answer to a dialog that asks `question`; `None` when no test answers and the dialog must be shown.
pub fn answer(question: &str) -> Option<Vec<PathBuf>> {
    let file = PathBuf::from(std::env::var_os("HEARTH_DIALOG_FILE")?);
    let answer = std::fs::read_to_string(&file).unwrap_or_default();
    // After the answer was read, so that a test that waits for the question may answer the next one.
    let mut asked: OsString = file.into_os_string();
    asked.push(".asked");
    let written = std::fs::File::options().create(true).append(true).open(asked);
    written.and_then(|mut asked| writeln!(asked, "{question}")).expect("the test's folder can be written");
    Some(answer.lines().filter(|line| !line.is_empty()).map(PathBuf::from).collect())
}
