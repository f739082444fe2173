//! Actions on many leads: what the preview says, what is done, and what is taken back. Source: domain.md, "Allowed actions",
//! "Undo", "Who is told".

use std::cell::Cell;
use std::ops::ControlFlow;

use hearth_core::actions::bulk::{Plan, undo};
use hearth_core::actions::notices;
use hearth_core::api::*;
use hearth_core::domain::desk::{SortBy, Tab};
use hearth_core::domain::history::{Action, Field};
use hearth_core::domain::lead::{ContactWay, Employee, StageKind};

use crate::support::{Desk, at};

fn on(_: u32, _: u32) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn plan(desk: &Desk, action: BulkAction) -> Plan {
    handlers::plan_bulk(&desk.app, ForeseeBulk { action, scope: LeadScope::All }).unwrap()
}

fn run(desk: &Desk, action: BulkAction) -> BulkReport {
    plan(desk, action).run(&desk.app, &on).unwrap()
}

fn take_back(desk: &Desk, report: &BulkReport) -> Result<(u32, u32), ApiError> {
    let undone = undo(&desk.app, report.bulk_id.expect("an offer to undo"), &on)?;
    assert_eq!(undone.verb, report.verb, "the window says what was taken back");
    Ok((undone.restored, undone.stayed))
}

fn decline() -> BulkAction {
    BulkAction::Decline { reason: Some(3.try_into().unwrap()), notes: " Too far away ".into() }
}

fn contacted(desk: &Desk) -> BulkAction {
    BulkAction::MarkContacted { at: desk.clock_now(), way: ContactWay::Email, note: "A round letter".into() }
}

fn colleague(name: &str) -> BulkAction {
    BulkAction::AddEmployee { employee: Employee { name: name.into(), phone: None, email: None } }
}

fn campaign(id: &str) -> BulkAction {
    BulkAction::SetCampaign { campaign_id: id.into() }
}

fn left_out(left: &[LeftOut]) -> Vec<(WhyNot, u32)> {
    left.iter().map(|left| (left.why, left.count)).collect()
}

fn names(leads: &[BulkLead]) -> Vec<&str> {
    leads.iter().map(|lead| lead.customer.as_str()).collect()
}

/// What reminds of all leads, the numbers apart.
fn reminders(desk: &Desk) -> Vec<String> {
    let raw = desk.raw();
    let sql = "SELECT json_array(lead_id, key, tell_at, told_at, settled_by, settled_at) FROM reminders ORDER BY lead_id, key";
    let mut statement = raw.prepare(sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

#[test]
fn the_preview_says_what_is_done_and_why_the_rest_is_not() {
    let desk = Desk::new();
    let first = desk.add_hot("Fabrikam");
    let second = desk.add("Contoso");
    desk.accept(&desk.add("Northwind")).unwrap();
    desk.decline(&desk.add("Tailspin")).unwrap();
    let plan = plan(&desk, decline());
    let foreseen = plan.foreseen().clone();
    assert_eq!(
        (foreseen.total, foreseen.changed, foreseen.notices),
        (4, 2, 2),
        "two of four, and two customers are told"
    );
    assert_eq!(names(&foreseen.examples), ["Fabrikam", "Contoso"], "by name");
    let why = [(WhyNot::Accepted, 1), (WhyNot::Archived, 1)];
    assert_eq!(left_out(&foreseen.left_out), why, "and why the others are not");
    assert_eq!(names(&foreseen.left_out[0].examples), ["Northwind"], "by name too");
    assert_eq!(desk.get(first.id).stage, StageKind::Received, "the preview does nothing");

    let report = plan.run(&desk.app, &on).unwrap();
    assert_eq!((report.changed, left_out(&report.left_out)), (2, why.to_vec()), "what was shown is what was done");
    let lead = desk.get(first.id);
    assert_eq!((lead.stage, lead.reason), (StageKind::Archived, Some(3.try_into().unwrap())), "declined");
    assert_eq!(lead.closing_notes.as_deref(), Some("Too far away"), "with the notes, trimmed as in the form");
    assert_eq!(lead.history[0].action, Action::Declined, "the history tells it as of one lead");
    assert_eq!((lead.notices.len(), lead.undo), (1, None), "a notice waits, and the undo is one for all");
    assert_eq!(desk.state().waiting, 0, "no customer waits any more");
    assert_eq!(
        desk.get(second.id).notices[0].email.as_deref(),
        Some("sue@fabrikam.example"),
        "addressed as a single one"
    );
}

#[test]
fn one_undo_takes_all_of_it_back_exactly() {
    let desk = Desk::new();
    let hot = desk.add_hot("Fabrikam");
    let snoozed = desk.add("Contoso");
    desk.snooze(&snoozed, "2026-11-21T09:00:00Z", false).unwrap();
    let accepted = desk.accept(&desk.add("Northwind")).unwrap();
    desk.follow_up(&accepted, "2026-11-24", "Ask again").unwrap();
    desk.contact(&hot).unwrap();
    desk.tell();
    for action in [
        decline(),
        contacted(&desk),
        BulkAction::SetFavorite { favorite: true },
        colleague("Ana Ruiz"),
        campaign("Fall"),
        campaign(""),
    ] {
        let (before, reminded) = (desk.content(), reminders(&desk));
        let report = run(&desk, action);
        assert!(report.changed > 0, "{:?} changes something here", report.verb);
        assert_ne!(desk.content(), before, "which is seen");
        assert_eq!(take_back(&desk, &report), Ok((report.changed, 0)), "all of it goes back");
        assert_eq!(desk.content(), before, "{:?}: every field is as it was", report.verb);
        assert_eq!(reminders(&desk), reminded, "{:?}: and reminds as before", report.verb);
        assert_eq!(desk.state().open_notices, 0, "nobody is told");
    }
    let actions: Vec<Action> = desk.get(accepted.id).history.iter().take(2).map(|entry| entry.action).collect();
    assert_eq!(actions, [Action::Undone, Action::Edited], "the history says both");
}

#[test]
fn a_reminder_that_was_answered_is_open_again() {
    let desk = Desk::new();
    desk.add_hot("Fabrikam");
    desk.tell();
    let report = run(&desk, decline());
    assert!(desk.bell().reminders[0].settled.is_some(), "the decline answers what the bell told");
    take_back(&desk, &report).unwrap();
    assert_eq!(desk.bell().reminders[0].settled, None, "taken back, the customer waits as before");
    assert_eq!(desk.state().waiting, 1, "and is counted");
}

#[test]
fn a_heart_that_goes_back_opens_nothing_that_was_answered() {
    let desk = Desk::new();
    let lead = desk.add_hot("Fabrikam");
    desk.tell();
    desk.contact(&lead).unwrap();
    let report = run(&desk, BulkAction::SetFavorite { favorite: true });
    assert_eq!(take_back(&desk, &report), Ok((1, 0)), "the heart goes back");
    assert!(desk.bell().reminders[0].settled.is_some(), "the customer was contacted all the same");
}

#[test]
fn only_leads_that_are_accepted_get_employees_and_campaigns() {
    let desk = Desk::new();
    desk.add("Fabrikam");
    let accepted = desk.accept(&desk.add("Contoso")).unwrap();
    desk.decline(&desk.add("Northwind")).unwrap();
    let elsewhere = [(WhyNot::Received, 1), (WhyNot::Archived, 1)];
    let report = run(&desk, campaign("  Fall\n2026 "));
    assert_eq!((report.changed, left_out(&report.left_out)), (1, elsewhere.to_vec()), "as the edit form of one lead");
    assert_eq!(desk.get(accepted.id).deal.campaign_id.as_deref(), Some("Fall 2026"), "one line");
    let so = [(WhyNot::Received, 1), (WhyNot::Archived, 1), (WhyNot::AlreadySo, 1)];
    let again = run(&desk, campaign("Fall 2026"));
    assert_eq!((again.changed, left_out(&again.left_out)), (0, so.to_vec()), "twice is once");
    assert_eq!((again.bulk_id, again.undo_until), (None, None), "nothing was changed, so there is nothing to undo");

    assert_eq!(run(&desk, colleague("Ana Ruiz")).changed, 1, "an employee more");
    let again = run(&desk, colleague("ana ruiz"));
    assert_eq!(left_out(&again.left_out), so, "who is there already is not entered twice");
    let lead = desk.get(accepted.id);
    assert_eq!(lead.employees.len(), 1, "once");
    assert_eq!(lead.history[0].changes[0].field, Field::Employees, "and the history has both lists");
}

#[test]
fn hearts_are_for_every_stage_and_only_where_they_change() {
    let desk = Desk::new();
    let first = desk.add("Fabrikam");
    desk.decline(&desk.add("Contoso")).unwrap();
    handlers::set_favorite(&desk.app, SetFavorite { id: first.id, favorite: true }).unwrap();
    let report = run(&desk, BulkAction::SetFavorite { favorite: true });
    assert_eq!((report.changed, left_out(&report.left_out)), (1, vec![(WhyNot::AlreadySo, 1)]), "archived ones too");
    assert_eq!(take_back(&desk, &report), Ok((1, 0)), "by the same undo as all");
    assert!(desk.get(first.id).favorite, "whose heart was not ours is not touched");
}

#[test]
fn what_was_changed_or_is_gone_since_the_preview_is_left_out() {
    let desk = Desk::new();
    let worked = desk.add("Fabrikam");
    let removed = desk.add("Contoso");
    let other = desk.add("Northwind");
    let plan = plan(&desk, decline());
    desk.contact(&worked).unwrap();
    desk.take_back(&removed).unwrap();
    let late = desk.add("Tailspin");
    let report = plan.run(&desk.app, &on).unwrap();
    assert_eq!(
        (report.changed, left_out(&report.left_out)),
        (1, vec![(WhyNot::ChangedSince, 2)]),
        "it was not shown so"
    );
    assert_eq!(names(&report.left_out[0].examples), ["Fabrikam"], "who is still there is named");
    assert_eq!(desk.get(other.id).stage, StageKind::Archived, "the rest is done");
    assert_eq!(desk.get(late.id).stage, StageKind::Received, "and what came since was never asked about");
}

#[test]
fn a_lead_whose_time_ran_out_since_the_preview_is_left_to_expire() {
    let desk = Desk::new();
    desk.add("Fabrikam");
    let plan = plan(&desk, decline());
    desk.set("2026-12-04T09:00:00Z");
    let report = plan.run(&desk.app, &on).unwrap();
    assert_eq!((report.changed, left_out(&report.left_out)), (0, vec![(WhyNot::PastRespondBy, 1)]), "too late");
}

#[test]
fn cancelling_leaves_nothing() {
    let desk = Desk::new();
    for number in 0..600 {
        desk.add(&format!("Fabrikam {number}"));
    }
    let plan = plan(&desk, decline());
    let before = desk.content();
    desk.heard();
    let seen = Cell::new(0);
    let cancel = |done, total| {
        assert_eq!(total, 600, "of so many");
        seen.set(done);
        if done < 300 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    assert_eq!(plan.run(&desk.app, &cancel), Err(ApiError::Cancelled), "the user has thought better of it");
    assert!(seen.get() >= 300, "half of it was done by then");
    assert_eq!(desk.content(), before, "and is not");
    assert_eq!((desk.state().open_notices, desk.heard()), (0, vec![]), "nobody is told, and nothing to fetch anew");

    let report = plan.run(&desk.app, &on).unwrap();
    assert_eq!(report.changed, 600, "the plan is still good");
    let after = desk.content();
    let id = report.bulk_id.unwrap();
    assert_eq!(undo(&desk.app, id, &cancel), Err(ApiError::Cancelled), "nor is half of it taken back");
    assert_eq!(desk.content(), after, "all of it stands");
    assert_eq!(take_back(&desk, &report), Ok((600, 0)), "until it is");
}

#[test]
fn a_crash_in_the_middle_leaves_nothing() {
    let desk = Desk::new();
    for number in 0..600 {
        desk.add(&format!("Fabrikam {number}"));
    }
    let plan = plan(&desk, decline());
    let before = desk.content();
    let crash = |done: u32, _: u32| if done < 300 { ControlFlow::Continue(()) } else { panic!("as arranged") };
    let ran = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| plan.run(&desk.app, &crash)));
    assert!(ran.is_err(), "it crashes as arranged");
    assert_eq!(desk.content(), before, "what was half done is not done");
    assert_eq!(plan.run(&desk.app, &on).map(|report| report.changed), Ok(600), "and the desk works on");
}

#[test]
fn a_lead_that_was_worked_on_since_stays() {
    let desk = Desk::new();
    let hearted = desk.add("Fabrikam");
    let worked = desk.accept(&desk.add("Contoso")).unwrap();
    let report = run(&desk, contacted(&desk));
    assert_eq!(report.changed, 2, "both");
    handlers::set_favorite(&desk.app, SetFavorite { id: hearted.id, favorite: true }).unwrap();
    let won = desk.win(&desk.get(worked.id)).unwrap();
    assert!(won.undo.is_some(), "what was done to it alone is taken back alone");
    assert_eq!(take_back(&desk, &report), Ok((1, 1)), "one goes back, one stays");
    let lead = desk.get(hearted.id);
    assert!(lead.favorite && lead.contacted.is_none(), "the heart does not stand in the way, and stays");
    assert!(desk.get(worked.id).contacted.is_some(), "nothing is taken from under a later decision");
}

#[test]
fn a_notice_that_has_left_makes_its_lead_final() {
    let desk = Desk::new();
    let told = desk.add("Fabrikam");
    let untold = desk.add("Contoso");
    let report = run(&desk, decline());
    notices::mark_drafted(&desk.app, desk.get(told.id).notices[0].id).unwrap();
    assert_eq!(take_back(&desk, &report), Ok((1, 1)), "the mail program may have sent it");
    assert_eq!(desk.get(told.id).stage, StageKind::Archived, "so that one stays declined");
    assert_eq!(desk.get(untold.id).stage, StageKind::Received, "the other goes back");
    assert_eq!(desk.state().open_notices, 1, "and only the one is told");
}

#[test]
fn the_time_to_undo_is_the_same_setting() {
    let desk = Desk::new();
    desk.add("Fabrikam");
    let report = run(&desk, decline());
    assert_eq!(report.undo_until, Some(at("2026-11-20T09:00:30Z")), "thirty seconds");
    desk.set("2026-11-20T09:00:30Z");
    let over = Err(ApiError::NotAllowed { why: NotAllowedWhy::UndoOver });
    assert_eq!(take_back(&desk, &report), over, "the thirtieth second is too late");
    handlers::save_settings(&desk.app, Settings { undo_seconds: 0, ..Settings::default() }).unwrap();
    desk.add("Contoso");
    let report = run(&desk, decline());
    assert_eq!((report.changed, report.bulk_id, report.undo_until), (1, None, None), "no second thoughts");
    let kept: i64 = desk.raw().query_row("SELECT count(*) FROM bulk_rows", [], |row| row.get(0)).unwrap();
    assert_eq!(kept, 0, "what can no longer be taken back is not kept");
}

#[test]
fn taking_back_twice_is_refused() {
    let desk = Desk::new();
    desk.add("Fabrikam");
    let report = run(&desk, decline());
    take_back(&desk, &report).unwrap();
    let twice = Err(ApiError::NotAllowed { why: NotAllowedWhy::TakenBack });
    assert_eq!(take_back(&desk, &report), twice, "there is nothing left to take back");
}

#[test]
fn one_undo_for_all_takes_the_place_of_the_single_ones() {
    let desk = Desk::new();
    let contacted = desk.contact(&desk.add("Fabrikam")).unwrap();
    let report = run(&desk, decline());
    assert!(desk.take_back(&contacted).is_err(), "it would take the decline away with it");
    take_back(&desk, &report).unwrap();
    let lead = desk.get(contacted.id);
    assert_eq!((lead.stage, lead.contacted.is_some()), (StageKind::Received, true), "only the decline went back");
    let lead = desk.take_back(&contacted).unwrap().expect("the lead is there");
    assert_eq!(
        lead.contacted, None,
        "what was done to it alone before can be taken back again, as if nothing had come after it"
    );
}

#[test]
fn two_undos_in_a_row_take_a_shared_lead_all_the_way_back() {
    let desk = Desk::new();
    let shared = desk.accept(&desk.add_hot("Fabrikam")).unwrap();
    let first = run(&desk, campaign("Harvest"));
    let second = run(&desk, colleague("Ana Ruiz"));
    handlers::set_favorite(&desk.app, SetFavorite { id: shared.id, favorite: true }).unwrap();
    assert_eq!(take_back(&desk, &second), Ok((1, 0)), "the newest goes back");
    assert_eq!(take_back(&desk, &first), Ok((1, 0)), "and then the one before, which finds the lead as it left it");
    let lead = desk.get(shared.id);
    assert_eq!((lead.employees, lead.deal), (shared.employees, shared.deal), "nothing of both is left");
    assert!(lead.favorite, "the heart in between is not touched");
}

#[test]
fn out_of_turn_the_earlier_undo_leaves_a_shared_lead_alone() {
    let desk = Desk::new();
    let shared = desk.accept(&desk.add_hot("Fabrikam")).unwrap();
    let first = run(&desk, campaign("Harvest"));
    run(&desk, colleague("Ana Ruiz"));
    assert_eq!(take_back(&desk, &first), Ok((0, 1)), "the second is on top of it");
    assert_eq!(desk.get(shared.id).deal.campaign_id.as_deref(), Some("Harvest"), "so it stays");
}

#[test]
fn hearts_of_many_do_not_go_back_over_a_heart_that_was_clicked_since() {
    let desk = Desk::new();
    let lead = desk.add("Fabrikam");
    let hearts = run(&desk, BulkAction::SetFavorite { favorite: true });
    let declined = run(&desk, decline());
    handlers::set_favorite(&desk.app, SetFavorite { id: lead.id, favorite: false }).unwrap();
    assert_eq!(take_back(&desk, &declined), Ok((1, 0)), "the heart does not stand in the way of the decline");
    assert_eq!(take_back(&desk, &hearts), Ok((0, 1)), "but it is newer than the hearts");
    assert!(!desk.get(lead.id).favorite, "so it is what the click said");
}

#[test]
fn an_answer_is_not_taken_back_into_an_expiry() {
    let desk = Desk::new();
    let lead = desk.add("Fabrikam");
    desk.set("2026-12-04T08:59:50Z");
    let report = run(&desk, decline());
    desk.set("2026-12-04T09:00:05Z");
    assert_eq!(take_back(&desk, &report), Ok((0, 1)), "it would expire at once and be lost for good");
    assert_eq!(desk.get(lead.id).stage, StageKind::Archived, "so it stays declined");
}

#[test]
fn leads_can_be_named_in_any_order_and_twice_or_be_a_list_but_for_some() {
    let desk = Desk::new();
    let ids: Vec<i64> = (0..7).map(|number| desk.add(&format!("Fabrikam {number}")).id).collect();
    let named = LeadScope::Leads { ids: vec![ids[6], ids[2], ids[6], 4711] };
    let plan = handlers::plan_bulk(&desk.app, ForeseeBulk { action: decline(), scope: named }).unwrap();
    let foreseen = plan.foreseen();
    assert_eq!((foreseen.total, foreseen.changed), (3, 2), "each counts once; one is not there");
    assert_eq!(names(&foreseen.examples), ["Fabrikam 6", "Fabrikam 2"], "in the order in which they were named");
    let query = ListQuery {
        tab: Tab::All,
        stage: Some(StageKind::Received),
        query: String::new(),
        sort: SortBy::Customer,
        descending: true,
        offset: 0,
        limit: 1,
        list: None,
    };
    let scope = LeadScope::List { query, except: vec![ids[6], ids[0]] };
    let plan = handlers::plan_bulk(&desk.app, ForeseeBulk { action: decline(), scope }).unwrap();
    let listed = ["Fabrikam 5", "Fabrikam 4", "Fabrikam 3", "Fabrikam 2", "Fabrikam 1"];
    assert_eq!(names(&plan.foreseen().examples), listed, "as the list shows them, whatever page it is at");
    let none = LeadScope::Leads { ids: Vec::new() };
    let plan = handlers::plan_bulk(&desk.app, ForeseeBulk { action: decline(), scope: none }).unwrap();
    let report = plan.run(&desk.app, &on).unwrap();
    assert_eq!((plan.foreseen().total, report.changed, report.bulk_id), (0, 0, None), "nothing is done to nobody");
}

#[test]
fn a_form_for_many_asks_what_the_form_for_one_asks() {
    let desk = Desk::new();
    let wrong = |action| match handlers::plan_bulk(&desk.app, ForeseeBulk { action, scope: LeadScope::All }) {
        Err(ApiError::Invalid { fields }) => fields.into_iter().map(|wrong| (wrong.field, wrong.problem)).collect(),
        Err(other) => panic!("a wrong form is answered as one, not by {other:?}"),
        Ok(_) => Vec::new(),
    };
    let one = |field: &str, problem| vec![(field.to_owned(), problem)];
    let unreasoned = BulkAction::Decline { reason: None, notes: String::new() };
    assert_eq!(wrong(unreasoned), one("reason", FieldProblem::Required), "Partner Center wants a reason");
    let endless = BulkAction::Decline { reason: Some(1.try_into().unwrap()), notes: "long ".repeat(9_000) };
    assert_eq!(wrong(endless), one("notes", FieldProblem::TooLong), "no notes without end");
    let ahead =
        BulkAction::MarkContacted { at: at("2026-11-21T09:00:00Z"), way: ContactWay::Phone, note: String::new() };
    assert_eq!(wrong(ahead), one("at", FieldProblem::InTheFuture), "nobody was contacted tomorrow");
    assert_eq!(wrong(colleague(" ")), one("employee.name", FieldProblem::Required), "an employee has a name");
    let employee = Employee { name: "Ana".into(), phone: None, email: Some("ana".into()) };
    let unreachable = BulkAction::AddEmployee { employee };
    assert_eq!(wrong(unreachable), one("employee.email", FieldProblem::NotAnEmail), "and an address that can be one");
    assert_eq!(wrong(campaign(&"x".repeat(501))), one("campaignId", FieldProblem::TooLong), "a campaign ID is a line");
}
