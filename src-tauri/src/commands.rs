//! Answers the window: every command of the list, off the main thread, each panic caught.
//!
//! Core commands are the core's; here are those that need the window, the system or the file picker. That a command may be
//! called at all is Tauri's to check, by the capability, before it comes here.

use std::sync::Arc;

use hearth_core::actions::{notices, settings};
use hearth_core::api::*;
use hearth_core::app::App;
use hearth_core::for_each_command;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tauri::ipc::{Invoke, InvokeBody, InvokeResponseBody};
use tauri::{AppHandle, Manager as _, Runtime};

use crate::bubbles::test_bubble;
use crate::desk::Desk;
use crate::guard::guarded;
use crate::notifier::{Failure, SystemNotifier, Test};
use crate::start::FirstScreenDrawn;
use crate::watch::{self, Watcher};
use crate::{autostart, bulk, deep_link, exports, imports, links, tray, window};

/// Why a command was not answered as asked.
enum Refused {
    /// An error of the contract.
    Error(ApiError),
    /// A request that does not fit the contract: a plain string, as Tauri's own refusals are.
    Malformed(String),
}

type Reply = Result<InvokeResponseBody, Refused>;

macro_rules! answers {
    (core { $($core:ident($core_request:ty) -> $core_reply:ty;)* } shell { $($shell:ident($shell_request:ty) -> $shell_reply:ty;)* }) => {
        /// Every command, by name.
        pub const COMMANDS: &[&str] = &[$(stringify!($core),)* $(stringify!($shell),)*];

        fn reply<R: Runtime>(app: &AppHandle<R>, command: &str, request: Value) -> Reply {
            match command {
                $(stringify!($core) => {
                    answered(command, request, |request: $core_request| in_core(app, |core| handlers::$core(core, request)))
                })*
                $(stringify!($shell) => answered(command, request, |request: $shell_request| $shell(app, request)),)*
                unknown => Err(Refused::Malformed(format!("Command {unknown} not found"))),
            }
        }
    };
}
for_each_command!(answers);

/// Tauri's entrance for the window's commands. A request is the argument `request`.
pub fn answer<R: Runtime>(invoke: Invoke<R>) -> bool {
    let Invoke { message, resolver, .. } = invoke;
    if !COMMANDS.contains(&message.command()) {
        return false;
    }
    let app = message.webview_ref().app_handle().clone();
    let command = message.command().to_owned();
    let request = match message.payload() {
        InvokeBody::Json(payload) => {
            payload.get("request").cloned().unwrap_or_else(|| Value::Object(Default::default()))
        }
        InvokeBody::Raw(_) => Value::Null,
    };
    tauri::async_runtime::spawn_blocking(move || match reply(&app, &command, request) {
        Ok(reply) => resolver.resolve(reply),
        Err(Refused::Error(error)) => resolver.reject(error),
        Err(Refused::Malformed(words)) => resolver.reject(words),
    });
    true
}

fn answered<Q: DeserializeOwned, A: Serialize>(
    command: &str,
    request: Value,
    work: impl FnOnce(Q) -> Result<A, ApiError>,
) -> Reply {
    let request = serde_json::from_value(request)
        .map_err(|error| Refused::Malformed(format!("invalid request for command `{command}`: {error}")))?;
    let reply = guarded(command, || work(request)).map_err(Refused::Error)?;
    let json = serde_json::to_string(&reply).map_err(|error| Refused::Malformed(error.to_string()))?;
    Ok(InvokeResponseBody::Json(json))
}

fn in_core<R: Runtime, A>(app: &AppHandle<R>, work: impl FnOnce(&App) -> Result<A, ApiError>) -> Result<A, ApiError> {
    let desk = app.state::<Desk>();
    let core: Arc<App> = desk.app()?;
    work(&core).inspect_err(|error| desk.note_damage(error))
}

/// What the window draws first. It listens to events before it asks, so what had to wait for it starts now.
fn start_desk<R: Runtime>(app: &AppHandle<R>, query: FirstScreenQuery) -> Result<DeskStart, ApiError> {
    let desk = app.state::<Desk>();
    let first = match in_core(app, |core| handlers::first_screen(core, query)) {
        Ok(first) => Some(first),
        // A desk in trouble is told with the rest, and comes up in its language.
        Err(_) if desk.app().is_err() => None,
        Err(error) => return Err(error),
    };
    let reply = DeskStart { bootstrap: around(app, false), first };
    let waiting = desk.front_came();
    imports::start(app, waiting.files);
    if let Some(link) = waiting.link {
        deep_link::open(app, link);
    }
    Ok(reply)
}

/// What the window shows of its surroundings, as they are by now. It asks once its first screen is drawn, and what waits for that
/// starts then.
fn bootstrap<R: Runtime>(app: &AppHandle<R>, _: Empty) -> Result<Bootstrap, ApiError> {
    if let Some(screen) = app.try_state::<FirstScreenDrawn>() {
        screen.note();
    }
    Ok(around(app, tray::exists(app)))
}

fn around<R: Runtime>(app: &AppHandle<R>, tray: bool) -> Bootstrap {
    let desk = app.state::<Desk>();
    Bootstrap {
        now: desk.clock().now(),
        version: app.package_info().version.to_string(),
        settings: desk.settings(),
        system_language: desk.system_language().code().to_owned(),
        user_name: desk.user_name().to_owned(),
        data_folder: desk.folder().display().to_string(),
        database: desk.database_state(),
        tray,
        start_with_computer: autostart::state(app),
        notifications_failure: desk.notifications_failure(),
    }
}

fn choose_import_files<R: Runtime>(app: &AppHandle<R>, _: Empty) -> Result<Empty, ApiError> {
    done(imports::choose(app, None))
}

fn add_draft_files<R: Runtime>(app: &AppHandle<R>, draft: DraftRef) -> Result<Empty, ApiError> {
    done(imports::choose(app, Some(draft.draft)))
}

fn remove_draft_file<R: Runtime>(app: &AppHandle<R>, file: DraftFileRef) -> Result<ImportDraft, ApiError> {
    imports::remove_file(app, &file)
}

fn foresee_import<R: Runtime>(app: &AppHandle<R>, request: ForeseeImport) -> Result<Empty, ApiError> {
    done(imports::foresee(app, request))
}

fn foreseen_rows<R: Runtime>(app: &AppHandle<R>, query: ForeseenQuery) -> Result<ForeseenPage, ApiError> {
    imports::rows(app, query)
}

fn decide_doubtful<R: Runtime>(app: &AppHandle<R>, request: DecideDoubtful) -> Result<ForeseenSummary, ApiError> {
    imports::decide(app, request)
}

fn apply_import<R: Runtime>(app: &AppHandle<R>, draft: DraftRef) -> Result<Empty, ApiError> {
    done(imports::apply(app, draft))
}

fn cancel_import<R: Runtime>(app: &AppHandle<R>, draft: DraftRef) -> Result<Empty, ApiError> {
    done(imports::cancel(app, draft))
}

fn drop_draft<R: Runtime>(app: &AppHandle<R>, draft: DraftRef) -> Result<Empty, ApiError> {
    imports::drop_draft(app, draft);
    Ok(Empty {})
}

fn save_failed_rows<R: Runtime>(app: &AppHandle<R>, draft: DraftRef) -> Result<SavedFile, ApiError> {
    imports::save_failed_rows(app, draft)
}

fn export_leads<R: Runtime>(app: &AppHandle<R>, request: ExportLeads) -> Result<Empty, ApiError> {
    done(exports::start(app, request))
}

fn foresee_bulk<R: Runtime>(app: &AppHandle<R>, request: ForeseeBulk) -> Result<BulkPlan, ApiError> {
    bulk::foresee(app, request)
}

fn run_bulk<R: Runtime>(app: &AppHandle<R>, plan: PlanRef) -> Result<Empty, ApiError> {
    done(bulk::run(app, &plan))
}

fn cancel_bulk<R: Runtime>(app: &AppHandle<R>, plan: PlanRef) -> Result<Empty, ApiError> {
    done(bulk::cancel(app, &plan))
}

fn drop_bulk<R: Runtime>(app: &AppHandle<R>, plan: PlanRef) -> Result<Empty, ApiError> {
    bulk::drop_plan(app, &plan);
    Ok(Empty {})
}

fn undo_bulk<R: Runtime>(app: &AppHandle<R>, done_before: BulkRef) -> Result<Empty, ApiError> {
    done(bulk::undo(app, &done_before))
}

fn print_window<R: Runtime>(app: &AppHandle<R>, _: Empty) -> Result<Empty, ApiError> {
    done(exports::print(app))
}

fn watched_folder<R: Runtime>(app: &AppHandle<R>, _: Empty) -> Result<WatchedFolder, ApiError> {
    watch::state(app)
}

fn choose_watched_folder<R: Runtime>(app: &AppHandle<R>, _: Empty) -> Result<WatchedFolder, ApiError> {
    watch::choose(app)
}

fn stop_watching<R: Runtime>(app: &AppHandle<R>, _: Empty) -> Result<WatchedFolder, ApiError> {
    watch::stop(app)
}

fn set_watched_mapping<R: Runtime>(app: &AppHandle<R>, request: WatchedMapping) -> Result<WatchedFolder, ApiError> {
    watch::set_mapping(app, request)
}

fn done(result: Result<(), ApiError>) -> Result<Empty, ApiError> {
    result.map(|()| Empty {})
}

/// Hands a notice's e-mail to the mail program, and only then notes that it has left the outbox.
fn draft_notice<R: Runtime>(app: &AppHandle<R>, notice: NoticeRef) -> Result<LeadDetail, ApiError> {
    in_core(app, |core| {
        let mail = notices::mail(core, notice.id)?;
        open(&links::mailto(&mail))?;
        let id = notices::mark_drafted(core, notice.id)?;
        handlers::get_lead(core, LeadRef { id })
    })
}

fn open_link<R: Runtime>(_: &AppHandle<R>, link: Link) -> Result<Empty, ApiError> {
    open(links::allowed(&link.url)?.as_str())
}

fn open(url: &str) -> Result<Empty, ApiError> {
    tauri_plugin_opener::open_url(url, None::<&str>).map_err(refused_by_system)?;
    Ok(Empty {})
}

fn open_data_folder<R: Runtime>(app: &AppHandle<R>, _: Empty) -> Result<Empty, ApiError> {
    tauri_plugin_opener::open_path(app.state::<Desk>().folder(), None::<&str>).map_err(refused_by_system)?;
    Ok(Empty {})
}

/// Shows a notification to find out whether this system delivers, and what is wrong if not.
fn send_test_notification<R: Runtime>(app: &AppHandle<R>, _: Empty) -> Result<NotificationTest, ApiError> {
    let Some(notifier) = app.try_state::<SystemNotifier>() else {
        return Err(ApiError::SystemRefused { detail: "notifications were not started".to_owned() });
    };
    let Test { server, shown } = notifier.test(test_bubble(&app.state::<Desk>().texts()));
    let problem = match &shown {
        Err(Failure::NoBus(_)) => Some(NotificationProblem::NoBus),
        Err(Failure::NoServer(_)) => Some(NotificationProblem::NoServer),
        Err(Failure::NoAnswer) => Some(NotificationProblem::NoAnswer),
        Err(Failure::Refused(_)) => Some(NotificationProblem::Refused),
        Ok(()) => server.do_not_disturb.map(|_| NotificationProblem::DoNotDisturb),
    };
    let detail = shown.as_ref().err().map(ToString::to_string).or(server.do_not_disturb.map(str::to_owned));
    Ok(NotificationTest { delivered: shown.is_ok(), server: server.name, actions: server.actions, problem, detail })
}

fn refused_by_system(error: tauri_plugin_opener::Error) -> ApiError {
    ApiError::SystemRefused { detail: error.to_string() }
}

fn retry_database<R: Runtime>(app: &AppHandle<R>, _: Empty) -> Result<Empty, ApiError> {
    app.state::<Desk>().retry_database()?;
    app.state::<Watcher>().wake();
    Ok(Empty {})
}

fn set_database_aside<R: Runtime>(app: &AppHandle<R>, _: Empty) -> Result<SetAside, ApiError> {
    let kept = app.state::<Desk>().set_database_aside()?;
    app.state::<Watcher>().wake();
    Ok(kept)
}

/// Has Hearth started with the computer, or no longer; what is so then.
fn set_start_with_computer<R: Runtime>(
    app: &AppHandle<R>,
    wanted: StartWithComputer,
) -> Result<StartWithComputer, ApiError> {
    autostart::set(app, wanted.on).map_err(|error| ApiError::SystemRefused { detail: error.to_string() })?;
    Ok(StartWithComputer { on: autostart::state(app).unwrap_or(false) })
}

/// Keeps what the user wants closing to do, and does it this time too.
fn answer_closing<R: Runtime>(app: &AppHandle<R>, answer: ClosingAnswer) -> Result<Empty, ApiError> {
    let desk = app.state::<Desk>();
    desk.closing_answered();
    in_core(app, |core| {
        let settings = Settings { keep_in_tray: Some(answer.keep_in_tray), ..settings::get(core)? };
        handlers::save_settings(core, settings)
    })?;
    window::close(app, answer.keep_in_tray);
    Ok(Empty {})
}
