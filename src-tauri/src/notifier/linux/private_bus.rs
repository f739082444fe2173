//! A session bus of the tests' own. notify-rust finds its bus by the environment alone, so there is one address for the
//! whole process, behind which one test after the other has a bus.

use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use tempfile::TempDir;

static PLACE: LazyLock<Mutex<TempDir>> = LazyLock::new(|| {
    let folder = tempfile::Builder::new().prefix("hearth-bus-").tempdir().unwrap();
    // SAFETY: no other test of this crate reads the environment other than by the standard library, which locks it.
    unsafe { std::env::set_var("DBUS_SESSION_BUS_ADDRESS", address(&folder)) };
    Mutex::new(folder)
});

fn address(folder: &TempDir) -> String {
    format!("unix:path={}", folder.path().join("bus").display())
}

/// The address with no bus behind it, until [`NoBus::start`]; no other test has it meanwhile.
pub struct NoBus(MutexGuard<'static, TempDir>);

/// The bus, until it is dropped.
pub struct PrivateBus {
    pub address: String,
    daemon: Child,
    /// `None` once it has ended.
    place: Option<NoBus>,
}

impl NoBus {
    pub fn here() -> Self {
        Self(PLACE.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub fn start(self) -> PrivateBus {
        let address = address(&self.0);
        let config: PathBuf = self.0.path().join("bus.conf");
        let text = format!(
            "<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\" \
             \"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">\n\
             <busconfig><type>session</type><listen>{address}</listen><auth>EXTERNAL</auth>\
             <policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>\
             <allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>\n"
        );
        std::fs::write(&config, text).unwrap();
        let mut daemon = Command::new("dbus-daemon")
            .args(["--nofork", "--print-address=1"])
            .arg(format!("--config-file={}", config.display()))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .expect("dbus-daemon is installed");
        let mut line = String::new();
        BufReader::new(daemon.stdout.take().unwrap()).read_line(&mut line).unwrap();
        assert!(!line.trim().is_empty(), "the bus says where it is once it can be reached");
        PrivateBus { address, daemon, place: Some(self) }
    }
}

impl PrivateBus {
    pub fn start() -> Self {
        NoBus::here().start()
    }

    /// Ends it and keeps its place: whoever speaks to a bus that has ended must not come to the next test's.
    pub fn end(mut self) -> NoBus {
        self.stop();
        self.place.take().expect("it ends once")
    }

    fn stop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
        if let Some(place) = &self.place {
            let _ = std::fs::remove_file(place.0.path().join("bus"));
        }
    }
}

impl Drop for PrivateBus {
    fn drop(&mut self) {
        if self.place.is_some() {
            self.stop();
        }
    }
}
