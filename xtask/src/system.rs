//! What must be installed on the machine before Hearth can be built, shown or tested: the list, once.
//!
//! On Debian and Ubuntu what is missing is installed, after saying what and why. Elsewhere it is named, and the verb
//! stops. The npm packages are in `frontend`; what the finished app needs is in the bundle's own dependencies.

use std::collections::BTreeSet;
use std::process::Command;

use crate::process::{Outcome, capture, npm, on_path, run};

/// What the machine is about to be used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    Build,
    /// A virtual screen and a private bus, for a machine that has none.
    Screen,
    /// The tests of the whole, in a real window. They need the screen too.
    Journeys,
    /// The installation on a clean Debian.
    PackageTest,
}

/// How a Linux without dpkg is asked whether it has the same thing.
enum Sign {
    Library(&'static str),
    Program(&'static str),
    /// Nothing tells; its absence shows only as missing letters.
    None,
}

struct Package {
    name: &'static str,
    used_for: Use,
    why: &'static str,
    sign: Sign,
}

const fn package(name: &'static str, used_for: Use, sign: Sign, why: &'static str) -> Package {
    Package { name, used_for, why, sign }
}

/// Every system package, with the reason it is here. `cargo xtask` reads no other list.
const PACKAGES: &[Package] = &[
    package("build-essential", Use::Build, Sign::Program("cc"), "the C compiler and linker"),
    package("pkg-config", Use::Build, Sign::Program("pkg-config"), "finds the libraries below"),
    package("libwebkit2gtk-4.1-dev", Use::Build, Sign::Library("webkit2gtk-4.1"), "the window and its web view"),
    package("librsvg2-dev", Use::Build, Sign::Library("librsvg-2.0"), "icons in the window's toolkit"),
    package("libdbus-1-dev", Use::Build, Sign::Library("dbus-1"), "the window talks to the desktop through it"),
    package("xvfb", Use::Screen, Sign::Program("Xvfb"), "a screen where there is none"),
    package("dbus", Use::Screen, Sign::Program("dbus-daemon"), "a session bus where there is none"),
    package("imagemagick", Use::Screen, Sign::Program("import"), "takes the screenshot"),
    package("fonts-noto-core", Use::Screen, Sign::None, "Latin letters in the screenshots"),
    package("fonts-noto-cjk", Use::Screen, Sign::None, "Korean letters in the screenshots"),
    package("webkit2gtk-driver", Use::Journeys, Sign::Program("WebKitWebDriver"), "clicks and types in the window"),
    package("xdotool", Use::Journeys, Sign::Program("xdotool"), "finds and raises windows"),
    package("dunst", Use::Journeys, Sign::Program("dunst"), "a real notification server to alarm"),
    package("xfce4-panel", Use::Journeys, Sign::Program("xfce4-panel"), "a real panel to show the tray icon"),
    package("xfwm4", Use::Journeys, Sign::Program("xfwm4"), "a window manager, to make windows small"),
    package("debootstrap", Use::PackageTest, Sign::Program("debootstrap"), "makes a clean Debian"),
    package("debian-archive-keyring", Use::PackageTest, Sign::None, "proves that the clean Debian is Debian's"),
];

/// Oldest Node that the window's build tool runs on.
const NODE: (u32, u32) = (20, 19);

/// Makes sure that everything for `uses` is there, or says what is not.
pub fn ensure(uses: &[Use]) -> Outcome {
    node()?;
    if cfg!(target_os = "linux") {
        linux(uses)
    } else if cfg!(windows) {
        webview2()
    } else {
        capture(Command::new("xcode-select").arg("-p"))
            .map(drop)
            .map_err(|_| "The Xcode command line tools are missing: `xcode-select --install` installs them.".into())
    }
}

fn node() -> Outcome {
    let (major, minor) = NODE;
    let wanted = format!("Hearth's window is built with Node {major}.{minor} or newer, and npm (https://nodejs.org)");
    let version = capture(Command::new("node").arg("--version")).map_err(|_| format!("Node is missing. {wanted}."))?;
    if version_of(&version).is_none_or(|found| found < NODE) {
        return Err(format!("Node {} is too old. {wanted}.", version.trim()));
    }
    capture(npm().arg("--version")).map(drop).map_err(|_| format!("npm is missing. {wanted}."))
}

/// Major and minor out of `v20.20.2`.
fn version_of(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.trim().trim_start_matches('v').split('.').map_while(|part| part.parse().ok());
    Some((parts.next()?, parts.next()?))
}

fn linux(uses: &[Use]) -> Outcome {
    let wanted: Vec<&Package> = PACKAGES.iter().filter(|package| uses.contains(&package.used_for)).collect();
    if on_path("dpkg-query").is_none() || on_path("apt-get").is_none() {
        let missing: Vec<&Package> = wanted.into_iter().filter(|package| !shows(&package.sign)).collect();
        return if missing.is_empty() {
            Ok(())
        } else {
            Err(format!(
                "These are missing, and only apt is known here to install them (the names are Debian's):\n{}",
                listed(&missing)
            ))
        };
    }
    let missing = absent(&wanted)?;
    if missing.is_empty() {
        return Ok(());
    }
    println!("Hearth needs these system packages, which are not installed yet:\n{}", listed(&missing));
    let root = capture(Command::new("id").arg("-u"))?.trim() == "0";
    if !root && on_path("sudo").is_none() {
        return Err("Installing them takes root, and there is no sudo: please install them, then try again.".into());
    }
    println!("Installing them through apt-get{}.", if root { "" } else { " with sudo" });
    // A source of somebody else's that is out of reach must not stop us: what counts is whether the install works.
    if let Err(why) = run(apt_get(root).arg("update")) {
        eprintln!("xtask: {why}; going on with the package lists that are there");
    }
    let names = missing.iter().map(|package| package.name);
    run(apt_get(root).args(["install", "-y", "--no-install-recommends"]).args(names))?;
    match absent(&missing)?.as_slice() {
        [] => Ok(()),
        still => Err(format!("These are still missing after the installation:\n{}", listed(still))),
    }
}

/// apt-get as root, asking nothing, and waiting for another apt to finish.
fn apt_get(root: bool) -> Command {
    let mut command = Command::new(if root { "env" } else { "sudo" });
    if !root {
        command.arg("env");
    }
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=300"]);
    command
}

fn absent<'a>(wanted: &[&'a Package]) -> Outcome<Vec<&'a Package>> {
    // dpkg-query fails as soon as one name is unknown to it, and still prints the others: its status says nothing.
    let output = Command::new("dpkg-query")
        .args(["--show", "--showformat", "${Package} ${db:Status-Status}\\n"])
        .args(wanted.iter().map(|package| package.name))
        .output()
        .map_err(|why| format!("dpkg-query could not be started: {why}"))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let installed = installed(&text);
    Ok(wanted.iter().copied().filter(|package| !installed.contains(package.name)).collect())
}

/// The names that dpkg-query calls installed; one that was removed but left its settings is not.
fn installed(dpkg_query: &str) -> BTreeSet<&str> {
    dpkg_query.lines().filter_map(|line| line.trim().strip_suffix(" installed")).collect()
}

fn shows(sign: &Sign) -> bool {
    match sign {
        Sign::Library(name) => capture(Command::new("pkg-config").args(["--exists", name])).is_ok(),
        Sign::Program(name) => on_path(name).is_some(),
        Sign::None => true,
    }
}

fn listed(packages: &[&Package]) -> String {
    packages.iter().map(|package| format!("  {:<30} {}", package.name, package.why)).collect::<Vec<_>>().join("\n")
}

/// WebView2 comes with Windows 11 and with Edge; its updater keeps the version in the registry.
fn webview2() -> Outcome {
    const CLIENT: &str = r"Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}";
    let places = [r"HKLM\SOFTWARE\WOW6432Node", r"HKLM\SOFTWARE", r"HKCU\Software"];
    let found = places
        .iter()
        .any(|place| capture(Command::new("reg").args(["query", &format!(r"{place}\{CLIENT}"), "/v", "pv"])).is_ok());
    if found {
        Ok(())
    } else {
        Err("The WebView2 runtime is missing: install \"Evergreen WebView2\" from Microsoft, then try again.".into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_removed_with_its_settings_left_counts_as_missing() {
        let installed = installed("xvfb installed\ndunst config-files\ndbus installed\nxdotool not-installed\n");
        assert_eq!(installed, BTreeSet::from(["xvfb", "dbus"]), "only what dpkg calls installed can be used");
    }

    #[test]
    fn the_list_names_every_package_once() {
        let names: BTreeSet<&str> = PACKAGES.iter().map(|package| package.name).collect();
        assert_eq!(names.len(), PACKAGES.len(), "a second entry would be a second, differing reason");
    }

    #[test]
    fn a_node_version_is_compared_by_number() {
        assert_eq!(version_of("v20.9.0\n"), Some((20, 9)), "the leading v and the line end are decoration");
        assert!(version_of("v20.9.0") < Some(NODE), "nine is less than nineteen, whatever the letters say");
        assert!(version_of("v22.1.0") > Some(NODE), "a newer major is newer whatever its minor");
        assert_eq!(version_of("system"), None, "what is no version is not taken for an old one");
    }
}
