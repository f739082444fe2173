//! Where a lead of a table stands: Partner Center's words, our own in both languages, Salesforce's and Dynamics'.
//!
//! Salesforce: `Open - Not Contacted` is received; `Working - Contacted` is accepted, as somebody works on it; `Closed - Converted`
//! is won and `Closed - Not Converted` lost, which is as near as its words come. Dynamics: `Open` with `New` is received, with
//! `Contacted` accepted; `Qualified` is won, `Disqualified` lost, and a status reason other than `Lost` is kept as its words.
//! An organisation's own words for a status of these two say nothing of a stage, unless they say "closed".

use super::NOT_TOLD;
use super::cells;
use super::column::Column;
use super::format::Format;
use super::report::RefusedReason;
use super::table_row::Cells;
use super::values::{self, Fault};
use crate::domain::lead::{Archived, Outcome, Reason, Stage, StageKind};
use crate::domain::time::Timestamp;

/// The reasons by their code, which is their place from 1. Source: domain.md 2.1.
const REASONS: [&str; 8] = [
    "Project budget is not adequate",
    "Customer did not respond",
    "Customer chose another vendor",
    "Customer requirement not met",
    "Not a customer",
    "Proposed time line was too short",
    "Report as abuse, spam or phishing",
    "Others",
];

/// Words for a stage in any other table.
const WORDS: [(&str, &str); 34] = [
    ("open", "r"),
    ("opennotcontacted", "r"),
    ("notcontacted", "r"),
    ("unread", "r"),
    ("신규", "r"),
    ("접수", "r"),
    ("대기", "r"),
    ("대기중", "r"),
    ("미연락", "r"),
    ("workingcontacted", "a"),
    ("working", "a"),
    ("contacted", "a"),
    ("inprogress", "a"),
    ("진행", "a"),
    ("진행중", "a"),
    ("수락", "a"),
    ("연락함", "a"),
    ("상담중", "a"),
    ("closedconverted", "w"),
    ("converted", "w"),
    ("closedwon", "w"),
    ("qualified", "w"),
    ("성공", "w"),
    ("수주", "w"),
    ("계약", "w"),
    ("계약완료", "w"),
    ("closednotconverted", "l"),
    ("notconverted", "l"),
    ("closedlost", "l"),
    ("disqualified", "l"),
    ("unqualified", "l"),
    ("실주", "l"),
    ("거절", "d"),
    ("만료", "e"),
];

/// What the words for a stage and for an outcome mean together; `None` when neither is known.
pub(super) fn meaning(status: Option<&str>, outcome: Option<&str>) -> Option<(StageKind, Option<Outcome>)> {
    let by_word = |text: &str| {
        let name = super::columns::folded(text);
        WORDS.iter().find(|(word, _)| *word == name).map(|(_, meaning)| match *meaning {
            "r" => (StageKind::Received, None),
            "a" => (StageKind::Accepted, None),
            "w" => (StageKind::Archived, Some(Outcome::Won)),
            "l" => (StageKind::Archived, Some(Outcome::Lost)),
            "d" => (StageKind::Archived, Some(Outcome::Declined)),
            _ => (StageKind::Archived, Some(Outcome::Expired)),
        })
    };
    let ours = |text: &str| cells::read_stage(text).map(|kind| (kind, None));
    let ended = |text: &str| match cells::read_outcome(text) {
        Outcome::Other(_) => None,
        known => Some((StageKind::Archived, Some(known))),
    };
    let told = status.and_then(|s| ours(s).or_else(|| ended(s)).or_else(|| by_word(s)));
    let told = told.or_else(|| values::stage_kind(status, outcome).map(|kind| (kind, None)));
    let (kind, end) = told.or_else(|| outcome.and_then(|o| ended(o).or_else(|| by_word(o))))?;
    let end = outcome.filter(|_| kind == StageKind::Archived).map(cells::read_outcome).or(end);
    Some((kind, end))
}

impl Cells<'_> {
    /// The stage, and whether the row tells it.
    pub(super) fn stage(&self, received_at: Timestamp) -> Result<(Stage, bool), Fault> {
        let (status, substatus) = (self.get(Column::Status), self.get(Column::Substatus));
        if !self.tells(Column::Status) && !self.tells(Column::Substatus) {
            return Ok((Stage::Received, false));
        }
        let unknown = || {
            let column = if self.has(Column::Status) { Column::Status } else { Column::Substatus };
            Fault::at(RefusedReason::UnknownStatus, self.name(column), status.or(substatus))
        };
        let (kind, outcome) = match self.format() {
            Format::PartnerCenterCsv | Format::LeadsAnalytics => {
                let kind = values::stage_kind(status, substatus).ok_or_else(unknown)?;
                (kind, (kind == StageKind::Archived).then(|| values::outcome(status, substatus)))
            }
            Format::SalesforceCsv | Format::SalesforceJson | Format::Dynamics => match self.crm_stage() {
                Some(stage) => stage,
                None => return Ok((Stage::Received, false)),
            },
            _ => meaning(status, substatus).ok_or_else(unknown)?,
        };
        let accepted_at = self.instant(Column::Accepted)?;
        Ok(match kind {
            StageKind::Received => (Stage::Received, true),
            StageKind::Accepted => (Stage::Accepted { accepted_at }, true),
            StageKind::Archived => {
                let outcome = outcome.unwrap_or_else(|| Outcome::Other(status.unwrap_or_default().to_owned()));
                let (reason, words) = self.reason(&outcome)?;
                let reason_text = words.or(self.notes(Column::ReasonText)?);
                let archived_at = self.instant(Column::Archived)?;
                let archived_at =
                    archived_at.unwrap_or(if self.format().is_the_source() { received_at } else { NOT_TOLD });
                let notes = self.notes(Column::ClosingNotes)?;
                (Stage::Archived(Archived { outcome, archived_at, reason, reason_text, notes, accepted_at }), true)
            }
        })
    }

    fn crm_stage(&self) -> Option<(StageKind, Option<Outcome>)> {
        let word = |column| self.get(column).map(super::columns::folded);
        let (status, detail) = (word(Column::Status), word(Column::Substatus));
        if self.format() == Format::Dynamics {
            let contacted = matches!(detail.as_deref(), Some("contacted" | "2"));
            return match (status.as_deref(), detail.as_deref()) {
                (Some("open" | "0" | "열림" | "진행중"), _) | (None, Some("new" | "1" | "contacted" | "2")) => {
                    Some((if contacted { StageKind::Accepted } else { StageKind::Received }, None))
                }
                (Some("qualified" | "1" | "적격"), _) | (None, Some("qualified" | "3")) => {
                    Some((StageKind::Archived, Some(Outcome::Won)))
                }
                (Some("disqualified" | "2" | "부적격"), _) => Some((StageKind::Archived, Some(Outcome::Lost))),
                _ => None,
            };
        }
        let text = self.get(Column::Status)?;
        let status = status.unwrap_or_default();
        meaning(Some(text), None).or_else(|| {
            status.starts_with("closed").then(|| (StageKind::Archived, Some(Outcome::Other(text.to_owned()))))
        })
    }

    /// A reason as its code or as the words that stand there. The codes mean something else for other outcomes.
    fn reason(&self, outcome: &Outcome) -> Result<(Option<Reason>, Option<String>), Fault> {
        if self.format() == Format::Dynamics {
            let words = self.get(Column::Substatus).filter(|text| {
                !matches!(super::columns::folded(text).as_str(), "lost" | "qualified" | "3" | "4")
                    && *outcome != Outcome::Won
            });
            return Ok((None, words.map_or(Ok(None), |text| values::notes(text, self.name(Column::Substatus)))?));
        }
        let Some(text) = self.get(Column::Reason) else { return Ok((None, None)) };
        let any = self.format() == Format::HearthTable;
        let code = (any || matches!(outcome, Outcome::Declined | Outcome::Lost)).then(|| reason_code(text)).flatten();
        match code {
            Some(reason) => Ok((Some(reason), None)),
            None => Ok((None, values::notes(text, self.name(Column::Reason))?)),
        }
    }
}

/// `3`, `3: Customer chose another vendor` or the words alone, in either language.
fn reason_code(text: &str) -> Option<Reason> {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    let rest = text[digits.len()..].trim_start();
    if !digits.is_empty() && (rest.is_empty() || rest.starts_with([':', '.', '-', ')'])) {
        return Reason::try_from(digits.parse::<u8>().ok()?).ok();
    }
    let words = text.trim().trim_end_matches('.');
    (1..=8).filter_map(|code| Reason::try_from(code).ok()).find(|reason| {
        let ours = |korean| cells::reason(*reason, korean).split_once(": ").map_or("", |(_, words)| words);
        REASONS[usize::from(reason.code()) - 1].eq_ignore_ascii_case(words)
            || ours(false).eq_ignore_ascii_case(words)
            || ours(true) == words
    })
}
