//! What the user can set. Saving it is `store::settings`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::alarm_rules::AlarmRules;

/// Which language the window speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum LanguageChoice {
    #[default]
    System,
    En,
    Ko,
}

/// Which theme the window wears.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum ThemeChoice {
    #[default]
    System,
    Light,
    Dark,
}

/// What the user has set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Settings {
    pub language: LanguageChoice,
    pub theme: ThemeChoice,
    /// For how many seconds an action can be undone: 0 to 120. Source: domain.md, "Undo".
    pub undo_seconds: u32,
    /// After how many days a lead expires whose source does not say: 1 to 90. Source: domain.md, "Respond-by".
    pub respond_days: u32,
    /// What closing the window does where a tray exists; `None` until the user was asked.
    pub keep_in_tray: Option<bool>,
    /// When the alarm speaks.
    pub alarm: AlarmRules,
    /// The keys that the user has given to actions of the window, by the window's own names of both, such as `accept` and `Shift+A`.
    /// What is not in it has the key that it comes with; an empty key is none.
    pub keys: BTreeMap<String, String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: LanguageChoice::System,
            theme: ThemeChoice::System,
            undo_seconds: 30,
            respond_days: super::respond_by::DEFAULT_DAYS,
            keep_in_tray: None,
            alarm: AlarmRules::default(),
            keys: BTreeMap::new(),
        }
    }
}
