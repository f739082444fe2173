//! The outbox: who has to be told, the prepared e-mail, and what becomes of it.

use hearth_core::actions::expire_due::expire_due;
use hearth_core::actions::notices;
use hearth_core::api::*;

use crate::support::{Desk, at};

#[test]
fn a_declined_customer_is_asked_to_choose_another_partner() {
    let desk = Desk::new();
    let lead = desk.decline(&desk.add("Fabrikam")).unwrap();
    let notice = &lead.notices[0];
    assert_eq!(
        (notice.kind, notice.recipient.as_str()),
        (NoticeKind::DeclinedToCustomer, "Sue Smith"),
        "in the same transaction"
    );
    let mail = notices::mail(&desk.app, notice.id).unwrap();
    assert_eq!(mail.to, "sue@fabrikam.example", "to the customer's contact");
    assert!(mail.body.contains("another partner") && mail.body.contains("Sue Smith"), "{}", mail.body);
    assert!(!mail.body.contains("Too far away"), "our own notes are not the customer's business");
}

#[test]
fn the_mail_speaks_the_users_language() {
    let desk = Desk::new();
    handlers::save_settings(&desk.app, Settings { language: LanguageChoice::Ko, ..Settings::default() }).unwrap();
    let lead = desk.decline(&desk.add("한빛소프트데이터")).unwrap();
    let mail = notices::mail(&desk.app, lead.notices[0].id).unwrap();
    assert!(mail.body.contains("다른 파트너"), "{}", mail.body);
}

#[test]
fn an_expired_lead_is_told_to_microsoft() {
    let desk = Desk::new();
    let lead = desk.add("Fabrikam");
    desk.set("2026-12-04T09:00:00Z");
    expire_due(&desk.app).unwrap();
    let notice = desk.get(lead.id).notices.remove(0);
    assert_eq!(
        (notice.kind, notice.recipient.as_str(), notice.email.clone()),
        (NoticeKind::ExpiredToMicrosoft, "Microsoft", None),
        "nobody else sent it"
    );
    assert!(notices::mail(&desk.app, notice.id).unwrap().subject.contains("Fabrikam"), "which lead it was");
}

#[test]
fn a_notice_is_marked_once_and_stays_so() {
    let desk = Desk::new();
    let lead = desk.decline(&desk.add("Fabrikam")).unwrap();
    let id = lead.notices[0].id;
    desk.set("2026-11-20T09:00:10Z");
    notices::mark_drafted(&desk.app, id).unwrap();
    desk.set("2026-11-20T09:05:00Z");
    notices::mark_drafted(&desk.app, id).unwrap();
    let lead = handlers::mark_notice_sent(&desk.app, NoticeRef { id }).unwrap();
    assert_eq!(lead.notices[0].drafted_at, Some(at("2026-11-20T09:00:10Z")), "the first time counts");
    assert_eq!(lead.notices[0].sent_at, Some(at("2026-11-20T09:05:00Z")), "then the user says that it is sent");
    assert_eq!(desk.state().open_notices, 0, "nothing is left to send");
    assert_eq!(handlers::list_notices(&desk.app, Empty {}).unwrap().notices.len(), 1, "but it can be looked up");
}

#[test]
fn the_history_and_the_outbox_cannot_be_rewritten() {
    let desk = Desk::new();
    desk.decline(&desk.add("Fabrikam")).unwrap();
    let raw = desk.raw();
    for sql in [
        "UPDATE history SET actor = '\"nobody\"'",
        "DELETE FROM history",
        "UPDATE outbox SET recipient = 'nobody'",
        "DELETE FROM outbox",
    ] {
        assert!(raw.execute(sql, []).is_err(), "{sql}: append-only, whoever asks");
    }
}
