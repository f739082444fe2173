//! Taking an action back. Source of the rules: domain.md, "Undo".

use hearth_core::actions::notices;
use hearth_core::api::*;
use hearth_core::domain::history::Action;
use hearth_core::domain::lead::StageKind;

use crate::support::{Desk, at};

#[test]
fn a_decline_is_taken_back_within_thirty_seconds() {
    let desk = Desk::new();
    let before = desk.add("Fabrikam");
    let declined = desk.decline(&before).unwrap();
    desk.set("2026-11-20T09:00:29Z");
    let lead = desk.take_back(&declined).unwrap().expect("the lead is there");
    assert_eq!(lead.stage, StageKind::Received, "as it was");
    assert_eq!(lead.notices, [], "its notice is withdrawn");
    assert_eq!(lead.history[0].action, Action::Undone, "and the history says that it was taken back");
    assert_eq!(lead.history[1].action, Action::Declined, "what was done stays written");
    assert_eq!(desk.state().open_notices, 0, "nobody is told");
}

#[test]
fn after_thirty_seconds_archived_is_final() {
    let desk = Desk::new();
    let declined = desk.decline(&desk.add("Fabrikam")).unwrap();
    desk.set("2026-11-20T09:00:30Z");
    let refused = Err(ApiError::NotAllowed { why: NotAllowedWhy::UndoOver });
    assert_eq!(desk.take_back(&declined), refused, "the thirtieth second is too late");
    assert_eq!(desk.get(declined.id).undo, None, "and it is not offered any more");
}

#[test]
fn a_notice_that_has_left_makes_it_final() {
    let desk = Desk::new();
    let declined = desk.decline(&desk.add("Fabrikam")).unwrap();
    notices::mark_drafted(&desk.app, declined.notices[0].id).unwrap();
    let refused = Err(ApiError::NotAllowed { why: NotAllowedWhy::NoticeLeft });
    assert_eq!(desk.take_back(&declined), refused, "the mail program may have sent it");
    assert_eq!(desk.get(declined.id).undo, None, "and it is not offered any more");
}

#[test]
fn every_action_of_the_user_can_be_taken_back() {
    let desk = Desk::new();
    let received = desk.add_hot("Fabrikam");
    let contacted = desk.contact(&received).unwrap();
    let received = desk.take_back(&contacted).unwrap().unwrap();
    assert_eq!(received.contacted, None, "contacted");
    let accepted = desk.accept(&received).unwrap();
    let received = desk.take_back(&accepted).unwrap().unwrap();
    assert_eq!((received.stage, received.deal.name), (StageKind::Received, None), "accepted");
    let accepted = desk.accept(&desk.get(received.id)).unwrap();
    let won = desk.win(&accepted).unwrap();
    let back = desk.take_back(&won).unwrap().unwrap();
    assert_eq!(back.stage, StageKind::Accepted, "won");
    assert_eq!(back.deal, accepted.deal, "with its deal");
}

#[test]
fn adding_is_taken_back_by_removing() {
    let desk = Desk::new();
    let added = desk.add("Fabrikam");
    assert_eq!(desk.take_back(&added), Ok(None), "it is gone");
    assert_eq!(desk.state().total_leads, 0, "with all that hung on it");
}

#[test]
fn only_the_last_action_can_be_taken_back() {
    let desk = Desk::new();
    let accepted = desk.accept(&desk.add("Fabrikam")).unwrap();
    desk.win(&accepted).unwrap();
    assert!(desk.take_back(&accepted).is_err(), "it has been won since");
}

#[test]
fn what_was_done_before_can_be_taken_back_once_what_came_after_is() {
    let desk = Desk::new();
    let received = desk.add_hot("Fabrikam");
    let contacted = desk.contact(&received).unwrap();
    let accepted = desk.accept(&contacted).unwrap();
    assert!(desk.take_back(&contacted).is_err(), "while the lead is accepted that would take the deal away with it");
    let back = desk.take_back(&accepted).unwrap().unwrap();
    assert_eq!(back.undo.map(|offer| offer.action), Some(Action::Contacted), "the next step back is offered");
    let back = desk.take_back(&contacted).unwrap().expect("the lead is there");
    assert_eq!((back.stage, back.contacted), (StageKind::Received, None), "as it came in");
    assert_eq!(desk.state().waiting, 1, "and its customer waits again");
    assert_eq!(desk.take_back(&received), Ok(None), "to the very beginning, which was that it was added");
}

#[test]
fn a_step_back_is_offered_no_longer_than_its_own_time() {
    let desk = Desk::new();
    let contacted = desk.contact(&desk.add_hot("Fabrikam")).unwrap();
    desk.set("2026-11-20T09:00:20Z");
    let accepted = desk.accept(&contacted).unwrap();
    desk.set("2026-11-20T09:00:40Z");
    let back = desk.take_back(&accepted).unwrap().unwrap();
    assert_eq!(back.undo, None, "the thirty seconds of the first one are over");
    assert!(desk.take_back(&contacted).is_err(), "and asking all the same is refused");
}

#[test]
fn what_is_done_in_between_stands_in_the_way() {
    let desk = Desk::new();
    let accepted = desk.accept(&desk.add("Fabrikam")).unwrap();
    let won = desk.win(&accepted).unwrap();
    let back = desk.take_back(&won).unwrap().unwrap();
    let contacted = desk.contact(&back).unwrap();
    assert!(desk.take_back(&accepted).is_err(), "the contact would be lost with it");
    desk.take_back(&contacted).unwrap();
    let back = desk.take_back(&accepted).unwrap().unwrap();
    assert_eq!(back.stage, StageKind::Received, "with that gone too, it stands again");
}

#[test]
fn the_heart_does_not_stand_in_the_way() {
    let desk = Desk::new();
    let declined = desk.decline(&desk.add("Fabrikam")).unwrap();
    handlers::set_favorite(&desk.app, SetFavorite { id: declined.id, favorite: true }).unwrap();
    let lead = desk.take_back(&declined).unwrap().unwrap();
    assert!(lead.favorite && lead.stage == StageKind::Received, "the decline is undone, the heart stays");
}

#[test]
fn taking_back_twice_is_refused() {
    let desk = Desk::new();
    let declined = desk.decline(&desk.add("Fabrikam")).unwrap();
    desk.take_back(&declined).unwrap();
    assert!(desk.take_back(&declined).is_err(), "there is nothing left to take back");
}

#[test]
fn an_answer_is_not_taken_back_into_an_expiry() {
    let desk = Desk::new();
    let lead = desk.add("Fabrikam");
    desk.set("2026-12-04T08:59:50Z");
    let accepted = desk.accept(&lead).unwrap();
    desk.set("2026-12-04T09:00:05Z");
    let respond_by = at("2026-12-04T09:00:00Z");
    let refused = Err(ApiError::NotAllowed { why: NotAllowedWhy::PastRespondBy { respond_by } });
    assert_eq!(desk.take_back(&accepted), refused, "it would expire at once and be lost for good");
    assert_eq!(desk.get(lead.id).stage, StageKind::Accepted, "so it stays accepted");
}

#[test]
fn the_time_to_undo_is_a_setting() {
    let desk = Desk::new();
    handlers::save_settings(&desk.app, Settings { undo_seconds: 0, ..Settings::default() }).unwrap();
    assert_eq!(desk.decline(&desk.add("Fabrikam")).unwrap().undo, None, "no second thoughts");
    handlers::save_settings(&desk.app, Settings { undo_seconds: 120, ..Settings::default() }).unwrap();
    let declined = desk.decline(&desk.add("Contoso")).unwrap();
    assert_eq!(declined.undo.unwrap().until, at("2026-11-20T09:02:00Z"), "two minutes of them");
}

#[test]
fn a_lead_that_comes_back_reminds_again() {
    let desk = Desk::new();
    let lead = desk.add_hot("Fabrikam");
    let declined = desk.decline(&lead).unwrap();
    assert_eq!(desk.state().waiting, 0, "nobody is waiting for a declined lead");
    desk.take_back(&declined).unwrap();
    assert_eq!(desk.state().waiting, 1, "the customer is waiting again");
    assert!(desk.state().next_alarm_at.is_some(), "and the alarm is set again");
}
