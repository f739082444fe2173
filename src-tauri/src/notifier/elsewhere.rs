//! Notifications of Windows and macOS.
//!
//! notify-rust can neither replace nor take away a bubble there: a newer one appears above the older, whose click still
//! opens the lead. Each bubble whose click is awaited holds a thread, which notify-rust's blocking wait needs.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use notify_rust::{NotificationHandle, NotificationResponse};

use super::dress::{Abilities, chosen, notification};
use super::patience::Answer;
use super::{Chosen, Failure, Identity, OnChosen, Server};
use crate::bubbles::{Bubble, Subject};

/// What waits behind a system that hangs; more is refused at once.
const QUEUE: usize = 16;
const MOST_AWAITED: usize = 32;

static AWAITED: AtomicUsize = AtomicUsize::new(0);

type Job = (Bubble, Answer<()>);

#[derive(Clone)]
pub struct Way(SyncSender<Job>);

impl Way {
    pub fn start(identity: Identity, on_chosen: OnChosen) -> std::io::Result<Self> {
        #[cfg(target_os = "macos")]
        if let Err(error) = notify_rust::set_application(&identity.identifier) {
            log::warn!("the system does not know this app: {error}");
        }
        let (queue, jobs) = sync_channel(QUEUE);
        std::thread::Builder::new()
            .name("notifier".to_owned())
            .spawn(move || work_off(&jobs, &identity, &on_chosen))?;
        Ok(Self(queue))
    }

    pub fn show(&self, bubble: Bubble, answer: Answer<()>) {
        // A full queue drops the answer, which is none.
        let _ = self.0.try_send((bubble, answer));
    }

    pub fn withdraw(&self, _: Subject) {}

    /// Both systems have buttons; neither says whether it shows anything.
    pub fn look(&self, answer: Answer<Server>) {
        let name = if cfg!(windows) { "Windows" } else { "macOS" };
        answer.give(Ok(Server { name: Some(name.to_owned()), actions: true, do_not_disturb: None }));
    }
}

fn work_off(jobs: &Receiver<Job>, identity: &Identity, on_chosen: &OnChosen) {
    for (bubble, answer) in jobs {
        if answer.is_given_up() {
            continue;
        }
        let shown = catch_unwind(AssertUnwindSafe(|| {
            notification(&bubble, identity, Abilities { actions: true, markup: false }).show()
        }));
        answer.give(match shown {
            Ok(Ok(handle)) => {
                hear(handle, bubble, on_chosen.clone());
                Ok(())
            }
            Ok(Err(error)) => Err(Failure::Refused(error.to_string())),
            Err(_) => Err(Failure::Refused("Hearth's mistake: see the log".to_owned())),
        });
    }
}

/// Waits for what the user does. Beyond [`MOST_AWAITED`] a bubble is shown but not listened to.
///
/// On macOS it is this wait that shows it: without, the handle does so when it is dropped.
fn hear(handle: NotificationHandle, bubble: Bubble, on_chosen: OnChosen) {
    if AWAITED.fetch_add(1, Ordering::SeqCst) >= MOST_AWAITED {
        AWAITED.fetch_sub(1, Ordering::SeqCst);
        return;
    }
    let wait = move || {
        let heard = catch_unwind(AssertUnwindSafe(|| {
            handle.wait_for_response(|response: &NotificationResponse| match response {
                NotificationResponse::Default => on_chosen(bubble.subject, Chosen::Open),
                NotificationResponse::Action(key) => on_chosen(bubble.subject, chosen(key, &bubble)),
                NotificationResponse::Reply(_) | NotificationResponse::Closed(_) => {}
            })
        }));
        AWAITED.fetch_sub(1, Ordering::SeqCst);
        if let Ok(Err(error)) = heard {
            log::warn!("a click could not be awaited: {error}");
        }
    };
    if let Err(error) = std::thread::Builder::new().name("bubble".to_owned()).spawn(wait) {
        AWAITED.fetch_sub(1, Ordering::SeqCst);
        log::warn!("a click cannot be awaited: {error}");
    }
}
