//! Leads to a file, or to standard output for another program.

use std::path::Path;

use hearth_core::actions::export_leads;
use hearth_core::api::{ExportReport, LeadScope, handlers};
use hearth_core::texts::FluentValue;

use super::{Done, leads};
use crate::args::Export;
use crate::failure::{Failure, IN_PART};
use crate::progress::{Progress, cancel_on_interrupt};
use crate::session::Session;

pub fn export(session: &mut Session, asked: &Export) -> Done {
    let to_stdout = asked.output == Path::new("-");
    if !to_stdout && !asked.force && asked.output.exists() {
        return Err(Failure::Exists { path: asked.output.clone() });
    }
    let app = session.open()?;
    let filter = &asked.filter;
    let scope = if !asked.ids.is_empty() {
        LeadScope::Leads { ids: asked.ids.clone() }
    } else if filter.tab.is_none() && filter.stage.is_none() && filter.search.is_none() {
        LeadScope::All
    } else {
        LeadScope::List { query: leads::query(filter), except: Vec::new() }
    };
    let which = handlers::which_leads(&app, scope)?;
    // What goes to standard output is made whole first: half a file is no file.
    let folder = tempfile::tempdir()?;
    let target = if to_stdout { folder.path().join("leads") } else { std::path::absolute(&asked.output)? };
    cancel_on_interrupt();
    let progress = Progress::new();
    let what = session.text("cli-writing");
    let report = export_leads::export(&app, asked.format.into(), &which, &target, &|done, total| {
        progress.at(&what, done, total)
    })?;
    drop(progress);
    if to_stdout {
        if report.files.len() > 1 {
            return Err(Failure::SeveralFiles);
        }
        session.out.write(&std::fs::read(&target)?);
    } else if session.json {
        session.out.json(&report);
    } else {
        tell(session, &report);
    }
    Ok(if report.left_out > 0 { IN_PART } else { 0 })
}

fn tell(session: &Session, report: &ExportReport) {
    for file in &report.files {
        session.out.line(Path::new(&report.folder).join(file).display().to_string());
    }
    let counts = [
        ("cli-exported", report.leads),
        ("cli-export-left-out", report.left_out),
        ("cli-export-shortened", report.shortened),
    ];
    for (id, count) in counts {
        if count > 0 || id == "cli-exported" {
            session.out.line(session.format(id, &[("count", FluentValue::from(count))]));
        }
    }
}
