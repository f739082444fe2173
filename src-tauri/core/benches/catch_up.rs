//! Catching up: the computer slept from Friday evening to Monday morning, on a desk of 100,000 open leads.
//!
//! Measured is one [`Alarm::round`]: from its start until the digest is handed to the system's notifications, which take it
//! at once, and until its end. The floor is the bare SQL that reads the due rows by their indexes. Each sample is a fresh copy
//! of the same database. Prints a line of JSON for each figure, which `cargo xtask bench alarm` collects; `--quick` does it
//! in small.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use hearth_core::actions::alarm::{Alarm, Notifier};
use hearth_core::actions::telling::{About, Telling};
use hearth_core::actions::{change, plan};
use hearth_core::app::{App, ChangeListener, Changes, OpenOptions};
use hearth_core::clock::ManualClock;
use hearth_core::domain::history::{Action, Actor};
use hearth_core::domain::lead::*;
use hearth_core::domain::time::Timestamp;
use hearth_core::store::leads;
use rusqlite::Connection;
use serde_json::json;

const HOUR: i64 = 3_600_000;
/// Friday, 2026-11-20, 17:00.
const FRIDAY: Timestamp = Timestamp::from_millis(1_795_194_000_000);
const WEEKEND: i64 = 64 * HOUR;

/// What becomes due while the computer sleeps. Of the leads so many in a thousand; the others stay quiet.
struct Weekend {
    name: &'static str,
    samples: usize,
    /// Their customers asked on Friday to be contacted.
    hot: u32,
    /// Their respond-by nears.
    near: u32,
    /// Their respond-by passes.
    expired: u32,
}

const WEEKENDS: [Weekend; 3] = [
    Weekend { name: "catch_up_100k", samples: 20, hot: 2, near: 8, expired: 0 },
    Weekend { name: "catch_up_100k_expired", samples: 10, hot: 2, near: 8, expired: 10 },
    Weekend { name: "catch_up_100k_all_due", samples: 5, hot: 2, near: 998, expired: 0 },
];

fn main() {
    let quick = std::env::args().any(|argument| argument == "--quick");
    let count = if quick { 2_000 } else { 100_000 };
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("the target folder can be written");
    for weekend in &WEEKENDS {
        let desk = folder.path().join("friday.db");
        fill(&desk, weekend, count);
        let samples: Vec<Sample> = (0..if quick { 1 } else { weekend.samples })
            .map(|_| sample(&desk, &folder.path().join("monday.db"), weekend, count))
            .collect();
        std::fs::remove_file(desk).expect("our own file");
        tell(weekend, count, &samples);
    }
}

/// Prints both figures of a weekend.
fn tell(weekend: &Weekend, count: u32, samples: &[Sample]) {
    let milliseconds = |of: &dyn Fn(&Sample) -> Duration| -> Vec<f64> {
        samples.iter().map(|sample| of(sample).as_secs_f64() * 1000.0).collect()
    };
    let floor = milliseconds(&|sample| sample.floor);
    let due = samples.first().map_or(0, |sample| sample.due);
    let (fell_due, expired) = (weekend.fell_due(count), weekend.expired(count));
    let what = format!("of {count} open leads {fell_due} fell due ({due} reminders) and {expired} expired");
    let figures = [
        ("", "to the digest", milliseconds(&|sample| sample.told)),
        ("_whole", "to the end of the round", milliseconds(&|sample| sample.whole)),
    ];
    for (ending, until, samples) in figures {
        let name = format!("{}{ending}", weekend.name);
        println!("{}", json!({ "name": name, "samples": samples, "floor": floor, "note": format!("{until}; {what}") }));
    }
}

struct Sample {
    /// Until the digest was handed over.
    told: Duration,
    whole: Duration,
    floor: Duration,
    /// The reminders that the floor read.
    due: usize,
}

/// Catches up on a copy of `desk`.
fn sample(desk: &Path, copy: &PathBuf, weekend: &Weekend, count: u32) -> Sample {
    std::fs::copy(desk, copy).expect("there is room for a copy");
    let clock = Arc::new(ManualClock::at(FRIDAY));
    let app = open(copy, clock.clone());
    let mut alarm = Alarm::default();
    let mut friday = Instantly::default();
    alarm.round(&app, &mut friday).expect("a round");
    assert_eq!(friday.told.len(), 0, "everything that was due on Friday had been told");

    let monday = FRIDAY.plus(TimeDelta::milliseconds(WEEKEND));
    clock.set(monday);
    let (floor, due) = bare_sql(copy, monday);
    let mut notifier = Instantly::default();
    let begun = Instant::now();
    alarm.round(&app, &mut notifier).expect("a round");
    let whole = begun.elapsed();

    let [(told, Telling::Digest(digest))] = notifier.told.as_slice() else {
        panic!("a weekend is told as one digest, not as {:?}", notifier.told)
    };
    assert_eq!(
        (digest.fell_due, digest.expired),
        (weekend.fell_due(count), weekend.expired(count)),
        "all that was due"
    );
    let told = told.duration_since(begun);
    drop(app);
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", copy.display()));
    }
    Sample { told, whole, floor, due }
}

/// Reads what is due at `now` by its indexes: how long that takes, and how many reminders there are.
fn bare_sql(path: &Path, now: Timestamp) -> (Duration, usize) {
    let connection = Connection::open(path).expect("the copy is there");
    let statements = [
        "SELECT id, lead_id, kind, topic, due_at, deadline FROM reminders WHERE told_at IS NULL AND tell_at <= ?1",
        "SELECT id, customer FROM leads WHERE stage = 'received' AND respond_by <= ?1",
    ];
    let mut statements = statements.map(|sql| connection.prepare(sql).expect("the tables are there"));
    let begun = Instant::now();
    let [reminders, _expired] = statements.each_mut().map(|statement| {
        let mut rows = statement.query([now.as_millis()]).expect("a query");
        let mut count = 0;
        while let Some(row) = rows.next().expect("a row") {
            std::hint::black_box(row.get_ref(1).expect("a column"));
            count += 1;
        }
        count
    });
    (begun.elapsed(), reminders)
}

/// Notifications that are shown at once.
#[derive(Default)]
struct Instantly {
    told: Vec<(Instant, Telling)>,
}

impl Notifier for Instantly {
    fn show(&mut self, telling: &Telling) -> Result<(), String> {
        self.told.push((Instant::now(), telling.clone()));
        Ok(())
    }

    fn withdraw(&mut self, _: About) {}
}

struct Nobody;

impl ChangeListener for Nobody {
    fn changed(&self, _: &Changes) {}
}

fn open(path: &Path, clock: Arc<ManualClock>) -> App {
    let options = OpenOptions {
        path: path.to_owned(),
        clock,
        listener: Arc::new(Nobody),
        user_name: "sam".into(),
        system_locale: "en_US.UTF-8".into(),
    };
    App::open(options).expect("a database of our own")
}

/// Makes the desk as it is left on Friday: everything that is due by then has been told.
fn fill(path: &Path, weekend: &Weekend, count: u32) {
    let app = open(path, Arc::new(ManualClock::at(FRIDAY)));
    app.write(|tx, now, changes| {
        let mut chance = Chance(0x5EED);
        for number in 0..count {
            let mut lead = weekend.lead(number, &mut chance);
            lead.id = leads::insert(tx, &lead)?;
            let file = Actor::File("leads.json".into());
            let told = change::Told { action: Action::Received, actor: &file, at: lead.received_at, now };
            change::append(tx, &lead, &told, &[])?;
            plan::of_lead(tx, &lead, now)?;
        }
        changes.all();
        Ok(())
    })
    .expect("leads are written");
    Alarm::default().round(&app, &mut Instantly::default()).expect("a round");
    drop(app);
    // One file without a journal can be copied.
    let connection = Connection::open(path).expect("our own file");
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).expect("nobody else has it open");
}

impl Weekend {
    fn fell_due(&self, count: u32) -> u32 {
        count / 1000 * (self.hot + self.near)
    }

    fn expired(&self, count: u32) -> u32 {
        count / 1000 * self.expired
    }

    /// The leads of each thousand are of the same kinds.
    fn lead(&self, number: u32, chance: &mut Chance) -> Lead {
        let of_thousand = number % 1000;
        let after_friday = |millis: i64| FRIDAY.plus(TimeDelta::milliseconds(millis));
        let hot = of_thousand < self.hot;
        let days_ago = after_friday(-chance.between(24 * HOUR, 120 * HOUR));
        let (received_at, respond_by) = if hot {
            // Their 72 hours end on Monday, after the computer has woken up.
            let received_at = after_friday(-chance.between(0, 7 * HOUR));
            (received_at, received_at.plus(TimeDelta::days(14)))
        } else if of_thousand < self.hot + self.near {
            // The moment three days before lies in the weekend, respond-by itself after it.
            (days_ago, after_friday(72 * HOUR + chance.between(HOUR, WEEKEND - HOUR)))
        } else if of_thousand < self.hot + self.near + self.expired {
            (days_ago, after_friday(chance.between(HOUR, WEEKEND - HOUR)))
        } else {
            // The moment three days before lies after the weekend.
            (days_ago, after_friday(72 * HOUR + WEEKEND + chance.between(HOUR, 168 * HOUR)))
        };
        let customer = format!("Customer {number:06}");
        let contact = Contact {
            name: "Robin Baker".into(),
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
            respond_by,
            stage: Stage::Received,
            customer: Customer { name: customer, country: Some("US".into()), ..Customer::default() },
            contacts: vec![contact],
            requested_contact: hot,
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
}

/// The same numbers in every run (splitmix64).
struct Chance(u64);

impl Chance {
    fn between(&mut self, least: i64, most: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        least + i64::try_from(mixed % most.abs_diff(least)).expect("a weekend is short")
    }
}
