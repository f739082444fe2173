//! One running Hearth per data folder, also without a session bus.
//!
//! The first start holds a lock file in the data folder and listens on a local socket; a later one finds the lock held,
//! hands over what it was started with and ends. Another program that changed the database rings the same way. What the
//! first does with it is not decided here.

use std::ffi::OsString;
use std::fs::{File, TryLockError};
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::time::{Duration, Instant};

use interprocess::local_socket::prelude::*;
use interprocess::local_socket::{Listener, ListenerOptions, Stream};
use serde::{Deserialize, Serialize};

use crate::address::{addresses, name};

/// How long a first start that hangs is waited for.
const PATIENCE: Duration = Duration::from_secs(5);
const LOCK: &str = "hearth.lock";
const TAKEN: &str = "taken\n";
/// The longest message that is read: more files than a person selects.
const LONGEST: u64 = 1024 * 1024;
/// How long a later start knocks where nobody opens: the first may be just starting, or just ending.
const KNOCKING: Duration = Duration::from_secs(5);
const BETWEEN_KNOCKS: Duration = Duration::from_millis(50);
/// How long who rings waits to be heard: the change is written already, and is noticed within a minute in any case.
const RINGING: Duration = Duration::from_millis(500);

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
    /// Another program changed the database; it wants nothing else.
    #[serde(default)]
    pub changed: bool,
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
        match hand_over(folder, handover, PATIENCE) {
            Ok(()) => return Ok(Start::Later),
            Err(Unheard::NoAnswer) => break,
            Err(Unheard::NobodyThere) if began.elapsed() >= KNOCKING => break,
            Err(Unheard::NobodyThere) => std::thread::sleep(BETWEEN_KNOCKS),
        }
    }
    Err(io::Error::new(io::ErrorKind::TimedOut, "Hearth is already running on this data folder, but does not answer"))
}

/// Tells the Hearth that runs on `folder` that another program changed its database; whether one runs and has heard it.
///
/// Comes back at once where none runs, within half a second where one hangs, and never starts one.
pub fn ring(folder: &Path) -> bool {
    // Asked first, since looking for the socket may make a folder for it.
    if !may_be_held(folder) {
        return false;
    }
    let news = Handover { hidden: true, changed: true, ..Handover::default() };
    hand_over(folder, &news, RINGING).is_ok()
}

/// Whether somebody may hold the folder. Where locks do not work, nobody can say.
fn may_be_held(folder: &Path) -> bool {
    let Ok(lock) = File::options().read(true).open(folder.join(LOCK)) else { return false };
    // A start that falls into this moment knocks once more, and finds it free.
    lock.try_lock_shared().is_err()
}

/// Keeps Hearth from being started on a data folder as long as it lives.
pub struct Hold {
    _lock: File,
}

/// Holds `folder` without listening, for what must not be done beside a running window; `None` while one runs.
pub fn hold(folder: &Path) -> io::Result<Option<Hold>> {
    let lock = File::options().create(true).truncate(false).write(true).open(folder.join(LOCK))?;
    match lock.try_lock() {
        Ok(()) => Ok(Some(Hold { _lock: lock })),
        Err(TryLockError::WouldBlock) => Ok(None),
        // Some network drives have no locks: whoever holds the folder there listens, if it can.
        Err(TryLockError::Error(_)) => {
            let question = Handover { hidden: true, ..Handover::default() };
            Ok(hand_over(folder, &question, RINGING).is_err().then_some(Hold { _lock: lock }))
        }
    }
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

fn hand_over(folder: &Path, handover: &Handover, patience: Duration) -> Result<(), Unheard> {
    let mut message = serde_json::to_vec(handover).map_err(|_| Unheard::NobodyThere)?;
    message.push(b'\n');
    for address in addresses(folder) {
        let Ok(mut stream) = name(&address).and_then(Stream::connect) else { continue };
        be_patient(&stream, patience);
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
fn be_patient(stream: &Stream, patience: Duration) {
    for limited in [stream.set_recv_timeout(Some(patience)), stream.set_send_timeout(Some(patience))] {
        if let Err(error) = limited {
            log::debug!("no limit for an answer here: {error}");
        }
    }
}

fn receive(stream: Stream) -> io::Result<Handover> {
    be_patient(&stream, PATIENCE);
    let mut line = String::new();
    let mut reader = BufReader::new(stream.take(LONGEST));
    reader.read_line(&mut line)?;
    let handover: Handover = serde_json::from_str(&line)?;
    match reader.into_inner().into_inner().write_all(TAKEN.as_bytes()) {
        // Who gave up waiting starts over, or says that it failed; but what has changed has changed.
        Err(error) if !handover.changed => Err(error),
        _ => Ok(handover),
    }
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
        let handover = Handover {
            files: vec!["/tmp/리드 1.csv".into()],
            link: Some("hearth://lead/7".to_owned()),
            hidden: true,
            changed: false,
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

    #[test]
    fn who_changed_the_database_is_heard_and_brings_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let Ok(Start::First(mut first)) = claim(folder.path(), &Handover::default()) else {
            panic!("an empty folder has no other")
        };
        let (sender, taken) = mpsc::channel();
        first.listen(move |handover| sender.send(handover).unwrap());
        assert!(ring(folder.path()), "a window runs here");
        let news = Handover { hidden: true, changed: true, ..Handover::default() };
        assert_eq!(taken.recv().unwrap(), news, "an older window, which knows no such news, does not come up for it");
    }

    #[test]
    fn ringing_where_nobody_is_comes_back_at_once_and_leaves_nothing() {
        let round = || {
            let folder = tempfile::tempdir().unwrap();
            let began = Instant::now();
            assert!(!ring(folder.path()), "nobody was ever here");
            assert!(!folder.path().join(LOCK).exists(), "asking is no start");
            drop(claim(folder.path(), &Handover::default()).unwrap());
            assert!(!ring(folder.path()), "the one that was here has gone");
            assert!(!ring(&folder.path().join("missing")), "there is not even a folder");
            began.elapsed()
        };
        // A busy machine may hold up any one of them; what waits would wait every time.
        let quickest = (0..5).map(|_| round()).min().unwrap();
        assert!(quickest < RINGING, "nothing was waited for: {quickest:?}");
    }

    #[test]
    fn a_change_is_news_even_to_a_window_that_was_too_busy_to_answer() {
        let folder = tempfile::tempdir().unwrap();
        let Ok(Start::First(mut first)) = claim(folder.path(), &Handover::default()) else {
            panic!("an empty folder has no other")
        };
        let began = Instant::now();
        assert!(!ring(folder.path()), "nobody answers");
        assert!(began.elapsed() < KNOCKING, "who typed a command does not wait for a window that hangs");
        let (sender, taken) = mpsc::channel();
        first.listen(move |handover| sender.send(handover).unwrap());
        assert!(taken.recv().unwrap().changed, "the database has changed all the same");
    }

    #[test]
    fn a_folder_is_held_by_one_only() {
        let folder = tempfile::tempdir().unwrap();
        let first = claim(folder.path(), &Handover::default()).unwrap();
        assert!(hold(folder.path()).unwrap().is_none(), "a window runs");
        drop(first);
        let held = hold(folder.path()).unwrap();
        assert!(held.is_some(), "it has gone");
        assert!(hold(folder.path()).unwrap().is_none(), "nor do two do what must not be done twice at once");
        drop(held);
        assert!(matches!(claim(folder.path(), &Handover::default()), Ok(Start::First(_))), "then a window can start");
    }

    #[derive(Default, Serialize)]
    struct OldHandover {
        files: Vec<OsString>,
    }
}
