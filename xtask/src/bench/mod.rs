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

/// What `bench desk` is made of; each part can be measured without the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Lists, filters, counts and actions in the core, and the size of the file.
    Core,
    /// How soon the window is there.
    Cold,
    /// What happens in the window's page.
    Page,
    /// What the window keeps in memory.
    Memory,
}

impl Part {
    pub const ALL: [Self; 4] = [Self::Core, Self::Cold, Self::Page, Self::Memory];

    const fn name(self) -> &'static str {
        match self {
            Self::Core => "core",
            Self::Cold => "cold",
            Self::Page => "page",
            Self::Memory => "memory",
        }
    }

    /// What its report is called when it is the only part, so that the report of the whole is not written over.
    const fn report(self) -> &'static str {
        match self {
            Self::Core => "desk-core",
            Self::Cold => "desk-cold",
            Self::Page => "desk-page",
            Self::Memory => "desk-memory",
        }
    }

    fn named(name: &str) -> Outcome<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name).ok_or_else(|| {
            format!("`bench desk` has no part `{name}`. There is: {}.", Self::ALL.map(Self::name).join(", "))
        })
    }
}

pub fn bench(args: &[&str]) -> Outcome {
    match args {
        ["alarm"] => alarm(Extent::Full),
        ["alarm", "--quick"] => alarm(Extent::Quick),
        ["exchange"] => exchange(Extent::Full),
        ["exchange", "--quick"] => exchange(Extent::Quick),
        ["desk"] => desk(Extent::Full, &Part::ALL),
        ["desk", "--quick"] => desk(Extent::Quick, &Part::ALL),
        ["desk", "--only", part] => desk(Extent::Full, &[Part::named(part)?]),
        ["desk", "--only", part, "--quick"] => desk(Extent::Quick, &[Part::named(part)?]),
        other => Err(format!(
            "`bench {}` is not known. There is: `bench alarm`, `bench desk [--only PART]` and `bench exchange`, each with \
             `--quick`.",
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

/// How fast a desk of a million leads answers, in the core and in its window: the given parts of it.
pub fn desk(extent: Extent, parts: &[Part]) -> Outcome {
    if !cfg!(target_os = "linux") {
        return Err("What is on a screen is read from Xvfb, and what a process uses from /proc: Linux only.".into());
    }
    system::ensure(&[Use::Build, Use::Screen, Use::Journeys])?;
    frontend::ready()?;
    let programs = Programs::build(extent)?;
    let mut report = Report::new(if let [only] = parts { only.report() } else { "desk" }, extent);
    for part in parts {
        match part {
            Part::Core => {
                report.add(of_core::desk(extent)?);
                report.add(of_core::size(extent)?);
            }
            Part::Cold => report.add(window::cold(&programs, extent)?),
            Part::Page => report.add(window::page(&programs, extent)?),
            Part::Memory => report.add(window::memory(&programs, extent)?),
        }
    }
    report.close()
}

/// How fast 100,000 leads come in and go out, and what memory that takes.
pub fn exchange(extent: Extent) -> Outcome {
    system::ensure(&[Use::Build])?;
    let mut report = Report::new("exchange", extent);
    report.add(of_core::exchange(extent)?);
    report.close()
}
