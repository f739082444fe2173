//! Whether a workbook may be opened: a look at what it unpacks to, before a library holds any of it.
//!
//! A few kilobytes can unpack to gigabytes. What the archive says of itself is not believed: everything that will be read is
//! unpacked once and counted.

use std::io::Read;

use zip::ZipArchive;
use zip::result::ZipError;

use super::report::FileProblem;
use super::source::{Source, unreadable};

/// The most that a workbook unpacks to.
pub(super) const MAX_UNPACKED: u64 = 1024 * 1024 * 1024;
/// The most that its shared texts unpack to: they are held in memory.
pub(super) const MAX_TEXTS: u64 = 64 * 1024 * 1024;
/// And how many there may be.
const MAX_TEXT_COUNT: u64 = 2_000_000;
/// Every other part is held in memory too: the list of sheets, the styles.
const MAX_PART: u64 = 16 * 1024 * 1024;
/// The longest cell with its formula, and the longest stretch of a sheet without one.
const MAX_CELL: u64 = 16 * 1024 * 1024;
const MAX_PARTS: usize = 10_000;

pub(super) fn check(source: &Source) -> Result<(), FileProblem> {
    let too_large = |limit| FileProblem::TooLargeInside { limit };
    let mut archive = ZipArchive::new(source.reader()?).map_err(problem)?;
    let is_book = archive.file_names().any(|name| name.unwrap_or_default().to_ascii_lowercase().starts_with("xl/"));
    if !is_book {
        return Err(FileProblem::NotLeads);
    }
    if archive.len() > MAX_PARTS {
        return Err(too_large(MAX_UNPACKED));
    }
    let mut total = 0_u64;
    let mut buffer = vec![0; 64 * 1024];
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).map_err(problem)?;
        let name = part.name().map_err(problem)?.to_ascii_lowercase();
        let limit = match () {
            () if name.contains("sharedstrings") => MAX_TEXTS,
            () if name.contains("worksheets/") => MAX_UNPACKED,
            () => MAX_PART,
        };
        if !std::path::Path::new(&name).extension().is_some_and(|e| e == "xml" || e == "rels") {
            // Pictures and the like are never unpacked.
            continue;
        }
        if part.size() > limit {
            return Err(too_large(limit));
        }
        let mut seen = Seen::default();
        loop {
            let count = part.read(&mut buffer).map_err(|error| match error.kind() {
                std::io::ErrorKind::InvalidData | std::io::ErrorKind::UnexpectedEof | std::io::ErrorKind::Other => {
                    FileProblem::BadWorkbook { message: error.to_string() }
                }
                _ => unreadable(error),
            })?;
            if count == 0 {
                break;
            }
            total += count as u64;
            seen.feed(&buffer[..count]);
            let is_sheet = limit == MAX_UNPACKED;
            if seen.bytes > limit || total > MAX_UNPACKED {
                return Err(too_large(limit));
            }
            if (is_sheet && seen.since > MAX_CELL) || (seen.special && seen.bytes > MAX_PART) {
                return Err(too_large(MAX_CELL));
            }
            if limit == MAX_TEXTS && seen.texts > MAX_TEXT_COUNT {
                return Err(too_large(MAX_TEXTS));
            }
        }
    }
    Ok(())
}

fn problem(error: ZipError) -> FileProblem {
    match error {
        ZipError::Io(error) => FileProblem::BadWorkbook { message: error.to_string() },
        ZipError::UnsupportedArchive(message) if message == ZipError::PASSWORD_REQUIRED => FileProblem::Locked,
        error => FileProblem::BadWorkbook { message: error.to_string() },
    }
}

/// What was seen of a part.
#[derive(Default)]
struct Seen {
    bytes: u64,
    /// Bytes since a cell or a row ended.
    since: u64,
    texts: u64,
    /// Comments and the like, in which anything may stand.
    special: bool,
    last: [u8; 3],
}

impl Seen {
    fn feed(&mut self, chunk: &[u8]) {
        self.bytes += chunk.len() as u64;
        for byte in chunk {
            self.since += 1;
            let [a, b, c] = self.last;
            match (a, b, c, *byte) {
                // `</c>`, `</x:c>`, `</row>`
                (_, b'/' | b':', b'c', b'>') | (b'r', b'o', b'w', b'>') => self.since = 0,
                // `<si>`
                (_, b's', b'i', b'>') => self.texts += 1,
                (_, _, b'<', b'!') => self.special = true,
                _ => {}
            }
            self.last = [b, c, *byte];
        }
    }
}
