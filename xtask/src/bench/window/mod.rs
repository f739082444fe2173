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

use super::Extent;
use super::programs::Programs;
use super::report::Figure;
use crate::process::Outcome;

/// Every figure that needs a window.
pub fn measure(programs: &Programs, extent: Extent) -> Outcome<Vec<Figure>> {
    let mut figures = Vec::new();
    println!("\nThe window: how soon it is there.");
    figures.push(cold::measure(programs, extent)?);
    println!("\nThe window: what happens in its page.");
    figures.extend(page::measure(programs, extent)?);
    println!("\nThe window: what it keeps in memory.");
    figures.push(memory::measure(programs, extent)?);
    Ok(figures)
}
