//! Shows notifications through the operating system, by notify-rust, and hears the clicks on them.
//!
//! notify-rust runs on a thread of this module's own: it blocks, and inside an async runtime it can panic. A server that
//! hangs costs the caller no more than [`PATIENCE`]. What is told, and what a failure means, is decided in `reminders`.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::Duration;

use notify_rust::{Notification, NotificationHandle, NotificationResponse, Timeout};

use crate::bubbles::{Bubble, escaped};

/// How long the system may take to answer.
const PATIENCE: Duration = Duration::from_secs(5);
const NO_ANSWER: &str = "no answer";
/// What waits behind a server that hangs; more is refused at once.
const QUEUE: usize = 16;
/// Each shown bubble whose click is awaited holds a thread.
const MOST_AWAITED: usize = 32;
/// The name of the action that a click on the bubble itself means, on every system that names it.
const DEFAULT_ACTION: &str = "default";

static AWAITED: AtomicUsize = AtomicUsize::new(0);

type Work = Box<dyn FnOnce() -> Result<(), String> + Send>;

struct Job {
    work: Work,
    answer: SyncSender<Result<(), String>>,
    /// Nobody waits for it any more: it was marked failed, and must not be shown after all.
    given_up: Arc<AtomicBool>,
}

/// The way to the operating system's notifications.
pub struct Notifier {
    queue: SyncSender<Job>,
    identity: Identity,
}

/// By which name the system knows the app that notifies.
#[derive(Clone)]
pub struct Identity {
    /// As in `tauri.conf.json`: Windows' AppUserModelID and macOS's bundle id.
    #[cfg_attr(not(any(windows, target_os = "macos")), expect(dead_code, reason = "Linux goes by the desktop entry"))]
    pub identifier: String,
    /// The name of the desktop entry that the Linux packages install: the product's name.
    pub desktop_entry: &'static str,
    /// The name of the icon that they install: the program's name.
    pub icon: &'static str,
}

impl Notifier {
    pub fn start(identity: Identity) -> std::io::Result<Self> {
        #[cfg(target_os = "macos")]
        if let Err(error) = notify_rust::set_application(&identity.identifier) {
            log::warn!("the system does not know this app: {error}");
        }
        let (queue, jobs) = sync_channel(QUEUE);
        std::thread::Builder::new().name("notifier".to_owned()).spawn(move || work_off(&jobs))?;
        Ok(Self { queue, identity })
    }

    /// Shows `bubble`; `clicked` is called, on another thread, if the user clicks on it.
    ///
    /// Fails with the system's words, or after [`PATIENCE`].
    pub fn show(&self, bubble: Bubble, clicked: impl FnOnce() + Send + 'static) -> Result<(), String> {
        let identity = self.identity.clone();
        self.ask(Box::new(move || {
            let handle = notification(&bubble, &identity, reads_markup()?).show().map_err(|error| error.to_string())?;
            hear_click(handle, clicked);
            Ok(())
        }))
    }

    /// Whether notifications could be shown now.
    pub fn probe(&self) -> Result<(), String> {
        self.ask(Box::new(|| reads_markup().map(|_| ())))
    }

    fn ask(&self, work: Work) -> Result<(), String> {
        let (answer, answered) = sync_channel(1);
        let given_up = Arc::new(AtomicBool::new(false));
        let job = Job { work, answer, given_up: given_up.clone() };
        self.queue.try_send(job).map_err(|_| NO_ANSWER.to_owned())?;
        answered.recv_timeout(PATIENCE).unwrap_or_else(|_| {
            given_up.store(true, Ordering::SeqCst);
            Err(NO_ANSWER.to_owned())
        })
    }
}

fn work_off(jobs: &Receiver<Job>) {
    for Job { work, answer, given_up } in jobs {
        if given_up.load(Ordering::SeqCst) {
            continue;
        }
        let result =
            catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err("Hearth's mistake: see the log".to_owned()));
        // Whoever asked may have given up meanwhile.
        let _ = answer.send(result);
    }
}

/// Whether the server takes a body for markup.
#[cfg(all(unix, not(target_os = "macos")))]
fn reads_markup() -> Result<bool, String> {
    let capabilities = notify_rust::get_capabilities().map_err(|error| error.to_string())?;
    Ok(capabilities.iter().any(|capability| capability == "body-markup"))
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn reads_markup() -> Result<bool, String> {
    Ok(false)
}

fn notification(bubble: &Bubble, identity: &Identity, markup: bool) -> Notification {
    let mut notification = Notification::new();
    notification
        .appname("Hearth")
        .summary(&bubble.summary)
        .body(&if markup { escaped(&bubble.body) } else { bubble.body.clone() })
        .timeout(if bubble.critical { Timeout::Never } else { Timeout::Default })
        .action(DEFAULT_ACTION, &bubble.open_label);
    dress(&mut notification, bubble, identity);
    notification
}

#[cfg(all(unix, not(target_os = "macos")))]
fn dress(notification: &mut Notification, bubble: &Bubble, identity: &Identity) {
    use notify_rust::{Hint, Urgency};
    notification
        .icon(identity.icon)
        .urgency(if bubble.critical { Urgency::Critical } else { Urgency::Normal })
        .hint(Hint::DesktopEntry(identity.desktop_entry.to_owned()));
}

#[cfg(target_os = "windows")]
fn dress(notification: &mut Notification, bubble: &Bubble, identity: &Identity) {
    use notify_rust::Urgency;
    notification.urgency(if bubble.critical { Urgency::Critical } else { Urgency::Normal });
    // Windows shows nothing under a name that no installed shortcut has: a build that was not installed goes without.
    if !cfg!(debug_assertions) {
        notification.app_id(&identity.identifier);
    }
}

#[cfg(target_os = "macos")]
fn dress(_: &mut Notification, _: &Bubble, _: &Identity) {}

/// Waits for the click on a thread of its own. Beyond [`MOST_AWAITED`] a bubble is shown but its click is not heard.
fn hear_click(handle: NotificationHandle, clicked: impl FnOnce() + Send + 'static) {
    if AWAITED.fetch_add(1, Ordering::SeqCst) >= MOST_AWAITED {
        AWAITED.fetch_sub(1, Ordering::SeqCst);
        return;
    }
    let wait = move || {
        let heard = catch_unwind(AssertUnwindSafe(|| {
            handle.wait_for_response(|response: &NotificationResponse| match response {
                NotificationResponse::Default | NotificationResponse::Action(_) => clicked(),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_while_showing_is_an_answer_and_the_next_is_shown() {
        let identity = Identity { identifier: "test".to_owned(), desktop_entry: "Test", icon: "test" };
        let notifier = Notifier::start(identity).unwrap();
        let first = notifier.ask(Box::new(|| panic!("as arranged")));
        assert!(first.is_err(), "the reminder is marked failed, not lost");
        assert_eq!(notifier.ask(Box::new(|| Ok(()))), Ok(()), "the thread lives on");
    }

    #[cfg(all(unix, not(target_os = "macos")))]
    #[test]
    fn markup_in_a_name_is_escaped_only_where_it_would_be_read() {
        let identity = Identity { identifier: "test".to_owned(), desktop_entry: "Test", icon: "test" };
        let bubble = Bubble {
            opens: crate::bubbles::Opens::Waiting,
            critical: true,
            summary: "2 leads need you".to_owned(),
            body: "<b>A</b>".to_owned(),
            open_label: "Open".to_owned(),
            reminder_ids: vec![1],
        };
        assert_eq!(notification(&bubble, &identity, true).body, "&lt;b&gt;A&lt;/b&gt;", "it would be bold");
        assert_eq!(notification(&bubble, &identity, false).body, "<b>A</b>", "it would be seen as &lt;");
    }
}
