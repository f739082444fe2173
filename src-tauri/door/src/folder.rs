//! Where the data lies, and who is at the computer: the same for every program of Hearth.

use std::io;
use std::path::{Path, PathBuf};

/// The name by which the system knows Hearth. That of `tauri.conf.json`, which a test of the shell compares.
pub const IDENTIFIER: &str = "com.hearthdesk.hearth";
/// The name of the database in the data folder.
pub const DATABASE: &str = "hearth.db";

/// The account name that the history shows.
pub fn user_name() -> String {
    ["USER", "USERNAME", "LOGNAME"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|name| !name.trim().is_empty())
        .unwrap_or_else(|| "hearth".to_owned())
}

/// The system's locale, such as `ko-KR`.
pub fn locale() -> String {
    sys_locale::get_locale().unwrap_or_else(|| "en".to_owned())
}

/// The system's place for the data of the app that it knows by `identifier`.
pub fn usual_data_folder(identifier: &str) -> Option<PathBuf> {
    Some(dirs::data_dir()?.join(identifier))
}

/// The data folder: the one asked for, or the system's place for an app's data; made if need be, for its owner only.
///
/// Fails when it cannot be made; a folder that exists is left as it is.
pub fn data_folder(asked: Option<&Path>, identifier: &str) -> io::Result<PathBuf> {
    let folder = match asked {
        Some(folder) => std::path::absolute(folder)?,
        None => usual_data_folder(identifier).ok_or_else(|| io::Error::other("the system names no folder for data"))?,
    };
    make_private(&folder)?;
    Ok(folder)
}

/// Makes `folder` and what leads to it; the folder itself readable by its owner only.
pub fn make_private(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    if let Some(parent) = folder.parent() {
        std::fs::create_dir_all(parent)?;
    }
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_new_data_folder_is_for_its_owner_only() {
        use std::os::unix::fs::PermissionsExt as _;
        let root = tempfile::tempdir().unwrap();
        let folder = data_folder(Some(&root.path().join("a/b")), "unused").unwrap();
        let mode = std::fs::metadata(&folder).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o700, "leads are other people's data");
        assert!(data_folder(Some(&folder), "unused").is_ok(), "the second start finds it there");
    }
}
