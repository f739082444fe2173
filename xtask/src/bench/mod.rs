//! `cargo xtask bench WHAT`: figures of the real app, beside a floor that is measured in the same run.
//!
//! A figure is printed and written down, never asserted: how it is judged is for who reads it. What each one means is in
//! docs/performance.md; how they are summed up is in `report`.

mod due;
mod idle;
mod of_core;
mod programs;
mod report;
mod stage;
mod threads;
mod window;

use crate::frontend;
use crate::process::Outcome;
use crate::system::{self, Use};

use programs::Programs;
use report::Report;

/// How much is measured, and on which build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// As the figures are meant, on the release build.
    Full,
    /// Once and in small, on the debug build of the tests: whether it works at all.
    Quick,
}

pub fn bench(args: &[&str]) -> Outcome {
    match args {
        ["alarm"] => alarm(Extent::Full),
        ["alarm", "--quick"] => alarm(Extent::Quick),
        ["exchange"] => exchange(Extent::Full),
        ["exchange", "--quick"] => exchange(Extent::Quick),
        ["desk"] => desk(Extent::Full),
        ["desk", "--quick"] => desk(Extent::Quick),
        other => Err(format!(
            "`bench {}` is not known. There is: `bench alarm`, `bench desk` and `bench exchange`, each with `--quick`.",
            other.join(" ")
        )),
    }
}

/// What the alarm costs while nothing is due, how late it tells, and how long it takes to catch up.
pub fn alarm(extent: Extent) -> Outcome {
    if !cfg!(target_os = "linux") {
        return Err("What a process uses is read from /proc, and notifications from a private bus: Linux only.".into());
    }
    system::ensure(&[Use::Build, Use::Screen])?;
    frontend::ready()?;
    let programs = Programs::build(extent)?;
    let mut report = Report::new("alarm", extent);
    report.add(of_core::catch_up(extent)?);
    report.add(due::measure(&programs, extent)?);
    report.add(idle::measure(&programs, extent)?);
    report.close()
}

/// How fast a desk of a million leads answers, in the core and in its window.
pub fn desk(extent: Extent) -> Outcome {
    if !cfg!(target_os = "linux") {
        return Err("What is on a screen is read from Xvfb, and what a process uses from /proc: Linux only.".into());
    }
    system::ensure(&[Use::Build, Use::Screen, Use::Journeys])?;
    frontend::ready()?;
    let programs = Programs::build(extent)?;
    let mut report = Report::new("desk", extent);
    report.add(of_core::desk(extent)?);
    report.add(of_core::size(extent)?);
    report.add(window::measure(&programs, extent)?);
    report.close()
}

/// How fast 100,000 leads come in and go out, and what memory that takes.
pub fn exchange(extent: Extent) -> Outcome {
    system::ensure(&[Use::Build])?;
    let mut report = Report::new("exchange", extent);
    report.add(of_core::exchange(extent)?);
    report.close()
}
