//! What is on a virtual screen, read from the memory that the X server draws into, so that looking costs the measured program
//! nothing.
//!
//! The server keeps its screen as a file in the format of `xwd`: a head, a table of colours, then the pixels, four bytes each.

use std::collections::BTreeSet;
use std::fs::File;
use std::os::unix::fs::FileExt as _;
use std::path::Path;

use crate::process::Outcome;

/// Where the head tells of itself and of the pixels, in words of four bytes, the highest byte first. Source: X11/XWDFile.h.
const HEAD_SIZE: usize = 0;
const BYTES_A_LINE: usize = 12;
const COLOURS: usize = 19;
/// Bytes of an entry of the table of colours.
const COLOUR: u64 = 12;

pub struct Framebuffer {
    file: File,
    pixels: u64,
    line: u64,
}

/// A part of the screen, in pixels.
#[derive(Clone, Copy)]
pub struct Area {
    pub left: u64,
    pub top: u64,
    pub width: usize,
    pub height: u64,
}

impl Framebuffer {
    /// The screen whose server was told to draw into `folder`.
    pub fn open(folder: &Path) -> Outcome<Self> {
        let path = folder.join("Xvfb_screen0");
        let failed = |why: std::io::Error| format!("{}: {why}", path.display());
        let file = File::open(&path).map_err(failed)?;
        let mut head = [0; 100];
        file.read_exact_at(&mut head, 0).map_err(failed)?;
        let word = |at: usize| {
            u64::from(u32::from_be_bytes([head[4 * at], head[4 * at + 1], head[4 * at + 2], head[4 * at + 3]]))
        };
        Ok(Self { pixels: word(HEAD_SIZE) + COLOUR * word(COLOURS), line: word(BYTES_A_LINE), file })
    }

    /// How many colours an area has, counted up to `enough`. Letters have many shades; what is not painted yet has one or two.
    ///
    /// It is looked at over and over while the measured program works on few processors, so neighbours of one colour are not
    /// counted one by one.
    pub fn colours(&self, area: Area, enough: usize) -> Outcome<usize> {
        let mut seen = BTreeSet::new();
        let mut line = vec![0; 4 * area.width];
        for y in area.top..area.top + area.height {
            let at = self.pixels + y * self.line + 4 * area.left;
            self.file.read_exact_at(&mut line, at).map_err(|why| format!("the screen cannot be read: {why}"))?;
            let mut before = None;
            for pixel in line.chunks_exact(4) {
                let colour = [pixel[0], pixel[1], pixel[2]];
                if before.replace(colour) != Some(colour) {
                    seen.insert(colour);
                }
            }
            if seen.len() >= enough {
                break;
            }
        }
        Ok(seen.len())
    }
}
