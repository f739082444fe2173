//! One lead accepted on a desk of many, its commit on the disk included.
//!
//! The floor is the least that a database can promise: one row changed in a file of its own, of the same pragmas, and on the disk.
//! Beside it stands what any program pays that promises the same as Hearth: the rows themselves, written by hand in a copy of the same
//! desk, of leads, texts and entries that are made before. It checks nothing, reads nothing and answers nothing.

use std::path::Path;

use hearth_core::api::*;
use hearth_core::app::App;
use hearth_core::store::leads;
use rusqlite::Connection;

use crate::{print, time};

pub fn measure(of: &str, app: &App, path: &Path, beside: &Connection, samples: usize) {
    let bare = path.with_extension("bare.db");
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", bare.display()));
    }
    let floor = Connection::open(&bare).expect("a file of our own");
    let made = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
                CREATE TABLE rows (id INTEGER PRIMARY KEY, text TEXT) STRICT; INSERT INTO rows VALUES (1, '');";
    floor.execute_batch(made).expect("a table");
    let received: Vec<i64> = {
        let connection = Connection::open(path).expect("our own file");
        let sql = "SELECT id FROM leads WHERE stage = 'received' AND merged_into IS NULL AND respond_by > ?1 AND id % 7 = 0 LIMIT ?2";
        let mut statement = connection.prepare(sql).expect("a statement");
        let ids = statement.query_map((crate::leads::NOW.as_millis(), samples as i64), |row| row.get(0)).expect("rows");
        ids.map(|id| id.expect("a number")).collect()
    };
    let desk = Connection::open(path).expect("our own file");
    let (mut took, mut bare, mut least) = (Vec::new(), Vec::new(), Vec::new());
    for (at, id) in received.into_iter().enumerate() {
        let lead = handlers::get_lead(app, LeadRef { id }).expect("a lead");
        let deal = DealForm {
            name: format!("Migration of the mail servers {at}"),
            amount: "12000".to_owned(),
            currency: "USD".to_owned(),
            purchase_on: "2027-03-31".to_owned(),
            notes: "They want to start in spring, with a training of all users. 봄에 시작합니다.".to_owned(),
            crm_id: format!("CRM-{at}"),
            campaign_id: "Spring".to_owned(),
        };
        let accept = AcceptLead { id, revision: lead.revision, deal, employees: Vec::new() };
        let before = serde_json::to_string(&leads::get(&desk, id).expect("the lead")).expect("JSON");
        took.push(time(|| u32::from(handlers::accept_lead(app, accept).is_ok())));
        let changes: String = {
            let sql = "SELECT changes FROM history WHERE lead_id = ?1 ORDER BY id DESC LIMIT 1";
            desk.query_row(sql, [id], |row| row.get(0)).expect("what was just written")
        };
        bare.push(time(|| by_hand(beside, id, at, &changes, &before)));
        least.push(time(|| {
            floor.execute("UPDATE rows SET text = ?1", [format!("a short text {at}")]).expect("a row") as u32
        }));
    }
    let note = "one lead accepted as by the window: the form checked, history, reminders and undo, on the disk, and the lead answered; the floor is one changed row on the disk";
    print(&format!("action{of}"), "ms", &took, &least, note);
    let note = "the same rows of the same tables by hand in one transaction: the lead with its indexes, its words for the search, what the source refers to, history, \
                reminders, the lead as it was, the number of the change; the floor is as above";
    print(&format!("action_bare{of}"), "ms", &bare, &least, note);
}

/// Writes what accepting the lead `id` writes, and nothing more. The triggers of the database note the words and what the source refers to.
fn by_hand(desk: &Connection, id: i64, at: usize, changes: &str, before: &str) -> u32 {
    let now = crate::leads::NOW.as_millis();
    let run = |sql: &str, values: &[&dyn rusqlite::ToSql]| {
        desk.prepare_cached(sql).expect("a statement").execute(values).expect("a row")
    };
    run("BEGIN IMMEDIATE", &[]);
    let (name, crm) = (format!("Migration of the mail servers {at}"), format!("CRM-{at}"));
    let changed = run(
        "UPDATE leads SET revision = revision + 1, touched = (SELECT number + 1 FROM lead_writes), stage = 'accepted', accepted_at = ?2, \
         hot_until = NULL, snoozed_until = NULL, deal_name = ?3, value_minor = 1200000, value_currency = 'USD', \
         purchase_on = '2027-03-31', notes = 'They want to start in spring, with a training of all users. 봄에 시작합니다.', crm_id = ?4, \
         campaign_id = 'Spring' WHERE id = ?1",
        &[&id, &now, &name, &crm],
    );
    run(
        "INSERT INTO history (lead_id, at, recorded_at, actor, action, changes) VALUES (?1, ?2, ?2, 1, 'accepted', ?3)",
        &[&id, &now, &changes],
    );
    run("DELETE FROM reminders WHERE lead_id = ?1 AND told_at IS NULL", &[&id]);
    run(
        "INSERT INTO undo (lead_id, action, until, revision_after, before) VALUES (?1, 'accepted', ?2, 2, ?3)",
        &[&id, &now, &before],
    );
    run("UPDATE lead_writes SET number = number + 1", &[]);
    run("COMMIT", &[]);
    changed as u32
}
