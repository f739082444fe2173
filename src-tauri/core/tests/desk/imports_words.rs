//! The words of an import of many rows: they are in the index with the rows, or with none of them.

use std::ops::ControlFlow;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use hearth_core::actions::backup;
use hearth_core::actions::import::{open_files, unwatched};
use hearth_core::api::*;
use hearth_core::domain::lead::StageKind;

use crate::dry_run::csv;
use crate::support::Desk;

/// More than are left to be taken into the index later.
const MANY: usize = 700;

fn table(prefix: &str, notes: impl Fn(usize) -> String) -> String {
    let rows: Vec<[String; 4]> = (0..MANY)
        .map(|n| [format!("{prefix}-{n}"), format!("{prefix} {n} 물산"), format!("info@{prefix}{n}.example"), notes(n)])
        .collect();
    csv(&rows.iter().map(|row| row.each_ref().map(String::as_str)).collect::<Vec<_>>())
}

fn found(desk: &Desk, search: &str) -> usize {
    let all = ListQuery {
        tab: Tab::Marketplace,
        stage: Some(StageKind::Received),
        query: search.into(),
        list: None,
        sort: SortBy::Received,
        descending: false,
        offset: 0,
        limit: 60,
    };
    usize::try_from(handlers::list_leads(&desk.app, all).unwrap().total).unwrap()
}

fn must_be_true(desk: &Desk) {
    let check = backup::check(desk.app.path()).unwrap();
    assert_eq!((check.stale_search, check.stale_keys, check.sound), (0, 0, true), "{check:?}");
}

fn pending(desk: &Desk) -> i64 {
    desk.raw().query_row("SELECT count(*) FROM search_pending", [], |row| row.get(0)).unwrap()
}

#[test]
fn what_rows_further_down_filled_in_is_found_as_well() {
    let desk = Desk::new();
    let mut text = table("adatum", |n| if n % 2 == 0 { String::new() } else { format!("own{n}") });
    // Nobody knows which lead such a row is; it has an address in common with one further up.
    for n in (0..MANY).step_by(7) {
        text += &format!(",adatum {n} 물산,info@adatum{n}.example,filled{n},New,Received\n");
    }
    let mut foreseeing = desk.foresee(&[("a.csv", text)]);
    foreseeing.decide(None, Decision::FillIn).unwrap();
    let report = foreseeing.apply(&desk.app, &desk.app.user(), &unwatched).unwrap();
    assert_eq!(
        (report.files[0].added, report.files[0].updated),
        (700, 50),
        "of a hundred, half had a note: {report:?}"
    );
    assert_eq!(pending(&desk), 50, "what was changed on the way is looked at as it is by now");
    for _ in 0..2 {
        assert_eq!(
            (found(&desk, "filled686"), found(&desk, "filled693"), found(&desk, "own693")),
            (1, 0, 1),
            "each its own"
        );
        assert_eq!(
            (found(&desk, "산"), found(&desk, "물산"), found(&desk, "ㅁㅅ")),
            (0, MANY, MANY),
            "whole words, and initials"
        );
        must_be_true(&desk);
        while desk.app.tidy().unwrap() {}
    }
    assert_eq!(pending(&desk), 0, "and is taken in later");
    let import = report.import_id.unwrap();
    handlers::undo_import(&desk.app, UndoImport { id: import, also: Vec::new(), also_all: false }).unwrap();
    assert_eq!(found(&desk, "adatum"), 0, "taken back");
    must_be_true(&desk);
}

#[test]
fn a_file_that_is_another_one_by_now_leaves_no_word() {
    let desk = Desk::new();
    let files =
        [("a.csv", table("adatum", |n| format!("note{n}"))), ("b.csv", table("bellows", |n| format!("note{n}")))];
    let foreseeing = desk.foresee(&files);
    let last = files[0].1.rfind("note").unwrap();
    let changed = format!("{}n0te{}", &files[0].1[..last], &files[0].1[last + 4..]);
    std::fs::write(desk.folder().join("a.csv"), changed).unwrap();
    let report = foreseeing.apply(&desk.app, &desk.app.user(), &unwatched).unwrap();
    assert_eq!((report.files[0].added, report.files[1].added), (0, 700), "only at its end it is known: {report:?}");
    assert_eq!(
        (found(&desk, "adatum"), found(&desk, "bellows"), found(&desk, "note699")),
        (0, MANY, 1),
        "with its words"
    );
    must_be_true(&desk);
}

#[test]
fn a_second_import_finds_its_place_in_the_lists_of_the_first() {
    let desk = Desk::new();
    for (name, notes) in [("adatum", "spring"), ("bellows", "spring autumn")] {
        let report = desk.import(&format!("{name}.csv"), table(name, |_| notes.to_owned()));
        assert_eq!(report.added, 700, "{report:?}");
        must_be_true(&desk);
    }
    assert_eq!((found(&desk, "spring"), found(&desk, "autumn")), (2 * MANY, MANY), "in lists that had some already");
    let again = desk.import("again.csv", table("bellows", |_| "winter".to_owned()));
    assert_eq!((again.added, again.updated), (0, 700), "all are known: {again:?}");
    assert_eq!((found(&desk, "autumn"), found(&desk, "winter")), (0, MANY), "changed words of many leads too");
    must_be_true(&desk);
}

#[test]
fn the_words_are_told_and_a_cancel_among_them_leaves_nothing() {
    let desk = Desk::new();
    desk.add("Fabrikam");
    let notes = |n: usize| (0..12).map(|word| format!("w{word}x{n} ")).collect::<String>();
    let foreseeing = desk.foresee(&[("a.csv", table("adatum", notes))]);
    let before = desk.content();
    let told: Mutex<Vec<u64>> = Mutex::default();
    let all = MANY as u64;
    let note = |_: ImportPhase, done: u64, total: u64| {
        assert_eq!(total, all, "in rows");
        told.lock().unwrap().push(done);
        ControlFlow::Continue(())
    };
    // Once to hear how often it is told, in another desk.
    let other = Desk::new();
    other.foresee(&[("a.csv", table("adatum", notes))]).apply(&other.app, &other.app.user(), &note).unwrap();
    let told = told.into_inner().unwrap();
    assert!(told.is_sorted(), "it only goes on: {told:?}");
    let in_words = told.iter().filter(|done| **done * 8 > all * 7 && **done < all).count();
    assert!(in_words >= 2, "and does not stand still while the words are written: {told:?}");
    for (stop_at, done) in told.iter().enumerate() {
        let calls = AtomicUsize::new(0);
        let stop = |_: ImportPhase, _: u64, _: u64| {
            let now = calls.fetch_add(1, Ordering::Relaxed);
            if now == stop_at { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let cancelled = foreseeing.apply(&desk.app, &desk.app.user(), &stop);
        assert_eq!(cancelled, Err(ApiError::Cancelled), "at {done}");
        assert_eq!(desk.content(), before, "everything is as it was, at {done}");
        assert_eq!((found(&desk, "adatum"), found(&desk, "fabrikam")), (0, 1), "no word of it is found");
    }
    must_be_true(&desk);
    foreseeing.apply(&desk.app, &desk.app.user(), &unwatched).unwrap();
    assert_eq!(found(&desk, "w11x699"), 1, "and it can be done after all");
    must_be_true(&desk);
}

#[test]
fn few_rows_are_left_to_be_taken_in_later() {
    let desk = Desk::new();
    let rows: Vec<String> =
        (0..20).map(|n| format!("r-{n},Adatum {n},a{n}@adatum.example,note{n},New,Received")).collect();
    let text = format!("{}{}\n", csv(&[]), rows.join("\n"));
    let path = desk.folder().join("few.csv");
    std::fs::write(&path, text).unwrap();
    assert_eq!(open_files(&desk.app, std::slice::from_ref(&path)).len(), 1);
    hearth_core::actions::import::import_files(&desk.app, &[path]).unwrap();
    assert_eq!((pending(&desk), found(&desk, "note7")), (20, 1), "nobody waits for their lists, and they are found");
    must_be_true(&desk);
}

#[test]
fn one_action_does_not_take_in_what_many_before_it_left() {
    /// More than one transaction may leave.
    const SOME: u32 = 300;
    let desk = Desk::new();
    for n in 0..SOME {
        desk.add(&format!("Adatum {n}"));
    }
    assert_eq!(pending(&desk), i64::from(SOME), "whoever clicks does not wait for the lists of others");
    assert_eq!(found(&desk, "adatum"), SOME as usize, "they are found without");
    while desk.app.tidy().unwrap() {}
    assert_eq!((pending(&desk), found(&desk, "adatum")), (0, SOME as usize), "and when nobody waits they are taken in");
    must_be_true(&desk);
}
