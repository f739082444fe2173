//! One schedule: what the desk and its reference know, and the round after each event, in which both must agree. The events
//! are `events`.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};

use hearth_core::actions::alarm::{Alarm, Notifier};
use hearth_core::actions::telling::{About as Subject, Telling};
use hearth_core::api::AlarmRules;
use hearth_core::clock::Clock as _;
use hearth_core::domain::lead::LeadId;
use hearth_core::domain::time::Timestamp;
use hearth_core::domain::zone::Zone;

use super::Chance;
use super::reference::{self, About, MINUTE, Moment, Rules, Stage as At};
use super::world::World;

/// A screen that may fail, and at whose sight the computer may crash.
#[derive(Default)]
pub struct Screen {
    pub fails: bool,
    /// Crashes when this many more have been shown.
    pub crash_after: Option<usize>,
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

/// One schedule.
pub struct Life<'a> {
    pub world: &'a World,
    pub chance: Chance,
    pub alarm: Alarm,
    pub screen: Screen,
    pub rules: Rules,
    pub zone: Zone,
    pub paused_until: Option<i64>,
    pub last_round: Option<i64>,
    pub leads: BTreeMap<LeadId, reference::Lead>,
    told: u64,
    story: Vec<String>,
}

impl<'a> Life<'a> {
    pub fn new(world: &'a World, chance: Chance, story: String) -> Self {
        Self {
            world,
            chance,
            alarm: Alarm::default(),
            screen: Screen::default(),
            rules: Rules::from(&AlarmRules::default()),
            zone: Zone::UTC,
            paused_until: None,
            last_round: None,
            leads: BTreeMap::new(),
            told: 0,
            story: vec![story],
        }
    }

    /// Lives to the end of the schedule; how many reminders were told.
    pub fn go_on(mut self) -> u64 {
        for _ in 0..4 + self.chance.below(12) {
            self.step();
        }
        self.told
    }

    pub fn now(&self) -> i64 {
        self.world.clock.now().as_millis()
    }

    pub fn tell(&mut self, what: String) {
        self.story.push(format!("{} {what}", Timestamp::from_millis(self.now())));
    }

    pub fn fail(&self, why: &str) -> ! {
        panic!("{why}\n{}", self.story.join("\n"))
    }

    pub fn follow_zone(&mut self) {
        let zone = self.world.clock.zone();
        if zone != self.zone {
            self.zone = zone;
            let now = self.now();
            self.leads.values_mut().for_each(|lead| lead.plan_ahead(&self.rules, zone, now));
        }
    }

    /// A round of the alarm, and what it must have told.
    pub fn round(&mut self) {
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
            if away && lead.respond_by < now {
                let (name, at) = (format!("expired {}", lead.respond_by), lead.respond_by);
                lead.pending
                    .insert(name.clone(), Moment { name, about: About::Answer, at, deadline: at, warns: false });
            }
        }
    }
}
