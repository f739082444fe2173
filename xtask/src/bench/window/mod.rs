//! What the desk's window costs with many leads: how soon it is there, how it scrolls, how fast a typed word is on the screen, what
//! it takes of memory. Each beside the least that a window of the same toolkit could do, in the same run.
//!
//! What happens in the page is measured by the page's own clock, with a script that a driver brings in (`page.js`); how soon a
//! window is painted is seen on the screen itself (`framebuffer`). What the core does by itself is measured in `of_core`.

mod cold;
mod database;
mod framebuffer;
mod memory;
mod page;
mod session;
mod still;
mod still_page;

use super::Extent;
use super::programs::Programs;
use super::report::Figure;
use crate::process::Outcome;

/// How soon it is there.
pub fn cold(programs: &Programs, extent: Extent) -> Outcome<[Figure; 2]> {
    println!("\nThe window: how soon it is there.");
    cold::measure(programs, extent)
}

/// How it scrolls, and how fast rows and a typed word are on the screen.
pub fn page(programs: &Programs, extent: Extent) -> Outcome<Vec<Figure>> {
    println!("\nThe window: what happens in its page.");
    page::measure(programs, extent)
}

/// What it keeps.
pub fn memory(programs: &Programs, extent: Extent) -> Outcome<Vec<Figure>> {
    println!("\nThe window: what it keeps in memory.");
    memory::measure(programs, extent)
}
