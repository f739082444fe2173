//! The way to the operating system's notifications, by notify-rust.
//!
//! What one bubble is, who may wait how long for the system, and how a failure is named. How a system is spoken to is
//! in `linux` and `elsewhere`; what a bubble says is `bubbles`', what a failure means is decided by whoever asked.

mod dress;
#[cfg(not(target_os = "linux"))]
mod elsewhere;
#[cfg(target_os = "linux")]
mod linux;
mod patience;

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

#[cfg(not(target_os = "linux"))]
use elsewhere::Way;
#[cfg(target_os = "linux")]
use linux::Way;
use patience::{Answer, question};

use crate::bubbles::{Bubble, Subject};

/// How long the system may take to answer.
pub const PATIENCE: Duration = Duration::from_secs(5);
/// A system that has not answered is given this part of the time until it answers again: one round of the alarm
/// may have several things to tell, and each would wait to the end.
const IMPATIENCE: u32 = 4;

/// By which name the system knows the app that notifies.
#[derive(Clone, Debug)]
pub struct Identity {
    /// As in `tauri.conf.json`: Windows' AppUserModelID and macOS's bundle id.
    #[cfg_attr(target_os = "linux", expect(dead_code, reason = "Linux goes by the desktop entry"))]
    pub identifier: String,
    /// The name of the desktop entry that the Linux packages install: the product's name.
    #[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "only Linux has desktop entries"))]
    pub desktop_entry: &'static str,
    /// The name of the icon that they install: the program's name.
    #[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "elsewhere a program has its icon in itself"))]
    pub icon: &'static str,
}

/// What the user did with a bubble.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    Open,
    SnoozeAnHour,
    MarkContacted,
}

/// Why the system did not show a bubble. Its words are the system's.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "only Linux has a bus, and servers that come and go"))]
pub enum Failure {
    /// There is no session bus.
    NoBus(String),
    /// Nobody on the bus shows notifications.
    NoServer(String),
    NoAnswer,
    Refused(String),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoBus(words) | Self::NoServer(words) | Self::Refused(words) => f.write_str(words),
            Self::NoAnswer => f.write_str("no answer"),
        }
    }
}

/// Who shows notifications here, and what it says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Server {
    /// Its name and version.
    pub name: Option<String>,
    /// Whether a bubble can have buttons.
    pub actions: bool,
    /// It takes notifications but does not show them now; what it calls that.
    pub do_not_disturb: Option<&'static str>,
}

/// What became of a notification that was shown to see whether any arrives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Test {
    /// What could be found out, also where the showing failed.
    pub server: Server,
    pub shown: Result<(), Failure>,
}

type OnChosen = Arc<dyn Fn(Subject, Chosen) + Send + Sync>;

/// The way to the operating system's notifications. Its copies are the same way.
///
/// No call takes longer than the patience given at the start, whatever the system does, and none panics.
#[derive(Clone)]
pub struct SystemNotifier {
    way: Way,
    patience: Duration,
    /// The last question was not answered in time.
    silent: Arc<AtomicBool>,
}

impl SystemNotifier {
    /// `chosen` is told what the user does with a bubble, once for each bubble, on a thread that may block.
    pub fn start(
        identity: Identity,
        patience: Duration,
        chosen: impl Fn(Subject, Chosen) + Send + Sync + 'static,
    ) -> std::io::Result<Self> {
        let silent = Arc::new(AtomicBool::new(false));
        Ok(Self { way: Way::start(identity, Arc::new(chosen))?, patience, silent })
    }

    /// Shows `bubble` in place of an older one about the same.
    ///
    /// After [`Failure::NoAnswer`] it may still appear, if the system comes to itself: late is better than never
    /// for a customer who waits. It then is the bubble about its subject like any other, and is taken away at once if
    /// meanwhile a newer one was shown or it was withdrawn.
    pub fn show(&self, bubble: Bubble) -> Result<(), Failure> {
        self.show_within(bubble, self.patience())
    }

    /// Takes the bubble about `subject` away, if it is still there. Does not wait for the system.
    pub fn withdraw(&self, subject: Subject) {
        self.way.withdraw(subject);
    }

    /// Whether notifications could be shown now, without showing one.
    pub fn probe(&self) -> Result<(), Failure> {
        self.ask(self.patience(), |way, answer| way.look(answer)).map(|_| ())
    }

    /// Shows `bubble` to find out whether this system delivers, and what it says of itself.
    pub fn test(&self, bubble: Bubble) -> Test {
        let end = Instant::now() + self.patience;
        match self.ask(self.patience, |way, answer| way.look(answer)) {
            Ok(server) => {
                Test { server, shown: self.show_within(bubble, end.saturating_duration_since(Instant::now())) }
            }
            Err(failure) => Test { server: Server::default(), shown: Err(failure) },
        }
    }

    fn show_within(&self, bubble: Bubble, patience: Duration) -> Result<(), Failure> {
        self.ask(patience, |way, answer| way.show(bubble, answer))
    }

    fn patience(&self) -> Duration {
        if self.silent.load(Ordering::Relaxed) { self.patience / IMPATIENCE } else { self.patience }
    }

    fn ask<T>(&self, patience: Duration, ask: impl FnOnce(&Way, Answer<T>)) -> Result<T, Failure> {
        let (answer, answered) = question();
        ask(&self.way, answer);
        let answer = answered.wait(patience);
        self.silent.store(matches!(answer, Err(Failure::NoAnswer)), Ordering::Relaxed);
        answer
    }
}
