//! A desk for tests: a database in a folder of its own, a manual clock, and a record of what was told to have changed.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use hearth_core::actions::alarm::{Alarm, Notifier, Round};
use hearth_core::actions::import::{Foreseeing, open_files, unwatched};
use hearth_core::actions::telling::{About, Telling};
use hearth_core::api::*;
use hearth_core::app::{App, ChangeListener, Changes, OpenOptions};
use hearth_core::clock::{Clock, ManualClock};
use hearth_core::domain::lead::{ContactWay, LeadType};
use hearth_core::domain::time::Timestamp;
use hearth_core::store::{leads, sources};
use rusqlite::Connection;
use tempfile::TempDir;

pub const START: &str = "2026-11-20T09:00:00Z";

pub fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("a readable instant")
}

/// A screen without a system: what stands on it, what was shown in all, and whether it shows anything.
#[derive(Default)]
pub struct Screen {
    pub shown: Vec<Telling>,
    pub standing: BTreeMap<About, Telling>,
    /// The system's words, while it shows nothing.
    pub failure: Option<String>,
}

impl Screen {
    /// What was shown since the last look.
    pub fn take(&mut self) -> Vec<Telling> {
        std::mem::take(&mut self.shown)
    }
}

impl Notifier for Screen {
    fn show(&mut self, telling: &Telling) -> Result<(), String> {
        if let Some(words) = &self.failure {
            return Err(words.clone());
        }
        self.shown.push(telling.clone());
        self.standing.insert(telling.about(), telling.clone());
        Ok(())
    }

    fn withdraw(&mut self, about: About) {
        self.standing.remove(&about);
    }
}

#[derive(Default)]
pub struct Heard(Mutex<Vec<Changes>>, Mutex<Vec<u8>>);

impl ChangeListener for Heard {
    fn changed(&self, changes: &Changes) {
        self.0.lock().unwrap().push(changes.clone());
    }

    fn bringing_up_to_date(&self, percent: u8) {
        self.1.lock().unwrap().push(percent);
    }
}

pub struct Desk {
    pub app: App,
    pub clock: Arc<ManualClock>,
    heard: Arc<Heard>,
    folder: TempDir,
    alarm: RefCell<Alarm>,
    pub screen: RefCell<Screen>,
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

    /// A desk for thousands of changes, in memory where the system has a folder there: no power cut is waited for.
    pub fn fleeting() -> Self {
        let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap();
        Self::open_in(folder, at(START))
    }

    /// A desk that waits for another program's lock only a moment.
    pub fn impatient() -> Self {
        Self::open_waiting(tempfile::tempdir().unwrap(), at(START), Duration::from_millis(10))
    }

    /// A desk on the database that lies in `folder`.
    pub fn of(folder: TempDir, now: &str) -> Self {
        Self::open_in(folder, at(now))
    }

    fn open_in(folder: TempDir, now: Timestamp) -> Self {
        Self::open_waiting(folder, now, Duration::from_secs(5))
    }

    fn open_waiting(folder: TempDir, now: Timestamp, busy: Duration) -> Self {
        let clock = Arc::new(ManualClock::at(now));
        let heard = Arc::new(Heard::default());
        let options = options(&folder.path().join("hearth.db"), clock.clone(), heard.clone());
        let app = App::open_waiting(options, busy).unwrap();
        Self { app, clock, heard, folder, alarm: RefCell::default(), screen: RefCell::default() }
    }

    /// The computer was off until `now`.
    pub fn off_until(self, now: &str) -> Self {
        drop(self.app);
        Self::open_in(self.folder, at(now))
    }

    /// One round of the alarm: what it found.
    pub fn round(&self) -> Round {
        self.alarm.borrow_mut().round(&self.app, &mut *self.screen.borrow_mut()).unwrap()
    }

    /// One round of the alarm: what it told.
    pub fn tell(&self) -> Vec<Telling> {
        self.round();
        self.screen.borrow_mut().take()
    }

    /// When the alarm has to look again.
    pub fn next_look(&self) -> Option<Timestamp> {
        hearth_core::actions::alarm::next_look(&self.app).unwrap()
    }

    /// The bubbles arrive again.
    pub fn recover(&self) {
        self.screen.borrow_mut().failure = None;
        self.try_again();
    }

    /// Has what was not shown told again.
    pub fn try_again(&self) {
        self.alarm.borrow_mut().bubbles_arrive_again(&self.app).unwrap();
    }

    pub fn bell(&self) -> Reminders {
        handlers::list_reminders(&self.app, Empty {}).unwrap()
    }

    pub fn set_alarm(&self, alarm: AlarmRules) {
        handlers::save_settings(&self.app, Settings { alarm, ..Settings::default() }).unwrap();
    }

    pub fn snooze(&self, lead: &LeadDetail, until: &str, past_deadline: bool) -> Result<LeadDetail, ApiError> {
        let request = SnoozeLead { id: lead.id, revision: lead.revision, until: Some(at(until)), past_deadline };
        handlers::snooze_lead(&self.app, request)
    }

    pub fn follow_up(&self, lead: &LeadDetail, on: &str, note: &str) -> Result<LeadDetail, ApiError> {
        let request = SetFollowUp { id: lead.id, revision: lead.revision, on: on.into(), note: note.into() };
        handlers::set_follow_up(&self.app, request)
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

    /// The percents that were told while the desk was opened.
    pub fn upgraded(&self) -> Vec<u8> {
        self.heard.1.lock().unwrap().clone()
    }

    pub fn heard(&self) -> Vec<Changes> {
        std::mem::take(&mut self.heard.0.lock().unwrap())
    }

    pub fn clock_now(&self) -> Timestamp {
        self.clock.now()
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
        handlers::desk_state(&self.app, DeskStateQuery { query: String::new() }).unwrap()
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

    /// Writes files into the desk's folder and foresees what their import would do.
    pub fn foresee(&self, files: &[(&str, String)]) -> Foreseeing {
        let paths: Vec<PathBuf> = files.iter().map(|(name, _)| self.folder.path().join(name)).collect();
        for (path, (_, content)) in paths.iter().zip(files) {
            std::fs::write(path, content).unwrap();
        }
        Foreseeing::new(&self.app, open_files(&self.app, &paths), &unwatched).unwrap()
    }

    /// What an import brought of a lead, as the source wrote it.
    pub fn source(&self, id: i64) -> String {
        let source = self.app.read(|connection, _| sources::raw_of(connection, id)).unwrap();
        source.expect("the lead came in a file").1
    }

    /// Everything that is known of all leads, revisions, history and the numbers of transactions apart.
    pub fn content(&self) -> serde_json::Value {
        let raw = self.raw();
        let all = |sql: &str| -> Vec<String> {
            let mut statement = raw.prepare(sql).unwrap();
            statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
        };
        let columns = all("SELECT name FROM pragma_table_info('leads') WHERE name NOT IN ('revision', 'touched')");
        let pairs: Vec<String> = columns.iter().map(|name| format!("'{name}', {name}")).collect();
        let leads = all(&format!("SELECT json_object({}) FROM leads ORDER BY id", pairs.join(", ")));
        let ids = all("SELECT CAST(id AS TEXT) FROM leads ORDER BY id");
        let source = |id: &String| {
            let lead = self.app.read(|connection, _| leads::get(connection, id.parse().unwrap()));
            let source = self.app.read(|connection, _| sources::then(connection, lead.as_ref().unwrap())).unwrap();
            source.map(|(source, at)| serde_json::json!([id, source, at]))
        };
        let sources: Vec<_> = ids.iter().map(source).collect();
        let keys = all("SELECT json_array(kind, key, lead_id) FROM match_keys ORDER BY kind, key, lead_id");
        serde_json::json!([leads, sources, keys])
    }

    /// Writes a file into the desk's folder and imports it.
    pub fn import(&self, name: &str, content: impl AsRef<[u8]>) -> FileReport {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        let mut report = hearth_core::actions::import::import_files(&self.app, &[path]).unwrap();
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
