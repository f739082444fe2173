//! File formats out: leads as other programs, and Hearth itself, take them.
//!
//! One file for each format. A writer takes lead after lead and writes it at once, so that memory does not grow with their
//! number; where the file goes, and which leads go into it, the caller decides. What a coded value is called stands in
//! `exchange::cells`, Hearth's own JSON in `exchange::hearth_json`.

pub mod calendar;
mod content_line;
mod csv_file;
mod dynamics;
mod hearth_table;
mod json;
mod partner_center;
mod people;
mod salesforce;
mod table;
mod vcard;
mod xlsx;

#[cfg(test)]
mod tests;

use std::io::{self, Seek, Write};

use serde::{Deserialize, Serialize};

use crate::domain::lead::Lead;
use crate::domain::outgoing::Brief;
use crate::domain::time::Timestamp;

pub use calendar::Titles;
pub use dynamics::HEADINGS as DYNAMICS_HEADINGS;
pub use partner_center::HEADINGS as PARTNER_CENTER_HEADINGS;
pub use salesforce::HEADINGS as SALESFORCE_HEADINGS;

/// As what leads are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum ExportFormat {
    /// Partner Center's bulk CSV, to be uploaded there: files of 1,000 with the columns that it lets change.
    PartnerCenterCsv,
    SalesforceCsv,
    DynamicsCsv,
    DynamicsXlsx,
    Csv,
    Xlsx,
    Json,
    Vcard,
    /// Purchase dates and follow-ups as a calendar.
    Calendar,
}

impl ExportFormat {
    pub const ALL: [Self; 9] = [
        Self::PartnerCenterCsv,
        Self::SalesforceCsv,
        Self::DynamicsCsv,
        Self::DynamicsXlsx,
        Self::Csv,
        Self::Xlsx,
        Self::Json,
        Self::Vcard,
        Self::Calendar,
    ];

    /// What the name of such a file ends in, without the point.
    pub fn extension(self) -> &'static str {
        match self {
            Self::PartnerCenterCsv | Self::SalesforceCsv | Self::DynamicsCsv | Self::Csv => "csv",
            Self::DynamicsXlsx | Self::Xlsx => "xlsx",
            Self::Json => "json",
            Self::Vcard => "vcf",
            Self::Calendar => "ics",
        }
    }

    /// How many leads one file takes at most. Source: domain.md 2.2.
    pub fn leads_a_file(self) -> Option<usize> {
        (self == Self::PartnerCenterCsv).then_some(1_000)
    }

    /// Whether it takes what an import brought of a lead.
    pub fn takes_source(self) -> bool {
        self == Self::Json
    }

    /// Whether it can hold anything of the lead at all.
    pub fn holds(self, brief: &Brief) -> bool {
        match self {
            // Nothing can be changed there once it is closed. Source: domain.md 1.5.
            Self::PartnerCenterCsv => brief.has_referral_id && !(brief.is_archived() && brief.is_closed_at_source),
            Self::Vcard => brief.contacts > 0,
            // Nobody comes back to what is archived, though its days are kept.
            Self::Calendar => !brief.is_archived() && brief.has_a_day,
            Self::SalesforceCsv | Self::DynamicsCsv | Self::DynamicsXlsx | Self::Csv | Self::Xlsx | Self::Json => true,
        }
    }
}

/// The most numbered columns of one kind. Source: domain.md 2.2.
const MOST_NUMBERED: u32 = 50;

/// How many numbered columns of each kind the leads need; at least one, at most fifty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Width {
    pub contacts: u32,
    pub employees: u32,
    pub solutions: u32,
}

impl Default for Width {
    fn default() -> Self {
        Self { contacts: 1, employees: 1, solutions: 1 }
    }
}

impl Width {
    /// Makes room for one more lead.
    pub fn widen(&mut self, brief: &Brief) {
        let wider = |now: u32, needed: u32| now.max(needed.min(MOST_NUMBERED));
        self.contacts = wider(self.contacts, brief.contacts);
        self.employees = wider(self.employees, brief.employees);
        self.solutions = wider(self.solutions, brief.solutions);
    }
}

/// What a writer needs to know beside the leads.
pub struct Setting<'a> {
    pub width: Width,
    /// Whether headings, words and titles are Korean; English otherwise.
    pub korean: bool,
    pub now: Timestamp,
    pub titles: Titles<'a>,
}

/// What an import brought of a lead: the file's name and the source's own object.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    pub file_name: &'a str,
    pub raw: &'a str,
}

/// A file that is being written, lead by lead.
pub trait Writer {
    /// Writes a lead; `false` when a text of it had to be shortened.
    fn lead(&mut self, lead: &Lead, source: Option<Source<'_>>) -> io::Result<bool>;

    /// Writes what stands at the end. Nothing is written after it.
    fn finish(&mut self) -> io::Result<()>;
}

/// Where a file goes.
pub trait Place: Write + Seek + Send {}
impl<T: Write + Seek + Send> Place for T {}

/// Begins a file of `format`.
pub fn begin<'a>(
    format: ExportFormat,
    place: impl Place + 'a,
    setting: &Setting<'a>,
) -> io::Result<Box<dyn Writer + 'a>> {
    let Setting { width, korean, now, titles } = setting;
    Ok(match format {
        ExportFormat::PartnerCenterCsv => {
            Box::new(csv_file::CsvFile::begin(place, partner_center::PartnerCenter { width: *width }, false)?)
        }
        ExportFormat::SalesforceCsv => Box::new(csv_file::CsvFile::begin(place, salesforce::Salesforce, false)?),
        ExportFormat::DynamicsCsv => Box::new(csv_file::CsvFile::begin(place, dynamics::Dynamics, false)?),
        ExportFormat::DynamicsXlsx => Box::new(xlsx::Xlsx::begin(place, dynamics::Dynamics, false)?),
        ExportFormat::Csv => {
            let table = hearth_table::HearthTable::new(*width, *korean);
            Box::new(csv_file::CsvFile::begin(place, table, *korean)?)
        }
        ExportFormat::Xlsx => {
            let table = hearth_table::HearthTable::new(*width, *korean);
            Box::new(xlsx::Xlsx::begin(place, table, *korean)?)
        }
        ExportFormat::Json => Box::new(json::Json::begin(place, *now)?),
        ExportFormat::Vcard => Box::new(vcard::Vcard::begin(place)),
        ExportFormat::Calendar => Box::new(calendar::Calendar::begin(place, *now, *titles)?),
    })
}
