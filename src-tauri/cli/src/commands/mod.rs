//! One function for each command: the core is asked, and its answer printed as a person or as a program reads it.

mod care;
mod duplicates;
mod export;
mod import;
mod leads;
mod work;

use crate::args::Command;
use crate::failure::Failure;
use crate::session::Session;

/// Done, and whether in part only.
pub type Done = Result<u8, Failure>;

pub fn run(session: &mut Session, command: Command) -> Done {
    match command {
        Command::Import(asked) => import::import(session, asked),
        Command::Imports => import::imports(session),
        Command::UndoImport(asked) => import::undo_import(session, &asked),
        Command::Export(asked) => export::export(session, &asked),
        Command::List(asked) => leads::list(session, &asked),
        Command::Show(asked) => leads::show(session, asked.id),
        Command::Accept(asked) => work::accept(session, asked),
        Command::Decline(asked) => work::decline(session, asked),
        Command::Win(asked) => work::win(session, asked),
        Command::Lose(asked) => work::lose(session, asked),
        Command::Contact(asked) => work::contact(session, asked),
        Command::Duplicates(asked) => duplicates::duplicates(session, &asked),
        Command::Backup(asked) => care::back_up(session, &asked),
        Command::Restore(asked) => care::restore(session, &asked),
        Command::Check(asked) => care::check(session, asked),
        Command::Completions { .. } => Ok(0),
    }
}
