//! From the preview to the undo, with the real database and the real threads; the window is a channel of what it is told.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use hearth_core::api::events::CHANNEL;
use hearth_core::api::{
    AddLead, ApiError, BulkAction, BulkPlan, BulkRef, BulkReport, DeskEvent, ForeseeBulk, LeadScope, NotAllowedWhy,
    PlanRef, handlers,
};
use hearth_core::clock::ManualClock;
use hearth_core::domain::lead::LeadType;
use hearth_core::domain::time::Timestamp;
use tauri::test::{MockRuntime, mock_builder};
use tauri::{App, AppHandle, Listener as _, Manager as _};
use tempfile::TempDir;

use crate::bulk;
use crate::desk::Desk;
use crate::work;

struct Shell {
    app: App<MockRuntime>,
    told: Receiver<DeskEvent>,
    _folder: TempDir,
}

impl Shell {
    /// A desk with so many received leads.
    fn with(leads: u32) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = crate::configured(mock_builder()).build(crate::context()).unwrap();
        let now = Timestamp::parse("2026-11-20T09:00:00Z").unwrap();
        crate::open_desk(app.handle(), folder.path(), Arc::new(ManualClock::at(now)));
        let (tell, told) = channel();
        app.listen_any(CHANNEL, move |event| {
            tell.send(serde_json::from_str(event.payload()).unwrap()).unwrap();
        });
        let shell = Self { app, told, _folder: folder };
        for number in 0..leads {
            handlers::add_lead(&shell.core(), typed(number, now)).unwrap();
        }
        shell
    }

    fn handle(&self) -> &AppHandle<MockRuntime> {
        self.app.handle()
    }

    fn core(&self) -> Arc<hearth_core::app::App> {
        self.app.state::<Desk>().app().unwrap()
    }

    fn foresee(&self) -> BulkPlan {
        let action = BulkAction::Decline { reason: Some(3.try_into().unwrap()), notes: String::new() };
        bulk::foresee(self.handle(), ForeseeBulk { action, scope: LeadScope::All }).unwrap()
    }

    /// Waits for the next event that `pick` answers with something.
    fn next<T>(&self, awaited: &str, pick: impl Fn(&DeskEvent) -> Option<T>) -> T {
        loop {
            let event = self.told.recv_timeout(Duration::from_secs(30));
            let event = event.unwrap_or_else(|_| panic!("the window is told {awaited}"));
            if let Some(found) = pick(&event) {
                return found;
            }
            let failed = matches!(event, DeskEvent::BulkStopped { error: Some(_), .. });
            assert!(!failed, "{awaited} comes, not {event:?}");
        }
    }

    fn report(&self) -> BulkReport {
        self.next("the report", |event| match event {
            DeskEvent::BulkFinished { report } => Some(report.clone()),
            _ => None,
        })
    }

    /// Waits for the word that nothing was changed; the error, if it was one.
    fn stopped(&self) -> Option<ApiError> {
        self.next("the end", |event| match event {
            DeskEvent::BulkStopped { error, .. } => Some(error.clone()),
            _ => None,
        })
    }

    fn open_notices(&self) -> usize {
        handlers::list_notices(&self.core(), hearth_core::api::Empty {}).unwrap().notices.len()
    }

    /// Holds the database until the sender is dropped: what is to be cancelled cannot be faster than we are.
    fn held(&self) -> std::sync::mpsc::Sender<()> {
        let (release, released) = channel::<()>();
        let (held, is_held) = channel();
        let core = self.core();
        std::thread::spawn(move || {
            core.write(|_, _, _| {
                held.send(()).unwrap();
                let _ = released.recv();
                Ok(())
            })
        });
        is_held.recv().unwrap();
        release
    }
}

fn typed(number: u32, received_at: Timestamp) -> AddLead {
    AddLead {
        lead_type: LeadType::CustomerInquiry,
        received_at,
        requested_contact: false,
        customer: format!("Fabrikam {number}"),
        contact: "Sue Smith".into(),
        title: String::new(),
        email: "sue@fabrikam.example".into(),
        phone: String::new(),
        city: String::new(),
        country: String::new(),
        need: "Teams".into(),
        amount: String::new(),
        currency: String::new(),
    }
}

fn plan_ref(plan: &BulkPlan) -> PlanRef {
    PlanRef { plan: plan.plan }
}

#[test]
fn what_was_shown_is_done_told_and_taken_back() {
    let shell = Shell::with(3);
    let plan = shell.foresee();
    assert_eq!(
        (plan.foreseen.changed, shell.open_notices()),
        (3, 0),
        "the preview says what would be, and does nothing"
    );
    bulk::run(shell.handle(), &plan_ref(&plan)).unwrap();
    let first = shell.next("how far it is", |event| match event {
        DeskEvent::BulkProgress { done, total, .. } => Some((*done, *total)),
        _ => None,
    });
    assert_eq!(first, (0, 3), "the bar is there at once");
    let report = shell.report();
    assert_eq!((report.changed, shell.open_notices()), (3, 3), "what was shown was done");
    let again = bulk::run(shell.handle(), &plan_ref(&plan));
    assert_eq!(again, Err(ApiError::NotFound), "a second click does nothing twice");

    let done = BulkRef { id: report.bulk_id.unwrap() };
    bulk::undo(shell.handle(), &done).unwrap();
    let undone = shell.next("that it is as before", |event| match event {
        DeskEvent::BulkUndone { undone } => Some(undone.clone()),
        _ => None,
    });
    assert_eq!((undone.restored, undone.stayed, shell.open_notices()), (3, 0, 0), "all of it");
    let twice = bulk::undo(shell.handle(), &done);
    let taken_back = Err(ApiError::NotAllowed { why: NotAllowedWhy::TakenBack });
    assert_eq!(twice, taken_back, "and the second click is told why not");
}

#[test]
fn a_cancelled_action_changes_nothing_and_can_be_done_all_the_same() {
    let shell = Shell::with(3);
    let plan = shell.foresee();
    let held = shell.held();
    bulk::run(shell.handle(), &plan_ref(&plan)).unwrap();
    let meanwhile = bulk::run(shell.handle(), &plan_ref(&plan));
    assert_eq!(meanwhile, Err(ApiError::Conflict), "one thing goes on at a time");
    bulk::cancel(shell.handle(), &plan_ref(&plan)).unwrap();
    drop(held);
    assert_eq!((shell.stopped(), shell.open_notices()), (None, 0), "the user wanted it so: no error, and no notice");
    bulk::run(shell.handle(), &plan_ref(&plan)).unwrap();
    assert_eq!(shell.report().changed, 3, "the plan is still good");
}

#[test]
fn taking_back_can_be_cancelled_by_the_plan_it_takes_back() {
    let shell = Shell::with(3);
    let plan = shell.foresee();
    bulk::run(shell.handle(), &plan_ref(&plan)).unwrap();
    let done = BulkRef { id: shell.report().bulk_id.unwrap() };
    let held = shell.held();
    bulk::undo(shell.handle(), &done).unwrap();
    bulk::cancel(shell.handle(), &plan_ref(&plan)).unwrap();
    drop(held);
    assert_eq!((shell.stopped(), shell.open_notices()), (None, 3), "all of it stays");
    bulk::undo(shell.handle(), &done).expect("and can still be taken back");
}

#[test]
fn the_end_of_hearth_ends_what_is_at_work_and_leaves_no_half() {
    let shell = Shell::with(3);
    let plan = shell.foresee();
    let held = shell.held();
    bulk::run(shell.handle(), &plan_ref(&plan)).unwrap();
    let handle = shell.handle().clone();
    let end = std::thread::spawn(move || work::end(&handle));
    drop(held);
    end.join().unwrap();
    let whole = [0, 3].contains(&shell.open_notices());
    assert!(whole, "it was asked to stop and waited for: all of it, or nothing");
}

#[test]
fn a_plan_waits_alone() {
    let shell = Shell::with(1);
    let (first, second) = (shell.foresee(), shell.foresee());
    let old = bulk::run(shell.handle(), &plan_ref(&first));
    assert_eq!(old, Err(ApiError::NotFound), "what is done is what was shown last");
    bulk::drop_plan(shell.handle(), &plan_ref(&second));
    let dropped = bulk::run(shell.handle(), &plan_ref(&second));
    assert_eq!(dropped, Err(ApiError::NotFound), "a closed dialog does nothing later");
    let nothing = bulk::undo(shell.handle(), &BulkRef { id: 7 });
    assert_eq!(nothing, Err(ApiError::NotAllowed { why: NotAllowedWhy::UndoOver }), "nor is there anything to undo");
}
