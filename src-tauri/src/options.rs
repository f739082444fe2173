//! What the command line and the environment ask for.
//!
//! Only reading happens here: the data folder is made, files are imported and links opened elsewhere. A link comes from
//! outside and is held apart from everything else: it ends the reading.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::prelude::*;
use url::Url;

use crate::deep_link;

/// What `hearth --help` prints.
pub const HELP: &str = "\
Hearth: work the leads that Microsoft sends, and let none go cold.

Usage: hearth [--data-dir DIR] [--hidden] [FILE...] [hearth://lead/NUMBER]

  FILE             a file of leads (JSON or CSV) to import
  hearth://lead/NUMBER
                   a link to a lead to open; nothing after it is read
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
    /// A link as it was given, to be trusted by nobody: see `deep_link`.
    pub link: Option<String>,
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
                Value(link) if deep_link::is_link(&link) => {
                    options.link = Some(link.to_string_lossy().into_owned());
                    // What follows may come out of the link itself, by a quote in it where the system knows command lines
                    // only as one text.
                    break;
                }
                Value(file) => options.files.push(path(file)),
                other => return Err(other.unexpected()),
            }
        }
        Ok(Asked::Start(options))
    }
}

/// A launcher that can pass links passes files as `file:` links too.
fn path(argument: OsString) -> PathBuf {
    let url = argument.to_str().filter(|text| text.starts_with("file://")).and_then(|text| Url::parse(text).ok());
    url.and_then(|url| url.to_file_path().ok()).unwrap_or_else(|| argument.into())
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
            link: None,
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

    fn start(arguments: &[&str]) -> Options {
        match Options::read(arguments.iter().map(OsString::from), None).unwrap() {
            Asked::Start(options) => options,
            other => panic!("{arguments:?} is a start, not {other:?}"),
        }
    }

    #[test]
    fn a_link_is_never_a_file_nor_a_switch() {
        for link in ["hearth://lead/7", "HEARTH:--data-dir=x", "hearth:/etc/passwd", "hearth:"] {
            let expected = Options { link: Some(link.to_owned()), ..Options::default() };
            assert_eq!(start(&[link]), expected, "{link} is a link, whatever it looks like");
            assert_eq!(start(&["--", link]), expected, "{link} is one too where files were announced");
        }
    }

    #[test]
    fn nothing_after_a_link_is_read() {
        let out_of_the_link = ["hearth://lead/7", "--data-dir=//elsewhere/desk", "leads.csv", "--nonsense"];
        assert_eq!(
            start(&out_of_the_link),
            Options { link: Some("hearth://lead/7".to_owned()), ..Options::default() },
            "a web page must not choose the data folder or have a file imported"
        );
        let before = start(&["--hidden", "leads.csv", "hearth://lead/7"]);
        assert!(before.hidden && before.files.len() == 1, "what stands before it was not in it: {before:?}");
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_a_launcher_passes_as_a_link_is_that_file() {
        let files = start(&["file:///home/sam/%EB%A6%AC%EB%93%9C%201.csv", "file:not-one"]).files;
        assert_eq!(files, ["/home/sam/리드 1.csv", "file:not-one"].map(PathBuf::from), "decoded, or left as it is");
    }
}
