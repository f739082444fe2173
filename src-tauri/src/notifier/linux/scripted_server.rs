//! A notification server that does what a test says: answers, refuses, says nothing, ends.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_lite::StreamExt as _;
use tokio::sync::watch;
use zbus::{Connection, OwnedVariant, fdo};

use super::private_bus::PrivateBus;

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";
/// How long anything may take on a busy machine before it counts as not happening.
const LONG: Duration = Duration::from_secs(30);

/// How the server treats what it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    Willing,
    /// Answers everything but `Notify`, until the mood changes.
    SilentAboutBubbles,
    /// Answers nothing, until the mood changes.
    Silent,
    /// Refuses `Notify`.
    RefusingBubbles,
}

#[derive(Clone, Debug)]
pub struct Shown {
    pub id: u32,
    pub replaces: u32,
    pub summary: String,
    pub actions: Vec<String>,
    /// Who asked for it.
    pub sender: String,
}

/// What the server was asked, when it was asked.
#[derive(Clone, Debug)]
pub enum Asked {
    Shown(Shown),
    Closed(u32),
}

struct Object {
    mood: watch::Receiver<Mood>,
    asked: Sender<Asked>,
    capabilities: Arc<Mutex<Vec<&'static str>>>,
    first_id: u32,
    count: AtomicU32,
    inhibited: bool,
    click_before_answering: Arc<Mutex<Option<&'static str>>>,
}

impl Object {
    async fn in_the_mood(&self, silent: &[Mood]) -> fdo::Result<()> {
        let mood = self.mood.clone().wait_for(|mood| !silent.contains(mood)).await.map(|mood| *mood);
        if mood.is_ok_and(|mood| mood == Mood::RefusingBubbles) {
            return Err(fdo::Error::LimitsExceeded("Too many notifications".to_owned()));
        }
        Ok(())
    }
}

#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Object {
    #[allow(clippy::too_many_arguments, reason = "the specification has eight")]
    async fn notify(
        &self,
        _app_name: String,
        replaces_id: u32,
        _app_icon: String,
        summary: String,
        _body: String,
        actions: Vec<String>,
        _hints: HashMap<String, OwnedVariant>,
        _expire_timeout: i32,
        #[zbus(header)] header: zbus::message::Header<'_>,
        #[zbus(connection)] connection: &Connection,
    ) -> fdo::Result<u32> {
        let sender = header.sender().map(ToString::to_string).unwrap_or_default();
        let next = || self.first_id + self.count.fetch_add(1, Ordering::SeqCst) + 1;
        let id = if replaces_id == 0 { next() } else { replaces_id };
        let _ = self.asked.send(Asked::Shown(Shown { id, replaces: replaces_id, summary, actions, sender }));
        self.in_the_mood(&[Mood::Silent, Mood::SilentAboutBubbles]).await?;
        let click = self.click_before_answering.lock().unwrap().take();
        if let Some(key) = click {
            let _ = connection.emit_signal(None::<()>, PATH, NAME, "ActionInvoked", &(id, key)).await;
        }
        Ok(id)
    }

    async fn close_notification(&self, id: u32) -> fdo::Result<()> {
        let _ = self.asked.send(Asked::Closed(id));
        self.in_the_mood(&[Mood::Silent, Mood::SilentAboutBubbles]).await
    }

    async fn get_capabilities(&self) -> fdo::Result<Vec<String>> {
        self.in_the_mood(&[Mood::Silent]).await?;
        Ok(self.capabilities.lock().unwrap().iter().map(ToString::to_string).collect())
    }

    async fn get_server_information(&self) -> (String, String, String, String) {
        ("scripted".to_owned(), "Hearth's tests".to_owned(), "3.1".to_owned(), "1.2".to_owned())
    }

    #[zbus(property)]
    async fn inhibited(&self) -> bool {
        self.inhibited
    }
}

/// The server, until it is dropped.
pub struct ScriptedServer {
    connection: Connection,
    pub owner: String,
    mood: watch::Sender<Mood>,
    asked: Receiver<Asked>,
    capabilities: Arc<Mutex<Vec<&'static str>>>,
    click_before_answering: Arc<Mutex<Option<&'static str>>>,
}

impl ScriptedServer {
    pub fn start(bus: &PrivateBus) -> Self {
        Self::set_up(bus, 0, false)
    }

    /// One that counts its bubbles from `first_id` on.
    pub fn start_at(bus: &PrivateBus, first_id: u32) -> Self {
        Self::set_up(bus, first_id, false)
    }

    pub fn start_inhibited(bus: &PrivateBus) -> Self {
        Self::set_up(bus, 0, true)
    }

    fn set_up(bus: &PrivateBus, first_id: u32, inhibited: bool) -> Self {
        let (mood, moods) = watch::channel(Mood::Willing);
        let (sender, asked) = channel();
        let capabilities = Arc::new(Mutex::new(vec!["body", "actions"]));
        let click_before_answering = Arc::default();
        let object = Object {
            mood: moods,
            asked: sender,
            capabilities: capabilities.clone(),
            first_id,
            count: AtomicU32::new(0),
            inhibited,
            click_before_answering: Arc::clone(&click_before_answering),
        };
        let connection = zbus::block_on(async {
            let builder = zbus::connection::Builder::address(bus.address.as_str());
            builder.serve_at(PATH, object).name(NAME).build().await
        })
        .unwrap();
        let owner = connection.unique_name().unwrap().to_string();
        Self { connection, owner, mood, asked, capabilities, click_before_answering }
    }

    pub fn is(&self, mood: Mood) {
        self.mood.send_replace(mood);
    }

    pub fn can(&self, capabilities: &[&'static str]) {
        *self.capabilities.lock().unwrap() = capabilities.to_vec();
    }

    /// Clicks on the next bubble before the server answers that it is shown.
    pub fn click_early(&self, key: &'static str) {
        *self.click_before_answering.lock().unwrap() = Some(key);
    }

    /// What it is asked next.
    pub fn asked(&self) -> Asked {
        self.asked.recv_timeout(LONG).expect("the server is asked something")
    }

    /// The next bubble.
    pub fn shown(&self) -> Shown {
        match self.asked() {
            Asked::Shown(shown) => shown,
            Asked::Closed(id) => panic!("a bubble was to be shown, not {id} closed"),
        }
    }

    /// The number of the bubble that is closed next.
    pub fn closed(&self) -> u32 {
        match self.asked() {
            Asked::Closed(id) => id,
            Asked::Shown(shown) => panic!("a bubble was to be closed, not shown: {shown:?}"),
        }
    }

    /// What it was asked and nobody looked at yet.
    pub fn unseen(&self) -> Vec<Asked> {
        self.asked.try_iter().collect()
    }

    pub fn invoke(&self, id: u32, key: &str) {
        self.emit(None, "ActionInvoked", &(id, key));
    }

    /// As GNOME does: only who showed it hears of it, and at the same moment of something else.
    pub fn invoke_with_token(&self, shown: &Shown, key: &str) {
        self.emit(Some(&shown.sender), "ActivationToken", &(shown.id, "a token for the window"));
        self.emit(Some(&shown.sender), "ActionInvoked", &(shown.id, key));
    }

    /// Closes a bubble by itself; 1 is "expired", 2 "dismissed by the user".
    pub fn close(&self, id: u32, reason: u32) {
        self.emit(None, "NotificationClosed", &(id, reason));
    }

    /// Whether who showed a bubble is still on the bus.
    pub fn knows(&self, sender: &str) -> bool {
        zbus::block_on(async {
            let daemon = fdo::DBusProxy::new(&self.connection).await?;
            daemon.name_has_owner(sender.try_into()?).await
        })
        .unwrap()
    }

    /// Waits until who showed a bubble is gone from the bus.
    pub fn until_gone(&self, sender: &str) {
        zbus::block_on(async {
            let daemon = fdo::DBusProxy::new(&self.connection).await?;
            let mut changes = daemon.receive_name_owner_changed_with_args(&[(0, sender)]).await?;
            if daemon.name_has_owner(sender.try_into()?).await? {
                changes.next().await;
            }
            fdo::Result::Ok(())
        })
        .unwrap();
    }

    fn emit<B: serde::Serialize + zbus::DynamicType>(&self, to: Option<&str>, signal: &str, body: &B) {
        zbus::block_on(self.connection.emit_signal(to, PATH, NAME, signal, body)).unwrap();
    }

    /// Ends; the bus knows it when this returns, so that nobody is asked in vain after it.
    pub fn end(self) {
        zbus::block_on(async {
            self.connection.release_name(NAME).await?;
            self.connection.close().await
        })
        .unwrap();
    }
}
