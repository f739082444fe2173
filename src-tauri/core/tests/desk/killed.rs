//! Killed at any moment: a desk at work is killed a hundred times; the database must open, be sound, and hold every
//! action that was reported as done.
//!
//! The desk at work is this test program itself, started again with [`FOLDER`] set; it says each thing it has done on its
//! standard output, as the window would, after the reply.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use hearth_core::actions::import::import_files;
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
    write_import(folder.path());
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
        must_be_sound(folder.path(), &accepted, imported);
    }
    assert!(accepted.len() as u64 >= ROUNDS / 2 && imported, "{actions} actions were reported: the desk really worked");
}

fn must_be_sound(folder: &Path, accepted: &std::collections::BTreeSet<i64>, imported: bool) {
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
        assert!(leads == 0 || leads == 300, "an import is all or nothing, not {leads} of 300");
        assert!(!imported || leads == 300, "an import that was reported is there");
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

fn write_import(folder: &Path) {
    let leads: Vec<_> = (0..300)
        .map(|n| {
            serde_json::json!({
                "id": format!("00000000-0000-4000-8000-{n:012}"),
                "createdDateTime": "2026-11-19T09:00:00Z",
                "status": "New", "substatus": "Pending", "qualification": "Direct", "type": "Independent",
                "direction": "Incoming",
                "customerProfile": { "name": format!("Customer {n}") },
                "details": { "notes": "Teams for everybody", "customerRequestedContact": true },
            })
        })
        .collect();
    std::fs::write(folder.join("leads.json"), serde_json::to_vec(&leads).unwrap()).unwrap();
}
