//! Counts of passed and failed, read from what cargo and vitest print for machines.
//!
//! Nothing is run here.

use serde_json::Value;

/// How many held, how many did not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
}

impl Tally {
    pub const PASSED: Self = Self { passed: 1, failed: 0 };
    pub const FAILED: Self = Self { passed: 0, failed: 1 };

    /// A run that ended badly without naming a failed test (a crash, a suite that did not load) failed all the same.
    pub fn ended(self, well: bool) -> Self {
        if well || self.failed > 0 { self } else { Self { failed: 1, ..self } }
    }
}

impl std::ops::Add for Tally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// The counts in one line of `cargo test`, if it is the closing line of a test binary.
pub fn of_cargo_line(line: &str) -> Option<Tally> {
    let counts = line.trim().strip_prefix("test result: ")?.split_once(". ")?.1;
    let count = |of: &str| counts.split("; ").find_map(|part| part.strip_suffix(of)?.trim().parse().ok());
    Some(Tally { passed: count(" passed")?, failed: count(" failed")? })
}

/// The name in a line of `cargo test` that reports a failed test.
pub fn failed_test(line: &str) -> Option<&str> {
    line.strip_prefix("test ")?.strip_suffix(" ... FAILED")
}

/// The counts in vitest's JSON report.
pub fn of_vitest(report: &str) -> Result<Tally, String> {
    let report: Value = serde_json::from_str(report).map_err(|why| format!("vitest's report is not JSON: {why}"))?;
    let count = |key: &str| report[key].as_u64().ok_or_else(|| format!("vitest's report has no {key}"));
    let tally = Tally { passed: count("numPassedTests")?, failed: count("numFailedTests")? };
    Ok(tally.ended(report["success"] == true))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_line_of_a_test_binary_is_counted() {
        let line = "test result: FAILED. 41 passed; 2 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.31s";
        assert_eq!(of_cargo_line(line), Some(Tally { passed: 41, failed: 2 }), "ignored ones neither held nor broke");
        let line = "test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        assert_eq!(of_cargo_line(line), Some(Tally::default()), "an empty binary counts for nothing");
    }

    #[test]
    fn other_lines_are_not_counted() {
        for line in ["running 3 tests", "test a::b ... ok", "", "test result: ok", "error: test failed"] {
            assert_eq!(of_cargo_line(line), None, "`{line}` closes no test binary");
        }
        assert_eq!(
            failed_test("test lifecycle::too_late ... FAILED"),
            Some("lifecycle::too_late"),
            "named for the end"
        );
        assert_eq!(failed_test("test lifecycle::in_time ... ok"), None, "only failures are named");
    }

    #[test]
    fn a_vitest_report_is_counted() {
        let report = r#"{"numTotalTests":5,"numPassedTests":4,"numFailedTests":1,"success":false}"#;
        assert_eq!(of_vitest(report), Ok(Tally { passed: 4, failed: 1 }), "the report's own numbers");
        assert!(of_vitest("{}").is_err(), "a report without numbers must not pass as zero failures");
        assert!(of_vitest("").is_err(), "nor must an empty one");
    }

    #[test]
    fn a_run_that_dies_without_a_failed_test_still_failed() {
        let report = r#"{"numPassedTests":4,"numFailedTests":0,"success":false}"#;
        assert_eq!(of_vitest(report), Ok(Tally { passed: 4, failed: 1 }), "a suite that did not load has no tests");
        assert_eq!(Tally::default().ended(false), Tally::FAILED, "a crash before the first result is a failure");
        assert_eq!(Tally::FAILED.ended(false), Tally::FAILED, "a failure that was counted is not counted twice");
    }
}
