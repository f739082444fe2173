//! Every text that a person reads outside the window: notifications, tray, mails. English and Korean, by Project Fluent.
//!
//! The window reads the same files. Which language is spoken is the user's setting; see [`Language::of`].

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use crate::domain::settings::LanguageChoice;

pub use fluent_bundle::FluentValue;

/// A language that Hearth speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    En,
    Ko,
}

impl Language {
    pub const ALL: [Self; 2] = [Self::En, Self::Ko];

    /// The language of a setting, where `system` is the system's locale such as `ko_KR.UTF-8` or `en-US`.
    pub fn of(choice: LanguageChoice, system: &str) -> Self {
        match choice {
            LanguageChoice::En => Self::En,
            LanguageChoice::Ko => Self::Ko,
            LanguageChoice::System if system.to_ascii_lowercase().starts_with("ko") => Self::Ko,
            LanguageChoice::System => Self::En,
        }
    }

    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ko => "ko",
        }
    }

    fn source(self) -> &'static str {
        match self {
            Self::En => include_str!("../../../locales/en.ftl"),
            Self::Ko => include_str!("../../../locales/ko.ftl"),
        }
    }
}

/// The texts of one language.
pub struct Texts {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    pub fn new(language: Language) -> Self {
        let tag: LanguageIdentifier = language.code().parse().expect("our own language codes are well formed");
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Isolation marks are for a window that mixes directions; notification servers show them as boxes.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(grouped));
        let resource = FluentResource::try_new(language.source().to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
        Self { language, bundle }
    }

    pub fn language(&self) -> Language {
        self.language
    }

    /// The text of `id`; the id itself when it is missing, which a test forbids.
    pub fn text(&self, id: &str) -> String {
        self.format(id, &[])
    }

    /// The text of `id` with its arguments filled in.
    pub fn format<'a>(&self, id: &str, args: &[(&'a str, FluentValue<'a>)]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let args: FluentArgs<'_> = args.iter().cloned().collect();
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }
}

/// A number as both languages write it, and as the window does: `10,000`. What is no number is left to Fluent.
fn grouped<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let digits = number.as_string();
    let (whole, rest) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    let mut text = String::new();
    for (place, digit) in whole.chars().enumerate() {
        let left = whole.len() - place;
        if left.is_multiple_of(3) && text.ends_with(|before: char| before.is_ascii_digit()) {
            text.push(',');
        }
        text.push(digit);
    }
    Some(text + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_number_is_grouped_as_a_person_reads_it() {
        for language in Language::ALL {
            let texts = Texts::new(language);
            let said = |count: i64| texts.format("notification-digest", &[("count", FluentValue::from(count))]);
            assert!(said(10_000).contains("10,000"), "as the window writes it: {}", said(10_000));
            assert!(said(1_234_567).contains("1,234,567"), "at every third digit: {}", said(1_234_567));
            assert!(said(999).contains("999"), "a small one is as it is: {}", said(999));
        }
    }
}
