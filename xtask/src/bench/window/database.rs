//! The leads that the window is measured with: made by the core's bench, once, and copied for each program that works on them.

use std::path::PathBuf;

use super::super::Extent;
use super::super::stage::Stage;
use crate::process::{Outcome, cargo, run};
use crate::workspace::{root, target};

/// Lays a database of so many leads, the same in every run, into the stage's data folder.
pub fn lay(stage: &Stage, leads: u32, extent: Extent) -> Outcome {
    let made = made(leads, extent)?;
    let place = stage.data().join("hearth.db");
    std::fs::copy(&made, &place).map_err(|why| format!("{}: {why}", made.display()))?;
    Ok(())
}

fn made(leads: u32, extent: Extent) -> Outcome<PathBuf> {
    let place = target()?.join("bench").join(format!("desk-{leads}.db"));
    let build: &[&str] = match extent {
        Extent::Full => &["bench", "--locked", "--package", "hearth-core", "--bench", "desk"],
        Extent::Quick => &["test", "--locked", "--workspace", "--exclude", "xtask", "--bench", "desk"],
    };
    let leads = leads.to_string();
    run(cargo().current_dir(root()).args(build).args(["--quiet", "--", "--make", &leads]).arg(&place))?;
    Ok(place)
}
