//! The shell: all that knows the window, the operating system's notifications, paths, processes and threads.
//!
//! What leads are and what may be done with them is in `hearth-core`; nothing here decides about a lead. What happens in which
//! order when Hearth starts is in `start`.

mod answers;
mod autostart;
mod bubbles;
mod bulk;
mod commands;
mod deep_link;
mod desk;
mod dialogs;
mod events;
mod exports;
mod files;
mod guard;
mod imports;
mod links;
mod logging;
mod notifier;
mod options;
mod pace;
mod reminders;
mod start;
mod surroundings;
#[cfg(debug_assertions)]
mod test_clock;
#[cfg(debug_assertions)]
mod test_dialogs;
mod tidying;
mod tray;
mod watch;
mod window;
mod work;

use std::path::PathBuf;
use std::process::ExitCode;

use hearth_door::Handover;
use tauri::{AppHandle, Builder, Context, DragDropEvent, Manager as _, RunEvent, Runtime, WindowEvent};

use crate::desk::Desk;
use crate::options::{Asked, Options};

pub use start::open_desk;

/// Runs Hearth as the command line asks, to its end.
pub fn run() -> ExitCode {
    let asked = Options::read(std::env::args_os().skip(1), std::env::var_os("HEARTH_DATA_DIR"));
    let options = match asked {
        Ok(Asked::Start(options)) => options,
        Ok(Asked::Version) => {
            println!("hearth {}", env!("CARGO_PKG_VERSION"));
            return ExitCode::SUCCESS;
        }
        Ok(Asked::Help) => {
            print!("{}", options::HELP);
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            eprintln!("hearth: {error}\n\n{}", options::HELP);
            return ExitCode::from(2);
        }
    };
    cure_surroundings();
    match start::start(options) {
        Ok(code) => code,
        Err(error) => {
            log::error!("Hearth could not start: {error}");
            eprintln!("hearth: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Sets right what is known to be wrong with the graphics and the session around a window.
///
/// Must be called before any thread is started.
pub fn cure_surroundings() {
    surroundings::cure_graphics();
    surroundings::cure_missing_bus();
    surroundings::keep_page_small();
}

/// What `tauri.conf.json`, the capability and the command list say, and the built window.
pub fn context<R: Runtime>() -> Context<R> {
    tauri::generate_context!()
}

/// Everything of the app but its threads and its window: its commands, its plugins, what a window's events do.
///
/// The commands need the desk: see [`open_desk`].
pub fn configured<R: Runtime>(builder: Builder<R>) -> Builder<R> {
    builder.plugin(tauri_plugin_dialog::init()).invoke_handler(commands::answer).on_window_event(|window, event| {
        match event {
            WindowEvent::CloseRequested { api, .. } => {
                api.prevent_close();
                window::close_requested(window.app_handle());
            }
            WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => {
                imports::start(window.app_handle(), paths.clone());
            }
            _ => {}
        }
    })
}

fn later_start<R: Runtime>(app: &AppHandle<R>, handover: Handover) {
    if handover.changed {
        look_elsewhere(app.clone());
    }
    // Who starts it hidden once more does not want to see it.
    if !handover.hidden {
        window::raise(app);
    }
    imports::start(app, handover.files.into_iter().map(PathBuf::from).collect());
    if let Some(link) = handover.link {
        deep_link::open(app, link);
    }
}

/// Another program says that it changed the database. Beside the thread that hears it, since an import of ours may hold the
/// database for a while.
fn look_elsewhere<R: Runtime>(app: AppHandle<R>) {
    tauri::async_runtime::spawn_blocking(move || {
        let looked = app.state::<Desk>().app().and_then(|core| core.changed_elsewhere());
        if let Err(error) = looked {
            log::warn!("what another program changed is not known yet: {error:?}");
        }
    });
}

fn on_run_event<R: Runtime>(app: &AppHandle<R>, event: RunEvent) {
    match event {
        RunEvent::Exit => {
            log::info!("Hearth ends");
            work::end(app);
            if let Some(desk) = app.try_state::<Desk>() {
                desk.close();
            }
        }
        #[cfg(target_os = "macos")]
        RunEvent::Reopen { .. } => window::raise(app),
        // macOS hands over links and files so, not as arguments.
        #[cfg(target_os = "macos")]
        RunEvent::Opened { urls } => {
            window::raise(app);
            let (links, files): (Vec<_>, Vec<_>) =
                urls.into_iter().partition(|url| deep_link::is_link(url.as_str().as_ref()));
            imports::start(app, files.iter().filter_map(|url| url.to_file_path().ok()).collect());
            if let Some(link) = links.into_iter().next_back() {
                deep_link::open(app, link.into());
            }
        }
        _ => {}
    }
}
