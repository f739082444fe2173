//! The desk of the model: the real core on a real database, whose clock and zone a schedule moves.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use chrono::TimeDelta;
use hearth_core::actions::plan;
use hearth_core::app::App;
use hearth_core::clock::ManualClock;
use hearth_core::domain::lead::*;
use hearth_core::domain::time::Timestamp;
use hearth_core::domain::zone::Zone;
use hearth_core::store::leads;
use tempfile::TempDir;

use super::Chance;
use super::life::Life;
use crate::support::{Heard, at, options};

pub const ZONES: [&str; 6] =
    ["UTC", "Asia/Seoul", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"];

pub struct World {
    pub app: App,
    pub clock: Arc<ManualClock>,
    _folder: TempDir,
}

impl World {
    pub fn new() -> Self {
        // Nothing here has to survive a power cut, and in memory it is ten times as fast.
        let memory = Path::new("/dev/shm");
        let folder = if memory.is_dir() { TempDir::new_in(memory) } else { tempfile::tempdir() }.unwrap();
        let clock = Arc::new(ManualClock::at(at("2026-03-27T09:00:00Z")));
        let app =
            App::open(options(&folder.path().join("hearth.db"), clock.clone(), Arc::new(Heard::default()))).unwrap();
        Self { app, clock, _folder: folder }
    }

    /// Lives through the schedule of `seed`; how many reminders were told.
    pub fn live(&mut self, seed: u64) -> u64 {
        let mut chance = Chance::new(seed);
        self.app
            .write(|tx, _, _| {
                tx.execute("DELETE FROM leads", [])?;
                tx.execute("DELETE FROM match_keys", [])?;
                tx.execute("DELETE FROM digests", [])?;
                tx.execute("DELETE FROM settings", [])?;
                Ok(())
            })
            .unwrap();
        // Around both changes of the clock, and in the middle of a year.
        let start = chance.of(&["2026-03-27T09:00:00Z", "2026-10-23T20:00:00Z", "2026-07-01T00:00:00Z"]);
        self.clock.set(at(start).plus(TimeDelta::minutes(15 * chance.below(400) as i64)));
        let zone = Zone::parse(chance.of(&ZONES)).unwrap();
        self.clock.carry_to(zone);
        let story = format!("schedule {seed} from {start} in {zone}");
        Life::new(self, chance, story).go_on()
    }
}

impl World {
    pub fn add(&self, received: i64, respond_by: i64, asked: bool) -> LeadId {
        let lead = Lead {
            id: 0,
            revision: 0,
            lead_type: LeadType::CustomerInquiry,
            origin: Origin::Hand,
            hearth_id: HearthId::default(),
            merged_into: None,
            referral_id: None,
            engagement_id: None,
            favorite: false,
            received_at: Timestamp::from_millis(received),
            respond_by: Timestamp::from_millis(respond_by),
            stage: Stage::Received,
            customer: Customer { name: "Customer".into(), ..Customer::default() },
            contacts: Vec::new(),
            requested_contact: asked,
            contacted: None,
            snoozed_until: None,
            follow_up: None,
            need: Need::default(),
            deal: Deal::default(),
            employees: Vec::new(),
            invited_by: InvitedBy::default(),
            source_status: SourceStatus::default(),
        };
        self.app
            .write(|tx, now, _| {
                let id = leads::insert(tx, &lead)?;
                plan::of_lead(tx, &leads::get(tx, id)?, now)?;
                Ok(id)
            })
            .unwrap()
    }

    pub fn revision(&self, id: LeadId) -> i64 {
        self.app.read(|connection, _| Ok(leads::get(connection, id)?.revision)).unwrap()
    }

    /// The leads and, in the reference's words, the moments of these reminders.
    pub fn names(&self, ids: impl IntoIterator<Item = i64>) -> BTreeSet<(LeadId, String)> {
        let read = |id: i64| {
            self.app.read(|connection, _| {
                let sql = "SELECT lead_id, kind, due_at, key FROM reminders WHERE id = ?1";
                Ok(connection.prepare_cached(sql)?.query_row([id], |row| {
                    let (kind, at): (String, i64) = (row.get(1)?, row.get(2)?);
                    let name = match kind.as_str() {
                        "hotArrived" => format!("arrived {at}"),
                        "hotLeft" => format!("left {at}"),
                        "hotLapsed" => format!("lapsed {at}"),
                        "respondLeft" => format!("respond {at}"),
                        "followUp" => row.get::<_, String>(3)?.replace("followUp", "follow up"),
                        other => format!("{other} {at}"),
                    };
                    Ok((row.get(0)?, name))
                })?)
            })
        };
        ids.into_iter().map(|id| read(id).unwrap()).collect()
    }
}
