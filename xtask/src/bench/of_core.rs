//! What needs the core and no window, and so is a bench of the core (`src-tauri/core/benches`), which prints its samples: how
//! long the alarm takes to catch up after a weekend, and how fast files come in and go out. Here the samples are collected.

use serde_json::Value;

use super::Extent;
use super::report::Figure;
use crate::process::{Outcome, capture, cargo, run};
use crate::workspace::root;

/// Catching up after a weekend, on a desk of 100,000 open leads.
pub fn catch_up(extent: Extent) -> Outcome<Vec<Figure>> {
    println!("\nCatching up after a weekend.");
    measure("catch_up", &[], extent)
}

/// 100,000 leads in and out.
pub fn exchange(extent: Extent) -> Outcome<Vec<Figure>> {
    println!("\nFiles in and out.");
    measure("exchange", &[], extent)
}

/// Lists, filters and counts of a desk of a million leads.
pub fn desk(extent: Extent) -> Outcome<Vec<Figure>> {
    println!("\nThe desk. A million leads are made at the first time, which takes some minutes.");
    measure("desk", &[], extent)
}

/// How large a database becomes.
pub fn size(extent: Extent) -> Outcome<Vec<Figure>> {
    measure("exchange", &["--size-only"], extent)
}

fn measure(bench: &str, more: &[&str], extent: Extent) -> Outcome<Vec<Figure>> {
    let target: &[&str] = match extent {
        Extent::Full => &["bench", "--locked", "--package", "hearth-core", "--bench", bench],
        // With the whole workspace, so that it is the core that the tests have built already. Not xtask, which runs.
        Extent::Quick => &["test", "--locked", "--workspace", "--exclude", "xtask", "--bench", bench],
    };
    // Built in sight, since it may take a while; what the bench itself prints is for us.
    run(cargo().current_dir(root()).args(target).arg("--no-run"))?;
    let quick: &[&str] = if extent == Extent::Quick { &["--quick"] } else { &[] };
    let printed = capture(cargo().current_dir(root()).args(target).args(["--quiet", "--"]).args(more).args(quick))?;
    printed.lines().filter(|line| line.starts_with('{')).map(figure).collect()
}

fn figure(line: &str) -> Outcome<Figure> {
    let figure: Value =
        serde_json::from_str(line).map_err(|why| format!("the core's bench printed `{line}`: {why}"))?;
    let numbers =
        |key: &str| -> Vec<f64> { figure[key].as_array().into_iter().flatten().filter_map(Value::as_f64).collect() };
    Ok(Figure {
        name: figure["name"].as_str().ok_or_else(|| format!("the core's bench names nothing: `{line}`"))?.to_owned(),
        unit: match figure["unit"].as_str() {
            Some("rows/s") => "rows/s",
            Some("leads/s") => "leads/s",
            Some("MB") => "MB",
            Some("s") => "s",
            Some("bytes/lead") => "bytes/lead",
            Some("bytes") => "bytes",
            _ => "ms",
        },
        samples: numbers("samples"),
        floor: numbers("floor"),
        note: figure["note"].as_str().map(str::to_owned),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_cores_bench_becomes_a_figure() {
        let line = r#"{"name":"catch_up_100k","samples":[2.5,3],"floor":[0.5],"note":"1,000 due"}"#;
        let read = figure(line).unwrap();
        assert_eq!(
            (read.name.as_str(), read.unit),
            ("catch_up_100k", "ms"),
            "its name, and milliseconds if it does not say"
        );
        assert_eq!((read.samples, read.floor), (vec![2.5, 3.0], vec![0.5]), "as they were measured");
        let rows = figure(r#"{"name":"import_100k","unit":"rows/s","samples":[9]}"#).unwrap();
        assert_eq!(rows.unit, "rows/s", "what is no time says so");
        assert!(figure("{}").is_err(), "what has no name cannot be reported");
    }
}
