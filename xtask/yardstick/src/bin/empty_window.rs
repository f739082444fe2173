//! The window that Hearth's idle cost is compared with: as `tauri.conf.json` describes it, on an empty page.
//!
//! Nothing of Hearth runs in it: no database, no alarm, no tray, no command. With `--hidden` the window is made and never
//! shown; with `--word` its page has one word, so that it can be seen when it is painted; with `--still FOLDER` it shows the page
//! that lies there, which looks like something and does nothing. It prints a line once the page is there.

use std::borrow::Cow;
use std::path::PathBuf;

use tauri::utils::assets::{AssetKey, AssetsIter, CspHash};
use tauri::webview::PageLoadEvent;
use tauri::{Assets, Runtime, WebviewWindowBuilder};

const EMPTY: &[u8] = b"<!doctype html><html lang=\"en\"><head><title>Empty</title></head><body></body></html>";
const WORD: &[u8] =
    b"<!doctype html><html lang=\"en\"><head><title>Empty</title></head><body><h1>Empty</h1></body></html>";

/// What the window shows.
enum Page {
    One(&'static [u8]),
    /// The files of a folder.
    Still(PathBuf),
}

impl<R: Runtime> Assets<R> for Page {
    fn get(&self, key: &AssetKey) -> Option<Cow<'_, [u8]>> {
        match self {
            Self::One(page) => Some(Cow::Borrowed(page)),
            Self::Still(folder) => {
                std::fs::read(folder.join(key.as_ref().trim_start_matches('/'))).ok().map(Cow::Owned)
            }
        }
    }

    fn iter(&self) -> Box<AssetsIter<'_>> {
        Box::new(std::iter::empty())
    }

    fn csp_hashes(&self, _: &AssetKey) -> Box<dyn Iterator<Item = CspHash<'_>> + '_> {
        Box::new(std::iter::empty())
    }
}

fn main() -> tauri::Result<()> {
    let (mut hidden, mut page) = (false, Page::One(EMPTY));
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--hidden" => hidden = true,
            "--word" => page = Page::One(WORD),
            "--still" => page = Page::Still(arguments.next().expect("--still FOLDER").into()),
            other => panic!("{other} is not known"),
        }
    }
    let mut context = hearth_shell::context();
    if let Page::Still(_) = page {
        // What is compared is the page: all around it is as Hearth has it.
        hearth_shell::cure_surroundings();
        // It has the styles of its elements in its text, where Hearth's code sets them.
        context.config_mut().app.security.csp = None;
    }
    context.set_assets(Box::new(page));
    tauri::Builder::default()
        .setup(move |app| {
            let config = app.config().app.windows.first().ok_or(tauri::Error::WindowNotFound)?;
            WebviewWindowBuilder::from_config(app.handle(), config)?
                .on_page_load(move |window, load| {
                    if load.event() == PageLoadEvent::Finished {
                        if !hidden {
                            window.show().expect("a new window can be shown");
                        }
                        println!("ready");
                    }
                })
                .build()?;
            Ok(())
        })
        .run(context)
}
