//! A screen, a session bus and pictures for a machine that has no desktop.
//!
//! The bus starts nothing by itself: services of the machine's own desktop (a portal that nobody answers, say) would
//! delay the app or speak for it. What is shown on the screen is for the callers.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::process::{Beside, Outcome, capture, on_path};
use crate::workspace::scratch;

/// Whether this session can show a window by itself.
pub fn is_there() -> bool {
    !cfg!(target_os = "linux")
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// A virtual screen of 1280x800, on an X server of its own.
pub struct Screen {
    /// What `DISPLAY` has to be, such as `:3`.
    pub name: String,
    _server: Beside,
}

impl Screen {
    pub fn start() -> Outcome<Self> {
        Self::served(&[])
    }

    /// A screen that the server draws into a file in `folder`, in the format of `xwd`.
    pub fn drawn_into(folder: &Path) -> Outcome<Self> {
        Self::served(&["-fbdir".as_ref(), folder.as_os_str()])
    }

    fn served(more: &[&OsStr]) -> Outcome<Self> {
        let mut server = Beside::start("Xvfb", |command| {
            command
                .args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"])
                .args(more)
                .stdout(Stdio::piped())
                .stderr(Stdio::null())
        })?;
        // The server chooses a free number and tells it once it accepts windows.
        let name = format!(":{}", server.first_line()?);
        Ok(Self { name, _server: server })
    }

    /// Writes what is on the screen to `file`, and says how many colours it has.
    pub fn picture(&self, file: &Path) -> Outcome<u64> {
        capture(Command::new("import").args(["-display", &self.name, "-window", "root"]).arg(file))?;
        let colours = capture(Command::new("identify").args(["-format", "%k"]).arg(file))?;
        colours.trim().parse().map_err(|_| format!("identify counted `{colours}` colours"))
    }

    /// Waits until `app` has drawn its window, and leaves the picture of it in `file`.
    ///
    /// A painted window has letters, and letters have many shades; an empty one has one or two. Two such pictures in
    /// a row mean that the layout has settled. Answers false if nothing was painted within a minute.
    pub fn painted(&self, app: &mut Beside, file: &Path) -> Outcome<bool> {
        const SHADES_OF_LETTERS: u64 = 48;
        let begun = Instant::now();
        let mut before = 0;
        while begun.elapsed() < Duration::from_secs(60) {
            if let Some(status) = app.ended()? {
                return Err(format!("the app ended before its window was painted ({status})"));
            }
            let colours = self.picture(file)?;
            if before > SHADES_OF_LETTERS && colours > SHADES_OF_LETTERS {
                return Ok(true);
            }
            before = colours;
            std::thread::sleep(Duration::from_millis(700));
        }
        Ok(false)
    }
}

/// A session bus on which only those are who were sent there.
pub struct Bus {
    /// What `DBUS_SESSION_BUS_ADDRESS` has to be.
    pub address: String,
    _daemon: Beside,
}

const BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

impl Bus {
    pub fn start() -> Outcome<Self> {
        let config = scratch("private-bus.conf")?;
        std::fs::write(&config, BUS).map_err(|why| format!("{}: {why}", config.display()))?;
        let mut daemon = Beside::start("dbus-daemon", |command| {
            command
                .arg(format!("--config-file={}", config.display()))
                .args(["--nofork", "--print-address=1"])
                .stdout(Stdio::piped())
                // It remarks on limits that it may not raise, and on nothing that would help.
                .stderr(Stdio::null())
        })?;
        Ok(Self { address: daemon.first_line()?, _daemon: daemon })
    }
}

/// Whether a session bus is there already.
pub fn has_bus() -> bool {
    std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some_and(|address| !address.is_empty())
        || on_path("dbus-daemon").is_none()
}
