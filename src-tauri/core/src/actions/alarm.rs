//! The alarm: what is told, when, and as what; claimed before it is shown, marked after.
//!
//! [`Alarm::round`] is everything that happens each time the alarm's thread wakes up. When that is, is the shell's; showing is
//! behind [`Notifier`]. The protocol and its promises: docs/alarm.md.

use std::collections::{HashMap, HashSet};

use chrono::TimeDelta;

use super::telling::{self, About, Telling};
use super::{expire_due, plan};
use crate::app::App;
use crate::domain::reminder::Topic;
use crate::domain::time::Timestamp;
use crate::error::Error;
use crate::store::{leads, reminders};

/// A gap between two rounds that is longer than this means that the computer was off, asleep, or at another time.
pub const AWAY: TimeDelta = TimeDelta::minutes(5);
/// The most bubbles that are watched so that they can be taken away when their lead is done; as many as the notifier keeps.
/// Older ones stay until the user, or the system, puts them away.
const MOST_WATCHED: usize = 32;

/// The way to the system's notifications.
pub trait Notifier {
    /// Shows `telling`, in place of an older one about the same.
    ///
    /// Fails with the system's words. Must come back within some seconds, whatever the system does.
    fn show(&mut self, telling: &Telling) -> Result<(), String>;

    /// Takes the notification away, if it is still there: there is nothing to do about it any more.
    fn withdraw(&mut self, about: About);
}

/// The alarm's memory between rounds.
#[derive(Debug, Default)]
pub struct Alarm {
    last_round: Option<Timestamp>,
    /// The reminders that stand on the screen, as far as we know.
    watched: HashMap<About, Watched>,
    /// What was shown but could not be marked, since the database could not be written: it must not be told again by us.
    unmarked: Vec<(Telling, Result<(), String>)>,
    shown: u64,
}

#[derive(Debug)]
struct Watched {
    what: Tells,
    order: u64,
}

/// What a bubble on the screen tells.
#[derive(Debug)]
enum Tells {
    /// These reminders, as far as they are about the topic that it shows.
    Of(Topic, Vec<i64>),
    Digest(i64),
}

/// What a round has found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// When there is something to do next; `None` while nothing is planned.
    pub next: Option<Timestamp>,
    /// Whether bubbles arrive: how the last one fared, if there was one.
    pub shown: Option<Result<(), String>>,
    /// Why the database could not be written, though what was due was shown all the same.
    pub trouble: Option<Error>,
}

impl Alarm {
    /// Follows the time zone, tells what is due, expires what is over, and takes away what is done.
    ///
    /// After a while away, thousands may have expired: they are counted for the digest first and archived, with their history
    /// and their notices, when it is told.
    ///
    /// When the database cannot be written, what is due is shown before it is claimed: better twice, after a crash, than never.
    pub fn round(&mut self, app: &App, notifier: &mut dyn Notifier) -> Result<Round, Error> {
        let now = app.now();
        let away = self.last_round.is_none_or(|last| now.since(last) > AWAY);
        let mut round = Round { next: None, shown: None, trouble: None };
        // What could not be written down is not claimed either: a claim would tell again what stands unmarked.
        let claimed = self.write_down(app, away).and_then(|()| {
            // From here on nothing that expired while nobody looked can be forgotten.
            self.last_round = Some(now);
            telling::claim(app, away)
        });
        let tellings = match claimed {
            Ok(tellings) => tellings,
            Err(error) => {
                round.trouble = Some(unwritable(error)?);
                let told: HashSet<i64> = self.unmarked.iter().flat_map(|(telling, _)| telling.ids()).copied().collect();
                telling::without_claim(app, away, &told)?
            }
        };
        for telling in tellings {
            // While one before it was shown, which may take a while, its lead may have been answered.
            if telling::is_over(app, &telling)? {
                continue;
            }
            let shown = notifier.show(&telling);
            if shown.is_err() || round.shown.is_none() {
                round.shown = Some(shown.clone());
            }
            match telling::mark(app, &telling, shown.as_ref().map(|_| ()).map_err(String::as_str)) {
                // A system that did not answer in time may show it later: then it is to be taken away like any other.
                Ok(digest_id) => self.watch(&telling, digest_id),
                Err(error) => {
                    round.trouble = Some(unwritable(error)?);
                    self.unmarked.push((telling, shown));
                }
            }
        }
        if round.trouble.is_none()
            && let Err(error) = expire_due::expire_due(app)
        {
            round.trouble = Some(unwritable(error)?);
        }
        self.withdraw_settled(app, notifier)?;
        round.next = next_look(app)?;
        Ok(round)
    }

    /// Opens again what the system would not show: it can now. Whether there is anything.
    pub fn bubbles_arrive_again(&mut self, app: &App) -> Result<bool, Error> {
        app.write(|tx, _, changes| {
            changes.reminders = reminders::retry_failed(tx)? > 0;
            Ok(changes.reminders)
        })
    }

    fn write_down(&mut self, app: &App, away: bool) -> Result<(), Error> {
        while let Some((telling, shown)) = self.unmarked.last() {
            telling::mark(app, telling, shown.as_ref().map(|_| ()).map_err(String::as_str))?;
            self.unmarked.pop();
        }
        plan::follow_zone(app)?;
        expire_due::silence_expired(app, away)
    }

    fn watch(&mut self, telling: &Telling, digest_id: Option<i64>) {
        self.shown += 1;
        let what = match (telling, digest_id) {
            (Telling::Lead(told), _) => Tells::Of(told.topic, told.reminder_ids.clone()),
            (Telling::Digest(_), Some(id)) => Tells::Digest(id),
            (Telling::Digest(_), None) => return,
        };
        // What the newer one replaced is no longer on the screen; what it tells is.
        self.watched.insert(telling.about(), Watched { what, order: self.shown });
        if self.watched.len() > MOST_WATCHED
            && let Some(oldest) = self.watched.iter().min_by_key(|(_, watched)| watched.order).map(|(about, _)| *about)
        {
            self.watched.remove(&oldest);
        }
    }

    fn withdraw_settled(&mut self, app: &App, notifier: &mut dyn Notifier) -> Result<(), Error> {
        if self.watched.is_empty() {
            return Ok(());
        }
        let settled: Vec<About> = app.read(|connection, _| {
            let mut settled = Vec::new();
            for (about, watched) in &self.watched {
                let over = match &watched.what {
                    Tells::Of(topic, ids) => reminders::all_settled(connection, ids, *topic)?,
                    Tells::Digest(id) => reminders::digest_settled(connection, *id)?,
                };
                if over {
                    settled.push(*about);
                }
            }
            Ok(settled)
        })?;
        for about in settled {
            self.watched.remove(&about);
            notifier.withdraw(about);
        }
        Ok(())
    }
}

/// When there is something to do next: a reminder, an expiry, a claim to be tried again, or the end of a silence.
pub fn next_look(app: &App) -> Result<Option<Timestamp>, Error> {
    app.read(|connection, now| {
        let hold = telling::hold(connection, now)?;
        let due = [reminders::next_look(connection, &hold)?, leads::next_expiry(connection)?];
        Ok(due.into_iter().flatten().min())
    })
}

/// An error that keeps the database from being written, as it is; any other is passed on.
fn unwritable(error: Error) -> Result<Error, Error> {
    match error {
        // A quota, a disk that went read-only under us and a failing one are all told as `Unopened`.
        Error::DiskFull | Error::ReadOnly { .. } | Error::Busy | Error::Unopened { .. } => Ok(error),
        other => Err(other),
    }
}
