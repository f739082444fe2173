//! Notifications of a Linux desktop: one thread for all that is under way and all that is listened to.
//!
//! notify-rust shows each bubble over a connection of its own, which must live as long as the bubble: GNOME and dunst tell
//! only that connection what the user did, and GNOME takes the bubble away when it is gone. What servers say is also heard
//! by `bus`, since notify-rust's wait starts after the bubble is shown and misses one of two signals that come together,
//! which is how GNOME tells of every click. Whatever is heard first counts.
//!
//! Nothing here waits for a time: whoever asked gives up by itself, and an idle thread sleeps.

mod attempt;
mod board;
mod bus;
#[cfg(test)]
mod dunst_tests;
#[cfg(test)]
mod hostile_server_tests;
#[cfg(test)]
mod private_bus;
#[cfg(test)]
mod scripted_server;
#[cfg(test)]
mod server_tests;

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use tokio::runtime::{Builder, Runtime};
use tokio::sync::Semaphore;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::AbortHandle;

use self::attempt::{Standing, Surroundings};
use self::board::{Board, Up};
use self::bus::Bus;
use super::dress::chosen;
use super::patience::Answer;
use super::{Identity, OnChosen, Server};
use crate::bubbles::{Bubble, Subject};

/// Questions that a server has not answered. One more ends the oldest: the server may have lost it for good.
const MOST_UNANSWERED: usize = 8;

/// What the thread learns.
pub enum Event {
    Show(Bubble, Answer<()>),
    Withdraw(Subject),
    Look(Answer<Server>),
    /// An attempt came to its end; the bubble that now stands, if one does.
    Tried {
        attempt: u64,
        subject: Subject,
        standing: Option<Box<Standing>>,
    },
    /// A question has come to its end, whichever.
    Ended,
    /// Heard over the connection of the bubble `number`, where notify-rust does not look at who said it.
    Heard {
        number: u64,
        act: Act,
    },
    /// The same, once everything that was told to everybody before it has been heard.
    HeardAlone {
        number: u64,
        act: Act,
    },
    /// Heard from the server `owner` about its bubble `id`.
    Signal {
        owner: String,
        id: u32,
        act: Act,
    },
    /// A bubble is no longer listened to; what is left of it.
    Ceased(Box<Standing>),
    /// The server `owner` is gone, and with it its bubbles and their numbers.
    OwnerGone {
        owner: String,
    },
    BusGone,
}

/// What became of a bubble.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// The user invoked the action of this key.
    Invoked(String),
    Closed,
}

pub type Events = UnboundedSender<Event>;

#[derive(Clone)]
pub struct Way(Events);

impl Way {
    pub fn start(identity: Identity, on_chosen: OnChosen) -> std::io::Result<Self> {
        let runtime = Builder::new_current_thread().build()?;
        let (events, mut coming) = unbounded_channel();
        let own = events.clone();
        let thread = move || {
            let mut notice = || {
                let desk = Desk::new(identity.clone(), on_chosen.clone(), own.clone());
                runtime.block_on(desk.work(&mut coming));
            };
            // A mistake of ours forgets the bubbles that are up, and the next one is shown all the same.
            while catch_unwind(AssertUnwindSafe(&mut notice)).is_err() {}
            Runtime::shutdown_background(runtime);
        };
        std::thread::Builder::new().name("notifier".to_owned()).spawn(thread)?;
        Ok(Self(events))
    }

    pub fn show(&self, bubble: Bubble, answer: Answer<()>) {
        // Without a thread the answer is dropped, which is none.
        let _ = self.0.send(Event::Show(bubble, answer));
    }

    pub fn withdraw(&self, subject: Subject) {
        let _ = self.0.send(Event::Withdraw(subject));
    }

    pub fn look(&self, answer: Answer<Server>) {
        let _ = self.0.send(Event::Look(answer));
    }
}

/// What the thread knows.
struct Desk {
    surroundings: Surroundings,
    on_chosen: OnChosen,
    events: Events,
    board: Board<attempt::Listening>,
    under_way: VecDeque<AbortHandle>,
    /// Questions whose end has not been heard of.
    unheard: usize,
    /// Of the bubbles that are no longer listened to, the one of the oldest connection, as long as others are up: GNOME has
    /// all bubbles of an app go with the connection that showed the first.
    eldest: Option<Box<Standing>>,
}

impl Desk {
    fn new(identity: Identity, on_chosen: OnChosen, events: Events) -> Self {
        let surroundings = Surroundings {
            bus: Arc::new(Bus::new(events.clone())),
            identity: Arc::new(identity),
            replacing: Arc::new(Semaphore::new(1)),
        };
        Self {
            surroundings,
            on_chosen,
            events,
            board: Board::default(),
            under_way: VecDeque::new(),
            unheard: 0,
            eldest: None,
        }
    }

    async fn work(mut self, coming: &mut UnboundedReceiver<Event>) {
        while let Some(event) = coming.recv().await {
            self.take(event);
        }
    }

    fn take(&mut self, event: Event) {
        self.follow(event);
        if self.board.is_empty() && self.unheard == 0 {
            self.eldest = None;
        }
    }

    fn follow(&mut self, event: Event) {
        match event {
            Event::Show(bubble, answer) => self.show(bubble, answer),
            Event::Look(answer) => {
                let bus = self.surroundings.bus.clone();
                self.begin(async move { answer.give(bus.look().await) });
            }
            Event::Withdraw(subject) => {
                if let Some(up) = self.board.withdraw(subject) {
                    self.close(up);
                }
            }
            Event::Tried { attempt, subject, standing } => {
                self.tried(attempt, subject, standing.map(|standing| *standing))
            }
            Event::Heard { number, act } => {
                let (bus, events) = (self.surroundings.bus.clone(), self.events.clone());
                tokio::spawn(async move {
                    // The bus's answer comes after what was told before the question.
                    let _ = bus.owner().await;
                    let _ = events.send(Event::HeardAlone { number, act });
                });
            }
            Event::HeardAlone { number, act } => {
                if let Some(listening) = self.board.was_foreign(number, &act) {
                    listening.go_on();
                } else {
                    let up = self.board.take(|up| up.number == number);
                    self.acted(up, act);
                }
            }
            Event::Signal { owner, id, act } => {
                let up = self.board.take(|up| up.owner == owner && up.id == id);
                if up.is_none() {
                    self.board.note_foreign(&owner, id, &act);
                }
                // It may be about a bubble whose showing is not known yet to have succeeded.
                if up.is_none() && self.unheard > 0 {
                    self.board.keep_early(owner, id, act);
                } else {
                    self.acted(up, act);
                }
            }
            Event::Ended => {
                self.unheard = self.unheard.saturating_sub(1);
                if self.unheard == 0 {
                    self.board.drop_early();
                }
            }
            Event::Ceased(ceased) => {
                if self.eldest.as_ref().is_none_or(|eldest| ceased.connected < eldest.connected) {
                    self.eldest = Some(ceased);
                }
            }
            Event::OwnerGone { owner } => {
                self.board.forget(|up| up.owner == owner);
                self.eldest = None;
            }
            Event::BusGone => {
                self.board.forget(|_| true);
                self.eldest = None;
            }
        }
    }

    fn show(&mut self, bubble: Bubble, answer: Answer<()>) {
        let subject = bubble.subject;
        let (attempt, older) = self.board.begin(subject);
        let (surroundings, events) = (self.surroundings.clone(), self.events.clone());
        self.begin(async move {
            let older = match older {
                Some(up) => attempt::standing(up).await,
                None => None,
            };
            let standing = attempt::attempt(&surroundings, attempt, bubble, older, answer).await;
            let _ = events.send(Event::Tried { attempt, subject, standing: standing.map(Box::new) });
        });
    }

    /// A bubble stands: it is the one about its subject, unless something newer was shown or it was withdrawn while
    /// the server thought about it.
    fn tried(&mut self, attempt: u64, subject: Subject, standing: Option<Standing>) {
        let early = standing.as_ref().and_then(|s| self.board.take_early(&s.owner, s.handle.id()));
        let wanted = self.board.is_wanted(subject, attempt);
        if let Some(standing) = standing {
            let number = self.board.next_number();
            let up = attempt::listen(standing, number, self.events.clone());
            match early {
                Some(act) => self.acted(Some(up), act),
                None if wanted => {
                    if let Some(oldest) = self.board.put(up) {
                        self.cease(oldest);
                    }
                }
                None => self.close(up),
            }
        }
    }

    /// Has the user's choice done, once: `up` was on the board, and is not any more.
    fn acted(&self, up: Option<Up<attempt::Listening>>, act: Act) {
        let Some(up) = up else { return };
        let Act::Invoked(key) = act else { return self.cease(up) };
        let (bus, events, on_chosen) = (self.surroundings.bus.clone(), self.events.clone(), self.on_chosen.clone());
        let (subject, chosen) = (up.bubble.subject, chosen(&key, &up.bubble));
        tokio::spawn(async move {
            if bus.is_another_server_than(&up.owner).await {
                return;
            }
            // What is to be done may wait for the database.
            tokio::task::spawn_blocking(move || on_chosen(subject, chosen));
            ceased(&events, attempt::close(&bus, up).await);
        });
    }

    fn close(&self, up: Up<attempt::Listening>) {
        let (bus, events) = (self.surroundings.bus.clone(), self.events.clone());
        tokio::spawn(async move { ceased(&events, attempt::close(&bus, up).await) });
    }

    /// Listens to `up` no more.
    fn cease(&self, up: Up<attempt::Listening>) {
        let events = self.events.clone();
        tokio::spawn(async move { ceased(&events, attempt::standing(up).await) });
    }

    fn begin(&mut self, work: impl Future<Output = ()> + Send + 'static) {
        self.under_way.retain(|task| !task.is_finished());
        if self.under_way.len() >= MOST_UNANSWERED
            && let Some(oldest) = self.under_way.pop_front()
        {
            oldest.abort();
        }
        self.unheard += 1;
        let ending = Ending(self.events.clone());
        let work = async move {
            let _ending = ending;
            work.await;
        };
        self.under_way.push_back(tokio::spawn(work).abort_handle());
    }
}

fn ceased(events: &Events, standing: Option<Standing>) {
    if let Some(standing) = standing {
        let _ = events.send(Event::Ceased(Box::new(standing)));
    }
}

/// Says that a question has come to its end, also where that was an abort or a panic.
struct Ending(Events);

impl Drop for Ending {
    fn drop(&mut self) {
        let _ = self.0.send(Event::Ended);
    }
}
