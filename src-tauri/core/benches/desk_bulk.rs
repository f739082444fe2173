//! Actions on many leads: declining a hundred thousand of them, and taking it back.
//!
//! Measured is what the user waits for: one [`Plan::run`] with its commit on the disk, history, outbox, reminders and the way
//! back, and one [`undo`]. The floor is a bare loop of prepared statements that writes the same rows in one transaction. Each
//! sample is a fresh copy of the same database.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use hearth_core::actions::bulk::{Plan, undo};
use hearth_core::app::{App, ChangeListener, Changes, OpenOptions};
use hearth_core::clock::ManualClock;
use hearth_core::domain::bulk::Deed;
use hearth_core::domain::lead::LeadId;
use hearth_core::domain::time::Timestamp;
use rusqlite::Connection;
use serde_json::json;

struct Sample {
    foresee: Duration,
    run: Duration,
    undo: Duration,
    floor: Duration,
}

/// Declines `count` of the received leads of the database `desk`, whose clock stands at `now`, and takes it back, on copies in
/// `folder`. Prints a line of JSON for each figure.
pub fn bulk_100k(desk: &Path, folder: &Path, now: Timestamp, count: u32, samples: usize) {
    let copy = folder.join("bulk.db");
    let samples: Vec<Sample> = (0..samples).map(|_| sample(desk, &copy, now, count)).collect();
    let milliseconds = |of: &dyn Fn(&Sample) -> Duration| -> Vec<f64> {
        samples.iter().map(|sample| of(sample).as_secs_f64() * 1000.0).collect()
    };
    let mut run = milliseconds(&|sample| sample.run);
    let floor = milliseconds(&|sample| sample.floor);
    let figures = [
        ("bulk_100k", run.clone(), "declined, with history, outbox, reminders and the way back"),
        ("bulk_100k_undo", milliseconds(&|sample| sample.undo), "taken back"),
        ("bulk_100k_preview", milliseconds(&|sample| sample.foresee), "foreseen"),
    ];
    run.sort_by(f64::total_cmp);
    let median = run[run.len() / 2];
    for (name, samples, what) in figures {
        let note = format!("{count} leads {what}; {:.0} leads/s are declined", f64::from(count) / median * 1000.0);
        println!("{}", json!({ "name": name, "samples": samples, "floor": floor, "note": note }));
    }
}

fn sample(desk: &Path, copy: &PathBuf, now: Timestamp, count: u32) -> Sample {
    std::fs::copy(desk, copy).expect("there is room for a copy");
    let floor = bare_loop(copy, now, count);
    remove(copy);
    std::fs::copy(desk, copy).expect("there is room for a copy");
    let app = open(copy, now);
    let ids = received(&Connection::open(copy).expect("the copy is there"), now, count);
    let on = |_, _| ControlFlow::Continue(());

    let begun = Instant::now();
    let deed = Deed::Decline { reason: 3.try_into().expect("a reason"), notes: Some("Too far away".into()) };
    let plan = Plan::new(&app, deed, &ids).expect("a plan");
    let foresee = begun.elapsed();
    let begun = Instant::now();
    let report = plan.run(&app, &on).expect("a free disk");
    let run = begun.elapsed();
    assert_eq!(report.changed, count, "all of them are declined");
    let begun = Instant::now();
    let undone = undo(&app, report.bulk_id.expect("an offer to undo"), &on).expect("a free disk");
    let undo = begun.elapsed();
    assert_eq!(undone.restored, count, "all of them go back");
    drop(app);
    remove(copy);
    Sample { foresee, run, undo, floor }
}

/// Writes the rows of a decline by prepared statements, and nothing else; how long that takes, the commit included.
fn bare_loop(path: &Path, now: Timestamp, count: u32) -> Duration {
    let mut connection = Connection::open(path).expect("the copy is there");
    let pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; \
                   PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY;";
    connection.execute_batch(pragmas).expect("a database of our own");
    let ids = received(&connection, now, count);
    let now = now.as_millis();
    let begun = Instant::now();
    let tx = connection.transaction().expect("nobody else has it open");
    tx.execute("INSERT INTO bulk_actions (id, at, verb, until) VALUES (1, ?1, 'decline', ?1)", [now]).expect("a row");
    {
        let prepare = |sql| tx.prepare(sql).expect("the tables are there");
        let mut lead = prepare(
            "UPDATE leads SET revision = revision + 1, stage = 'archived', archived_at = ?2, outcome = 'declined', \
             reason = 3, closing_notes = 'Too far away', snoozed_until = NULL, hot_until = NULL WHERE id = ?1",
        );
        let mut history = prepare(
            "INSERT INTO history (lead_id, at, recorded_at, actor, action, changes) VALUES (?1, ?2, ?2, ?3, 'declined', ?4)",
        );
        let mut outbox = prepare(
            "INSERT INTO outbox (lead_id, kind, recipient, email, created_at) \
             VALUES (?1, 'declinedToCustomer', 'Robin Baker', 'robin@customer.example', ?2)",
        );
        let mut reminders =
            prepare("DELETE FROM reminders WHERE lead_id = ?1 AND told_at IS NULL AND kind <> 'expired'");
        let mut row = prepare("INSERT INTO bulk_rows (bulk_id, lead_id, revision) VALUES (1, ?1, 2)");
        let actor = r#"{"kind":"user","name":"sam"}"#;
        let changes = r#"[{"field":"stage","before":{"type":"code","value":"received"},"after":{"type":"code","value":"archived"}},{"field":"outcome","before":null,"after":{"type":"code","value":"declined"}},{"field":"reason","before":null,"after":{"type":"code","value":"3"}},{"field":"closingNotes","before":null,"after":{"type":"text","value":"Too far away"}}]"#;
        for id in ids {
            lead.execute((id, now)).expect("a row");
            history.execute((id, now, actor, changes)).expect("a row");
            outbox.execute((id, now)).expect("a row");
            reminders.execute([id]).expect("rows");
            row.execute([id]).expect("a row");
        }
    }
    tx.commit().expect("a free disk");
    begun.elapsed()
}

fn received(connection: &Connection, now: Timestamp, count: u32) -> Vec<LeadId> {
    let sql = "SELECT id FROM leads WHERE stage = 'received' AND merged_into IS NULL AND respond_by > ?1 ORDER BY id LIMIT ?2";
    let mut statement = connection.prepare(sql).expect("the table is there");
    let ids = statement.query_map((now.as_millis(), count), |row| row.get(0)).expect("a query");
    let ids: Vec<LeadId> = ids.map(|id| id.expect("a row")).collect();
    assert_eq!(ids.len(), count as usize, "so many leads wait for an answer");
    ids
}

fn remove(copy: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", copy.display()));
    }
}

struct Nobody;

impl ChangeListener for Nobody {
    fn changed(&self, _: &Changes) {}
}

pub fn open(path: &Path, now: Timestamp) -> App {
    let options = OpenOptions {
        path: path.to_owned(),
        clock: Arc::new(ManualClock::at(now)),
        listener: Arc::new(Nobody),
        user_name: "sam".into(),
        system_locale: "en_US.UTF-8".into(),
    };
    App::open(options).expect("a database of our own")
}
