//! A desk for tests: a database in a folder of its own, a manual clock, and a record of what was told to have changed.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use hearth_core::api::*;
use hearth_core::app::{App, ChangeListener, Changes, OpenOptions};
use hearth_core::clock::{Clock, ManualClock};
use hearth_core::domain::lead::{ContactWay, LeadType};
use hearth_core::domain::time::Timestamp;
use rusqlite::Connection;
use tempfile::TempDir;

pub const START: &str = "2026-11-20T09:00:00Z";

pub fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("a readable instant")
}

#[derive(Default)]
pub struct Heard(Mutex<Vec<Changes>>);

impl ChangeListener for Heard {
    fn changed(&self, changes: &Changes) {
        self.0.lock().unwrap().push(changes.clone());
    }
}

pub struct Desk {
    pub app: App,
    pub clock: Arc<ManualClock>,
    heard: Arc<Heard>,
    folder: TempDir,
}

pub fn options(path: &Path, clock: Arc<dyn Clock>, listener: Arc<dyn ChangeListener>) -> OpenOptions {
    OpenOptions {
        path: path.to_owned(),
        clock,
        listener,
        user_name: "minji".into(),
        system_locale: "en_US.UTF-8".into(),
    }
}

/// Opens the database at `path` at the instant [`START`], waiting for locks only a moment.
pub fn open(path: &Path) -> Result<App, ApiError> {
    let clock = Arc::new(ManualClock::at(at(START)));
    App::open_waiting(options(path, clock, Arc::new(Heard::default())), Duration::from_millis(50))
}

impl Desk {
    pub fn new() -> Self {
        Self::open_in(tempfile::tempdir().unwrap(), at(START))
    }

    fn open_in(folder: TempDir, now: Timestamp) -> Self {
        let clock = Arc::new(ManualClock::at(now));
        let heard = Arc::new(Heard::default());
        let app = App::open(options(&folder.path().join("hearth.db"), clock.clone(), heard.clone())).unwrap();
        Self { app, clock, heard, folder }
    }

    /// The computer was off until `now`.
    pub fn off_until(self, now: &str) -> Self {
        drop(self.app);
        Self::open_in(self.folder, at(now))
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("hearth.db")
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A connection past the gate, to look at what is really stored.
    pub fn raw(&self) -> Connection {
        Connection::open(self.path()).unwrap()
    }

    pub fn heard(&self) -> Vec<Changes> {
        std::mem::take(&mut self.heard.0.lock().unwrap())
    }

    pub fn set(&self, now: &str) {
        self.clock.set(at(now));
    }

    pub fn add(&self, customer: &str) -> LeadDetail {
        handlers::add_lead(&self.app, typed(customer, self.clock.now())).unwrap()
    }

    pub fn add_hot(&self, customer: &str) -> LeadDetail {
        let typed = AddLead { requested_contact: true, ..typed(customer, self.clock.now()) };
        handlers::add_lead(&self.app, typed).unwrap()
    }

    pub fn get(&self, id: i64) -> LeadDetail {
        handlers::get_lead(&self.app, LeadRef { id }).unwrap()
    }

    pub fn state(&self) -> DeskState {
        handlers::desk_state(&self.app, DeskStateQuery { search: String::new() }).unwrap()
    }

    pub fn accept(&self, lead: &LeadDetail) -> Result<LeadDetail, ApiError> {
        let request = AcceptLead { id: lead.id, revision: lead.revision, deal: deal(), employees: Vec::new() };
        handlers::accept_lead(&self.app, request)
    }

    pub fn decline(&self, lead: &LeadDetail) -> Result<LeadDetail, ApiError> {
        let reason = Some(3.try_into().unwrap());
        let request = DeclineLead { id: lead.id, revision: lead.revision, reason, notes: "Too far away".into() };
        handlers::decline_lead(&self.app, request)
    }

    pub fn win(&self, lead: &LeadDetail) -> Result<LeadDetail, ApiError> {
        handlers::close_as_won(&self.app, CloseAsWon { id: lead.id, revision: lead.revision, notes: "Signed".into() })
    }

    pub fn contact(&self, lead: &LeadDetail) -> Result<LeadDetail, ApiError> {
        let request = MarkContacted {
            id: lead.id,
            revision: lead.revision,
            at: self.clock.now(),
            way: ContactWay::Phone,
            note: "Calls back".into(),
        };
        handlers::mark_contacted(&self.app, request)
    }

    pub fn take_back(&self, lead: &LeadDetail) -> Result<Option<LeadDetail>, ApiError> {
        let undo_id = lead.undo.as_ref().expect("an offer to undo").undo_id;
        Ok(handlers::undo_action(&self.app, UndoAction { undo_id })?.lead)
    }

    /// Writes a file into the desk's folder and imports it.
    pub fn import(&self, name: &str, content: impl AsRef<[u8]>) -> FileReport {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        let mut report = hearth_core::actions::import_leads::import_files(&self.app, &[path]).unwrap();
        report.files.remove(0)
    }
}

pub fn typed(customer: &str, received_at: Timestamp) -> AddLead {
    AddLead {
        lead_type: LeadType::CustomerInquiry,
        received_at,
        requested_contact: false,
        customer: customer.into(),
        contact: "Sue Smith".into(),
        title: "IT manager".into(),
        email: "sue@fabrikam.example".into(),
        phone: "+1 425 555 0100".into(),
        city: "Redmond".into(),
        country: "US".into(),
        need: "Microsoft 365 for 200 people".into(),
        amount: "10000".into(),
        currency: "USD".into(),
    }
}

pub fn deal() -> DealForm {
    DealForm {
        name: "Fabrikam roll-out".into(),
        amount: "12,500.50".into(),
        currency: "usd".into(),
        purchase_on: "2026-12-31".into(),
        notes: "Wants training on site".into(),
        crm_id: "CRM-7".into(),
        campaign_id: "Spring".into(),
    }
}
