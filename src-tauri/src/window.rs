//! The one window: how it is made, raised and closed.
//!
//! It is made hidden and shown once its page is there, so that no white sheet flashes. It is hidden only where a tray can
//! bring it back.

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

/// Makes the window as `tauri.conf.json` describes it; shown when its page is there, or not at all if `hidden`.
pub fn make<R: Runtime>(app: &AppHandle<R>, hidden: bool) -> tauri::Result<()> {
    let config = app.config().app.windows.first().ok_or(tauri::Error::WindowNotFound)?;
    WebviewWindowBuilder::from_config(app, config)?
        .on_navigation(is_ours)
        .on_page_load(move |window, load| {
            if !hidden && load.event() == PageLoadEvent::Finished {
                show(&window);
            }
        })
        .build()?;
    if !hidden {
        let app = app.clone();
        let late = move || {
            std::thread::sleep(PATIENCE);
            if let Some(window) = main(&app).filter(|w| !app.state::<Desk>().front_listens() && !shown(w)) {
                log::warn!("the page has not come in time");
                show(&window);
            }
        };
        std::thread::Builder::new().name("first-show".to_owned()).spawn(late)?;
    }
    Ok(())
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
    Hide,
    Ask,
}

/// Decides what closing does. `keep` is what the user set; `can_ask` whether the window is there to ask, and has not been
/// asked already: who closes it over the open question wants it closed.
fn closing(keep: Option<bool>, tray: bool, can_ask: bool) -> Closing {
    match keep {
        _ if !tray => Closing::Quit,
        Some(true) => Closing::Hide,
        Some(false) => Closing::Quit,
        None if can_ask => Closing::Ask,
        None => Closing::Quit,
    }
}

/// The user wants the window closed. Deciding asks the session bus and the database, so it is not done on the main thread.
pub fn close_requested<R: Runtime>(app: &AppHandle<R>) {
    let handle = app.clone();
    let decide = move || {
        let app = &handle;
        let desk = app.state::<Desk>();
        let keep = desk.settings().keep_in_tray;
        let tray = tray::exists(app);
        let can_ask = desk.front_listens() && desk.app().is_ok() && !(tray && keep.is_none() && desk.ask_closing());
        match closing(keep, tray, can_ask) {
            Closing::Quit => app.exit(0),
            Closing::Hide => hide(app),
            Closing::Ask => tell(app, &DeskEvent::ClosingAsked),
        }
    };
    if std::thread::Builder::new().name("closing".to_owned()).spawn(decide).is_err() {
        app.exit(0);
    }
}

/// Does what the user answered. If the tray has gone since, the window is made small instead of hidden.
pub fn close<R: Runtime>(app: &AppHandle<R>, keep_in_tray: bool) {
    if !keep_in_tray {
        app.exit(0);
    } else if tray::exists(app) {
        hide(app);
    } else if let Some(Err(error)) = main(app).map(|window| window.minimize()) {
        log::warn!("the window cannot be made small: {error}");
    }
}

fn hide<R: Runtime>(app: &AppHandle<R>) {
    if let Some(Err(error)) = main(app).map(|window| window.hide()) {
        log::warn!("the window cannot be hidden: {error}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_only_window_is_never_hidden_without_a_tray() {
        for keep in [None, Some(true), Some(false)] {
            assert_eq!(closing(keep, false, true), Closing::Quit, "nothing could bring it back (keep = {keep:?})");
        }
    }

    #[test]
    fn the_user_is_asked_once_and_then_obeyed() {
        assert_eq!(closing(None, true, true), Closing::Ask, "nobody has said yet what closing means");
        assert_eq!(closing(None, true, false), Closing::Quit, "a window that cannot ask must still be closable");
        assert_eq!(closing(Some(true), true, true), Closing::Hide, "the alarm goes on in the tray");
        assert_eq!(closing(Some(false), true, true), Closing::Quit, "the user does not want a tray");
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
