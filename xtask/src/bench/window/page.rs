//! What happens in the page of a desk of a million leads: rows over the bridge, scrolling, a typed word.

use serde_json::{Value, json};

use super::super::Extent;
use super::super::programs::Programs;
use super::super::report::Figure;
use super::super::stage::Stage;
use super::database;
use super::session::Session;
use crate::process::Outcome;

pub(super) const TOOLS: &str = include_str!("page.js");

/// A desk with so many leads, laid out as it comes, that shows all of them.
pub(super) fn desk(programs: &Programs, extent: Extent, name: &str) -> Outcome<(Stage, Session, u32)> {
    let leads = match extent {
        Extent::Full => 1_000_000,
        Extent::Quick => 2_000,
    };
    let stage = Stage::set(name)?;
    database::lay(&stage, leads, extent)?;
    let args = ["--data-dir".to_owned(), stage.data().display().to_string()];
    let session = Session::open(&stage, &programs.hearth(), &args)?;
    session
        .until("the first rows", "return document.querySelector('#lead-list [role=row] [role=gridcell]') !== null")?;
    session.run(TOOLS, json!([]))?;
    show_all(&session)?;
    Ok((stage, session, leads))
}

/// Every lead of every stage in one list.
fn show_all(session: &Session) -> Outcome {
    // By the side bar, which may have to be opened by its key first.
    let click = "const all = () => document.querySelector('nav button.all'); \
        if (!all()) document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'v', code: 'KeyV', bubbles: true })); \
        all()?.click(); return !!all()";
    session.until("the list of all leads", click)?;
    session.until("its rows", "return document.querySelectorAll('#lead-list [role=row] [role=gridcell]').length > 5")
}

pub fn measure(programs: &Programs, extent: Extent) -> Outcome<Vec<Figure>> {
    let (_stage, session, leads) = desk(programs, extent, "page")?;
    let quick = extent == Extent::Quick;
    let mut figures = vec![over_the_bridge(&session, leads, if quick { 5 } else { 300 })?];
    figures.extend(scrolling(&session, if quick { 500 } else { 10_000 })?);
    figures.push(typing(&session, if quick { 1 } else { 10 })?);
    session.close();
    Ok(figures)
}

fn over_the_bridge(session: &Session, leads: u32, times: u32) -> Outcome<Figure> {
    let script = "const [times, leads, done] = arguments; (async () => {
        const { invoke, timed } = window.__bench;
        const samples = [], floor = [];
        for (let at = 0; at < times; at++) {
          const offset = Math.floor((leads - 60) * ((at * 0.618034) % 1));
          const request = { tab: 'all', stage: null, query: '', sort: 'received', descending: true, offset, limit: 60, list: null };
          floor.push(await timed(() => invoke('read_query', { query: '' })));
          samples.push(await timed(() => invoke('list_leads', request)));
        }
        return { samples, floor };
      })().then(done, (why) => done({ error: String(why?.message ?? JSON.stringify(why)) }))";
    let answer = session.run_async(script, json!([times, leads]))?;
    Ok(Figure {
        name: "ipc_window".into(),
        unit: "ms",
        samples: numbers(&answer["samples"]),
        floor: numbers(&answer["floor"]),
        note: Some("60 rows at a random place; the floor is the reading of an empty query".into()),
    })
}

fn scrolling(session: &Session, milliseconds: u32) -> Outcome<[Figure; 2]> {
    // In two scripts: a driver waits twenty seconds for one.
    let live = "const [milliseconds, how, done] = arguments; (async () => {
        const { frames, grid, wheel, drag } = window.__bench;
        return frames(grid(), milliseconds, how === 'wheel' ? wheel() : drag);
      })().then(done, (why) => done({ error: String(why?.message ?? why) }))";
    let bare = "const [milliseconds, how, done] = arguments; (async () => {
        const { frames, wheel, drag, still } = window.__bench;
        const { box, restore } = still();
        const seen = await frames(box, milliseconds, how === 'wheel' ? wheel() : drag);
        restore();
        return seen;
      })().then(done, (why) => done({ error: String(why?.message ?? why) }))";
    let measured = |name: &str, how: &str| -> Outcome<Figure> {
        let live = session.run_async(live, json!([milliseconds, how]))?;
        let bare = session.run_async(bare, json!([milliseconds, how]))?;
        Ok(Figure {
            name: name.into(),
            unit: "ms",
            samples: numbers(&live["times"]),
            floor: numbers(&bare["times"]),
            note: Some(format!(
                "time between frames; {} frames with nothing where a row belongs, {} with a row that was not read yet",
                live["blank"], live["unread"]
            )),
        })
    };
    Ok([measured("scroll", "wheel")?, measured("scroll_drag", "drag")?])
}

fn typing(session: &Session, rounds: u32) -> Outcome<Figure> {
    let script = "const [rounds, done] = arguments; (async () => {
        const { typed, set, frame } = window.__bench;
        const words = ['northwind', 'fabrikam', 'contoso', 'tailspin', '한빛', '새롬', 'migration', 'wingtip'];
        const search = document.querySelector('input[type=search], [role=searchbox], .search input');
        const samples = [], floor = [];
        const marked = (text) => () => [...document.querySelectorAll('#lead-list mark')].some((mark) => mark.textContent.normalize('NFC').toLowerCase() === text);
        const bare = document.createElement('div');
        bare.innerHTML = '<input><p></p>';
        // In sight: what lies below the window is painted by nobody.
        bare.style.cssText = 'position:fixed;inset:0 auto auto 0;z-index:9;background:white';
        document.body.append(bare);
        const [input, echo] = bare.children;
        input.addEventListener('input', () => (echo.textContent = input.value));
        for (let round = 0; round < rounds; round++) {
          for (const word of words) {
            await typed(search, word, marked(word)).then((time) => samples.push(time));
            await typed(input, `${word}${round}`, () => echo.textContent === `${word}${round}`).then((time) => floor.push(time));
          }
        }
        set(search, '');
        bare.remove();
        await frame();
        return { samples, floor };
      })().then(done, (why) => done({ error: String(why?.message ?? why) }))";
    let answer = session.run_async(script, json!([rounds]))?;
    Ok(Figure {
        name: "type_to_paint".into(),
        unit: "ms",
        samples: numbers(&answer["samples"]),
        floor: numbers(&answer["floor"]),
        note: Some("from the letter to the frame with the hits marked; the floor is a field that only echoes".into()),
    })
}

pub(super) fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
}
