//! The report of a bench: a table for the eye, and `target/bench/NAME.json` for comparing two runs.
//!
//! Every bench reports in this form. A figure is a handful of samples, summed up, beside the floor: what the same thing
//! costs at least, measured in the same run on the same machine. Nothing is judged here.

use std::fs;
use std::process::Command;

use serde_json::{Value, json};

use super::Extent;
use crate::process::{Outcome, capture};
use crate::workspace::target;

/// One measured thing.
#[derive(Clone, Debug)]
pub struct Figure {
    pub name: String,
    pub unit: &'static str,
    pub samples: Vec<f64>,
    /// The same of the least that could do it; empty where nothing can be compared.
    pub floor: Vec<f64>,
    /// What the numbers alone do not say.
    pub note: Option<String>,
}

impl Figure {
    fn median(&self) -> Option<f64> {
        quantile(&self.samples, 50)
    }

    fn floor(&self) -> Option<f64> {
        quantile(&self.floor, 50)
    }

    /// How many times the floor it is, by the medians; nothing is a multiple of nothing.
    fn ratio(&self) -> Option<f64> {
        Some(self.median()? / self.floor().filter(|floor| *floor > 0.0)?)
    }

    fn json(&self) -> Value {
        json!({
            "name": self.name,
            "n": self.samples.len(),
            "median": self.median(),
            "p95": quantile(&self.samples, 95),
            "p99": quantile(&self.samples, 99),
            "unit": self.unit,
            "floor": self.floor(),
            "floor_p99": quantile(&self.floor, 99),
            "ratio": self.ratio(),
            "note": self.note,
        })
    }

    fn row(&self) -> [String; 9] {
        [
            self.name.clone(),
            self.samples.len().to_string(),
            shown(self.median()),
            shown(quantile(&self.samples, 95)),
            shown(quantile(&self.samples, 99)),
            self.unit.to_owned(),
            shown(self.floor()),
            shown(quantile(&self.floor, 99)),
            shown(self.ratio()),
        ]
    }
}

const HEAD: [&str; 9] = ["name", "n", "median", "p95", "p99", "unit", "floor", "floor p99", "ratio"];

/// The figures of one bench.
pub struct Report {
    name: &'static str,
    extent: Extent,
    figures: Vec<Figure>,
}

impl Report {
    pub fn new(name: &'static str, extent: Extent) -> Self {
        Self { name, extent, figures: Vec::new() }
    }

    pub fn add(&mut self, figures: impl IntoIterator<Item = Figure>) {
        self.figures.extend(figures);
    }

    /// Prints the table and writes the file.
    pub fn close(&self) -> Outcome {
        let build = match self.extent {
            Extent::Full => "release",
            Extent::Quick => "debug",
        };
        let machine = machine();
        println!("\nbench {}, {build} build, {}", self.name, machine["summary"].as_str().unwrap_or_default());
        print!("{}", table(&self.figures));
        if self.extent == Extent::Quick {
            println!("This was the quick form, on a debug build: it works, and the figures mean nothing.");
        }
        let folder = target()?.join("bench");
        fs::create_dir_all(&folder).map_err(|why| format!("{}: {why}", folder.display()))?;
        let file = folder.join(format!("{}.json", self.name));
        let entries: Vec<Value> = self.figures.iter().map(Figure::json).collect();
        let quick = self.extent == Extent::Quick;
        let report =
            json!({ "bench": self.name, "quick": quick, "build": build, "machine": machine, "entries": entries });
        fs::write(&file, format!("{report:#}\n")).map_err(|why| format!("{}: {why}", file.display()))?;
        println!("Written: {}", file.display());
        Ok(())
    }
}

/// The table with its notes, each line ended.
fn table(figures: &[Figure]) -> String {
    let rows: Vec<[String; 9]> =
        std::iter::once(HEAD.map(str::to_owned)).chain(figures.iter().map(Figure::row)).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..HEAD.len()).map(width).collect();
    let mut text = String::new();
    for row in &rows {
        let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, &width))| match HEAD[column] {
            "name" | "unit" => format!("{cell:<width$}"),
            _ => format!("{cell:>width$}"),
        });
        text.push_str(cells.collect::<Vec<_>>().join("  ").trim_end());
        text.push('\n');
    }
    for figure in figures {
        if let Some(note) = &figure.note {
            text.push_str(&format!("{}: {note}\n", figure.name));
        }
    }
    text
}

/// The sample below or at which so many in a hundred lie (nearest rank): always one that was measured.
pub fn quantile(samples: &[f64], percent: usize) -> Option<f64> {
    let mut sorted = samples.to_vec();
    sorted.sort_by(f64::total_cmp);
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    sorted.get(rank - 1).copied()
}

/// Three digits, or more where they stand before the point; a dash for what there is not.
pub fn shown(number: Option<f64>) -> String {
    match number {
        None => "-".to_owned(),
        Some(number) if number.abs() >= 100.0 => format!("{number:.0}"),
        Some(number) if number.abs() >= 10.0 => format!("{number:.1}"),
        Some(number) if number.abs() >= 1.0 || number == 0.0 => format!("{number:.2}"),
        Some(number) => format!("{number:.3}"),
    }
}

/// What it was measured on: a figure without its machine says little.
fn machine() -> Value {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let field = |file: &str, key: &str| {
        let text = fs::read_to_string(file).unwrap_or_default();
        let line = text.lines().find(|line| line.starts_with(key)).unwrap_or_default();
        line.split_once(':').map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
    };
    let processor = field("/proc/cpuinfo", "model name");
    let kilobytes: u64 = field("/proc/meminfo", "MemTotal").trim_end_matches(" kB").parse().unwrap_or(0);
    let memory = kilobytes.div_ceil(1024 * 1024);
    let system = capture(Command::new("uname").arg("-sr")).unwrap_or_default().trim().to_owned();
    let summary = format!("{cores} cores ({processor}), {memory} GB, {system}");
    json!({ "cores": cores, "processor": processor, "memory_gb": memory, "system": system, "summary": summary })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(samples: &[f64], floor: &[f64]) -> Figure {
        Figure {
            name: "due_to_bus".into(),
            unit: "ms",
            samples: samples.to_vec(),
            floor: floor.to_vec(),
            note: Some("100 of 100 told".into()),
        }
    }

    #[test]
    fn a_quantile_is_a_sample_that_was_measured() {
        let samples: Vec<f64> = (1..=10).rev().map(f64::from).collect();
        assert_eq!(quantile(&samples, 50), Some(5.0), "half of them are not above it");
        assert_eq!(quantile(&samples, 95), Some(10.0), "of ten the worst stands for the last twentieth");
        assert_eq!(quantile(&[3.0], 99), Some(3.0), "one sample is all there is to say");
        assert_eq!(quantile(&[], 50), None, "nothing was measured");
    }

    #[test]
    fn an_entry_has_what_two_runs_are_compared_by() {
        let json = figure(&[3.0, 1.0, 2.0], &[0.5, 0.5]).json();
        for key in ["name", "n", "median", "p95", "unit", "floor", "ratio"] {
            assert!(!json[key].is_null(), "{key} is promised: {json}");
        }
        assert_eq!((json["n"].as_u64(), json["ratio"].as_f64()), (Some(3), Some(4.0)), "a median of 2 over 0.5");
    }

    #[test]
    fn what_has_no_floor_has_no_ratio() {
        assert!(figure(&[1.0], &[]).json()["ratio"].is_null(), "there is nothing to compare with");
        assert!(figure(&[1.0], &[0.0]).json()["ratio"].is_null(), "JSON has no infinity");
    }

    #[test]
    fn the_table_names_every_figure_and_its_note() {
        let table = table(&[figure(&[12.5, 250.0], &[0.25])]);
        let lines: Vec<&str> = table.lines().collect();
        assert!(lines[0].starts_with("name") && lines[1].starts_with("due_to_bus"), "head and row:\n{table}");
        assert!(lines[1].contains("12.5") && lines[1].contains("250"), "median and tail:\n{table}");
        assert_eq!(lines[2], "due_to_bus: 100 of 100 told", "the note stands below");
    }
}
