//! Actions on many leads: the one plan that waits for the user's yes, the thread that does it, and what the window is told.
//!
//! What becomes of the leads is the core's (`hearth_core::actions::bulk`). One thing goes on at a time: doing it, or taking
//! one back.

use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use hearth_core::actions::bulk::{self, Plan};
use hearth_core::api::{ApiError, BulkPlan, BulkRef, BulkReport, BulkVerb, DeskEvent, ForeseeBulk, PlanRef, handlers};
use tauri::{AppHandle, Manager as _, Runtime};

use crate::desk::Desk;
use crate::events::tell;
use crate::guard::guarded;
use crate::pace::Pace;
use crate::work::{self, Stop};

/// The plan that waits and what goes on, managed by Tauri.
#[derive(Default)]
pub struct Bulk(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    last: u32,
    waiting: Option<(u32, Arc<Plan>)>,
    going_on: Option<GoingOn>,
    /// The plan that was done last, and what it is taken back by.
    done: Option<(u32, i64)>,
}

struct GoingOn {
    /// The plan that is done, or whose doing is taken back; `None` when nobody knows it any more.
    plan: Option<u32>,
    stop: Stop,
}

impl Bulk {
    /// Keeps a plan in place of the one that waited; its number.
    fn put(&self, plan: Arc<Plan>) -> u32 {
        let mut kept = self.lock();
        kept.last += 1;
        let number = kept.last;
        kept.waiting = Some((number, plan));
        number
    }

    /// The plan `number`, which is done now and can be ended by `stop`. It waits on until it is done: what was cancelled can be
    /// done all the same.
    fn begin(&self, number: u32, stop: &Stop) -> Result<Arc<Plan>, ApiError> {
        let mut kept = self.lock();
        if kept.going_on.is_some() {
            return Err(ApiError::Conflict);
        }
        let waiting = kept.waiting.as_ref().filter(|(waiting, _)| *waiting == number);
        let plan = waiting.map(|(_, plan)| plan.clone()).ok_or(ApiError::NotFound)?;
        kept.going_on = Some(GoingOn { plan: Some(number), stop: stop.clone() });
        Ok(plan)
    }

    /// What was done by `id` is taken back now, which can be ended by `stop`.
    fn begin_undo(&self, id: i64, stop: &Stop) -> Result<(), ApiError> {
        let mut kept = self.lock();
        if kept.going_on.is_some() {
            return Err(ApiError::Conflict);
        }
        let plan = kept.done.filter(|(_, done)| *done == id).map(|(plan, _)| plan);
        kept.going_on = Some(GoingOn { plan, stop: stop.clone() });
        Ok(())
    }

    /// The plan `number` is done.
    fn finished(&self, number: u32, report: &BulkReport) {
        let mut kept = self.lock();
        kept.going_on = None;
        kept.waiting.take_if(|(waiting, _)| *waiting == number);
        kept.done = report.bulk_id.map(|id| (number, id));
    }

    /// What went on has ended.
    fn ended(&self) {
        self.lock().going_on = None;
    }

    fn cancel(&self, number: u32) {
        let kept = self.lock();
        kept.going_on.iter().filter(|going_on| going_on.plan == Some(number)).for_each(|going_on| going_on.stop.ask());
    }

    fn remove(&self, number: u32) {
        self.lock().waiting.take_if(|(waiting, _)| *waiting == number);
    }

    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Says what an action on many leads would do, and keeps it to be done.
pub fn foresee<R: Runtime>(app: &AppHandle<R>, request: ForeseeBulk) -> Result<BulkPlan, ApiError> {
    let desk = app.state::<Desk>();
    let core = desk.app()?;
    let plan = handlers::plan_bulk(&core, request).inspect_err(|error| desk.note_damage(error))?;
    let foreseen = plan.foreseen().clone();
    Ok(BulkPlan { plan: app.state::<Bulk>().put(Arc::new(plan)), foreseen })
}

/// Does what a plan has shown. What comes of it is told.
pub fn run<R: Runtime>(app: &AppHandle<R>, plan: &PlanRef) -> Result<(), ApiError> {
    app.state::<Desk>().app()?;
    let number = plan.plan;
    let stop = Stop::default();
    let plan = app.state::<Bulk>().begin(number, &stop)?;
    let started = work::start(app, "bulk", stop, move |app, stop| {
        let desk = app.state::<Desk>();
        let verb = plan.verb();
        let ran = guarded("a bulk action", || plan.run(&*desk.app()?, &progress(app, stop, verb)));
        match ran {
            Ok(report) => {
                app.state::<Bulk>().finished(number, &report);
                tell(app, &DeskEvent::BulkFinished { report });
            }
            Err(error) => stopped(app, verb, error),
        }
    });
    started.inspect_err(|_| app.state::<Bulk>().ended())
}

/// Takes a bulk action back. What comes of it is told.
pub fn undo<R: Runtime>(app: &AppHandle<R>, done: &BulkRef) -> Result<(), ApiError> {
    let id = done.id;
    let verb = bulk::verb_of(&*app.state::<Desk>().app()?, id)?;
    let stop = Stop::default();
    app.state::<Bulk>().begin_undo(id, &stop)?;
    let started = work::start(app, "bulk-undo", stop, move |app, stop| {
        let desk = app.state::<Desk>();
        let undone = guarded("taking a bulk action back", || bulk::undo(&*desk.app()?, id, &progress(app, stop, verb)));
        match undone {
            Ok(undone) => {
                app.state::<Bulk>().ended();
                tell(app, &DeskEvent::BulkUndone { undone });
            }
            Err(error) => stopped(app, verb, error),
        }
    });
    started.inspect_err(|_| app.state::<Bulk>().ended())
}

/// Asks a plan that is being done, or being taken back, to stop: nothing is changed then, and the window is told.
pub fn cancel<R: Runtime>(app: &AppHandle<R>, plan: &PlanRef) -> Result<(), ApiError> {
    app.state::<Bulk>().cancel(plan.plan);
    Ok(())
}

/// Puts a plan away. What is being done goes on to its end, which is told.
pub fn drop_plan<R: Runtime>(app: &AppHandle<R>, plan: &PlanRef) {
    app.state::<Bulk>().remove(plan.plan);
}

fn progress<R: Runtime>(app: &AppHandle<R>, stop: &Stop, verb: BulkVerb) -> impl Fn(u32, u32) -> ControlFlow<()> {
    let pace = Mutex::new(Pace::new());
    move |done, total| {
        let due = pace.lock().unwrap_or_else(PoisonError::into_inner).is_due(Instant::now(), ());
        if due && !stop.asked() {
            tell(app, &DeskEvent::BulkProgress { verb, done, total });
        }
        stop.flow()
    }
}

fn stopped<R: Runtime>(app: &AppHandle<R>, verb: BulkVerb, error: ApiError) {
    app.state::<Desk>().note_damage(&error);
    app.state::<Bulk>().ended();
    let error = Some(error).filter(|error| *error != ApiError::Cancelled);
    tell(app, &DeskEvent::BulkStopped { verb, error });
}

#[cfg(test)]
mod tests;
