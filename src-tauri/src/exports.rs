//! Writes leads into files: asks where to with the system's dialog, writes on a thread, and tells the window. And has the
//! window printed.
//!
//! What stands in a file is the core's (`hearth_core::actions::export_leads`), which also takes care that there is a whole file
//! or none. A target comes from the dialog, never from the window.

use std::path::Path;

use hearth_core::actions::export_leads::export;
use hearth_core::api::{ApiError, DeskEvent, ExportFormat, ExportLeads, ExportReport, handlers};
use hearth_core::texts::{FluentValue, Texts};
use tauri::{AppHandle, Manager as _, Runtime};

use crate::desk::Desk;
use crate::events::tell;
use crate::guard::guarded;
use crate::work::{self, Stop};
use crate::{dialogs, window};

/// Asks where to, and writes there. What comes of it is told; a dialog that was cancelled is no news.
pub fn start<R: Runtime>(app: &AppHandle<R>, request: ExportLeads) -> Result<(), ApiError> {
    app.state::<Desk>().app()?;
    let handle = app.clone();
    // Not yet work that the end of Hearth waits for: a dialog may stand open for hours.
    let ask = move || {
        let asked = guarded("the dialog of an export", || {
            let desk = handle.state::<Desk>();
            let core = desk.app()?;
            let texts = desk.texts();
            let (name, ending) = proposed(&texts, request.format, &core.zone().day(core.now()).to_string());
            Ok(dialogs::save(&handle, texts.text("export-save-title"), &format!("{name}.{ending}"), ending))
        });
        let started = asked.and_then(|target| match target {
            Some(target) => work::start(&handle, "export", Stop::default(), move |app, stop| {
                write(app, stop, &request, &target);
            }),
            None => Ok(()),
        });
        if let Err(error) = started {
            tell(&handle, &DeskEvent::ExportFailed { error });
        }
    };
    let spawned = std::thread::Builder::new().name("export-dialog".to_owned()).spawn(ask);
    spawned.map(|_| ()).map_err(|error| ApiError::SystemRefused { detail: error.to_string() })
}

fn write<R: Runtime>(app: &AppHandle<R>, stop: &Stop, request: &ExportLeads, target: &Path) {
    let desk = app.state::<Desk>();
    let written: Result<ExportReport, ApiError> = guarded("an export", || {
        let core = desk.app()?;
        let leads = handlers::which_leads(&core, request.scope.clone())?;
        export(&core, request.format, &leads, target, &|_, _| stop.flow())
    });
    match written {
        Ok(report) => tell(app, &DeskEvent::ExportFinished { report }),
        // Only the end of Hearth cancels one.
        Err(ApiError::Cancelled) => {}
        Err(error) => {
            desk.note_damage(&error);
            tell(app, &DeskEvent::ExportFailed { error });
        }
    }
}

/// The name that is proposed for a file of `format`, and its ending.
fn proposed(texts: &Texts, format: ExportFormat, date: &str) -> (String, &'static str) {
    let (name, ending) = match format {
        ExportFormat::PartnerCenterCsv => ("export-name-partner-center", "csv"),
        ExportFormat::SalesforceCsv => ("export-name-salesforce", "csv"),
        ExportFormat::DynamicsCsv => ("export-name-dynamics", "csv"),
        ExportFormat::DynamicsXlsx => ("export-name-dynamics", "xlsx"),
        ExportFormat::Csv => ("export-name-leads", "csv"),
        ExportFormat::Xlsx => ("export-name-leads", "xlsx"),
        ExportFormat::Json => ("export-name-leads", "json"),
        ExportFormat::Vcard => ("export-name-contacts", "vcf"),
        ExportFormat::Calendar => ("export-name-calendar", "ics"),
    };
    (texts.format(name, &[("date", FluentValue::from(date))]), ending)
}

/// Has the system's dialog print what the window shows as a page, or write it as PDF.
///
/// On Linux the dialog belongs to no window and GTK keeps the main thread in it: what is told meanwhile reaches the window when
/// it is closed. Bubbles and the alarm have threads of their own and go on.
pub fn print<R: Runtime>(app: &AppHandle<R>) -> Result<(), ApiError> {
    let window = window::main(app).ok_or(ApiError::NotFound)?;
    window.print().map_err(|error| ApiError::SystemRefused { detail: error.to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use hearth_core::texts::Language;

    #[test]
    fn a_proposed_name_can_be_a_file_everywhere() {
        let formats = [
            ExportFormat::PartnerCenterCsv,
            ExportFormat::SalesforceCsv,
            ExportFormat::DynamicsCsv,
            ExportFormat::DynamicsXlsx,
            ExportFormat::Csv,
            ExportFormat::Xlsx,
            ExportFormat::Json,
            ExportFormat::Vcard,
            ExportFormat::Calendar,
        ];
        for language in Language::ALL {
            let texts = Texts::new(language);
            for format in formats {
                let (name, ending) = proposed(&texts, format, "2026-11-24");
                assert!(name.contains("2026-11-24"), "yesterday's file is not written over: {name}.{ending}");
                let fit = |letter: char| letter.is_alphanumeric() || letter == '-';
                assert!(name.chars().all(fit), "no system refuses it, no shell needs quotes: {name}.{ending}");
            }
        }
        let (name, ending) = proposed(&Texts::new(Language::En), ExportFormat::Csv, "2026-11-24");
        assert_eq!(format!("{name}.{ending}"), "hearth-leads-2026-11-24.csv", "as the documents say");
    }
}
