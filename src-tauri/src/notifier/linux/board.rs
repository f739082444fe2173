//! Which bubbles are up, and which attempt about a subject is the latest. Pure: nothing is shown or closed here.

use std::collections::{HashMap, VecDeque};

use super::Act;
use crate::bubbles::{Bubble, Subject};

/// Each holds a connection to the bus. One more lets go of the oldest: what the user does with that is not heard.
const MOST_UP: usize = 32;
/// Signals that came before the bubble that they are about was known to be up.
const MOST_EARLY: usize = 16;

/// A bubble that is up; `L` is what listens to it.
pub struct Up<L> {
    /// Ours; never used twice.
    pub number: u64,
    /// The attempt that made its connection.
    pub connected: u64,
    /// The unique name of the server that shows it. Another server may use the same id for another program's bubble.
    pub owner: String,
    pub id: u32,
    pub bubble: Bubble,
    pub listening: L,
    /// What another program told everybody about its bubble of the same id, which notify-rust takes for ours.
    pub foreign: Vec<Act>,
}

pub struct Board<L> {
    /// The oldest first.
    up: Vec<Up<L>>,
    latest: HashMap<Subject, u64>,
    early: VecDeque<(String, u32, Act)>,
    counter: u64,
}

impl<L> Default for Board<L> {
    fn default() -> Self {
        Self { up: Vec::new(), latest: HashMap::new(), early: VecDeque::new(), counter: 0 }
    }
}

impl<L> Board<L> {
    pub fn next_number(&mut self) -> u64 {
        self.counter += 1;
        self.counter
    }

    /// Begins an attempt to show something about `subject`: its number, and the bubble that it is to replace.
    pub fn begin(&mut self, subject: Subject) -> (u64, Option<Up<L>>) {
        let attempt = self.next_number();
        self.latest.insert(subject, attempt);
        (attempt, self.take(|up| up.bubble.subject == subject))
    }

    /// Whether what `attempt` brought about is still what is to be seen of `subject`.
    pub fn is_wanted(&self, subject: Subject, attempt: u64) -> bool {
        self.latest.get(&subject) == Some(&attempt)
    }

    /// Notes that `up` is up; the one that is let go of for it.
    pub fn put(&mut self, up: Up<L>) -> Option<Up<L>> {
        self.up.push(up);
        (self.up.len() > MOST_UP).then(|| self.up.remove(0))
    }

    pub fn is_empty(&self) -> bool {
        self.up.is_empty()
    }

    /// Nothing is to be seen of `subject` any more: neither what is up nor what an attempt may still bring about.
    pub fn withdraw(&mut self, subject: Subject) -> Option<Up<L>> {
        self.latest.remove(&subject);
        self.take(|up| up.bubble.subject == subject)
    }

    pub fn take(&mut self, is: impl Fn(&Up<L>) -> bool) -> Option<Up<L>> {
        let at = self.up.iter().position(is)?;
        Some(self.up.remove(at))
    }

    pub fn forget(&mut self, is: impl Fn(&Up<L>) -> bool) {
        self.up.retain(|up| !is(up));
    }

    /// Notes that `act` is about the bubble `id` of `owner`, which is not the one that we have of that number.
    pub fn note_foreign(&mut self, owner: &str, id: u32, act: &Act) {
        for up in self.up.iter_mut().filter(|up| up.id == id && up.owner != owner) {
            // Whoever floods the bus gets nothing but its own words forgotten.
            if up.foreign.len() < MOST_EARLY {
                up.foreign.push(act.clone());
            }
        }
    }

    /// What listens to the bubble `number`, if `act` was heard about another program's bubble and not about it.
    pub fn was_foreign(&mut self, number: u64, act: &Act) -> Option<&L> {
        let up = self.up.iter_mut().find(|up| up.number == number)?;
        let at = up.foreign.iter().position(|foreign| foreign == act)?;
        up.foreign.remove(at);
        Some(&up.listening)
    }

    pub fn keep_early(&mut self, owner: String, id: u32, act: Act) {
        if self.early.len() >= MOST_EARLY {
            self.early.pop_front();
        }
        self.early.push_back((owner, id, act));
    }

    /// What was first heard about the bubble `id` of `owner` before it was known.
    pub fn take_early(&mut self, owner: &str, id: u32) -> Option<Act> {
        let at = self.early.iter().position(|(o, i, _)| o == owner && *i == id)?;
        self.early.remove(at).map(|(_, _, act)| act)
    }

    pub fn drop_early(&mut self) {
        self.early.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bubbles::Actions;

    fn up(board: &mut Board<()>, subject: Subject, owner: &str, id: u32) -> Up<()> {
        let actions = Actions { open: "Open".to_owned(), snooze: None, contacted: None };
        let bubble = Bubble { subject, critical: true, summary: String::new(), body: String::new(), actions };
        Up {
            number: board.next_number(),
            connected: 0,
            owner: owner.to_owned(),
            id,
            bubble,
            listening: (),
            foreign: Vec::new(),
        }
    }

    #[test]
    fn only_the_latest_attempt_about_a_subject_is_wanted() {
        let mut board = Board::<()>::default();
        let (first, _) = board.begin(Subject::Lead(1));
        let (second, _) = board.begin(Subject::Lead(1));
        assert!(!board.is_wanted(Subject::Lead(1), first), "newer news is on its way");
        assert!(board.is_wanted(Subject::Lead(1), second), "this is the newer news");
        board.withdraw(Subject::Lead(1));
        assert!(!board.is_wanted(Subject::Lead(1), second), "its lead is done: a late success is taken away");
    }

    #[test]
    fn the_oldest_is_let_go_of_when_there_are_too_many() {
        let mut board = Board::<()>::default();
        for id in 0..=MOST_UP {
            let subject = Subject::Lead(i64::try_from(id).unwrap());
            let up = up(&mut board, subject, ":1.1", u32::try_from(id).unwrap());
            board.put(up);
        }
        assert_eq!(board.up.len(), MOST_UP, "each holds a connection");
        assert!(board.withdraw(Subject::Lead(0)).is_none(), "the oldest is no longer known");
        assert!(board.withdraw(Subject::Lead(1)).is_some(), "the others are");
    }

    #[test]
    fn a_number_of_another_server_is_another_bubble() {
        let mut board = Board::<()>::default();
        let first = up(&mut board, Subject::Lead(1), ":1.1", 7);
        board.put(first);
        assert!(board.take(|up| up.owner == ":1.2" && up.id == 7).is_none(), "it is another program's there");
        board.forget(|up| up.owner == ":1.1");
        assert!(board.withdraw(Subject::Lead(1)).is_none(), "what a dead server showed is gone");
    }

    #[test]
    fn a_click_that_is_faster_than_the_answer_is_kept_for_its_bubble() {
        let mut board = Board::<()>::default();
        board.keep_early(":1.1".to_owned(), 7, Act::Invoked("snooze".to_owned()));
        board.keep_early(":1.1".to_owned(), 7, Act::Closed);
        assert_eq!(board.take_early(":1.2", 7), None, "not another server's");
        let click = Some(Act::Invoked("snooze".to_owned()));
        assert_eq!(board.take_early(":1.1", 7), click, "the click, not the closing that follows it");
    }
}
