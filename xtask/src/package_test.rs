//! `cargo xtask package-test`: the .deb on a clean Debian 12, from installation to removal.
//!
//! The clean Debian is a folder that holds nothing but Debian's minimum and what the package itself asks for. Screen,
//! bus and notification server are the machine's: the app there sees just what a user's session would offer it.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use crate::bundle::installers;
use crate::display::{Bus, Screen};
use crate::process::{Beside, Outcome, capture, run};
use crate::referrals::{self, HOUR, Referral};
use crate::system::{self, Use};
use crate::test::Report;
use crate::workspace::target;

/// The lead's customer, by which its notification is known.
const CUSTOMER: &str = "Northwind Example Bakery";

pub fn package_test() -> ExitCode {
    let mut report = Report::default();
    match prepare() {
        Ok(trial) => trial.run(&mut report),
        Err(why) => {
            report.step("preparation", || Err(why));
        }
    }
    report.close()
}

fn prepare() -> Outcome<Trial> {
    if !cfg!(target_os = "linux") || capture(Command::new("id").arg("-u"))?.trim() != "0" {
        return Err("A clean Debian is made and entered by root on Linux, and by nobody else.".into());
    }
    system::ensure(&[Use::Screen, Use::Journeys, Use::PackageTest])?;
    let debs = installers(&target()?.join("release").join("bundle"));
    let deb = debs.into_iter().rev().find(|file| file.extension().is_some_and(|ending| ending == "deb"));
    let deb = deb.ok_or("There is no .deb yet: `cargo xtask bundle` makes it.")?;
    let package = capture(Command::new("dpkg-deb").arg("--field").arg(&deb).arg("Package"))?.trim().to_owned();
    Ok(Trial { debian: Debian::clean(&target()?.join("package-test"))?, deb, package })
}

struct Trial {
    debian: Debian,
    deb: PathBuf,
    package: String,
}

impl Trial {
    fn run(&self, report: &mut Report) {
        if !report.step("installs, with what it depends on", || self.install()) {
            return;
        }
        report.step("finds every library", || self.libraries());
        report.step("has a menu entry and an icon, and takes links to leads", || self.menu_entry());
        report.step("starts and alarms", || self.start_and_alarm());
        report.step("leaves the data behind", || self.remove());
    }

    fn install(&self) -> Outcome {
        fs::copy(&self.deb, self.debian.at("hearth.deb")).map_err(|why| format!("{}: {why}", self.deb.display()))?;
        run(self.debian.inside("apt-get").arg("update"))?;
        run(self.debian.inside("apt-get").args(["install", "-y", "--no-install-recommends", "/hearth.deb"]))
    }

    fn libraries(&self) -> Outcome {
        let linked = capture(self.debian.inside("ldd").arg("/usr/bin/hearth"))?;
        if let Some(missing) = linked.lines().find(|line| line.contains("not found")) {
            return Err(format!("the package does not ask for a library it needs: {}", missing.trim()));
        }
        let asked = capture(Command::new("dpkg-deb").arg("--field").arg(&self.deb).arg("Depends"))?;
        if asked.contains("appindicator") {
            return Err(format!(
                "the package asks for the tray's library, which the app never opens: {}",
                asked.trim()
            ));
        }
        Ok(())
    }

    fn menu_entry(&self) -> Outcome {
        let listed = capture(self.debian.inside("dpkg-query").args(["-L", &self.package]))?;
        let entry =
            listed.lines().find(|file| file.starts_with("/usr/share/applications/") && file.ends_with(".desktop"));
        let entry = entry.ok_or("the package has no menu entry")?;
        let text = fs::read_to_string(self.debian.at(entry)).map_err(|why| format!("{entry}: {why}"))?;
        let icon = text.lines().find_map(|line| line.strip_prefix("Icon=")).ok_or("the menu entry names no icon")?;
        let sizes = listed.lines().filter(|file| file.starts_with("/usr/share/icons/") && file.contains(icon)).count();
        println!("{entry}, icon {icon} in {sizes} files");
        if sizes == 0 {
            return Err(format!("no file of the package is the icon {icon}"));
        }
        let takes_links = text.lines().any(|line| line == "MimeType=x-scheme-handler/hearth;")
            && text.lines().any(|line| line.starts_with("Exec=") && line.ends_with(" %u"));
        if takes_links { Ok(()) } else { Err(format!("the menu entry is given no link to a lead:\n{text}")) }
    }

    /// Starts the app with a lead whose customer has waited for 70 of 72 hours, and waits for its window and its alarm.
    fn start_and_alarm(&self) -> Outcome {
        let received = referrals::now() - 70 * HOUR;
        let lead = referrals::list(&[Referral { number: 1, customer: CUSTOMER.to_owned(), received, hot: true }]);
        fs::write(self.debian.at("hot-lead.json"), lead).map_err(|why| why.to_string())?;
        let session = self.debian.at("run/session");
        fs::create_dir_all(&session).map_err(|why| format!("{}: {why}", session.display()))?;

        let screen = Screen::start()?;
        let bus = Bus::start()?;
        let alarms = Alarms::listen(&bus)?;
        let _server = notification_server(&screen, &bus)?;
        run(self.debian.inside("/usr/bin/hearth-cli").arg("import").arg("/hot-lead.json"))?;
        let mut command = self.debian.inside("/usr/bin/hearth");
        command
            .env("DISPLAY", &screen.name)
            .env("GDK_BACKEND", "x11")
            .env("DBUS_SESSION_BUS_ADDRESS", &bus.address)
            .env("XDG_RUNTIME_DIR", "/run/session");
        let mut app = Beside::spawn("hearth", command)?;

        let window = window_of(&screen, &mut app)?;
        println!("Its window: {window}");
        let alarm = alarms.naming(CUSTOMER, &mut app)?;
        println!("Its alarm:\n{alarm}");
        let picture = target()?.join("package-test").join("installed.png");
        let painted = screen.painted(&mut app, &picture)?;
        println!("Screenshot: {}", picture.display());
        if !painted {
            return Err("its window stayed empty".into());
        }
        app.ask_to_end().map(drop)
    }

    fn remove(&self) -> Outcome {
        let home = self.debian.at("root");
        let before = databases(&home);
        if before.is_empty() {
            return Err(format!("the app has written no database below {}", home.display()));
        }
        run(self.debian.inside("apt-get").args(["remove", "-y", &self.package]))?;
        if self.debian.at("usr/bin/hearth").exists() {
            return Err("the program is still there".into());
        }
        println!("Left: {before:?}");
        if databases(&home) == before { Ok(()) } else { Err("the removal took a database along".into()) }
    }
}

/// A Debian 12 of its own, in a folder.
struct Debian {
    root: PathBuf,
    /// The script that enters it.
    enter: PathBuf,
}

/// `/tmp` is the machine's, because the sockets of the screen and the bus are in there.
const ENTER: &str = r#"set -eu
root=$1
shift
for folder in dev proc sys; do mount --rbind "/$folder" "$root/$folder"; done
mount --bind /tmp "$root/tmp"
exec chroot "$root" "$@"
"#;

impl Debian {
    /// A fresh copy of Debian's minimum, which is fetched once and kept.
    fn clean(folder: &Path) -> Outcome<Self> {
        let untouched = folder.join("debian-12");
        if !untouched.exists() {
            let unfinished = folder.join("debian-12.unfinished");
            removed(&unfinished)?;
            fs::create_dir_all(folder).map_err(|why| format!("{}: {why}", folder.display()))?;
            run(Command::new("debootstrap").args(["--variant=minbase", "bookworm"]).arg(&unfinished))?;
            // Nothing that a package brings is started inside: there is no system to run it.
            fs::write(unfinished.join("usr/sbin/policy-rc.d"), "#!/bin/sh\nexit 101\n")
                .map_err(|why| why.to_string())?;
            run(Command::new("chmod").arg("755").arg(unfinished.join("usr/sbin/policy-rc.d")))?;
            fs::rename(&unfinished, &untouched).map_err(|why| why.to_string())?;
        }
        let root = folder.join("root");
        removed(&root)?;
        run(Command::new("cp").args(["--archive", "--reflink=auto"]).arg(&untouched).arg(&root))?;
        for file in ["etc/resolv.conf", "etc/hosts"] {
            // The machine's way to the outside; where it has none of these, the copy has none either.
            if let Ok(text) = fs::read(Path::new("/").join(file)) {
                fs::write(root.join(file), text).map_err(|why| format!("{file}: {why}"))?;
            }
        }
        let enter = folder.join("enter.sh");
        fs::write(&enter, ENTER).map_err(|why| format!("{}: {why}", enter.display()))?;
        Ok(Self { root, enter })
    }

    fn at(&self, path: &str) -> PathBuf {
        self.root.join(path.trim_start_matches('/'))
    }

    /// A command inside, in a mount namespace of its own: whatever is mounted for it goes when it ends.
    fn inside(&self, program: &str) -> Command {
        let mut command = Command::new("setpriv");
        command
            .args(["--pdeathsig", "TERM", "unshare", "--mount", "--propagation", "private", "sh"])
            .arg(&self.enter)
            .arg(&self.root)
            .arg(program)
            .env_clear()
            .envs(std::env::vars().filter(|(name, _)| name.to_ascii_lowercase().ends_with("_proxy")))
            .envs([("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"), ("HOME", "/root")])
            .envs([("LANG", "C.UTF-8"), ("DEBIAN_FRONTEND", "noninteractive")]);
        command
    }
}

fn removed(folder: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    }
    Ok(())
}

/// dunst, once it answers for notifications on the bus.
fn notification_server(screen: &Screen, bus: &Bus) -> Outcome<Beside> {
    let mut server = Beside::start("dunst", |command| {
        command
            .env("DISPLAY", &screen.name)
            .env_remove("WAYLAND_DISPLAY")
            .env("DBUS_SESSION_BUS_ADDRESS", &bus.address)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
    })?;
    until("dunst takes the notifications", &mut server, || {
        let owner = capture(Command::new("dbus-send").args([
            &format!("--bus={}", bus.address),
            "--print-reply",
            "--dest=org.freedesktop.DBus",
            "/",
            "org.freedesktop.DBus.NameHasOwner",
            "string:org.freedesktop.Notifications",
        ]))?;
        Ok(owner.contains("boolean true").then_some(()))
    })?;
    Ok(server)
}

/// The title of the app's window, once it is on the screen.
fn window_of(screen: &Screen, app: &mut Beside) -> Outcome<String> {
    let id = app.id().to_string();
    until("the window appears", app, || {
        let find = ["search", "--all", "--onlyvisible", "--pid", &id, "--name", ".", "getwindowname"];
        // xdotool fails as long as there is no such window.
        let found = capture(Command::new("xdotool").env("DISPLAY", &screen.name).args(find)).unwrap_or_default();
        Ok(Some(found.trim().to_owned()).filter(|title| !title.is_empty()))
    })
}

/// Asks again and again for up to a minute, as long as `beside` lives.
fn until<T>(what: &str, beside: &mut Beside, mut ask: impl FnMut() -> Outcome<Option<T>>) -> Outcome<T> {
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(60) {
        if let Some(answer) = ask()? {
            return Ok(answer);
        }
        if let Some(status) = beside.ended()? {
            return Err(format!("before {what}, the program ended ({status})"));
        }
        std::thread::sleep(Duration::from_millis(200));
    }
    Err(format!("a minute passed, and not yet: {what}"))
}

/// Every notification that passes over the bus, line by line as dbus-monitor writes it.
struct Alarms {
    lines: Receiver<String>,
    _monitor: Beside,
}

impl Alarms {
    fn listen(bus: &Bus) -> Outcome<Self> {
        let mut monitor = Beside::start("dbus-monitor", |command| {
            command
                .args(["--address", &bus.address])
                .arg("type='method_call',interface='org.freedesktop.Notifications',member='Notify'")
                .stdout(Stdio::piped())
        })?;
        let stdout = monitor.take_stdout().expect("piped above");
        let (sender, lines) = channel();
        std::thread::spawn(move || forward(stdout, |line| sender.send(line).is_ok()));
        // It tells that it lost the name it had been given: from then on it sees everything.
        let alarms = Self { lines, _monitor: monitor };
        alarms.lines.recv_timeout(Duration::from_secs(20)).map_err(|_| "dbus-monitor does not listen")?;
        Ok(alarms)
    }

    /// The notification in which `name` occurs.
    fn naming(&self, name: &str, app: &mut Beside) -> Outcome<String> {
        let begun = Instant::now();
        let mut seen = String::new();
        while begun.elapsed() < Duration::from_secs(90) {
            match self.lines.recv_timeout(Duration::from_millis(500)) {
                Ok(line) => {
                    if line.contains("member=Notify") {
                        seen.clear();
                    }
                    seen.push_str(&line);
                    seen.push('\n');
                    if line.contains(name) {
                        return Ok(seen);
                    }
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Err("dbus-monitor ended".into()),
            }
            if let Some(status) = app.ended()? {
                return Err(format!("the app ended before it alarmed ({status})"));
            }
        }
        Err(format!("no notification names {name}; the last one was:\n{seen}"))
    }
}

fn forward(from: impl Read, mut send: impl FnMut(String) -> bool) {
    let mut lines = BufReader::new(from).lines();
    while let Some(Ok(line)) = lines.next() {
        if !send(line) {
            break;
        }
    }
}

/// The SQLite files below `folder`, known by their first bytes and not by a name that may change.
fn databases(folder: &Path) -> Vec<PathBuf> {
    const MAGIC: &[u8] = b"SQLite format 3\0";
    let mut found = Vec::new();
    for path in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
        if path.is_dir() && !path.is_symlink() {
            found.extend(databases(&path));
        } else if path.is_file() {
            let mut head = Vec::new();
            let read = fs::File::open(&path).and_then(|file| file.take(MAGIC.len() as u64).read_to_end(&mut head));
            if read.is_ok() && head == MAGIC {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}
