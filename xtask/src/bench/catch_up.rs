//! How long the alarm takes to catch up after a weekend, on a desk of 100,000 open leads.
//!
//! It needs the core and no window, so it is a bench of the core (`src-tauri/core/benches/catch_up.rs`), which prints its
//! samples; here they are collected.

use serde_json::Value;

use super::Extent;
use super::report::Figure;
use crate::process::{Outcome, capture, cargo, run};
use crate::workspace::root;

pub fn measure(extent: Extent) -> Outcome<Vec<Figure>> {
    let target: &[&str] = match extent {
        Extent::Full => &["bench", "--locked", "--package", "hearth-core", "--bench", "catch_up"],
        // With the whole workspace, so that it is the core that the tests have built already. Not xtask, which runs.
        Extent::Quick => &["test", "--locked", "--workspace", "--exclude", "xtask", "--bench", "catch_up"],
    };
    println!("\nCatching up after a weekend.");
    // Built in sight, since it may take a while; what the bench itself prints is for us.
    run(cargo().current_dir(root()).args(target).arg("--no-run"))?;
    let quick: &[&str] = if extent == Extent::Quick { &["--", "--quick"] } else { &[] };
    let printed = capture(cargo().current_dir(root()).args(target).arg("--quiet").args(quick))?;
    printed.lines().filter(|line| line.starts_with('{')).map(figure).collect()
}

fn figure(line: &str) -> Outcome<Figure> {
    let figure: Value =
        serde_json::from_str(line).map_err(|why| format!("the core's bench printed `{line}`: {why}"))?;
    let numbers =
        |key: &str| -> Vec<f64> { figure[key].as_array().into_iter().flatten().filter_map(Value::as_f64).collect() };
    Ok(Figure {
        name: figure["name"].as_str().ok_or_else(|| format!("the core's bench names nothing: `{line}`"))?.to_owned(),
        unit: "ms",
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
        assert_eq!((read.name.as_str(), read.unit), ("catch_up_100k", "ms"), "its name, and milliseconds always");
        assert_eq!((read.samples, read.floor), (vec![2.5, 3.0], vec![0.5]), "as they were measured");
        assert!(figure("{}").is_err(), "what has no name cannot be reported");
    }
}
