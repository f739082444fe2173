//! Gives every command of the list a permission of its own, and checks the window's capability against them.
//!
//! The list is read as source and not through `hearth-core`, so that the core is not built twice.

use std::path::Path;

#[path = "core/src/api/command_list.rs"]
mod command_list;

macro_rules! names {
    (core { $($core:ident($($core_request:tt)*) -> $core_reply:ident;)* } shell { $($shell:ident($($shell_request:tt)*) -> $shell_reply:ident;)* }) => {
        &[$(stringify!($core),)* $(stringify!($shell),)*]
    };
}

const COMMANDS: &[&str] = for_each_command!(names);

/// What the binary is made of besides Rust source. `tauri-build` prints none of the capability lines itself once the
/// pattern is ours.
const INPUTS: [&str; 6] = [
    "src-tauri/capabilities",
    "src-tauri/core/src/api/command_list.rs",
    "tauri.conf.json",
    "icons",
    "locales",
    "ui/dist",
];

fn main() {
    for input in INPUTS {
        println!("cargo:rerun-if-changed={input}");
    }
    assert!(
        Path::new("ui/dist/index.html").is_file(),
        "the window is not built yet: ui/dist/index.html is missing. `cargo xtask run` and `cargo xtask test` build it first."
    );
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("./src-tauri/capabilities/*.json")
        .app_manifest(tauri_build::AppManifest::new().commands(COMMANDS));
    if let Err(error) = tauri_build::try_build(attributes) {
        panic!("{error:#}");
    }
}
