//! The desk of a million leads in the core: how fast lists, filters and counts are answered, how the cost grows from a thousand
//! leads on, and what the desk takes of memory.
//!
//! Needs no window. Prints a line of JSON for each figure, which `cargo xtask bench desk` collects; `--quick` does it in small, and
//! `--make COUNT PATH` only makes a database, for benches that need a window. `--only "PARTS" COUNT [SAMPLES]` measures some parts
//! with so many leads, by their names with blanks between: load, first, jump, sort, filter, counts, searches, one; or many, alone.
//! The leads are made in `leads`, the floors the best SQL by hand on an index made for it, in the same run.

#[path = "../exchange_leads.rs"]
#[allow(dead_code, reason = "the other bench writes them to files")]
mod exchange_leads;
mod leads;
mod many;
mod one;
mod searches;
mod sort;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use hearth_core::api::*;
use hearth_core::app::App;
use hearth_core::domain::lead::StageKind;
use hearth_core::domain::search::{Amount, Filter, Flag, Query, Range, Test};
use hearth_core::domain::time::Timestamp;
use hearth_core::store::desk::{Listing, rows};
use rusqlite::Connection;
use serde_json::json;

use exchange_leads::Chance;
use leads::{NOW, database, make, open};

const LIMIT: u32 = 60;
const TABS: [Tab; 3] = [Tab::All, Tab::Marketplace, Tab::Qualified];
/// The orders that are changed between, with the column of the index that the floor has for each.
const SORTS: [(SortBy, &str); 4] = [
    (SortBy::Received, "received_at"),
    (SortBy::RespondBy, "respond_by"),
    (SortBy::Purchase, "purchase_on"),
    (SortBy::Customer, "customer COLLATE NOCASE"),
];
fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "--make") {
        return make(arguments[at + 1].parse().expect("how many leads"), Path::new(&arguments[at + 2]));
    }
    if let Some(at) = arguments.iter().position(|argument| argument == "--only") {
        let (part, count) = (arguments[at + 1].as_str(), arguments[at + 2].parse().expect("how many leads"));
        let samples = arguments.get(at + 3).and_then(|samples| samples.parse().ok());
        return match part {
            "many" => many::measure(count, samples.unwrap_or(5)),
            part => measure("", count, samples.unwrap_or(100), Some(part)),
        };
    }
    let quick = arguments.iter().any(|argument| argument == "--quick");
    let sizes: &[u32] = if quick { &[2_000] } else { &[1_000_000, 1_000, 10_000, 100_000] };
    for count in sizes {
        let name = match count {
            1_000_000 | 2_000 => String::new(),
            count => format!("_{}k", count / 1000),
        };
        measure(&name, *count, if quick { 3 } else { 100 }, None);
    }
    if quick { many::measure(2_000, 1) } else { many::measure(100_000, 5) }
}

fn measure(of: &str, count: u32, samples: usize, only: Option<&str>) {
    let wanted =
        |part: &str| only.is_none_or(|only| only.split(' ').any(|only| part.split(' ').any(|part| part == only)));
    // The desk and its floors have a file each: what an action writes is measured without the indexes of the floors, and the next
    // run finds the leads as they were made.
    let made = database(count);
    let (path, beside) = (copy(&made, "desk"), copy(&made, "floor"));
    let floor = Connection::open(&beside).expect("our own file");
    let app = load(of, count, &path, &floor);
    let indexes = || {
        for (at, (_, column)) in SORTS.iter().enumerate() {
            let index = format!("CREATE INDEX bench_{at} ON leads (tab, stage, {column}) WHERE merged_into IS NULL");
            floor.execute_batch(&index).expect("an index for the floor");
        }
        sort::indexes(&floor);
    };
    type Part<'a> = (&'a str, &'a dyn Fn());
    let parts: [Part<'_>; 8] = [
        ("one", &|| one::measure(of, &app, &path, &floor, samples)),
        ("first jump sort", &indexes),
        ("first", &|| first(of, &app, &floor, samples)),
        ("jump", &|| jump(of, count, &app, &floor, samples)),
        ("sort", &|| sort::measure(of, &app, &floor, samples)),
        ("filter", &|| filter(of, &app, &floor, samples)),
        ("counts", &|| counts(of, &app, samples)),
        ("searches", &|| searches::measure(of, &app, if samples < 10 { 1 } else { 20 })),
    ];
    parts.iter().filter(|(part, _)| wanted(part)).for_each(|(_, measure)| measure());
    let bytes = app.desk(|_, desk, _| Ok(desk.bytes())).expect("the desk") as f64;
    let note = format!("{count} leads, {:.1} MB in all, with two orders, four lists and sixteen queries", bytes / 1e6);
    print(&format!("desk_memory{of}"), "bytes/lead", &[bytes / f64::from(count)], &[], &note);
    drop(app);
    drop(floor);
    remove(&path);
    remove(&beside);
}

/// A copy of a database that is at rest.
fn copy(made: &Path, name: &str) -> PathBuf {
    let path = made.with_extension(format!("{name}.db"));
    remove(&path);
    std::fs::copy(made, &path).expect("room for a copy");
    path
}

fn remove(path: &Path) {
    for ending in ["", "-wal", "-shm"] {
        // It may never have been there.
        let _ = std::fs::remove_file(format!("{}{ending}", path.display()));
    }
}

/// Opens the desk and asks the first question.
fn load(of: &str, count: u32, path: &Path, floor: &Connection) -> App {
    let (mut took, mut least) = (Vec::new(), Vec::new());
    let (mut opened, mut grown) = (None, None);
    for _ in 0..3 {
        drop(opened.take());
        let app = open(path);
        let before = resident();
        took.push(time(|| app.desk(|_, desk, now| Ok(desk.totals(now))).expect("the desk").leads));
        // Later ones fill what the first one left.
        grown.get_or_insert((resident() - before) / f64::from(count));
        least.push(time(|| {
            let sql = "SELECT sum(received_at) FROM leads INDEXED BY leads_desk";
            floor.query_row(sql, [], |row| row.get::<_, f64>(0)).expect("the index") as u32
        }));
        opened = Some(app);
    }
    let (app, grown) = (opened.expect("it was opened"), grown.unwrap_or_default());
    let note = format!(
        "the first question after the start; the process grew by {grown:.0} bytes a lead. The floor adds up one column of the same index"
    );
    print(&format!("desk_load{of}"), "ms", &took, &least, &note);
    app
}

fn query(tab: Tab, stage: StageKind, sort: SortBy, descending: bool, offset: u32) -> ListQuery {
    ListQuery { tab, stage: Some(stage), query: String::new(), sort, descending, offset, limit: LIMIT, list: None }
}

/// The columns of a row, as the floor reads them.
const ROW: &str = "id, revision, lead_type, stage, outcome, customer, coalesce(deal_name, nullif(need, ''), notes, ''), received_at, \
    respond_by, archived_at, purchase_on, requested_contact, contacted_at, value_minor, value_currency, favorite, snoozed_until, \
    follow_up_on, contacts, city, country, deal_name, crm_id, campaign_id, employees, reason";

/// Rows by hand: a walk along an index from `offset` on.
fn by_hand(floor: &Connection, tab: &str, stage: &str, column: &str, way: &str, offset: u32) -> u32 {
    let sql = format!(
        "SELECT {ROW} FROM leads WHERE id IN (SELECT id FROM leads WHERE merged_into IS NULL AND tab = ?1 AND stage = ?2 \
         ORDER BY {column} {way}, id {way} LIMIT {LIMIT} OFFSET ?3) ORDER BY {column} {way}, id {way}"
    );
    walk(floor, &sql, (tab, stage, offset))
}

/// Reads every column of every row.
fn walk(floor: &Connection, sql: &str, given: impl rusqlite::Params) -> u32 {
    let mut statement = floor.prepare_cached(sql).expect("a statement");
    let mut rows = statement.query(given).expect("rows");
    let mut read = 0;
    while let Some(row) = rows.next().expect("rows") {
        for column in 0..26 {
            std::hint::black_box(row.get_ref(column).expect("a column"));
        }
        read += 1;
    }
    read
}

/// The first rows of lists that were not asked for before; their orders are known.
fn first(of: &str, app: &App, floor: &Connection, samples: usize) {
    let (mut took, mut least) = (Vec::new(), Vec::new());
    for sort in [SortBy::Received, SortBy::RespondBy] {
        let far = query(Tab::All, StageKind::Received, sort, false, 500);
        handlers::list_leads(app, far).expect("an order");
    }
    for sample in 0..samples {
        let (tab, stage) = (TABS[sample % 3], StageKind::ALL[sample / 3 % 3]);
        let descending = sample / 9 % 2 == 0;
        let (sort, column) = SORTS[sample / 18 % 2];
        let asked = query(tab, stage, sort, descending, 0);
        took.push(time(|| handlers::list_leads(app, asked.clone()).expect("a page").total));
        let (tab, way) = (["marketplace", "qualified"][sample % 2], if descending { "DESC" } else { "ASC" });
        least.push(time(|| by_hand(floor, tab, name(stage), column, way, 0)));
    }
    let note = "the first 60 rows with their total, of a list that was not asked for just before; its order is known";
    print(&format!("list_first{of}"), "ms", &took, &least, note);
}

/// Rows at any place of a long list.
fn jump(of: &str, count: u32, app: &App, floor: &Connection, samples: usize) {
    let (mut took, mut least) = (Vec::new(), Vec::new());
    let mut chance = Chance(7);
    let mut asked = query(Tab::All, StageKind::Received, SortBy::Received, true, 0);
    asked.stage = None;
    let page = handlers::list_leads(app, asked.clone()).expect("a page");
    asked.list = Some(page.list);
    for _ in 0..samples {
        asked.offset = chance.below(count as usize - 60) as u32;
        took.push(time(|| handlers::list_leads(app, asked.clone()).expect("a page").total));
        let offset = asked.offset / 4;
        least.push(time(|| by_hand(floor, "marketplace", "received", "received_at", "DESC", offset)));
    }
    let note = format!(
        "60 rows at a random place of a list of all {count} leads; the first one, which writes the list down, took {:.2} ms. The floor \
         skips a quarter as many in an index",
        took.first().copied().unwrap_or_default()
    );
    print(&format!("list_jump{of}"), "ms", &took, &least, &note);
}

/// Three filters that were not asked for before, with their count and the first rows.
fn filter(of: &str, app: &App, floor: &Connection, samples: usize) {
    let (mut took, mut least) = (Vec::new(), Vec::new());
    for sample in 0..samples {
        let (amount, days) = (i64::try_from(sample).unwrap_or(0) * 100 + 1_000, 300 - sample as i64);
        let since = Timestamp::from_millis(NOW.as_millis() - days * 86_400_000);
        let filter = |test| Filter { not: false, test };
        let listing = Listing {
            tab: Tab::All,
            stage: None,
            query: Query {
                filters: vec![
                    filter(Test::Country(vec!["us".to_owned()])),
                    filter(Test::Value(Range { from: Some(Amount(i128::from(amount) * 10_000)), until: None })),
                    filter(Test::Received(Range { from: Some(since), until: None })),
                ],
                ..Query::default()
            },
            sort: SortBy::Received,
            descending: true,
        };
        took.push(time(|| {
            let answer = app.desk(|connection, desk, now| {
                let page = desk.page(connection, &listing, None, 0, LIMIT, now)?;
                rows(connection, &page.ids, &[])?;
                Ok(page.total)
            });
            answer.expect("a page")
        }));
        if sample < 10 {
            let sql = "SELECT count(*) FROM leads INDEXED BY leads_desk WHERE country = 'US' AND value_minor >= ?1 AND received_at >= ?2";
            least.push(time(|| {
                floor.query_row(sql, (amount * 100, since.as_millis()), |row| row.get(0)).expect("a count")
            }));
        }
    }
    let note = "three filters that were not asked for before, their exact count and the first 60 rows; the floor counts along the covering index";
    print(&format!("filter_change{of}"), "ms", &took, &least, note);
}

/// All counts after a change: of tabs and stages, and of ten saved views.
fn counts(of: &str, app: &App, samples: usize) {
    let views: Vec<Query> = (0..10).map(view).collect();
    let count = || {
        let counted = app.desk(|connection, desk, now| {
            let all = desk.counts(connection, &Query::default(), now)?;
            let views = views.iter().map(|view| desk.count(connection, Tab::All, Some(StageKind::Received), view, now));
            Ok(all.all[0] + views.sum::<Result<u32, ApiError>>()?)
        });
        counted.expect("counts")
    };
    let (mut took, mut unchanged) = (Vec::new(), Vec::new());
    count();
    for sample in 0..samples {
        let id = 1 + i64::try_from(sample).unwrap_or(0) * 7;
        handlers::set_favorite(app, SetFavorite { id, favorite: sample % 2 == 0 }).expect("a change");
        took.push(time(count));
        unchanged.push(time(count));
    }
    let note = "of four tabs in three stages and of ten saved views, after a lead was changed; the floor is the same again, with nothing changed";
    print(&format!("tab_counts{of}"), "ms", &took, &unchanged, note);
}

/// What somebody may have saved.
fn view(number: i64) -> Query {
    let filter = |test| Filter { not: number % 3 == 2, test };
    let since = Timestamp::from_millis(NOW.as_millis() - number * 86_400_000);
    let by_time = filter(Test::Received(Range { from: Some(since), until: None }));
    let tests = match number % 4 {
        0 => vec![filter(Test::Is(vec![Flag::Hot])), by_time],
        1 => vec![filter(Test::Country(vec!["kr".to_owned()])), by_time],
        2 => vec![
            filter(Test::Value(Range { from: Some(Amount(i128::from(number) * 50_000_000)), until: None })),
            by_time,
        ],
        _ => vec![filter(Test::Is(vec![Flag::Favorite, Flag::Contacted])), by_time],
    };
    Query { filters: tests, ..Query::default() }
}

fn name(stage: StageKind) -> &'static str {
    match stage {
        StageKind::Received => "received",
        StageKind::Accepted => "accepted",
        StageKind::Archived => "archived",
    }
}

/// How many milliseconds it takes.
fn time(what: impl FnOnce() -> u32) -> f64 {
    let begun = Instant::now();
    std::hint::black_box(what());
    Duration::as_secs_f64(&begun.elapsed()) * 1000.0
}

/// The bytes that this process has in memory.
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse::<f64>().unwrap_or(0.0) * 1024.0
}

fn print(name: &str, unit: &str, samples: &[f64], floor: &[f64], note: &str) {
    println!("{}", json!({ "name": name, "unit": unit, "samples": samples, "floor": floor, "note": note }));
}
