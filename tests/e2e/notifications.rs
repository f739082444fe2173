//! A notification server that writes down what it is asked to show, and clicks when the test says so.
//!
//! Which notifications are right is said by the journeys.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use zbus::Connection;
use zbus::OwnedVariant;

use crate::bus::Bus;
use crate::until::found;

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// How urgent a notification is. Source: Desktop Notifications Specification, "Urgency Levels".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    Low,
    Normal,
    Critical,
}

/// A notification as it was asked for.
#[derive(Clone, Debug)]
pub struct Bubble {
    pub id: u32,
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

#[derive(Default)]
struct Heard {
    bubbles: Vec<Bubble>,
    markup: bool,
}

struct Server(Arc<Mutex<Heard>>);

/// The server, until it is dropped.
pub struct Notifications {
    connection: Connection,
    heard: Arc<Mutex<Heard>>,
    told: Mutex<usize>,
}

#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Server {
    #[allow(clippy::too_many_arguments, reason = "the specification has eight")]
    fn notify(
        &self,
        app_name: String,
        replaces_id: u32,
        _app_icon: String,
        summary: String,
        body: String,
        actions: Vec<String>,
        hints: HashMap<String, OwnedVariant>,
        expire_timeout: i32,
    ) -> u32 {
        let mut heard = self.0.lock().expect("no test panics while it holds it");
        let id = if replaces_id == 0 { u32::try_from(heard.bubbles.len()).expect("few") + 1 } else { replaces_id };
        let urgency = match hints.get("urgency").and_then(|hint| hint.downcast_ref::<u8>().ok()) {
            Some(0) => Urgency::Low,
            Some(2) => Urgency::Critical,
            _ => Urgency::Normal,
        };
        let entry = hints.get("desktop-entry").and_then(|hint| hint.downcast_ref::<&str>().ok()).unwrap_or_default();
        heard.bubbles.push(Bubble {
            id,
            app: app_name,
            summary,
            body,
            urgency,
            desktop_entry: entry.to_owned(),
            actions,
            timeout: expire_timeout,
        });
        id
    }

    fn close_notification(&self, _id: u32) {}

    fn get_capabilities(&self) -> Vec<String> {
        let mut all = vec!["body".to_owned(), "actions".to_owned(), "persistence".to_owned()];
        if self.0.lock().expect("no test panics while it holds it").markup {
            all.push("body-markup".to_owned());
        }
        all
    }

    fn get_server_information(&self) -> (String, String, String, String) {
        ("recorder".to_owned(), "Hearth's tests".to_owned(), "1".to_owned(), "1.2".to_owned())
    }
}

impl Notifications {
    pub fn start(bus: &Bus, markup: bool) -> Self {
        let heard = Arc::new(Mutex::new(Heard { markup, ..Heard::default() }));
        let connection = bus.serve(NAME, PATH, Server(heard.clone()));
        Self { connection, heard, told: Mutex::new(0) }
    }

    /// Everything that was shown so far.
    pub fn all(&self) -> Vec<Bubble> {
        self.heard.lock().expect("no test panics while it holds it").bubbles.clone()
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

    /// Clicks on a notification.
    pub fn click(&self, bubble: &Bubble) {
        zbus::block_on(async {
            self.connection.emit_signal(None::<()>, PATH, NAME, "ActionInvoked", &(bubble.id, "default")).await?;
            // As servers do: 2 is "dismissed by the user".
            self.connection.emit_signal(None::<()>, PATH, NAME, "NotificationClosed", &(bubble.id, 2_u32)).await
        })
        .expect("the bus takes a signal");
    }
}
