//! One attempt to show a bubble, listening to the one that stands, and closing it: the calls to notify-rust.
//!
//! Each of these may take as long as the server does. What it means for the others is in the module above.

use std::sync::Arc;

use notify_rust::{Notification, NotificationHandle, NotificationResponse};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::JoinHandle;

use super::board::Up;
use super::bus::Bus;
use super::{Act, Event, Events};
use crate::bubbles::Bubble;
use crate::notifier::dress::notification;
use crate::notifier::patience::Answer;
use crate::notifier::{Failure, Identity};

/// What every attempt needs.
#[derive(Clone)]
pub struct Surroundings {
    pub bus: Arc<Bus>,
    pub identity: Arc<Identity>,
    /// notify-rust replaces with a blocking call: no more than one thread waits for a server that hangs.
    pub replacing: Arc<Semaphore>,
}

/// A bubble that a server shows, and the connection by which it does.
pub struct Standing {
    pub handle: NotificationHandle,
    pub owner: String,
    pub bubble: Bubble,
    /// The attempt that made the connection; a replacement keeps it.
    pub connected: u64,
}

/// Listens until something is heard, then until told to go on; ends when it is dropped or asked for its handle.
pub struct Listening {
    go_on: UnboundedSender<()>,
    task: JoinHandle<NotificationHandle>,
}

impl Listening {
    pub fn go_on(&self) {
        let _ = self.go_on.send(());
    }
}

/// Shows `bubble` in place of `older`, and answers. What stands then: the new one, or the older if nothing came of it.
pub async fn attempt(
    surroundings: &Surroundings,
    number: u64,
    bubble: Bubble,
    older: Option<Standing>,
    answer: Answer<()>,
) -> Option<Standing> {
    let (shown, standing) = match prepared(&surroundings.bus, &bubble, &surroundings.identity).await {
        Ok((owner, notification)) => {
            let next = Next { number, bubble, owner, notification };
            show(surroundings, next, older, &answer).await
        }
        Err(failure) => (Err(failure), older),
    };
    answer.give(shown);
    standing
}

async fn prepared(bus: &Bus, bubble: &Bubble, identity: &Identity) -> Result<(String, Notification), Failure> {
    // Asking starts a server that the bus starts when it is needed, so that it has an owner then.
    let abilities = bus.abilities().await?;
    let owner = bus.owner().await?;
    Ok((owner, notification(bubble, identity, abilities)))
}

/// What is to be shown, and by whom.
struct Next {
    number: u64,
    bubble: Bubble,
    owner: String,
    notification: Notification,
}

async fn show(
    surroundings: &Surroundings,
    next: Next,
    older: Option<Standing>,
    answer: &Answer<()>,
) -> (Result<(), Failure>, Option<Standing>) {
    // What nobody waits for any more must not be shown after all.
    if answer.is_given_up() {
        return (Err(Failure::NoAnswer), older);
    }
    let bus = &surroundings.bus;
    // Another server may have given the older one's number to another program's bubble.
    let mut older = older.filter(|older| older.owner == next.owner);
    if let Some(standing) = older.take() {
        match surroundings.replacing.clone().try_acquire_owned() {
            Ok(permit) => match replace(standing, next.notification.clone(), permit).await {
                Some((true, standing)) => return done(bus, Standing { bubble: next.bubble, ..standing }).await,
                Some((false, standing)) => older = Some(standing),
                None => {}
            },
            Err(_) => older = Some(standing),
        }
    }
    if answer.is_given_up() {
        return (Err(Failure::NoAnswer), older);
    }
    match next.notification.show_async().await {
        Ok(handle) => {
            if let Some(older) = older {
                older.handle.close_async().await;
            }
            done(bus, Standing { handle, owner: next.owner, bubble: next.bubble, connected: next.number }).await
        }
        Err(error) => {
            let still_there = bus.owner().await.is_ok_and(|present| present == next.owner);
            (Err(if still_there { Failure::Refused(error.to_string()) } else { Failure::NoAnswer }), older)
        }
    }
}

/// Shows `next` under the number of `standing` and over its connection; whether the server did it, and what it was.
async fn replace(mut standing: Standing, next: Notification, permit: OwnedSemaphorePermit) -> Option<(bool, Standing)> {
    let replace = move || {
        let _one_at_a_time = permit;
        *standing.handle = next;
        (standing.handle.update().is_ok(), standing)
    };
    tokio::task::spawn_blocking(replace).await.ok()
}

/// The server has shown it. If another one took its place meanwhile, nobody knows whose number it is.
async fn done(bus: &Bus, standing: Standing) -> (Result<(), Failure>, Option<Standing>) {
    let known = bus.owner().await.is_ok_and(|present| present == standing.owner);
    (Ok(()), known.then_some(standing))
}

/// Listens over the bubble's own connection.
pub fn listen(standing: Standing, number: u64, events: Events) -> Up<Listening> {
    let Standing { handle, owner, bubble, connected } = standing;
    let id = handle.id();
    let (go_on, mut orders) = unbounded_channel();
    let task = tokio::spawn(async move {
        loop {
            let heard = |response: &NotificationResponse| {
                let _ = events.send(Event::Heard { number, act: act(response) });
            };
            tokio::select! {
                () = handle.wait_for_action_async(heard) => {}
                None = orders.recv() => break,
            }
            if orders.recv().await.is_none() {
                break;
            }
        }
        handle
    });
    Up { number, connected, owner, id, bubble, listening: Listening { go_on, task }, foreign: Vec::new() }
}

fn act(response: &NotificationResponse) -> Act {
    match response {
        NotificationResponse::Default => Act::Invoked("default".to_owned()),
        NotificationResponse::Action(key) => Act::Invoked(key.clone()),
        NotificationResponse::Closed(_) | NotificationResponse::Reply(_) => Act::Closed,
    }
}

/// The end of listening to `up`; `None` if notify-rust lost it in a panic.
pub async fn standing(up: Up<Listening>) -> Option<Standing> {
    let Up { owner, bubble, connected, listening: Listening { go_on, task }, .. } = up;
    drop(go_on);
    Some(Standing { handle: task.await.ok()?, owner, bubble, connected })
}

/// Takes `up` away, unless its server is gone: the next one may use its number for another program's bubble.
///
/// What was up, for whoever has to keep its connection.
pub async fn close(bus: &Bus, up: Up<Listening>) -> Option<Standing> {
    let standing = standing(up).await?;
    if bus.owner().await.is_ok_and(|present| present == standing.owner) {
        standing.handle.close_async().await;
    }
    Some(standing)
}
