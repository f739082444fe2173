//! Our own connections to the session bus: who shows notifications, what it can do, and what it tells.
//!
//! Showing and closing is notify-rust's, over the connections of the bubbles.

use futures_lite::StreamExt as _;
use tokio::sync::Mutex;
use zbus::fdo::{DBusProxy, MonitoringProxy};
use zbus::message::Type;
use zbus::{Connection, DBusError as _, MatchRule, MessageStream, OwnedVariant};

use super::{Act, Event, Events};
use crate::notifier::dress::Abilities;
use crate::notifier::{Failure, Server};

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";
/// Properties by which servers say that they show nothing now. Sources: KDE's notification manager, dunst.
const DO_NOT_DISTURB: [(&str, &str); 2] = [(NAME, "Inhibited"), ("org.dunstproject.cmd0", "paused")];

pub struct Bus {
    connection: Mutex<Option<Connection>>,
    events: Events,
}

impl Bus {
    pub fn new(events: Events) -> Self {
        Self { connection: Mutex::new(None), events }
    }

    /// The connection, made anew if the bus went away meanwhile.
    async fn connection(&self) -> Result<Connection, Failure> {
        let mut kept = self.connection.lock().await;
        if let Some(connection) = kept.as_ref().filter(|connection| !connection.is_closed()) {
            return Ok(connection.clone());
        }
        let no_bus = |error: zbus::Error| Failure::NoBus(error.to_string());
        let connection = Connection::session().await.map_err(no_bus)?;
        let signals = signals(&connection).await.map_err(no_bus)?;
        let owners = owners(&connection).await.map_err(no_bus)?;
        tokio::spawn(listen(signals, owners, self.events.clone()));
        match overhear().await {
            Ok(all) => drop(tokio::spawn(listen_to_all(all, self.events.clone()))),
            // Then notify-rust's own ear is all there is for what is told to one connection only.
            Err(error) => log::info!("the bus does not let us hear what is told to our bubbles: {error}"),
        }
        *kept = Some(connection.clone());
        Ok(connection)
    }

    /// The unique name of the server.
    pub async fn owner(&self) -> Result<String, Failure> {
        let bus = self.connection().await?;
        let owner = bus
            .call_method(
                Some("org.freedesktop.DBus"),
                "/org/freedesktop/DBus",
                Some("org.freedesktop.DBus"),
                "GetNameOwner",
                &NAME,
            )
            .await
            .map_err(failure)?;
        owner.body().deserialize().map_err(failure)
    }

    /// Whether the bubbles of `owner` are no longer the ones that the present server means by their numbers.
    ///
    /// A server that went away after it spoke was still heard.
    pub async fn is_another_server_than(&self, owner: &str) -> bool {
        self.owner().await.is_ok_and(|present| present != owner)
    }

    /// What the server can do. Asked for each bubble: the next server may be able to do less.
    pub async fn abilities(&self) -> Result<Abilities, Failure> {
        let all: Vec<String> = self.ask("GetCapabilities").await?;
        let has = |name: &str| all.iter().any(|one| one == name);
        Ok(Abilities { actions: has("actions"), markup: has("body-markup") })
    }

    /// Who shows notifications, and whether it does so now.
    pub async fn look(&self) -> Result<Server, Failure> {
        let actions = self.abilities().await?.actions;
        let (name, _, version, _): (String, String, String, String) = self.ask("GetServerInformation").await?;
        let mut do_not_disturb = None;
        for (interface, property) in DO_NOT_DISTURB {
            if self.is_set(interface, property).await {
                do_not_disturb = Some(property);
            }
        }
        Ok(Server { name: Some(format!("{name} {version}").trim().to_owned()), actions, do_not_disturb })
    }

    async fn ask<T>(&self, method: &str) -> Result<T, Failure>
    where
        T: for<'a> serde::Deserialize<'a> + zbus::Type,
    {
        let bus = self.connection().await?;
        let reply = bus.call_method(Some(NAME), PATH, Some(NAME), method, &()).await.map_err(failure)?;
        reply.body().deserialize().map_err(failure)
    }

    async fn is_set(&self, interface: &str, property: &str) -> bool {
        let Ok(bus) = self.connection().await else { return false };
        let properties = Some("org.freedesktop.DBus.Properties");
        let Ok(reply) = bus.call_method(Some(NAME), PATH, properties, "Get", &(interface, property)).await else {
            return false;
        };
        reply.body().deserialize::<OwnedVariant>().is_ok_and(|value| value.downcast_ref::<bool>().unwrap_or(false))
    }
}

/// What the bus's or the server's error means to whoever wanted something shown.
fn failure(error: zbus::Error) -> Failure {
    let name = match &error {
        zbus::Error::MethodError(name, ..) => name.to_string(),
        zbus::Error::FDO(error) => error.name().to_string(),
        // The bus went away in the middle of it.
        zbus::Error::InputOutput(_) => return Failure::NoBus(error.to_string()),
        _ => return Failure::Refused(error.to_string()),
    };
    let words = || error.to_string();
    match name.strip_prefix("org.freedesktop.DBus.Error.") {
        Some("ServiceUnknown" | "NameHasNoOwner") => Failure::NoServer(words()),
        // It is to be started when it is first asked, and cannot be.
        Some(start) if start.starts_with("Spawn") => Failure::NoServer(words()),
        // The bus says so of a server that ends before it answers.
        Some("NoReply" | "Disconnected" | "Timeout" | "TimedOut") => Failure::NoAnswer,
        _ => Failure::Refused(words()),
    }
}

async fn signals(bus: &Connection) -> zbus::Result<MessageStream> {
    let rule = MatchRule::builder().msg_type(Type::Signal).interface(NAME).build()?;
    MessageStream::for_match_rule(rule, bus, None).await
}

/// What is told to a single connection, such as a bubble's: GNOME and dunst do so.
///
/// The bus lets a user's program monitor the user's own bus. Nothing but the two signals that a user's act on a bubble
/// makes is asked for, which carry a number and the name of a button.
async fn overhear() -> zbus::Result<MessageStream> {
    let monitor = Connection::session().await?;
    let rules = ["ActionInvoked", "NotificationClosed"]
        .map(|member| MatchRule::builder().msg_type(Type::Signal).interface(NAME).member(member).build());
    let rules = rules.into_iter().collect::<Result<Vec<_>, _>>()?;
    let heard = MessageStream::from(&monitor);
    MonitoringProxy::new(&monitor).await?.become_monitor(&rules, 0).await?;
    Ok(heard)
}

async fn listen_to_all(mut all: MessageStream, events: Events) {
    while let Some(Ok(message)) = all.next().await {
        if message.message_type() == Type::Signal
            && let Some(event) = told(&message)
        {
            let _ = events.send(event);
        }
    }
}

async fn owners(bus: &Connection) -> zbus::Result<zbus::fdo::NameOwnerChangedStream> {
    DBusProxy::new(bus).await?.receive_name_owner_changed_with_args(&[(0, NAME)]).await
}

async fn listen(mut signals: MessageStream, mut owners: zbus::fdo::NameOwnerChangedStream, events: Events) {
    loop {
        let event = tokio::select! {
            signal = signals.next() => match signal {
                Some(Ok(message)) => told(&message),
                Some(Err(_)) | None => break,
            },
            change = owners.next() => match change {
                Some(change) => change.args().ok().and_then(|args| args.old_owner().as_ref().map(|owner| {
                    Event::OwnerGone { owner: owner.to_string() }
                })),
                None => break,
            },
        };
        if let Some(event) = event {
            let _ = events.send(event);
        }
    }
    let _ = events.send(Event::BusGone);
}

fn told(message: &zbus::Message) -> Option<Event> {
    let header = message.header();
    let owner = header.sender()?.to_string();
    let body = message.body();
    match header.member()?.as_str() {
        "ActionInvoked" => {
            let (id, key): (u32, String) = body.deserialize().ok()?;
            Some(Event::Signal { owner, id, act: Act::Invoked(key) })
        }
        "NotificationClosed" => {
            let (id, _): (u32, u32) = body.deserialize().ok()?;
            Some(Event::Signal { owner, id, act: Act::Closed })
        }
        _ => None,
    }
}
