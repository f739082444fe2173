//! macOS: an agent in the user's LaunchAgents folder, which launchd starts at login.

use std::ffi::OsStr;
use std::io;
use std::path::PathBuf;

use super::Login;

pub fn is_on(login: &Login) -> io::Result<bool> {
    match std::fs::read_to_string(file(login)?) {
        Ok(text) => Ok(text == agent(login)?),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

pub fn turn_on(login: &Login) -> io::Result<()> {
    let (file, text) = (file(login)?, agent(login)?);
    let folder = file.parent().ok_or(io::ErrorKind::NotFound)?;
    std::fs::create_dir_all(folder)?;
    // In one step: half an agent would start nothing, and say nothing.
    let half = folder.join(format!(".{}.new", login.identifier));
    std::fs::write(&half, text)?;
    std::fs::rename(half, file)
}

pub fn turn_off(login: &Login) -> io::Result<()> {
    match std::fs::remove_file(file(login)?) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn file(login: &Login) -> io::Result<PathBuf> {
    let home = dirs::home_dir().ok_or_else(|| io::Error::other("the system names no home folder"))?;
    Ok(home.join("Library/LaunchAgents").join(format!("{}.plist", login.identifier)))
}

fn agent(login: &Login) -> io::Result<String> {
    let mut words = text(login.program.as_os_str())?;
    for argument in &login.arguments {
        words.push_str(&text(argument)?);
    }
    Ok(format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n\
         <plist version=\"1.0\"><dict>\n\
         <key>Label</key><string>{}</string>\n\
         <key>ProgramArguments</key><array>{words}</array>\n\
         <key>RunAtLoad</key><true/>\n\
         <key>ProcessType</key><string>Interactive</string>\n\
         </dict></plist>\n",
        login.identifier
    ))
}

fn text(argument: &OsStr) -> io::Result<String> {
    let text = argument.to_str().filter(|text| !text.contains(char::is_control)).ok_or(io::ErrorKind::InvalidInput)?;
    Ok(format!("<string>{}</string>", text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")))
}
