//! How far an import is.

use std::ops::ControlFlow;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use hearth_core::api::{DeskEvent, ImportPhase};
use tauri::{AppHandle, Runtime};

use crate::events::tell;
use crate::pace::Pace;
use crate::work::Stop;

pub struct Progress<'a, R: Runtime> {
    app: &'a AppHandle<R>,
    draft: u32,
    pace: Mutex<Pace<ImportPhase>>,
}

impl<'a, R: Runtime> Progress<'a, R> {
    pub fn new(app: &'a AppHandle<R>, draft: u32) -> Self {
        Self { app, draft, pace: Mutex::new(Pace::new()) }
    }

    /// Tells how far it is, if it is time to; whether to go on.
    pub fn tell(&self, stop: &Stop, phase: ImportPhase, done: u64, total: u64) -> ControlFlow<()> {
        let due = self.pace.lock().unwrap_or_else(PoisonError::into_inner).is_due(Instant::now(), phase);
        if due && !stop.asked() {
            tell(self.app, &DeskEvent::ImportProgress { draft: self.draft, phase, done, total });
        }
        stop.flow()
    }
}
