//! What Hearth costs while nothing is due: wake-ups and processor time, beside an empty window of the same toolkit.
//!
//! All of them run at the same time, each on a stage of its own, so that whatever else the machine does it does to all.
//! Counted are the app and every process of its web view, and, by themselves, the threads of the alarm.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::{Duration, Instant};

use super::Extent;
use super::programs::Programs;
use super::report::{Figure, shown};
use super::stage::{Desktop, Stage};
use super::threads::{Name, Threads, Used};
use crate::process::{Beside, Outcome};
use crate::referrals::{self, HOUR, Referral};

/// The threads that wait for what falls due, and have it shown.
const ALARM: [&str; 2] = ["alarm", "notifier"];
/// The process in which a page lives.
const PAGE: &str = "WebKitWebProces";
/// The database in the data folder, and its journal.
const DATABASE: [&str; 2] = ["hearth.db", "hearth.db-wal"];
const LEADS: u32 = 500;
/// Every so many customers one waits for a call.
const HOT_ONE_IN: u32 = 20;
const MINUTE: f64 = 60.0;

/// What is measured beside what.
struct Case {
    name: &'static str,
    hidden: bool,
    /// Whether a notification server and a tray are there.
    desktop: bool,
}

const CASES: [Case; 3] = [
    Case { name: "", hidden: false, desktop: true },
    Case { name: "_hidden", hidden: true, desktop: true },
    Case { name: "_no_server", hidden: false, desktop: false },
];

pub fn measure(programs: &Programs, extent: Extent) -> Outcome<Vec<Figure>> {
    let (intervals, interval, settling) = match extent {
        Extent::Full => (10, Duration::from_secs(60), Duration::from_secs(90)),
        Extent::Quick => (2, Duration::from_secs(2), Duration::from_secs(4)),
    };
    println!(
        "\nIdle: {intervals} times {} s, after {} s to settle; {LEADS} leads, nothing due.",
        interval.as_secs(),
        settling.as_secs()
    );
    let database = quiet_desk(programs)?;
    let mut all = Vec::new();
    for case in &CASES {
        all.push(Watched::hearth(programs, case, &database)?);
    }
    for hidden in [false, true] {
        all.push(Watched::empty_window(programs, hidden)?);
    }
    std::thread::sleep(settling);
    all.iter_mut().try_for_each(Watched::begin)?;
    for _ in 0..intervals {
        std::thread::sleep(interval);
        all.iter_mut().try_for_each(Watched::look)?;
    }
    println!("Who was woken, per minute:");
    for watched in &all {
        println!("  {}: {}", watched.name, watched.busiest());
    }
    let (hearths, empties) = all.split_at(CASES.len());
    let compare = |(case, hearth): (&Case, &Watched)| compared(case, hearth, &empties[usize::from(case.hidden)]);
    Ok(CASES.iter().zip(hearths).flat_map(compare).collect())
}

/// The four figures of a case: wake-ups and processor time, of the whole app and of its alarm.
fn compared(case: &Case, hearth: &Watched, empty: &Watched) -> Vec<Figure> {
    let everyone = |_: &Name| true;
    let alarm = |(process, thread): &Name| process == "hearth" && ALARM.contains(&thread.as_str());
    let minutes = hearth.minutes();
    let note = |what: &str, of: &str, used: f64, floor: Option<f64>| {
        let floor =
            floor.map_or_else(String::new, |floor| format!(", beside {} of the empty window", shown(Some(floor))));
        Some(format!("{} {what} of {of} in {} min{floor}", shown(Some(used)), shown(Some(minutes))))
    };
    let (used, floor, of_alarm) = (hearth.total(everyone), empty.total(everyone), hearth.total(alarm));
    vec![
        Figure {
            name: format!("idle_wakeups{}", case.name),
            unit: "per minute",
            samples: hearth.rates(everyone, wake_ups),
            floor: empty.rates(everyone, wake_ups),
            note: note("wake-ups", "the whole app", wake_ups(used), Some(wake_ups(floor))),
        },
        Figure {
            name: format!("idle_wakeups_alarm{}", case.name),
            unit: "per minute",
            samples: hearth.rates(alarm, wake_ups),
            floor: Vec::new(),
            note: note("wake-ups", "the alarm's threads", wake_ups(of_alarm), None),
        },
        Figure {
            name: format!("idle_cpu{}", case.name),
            unit: "ms per minute",
            samples: hearth.rates(everyone, milliseconds),
            floor: empty.rates(everyone, milliseconds),
            note: note("s", "the whole app", milliseconds(used) / 1000.0, Some(milliseconds(floor) / 1000.0)),
        },
        Figure {
            name: format!("idle_cpu_alarm{}", case.name),
            unit: "ms per minute",
            samples: hearth.rates(alarm, milliseconds),
            floor: Vec::new(),
            note: note("s", "the alarm's threads", milliseconds(of_alarm) / 1000.0, None),
        },
    ]
}

#[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
fn wake_ups(used: Used) -> f64 {
    used.wake_ups as f64
}

fn milliseconds(used: Used) -> f64 {
    Duration::from_nanos(used.nanoseconds).as_secs_f64() * 1000.0
}

/// A program that is watched, and what it used from look to look. Fields are dropped from top to bottom: the program first.
struct Watched {
    name: String,
    program: Beside,
    _desktop: Option<Desktop>,
    _stage: Stage,
    last: (Instant, Threads),
    spent: Vec<(Duration, BTreeMap<Name, Used>)>,
}

impl Watched {
    fn hearth(programs: &Programs, case: &Case, database: &[PathBuf]) -> Outcome<Self> {
        let name = format!("hearth{}", case.name);
        let stage = Stage::set(&name)?;
        for file in database {
            fs::copy(file, stage.data().join(file.file_name().unwrap_or_default()))
                .map_err(|why| format!("{}: {why}", file.display()))?;
        }
        let desktop = if case.desktop { Some(stage.desktop(programs)?) } else { None };
        let program = stage.hearth(programs, case.hidden)?;
        Ok(Self::watch(name, stage, desktop, program))
    }

    fn empty_window(programs: &Programs, hidden: bool) -> Outcome<Self> {
        let name = if hidden { "empty_hidden" } else { "empty" };
        let stage = Stage::set(name)?;
        let mut program = stage.open(&programs.empty_window(), |command| {
            command.args(hidden.then_some("--hidden")).stdout(Stdio::piped())
        })?;
        program.first_line()?;
        Ok(Self::watch(name.to_owned(), stage, None, program))
    }

    fn watch(name: String, stage: Stage, desktop: Option<Desktop>, program: Beside) -> Self {
        let last = (Instant::now(), Threads::of(program.id()));
        Self { name, program, _desktop: desktop, _stage: stage, last, spent: Vec::new() }
    }

    /// Counts from here on.
    fn begin(&mut self) -> Outcome {
        self.look()?;
        self.spent.clear();
        if self.last.1.has_process(PAGE) { Ok(()) } else { Err(format!("{} has no page", self.name)) }
    }

    fn look(&mut self) -> Outcome {
        if let Some(status) = self.program.ended()? {
            return Err(format!("{} ended while it was watched ({status})", self.name));
        }
        let now = (Instant::now(), Threads::of(self.program.id()));
        self.spent.push((now.0 - self.last.0, now.1.since(&self.last.1)));
        self.last = now;
        Ok(())
    }

    fn minutes(&self) -> f64 {
        self.spent.iter().map(|(passed, _)| passed.as_secs_f64()).sum::<f64>() / MINUTE
    }

    fn total(&self, whose: impl Fn(&Name) -> bool) -> Used {
        self.spent.iter().fold(Used::default(), |sum, (_, used)| sum + sum_of(used, &whose))
    }

    /// From look to look, per minute.
    fn rates(&self, whose: impl Fn(&Name) -> bool, what: fn(Used) -> f64) -> Vec<f64> {
        self.spent.iter().map(|(passed, used)| what(sum_of(used, &whose)) * MINUTE / passed.as_secs_f64()).collect()
    }

    /// The threads that were woken most.
    fn busiest(&self) -> String {
        let mut by_name: BTreeMap<&Name, Used> = BTreeMap::new();
        for (name, used) in self.spent.iter().flat_map(|(_, used)| used) {
            let sum = by_name.entry(name).or_default();
            *sum = *sum + *used;
        }
        let mut by_name: Vec<_> = by_name.into_iter().filter(|(_, used)| used.wake_ups > 0).collect();
        by_name.sort_by_key(|(_, used)| std::cmp::Reverse(used.wake_ups));
        let minutes = self.minutes();
        let line = |((process, thread), used): &(&Name, Used)| {
            format!("{process}/{thread} {}", shown(Some(wake_ups(*used) / minutes)))
        };
        by_name.iter().take(8).map(line).collect::<Vec<_>>().join(", ")
    }
}

fn sum_of(used: &BTreeMap<Name, Used>, whose: impl Fn(&Name) -> bool) -> Used {
    used.iter().filter(|(name, _)| whose(name)).fold(Used::default(), |sum, (_, used)| sum + *used)
}

/// The database of [`quiet_leads`], and its journal: what was due at the import is told. Nothing runs on it any more.
fn quiet_desk(programs: &Programs) -> Outcome<Vec<PathBuf>> {
    let stage = Stage::set("quiet")?;
    let desktop = stage.desktop(programs)?;
    let file = stage.file("leads.json", &referrals::list(&quiet_leads(referrals::now())))?;
    stage.import(programs, &file)?;
    let mut hearth = stage.hearth(programs, false)?;
    if desktop.next(Duration::from_secs(60))?.is_none() {
        return Err("the hot leads of an import were not told".into());
    }
    // The mark follows the showing; without it the digest would be told again while it is watched.
    std::thread::sleep(Duration::from_secs(2));
    hearth.ask_to_end()?;
    Ok(DATABASE.iter().map(|name| stage.data().join(name)).filter(|file| file.exists()).collect())
}

/// Leads of which none has anything due in the coming hours. What the hot ones had due before is told at the import.
fn quiet_leads(now: i64) -> Vec<Referral> {
    let lead = |number: u32| {
        let hot = number.is_multiple_of(HOT_ONE_IN);
        // Of the hot ones 42 of 72 hours are left: the next moment is 24 hours before the end.
        let received = now - if hot { 30 } else { 60 } * HOUR - i64::from(number) * 1000;
        Referral { number, customer: format!("Patient Customer {number:03}"), received, hot }
    };
    (1..=LEADS).map(lead).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_falls_due_while_it_is_watched() {
        let now = 1_795_165_200_000;
        for lead in quiet_leads(now) {
            let age = now - lead.received;
            let moments: &[i64] = if lead.hot { &[0, 48, 68, 71, 72, 264, 312, 336] } else { &[264, 312, 336] };
            for moment in moments {
                let ahead = moment * HOUR - age;
                assert!(!(0..2 * HOUR).contains(&ahead), "{}: {ahead} ms ahead", lead.customer);
            }
        }
    }
}
