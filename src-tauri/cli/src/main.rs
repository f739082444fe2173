//! Hearth in the terminal, on the same database as the window and safely beside it.
//!
//! What may be done with a lead is decided in `hearth-core`, the same for both; here it is only asked for and told.

mod args;
mod commands;
mod failure;
mod out;
mod progress;
mod session;
mod table;
mod words;

use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory as _, Parser as _};
use serde_json::json;

use crate::args::{Cli, Command};
use crate::failure::{Failure, USAGE};
use crate::session::Session;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return misread(&error),
    };
    if let Command::Completions { shell } = cli.command {
        let mut completions = Vec::new();
        clap_complete::generate(shell, &mut Cli::command(), "hearth-cli", &mut completions);
        out::Out::default().write(&completions);
        return ExitCode::SUCCESS;
    }
    let mut session = match Session::new(&cli) {
        Ok(session) => session,
        Err(failure) => {
            out::complain(&format!("hearth-cli: {failure:?}"));
            return failure.exit_code().into();
        }
    };
    let done = commands::run(&mut session, cli.command);
    session.ring();
    let done = done.and_then(|code| match session.out.failure() {
        Some(error) => Err(Failure::from(error)),
        None => Ok(code),
    });
    match done {
        Ok(code) => code.into(),
        Err(failure) => {
            let texts = session.texts();
            if session.json {
                out::complain(&failure.json(texts).to_string());
            } else {
                out::complain(&failure.message(texts));
            }
            failure.exit_code().into()
        }
    }
}

/// A command line that is no command, or one that asks for help.
fn misread(error: &clap::Error) -> ExitCode {
    let asked = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    if !asked && std::env::args_os().any(|argument| argument == "--json") {
        let json = json!({ "code": "usage", "message": error.to_string().trim_end(), "exitCode": USAGE });
        out::complain(&json.to_string());
    } else {
        // To standard output or error, as it belongs; there is nobody to tell that it failed.
        let _ = error.print();
    }
    if asked { ExitCode::SUCCESS } else { USAGE.into() }
}
