//! `cargo xtask icons`: the tray's icons, made of their SVG files by the renderer in the Tauri CLI.
//!
//! What is made is committed, so that a build needs no renderer. The app's own icon is made of `icons/hearth.svg` by
//! `tauri icon` as it is.

use std::fs;
use std::process::Command;

use crate::frontend;
use crate::process::{Outcome, run};
use crate::workspace::{root, scratch, ui};

/// The tray's three states: see `src-tauri/src/tray/look.rs`.
const STATES: [&str; 3] = ["calm", "waiting", "urgent"];
/// The sizes that panels use, in pixels.
const SIZES: [&str; 5] = ["16", "22", "24", "32", "48"];

pub fn make() -> Outcome {
    frontend::packages()?;
    let tauri = ui().join("node_modules").join(".bin").join(if cfg!(windows) { "tauri.cmd" } else { "tauri" });
    let icons = root().join("icons").join("tray");
    for state in STATES {
        let made = scratch(&format!("tray-{state}"))?;
        run(Command::new(&tauri)
            .current_dir(root())
            .arg("icon")
            .arg(icons.join(format!("{state}.svg")))
            .arg("--output")
            .arg(&made)
            .args(["--png", &SIZES.join(",")]))?;
        for size in SIZES {
            let (from, to) = (made.join(format!("{size}x{size}.png")), icons.join(format!("{state}-{size}.png")));
            fs::copy(&from, &to).map_err(|why| format!("{}: {why}", to.display()))?;
        }
    }
    println!("Made {} files in {}.", STATES.len() * SIZES.len(), icons.display());
    Ok(())
}
