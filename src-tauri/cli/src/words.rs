//! The words of both languages for what the core says in codes. The window has its own, from the same texts.

use hearth_core::api::{
    ApiError, Decision, Doubt, FieldProblem, FileProblem, InvalidField, NotAllowedWhy, RefusedReason, RefusedRow,
};
use hearth_core::domain::history::{Action, Actor};
use hearth_core::domain::lead::{ContactWay, LeadType, StageKind};
use hearth_core::texts::{FluentValue, Texts};

pub fn error(error: &ApiError, texts: &Texts) -> String {
    let with =
        |id: &str, name: &'static str, value: &str| texts.format(id, &[(name, FluentValue::from(value.to_owned()))]);
    match error {
        ApiError::NotFound => texts.text("cli-no-lead"),
        ApiError::Cancelled => texts.text("error-cancelled"),
        ApiError::Conflict => texts.text("cli-conflict"),
        ApiError::NotAllowed { why } => not_allowed(why, texts),
        ApiError::Invalid { fields } => {
            let fields: Vec<String> = fields.iter().map(|field| invalid(field, texts)).collect();
            fields.join("\n")
        }
        ApiError::Busy => texts.text("error-busy"),
        ApiError::ReadOnly { path } => with("error-read-only", "path", path),
        ApiError::DiskFull => texts.text("error-disk-full"),
        ApiError::NewerFile { path, .. } => with("error-newer-file", "path", path),
        ApiError::Corrupt { path, detail } => format!("{}\n{detail}", with("error-corrupt", "path", path)),
        ApiError::Unopened { path, detail } => format!("{}\n{detail}", with("error-unopened", "path", path)),
        ApiError::LinkRefused => texts.text("error-link-refused"),
        ApiError::SystemRefused { detail } => with("error-system-refused", "detail", detail),
        ApiError::Internal { report_id } => with("cli-internal", "report", report_id),
    }
}

fn not_allowed(why: &NotAllowedWhy, texts: &Texts) -> String {
    match why {
        NotAllowedWhy::Stage { stage: at } => {
            texts.format("cli-not-in-stage", &[("stage", FluentValue::from(stage(*at, texts)))])
        }
        NotAllowedWhy::PastRespondBy { .. } => texts.text("error-not-allowed-past-respond-by"),
        NotAllowedWhy::PastDeadline { .. } => texts.text("error-not-allowed-past-deadline"),
        NotAllowedWhy::UndoOver => texts.text("error-not-allowed-undo-over"),
        NotAllowedWhy::UndoOvertaken => texts.text("error-not-allowed-undo-overtaken"),
        NotAllowedWhy::MergedAway { .. } => texts.text("error-not-allowed-merged-away"),
        NotAllowedWhy::TakenBack => texts.text("error-not-allowed-taken-back"),
        NotAllowedWhy::NoticeLeft => texts.text("error-not-allowed-notice-left"),
    }
}

/// `--value: This is not a number.`
fn invalid(field: &InvalidField, texts: &Texts) -> String {
    let argument = match field.field.as_str() {
        "amount" => "--value",
        "purchaseOn" => "--date",
        "crmId" => "--crm-id",
        "campaignId" => "--campaign-id",
        other if other.starts_with("employees") => "--employee",
        other => return format!("--{other}: {}", problem(field.problem, texts)),
    };
    format!("{argument}: {}", problem(field.problem, texts))
}

fn problem(problem: FieldProblem, texts: &Texts) -> String {
    texts.text(match problem {
        FieldProblem::Required => "problem-required",
        FieldProblem::TooLong => "problem-too-long",
        FieldProblem::NotANumber => "problem-not-a-number",
        FieldProblem::Negative => "problem-negative",
        FieldProblem::TooLarge => "problem-too-large",
        FieldProblem::TooPrecise => "problem-too-precise",
        FieldProblem::NotADate => "problem-not-a-date",
        FieldProblem::NotACurrency => "problem-not-a-currency",
        FieldProblem::NotAnEmail => "problem-not-an-email",
        FieldProblem::InTheFuture => "problem-in-the-future",
        FieldProblem::InThePast => "problem-in-the-past",
        FieldProblem::OutOfRange => "problem-out-of-range",
        FieldProblem::Taken => "problem-taken",
        FieldProblem::NotUnderstood => "problem-not-understood",
        FieldProblem::TooMany => "problem-too-many",
    })
}

/// Why a file was not taken.
pub fn file_problem(problem: &FileProblem, texts: &Texts) -> String {
    const MEGABYTE: u64 = 1024 * 1024;
    let number = |value: u64| FluentValue::from(i64::try_from(value).unwrap_or(i64::MAX));
    match problem {
        FileProblem::Unreadable { message } => {
            texts.format("problem-file-unreadable", &[("message", FluentValue::from(message.as_str()))])
        }
        FileProblem::Empty => texts.text("problem-file-empty"),
        FileProblem::TooLarge { bytes, limit } => texts.format(
            "problem-file-too-large",
            &[("size", number(bytes / MEGABYTE)), ("limit", number(limit / MEGABYTE))],
        ),
        FileProblem::Changed => texts.text("problem-file-changed"),
        FileProblem::TooManyColumns { limit } => {
            texts.format("problem-file-too-many-columns", &[("limit", number(u64::from(*limit)))])
        }
        FileProblem::TooLargeInside { limit } => {
            texts.format("problem-file-too-large-inside", &[("limit", number(limit / MEGABYTE))])
        }
        FileProblem::Locked => texts.text("problem-file-locked"),
        FileProblem::BadWorkbook { message } => {
            texts.format("problem-file-bad-workbook", &[("message", FluentValue::from(message.as_str()))])
        }
        FileProblem::BadEncoding { line } => {
            texts.format("problem-file-bad-encoding", &[("line", number(u64::from(*line)))])
        }
        FileProblem::NotLeads => texts.text("problem-file-not-leads"),
        FileProblem::WebPage => texts.text("problem-file-web-page"),
        FileProblem::ErrorReply { message } => {
            texts.format("problem-file-error-reply", &[("message", FluentValue::from(message.as_str()))])
        }
        FileProblem::CutOff { line } => texts.format("problem-file-cut-off", &[("line", number(u64::from(*line)))]),
        FileProblem::BadJson { line, column } => texts.format(
            "problem-file-bad-json",
            &[("line", number(u64::from(*line))), ("column", number(u64::from(*column)))],
        ),
        FileProblem::MissingColumns { columns } => {
            texts.format("problem-file-missing-columns", &[("columns", FluentValue::from(columns.join(", ")))])
        }
    }
}

/// Why a row was not taken, with what is at fault.
pub fn refused(row: &RefusedRow, texts: &Texts) -> String {
    let why = texts.text(match row.reason {
        RefusedReason::NotALead => "refused-not-a-lead",
        RefusedReason::MissingCustomer => "refused-missing-customer",
        RefusedReason::MissingReceived => "refused-missing-received",
        RefusedReason::UnknownStatus => "refused-unknown-status",
        RefusedReason::UnknownType => "refused-unknown-type",
        RefusedReason::BadDate => "refused-bad-date",
        RefusedReason::BadAmount => "refused-bad-amount",
        RefusedReason::BadCurrency => "refused-bad-currency",
        RefusedReason::TooLong => "refused-too-long",
        RefusedReason::WrongCellCount => "refused-wrong-cell-count",
        RefusedReason::Repeated => "refused-repeated",
        RefusedReason::RowTooLong => "refused-row-too-long",
    });
    match (&row.column, &row.value) {
        (Some(column), Some(value)) => format!("{why} ({column}: {value})"),
        (Some(text), None) | (None, Some(text)) => format!("{why} ({text})"),
        (None, None) => why,
    }
}

/// Which lead a doubtful row may be, and why.
pub fn doubt(customer: &str, doubt: &Doubt, texts: &Texts) -> String {
    let values: Vec<&str> = doubt.matches.iter().map(|one| one.value.as_str()).collect();
    let text = |value: String| FluentValue::from(value);
    texts.format(
        match doubt.decision {
            Decision::Add => "cli-doubt-added",
            Decision::FillIn => "cli-doubt-filled-in",
            Decision::LeaveOut => "cli-doubt-left-out",
        },
        &[
            ("customer", text(customer.to_owned())),
            ("other", text(doubt.customer.clone())),
            ("values", text(values.join(", "))),
        ],
    )
}

pub fn stage(stage: StageKind, texts: &Texts) -> String {
    texts.text(match stage {
        StageKind::Received => "lead-stage-received",
        StageKind::Accepted => "lead-stage-accepted",
        StageKind::Archived => "lead-stage-archived",
    })
}

/// The stage, or how it ended.
pub fn state(at: StageKind, outcome: Option<&str>, texts: &Texts) -> String {
    match outcome {
        None => stage(at, texts),
        Some("won") => texts.text("outcome-won"),
        Some("lost") => texts.text("outcome-lost"),
        Some("declined") => texts.text("outcome-declined"),
        Some("expired") => texts.text("outcome-expired"),
        Some(other) => other.to_owned(),
    }
}

pub fn lead_type(lead_type: LeadType, texts: &Texts) -> String {
    texts.text(match lead_type {
        LeadType::CustomerInquiry => "lead-type-customer-inquiry",
        LeadType::MarketingQualified => "lead-type-marketing-qualified",
        LeadType::SalesQualified => "lead-type-sales-qualified",
    })
}

pub fn way(way: ContactWay, texts: &Texts) -> String {
    texts.text(match way {
        ContactWay::Phone => "contact-way-phone",
        ContactWay::Email => "contact-way-email",
        ContactWay::Meeting => "contact-way-meeting",
        ContactWay::Other => "contact-way-other",
    })
}

pub fn reason(code: u8, texts: &Texts) -> String {
    texts.text(match code {
        1 => "reason-budget",
        2 => "reason-no-response",
        3 => "reason-other-vendor",
        4 => "reason-requirement",
        5 => "reason-not-a-customer",
        6 => "reason-timeline",
        7 => "reason-abuse",
        _ => "reason-other",
    })
}

pub fn action(action: Action, texts: &Texts) -> String {
    texts.text(match action {
        Action::Received => "history-received",
        Action::Imported => "history-imported",
        Action::Updated => "history-updated",
        Action::Added => "history-added",
        Action::SampleAdded => "history-sample-added",
        Action::Accepted => "history-accepted",
        Action::Declined => "history-declined",
        Action::Expired => "history-expired",
        Action::Edited => "history-edited",
        Action::EmployeesChanged => "history-employees-changed",
        Action::Won => "history-won",
        Action::Lost => "history-lost",
        Action::Favorited => "history-favorited",
        Action::Unfavorited => "history-unfavorited",
        Action::Contacted => "history-contacted",
        Action::Snoozed => "history-snoozed",
        Action::Woken => "history-woken",
        Action::FollowUpSet => "history-follow-up-set",
        Action::FollowUpCleared => "history-follow-up-cleared",
        Action::Undone => "history-undone",
        Action::ImportUndone => "history-import-undone",
        Action::Merged => "history-merged",
        Action::Absorbed => "history-absorbed",
        Action::TakenApart => "history-taken-apart",
        Action::NoticeDrafted => "history-notice-drafted",
        Action::NoticeSent => "history-notice-sent",
    })
}

pub fn actor(actor: &Actor, texts: &Texts) -> String {
    match actor {
        Actor::User(name) | Actor::File(name) => name.clone(),
        Actor::Hearth => texts.text("history-by-hearth"),
    }
}
