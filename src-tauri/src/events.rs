//! What the window is told without asking. Which words it finds for it is the window's.

use std::sync::Arc;

use hearth_core::api::DeskEvent;
use hearth_core::api::events::CHANNEL;
use hearth_core::app::{ChangeListener, Changes};
use tauri::{AppHandle, Emitter as _, Manager as _, Runtime};

use crate::reminders::Alarm;
use crate::tidying::Tidying;

/// More changed leads than these are not named: the window then takes all as changed.
const MOST_NAMED: usize = 100;

/// Tells the window.
pub fn tell<R: Runtime>(app: &AppHandle<R>, event: &DeskEvent) {
    if let Err(error) = app.emit(CHANNEL, event) {
        log::warn!("the window could not be told: {error}");
    }
}

/// Tells the window, the alarm and the tidying thread what was committed.
pub struct Teller<R: Runtime> {
    pub app: AppHandle<R>,
    pub alarm: Arc<Alarm>,
}

impl<R: Runtime> ChangeListener for Teller<R> {
    fn changed(&self, changes: &Changes) {
        if *changes != Changes::default() {
            tell(&self.app, &changed(changes));
            self.alarm.wake();
            if let Some(tidying) = self.app.try_state::<Tidying>() {
                tidying.wake();
            }
        }
    }

    fn bringing_up_to_date(&self, percent: u8) {
        tell(&self.app, &DeskEvent::Upgrading { percent });
    }
}

fn changed(changes: &Changes) -> DeskEvent {
    let named = !changes.many && changes.leads.len() <= MOST_NAMED;
    DeskEvent::Changed {
        leads: if named { changes.leads.clone() } else { Vec::new() },
        reminders: changes.reminders,
        settings: changes.settings,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use hearth_core::domain::lead::LeadId;

    #[test]
    fn a_bulk_change_is_told_without_names() {
        let leads: Vec<LeadId> = (1..=101).collect();
        let told = |leads: &[LeadId]| match changed(&Changes { leads: leads.to_vec(), ..Changes::default() }) {
            DeskEvent::Changed { leads, .. } => leads.len(),
            other => panic!("a change is told as one, not as {other:?}"),
        };
        assert_eq!(told(&leads[..100]), 100, "a hundred leads are named");
        assert_eq!(told(&leads), 0, "an import of thousands must not flood the window");
    }
}
