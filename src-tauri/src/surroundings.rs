//! What is set right before the window system starts: the graphics driver's known faults, a missing session bus, and
//! how soon the page's memory is collected.
//!
//! Where the data lies and who is at the computer is in `hearth-door`, which the terminal asks too.

#[cfg(target_os = "linux")]
use std::path::Path;

pub use hearth_door::{data_folder, locale, user_name, usual_data_folder};

/// Sets the variables without which the web view shows a blank window on NVIDIA's driver, and has it paint by itself where no graphics
/// card is: it would have one imitated there, to put together layers that it had painted itself. Straight onto the window takes a third
/// of the time for a frame, and 100 MB less. What the user set stays.
///
/// Must be called before any thread is started.
pub fn cure_graphics() {
    #[cfg(target_os = "linux")]
    if Path::new("/proc/driver/nvidia/version").exists() {
        set_if_unset("__NV_DISABLE_EXPLICIT_SYNC", "1");
        set_if_unset("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
    }
    #[cfg(target_os = "linux")]
    if !has_graphics_card() {
        set_if_unset("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
        set_if_unset("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
        // For one who turns the layers on all the same.
        set_if_unset("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1");
    }
}

/// Has WebKit collect what the page let go of as it would on a small computer: where there is much memory it lets tens of megabytes of it
/// lie. All that the page keeps is a few hundred rows.
///
/// Must be called before any thread is started.
pub fn keep_page_small() {
    #[cfg(target_os = "linux")]
    set_if_unset("JSC_forceRAMSize", "67108864");
}

/// Whether a card can be drawn with: a render node of the kernel's, NVIDIA's own, or that of Windows around Linux.
#[cfg(target_os = "linux")]
fn has_graphics_card() -> bool {
    let node = |entry: std::io::Result<std::fs::DirEntry>| {
        entry.is_ok_and(|entry| entry.file_name().as_encoded_bytes().starts_with(b"renderD"))
    };
    std::fs::read_dir("/dev/dri").is_ok_and(|mut entries| entries.any(node))
        || ["/dev/nvidiactl", "/dev/dxg"].iter().any(|device| Path::new(device).exists())
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

#[cfg(test)]
mod tests {
    #[test]
    fn the_terminal_looks_for_the_database_where_the_window_keeps_it() {
        let context = crate::context::<tauri::test::MockRuntime>();
        assert_eq!(context.config().identifier, hearth_door::IDENTIFIER, "the folder is named after it");
        assert_eq!(crate::desk::DATABASE, hearth_door::DATABASE, "and the file in it");
    }
}
