//! `cargo xtask bundle`: this system's installers, from a release build.
//!
//! What goes into them is said in `tauri.conf.json`; whether they install is tried in `package_test`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::frontend;
use crate::process::{Outcome, cargo, run};
use crate::system::{self, Use};
use crate::workspace::{root, target, ui};

/// Which installers this system makes. AppImage is not here: it needs a download that CI has and a desk may not.
const KINDS: &str = if cfg!(windows) {
    "nsis,msi"
} else if cfg!(target_os = "macos") {
    "app,dmg"
} else {
    "deb,rpm"
};

pub fn bundle() -> Outcome {
    // More kinds, separated by commas, for who has what they need (see release.yml).
    let kinds = std::env::var("HEARTH_BUNDLES").unwrap_or_else(|_| KINDS.to_owned());
    system::ensure(&[Use::Build])?;
    frontend::ready()?;
    let release = target()?.join("release");
    let folder = release.join("bundle");
    // What an earlier version left there must not be taken for this one's.
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    }
    if cfg!(target_os = "linux") {
        terminal(&release)?;
    }
    let tauri = ui().join("node_modules").join(".bin").join(if cfg!(windows) { "tauri.cmd" } else { "tauri" });
    run(Command::new(tauri).current_dir(root()).args(["build", "--bundles", &kinds]))?;

    let made = installers(&folder);
    if made.is_empty() {
        return Err(format!("no installer was made in {}", folder.display()));
    }
    println!("\nMade:");
    let program = release.join("hearth").with_extension(std::env::consts::EXE_EXTENSION);
    for file in made.iter().chain([&program]) {
        let bytes = fs::metadata(file).map_err(|why| format!("{}: {why}", file.display()))?.len();
        println!("  {:>9}  {}", megabytes(bytes), file.display());
    }
    Ok(())
}

/// Builds `hearth-cli` and lays it where `tauri.conf.json` takes it from into the packages, wherever the target folder is.
fn terminal(release: &Path) -> Outcome {
    run(cargo().current_dir(root()).args(["build", "--release", "--locked", "--package", "hearth-cli"]))?;
    let folder = root().join("gen");
    fs::create_dir_all(&folder)
        .and_then(|()| fs::copy(release.join("hearth-cli"), folder.join("hearth-cli")))
        .map_err(|why| format!("hearth-cli cannot be laid into {}: {why}", folder.display()))?;
    Ok(())
}

/// The installers below `folder`, in the order of their names.
pub fn installers(folder: &Path) -> Vec<PathBuf> {
    const ENDINGS: [&str; 6] = ["deb", "rpm", "AppImage", "exe", "msi", "dmg"];
    let mut found: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter(|kind| kind.path().is_dir())
        .flat_map(|kind| fs::read_dir(kind.path()).into_iter().flatten().flatten())
        .map(|file| file.path())
        .filter(|path| path.is_file())
        .filter(|path| path.extension().is_some_and(|ending| ENDINGS.iter().any(|known| ending == *known)))
        .collect();
    found.sort();
    found
}

fn megabytes(bytes: u64) -> String {
    let tenths = bytes.saturating_mul(10).div_ceil(1_000_000);
    format!("{}.{} MB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_rounded_up() {
        assert_eq!(megabytes(3_100_000), "3.1 MB", "a tenth is exact enough for a download");
        assert_eq!(megabytes(1), "0.1 MB", "nothing that exists is 0.0 MB");
    }
}
