//! The notifications of the system: what each is about, its words and its buttons.
//!
//! Pure: what is told comes from the core, showing is `notifier`'s.

use hearth_core::actions::telling::{About, DigestTold, Telling, Told};
use hearth_core::domain::lead::LeadId;
use hearth_core::domain::reminder::{ReminderKind, Topic};
use hearth_core::domain::time::Timestamp;
use hearth_core::texts::{FluentValue, Texts};

/// The longest name of a customer in a notification or a menu, in characters.
const LONGEST_NAME: usize = 60;
/// The longest note of a follow-up in a notification, in characters.
const LONGEST_NOTE: usize = 200;

/// What a bubble is about. A newer bubble about the same takes the place of the older.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    Lead(LeadId),
    /// Several leads.
    Digest,
    /// Nothing: the user wants to see whether one arrives.
    Test,
}

impl From<About> for Subject {
    fn from(about: About) -> Self {
        match about {
            About::Lead(id) => Self::Lead(id),
            About::Digest => Self::Digest,
        }
    }
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

impl Actions {
    fn only_open(texts: &Texts) -> Self {
        Self { open: texts.text("notification-open"), snooze: None, contacted: None }
    }
}

/// The notification that tells `telling`.
pub fn bubble(telling: &Telling, now: Timestamp, texts: &Texts) -> Bubble {
    let (summary, body, actions) = match telling {
        Telling::Lead(told) => (summary(told, texts), body(told, now, texts), actions(told, texts)),
        Telling::Digest(told) => (digest_summary(told, texts), digest_body(told, texts), Actions::only_open(texts)),
    };
    Bubble { subject: telling.about().into(), critical: telling.is_urgent(), summary, body, actions }
}

/// The notification by which the user finds out whether one arrives.
pub fn test_bubble(texts: &Texts) -> Bubble {
    Bubble {
        subject: Subject::Test,
        critical: false,
        summary: texts.text("notification-test"),
        body: texts.text("notification-test-body"),
        actions: Actions::only_open(texts),
    }
}

/// What can be done about a lead without looking at it.
fn actions(told: &Told, texts: &Texts) -> Actions {
    let over = told.kind == ReminderKind::Expired;
    Actions {
        snooze: (!over).then(|| texts.text("notification-snooze")),
        contacted: told.waiting.then(|| texts.text("notification-contacted")),
        ..Actions::only_open(texts)
    }
}

fn summary(told: &Told, texts: &Texts) -> String {
    let id = match (told.kind, told.topic) {
        (ReminderKind::HotArrived, _) => "notification-hot-arrived",
        (ReminderKind::HotLeft, _) => "notification-hot-waiting",
        (ReminderKind::HotLapsed, _) => "notification-hot-lapsed",
        (ReminderKind::RespondLeft, _) => "notification-respond",
        (ReminderKind::FollowUp, _) => "notification-follow-up",
        (ReminderKind::Snoozed, Topic::Contact) if told.waiting => "notification-still-waiting",
        (ReminderKind::Snoozed, Topic::Contact) => "notification-hot-lapsed",
        (ReminderKind::Snoozed, Topic::Answer) => "notification-still-respond",
        (ReminderKind::Snoozed, Topic::FollowUp) => "notification-snooze-over",
        (ReminderKind::Expired, _) => "notification-expired",
    };
    texts.format(id, &[("customer", FluentValue::from(plain_name(&told.customer)))])
}

fn body(told: &Told, now: Timestamp, texts: &Texts) -> String {
    let note = |otherwise| match told.note.as_deref().map(|note| one_line(note, LONGEST_NOTE)) {
        Some(note) if !note.is_empty() => note,
        _ => texts.text(otherwise),
    };
    match (told.kind, told.topic) {
        (ReminderKind::Expired, _) => texts.text("notification-expired-body"),
        (ReminderKind::FollowUp, _) => note("notification-follow-up-body"),
        (ReminderKind::Snoozed, Topic::FollowUp) => note("notification-snooze-over-body"),
        (ReminderKind::HotLapsed, _) => texts.text("notification-hot-lapsed-body"),
        (_, Topic::Contact) if told.waiting => time_to_contact(Left::until(told.deadline, now), texts),
        (_, Topic::Contact) => texts.text("notification-hot-lapsed-body"),
        _ => time_to_answer(Left::until(told.deadline, now), texts),
    }
}

fn time_to_contact(left: Left, texts: &Texts) -> String {
    let (id, count) = match left {
        Left::Hours(hours) => ("notification-hot-hours", hours),
        Left::Minutes(minutes) => ("notification-hot-minutes", minutes),
    };
    counted(texts, id, count)
}

fn time_to_answer(left: Left, texts: &Texts) -> String {
    let (id, count) = match left {
        Left::Hours(hours) if hours >= 48 => ("notification-respond-days", hours / 24),
        Left::Hours(hours) => ("notification-respond-hours", hours),
        Left::Minutes(minutes) => ("notification-respond-minutes", minutes),
    };
    counted(texts, id, count)
}

fn digest_summary(told: &DigestTold, texts: &Texts) -> String {
    let (id, count) = match (told.away, told.fell_due) {
        (false, 0) => ("notification-digest-expired", told.expired),
        (true, 0) => ("notification-digest-away-expired", told.expired),
        (false, due) => ("notification-digest", due),
        (true, due) => ("notification-digest-away", due),
    };
    counted(texts, id, i64::from(count))
}

fn digest_body(told: &DigestTold, texts: &Texts) -> String {
    let names: Vec<String> = told.names.iter().map(|name| plain_name(name)).collect();
    let all = i64::from(told.fell_due) + i64::from(told.expired);
    let others = all.saturating_sub(i64::try_from(names.len()).unwrap_or(i64::MAX));
    let names = ("names", FluentValue::from(names.join(", ")));
    let mut lines = vec![if others > 0 {
        texts.format("notification-digest-more", &[names, ("count", FluentValue::from(others))])
    } else {
        texts.format("notification-digest-names", &[names])
    }];
    if told.waiting > 0 {
        lines.push(counted(texts, "notification-digest-waiting", i64::from(told.waiting)));
    }
    if told.expired > 0 && told.fell_due > 0 {
        lines.push(counted(texts, "notification-digest-also-expired", i64::from(told.expired)));
    }
    lines.join("\n")
}

fn counted(texts: &Texts, id: &str, count: i64) -> String {
    texts.format(id, &[("count", FluentValue::from(count))])
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

/// A customer's name for a place that shows one line.
pub fn plain_name(name: &str) -> String {
    one_line(name, LONGEST_NAME)
}

/// `text` without line breaks and without marks that turn the writing direction of what stands beside it, and not endless.
fn one_line(text: &str, longest: usize) -> String {
    let turns =
        |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let line: String = text.chars().filter(|c| !turns(*c)).map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    let mut characters = line.trim().chars();
    let mut short: String = characters.by_ref().take(longest).collect();
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

    const NOW: &str = "2026-11-22T05:00:00Z";

    fn at(text: &str) -> Timestamp {
        Timestamp::parse(text).unwrap()
    }

    fn told(kind: ReminderKind, topic: Topic, deadline: &str) -> Told {
        Told {
            reminder_ids: vec![1],
            lead_id: 7,
            customer: "Fabrikam".to_owned(),
            kind,
            topic,
            due_at: at(NOW),
            deadline: at(deadline),
            waiting: topic == Topic::Contact && at(deadline) > at(NOW),
            note: None,
        }
    }

    fn digest(away: bool, fell_due: u32, waiting: u32, expired: u32) -> Telling {
        Telling::Digest(DigestTold {
            reminder_ids: vec![1, 2],
            since: at(NOW),
            away,
            names: ["Fabrikam", "Contoso", "Adatum"].map(str::to_owned).to_vec(),
            fell_due,
            waiting,
            expired,
        })
    }

    fn english(told: Told) -> Bubble {
        bubble(&Telling::Lead(told), at(NOW), &Texts::new(Language::En))
    }

    #[test]
    fn a_bubble_says_who_waits_and_how_long_still() {
        let hot = told(ReminderKind::HotLeft, Topic::Contact, "2026-11-22T09:00:00Z");
        let late = bubble(&Telling::Lead(hot), at("2026-11-22T05:00:00.100Z"), &Texts::new(Language::En));
        assert_eq!(late.summary, "Fabrikam is waiting", "who");
        assert_eq!(late.body, "4 hours left to contact the customer.", "a tenth of a second late is not 3 hours");
        assert!(late.critical, "it stays until it is seen");
        let respond = english(told(ReminderKind::RespondLeft, Topic::Answer, "2026-11-25T05:00:00Z"));
        assert!(!respond.critical, "nobody asked for a call");
        assert_eq!(respond.body, "The lead expires in 3 days.", "what happens otherwise");
    }

    #[test]
    fn a_snooze_that_is_over_speaks_of_what_presses_now() {
        let said = |topic, deadline| {
            let bubble = english(told(ReminderKind::Snoozed, topic, deadline));
            (bubble.summary, bubble.body)
        };
        let (summary, body) = said(Topic::Contact, "2026-11-22T05:30:00Z");
        assert_eq!(summary, "Fabrikam is still waiting", "a customer waits");
        assert_eq!(body, "30 minutes left to contact the customer.", "and not for long");
        let (_, body) = said(Topic::Contact, NOW);
        assert_eq!(
            body, "The lead is still active. Contact the customer all the same.",
            "the 72 hours passed meanwhile"
        );
        let (summary, body) = said(Topic::Answer, "2026-11-25T05:00:00Z");
        assert_eq!(summary, "Fabrikam: still to be accepted or declined", "Microsoft waits");
        assert_eq!(body, "The lead expires in 3 days.", "and for how long");
        assert_eq!(said(Topic::FollowUp, NOW).0, "Back to Fabrikam", "nobody waits: it was the user's own wish");
    }

    #[test]
    fn a_follow_up_says_what_the_user_noted() {
        let follow_up = told(ReminderKind::FollowUp, Topic::FollowUp, NOW);
        let noted = Told { note: Some("Ask for\nthe licences".to_owned()), ..follow_up.clone() };
        assert_eq!(english(noted).body, "Ask for the licences", "in one line");
        let blank = Told { note: Some(" ".to_owned()), ..follow_up };
        assert_eq!(english(blank).body, "You planned to come back to this lead.", "a blank says nothing");
    }

    #[test]
    fn a_bubble_offers_what_can_be_done_about_its_lead() {
        let offered = |kind, topic, deadline| {
            let Actions { snooze, contacted, .. } = english(told(kind, topic, deadline)).actions;
            (snooze.is_some(), contacted.is_some())
        };
        let tomorrow = "2026-11-23T05:00:00Z";
        assert_eq!(offered(ReminderKind::HotLeft, Topic::Contact, tomorrow), (true, true), "a customer waits");
        assert_eq!(offered(ReminderKind::Snoozed, Topic::Contact, tomorrow), (true, true), "and still does");
        assert_eq!(offered(ReminderKind::HotLapsed, Topic::Contact, NOW), (true, false), "the 72 hours are over");
        assert_eq!(
            offered(ReminderKind::RespondLeft, Topic::Answer, tomorrow),
            (true, false),
            "nobody asked for a call"
        );
        assert_eq!(offered(ReminderKind::Expired, Topic::Answer, NOW), (false, false), "it is too late for anything");
    }

    #[test]
    fn a_digest_counts_what_is_to_be_done_and_what_is_over() {
        let texts = Texts::new(Language::En);
        let said = |telling| {
            let bubble = bubble(&telling, at(NOW), &texts);
            (bubble.summary, bubble.body, bubble.critical)
        };
        let (summary, body, critical) = said(digest(true, 4, 1, 2));
        assert_eq!(summary, "While you were away: 4 leads need you", "what there is to do");
        let lines =
            ["Fabrikam, Contoso, Adatum and 3 more", "1 customer is waiting to be contacted.", "2 leads have expired."];
        assert_eq!(body, lines.join("\n"), "who, what is urgent, what is over");
        assert!(critical, "a customer is waiting");
        let (summary, body, critical) = said(digest(true, 0, 0, 3));
        assert_eq!(summary, "While you were away: 3 leads have expired", "there is nothing to do any more");
        assert_eq!(body, "Fabrikam, Contoso, Adatum", "and it is not said twice");
        assert!(!critical, "so it need not stay");
        assert_eq!(said(digest(false, 3, 0, 0)).0, "3 leads need you", "too many at once, and nobody was away");
    }

    #[test]
    fn everything_has_words_in_every_language() {
        for language in Language::ALL {
            let texts = Texts::new(language);
            let mut all = vec![test_bubble(&texts)];
            for kind in ReminderKind::ALL {
                for topic in [Topic::Contact, Topic::Answer, Topic::FollowUp] {
                    for deadline in ["2026-11-25T05:00:00Z", "2026-11-22T06:00:00Z", "2026-11-22T05:01:00Z", NOW] {
                        all.push(bubble(&Telling::Lead(told(kind, topic, deadline)), at(NOW), &texts));
                    }
                }
            }
            for (fell_due, expired) in [(1, 0), (5, 0), (0, 1), (0, 5), (1, 1)] {
                all.extend(
                    [true, false].map(|away| bubble(&digest(away, fell_due, fell_due, expired), at(NOW), &texts)),
                );
            }
            for bubble in all {
                let Actions { open, snooze, contacted } = bubble.actions;
                for text in [bubble.summary, bubble.body, open].into_iter().chain(snooze).chain(contacted) {
                    assert!(!text.contains("notification-"), "something has no words in {language:?}: {text}");
                    assert!(!text.contains('{'), "something has a hole in {language:?}: {text}");
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
