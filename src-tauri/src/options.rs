//! What the command line and the environment ask for.
//!
//! Only reading happens here: the data folder is made, and the files are imported, elsewhere.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::prelude::*;

/// What `hearth --help` prints.
pub const HELP: &str = "\
Hearth: work the leads that Microsoft sends, and let none go cold.

Usage: hearth [--data-dir DIR] [--hidden] [FILE...]

  FILE             a file of leads (JSON or CSV) to import
  --data-dir DIR   where the database lies; HEARTH_DATA_DIR says the same
  --hidden         start in the tray, where there is one
  --version        print the version
  --help           print this
";

/// How Hearth was started.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The folder of the database; the system's own place for it when `None`.
    pub data_dir: Option<PathBuf>,
    pub hidden: bool,
    pub files: Vec<PathBuf>,
}

/// What the command line asks for.
#[derive(Debug, PartialEq, Eq)]
pub enum Asked {
    Start(Options),
    Version,
    Help,
}

impl Options {
    /// Reads `arguments` (without the program's name); `data_dir` is what the environment says.
    ///
    /// Fails with a sentence for whoever typed it.
    pub fn read(
        arguments: impl IntoIterator<Item = OsString>,
        data_dir: Option<OsString>,
    ) -> Result<Asked, lexopt::Error> {
        let mut options = Self { data_dir: data_dir.filter(|d| !d.is_empty()).map(PathBuf::from), ..Self::default() };
        let mut parser = lexopt::Parser::from_args(arguments);
        while let Some(argument) = parser.next()? {
            match argument {
                Long("data-dir") => options.data_dir = Some(parser.value()?.into()),
                Long("hidden") => options.hidden = true,
                Long("version") | Short('V') => return Ok(Asked::Version),
                Long("help") | Short('h') => return Ok(Asked::Help),
                Value(file) => options.files.push(file.into()),
                other => return Err(other.unexpected()),
            }
        }
        Ok(Asked::Start(options))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str, env: Option<&str>) -> Result<Asked, lexopt::Error> {
        Options::read(line.split_whitespace().map(OsString::from), env.map(OsString::from))
    }

    #[test]
    fn files_and_switches_may_stand_in_any_order() {
        let asked = read("leads.csv --hidden --data-dir=desk more.json", None).unwrap();
        let expected = Options {
            data_dir: Some("desk".into()),
            hidden: true,
            files: vec!["leads.csv".into(), "more.json".into()],
        };
        assert_eq!(asked, Asked::Start(expected), "a file manager puts files first, a shortcut puts switches first");
    }

    #[test]
    fn the_command_line_wins_over_the_environment() {
        let folder = |line, env| match read(line, env).unwrap() {
            Asked::Start(options) => options.data_dir,
            other => panic!("{line} is a start, not {other:?}"),
        };
        assert_eq!(folder("--data-dir a", Some("b")), Some("a".into()), "what was typed last is meant");
        assert_eq!(folder("", Some("b")), Some("b".into()), "the environment speaks when nothing was typed");
        assert_eq!(folder("", Some("")), None, "an empty variable says nothing");
    }

    #[test]
    fn a_file_whose_name_looks_like_a_switch_can_be_given() {
        let Asked::Start(options) = read("-- --hidden", None).unwrap() else { panic!("a start") };
        assert_eq!((options.hidden, options.files), (false, vec!["--hidden".into()]), "after -- all are files");
    }

    #[test]
    fn an_unknown_switch_is_refused_by_name() {
        let error = read("--quiet", None).unwrap_err();
        assert!(error.to_string().contains("--quiet"), "the message names what was not understood: {error}");
        assert!(read("--data-dir", None).is_err(), "a switch without its value is not a start");
    }
}
