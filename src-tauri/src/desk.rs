//! What every command and thread of the shell shares: the data folder, the open database or why it is not open, and what
//! the window must be told when it asks.
//!
//! A database that cannot be opened, or takes long, does not keep the window from opening: it is opened on a thread of its own, and
//! who asks for it waits. When in a start that happens is in `start`.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use hearth_core::actions::settings;
use hearth_core::api::{ApiError, DatabaseState, LanguageChoice, SetAside, Settings};
use hearth_core::app::{App, ChangeListener, OpenOptions};
use hearth_core::clock::Clock;
use hearth_core::domain::time::Timestamp;
use hearth_core::texts::{Language, Texts};

use crate::guard::guarded;
use crate::reminders::Alarm;

pub use hearth_door::DATABASE;

/// Whoever closes the window twice in this time wants it closed, whatever it asks.
const IMPATIENT_MILLIS: i64 = 10_000;

/// What the desk needs from outside.
pub struct Surroundings {
    pub folder: PathBuf,
    pub clock: Arc<dyn Clock>,
    pub listener: Arc<dyn ChangeListener>,
    pub user_name: String,
    /// The system's locale, such as `ko-KR`.
    pub locale: String,
    pub alarm: Arc<Alarm>,
}

/// The desk, managed by Tauri.
#[derive(Clone)]
pub struct Desk(Arc<Shared>);

struct Shared {
    around: Surroundings,
    /// `None` while it is being opened for the first time.
    database: Mutex<Option<Opened>>,
    /// It is known now whether the database is open.
    opened: Condvar,
    notifications_failure: Mutex<Option<String>>,
    alarm_trouble: Mutex<Option<ApiError>>,
    front: Mutex<Front>,
    closing_asked: Mutex<Option<Timestamp>>,
}

/// The open database, or why there is none.
type Opened = Result<Arc<App>, ApiError>;

/// Whether the window listens, and what waits until it does.
#[derive(Default)]
struct Front {
    listens: bool,
    waiting: Waiting,
}

/// What was asked for before the window listened.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    pub files: Vec<PathBuf>,
    /// The last one: the window shows one lead.
    pub link: Option<String>,
}

impl Desk {
    /// Opens the database of the folder on a thread of its own; a failure is kept as its state.
    pub fn open(around: Surroundings) -> Self {
        let desk = Self(Arc::new(Shared {
            around,
            database: Mutex::default(),
            opened: Condvar::new(),
            notifications_failure: Mutex::default(),
            alarm_trouble: Mutex::default(),
            front: Mutex::default(),
            closing_asked: Mutex::default(),
        }));
        let opening = desk.clone();
        if std::thread::Builder::new().name("opening".to_owned()).spawn(move || opening.open_first()).is_err() {
            desk.open_first();
        }
        desk
    }

    fn open_first(&self) {
        let opened = open_database(&self.0.around);
        // Where Hearth is ending already, it stays closed.
        let core = lock(&self.0.database).get_or_insert(opened).clone();
        self.0.opened.notify_all();
        // Whatever the window asks first is answered by it.
        let loaded = guarded("loading the desk", || core?.load_desk());
        if let Err(error) = loaded {
            self.note_damage(&error);
        }
    }

    /// The database once it is known whether it is open. Not to be called on the main thread while Hearth starts.
    fn database(&self) -> MutexGuard<'_, Option<Opened>> {
        let database = lock(&self.0.database);
        self.0.opened.wait_while(database, |database| database.is_none()).unwrap_or_else(PoisonError::into_inner)
    }

    /// The open database, or why there is none. While it is being opened this waits.
    pub fn app(&self) -> Result<Arc<App>, ApiError> {
        self.database().clone().expect("it was waited for")
    }

    pub fn database_state(&self) -> DatabaseState {
        self.app().map_or_else(|error| DatabaseState::Trouble { error }, |_| DatabaseState::Ready)
    }

    pub fn folder(&self) -> &Path {
        &self.0.around.folder
    }

    pub fn clock(&self) -> &dyn Clock {
        &*self.0.around.clock
    }

    pub fn user_name(&self) -> &str {
        &self.0.around.user_name
    }

    /// The language of the system.
    pub fn system_language(&self) -> Language {
        Language::of(LanguageChoice::System, &self.0.around.locale)
    }

    pub fn alarm(&self) -> &Alarm {
        &self.0.around.alarm
    }

    /// The user's settings; the usual ones while there is no database to ask.
    pub fn settings(&self) -> Settings {
        self.app().and_then(|app| settings::get(&app)).unwrap_or_default()
    }

    /// The texts of the user's language; of the system's while there is no database to ask.
    pub fn texts(&self) -> Texts {
        Texts::new(self.app().and_then(|app| settings::language(&app)).unwrap_or_else(|_| self.system_language()))
    }

    /// Tries once more to open a database that could not be opened.
    pub fn retry_database(&self) -> Result<(), ApiError> {
        let mut database = self.database();
        if let Some(Ok(_)) = &*database {
            return Ok(());
        }
        database.insert(open_database(&self.0.around)).as_ref().map(|_| ()).map_err(Clone::clone)
    }

    /// Renames a damaged database and opens a new one beside it. Nothing is deleted.
    ///
    /// Fails with [`ApiError::Conflict`] when the database is not known to be damaged.
    pub fn set_database_aside(&self) -> Result<SetAside, ApiError> {
        let mut database = self.database();
        if !matches!(*database, Some(Err(ApiError::Corrupt { .. }))) {
            return Err(ApiError::Conflict);
        }
        let kept_at =
            set_aside(&self.0.around.folder, &self.0.around.clock.now().utc().format("%Y%m%dT%H%M%SZ").to_string())
                .map_err(|error| ApiError::SystemRefused { detail: error.to_string() })?;
        log::warn!("a damaged database was set aside");
        database.insert(open_database(&self.0.around)).as_ref().map_err(Clone::clone)?;
        Ok(SetAside { kept_at: kept_at.display().to_string() })
    }

    /// Notes that a database which was open has turned out to be damaged, so that it can be set aside.
    pub fn note_damage(&self, error: &ApiError) {
        if matches!(error, ApiError::Corrupt { .. }) {
            log::error!("the database is damaged");
            *lock(&self.0.database) = Some(Err(error.clone()));
        }
    }

    /// Lets go of the database before the process ends, so that its journal is folded in.
    pub fn close(&self) {
        let path = self.0.around.folder.join(DATABASE).display().to_string();
        let closed = Err(ApiError::Unopened { path, detail: "Hearth is ending".to_owned() });
        *lock(&self.0.database) = Some(closed);
        self.0.opened.notify_all();
    }

    pub fn notifications_failure(&self) -> Option<String> {
        lock(&self.0.notifications_failure).clone()
    }

    /// Keeps whether bubbles arrive; whether that is news.
    pub fn note_notifications(&self, failure: Option<String>) -> bool {
        is_news(&self.0.notifications_failure, failure)
    }

    /// Keeps why the alarm cannot be written down; whether that is news.
    pub fn note_alarm_trouble(&self, trouble: Option<ApiError>) -> bool {
        is_news(&self.0.alarm_trouble, trouble)
    }

    /// Whether the window has asked for its first data: then it listens too.
    pub fn front_listens(&self) -> bool {
        lock(&self.0.front).listens
    }

    /// The window listens from now on; what waited for it.
    pub fn front_came(&self) -> Waiting {
        let mut front = lock(&self.0.front);
        front.listens = true;
        std::mem::take(&mut front.waiting)
    }

    /// Keeps `files` until the window can show what becomes of them; gives them back if it can already.
    pub fn wait_for_front(&self, files: Vec<PathBuf>) -> Option<Vec<PathBuf>> {
        let mut front = lock(&self.0.front);
        if front.listens {
            return Some(files);
        }
        front.waiting.files.extend(files);
        None
    }

    /// Keeps `link` until the window can open it; gives it back if it can already.
    pub fn wait_for_front_with_link(&self, link: String) -> Option<String> {
        let mut front = lock(&self.0.front);
        if front.listens {
            return Some(link);
        }
        front.waiting.link = Some(link);
        None
    }

    /// Notes that the window is asked what closing shall do; whether it was asked a moment ago and has not answered. A
    /// question that the user put away is asked again later.
    pub fn ask_closing(&self) -> bool {
        let now = self.0.around.clock.now();
        let before = lock(&self.0.closing_asked).replace(now);
        before.is_some_and(|before| now.since(before).num_milliseconds().abs() < IMPATIENT_MILLIS)
    }

    pub fn closing_answered(&self) {
        *lock(&self.0.closing_asked) = None;
    }
}

fn is_news<T: PartialEq>(known: &Mutex<T>, now: T) -> bool {
    let mut known = lock(known);
    let news = *known != now;
    *known = now;
    news
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn open_database(around: &Surroundings) -> Result<Arc<App>, ApiError> {
    let options = OpenOptions {
        path: around.folder.join(DATABASE),
        clock: around.clock.clone(),
        listener: around.listener.clone(),
        user_name: around.user_name.clone(),
        system_locale: around.locale.clone(),
    };
    let opened = guarded("opening the database", || App::open(options)).map(Arc::new);
    match &opened {
        Ok(_) => log::info!("the database is open"),
        Err(error) => log::error!("the database could not be opened: {error:?}"),
    }
    around.alarm.wake();
    opened
}

/// Renames the database in `folder` and what belongs to it; where it is kept.
fn set_aside(folder: &Path, stamp: &str) -> std::io::Result<PathBuf> {
    let free = |n: u32| {
        let name = if n == 1 { format!("hearth-damaged-{stamp}.db") } else { format!("hearth-damaged-{stamp}-{n}.db") };
        folder.join(name)
    };
    // A rename would write over an older one.
    let kept_at = (1..).map(free).find(|path| !path.exists()).expect("there are more numbers than files");
    let with = |path: &Path, ending: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    };
    let database = folder.join(DATABASE);
    // The database itself goes last: if this stops half way it is still there to be set aside.
    for ending in ["-shm", "-wal", ""] {
        let from = with(&database, ending);
        if from.exists() {
            std::fs::rename(from, with(&kept_at, ending))?;
        }
    }
    Ok(kept_at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_damaged_database_is_kept_with_its_journal() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        for (name, content) in [("hearth.db", "one"), ("hearth.db-wal", "journal")] {
            std::fs::write(path(name), content).unwrap();
        }
        let kept = set_aside(folder.path(), "20261122T050000Z").unwrap();
        assert_eq!(kept, path("hearth-damaged-20261122T050000Z.db"), "its name says what it is and since when");
        assert_eq!(
            std::fs::read_to_string(path("hearth-damaged-20261122T050000Z.db-wal")).unwrap(),
            "journal",
            "the newest changes are in the journal: whoever repairs the file needs it"
        );
        assert!(!path("hearth.db").exists(), "its place is free for a new one");

        std::fs::write(path("hearth.db"), "two").unwrap();
        let second = set_aside(folder.path(), "20261122T050000Z").unwrap();
        assert_ne!(second, kept, "a second one in the same second gets another name");
        assert_eq!(std::fs::read_to_string(kept).unwrap(), "one", "and the first is not written over");
    }
}
