//! Which notifications the due reminders make, and their words.
//!
//! Pure: what is due comes from the core, showing is `notifier`'s.

use hearth_core::actions::remind::Told;
use hearth_core::domain::lead::LeadId;
use hearth_core::domain::reminder::ReminderKind;
use hearth_core::domain::time::Timestamp;
use hearth_core::texts::{FluentValue, Texts};

/// More told at once than these become one digest. Source: design.md, section 4.
const MOST_AT_ONCE: usize = 3;
/// What is older than this fell due while Hearth was off or the computer asleep.
const LATE_MILLIS: i64 = 5 * 60 * 1000;
/// The names that a digest tells; the others are counted.
const MOST_NAMES: usize = 3;
/// The longest name of a customer in a notification or a menu, in characters.
const LONGEST_NAME: usize = 60;

/// What a bubble is about. A newer bubble about the same takes the place of the older.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    Lead(LeadId),
    /// The leads that are waiting.
    Digest,
    /// Nothing: the user wants to see whether one arrives.
    Test,
}

/// One notification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bubble {
    pub subject: Subject,
    /// A customer is waiting: it stays until it is seen.
    pub critical: bool,
    pub summary: String,
    /// Plain text; `notifier` escapes it for a server that reads markup.
    pub body: String,
    pub actions: Actions,
}

/// The labels of what can be done from a bubble, where the system has buttons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actions {
    /// Of the click on the bubble itself, which some systems show as a button.
    pub open: String,
    pub snooze: Option<String>,
    pub contacted: Option<String>,
}

/// The notifications for what is due, most urgent first as it came.
///
/// Each with the reminders that it tells.
pub fn bubbles(told: &[Told], now: Timestamp, texts: &Texts) -> Vec<(Bubble, Vec<i64>)> {
    if is_digest(told, now) {
        let ids = told.iter().flat_map(|one| one.reminder_ids.iter().copied()).collect();
        vec![(digest(told, texts), ids)]
    } else {
        told.iter().map(|one| (single(one, now, texts), one.reminder_ids.clone())).collect()
    }
}

/// Whether all of it is told in one: too many at once, or more than one from while nobody could be told.
fn is_digest(told: &[Told], now: Timestamp) -> bool {
    let late = told.iter().filter(|one| now.since(one.due_at).num_milliseconds() > LATE_MILLIS).count();
    told.len() > MOST_AT_ONCE || late > 1
}

fn digest(told: &[Told], texts: &Texts) -> Bubble {
    let names: Vec<String> = told.iter().take(MOST_NAMES).map(|one| plain_name(&one.customer)).collect();
    let names = FluentValue::from(names.join(", "));
    let others = told.len().saturating_sub(MOST_NAMES);
    Bubble {
        subject: Subject::Digest,
        critical: told.iter().any(|one| one.kind.is_hot()),
        summary: texts.format("notification-digest", &[("count", FluentValue::from(told.len()))]),
        body: if others == 0 {
            texts.format("notification-digest-names", &[("names", names)])
        } else {
            texts.format("notification-digest-more", &[("names", names), ("count", FluentValue::from(others))])
        },
        actions: Actions { open: texts.text("notification-open"), snooze: None, contacted: None },
    }
}

fn single(one: &Told, now: Timestamp, texts: &Texts) -> Bubble {
    let customer = [("customer", FluentValue::from(plain_name(&one.customer)))];
    let left = Left::until(one.deadline, now);
    let summary = match one.kind {
        ReminderKind::HotLapsed => "notification-hot-lapsed",
        ReminderKind::HotArrived => "notification-hot-arrived",
        ReminderKind::Hot24h | ReminderKind::Hot4h | ReminderKind::Hot1h => "notification-hot-waiting",
        ReminderKind::Respond3d | ReminderKind::Respond1d => "notification-respond",
    };
    let count = |count: i64| [("count", FluentValue::from(count))];
    let body = match (one.kind, left) {
        (ReminderKind::HotLapsed, _) => texts.text("notification-hot-lapsed-body"),
        (kind, Left::Hours(hours)) if kind.is_hot() => texts.format("notification-hot-hours", &count(hours)),
        (kind, Left::Minutes(minutes)) if kind.is_hot() => texts.format("notification-hot-minutes", &count(minutes)),
        (_, Left::Hours(hours)) if hours >= 48 => texts.format("notification-respond-days", &count(hours / 24)),
        (_, Left::Hours(hours)) => texts.format("notification-respond-hours", &count(hours)),
        (_, Left::Minutes(minutes)) => texts.format("notification-respond-minutes", &count(minutes)),
    };
    Bubble {
        subject: Subject::Lead(one.lead_id),
        critical: one.kind.is_hot(),
        summary: texts.format(summary, &customer),
        body,
        actions: Actions { open: texts.text("notification-open"), snooze: None, contacted: None },
    }
}

/// How much time is left, as a person counts it: begun minutes in the last hour, whole hours before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    Hours(i64),
    Minutes(i64),
}

impl Left {
    pub fn until(deadline: Timestamp, now: Timestamp) -> Self {
        let millis = deadline.since(now).num_milliseconds().max(0);
        // A reminder for 24 hours left is told some milliseconds late, and still speaks of 24 hours.
        let minutes = (millis + 59_999) / 60_000;
        if minutes >= 60 { Self::Hours(minutes / 60) } else { Self::Minutes(minutes) }
    }
}

/// A customer's name for a place that shows one line: no line breaks, no marks that turn the writing direction of what
/// stands beside it, not endless.
pub fn plain_name(name: &str) -> String {
    let turns =
        |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let line: String = name.chars().filter(|c| !turns(*c)).map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    let mut characters = line.trim().chars();
    let mut short: String = characters.by_ref().take(LONGEST_NAME).collect();
    if characters.next().is_some() {
        short.push('…');
    }
    short
}

/// `text` for a server that reads markup: a customer may be called `<b>`.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use hearth_core::texts::Language;

    fn at(text: &str) -> Timestamp {
        Timestamp::parse(text).unwrap()
    }

    fn told(id: i64, customer: &str, kind: ReminderKind, due: &str, deadline: &str) -> Told {
        Told {
            reminder_ids: vec![id],
            lead_id: id,
            customer: customer.to_owned(),
            kind,
            due_at: at(due),
            deadline: at(deadline),
        }
    }

    fn hot(id: i64, due: &str) -> Told {
        told(id, &format!("Customer {id}"), ReminderKind::Hot4h, due, "2026-11-22T09:00:00Z")
    }

    const NOW: &str = "2026-11-22T05:00:00Z";

    #[test]
    fn three_at_once_are_told_one_by_one_and_four_in_one() {
        let texts = Texts::new(Language::En);
        let due: Vec<Told> = (1..=4).map(|id| hot(id, NOW)).collect();
        assert_eq!(bubbles(&due[..3], at(NOW), &texts).len(), 3, "each can be opened by a click");
        let all = bubbles(&due, at(NOW), &texts);
        assert_eq!(all.len(), 1, "four bubbles would hide the screen");
        assert_eq!(all[0].1, [1, 2, 3, 4], "all four are told by it");
        let all = &all[0].0;
        assert_eq!(all.subject, Subject::Digest, "it is about no single lead");
        assert!(all.critical, "one of them is a customer who waits");
        assert_eq!(all.summary, "4 leads need you", "how many");
        assert_eq!(all.body, "Customer 1, Customer 2, Customer 3 and 1 more", "the most urgent by name");
    }

    #[test]
    fn what_fell_due_while_the_computer_slept_is_one_digest() {
        let texts = Texts::new(Language::En);
        let slept = [hot(1, "2026-11-22T03:00:00Z"), hot(2, "2026-11-22T04:00:00Z")];
        assert_eq!(bubbles(&slept, at(NOW), &texts).len(), 1, "waking up is no moment for a row of bubbles");
        let one_late = [hot(1, "2026-11-22T03:00:00Z"), hot(2, NOW)];
        assert_eq!(bubbles(&one_late, at(NOW), &texts).len(), 2, "one late reminder speaks for itself");
        let punctual = [hot(1, "2026-11-22T04:55:00Z"), hot(2, "2026-11-22T04:55:00Z")];
        assert_eq!(bubbles(&punctual, at(NOW), &texts).len(), 2, "five minutes are not yet late");
    }

    #[test]
    fn a_bubble_says_who_waits_and_how_long_still() {
        let texts = Texts::new(Language::En);
        let fabrikam = told(1, "Fabrikam", ReminderKind::Hot4h, NOW, "2026-11-22T09:00:00Z");
        let bubble = &bubbles(&[fabrikam], at("2026-11-22T05:00:00.100Z"), &texts)[0].0;
        assert_eq!(bubble.summary, "Fabrikam is waiting", "who");
        assert_eq!(bubble.body, "4 hours left to contact the customer.", "a tenth of a second late is not 3 hours");
        let respond = told(1, "Fabrikam", ReminderKind::Respond3d, NOW, "2026-11-25T05:00:00Z");
        let bubble = &bubbles(&[respond], at(NOW), &texts)[0].0;
        assert!(!bubble.critical, "nobody asked for a call");
        assert_eq!(bubble.body, "The lead expires in 3 days.", "what happens otherwise");
    }

    #[test]
    fn every_kind_has_words_in_every_language() {
        for language in Language::ALL {
            let texts = Texts::new(language);
            for kind in ReminderKind::ALL {
                for deadline in ["2026-11-25T05:00:00Z", "2026-11-22T06:00:00Z", "2026-11-22T05:01:00Z"] {
                    let bubble = &bubbles(&[told(1, "Fabrikam", kind, NOW, deadline)], at(NOW), &texts)[0].0;
                    for text in [&bubble.summary, &bubble.body, &bubble.actions.open] {
                        assert!(!text.contains("notification-"), "{kind:?} has no words in {language:?}: {text}");
                        assert!(!text.contains('{'), "{kind:?} has a hole in {language:?}: {text}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_customers_name_is_only_a_name() {
        assert_eq!(plain_name(" Evil\u{202e}gnp\nCorp "), "Evilgnp Corp", "it must not turn the sentence around it");
        assert_eq!(plain_name(&"가".repeat(100)).chars().count(), LONGEST_NAME + 1, "nor fill the screen");
        assert_eq!(escaped("<b>A&B</b>"), "&lt;b&gt;A&amp;B&lt;/b&gt;", "nor be read as markup");
    }

    #[test]
    fn the_last_hour_is_counted_in_begun_minutes() {
        let left = |deadline| Left::until(at(deadline), at(NOW));
        assert_eq!(left("2026-11-22T06:00:00Z"), Left::Hours(1), "a whole hour");
        assert_eq!(left("2026-11-22T05:59:00Z"), Left::Minutes(59), "less than an hour");
        assert_eq!(left("2026-11-22T05:00:01Z"), Left::Minutes(1), "never 0 before the end");
        assert_eq!(left("2026-11-22T04:00:00Z"), Left::Minutes(0), "and never less than nothing");
    }
}
