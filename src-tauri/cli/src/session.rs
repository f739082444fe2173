//! One run of the terminal: the folder, the database while it is open, the language, and what is printed to.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use hearth_core::actions::settings;
use hearth_core::api::LanguageChoice;
use hearth_core::app::{App, ChangeListener, Changes, OpenOptions};
use hearth_core::clock::SystemClock;
use hearth_core::texts::{FluentValue, Language, Texts};

use crate::args::Cli;
use crate::failure::Failure;
use crate::out::Out;

pub struct Session {
    pub folder: PathBuf,
    pub json: bool,
    pub out: Out,
    lang: Option<LanguageChoice>,
    texts: Texts,
    changed: Arc<Changed>,
}

/// Whether anything was committed by this run.
#[derive(Default)]
struct Changed(AtomicBool);

impl ChangeListener for Changed {
    fn changed(&self, _: &Changes) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl Session {
    pub fn new(cli: &Cli) -> Result<Self, Failure> {
        let said = std::env::var_os("HEARTH_DATA_DIR").filter(|folder| !folder.is_empty()).map(PathBuf::from);
        let folder = match cli.data_dir.clone().or(said) {
            Some(folder) => std::path::absolute(folder)?,
            None => hearth_door::usual_data_folder(hearth_door::IDENTIFIER)
                .ok_or_else(|| Failure::System { detail: "the system names no folder for data".to_owned() })?,
        };
        let lang = cli.lang.map(LanguageChoice::from);
        let texts = Texts::new(Language::of(lang.unwrap_or(LanguageChoice::System), &hearth_door::locale()));
        Ok(Self { folder, json: cli.json, out: Out::default(), lang, texts, changed: Arc::default() })
    }

    pub fn database(&self) -> PathBuf {
        self.folder.join(hearth_door::DATABASE)
    }

    /// Opens the database that is there.
    pub fn open(&mut self) -> Result<App, Failure> {
        if !self.database().exists() {
            return Err(Failure::NoDatabase { folder: self.folder.clone() });
        }
        self.open_at(&self.database())
    }

    /// Opens the database, or makes one.
    pub fn open_or_make(&mut self) -> Result<App, Failure> {
        hearth_door::make_private(&self.folder)?;
        self.open_at(&self.database())
    }

    fn open_at(&mut self, path: &Path) -> Result<App, Failure> {
        let app = App::open(OpenOptions {
            path: path.to_owned(),
            clock: Arc::new(SystemClock),
            listener: self.changed.clone(),
            user_name: hearth_door::user_name(),
            system_locale: hearth_door::locale(),
        })?;
        if self.lang.is_none() {
            self.texts = Texts::new(settings::language(&app)?);
        }
        Ok(app)
    }

    pub fn texts(&self) -> &Texts {
        &self.texts
    }

    pub fn text(&self, id: &str) -> String {
        self.texts.text(id)
    }

    pub fn format<'a>(&self, id: &str, args: &[(&'a str, FluentValue<'a>)]) -> String {
        self.texts.format(id, args)
    }

    /// Tells a running window if anything was changed.
    pub fn ring(&self) {
        if self.changed.0.load(Ordering::Relaxed) {
            hearth_door::ring(&self.folder);
        }
    }
}
