//! The one window: how it is made, raised and closed.
//!
//! It is made hidden and shown once its page is there, so that no white sheet flashes. It is hidden only where and while a
//! tray can bring it back; otherwise it is made small.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use hearth_core::api::DeskEvent;
use tauri::webview::PageLoadEvent;
use tauri::{AppHandle, Manager as _, Runtime, WebviewWindow, WebviewWindowBuilder};
use url::Url;

use crate::desk::Desk;
use crate::events::tell;
use crate::tray;

/// The window's label in `tauri.conf.json` and in the capability.
pub const MAIN: &str = "main";
/// After this time the window is shown even if its page has not come.
const PATIENCE: Duration = Duration::from_secs(5);

pub fn main<R: Runtime>(app: &AppHandle<R>) -> Option<WebviewWindow<R>> {
    app.get_webview_window(MAIN)
}

/// How the window comes up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    Shown,
    /// In the tray, or made small where no tray can be seen.
    Hidden,
}

/// Whether the window shall be in the tray, managed by Tauri: hidden while a tray can be seen, small while not.
struct InTray(AtomicBool);

fn in_tray<R: Runtime>(app: &AppHandle<R>) -> bool {
    app.try_state::<InTray>().is_some_and(|in_tray| in_tray.0.load(Ordering::SeqCst))
}

fn put_in_tray<R: Runtime>(app: &AppHandle<R>, put: bool) {
    if let Some(in_tray) = app.try_state::<InTray>() {
        in_tray.0.store(put, Ordering::SeqCst);
    }
}

/// Makes the window as `tauri.conf.json` describes it; it comes up as `start` says when its page is there.
pub fn make<R: Runtime>(app: &AppHandle<R>, start: Start) -> tauri::Result<()> {
    let config = app.config().app.windows.first().ok_or(tauri::Error::WindowNotFound)?;
    app.manage(InTray(AtomicBool::new(start == Start::Hidden)));
    WebviewWindowBuilder::from_config(app, config)?
        .on_navigation(is_ours)
        .on_page_load(move |window, load| {
            if load.event() == PageLoadEvent::Finished && !shown(&window) {
                come_up(&window);
            }
        })
        .build()?;
    let app = app.clone();
    let late = move || {
        std::thread::sleep(PATIENCE);
        if let Some(window) = main(&app).filter(|w| !app.state::<Desk>().front_listens() && !shown(w)) {
            log::warn!("the page has not come in time");
            come_up(&window);
        }
    };
    std::thread::Builder::new().name("first-show".to_owned()).spawn(late)?;
    Ok(())
}

fn come_up<R: Runtime>(window: &WebviewWindow<R>) {
    if !in_tray(window.app_handle()) {
        show(window);
        return;
    }
    // Whether there is a tray is for the session bus to say, which the main thread does not wait for.
    let app = window.app_handle().clone();
    let decide = move || {
        if !tray::exists(&app) {
            tray_went(&app);
        }
    };
    if std::thread::Builder::new().name("hidden-start".to_owned()).spawn(decide).is_err() {
        show(window);
    }
}

/// Whether a page is Hearth's own: nothing else may be shown in its window.
fn is_ours(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => url.host_str() == Some("tauri.localhost"),
        "about" => url.path() == "blank",
        _ => false,
    }
}

fn shown<R: Runtime>(window: &WebviewWindow<R>) -> bool {
    window.is_visible().unwrap_or(false)
}

fn show<R: Runtime>(window: &WebviewWindow<R>) {
    if let Err(error) = window.show() {
        log::warn!("the window cannot be shown: {error}");
    }
}

/// Brings the window to the front, from wherever it is.
pub fn raise<R: Runtime>(app: &AppHandle<R>) {
    put_in_tray(app, false);
    let Some(window) = main(app) else { return };
    show(&window);
    for done in [window.unminimize(), window.set_focus()] {
        if let Err(error) = done {
            log::warn!("the window cannot be raised: {error}");
        }
    }
}

/// What closing the window does.
#[derive(Debug, PartialEq, Eq)]
enum Closing {
    Quit,
    /// Into the tray, as far as there is one: see [`Keeping`].
    Keep(Keeping),
    Ask,
}

/// Where the window goes when the alarm goes on without it.
#[derive(Debug, PartialEq, Eq)]
enum Keeping {
    Hidden,
    /// No tray can be seen that would bring it back, so it stays among the windows.
    Small,
}

/// Decides what closing does. `keep` is what the user set; `can_ask` whether the window is there to ask, and has not been
/// asked already: who closes it over the open question wants it closed.
fn closing(keep: Option<bool>, tray: bool, can_ask: bool) -> Closing {
    match keep {
        Some(true) => Closing::Keep(keeping(tray)),
        None if can_ask => Closing::Ask,
        Some(false) | None => Closing::Quit,
    }
}

fn keeping(tray: bool) -> Keeping {
    if tray { Keeping::Hidden } else { Keeping::Small }
}

/// The user wants the window closed. Deciding asks the session bus and the database, so it is not done on the main thread.
pub fn close_requested<R: Runtime>(app: &AppHandle<R>) {
    let handle = app.clone();
    let decide = move || {
        let app = &handle;
        let desk = app.state::<Desk>();
        let keep = desk.settings().keep_in_tray;
        let can_ask = desk.front_listens() && desk.app().is_ok() && !(keep.is_none() && desk.ask_closing());
        match closing(keep, tray::exists(app), can_ask) {
            Closing::Quit => app.exit(0),
            Closing::Keep(how) => self::keep(app, &how),
            Closing::Ask => tell(app, &DeskEvent::ClosingAsked),
        }
    };
    if std::thread::Builder::new().name("closing".to_owned()).spawn(decide).is_err() {
        app.exit(0);
    }
}

/// Does what the user answered.
pub fn close<R: Runtime>(app: &AppHandle<R>, keep_in_tray: bool) {
    if keep_in_tray {
        keep(app, &keeping(tray::exists(app)));
    } else {
        app.exit(0);
    }
}

fn keep<R: Runtime>(app: &AppHandle<R>, how: &Keeping) {
    let Some(window) = main(app) else { return };
    put_in_tray(app, true);
    match how {
        Keeping::Hidden => {
            hide(&window);
            // The tray may have gone in between.
            if !tray::exists(app) {
                tray_went(app);
            }
        }
        Keeping::Small => {
            if let Err(error) = window.minimize() {
                log::warn!("the window cannot be made small: {error}");
            }
            tell(app, &DeskEvent::KeptMinimised);
        }
    }
}

/// Nothing shows the tray any more: a window that is hidden there comes back among the others, small.
pub fn tray_went<R: Runtime>(app: &AppHandle<R>) {
    let Some(window) = main(app).filter(|_| in_tray(app)) else { return };
    if let Err(error) = window.minimize() {
        log::warn!("the window cannot be made small: {error}");
    }
    show(&window);
}

/// A tray can be seen again: a window that is small for want of one, and still is, goes there.
#[cfg(target_os = "linux")]
pub fn tray_came<R: Runtime>(app: &AppHandle<R>) {
    let Some(window) = main(app).filter(|_| in_tray(app)) else { return };
    if window.is_minimized().unwrap_or(false) {
        hide(&window);
    } else {
        // The user has taken it out.
        put_in_tray(app, false);
    }
}

fn hide<R: Runtime>(window: &WebviewWindow<R>) {
    if let Err(error) = window.hide() {
        log::warn!("the window cannot be hidden: {error}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_only_window_is_never_hidden_without_a_tray() {
        for (keep, can_ask) in
            [(None, true), (None, false), (Some(true), true), (Some(true), false), (Some(false), true)]
        {
            let hidden = Closing::Keep(Keeping::Hidden);
            assert_ne!(closing(keep, false, can_ask), hidden, "nothing could bring it back (keep = {keep:?})");
        }
        assert_eq!(
            closing(Some(true), false, true),
            Closing::Keep(Keeping::Small),
            "the alarm goes on all the same, and the window can be found"
        );
    }

    #[test]
    fn the_user_is_asked_once_and_then_obeyed() {
        assert_eq!(closing(None, true, true), Closing::Ask, "nobody has said yet what closing means");
        assert_eq!(closing(None, true, false), Closing::Quit, "a window that cannot ask must still be closable");
        assert_eq!(closing(None, false, true), Closing::Ask, "also where keeping means to be small");
        assert_eq!(closing(Some(true), true, true), Closing::Keep(Keeping::Hidden), "the alarm goes on in the tray");
        assert_eq!(closing(Some(false), true, true), Closing::Quit, "the user wants it ended");
    }

    #[test]
    fn no_other_page_is_shown_in_the_window() {
        let ours = |url| is_ours(&Url::parse(url).unwrap());
        assert!(
            ours("tauri://localhost/index.html") && ours("http://tauri.localhost/"),
            "Hearth's page on each system"
        );
        for url in ["https://example.com/", "http://localhost/", "file:///etc/passwd", "data:text/html,x"] {
            assert!(!ours(url), "{url} would be taken for Hearth");
        }
    }
}
