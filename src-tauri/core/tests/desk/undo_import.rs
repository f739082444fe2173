//! Taking a whole import back: what nobody touched goes back exactly, what was worked on is told and left, or goes back on request.

use hearth_core::actions::notices;
use hearth_core::api::*;
use hearth_core::domain::history::{Action, Field};
use serde_json::json;

use crate::dry_run::of;
use crate::imports::text;
use crate::support::{Desk, at};

fn last_import(desk: &Desk) -> i64 {
    handlers::list_imports(&desk.app, Empty {}).unwrap().imports[0].id
}

fn undo(desk: &Desk, id: i64, also: &[i64]) -> Result<ImportUndone, ApiError> {
    handlers::undo_import(&desk.app, UndoImport { id, also: also.to_vec(), also_all: false })
}

fn foresee(desk: &Desk, id: i64) -> ImportUndo {
    handlers::foresee_undo(&desk.app, ImportRef { id }).unwrap()
}

/// A desk with two leads, one of them accepted here, and the file that brought them.
fn desk() -> (Desk, serde_json::Value) {
    let desk = Desk::new();
    let file = json!([of("a", "Adatum"), of("b", "Bellows")]);
    desk.import("first.json", text(&file));
    desk.accept(&desk.get(2)).unwrap();
    (desk, file)
}

#[test]
fn an_import_that_nobody_touched_goes_back_exactly() {
    let (desk, mut file) = desk();
    let before = desk.content();
    file[0]["details"]["notes"] = json!("Teams and telephony");
    file[0]["status"] = json!("Closed");
    file[0]["substatus"] = json!("Declined");
    file[1]["updatedDateTime"] = json!("2026-11-20T08:00:00Z");
    file.as_array_mut().unwrap().push(of("c", "Contoso"));
    desk.import("second.json", text(&file));
    assert_ne!(desk.content(), before, "it did something");
    let id = last_import(&desk);
    let foreseen = foresee(&desk, id);
    assert_eq!((foreseen.removed, foreseen.restored, foreseen.touched_total), (1, 1, 0), "as foreseen: {foreseen:?}");
    assert_eq!(undo(&desk, id, &[]), Ok(ImportUndone { removed: 1, restored: 1, left: 0 }), "and done");
    assert_eq!(desk.content(), before, "leads, what is known of their sources, and what they have in common");
    assert_eq!(desk.get(1).history[0].action, Action::ImportUndone, "the history says so, and keeps the rest");
    assert!(desk.state().next_alarm_at.is_some(), "the lead reminds again");
    let refused = Err(ApiError::NotAllowed { why: NotAllowedWhy::TakenBack });
    assert_eq!(undo(&desk, id, &[]), refused, "once");
    assert!(handlers::list_imports(&desk.app, Empty {}).unwrap().imports[0].undone_at.is_some(), "and it is marked");
    let again = desk.import("second.json", text(&file));
    assert_eq!((again.added, again.updated), (1, 1), "the same file brings it all in again");
}

#[test]
fn what_was_worked_on_is_told_and_left() {
    let desk = Desk::new();
    desk.import("first.json", text(&json!([of("a", "Adatum"), of("b", "Bellows")])));
    let id = last_import(&desk);
    desk.set("2026-11-20T10:00:00Z");
    desk.accept(&desk.get(1)).unwrap();
    let foreseen = foresee(&desk, id);
    assert_eq!((foreseen.removed, foreseen.touched_total), (1, 1), "one of two");
    let touched = &foreseen.touched[0];
    assert_eq!((touched.id, touched.added, touched.at), (1, true, at("2026-11-20T10:00:00Z")), "which, and when");
    assert!(touched.changes.iter().any(|change| change.field == Field::DealName), "and what was done: {touched:?}");
    assert_eq!(undo(&desk, id, &[]), Ok(ImportUndone { removed: 1, restored: 0, left: 1 }), "it stays");
    assert_eq!(desk.get(1).deal.crm_id.as_deref(), Some("CRM-7"), "with the work");
    assert_eq!(desk.state().total_leads, 1, "the other one is gone");
}

#[test]
fn what_was_worked_on_goes_back_on_request() {
    let (desk, mut file) = desk();
    let before = desk.content();
    file[0]["details"]["notes"] = json!("Teams and telephony");
    file.as_array_mut().unwrap().push(of("c", "Contoso"));
    desk.import("second.json", text(&file));
    let id = last_import(&desk);
    desk.decline(&desk.get(1)).unwrap();
    notices::mark_drafted(&desk.app, desk.get(1).notices[0].id).unwrap();
    desk.accept(&desk.get(3)).unwrap();
    assert_eq!(foresee(&desk, id).touched_total, 2, "both were worked on");
    assert_eq!(undo(&desk, id, &[1, 3]), Ok(ImportUndone { removed: 1, restored: 1, left: 0 }), "and go back");
    assert_eq!(desk.content(), before, "whatever was done since");
    assert!(desk.get(1).history.iter().any(|entry| entry.action == Action::Declined), "which the history still knows");
}

#[test]
fn work_that_was_taken_back_is_no_work() {
    let desk = Desk::new();
    desk.import("first.json", text(&of("a", "Adatum")));
    let accepted = desk.accept(&desk.get(1)).unwrap();
    desk.take_back(&accepted).unwrap();
    assert_eq!(foresee(&desk, last_import(&desk)).removed, 1, "the lead is what the import left");
}

#[test]
fn time_is_nobodys_work_until_its_notice_left() {
    let desk = Desk::new();
    let mut old = of("b", "Bellows");
    old["createdDateTime"] = json!("2020-10-30T21:03:00Z");
    desk.import("first.json", text(&json!([of("a", "Adatum"), old])));
    let id = last_import(&desk);
    let desk = desk.off_until("2026-12-20T09:00:00Z");
    assert_eq!(foresee(&desk, id).removed, 2, "both only expired, one of them at once");
    notices::mark_sent(&desk.app, desk.get(1).notices[0].id).unwrap();
    let foreseen = foresee(&desk, id);
    assert_eq!((foreseen.removed, foreseen.touched_total), (1, 1), "somebody was told of this one");
    undo(&desk, id, &[]).unwrap();
    assert_eq!(desk.state().total_leads, 1, "so it stays");
    assert_eq!(desk.state().open_notices, 0, "the other one's notice went with it");
}

#[test]
fn from_the_newest_to_the_oldest_the_end_is_where_it_began() {
    let desk = Desk::new();
    desk.add("Fabrikam");
    let mut states = vec![desk.content()];
    let mut imports = Vec::new();
    for round in 0..4 {
        desk.set(&format!("2026-11-20T1{round}:00:00Z"));
        let mut file = vec![of(&format!("new{round}"), &format!("New {round}"))];
        for id in ["new0", "new1"] {
            let mut lead = of(id, &format!("New {}", &id[3..]));
            lead["details"]["notes"] = json!(format!("round {round}"));
            lead["status"] = json!(if round == 3 { "Active" } else { "New" });
            lead["substatus"] = json!(if round == 3 { "Accepted" } else { "Pending" });
            lead["updatedDateTime"] = json!(format!("2026-11-20T1{}:00:00Z", round / 2));
            file.push(lead);
        }
        desk.import(&format!("{round}.json"), text(&json!(file)));
        imports.push(last_import(&desk));
        states.push(desk.content());
    }
    assert_eq!(states.pop(), Some(desk.content()));
    for (id, before) in imports.into_iter().zip(states).rev() {
        undo(&desk, id, &[]).unwrap();
        assert_eq!(desk.content(), before, "import {id} is taken back");
    }
}

#[test]
fn an_older_import_can_be_taken_back_first() {
    let desk = Desk::new();
    desk.import("0.json", text(&of("a", "Adatum")));
    let before = desk.content();
    let mut lead = of("a", "Adatum");
    let mut imports = Vec::new();
    for n in 1..=3 {
        // Nothing that a lead holds: only what is known of the source.
        lead["updatedDateTime"] = json!(format!("2026-11-20T0{n}:00:00Z"));
        desk.import("n.json", text(&lead));
        imports.push(last_import(&desk));
    }
    for id in [imports[1], imports[0], imports[2]] {
        assert_eq!(undo(&desk, id, &[]), Ok(ImportUndone::default()), "no lead is changed");
    }
    assert_eq!(desk.content(), before, "in whatever order");
}

#[test]
fn a_merged_lead_is_touched_and_comes_apart_on_request() {
    let desk = Desk::new();
    let own = desk.add("Fabrikam");
    let before = desk.content();
    desk.import("a.json", text(&json!([of("a", "Adatum"), of("b", "Bellows")])));
    let id = last_import(&desk);
    let merge = |kept: i64, other: i64| {
        let (kept, other) = (desk.get(kept), desk.get(other));
        hearth_core::actions::merge_leads::merge_leads(
            &desk.app,
            hearth_core::actions::change::Seen { id: kept.id, revision: kept.revision },
            hearth_core::actions::change::Seen { id: other.id, revision: other.revision },
            &[],
        )
        .unwrap();
    };
    merge(2, 3);
    merge(own.id, 2);
    let foreseen = foresee(&desk, id);
    assert_eq!((foreseen.removed, foreseen.touched_total), (0, 2), "both are part of a merge: {foreseen:?}");
    assert_eq!(
        undo(&desk, id, &[2, 3]),
        Ok(ImportUndone { removed: 2, restored: 0, left: 0 }),
        "taken apart, and gone"
    );
    assert_eq!(desk.content(), before, "the own lead is what it was");
}

#[test]
fn news_of_a_merged_lead_reach_both() {
    let desk = Desk::new();
    let mut file = json!([of("a", "Adatum"), of("b", "Adatum")]);
    desk.import("a.json", text(&file));
    let (kept, other) = (desk.get(1), desk.get(2));
    let seen = |lead: &LeadDetail| hearth_core::actions::change::Seen { id: lead.id, revision: lead.revision };
    hearth_core::actions::merge_leads::merge_leads(&desk.app, seen(&kept), seen(&other), &[]).unwrap();
    let before = desk.content();
    file[1]["details"]["notes"] = json!("Teams and telephony");
    assert_eq!(desk.import("a.json", text(&file)).updated, 1, "one row");
    assert_eq!(desk.get(2).need.text, "Teams and telephony", "the lead that it is");
    assert_eq!(desk.get(1).need.text, "Teams and telephony", "and the one that it was merged into");
    desk.import("a.json", text(&file));
    let touched = foresee(&desk, last_import(&desk)).touched;
    let ids: Vec<i64> = touched.iter().map(|lead| lead.id).collect();
    assert_eq!(undo(&desk, last_import(&desk), &ids).map(|undone| undone.restored), Ok(2), "both go back");
    let _ = before;
    assert_eq!(desk.get(1).need.text, "Teams, please", "to what they were");
}

#[test]
fn taking_back_a_hundred_and_more_names_nobody() {
    let desk = Desk::new();
    let list: Vec<_> = (0..150).map(|n| of(&format!("r{n}"), &format!("Customer {n}"))).collect();
    desk.import("a.json", text(&json!(list)));
    assert!(desk.heard().last().unwrap().many, "an import of many tells that all may have changed");
    undo(&desk, last_import(&desk), &[]).unwrap();
    assert!(desk.heard().last().unwrap().many, "and so does its undo");
    assert_eq!(desk.state().total_leads, 0);
}

fn merge(desk: &Desk, kept: i64, other: i64, take: &[Field]) -> LeadDetail {
    let (kept, other) = (desk.get(kept), desk.get(other));
    let request = MergeLeads {
        kept: kept.id,
        kept_revision: kept.revision,
        other: other.id,
        other_revision: other.revision,
        take: take.to_vec(),
    };
    handlers::merge_leads(&desk.app, request).unwrap()
}

#[test]
fn a_merge_that_came_apart_does_not_come_back_with_what_an_import_found() {
    let desk = Desk::new();
    let mut file = of("a", "Adatum");
    desk.import("a.json", text(&file));
    let before = desk.get(1).need.text;
    let own = desk.add("Fabrikam");
    let merged = merge(&desk, 1, own.id, &[Field::Need]);
    file["favorite"] = json!(true);
    desk.import("again.json", text(&file));
    handlers::take_apart(&desk.app, MergeRef { id: merged.merged[0].merge_id }).unwrap();
    undo(&desk, last_import(&desk), &[1]).unwrap();
    assert_eq!(desk.get(1).need.text, before, "and not what it had from the other lead");
}

#[test]
fn a_merge_that_was_there_before_an_import_stays_when_that_is_taken_back() {
    let desk = Desk::new();
    let mut file = of("a", "Adatum");
    desk.import("a.json", text(&file));
    let own = desk.add("Fabrikam");
    merge(&desk, 1, own.id, &[Field::Need]);
    let before = desk.content();
    file["externalReferenceId"] = json!("CRM-1");
    desk.import("again.json", text(&file));
    desk.accept(&desk.get(1)).unwrap();
    undo(&desk, last_import(&desk), &[1]).unwrap();
    assert_eq!(desk.content(), before, "one lead of two, as before the import");
}

#[test]
fn what_a_later_import_did_to_a_lead_is_gone_with_the_earlier_one() {
    let desk = Desk::new();
    let mut file = of("a", "Adatum");
    desk.import("0.json", text(&file));
    let before = desk.content();
    let mut imports = Vec::new();
    for n in 1..=3 {
        file["externalReferenceId"] = json!(format!("CRM-{n}"));
        desk.import("n.json", text(&file));
        imports.push(last_import(&desk));
    }
    undo(&desk, imports[0], &[1]).unwrap();
    assert_eq!(desk.content(), before, "taken back with all that was done since");
    assert_eq!(undo(&desk, imports[2], &[1]), Ok(ImportUndone::default()), "of which nothing is left to take back");
    assert_eq!(undo(&desk, imports[1], &[1]), Ok(ImportUndone::default()), "in whatever order");
    assert_eq!(desk.content(), before, "and nothing of it comes back");
}
