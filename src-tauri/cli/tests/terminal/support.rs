//! A data folder with leads, and the program run on it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Arc, Mutex};

use hearth_core::api::{AddLead, LeadDetail, handlers};
use hearth_core::app::{App, ChangeListener, Changes, OpenOptions};
use hearth_core::clock::SystemClock;
use hearth_core::domain::lead::LeadType;
use serde_json::Value;
use tempfile::TempDir;

pub struct Desk {
    pub folder: TempDir,
}

/// What the program did.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

#[derive(Default)]
pub struct Heard(pub Mutex<Vec<Changes>>);

impl ChangeListener for Heard {
    fn changed(&self, changes: &Changes) {
        self.0.lock().unwrap().push(changes.clone());
    }
}

impl Desk {
    /// A folder in which nothing is yet.
    pub fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A desk with a lead in English and one in Korean.
    pub fn new() -> Self {
        let desk = Self::empty();
        let app = desk.open(Arc::default());
        add(&app, "Fabrikam");
        add(&app, "한빛상사 주식회사");
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, content: &str) -> String {
        let path = self.path(name);
        std::fs::write(&path, content).unwrap();
        path.display().to_string()
    }

    /// The database as the window would have it open.
    pub fn open(&self, heard: Arc<Heard>) -> App {
        open(&self.path("hearth.db"), heard)
    }

    pub fn run(&self, arguments: &[&str]) -> Ran {
        run(self.folder.path(), arguments)
    }

    /// What it answers in JSON; it must be done.
    pub fn json(&self, arguments: &[&str]) -> Value {
        let ran = self.run(&[arguments, &["--json"]].concat());
        assert!(ran.code <= 1, "{arguments:?} ended with {}: {}", ran.code, ran.err);
        serde_json::from_str(&ran.out).unwrap_or_else(|why| panic!("{arguments:?} printed {:?}: {why}", ran.out))
    }

    /// Why it refuses, in JSON, and the exit code.
    pub fn refusal(&self, arguments: &[&str]) -> (Value, i32) {
        let ran = self.run(&[arguments, &["--json"]].concat());
        assert_eq!(ran.out, "", "{arguments:?} answers nothing");
        let json: Value =
            serde_json::from_str(&ran.err).unwrap_or_else(|why| panic!("{arguments:?} said {:?}: {why}", ran.err));
        assert_eq!(json["exitCode"], ran.code, "the code stands in the answer too");
        assert!(json["message"].as_str().is_some_and(|message| !message.is_empty()), "{arguments:?} says why: {json}");
        (json, ran.code)
    }
}

pub fn run(folder: &Path, arguments: &[&str]) -> Ran {
    let Output { status, stdout, stderr } = command(folder).args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).expect("what is printed is UTF-8");
    Ran { code: status.code().unwrap_or(-1), out: text(stdout), err: text(stderr) }
}

pub fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hearth-cli"));
    command
        .env("HEARTH_DATA_DIR", folder)
        .env("LANG", "en_US.UTF-8")
        .env("LC_ALL", "en_US.UTF-8")
        .env_remove("COLUMNS");
    command
}

pub fn open(path: &Path, heard: Arc<Heard>) -> App {
    App::open(OpenOptions {
        path: path.to_owned(),
        clock: Arc::new(SystemClock),
        listener: heard,
        user_name: "minji".into(),
        system_locale: "en_US.UTF-8".into(),
    })
    .unwrap()
}

pub fn add(app: &App, customer: &str) -> LeadDetail {
    let lead = AddLead {
        lead_type: LeadType::CustomerInquiry,
        received_at: app.now(),
        requested_contact: true,
        customer: customer.into(),
        contact: "Sue Smith".into(),
        title: String::new(),
        email: format!("sue@{}.example", customer.len()),
        phone: String::new(),
        city: "Redmond".into(),
        country: "US".into(),
        need: "Microsoft 365 for 200 people".into(),
        amount: "10000".into(),
        currency: "USD".into(),
    };
    handlers::add_lead(app, lead).unwrap()
}

pub const ACCEPT: [&str; 13] = [
    "accept",
    "1",
    "--name",
    "Roll-out",
    "--value",
    "12500.50",
    "--currency",
    "usd",
    "--date",
    "2099-12-31",
    "--notes",
    "Wants training",
    "--employee=Kim Minji, +82 2 555 0100, minji@partner.example",
];
