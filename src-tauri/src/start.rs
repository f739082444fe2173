//! What happens in which order when Hearth starts, in one place.
//!
//! 1. Whose data folder it is: a later start hands over what it was given, and ends.
//! 2. The database is opened, and the desk taken into memory, on a thread of its own (`desk`).
//! 3. Meanwhile the window is made. The web view's processes take the longest of all to start, so nothing stands before it.
//! 4. The page asks once for all that its first screen shows, which waits for the database, and draws it.
//! 5. Only then begins what nobody sees in that moment: the tray, the notifications, the alarm, the tidying, the watched folder.
//!
//! A database that takes long, or cannot be opened, keeps nobody from seeing the window; a page that never comes keeps nobody from
//! being reminded.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use hearth_core::clock::{Clock, SystemClock};
use hearth_door::{First, Handover, Start};
use tauri::{App, AppHandle, Manager as _, Runtime};

use crate::bulk::Bulk;
use crate::desk::{Desk, Surroundings};
use crate::events::Teller;
use crate::imports::Drafts;
use crate::notifier::{Identity, PATIENCE, SystemNotifier};
use crate::options::Options;
use crate::reminders::Alarm;
use crate::tidying::Tidying;
use crate::tray::Tray;
use crate::watch::Watcher;
use crate::work::Works;
use crate::{answers, configured, context, deep_link, imports, logging, reminders, surroundings, tidying, tray, watch};
use crate::{later_start, on_run_event, window};

/// The longest that what nobody sees waits for the first screen. A computer that takes longer has other worries, and a page may never
/// come.
const LONGEST: Duration = Duration::from_secs(3);

/// The clock, and how long the alarm waits at most if not as usual.
type Time = (Arc<dyn Clock>, Option<Duration>);

/// What this start asks for, beyond being a desk.
struct Asking {
    hidden: bool,
    files: Vec<PathBuf>,
    link: Option<String>,
}

/// Starts as the command line asks, and runs to the end.
pub fn start(options: Options) -> Result<ExitCode, Box<dyn std::error::Error>> {
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
        .setup(move |app| {
            let asking = Asking { hidden: options.hidden, files, link: options.link };
            set_up(app, &folder, time(), asking, first)
        })
        .build(context)?;
    Ok(ExitCode::from(u8::try_from(app.run_return(on_run_event)).unwrap_or(1)))
}

fn set_up<R: Runtime>(
    app: &mut App<R>,
    folder: &Path,
    (clock, longest_wait): Time,
    asking: Asking,
    first: Option<First>,
) -> Result<(), Box<dyn std::error::Error>> {
    let handle = app.handle().clone();
    open_desk(&handle, folder, clock);
    app.manage(Tray::default());
    let screen = FirstScreenDrawn::default();
    if asking.hidden {
        // Nobody looks.
        screen.note();
    }
    app.manage(screen);
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
    let unseen = move || {
        handle.state::<FirstScreenDrawn>().wait(LONGEST);
        if let Err(error) = begin_unseen(&handle, longest_wait) {
            // A desk whose alarm is silent must not look like one that rings.
            log::error!("Hearth could not start: {error}");
            eprintln!("hearth: {error}");
            handle.exit(1);
        }
    };
    std::thread::Builder::new().name("unseen".to_owned()).spawn(unseen)?;
    Ok(())
}

/// Begins what is not on the first screen.
fn begin_unseen<R: Runtime>(app: &AppHandle<R>, longest_wait: Option<Duration>) -> std::io::Result<()> {
    tray::make(app);
    let identity = Identity { identifier: app.config().identifier.clone(), desktop_entry: "Hearth", icon: "hearth" };
    let heard = app.clone();
    let notifier = SystemNotifier::start(identity, PATIENCE, move |subject, chosen| {
        answers::answer(&heard, subject, chosen);
    })?;
    app.manage(notifier.clone());
    reminders::start(app.clone(), notifier, longest_wait)?;
    tidying::start(app.clone())?;
    watch::start(app.clone(), longest_wait.map(|wait| wait * 2))
}

/// Begins to open the database of `folder`, and keeps it, or why it could not be opened, for the commands.
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
    if let Some(clock) = crate::test_clock::FileClock::from_environment() {
        return (Arc::new(clock), Some(Duration::from_millis(100)));
    }
    (Arc::new(SystemClock), None)
}

/// Whether the page has drawn its first screen, managed by Tauri.
#[derive(Default)]
pub struct FirstScreenDrawn {
    drawn: Mutex<bool>,
    changed: Condvar,
}

impl FirstScreenDrawn {
    pub fn note(&self) {
        *self.drawn.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.changed.notify_all();
    }

    /// Waits until it is drawn, or no longer than `longest`.
    fn wait(&self, longest: Duration) {
        let drawn = self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        drop(self.changed.wait_timeout_while(drawn, longest, |drawn| !*drawn));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

    use hearth_core::api::{DatabaseState, FirstScreenQuery, ListQuery, SortBy, Tab, handlers};
    use hearth_core::clock::ManualClock;
    use hearth_core::domain::time::Timestamp;
    use hearth_core::domain::zone::Zone;
    use tauri::test::mock_builder;
    use tempfile::TempDir;

    use super::*;

    /// A clock that says what time it is only once it is let go: opening a database asks it, and so takes as long.
    struct Slow {
        clock: ManualClock,
        let_go: Mutex<Receiver<()>>,
    }

    impl Slow {
        fn held() -> (SyncSender<()>, Arc<dyn Clock>) {
            let (sender, let_go) = sync_channel(1);
            let now = Timestamp::parse("2026-11-20T09:00:00Z").unwrap();
            (sender, Arc::new(Self { clock: ManualClock::at(now), let_go: Mutex::new(let_go) }))
        }

        fn wait(&self) {
            // Once its sender is gone nobody waits any more.
            let _ = self.let_go.lock().unwrap().recv();
        }
    }

    impl Clock for Slow {
        fn now(&self) -> Timestamp {
            self.wait();
            self.clock.now()
        }

        fn zone(&self) -> Zone {
            self.wait();
            self.clock.zone()
        }
    }

    fn first_list() -> FirstScreenQuery {
        let list = ListQuery {
            tab: Tab::All,
            stage: None,
            query: String::new(),
            sort: SortBy::Received,
            descending: true,
            offset: 0,
            limit: 100,
            list: None,
        };
        FirstScreenQuery { list }
    }

    fn started(clock: Arc<dyn Clock>) -> (App<tauri::test::MockRuntime>, TempDir) {
        let folder = tempfile::tempdir().unwrap();
        let mut app = configured(mock_builder()).build(context()).unwrap();
        let asking = Asking { hidden: false, files: Vec::new(), link: None };
        set_up(&mut app, folder.path(), (clock, None), asking, None).unwrap();
        (app, folder)
    }

    #[test]
    fn a_slow_database_does_not_keep_the_window_from_coming() {
        let (let_go, clock) = Slow::held();
        let (app, _folder) = started(clock);
        assert!(window::main(app.handle()).is_some(), "whoever started Hearth sees it, whatever the disk does");
        drop(let_go);
        let core = app.state::<Desk>().app().expect("who asks for the database waits until it is open");
        let first = handlers::first_screen(&core, first_list()).unwrap();
        assert_eq!(first.page.total, 0, "and is answered from it");
    }

    #[test]
    fn hearth_can_end_while_its_database_is_being_opened() {
        let (let_go, clock) = Slow::held();
        let (app, _folder) = started(clock);
        let desk = app.state::<Desk>();
        desk.close();
        drop(let_go);
        assert!(
            matches!(desk.database_state(), DatabaseState::Trouble { .. }),
            "a database that comes too late is not open after the end"
        );
    }

    #[test]
    fn a_first_screen_that_never_comes_is_not_waited_for_for_ever() {
        FirstScreenDrawn::default().wait(Duration::from_millis(1));
        let drawn = FirstScreenDrawn::default();
        drawn.note();
        drawn.wait(Duration::MAX);
    }
}
