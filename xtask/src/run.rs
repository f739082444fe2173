//! `cargo xtask run`: builds Hearth and opens it, on a virtual screen where there is no other.

use std::path::Path;
use std::process::Command;

use crate::display::{self, Bus, Screen};
use crate::frontend;
use crate::process::{Beside, Outcome, cargo, run as run_shown};
use crate::system::{self, Use};
use crate::workspace::{root, target};

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options {
    screenshot_only: bool,
    /// What the app itself is given.
    app: Vec<String>,
}

impl Options {
    pub fn parse(args: &[&str]) -> Outcome<Self> {
        let mut options = Self::default();
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            match *arg {
                "--screenshot-only" => options.screenshot_only = true,
                "--" => options.app.extend(args.by_ref().map(|arg| (*arg).to_owned())),
                other => {
                    return Err(format!("`run` does not know `{other}`. What is meant for the app goes behind `--`."));
                }
            }
        }
        Ok(options)
    }
}

pub fn run(options: &Options) -> Outcome {
    let own_screen = options.screenshot_only || !display::is_there();
    if own_screen && !cfg!(target_os = "linux") {
        return Err("--screenshot-only needs a virtual screen, which only Linux has.".into());
    }
    system::ensure(if own_screen { &[Use::Build, Use::Screen] } else { &[Use::Build] })?;
    frontend::ready()?;
    run_shown(cargo().current_dir(root()).args(["build", "--package", "hearth"]))?;
    let app = target()?.join("debug").join("hearth").with_extension(std::env::consts::EXE_EXTENSION);
    if own_screen {
        on_a_virtual_screen(&app, options)
    } else {
        println!("Hearth opens.");
        run_shown(Command::new(app).args(&options.app))
    }
}

fn on_a_virtual_screen(app: &Path, options: &Options) -> Outcome {
    let screen = Screen::start()?;
    let bus = if display::has_bus() { None } else { Some(Bus::start()?) };
    println!("There is no display: Hearth starts on a virtual screen ({}).", screen.name);
    let mut app = Beside::start(&app.to_string_lossy(), |command| {
        if let Some(bus) = &bus {
            command.env("DBUS_SESSION_BUS_ADDRESS", &bus.address);
        }
        command.env("DISPLAY", &screen.name).env("GDK_BACKEND", "x11").env_remove("WAYLAND_DISPLAY").args(&options.app)
    })?;
    let file = target()?.join("hearth-screenshot.png");
    let painted = screen.painted(&mut app, &file)?;
    println!("Screenshot: {}", file.display());
    if !painted {
        return Err("The window stayed empty for a minute: see the screenshot.".into());
    }
    if options.screenshot_only {
        return app.ask_to_end().map(drop);
    }
    println!("Hearth keeps running; Ctrl+C ends it.");
    match app.wait()? {
        status if status.success() => Ok(()),
        status => Err(format!("Hearth ended badly ({status})")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_behind_the_dashes_is_the_apps() {
        let options = Options::parse(&["--screenshot-only", "--", "--lang", "ko", "--screenshot-only"]).unwrap();
        assert!(options.screenshot_only, "before the dashes it is ours");
        assert_eq!(options.app, ["--lang", "ko", "--screenshot-only"], "behind them everything is the app's");
    }

    #[test]
    fn an_unknown_option_is_refused_not_passed_on() {
        let refusal = Options::parse(&["--lang"]).unwrap_err();
        assert!(refusal.contains("--lang"), "the refusal names what was not understood");
    }
}
