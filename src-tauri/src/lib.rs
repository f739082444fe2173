//! The shell: all that knows the window, the operating system's notifications, paths, processes and threads.
//!
//! What leads are and what may be done with them is in `hearth-core`; nothing here decides about a lead.

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

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use hearth_core::clock::{Clock, SystemClock};
use hearth_door::{First, Handover, Start};
use tauri::{App, AppHandle, Builder, Context, DragDropEvent, Manager as _, RunEvent, Runtime, WindowEvent};

use crate::bulk::Bulk;
use crate::desk::{Desk, Surroundings};
use crate::events::Teller;
use crate::imports::Drafts;
use crate::notifier::{Identity, PATIENCE, SystemNotifier};
use crate::options::{Asked, Options};
use crate::reminders::Alarm;
use crate::tidying::Tidying;
use crate::watch::Watcher;
use crate::work::Works;

/// The clock, and how long the alarm waits at most if not as usual.
type Time = (Arc<dyn Clock>, Option<Duration>);

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
    surroundings::cure_graphics();
    surroundings::cure_missing_bus();
    match start(options) {
        Ok(code) => code,
        Err(error) => {
            log::error!("Hearth could not start: {error}");
            eprintln!("hearth: {error}");
            ExitCode::FAILURE
        }
    }
}

fn start(options: Options) -> Result<ExitCode, Box<dyn std::error::Error>> {
    let context = context();
    let folder = surroundings::data_folder(options.data_dir.as_deref(), &context.config().identifier)
        .map_err(|error| format!("the data folder cannot be made: {error}"))?;
    logging::start(&folder);
    let files: Vec<PathBuf> = options.files.iter().filter_map(|file| std::path::absolute(file).ok()).collect();
    let handover = Handover {
        files: files.iter().map(|file| file.clone().into_os_string()).collect(),
        link: options.link.clone(),
        hidden: options.hidden,
        changed: false,
    };
    // A folder that cannot be written holds no lock and no socket either; the window says what is wrong with it.
    let first = match hearth_door::claim(&folder, &handover) {
        Ok(Start::First(first)) => Some(first),
        Ok(Start::Later) => return Ok(ExitCode::SUCCESS),
        Err(error) if error.kind() == std::io::ErrorKind::TimedOut => return Err(error.into()),
        Err(_) => None,
    };
    log::info!("Hearth {} starts", env!("CARGO_PKG_VERSION"));

    let app = configured(tauri::Builder::default())
        .setup(move |app| set_up(app, &folder, Asking { hidden: options.hidden, files, link: options.link }, first))
        .build(context)?;
    Ok(ExitCode::from(u8::try_from(app.run_return(on_run_event)).unwrap_or(1)))
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

/// What this start asks for, beyond being a desk.
struct Asking {
    hidden: bool,
    files: Vec<PathBuf>,
    link: Option<String>,
}

fn set_up<R: Runtime>(
    app: &mut App<R>,
    folder: &Path,
    asking: Asking,
    first: Option<First>,
) -> Result<(), Box<dyn std::error::Error>> {
    let handle = app.handle().clone();
    let (clock, longest_wait) = time();
    open_desk(&handle, folder, clock);
    tray::make(&handle);
    window::make(&handle, if asking.hidden { window::Start::Hidden } else { window::Start::Shown })?;
    imports::start(&handle, asking.files);
    if let Some(link) = asking.link {
        deep_link::open(&handle, link);
    }
    if let Some(mut first) = first {
        let handle = handle.clone();
        first.listen(move |handover| later_start(&handle, handover));
        // Its lock is held until the process ends.
        app.manage(first);
    }
    let identity = Identity { identifier: handle.config().identifier.clone(), desktop_entry: "Hearth", icon: "hearth" };
    let heard = handle.clone();
    let notifier = SystemNotifier::start(identity, PATIENCE, move |subject, chosen| {
        answers::answer(&heard, subject, chosen);
    })?;
    app.manage(notifier.clone());
    reminders::start(handle.clone(), notifier, longest_wait)?;
    tidying::start(handle.clone())?;
    watch::start(handle, longest_wait.map(|wait| wait * 2))?;
    Ok(())
}

/// Opens the database of `folder`, and keeps it, or why it could not be opened, for the commands.
pub fn open_desk<R: Runtime>(app: &AppHandle<R>, folder: &Path, clock: Arc<dyn Clock>) {
    let alarm = Arc::new(Alarm::default());
    app.manage(Works::default());
    app.manage(Drafts::default());
    app.manage(Bulk::default());
    app.manage(Watcher::default());
    app.manage(Tidying::default());
    app.manage(Desk::open(Surroundings {
        folder: folder.to_owned(),
        clock,
        listener: Arc::new(Teller { app: app.clone(), alarm: alarm.clone() }),
        user_name: surroundings::user_name(),
        locale: surroundings::locale(),
        alarm,
    }));
}

fn time() -> Time {
    #[cfg(debug_assertions)]
    if let Some(clock) = test_clock::FileClock::from_environment() {
        return (Arc::new(clock), Some(Duration::from_millis(100)));
    }
    (Arc::new(SystemClock), None)
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
