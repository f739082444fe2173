//! From the files to the report, with the real database and the real threads; the window is a channel of what it is told.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use hearth_core::actions::watched_folder::set_watched_folder;
use hearth_core::api::events::CHANNEL;
use hearth_core::api::{
    ApiError, DecideDoubtful, Decision, DeskEvent, DraftFileRef, DraftRef, FileProblem, ForeseeImport, ForeseenQuery,
    ImportDraft, Outcome,
};
use hearth_core::clock::ManualClock;
use hearth_core::domain::time::Timestamp;
use serde_json::json;
use tauri::test::{MockRuntime, mock_builder};
use tauri::{App, AppHandle, Listener as _, Manager as _};
use tempfile::TempDir;

use crate::desk::Desk;
use crate::imports;
use crate::watch;

struct Shell {
    app: App<MockRuntime>,
    told: Receiver<DeskEvent>,
    folder: TempDir,
}

impl Shell {
    fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("data")).unwrap();
        let app = crate::configured(mock_builder()).build(crate::context()).unwrap();
        let clock = ManualClock::at(Timestamp::parse("2026-11-20T09:00:00Z").unwrap());
        crate::open_desk(app.handle(), &folder.path().join("data"), Arc::new(clock));
        let (tell, told) = channel();
        app.listen_any(CHANNEL, move |event| {
            tell.send(serde_json::from_str(event.payload()).unwrap()).unwrap();
        });
        let shell = Self { app, told, folder };
        shell.desk().front_came();
        shell
    }

    fn handle(&self) -> &AppHandle<MockRuntime> {
        self.app.handle()
    }

    fn desk(&self) -> tauri::State<'_, Desk> {
        self.app.state::<Desk>()
    }

    fn file(&self, name: &str, content: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    /// Waits for the next event that `pick` answers with something.
    fn next<T>(&self, awaited: &str, pick: impl Fn(&DeskEvent) -> Option<T>) -> T {
        loop {
            let event = self.told.recv_timeout(Duration::from_secs(30));
            let event = event.unwrap_or_else(|_| panic!("the window is told {awaited}"));
            if let Some(found) = pick(&event) {
                return found;
            }
            assert!(
                !matches!(event, DeskEvent::ImportStopped { error: Some(_), .. }),
                "{awaited} comes, not {event:?}"
            );
        }
    }

    fn draft(&self) -> ImportDraft {
        self.next("a draft", |event| match event {
            DeskEvent::ImportDrafted { draft } => Some(draft.clone()),
            _ => None,
        })
    }

    /// Starts a dry run and waits for its counts: added, doubtful and refused.
    fn foresee(&self, draft: &ImportDraft) -> (u32, u32, u32) {
        let request = ForeseeImport { draft: draft.id, mappings: vec![None; draft.files.len()] };
        imports::foresee(self.handle(), request).unwrap();
        self.next("what would be", |event| match event {
            DeskEvent::ImportForeseen { summary, .. } => {
                Some((summary.counts.added, summary.counts.doubtful, summary.counts.refused))
            }
            _ => None,
        })
    }

    fn leads(&self) -> u32 {
        let query = serde_json::from_value(json!({ "query": "" })).unwrap();
        hearth_core::api::handlers::desk_state(&self.desk().app().unwrap(), query).unwrap().total_leads
    }
}

fn referral(id: u32, customer: &str, email: &str) -> String {
    json!({
        "id": format!("00000000-0000-4000-8000-{id:012}"), "createdDateTime": "2026-11-19T09:00:00Z", "status": "New",
        "substatus": "Received", "qualification": "Direct", "type": "Independent", "direction": "Incoming",
        "customerProfile": { "name": customer, "team": [{ "firstName": "A", "lastName": "B", "email": email }] },
        "details": { "customerRequestedContact": false },
    })
    .to_string()
}

fn draft_ref(draft: &ImportDraft) -> DraftRef {
    DraftRef { draft: draft.id }
}

#[test]
fn files_become_a_draft_a_dry_run_and_then_leads() {
    let shell = Shell::open();
    let rows = [referral(1, "Fabrikam", "a@fabrikam.example"), referral(2, "Contoso", "a@contoso.example")].join(",");
    imports::start(
        shell.handle(),
        vec![shell.file("leads.json", &format!("[{rows}]")), shell.file("cat.csv", "miaow")],
    );
    let draft = shell.draft();
    let problems: Vec<bool> = draft.files.iter().map(|file| file.problem.is_some()).collect();
    assert_eq!(problems, [false, true], "a file that is none of leads is shown as one, beside the good one");
    let draft =
        imports::remove_file(shell.handle(), &DraftFileRef { draft: draft.id, file: 1 }).expect("the other is there");

    assert_eq!(shell.foresee(&draft), (2, 0, 0), "the dry run says what would be");
    assert_eq!(shell.leads(), 0, "and does nothing");
    let query = ForeseenQuery { draft: draft.id, file: None, outcome: Some(Outcome::Added), offset: 1, limit: 1 };
    let page = imports::rows(shell.handle(), query).unwrap();
    assert_eq!((page.total, page.rows[0].foreseen.customer.as_str()), (2, "Contoso"), "page by page");

    imports::apply(shell.handle(), draft_ref(&draft)).unwrap();
    let report = shell.next("the report", |event| match event {
        DeskEvent::ImportFinished { report, .. } => Some(report.clone()),
        _ => None,
    });
    assert_eq!((report.files[0].added, shell.leads()), (2, 2), "what was shown was done");
    let again = imports::apply(shell.handle(), draft_ref(&draft));
    assert_eq!(again, Err(ApiError::Conflict), "a second click on the button imports nothing twice");
}

#[test]
fn a_cancelled_import_leaves_nothing_and_can_be_done_all_the_same() {
    let shell = Shell::open();
    let rows: Vec<String> = (0..2_000).map(|n| referral(n, "Fabrikam", &format!("a{n}@fabrikam{n}.example"))).collect();
    imports::start(shell.handle(), vec![shell.file("many.json", &format!("[{}]", rows.join(",")))]);
    let draft = shell.draft();
    shell.foresee(&draft);
    // Held back until it was cancelled, so that it cannot be faster than we are.
    let turn = imports::ONE_AT_A_TIME.lock().unwrap();
    imports::apply(shell.handle(), draft_ref(&draft)).unwrap();
    let meanwhile = imports::foresee(shell.handle(), ForeseeImport { draft: draft.id, mappings: vec![None] });
    assert_eq!(meanwhile, Err(ApiError::Conflict), "what is being imported is not compared anew");
    imports::cancel(shell.handle(), draft_ref(&draft)).unwrap();
    drop(turn);
    let error = shell.next("the end", |event| match event {
        DeskEvent::ImportStopped { error, .. } => Some(error.clone()),
        _ => None,
    });
    assert_eq!((error, shell.leads()), (None, 0), "the user wanted it so: no error, and no lead");
    imports::apply(shell.handle(), draft_ref(&draft)).unwrap();
    shell.next("the report", |event| matches!(event, DeskEvent::ImportFinished { .. }).then_some(()));
    assert_eq!(shell.leads(), 2_000, "the dry run is still good");
}

#[test]
fn a_doubtful_row_becomes_what_the_user_decides() {
    let shell = Shell::open();
    let rows =
        [referral(1, "Fabrikam", "dana@fabrikam.example"), referral(2, "Fabrikam Inc.", "dana@fabrikam.example")];
    imports::start(shell.handle(), vec![shell.file("leads.json", &format!("[{}]", rows.join(",")))]);
    let draft = shell.draft();
    assert_eq!(shell.foresee(&draft), (1, 1, 0), "the same person asked twice");
    let decide = |decision| {
        imports::decide(shell.handle(), DecideDoubtful { draft: draft.id, row: None, decision }).unwrap().leave_out
    };
    assert_eq!(decide(Decision::LeaveOut), 1, "left out as decided");
    imports::apply(shell.handle(), draft_ref(&draft)).unwrap();
    shell.next("the report", |event| matches!(event, DeskEvent::ImportFinished { .. }).then_some(()));
    assert_eq!(shell.leads(), 1, "and so it was");
    let late = imports::decide(shell.handle(), DecideDoubtful { draft: draft.id, row: None, decision: Decision::Add });
    assert!(late.is_err(), "what is done is not decided any more");
}

#[test]
fn what_comes_before_the_window_waits_for_it() {
    let folder = tempfile::tempdir().unwrap();
    let app = crate::configured(mock_builder()).build(crate::context()).unwrap();
    let clock = ManualClock::at(Timestamp::parse("2026-11-20T09:00:00Z").unwrap());
    crate::open_desk(app.handle(), folder.path(), Arc::new(clock));
    imports::start(app.handle(), vec![folder.path().join("leads.csv")]);
    let waiting = app.state::<Desk>().front_came();
    assert_eq!(
        waiting.files,
        [folder.path().join("leads.csv")],
        "a window that does not listen yet would miss the draft"
    );
}

fn watched(shell: &Shell, folder: &Path) {
    let core = shell.desk().app().unwrap();
    set_watched_folder(&core, Some(folder.to_str().unwrap().to_owned()), None).unwrap();
}

#[test]
fn a_file_in_the_watched_folder_is_imported_and_one_that_is_none_is_told() {
    let shell = Shell::open();
    let folder = shell.folder.path().join("in");
    std::fs::create_dir(&folder).unwrap();
    watched(&shell, &folder);
    watch::start(shell.handle().clone(), Some(Duration::from_millis(5))).unwrap();
    std::fs::write(folder.join("leads.json"), referral(1, "Fabrikam", "a@fabrikam.example")).unwrap();
    std::fs::write(folder.join("other.csv"), "miaow").unwrap();
    let bell = || {
        let core = shell.desk().app().unwrap();
        hearth_core::api::handlers::list_reminders(&core, hearth_core::api::Empty {}).unwrap().arrivals
    };
    while bell().len() < 2 {
        shell.next("something new", |event| matches!(event, DeskEvent::Changed { .. }).then_some(()));
    }
    let mut told: Vec<(String, u32, Option<FileProblem>)> =
        bell().into_iter().map(|one| (one.report.name, one.report.added, one.report.problem)).collect();
    told.sort_by(|one, other| one.0.cmp(&other.0));
    assert_eq!(told[0], ("leads.json".to_owned(), 1, None), "the bell says what came");
    assert!(told[1].0 == "other.csv" && told[1].2.is_some(), "and what could not be read: {told:?}");
    assert_eq!(shell.leads(), 1, "nobody had to click");
    watch::stop(shell.handle()).unwrap();
}
