//! `cargo xtask test` and `cargo xtask check`: every step in order, none skipped because an earlier one failed.
//!
//! A step is a name, how long it took and what it counted; the last line of the output is the sum, alone. The tests
//! themselves are where the code is, and in `tests/`.

use std::fs;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use crate::bench;
use crate::frontend::{self, script};
use crate::licences;
use crate::process::{Outcome, cargo, run, stream};
use crate::system::{self, Use};
use crate::tally::{self, Tally};
use crate::workspace::{metadata, root, scratch};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    Whole,
    /// Without `tests/e2e`, which takes a real window.
    WithoutJourneys,
}

/// The integration test that drives the real window.
const JOURNEYS: &str = "e2e";

pub fn test(extent: Extent) -> ExitCode {
    let mut report = Report::default();
    let whole = extent == Extent::Whole;
    let uses: &[Use] = if whole { &[Use::Build, Use::Screen, Use::Journeys] } else { &[Use::Build] };
    report.step("system packages", || system::ensure(uses));
    quick_checks(&mut report);
    report.counted("window tests", vitest);
    let built = report.step("build of the tests", || {
        run(cargo().current_dir(root()).args(["test", "--workspace", "--locked", "--no-run"]).args(targets(extent)?))
    });
    if built {
        report.counted("tests", || cargo_test(extent));
        // On the build that the tests have made already it costs half a minute; a bench that nobody runs does not work.
        if whole && cfg!(target_os = "linux") {
            report.step("bench alarm, in small", || bench::alarm(bench::Extent::Quick));
            report.step("bench exchange, in small", || bench::exchange(bench::Extent::Quick));
            report.step("bench desk, in small", || bench::desk(bench::Extent::Quick, &bench::Part::ALL));
        }
    }
    report.step("licences", licences::check);
    println!("Known vulnerabilities are looked up where there is a network: .github/workflows/test.yml, deny.toml.");
    report.close()
}

pub fn check() -> ExitCode {
    let mut report = Report::default();
    report.step("system packages", || system::ensure(&[Use::Build]));
    quick_checks(&mut report);
    report.close()
}

/// Formatting, lints and types, of both halves. The window is built first: the shell takes it in when it compiles.
fn quick_checks(report: &mut Report) {
    report.step("npm packages", frontend::packages);
    report.step("window build", frontend::build);
    report.step("rustfmt", || run(cargo().current_dir(root()).args(["fmt", "--all", "--check"])));
    report.step("clippy", || {
        run(cargo().current_dir(root()).args([
            "clippy",
            "--workspace",
            "--all-targets",
            "--locked",
            "--",
            "-D",
            "warnings",
        ]))
    });
    report.step("window formatting", || run(&mut script("format")));
    report.step("window lint", || run(&mut script("lint")));
    report.step("window types", || run(&mut script("check")));
}

fn vitest() -> Outcome<Tally> {
    let file = scratch("vitest.json")?;
    // A report of an earlier run must not stand in for this one.
    if file.exists() {
        fs::remove_file(&file).map_err(|why| format!("{}: {why}", file.display()))?;
    }
    let output = format!("--outputFile.json={}", file.display());
    let ended = run(script("test").args(["--", "--reporter=default", "--reporter=json", &output]));
    let tally = match fs::read_to_string(&file) {
        Ok(report) => tally::of_vitest(&report)?,
        Err(_) => Tally::default(),
    };
    if let Err(why) = &ended {
        println!("{why}");
    }
    Ok(tally.ended(ended.is_ok() && tally != Tally::default()))
}

fn cargo_test(extent: Extent) -> Outcome<Tally> {
    let mut tally = Tally::default();
    let mut failed = Vec::new();
    let status = stream(
        cargo()
            .current_dir(root())
            // The lines are read here, so they must be plain, also where somebody asked for colours always.
            .env("CARGO_TERM_COLOR", "never")
            // notify-rust panics where a bus ends under it, which is contained; but a backtrace of it takes a debug build
            // seconds, in which the thread that drives all bubbles stands.
            .env("RUST_BACKTRACE", "0")
            .args(["test", "--workspace", "--locked", "--no-fail-fast"])
            .args(targets(extent)?),
        |line| {
            tally = tally + tally::of_cargo_line(line).unwrap_or_default();
            failed.extend(tally::failed_test(line).map(str::to_owned));
        },
    )?;
    for name in &failed {
        println!("FAILED: {name}");
    }
    Ok(tally.ended(status.success()))
}

/// Which targets `cargo test` is asked for: all, or all but the journeys, which it can only be told by naming the rest.
fn targets(extent: Extent) -> Outcome<Vec<String>> {
    if extent == Extent::Whole {
        return Ok(Vec::new());
    }
    let metadata = metadata(&["--no-deps", "--offline"])?;
    let targets = metadata["packages"].as_array().into_iter().flatten();
    let integration = targets
        .flat_map(|package| package["targets"].as_array().into_iter().flatten())
        .filter(|target| target["kind"][0] == "test")
        .filter_map(|target| target["name"].as_str())
        .filter(|name| *name != JOURNEYS);
    Ok(["--lib", "--bins"]
        .map(str::to_owned)
        .into_iter()
        .chain(integration.flat_map(|name| ["--test".to_owned(), name.to_owned()]))
        .collect())
}

/// What was done so far, and how it went.
#[derive(Default)]
pub struct Report {
    steps: Vec<(String, Duration, Tally)>,
}

impl Report {
    /// Does something that holds or does not, and counts as one.
    pub fn step(&mut self, name: &str, work: impl FnOnce() -> Outcome) -> bool {
        self.counted(name, || work().map(|()| Tally::PASSED))
    }

    /// Does something that counts for itself; not getting to the counting is one failure.
    pub fn counted(&mut self, name: &str, work: impl FnOnce() -> Outcome<Tally>) -> bool {
        println!("\n== {name}");
        let begun = Instant::now();
        let tally = work().unwrap_or_else(|why| {
            println!("{why}");
            Tally::FAILED
        });
        let took = begun.elapsed();
        println!("== {name}: {tally} ({})", seconds(took));
        self.steps.push((name.to_owned(), took, tally));
        tally.failed == 0
    }

    /// Says how every step went, and the sum as the last line, alone.
    pub fn close(self) -> ExitCode {
        println!();
        for (name, took, tally) in &self.steps {
            let mark = if tally.failed == 0 { " " } else { "!" };
            println!("{mark} {name:<22} {:>9}  {tally}", seconds(*took));
        }
        let sum = self.steps.iter().fold(Tally::default(), |sum, (_, _, tally)| sum + *tally);
        println!("{sum}");
        if sum.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

fn seconds(took: Duration) -> String {
    format!("{:.1} s", took.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_step_does_not_keep_the_next_from_being_done() {
        let mut report = Report::default();
        assert!(!report.step("breaks", || Err("broken".into())), "the caller learns of it");
        assert!(report.step("holds", || Ok(())), "and goes on");
        assert!(report.counted("counts", || Ok(Tally { passed: 3, failed: 0 })), "a counting step too");
        assert_eq!(report.steps.len(), 3, "each is in the report");
        assert_eq!(report.close(), ExitCode::FAILURE, "one failure fails the whole");
    }

    #[test]
    fn without_the_journeys_every_other_target_is_named() {
        let targets = targets(Extent::WithoutJourneys).unwrap();
        assert!(!targets.iter().any(|name| name == JOURNEYS), "the journeys are what is left out");
        assert!(targets.starts_with(&["--lib".into(), "--bins".into()]), "unit tests are always in");
        assert!(self::targets(Extent::Whole).unwrap().is_empty(), "cargo's own choice is everything");
    }
}
