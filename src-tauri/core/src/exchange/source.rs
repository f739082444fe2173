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
        Ok(Bytes { reader: self.reader()?, hash: START, count: 0 })
    }
}

pub(super) fn unreadable(error: io::Error) -> FileProblem {
    FileProblem::Unreadable { message: error.to_string() }
}

/// FNV-1a.
const START: u64 = 0xcbf2_9ce4_8422_2325;

/// The bytes from the beginning on.
pub(super) struct Bytes {
    reader: Box<dyn ReadSeek>,
    hash: u64,
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
        for byte in &buffer[..filled] {
            self.hash = (self.hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
        self.count += filled as u64;
        Ok(filled)
    }

    pub fn count(&self) -> u64 {
        self.count
    }

    /// Of what was read so far.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint { bytes: self.count, hash: self.hash }
    }
}
