//! What is set right, or found out, before the window system starts: the graphics driver's known faults, the data
//! folder, the user's name and language.

use std::io;
use std::path::{Path, PathBuf};

/// Sets the variables without which the web view shows a blank window on NVIDIA's driver, unless the user set them.
///
/// Must be called before any thread is started.
pub fn cure_graphics() {
    #[cfg(target_os = "linux")]
    if Path::new("/proc/driver/nvidia/version").exists() {
        set_if_unset("__NV_DISABLE_EXPLICIT_SYNC", "1");
        set_if_unset("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
    }
}

/// Without a session bus GTK would look for the accessibility bus and the portals in vain, and warn or wait.
///
/// Must be called before any thread is started.
pub fn cure_missing_bus() {
    #[cfg(target_os = "linux")]
    if !has_session_bus() {
        set_if_unset("NO_AT_BRIDGE", "1");
        set_if_unset("GTK_USE_PORTAL", "0");
        // Keeps GIO from starting a bus of its own, which nobody else would be on.
        set_if_unset("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    }
}

#[cfg(target_os = "linux")]
fn has_session_bus() -> bool {
    if std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some_and(|address| !address.is_empty()) {
        return true;
    }
    std::env::var_os("XDG_RUNTIME_DIR").is_some_and(|folder| Path::new(&folder).join("bus").exists())
}

#[cfg(target_os = "linux")]
fn set_if_unset(name: &str, value: &str) {
    if std::env::var_os(name).is_none() {
        // SAFETY: called at the start of `run`, while this thread is the only one.
        unsafe { std::env::set_var(name, value) };
    }
}

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
