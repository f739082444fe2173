//! The window that Hearth's idle cost is compared with: as `tauri.conf.json` describes it, on an empty page.
//!
//! Nothing of Hearth runs in it: no database, no alarm, no tray, no command. With `--hidden` the window is made and never
//! shown; with `--word` its page has one word, so that it can be seen when it is painted. It prints a line once the page is there.

use std::borrow::Cow;

use tauri::utils::assets::{AssetKey, AssetsIter, CspHash};
use tauri::webview::PageLoadEvent;
use tauri::{Assets, Runtime, WebviewWindowBuilder};

const PAGE: &[u8] = b"<!doctype html><html lang=\"en\"><head><title>Empty</title></head><body></body></html>";
const WORD: &[u8] =
    b"<!doctype html><html lang=\"en\"><head><title>Empty</title></head><body><h1>Empty</h1></body></html>";

struct OnePage(&'static [u8]);

impl<R: Runtime> Assets<R> for OnePage {
    fn get(&self, _: &AssetKey) -> Option<Cow<'_, [u8]>> {
        Some(Cow::Borrowed(self.0))
    }

    fn iter(&self) -> Box<AssetsIter<'_>> {
        Box::new(std::iter::empty())
    }

    fn csp_hashes(&self, _: &AssetKey) -> Box<dyn Iterator<Item = CspHash<'_>> + '_> {
        Box::new(std::iter::empty())
    }
}

fn main() -> tauri::Result<()> {
    let hidden = std::env::args().any(|argument| argument == "--hidden");
    let page = if std::env::args().any(|argument| argument == "--word") { WORD } else { PAGE };
    let mut context = hearth_shell::context();
    context.set_assets(Box::new(OnePage(page)));
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
