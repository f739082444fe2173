//! Whether everything that Hearth is made of may be given away with it: the licences of crates and npm packages.
//!
//! Read from what cargo resolved for this system and what npm installed, so that it works offline. Licences of the
//! other systems' crates and known vulnerabilities are cargo-deny's part, in CI.

use std::fs;

use serde_json::Value;

use crate::process::{Outcome, capture};
use crate::workspace::{metadata, ui};

/// Licences that ask no more than to be named, or to publish changes of their own files (MPL). `deny.toml` says the
/// same to cargo-deny.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Further ones for npm packages, most of which only work on the code and are no part of the app.
const ALLOWED_TOOLS: &[&str] = &["BlueOak-1.0.0", "CC-BY-3.0", "CC-BY-4.0", "Python-2.0"];

/// Fails with one line for every package whose licence is not among the allowed.
pub fn check() -> Outcome {
    let crates = crates()?;
    let npm = npm()?;
    let refused: Vec<String> = crates
        .iter()
        .filter(|(_, licence)| !allows(licence, &|one| ALLOWED.contains(&one)))
        .chain(
            npm.iter()
                .filter(|(_, licence)| !allows(licence, &|one| ALLOWED.contains(&one) || ALLOWED_TOOLS.contains(&one))),
        )
        .map(|(name, licence)| format!("  {name}: {licence}"))
        .collect();
    println!("{} crates and {} npm packages.", crates.len(), npm.len());
    if refused.is_empty() { Ok(()) } else { Err(format!("Licences that are not allowed:\n{}", refused.join("\n"))) }
}

/// Name and licence of every crate that is built on this system.
fn crates() -> Outcome<Vec<(String, String)>> {
    let rustc = capture(std::process::Command::new("rustc").arg("-vV"))?;
    let host = rustc.lines().find_map(|line| line.strip_prefix("host: ")).ok_or("rustc names no host")?;
    // Offline, and so only for this system: the crates of others were never downloaded.
    let metadata = metadata(&["--offline", "--filter-platform", host])?;
    let packages = metadata["packages"].as_array().ok_or("cargo names no packages")?;
    Ok(packages.iter().map(|package| (named(package), licence(package))).collect())
}

/// Name and licence of every npm package that is installed.
fn npm() -> Outcome<Vec<(String, String)>> {
    let lock = fs::read_to_string(ui().join("package-lock.json")).map_err(|why| format!("package-lock.json: {why}"))?;
    let lock: Value = serde_json::from_str(&lock).map_err(|why| format!("package-lock.json: {why}"))?;
    let packages = lock["packages"].as_object().ok_or("package-lock.json names no packages")?;
    let mut found = Vec::new();
    for place in packages.keys().filter(|place| !place.is_empty()) {
        let file = ui().join(place).join("package.json");
        // Locked for another system, and so not installed on this one.
        let Ok(package) = fs::read_to_string(&file) else { continue };
        let package: Value = serde_json::from_str(&package).map_err(|why| format!("{}: {why}", file.display()))?;
        found.push((named(&package), licence(&package)));
    }
    if found.is_empty() { Err("no npm package is installed".into()) } else { Ok(found) }
}

fn named(package: &Value) -> String {
    let text = |key: &str| package[key].as_str().unwrap_or("?").to_owned();
    format!("{} {}", text("name"), text("version"))
}

/// The licence as written; older npm packages have an object or a list of them.
fn licence(package: &Value) -> String {
    let one = |value: &Value| value.as_str().or_else(|| value["type"].as_str()).map(str::to_owned);
    one(&package["license"])
        .or_else(|| Some(package["licenses"].as_array()?.iter().filter_map(one).collect::<Vec<_>>().join(" OR ")))
        .unwrap_or_else(|| "none named".into())
}

/// Whether an SPDX expression can be met with allowed licences alone: `OR` is a choice, `AND` is not, and `AND` binds
/// tighter. The old `/` of crates.io is an `OR`. What cannot be read is not allowed.
fn allows(expression: &str, allowed: &dyn Fn(&str) -> bool) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    any(&mut rest, allowed).is_some_and(|met| met && rest.is_empty())
}

fn any(words: &mut &[&str], allowed: &dyn Fn(&str) -> bool) -> Option<bool> {
    let mut met = all(words, allowed)?;
    while let [word, rest @ ..] = *words
        && word.eq_ignore_ascii_case("or")
    {
        *words = rest;
        met |= all(words, allowed)?;
    }
    Some(met)
}

fn all(words: &mut &[&str], allowed: &dyn Fn(&str) -> bool) -> Option<bool> {
    let mut met = one(words, allowed)?;
    while let [word, rest @ ..] = *words
        && word.eq_ignore_ascii_case("and")
    {
        *words = rest;
        met &= one(words, allowed)?;
    }
    Some(met)
}

fn one(words: &mut &[&str], allowed: &dyn Fn(&str) -> bool) -> Option<bool> {
    match *words {
        ["(", rest @ ..] => {
            *words = rest;
            let met = any(words, allowed)?;
            *words = words.strip_prefix(&[")"])?;
            Some(met)
        }
        [name, with, exception, rest @ ..] if with.eq_ignore_ascii_case("with") => {
            *words = rest;
            // An exception only grants more, so the licence alone is enough.
            Some(allowed(&format!("{name} WITH {exception}")) || allowed(name))
        }
        [name, rest @ ..] if !matches!(*name, ")" | "AND" | "OR") => {
            *words = rest;
            Some(allowed(name))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn permitted(expression: &str) -> bool {
        allows(expression, &|one| ALLOWED.contains(&one))
    }

    #[test]
    fn one_allowed_choice_is_enough() {
        for expression in ["MIT", "MIT OR Apache-2.0", "Apache-2.0/MIT", "MIT OR LGPL-2.1-or-later", "(MIT OR GPL-3.0)"]
        {
            assert!(permitted(expression), "`{expression}` can be met by an allowed licence");
        }
    }

    #[test]
    fn every_part_of_an_and_must_be_allowed() {
        assert!(permitted("(MIT OR Apache-2.0) AND Unicode-3.0"), "both halves can be met");
        assert!(!permitted("MIT AND GPL-3.0"), "the second half cannot");
        assert!(permitted("GPL-3.0 AND MIT OR ISC"), "AND binds tighter: ISC alone meets it");
        assert!(!permitted("GPL-3.0 AND (MIT OR ISC)"), "brackets bind tighter still");
    }

    #[test]
    fn an_exception_belongs_to_its_licence() {
        assert!(permitted("Apache-2.0 WITH LLVM-exception"), "allowed as a whole");
        assert!(!permitted("GPL-2.0 WITH Classpath-exception-2.0"), "an exception does not allow the licence");
    }

    #[test]
    fn what_cannot_be_read_is_not_allowed() {
        for expression in ["", "none named", "MIT OR", "(MIT", "MIT)", "AND MIT", "SEE LICENSE IN LICENSE.md"] {
            assert!(!permitted(expression), "`{expression}` is not a licence that somebody allowed");
        }
    }

    #[test]
    fn cargo_deny_is_told_the_same_list() {
        let deny = fs::read_to_string(crate::workspace::root().join("deny.toml")).expect("deny.toml is in the root");
        let list = deny.split_once("\nallow = [").and_then(|(_, rest)| rest.split_once(']')).expect("an allow list").0;
        let listed: Vec<&str> =
            list.split(',').map(|item| item.trim().trim_matches('"')).filter(|item| !item.is_empty()).collect();
        assert_eq!(listed, ALLOWED, "one project, one list of licences");
    }
}
