//! A desk and its reference, living through the same schedule.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;

use chrono::TimeDelta;
use hearth_core::actions::alarm::{Alarm, Notifier};
use hearth_core::actions::change::Seen;
use hearth_core::actions::telling::{About as Subject, Telling};
use hearth_core::actions::{
    alarm, decline_lead, follow_up, mark_contacted, pause, plan, settings, snooze, telling, undo_action,
};
use hearth_core::api::{AlarmRules, HotRules, QuietHours, RespondRules, Settings};
use hearth_core::app::App;
use hearth_core::clock::{Clock as _, ManualClock};
use hearth_core::domain::lead::*;
use hearth_core::domain::lifecycle;
use hearth_core::domain::time::{Date, Timestamp};
use hearth_core::domain::zone::{DAY_BEGINS, Zone};
use hearth_core::store::{leads, undo};
use tempfile::TempDir;

use super::Chance;
use super::reference::{self, About, DAY, HOUR, MINUTE, Moment, Rules, Stage as At};
use crate::support::{Heard, at, options};

const ZONES: [&str; 6] =
    ["UTC", "Asia/Seoul", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"];

/// A screen that may fail, and at whose sight the computer may crash.
#[derive(Default)]
struct Screen {
    fails: bool,
    /// Crashes when this many more have been shown.
    crash_after: Option<usize>,
    shown: Vec<Telling>,
}

impl Notifier for Screen {
    fn show(&mut self, telling: &Telling) -> Result<(), String> {
        if self.fails {
            return Err("the server has gone".into());
        }
        self.shown.push(telling.clone());
        match &mut self.crash_after {
            Some(0) => std::panic::panic_any(Crash),
            Some(left) => *left -= 1,
            None => {}
        }
        Ok(())
    }

    fn withdraw(&mut self, _: Subject) {}
}

/// The computer stops here.
struct Crash;

pub struct World {
    app: App,
    clock: Arc<ManualClock>,
    _folder: TempDir,
}

/// One schedule.
struct Life<'a> {
    world: &'a World,
    chance: Chance,
    alarm: Alarm,
    screen: Screen,
    rules: Rules,
    zone: Zone,
    paused_until: Option<i64>,
    last_round: Option<i64>,
    leads: BTreeMap<LeadId, reference::Lead>,
    told: u64,
    story: Vec<String>,
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
        let mut life = Life {
            world: self,
            chance,
            alarm: Alarm::default(),
            screen: Screen::default(),
            rules: reference_rules(&AlarmRules::default()),
            zone: Zone::UTC,
            paused_until: None,
            last_round: None,
            leads: BTreeMap::new(),
            told: 0,
            story: vec![format!("schedule {seed} from {start} in {zone}")],
        };
        let steps = 4 + life.chance.below(12);
        for _ in 0..steps {
            life.step();
        }
        life.told
    }
}

impl Life<'_> {
    fn now(&self) -> i64 {
        self.world.clock.now().as_millis()
    }

    fn tell(&mut self, what: String) {
        self.story.push(format!("{} {what}", Timestamp::from_millis(self.now())));
    }

    fn fail(&self, why: &str) -> ! {
        panic!("{why}\n{}", self.story.join("\n"))
    }

    /// One event, and the round that follows it, if the computer lives to make it.
    fn step(&mut self) {
        match self.chance.below(19) {
            0..=4 => self.arrive(),
            5..=8 => self.act(),
            9..=12 => self.wait(),
            13 | 14 => self.sleep_or_jump(),
            15 => self.change_rules(),
            16 => self.change_zone(),
            17 => self.pause_or_resume(),
            _ => self.server_changes(),
        }
        if self.chance.one_in(6) {
            self.crash();
        } else {
            self.round();
        }
    }

    fn arrive(&mut self) {
        let now = self.now();
        for _ in 0..self.chance.of(&[1, 1, 1, 2, 5]) {
            let received = now - 15 * MINUTE * self.chance.below(400) as i64;
            let respond_by = received + DAY * self.chance.of(&[2, 5, 14, 14]);
            let asked = self.chance.below(3) > 0;
            if respond_by <= now {
                continue;
            }
            let id = self.world.add(received, respond_by, asked);
            let mut lead = reference::Lead::new(received, respond_by, asked);
            lead.plan(&self.rules, self.zone, now);
            self.leads.insert(id, lead);
            self.tell(format!("lead {id} comes, received {}, hot {asked}", Timestamp::from_millis(received)));
        }
    }

    fn act(&mut self) {
        let now = self.now();
        let open: Vec<LeadId> = self.leads.iter().filter(|(_, lead)| lead.is_open(now)).map(|(id, _)| *id).collect();
        if open.is_empty() {
            return;
        }
        let id = self.chance.of(&open);
        let app = &self.world.app;
        let seen = Seen { id, revision: self.world.revision(id) };
        let lead = self.leads.get_mut(&id).expect("it is open");
        let all = [About::Contact, About::Answer, About::FollowUp];
        let did = match self.chance.below(7) {
            0 => {
                let contacted = Contacted { at: Timestamp::from_millis(now), way: ContactWay::Phone, note: None };
                mark_contacted::mark_contacted(app, seen, contacted).unwrap();
                lead.contacted = true;
                lead.snoozed_until = None;
                lead.settle(&[About::Contact]);
                "contacted"
            }
            1 if lead.stage == At::Received => {
                decline_lead::decline_lead(app, seen, 1.try_into().unwrap(), None).unwrap();
                lead.stage = At::Archived;
                lead.snoozed_until = None;
                lead.settle(&all);
                "declined"
            }
            2 if lead.stage == At::Received => {
                // By the same rule as the form, without the form.
                hearth_core::actions::change::by_user(
                    app,
                    seen,
                    hearth_core::domain::history::Action::Accepted,
                    |lead, now| lifecycle::accept(lead, Deal::default(), Vec::new(), now),
                )
                .unwrap();
                lead.stage = At::Accepted;
                lead.snoozed_until = None;
                lead.settle(&[About::Contact, About::Answer]);
                "accepted"
            }
            3 if lead.stage == At::Received => {
                decline_lead::decline_lead(app, seen, 1.try_into().unwrap(), None).unwrap();
                let offer = app.read(|connection, _| undo::of_lead(connection, id)).unwrap().expect("an offer");
                undo_action::undo_action(app, offer.id).unwrap();
                // Declined, it had nothing pending; what it has now is planned anew, and in nobody's hands.
                lead.claimed.clear();
                "declined and taken back"
            }
            4 => {
                let until = now + 15 * MINUTE * (1 + self.chance.below(300) as i64);
                snooze::snooze(app, seen, Some(Timestamp::from_millis(until)), true).unwrap();
                lead.snoozed_until = Some(until);
                lead.settle(&all);
                "snoozed"
            }
            5 => {
                snooze::snooze(app, seen, None, false).unwrap();
                lead.snoozed_until = None;
                "woken"
            }
            _ => {
                let day = self.zone.day(Timestamp::from_millis(now)) + chrono::Days::new(self.chance.below(4));
                let wanted = (!self.chance.one_in(4)).then_some(FollowUp { on: Date(day), note: None });
                lead.follow_up = wanted.as_ref().map(|follow_up| follow_up.on.0.and_time(DAY_BEGINS));
                follow_up::set_follow_up(app, seen, wanted).unwrap();
                lead.settle(&[About::FollowUp]);
                "follow-up set"
            }
        };
        lead.plan(&self.rules, self.zone, now);
        self.tell(format!("lead {id} {did}"));
    }

    /// Time passes while the thread runs: it wakes up when it said it would.
    fn wait(&mut self) {
        let until = self.now() + self.chance.of(&[MINUTE, HOUR, 5 * HOUR, DAY, 4 * DAY]);
        self.tell(format!("waits until {}", Timestamp::from_millis(until)));
        for _ in 0..200 {
            let next = alarm::next_look(&self.world.app).unwrap().map_or(i64::MAX, Timestamp::as_millis);
            if next > until {
                self.nothing_was_due_before(until);
                break;
            }
            self.nothing_was_due_before(next);
            self.world.clock.set(Timestamp::from_millis(next.max(self.now())));
            // The thread looks at least once a minute, so it was never away.
            self.alarm_was_awake();
            self.round();
        }
        self.world.clock.set(Timestamp::from_millis(until));
        self.alarm_was_awake();
    }

    /// The rounds of each minute in between, which find nothing: only their time counts.
    fn alarm_was_awake(&mut self) {
        let now = self.now();
        if self.last_round.is_some_and(|last| now - last > 5 * MINUTE) {
            self.world.clock.set(Timestamp::from_millis(now - MINUTE));
            self.round();
            self.world.clock.set(Timestamp::from_millis(now));
        }
    }

    /// Nobody could have been told before the thread wakes up: it does not sleep through anything.
    fn nothing_was_due_before(&self, next: i64) {
        let just_before = next - 1;
        if just_before < self.now() {
            return;
        }
        for (id, lead) in &self.leads {
            let due = lead.tellable(&self.rules, self.zone, self.paused_until, just_before);
            if !due.is_empty() {
                self.fail(&format!(
                    "the thread sleeps until {} over {due:?} of lead {id}",
                    Timestamp::from_millis(next)
                ));
            }
        }
    }

    /// The monotonic clock stands, or the wall clock is moved: either way the next round finds another time.
    fn sleep_or_jump(&mut self) {
        let by = self.chance.of(&[
            MINUTE,
            HOUR,
            7 * HOUR,
            DAY,
            3 * DAY,
            30 * DAY,
            365 * DAY,
            -MINUTE,
            -HOUR,
            -DAY,
            -365 * DAY,
        ]);
        self.world.clock.set(Timestamp::from_millis(self.now() + by));
        self.tell(format!("the clock has moved by {} minutes", by / MINUTE));
    }

    fn change_rules(&mut self) {
        let chance = &mut self.chance;
        let quiet_hours = chance.of(&[
            None,
            Some((20 * 60, 8 * 60)),
            Some((12 * 60, 13 * 60 + 30)),
            Some((22 * 60 + 15, 2 * 60 + 30)),
        ]);
        let rules = AlarmRules {
            hot: HotRules {
                on_arrival: chance.below(4) > 0,
                hours_before: chance.of(&[&[24, 4, 1][..], &[48, 2], &[]]).to_vec(),
                on_lapse: chance.below(4) > 0,
                quiet: chance.below(3) > 0,
            },
            respond: RespondRules {
                hours_before: chance.of(&[&[72, 24][..], &[100, 5], &[]]).to_vec(),
                quiet: chance.below(3) > 0,
            },
            quiet_hours: quiet_hours.map(|(from_minute, to_minute)| QuietHours { from_minute, to_minute }),
            working_days: chance.of(&[&[1, 2, 3, 4, 5, 6, 7][..], &[1, 2, 3, 4, 5], &[2]]).to_vec(),
        };
        self.tell(format!("{rules:?}"));
        let same = self.world.app.read(|c, _| hearth_core::store::settings::get(c)).unwrap().alarm == rules;
        self.rules = reference_rules(&rules);
        settings::save(&self.world.app, &Settings { alarm: rules, ..Settings::default() }).unwrap();
        if !same {
            let now = self.now();
            self.leads.values_mut().for_each(|lead| lead.plan_ahead(&self.rules, self.zone, now));
        }
    }

    fn change_zone(&mut self) {
        let zone = Zone::parse(self.chance.of(&ZONES)).unwrap();
        self.world.clock.carry_to(zone);
        self.tell(format!("carried to {zone}"));
    }

    fn pause_or_resume(&mut self) {
        if self.paused_until.is_some() && self.chance.one_in(2) {
            pause::resume(&self.world.app).unwrap();
            self.paused_until = None;
            self.tell("resumed".into());
        } else {
            // The zone is followed at a round, so a pause may still be of the one before.
            plan::follow_zone(&self.world.app).unwrap();
            self.follow_zone();
            let until = pause::pause_until_tomorrow(&self.world.app).unwrap();
            self.paused_until = Some(until.as_millis());
            self.tell(format!("paused until {until}"));
        }
    }

    fn server_changes(&mut self) {
        self.screen.fails = !self.screen.fails;
        self.tell(format!("the server fails: {}", self.screen.fails));
        if !self.screen.fails {
            self.alarm.bubbles_arrive_again(&self.world.app).unwrap();
            for lead in self.leads.values_mut() {
                for (name, moment) in std::mem::take(&mut lead.failed) {
                    lead.told.remove(&name);
                    lead.claimed.remove(&name);
                    lead.pending.insert(name, moment);
                }
            }
        }
    }

    /// The computer stops between claim and show, or between show and mark.
    fn crash(&mut self) {
        let now = self.now();
        if self.chance.one_in(2) {
            self.tell("stops after the claim".into());
            telling::claim(&self.world.app, false).unwrap();
            for lead in self.leads.values_mut() {
                for name in lead.tellable(&self.rules, self.zone, self.paused_until, now) {
                    lead.claimed.insert(name, now);
                }
            }
        } else {
            let after = self.chance.below(3) as usize;
            self.tell(format!("stops when {after} more were shown"));
            self.screen.crash_after = Some(after);
            self.round();
            self.screen.crash_after = None;
        }
        self.alarm = Alarm::default();
        self.last_round = None;
    }

    fn follow_zone(&mut self) {
        let zone = self.world.clock.zone();
        if zone != self.zone {
            self.zone = zone;
            let now = self.now();
            self.leads.values_mut().for_each(|lead| lead.plan_ahead(&self.rules, zone, now));
        }
    }

    /// A round of the alarm, and what it must have told.
    fn round(&mut self) {
        let now = self.now();
        let away = self.last_round.replace(now).is_none_or(|last| now - last > 5 * MINUTE);
        self.follow_zone();
        self.expire(away, now);
        let mut expected: BTreeSet<(LeadId, String)> = BTreeSet::new();
        for (id, lead) in &self.leads {
            let due = lead.tellable(&self.rules, self.zone, self.paused_until, now);
            expected.extend(due.into_iter().map(|name| (*id, name)));
        }
        let (alarm, screen, app) = (&mut self.alarm, &mut self.screen, &self.world.app);
        let ended = catch_unwind(AssertUnwindSafe(|| alarm.round(app, screen)));
        let crashed = match ended {
            Ok(round) => {
                round.unwrap();
                false
            }
            Err(panic) if panic.is::<Crash>() => true,
            Err(panic) => std::panic::resume_unwind(panic),
        };
        let shown = std::mem::take(&mut self.screen.shown);
        let told = self.world.names(shown.iter().flat_map(|telling| telling.ids().iter().copied()));
        for (lead, name) in &expected {
            self.told += 1;
            self.leads.get_mut(lead).expect("known").claimed.insert(name.clone(), now);
        }
        if self.screen.fails {
            if !told.is_empty() {
                self.fail("a server that fails shows nothing");
            }
            for (id, name) in expected {
                let lead = self.leads.get_mut(&id).expect("known");
                let moment = lead.pending.remove(&name).expect("it was pending");
                lead.told.insert(name.clone());
                lead.failed.insert(name, moment);
            }
            return;
        }
        if told != expected && !(crashed && told.is_subset(&expected)) {
            self.fail(&format!("told {told:?}\nexpected {expected:?}"));
        }
        // In a crash the last one was shown but not marked.
        let marked = &shown[..shown.len() - usize::from(crashed)];
        for (id, name) in self.world.names(marked.iter().flat_map(|telling| telling.ids().iter().copied())) {
            let lead = self.leads.get_mut(&id).expect("known");
            lead.pending.remove(&name);
            lead.told.insert(name);
        }
    }

    fn expire(&mut self, away: bool, now: i64) {
        for lead in self.leads.values_mut() {
            if lead.stage != At::Received || now < lead.respond_by {
                continue;
            }
            lead.stage = At::Archived;
            lead.snoozed_until = None;
            lead.settle(&[About::Contact, About::Answer, About::FollowUp]);
            lead.plan(&self.rules, self.zone, now);
            if away && now - lead.respond_by > 5 * MINUTE {
                let (name, at) = (format!("expired {}", lead.respond_by), lead.respond_by);
                lead.pending
                    .insert(name.clone(), Moment { name, about: About::Answer, at, deadline: at, warns: false });
            }
        }
    }
}

impl World {
    fn add(&self, received: i64, respond_by: i64, asked: bool) -> LeadId {
        let lead = Lead {
            id: 0,
            revision: 0,
            lead_type: LeadType::CustomerInquiry,
            origin: Origin::Hand,
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

    fn revision(&self, id: LeadId) -> i64 {
        self.app.read(|connection, _| Ok(leads::get(connection, id)?.revision)).unwrap()
    }

    /// The leads and, in the reference's words, the moments of these reminders.
    fn names(&self, ids: impl IntoIterator<Item = i64>) -> BTreeSet<(LeadId, String)> {
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

fn reference_rules(rules: &AlarmRules) -> Rules {
    Rules {
        arrival: rules.hot.on_arrival,
        hot_hours: rules.hot.hours_before.iter().map(|hours| i64::from(*hours)).collect(),
        lapse: rules.hot.on_lapse,
        hot_quiet: rules.hot.quiet,
        respond_hours: rules.respond.hours_before.iter().map(|hours| i64::from(*hours)).collect(),
        respond_quiet: rules.respond.quiet,
        quiet: rules.quiet_hours.map(|quiet| (u32::from(quiet.from_minute), u32::from(quiet.to_minute))),
        days: rules.working_days.iter().map(|day| u32::from(*day)).collect(),
    }
}
