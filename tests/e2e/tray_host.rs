//! A desktop's tray without a screen: it takes in the app's indicator, reads what it shows and its menu, and chooses from it.
//!
//! It speaks `org.kde.StatusNotifierWatcher` and, to the indicator, `com.canonical.dbusmenu`.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use zbus::Connection;
use zbus::message::Header;
use zbus::{OwnedObjectPath, OwnedVariant, Structure, Variant};

use crate::bus::Bus;
use crate::until::found;

/// Who takes in indicators, by its name on the bus.
pub const NAME: &str = "org.kde.StatusNotifierWatcher";

/// Bus name and object path of an indicator.
type Indicator = (String, String);
type Properties = HashMap<String, OwnedVariant>;

struct Watcher(Arc<Mutex<Option<Indicator>>>);

#[zbus::interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    fn register_status_notifier_item(&self, service: &str, #[zbus(header)] header: Header<'_>) {
        let sender = header.sender().map(ToString::to_string).unwrap_or_default();
        let item = if service.starts_with('/') {
            (sender, service.to_owned())
        } else {
            (service.to_owned(), "/StatusNotifierItem".to_owned())
        };
        *self.0.lock().expect("no test panics while it holds it") = Some(item);
    }

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

/// What an indicator shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// `Active`, or `NeedsAttention`, which a panel must not put away.
    pub status: String,
    /// The words below the title.
    pub tooltip: String,
    pub icons: Vec<Pixmap>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixmap {
    pub width: i32,
    pub argb: Vec<u8>,
}

/// The tray, until it is dropped.
pub struct TrayHost {
    connection: Connection,
    indicator: Arc<Mutex<Option<Indicator>>>,
}

impl TrayHost {
    pub fn start(bus: &Bus) -> Self {
        let indicator = Arc::new(Mutex::new(None));
        let watcher = Watcher(indicator.clone());
        let connection = bus.serve(NAME, "/StatusNotifierWatcher", watcher);
        Self { connection, indicator }
    }

    fn indicator(&self) -> Option<Indicator> {
        self.indicator.lock().expect("no test panics while it holds it").clone()
    }

    async fn property(&self, (name, path): &Indicator, property: &str) -> zbus::Result<OwnedVariant> {
        let request = ("org.kde.StatusNotifierItem", property);
        let properties = Some("org.freedesktop.DBus.Properties");
        let reply =
            self.connection.call_method(Some(name.as_str()), path.as_str(), properties, "Get", &request).await?;
        reply.body().deserialize()
    }

    /// What the indicator shows now; `None` while none has registered.
    pub fn shown(&self) -> Option<Shown> {
        let indicator = self.indicator()?;
        zbus::block_on(async {
            let tooltip = Structure::try_from(self.property(&indicator, "ToolTip").await?)?;
            let words = tooltip.fields().get(3).and_then(|words| String::try_from(words.try_clone().ok()?).ok());
            Ok::<_, zbus::Error>(Shown {
                status: String::try_from(self.property(&indicator, "Status").await?)?,
                tooltip: words.unwrap_or_default(),
                icons: pixmaps(self.property(&indicator, "IconPixmap").await?),
            })
        })
        .ok()
    }

    async fn menu_path(&self, indicator: &Indicator) -> zbus::Result<String> {
        Ok(OwnedObjectPath::try_from(self.property(indicator, "Menu").await?)?.to_string())
    }

    async fn read_menu(&self) -> zbus::Result<Vec<(i32, String)>> {
        let Some(indicator) = self.indicator() else { return Ok(Vec::new()) };
        let path = self.menu_path(&indicator).await?;
        let (name, menu) = (Some(indicator.0.as_str()), Some("com.canonical.dbusmenu"));
        let wanted = (0_i32, -1_i32, Vec::<String>::new());
        let reply = self.connection.call_method(name, path.as_str(), menu, "GetLayout", &wanted).await?;
        let (_revision, (_id, _properties, children)): (u32, (i32, Properties, Vec<OwnedVariant>)) =
            reply.body().deserialize()?;
        Ok(children.into_iter().filter_map(line).collect())
    }

    /// The lines of the tray's menu, from top to bottom.
    pub fn menu(&self) -> Vec<String> {
        let lines = zbus::block_on(self.read_menu()).unwrap_or_default();
        lines.into_iter().map(|(_, text)| text).collect()
    }

    /// Waits for a line that starts so, and chooses it.
    pub fn choose(&self, start: &str) {
        let line = || zbus::block_on(self.read_menu()).ok()?.into_iter().find(|(_, text)| text.starts_with(start));
        let (id, _) = found(line).unwrap_or_else(|| panic!("the tray has no line {start:?}: {:?}", self.menu()));
        // The answer is not awaited as a proof: an app that quits does not give one. What comes of it is the test's to see.
        let _ = zbus::block_on(async {
            let indicator = self.indicator().expect("it had a menu");
            let path = self.menu_path(&indicator).await?;
            let event = (id, "clicked", Variant::from(0_i32), 0_u32);
            let (name, menu) = (Some(indicator.0.as_str()), Some("com.canonical.dbusmenu"));
            self.connection.call_method(name, path.as_str(), menu, "Event", &event).await
        });
    }
}

fn pixmaps(value: OwnedVariant) -> Vec<Pixmap> {
    let Ok(all) = <Vec<OwnedVariant>>::try_from(value) else { return Vec::new() };
    let one = |icon: OwnedVariant| {
        let icon = Structure::try_from(icon).ok()?;
        let [width, _, argb] = icon.fields() else { return None };
        let (width, argb) = (i32::try_from(width).ok()?, argb.try_clone().ok()?.try_into().ok()?);
        Some(Pixmap { width, argb })
    };
    all.into_iter().filter_map(one).collect()
}

/// Id and text of a menu's line; `None` for a separator.
fn line(child: OwnedVariant) -> Option<(i32, String)> {
    let child = Structure::try_from(child).ok()?;
    let [id, properties, _] = child.fields() else { return None };
    let id = i32::try_from(id).ok()?;
    let properties: HashMap<String, OwnedVariant> = properties.try_clone().ok()?.try_into().ok()?;
    let label: String = properties.get("label")?.try_clone().ok()?.try_into().ok()?;
    Some((id, label.replace("__", "_")))
}
