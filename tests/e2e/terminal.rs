//! Other programs beside the running window, on the same data folder: the terminal's `hearth-cli`, and one that only writes.

use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::Arc;
use std::sync::mpsc::channel;

use hearth_core::app::{App, ChangeListener, Changes, OpenOptions};
use hearth_core::clock::ManualClock;
use hearth_core::domain::time::Timestamp;

use crate::desk::{Desk, NOW};

/// Where the workspace's build leaves the terminal's program: beside the window's.
fn binary() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_hearth")).with_file_name("hearth-cli")
}

impl Desk {
    /// Runs `hearth-cli` with `arguments` on this desk's data folder.
    pub fn terminal(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(binary());
        self.surround(command.arg("--data-dir").arg(self.data()).args(arguments));
        command.output().expect("hearth-cli is built: `cargo build --workspace`")
    }
}

/// Another program that is writing to the database. It ends when this is dropped.
pub struct Holding {
    end: Option<std::sync::mpsc::Sender<()>>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Drop for Holding {
    fn drop(&mut self) {
        self.end.take();
        let ended = self.thread.take().map(std::thread::JoinHandle::join);
        assert!(ended.is_none_or(|ended| ended.is_ok()), "the database could be held");
    }
}

struct Nobody;

impl ChangeListener for Nobody {
    fn changed(&self, _: &Changes) {}
}

impl Desk {
    /// Holds the database as another program does while it writes, so that the app has to wait.
    pub fn hold_database(&self) -> Holding {
        let options = OpenOptions {
            path: self.data().join("hearth.db"),
            clock: Arc::new(ManualClock::at(Timestamp::parse(NOW).expect("an instant"))),
            listener: Arc::new(Nobody),
            user_name: "somebody else".to_owned(),
            system_locale: "en".to_owned(),
        };
        let (held, is_held) = channel();
        let (end, has_ended) = channel::<()>();
        let thread = std::thread::spawn(move || {
            let other = App::open(options).expect("the database can be opened by two");
            other
                .write(|_, _, _| {
                    held.send(()).expect("the test waits");
                    // Until the sender is dropped.
                    let _ = has_ended.recv();
                    Ok(())
                })
                .expect("nothing is written");
        });
        is_held.recv().expect("the database is held");
        Holding { end: Some(end), thread: Some(thread) }
    }
}
