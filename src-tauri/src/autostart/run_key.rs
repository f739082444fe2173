//! Windows: a value under the user's Run key, and the mark by which the Task Manager switches it off.

use std::ffi::OsStr;
use std::io;

use winreg::RegKey;
use winreg::enums::{HKEY_CURRENT_USER, KEY_QUERY_VALUE, KEY_SET_VALUE};

use super::Login;

const RUN: &str = r"Software\Microsoft\Windows\CurrentVersion\Run";
const APPROVED: &str = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run";

pub fn is_on(login: &Login) -> io::Result<bool> {
    let command = match user().open_subkey(RUN)?.get_value::<String, _>(&login.identifier) {
        Ok(command) => command,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error),
    };
    Ok(command == command_line(login)? && !switched_off(login))
}

pub fn turn_on(login: &Login) -> io::Result<()> {
    let (run, _) = user().create_subkey(RUN)?;
    run.set_value(&login.identifier, &command_line(login)?)?;
    forget_mark(login)
}

pub fn turn_off(login: &Login) -> io::Result<()> {
    let run = user().open_subkey_with_flags(RUN, KEY_SET_VALUE)?;
    gone(run.delete_value(&login.identifier))?;
    forget_mark(login)
}

fn user() -> RegKey {
    RegKey::predef(HKEY_CURRENT_USER)
}

/// The Task Manager's mark is twelve bytes, the first of which is odd when it has switched the value off.
fn switched_off(login: &Login) -> bool {
    let mark =
        user().open_subkey_with_flags(APPROVED, KEY_QUERY_VALUE).and_then(|key| key.get_raw_value(&login.identifier));
    mark.is_ok_and(|mark| mark.bytes.first().is_some_and(|first| first % 2 == 1))
}

fn forget_mark(login: &Login) -> io::Result<()> {
    match user().open_subkey_with_flags(APPROVED, KEY_SET_VALUE) {
        Ok(key) => gone(key.delete_value(&login.identifier)),
        Err(error) => gone(Err(error)),
    }
}

fn gone(removed: io::Result<()>) -> io::Result<()> {
    match removed {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn command_line(login: &Login) -> io::Result<String> {
    let mut words = vec![word(login.program.as_os_str())?];
    for argument in &login.arguments {
        words.push(word(argument)?);
    }
    Ok(words.join(" "))
}

/// One argument, always in quotes. A path has no quote in it; a backslash before the closing one would escape that.
fn word(argument: &OsStr) -> io::Result<String> {
    let text = argument.to_str().filter(|text| !text.contains('"')).ok_or(io::ErrorKind::InvalidInput)?;
    let end = text.len() - text.trim_end_matches('\\').len();
    Ok(format!("\"{text}{}\"", "\\".repeat(end)))
}
