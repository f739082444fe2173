//! The log: one small file in the data folder, and the one before it.
//!
//! It is for whoever looks into a mistake of ours. No content of a lead is ever written: callers log what was done and
//! how the system answered, and of a panic's message only the part that cannot quote data.

use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use hearth_core::clock::{Clock as _, SystemClock};
use log::{LevelFilter, Log, Metadata, Record};

const NAME: &str = "hearth.log";
const OLD_NAME: &str = "hearth.log.1";
/// At this size the file becomes the old one.
const LIMIT: u64 = 512 * 1024;

struct LogFile {
    folder: PathBuf,
    open: Mutex<Option<Written>>,
}

struct Written {
    file: File,
    bytes: u64,
}

/// Logs into `folder` from now on, panics included. A folder that cannot be written is no reason not to start.
pub fn start(folder: &Path) {
    let log = LogFile { folder: folder.to_owned(), open: Mutex::new(None) };
    if log::set_boxed_logger(Box::new(log)).is_ok() {
        log::set_max_level(LevelFilter::Info);
    }
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        log::error!("{}", panic_line(info));
        before(info);
    }));
}

fn panic_line(info: &PanicHookInfo<'_>) -> String {
    let place = info.location().map_or_else(|| "an unknown place".to_owned(), ToString::to_string);
    let thread = std::thread::current().name().unwrap_or("unnamed").to_owned();
    let message = info.payload().downcast_ref::<&'static str>().copied().or_else(|| {
        // A formatted message may quote a value after its first colon, and the value may be a lead's.
        info.payload().downcast_ref::<String>().and_then(|m| m.split(':').next())
    });
    format!("panic at {place} on thread {thread}: {}", message.unwrap_or("without a message"))
}

impl LogFile {
    fn open(&self) -> Option<Written> {
        let mut options = OpenOptions::new();
        options.create(true).append(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(self.folder.join(NAME)).ok()?;
        let bytes = file.metadata().map_or(0, |m| m.len());
        Some(Written { file, bytes })
    }

    fn write(&self, line: &str) {
        let mut open = self.open.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if open.as_ref().is_some_and(|written| written.bytes >= LIMIT) {
            *open = None;
            // If it cannot be moved, the file goes on growing rather than losing lines.
            let _ = std::fs::rename(self.folder.join(NAME), self.folder.join(OLD_NAME));
        }
        if open.is_none() {
            *open = self.open();
        }
        if let Some(written) = open.as_mut()
            && written.file.write_all(line.as_bytes()).is_ok()
        {
            written.bytes += line.len() as u64;
        }
    }
}

impl Log for LogFile {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        let ours = metadata.target().starts_with("hearth");
        metadata.level() <= if ours { log::Level::Info } else { log::Level::Warn }
    }

    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata()) {
            let text = record.args().to_string().replace(['\n', '\r'], " ");
            self.write(&format!("{} {:5} {}: {text}\n", SystemClock.now(), record.level(), record.target()));
        }
    }

    fn flush(&self) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_log_makes_room_and_keeps_the_one_before() {
        let folder = tempfile::tempdir().unwrap();
        let log = LogFile { folder: folder.path().to_owned(), open: Mutex::new(None) };
        log.write(&"x".repeat(usize::try_from(LIMIT).unwrap()));
        log.write("after\n");
        let read = |name| std::fs::read_to_string(folder.path().join(name)).unwrap();
        assert_eq!(read(NAME), "after\n", "the new file begins with the line that did not fit");
        assert_eq!(read(OLD_NAME).len() as u64, LIMIT, "what was written before can still be read");
    }
}
