//! Linux: an entry in the user's autostart folder. Source: freedesktop.org, Desktop Application Autostart Specification
//! and Desktop Entry Specification 1.5, "The Exec key".

use std::ffi::OsStr;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::Login;

pub fn is_on(login: &Login) -> io::Result<bool> {
    let text = match std::fs::read_to_string(file(login)?) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error),
    };
    Ok(starts(&text, &exec(login)?))
}

pub fn turn_on(login: &Login) -> io::Result<()> {
    let (file, exec) = (file(login)?, exec(login)?);
    let folder = file.parent().ok_or(io::ErrorKind::NotFound)?;
    std::fs::create_dir_all(folder)?;
    let text = format!(
        "[Desktop Entry]\nType=Application\nVersion=1.5\nName=Hearth\nIcon=hearth\nTerminal=false\nStartupNotify=false\n\
         X-GNOME-Autostart-enabled=true\nExec={exec}\n"
    );
    // In one step: half an entry would start nothing, and say nothing.
    let half = folder.join(format!(".{}.new", login.identifier));
    let mut written = std::fs::File::create(&half)?;
    written.write_all(text.as_bytes())?;
    written.sync_all()?;
    std::fs::rename(half, file)
}

pub fn turn_off(login: &Login) -> io::Result<()> {
    match std::fs::remove_file(file(login)?) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn file(login: &Login) -> io::Result<PathBuf> {
    let config = dirs::config_dir().ok_or_else(|| io::Error::other("the system names no folder for settings"))?;
    Ok(config.join("autostart").join(format!("{}.desktop", login.identifier)))
}

/// Whether an entry has the session start `exec`: not another Hearth, and not switched off by the session's own settings.
fn starts(entry: &str, exec: &str) -> bool {
    let main = entry.split("\n[").next().unwrap_or(entry);
    let value = |key: &str| main.lines().find_map(|line| line.strip_prefix(key)?.trim_start().strip_prefix('='));
    let value = |key: &str| value(key).map(str::trim);
    value("Exec") == Some(exec)
        && value("Hidden") != Some("true")
        && value("X-GNOME-Autostart-enabled") != Some("false")
}

fn exec(login: &Login) -> io::Result<String> {
    let mut words = vec![word(login.program.as_os_str())?];
    for argument in &login.arguments {
        words.push(word(argument)?);
    }
    Ok(words.join(" "))
}

/// One argument of an Exec line: quoted, then escaped once more as every text of an entry is.
fn word(argument: &OsStr) -> io::Result<String> {
    let text = argument.to_str().ok_or_else(|| unwritable(argument))?;
    if text.contains(char::is_control) {
        return Err(unwritable(argument));
    }
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./+:@,".contains(c);
    if !text.is_empty() && text.chars().all(plain) {
        return Ok(text.to_owned());
    }
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '\\' => quoted.push_str("\\\\\\\\"),
            '"' | '`' | '$' => {
                quoted.push_str("\\\\");
                quoted.push(character);
            }
            // A percent sign stands for something that the session puts in.
            '%' => quoted.push_str("%%"),
            _ => quoted.push(character),
        }
    }
    quoted.push('"');
    Ok(quoted)
}

fn unwritable(argument: &OsStr) -> io::Error {
    let shown = Path::new(argument).display().to_string();
    io::Error::new(io::ErrorKind::InvalidInput, format!("an autostart entry cannot name {shown:?}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_quoted_as_the_specification_has_it() {
        let word = |text: &str| word(OsStr::new(text)).unwrap();
        assert_eq!(word("/usr/bin/hearth"), "/usr/bin/hearth", "what needs no quotes is left as it is");
        assert_eq!(word("/opt/My Apps/hearth"), r#""/opt/My Apps/hearth""#, "a space would end the program's name");
        assert_eq!(word("/o/50%"), r#""/o/50%%""#, "a percent sign would be put something in for");
        assert_eq!(word(r#"/o/"$`\"#), r#""/o/\\"\\$\\`\\\\""#, "escaped in the quotes, and again in the entry");
        assert_eq!(word(""), "\"\"", "an empty argument is still one");
        assert!(super::word(OsStr::new("/o/a\nExec=evil")).is_err(), "a line end would begin another key");
    }

    #[test]
    fn an_entry_counts_only_if_it_starts_this_hearth() {
        let entry = "[Desktop Entry]\nType=Application\nExec=/usr/bin/hearth --hidden\n";
        let exec = "/usr/bin/hearth --hidden";
        assert!(starts(entry, exec), "as it was written");
        assert!(starts(&entry.replace("Exec=", "Exec = "), exec), "or as another program writes it");
        assert!(!starts(entry, "/opt/hearth --hidden"), "another one than this is started");
        for off in ["Hidden=true", "X-GNOME-Autostart-enabled=false"] {
            assert!(!starts(&format!("{entry}{off}\n"), exec), "the session's settings switched it off by {off}");
        }
        assert!(starts(&format!("{entry}\n[Desktop Action x]\nHidden=true\n"), exec), "another group is not meant");
    }
}
