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
/// Parts that are none of these, such as pictures.
const MAX_OTHER: u64 = 64 * 1024 * 1024;
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
            () if std::path::Path::new(&name).extension().is_some_and(|e| e == "xml" || e == "rels") => MAX_PART,
            // Pictures and the like are never unpacked; but what is a sheet the book itself says, whatever its name.
            () => MAX_OTHER,
        };
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
            if (seen.foreign && seen.bytes > MAX_TEXTS) || seen.texts > MAX_TEXT_COUNT {
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
    /// What stands in no sheet.
    foreign: bool,
    /// In a tag; the quote in which something stands there, or 0.
    in_tag: bool,
    quote: u8,
    /// The tag's bytes so far, whether it ends something, its name without a prefix, and the byte before.
    length: u64,
    closing: bool,
    name: [u8; 8],
    named: usize,
    has_name: bool,
    last: u8,
}

/// Elements of the parts that are held in memory whole; which part that is the book says itself, whatever its name.
const FOREIGN: [&[u8]; 5] = [b"si", b"xf", b"numFmt", b"Relation", b"sheet"];
/// At the very start of a part it says that it is XML; later it is as good as a comment.
const DECLARATION_WITHIN: u64 = 64;

impl Seen {
    /// Looks for the ends of cells as a reader of XML does: what looks like one inside of a text or of a value is none.
    fn feed(&mut self, chunk: &[u8]) {
        for byte in chunk {
            self.bytes += 1;
            self.since += 1;
            if self.in_tag {
                self.tag(*byte);
            } else if *byte == b'<' {
                (self.in_tag, self.quote, self.length, self.closing) = (true, 0, 0, false);
                (self.named, self.has_name, self.last) = (0, false, 0);
            }
        }
    }

    fn tag(&mut self, byte: u8) {
        self.length += 1;
        match byte {
            byte if self.quote != 0 => self.quote = if byte == self.quote { 0 } else { self.quote },
            b'!' if self.length == 1 => (self.special, self.in_tag) = (true, false),
            b'?' if self.length == 1 => {
                self.special |= self.bytes > DECLARATION_WITHIN;
                self.in_tag = false;
            }
            b'/' if self.length == 1 => self.closing = true,
            b'"' | b'\'' if !self.closing => self.quote = byte,
            b'>' => self.end(),
            byte if byte.is_ascii_whitespace() || byte == b'/' => self.has_name = true,
            _ if self.has_name => {}
            // The prefix was none of the name.
            b':' => self.named = 0,
            byte => {
                if let Some(place) = self.name.get_mut(self.named) {
                    *place = byte;
                    self.named += 1;
                }
            }
        }
        self.last = byte;
    }

    fn end(&mut self) {
        self.in_tag = false;
        let name = &self.name[..self.named];
        if (self.closing || self.last == b'/') && (name == b"c" || name == b"row") {
            self.since = 0;
        }
        if !self.closing {
            self.texts += u64::from(name == b"si");
            self.foreign |= FOREIGN.contains(&name);
        }
    }
}
