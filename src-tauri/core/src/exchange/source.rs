//! The bytes of a file: read from their beginning as often as wanted, counted and hashed on their way.
//!
//! What they mean as text is in `encoding`.

use std::fs::File;
use std::io::{self, Read, Seek};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::SystemTime;

use super::report::FileProblem;

/// Where bytes come from.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Source {
    File(PathBuf),
    /// For tests, samples and the fuzzer.
    Memory(Arc<[u8]>),
}

pub(super) trait ReadSeek: Read + Seek + Send {}
impl<T: Read + Seek + Send> ReadSeek for T {}

/// By which a file is known to be the same one as before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Fingerprint {
    pub bytes: u64,
    pub hash: u64,
}

impl Source {
    /// Refuses what is no plain file: a named pipe or a device would keep us waiting forever.
    pub fn reader(&self) -> Result<Box<dyn ReadSeek>, FileProblem> {
        match self {
            Self::Memory(bytes) => Ok(Box::new(io::Cursor::new(Arc::clone(bytes)))),
            Self::File(path) => {
                if !std::fs::metadata(path).map_err(unreadable)?.is_file() {
                    return Err(FileProblem::NotLeads);
                }
                Ok(Box::new(File::open(path).map_err(unreadable)?))
            }
        }
    }

    /// Its size and when it was written last, as far as the system tells.
    pub fn state(&self) -> Result<(u64, Option<SystemTime>), FileProblem> {
        match self {
            Self::Memory(bytes) => Ok((bytes.len() as u64, None)),
            Self::File(path) => {
                let data = std::fs::metadata(path).map_err(unreadable)?;
                Ok((data.len(), data.modified().ok()))
            }
        }
    }

    pub fn bytes(&self) -> Result<Bytes, FileProblem> {
        Ok(Bytes { reader: self.reader()?, hash: Hash::default(), count: 0 })
    }
}

pub(super) fn unreadable(error: io::Error) -> FileProblem {
    FileProblem::Unreadable { message: error.to_string() }
}

/// As FNV-1a, but of eight bytes at once, and turned after each step: a file is hashed each time that it is read. Nothing keeps
/// such a hash, and nobody is kept out by it: it tells a file that was changed in the meantime.
struct Hash {
    hash: u64,
    /// The last bytes, fewer than eight.
    rest: [u8; 8],
    kept: usize,
}

impl Default for Hash {
    fn default() -> Self {
        Self { hash: 0xcbf2_9ce4_8422_2325, rest: [0; 8], kept: 0 }
    }
}

impl Hash {
    fn bytes(&mut self, mut bytes: &[u8]) {
        if self.kept > 0 {
            let (more, after) = bytes.split_at(bytes.len().min(8 - self.kept));
            self.rest[self.kept..self.kept + more.len()].copy_from_slice(more);
            self.kept += more.len();
            if self.kept < 8 {
                return;
            }
            self.eight(self.rest);
            bytes = after;
        }
        let (eights, rest) = bytes.as_chunks::<8>();
        eights.iter().for_each(|eight| self.eight(*eight));
        self.rest[..rest.len()].copy_from_slice(rest);
        self.kept = rest.len();
    }

    fn eight(&mut self, eight: [u8; 8]) {
        self.hash = (self.hash ^ u64::from_le_bytes(eight)).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29);
    }

    /// Of all bytes so far.
    fn end(&self) -> u64 {
        let last = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        self.rest[..self.kept].iter().fold(self.hash, last)
    }
}

/// The bytes from the beginning on.
pub(super) struct Bytes {
    reader: Box<dyn ReadSeek>,
    hash: Hash,
    count: u64,
}

impl Bytes {
    /// Fills `buffer` as far as there is something; 0 at the end.
    pub fn read(&mut self, buffer: &mut [u8]) -> Result<usize, FileProblem> {
        let mut filled = 0;
        while filled < buffer.len() {
            match self.reader.read(&mut buffer[filled..]) {
                Ok(0) => break,
                Ok(count) => filled += count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(unreadable(error)),
            }
        }
        self.hash.bytes(&buffer[..filled]);
        self.count += filled as u64;
        Ok(filled)
    }

    pub fn count(&self) -> u64 {
        self.count
    }

    /// Of what was read so far.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint { bytes: self.count, hash: self.hash.end() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(pieces: &[&[u8]]) -> u64 {
        let mut hash = Hash::default();
        pieces.iter().for_each(|piece| hash.bytes(piece));
        hash.end()
    }

    #[test]
    fn a_file_has_the_same_hash_in_whatever_pieces_it_is_read() {
        let text = b"Customer Name,Notes and some more";
        let whole = hash(&[text]);
        for at in 0..=text.len() {
            let (first, rest) = text.split_at(at);
            assert_eq!(hash(&[first, &[], rest]), whole, "cut at {at}");
            let (second, third) = rest.split_at(rest.len().min(3));
            assert_eq!(hash(&[first, second, third]), whole, "and once more behind it");
        }
        for at in 0..text.len() {
            let mut other = text.to_vec();
            other[at] ^= 1;
            assert_ne!(hash(&[&other]), whole, "a bit of the byte {at} is another file");
        }
        assert_ne!(hash(&[&text[..text.len() - 1]]), whole, "the last byte is missing");
    }
}
