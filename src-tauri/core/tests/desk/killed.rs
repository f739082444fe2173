//! Killed at any moment: a desk at work is killed a hundred times; the database must open, be sound, and hold every
//! action that was reported as done.
//!
//! The desk at work is this test program itself, started again with [`FOLDER`] set; it says each thing it has done on its
//! standard output, as the window would, after the reply.

use std::io::{BufRead, BufReader, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use hearth_core::actions::import::{Foreseeing, import_files, open_files, unwatched};
use hearth_core::api::*;
use hearth_core::domain::lead::StageKind;

use crate::support::{START, at, deal, open, typed};

const FOLDER: &str = "HEARTH_KILLED_FOLDER";
const ROUNDS: u64 = 100;

#[test]
fn what_was_reported_done_survives_a_hundred_kills() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        work(Path::new(&folder));
    }
    let folder = tempfile::tempdir().unwrap();
    write_import(folder.path(), 300);
    let mut accepted = std::collections::BTreeSet::new();
    let mut imported = false;
    let (mut seed, mut actions) = (0x5eed_u64, 0);
    for round in 0..ROUNDS {
        let mut desk = Command::new(std::env::current_exe().unwrap())
            .args(["killed::what_was_reported_done_survives_a_hundred_kills", "--exact", "--nocapture"])
            .env(FOLDER, folder.path())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(desk.stdout.take().unwrap()).lines();
        // Killed after a number of reports that differs from round to round, so at every kind of moment.
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let until = 1 + (seed >> 33) % 9;
        let mut reports = Vec::new();
        while (reports.len() as u64) < until {
            let line = said.next().expect("the desk works until it is killed").unwrap();
            // The test runner's own first lines are not ours.
            if let Some(done) = line.strip_prefix("done ") {
                reports.push(done.to_owned());
            }
        }
        if round % 3 == 0 {
            // Somewhere inside the next action instead of right after a report.
            std::thread::park_timeout(Duration::from_micros(seed % 4_000));
        }
        desk.kill().unwrap();
        desk.wait().unwrap();
        // What was said and not yet read was reported too.
        reports.extend(said.map_while(Result::ok).filter_map(|line| line.strip_prefix("done ").map(str::to_owned)));
        for report in &reports {
            match report.strip_prefix("accepted ") {
                Some(id) => drop(accepted.insert(id.parse::<i64>().unwrap())),
                None => imported = imported || report == "imported",
            }
        }
        actions += reports.len();
        must_be_sound(folder.path(), &accepted, imported, 300);
    }
    assert!(accepted.len() as u64 >= ROUNDS / 2 && imported, "{actions} actions were reported: the desk really worked");
}

const STEP: &str = "HEARTH_KILLED_STEP";

/// An import tells how far it is when rows are written, when it begins with their words, among the words, and when all of them are in
/// the lists; at each such moment it is killed.
#[test]
fn an_import_that_is_killed_at_any_step_leaves_nothing() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        import_until(Path::new(&folder), std::env::var(STEP).unwrap().parse().unwrap());
    }
    let folder = tempfile::tempdir().unwrap();
    write_import(folder.path(), 700);
    let mut seen = Vec::new();
    for step in 0.. {
        let mut desk = Command::new(std::env::current_exe().unwrap())
            .args(["killed::an_import_that_is_killed_at_any_step_leaves_nothing", "--exact", "--nocapture"])
            .env(FOLDER, folder.path())
            .env(STEP, step.to_string())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(desk.stdout.take().unwrap()).lines().map_while(Result::ok);
        let said = said.find_map(|line| line.strip_prefix("done ").map(str::to_owned)).expect("it says where it is");
        desk.kill().unwrap();
        desk.wait().unwrap();
        let imported = said == "imported";
        must_be_sound(folder.path(), &std::collections::BTreeSet::new(), imported, 700);
        if imported {
            break;
        }
        let leads = open(&folder.path().join("hearth.db")).unwrap().read(|connection, _| {
            Ok(connection.query_row("SELECT count(*) FROM leads", [], |row| row.get::<_, i64>(0))?)
        });
        assert_eq!(leads.unwrap(), 0, "killed at {said}, nothing of it is there");
        seen.push(said.parse::<u64>().unwrap());
    }
    let among_words = seen.iter().filter(|done| **done * 8 > 700 * 7 && **done < 700).count();
    assert!(among_words >= 2 && seen.last() == Some(&700), "it was killed among the words, and behind them: {seen:?}");
    let check = hearth_core::actions::backup::check(&folder.path().join("hearth.db")).unwrap();
    assert!(check.sound, "and what came in at last is found by its words: {check:?}");
}

/// Imports until it has told `step` times how far it is, says that, and waits to be killed.
fn import_until(folder: &Path, step: usize) -> ! {
    let app = open(&folder.join("hearth.db")).unwrap();
    let stay = |said: &str| -> ! {
        println!("done {said}");
        std::io::stdout().flush().unwrap();
        loop {
            std::thread::park();
        }
    };
    let foreseeing = Foreseeing::new(&app, open_files(&app, &[folder.join("leads.json")]), &unwatched).unwrap();
    let told = AtomicUsize::new(0);
    let watch = |_: ImportPhase, done: u64, _: u64| {
        if told.fetch_add(1, Ordering::Relaxed) == step {
            stay(&done.to_string());
        }
        ControlFlow::Continue(())
    };
    foreseeing.apply(&app, &app.user(), &watch).unwrap();
    stay("imported")
}

fn must_be_sound(folder: &Path, accepted: &std::collections::BTreeSet<i64>, imported: bool, in_file: i64) {
    let app = open(&folder.join("hearth.db")).expect("the database opens");
    app.read(|connection, _| {
        let check: String = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
        assert_eq!(check, "ok", "every page and every index");
        let broken: i64 =
            connection.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
        assert_eq!(broken, 0, "no row points nowhere");
        let (leads, sources): (i64, i64) = connection.query_row(
            "SELECT count(*), (SELECT count(*) FROM sources) FROM leads WHERE origin = 'import'",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        assert_eq!(leads, sources, "no lead is half imported");
        let (imports, rows): (i64, i64) =
            connection.query_row("SELECT count(*), (SELECT count(*) FROM import_rows) FROM imports", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
        assert_eq!((imports, rows), ((leads > 0).into(), leads), "and what there is can be taken back, in one import");
        assert!(leads == 0 || leads == in_file, "an import is all or nothing, not {leads} of {in_file}");
        assert!(!imported || leads == in_file, "an import that was reported is there");
        Ok(())
    })
    .unwrap();
    let left: Vec<_> = std::fs::read_dir(folder).unwrap().flatten().map(|entry| entry.file_name()).collect();
    let dry_run = |name: &&std::ffi::OsString| name.to_string_lossy().starts_with(".dry-run");
    assert_eq!(left.iter().find(dry_run), None, "no dry run that was killed leaves leads beside the database");
    for id in accepted {
        let lead = handlers::get_lead(&app, LeadRef { id: *id }).expect("a reported lead is there");
        assert_eq!(lead.stage, StageKind::Accepted, "lead {id} was reported as accepted");
        assert_eq!(lead.deal.crm_id.as_deref(), Some("CRM-7"), "with its deal");
    }
}

/// Works until it is killed.
fn work(folder: &Path) -> ! {
    let say = |done: &str| {
        println!("done {done}");
        std::io::stdout().flush().unwrap();
    };
    let app = open(&folder.join("hearth.db")).unwrap();
    loop {
        let lead = handlers::add_lead(&app, typed("Fabrikam", at(START))).unwrap();
        let request = AcceptLead { id: lead.id, revision: lead.revision, deal: deal(), employees: Vec::new() };
        handlers::accept_lead(&app, request).unwrap();
        say(&format!("accepted {}", lead.id));
        let report = import_files(&app, &[folder.join("leads.json")]).unwrap();
        assert_eq!(report.files[0].problem, None, "the file is good");
        say("imported");
    }
}

/// Words of its own, so that there are many.
fn notes(n: usize) -> String {
    (0..12).map(|word| format!("w{word}x{n} ")).collect()
}

fn write_import(folder: &Path, count: usize) {
    let leads: Vec<_> = (0..count)
        .map(|n| {
            serde_json::json!({
                "id": format!("00000000-0000-4000-8000-{n:012}"),
                "createdDateTime": "2026-11-19T09:00:00Z",
                "status": "New", "substatus": "Pending", "qualification": "Direct", "type": "Independent",
                "direction": "Incoming",
                "customerProfile": { "name": format!("Customer {n}") },
                "details": { "notes": notes(n), "customerRequestedContact": true },
            })
        })
        .collect();
    std::fs::write(folder.join("leads.json"), serde_json::to_vec(&leads).unwrap()).unwrap();
}
