//! Hearth's own JSON, lead by lead. Its shape is in `exchange::hearth_json`.

use std::borrow::Cow;
use std::io::{self, BufWriter, Write};

use serde_json::value::RawValue;

use super::{Source, Writer};
use crate::domain::lead::Lead;
use crate::domain::time::Timestamp;
use crate::exchange::hearth_json::{Entry, SourceEntry, VERSION};
use crate::exchange::json::MAX_ELEMENT;

/// How deep a source may be that stands in a lead in a list, so that the file can be read again.
const MOST_DEPTH: usize = 120;

/// How deep objects and lists stand in each other.
fn depth(json: &str) -> usize {
    let (mut depth, mut most, mut in_text, mut escaped) = (0_usize, 0, false, false);
    for byte in json.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            _ if in_text => {}
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        most = most.max(depth);
    }
    most
}

pub struct Json<W: Write> {
    file: BufWriter<W>,
    any: bool,
}

impl<W: Write> Json<W> {
    pub fn begin(place: W, now: Timestamp) -> io::Result<Self> {
        let mut file = BufWriter::with_capacity(1 << 16, place);
        write!(file, "{{\"hearth\":{VERSION},\"exportedAt\":\"{now}\",\"leads\":[")?;
        Ok(Self { file, any: false })
    }
}

impl<W: Write> Writer for Json<W> {
    fn lead(&mut self, lead: &Lead, source: Option<Source<'_>>) -> io::Result<bool> {
        self.file.write_all(if self.any { b",\n" } else { b"\n" })?;
        self.any = true;
        // What an import kept is JSON; a damaged row of it is left out before it damages the file.
        let kept = source.filter(|source| depth(source.raw) <= MOST_DEPTH).and_then(|source| {
            let raw: &RawValue = serde_json::from_str(source.raw).ok()?;
            Some(SourceEntry { file_name: Cow::Borrowed(source.file_name), raw: Cow::Borrowed(raw) })
        });
        let mut whole = source.is_none() || kept.is_some();
        let mut entry = serde_json::to_vec(&Entry::of(lead, kept))?;
        if entry.len() > MAX_ELEMENT {
            entry = serde_json::to_vec(&Entry::of(lead, None))?;
            whole = false;
        }
        self.file.write_all(&entry)?;
        Ok(whole)
    }

    fn finish(&mut self) -> io::Result<()> {
        self.file.write_all(b"\n]}\n")?;
        self.file.flush()
    }
}
