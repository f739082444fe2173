//! The desk that the benches work on: a year of leads, the same in every run, in a database that is kept for the next one.
//!
//! The leads are `exchange_leads`', spread over a year and over the stages.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use hearth_core::app::{App, ChangeListener, Changes, OpenOptions};
use hearth_core::clock::ManualClock;
use hearth_core::domain::lead::*;
use hearth_core::domain::money::{Currency, Money};
use hearth_core::domain::time::{Date, Timestamp};
use hearth_core::store::leads;
use rusqlite::Connection;

use crate::exchange_leads::{self, Chance};

/// Tuesday, 2026-11-24, 09:00.
pub const NOW: Timestamp = Timestamp::from_millis(1_795_510_800_000);
/// Counts up when the leads are made otherwise.
const GENERATOR: u32 = 1;
const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;

/// The database of `count` leads, made if it is not there or was made by other rules.
pub fn database(count: u32) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("the target folder").join("bench");
    std::fs::create_dir_all(&folder).expect("the target folder can be written");
    let path = folder.join(format!("desk-{count}.db"));
    make(count, &path);
    path
}

/// Makes the database of `count` leads at `path`, unless it is there already.
pub fn make(count: u32, path: &Path) {
    let stamp = path.with_extension("stamp");
    let rules = rules(path);
    if path.exists() && std::fs::read_to_string(&stamp).is_ok_and(|there| there == rules) {
        return;
    }
    let _ = std::fs::remove_file(&stamp);
    remove(path);
    let app = open(path);
    let mut chance = Chance(0x5EED);
    let written = app.write(|tx, _, changes| {
        changes.all();
        (0..count).try_for_each(|number| leads::insert(tx, &lead(number, &mut chance)).map(drop))
    });
    written.expect("there is room for the leads");
    drop(app);
    let connection = Connection::open(path).expect("our own file");
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).expect("nobody else has it open");
    connection.execute_batch("PRAGMA optimize").expect("statistics");
    drop(connection);
    std::fs::write(&stamp, rules).expect("there is room");
}

/// What a database of leads depends on: how they are made, and the schema.
fn rules(path: &Path) -> String {
    let empty = path.with_extension("empty.db");
    remove(&empty);
    drop(open(&empty));
    let sql = "SELECT group_concat(sql, ';') FROM sqlite_schema";
    let schema: String =
        Connection::open(&empty).and_then(|c| c.query_row(sql, [], |row| row.get(0))).expect("our own file");
    remove(&empty);
    format!("{GENERATOR}\n{schema}")
}

fn lead(number: u32, chance: &mut Chance) -> Lead {
    let row = exchange_leads::row(number, chance);
    let cell = |at: usize| row[at].trim_matches('"').to_owned();
    let some = |at: usize| Some(cell(at)).filter(|text| !text.is_empty());
    let one_in = |chance: &mut Chance, of: usize| chance.below(of) == 0;
    let received_at =
        Timestamp::from_millis(NOW.as_millis() - DAY * 365 + chance.below(365 * 24 * 60) as i64 * 60_000 - 1);
    let stage = match chance.below(20) {
        0..8 => Stage::Received,
        8..13 => Stage::Accepted { accepted_at: Some(received_at) },
        other => Stage::Archived(Archived {
            outcome: match other {
                13 | 14 => Outcome::Won,
                15 => Outcome::Lost,
                16 | 17 => Outcome::Declined,
                _ => Outcome::Expired,
            },
            archived_at: Timestamp::from_millis(received_at.as_millis() + chance.below(400) as i64 * HOUR),
            reason: if (15..18).contains(&other) { Reason::try_from(chance.skewed(8) as u8 + 1).ok() } else { None },
            reason_text: None,
            notes: None,
            accepted_at: None,
        }),
    };
    let currency = Currency::parse(if one_in(chance, 10) { "EUR" } else { &row[16] }).expect("three letters");
    let amount = row[15].parse::<i64>().expect("a number") * if currency.code() == "KRW" { 1_000 } else { 100 };
    let worked = !matches!(stage, Stage::Received);
    let employee = |at: usize| Employee {
        name: format!("{} {}", ["Minji", "Sam", "하은", "Toni"][at % 4], ["Kim", "Baker", "Lee"][at % 3]),
        email: Some(format!("employee{at}@partner.example")),
        phone: None,
    };
    let name = if row[10].is_ascii() { format!("{} {}", row[9], row[10]) } else { format!("{}{}", row[10], row[9]) };
    Lead {
        id: 0,
        revision: 0,
        lead_type: LeadType::ALL[chance.skewed(3)],
        origin: Origin::Import,
        hearth_id: HearthId::default(),
        referral_id: some(0),
        engagement_id: some(1),
        merged_into: None,
        favorite: one_in(chance, 20),
        received_at,
        // A received lead does not expire while it is measured, nor when the same database is used a month later.
        respond_by: Timestamp::from_millis(received_at.as_millis() + DAY * if worked { 14 } else { 900 }),
        stage,
        customer: Customer {
            name: cell(3),
            address_line1: some(4),
            city: some(5),
            state: some(6),
            postal_code: some(7),
            country: some(8),
            ..Customer::default()
        },
        contacts: vec![Contact { name, email: some(12), phone: some(11), ..Contact::default() }],
        requested_contact: one_in(chance, 8),
        contacted: one_in(chance, 3).then_some(Contacted { at: received_at, way: ContactWay::Phone, note: None }),
        snoozed_until: one_in(chance, 500).then(|| Timestamp::from_millis(NOW.as_millis() + DAY)),
        follow_up: one_in(chance, 30).then(|| FollowUp { on: day(chance), note: None }),
        need: Need { text: cell(20), ..Need::default() },
        deal: Deal {
            name: some(2),
            value: Some(Money { minor: amount, currency }),
            purchase_on: (!one_in(chance, 4)).then(|| day(chance)),
            notes: None,
            crm_id: some(18),
            campaign_id: some(19),
        },
        employees: if worked {
            (0..=chance.below(2)).map(|_| employee(chance.skewed(12))).collect()
        } else {
            Vec::new()
        },
        invited_by: InvitedBy::default(),
        source_status: SourceStatus::default(),
    }
}

fn day(chance: &mut Chance) -> Date {
    let text = format!("2027-{:02}-{:02}", chance.below(12) + 1, chance.below(28) + 1);
    Date::parse_iso(&text).expect("a day")
}

struct Nobody;

impl ChangeListener for Nobody {
    fn changed(&self, _: &Changes) {}
}

pub fn open(path: &Path) -> App {
    let options = OpenOptions {
        path: path.to_owned(),
        clock: Arc::new(ManualClock::at(NOW)),
        listener: Arc::new(Nobody),
        user_name: "sam".into(),
        system_locale: "en_US.UTF-8".into(),
    };
    App::open(options).expect("a database of our own")
}

pub fn remove(path: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", path.display()));
    }
}
