//! How late the alarm tells: from the instant at which a reminder falls due to the call that shows it on the session bus.
//!
//! The real app with the real clock, its window open, on a desk of hot leads whose last four hours begin one after the
//! other. Between them a bare timer sleeps to instants of its own and notifies on the same bus: that is the floor.

use std::time::Duration;

use super::Extent;
use super::programs::Programs;
use super::report::{Figure, quantile, shown};
use super::stage::{Notified, Stage};
use crate::process::Outcome;
use crate::referrals::{self, HOUR, Referral};
use crate::workspace::target;

/// Between two leads, on average: many of them at once would be one digest.
const APART: i64 = 400;
/// From the receipt of a hot lead to the reminder that it has four hours left.
const REMINDED_AFTER: i64 = 68 * HOUR;
/// After the last instant, what has not come does not come.
const PATIENCE: Duration = Duration::from_secs(10);

pub fn measure(programs: &Programs, extent: Extent) -> Outcome<[Figure; 1]> {
    // Time for the import, and for the digest of what is due with it, before the first instant.
    let (count, ahead) = match extent {
        Extent::Full => (150, 20_000),
        Extent::Quick => (5, 4_000),
    };
    println!("\nFrom due to the bus: {count} hot leads, {APART} ms apart.");
    let stage = Stage::set("due")?;
    let desktop = stage.desktop(programs)?;
    let mut hearth = stage.hearth(programs, false)?;
    if !stage.screen.painted(&mut hearth, &target()?.join("bench").join("due.png"))? {
        return Err("Hearth's window stayed empty".into());
    }
    let plan = Plan::from(referrals::now() + ahead, count);
    let file = stage.file("hot-leads.json", &referrals::list(&plan.referrals()))?;
    stage.import(programs, &file)?;
    let instants: Vec<String> = plan.floor().map(|instant| (instant * 1000).to_string()).collect();
    let _timer = stage.open(&programs.bare_timer(), |command| command.args(&instants))?;

    let mut heard = Vec::new();
    while let Some(notified) = desktop.next(plan.left() + PATIENCE)? {
        heard.push(notified);
        // Who is late by as much as the patience is counted as missing.
        if plan.left().is_zero() && plan.delays(&heard).len() == plan.due.len() {
            break;
        }
    }
    if let Some(status) = hearth.ended()? {
        return Err(format!("Hearth ended while its alarm was measured ({status})"));
    }
    let (samples, floor) = (plan.delays(&heard), plan.floor_delays(&heard));
    if samples.is_empty() || floor.is_empty() {
        return Err(format!("of {} notifications none was of a lead that fell due, or of the floor", heard.len()));
    }
    let early = samples.iter().filter(|delay| **delay < 0.0).count();
    let note = format!(
        "{} of {count} told one by one, {early} too early; the worst after {} ms, the floor's after {} ms",
        samples.len(),
        shown(quantile(&samples, 100)),
        shown(quantile(&floor, 100)),
    );
    Ok([Figure { name: "due_to_bus".into(), unit: "ms", samples, floor, note: Some(note) }])
}

/// Which lead falls due when, in milliseconds since 1970.
struct Plan {
    due: Vec<i64>,
}

impl Plan {
    fn from(first: i64, count: i64) -> Self {
        // Not in step with anything: what is due on the beat of a timer would always be early or always late.
        Self { due: (0..count).map(|number| first + number * APART + number * 37 % 101).collect() }
    }

    fn customer(number: usize) -> String {
        format!("Waiting Customer {number:03}")
    }

    fn referrals(&self) -> Vec<Referral> {
        let referral = |(number, due): (u32, &i64)| Referral {
            number,
            customer: Self::customer(number as usize),
            received: due - REMINDED_AFTER,
            hot: true,
        };
        (0..).zip(&self.due).map(referral).collect()
    }

    /// The floor's instants: as many, each in the middle between two leads.
    fn floor(&self) -> impl Iterator<Item = i64> {
        self.due.iter().map(|due| due + APART / 2)
    }

    /// How long it is until everything was due.
    fn left(&self) -> Duration {
        let left = self.floor().last().unwrap_or_default() - referrals::now();
        Duration::from_millis(u64::try_from(left).unwrap_or(0))
    }

    /// How late each lead was told; those that were not told by themselves are missing.
    fn delays(&self, heard: &[Notified]) -> Vec<f64> {
        let hearth: Vec<&Notified> = heard.iter().filter(|one| one.app != "bare_timer").collect();
        let told = self.due.iter().enumerate().filter_map(|(number, due)| {
            let customer = Self::customer(number);
            // The digest of what was due at the import may name it too, long before.
            let told = hearth.iter().find(|one| one.at > (due - APART) * 1000 && one.text.contains(&customer))?;
            Some(milliseconds(told.at - due * 1000))
        });
        told.collect()
    }

    fn floor_delays(&self, heard: &[Notified]) -> Vec<f64> {
        let calls = heard.iter().filter(|one| one.app == "bare_timer");
        calls.zip(self.floor()).map(|(call, instant)| milliseconds(call.at - instant * 1000)).collect()
    }
}

fn milliseconds(micros: i64) -> f64 {
    Duration::from_micros(micros.unsigned_abs()).as_secs_f64() * 1000.0 * if micros < 0 { -1.0 } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notified(app: &str, at: i64, text: &str) -> Notified {
        Notified { app: app.into(), at, text: text.into() }
    }

    #[test]
    fn a_delay_is_counted_from_the_instant_of_its_own_lead() {
        let plan = Plan::from(1_000_000, 2);
        let heard = [
            notified("Hearth", 990_000_000, "2 leads need you: Waiting Customer 000, Waiting Customer 001"),
            notified("Hearth", 1_000_012_500, "Waiting Customer 000 is waiting"),
            notified("bare_timer", 1_000_200_400, "Yardstick 0 is waiting"),
        ];
        assert_eq!(
            plan.delays(&heard),
            [12.5],
            "the digest at the import is another reminder; the second lead never came"
        );
        assert_eq!(plan.floor_delays(&heard), [0.4], "and the floor is counted by itself");
    }

    #[test]
    fn leads_fall_due_one_by_one() {
        let plan = Plan::from(0, 150);
        let apart = plan.due.windows(2).map(|two| two[1] - two[0]).min();
        assert!(apart >= Some(APART - 101), "two at once would be told as one: {apart:?}");
    }
}
