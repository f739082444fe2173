//! The notifier and a server that is absent, hangs, refuses, ends, or is another one now.

use std::time::{Duration, Instant};

use super::private_bus::{NoBus, PrivateBus};
use super::scripted_server::{Asked, Mood, ScriptedServer};
use super::server_tests::{Desk, bubble};
use crate::bubbles::Subject;
use crate::notifier::{Chosen, Failure};

/// So short that a test that exhausts it takes no time, and too long for a server that answers.
const SHORT: Duration = Duration::from_secs(3);

#[test]
fn without_a_bus_it_is_said_and_with_one_it_works() {
    let place = NoBus::here();
    let desk = Desk::start();
    let failure = desk.notifier.show(bubble(1, "waiting")).unwrap_err();
    assert!(matches!(failure, Failure::NoBus(_)), "nothing to speak to: {failure:?}");
    desk.notifier.withdraw(Subject::Lead(1));
    let bus = place.start();
    let failure = desk.notifier.show(bubble(1, "waiting")).unwrap_err();
    assert!(matches!(failure, Failure::NoServer(_)), "a bus without a server: {failure:?}");
    let server = ScriptedServer::start(&bus);
    desk.notifier.show(bubble(1, "waiting")).unwrap();
    server.invoke(server.shown().id, "default");
    assert_eq!(desk.chosen(), (Subject::Lead(1), Chosen::Open), "it was absent at the start only");
}

#[test]
fn a_bus_that_ends_takes_its_bubbles_along() {
    let bus = PrivateBus::start();
    let desk = Desk::start();
    let server = ScriptedServer::start(&bus);
    desk.notifier.show(bubble(1, "waiting")).unwrap();
    server.shown();
    drop(server);
    let place = bus.end();
    let failure = desk.notifier.show(bubble(1, "still waiting")).unwrap_err();
    assert!(!matches!(failure, Failure::Refused(_)), "nobody was there to refuse: {failure:?}");
    let bus = place.start();
    let server = ScriptedServer::start(&bus);
    desk.notifier.show(bubble(1, "still waiting")).unwrap();
    assert_eq!(server.shown().replaces, 0, "a new session knows nothing of the old one");
}

#[test]
fn a_refusal_is_told_in_the_servers_words() {
    let bus = PrivateBus::start();
    let (server, desk) = (ScriptedServer::start(&bus), Desk::start());
    desk.notifier.show(bubble(1, "24 hours")).unwrap();
    let shown = server.shown();
    server.is(Mood::RefusingBubbles);
    let failure = desk.notifier.show(bubble(1, "4 hours")).unwrap_err();
    assert!(
        matches!(&failure, Failure::Refused(words) if words.contains("Too many notifications")),
        "the user is told what the system says: {failure:?}"
    );
    server.is(Mood::Willing);
    server.unseen();
    desk.notifier.withdraw(Subject::Lead(1));
    assert_eq!(server.closed(), shown.id, "the older one is still up and still known");
}

#[test]
fn a_server_that_hangs_costs_no_more_than_the_patience() {
    for mood in [Mood::Silent, Mood::SilentAboutBubbles] {
        let bus = PrivateBus::start();
        let (server, desk) = (ScriptedServer::start(&bus), Desk::with_patience(SHORT));
        server.is(mood);
        let start = Instant::now();
        for lead in 1..=12 {
            assert_eq!(desk.notifier.show(bubble(lead, "waiting")), Err(Failure::NoAnswer), "it hangs");
            desk.notifier.withdraw(Subject::Lead(lead));
        }
        // Twelve times the patience if each were given all of it; a quarter of it for all but the first leaves room for a machine
        // that is busy.
        let most = SHORT * 8;
        assert!(start.elapsed() < most, "after the first the others are given less: {:?}", start.elapsed());
        server.is(Mood::Willing);
        desk.until_answered();
        desk.notifier.show(bubble(21, "now")).unwrap();
        server.invoke(last_shown(&server, "now"), "snooze");
        assert_eq!(desk.chosen(), (Subject::Lead(21), Chosen::SnoozeAnHour), "{mood:?}: it is none the worse for it");
    }
}

/// The number of the bubble `summary`, among whatever else came.
fn last_shown(server: &ScriptedServer, summary: &str) -> u32 {
    loop {
        if let Asked::Shown(shown) = server.asked()
            && shown.summary == summary
        {
            return shown.id;
        }
    }
}

#[test]
fn what_nobody_waits_for_any_more_is_not_shown_after_all() {
    let bus = PrivateBus::start();
    let (server, desk) = (ScriptedServer::start(&bus), Desk::with_patience(SHORT));
    server.is(Mood::Silent);
    assert_eq!(desk.notifier.show(bubble(1, "too late")), Err(Failure::NoAnswer), "it does not say what it can do");
    server.is(Mood::Willing);
    desk.until_answered();
    desk.notifier.show(bubble(2, "in time")).unwrap();
    assert_eq!(server.shown().summary, "in time", "it was never asked to show the other");
}

#[test]
fn a_bubble_that_appears_late_is_one_of_ours() {
    let bus = PrivateBus::start();
    let (server, desk) = (ScriptedServer::start(&bus), Desk::with_patience(SHORT));
    server.is(Mood::SilentAboutBubbles);
    assert_eq!(desk.notifier.show(bubble(1, "late")), Err(Failure::NoAnswer), "the server has it and is silent");
    let late = server.shown();
    server.is(Mood::Willing);
    server.invoke(late.id, "contacted");
    assert_eq!(desk.chosen(), (Subject::Lead(1), Chosen::MarkContacted), "the customer was waiting all the same");
}

#[test]
fn a_bubble_that_appears_after_its_lead_was_done_is_taken_away() {
    let bus = PrivateBus::start();
    let (server, desk) = (ScriptedServer::start(&bus), Desk::with_patience(SHORT));
    server.is(Mood::SilentAboutBubbles);
    assert_eq!(desk.notifier.show(bubble(1, "late")), Err(Failure::NoAnswer), "the server has it and is silent");
    let late = server.shown();
    desk.notifier.withdraw(Subject::Lead(1));
    server.is(Mood::Willing);
    assert_eq!(server.closed(), late.id, "nobody needs to be reminded of it any more");
}

#[test]
fn a_bubble_that_appears_after_newer_news_is_taken_away() {
    let bus = PrivateBus::start();
    let (server, desk) = (ScriptedServer::start(&bus), Desk::with_patience(SHORT));
    server.is(Mood::SilentAboutBubbles);
    assert_eq!(desk.notifier.show(bubble(1, "24 hours")), Err(Failure::NoAnswer), "the server has it and is silent");
    let older = server.shown();
    desk.until_answered();
    assert_eq!(desk.notifier.show(bubble(1, "4 hours")), Err(Failure::NoAnswer), "and this one");
    let newer = server.shown();
    server.is(Mood::Willing);
    assert_eq!(server.closed(), older.id, "one bubble for one lead");
    server.invoke(newer.id, "default");
    assert_eq!(desk.chosen(), (Subject::Lead(1), Chosen::Open), "the newer one stays");
}

#[test]
fn a_replacement_that_hangs_does_not_keep_the_next_one_back() {
    let bus = PrivateBus::start();
    let (server, desk) = (ScriptedServer::start(&bus), Desk::with_patience(SHORT));
    desk.notifier.show(bubble(1, "24 hours")).unwrap();
    desk.notifier.show(bubble(2, "24 hours")).unwrap();
    let shown = [server.shown(), server.shown()];
    server.is(Mood::SilentAboutBubbles);
    assert_eq!(desk.notifier.show(bubble(1, "4 hours")), Err(Failure::NoAnswer), "the server has it and is silent");
    assert_eq!(server.shown().replaces, shown[0].id, "in place of the older");
    desk.until_answered();
    assert_eq!(desk.notifier.show(bubble(2, "4 hours")), Err(Failure::NoAnswer), "and this one");
    assert_eq!(server.shown().replaces, 0, "one thread waits for a replacement, no more: this one is shown beside");
    server.is(Mood::Willing);
    assert_eq!(server.closed(), shown[1].id, "and then its older one is taken away");
}

#[test]
fn a_server_that_ends_while_it_hangs_is_noticed_at_once() {
    let bus = PrivateBus::start();
    let (server, desk) = (ScriptedServer::start(&bus), Desk::start());
    server.is(Mood::SilentAboutBubbles);
    let notifier = desk.notifier.clone();
    let show = std::thread::spawn(move || notifier.show(bubble(1, "waiting")));
    server.shown();
    server.end();
    assert_eq!(show.join().unwrap(), Err(Failure::NoAnswer), "without waiting to the end of the patience");
}

#[test]
fn a_server_that_was_restarted_knows_nothing_of_the_bubbles_before() {
    let bus = PrivateBus::start();
    let (server, desk) = (ScriptedServer::start(&bus), Desk::start());
    for lead in 1..=3 {
        desk.notifier.show(bubble(lead, "waiting")).unwrap();
    }
    let before = [server.shown(), server.shown(), server.shown()];
    let old = server.owner.clone();
    server.end();
    let server = ScriptedServer::start_at(&bus, 100);
    assert_ne!(server.owner, old, "it has another unique name");
    // By now these are the numbers of other programs' bubbles.
    server.invoke(before[0].id, "contacted");
    desk.notifier.withdraw(Subject::Lead(2));
    desk.notifier.show(bubble(3, "still waiting")).unwrap();
    let after = server.shown();
    assert_eq!(after.replaces, 0, "nothing was closed, and nothing is replaced");
    server.invoke(after.id, "snooze");
    assert_eq!(desk.chosen(), (Subject::Lead(3), Chosen::SnoozeAnHour), "the click on the other's bubble was not ours");
}
