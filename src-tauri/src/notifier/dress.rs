//! A bubble in notify-rust's terms, as each system can show it.

use notify_rust::{Notification, Timeout};

use super::{Chosen, Identity};
use crate::bubbles::{Bubble, escaped};

/// The name of the action that a click on the bubble itself means, on every system that names it.
const OPEN: &str = "default";
const SNOOZE: &str = "snooze";
const CONTACTED: &str = "contacted";

/// What the notification server can do, as it says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Abilities {
    pub actions: bool,
    /// It takes a body for markup.
    pub markup: bool,
}

pub fn notification(bubble: &Bubble, identity: &Identity, abilities: Abilities) -> Notification {
    let mut notification = Notification::new();
    notification
        .appname("Hearth")
        .summary(&bubble.summary)
        .body(&if abilities.markup { escaped(&bubble.body) } else { bubble.body.clone() })
        .timeout(if bubble.critical { Timeout::Never } else { Timeout::Default });
    if abilities.actions {
        let actions = &bubble.actions;
        notification.action(OPEN, &actions.open);
        for (key, label) in [(SNOOZE, &actions.snooze), (CONTACTED, &actions.contacted)] {
            if let Some(label) = label {
                notification.action(key, label);
            }
        }
    }
    dress(&mut notification, bubble, identity);
    notification
}

/// What the user means by the action `key` of `bubble`.
///
/// Anything that was not offered opens: a click is a click, but it marks nobody as contacted.
pub fn chosen(key: &str, bubble: &Bubble) -> Chosen {
    match key {
        SNOOZE if bubble.actions.snooze.is_some() => Chosen::SnoozeAnHour,
        CONTACTED if bubble.actions.contacted.is_some() => Chosen::MarkContacted,
        _ => Chosen::Open,
    }
}

#[cfg(target_os = "linux")]
fn dress(notification: &mut Notification, bubble: &Bubble, identity: &Identity) {
    use notify_rust::{Hint, Urgency};
    notification
        .icon(identity.icon)
        .urgency(if bubble.critical { Urgency::Critical } else { Urgency::Normal })
        .hint(Hint::DesktopEntry(identity.desktop_entry.to_owned()));
}

#[cfg(target_os = "windows")]
fn dress(notification: &mut Notification, bubble: &Bubble, identity: &Identity) {
    use notify_rust::Urgency;
    notification.urgency(if bubble.critical { Urgency::Critical } else { Urgency::Normal });
    // Windows shows nothing under a name that no installed shortcut has: a build that was not installed goes without.
    if !cfg!(debug_assertions) {
        notification.app_id(&identity.identifier);
    }
}

#[cfg(not(any(target_os = "linux", target_os = "windows")))]
fn dress(_: &mut Notification, _: &Bubble, _: &Identity) {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bubbles::{Actions, Subject};

    fn bubble(contacted: Option<&str>) -> Bubble {
        Bubble {
            subject: Subject::Lead(7),
            critical: true,
            summary: "Fabrikam is waiting".to_owned(),
            body: "<b>A</b>".to_owned(),
            actions: Actions {
                open: "Open".to_owned(),
                snooze: Some("Snooze 1 h".to_owned()),
                contacted: contacted.map(str::to_owned),
            },
        }
    }

    fn dressed(bubble: &Bubble, actions: bool, markup: bool) -> Notification {
        let identity = Identity { identifier: "test".to_owned(), desktop_entry: "Test", icon: "test" };
        notification(bubble, &identity, Abilities { actions, markup })
    }

    #[test]
    fn markup_in_a_name_is_escaped_only_where_it_would_be_read() {
        let bubble = bubble(None);
        assert_eq!(dressed(&bubble, true, true).body, "&lt;b&gt;A&lt;/b&gt;", "it would be bold");
        assert_eq!(dressed(&bubble, true, false).body, "<b>A</b>", "it would be seen as &lt;");
    }

    #[test]
    fn a_server_without_actions_is_offered_none() {
        let all = ["default", "Open", "snooze", "Snooze 1 h", "contacted", "Mark as contacted"];
        let bubble = bubble(Some("Mark as contacted"));
        assert_eq!(dressed(&bubble, true, false).actions, all, "a button each, and the click on the bubble itself");
        assert_eq!(dressed(&bubble, false, false).actions, [] as [&str; 0], "some would make a dialog of it");
    }

    #[test]
    fn only_what_was_offered_can_be_chosen() {
        assert_eq!(chosen("snooze", &bubble(None)), Chosen::SnoozeAnHour, "as its button says");
        assert_eq!(chosen("contacted", &bubble(Some("x"))), Chosen::MarkContacted, "as its button says");
        assert_eq!(chosen("contacted", &bubble(None)), Chosen::Open, "nobody was waiting there");
        assert_eq!(chosen("default", &bubble(None)), Chosen::Open, "a click on the bubble itself");
    }
}
