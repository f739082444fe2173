//! A real desktop around the app: Xfce's window manager, which makes windows small, and its panel, which shows tray icons.
//!
//! The desk's bus starts nothing by itself, so Xfce's settings daemon is started here. A tray without a screen, of which a
//! test can ask everything, is `tray_host`.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::bus::Bus;
use crate::processes::Running;
use crate::until::found;

/// Height of the panel, which lies along the upper edge of the screen.
pub const HEIGHT: u32 = 28;

/// The settings: one bar with the list of windows at its left end and the tray at its right.
const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=6;x=0;y=0"/>
      <property name="length" type="uint" value="100"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="size" type="uint" value="28"/>
      <property name="plugin-ids" type="array">
        <value type="int" value="1"/>
        <value type="int" value="2"/>
        <value type="int" value="3"/>
      </property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="tasklist"/>
    <property name="plugin-2" type="string" value="separator">
      <property name="expand" type="bool" value="true"/>
      <property name="style" type="uint" value="0"/>
    </property>
    <property name="plugin-3" type="string" value="systray"/>
  </property>
</channel>
"#;

/// The desktop, until it is dropped.
pub struct Xfce {
    folder: PathBuf,
    _window_manager: Running,
    _settings: Running,
}

impl Xfce {
    /// Starts settings daemon and window manager in surroundings that `surround` gives a command.
    pub fn start(folder: &Path, bus: &Bus, surround: &dyn Fn(&mut Command)) -> Self {
        let settings = folder.join("home/.config/xfce4/xfconf/xfce-perchannel-xml");
        std::fs::create_dir_all(&settings).expect("the desk's folder can be written");
        std::fs::write(settings.join("xfce4-panel.xml"), SETTINGS).expect("the desk's folder can be written");
        let log = folder.join("xfce.log");
        let start = |name, mut command: Command| {
            surround(&mut command);
            Running::start(name, command, &log)
        };
        let settings = start("xfconfd", Command::new(settings_daemon()));
        found(|| bus.has("org.xfce.Xfconf").then_some(())).expect("the settings daemon comes up: is xfconf installed?");
        let mut window_manager = Command::new("xfwm4");
        window_manager.args(["--compositor=off", "--vblank=off"]);
        Self { folder: folder.to_owned(), _window_manager: start("xfwm4", window_manager), _settings: settings }
    }

    /// Starts the panel, which is there until what this returns is dropped.
    pub fn panel(&self, surround: &dyn Fn(&mut Command)) -> Running {
        let mut panel = Command::new("xfce4-panel");
        panel.arg("--disable-wm-check");
        surround(&mut panel);
        Running::start("xfce4-panel", panel, &self.folder.join("xfce.log"))
    }
}

/// It is not on the search path: its service file says where it is.
fn settings_daemon() -> PathBuf {
    let service = "/usr/share/dbus-1/services/org.xfce.Xfconf.service";
    let text = std::fs::read_to_string(service).unwrap_or_else(|error| panic!("{service}: {error}"));
    let program = text.lines().find_map(|line| line.strip_prefix("Exec=")).expect("a service file names its program");
    PathBuf::from(program.trim())
}
