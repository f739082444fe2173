//! Hearth's own JSON, lead by lead. Its shape is in `exchange::hearth_json`.

use std::borrow::Cow;
use std::io::{self, BufWriter, Write};

use serde_json::value::RawValue;

use super::{Source, Writer};
use crate::domain::lead::Lead;
use crate::domain::time::Timestamp;
use crate::exchange::hearth_json::{Entry, SourceEntry, VERSION};

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
        let source = source.and_then(|source| {
            let raw: &RawValue = serde_json::from_str(source.raw).ok()?;
            Some(SourceEntry { file_name: Cow::Borrowed(source.file_name), raw: Cow::Borrowed(raw) })
        });
        serde_json::to_writer(&mut self.file, &Entry::of(lead, source))?;
        Ok(true)
    }

    fn finish(&mut self) -> io::Result<()> {
        self.file.write_all(b"\n]}\n")?;
        self.file.flush()
    }
}
