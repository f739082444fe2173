//! The directions of the house, kept by looking at the source itself.
//!
//! `domain <- store <- actions <- api <- shell`, `exchange` knows domain only; the window's features never import each
//! other; one place reads the time, one names the database, one names Tauri's API in the window.

use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below `folder` with one of `endings`, with its text; tests and generated files left out.
fn sources(folder: &str, endings: &[&str]) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())) {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                if !["node_modules", "dist", "target"].contains(&name.as_str()) {
                    folders.push(path);
                }
            } else if endings.iter().any(|ending| name.ends_with(ending)) && !name.starts_with("generated") {
                let text = std::fs::read_to_string(&path).unwrap();
                found.push((path.strip_prefix(root()).unwrap().to_owned(), text));
            }
        }
    }
    assert!(!found.is_empty(), "{folder} holds something to look at");
    found
}

/// The product's part of a Rust file: what stands before its tests.
fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests").next().unwrap_or(text)
}

fn must_not_name(folder: &str, forbidden: &[&str], why: &str) {
    for (path, text) in sources(folder, &[".rs"]) {
        if path.to_string_lossy().ends_with("_tests.rs") {
            continue;
        }
        for word in forbidden {
            assert!(!without_tests(&text).contains(word), "{} names {word}: {why}", path.display());
        }
    }
}

#[test]
fn the_domain_knows_nobody() {
    let others =
        ["crate::store", "crate::actions", "crate::api", "crate::exchange", "crate::app", "rusqlite", "std::fs"];
    must_not_name("src-tauri/core/src/domain", &others, "rules are pure");
}

#[test]
fn the_store_knows_only_the_domain() {
    let others = ["crate::actions", "crate::api", "crate::exchange", "crate::app"];
    must_not_name("src-tauri/core/src/store", &others, "domain <- store");
}

#[test]
fn the_actions_do_not_know_the_window() {
    must_not_name("src-tauri/core/src/actions", &["crate::api"], "store <- actions <- api");
}

#[test]
fn the_formats_know_only_the_domain() {
    let others = ["crate::store", "crate::actions", "crate::api", "crate::app", "rusqlite"];
    must_not_name("src-tauri/core/src/exchange", &others, "a file format is no database");
}

#[test]
fn only_the_store_and_the_gate_name_the_database() {
    for folder in ["src-tauri/core/src/actions", "src-tauri/core/src/api"] {
        let statements = ["Connection::open", ".execute(", "query_row", "prepare("];
        must_not_name(folder, &statements, "SQL is in store");
    }
    must_not_name("src-tauri/src", &["rusqlite"], "the shell asks the core");
}

#[test]
fn the_core_knows_no_window_no_network_and_no_threads() {
    must_not_name(
        "src-tauri/core/src",
        &["tauri::", "notify_rust", "tokio", "std::net", "std::thread::spawn"],
        "the core never calls up",
    );
}

#[test]
fn only_the_api_folder_of_the_window_names_tauri() {
    for (path, text) in sources("ui/src", &[".ts", ".svelte"]) {
        let in_api = path.starts_with("ui/src/lib/api");
        assert!(in_api || !text.contains("@tauri-apps/"), "{} goes past lib/api", path.display());
    }
}

#[test]
fn the_windows_features_do_not_import_each_other() {
    for (path, text) in sources("ui/src/features", &[".ts", ".svelte"]) {
        let feature = path.components().nth(3).unwrap().as_os_str().to_string_lossy().into_owned();
        for line in text.lines().filter(|line| line.contains("import") || line.contains(" from ")) {
            let foreign = line
                .split("features/")
                .nth(1)
                .or_else(|| line.split("'../").nth(1).filter(|rest| !rest.starts_with("..") && rest.contains('/')))
                .is_some_and(|rest| !rest.starts_with(&format!("{feature}/")));
            assert!(!foreign, "{}: {line}", path.display());
        }
    }
}

#[test]
fn files_stay_short_enough_to_be_read_at_once() {
    let mut long = Vec::new();
    for (folder, endings) in
        [("src-tauri", &[".rs"][..]), ("ui/src", &[".ts", ".svelte", ".css"]), ("xtask", &[".rs"]), ("tests", &[".rs"])]
    {
        for (path, text) in sources(folder, endings) {
            if text.lines().count() > 450 {
                long.push(format!("{}: {}", path.display(), text.lines().count()));
            }
        }
    }
    assert!(long.is_empty(), "split by what they are about: {long:#?}");
}
