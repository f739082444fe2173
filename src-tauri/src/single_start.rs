//! One running Hearth per data folder, also without a session bus.
//!
//! The first start holds a lock file in the data folder and listens on a local socket; a later one finds the lock held,
//! hands its files over and ends. What the first does with them is not decided here.

use std::ffi::OsString;
use std::fs::{File, TryLockError};
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use interprocess::local_socket::prelude::*;
use interprocess::local_socket::{GenericFilePath, Listener, ListenerOptions, Name, Stream};
use serde::{Deserialize, Serialize};

const LOCK: &str = "hearth.lock";
const TAKEN: &str = "taken\n";
/// The longest message that is read: more files than a person selects.
const LONGEST: u64 = 1024 * 1024;
/// How often, and how long in all, a later start knocks: the first may be just starting, or just ending.
const KNOCKS: u32 = 100;
const BETWEEN_KNOCKS: Duration = Duration::from_millis(50);

/// What a later start asks of the first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handover {
    /// Whole paths.
    pub files: Vec<OsString>,
}

/// Who this start is.
pub enum Start {
    First(First),
    /// Another one runs and has taken what was handed over.
    Later,
}

/// Keeps others out as long as it lives.
pub struct First {
    _lock: Option<File>,
    listener: Option<Listener>,
}

/// Finds out whether this is the first start in `folder`, and hands `handover` to the first if it is not.
///
/// Fails when another one holds the folder and does not answer.
pub fn claim(folder: &Path, handover: &Handover) -> io::Result<Start> {
    let lock = File::options().create(true).truncate(false).write(true).open(folder.join(LOCK))?;
    for knock in 0..KNOCKS {
        match lock.try_lock() {
            Ok(()) => return Ok(Start::First(First { _lock: Some(lock), listener: listen(folder) })),
            Err(TryLockError::WouldBlock) => {}
            Err(TryLockError::Error(error)) => {
                // Some network drives have no locks. SQLite still keeps two writers apart.
                log::warn!("the data folder cannot be locked: {error}");
                return Ok(Start::First(First { _lock: None, listener: listen(folder) }));
            }
        }
        if hand_over(folder, handover).is_ok() {
            return Ok(Start::Later);
        }
        if knock + 1 < KNOCKS {
            std::thread::sleep(BETWEEN_KNOCKS);
        }
    }
    Err(io::Error::new(io::ErrorKind::TimedOut, "Hearth is already running on this data folder, but does not answer"))
}

impl First {
    /// Calls `taken` for what later starts hand over, on a thread of its own, until the process ends.
    pub fn listen(&mut self, taken: impl Fn(Handover) + Send + Sync + 'static) {
        let Some(listener) = self.listener.take() else { return };
        let answer = move || {
            for stream in listener.incoming().flatten() {
                match receive(stream) {
                    Ok(handover) => taken(handover),
                    Err(error) => log::warn!("a later start could not be understood: {error}"),
                }
            }
        };
        if let Err(error) = std::thread::Builder::new().name("later-starts".to_owned()).spawn(answer) {
            log::error!("later starts cannot be heard: {error}");
        }
    }
}

fn listen(folder: &Path) -> Option<Listener> {
    for address in addresses(folder) {
        // The lock is ours, so whatever lies there was left behind by a process that is gone.
        let _ = std::fs::remove_file(&address);
        match name(&address).and_then(|name| ListenerOptions::new().name(name).create_sync()) {
            Ok(listener) => return Some(listener),
            Err(error) => log::warn!("no socket for later starts: {error}"),
        }
    }
    None
}

fn hand_over(folder: &Path, handover: &Handover) -> io::Result<()> {
    let mut message = serde_json::to_vec(handover)?;
    message.push(b'\n');
    let mut failure = io::Error::from(io::ErrorKind::NotFound);
    for address in addresses(folder) {
        match name(&address).and_then(Stream::connect) {
            Ok(mut stream) => {
                stream.write_all(&message)?;
                let mut answer = String::new();
                BufReader::new(stream).read_line(&mut answer)?;
                return if answer == TAKEN { Ok(()) } else { Err(io::ErrorKind::InvalidData.into()) };
            }
            Err(error) => failure = error,
        }
    }
    Err(failure)
}

fn receive(stream: Stream) -> io::Result<Handover> {
    let mut line = String::new();
    let mut reader = BufReader::new(stream.take(LONGEST));
    reader.read_line(&mut line)?;
    let handover = serde_json::from_str(&line)?;
    reader.into_inner().into_inner().write_all(TAKEN.as_bytes())?;
    Ok(handover)
}

/// Where the socket of a data folder may be, best first. A socket's address holds about 100 bytes, and not every disk can
/// hold a socket, so there is a second place under a short name.
#[cfg(unix)]
fn addresses(folder: &Path) -> Vec<PathBuf> {
    use std::os::unix::ffi::OsStrExt as _;
    const LONGEST_ADDRESS: usize = 100;
    let beside = folder.join("hearth.sock");
    let runtime = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|d| d.is_dir());
    let elsewhere = match runtime {
        Some(runtime) => Some(runtime.join(format!("hearth-{}.sock", short_name(folder)))),
        None => own_folder_in_temp(folder).map(|own| own.join("sock")),
    };
    std::iter::once(beside).chain(elsewhere).filter(|a| a.as_os_str().as_bytes().len() <= LONGEST_ADDRESS).collect()
}

#[cfg(windows)]
fn addresses(folder: &Path) -> Vec<PathBuf> {
    vec![PathBuf::from(format!(r"\\.\pipe\hearth-{}", short_name(folder)))]
}

/// A folder in the shared temporary one that only the owner of `folder` can have made and can enter.
#[cfg(unix)]
fn own_folder_in_temp(folder: &Path) -> Option<PathBuf> {
    use std::os::unix::fs::MetadataExt as _;
    let own = std::env::temp_dir().join(format!("hearth-{}", short_name(folder)));
    crate::surroundings::make_private(&own).ok()?;
    let (made, data) = (std::fs::symlink_metadata(&own).ok()?, std::fs::metadata(folder).ok()?);
    (made.is_dir() && made.uid() == data.uid() && made.mode() & 0o077 == 0).then_some(own)
}

/// Sixteen hexadecimal digits of the folder's whole path: FNV-1a, which is the same in every version of Hearth.
fn short_name(folder: &Path) -> String {
    let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let hash = whole
        .as_os_str()
        .as_encoded_bytes()
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}

fn name(address: &Path) -> io::Result<Name<'_>> {
    address.to_fs_name::<GenericFilePath>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;

    #[test]
    fn a_later_start_hands_its_files_to_the_first() {
        let folder = tempfile::tempdir().unwrap();
        let Ok(Start::First(mut first)) = claim(folder.path(), &Handover::default()) else {
            panic!("an empty folder has no other")
        };
        let (sender, taken) = mpsc::channel();
        first.listen(move |handover| sender.send(handover).unwrap());
        let handover = Handover { files: vec!["/tmp/리드 1.csv".into()] };
        assert!(matches!(claim(folder.path(), &handover), Ok(Start::Later)), "the folder is taken");
        assert_eq!(taken.recv().unwrap(), handover, "nothing of the command line is lost on the way");
    }

    #[test]
    fn the_folder_is_free_again_after_the_first_has_gone() {
        let folder = tempfile::tempdir().unwrap();
        let first = claim(folder.path(), &Handover::default()).unwrap();
        drop(first);
        std::fs::write(folder.path().join("hearth.sock"), "left behind").unwrap();
        assert!(
            matches!(claim(folder.path(), &Handover::default()), Ok(Start::First(_))),
            "what a killed process leaves behind does not lock anyone out"
        );
    }

    #[test]
    fn a_deep_data_folder_still_has_an_address() {
        let root = tempfile::tempdir().unwrap();
        let deep = root.path().join("d".repeat(120));
        std::fs::create_dir(&deep).unwrap();
        assert!(!addresses(&deep).is_empty(), "a socket's address is short, a folder's path need not be");
    }
}
