//! What can be typed. What it does is in `commands`.

use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use hearth_core::api::{Decision, ExportFormat, LanguageChoice, Tab};
use hearth_core::domain::lead::{ContactWay, StageKind};

const EXIT_CODES: &str = "\
Exit codes:
  0  done
  1  done in part: rows were refused or left out, or leads worked on since were left
  2  the command line was not understood
  3  there is no such lead, import, mapping, file or database
  4  not allowed now: the lead's stage, a change in between, a file that exists, a running window
  5  not valid: a field, or a file that holds no leads or is no backup
  6  the database is busy, damaged, newer, full or cannot be written
  7  cancelled; nothing was changed
  8  the system refused, or a mistake of Hearth's

With --json, what is asked for stands on standard output and an error on standard error, as one object with its
`code`, a `message` in words and the `exitCode`. Instants are milliseconds since 1970 in UTC.";

/// Hearth in the terminal: the same leads, the same rules, the same database as the window, safely beside it.
#[derive(Debug, Parser)]
#[command(name = "hearth-cli", version, after_help = EXIT_CODES)]
pub struct Cli {
    /// The folder of the database; HEARTH_DATA_DIR says the same
    #[arg(long, global = true, value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
    /// Answer in JSON
    #[arg(long, global = true)]
    pub json: bool,
    /// The language of what is printed, if not that of Hearth's settings
    #[arg(long, global = true, value_enum)]
    pub lang: Option<Lang>,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Lang {
    En,
    Ko,
}

impl From<Lang> for LanguageChoice {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::En => Self::En,
            Lang::Ko => Self::Ko,
        }
    }
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Import files of leads: all of them in one go, or, when cancelled, nothing
    Import(Import),
    /// List the imports that were done
    Imports,
    /// Take an import back; leads that were worked on since stay
    UndoImport(UndoImport),
    /// Write leads to a file
    Export(Export),
    /// List leads, the newest first
    List(List),
    /// Show everything of a lead
    Show(Id),
    /// Accept a received lead as a deal
    Accept(Accept),
    /// Decline a received lead
    Decline(Decline),
    /// Close an accepted lead as won
    Win(Win),
    /// Close an accepted lead as lost
    Lose(Lose),
    /// Note that the customer was contacted
    Contact(Contact),
    /// List pairs of leads that may be the same
    Duplicates(Duplicates),
    /// Write the whole database to a file, also beside the running window
    Backup(Backup),
    /// Put a backup in the place of the database, which is kept beside it; not while the window runs
    Restore(Restore),
    /// Look the database, or a backup, over
    Check(Check),
    /// Print the completions of a shell
    Completions { shell: Shell },
}

#[derive(Debug, Args)]
pub struct Import {
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Say what would happen, and change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Understand tables by this saved mapping
    #[arg(long, value_name = "NAME")]
    pub mapping: Option<String>,
    /// Write the rows that are not taken to this file, or into this folder, with the reason of each
    #[arg(long, value_name = "FILE")]
    pub failed_rows: Option<PathBuf>,
    /// What becomes of rows that may be a lead that is here already, if not what is proposed for each
    #[arg(long, value_enum)]
    pub doubtful: Option<Doubtful>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Doubtful {
    Add,
    FillIn,
    LeaveOut,
}

impl From<Doubtful> for Decision {
    fn from(doubtful: Doubtful) -> Self {
        match doubtful {
            Doubtful::Add => Self::Add,
            Doubtful::FillIn => Self::FillIn,
            Doubtful::LeaveOut => Self::LeaveOut,
        }
    }
}

#[derive(Debug, Args)]
pub struct UndoImport {
    /// The import's number: see `imports`
    pub id: i64,
    /// Take leads back too that were worked on since; what was done to them is lost
    #[arg(long)]
    pub also_worked_on: bool,
}

/// Which leads; without any of these, all.
#[derive(Debug, Args)]
pub struct Filter {
    #[arg(long, value_enum)]
    pub tab: Option<TabName>,
    #[arg(long, value_enum)]
    pub stage: Option<StageName>,
    /// Words and conditions, as in the window's search: `fabrikam country:KR is:hot`
    #[arg(long, value_name = "TEXT")]
    pub search: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum TabName {
    Marketplace,
    Qualified,
    Favorites,
}

impl From<TabName> for Tab {
    fn from(tab: TabName) -> Self {
        match tab {
            TabName::Marketplace => Self::Marketplace,
            TabName::Qualified => Self::Qualified,
            TabName::Favorites => Self::Favorites,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum StageName {
    Received,
    Accepted,
    Archived,
}

impl From<StageName> for StageKind {
    fn from(stage: StageName) -> Self {
        match stage {
            StageName::Received => Self::Received,
            StageName::Accepted => Self::Accepted,
            StageName::Archived => Self::Archived,
        }
    }
}

#[derive(Debug, Args)]
pub struct Export {
    #[arg(long, short, value_enum)]
    pub format: FormatName,
    #[command(flatten)]
    pub filter: Filter,
    /// These leads, by their numbers
    #[arg(long, value_delimiter = ',', value_name = "ID", conflicts_with_all = ["tab", "stage", "search"])]
    pub ids: Vec<i64>,
    /// The file, or - for standard output; a format that is limited in size is written as several files beside it
    #[arg(long, short, value_name = "FILE")]
    pub output: PathBuf,
    /// Replace a file that is there
    #[arg(long)]
    pub force: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum FormatName {
    /// Partner Center's bulk CSV, to be uploaded there: files of 1,000
    PartnerCenterCsv,
    SalesforceCsv,
    DynamicsCsv,
    DynamicsXlsx,
    Csv,
    Xlsx,
    /// Everything, unknown keys too
    Json,
    Vcard,
    /// Purchase dates and follow-ups (.ics)
    Calendar,
}

impl From<FormatName> for ExportFormat {
    fn from(format: FormatName) -> Self {
        match format {
            FormatName::PartnerCenterCsv => Self::PartnerCenterCsv,
            FormatName::SalesforceCsv => Self::SalesforceCsv,
            FormatName::DynamicsCsv => Self::DynamicsCsv,
            FormatName::DynamicsXlsx => Self::DynamicsXlsx,
            FormatName::Csv => Self::Csv,
            FormatName::Xlsx => Self::Xlsx,
            FormatName::Json => Self::Json,
            FormatName::Vcard => Self::Vcard,
            FormatName::Calendar => Self::Calendar,
        }
    }
}

#[derive(Debug, Args)]
pub struct List {
    #[command(flatten)]
    pub filter: Filter,
    /// At most so many
    #[arg(long, default_value_t = 50, value_name = "N")]
    pub limit: u32,
}

#[derive(Debug, Args)]
pub struct Id {
    /// The lead's number: see `list`
    pub id: i64,
}

#[derive(Debug, Args)]
pub struct Seen {
    /// The lead's number: see `list`
    pub id: i64,
    /// Only if the lead is still at this revision
    #[arg(long, value_name = "N")]
    pub revision: Option<i64>,
}

#[derive(Debug, Args)]
pub struct Accept {
    #[command(flatten)]
    pub lead: Seen,
    /// The deal's name
    #[arg(long)]
    pub name: String,
    /// The estimated value, such as 12500.50
    #[arg(long, allow_hyphen_values = true)]
    pub value: String,
    /// Its ISO 4217 code, such as USD
    #[arg(long)]
    pub currency: String,
    /// The estimated purchase date, such as 2026-12-31
    #[arg(long)]
    pub date: String,
    #[arg(long, allow_hyphen_values = true)]
    pub notes: String,
    #[arg(long, default_value = "", hide_default_value = true)]
    pub crm_id: String,
    #[arg(long, default_value = "", hide_default_value = true)]
    pub campaign_id: String,
    /// One of your people on the deal, once for each: "name, phone, e-mail"
    #[arg(long = "employee", action = ArgAction::Append, value_name = "PERSON")]
    pub employees: Vec<String>,
}

#[derive(Debug, Args)]
pub struct Decline {
    #[command(flatten)]
    pub lead: Seen,
    /// 1 budget, 2 no response, 3 other vendor, 4 requirement not met, 5 not a customer, 6 too short, 7 abuse, 8 other
    #[arg(long, value_parser = clap::value_parser!(u8).range(1..=8))]
    pub reason: u8,
    #[arg(long, default_value = "", hide_default_value = true, allow_hyphen_values = true)]
    pub notes: String,
}

#[derive(Debug, Args)]
pub struct Win {
    #[command(flatten)]
    pub lead: Seen,
    #[arg(long, default_value = "", hide_default_value = true, allow_hyphen_values = true)]
    pub notes: String,
}

#[derive(Debug, Args)]
pub struct Lose {
    #[command(flatten)]
    pub lead: Seen,
    /// As of `decline`
    #[arg(long, value_parser = clap::value_parser!(u8).range(1..=8))]
    pub reason: Option<u8>,
    #[arg(long, default_value = "", hide_default_value = true, allow_hyphen_values = true)]
    pub notes: String,
}

#[derive(Debug, Args)]
pub struct Contact {
    #[command(flatten)]
    pub lead: Seen,
    #[arg(long, value_enum, default_value = "other")]
    pub way: WayName,
    #[arg(long, default_value = "", hide_default_value = true, allow_hyphen_values = true)]
    pub note: String,
    /// When, if not now: "2026-11-24 14:30" here, or 2026-11-24T14:30Z anywhere
    #[arg(long, value_name = "TIME")]
    pub at: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum WayName {
    Phone,
    Email,
    Meeting,
    Other,
}

impl From<WayName> for ContactWay {
    fn from(way: WayName) -> Self {
        match way {
            WayName::Phone => Self::Phone,
            WayName::Email => Self::Email,
            WayName::Meeting => Self::Meeting,
            WayName::Other => Self::Other,
        }
    }
}

#[derive(Debug, Args)]
pub struct Duplicates {
    /// At most so many pairs
    #[arg(long, default_value_t = 50, value_name = "N")]
    pub limit: u32,
}

#[derive(Debug, Args)]
pub struct Backup {
    pub file: PathBuf,
    /// Replace a file that is there
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Args)]
pub struct Restore {
    pub file: PathBuf,
}

#[derive(Debug, Args)]
pub struct Check {
    /// A backup; the database itself when it is left out
    pub file: Option<PathBuf>,
}
