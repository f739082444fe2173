//! One lead accepted on a desk of many, its commit on the disk included.
//!
//! The floor is the least that a database can promise: one row changed in a file of its own, of the same pragmas, and on the disk.

use std::path::Path;

use hearth_core::api::*;
use hearth_core::app::App;
use rusqlite::Connection;

use crate::{print, time};

pub fn measure(of: &str, app: &App, path: &Path, samples: usize) {
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
    let (mut took, mut least) = (Vec::new(), Vec::new());
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
        took.push(time(|| u32::from(handlers::accept_lead(app, accept).is_ok())));
        least.push(time(|| {
            floor.execute("UPDATE rows SET text = ?1", [format!("a short text {at}")]).expect("a row") as u32
        }));
    }
    let note = "one lead accepted as by the window: the form checked, history, reminders and undo, on the disk, and the lead answered; the floor is one changed row on the disk";
    print(&format!("action{of}"), "ms", &took, &least, note);
}
