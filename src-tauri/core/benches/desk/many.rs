//! Actions on many leads: declining a hundred thousand of them, and taking it back. Each has reminders before it.
//!
//! Measured is what the user waits for: one [`Plan::run`] with its commit on the disk, history, outbox, reminders and the way
//! back, and one [`undo`]. The floor is a bare loop of prepared statements that writes the same rows in one transaction. Each
//! sample is a fresh copy of the same database.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use hearth_core::actions::bulk::{Plan, undo};
use hearth_core::actions::{change, plan};
use hearth_core::domain::bulk::Deed;
use hearth_core::domain::history::{Action, Actor};
use hearth_core::domain::lead::*;
use hearth_core::store::leads;
use rusqlite::Connection;

use crate::leads::{NOW, open, remove};
use crate::print;

struct Sample {
    foresee: Duration,
    run: Duration,
    undo: Duration,
    floor: Duration,
}

/// Declines `count` received leads and takes it back, `samples` times.
pub fn measure(count: u32, samples: usize) {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("the target folder can be written");
    let desk = folder.path().join("desk.db");
    make(&desk, count);
    let copy = folder.path().join("bulk.db");
    let samples: Vec<Sample> = (0..samples).map(|_| sample(&desk, &copy, count)).collect();
    let rates = |of: &dyn Fn(&Sample) -> Duration| -> Vec<f64> {
        samples.iter().map(|sample| f64::from(count) / of(sample).as_secs_f64()).collect()
    };
    let floor = rates(&|sample| sample.floor);
    let figures = [
        ("bulk_100k", rates(&|sample| sample.run), "declined, with history, outbox, reminders and the way back"),
        ("bulk_100k_undo", rates(&|sample| sample.undo), "taken back"),
        ("bulk_100k_preview", rates(&|sample| sample.foresee), "foreseen"),
    ];
    for (name, samples, what) in figures {
        print(
            name,
            "leads/s",
            &samples,
            &floor,
            &format!("{count} leads {what}; the floor writes the rows of a decline"),
        );
    }
}

/// A database of `count` received leads, each with its reminders.
fn make(path: &Path, count: u32) {
    let app = open(path);
    let written = app.write(|tx, now, changes| {
        for number in 0..count {
            let mut lead = lead(number);
            lead.id = leads::insert(tx, &lead)?;
            let file = Actor::File("leads.json".into());
            let told = change::Told { action: Action::Received, actor: &file, at: lead.received_at, now };
            change::append(tx, &lead, &told, &[])?;
            plan::of_lead(tx, &lead, now)?;
        }
        changes.all();
        Ok(())
    });
    written.expect("there is room for the leads");
    drop(app);
    // One file without a journal can be copied.
    let connection = Connection::open(path).expect("our own file");
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).expect("nobody else has it open");
}

fn sample(desk: &Path, copy: &PathBuf, count: u32) -> Sample {
    std::fs::copy(desk, copy).expect("there is room for a copy");
    let floor = bare_loop(copy, count);
    remove(copy);
    std::fs::copy(desk, copy).expect("there is room for a copy");
    let app = open(copy);
    let ids = received(&Connection::open(copy).expect("the copy is there"), count);
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
fn bare_loop(path: &Path, count: u32) -> Duration {
    let mut connection = Connection::open(path).expect("the copy is there");
    let pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; \
                   PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY;";
    connection.execute_batch(pragmas).expect("a database of our own");
    let ids = received(&connection, count);
    let now = NOW.as_millis();
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
        let mut row = prepare("INSERT INTO bulk_rows (bulk_id, lead_id, from_revision, revision) VALUES (1, ?1, 1, 2)");
        tx.execute("INSERT INTO actors (actor) VALUES ('a user of the floor')", []).expect("a row");
        let actor = tx.last_insert_rowid();
        let changes = r#"[["stage",{"c":"received"},{"c":"archived"}],["outcome",null,{"c":"declined"}],["reason",null,{"c":"3"}],["closingNotes",null,{"t":"Too far away"}]]"#;
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

fn received(connection: &Connection, count: u32) -> Vec<LeadId> {
    let sql = "SELECT id FROM leads WHERE stage = 'received' AND merged_into IS NULL AND respond_by > ?1 ORDER BY id LIMIT ?2";
    let mut statement = connection.prepare(sql).expect("the table is there");
    let ids = statement.query_map((NOW.as_millis(), count), |row| row.get(0)).expect("a query");
    let ids: Vec<LeadId> = ids.map(|id| id.expect("a row")).collect();
    assert_eq!(ids.len(), count as usize, "so many leads wait for an answer");
    ids
}

fn lead(number: u32) -> Lead {
    let received_at = NOW.plus(TimeDelta::minutes(-i64::from(number % 10_000)));
    let contact = Contact {
        name: if number % 5 < 2 { "김민수".into() } else { "Robin Baker".into() },
        email: Some(format!("robin@customer{number}.example")),
        phone: Some("555-0142".into()),
        ..Contact::default()
    };
    Lead {
        id: 0,
        revision: 1,
        lead_type: LeadType::ALL[number as usize % LeadType::ALL.len()],
        origin: Origin::Import,
        referral_id: Some(format!("00000000-0000-4000-8000-{number:012}")),
        engagement_id: Some(format!("00000000-0000-4000-9000-{number:012}")),
        hearth_id: HearthId::default(),
        merged_into: None,
        favorite: number.is_multiple_of(50),
        received_at,
        respond_by: received_at.plus(TimeDelta::days(14)),
        stage: Stage::Received,
        customer: Customer { name: format!("Customer {number:06}"), country: Some("US".into()), ..Customer::default() },
        contacts: vec![contact],
        requested_contact: number.is_multiple_of(20),
        contacted: None,
        snoozed_until: None,
        follow_up: None,
        need: Need { text: "We want to move our file server to the cloud. ".repeat(4), ..Need::default() },
        deal: Deal::default(),
        employees: Vec::new(),
        invited_by: InvitedBy::default(),
        source_status: SourceStatus::default(),
    }
}
