//! The search index alone: how long it takes to make, how large it is, and how long searches take.
//!
//! Prints a line of JSON for each figure; `--quick` does it in small.

mod desk_search;
mod exchange_leads;

use std::path::Path;
use std::time::{Duration, Instant};

use hearth_core::domain::lead::*;
use hearth_core::domain::text::whole_name;
use hearth_core::domain::time::Timestamp;
use hearth_core::store::{leads, open, search};
use rusqlite::Connection;
use serde_json::json;

fn main() {
    let quick = std::env::args().any(|argument| argument == "--quick");
    let count: u32 = if quick { 2_000 } else { 1_000_000 };
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("the target folder can be written");
    let path = folder.path().join("hearth.db");
    let mut connection = open::open_writer(&path, Duration::from_secs(5)).expect("a new database");
    fill(&mut connection, &folder.path().join("leads.csv"), count);
    let before = bytes(&connection);
    let begin = Instant::now();
    let tx = connection.transaction().expect("a transaction");
    search::make_anew(&tx).expect("an index");
    tx.commit().expect("room on the disk");
    tell("search_build", &[begin.elapsed().as_secs_f64() * 1000.0], &format!("of {count} leads, ms"));
    let size = (bytes(&connection) - before) as f64 / f64::from(count);
    tell("search_size", &[size], "bytes a lead, of all its tables");
    let reader = open::open_reader(&path, Duration::from_secs(5)).expect("the same database");
    for searched in &desk_search::SEARCHES {
        let (samples, found) = desk_search::samples(&reader, searched, if quick { 1 } else { 40 });
        tell(searched.name, &samples, &format!("{}; {found} leads", searched.what));
    }
    let begin = Instant::now();
    let stale = search::stale(&reader).expect("a check");
    tell("search_check", &[begin.elapsed().as_secs_f64() * 1000.0], &format!("{stale} leads are stale"));
    change(&mut connection, count);
}

/// Edits of leads all over the desk, taken in as in the background.
fn change(connection: &mut Connection, count: u32) {
    let tx = connection.transaction().expect("a transaction");
    for number in 0..search::BATCH {
        let id = i64::from(number * (count / search::BATCH) + 1);
        let before = leads::get(&tx, id).expect("a lead");
        let mut lead = before.clone();
        lead.deal.notes = Some(format!("{} changed {number}", lead.deal.notes.unwrap_or_default()));
        leads::update(&tx, &before, &lead).expect("room on the disk");
    }
    tx.commit().expect("room on the disk");
    let reader = desk_search::samples(connection, &desk_search::SEARCHES[0], 5).0;
    tell("search_en_pending", &reader, "with 256 leads that are not taken in");
    let begin = Instant::now();
    let tx = connection.transaction().expect("a transaction");
    search::merge(&tx, search::BATCH).expect("an index");
    tx.commit().expect("room on the disk");
    tell(
        "search_merge",
        &[begin.elapsed().as_secs_f64() * 1000.0],
        "256 edited leads taken in, commit on disk included",
    );
}

fn tell(name: &str, samples: &[f64], note: &str) {
    let mut sorted = samples.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = |part: f64| sorted[((sorted.len() as f64 * part).ceil() as usize).clamp(1, sorted.len()) - 1];
    let note = format!("{note}; median {:.2}, p95 {:.2}, worst {:.2}", at(0.5), at(0.95), at(1.0));
    println!("{}", json!({ "name": name, "samples": samples.iter().take(8).collect::<Vec<_>>(), "note": note }));
}

fn bytes(connection: &Connection) -> i64 {
    let number = |pragma| connection.pragma_query_value::<i64, _>(None, pragma, |row| row.get(0)).expect("a number");
    (number("page_count") - number("freelist_count")) * number("page_size")
}

fn fill(connection: &mut Connection, csv: &Path, count: u32) {
    exchange_leads::write(csv, count);
    let mut rows = csv::Reader::from_path(csv).expect("our own file");
    let tx = connection.transaction().expect("a transaction");
    for row in rows.records() {
        let row = row.expect("our own row");
        let text = |at: usize| Some(row[at].to_owned()).filter(|text| !text.is_empty());
        let received_at = Timestamp::from_millis(1_795_000_000_000);
        let lead = Lead {
            id: 0,
            revision: 1,
            lead_type: LeadType::CustomerInquiry,
            origin: Origin::Import,
            hearth_id: HearthId::default(),
            referral_id: text(0),
            engagement_id: text(1),
            merged_into: None,
            favorite: false,
            received_at,
            respond_by: received_at,
            stage: Stage::Received,
            customer: Customer { name: row[3].to_owned(), city: text(5), country: text(8), ..Customer::default() },
            contacts: vec![Contact {
                name: whole_name(Some(&row[9]), Some(&row[10])),
                given_name: text(9),
                family_name: text(10),
                phone: text(11),
                email: text(12),
                ..Contact::default()
            }],
            requested_contact: false,
            contacted: None,
            snoozed_until: None,
            follow_up: None,
            need: Need::default(),
            deal: Deal { name: text(2), notes: text(20), crm_id: text(18), campaign_id: text(19), ..Deal::default() },
            employees: Vec::new(),
            invited_by: InvitedBy::default(),
            source_status: SourceStatus::default(),
        };
        leads::insert_with_keys(&tx, &lead, &[]).expect("room on the disk");
    }
    tx.execute("DELETE FROM search_pending", []).expect("a table");
    tx.commit().expect("room on the disk");
}
