//! A desktop without a screen: a notification server that says when it was asked to show what, and a place for tray icons.
//!
//! It owns both names on the session bus, prints `ready`, and then one line of JSON for each notification: which app, what,
//! and the instant at which the call arrived, in microseconds since 1970. It shows nothing.

use std::collections::HashMap;
use std::io::Write as _;
use std::time::{SystemTime, UNIX_EPOCH};

use zbus::OwnedVariant;

struct Notifications {
    last: u32,
}

#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Notifications {
    #[allow(clippy::too_many_arguments, reason = "the specification has eight")]
    fn notify(
        &mut self,
        app_name: String,
        replaces_id: u32,
        _app_icon: String,
        summary: String,
        body: String,
        _actions: Vec<String>,
        _hints: HashMap<String, OwnedVariant>,
        _expire_timeout: i32,
    ) -> u32 {
        let at = now();
        let line = serde_json::json!({ "app": app_name, "at": at, "summary": summary, "body": body });
        // Whoever reads has gone, and with it the reason to be here.
        if writeln!(std::io::stdout(), "{line}").is_err() {
            std::process::exit(0);
        }
        if replaces_id == 0 {
            self.last += 1;
            self.last
        } else {
            replaces_id
        }
    }

    fn close_notification(&self, _id: u32) {}

    fn get_capabilities(&self) -> Vec<String> {
        ["body", "actions", "persistence"].map(str::to_owned).to_vec()
    }

    fn get_server_information(&self) -> (String, String, String, String) {
        ("desktop".to_owned(), "Hearth's bench".to_owned(), "1".to_owned(), "1.2".to_owned())
    }
}

struct Tray;

#[zbus::interface(name = "org.kde.StatusNotifierWatcher")]
impl Tray {
    fn register_status_notifier_item(&self, _service: &str) {}

    fn register_status_notifier_host(&self, _service: &str) {}

    #[zbus(property)]
    fn registered_status_notifier_items(&self) -> Vec<String> {
        Vec::new()
    }

    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn protocol_version(&self) -> i32 {
        0
    }
}

#[expect(clippy::disallowed_methods, reason = "a measuring instrument reads the time itself")]
fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_micros()).unwrap_or(u64::MAX)
}

fn main() -> zbus::Result<()> {
    zbus::block_on(async {
        let connection = zbus::connection::Builder::session()
            .serve_at("/org/freedesktop/Notifications", Notifications { last: 0 })
            .serve_at("/StatusNotifierWatcher", Tray)
            .name("org.freedesktop.Notifications")
            .name("org.kde.StatusNotifierWatcher")
            .build()
            .await?;
        println!("ready");
        connection.closed().await;
        Ok(())
    })
}
