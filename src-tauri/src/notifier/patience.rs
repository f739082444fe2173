//! A question to the system and its answer, which the one who asked does not wait for beyond measure.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::Duration;

use super::Failure;

/// Where the answer goes. Dropped without one, it is no answer.
pub struct Answer<T> {
    sender: SyncSender<Result<T, Failure>>,
    given_up: Arc<AtomicBool>,
}

/// Where the answer comes.
pub struct Answered<T> {
    receiver: Receiver<Result<T, Failure>>,
    given_up: Arc<AtomicBool>,
}

pub fn question<T>() -> (Answer<T>, Answered<T>) {
    let (sender, receiver) = sync_channel(1);
    let given_up = Arc::new(AtomicBool::new(false));
    (Answer { sender, given_up: given_up.clone() }, Answered { receiver, given_up })
}

impl<T> Answer<T> {
    /// Nobody waits any more: what has not been begun must not be done after all.
    pub fn is_given_up(&self) -> bool {
        self.given_up.load(Ordering::SeqCst)
    }

    pub fn give(self, answer: Result<T, Failure>) {
        // Whoever asked may have given up meanwhile.
        let _ = self.sender.try_send(answer);
    }
}

impl<T> Answered<T> {
    pub fn wait(self, patience: Duration) -> Result<T, Failure> {
        self.receiver.recv_timeout(patience).unwrap_or_else(|_| {
            self.given_up.store(true, Ordering::SeqCst);
            Err(Failure::NoAnswer)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_asks_waits_no_longer_than_its_patience_and_the_other_side_learns_of_it() {
        let (answer, answered) = question::<()>();
        assert!(!answer.is_given_up(), "somebody is waiting");
        assert_eq!(answered.wait(Duration::ZERO), Err(Failure::NoAnswer), "the time is over");
        assert!(answer.is_given_up(), "so that it is not shown after all");
        answer.give(Ok(()));
    }

    #[test]
    fn a_question_that_is_dropped_is_answered_at_once() {
        let (answer, answered) = question::<()>();
        drop(answer);
        let no_end = Duration::from_secs(3600);
        assert_eq!(answered.wait(no_end), Err(Failure::NoAnswer), "a mistake of ours does not hold the alarm up");
    }
}
