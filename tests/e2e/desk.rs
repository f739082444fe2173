//! A desk to test at: the real binary with its own data folder, screen, session bus, notification server, mail program
//! and clock, so that desks run side by side and leave nothing behind.
//!
//! What is seen and done in the window is `window`'s, what is seen and done on the screen around it `screen`'s.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Condvar, Mutex};

use tempfile::TempDir;

use crate::bus::Bus;
use crate::driver::{self, Driver};
use crate::notifications::Notifications;
use crate::processes::{self, Running};
use crate::tray_host::{self, TrayHost};
use crate::until::found;
use crate::window::Window;
use crate::xfce::Xfce;

/// The instant at which a desk's clock stands at first: a Sunday morning.
pub const NOW: &str = "2026-11-22T05:00:00Z";
const BINARY: &str = env!("CARGO_BIN_EXE_hearth");

/// How a desk is to be.
pub struct Setup {
    /// Whether there is a session bus.
    pub bus: bool,
    /// Whether a notification server is on it.
    pub notifications: bool,
    /// Whether that server reads a body as markup.
    pub markup: bool,
    /// Whether a desktop shows tray icons.
    pub tray: bool,
    /// Whether there is a real desktop, without which no window can be made small; its panel is put up by the test.
    pub xfce: bool,
    pub language: &'static str,
    pub now: &'static str,
    /// Files given on the command line.
    pub files: Vec<PathBuf>,
    /// Called with the data folder before the app is started.
    pub before: Option<fn(&Path)>,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            bus: true,
            notifications: true,
            markup: false,
            tray: false,
            xfce: false,
            language: "en_US.UTF-8",
            now: NOW,
            files: Vec::new(),
            before: None,
        }
    }
}

impl Setup {
    pub fn start(self) -> Desk {
        Desk::set_up(self)
    }
}

/// A running desk. Fields are dropped from top to bottom: the app first.
pub struct Desk {
    window: RefCell<Option<Window>>,
    driver: RefCell<Option<Running>>,
    notifications: Option<Notifications>,
    tray: RefCell<Option<TrayHost>>,
    xfce: Option<Xfce>,
    bus: Option<Bus>,
    _screen: Running,
    display: String,
    language: &'static str,
    folder: TempDir,
    _place: Place,
}

impl Desk {
    /// An empty desk as most users have it.
    pub fn start() -> Self {
        Setup::default().start()
    }

    fn set_up(setup: Setup) -> Self {
        let place = Place::take();
        let folder = tempfile::Builder::new().prefix("hearth-e2e-").tempdir().expect("a folder of its own");
        for name in ["home", "runtime", "bin", "data"] {
            std::fs::create_dir(folder.path().join(name)).expect("an empty folder");
        }
        private(&folder.path().join("runtime"));
        private(&folder.path().join("data"));
        recording_opener(&folder.path().join("bin/xdg-open"), &folder.path().join("opened"));
        let mut xvfb = Command::new("Xvfb");
        xvfb.args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"]);
        let (screen, display) = Running::start_and_hear("Xvfb", xvfb);
        let bus = setup.bus.then(|| Bus::start(folder.path()));
        let notifications =
            bus.as_ref().filter(|_| setup.notifications).map(|bus| Notifications::start(bus, setup.markup));
        let tray = bus.as_ref().filter(|_| setup.tray).map(TrayHost::start);
        if let Some(prepare) = setup.before {
            prepare(&folder.path().join("data"));
        }
        let mut desk = Self {
            window: RefCell::new(None),
            driver: RefCell::new(None),
            notifications,
            tray: RefCell::new(tray),
            xfce: None,
            bus,
            _screen: screen,
            display: format!(":{display}"),
            language: setup.language,
            folder,
            _place: place,
        };
        desk.set_clock(setup.now);
        if let Some(bus) = desk.bus.as_ref().filter(|_| setup.xfce) {
            let xfce = Xfce::start(desk.folder.path(), bus, &|command| desk.surround(command));
            desk.xfce = Some(xfce);
        }
        desk.open(&setup.files);
        desk
    }

    /// Starts the app on the desk's data folder and waits for its window.
    pub fn open(&self, files: &[PathBuf]) {
        let mut args = vec!["--data-dir".to_owned(), self.data_text()];
        args.extend(files.iter().map(|file| file.display().to_string()));
        let port = free_port();
        let mut command = Command::new("WebKitWebDriver");
        command.arg(format!("--port={port}"));
        self.surround(&mut command);
        let running = Running::start("WebKitWebDriver", command, &self.folder.path().join("driver.log"));
        found(|| driver::is_ready(port).then_some(()))
            .expect("WebKitWebDriver answers: is webkit2gtk-driver installed?");
        *self.driver.borrow_mut() = Some(running);
        let driver = Driver::open(port, BINARY, &args)
            .unwrap_or_else(|error| panic!("no window opens: {error}\n{}", self.log()));
        *self.window.borrow_mut() = Some(Window::new(driver, self.data_text()));
        self.window().wait_until_drawn();
        self.window().hold_clock();
    }

    /// Ends the app at once, as a power cut would, and waits until it is gone.
    pub fn stop(&self) {
        if let Some(window) = self.window.take() {
            window.end();
        }
        self.driver.take();
        for id in processes::with_argument(&self.data_text()) {
            processes::kill(id);
        }
        self.until_gone();
    }

    /// Waits until the app has ended by itself.
    pub fn until_gone(&self) {
        let gone = found(|| processes::with_argument(&self.data_text()).is_empty().then_some(()));
        gone.unwrap_or_else(|| panic!("the app does not end\n{}", self.log()));
    }

    /// Starts the app again, after it was ended or has ended by itself.
    pub fn restart(&self) {
        self.stop();
        self.open(&[]);
    }

    /// Starts a second copy on the same data folder, with `files`; its exit code.
    pub fn start_again(&self, files: &[&Path]) -> i32 {
        self.until_ended(self.start_beside(files))
    }

    /// Follows a link as a browser does: by a second start; its exit code.
    pub fn follow(&self, link: &str) -> i32 {
        self.until_ended(self.start_beside(&[link]))
    }

    /// Starts a copy on this data folder, whoever runs there already.
    pub fn start_beside<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Running {
        let mut command = Command::new(BINARY);
        command.arg("--data-dir").arg(self.data()).args(arguments);
        self.surround(&mut command);
        Running::start("a further hearth", command, &self.folder.path().join("further.log"))
    }

    /// Starts what a `.desktop` entry says, as a session does when its user logs in.
    pub fn launch(&self, entry: &Path) {
        let mut command = Command::new("gio");
        command.arg("launch").arg(entry);
        self.surround(&mut command);
        let launched = command.status().expect("gio is installed");
        assert!(launched.success(), "{} can be started", entry.display());
    }

    /// Waits until a copy has handed over and ended; its exit code.
    pub fn until_ended(&self, mut copy: Running) -> i32 {
        found(|| copy.ended()).unwrap_or_else(|| panic!("a further copy does not end\n{}", self.log()))
    }

    /// Brings a file in as a file manager does: by a second start.
    pub fn import(&self, file: &Path) {
        assert_eq!(self.start_again(&[file]), 0, "the second copy hands the file to the first");
    }

    pub fn window(&self) -> std::cell::Ref<'_, Window> {
        std::cell::Ref::map(self.window.borrow(), |window| window.as_ref().expect("the app runs"))
    }

    pub fn notifications(&self) -> &Notifications {
        self.notifications.as_ref().expect("this desk has a notification server")
    }

    pub fn tray(&self) -> std::cell::Ref<'_, TrayHost> {
        std::cell::Ref::map(self.tray.borrow(), |tray| tray.as_ref().expect("this desk has a tray"))
    }

    /// A desktop comes up that shows tray icons, while the app runs.
    pub fn put_up_tray(&self) {
        *self.tray.borrow_mut() = self.bus.as_ref().map(TrayHost::start);
    }

    /// The desktop that shows tray icons ends, while the app runs.
    pub fn take_tray_away(&self) {
        self.tray.borrow_mut().take();
        // The connection ends in its own time, and the next tray needs its name.
        let gone = || self.bus.as_ref().is_none_or(|bus| !bus.has(tray_host::NAME)).then_some(());
        found(gone).expect("the tray's name is free again");
    }

    /// The real desktop's panel, which is there until what this returns is dropped.
    pub fn put_up_panel(&self) -> Running {
        self.xfce.as_ref().expect("this desk has a real desktop").panel(&|command| self.surround(command))
    }

    /// Sets the app's clock, in one step: it must not read half an instant.
    pub fn set_clock(&self, instant: &str) {
        let (half, whole) = (self.folder.path().join("clock.new"), self.clock_file());
        std::fs::write(&half, instant).expect("the desk's folder can be written");
        std::fs::rename(half, whole).expect("a rename in one folder");
    }

    /// How many processes run on this data folder.
    pub fn processes(&self) -> usize {
        processes::with_argument(&self.data_text()).len()
    }

    /// The number of the process that runs on this data folder.
    pub fn app(&self) -> Option<u32> {
        processes::with_argument(&self.data_text()).first().copied()
    }

    /// The screen's name, such as `:7`.
    pub fn display(&self) -> &str {
        &self.display
    }

    /// What the app had the system open, oldest first.
    pub fn opened(&self) -> Vec<String> {
        let opened = std::fs::read_to_string(self.folder.path().join("opened")).unwrap_or_default();
        opened.lines().map(str::to_owned).collect()
    }

    /// Waits for the next link that the app has the system open.
    pub fn next_opened(&self, so_far: usize) -> String {
        found(|| self.opened().get(so_far).cloned()).expect("the system is asked to open a link")
    }

    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// A folder for the test's own files.
    pub fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    /// The app's log, for the words of a failure.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.data().join("hearth.log")).unwrap_or_default()
    }

    fn data_text(&self) -> String {
        self.data().display().to_string()
    }

    /// Where the next dialogs' answer lies: see `dialogs`.
    pub fn dialog_file(&self) -> PathBuf {
        self.folder.path().join("dialog")
    }

    fn clock_file(&self) -> PathBuf {
        self.folder.path().join("clock")
    }

    /// Gives `command` this desk's surroundings and nothing of the machine's own session.
    pub fn surround(&self, command: &mut Command) {
        let path = |name: &str| self.folder.path().join(name);
        let mut search = vec![path("bin")];
        search.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
        command
            .env_clear()
            .env("PATH", std::env::join_paths(search).expect("folders without a colon"))
            .env("HOME", path("home"))
            .env("XDG_RUNTIME_DIR", path("runtime"))
            .env("XDG_CURRENT_DESKTOP", "X-Generic")
            .env("DISPLAY", &self.display)
            .env("LANG", self.language)
            .env("TZ", "UTC")
            .env("USER", "sam")
            .env("HEARTH_CLOCK_FILE", self.clock_file())
            .env("HEARTH_DIALOG_FILE", self.dialog_file())
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("GDK_BACKEND", "x11")
            .env("NO_AT_BRIDGE", "1")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            // As with a graphics card, which most users have. Without layers, as Hearth paints where none is, the driver takes no
            // pictures; the bench measures that.
            .env("WEBKIT_DISABLE_COMPOSITING_MODE", "0")
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "0")
            .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
        // Without one GDBus would start a bus of its own.
        command
            .env("DBUS_SESSION_BUS_ADDRESS", self.bus.as_ref().map_or(OsStr::new(""), |bus| OsStr::new(&bus.address)));
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        if let Some(window) = self.window.take() {
            window.end();
        }
        self.driver.take();
        for id in processes::with_argument(&self.data_text()) {
            processes::kill(id);
        }
    }
}

/// A place among the desks that run at once: each has a screen, a bus, a driver and a browser engine.
struct Place;

static TAKEN: Mutex<usize> = Mutex::new(0);
static GIVEN_BACK: Condvar = Condvar::new();

impl Place {
    fn take() -> Self {
        let most = std::thread::available_parallelism().map_or(2, |cores| cores.get().clamp(2, 4));
        let mut taken = TAKEN.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        while *taken >= most {
            taken = GIVEN_BACK.wait(taken).unwrap_or_else(std::sync::PoisonError::into_inner);
        }
        *taken += 1;
        Self
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        *TAKEN.lock().unwrap_or_else(std::sync::PoisonError::into_inner) -= 1;
        GIVEN_BACK.notify_one();
    }
}

/// A port that nobody listens on, and that no other desk of this run was given: between the look at it and the driver's start
/// another desk may look too, and would then work this one's window.
fn free_port() -> u16 {
    static GIVEN: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    let mut given = GIVEN.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    loop {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let port = listener.local_addr().expect("it is bound").port();
        if given.insert(port) {
            return port;
        }
    }
}

fn private(folder: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700)).expect("our own folder");
}

/// Stands for the programs that open links: it writes down what it is asked to open.
fn recording_opener(program: &Path, list: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    let script = format!("#!/bin/sh\nprintf '%s\\n' \"$1\" >> '{}'\n", list.display());
    std::fs::write(program, script).expect("the desk's folder can be written");
    std::fs::set_permissions(program, std::fs::Permissions::from_mode(0o755)).expect("our own file");
}
