//! One running Hearth per data folder, also without a session bus.
//!
//! The first start holds a lock file in the data folder and listens on a local socket; a later one finds the lock held,
//! hands over what it was started with and ends. What the first does with it is not decided here.

use std::ffi::OsString;
use std::fs::{File, TryLockError};
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use interprocess::local_socket::prelude::*;
use interprocess::local_socket::{GenericFilePath, Listener, ListenerOptions, Name, Stream};
use serde::{Deserialize, Serialize};

/// How long a first start that hangs is waited for.
const PATIENCE: Duration = Duration::from_secs(5);
const LOCK: &str = "hearth.lock";
const TAKEN: &str = "taken\n";
/// The longest message that is read: more files than a person selects.
const LONGEST: u64 = 1024 * 1024;
/// How long a later start knocks where nobody opens: the first may be just starting, or just ending.
const KNOCKING: Duration = Duration::from_secs(5);
const BETWEEN_KNOCKS: Duration = Duration::from_millis(50);

/// What a later start asks of the first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handover {
    /// Whole paths.
    pub files: Vec<OsString>,
    /// A link as it was given: see `deep_link`.
    #[serde(default)]
    pub link: Option<String>,
    /// The later start was not to be seen, so the first need not show itself.
    #[serde(default)]
    pub hidden: bool,
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
/// Fails with [`io::ErrorKind::TimedOut`] when another one holds the folder and does not answer, after ten seconds at most.
pub fn claim(folder: &Path, handover: &Handover) -> io::Result<Start> {
    let lock = File::options().create(true).truncate(false).write(true).open(folder.join(LOCK))?;
    let began = Instant::now();
    loop {
        match lock.try_lock() {
            Ok(()) => return Ok(Start::First(First { _lock: Some(lock), listener: listen(folder) })),
            Err(TryLockError::WouldBlock) => {}
            Err(TryLockError::Error(error)) => {
                // Some network drives have no locks. SQLite still keeps two writers apart.
                log::warn!("the data folder cannot be locked: {error}");
                return Ok(Start::First(First { _lock: None, listener: listen(folder) }));
            }
        }
        match hand_over(folder, handover) {
            Ok(()) => return Ok(Start::Later),
            Err(Unheard::NoAnswer) => break,
            Err(Unheard::NobodyThere) if began.elapsed() >= KNOCKING => break,
            Err(Unheard::NobodyThere) => std::thread::sleep(BETWEEN_KNOCKS),
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

/// Why something was not handed over.
enum Unheard {
    /// No socket, or one that was closed before it answered: the first is just starting, or just ending.
    NobodyThere,
    /// It was told, and hangs.
    NoAnswer,
}

fn hand_over(folder: &Path, handover: &Handover) -> Result<(), Unheard> {
    let mut message = serde_json::to_vec(handover).map_err(|_| Unheard::NobodyThere)?;
    message.push(b'\n');
    for address in addresses(folder) {
        let Ok(mut stream) = name(&address).and_then(Stream::connect) else { continue };
        be_patient(&stream);
        return tell(&mut stream, &message).map_err(|error| match error.kind() {
            io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut => Unheard::NoAnswer,
            _ => Unheard::NobodyThere,
        });
    }
    Err(Unheard::NobodyThere)
}

fn tell(stream: &mut Stream, message: &[u8]) -> io::Result<()> {
    stream.write_all(message)?;
    let mut answer = String::new();
    BufReader::new(stream).read_line(&mut answer)?;
    if answer == TAKEN { Ok(()) } else { Err(io::ErrorKind::InvalidData.into()) }
}

/// Neither side waits for ever for one that hangs. Named pipes have no such limit.
fn be_patient(stream: &Stream) {
    for limited in [stream.set_recv_timeout(Some(PATIENCE)), stream.set_send_timeout(Some(PATIENCE))] {
        if let Err(error) = limited {
            log::debug!("no limit for an answer here: {error}");
        }
    }
}

fn receive(stream: Stream) -> io::Result<Handover> {
    be_patient(&stream);
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
        let handover =
            Handover {
                files: vec!["/tmp/리드 1.csv".into()], link: Some("hearth://lead/7".to_owned()), hidden: true
            };
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

    #[test]
    fn of_many_starts_at_once_one_is_the_first() {
        let folder = tempfile::tempdir().unwrap();
        let (sender, taken) = mpsc::channel();
        let together = std::sync::Barrier::new(8);
        let firsts: Vec<First> = std::thread::scope(|scope| {
            let start = |number: usize| {
                let (sender, together, folder) = (sender.clone(), &together, folder.path());
                scope.spawn(move || {
                    together.wait();
                    let handover = Handover { files: vec![number.to_string().into()], ..Handover::default() };
                    match claim(folder, &handover).unwrap() {
                        Start::First(mut first) => {
                            first.listen(move |handover| sender.send(handover).unwrap());
                            Some(first)
                        }
                        Start::Later => None,
                    }
                })
            };
            let starts: Vec<_> = (0..8).map(start).collect();
            starts.into_iter().filter_map(|start| start.join().unwrap()).collect()
        });
        assert_eq!(firsts.len(), 1, "one holds the lock, whoever was quickest");
        let told: std::collections::BTreeSet<_> = taken.iter().take(7).map(|handover| handover.files).collect();
        assert_eq!(told.len(), 7, "and was told what each of the others was started with: {told:?}");
    }

    #[test]
    fn a_first_that_hangs_is_not_waited_for_long() {
        let folder = tempfile::tempdir().unwrap();
        let Ok(Start::First(mut first)) = claim(folder.path(), &Handover::default()) else {
            panic!("an empty folder has no other")
        };
        let began = Instant::now();
        let error = claim(folder.path(), &Handover::default()).err().expect("nobody answers");
        assert_eq!(error.kind(), io::ErrorKind::TimedOut, "who started it learns why nothing comes up: {error}");
        assert!(began.elapsed() < PATIENCE + KNOCKING, "within seconds, not minutes: {:?}", began.elapsed());

        let (sender, taken) = mpsc::channel();
        first.listen(move |handover| sender.send(handover).unwrap());
        let later = Handover { hidden: true, ..Handover::default() };
        assert!(matches!(claim(folder.path(), &later), Ok(Start::Later)), "when it wakes it answers again");
        assert_eq!(taken.recv().unwrap(), later, "and what was given up and told as failed is not done after all");
    }

    #[test]
    fn an_older_hearth_can_hand_over_to_a_newer_one() {
        let handover: Handover =
            serde_json::from_str(&serde_json::to_string(&OldHandover::default()).unwrap()).unwrap();
        assert_eq!(handover, Handover::default(), "the program was replaced while it ran");
    }

    #[derive(Default, Serialize)]
    struct OldHandover {
        files: Vec<OsString>,
    }
}
