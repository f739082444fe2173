//! Killed while many leads are changed, or while that is taken back: all of it is there, or nothing.
//!
//! As in `killed`, the desk at work is this test program itself, started again with [`FOLDER`] set.

use std::io::{BufRead, BufReader, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use hearth_core::actions::bulk::undo;
use hearth_core::api::*;
use hearth_core::app::App;

use crate::support::{START, at, open, typed};

const FOLDER: &str = "HEARTH_KILLED_BULK_FOLDER";
/// After how many reports of how far it is it stays where it is.
const STEP: &str = "HEARTH_KILLED_BULK_STEP";
/// Which of the two is killed.
const UNDOING: &str = "HEARTH_KILLED_BULK_UNDOING";

/// Enough for several reports.
const LEADS: i64 = 700;

#[test]
fn many_leads_are_all_declined_or_none_whenever_it_is_killed() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        work(Path::new(&folder));
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hearth.db");
    {
        let app = open(&path).unwrap();
        (0..LEADS).for_each(|_| drop(handlers::add_lead(&app, typed("Fabrikam", at(START))).unwrap()));
        // A single one, before, which the undo of all does not touch.
        handlers::set_favorite(&app, SetFavorite { id: 3, favorite: true }).unwrap();
    }
    let untouched = (0, 0, 0, 0);
    let declined = (LEADS, LEADS, LEADS, 1);
    let mut killed = [0, 0];
    for (which, undoing) in [false, true].into_iter().enumerate() {
        for step in 0.. {
            let said = killed_at(folder.path(), step, undoing);
            let now = written(&path);
            if said == "done" {
                assert_eq!(now.0, if undoing { 0 } else { LEADS }, "what was reported as done is there");
                break;
            }
            killed[which] += 1;
            let before = if undoing { declined } else { untouched };
            assert_eq!(now, before, "killed after {said} leads, undoing: {undoing}: as before, to the last row");
        }
    }
    assert!(
        killed.iter().all(|times| *times >= 3),
        "both were killed at the beginning, the end, and between: {killed:?}"
    );
    let app = open(&path).unwrap();
    let favorite = handlers::get_lead(&app, LeadRef { id: 3 }).unwrap().favorite;
    assert!(favorite, "what was done before stays through all of it");
    let notices: i64 = one(&app, "SELECT count(*) FROM outbox WHERE withdrawn_at IS NULL");
    assert_eq!(notices, 0, "nobody is told of what was taken back");
}

/// Starts the work anew, kills it at a step, and returns what it said then.
fn killed_at(folder: &Path, step: usize, undoing: bool) -> String {
    let mut desk = Command::new(std::env::current_exe().unwrap())
        .args(["killed_bulk::many_leads_are_all_declined_or_none_whenever_it_is_killed", "--exact", "--nocapture"])
        .env(FOLDER, folder)
        .env(STEP, step.to_string())
        .env(UNDOING, undoing.to_string())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(desk.stdout.take().unwrap()).lines().map_while(Result::ok);
    let said = lines.find_map(|line| line.strip_prefix("at ").map(str::to_owned)).expect("it says where it is");
    desk.kill().unwrap();
    desk.wait().unwrap();
    said
}

/// Declines all leads, or takes that back, until it has told so many times how far it is; says so, and waits to be killed.
fn work(folder: &Path) -> ! {
    let step: usize = std::env::var(STEP).unwrap().parse().unwrap();
    let app = open(&folder.join("hearth.db")).unwrap();
    let stay = |said: &str| -> ! {
        println!("at {said}");
        std::io::stdout().flush().unwrap();
        loop {
            std::thread::park();
        }
    };
    let told = AtomicUsize::new(0);
    let watch = |done: u32, _: u32| {
        if told.fetch_add(1, Ordering::Relaxed) == step {
            stay(&done.to_string());
        }
        ControlFlow::Continue(())
    };
    if std::env::var(UNDOING).unwrap() == "true" {
        let id = one(&app, "SELECT max(id) FROM bulk_actions");
        assert_eq!(i64::from(undo(&app, id, &watch).unwrap().restored), LEADS);
    } else {
        let action = BulkAction::Decline { reason: Some(3.try_into().unwrap()), notes: "Too far away".into() };
        let plan = handlers::plan_bulk(&app, ForeseeBulk { action, scope: LeadScope::All }).unwrap();
        assert_eq!(i64::from(plan.run(&app, &watch).unwrap().changed), LEADS);
    }
    stay("done")
}

/// What a decline of all has written, of a database that is sound: declined leads, entries of their histories, notices that are to be
/// sent, offers to take all of it back.
fn written(path: &Path) -> (i64, i64, i64, i64) {
    let app = open(path).expect("the database opens");
    let check = hearth_core::actions::backup::check(path).unwrap();
    assert!(check.sound && check.stale_search == 0, "every page, index and word: {check:?}");
    (
        one(&app, "SELECT count(*) FROM leads WHERE outcome = 'declined' AND stage = 'archived'"),
        one(&app, "SELECT count(*) FROM history WHERE action = 'declined'"),
        one(&app, "SELECT count(*) FROM outbox WHERE withdrawn_at IS NULL"),
        one(&app, "SELECT count(*) FROM bulk_actions WHERE undone_at IS NULL"),
    )
}

fn one(app: &App, sql: &str) -> i64 {
    app.read(|connection, _| Ok(connection.query_row(sql, [], |row| row.get(0))?)).unwrap()
}
