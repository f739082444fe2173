//! The tray icon: who is waiting, and the way back to a hidden window.
//!
//! A menu first: on Linux an indicator sends no click. It exists only if somebody can see it, which closing the window
//! depends on.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use hearth_core::actions::remind::{Waiting, waiting};
use hearth_core::api::{ApiError, DeskEvent};
use hearth_core::app::App;
use hearth_core::domain::lead::LeadId;
use hearth_core::domain::time::Timestamp;
use hearth_core::texts::{FluentValue, Texts};
use tauri::menu::{Menu, MenuBuilder, MenuEvent, MenuItemBuilder};
use tauri::tray::TrayIconBuilder;
use tauri::{AppHandle, Manager as _, Runtime};

use crate::bubbles::{Left, plain_name};
use crate::desk::Desk;
use crate::events::tell;
use crate::window;

const TRAY: &str = "hearth";
const OPEN: &str = "open";
const WAITING: &str = "waiting";
const QUIT: &str = "quit";
const LEAD: &str = "lead-";
/// The hot leads that the menu names.
const MOST_NAMED: u32 = 5;
/// How long the session bus may take to say whether there is a tray.
#[cfg(target_os = "linux")]
const PATIENCE: Duration = Duration::from_secs(1);

/// A line of the menu.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Line {
    Open(String),
    Lead(LeadId, String),
    More(String),
    Nobody(String),
    Quit(String),
}

/// The menu as it is shown, so that an open one is not replaced by its like.
#[derive(Default)]
pub struct Shown(Mutex<Vec<Line>>);

/// Makes the tray icon, where the system can show one.
pub fn make<R: Runtime>(app: &AppHandle<R>) {
    app.manage(Shown::default());
    if !can_be_made() {
        log::warn!("there is no tray: the indicator library is missing");
        return;
    }
    let lines = lines(&[], 0, Timestamp::from_millis(0), &app.state::<Desk>().texts());
    if let Err(error) = build(app, &lines) {
        log::warn!("there is no tray: {error}");
    }
}

fn build<R: Runtime>(app: &AppHandle<R>, lines: &[Line]) -> tauri::Result<()> {
    let icon = tauri::include_image!("icons/32x32.png");
    TrayIconBuilder::with_id(TRAY)
        .icon(icon)
        .tooltip("Hearth")
        .menu(&menu(app, lines)?)
        .show_menu_on_left_click(true)
        .on_menu_event(chosen)
        .build(app)
        .map(|_| ())
}

/// The indicator library is loaded at run time, and the crate that does it panics where it is missing.
#[cfg(target_os = "linux")]
fn can_be_made() -> bool {
    ["libayatana-appindicator3.so.1", "libappindicator3.so.1"].into_iter().any(|name| {
        // SAFETY: the same libraries are about to be loaded for use; loading them has no precondition.
        unsafe { libloading::Library::new(name) }.is_ok_and(|library| {
            // It is loaded again for use: GTK's types must not be unloaded in between.
            std::mem::forget(library);
            true
        })
    })
}

#[cfg(not(target_os = "linux"))]
fn can_be_made() -> bool {
    true
}

/// Whether the tray icon can be seen now.
pub fn exists<R: Runtime>(app: &AppHandle<R>) -> bool {
    app.tray_by_id(TRAY).is_some() && has_host()
}

/// Whether somebody shows indicators: without a host the icon is nowhere.
#[cfg(target_os = "linux")]
fn has_host() -> bool {
    let (answer, answered) = std::sync::mpsc::sync_channel(1);
    let ask = move || {
        let _ = answer.send(zbus::block_on(watcher_has_owner()).unwrap_or(false));
    };
    // The session bus may hang: whoever asks does not wait for it longer than this.
    std::thread::Builder::new().name("tray-host".to_owned()).spawn(ask).is_ok()
        && answered.recv_timeout(PATIENCE).unwrap_or(false)
}

#[cfg(target_os = "linux")]
async fn watcher_has_owner() -> zbus::Result<bool> {
    let bus = zbus::Connection::session().await?;
    let watcher = "org.kde.StatusNotifierWatcher".try_into()?;
    Ok(zbus::fdo::DBusProxy::new(&bus).await?.name_has_owner(watcher).await?)
}

#[cfg(not(target_os = "linux"))]
fn has_host() -> bool {
    true
}

/// Brings the menu up to date, if what it says has changed.
pub fn refresh<R: Runtime>(app: &AppHandle<R>, core: &App) -> Result<(), ApiError> {
    if app.tray_by_id(TRAY).is_none() {
        return Ok(());
    }
    let (named, count) = waiting(core, MOST_NAMED)?;
    let lines = lines(&named, count, core.now(), &app.state::<Desk>().texts());
    let shown = app.state::<Shown>();
    let mut shown = shown.0.lock().unwrap_or_else(PoisonError::into_inner);
    if *shown == lines {
        return Ok(());
    }
    shown.clone_from(&lines);
    let handle = app.clone();
    let posted = app.run_on_main_thread(move || {
        let replaced = menu(&handle, &lines)
            .and_then(|menu| handle.tray_by_id(TRAY).map_or(Ok(()), |tray| tray.set_menu(Some(menu))));
        if let Err(error) = replaced {
            log::warn!("the tray's menu cannot be changed: {error}");
        }
    });
    if let Err(error) = posted {
        log::warn!("the tray's menu cannot be changed: {error}");
    }
    Ok(())
}

fn lines(named: &[Waiting], count: u32, now: Timestamp, texts: &Texts) -> Vec<Line> {
    let mut lines = vec![Line::Open(texts.text("tray-open"))];
    for one in named {
        let (id, left) = match Left::until(one.ends_at, now) {
            Left::Hours(hours) => ("tray-lead-hours", hours),
            Left::Minutes(minutes) => ("tray-lead-minutes", minutes),
        };
        let customer = FluentValue::from(plain_name(&one.customer));
        let text = texts.format(id, &[("customer", customer), ("count", FluentValue::from(left))]);
        lines.push(Line::Lead(one.lead_id, text));
    }
    let others = count.saturating_sub(u32::try_from(named.len()).unwrap_or(u32::MAX));
    if named.is_empty() {
        lines.push(Line::Nobody(texts.text("tray-nobody-waiting")));
    } else if others > 0 {
        lines.push(Line::More(texts.format("tray-more", &[("count", FluentValue::from(others))])));
    }
    lines.push(Line::Quit(texts.text("tray-quit")));
    lines
}

fn menu<R: Runtime>(app: &AppHandle<R>, lines: &[Line]) -> tauri::Result<Menu<R>> {
    let mut menu = MenuBuilder::new(app);
    for line in lines {
        let (id, text, enabled) = match line {
            Line::Open(text) => (OPEN.to_owned(), text, true),
            Line::Lead(id, text) => (format!("{LEAD}{id}"), text, true),
            Line::More(text) => (WAITING.to_owned(), text, true),
            Line::Nobody(text) => ("nobody".to_owned(), text, false),
            Line::Quit(text) => (QUIT.to_owned(), text, true),
        };
        if id == QUIT {
            menu = menu.separator();
        }
        // An ampersand marks the letter that is underlined, unless it is doubled.
        let item = MenuItemBuilder::with_id(&id, text.replace('&', "&&")).enabled(enabled).build(app)?;
        menu = menu.item(&item);
        if id == OPEN {
            menu = menu.separator();
        }
    }
    menu.build()
}

fn chosen<R: Runtime>(app: &AppHandle<R>, event: MenuEvent) {
    match event.id().as_ref() {
        OPEN => window::raise(app),
        WAITING => {
            tell(app, &DeskEvent::OpenWaiting);
            window::raise(app);
        }
        QUIT => app.exit(0),
        other => {
            if let Some(id) = other.strip_prefix(LEAD).and_then(|id| id.parse().ok()) {
                tell(app, &DeskEvent::OpenLead { id });
                window::raise(app);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use hearth_core::texts::Language;

    fn at(text: &str) -> Timestamp {
        Timestamp::parse(text).unwrap()
    }

    #[test]
    fn the_menu_says_who_waits_and_how_long_still() {
        let fabrikam = Waiting { lead_id: 7, customer: "Fabrikam".to_owned(), ends_at: at("2026-11-23T12:00:00Z") };
        let menu = lines(&[fabrikam], 3, at("2026-11-22T05:00:00Z"), &Texts::new(Language::En));
        assert_eq!(
            menu,
            [
                Line::Open("Open Hearth".to_owned()),
                Line::Lead(7, "Fabrikam · 31 h left".to_owned()),
                Line::More("and 2 more".to_owned()),
                Line::Quit("Quit".to_owned()),
            ],
            "the way in, who waits, the others by number, the way out"
        );
    }

    #[test]
    fn a_quiet_desk_says_so() {
        let menu = lines(&[], 0, at("2026-11-22T05:00:00Z"), &Texts::new(Language::Ko));
        assert!(menu.contains(&Line::Nobody("기다리는 고객 없음".to_owned())), "in the user's language: {menu:?}");
    }
}
