//! From the bytes of a file to its text: UTF-8, or UTF-16 as Excel saves "Unicode text".
//!
//! Only whether the bytes are text is decided here, not what the text says. No other encoding is guessed: a wrong guess
//! would garble names and be kept.

use std::borrow::Cow;

use super::FileProblem;

/// Containers that are certainly no text: xlsx and zip, PDF, the old Excel.
const BINARY: [&[u8]; 3] = [b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0"];

/// The text of a file without its byte order mark.
pub(super) fn text(bytes: &[u8]) -> Result<Cow<'_, str>, FileProblem> {
    if BINARY.iter().any(|signature| bytes.starts_with(signature)) {
        return Err(FileProblem::NotLeads);
    }
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => Cow::Owned(utf16(rest, u16::from_le_bytes)?),
        [0xfe, 0xff, rest @ ..] => Cow::Owned(utf16(rest, u16::from_be_bytes)?),
        [0xef, 0xbb, 0xbf, rest @ ..] => Cow::Borrowed(utf8(rest)?),
        _ => match unmarked_utf16(bytes) {
            Some(text) => Cow::Owned(text),
            None => Cow::Borrowed(utf8(bytes)?),
        },
    };
    if text.chars().all(|c| c.is_whitespace() || c == '\0') {
        return Err(FileProblem::Empty);
    }
    Ok(text)
}

/// Whether the file is a page for a browser, in whatever encoding.
pub(super) fn is_web_page(bytes: &[u8]) -> bool {
    let start: Vec<u8> = bytes.iter().take(4096).copied().filter(|b| *b != 0).collect();
    let start = String::from_utf8_lossy(&start).to_ascii_lowercase();
    let start = start.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{fffd}'));
    start.starts_with('<') && ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| start.contains(tag))
}

fn utf8(bytes: &[u8]) -> Result<&str, FileProblem> {
    std::str::from_utf8(bytes).map_err(|error| {
        let line = line_after(bytes[..error.valid_up_to()].iter().filter(|b| **b == b'\n').count());
        // A character that only lacks its end is a file that lacks its end.
        if error.error_len().is_none() { FileProblem::CutOff { line } } else { FileProblem::BadEncoding { line } }
    })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, FileProblem> {
    let (units, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    for c in char::decode_utf16(units.iter().map(|pair| unit(*pair))) {
        let line = || line_after(text.matches('\n').count());
        text.push(c.map_err(|_| FileProblem::BadEncoding { line: line() })?);
    }
    if rest.is_empty() { Ok(text) } else { Err(FileProblem::CutOff { line: line_after(text.matches('\n').count()) }) }
}

/// UTF-16 without its mark, known by the zero beside each of its first letters.
fn unmarked_utf16(bytes: &[u8]) -> Option<String> {
    let unit = match bytes {
        [0, b, ..] if *b != 0 => u16::from_be_bytes,
        [b, 0, ..] if *b != 0 => u16::from_le_bytes,
        _ => return None,
    };
    let start = &bytes[..bytes.len().min(64)];
    let zeros = start.iter().filter(|b| **b == 0).count();
    if zeros * 4 < start.len() { None } else { utf16(bytes, unit).ok() }
}

fn line_after(breaks: usize) -> u32 {
    u32::try_from(breaks + 1).unwrap_or(u32::MAX)
}
