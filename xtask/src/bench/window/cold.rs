//! From the start of the process to the first rows on the screen, with 100,000 leads, beside an empty window of the same toolkit to
//! its first word; and the same of a still copy of the first screen, which says what any page that looks like this one costs.
//!
//! All are seen on the screen. The three take turns; what the disk has to give is in the system's memory after the first turn, which
//! does not count.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::super::Extent;
use super::super::programs::Programs;
use super::super::report::{Figure, quantile, shown};
use super::super::stage::Stage;
use super::database;
use super::framebuffer::{Area, Framebuffer};
use super::still_page;
use crate::process::{Beside, Outcome};

/// Where the list's rows are, below all that is drawn before they are there.
const ROWS: Area = Area { left: 24, top: 330, width: 330, height: 260 };
/// Where the empty window has its word.
const WORD: Area = Area { left: 0, top: 0, width: 200, height: 60 };
/// So many shades only letters have.
const SHADES: usize = 12;
const PATIENCE: Duration = Duration::from_secs(60);

pub fn measure(programs: &Programs, extent: Extent) -> Outcome<[Figure; 2]> {
    let (leads, turns) = match extent {
        Extent::Full => (100_000, 20),
        Extent::Quick => (2_000, 1),
    };
    let stage = Stage::seen("cold-start")?;
    let screen = Framebuffer::open(&stage.seen_in())?;
    database::lay(&stage, leads, extent)?;
    let copy = still_page::copy(programs, leads, extent)?;
    let data = stage.data();
    let (mut desks, mut stills, mut words) = (Vec::new(), Vec::new(), Vec::new());
    for turn in 0..=turns {
        let word = until_painted(&stage, &programs.empty_window(), &screen, WORD, |command| command.arg("--word"))?;
        let still = until_painted(&stage, &programs.empty_window(), &screen, ROWS, |command| {
            command.arg("--still").arg(&copy)
        })?;
        let desk =
            until_painted(&stage, &programs.hearth(), &screen, ROWS, |command| command.arg("--data-dir").arg(&data))?;
        if turn > 0 {
            words.push(word);
            stills.push(still);
            desks.push(desk);
        }
    }
    let over_still = quantile(&desks, 50).zip(quantile(&stills, 50)).map(|(desk, still)| desk / still);
    let note = format!(
        "{leads} leads; to the first rows seen on the screen; the floor is to the one word of an empty window; {} times the still copy",
        shown(over_still)
    );
    let still_note =
        "a copy of the first screen without any code or data, to its rows; the floor is the same empty window";
    Ok([
        Figure { name: "cold_start".into(), unit: "ms", samples: desks, floor: words.clone(), note: Some(note) },
        Figure {
            name: "cold_start_still".into(),
            unit: "ms",
            samples: stills,
            floor: words,
            note: Some(still_note.into()),
        },
    ])
}

/// Milliseconds until `area` has letters; the program is ended then, and the area empty again.
fn until_painted(
    stage: &Stage,
    program: &Path,
    screen: &Framebuffer,
    area: Area,
    configure: impl FnOnce(&mut Command) -> &mut Command,
) -> Outcome<f64> {
    wait(|| Ok(screen.colours(area, 2)? == 1), "the screen is not empty")?;
    let begun = Instant::now();
    let mut running: Beside = stage.open(program, |command| configure(command.stdout(Stdio::null())))?;
    wait(
        || match running.ended()? {
            Some(status) => Err(format!("{} ended before it was painted ({status})", program.display())),
            None => Ok(screen.colours(area, SHADES)? >= SHADES),
        },
        "nothing was painted",
    )?;
    let milliseconds = begun.elapsed().as_secs_f64() * 1000.0;
    running.ask_to_end()?;
    Ok(milliseconds)
}

fn wait(mut holds: impl FnMut() -> Outcome<bool>, otherwise: &str) -> Outcome {
    let begun = Instant::now();
    while !holds()? {
        if begun.elapsed() > PATIENCE {
            return Err(otherwise.to_owned());
        }
        std::thread::sleep(Duration::from_micros(500));
    }
    Ok(())
}
