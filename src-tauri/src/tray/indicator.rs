//! The tray icon on Linux: a StatusNotifierItem with its menu, shown by whatever panel is there.
//!
//! A thread of its own holds it, since a panel that hangs must stop neither the window nor the alarm. It appears when a
//! panel comes, whenever that is; the window is told when the last one goes. What it shows is decided in `look`.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use ksni::blocking::{Handle, TrayMethods as _};
use ksni::menu::StandardItem;
use ksni::{MenuItem, OfflineReason, Status, ToolTip};
use tauri::{AppHandle, Runtime};

use super::look::{Choice, Line, Look, State, icons};
use crate::window;

/// How long the session bus may take to say whether there is a tray.
const PATIENCE: Duration = Duration::from_secs(1);

/// The icon, as others see it.
#[derive(Clone, Default)]
pub struct Indicator(Arc<Shared>);

#[derive(Default)]
struct Shared {
    state: Mutex<Shown>,
    /// Something in `state` changed.
    changed: Condvar,
}

#[derive(Default)]
struct Shown {
    /// What the icon shall show next.
    next: Option<Look>,
    /// Whether it is on the bus, whoever may look at it.
    on_bus: bool,
    /// Whether the item has heard that no panel is there.
    panel_gone: bool,
    /// Whether a panel shows it; `None` until that is known.
    seen: Option<bool>,
}

impl Indicator {
    /// Starts the thread, which shows `look` first.
    pub fn start<R: Runtime>(app: &AppHandle<R>, look: Look) -> std::io::Result<Self> {
        let indicator = Self::default();
        indicator.show(look);
        let (app, shared) = (app.clone(), indicator.0.clone());
        std::thread::Builder::new().name("tray".to_owned()).spawn(move || keep(&app, &shared))?;
        Ok(indicator)
    }

    /// Has `look` shown, as soon as it can be.
    pub fn show(&self, look: Look) {
        self.0.lock().next = Some(look);
        self.0.changed.notify_all();
    }

    /// Whether it got as far as the bus: what was to be shown need not be shown again.
    pub fn is_there(&self) -> bool {
        self.0.lock().on_bus
    }

    /// Whether a user can see it now. Waits a moment at the start, when nobody knows yet.
    pub fn is_seen(&self) -> bool {
        let unknown = |shown: &mut Shown| shown.seen.is_none();
        let shown = self.0.lock();
        let (mut shown, _) =
            self.0.changed.wait_timeout_while(shown, PATIENCE, unknown).unwrap_or_else(PoisonError::into_inner);
        // Who did not answer in time is not waited for again; an answer still counts when it comes.
        let seen = *shown.seen.get_or_insert(false);
        drop(shown);
        seen && a_host_is_registered()
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Shown> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn note(&self, change: impl FnOnce(&mut Shown)) {
        change(&mut self.lock());
        self.changed.notify_all();
    }

    fn next(&self) -> Look {
        let nothing = |shown: &mut Shown| shown.next.is_none();
        let mut shown = self.changed.wait_while(self.lock(), nothing).unwrap_or_else(PoisonError::into_inner);
        shown.next.take().expect("it was waited for")
    }
}

/// Keeps the icon on the bus and what it shows up to date; never ends.
fn keep<R: Runtime>(app: &AppHandle<R>, shared: &Arc<Shared>) {
    let mut handle: Option<Handle<Item<R>>> = None;
    let mut failed = None;
    loop {
        let look = shared.next();
        let updated = handle.as_ref().and_then(|handle| handle.update(|item| item.look = look.clone()));
        if updated.is_some() {
            continue;
        }
        // There is none yet, or its connection has ended.
        shared.lock().panel_gone = false;
        let item = Item { look, app: app.clone(), shared: shared.clone() };
        match item.assume_sni_available(true).spawn() {
            Ok(made) => {
                handle = Some(made);
                failed = None;
                shared.note(|shown| {
                    shown.on_bus = true;
                    shown.seen = Some(!shown.panel_gone);
                });
            }
            Err(error) => {
                handle = None;
                shared.note(|shown| (shown.on_bus, shown.seen) = (false, Some(false)));
                // Tried again in every round of the alarm, told once.
                let words = error.to_string();
                if failed.as_ref() != Some(&words) {
                    log::warn!("there is no tray: {words}");
                    failed = Some(words);
                }
            }
        }
    }
}

/// Whether the watcher of indicators says that somebody shows them: some come up before their panel does.
fn a_host_is_registered() -> bool {
    let (answer, answered) = std::sync::mpsc::sync_channel(1);
    let ask = move || {
        let _ = answer.send(zbus::block_on(host_registered()).unwrap_or(false));
    };
    // The session bus may hang: whoever asks does not wait for it longer than this.
    std::thread::Builder::new().name("tray-host".to_owned()).spawn(ask).is_ok()
        && answered.recv_timeout(PATIENCE).unwrap_or(false)
}

async fn host_registered() -> zbus::Result<bool> {
    const WATCHER: &str = "org.kde.StatusNotifierWatcher";
    let bus = zbus::Connection::session().await?;
    if !zbus::fdo::DBusProxy::new(&bus).await?.name_has_owner(WATCHER.try_into()?).await? {
        return Ok(false);
    }
    let watcher = zbus::Proxy::new(&bus, WATCHER, "/StatusNotifierWatcher", WATCHER).await?;
    // A watcher without the property is taken at its word: it watches for somebody.
    Ok(watcher.get_property("IsStatusNotifierHostRegistered").await.unwrap_or(true))
}

/// What a panel sees.
struct Item<R: Runtime> {
    look: Look,
    app: AppHandle<R>,
    shared: Arc<Shared>,
}

impl<R: Runtime> ksni::Tray for Item<R> {
    fn id(&self) -> String {
        "hearth".to_owned()
    }

    fn title(&self) -> String {
        "Hearth".to_owned()
    }

    fn status(&self) -> Status {
        match self.look.state {
            // A panel that puts icons away takes this one out again.
            State::Urgent => Status::NeedsAttention,
            State::Calm | State::Waiting => Status::Active,
        }
    }

    fn icon_pixmap(&self) -> Vec<ksni::Icon> {
        icons(self.look.state).iter().map(pixmap).collect()
    }

    fn attention_icon_pixmap(&self) -> Vec<ksni::Icon> {
        self.icon_pixmap()
    }

    fn tool_tip(&self) -> ToolTip {
        ToolTip { title: self.title(), description: self.look.tooltip.clone(), ..ToolTip::default() }
    }

    fn activate(&mut self, _x: i32, _y: i32) {
        super::chosen(&self.app, Choice::Open);
    }

    fn menu(&self) -> Vec<MenuItem<Self>> {
        self.look.lines.iter().map(line).collect()
    }

    fn watcher_online(&self) {
        self.shared.note(|shown| (shown.panel_gone, shown.seen) = (false, Some(true)));
        window::tray_came(&self.app);
    }

    fn watcher_offline(&self, reason: OfflineReason) -> bool {
        if let OfflineReason::Error(error) = reason {
            log::info!("no panel shows the tray: {error}");
        }
        self.shared.note(|shown| (shown.panel_gone, shown.seen) = (true, Some(false)));
        window::tray_went(&self.app);
        true
    }
}

fn line<R: Runtime>(line: &Line) -> MenuItem<Item<R>> {
    let (choice, text) = match line {
        Line::Separator => return MenuItem::Separator,
        Line::Words(text) => (None, text),
        Line::Item(choice, text) => (Some(*choice), text),
    };
    StandardItem {
        // An underscore marks the letter that is underlined, unless it is doubled.
        label: text.replace('_', "__"),
        enabled: choice.is_some(),
        activate: Box::new(move |item: &mut Item<R>| {
            if let Some(choice) = choice {
                super::chosen(&item.app, choice);
            }
        }),
        ..StandardItem::default()
    }
    .into()
}

/// The picture as the protocol has it: alpha first.
fn pixmap(image: &tauri::image::Image<'_>) -> ksni::Icon {
    let mut data = image.rgba().to_vec();
    for pixel in data.chunks_exact_mut(4) {
        pixel.rotate_right(1);
    }
    let size = |pixels: u32| i32::try_from(pixels).expect("an icon is small");
    ksni::Icon { width: size(image.width()), height: size(image.height()), data }
}
