//! The notifier and a server that does its work: what is shown, replaced, taken away, and heard.

use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use super::private_bus::PrivateBus;
use super::scripted_server::ScriptedServer;
use crate::bubbles::{Actions, Bubble, Subject};
use crate::notifier::{Chosen, Failure, Identity, SystemNotifier};

/// Longer than anything may take on a busy machine.
const LONG: Duration = Duration::from_secs(30);

pub struct Desk {
    pub notifier: SystemNotifier,
    chosen: Receiver<(Subject, Chosen)>,
}

impl Desk {
    pub fn start() -> Self {
        Self::with_patience(LONG)
    }

    pub fn with_patience(patience: Duration) -> Self {
        let (sender, chosen) = channel();
        let identity = Identity { identifier: "test".to_owned(), desktop_entry: "Test", icon: "test" };
        let tell = move |subject, chosen| sender.send((subject, chosen)).unwrap();
        Self { notifier: SystemNotifier::start(identity, patience, tell).unwrap(), chosen }
    }

    /// What the user is next heard to have chosen.
    pub fn chosen(&self) -> (Subject, Chosen) {
        self.chosen.recv_timeout(LONG).expect("something is heard")
    }

    /// Waits until the server is heard to answer again after it did not: a system that was silent is given a part of the patience
    /// only, in which a busy machine may not get through.
    pub fn until_answered(&self) {
        let end = Instant::now() + LONG;
        while let Err(failure) = self.notifier.probe() {
            assert!(Instant::now() < end, "the server answers again: {failure:?}");
        }
    }

    /// Everything that the server said so far has been heard: its answer comes after it.
    pub fn listen(&self) {
        self.notifier.probe().expect("the server answers");
    }
}

pub fn bubble(lead: i64, summary: &str) -> Bubble {
    Bubble {
        subject: Subject::Lead(lead),
        critical: true,
        summary: summary.to_owned(),
        body: "4 hours left".to_owned(),
        actions: Actions {
            open: "Open".to_owned(),
            snooze: Some("Snooze 1 h".to_owned()),
            contacted: Some("Mark as contacted".to_owned()),
        },
    }
}

#[test]
fn newer_news_about_a_lead_takes_the_place_of_the_older() {
    let bus = PrivateBus::start();
    let (server, desk) = (ScriptedServer::start(&bus), Desk::start());
    desk.notifier.show(bubble(1, "24 hours")).unwrap();
    let first = server.shown();
    desk.notifier.show(bubble(2, "another lead")).unwrap();
    assert_eq!(server.shown().replaces, 0, "another lead's bubble stays");
    desk.notifier.show(bubble(1, "4 hours")).unwrap();
    let second = server.shown();
    assert_eq!((second.replaces, second.summary.as_str()), (first.id, "4 hours"), "one bubble for one lead");
    assert_eq!(second.sender, first.sender, "GNOME lets nobody else replace it");
    server.invoke(first.id, "default");
    assert_eq!(desk.chosen(), (Subject::Lead(1), Chosen::Open), "what took its place is listened to");
}

#[test]
fn a_lead_that_is_done_takes_its_bubble_along() {
    let bus = PrivateBus::start();
    let (server, desk) = (ScriptedServer::start(&bus), Desk::start());
    desk.notifier.show(bubble(1, "waiting")).unwrap();
    let shown = server.shown();
    desk.notifier.withdraw(Subject::Lead(2));
    desk.notifier.withdraw(Subject::Lead(1));
    assert_eq!(server.closed(), shown.id, "its own, and none for a lead that has none");
    desk.notifier.show(bubble(1, "waiting again")).unwrap();
    assert_eq!(server.shown().replaces, 0, "what is gone cannot be replaced");
}

#[test]
fn what_the_user_does_is_heard_once() {
    let bus = PrivateBus::start();
    let (server, desk) = (ScriptedServer::start(&bus), Desk::start());
    for lead in 1..=3 {
        desk.notifier.show(bubble(lead, "waiting")).unwrap();
    }
    let shown = [server.shown(), server.shown(), server.shown()];
    server.invoke(shown[0].id, "snooze");
    server.close(shown[0].id, 2);
    server.invoke(shown[0].id, "snooze");
    assert_eq!(desk.chosen(), (Subject::Lead(1), Chosen::SnoozeAnHour), "its button");
    server.invoke(shown[1].id, "contacted");
    assert_eq!(desk.chosen(), (Subject::Lead(2), Chosen::MarkContacted), "not the first one's again");
    server.invoke_with_token(&shown[2], "default");
    assert_eq!(desk.chosen(), (Subject::Lead(3), Chosen::Open), "GNOME tells only who showed it, and more than this");
}

#[test]
fn a_click_that_is_faster_than_the_servers_answer_counts() {
    let bus = PrivateBus::start();
    let (server, desk) = (ScriptedServer::start(&bus), Desk::start());
    server.click_early("snooze");
    desk.notifier.show(bubble(1, "waiting")).unwrap();
    assert_eq!(desk.chosen(), (Subject::Lead(1), Chosen::SnoozeAnHour), "the user saw it before we knew");
}

#[test]
fn actions_are_offered_where_the_server_has_them_now() {
    let bus = PrivateBus::start();
    let (server, desk) = (ScriptedServer::start(&bus), Desk::start());
    server.can(&["body"]);
    desk.notifier.show(bubble(1, "waiting")).unwrap();
    let shown = server.shown();
    assert_eq!(shown.actions, [] as [&str; 0], "this server would make a dialog of it");
    server.invoke(shown.id, "default");
    assert_eq!(desk.chosen(), (Subject::Lead(1), Chosen::Open), "if it has clicks nevertheless, they open the lead");
    assert_eq!(server.closed(), shown.id, "what was acted upon goes, also where the server leaves it");
    server.can(&["body", "actions"]);
    desk.notifier.show(bubble(2, "waiting")).unwrap();
    let all = ["default", "Open", "snooze", "Snooze 1 h", "contacted", "Mark as contacted"];
    assert_eq!(server.shown().actions, all, "it is asked for each bubble, not remembered");
}

#[test]
fn a_bubble_that_the_server_closed_is_not_replaced() {
    let bus = PrivateBus::start();
    let (server, desk) = (ScriptedServer::start(&bus), Desk::start());
    desk.notifier.show(bubble(1, "24 hours")).unwrap();
    server.close(server.shown().id, 1);
    desk.listen();
    desk.notifier.show(bubble(1, "4 hours")).unwrap();
    assert_eq!(server.shown().replaces, 0, "it had expired, its number may be another's by now");
}

#[test]
fn what_another_program_says_of_its_own_bubbles_is_not_about_ours() {
    let bus = PrivateBus::start();
    let (server, desk) = (ScriptedServer::start(&bus), Desk::start());
    desk.notifier.show(bubble(1, "waiting")).unwrap();
    let shown = server.shown();
    // A server that was replaced may live on, with bubbles of its own.
    let stranger = zbus::block_on(async {
        let stranger = zbus::connection::Builder::address(bus.address.as_str()).build().await?;
        let (path, name) = ("/org/freedesktop/Notifications", "org.freedesktop.Notifications");
        stranger.emit_signal(None::<()>, path, name, "ActionInvoked", &(shown.id, "contacted")).await?;
        zbus::Result::Ok(stranger)
    });
    desk.listen();
    server.invoke(shown.id, "snooze");
    assert_eq!(desk.chosen(), (Subject::Lead(1), Chosen::SnoozeAnHour), "only our server speaks of our bubbles");
    drop(stranger);
}

#[test]
fn many_bubbles_can_be_up_and_the_oldest_is_let_go_of() {
    let bus = PrivateBus::start();
    let (server, desk) = (ScriptedServer::start(&bus), Desk::start());
    let shown: Vec<_> = (1..=40)
        .map(|lead| {
            desk.notifier.show(bubble(lead, "waiting")).unwrap();
            server.shown()
        })
        .collect();
    server.invoke(shown[0].id, "default");
    server.invoke(shown[39].id, "default");
    assert_eq!(desk.chosen(), (Subject::Lead(40), Chosen::Open), "the newest is heard, the oldest was let go of");
    assert_eq!(server.closed(), shown[39].id, "and only it was acted upon");
    desk.notifier.show(bubble(1, "still waiting")).unwrap();
    assert_eq!(server.shown().replaces, 0, "and shown anew");
}

#[test]
fn the_connection_of_the_first_bubble_lives_as_long_as_any_bubble() {
    let bus = PrivateBus::start();
    let (server, desk) = (ScriptedServer::start(&bus), Desk::start());
    for lead in 1..=3 {
        desk.notifier.show(bubble(lead, "waiting")).unwrap();
    }
    let shown = [server.shown(), server.shown(), server.shown()];
    server.close(shown[0].id, 2);
    server.close(shown[1].id, 2);
    server.until_gone(&shown[1].sender);
    assert!(server.knows(&shown[0].sender), "GNOME would take the third bubble along with the first one's connection");
    server.close(shown[2].id, 2);
    server.until_gone(&shown[0].sender);
    server.until_gone(&shown[2].sender);
}

#[test]
fn a_test_says_whether_this_system_delivers() {
    let bus = PrivateBus::start();
    let (server, desk) = (ScriptedServer::start(&bus), Desk::start());
    let test = desk.notifier.test(bubble(1, "a test"));
    assert_eq!(test.shown, Ok(()), "it was shown");
    assert_eq!(test.server.name.as_deref(), Some("scripted 3.1"), "who did it");
    assert!(test.server.actions, "what it can do");
    assert_eq!(test.server.do_not_disturb, None, "and that it is willing to");
    server.shown();
    server.end();
    let test = desk.notifier.test(bubble(1, "a test"));
    assert!(matches!(test.shown, Err(Failure::NoServer(_))), "nobody shows notifications: {test:?}");
    let _server = ScriptedServer::start_inhibited(&bus);
    let test = desk.notifier.test(bubble(1, "a test"));
    assert_eq!(test.server.do_not_disturb, Some("Inhibited"), "it is taken, and not to be seen");
}
