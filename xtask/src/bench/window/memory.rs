//! What a desk of a million leads keeps in memory after ten minutes of use, beside an empty window that stood as long. And what a
//! window takes that looks the same and does nothing, scrolled as long (`still`): what no program that looks like this goes below.
//!
//! All processes of either, the web view's included, as Linux counts them resident. What several processes share counts for each of
//! them, on both sides; what it comes to without that is in the note. For a try, `HEARTH_BENCH_MINUTES` makes the ten minutes shorter.

use std::time::{Duration, Instant};

use serde_json::json;

use super::super::Extent;
use super::super::programs::Programs;
use super::super::report::Figure;
use super::super::stage::Stage;
use super::super::threads;
use super::page;
use super::session::Session;
use super::still::Still;
use crate::process::Outcome;

/// A round of what a person does at the desk.
const USE: &str = "const [round, done] = arguments; (async () => {
    const { frame, frames, grid, wheel, set } = window.__bench;
    const search = document.querySelector('input[type=search], [role=searchbox], .search input');
    const words = ['northwind', '한빛', 'migration', 'country:KR', '1234', 'value:>50000 is:unanswered'];
    await frames(grid(), 3000, wheel());
    grid().scrollTop = grid().scrollHeight * ((round * 0.618034) % 1);
    for (let at = 0; at < 30; at++) await frame();
    set(search, words[round % words.length]);
    for (let at = 0; at < 60; at++) await frame();
    document.querySelectorAll('#lead-list [role=row][aria-rowindex]')[round % 5]?.click();
    for (let at = 0; at < 60; at++) await frame();
    set(search, '');
    for (let at = 0; at < 30; at++) await frame();
    return {};
  })().then(done, (why) => done({ error: String(why?.message ?? why) }))";

/// What a lead takes at least in memory, so that any list of a million is answered in five milliseconds: the columns of
/// `hearth-core`, without what it keeps beside them.
const BYTES_OF_A_LEAD: f64 = 35.0;

pub fn measure(programs: &Programs, extent: Extent) -> Outcome<Vec<Figure>> {
    let lasting = match extent {
        Extent::Full => minutes()?,
        Extent::Quick => Duration::from_secs(3),
    };
    let beside = Stage::set("memory-empty")?;
    let empty = Session::open(&beside, &programs.empty_window(), &[])?;
    let (_stage, session, leads) = page::desk(programs, extent, "memory")?;
    let still = Still::of(&session, programs)?;
    let end = Instant::now() + lasting;
    let rounds = std::thread::scope(|scope| {
        let scrolled = scope.spawn(|| still.scroll(end));
        let rounds = used(&session, end);
        scrolled.join().map_err(|_| "the still window's thread has ended".to_owned())??;
        rounds
    })?;
    let [(desk, desk_shared), (copy, copy_shared), (floor, floor_shared)] =
        [session.id(), still.id(), empty.id()].map(megabytes);
    session.close();
    still.close();
    empty.close();
    let minutes = lasting.as_secs_f64() / 60.0;
    let columns = f64::from(leads) * BYTES_OF_A_LEAD / 1024.0 / 1024.0;
    let memory = format!(
        "{leads} leads, {minutes:.0} minutes and {rounds} rounds of use; with shared pages divided {desk_shared:.0} MB beside \
         {floor_shared:.0} MB"
    );
    let still = format!(
        "the same screen without a script or data, scrolled as long; with the least for {leads} leads ({columns:.0} MB) it were {:.2} \
         times the empty window; Hearth takes {:.0} MB more than that; with shared pages divided {copy_shared:.0} MB",
        (copy + columns) / floor,
        desk - copy - columns
    );
    let figure = |name: &str, sample: f64, note: String| Figure {
        name: name.into(),
        unit: "MB",
        samples: vec![sample],
        floor: vec![floor],
        note: Some(note),
    };
    Ok(vec![figure("memory", desk, memory), figure("memory_still", copy, still)])
}

/// Works at the desk until `end`; how many rounds it were.
fn used(session: &Session, end: Instant) -> Outcome<u32> {
    let mut round = 0_u32;
    while Instant::now() < end {
        session.run_async(USE, json!([round]))?;
        round += 1;
    }
    Ok(round)
}

fn minutes() -> Outcome<Duration> {
    let Some(asked) = std::env::var_os("HEARTH_BENCH_MINUTES") else { return Ok(Duration::from_secs(600)) };
    let minutes: Option<u64> = asked.to_str().and_then(|minutes| minutes.parse().ok());
    minutes
        .map(|minutes| Duration::from_secs(60 * minutes))
        .ok_or_else(|| format!("HEARTH_BENCH_MINUTES is a number of minutes, not `{}`", asked.display()))
}

/// Of everything that the driver started: resident, and with each shared page divided among those who share it.
fn megabytes(driver: u32) -> (f64, f64) {
    let of = |process: u32, field: &str| -> u64 {
        let rollup = std::fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
        let line = rollup.lines().find_map(|line| line.strip_prefix(field)).unwrap_or_default();
        line.split_whitespace().next().and_then(|kilobytes| kilobytes.parse().ok()).unwrap_or(0)
    };
    let processes: Vec<u32> = threads::offspring(driver).into_iter().filter(|process| *process != driver).collect();
    let sum = |field: &str| processes.iter().map(|process| of(*process, field)).sum::<u64>() as f64 / 1024.0;
    (sum("Rss:"), sum("Pss:"))
}
