//! What may happen to a desk: leads come, the user acts, time passes or jumps, the world breaks.

use chrono::Days;
use hearth_core::actions::alarm::{self, Alarm};
use hearth_core::actions::change::{self, Seen};
use hearth_core::actions::{
    decline_lead, follow_up, mark_contacted, pause, plan, settings, snooze, telling, undo_action,
};
use hearth_core::api::{AlarmRules, HotRules, QuietHours, RespondRules, Settings};
use hearth_core::domain::history::Action;
use hearth_core::domain::lead::*;
use hearth_core::domain::lifecycle;
use hearth_core::domain::time::{Date, Timestamp};
use hearth_core::domain::zone::{DAY_BEGINS, Zone};
use hearth_core::store::undo;

use super::life::Life;
use super::reference::{self, About, DAY, HOUR, MINUTE, Rules, Stage as At};
use super::world::ZONES;

impl Life<'_> {
    /// One event, and the round that follows it, if the computer lives to make it.
    pub fn step(&mut self) {
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
                change::by_user(app, seen, Action::Accepted, |lead, now| {
                    lifecycle::accept(lead, Deal::default(), Vec::new(), now)
                })
                .unwrap();
                lead.stage = At::Accepted;
                lead.snoozed_until = None;
                lead.settle(&[About::Contact, About::Answer]);
                "accepted"
            }
            3 if lead.stage == At::Received => {
                decline_lead::decline_lead(app, seen, 1.try_into().unwrap(), None).unwrap();
                let declined = seen.revision + 1;
                let offer =
                    app.read(|connection, _| undo::of_lead(connection, id, declined)).unwrap().expect("an offer");
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
                let day = self.zone.day(Timestamp::from_millis(now)) + Days::new(self.chance.below(4));
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
        self.rules = Rules::from(&rules);
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
}
