//! Where things lie: the root, the target folder, and what cargo knows of the workspace.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::process::{Outcome, capture, cargo};

/// The folder of the workspace's `Cargo.toml`.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the root")
}

/// The window's half.
pub fn ui() -> PathBuf {
    root().join("ui")
}

/// `cargo metadata`, with further arguments.
pub fn metadata(args: &[&str]) -> Outcome<Value> {
    let json = capture(cargo().current_dir(root()).args(["metadata", "--format-version", "1", "--locked"]).args(args))?;
    serde_json::from_str(&json).map_err(|why| format!("cargo metadata is not JSON: {why}"))
}

/// Where cargo builds to: `CARGO_TARGET_DIR` and cargo's own settings may have moved it.
pub fn target() -> Outcome<PathBuf> {
    let metadata = metadata(&["--no-deps", "--offline"])?;
    metadata["target_directory"].as_str().map(PathBuf::from).ok_or_else(|| "cargo names no target folder".into())
}

/// A file of ours inside the target folder, whose folder exists.
pub fn scratch(name: &str) -> Outcome<PathBuf> {
    let folder = target()?.join("xtask");
    std::fs::create_dir_all(&folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    Ok(folder.join(name))
}
