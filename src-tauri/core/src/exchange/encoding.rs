//! From the bytes of a file to its text: UTF-8, UTF-16 as Excel saves "Unicode text", CP949 and Windows-1252.
//!
//! A first pass over all bytes decides which, a second one gives the text as UTF-8, piece by piece. An encoding is only
//! guessed where the bytes cannot be Unicode, and only taken if every byte has a meaning in it: a wrong guess would garble
//! names and be kept.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Decoder, DecoderResult, EUC_KR, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::report::FileProblem;
use super::source::{Bytes, Fingerprint, Source};

/// How much is read at once.
pub(super) const CHUNK: usize = 128 * 1024;
/// How much of a text is given to the guess of its encoding.
const LOOKED_AT: u64 = 4 * 1024 * 1024;
/// Bytes that Windows-1252 gives no character.
const UNUSED_IN_1252: [u8; 5] = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Cp949,
    Windows1252,
}

impl Encoding {
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Cp949 => "CP949",
            Self::Windows1252 => "Windows-1252",
        }
    }

    fn decoder(self) -> Option<Decoder> {
        let encoding = match self {
            Self::Utf8 => return None,
            Self::Utf16Le => UTF_16LE,
            Self::Utf16Be => UTF_16BE,
            Self::Cp949 => EUC_KR,
            Self::Windows1252 => WINDOWS_1252,
        };
        Some(encoding.new_decoder_without_bom_handling())
    }
}

/// What a file is by its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text {
        encoding: Encoding,
        mark: u8,
    },
    Zip,
    /// An old Office file, or a new one behind a password.
    Ole {
        encrypted: bool,
    },
}

/// Reads all bytes once: what they are and by which they are known again.
pub(super) fn survey(source: &Source) -> Result<(Kind, Fingerprint), FileProblem> {
    let mut bytes = source.bytes()?;
    let mut buffer = vec![0; room(source)?];
    let mut seen = Utf8Seen::default();
    let (mut start, mut blank, mut package, mut tail) = (Vec::new(), true, false, Vec::new());
    let wanted: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    loop {
        let count = bytes.read(&mut buffer)?;
        if count == 0 {
            break;
        }
        let chunk = &buffer[..count];
        if start.is_empty() {
            start = chunk[..count.min(4096)].to_vec();
        }
        blank &= chunk.iter().all(|b| matches!(b, b' ' | b'\n' | b'\r' | b'\t' | 0 | 0xef | 0xbb | 0xbf | 0xfe | 0xff));
        if start.starts_with(b"\xd0\xcf\x11\xe0") {
            tail.extend_from_slice(chunk);
            package |= tail.windows(wanted.len()).any(|w| w == wanted);
            tail.drain(..tail.len().saturating_sub(wanted.len()));
        }
        seen.feed(chunk);
    }
    let fingerprint = bytes.fingerprint();
    let text = |encoding, mark| Kind::Text { encoding, mark };
    let kind = match start.as_slice() {
        [b'P', b'K', 3, 4, ..] => Kind::Zip,
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Kind::Ole { encrypted: package },
        [b'%', b'P', b'D', b'F', ..] => return Err(FileProblem::NotLeads),
        _ if blank => return Err(FileProblem::Empty),
        _ if is_web_page(&start) => return Err(FileProblem::WebPage),
        [0xff, 0xfe, ..] => text(Encoding::Utf16Le, 2),
        [0xfe, 0xff, ..] => text(Encoding::Utf16Be, 2),
        [0xef, 0xbb, 0xbf, ..] => {
            seen.verdict()?;
            text(Encoding::Utf8, 3)
        }
        start => match unmarked_utf16(start) {
            Some(encoding) => text(encoding, 0),
            None if seen.is_unicode() => {
                seen.verdict()?;
                text(Encoding::Utf8, 0)
            }
            None => text(guess(source, seen.bad_line.unwrap_or(1))?, 0),
        },
    };
    Ok((kind, fingerprint))
}

/// How much is read at once; of little no more than that.
fn room(source: &Source) -> Result<usize, FileProblem> {
    let (size, _) = source.state()?;
    Ok(usize::try_from(size).unwrap_or(CHUNK).clamp(16, CHUNK))
}

/// What was seen of a file that may be UTF-8.
#[derive(Default)]
struct Utf8Seen {
    /// The start of a letter whose end is in the next chunk.
    rest: Vec<u8>,
    lines: u32,
    letters: u64,
    bad: u64,
    bad_line: Option<u32>,
}

impl Utf8Seen {
    fn feed(&mut self, chunk: &[u8]) {
        let joined;
        let mut bytes = if self.rest.is_empty() {
            chunk
        } else {
            joined = [std::mem::take(&mut self.rest).as_slice(), chunk].concat();
            &joined
        };
        loop {
            let error = match std::str::from_utf8(bytes) {
                Ok(_) => return self.good(bytes),
                Err(error) => error,
            };
            self.good(&bytes[..error.valid_up_to()]);
            bytes = &bytes[error.valid_up_to()..];
            let Some(length) = error.error_len() else {
                self.rest = bytes.to_vec();
                return;
            };
            self.bad += 1;
            self.bad_line.get_or_insert(self.lines.saturating_add(1));
            bytes = &bytes[length..];
        }
    }

    fn good(&mut self, bytes: &[u8]) {
        self.letters += bytes.iter().filter(|b| **b >= 0xc0).count() as u64;
        let lines = bytes.iter().filter(|b| **b == b'\n').count();
        self.lines = self.lines.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
    }

    /// Whether it is Unicode, whole or damaged. In other encodings what looks like a letter of UTF-8 is the exception.
    fn is_unicode(&self) -> bool {
        (self.bad == 0 && (self.rest.is_empty() || self.letters > 0)) || self.letters > self.bad
    }

    fn verdict(&self) -> Result<(), FileProblem> {
        match self.bad_line {
            Some(line) => Err(FileProblem::BadEncoding { line }),
            // A letter that only lacks its end is a file that lacks its end.
            None if !self.rest.is_empty() => Err(FileProblem::CutOff { line: self.lines.saturating_add(1) }),
            None => Ok(()),
        }
    }
}

/// Whether the file is a page for a browser, in whatever encoding.
fn is_web_page(bytes: &[u8]) -> bool {
    let start: Vec<u8> = bytes.iter().copied().filter(|b| *b != 0).collect();
    let start = String::from_utf8_lossy(&start).to_ascii_lowercase();
    let start = start.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{fffd}'));
    start.starts_with('<') && ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| start.contains(tag))
}

/// UTF-16 without its mark, known by the zero beside each of its first letters.
fn unmarked_utf16(bytes: &[u8]) -> Option<Encoding> {
    let encoding = match bytes {
        [0, b, ..] if *b != 0 => Encoding::Utf16Be,
        [b, 0, ..] if *b != 0 => Encoding::Utf16Le,
        _ => return None,
    };
    let start = &bytes[..bytes.len().min(64)];
    let zeros = start.iter().filter(|b| **b == 0).count();
    (zeros * 4 >= start.len()).then_some(encoding)
}

/// CP949 or Windows-1252, whichever the letters look like.
fn guess(source: &Source, bad_line: u32) -> Result<Encoding, FileProblem> {
    let mut bytes = source.bytes()?;
    let mut buffer = vec![0; CHUNK];
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let mut korean = EUC_KR.new_decoder_without_bom_handling();
    let (mut is_korean, mut is_western) = (true, true);
    let mut sink = vec![0; CHUNK * 4];
    loop {
        let count = bytes.read(&mut buffer)?;
        let (chunk, last) = (&buffer[..count], count == 0);
        if bytes.count() <= LOOKED_AT {
            detector.feed(chunk, last);
        }
        is_western &= !chunk.iter().any(|b| UNUSED_IN_1252.contains(b));
        if is_korean {
            let (result, _, _) = korean.decode_to_utf8_without_replacement(chunk, &mut sink, last);
            is_korean = result == DecoderResult::InputEmpty;
        }
        if last {
            break;
        }
    }
    let guessed = detector.guess(Some(b"kr"), Utf8Detection::Deny);
    // What the guess calls by the name of another western code page has the same letters where it matters.
    let western = ["windows-1252", "windows-1254", "windows-1257", "iso-8859-4", "windows-1258"];
    if is_korean && guessed == EUC_KR {
        Ok(Encoding::Cp949)
    } else if is_western && western.contains(&guessed.name().to_ascii_lowercase().as_str()) {
        Ok(Encoding::Windows1252)
    } else {
        Err(FileProblem::BadEncoding { line: bad_line })
    }
}

/// The text of a file as UTF-8, piece by piece, without its byte order mark.
pub(super) struct Text {
    bytes: Bytes,
    decoder: Option<Decoder>,
    raw: Vec<u8>,
    skip: usize,
    lines: u32,
    ended: bool,
    /// What the bytes must have been at the end.
    expected: Option<Fingerprint>,
}

impl Text {
    pub fn new(
        source: &Source,
        encoding: Encoding,
        mark: u8,
        expected: Option<Fingerprint>,
    ) -> Result<Self, FileProblem> {
        Ok(Self {
            bytes: source.bytes()?,
            decoder: encoding.decoder(),
            raw: vec![0; room(source)?],
            skip: usize::from(mark),
            lines: 1,
            ended: false,
            expected,
        })
    }

    /// Text that is in memory already.
    pub fn of(text: &str) -> Self {
        let source = Source::Memory(text.as_bytes().into());
        // Memory can always be read.
        Self::new(&source, Encoding::Utf8, 0, None).unwrap_or_else(|_| unreachable!("memory is readable"))
    }

    pub fn bytes_read(&self) -> u64 {
        self.bytes.count()
    }

    /// Puts the next piece after what is in `out`; false at the end.
    pub fn fill(&mut self, out: &mut Vec<u8>) -> Result<bool, FileProblem> {
        while !self.ended {
            let before = out.len();
            let count = self.bytes.read(&mut self.raw)?;
            self.ended = count == 0;
            if self.ended && self.expected.is_some_and(|expected| expected != self.bytes.fingerprint()) {
                return Err(FileProblem::Changed);
            }
            let skipped = self.skip.min(count);
            self.skip -= skipped;
            let raw = &self.raw[skipped..count];
            match &mut self.decoder {
                None => out.extend_from_slice(raw),
                Some(decoder) => {
                    let room =
                        decoder.max_utf8_buffer_length_without_replacement(raw.len()).unwrap_or(raw.len() * 4 + 16);
                    out.resize(before + room, 0);
                    let (result, _, written) =
                        decoder.decode_to_utf8_without_replacement(raw, &mut out[before..], self.ended);
                    out.truncate(before + written);
                    let lines = out[before..].iter().filter(|b| **b == b'\n').count();
                    self.lines = self.lines.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
                    let line = self.lines;
                    match result {
                        DecoderResult::InputEmpty => {}
                        _ if self.ended => return Err(FileProblem::CutOff { line }),
                        _ => return Err(FileProblem::BadEncoding { line }),
                    }
                }
            }
            if out.len() > before {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
