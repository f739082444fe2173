//! The notifier and a real server: dunst, on a screen and a bus of the test's own.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use futures_lite::StreamExt as _;
use zbus::Proxy;
use zbus::fdo::DBusProxy;

use super::private_bus::PrivateBus;
use super::server_tests::{Desk, bubble};
use crate::bubbles::Subject;
use crate::notifier::Chosen;

struct Dunst {
    dunst: Child,
    screen: Child,
    bus: zbus::Connection,
}

impl Dunst {
    fn start(bus: &PrivateBus) -> Self {
        let mut screen = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "640x480x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is installed");
        let mut display = String::new();
        BufReader::new(screen.stdout.take().unwrap()).read_line(&mut display).unwrap();
        let dunst = Command::new("dunst")
            .args(["-config", "/dev/null"])
            .env("DISPLAY", format!(":{}", display.trim()))
            .env("DBUS_SESSION_BUS_ADDRESS", &bus.address)
            .env_remove("WAYLAND_DISPLAY")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("dunst is installed");
        let connection = zbus::block_on(async {
            let bus = zbus::connection::Builder::address(bus.address.as_str()).build().await?;
            let daemon = DBusProxy::new(&bus).await?;
            let name = "org.freedesktop.Notifications";
            let mut owners = daemon.receive_name_owner_changed_with_args(&[(0, name)]).await?;
            if !daemon.name_has_owner(name.try_into()?).await? {
                owners.next().await.expect("dunst comes");
            }
            zbus::Result::Ok(bus)
        });
        Self { dunst, screen, bus: connection.unwrap() }
    }

    /// dunst's own door, by which `dunstctl` works.
    fn control<T>(&self, work: impl AsyncFnOnce(Proxy<'_>) -> zbus::Result<T>) -> T {
        zbus::block_on(async {
            let (name, path) = ("org.freedesktop.Notifications", "/org/freedesktop/Notifications");
            work(Proxy::new(&self.bus, name, path, "org.dunstproject.cmd0").await?).await
        })
        .unwrap()
    }

    fn on_the_screen(&self) -> u32 {
        self.control(async |dunst| dunst.get_property("displayedLength").await)
    }

    /// Waits until so many are on the screen: dunst answers before it draws, and tells only who showed one that it is gone.
    fn until_on_the_screen(&self, count: u32, why: &str) {
        let end = Instant::now() + Duration::from_secs(30);
        while self.on_the_screen() != count {
            assert!(Instant::now() < end, "{why}: {} are on the screen", self.on_the_screen());
        }
    }
}

impl Drop for Dunst {
    fn drop(&mut self) {
        for process in [&mut self.dunst, &mut self.screen] {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

#[test]
fn dunst_shows_one_bubble_for_one_lead_and_tells_of_the_click() {
    let bus = PrivateBus::start();
    let (dunst, desk) = (Dunst::start(&bus), Desk::start());
    desk.notifier.show(bubble(1, "24 hours")).unwrap();
    desk.notifier.show(bubble(1, "4 hours")).unwrap();
    dunst.until_on_the_screen(1, "the newer one took the older one's place");
    dunst.control(async |dunst| dunst.call_method("NotificationAction", &0_u32).await.map(drop));
    assert_eq!(desk.chosen(), (Subject::Lead(1), Chosen::Open), "as `dunstctl action` and a click do it");
    desk.notifier.show(bubble(2, "another")).unwrap();
    desk.notifier.show(bubble(1, "1 hour")).unwrap();
    dunst.until_on_the_screen(2, "what was clicked is gone, what is new is there");
}

#[test]
fn dunst_takes_away_what_is_done() {
    let bus = PrivateBus::start();
    let (dunst, desk) = (Dunst::start(&bus), Desk::start());
    desk.notifier.show(bubble(1, "waiting")).unwrap();
    dunst.until_on_the_screen(1, "it is there");
    desk.notifier.withdraw(Subject::Lead(1));
    dunst.until_on_the_screen(0, "nothing is left in the end");
}

#[test]
fn a_test_says_that_dunst_is_paused() {
    let bus = PrivateBus::start();
    let (dunst, desk) = (Dunst::start(&bus), Desk::start());
    let test = desk.notifier.test(bubble(1, "a test"));
    assert!(test.server.name.as_deref().is_some_and(|name| name.starts_with("dunst ")), "who it is: {test:?}");
    assert_eq!((test.shown, test.server.do_not_disturb), (Ok(()), None), "it delivers");
    dunst.control(async |dunst| Ok(dunst.set_property("paused", true).await?));
    let test = desk.notifier.test(bubble(1, "a test"));
    assert_eq!(test.server.do_not_disturb, Some("paused"), "it takes everything and shows nothing");
}
