//! The tray icon: who is waiting, and the way back to a hidden window.
//!
//! Here is when it is brought up to date and what a choice from its menu does. What it shows is in `look`; how it is
//! shown is the system's: `indicator` on Linux, `status_icon` elsewhere.

#[cfg(target_os = "linux")]
mod indicator;
mod look;
#[cfg(not(target_os = "linux"))]
mod status_icon;

use std::sync::{Mutex, OnceLock, PoisonError};

use hearth_core::actions::bell::waiting;
use hearth_core::actions::{pause, snooze};
use hearth_core::api::{ApiError, DeskEvent};
use hearth_core::app::App;
use tauri::{AppHandle, Manager as _, Runtime};

#[cfg(target_os = "linux")]
use self::indicator::Indicator;
use self::look::{Choice, Look};
#[cfg(not(target_os = "linux"))]
use self::status_icon::Indicator;
use crate::desk::Desk;
use crate::events::tell;
use crate::guard::guarded;
use crate::window;

/// The hot leads that the menu names.
const MOST_NAMED: u32 = 5;

/// The tray, managed by Tauri.
#[derive(Default)]
pub struct Tray {
    /// Empty until [`make`] was called, `None` where it could not be made.
    icon: OnceLock<Option<Icon>>,
}

/// The icon and what it shows.
struct Icon {
    indicator: Indicator,
    look: Mutex<Look>,
}

/// Makes the tray icon. It can be seen where and while somebody shows such icons: see [`exists`]. Not to be called on the main thread:
/// its words are those of the language that the database knows.
pub fn make<R: Runtime>(app: &AppHandle<R>) {
    let look = Look::unknown(&app.state::<Desk>().texts());
    let handle = app.clone();
    let made = app.run_on_main_thread(move || {
        let icon = match Indicator::start(&handle, look.clone()) {
            Ok(indicator) => Some(Icon { indicator, look: Mutex::new(look) }),
            Err(error) => {
                log::warn!("there is no tray: {error}");
                None
            }
        };
        handle.state::<Tray>().icon.get_or_init(|| icon);
    });
    if let Err(error) = made {
        log::warn!("there is no tray: {error}");
        app.state::<Tray>().icon.get_or_init(|| None);
    }
    // The alarm, which begins next, brings it up to date.
    app.state::<Tray>().icon.wait();
}

/// Whether the tray icon can be seen now. Waits until it is made.
pub fn exists<R: Runtime>(app: &AppHandle<R>) -> bool {
    let Some(tray) = app.try_state::<Tray>() else { return false };
    tray.icon.wait().as_ref().is_some_and(|icon| icon.indicator.is_seen())
}

/// Brings icon, tooltip and menu up to date, if what they say has changed.
pub fn refresh<R: Runtime>(app: &AppHandle<R>, core: &App) -> Result<(), ApiError> {
    let Some(tray) = app.try_state::<Tray>() else { return Ok(()) };
    let Some(Some(tray)) = tray.icon.get() else { return Ok(()) };
    let (named, count) = waiting(core, MOST_NAMED)?;
    let desk = look::Desk { named: &named, count, paused: pause::paused_until(core)?.is_some(), now: core.now() };
    let look = Look::of(&desk, &app.state::<Desk>().texts());
    let mut shown = tray.look.lock().unwrap_or_else(PoisonError::into_inner);
    if *shown != look || !tray.indicator.is_there() {
        shown.clone_from(&look);
        tray.indicator.show(look);
    }
    Ok(())
}

/// Does what was chosen. On a thread of its own: neither the panel nor the window waits for the database.
fn chosen<R: Runtime>(app: &AppHandle<R>, choice: Choice) {
    let app = app.clone();
    let spawned = std::thread::Builder::new().name("tray-choice".to_owned()).spawn(move || {
        if let Err(error) = guarded("a choice in the tray", || obey(&app, choice)) {
            log::error!("the tray's {choice:?} failed: {error:?}");
            app.state::<Desk>().note_damage(&error);
            // The window says what is wrong with the desk.
            window::raise(&app);
        }
    });
    if let Err(error) = spawned {
        log::error!("the tray's {choice:?} failed: {error}");
    }
}

fn obey<R: Runtime>(app: &AppHandle<R>, choice: Choice) -> Result<(), ApiError> {
    match choice {
        Choice::Open => window::raise(app),
        Choice::Waiting => {
            tell(app, &DeskEvent::OpenWaiting);
            window::raise(app);
        }
        Choice::Lead(id) => {
            tell(app, &DeskEvent::OpenLead { id });
            window::raise(app);
        }
        Choice::SnoozeAll => {
            snooze::snooze_waiting_for_an_hour(&*app.state::<Desk>().app()?)?;
        }
        Choice::Pause => {
            pause::pause_until_tomorrow(&*app.state::<Desk>().app()?)?;
        }
        Choice::Resume => pause::resume(&*app.state::<Desk>().app()?)?,
        Choice::Quit => app.exit(0),
    }
    Ok(())
}
