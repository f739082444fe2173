//! Ten thousand random lives of a desk, against a reference that keeps no database: what was told must be what had to be.
//!
//! A schedule is a row of arrivals, actions, waits, sleeps, jumps of the clock and of the zone, new rules, pauses, crashes
//! between claim, show and mark, and failures of the notification server. After each of them the thread's round is made, as the
//! shell does, and compared: who was told, of what, and that nobody could have been told before. `reference` is written
//! without the code it checks.

mod events;
mod life;
mod reference;
mod world;

use world::World;

const SCHEDULES: u64 = 10_000;
/// Each core takes its share.
const SHARES: u64 = 2;

#[test]
fn ten_thousand_schedules_tell_what_the_reference_tells_first_half() {
    share(0);
}

#[test]
fn ten_thousand_schedules_tell_what_the_reference_tells_second_half() {
    share(1);
}

fn share(share: u64) {
    let mut told = 0;
    let mut world = World::new();
    for seed in (share..SCHEDULES).step_by(SHARES as usize) {
        told += world.live(seed);
    }
    assert!(told > SCHEDULES, "the schedules are about something: {told} reminders were told in half of them");
}

/// A row of numbers that is the same in every run: SplitMix64.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    pub fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    pub fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len() as u64) as usize]
    }
}
