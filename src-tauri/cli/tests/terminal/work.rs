//! Leads looked at and worked on.

use unicode_width::UnicodeWidthStr as _;

use crate::support::*;

#[test]
fn leads_are_listed_and_found() {
    let desk = Desk::new();
    let all = desk.json(&["list"]);
    assert_eq!((all["total"].as_u64(), all["leads"].as_array().map(Vec::len)), (Some(2), Some(2)), "both: {all}");
    assert_eq!(all["leads"][0]["customer"], "한빛상사 주식회사", "the newest first: {all}");
    let found = desk.json(&["list", "--search", "fabri", "--tab", "marketplace", "--stage", "received"]);
    assert_eq!(found["leads"][0]["customer"], "Fabrikam", "found by what stands in it: {found}");
    let none = desk.json(&["list", "--stage", "archived"]);
    assert_eq!(none["total"], 0, "nothing is archived: {none}");
    let one = desk.json(&["list", "--limit", "1"]);
    assert_eq!((one["total"].as_u64(), one["leads"].as_array().map(Vec::len)), (Some(2), Some(1)), "cut, and said so");
}

#[test]
fn a_table_fits_the_terminal_also_in_korean() {
    let desk = Desk::new();
    for (lang, columns) in [("en", 60_usize), ("ko", 61), ("ko", 80)] {
        let output =
            command(desk.folder.path()).args(["list", "--lang", lang]).env("COLUMNS", columns.to_string()).output();
        let text = String::from_utf8(output.unwrap().stdout).unwrap();
        assert!(text.lines().all(|line| line.width() <= columns), "no line is broken by the terminal:\n{text}");
    }
    let korean = desk.run(&["list", "--lang", "ko"]);
    assert!(korean.out.contains("고객") && korean.out.contains("한빛상사"), "in Korean when asked: {}", korean.out);
}

#[test]
fn a_lead_is_accepted_and_won() {
    let desk = Desk::new();
    let accepted = desk.json(&ACCEPT);
    assert_eq!(
        (accepted["stage"].as_str(), accepted["deal"]["value"]["amount"].as_str()),
        (Some("accepted"), Some("12500.50")),
        "{accepted}"
    );
    assert_eq!(accepted["employees"][0]["email"], "minji@partner.example", "with who works on it: {accepted}");
    let said = desk.run(&["win", "1", "--notes", "Signed"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.contains("Fabrikam"), "says of whom: {}", said.out);
    let shown = desk.run(&["show", "1"]);
    assert!(shown.out.contains("Won") && shown.out.contains("12500.50 USD"), "everything of it: {}", shown.out);
}

#[test]
fn a_lead_is_contacted_declined_and_lost() {
    let desk = Desk::new();
    let contacted = desk.json(&["contact", "2", "--way", "phone", "--note", "Calls back"]);
    assert_eq!(contacted["contacted"]["way"], "phone", "{contacted}");
    let declined = desk.json(&["decline", "2", "--reason", "3"]);
    assert_eq!((declined["outcome"].as_str(), declined["reason"].as_u64()), (Some("declined"), Some(3)), "{declined}");
    desk.json(&ACCEPT);
    assert_eq!(desk.json(&["lose", "1"])["outcome"], "lost", "without a reason, as in the window");
}

#[test]
fn every_refusal_has_its_exit_code_and_says_why() {
    let desk = Desk::new();
    let refused = |arguments: &[&str]| {
        let (json, code) = desk.refusal(arguments);
        (json["code"].as_str().unwrap_or_default().to_owned(), code)
    };
    assert_eq!(refused(&["show", "99"]), ("notFound".into(), 3), "no such lead");
    assert_eq!(refused(&["win", "1"]), ("notAllowed".into(), 4), "it was not accepted before");
    assert_eq!(
        refused(&["decline", "1", "--reason", "3", "--revision", "9"]),
        ("conflict".into(), 4),
        "seen otherwise"
    );
    let mut bad = ACCEPT;
    (bad[5], bad[9]) = ("-5", "tomorrow");
    assert_eq!(refused(&bad), ("invalid".into(), 5), "an amount and a day that are none");
    assert_eq!(refused(&["contact", "1", "--at", "soon"]), ("unreadable".into(), 5), "not a time");
    assert_eq!(refused(&["contact", "1", "--at", "2099-01-01 10:00"]), ("invalid".into(), 5), "it lies ahead");
    assert_eq!(refused(&["decline", "1", "--reason", "9"]), ("usage".into(), 2), "there are eight reasons");
    assert_eq!(refused(&["undo-import", "7"]), ("noImport".into(), 3), "nothing was imported");
    assert_eq!(desk.json(&["show", "1"])["revision"], 1, "and nothing was changed by any of it");
    let words = desk.run(&bad).err;
    assert!(words.contains("--value") && words.contains("--date"), "both mistakes, by what was typed: {words}");
}

#[test]
fn a_folder_without_a_database_is_left_as_it_is() {
    let desk = Desk::empty();
    for arguments in [&["list"][..], &["show", "1"], &["backup", "b.db"], &["check"], &["duplicates"], &["imports"]] {
        assert_eq!(desk.refusal(arguments).1, 3, "{arguments:?} finds no database");
    }
    assert_eq!(std::fs::read_dir(desk.folder.path()).unwrap().count(), 0, "a slip of the finger makes no desk");
}

#[test]
fn what_a_customer_writes_is_no_command_to_the_terminal() {
    let desk = Desk::empty();
    let app = desk.open(std::sync::Arc::default());
    add(&app, "Evil \u{9b}31m\u{202e} Ltd");
    drop(app);
    for arguments in [&["list"][..], &["show", "1"]] {
        let shown = desk.run(arguments).out;
        assert!(!shown.chars().any(|c| (c.is_control() && c != '\n') || c == '\u{202e}'), "{arguments:?}: {shown:?}");
    }
}

#[test]
fn completions_and_help_need_no_database() {
    let desk = Desk::empty();
    let completions = desk.run(&["completions", "bash"]);
    assert!(
        completions.code == 0 && completions.out.contains("undo-import"),
        "every command: {}",
        completions.out.len()
    );
    let help = desk.run(&["--help"]);
    assert!(help.code == 0 && help.out.contains("Exit codes:"), "the exit codes are promised: {}", help.out);
}
