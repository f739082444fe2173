//! A still copy of Hearth's first screen: what any page that looks like it costs, whatever its code does.
//!
//! It is taken from the running app: the elements as they stand in its document, with the very styles of its build, and no script.

use std::fs;
use std::path::PathBuf;

use serde_json::json;

use super::super::Extent;
use super::super::programs::Programs;
use super::super::stage::Stage;
use super::database;
use super::session::Session;
use crate::process::Outcome;
use crate::workspace::ui;

/// The text of the document without what would be fetched to be run, and without the open lead, which is drawn after the rows.
const COPY: &str = "const page = document.documentElement.cloneNode(true); \
    page.querySelectorAll('script, link[rel=modulepreload], .lead-side > *').forEach((later) => later.remove()); \
    return '<!doctype html>' + page.outerHTML";

/// Has Hearth draw its first screen of so many leads, and lays the copy into a folder.
///
/// On a stage of its own, whose screen goes with it: a Hearth that is still ending would take the next start for a handover.
pub fn copy(programs: &Programs, leads: u32, extent: Extent) -> Outcome<PathBuf> {
    let stage = Stage::set("cold-start-copy")?;
    database::lay(&stage, leads, extent)?;
    let args = ["--data-dir".to_owned(), stage.data().display().to_string()];
    let session = Session::open(&stage, &programs.hearth(), &args)?;
    session
        .until("the first rows", "return document.querySelector('#lead-list [role=row] [role=gridcell]') !== null")?;
    let page = session.run(COPY, json!([]))?;
    session.close();
    let page = page.as_str().ok_or("the page has no text")?;
    let folder = stage.data().with_file_name("still");
    let failed = |why: std::io::Error| format!("the still copy: {why}");
    fs::create_dir_all(folder.join("assets")).map_err(failed)?;
    fs::write(folder.join("index.html"), page).map_err(failed)?;
    for asset in fs::read_dir(ui().join("dist").join("assets")).map_err(failed)? {
        let asset = asset.map_err(failed)?;
        if asset.path().extension().is_some_and(|ending| ending == "css") {
            fs::copy(asset.path(), folder.join("assets").join(asset.file_name())).map_err(failed)?;
        }
    }
    Ok(folder)
}
