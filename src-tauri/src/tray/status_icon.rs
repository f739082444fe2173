//! The tray icon on Windows and macOS, where there always is a place for it. What it shows is decided in `look`.

use hearth_core::domain::lead::LeadId;
use tauri::image::Image;
use tauri::menu::{Menu, MenuBuilder, MenuItemBuilder};
use tauri::tray::{MouseButton, MouseButtonState, TrayIconBuilder, TrayIconEvent};
use tauri::{AppHandle, Runtime};

use super::look::{Choice, Line, Look, State, icons};

const TRAY: &str = "hearth";
const LEAD: &str = "lead-";
/// On Windows a click opens the window, as it does for other programs there; on macOS it opens the menu.
const CLICK_OPENS: bool = cfg!(windows);

/// The icon, as others see it.
pub struct Indicator(Box<dyn Fn(Look) + Send + Sync>);

impl Indicator {
    /// Makes the icon, which shows `look` first.
    pub fn start<R: Runtime>(app: &AppHandle<R>, look: Look) -> tauri::Result<Self> {
        TrayIconBuilder::with_id(TRAY)
            .icon(icon(look.state))
            .tooltip(tooltip(&look))
            .menu(&menu(app, &look.lines)?)
            .show_menu_on_left_click(!CLICK_OPENS)
            .on_menu_event(|app, event| {
                if let Some(choice) = choice(event.id().as_ref()) {
                    super::chosen(app, choice);
                }
            })
            .on_tray_icon_event(|tray, event| {
                let click = matches!(
                    event,
                    TrayIconEvent::Click { button: MouseButton::Left, button_state: MouseButtonState::Up, .. }
                );
                if CLICK_OPENS && click {
                    super::chosen(tray.app_handle(), Choice::Open);
                }
            })
            .build(app)?;
        let app = app.clone();
        Ok(Self(Box::new(move |look| show(&app, look))))
    }

    /// Has `look` shown.
    pub fn show(&self, look: Look) {
        (self.0)(look);
    }

    /// What was to be shown need not be shown again.
    pub fn is_there(&self) -> bool {
        true
    }

    pub fn is_seen(&self) -> bool {
        true
    }
}

fn show<R: Runtime>(app: &AppHandle<R>, look: Look) {
    let handle = app.clone();
    let posted = app.run_on_main_thread(move || {
        let shown = menu(&handle, &look.lines).and_then(|menu| {
            let Some(tray) = handle.tray_by_id(TRAY) else { return Ok(()) };
            tray.set_icon(Some(icon(look.state)))?;
            tray.set_tooltip(Some(tooltip(&look)))?;
            tray.set_menu(Some(menu))
        });
        if let Err(error) = shown {
            log::warn!("the tray cannot be changed: {error}");
        }
    });
    if let Err(error) = posted {
        log::warn!("the tray cannot be changed: {error}");
    }
}

/// Windows shows 32 pixels at 200 %; macOS makes its 18 points of the largest.
fn icon(state: State) -> Image<'static> {
    let [.., large, largest] = icons(state);
    if cfg!(windows) { large } else { largest }
}

fn tooltip(look: &Look) -> String {
    if look.tooltip.is_empty() { "Hearth".to_owned() } else { format!("Hearth · {}", look.tooltip) }
}

fn menu<R: Runtime>(app: &AppHandle<R>, lines: &[Line]) -> tauri::Result<Menu<R>> {
    let mut menu = MenuBuilder::new(app);
    for line in lines {
        let (id, text, enabled) = match line {
            Line::Separator => {
                menu = menu.separator();
                continue;
            }
            Line::Words(text) => ("words".to_owned(), text, false),
            Line::Item(choice, text) => (id(*choice), text, true),
        };
        // An ampersand marks the letter that is underlined, unless it is doubled.
        menu = menu.item(&MenuItemBuilder::with_id(id, text.replace('&', "&&")).enabled(enabled).build(app)?);
    }
    menu.build()
}

fn id(choice: Choice) -> String {
    match choice {
        Choice::Open => "open".to_owned(),
        Choice::Lead(id) => format!("{LEAD}{id}"),
        Choice::Waiting => "waiting".to_owned(),
        Choice::SnoozeAll => "snooze-all".to_owned(),
        Choice::Pause => "pause".to_owned(),
        Choice::Resume => "resume".to_owned(),
        Choice::Quit => "quit".to_owned(),
    }
}

fn choice(id: &str) -> Option<Choice> {
    let lead = |id: &str| id.strip_prefix(LEAD)?.parse::<LeadId>().ok().map(Choice::Lead);
    [Choice::Open, Choice::Waiting, Choice::SnoozeAll, Choice::Pause, Choice::Resume, Choice::Quit]
        .into_iter()
        .find(|choice| self::id(*choice) == id)
        .or_else(|| lead(id))
}
