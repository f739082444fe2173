//! The tray: what it shows, what its menu does, and where the window goes when there is none.

use std::path::PathBuf;

use serde_json::json;

use crate::desk::{Desk, NOW, Setup};
use crate::files::{hot, lead};
use crate::tray_host::Shown;
use crate::window::{keys, results};
use crate::xfce;

fn until_tray(desk: &Desk, awaited: &str, holds: impl Fn(&Shown) -> bool) -> Shown {
    desk.window().until_found(awaited, || desk.tray().shown().filter(&holds))
}

fn until_menu(desk: &Desk, line: &str) {
    let has = || desk.tray().menu().iter().any(|found| found.starts_with(line)).then_some(());
    desk.window().until_found(&format!("the tray's menu offers {line:?}"), has);
}

#[test]
fn the_tray_shows_how_things_stand() {
    let desk = Setup { tray: true, ..Setup::default() }.start();
    let calm = until_tray(&desk, "nobody waits", |shown| shown.tooltip == "Nobody is waiting");
    assert_eq!(calm.status, "Active", "a calm desk asks for nothing");
    let sizes: Vec<_> = calm.icons.iter().map(|icon| icon.width).collect();
    assert_eq!(sizes, [16, 22, 24, 32, 48], "each panel finds its size");

    // Alpine is no hot lead, and waits for nobody.
    desk.receive(&[hot("Fabrikam", NOW), hot("Contoso", "2026-11-21T05:00:00Z"), lead("Alpine", NOW)]);
    let waiting = until_tray(&desk, "two wait", |shown| shown.tooltip == "2 customers are waiting · 48 h left");
    assert_ne!(waiting.icons, calm.icons, "the icon shows it without being pointed at");
    assert_eq!(waiting.status, "Active", "two days are no reason to call");
    let lines = [
        "Open Hearth",
        "Contoso · 48 h left",
        "Fabrikam · 72 h left",
        "Snooze all for 1 hour",
        "Pause alarms until tomorrow",
        "Quit",
    ];
    desk.window().until_found("the menu has the most urgent first", || (desk.tray().menu() == lines).then_some(()));

    desk.set_clock("2026-11-24T01:30:00Z");
    let urgent = until_tray(&desk, "the last four hours", |shown| shown.tooltip.ends_with("· 3 h left"));
    assert_eq!(urgent.status, "NeedsAttention", "a panel that puts icons away must bring this one out");
    assert_ne!(urgent.icons, waiting.icons, "and it looks different");

    desk.set_clock("2026-11-25T05:00:00Z");
    let over = until_tray(&desk, "nobody waits any more", |shown| shown.tooltip == "Nobody is waiting");
    assert_eq!(over.icons, calm.icons, "what is over is calm again");
}

#[test]
fn alarms_are_paused_and_resumed_in_the_tray() {
    let desk = Setup { tray: true, ..Setup::default() }.with_leads(&[hot("Fabrikam", NOW)]);
    until_menu(&desk, "Fabrikam");
    desk.tray().choose("Pause alarms until tomorrow");
    until_tray(&desk, "the tray says that it is silent", |shown| shown.tooltip.ends_with("· alarms paused"));
    until_menu(&desk, "Resume alarms");
    desk.tray().choose("Resume alarms");
    until_tray(&desk, "the tray is as before", |shown| shown.tooltip == "1 customer is waiting · 72 h left");
    until_menu(&desk, "Pause alarms until tomorrow");
}

#[test]
fn everybody_who_waits_is_snoozed_in_the_tray() {
    let desk = Setup { tray: true, ..Setup::default() }.with_leads(&[hot("Fabrikam", NOW), hot("Contoso", NOW)]);
    let window = desk.window();
    until_menu(&desk, "Fabrikam");
    desk.tray().choose("Snooze all for 1 hour");
    for customer in ["Fabrikam", "Contoso"] {
        window.open_row(customer);
        window.until_found(&format!("{customer} is snoozed"), || {
            let history = "return document.querySelector('.lead-side')?.innerText ?? ''";
            let text = window.run(history, json!([])).ok()?;
            text.as_str()?.contains("Snoozed").then_some(())
        });
    }
}

#[test]
fn an_icon_is_there_as_soon_as_a_panel_is() {
    let desk = Desk::with_leads(&[hot("Fabrikam", NOW)]);
    desk.put_up_tray();
    until_tray(&desk, "the icon comes", |shown| shown.tooltip.starts_with("1 customer is waiting"));
    desk.take_tray_away();
    desk.put_up_tray();
    until_tray(&desk, "it comes to the next panel too", |shown| shown.tooltip.starts_with("1 customer is waiting"));
    desk.tray().choose("Quit");
    desk.until_gone();
}

/// Answers that the alarm shall go on without the window, in whichever words it is asked. Not by the driver: its click
/// waits for the next frame, which a window that is gone never draws.
fn keep_the_alarm_running(desk: &Desk) {
    let window = desk.window();
    window.until_says("Keep the alarm running?");
    let keep = "['Keep the alarm running in the tray', 'Keep the alarm running, minimised'].flatMap((name) => __page.all('button', name))[0]";
    window.until("the question can be answered", &format!("return {keep} !== undefined"), json!([]));
    window.run(&format!("{keep}.click()"), json!([])).expect("the question is answered");
}

fn until_small(desk: &Desk, why: &str) {
    desk.window().until_found(why, || desk.window_is_small().then_some(()));
}

fn until_hidden(desk: &Desk, why: &str) {
    desk.window().until_found(why, || (!desk.window_is_shown() && !desk.window_is_small()).then_some(()));
}

fn until_shown(desk: &Desk, why: &str) {
    desk.window().until_found(why, || desk.window_is_shown().then_some(()));
}

#[test]
fn without_a_tray_closing_makes_the_window_small() {
    let desk = Setup { xfce: true, ..Setup::default() }.with_leads(&[hot("Fabrikam", NOW)]);
    desk.notifications().next();
    desk.close_window();
    keep_the_alarm_running(&desk);
    until_small(&desk, "the window is small, for nothing could bring it back from nowhere");
    desk.set_clock("2026-11-24T05:00:00Z");
    desk.notifications().next();

    assert_eq!(desk.start_again(&[]), 0, "a second start brings it back");
    until_shown(&desk, "the window is back");
    desk.window().until_says("The window was minimised instead of hidden");
    desk.close_window();
    until_small(&desk, "and is made small again without a question");
}

#[test]
fn without_a_tray_who_wants_it_ended_has_it_ended() {
    let desk = Desk::start();
    desk.close_window();
    desk.window().until_says("Keep the alarm running?");
    // Who closes it over the open question wants it closed.
    desk.close_window();
    desk.until_gone();
    assert!(desk.log().contains("Hearth ends"), "it ended in order: {}", desk.log());
}

#[test]
fn a_hidden_window_comes_back_small_when_the_tray_goes() {
    let desk = Setup { tray: true, xfce: true, ..Setup::default() }.start();
    until_menu(&desk, "Open Hearth");
    desk.close_window();
    keep_the_alarm_running(&desk);
    until_hidden(&desk, "the window is in the tray");
    desk.take_tray_away();
    until_small(&desk, "the window is not lost with the tray");
    desk.put_up_tray();
    until_hidden(&desk, "it goes to the new tray");
    until_menu(&desk, "Open Hearth");
    desk.tray().choose("Open Hearth");
    until_shown(&desk, "the tray opens it");
    desk.take_tray_away();
    desk.put_up_tray();
    until_menu(&desk, "Open Hearth");
    assert!(desk.window_is_shown(), "a window that is in use is left alone");
}

#[test]
fn a_hidden_start_is_in_the_tray_or_small() {
    let desk = Setup { xfce: true, ..Setup::default() }.start();
    desk.stop();
    let hidden = desk.start_beside(&["--hidden"]);
    crate::until::found(|| desk.window_is_small().then_some(())).expect("without a tray it is among the windows");
    assert_eq!(desk.until_ended(desk.start_beside(&["--hidden"])), 0, "the session may start it twice");
    assert!(desk.window_is_small(), "who starts it hidden again does not ask to see it");
    desk.put_up_tray();
    crate::until::found(|| (!desk.window_is_small()).then_some(())).expect("it goes to the tray when that comes up");
    assert_eq!(desk.start_again(&[]), 0, "who starts it plainly does");
    crate::until::found(|| desk.window_is_shown().then_some(())).expect("and sees it");
    drop(hidden);
    desk.stop();

    let hidden = desk.start_beside(&["--hidden"]);
    let menu = || (desk.tray().menu().len() > 2).then_some(());
    crate::until::found(menu).unwrap_or_else(|| panic!("it is in the tray\n{}", desk.log()));
    assert!(!desk.window_is_shown() && !desk.window_is_small(), "and nowhere else");
    desk.tray().choose("Open Hearth");
    crate::until::found(|| desk.window_is_shown().then_some(())).expect("the tray opens it");
    drop(hidden);
}

/// Keeps a picture of the panel.
fn picture(desk: &Desk, name: &str, part: &str) {
    let folder = if std::env::var_os("HEARTH_WRITE_SCREENSHOTS").is_some() {
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/screenshots")
    } else {
        results().join("screenshots")
    };
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    std::fs::write(folder.join(format!("{name}.png")), desk.screenshot(part)).expect("a picture can be written");
}

/// Whether `part` of the screen shows the warm colour of a customer who waits.
fn is_warm(desk: &Desk, part: &str) -> bool {
    desk.shows(part, |[red, green, blue]| red > 180 && green < 130 && blue < 80)
}

#[test]
fn a_real_panel_shows_the_icon_and_opens_its_menu() {
    let desk = Setup { xfce: true, ..Setup::default() }.start();
    let panel = desk.put_up_panel();
    let window = desk.window();
    // The icon is the last thing on the bar.
    let place = (1280 - xfce::HEIGHT / 2, xfce::HEIGHT / 2);
    let (icon, around) = ("28x28+1252+0", "420x300+860+0");
    let cool = || desk.shows(icon, |[red, green, blue]| blue > green && green > red && blue - red > 40).then_some(());
    window.until_found("the panel shows the empty hearth", cool);
    picture(&desk, "tray-calm", "120x28+1160+0");

    desk.receive(&[hot("Fabrikam, Inc.", NOW), hot("한빛물류 주식회사", "2026-11-21T11:00:00Z")]);
    window.until_found("the fire burns", || is_warm(&desk, icon).then_some(()));
    picture(&desk, "tray-waiting", "120x28+1160+0");
    desk.set_clock("2026-11-24T08:30:00Z");
    let red = || desk.shows(icon, |[red, green, blue]| red > 200 && green < 80 && blue < 40).then_some(());
    window.until_found("the fire calls", red);
    picture(&desk, "tray-urgent", "120x28+1160+0");

    let closed = desk.screenshot(around);
    desk.point(place, Some(3));
    window.until_found("a click opens the menu", || {
        let menu = "260x120+1020+30";
        let light = |[red, green, blue]: [u8; 3]| red > 250 && green > 250 && blue > 250;
        (desk.screenshot(around) != closed && desk.share(menu, light) > 0.6).then_some(())
    });
    picture(&desk, "tray-menu", around);
    // The keys work in the menu: the second line is the first customer's.
    desk.key("Down");
    desk.key("Down");
    desk.key("Return");
    window.until_open("한빛물류 주식회사");
    window.press(keys::ESCAPE);

    desk.close_window();
    keep_the_alarm_running(&desk);
    until_hidden(&desk, "the window is in the panel's tray");
    desk.point(place, Some(1));
    until_shown(&desk, "a plain click brings it back");
    desk.close_window();
    until_hidden(&desk, "the window is in the tray again");
    drop(panel);
    until_small(&desk, "and comes back when the panel crashes");
}

#[test]
fn a_panel_that_hangs_stops_nothing() {
    let desk = Setup { xfce: true, ..Setup::default() }.with_leads(&[hot("Fabrikam", NOW)]);
    desk.notifications().next();
    let panel = desk.put_up_panel();
    let window = desk.window();
    window.until_found("the panel shows the icon", || is_warm(&desk, "28x28+1252+0").then_some(()));
    panel.hang();
    desk.set_clock("2026-11-24T05:00:00Z");
    let bubble = desk.notifications().next();
    assert!(bubble.body.contains("24 hours"), "the alarm does not wait for a panel: {bubble:?}");
    desk.close_window();
    keep_the_alarm_running(&desk);
    until_small(&desk, "a panel that does not answer would not bring the window back");
}
