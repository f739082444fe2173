//! `cargo xtask bindings`: the window's types and its capability, written from the Rust contract.
//!
//! The writing itself is a test in hearth-core, which is also what fails while a committed file is stale.

use crate::process::{Outcome, cargo, run};
use crate::workspace::root;

pub fn write() -> Outcome {
    run(cargo().current_dir(root()).env("HEARTH_WRITE_BINDINGS", "1").args([
        "test",
        "--quiet",
        "--package",
        "hearth-core",
        "--lib",
        "bindings",
    ]))
}
