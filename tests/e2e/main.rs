//! End to end: the real binary in a real window, worked by WebDriver under a private D-Bus with a recording notification
//! server and a clock that the test moves.
//!
//! Each test is a journey of a user and has a desk of its own. Needs Linux with Xvfb, dbus-daemon, xdotool, Xfce's panel and
//! window manager and WebKitWebDriver (`cargo xtask test` installs them), and the built window (`ui/dist`).

#[cfg(target_os = "linux")]
mod axe;
#[cfg(target_os = "linux")]
mod bus;
#[cfg(target_os = "linux")]
mod desk;
#[cfg(target_os = "linux")]
mod dialogs;
#[cfg(target_os = "linux")]
mod driver;
#[cfg(target_os = "linux")]
mod files;
#[cfg(target_os = "linux")]
mod journeys;
#[cfg(target_os = "linux")]
mod lead_desk;
#[cfg(target_os = "linux")]
mod notifications;
#[cfg(target_os = "linux")]
mod processes;
#[cfg(target_os = "linux")]
mod screen;
#[cfg(target_os = "linux")]
mod terminal;
#[cfg(target_os = "linux")]
mod title_bar;
#[cfg(target_os = "linux")]
mod tray_host;
#[cfg(target_os = "linux")]
mod until;
#[cfg(target_os = "linux")]
mod window;
#[cfg(target_os = "linux")]
mod wizard;
#[cfg(target_os = "linux")]
mod words;
#[cfg(target_os = "linux")]
mod xfce;

/// WebKitWebDriver and the private bus are Linux's: elsewhere there is nothing to run.
#[cfg(not(target_os = "linux"))]
#[test]
fn the_journeys_run_on_linux_only() {
    println!("The end-to-end journeys were left out: they run on Linux.");
}
