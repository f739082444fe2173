//! The window's half: its npm packages and its build, each done only when its sources say so.
//!
//! What the checks of that half are is in `test`.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use crate::process::{Outcome, npm, run};
use crate::workspace::{root, ui};

/// Installs the npm packages exactly as locked, unless the last installation was of this very lock.
pub fn packages() -> Outcome {
    let lock = fs::read(ui().join("package-lock.json")).map_err(|why| format!("ui/package-lock.json: {why}"))?;
    // Inside node_modules, so that deleting the one forgets the other.
    let stamp = ui().join("node_modules").join(".installed-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    run(npm().current_dir(ui()).arg("ci"))?;
    fs::write(&stamp, lock).map_err(|why| format!("{}: {why}", stamp.display()))
}

/// What the app takes in when it is compiled: the packages, then the build.
pub fn ready() -> Outcome {
    packages()?;
    build()
}

/// Builds the window into `ui/dist`, unless that is newer than everything it is made of. Needs the packages.
pub fn build() -> Outcome {
    let built = modified(&ui().join("dist").join("index.html"));
    let newest = newest(&ui()).into_iter().chain(newest(&root().join("locales"))).max();
    if built.is_some() && built >= newest {
        println!("The window's build is up to date.");
        return Ok(());
    }
    run(&mut script("build"))
}

/// One of the scripts in `ui/package.json`.
pub fn script(name: &str) -> Command {
    let mut command = npm();
    command.current_dir(ui()).args(["run", "--silent", name]);
    command
}

/// The youngest time below `folder`, folders included: a deleted file makes its folder younger.
fn newest(folder: &Path) -> Option<SystemTime> {
    let mut newest = modified(folder);
    for entry in fs::read_dir(folder).ok()?.flatten() {
        let path = entry.path();
        if matches!(entry.file_name().to_str(), Some("node_modules" | "dist")) {
            continue;
        }
        let time = if path.is_dir() { self::newest(&path) } else { modified(&path) };
        newest = newest.max(time);
    }
    newest
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|file| file.modified()).ok()
}
