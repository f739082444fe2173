//! The programs that are measured, and those that are measured with: built, and where they lie.

use std::path::PathBuf;

use super::Extent;
use crate::process::{Outcome, cargo, run};
use crate::workspace::{root, target};

pub struct Programs {
    folder: PathBuf,
}

impl Programs {
    pub fn build(extent: Extent) -> Outcome<Self> {
        let (args, folder): (&[&str], _) = match extent {
            // With Tauri as the bundle has it.
            Extent::Full => (
                &[
                    "--release",
                    "--package",
                    "hearth",
                    "--package",
                    "hearth-cli",
                    "--package",
                    "yardstick",
                    "--features",
                    "tauri/custom-protocol",
                ],
                "release",
            ),
            // With the tests, so that it is the build that `cargo xtask test` has made already. Not xtask, which runs.
            Extent::Quick => (&["--workspace", "--exclude", "xtask", "--tests"], "debug"),
        };
        run(cargo().current_dir(root()).args(["build", "--locked", "--bins"]).args(args))?;
        Ok(Self { folder: target()?.join(folder) })
    }

    pub fn hearth(&self) -> PathBuf {
        self.folder.join("hearth")
    }

    /// The terminal, by which leads come in without a click.
    pub fn hearth_cli(&self) -> PathBuf {
        self.folder.join("hearth-cli")
    }

    pub fn empty_window(&self) -> PathBuf {
        self.folder.join("empty_window")
    }

    pub fn desktop(&self) -> PathBuf {
        self.folder.join("desktop")
    }

    pub fn bare_timer(&self) -> PathBuf {
        self.folder.join("bare_timer")
    }
}
