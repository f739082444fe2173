//! What the tray shows: which of three icons, the tooltip, and the lines of the menu with what each does.
//!
//! Pure: who waits comes from the core, showing is `indicator`'s and `status_icon`'s.

use hearth_core::actions::bell::Waiting;
use hearth_core::domain::lead::LeadId;
use hearth_core::domain::time::Timestamp;
use hearth_core::texts::{FluentValue, Texts};
use tauri::image::Image;
use tauri::include_image;

use crate::bubbles::{Left, plain_name};

/// With less than this left the icon calls. Source: issue 3, "less than 4 h left".
const URGENT_MILLIS: i64 = 4 * 60 * 60 * 1000;

/// How things stand. Each has an icon of another shape, so that it can be told without seeing colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Calm,
    /// A customer waits.
    Waiting,
    /// A customer waits, with less than four hours left.
    Urgent,
}

/// What a line of the menu does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    Open,
    Lead(LeadId),
    /// All that wait.
    Waiting,
    SnoozeAll,
    Pause,
    Resume,
    Quit,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    Item(Choice, String),
    /// Words that can only be read.
    Words(String),
    Separator,
}

/// What is shown, so that a menu that is open is not replaced by its like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    pub state: State,
    pub tooltip: String,
    pub lines: Vec<Line>,
}

/// What the look is made of.
pub struct Desk<'a> {
    /// The most urgent first; those that the menu names.
    pub named: &'a [Waiting],
    /// How many wait in all.
    pub count: u32,
    /// Whether the alarms are paused.
    pub paused: bool,
    pub now: Timestamp,
}

impl Look {
    /// While the desk cannot be asked: the way in and the way out, and no claim about customers.
    pub fn unknown(texts: &Texts) -> Self {
        Self {
            state: State::Calm,
            tooltip: String::new(),
            lines: vec![
                Line::Item(Choice::Open, texts.text("tray-open")),
                Line::Separator,
                Line::Item(Choice::Quit, texts.text("tray-quit")),
            ],
        }
    }

    pub fn of(desk: &Desk<'_>, texts: &Texts) -> Self {
        Self { state: state(desk), tooltip: tooltip(desk, texts), lines: lines(desk, texts) }
    }
}

fn state(desk: &Desk<'_>) -> State {
    match desk.named.first() {
        None => State::Calm,
        Some(first) if first.ends_at.since(desk.now).num_milliseconds() < URGENT_MILLIS => State::Urgent,
        Some(_) => State::Waiting,
    }
}

fn tooltip(desk: &Desk<'_>, texts: &Texts) -> String {
    let mut tooltip = match desk.named.first().map(|first| Left::until(first.ends_at, desk.now)) {
        None => texts.text("tray-nobody-waiting"),
        Some(left) => {
            let (id, left) = match left {
                Left::Hours(hours) => ("tray-waiting-hours", hours),
                Left::Minutes(minutes) => ("tray-waiting-minutes", minutes),
            };
            texts.format(id, &[("count", FluentValue::from(desk.count)), ("left", FluentValue::from(left))])
        }
    };
    if desk.paused {
        tooltip.push_str(" · ");
        tooltip.push_str(&texts.text("tray-paused"));
    }
    tooltip
}

fn lines(desk: &Desk<'_>, texts: &Texts) -> Vec<Line> {
    let item = |choice, id| Line::Item(choice, texts.text(id));
    let mut lines = vec![item(Choice::Open, "tray-open"), Line::Separator];
    for one in desk.named {
        let (id, left) = match Left::until(one.ends_at, desk.now) {
            Left::Hours(hours) => ("tray-lead-hours", hours),
            Left::Minutes(minutes) => ("tray-lead-minutes", minutes),
        };
        let customer = FluentValue::from(plain_name(&one.customer));
        let text = texts.format(id, &[("customer", customer), ("count", FluentValue::from(left))]);
        lines.push(Line::Item(Choice::Lead(one.lead_id), text));
    }
    let others = desk.count.saturating_sub(u32::try_from(desk.named.len()).unwrap_or(u32::MAX));
    if desk.named.is_empty() {
        lines.push(Line::Words(texts.text("tray-nobody-waiting")));
    } else if others > 0 {
        let more = texts.format("tray-more", &[("count", FluentValue::from(others))]);
        lines.push(Line::Item(Choice::Waiting, more));
    }
    lines.push(Line::Separator);
    if !desk.named.is_empty() {
        lines.push(item(Choice::SnoozeAll, "tray-snooze-all"));
    }
    lines.push(if desk.paused { item(Choice::Resume, "tray-resume") } else { item(Choice::Pause, "tray-pause") });
    lines.extend([Line::Separator, item(Choice::Quit, "tray-quit")]);
    lines
}

/// The icon in the sizes that panels use, smallest first.
pub fn icons(state: State) -> [Image<'static>; 5] {
    match state {
        State::Calm => [
            include_image!("icons/tray/calm-16.png"),
            include_image!("icons/tray/calm-22.png"),
            include_image!("icons/tray/calm-24.png"),
            include_image!("icons/tray/calm-32.png"),
            include_image!("icons/tray/calm-48.png"),
        ],
        State::Waiting => [
            include_image!("icons/tray/waiting-16.png"),
            include_image!("icons/tray/waiting-22.png"),
            include_image!("icons/tray/waiting-24.png"),
            include_image!("icons/tray/waiting-32.png"),
            include_image!("icons/tray/waiting-48.png"),
        ],
        State::Urgent => [
            include_image!("icons/tray/urgent-16.png"),
            include_image!("icons/tray/urgent-22.png"),
            include_image!("icons/tray/urgent-24.png"),
            include_image!("icons/tray/urgent-32.png"),
            include_image!("icons/tray/urgent-48.png"),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use hearth_core::texts::Language;

    fn at(text: &str) -> Timestamp {
        Timestamp::parse(text).unwrap()
    }

    fn fabrikam(ends_at: &str) -> Waiting {
        Waiting { lead_id: 7, customer: "Fabrikam".to_owned(), ends_at: at(ends_at) }
    }

    /// Fabrikam and two more wait, with `ends_at` the first's end, at five in the morning of the 22nd.
    fn look(ends_at: &str, paused: bool, language: Language) -> Look {
        let desk = Desk { named: &[fabrikam(ends_at)], count: 3, paused, now: at("2026-11-22T05:00:00Z") };
        Look::of(&desk, &Texts::new(language))
    }

    fn quiet(language: Language) -> Look {
        let desk = Desk { named: &[], count: 0, paused: false, now: at("2026-11-22T05:00:00Z") };
        Look::of(&desk, &Texts::new(language))
    }

    fn item(choice: Choice, text: &str) -> Line {
        Line::Item(choice, text.to_owned())
    }

    #[test]
    fn the_menu_says_who_waits_and_how_long_still() {
        assert_eq!(
            look("2026-11-23T12:00:00Z", false, Language::En).lines,
            [
                item(Choice::Open, "Open Hearth"),
                Line::Separator,
                item(Choice::Lead(7), "Fabrikam · 31 h left"),
                item(Choice::Waiting, "and 2 more"),
                Line::Separator,
                item(Choice::SnoozeAll, "Snooze all for 1 hour"),
                item(Choice::Pause, "Pause alarms until tomorrow"),
                Line::Separator,
                item(Choice::Quit, "Quit"),
            ],
            "the way in, who waits, the others by number, quiet for a while, the way out"
        );
    }

    #[test]
    fn a_quiet_desk_says_so_and_has_nothing_to_snooze() {
        let look = quiet(Language::Ko);
        assert!(look.lines.contains(&Line::Words("기다리는 고객 없음".to_owned())), "in the user's language: {look:?}");
        let snooze = |line: &Line| matches!(line, Line::Item(Choice::SnoozeAll, _));
        assert!(!look.lines.iter().any(snooze), "nobody is there to be snoozed");
        assert_eq!(look.tooltip, "기다리는 고객 없음", "the tooltip says the same");
    }

    #[test]
    fn paused_alarms_are_shown_as_paused_and_can_be_resumed() {
        let look = look("2026-11-23T12:00:00Z", true, Language::En);
        let offers = |wanted| look.lines.iter().any(|line| matches!(line, Line::Item(choice, _) if *choice == wanted));
        assert!(offers(Choice::Resume) && !offers(Choice::Pause), "what applies is offered: {:?}", look.lines);
        assert!(look.tooltip.ends_with("alarms paused"), "a silent desk says why: {}", look.tooltip);
    }

    #[test]
    fn the_icon_calls_in_the_last_four_hours() {
        let state = |ends_at| look(ends_at, false, Language::En).state;
        assert_eq!(quiet(Language::En).state, State::Calm, "nobody waits");
        assert_eq!(state("2026-11-22T09:00:00Z"), State::Waiting, "four hours are not less than four hours");
        assert_eq!(state("2026-11-22T08:59:59.999Z"), State::Urgent, "a moment later they are");
    }

    #[test]
    fn the_tooltip_counts_and_says_how_long_the_first_still_waits() {
        let tooltip = |ends_at, language| look(ends_at, false, language).tooltip;
        assert_eq!(
            tooltip("2026-11-23T12:00:00Z", Language::En),
            "3 customers are waiting · 31 h left",
            "the count, and the time that decides"
        );
        assert_eq!(
            tooltip("2026-11-22T05:20:00Z", Language::Ko),
            "고객 3명이 기다리고 있음 · 20분 남음",
            "in the user's language, in minutes when it is minutes"
        );
    }

    #[test]
    fn a_desk_that_cannot_be_asked_claims_nothing() {
        let look = Look::unknown(&Texts::new(Language::En));
        let words = |line: &Line| matches!(line, Line::Words(_));
        assert!(!look.lines.iter().any(words), "\"nobody is waiting\" would be a guess: {look:?}");
    }

    #[test]
    fn each_state_has_an_icon_of_its_own_in_every_size() {
        let all = [State::Calm, State::Waiting, State::Urgent].map(icons);
        for (place, size) in [16, 22, 24, 32, 48].into_iter().enumerate() {
            let [calm, waiting, urgent] = all.each_ref().map(|icons| &icons[place]);
            assert_eq!((calm.width(), urgent.height()), (size, size), "a panel of {size} pixels gets it unscaled");
            let opaque = |icon: &Image<'_>| icon.rgba().chunks(4).map(|pixel| pixel[3] > 127).collect::<Vec<_>>();
            assert_ne!(opaque(calm), opaque(urgent), "the outline tells the states apart, not only the colour");
            assert_ne!(calm.rgba(), waiting.rgba(), "a fire burns or it does not");
        }
    }
}
