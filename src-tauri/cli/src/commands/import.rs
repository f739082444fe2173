//! Files of leads in, and imports taken back.
//!
//! An import is a dry run that is then done, as in the window; what is printed is the same either way.

use std::path::{Path, PathBuf};

use hearth_core::actions::import::{DraftFile, Foreseeing, mappings, open_files};
use hearth_core::api::{
    ApiError, Empty, FileReport, ForeseenFile, ForeseenRow, ImportPhase, ImportRef, ImportReport, Outcome,
    UndoImport as Undo, handlers,
};
use hearth_core::app::App;
use hearth_core::texts::FluentValue;
use serde_json::json;

use super::Done;
use crate::args::{Import, UndoImport};
use crate::failure::{Failure, IN_PART};
use crate::progress::{Progress, cancel_on_interrupt};
use crate::session::Session;
use crate::words;

/// The longest page that the core gives.
const PAGE: u32 = 200;
/// So many rows of a kind are told to a person; the file of failed rows has all of them.
const MOST_TOLD: u32 = 20;

pub fn import(session: &mut Session, asked: Import) -> Done {
    let app = session.open_or_make()?;
    cancel_on_interrupt();
    let progress = Progress::new();
    let (comparing, writing) = (session.text("cli-comparing"), session.text("cli-importing"));
    let watch = |phase, done, total| {
        let what = match phase {
            ImportPhase::Comparing => &comparing,
            ImportPhase::Writing => &writing,
        };
        progress.at(what, done, total)
    };
    let mut files = open_files(&app, &asked.files);
    if let Some(name) = &asked.mapping {
        apply_mapping(&app, name, &mut files)?;
    }
    let mut foreseeing = Foreseeing::new(&app, files, &watch)?;
    if let Some(doubtful) = asked.doubtful {
        foreseeing.decide(None, doubtful.into())?;
    }
    let done = if asked.dry_run { None } else { Some(foreseeing.apply(&app, &app.user(), &watch)?) };
    let failed_rows = match &asked.failed_rows {
        Some(target) => write_failed_rows(session, &foreseeing, target)?,
        None => Vec::new(),
    };
    drop(progress);
    match &done {
        Some(report) => tell_import(session, &foreseeing, report, &failed_rows)?,
        None => tell_dry_run(session, &foreseeing, &failed_rows)?,
    }
    let summary = foreseeing.summary()?;
    let problems: Vec<bool> = match &done {
        Some(report) => report.files.iter().map(|file| file.problem.is_some()).collect(),
        None => summary.files.iter().map(|file| file.problem.is_some()).collect(),
    };
    if problems.iter().all(|problem| *problem) {
        return Err(Failure::NothingImported);
    }
    let left_out = match &done {
        Some(report) => report.files.iter().any(|file| file.left_out > 0 || file.refused > 0),
        None => summary.leave_out > 0 || summary.counts.refused > 0,
    };
    Ok(if left_out || problems.contains(&true) { IN_PART } else { 0 })
}

/// Understands every table by the saved mapping `name`, whatever the order of its columns.
fn apply_mapping(app: &App, name: &str, files: &mut [DraftFile]) -> Result<(), Failure> {
    let unknown = |error: ApiError| match error {
        ApiError::NotFound => Failure::NoMapping { name: name.to_owned() },
        error => error.into(),
    };
    mappings::get(app, name).map_err(unknown)?;
    for file in files {
        let Ok(opened) = &file.opened else { continue };
        if opened.look.format.is_table() {
            file.mapping = Some(mappings::get_for(app, name, &opened.look).map_err(unknown)?);
            file.saved_mapping = Some(name.to_owned());
        }
    }
    Ok(())
}

fn write_failed_rows(session: &Session, foreseeing: &Foreseeing, target: &Path) -> Result<Vec<PathBuf>, Failure> {
    let target = match foreseeing.failed_rows(session.texts())?.first() {
        None => return Ok(Vec::new()),
        Some(first) if target.is_dir() => target.join(&first.name),
        Some(_) => target.to_owned(),
    };
    if target.exists() {
        return Err(Failure::Exists { path: target });
    }
    Ok(foreseeing.write_failed_rows(&target, session.texts())?)
}

fn tell_import(
    session: &Session,
    foreseeing: &Foreseeing,
    report: &ImportReport,
    failed_rows: &[PathBuf],
) -> Result<(), Failure> {
    if session.json {
        let mut json = json!(report);
        json["failedRows"] = paths(failed_rows);
        session.out.json(&json);
        return Ok(());
    }
    for (place, file) in (0..).zip(&report.files) {
        tell_file(session, file);
        tell_rows(session, foreseeing, place, Outcome::Refused)?;
        tell_rows(session, foreseeing, place, Outcome::Doubtful)?;
    }
    if let Some(id) = report.import_id {
        // As text, so that a number that is typed again is not grouped.
        session.out.line(session.format("cli-imported-as", &[("id", FluentValue::from(id.to_string()))]));
    }
    tell_failed_rows(session, failed_rows);
    Ok(())
}

fn tell_dry_run(session: &Session, foreseeing: &Foreseeing, failed_rows: &[PathBuf]) -> Result<(), Failure> {
    let summary = foreseeing.summary()?;
    if session.json {
        let mut json = json!(summary);
        json["dryRun"] = true.into();
        json["failedRows"] = paths(failed_rows);
        // Rows that bring nothing new say nothing new either.
        let mut rows = Vec::new();
        for outcome in [Outcome::Updated, Outcome::Doubtful, Outcome::SetAside, Outcome::Refused] {
            each_row(foreseeing, None, outcome, u32::MAX, |row| rows.push(json!(row)))?;
        }
        json["rows"] = rows.into();
        session.out.json(&json);
        return Ok(());
    }
    session.out.line(session.text("cli-dry-run"));
    for (place, file) in (0..).zip(&summary.files) {
        tell_foreseen_file(session, file);
        tell_rows(session, foreseeing, place, Outcome::Refused)?;
        tell_rows(session, foreseeing, place, Outcome::Doubtful)?;
    }
    tell_failed_rows(session, failed_rows);
    Ok(())
}

fn paths(paths: &[PathBuf]) -> serde_json::Value {
    paths.iter().map(|path| path.display().to_string()).collect()
}

fn tell_failed_rows(session: &Session, failed_rows: &[PathBuf]) {
    for path in failed_rows {
        session.out.line(session.format("cli-failed-rows", &[("path", FluentValue::from(path.display().to_string()))]));
    }
}

fn tell_foreseen_file(session: &Session, file: &ForeseenFile) {
    let counts = file.counts;
    let told = [
        (counts.added, "import-added"),
        (counts.updated, "import-updated"),
        (counts.unchanged, "import-unchanged"),
        (counts.doubtful, "cli-doubtful"),
        (counts.set_aside, "import-set-aside"),
        (counts.refused, "import-refused"),
    ];
    tell_counts(session, &file.name, file.problem.as_ref(), &told);
}

fn tell_file(session: &Session, file: &FileReport) {
    let told = [
        (file.added, "import-added"),
        (file.updated, "import-updated"),
        (file.unchanged, "import-unchanged"),
        (file.left_out, "cli-left-out"),
        (file.set_aside, "import-set-aside"),
        (file.refused, "import-refused"),
    ];
    tell_counts(session, &file.name, file.problem.as_ref(), &told);
}

fn tell_counts(
    session: &Session,
    name: &str,
    problem: Option<&hearth_core::api::FileProblem>,
    counts: &[(u32, &'static str)],
) {
    let said = match problem {
        Some(problem) => words::file_problem(problem, session.texts()),
        None => {
            let parts = counts.iter().filter(|(count, _)| *count > 0);
            parts.map(|(count, id)| format!("{count} {}", session.text(id))).collect::<Vec<_>>().join(", ")
        }
    };
    let said = if said.is_empty() { session.text("cli-no-rows") } else { said };
    session.out.line(format!("{name}: {said}"));
}

/// The first rows of a file that became `outcome`, and why.
fn tell_rows(session: &Session, foreseeing: &Foreseeing, file: u32, outcome: Outcome) -> Result<(), Failure> {
    let texts = session.texts();
    let total = each_row(foreseeing, Some(file), outcome, MOST_TOLD, |row| {
        let why = match (&row.refused, &row.foreseen.doubt) {
            (Some(refused), _) => words::refused(refused, texts),
            (None, Some(doubt)) => words::doubt(&row.foreseen.customer, doubt, texts),
            (None, None) => row.foreseen.customer.clone(),
        };
        session.out.line(format!("  {} {}: {why}", session.text("import-row"), row.row));
    })?;
    if total > MOST_TOLD {
        session.out.line(session.format("cli-more", &[("count", FluentValue::from(total - MOST_TOLD))]));
    }
    Ok(())
}

/// Calls `each` with at most `most` rows; how many there are.
fn each_row(
    foreseeing: &Foreseeing,
    file: Option<u32>,
    outcome: Outcome,
    most: u32,
    mut each: impl FnMut(&ForeseenRow),
) -> Result<u32, Failure> {
    let mut offset = 0;
    loop {
        let page = foreseeing.page(file, Some(outcome), offset, PAGE.min(most - offset))?;
        page.rows.iter().for_each(&mut each);
        let got = u32::try_from(page.rows.len()).unwrap_or(u32::MAX);
        offset += got;
        if got == 0 || offset >= page.total.min(most) {
            return Ok(page.total);
        }
    }
}

pub fn imports(session: &mut Session) -> Done {
    let app = session.open()?;
    let imports = handlers::list_imports(&app, Empty {})?;
    if session.json {
        session.out.json(&imports);
        return Ok(0);
    }
    if imports.imports.is_empty() {
        session.out.line(session.text("cli-no-imports"));
    }
    for import in &imports.imports {
        let at = app.zone().local(import.at).format("%Y-%m-%d %H:%M");
        let undone = if import.undone_at.is_some() { session.text("cli-taken-back") } else { String::new() };
        session.out.line(format!("{}  {at}  {undone}", import.id).trim_end());
        for file in &import.files {
            session.out.write(b"  ");
            tell_file(session, file);
        }
    }
    Ok(0)
}

pub fn undo_import(session: &mut Session, asked: &UndoImport) -> Done {
    let app = session.open()?;
    let of_import = |error| match error {
        ApiError::NotFound => Failure::NoImport { id: asked.id },
        error => Failure::Core(error),
    };
    let foreseen = handlers::foresee_undo(&app, ImportRef { id: asked.id }).map_err(of_import)?;
    let request = Undo { id: asked.id, also: Vec::new(), also_all: asked.also_worked_on };
    let undone = handlers::undo_import(&app, request).map_err(of_import)?;
    if session.json {
        let mut json = json!(undone);
        json["workedOn"] = json!(foreseen.touched);
        session.out.json(&json);
    } else {
        let counts = [
            ("cli-undo-removed", undone.removed),
            ("cli-undo-restored", undone.restored),
            ("cli-undo-left", undone.left),
        ];
        for (id, count) in counts {
            session.out.line(session.format(id, &[("count", FluentValue::from(count))]));
        }
        for lead in foreseen.touched.iter().filter(|_| !asked.also_worked_on) {
            session.out.line(format!("  {}  {}", lead.id, lead.customer));
        }
    }
    Ok(if undone.left > 0 { IN_PART } else { 0 })
}
