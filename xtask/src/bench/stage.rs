//! What a measured program has around it and shares with no other: a folder, a screen, a session bus, and on it, if
//! wanted, a desktop that takes notifications and tray icons.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use serde_json::Value;

use super::programs::Programs;
use crate::display::{Bus, Screen};
use crate::process::{Beside, Outcome};
use crate::workspace::target;

/// The folder that a screen is drawn into.
const SCREEN: &str = "screen";

pub struct Stage {
    folder: PathBuf,
    pub screen: Screen,
    bus: Bus,
}

impl Stage {
    /// An empty stage. What an earlier run left in the folder of that name is gone.
    pub fn set(name: &str) -> Outcome<Self> {
        Self::lit(name, |_| Screen::start())
    }

    /// An empty stage whose screen can be looked at: it is drawn into [`Stage::seen_in`].
    pub fn seen(name: &str) -> Outcome<Self> {
        Self::lit(name, Screen::drawn_into)
    }

    fn lit(name: &str, screen: impl FnOnce(&Path) -> Outcome<Screen>) -> Outcome<Self> {
        let folder = target()?.join("bench").join(name);
        if folder.exists() {
            std::fs::remove_dir_all(&folder).map_err(|why| format!("{}: {why}", folder.display()))?;
        }
        for inner in ["home", "runtime", "data", SCREEN] {
            let path = folder.join(inner);
            std::fs::create_dir_all(&path).map_err(|why| format!("{}: {why}", path.display()))?;
        }
        let screen = screen(&folder.join(SCREEN))?;
        Ok(Self { folder, screen, bus: Bus::start()? })
    }

    /// A file of the stage's own.
    pub fn file(&self, name: &str, content: &str) -> Outcome<PathBuf> {
        let path = self.folder.join("home").join(name);
        std::fs::write(&path, content).map_err(|why| format!("{}: {why}", path.display()))?;
        Ok(path)
    }

    /// Where the screen of a stage that is seen is drawn.
    pub fn seen_in(&self) -> PathBuf {
        self.folder.join(SCREEN)
    }

    /// Hearth's data folder.
    pub fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// Starts `program`; it sees this stage and nothing of the machine's own session.
    pub fn open(&self, program: &Path, configure: impl FnOnce(&mut Command) -> &mut Command) -> Outcome<Beside> {
        Beside::start(&program.to_string_lossy(), |command| {
            command
                .env_clear()
                .env("PATH", std::env::var_os("PATH").unwrap_or_default())
                .env("HOME", self.folder.join("home"))
                .env("XDG_RUNTIME_DIR", self.folder.join("runtime"))
                .env("DISPLAY", &self.screen.name)
                .env("DBUS_SESSION_BUS_ADDRESS", &self.bus.address)
                .env("GDK_BACKEND", "x11")
                .env("NO_AT_BRIDGE", "1")
                .env("LANG", "C.UTF-8")
                .stdout(Stdio::null())
                .stderr(Stdio::null());
            configure(command)
        })
    }

    /// Starts Hearth on the stage's data folder.
    pub fn hearth(&self, programs: &Programs, hidden: bool) -> Outcome<Beside> {
        self.open(&programs.hearth(), |command| {
            command.arg("--data-dir").arg(self.data()).args(hidden.then_some("--hidden"))
        })
    }

    /// Imports a file in the terminal, beside the window if one runs, which hears of it.
    pub fn import(&self, programs: &Programs, file: &Path) -> Outcome {
        let status = self
            .open(&programs.hearth_cli(), |command| command.arg("--data-dir").arg(self.data()).arg("import").arg(file))?
            .wait()?;
        if status.success() { Ok(()) } else { Err(format!("the leads could not be imported ({status})")) }
    }

    /// Starts a desktop on the stage's bus.
    pub fn desktop(&self, programs: &Programs) -> Outcome<Desktop> {
        let mut program = self.open(&programs.desktop(), |command| command.stdout(Stdio::piped()))?;
        program.first_line()?;
        let stdout = program.take_stdout().expect("piped above");
        let (sender, notified) = channel();
        std::thread::spawn(move || {
            let lines = BufReader::new(stdout).lines().map_while(Result::ok);
            for one in lines.filter_map(|line| Notified::read(&line)) {
                if sender.send(one).is_err() {
                    break;
                }
            }
        });
        Ok(Desktop { notified, _program: program })
    }
}

/// A desktop on a stage's bus, until it is dropped.
pub struct Desktop {
    notified: Receiver<Notified>,
    _program: Beside,
}

/// A notification that arrived.
pub struct Notified {
    pub app: String,
    /// Microseconds since 1970.
    pub at: i64,
    /// Everything that it says.
    pub text: String,
}

impl Notified {
    fn read(line: &str) -> Option<Self> {
        let line: Value = serde_json::from_str(line).ok()?;
        let text = format!("{} {}", line["summary"].as_str()?, line["body"].as_str()?);
        Some(Self { app: line["app"].as_str()?.to_owned(), at: line["at"].as_i64()?, text })
    }
}

impl Desktop {
    /// The next notification, if one comes within `patience`.
    pub fn next(&self, patience: Duration) -> Outcome<Option<Notified>> {
        match self.notified.recv_timeout(patience) {
            Ok(notified) => Ok(Some(notified)),
            Err(RecvTimeoutError::Timeout) => Ok(None),
            Err(RecvTimeoutError::Disconnected) => Err("the desktop on the private bus has ended".into()),
        }
    }
}
