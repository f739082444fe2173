//! A notification server that writes down what it is asked, and does what the test says: it clicks, refuses, hangs,
//! closes bubbles by itself, restarts.
//!
//! Which notifications are right is said by the journeys.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

use tokio::sync::watch;
use zbus::{Connection, OwnedVariant, fdo};

use crate::bus::{Bus, has_owner};
use crate::until::found;

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";
/// Why a bubble was closed. Source: Desktop Notifications Specification, "NotificationClosed".
const EXPIRED: u32 = 1;
const DISMISSED: u32 = 2;
const BY_CALL: u32 = 3;

/// How urgent a notification is. Source: Desktop Notifications Specification, "Urgency Levels".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    Low,
    Normal,
    Critical,
}

/// How the server treats what it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    Willing,
    /// Refuses to show anything, with [`REFUSAL`].
    Refusing,
    /// Answers nothing until the mood changes; what it was asked meanwhile is done then.
    Hanging,
    /// Shows what it is asked, and does not say so until the mood changes.
    Mute,
}

/// What a refusing server says.
pub const REFUSAL: &str = "Created too many similar notifications in quick succession";

/// A notification as it was asked for.
#[derive(Clone, Debug)]
pub struct Bubble {
    pub id: u32,
    /// The bubble whose place it takes; 0 for none.
    pub replaces: u32,
    pub app: String,
    pub summary: String,
    pub body: String,
    pub urgency: Urgency,
    pub desktop_entry: String,
    /// Key and label, in turn.
    pub actions: Vec<String>,
    /// Milliseconds; 0 is for ever.
    pub timeout: i32,
}

impl Bubble {
    /// The labels of its buttons. A click on the bubble itself has a key, and no button.
    pub fn buttons(&self) -> Vec<&str> {
        let pairs = self.actions.chunks(2).filter(|pair| pair[0] != "default");
        pairs.filter_map(|pair| pair.get(1)).map(String::as_str).collect()
    }
}

/// What the servers that came one after the other have heard.
#[derive(Default)]
struct Heard {
    bubbles: Vec<Bubble>,
    closed: Vec<u32>,
    refused: usize,
    up: Vec<u32>,
    capabilities: Vec<String>,
}

#[derive(Clone)]
struct Server {
    heard: Arc<Mutex<Heard>>,
    mood: watch::Receiver<Mood>,
    last_id: Arc<AtomicU32>,
}

/// The server, until it is dropped.
pub struct Notifications {
    address: String,
    connection: Mutex<Option<Connection>>,
    server: Server,
    mood: watch::Sender<Mood>,
    told: Mutex<usize>,
}

impl Server {
    fn heard(&self) -> MutexGuard<'_, Heard> {
        self.heard.lock().expect("no test panics while it holds it")
    }

    /// The mood in which it answers.
    async fn mood(&self) -> Mood {
        let mut mood = self.mood.clone();
        mood.wait_for(|mood| *mood != Mood::Hanging).await.map_or(Mood::Willing, |mood| *mood)
    }
}

#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Server {
    #[allow(clippy::too_many_arguments, reason = "the specification has eight")]
    async fn notify(
        &self,
        app_name: String,
        replaces_id: u32,
        _app_icon: String,
        summary: String,
        body: String,
        actions: Vec<String>,
        hints: HashMap<String, OwnedVariant>,
        expire_timeout: i32,
    ) -> fdo::Result<u32> {
        if self.mood().await == Mood::Refusing {
            self.heard().refused += 1;
            return Err(fdo::Error::LimitsExceeded(REFUSAL.to_owned()));
        }
        let id = if replaces_id == 0 { self.last_id.fetch_add(1, Ordering::SeqCst) + 1 } else { replaces_id };
        let urgency = match hints.get("urgency").and_then(|hint| hint.downcast_ref::<u8>().ok()) {
            Some(0) => Urgency::Low,
            Some(2) => Urgency::Critical,
            _ => Urgency::Normal,
        };
        let entry = hints.get("desktop-entry").and_then(|hint| hint.downcast_ref::<&str>().ok()).unwrap_or_default();
        let bubble = Bubble {
            id,
            replaces: replaces_id,
            app: app_name,
            summary,
            body,
            urgency,
            desktop_entry: entry.to_owned(),
            actions,
            timeout: expire_timeout,
        };
        {
            let mut heard = self.heard();
            heard.up.retain(|up| *up != id);
            heard.up.push(id);
            heard.bubbles.push(bubble);
        }
        // Nobody changes the mood any more when the test is over.
        let _ = self.mood.clone().wait_for(|mood| *mood != Mood::Mute).await;
        Ok(id)
    }

    async fn close_notification(&self, id: u32, #[zbus(connection)] connection: &Connection) -> fdo::Result<()> {
        self.mood().await;
        let was_up = {
            let mut heard = self.heard();
            let before = heard.up.len();
            heard.up.retain(|up| *up != id);
            heard.closed.push(id);
            heard.up.len() < before
        };
        if was_up {
            connection.emit_signal(None::<()>, PATH, NAME, "NotificationClosed", &(id, BY_CALL)).await?;
        }
        Ok(())
    }

    async fn get_capabilities(&self) -> Vec<String> {
        self.mood().await;
        self.heard().capabilities.clone()
    }

    async fn get_server_information(&self) -> (String, String, String, String) {
        self.mood().await;
        ("recorder".to_owned(), "Hearth's tests".to_owned(), "1".to_owned(), "1.2".to_owned())
    }
}

impl Notifications {
    pub fn start(bus: &Bus, markup: bool) -> Self {
        let (mood, moods) = watch::channel(Mood::Willing);
        let server = Server { heard: Arc::default(), mood: moods, last_id: Arc::default() };
        let notifications =
            Self { address: bus.address.clone(), connection: Mutex::new(None), server, mood, told: Mutex::new(0) };
        let markup = if markup { &["body-markup"][..] } else { &[] };
        notifications.can(&[&["body", "actions", "persistence"], markup].concat());
        notifications.come_back();
        notifications
    }

    /// What the server says from now on that it can do, such as `actions` and `body-markup`.
    pub fn can(&self, capabilities: &[&str]) {
        self.server.heard().capabilities = capabilities.iter().map(ToString::to_string).collect();
    }

    /// How the server treats what it is asked from now on.
    pub fn is(&self, mood: Mood) {
        self.mood.send_replace(mood);
    }

    /// Ends, as a crash would: its bubbles go without a word.
    pub fn go_away(&self) {
        let connection = self.connection.lock().expect("one test, one thread").take();
        if let Some(connection) = connection {
            zbus::block_on(connection.close()).expect("the server can end");
        }
        found(|| (!has_owner(&self.address, NAME)).then_some(())).expect("the bus notices that it ended");
        self.server.heard().up.clear();
    }

    /// Starts anew under another unique name, and counts its bubbles from 1 again, as servers do.
    pub fn come_back(&self) {
        self.server.last_id.store(0, Ordering::SeqCst);
        let connection = zbus::block_on(async {
            let builder = zbus::connection::Builder::address(self.address.as_str());
            builder.serve_at(PATH, self.server.clone()).name(NAME).build().await
        });
        let connection = connection.unwrap_or_else(|error| panic!("{NAME} cannot be served: {error}"));
        *self.connection.lock().expect("one test, one thread") = Some(connection);
    }

    /// Everything that was shown so far.
    pub fn all(&self) -> Vec<Bubble> {
        self.server.heard().bubbles.clone()
    }

    /// The numbers of the bubbles that the app has taken away so far.
    pub fn closed(&self) -> Vec<u32> {
        self.server.heard().closed.clone()
    }

    /// How often the server has refused to show something so far.
    pub fn refused(&self) -> usize {
        self.server.heard().refused
    }

    /// The numbers of the bubbles that are to be seen now.
    pub fn up(&self) -> Vec<u32> {
        self.server.heard().up.clone()
    }

    /// The next notification that the test has not looked at yet; waits for it.
    pub fn next(&self) -> Bubble {
        let mut told = self.told.lock().expect("one test, one thread");
        let bubble = found(|| self.all().get(*told).cloned());
        let bubble = bubble.unwrap_or_else(|| panic!("no notification came; so far: {:#?}", self.all()));
        *told += 1;
        bubble
    }

    /// How many came that the test has not looked at.
    pub fn unseen(&self) -> usize {
        self.all().len() - *self.told.lock().expect("one test, one thread")
    }

    /// Waits until the app takes `bubble` away.
    pub fn until_closed(&self, bubble: &Bubble) {
        let closed = found(|| self.closed().contains(&bubble.id).then_some(()));
        assert!(closed.is_some(), "{} stays on the screen; closed were {:?}", bubble.summary, self.closed());
    }

    /// Clicks on a notification.
    pub fn click(&self, bubble: &Bubble) {
        self.invoke(bubble, "default");
    }

    /// Presses the button `action` of a notification; such as `snooze` and `contacted`.
    pub fn invoke(&self, bubble: &Bubble, action: &str) {
        self.emit("ActionInvoked", &(bubble.id, action));
        // As servers do.
        self.put_away(bubble, DISMISSED);
    }

    /// The user puts a notification away without a word.
    pub fn dismiss(&self, bubble: &Bubble) {
        self.put_away(bubble, DISMISSED);
    }

    /// The server takes a notification away by itself.
    pub fn expire(&self, bubble: &Bubble) {
        self.put_away(bubble, EXPIRED);
    }

    fn put_away(&self, bubble: &Bubble, reason: u32) {
        self.server.heard().up.retain(|up| *up != bubble.id);
        self.emit("NotificationClosed", &(bubble.id, reason));
    }

    fn emit<B: serde::Serialize + zbus::DynamicType>(&self, signal: &str, body: &B) {
        let connection = self.connection.lock().expect("one test, one thread").clone();
        let connection = connection.expect("a server that went away says nothing");
        zbus::block_on(connection.emit_signal(None::<()>, PATH, NAME, signal, body)).expect("the bus takes a signal");
    }
}
