//! The dry run says what an import does, row by row, and the import does what it said.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicU64, Ordering};

use hearth_core::actions::import::{Foreseeing, open_files, unwatched};
use hearth_core::api::*;
use hearth_core::domain::history::Field;
use serde_json::{Value, json};

use crate::imports::{referral, text};
use crate::support::Desk;

/// A referral of another customer, whom nobody else is like.
pub fn of(id: &str, customer: &str) -> Value {
    let mut referral = referral(id);
    referral["customerProfile"]["name"] = json!(customer);
    referral["customerProfile"]["team"][0]["email"] = json!(format!("info@{id}.example"));
    referral
}

/// A row of the bulk CSV, which has no referral id unless one is given.
pub fn csv(rows: &[[&str; 4]]) -> String {
    let header =
        "Referral ID,Customer Name,Customer Contact Email,Notes,Partner Referral Status,Partner Referral Substatus\n";
    rows.iter().fold(header.to_owned(), |text, [id, customer, email, notes]| {
        format!("{text}{id},{customer},{email},{notes},New,Received\n")
    })
}

fn rows(foreseeing: &Foreseeing, outcome: Option<Outcome>) -> Vec<ForeseenRow> {
    foreseeing.page(None, outcome, 0, 200).unwrap().rows
}

fn mixed(desk: &Desk) -> Foreseeing {
    desk.import("first.json", text(&json!([of("a", "Adatum"), of("b", "Bellows")])));
    desk.add("Fabrikam");
    let mut news = of("a", "Adatum");
    news["details"]["notes"] = json!("Teams and telephony");
    let mut co_sell = of("c", "Contoso");
    co_sell["type"] = json!("Shared");
    let mut nameless = of("d", "");
    nameless["customerProfile"]["name"] = json!("");
    let mut twin = of("e", "Somebody");
    twin["customerProfile"]["team"][0]["email"] = json!("sue@fabrikam.example");
    let list = json!([news, of("b", "Bellows"), co_sell, nameless, twin, of("f", "Fourth"), of("F", "Fourth again")]);
    let table = csv(&[
        ["", "Proseware", "kim@proseware.example", "one"],
        ["", "Proseware Ltd", "kim@proseware.example", "two"],
        ["", "Fabrikam", "sue@fabrikam.example", "three"],
    ]);
    desk.foresee(&[("list.json", text(&list)), ("table.csv", table)])
}

#[test]
fn every_row_is_foreseen() {
    let desk = Desk::new();
    let before = desk.content();
    let foreseeing = mixed(&desk);
    let summary = foreseeing.summary().unwrap();
    let expected = Counts { added: 2, updated: 1, unchanged: 1, doubtful: 3, set_aside: 1, refused: 2 };
    assert_eq!(summary.counts, expected, "one sum over both files");
    assert_eq!(summary.files[1].counts, Counts { added: 1, doubtful: 2, ..Counts::default() }, "and file by file");
    assert_eq!(
        (summary.add, summary.fill_in, summary.leave_out),
        (1, 0, 2),
        "proposed by whether it has a name of its own"
    );
    let updated = &rows(&foreseeing, Some(Outcome::Updated))[0];
    assert_eq!((updated.row, updated.foreseen.lead), (1, Some(1)), "which lead it is");
    assert_eq!(updated.foreseen.changes.iter().map(|c| c.field).collect::<Vec<_>>(), [Field::Need], "field by field");
    let refused = rows(&foreseeing, Some(Outcome::Refused));
    let why: Vec<_> = refused.iter().map(|row| (row.row, row.refused.as_ref().unwrap().reason)).collect();
    assert_eq!(why, [(4, RefusedReason::MissingCustomer), (7, RefusedReason::Repeated)], "with the reason");
    let doubts = rows(&foreseeing, Some(Outcome::Doubtful));
    let of = |row: &ForeseenRow| {
        let doubt = row.foreseen.doubt.clone().unwrap();
        (row.row, doubt.lead, doubt.row, doubt.decision, doubt.matches[0].kind)
    };
    let email = MatchKind::Email;
    let expected = vec![
        (5, Some(3), None, Decision::Add, email),
        (3, None, Some(2), Decision::LeaveOut, email),
        (4, Some(3), None, Decision::LeaveOut, email),
    ];
    assert_eq!(doubts.iter().map(of).collect::<Vec<_>>(), expected, "what it is like, and by what");
    assert_eq!(doubts[0].foreseen.customer, "Somebody");
    drop(before);
    assert_eq!(desk.state().total_leads, 3, "nothing was written");
    assert_eq!(
        desk.app.read(|c, _| Ok(c.query_row("SELECT count(*) FROM imports", [], |r| r.get::<_, i64>(0))?)),
        Ok(1)
    );
}

#[test]
fn the_import_does_what_was_foreseen() {
    let desk = Desk::new();
    let foreseeing = mixed(&desk);
    let report = foreseeing.apply(&desk.app, &desk.app.user(), &unwatched).unwrap();
    let counts =
        |file: &FileReport| [file.added, file.updated, file.unchanged, file.left_out, file.set_aside, file.refused];
    assert_eq!(counts(&report.files[0]), [2, 1, 1, 0, 1, 2], "the doubtful one with a referral id of its own is added");
    assert_eq!(counts(&report.files[1]), [1, 0, 0, 2, 0, 0], "those without one are left out");
    assert_eq!(desk.get(1).need.text, "Teams and telephony", "the update");
    assert_eq!(desk.state().total_leads, 6, "and nothing else");
    let twice = foreseeing.apply(&desk.app, &desk.app.user(), &unwatched).unwrap();
    assert_eq!(twice.import_id, None, "the same again, even by the same dry run, changes nothing: {twice:?}");
    assert_eq!(desk.state().total_leads, 6, "nothing comes in twice");
}

#[test]
fn a_doubtful_row_goes_where_the_user_says() {
    for (decision, leads, need) in [
        (Decision::LeaveOut, 1, "Microsoft 365 for 200 people"),
        (Decision::Add, 2, "Microsoft 365 for 200 people"),
        (Decision::FillIn, 1, "Microsoft 365 for 200 people"),
    ] {
        let desk = Desk::new();
        let lead = desk.add("Fabrikam");
        let mut twin = of("e", "Fabrikam");
        twin["customerProfile"]["team"][0]["email"] = json!("sue@fabrikam.example");
        twin["details"]["dealName"] = json!("Roll-out");
        let mut foreseeing = desk.foresee(&[("a.json", text(&twin))]);
        foreseeing.decide(Some((0, 1)), decision).unwrap();
        let shown = rows(&foreseeing, None)[0].foreseen.doubt.clone().unwrap().decision;
        assert_eq!(shown, decision, "what was decided is shown");
        foreseeing.apply(&desk.app, &desk.app.user(), &unwatched).unwrap();
        assert_eq!(desk.state().total_leads, leads, "{decision:?}");
        let after = desk.get(lead.id);
        assert_eq!(after.need.text, need, "nothing is ever overwritten");
        let expected = (decision == Decision::FillIn).then(|| "e".to_owned());
        assert_eq!(after.referral_id, expected, "a filled-in lead is known by the referral id from now on");
        let again = desk.import("a.json", text(&twin));
        if decision == Decision::FillIn {
            assert_eq!(again.unchanged, 1, "so the same file again changes nothing: {again:?}");
        }
    }
    let mut foreseeing = Desk::new().foresee(&[("a.json", text(&of("a", "Adatum")))]);
    assert_eq!(foreseeing.decide(Some((0, 1)), Decision::Add), Err(ApiError::NotFound), "that row is not doubtful");
}

#[test]
fn a_customer_who_comes_back_after_an_archived_lead_is_not_lost_in_it() {
    let desk = Desk::new();
    let lead = desk.add("Proseware");
    desk.decline(&lead).unwrap();
    let email = lead.contacts[0].email.clone().unwrap();
    let table = csv(&[["", "Proseware", &email, "another project"]]);
    let mut foreseeing = desk.foresee(&[("table.csv", table)]);
    let doubt = rows(&foreseeing, None)[0].foreseen.doubt.clone().unwrap();
    assert_eq!(doubt.decision, Decision::Add, "a new lead is proposed, though the row has no id of its own");
    foreseeing.decide(None, Decision::FillIn).unwrap();
    let before = desk.get(lead.id);
    let report = foreseeing.apply(&desk.app, &desk.app.user(), &unwatched).unwrap();
    assert_eq!(report.files[0].left_out, 1, "nothing is filled in to what is final: the row stays with the user");
    assert_eq!(desk.get(lead.id), before, "archived is final");
}

#[test]
fn a_row_is_filled_in_to_the_row_further_up() {
    let desk = Desk::new();
    let table = csv(&[
        ["", "Proseware", "kim@proseware.example", ""],
        ["", "Proseware", "kim@proseware.example", "wants training"],
    ]);
    let mut foreseeing = desk.foresee(&[("table.csv", table)]);
    foreseeing.decide(None, Decision::FillIn).unwrap();
    let report = foreseeing.apply(&desk.app, &desk.app.user(), &unwatched).unwrap();
    assert_eq!((report.files[0].added, report.files[0].updated), (1, 1), "one lead of two rows");
    let lead = desk.get(1);
    assert!(lead.need.text.contains("training") || lead.deal.notes.is_some_and(|n| n.contains("training")), "whole");
    desk.app.read(|_, _| Ok(())).unwrap();
    handlers::undo_import(&desk.app, UndoImport { id: report.import_id.unwrap(), also: vec![], also_all: false })
        .unwrap();
    assert_eq!(desk.state().total_leads, 0, "and it goes as one");
}

#[test]
fn what_came_in_since_is_judged_anew() {
    let desk = Desk::new();
    let table = csv(&[["", "Proseware", "kim@proseware.example", "one"]]);
    let foreseeing = desk.foresee(&[("a.json", text(&of("a", "Adatum"))), ("table.csv", table)]);
    assert_eq!(foreseeing.summary().unwrap().counts.added, 2, "both are new");
    desk.import("b.json", text(&of("a", "Adatum")));
    handlers::add_lead(
        &desk.app,
        AddLead { email: "kim@proseware.example".into(), ..crate::support::typed("Proseware", desk.clock_now()) },
    )
    .unwrap();
    let report = foreseeing.apply(&desk.app, &desk.app.user(), &unwatched).unwrap();
    assert_eq!((report.files[0].added, report.files[0].unchanged), (0, 1), "it came in by another file meanwhile");
    assert_eq!((report.files[1].added, report.files[1].left_out), (0, 1), "and somebody typed in the other one");
}

#[test]
fn a_file_that_was_changed_meanwhile_is_not_taken() {
    let desk = Desk::new();
    let foreseeing = desk.foresee(&[("a.json", text(&of("a", "Adatum"))), ("b.json", text(&of("b", "Bellows")))]);
    std::fs::write(desk.folder().join("a.json"), text(&of("x", "Somebody else"))).unwrap();
    let report = foreseeing.apply(&desk.app, &desk.app.user(), &unwatched).unwrap();
    assert_eq!(report.files[0].problem, Some(FileProblem::Changed), "nobody has seen what is in it");
    assert_eq!((report.files[0].added, report.files[1].added), (0, 1), "the other one is taken");
}

#[test]
fn a_cancel_leaves_nothing() {
    let desk = Desk::new();
    desk.add("Fabrikam");
    let before = desk.content();
    let list: Vec<Value> = (0..2_000).map(|n| of(&format!("r{n}"), &format!("Customer {n}"))).collect();
    let foreseeing = desk.foresee(&[("a.json", text(&json!(list)))]);
    let told = AtomicU64::new(0);
    let stop = |phase: ImportPhase, done: u64, total: u64| {
        assert_eq!((phase, total), (ImportPhase::Writing, 2_000), "in rows");
        told.fetch_add(1, Ordering::Relaxed);
        if done >= 875 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let cancelled = foreseeing.apply(&desk.app, &desk.app.user(), &stop);
    assert_eq!(cancelled, Err(ApiError::Cancelled), "as the user asked");
    assert_eq!(
        told.load(Ordering::Relaxed),
        3,
        "it is told at the start and every 500 rows, of which an eighth is the words"
    );
    assert_eq!(desk.content(), before, "everything is as it was");
    let paths = [desk.folder().join("a.json")];
    let stop =
        |_: ImportPhase, done: u64, _: u64| if done > 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
    let cancelled = Foreseeing::new(&desk.app, open_files(&desk.app, &paths), &stop).map(drop);
    assert_eq!(cancelled, Err(ApiError::Cancelled), "a dry run can be cancelled too");
    foreseeing.apply(&desk.app, &desk.app.user(), &unwatched).unwrap();
    assert_eq!(desk.state().total_leads, 2_001, "and done after all");
}

#[test]
fn pages_of_any_number_of_rows() {
    let desk = Desk::new();
    let list: Vec<Value> = (0..700).map(|n| if n % 7 < 3 { json!(n) } else { of(&format!("r{n}"), "C") }).collect();
    let foreseeing = desk.foresee(&[("a.json", text(&json!(list))), ("b.json", text(&of("b", "Bellows")))]);
    let mut seen = Vec::new();
    for page in 0..3 {
        let page = foreseeing.page(None, Some(Outcome::Refused), page * 120, 120).unwrap();
        assert_eq!(page.total, 300, "three of seven");
        seen.extend(page.rows.iter().map(|row| row.row));
    }
    let expected: Vec<u32> = (0..700).filter(|n| n % 7 < 3).map(|n| n + 1).collect();
    assert_eq!(seen, expected, "every refused row once, in the file's order");
    let page = foreseeing.page(Some(0), None, 690, 200).unwrap();
    assert_eq!((page.rows.len(), page.total), (10, 700), "the end of one file is not the next file's start");
    let page = foreseeing.page(Some(1), None, 0, 200).unwrap();
    assert_eq!((page.rows[0].file, page.rows[0].row, page.total), (1, 1, 1), "which has its own rows");
}

#[test]
fn a_dry_run_leaves_no_file() {
    let desk = Desk::new();
    let stray = desk.folder().join(".dry-run-0123456789abcdef.db");
    std::fs::write(&stray, "leads of a computer that went down").unwrap();
    let foreseeing = desk.foresee(&[("a.json", text(&of("a", "Adatum")))]);
    drop(foreseeing);
    let left = |desk: &Desk| {
        let entries = std::fs::read_dir(desk.folder()).unwrap().flatten();
        entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(".dry-run")).count()
    };
    assert_eq!(left(&desk), 1, "what it had put there is gone with it");
    let desk = desk.off_until("2026-11-21T09:00:00Z");
    assert_eq!(left(&desk), 0, "and what an earlier one had left goes at the next start");
}
