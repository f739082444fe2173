//! One Hearth on one data folder, whatever happened to the one before, with and without a session bus.

use crate::desk::{Desk, Setup};
use crate::processes;
use crate::until::found;

/// A desk whose app has ended, with nobody holding its folder.
fn at_rest(bus: bool) -> Desk {
    let desk = Setup { bus, notifications: bus, ..Setup::default() }.start();
    desk.stop();
    desk
}

fn of_many_starts_at_once_one_stays(desk: &Desk) {
    let mut starts: Vec<_> = (0..4).map(|_| desk.start_beside::<&str>(&[])).collect();
    let ended = |starts: &mut Vec<processes::Running>| {
        starts.iter_mut().filter_map(processes::Running::ended).collect::<Vec<_>>()
    };
    let codes = found(|| Some(ended(&mut starts)).filter(|codes| codes.len() == 3));
    assert_eq!(codes, Some(vec![0; 3]), "three hand over to the fourth and end well\n{}", desk.log());
    found(|| desk.window_is_shown().then_some(())).expect("whose window comes up");
    assert!(ended(&mut starts).len() == 3, "and stays");

    let running = desk.app().expect("one runs");
    processes::kill(running);
    desk.until_gone();
    found(|| (!desk.window_is_shown()).then_some(())).expect("its window goes with it");
    let mut next = desk.start_beside::<&str>(&[]);
    found(|| desk.window_is_shown().then_some(())).unwrap_or_else(|| {
        panic!("what a killed one leaves behind keeps nobody out: {:?}\n{}", next.ended(), desk.log())
    });

    let running = desk.app().expect("the next one runs");
    processes::hang(running);
    assert_eq!(desk.until_ended(desk.start_beside::<&str>(&[])), 1, "one that hangs is not waited for long");
    processes::wake(running);
    assert_eq!(desk.start_again(&[]), 0, "and answers again when it wakes");
    assert_eq!(next.ended(), None, "it is still the one");
}

#[test]
fn there_is_one_desk_with_a_session_bus() {
    of_many_starts_at_once_one_stays(&at_rest(true));
}

#[test]
fn there_is_one_desk_without_a_session_bus() {
    of_many_starts_at_once_one_stays(&at_rest(false));
}
