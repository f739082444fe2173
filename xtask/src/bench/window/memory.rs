//! What a desk of a million leads keeps in memory after ten minutes of use, beside an empty window that stood as long.
//!
//! All processes of either, the web view's included, as Linux counts them resident. What several processes share counts for each of
//! them, on both sides; what it comes to without that is in the note.

use std::time::{Duration, Instant};

use serde_json::json;

use super::super::Extent;
use super::super::programs::Programs;
use super::super::report::Figure;
use super::super::stage::Stage;
use super::super::threads;
use super::page;
use super::session::Session;
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

pub fn measure(programs: &Programs, extent: Extent) -> Outcome<Figure> {
    let lasting = match extent {
        Extent::Full => Duration::from_secs(600),
        Extent::Quick => Duration::from_secs(3),
    };
    let beside = Stage::set("memory-empty")?;
    let empty = Session::open(&beside, &programs.empty_window(), &[])?;
    let (_stage, session, leads) = page::desk(programs, extent, "memory")?;
    let begun = Instant::now();
    let mut round = 0_u32;
    while begun.elapsed() < lasting {
        session.run_async(USE, json!([round]))?;
        round += 1;
    }
    let (desk, desk_shared) = megabytes(session.id());
    let (floor, floor_shared) = megabytes(empty.id());
    session.close();
    empty.close();
    let minutes = lasting.as_secs() / 60;
    let note = format!(
        "{leads} leads, {minutes} minutes and {round} rounds of use; with shared pages divided {desk_shared:.0} MB beside {floor_shared:.0} MB"
    );
    Ok(Figure { name: "memory".into(), unit: "MB", samples: vec![desk], floor: vec![floor], note: Some(note) })
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
