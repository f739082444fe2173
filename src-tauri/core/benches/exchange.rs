//! Files in and out with 100,000 leads: the import, what it takes of memory, its dry run, and the export.
//!
//! Needs no window. Prints a line of JSON for each figure, which `cargo xtask bench exchange` collects; `--quick` does it in
//! small, `--import-only` the first figures once. The leads are `exchange_leads`'; the floors are measured here, in the same run.

#[path = "exchange_leads.rs"]
mod exchange_leads;

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use hearth_core::actions::export_leads::{self, Which};
use hearth_core::actions::import::{Foreseeing, import_files, open_files, unwatched};
use hearth_core::api::ExportFormat;
use hearth_core::app::{App, ChangeListener, Changes, OpenOptions};
use hearth_core::clock::ManualClock;
use hearth_core::domain::time::Timestamp;
use rusqlite::{Connection, params_from_iter, types::Value};
use serde_json::json;

/// Tuesday, 2026-11-24, 09:00.
const NOW: Timestamp = Timestamp::from_millis(1_795_510_800_000);
/// The tables that the floor fills: every one that an import writes.
const ALL: [&str; 14] = [
    "leads",
    "match_keys",
    "source_shapes",
    "source_files",
    "sources",
    "actors",
    "history",
    "reminders",
    "outbox",
    "imports",
    "import_rows",
    "search_terms",
    "search_prefixes",
    "search_phones",
];
/// The tables of a narrower floor, which keeps nothing of where a lead came from: the leads, and the index of what they have in
/// common.
const LEADS: [&str; 2] = ["leads", "match_keys"];

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(place) = arguments.iter().position(|argument| argument == "--child") {
        return child(&arguments[place + 1..]);
    }
    let quick = arguments.iter().any(|argument| argument == "--quick");
    let only_import = arguments.iter().any(|argument| argument == "--import-only");
    let only_size = arguments.iter().any(|argument| argument == "--size-only");
    let (count, samples) = if quick { (2_000, 1) } else { (100_000, if only_import { 1 } else { 5 }) };
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("the target folder can be written");
    let file = folder.path().join("leads.csv");
    exchange_leads::write(&file, count);
    let imported = folder.path().join("imported.db");

    if only_size {
        import_files(&open(&imported), std::slice::from_ref(&file)).expect("an import");
        fold_in(&imported);
        return size(&file, &imported, count);
    }
    let rates = import(&file, &imported, samples, count);
    size(&file, &imported, count);
    if only_import {
        return;
    }
    dry_run(&file, &imported, folder.path(), samples, count);
    export(&imported, folder.path(), samples, count, &rates);
    memory(&file, folder.path(), count);
}

/// Imports into an empty database, beside a bare loop that writes the same rows; the rates.
fn import(file: &Path, imported: &Path, samples: usize, count: u32) -> Vec<f64> {
    let (mut rates, mut floor, mut narrow) = (Vec::new(), Vec::new(), Vec::new());
    let (mut written, mut leads) = (String::new(), String::new());
    for _ in 0..samples {
        remove(imported);
        let app = open(imported);
        let begun = Instant::now();
        let report = import_files(&app, &[file.to_owned()]).expect("an import");
        rates.push(rate(count, begun.elapsed()));
        assert_eq!(report.files[0].added, count, "every lead of the file is new: {:?}", report.files[0]);
        drop(app);
        fold_in(imported);
        for (tables, floor, what) in [(&ALL[..], &mut floor, &mut written), (&LEADS[..], &mut narrow, &mut leads)] {
            let (took, rows) = bare_inserts(imported, tables);
            floor.push(rate(count, took));
            *what = rows;
        }
    }
    let columns = exchange_leads::COLUMNS.len();
    let note = format!(
        "{count} rows of {columns} columns, dry run and import together; more is better. The bare loop writes {written}"
    );
    print("import_100k", "rows/s", &rates, &floor, &note);
    let note = format!("the same import; the bare loop writes only {leads}");
    print("import_100k_narrow", "rows/s", &rates, &narrow, &note);
    rates
}

/// How many bytes of the database a lead takes, beside those of its row in the file that it came in.
fn size(file: &Path, imported: &Path, count: u32) {
    let database = Connection::open(imported).expect("our own file");
    let bytes = |path: &Path| std::fs::metadata(path).map_or(0.0, |file| file.len() as f64) / f64::from(count);
    let mut parts = database
        .prepare("SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC")
        .expect("SQLite tells how large its tables are");
    let parts = parts
        .query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, f64>(1)? / f64::from(count))))
        .expect("a table")
        .map(|part| part.expect("a part"))
        .filter(|(_, bytes)| *bytes >= 1.0)
        .map(|(name, bytes)| format!("{name} {bytes:.0}"))
        .collect::<Vec<_>>();
    let note = format!("per lead, all indexes, after an import; the floor is the file: {}", parts.join(", "));
    print("file_size", "bytes", &[bytes(imported)], &[bytes(file)], &note);
}

/// Writes the rows of `database` into an empty one of the same schema: prepared, in one transaction, and nothing else.
fn bare_inserts(database: &Path, tables: &[&str]) -> (Duration, String) {
    let rows: Vec<(String, Vec<Vec<Value>>)> = {
        let from = Connection::open(database).expect("our own file");
        tables.iter().map(|table| read_all(&from, table)).collect()
    };
    let path = database.with_extension("bare.db");
    remove(&path);
    drop(open(&path));
    let mut to = Connection::open(&path).expect("our own file");
    to.execute_batch(
        "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768;",
    )
    .expect("pragmas");
    let begun = Instant::now();
    let tx = to.transaction().expect("a transaction");
    for (sql, rows) in &rows {
        let mut insert = tx.prepare(sql).expect("the same schema");
        for row in rows {
            insert.execute(params_from_iter(row)).expect("a row that was there before");
        }
    }
    tx.commit().expect("a commit");
    let took = begun.elapsed();
    drop(to);
    remove(&path);
    let counts: Vec<String> =
        tables.iter().zip(&rows).map(|(table, (_, rows))| format!("{} rows of {table}", rows.len())).collect();
    (took, counts.join(" and "))
}

/// The statement that inserts into a table, and its rows.
fn read_all(from: &Connection, table: &str) -> (String, Vec<Vec<Value>>) {
    let mut columns = from.prepare("SELECT name FROM pragma_table_info(?1)").expect("a table");
    let columns: Vec<String> =
        columns.query_map([table], |row| row.get(0)).expect("a table").collect::<Result<_, _>>().expect("names");
    let mut statement = from.prepare(&format!("SELECT {} FROM {table}", columns.join(", "))).expect("a table");
    let rows = statement
        .query_map([], |row| (0..columns.len()).map(|column| row.get(column)).collect())
        .expect("a table")
        .collect::<Result<_, _>>()
        .expect("rows");
    let places = vec!["?"; columns.len()].join(", ");
    (format!("INSERT INTO {table} ({}) VALUES ({places})", columns.join(", ")), rows)
}

/// A dry run to its first page, less the time that reading the file takes: against an empty database, and one that holds all
/// the leads already.
fn dry_run(file: &Path, imported: &Path, folder: &Path, samples: usize, count: u32) {
    let empty = folder.join("empty.db");
    for (name, database, what) in [
        ("dry_run_100k", &empty, "every row is new"),
        ("dry_run_100k_known", &imported.to_owned(), "every row is known, and unchanged"),
    ] {
        let app = open(database);
        let (mut comparing, mut reading, mut whole) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..samples {
            let draft = open_files(&app, &[file.to_owned()]);
            let opened = draft[0].opened.as_ref().expect("a file of leads");
            let begun = Instant::now();
            let rows = opened.rows(draft[0].mapping.as_ref()).expect("a file of leads").filter(Result::is_ok).count();
            let read = begun.elapsed();
            assert_eq!(rows, count as usize, "all of them are read");
            let begun = Instant::now();
            let foreseeing = Foreseeing::new(&app, draft, &unwatched).expect("a dry run");
            let page = foreseeing.page(None, None, 0, 100).expect("a page");
            let all = begun.elapsed();
            assert_eq!((page.rows.len(), page.total), (100, count), "the first page can be shown");
            comparing.push(all.saturating_sub(read).as_secs_f64());
            reading.push(read.as_secs_f64());
            whole.push(all.as_secs_f64());
        }
        let note = format!(
            "from the end of reading to the first page, {what}; the floor is reading alone. Whole dry run: {:.2} s",
            median(&whole)
        );
        print(name, "s", &comparing, &reading, &note);
    }
    remove(&empty);
}

/// Everything as plain CSV. Its floor is the import: it shall not be slower.
fn export(imported: &Path, folder: &Path, samples: usize, count: u32, import: &[f64]) {
    let app = open(imported);
    let target = folder.join("out.csv");
    let mut rates = Vec::new();
    for _ in 0..samples {
        let begun = Instant::now();
        let report =
            export_leads::export(&app, ExportFormat::Csv, &Which::All, &target, &|_, _| ControlFlow::Continue(()))
                .expect("an export");
        rates.push(rate(count, begun.elapsed()));
        assert_eq!(report.leads, count, "all of them are written");
    }
    let bytes = std::fs::metadata(&target).map_or(0, |file| file.len());
    let note =
        format!("{count} leads, {} MB of plain CSV; more is better. The floor is `import_100k`", bytes / 1_000_000);
    print("export_100k", "rows/s", &rates, import, &note);
}

/// The most memory that a process of its own takes which imports the file, and one of four times its size.
fn memory(file: &Path, folder: &Path, count: u32) {
    let large = folder.join("large.csv");
    exchange_leads::write(&large, count * 4);
    let idle: Vec<f64> = peak(folder, None).into_iter().collect();
    for (name, file) in [("import_memory", file), ("import_memory_large", large.as_path())] {
        // What it takes hardly differs from one time to the next.
        let samples: Vec<f64> = peak(folder, Some(file)).into_iter().collect();
        let bytes = std::fs::metadata(file).map_or(0, |file| file.len());
        let note =
            format!("a file of {} MB; the floor is a process that opens the empty database only", bytes / 1_000_000);
        print(name, "MB", &samples, &idle, &note);
    }
}

/// Runs this program once more, to import `file` into an empty database; the most memory it took, in MB.
fn peak(folder: &Path, file: Option<&Path>) -> Option<f64> {
    let database = folder.join("memory.db");
    remove(&database);
    let mut command = Command::new(std::env::current_exe().ok()?);
    command.arg("--child").arg(&database).args(file);
    let output = command.output().ok()?;
    assert!(output.status.success(), "the import of its own: {}", String::from_utf8_lossy(&output.stderr));
    remove(&database);
    String::from_utf8_lossy(&output.stdout).trim().parse().ok()
}

fn child(arguments: &[String]) {
    let paths: Vec<PathBuf> = arguments.iter().map(PathBuf::from).collect();
    let app = open(&paths[0]);
    if paths.len() > 1 {
        import_files(&app, &paths[1..]).expect("an import");
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    let kilobytes: f64 = peak.trim().trim_end_matches(" kB").parse().unwrap_or(f64::NAN);
    println!("{}", kilobytes / 1024.0);
}

struct Nobody;

impl ChangeListener for Nobody {
    fn changed(&self, _: &Changes) {}
}

fn open(path: &Path) -> App {
    let options = OpenOptions {
        path: path.to_owned(),
        clock: Arc::new(ManualClock::at(NOW)),
        listener: Arc::new(Nobody),
        user_name: "sam".into(),
        system_locale: "en_US.UTF-8".into(),
    };
    App::open(options).expect("a database of our own")
}

fn fold_in(path: &Path) {
    let connection = Connection::open(path).expect("our own file");
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).expect("nobody else has it open");
}

fn remove(path: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", path.display()));
    }
}

fn rate(count: u32, took: Duration) -> f64 {
    f64::from(count) / took.as_secs_f64()
}

fn median(samples: &[f64]) -> f64 {
    let mut sorted = samples.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}

fn print(name: &str, unit: &str, samples: &[f64], floor: &[f64], note: &str) {
    println!("{}", json!({ "name": name, "unit": unit, "samples": samples, "floor": floor, "note": note }));
}
