//! The life of a lead through the commands: forms, stages, history, expiry, favorites, conflicts.

use hearth_core::actions::expire_due::expire_due;
use hearth_core::api::*;
use hearth_core::domain::history::{Action, Actor, Field, FieldValue, MoneyText};
use hearth_core::domain::lead::{Employee, StageKind};

use crate::support::{Desk, at, deal, typed};

#[test]
fn accepting_keeps_every_field_of_the_form_and_tells_it_in_the_history() {
    let desk = Desk::new();
    let lead = desk.add("Fabrikam");
    desk.heard();
    let employee =
        Employee { name: "Min".into(), phone: Some("02-555-0100".into()), email: Some("min@partner.example".into()) };
    let request = AcceptLead { id: lead.id, revision: lead.revision, deal: deal(), employees: vec![employee.clone()] };
    let lead = handlers::accept_lead(&desk.app, request).unwrap();

    assert_eq!(
        (lead.stage, lead.accepted_at),
        (StageKind::Accepted, Some(at("2026-11-20T09:00:00Z"))),
        "accepted, now"
    );
    assert_eq!(lead.deal.value, Some(MoneyText { amount: "12500.50".into(), currency: "USD".into() }), "to the cent");
    assert_eq!(lead.deal.purchase_on.map(|d| d.to_string()).as_deref(), Some("2026-12-31"), "the day as picked");
    assert_eq!(lead.deal.crm_id.as_deref(), Some("CRM-7"), "optional fields are kept");
    assert_eq!(lead.employees, [employee], "employees come with the form");

    let entry = &lead.history[0];
    assert_eq!((entry.action, &entry.actor), (Action::Accepted, &Actor::User("minji".into())), "what, and who");
    assert_eq!(entry.at, at("2026-11-20T09:00:00Z"), "when, in UTC");
    let name = entry.changes.iter().find(|change| change.field == Field::DealName).expect("the deal's name changed");
    assert_eq!(
        (&name.before, &name.after),
        (&None, &Some(FieldValue::Text("Fabrikam roll-out".into()))),
        "before and after"
    );
    assert_eq!(desk.heard()[0].leads, [lead.id], "the window is told which lead changed");
}

#[test]
fn a_form_names_every_mistake_at_once_and_changes_nothing() {
    let desk = Desk::new();
    let lead = desk.add("Fabrikam");
    let form = DealForm {
        name: "  ".into(),
        amount: "12.345".into(),
        currency: "USD".into(),
        purchase_on: "31.12.2026".into(),
        notes: String::new(),
        crm_id: "x".repeat(501),
        campaign_id: String::new(),
    };
    let employees = vec![Employee { name: " ".into(), phone: None, email: Some("not an address".into()) }];
    let request = AcceptLead { id: lead.id, revision: lead.revision, deal: form, employees };
    let Err(ApiError::Invalid { fields }) = handlers::accept_lead(&desk.app, request) else { panic!("it is invalid") };
    let fields: Vec<_> = fields.iter().map(|f| (f.field.as_str(), f.problem)).collect();
    use FieldProblem as P;
    let all = [
        ("purchaseOn", P::NotADate),
        ("amount", P::TooPrecise),
        ("crmId", P::TooLong),
        ("name", P::Required),
        ("notes", P::Required),
        ("employees.0.name", P::Required),
        ("employees.0.email", P::NotAnEmail),
    ];
    assert_eq!(fields, all, "each mistake at its field, in one go");
    assert_eq!(desk.get(lead.id).revision, lead.revision, "nothing was changed");
}

#[test]
fn declining_needs_a_reason() {
    let desk = Desk::new();
    let lead = desk.add("Fabrikam");
    let request = DeclineLead { id: lead.id, revision: lead.revision, reason: None, notes: String::new() };
    let invalid = vec![InvalidField { field: "reason".into(), problem: FieldProblem::Required }];
    assert_eq!(
        handlers::decline_lead(&desk.app, request),
        Err(ApiError::Invalid { fields: invalid }),
        "Partner Center asks one too"
    );
}

#[test]
fn a_lost_deal_needs_no_reason() {
    let desk = Desk::new();
    let lead = desk.accept(&desk.add("Fabrikam")).unwrap();
    let request = CloseAsLost { id: lead.id, revision: lead.revision, reason: None, notes: String::new() };
    let lead = handlers::close_as_lost(&desk.app, request).unwrap();
    assert_eq!((lead.outcome.as_deref(), lead.reason), (Some("lost"), None), "welcome, not required");
}

#[test]
fn a_stale_click_is_refused_and_changes_nothing() {
    let desk = Desk::new();
    let seen = desk.add("Fabrikam");
    desk.contact(&seen).unwrap();
    assert_eq!(desk.decline(&seen), Err(ApiError::Conflict), "someone changed it since this window looked");
    assert_eq!(desk.get(seen.id).stage, StageKind::Received, "and it stays as they left it");
}

#[test]
fn accepting_twice_is_refused() {
    let desk = Desk::new();
    let lead = desk.accept(&desk.add("Fabrikam")).unwrap();
    let refused = Err(ApiError::NotAllowed { why: NotAllowedWhy::Stage { stage: StageKind::Accepted } });
    assert_eq!(desk.accept(&lead), refused, "it is not received any more");
}

#[test]
fn a_lead_expires_at_its_own_instant_while_the_computer_was_off() {
    let desk = Desk::new();
    let lead = desk.add("Fabrikam");
    let desk = desk.off_until("2027-03-01T12:00:00Z");
    let lead = desk.get(lead.id);
    assert_eq!(lead.outcome.as_deref(), Some("expired"), "noticed at the start");
    assert_eq!(lead.archived_at, Some(at("2026-12-04T09:00:00Z")), "14 days after it was received");
    let entry = &lead.history[0];
    assert_eq!(
        (entry.action, &entry.actor, entry.at),
        (Action::Expired, &Actor::Hearth, at("2026-12-04T09:00:00Z")),
        "the history says when it expired, not when it was noticed"
    );
    assert_eq!(lead.undo, None, "an expiry is never undone");
}

#[test]
fn a_late_click_cannot_save_a_lead_that_nobody_has_expired_yet() {
    let desk = Desk::new();
    let lead = desk.add("Fabrikam");
    desk.set("2026-12-04T09:00:00Z");
    let refused = NotAllowedWhy::PastRespondBy { respond_by: at("2026-12-04T09:00:00Z") };
    assert_eq!(desk.accept(&lead), Err(ApiError::NotAllowed { why: refused }), "the alarm had not come round yet");
    assert_eq!(expire_due(&desk.app), Ok(1), "now it has");
    assert_eq!(expire_due(&desk.app), Ok(0), "once is enough");
}

#[test]
fn the_time_to_respond_is_a_setting() {
    let desk = Desk::new();
    handlers::save_settings(&desk.app, Settings { respond_days: 7, ..Settings::default() }).unwrap();
    assert_eq!(desk.add("Fabrikam").respond_by, at("2026-11-27T09:00:00Z"), "seven days instead of fourteen");
    let absurd = Settings { respond_days: 0, undo_seconds: 121, ..Settings::default() };
    assert!(matches!(handlers::save_settings(&desk.app, absurd), Err(ApiError::Invalid { .. })), "ranges are kept");
}

#[test]
fn the_heart_beats_in_every_stage() {
    let desk = Desk::new();
    let lead = desk.win(&desk.accept(&desk.add("Fabrikam")).unwrap()).unwrap();
    let request = SetFavorite { id: lead.id, favorite: true };
    let lead = handlers::set_favorite(&desk.app, request.clone()).unwrap();
    assert!(lead.favorite, "also when it is archived");
    assert_eq!(desk.state().counts.favorites.archived, 1, "and it counts in its tab");
    let again = handlers::set_favorite(&desk.app, request).unwrap();
    assert_eq!(again.revision, lead.revision, "a second click of the same wish is no change");
}

#[test]
fn editing_may_keep_what_an_import_left_empty_but_not_empty_what_is_there() {
    let desk = Desk::new();
    let lead = desk.accept(&desk.add("Fabrikam")).unwrap();
    let edit =
        |deal| handlers::edit_deal(&desk.app, EditDeal { id: lead.id, revision: desk.get(lead.id).revision, deal });
    let emptied = edit(DealForm { notes: String::new(), ..deal() });
    assert!(matches!(emptied, Err(ApiError::Invalid { .. })), "the accept form required notes");
    let lead = edit(DealForm { amount: "1".into(), currency: "KRW".into(), crm_id: String::new(), ..deal() }).unwrap();
    assert_eq!(
        lead.deal.value,
        Some(MoneyText { amount: "1".into(), currency: "KRW".into() }),
        "the currency may change too"
    );
    assert_eq!(lead.deal.crm_id, None, "an optional field may be emptied");
}

#[test]
fn hostile_text_is_kept_as_text() {
    let desk = Desk::new();
    let name = "<img src=x onerror=alert(1)>\u{202e}'; DROP TABLE leads;--";
    let lead =
        handlers::add_lead(&desk.app, AddLead { need: "a\0b".into(), ..typed(name, at("2026-11-20T09:00:00Z")) })
            .unwrap();
    assert_eq!(lead.customer.name, name, "nothing is interpreted, nothing is escaped");
    assert_eq!(lead.need.text, "ab", "a NUL would cut the text in other programs");
    let too_long = AddLead { need: "x".repeat(1_048_576), ..typed("Fabrikam", at("2026-11-20T09:00:00Z")) };
    assert!(matches!(handlers::add_lead(&desk.app, too_long), Err(ApiError::Invalid { .. })), "a megabyte is no need");
}

#[test]
fn a_lead_that_would_be_expired_at_once_is_not_added() {
    let desk = Desk::new();
    let add = |received: &str| handlers::add_lead(&desk.app, typed("Fabrikam", at(received)));
    assert!(matches!(add("2026-11-06T09:00:00Z"), Err(ApiError::Invalid { .. })), "received fourteen days ago");
    assert!(matches!(add("2026-11-21T09:00:00Z"), Err(ApiError::Invalid { .. })), "received tomorrow");
    assert!(add("2026-11-06T09:01:00Z").is_ok(), "a minute before it is lost it can still be worked");
}

#[test]
fn what_is_gone_is_not_found() {
    let desk = Desk::new();
    assert_eq!(handlers::get_lead(&desk.app, LeadRef { id: 77 }), Err(ApiError::NotFound), "no such lead");
    assert_eq!(handlers::mark_notice_sent(&desk.app, NoticeRef { id: 77 }), Err(ApiError::NotFound), "no such notice");
}
