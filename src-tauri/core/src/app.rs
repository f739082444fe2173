//! The transaction gate: the only place that begins, commits and rolls back, reads the clock, and tells others what
//! changed.
//!
//! One connection writes, behind a mutex; readers have their own and never wait for it. What is done inside the gate is
//! in `actions`.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::Duration;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::actions;
use crate::clock::Clock;
use crate::domain::history::Actor;
use crate::domain::lead::LeadId;
use crate::domain::time::Timestamp;
use crate::domain::zone::Zone;
use crate::error::Error;
use crate::store::desk::{self, DeskIndex};
use crate::store::{open, search, touched};

/// Above this many changed leads their names are not told one by one.
const MOST_NAMED: usize = 100;
/// How many reading connections are kept open; more are opened and closed at need.
const READERS_KEPT: usize = 4;

/// What a committed transaction changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The changed leads; empty with `many` when there were too many to name.
    pub leads: Vec<LeadId>,
    pub many: bool,
    pub reminders: bool,
    pub settings: bool,
}

impl Changes {
    /// A lead was changed, added or removed; its reminders may have changed with it.
    pub fn lead(&mut self, id: LeadId) {
        if self.many || self.leads.contains(&id) {
            return;
        }
        self.leads.push(id);
        if self.leads.len() > MOST_NAMED {
            self.all();
        }
    }

    /// So many leads changed that all may have.
    pub fn all(&mut self) {
        self.many = true;
        self.leads.clear();
    }

    /// Another program changed the database: anything may be different.
    fn of_another_program() -> Self {
        Self { many: true, reminders: true, settings: true, ..Self::default() }
    }

    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Is told after each commit what changed. Must not call back into the [`App`] on the same thread.
pub trait ChangeListener: Send + Sync + 'static {
    fn changed(&self, changes: &Changes);
}

/// Where the database lies and what the app needs from outside.
pub struct OpenOptions {
    pub path: PathBuf,
    pub clock: Arc<dyn Clock>,
    pub listener: Arc<dyn ChangeListener>,
    /// The account name that the history shows.
    pub user_name: String,
    /// The system's locale, such as `ko_KR.UTF-8`.
    pub system_locale: String,
}

/// The desk in memory, and the connection that it is kept true by.
#[derive(Default)]
struct Desk {
    index: DeskIndex,
    connection: Option<Connection>,
}

/// The open database and the way in.
pub struct App {
    path: PathBuf,
    writer: Mutex<Connection>,
    /// The writer's count of what other programs committed, as it was looked at last.
    others: AtomicI64,
    readers: Mutex<Vec<Connection>>,
    desk: Mutex<Desk>,
    /// Held by whoever sorts all leads for the desk: the next one may find it done.
    sorting: Mutex<()>,
    busy_timeout: Duration,
    clock: Arc<dyn Clock>,
    listener: Arc<dyn ChangeListener>,
    user_name: String,
    system_locale: String,
}

impl App {
    /// Opens or creates the database, upgrades it, and expires what fell due while nobody looked.
    ///
    /// On an error the file is as it was.
    pub fn open(options: OpenOptions) -> Result<Self, Error> {
        Self::open_waiting(options, open::BUSY_TIMEOUT)
    }

    /// As [`App::open`], but waits only so long for another program's lock, now and later.
    pub fn open_waiting(options: OpenOptions, busy_timeout: Duration) -> Result<Self, Error> {
        let OpenOptions { path, clock, listener, user_name, system_locale } = options;
        let writer = open::open_writer(&path, busy_timeout).map_err(|e| e.at(&path))?;
        let others = open::commits_of_others(&writer).map_err(|e| e.at(&path))?;
        let app = Self {
            path,
            others: AtomicI64::new(others),
            writer: Mutex::new(writer),
            readers: Mutex::new(Vec::new()),
            desk: Mutex::default(),
            sorting: Mutex::default(),
            busy_timeout,
            clock,
            listener,
            user_name,
            system_locale,
        };
        let caught_up = actions::plan::follow_zone(&app)
            .and_then(|()| actions::expire_due::silence_expired(&app, true))
            .and_then(|()| actions::expire_due::expire_due(&app));
        match caught_up {
            // A full disk keeps no desk from being looked at; the alarm does this again.
            Err(error @ (Error::DiskFull | Error::ReadOnly { .. } | Error::Busy | Error::Unopened { .. })) => {
                log::warn!("what expired is not written down yet: {error:?}");
            }
            caught_up => drop(caught_up?),
        }
        Ok(app)
    }

    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// The time zone that the computer is in.
    pub fn zone(&self) -> Zone {
        self.clock.zone()
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    pub fn system_locale(&self) -> &str {
        &self.system_locale
    }

    /// The person at the computer, as the history names them.
    pub fn user(&self) -> Actor {
        Actor::User(self.user_name.clone())
    }

    /// Reads one consistent state of the database.
    pub fn read<T>(&self, read: impl FnOnce(&Connection, Timestamp) -> Result<T, Error>) -> Result<T, Error> {
        let kept = lock(&self.readers).pop();
        let result = (|| {
            let connection = match kept {
                Some(connection) => connection,
                None => open::open_reader(&self.path, self.busy_timeout)?,
            };
            let tx = connection.unchecked_transaction()?;
            let result = read(&tx, self.now());
            tx.finish()?;
            let mut readers = lock(&self.readers);
            if readers.len() < READERS_KEPT {
                readers.push(connection);
            }
            result
        })();
        result.map_err(|error| error.at(&self.path))
    }

    /// As [`App::read`], right after a write: by the connection that wrote, which has at hand what another one would read from the disk
    /// anew. If somebody writes by now, another one it is.
    pub fn read_written<T>(&self, read: impl FnOnce(&Connection, Timestamp) -> Result<T, Error>) -> Result<T, Error> {
        let writer = match self.writer.try_lock() {
            Ok(writer) => writer,
            Err(TryLockError::Poisoned(broken)) => broken.into_inner(),
            Err(TryLockError::WouldBlock) => return self.read(read),
        };
        let result = (|| {
            let tx = writer.unchecked_transaction()?;
            let result = read(&tx, self.now())?;
            tx.finish()?;
            Ok(result)
        })();
        result.map_err(|error: Error| error.at(&self.path))
    }

    /// Asks the desk in memory, brought to one consistent state of the database that `ask` reads as well. Questions wait for
    /// each other, not for the writer. One that needs all leads sorted by a text which is not in memory is asked again when that is
    /// done, and keeps none waiting meanwhile.
    pub fn desk<T>(
        &self,
        mut ask: impl FnMut(&Connection, &mut DeskIndex, Timestamp) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let (answer, wanted) = self.at_desk(&mut ask);
        if wanted.is_none() {
            return answer;
        }
        let _turn = lock(&self.sorting);
        let mut order = None;
        loop {
            let (answer, wanted) = self.at_desk(|connection, desk, now| {
                if let Some(order) = order.take() {
                    desk.take_order(connection, order, now)?;
                }
                ask(connection, desk, now)
            });
            let Some(text) = wanted else { return answer };
            order = Some(self.read(|connection, _| desk::sorted(connection, text))?);
        }
    }

    /// Gets ready for questions what is not known yet of the desk in memory, a part at a time, and tells whether there is more of it. To
    /// be called from a thread of its own when nobody waits.
    pub fn know_more(&self) -> Result<bool, Error> {
        self.desk(|_, desk, now| Ok(desk.know_more(now)))
    }

    /// The answer, or which order the desk lacks for one.
    fn at_desk<T>(
        &self,
        ask: impl FnOnce(&Connection, &mut DeskIndex, Timestamp) -> Result<T, Error>,
    ) -> (Result<T, Error>, Option<desk::Text>) {
        let mut desk = self.desk.lock().unwrap_or_else(|broken| {
            // A panic may have left it half changed; the database is as it was.
            self.desk.clear_poison();
            let mut desk = broken.into_inner();
            desk.index.forget();
            desk
        });
        let result = (|| {
            let connection = match desk.connection.take() {
                Some(connection) => connection,
                None => open::open_reader(&self.path, self.busy_timeout)?,
            };
            let tx = connection.unchecked_transaction()?;
            desk.index.catch_up(&tx)?;
            let result = ask(&tx, &mut desk.index, self.now());
            tx.finish()?;
            desk.connection = Some(connection);
            result
        })();
        (result.map_err(|error| error.at(&self.path)), desk.index.wanted())
    }

    /// Takes the desk into memory, which the first question would have to wait for else.
    pub fn load_desk(&self) -> Result<(), Error> {
        self.desk(|_, _, _| Ok(()))
    }

    /// Changes the database, all or nothing; after the commit the listener is told what changed.
    pub fn write<T>(
        &self,
        write: impl FnOnce(&Transaction<'_>, Timestamp, &mut Changes) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let (result, changes) = self.commit(write).map_err(|error| error.at(&self.path))?;
        if !changes.is_empty() {
            self.listener.changed(&changes);
        }
        Ok(result)
    }

    /// Whether another program has changed the database since the last look, or since it was opened; the listener is told then
    /// that anything may be different. What this [`App`] wrote itself does not count.
    pub fn changed_elsewhere(&self) -> Result<bool, Error> {
        let others = open::commits_of_others(&lock(&self.writer)).map_err(|error| error.at(&self.path))?;
        let changed = self.others.swap(others, Ordering::Relaxed) != others;
        if changed {
            self.listener.changed(&Changes::of_another_program());
        }
        Ok(changed)
    }

    /// Reads a large file through, which was not done when it was opened; a smaller one was read then. Fails with `Corrupt` where it is
    /// damaged. To be called once after the start, from a thread of its own: at a million leads it takes seconds.
    pub fn check_large_file(&self) -> Result<(), Error> {
        if !open::is_large(&self.path) {
            return Ok(());
        }
        let checked = open::open_reader(&self.path, self.busy_timeout).and_then(|reader| open::check(&reader));
        checked.map_err(|error| error.at(&self.path))
    }

    /// Does a part of what can wait, and tells whether there is more of it: words of changed leads are taken into the index. To be
    /// called from a thread of its own after changes; nobody waits for it for long.
    pub fn tidy(&self) -> Result<bool, Error> {
        if !self.read(|connection, _| search::is_behind(connection))? {
            return Ok(false);
        }
        self.write(|tx, _, _| search::merge(tx, search::BATCH))
    }

    /// Gives back memory that only a large transaction needed. To be called after a rest, from a thread of its own.
    pub fn rest(&self) -> Result<(), Error> {
        open::rest_writer(&lock(&self.writer)).map_err(|error| error.at(&self.path))
    }

    fn commit<T>(
        &self,
        write: impl FnOnce(&Transaction<'_>, Timestamp, &mut Changes) -> Result<T, Error>,
    ) -> Result<(T, Changes), Error> {
        let mut writer = lock(&self.writer);
        let tx = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut changes = Changes::default();
        // The clock is read with the lock in hand: what waited for another write is judged by the time it is done at.
        let result = write(&tx, self.now(), &mut changes)?;
        // What a few changes leave is taken in while nobody waits: see `tidy`.
        if changes.many {
            search::take_in_many(&tx)?;
        }
        touched::count_up(&tx)?;
        tx.commit()?;
        Ok((result, changes))
    }
}

/// A panic inside the gate has rolled its transaction back; the connection is as good as before.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
