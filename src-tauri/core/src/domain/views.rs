//! Saved views and how the desk is laid out: what the user has arranged for themselves. How it is stored is in `store::views`.

use serde::{Deserialize, Serialize};

use super::desk::{ListColumn, SortBy, Tab};
use super::lead::StageKind;

/// The number of a saved view.
pub type ViewId = i64;

/// A list under a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ViewForm {
    pub name: String,
    pub tab: Tab,
    pub stage: Option<StageKind>,
    pub query: String,
    pub sort: SortBy,
    pub descending: bool,
    pub columns: Vec<ColumnWidth>,
}

/// A column of the list, and how wide it is, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ColumnWidth {
    pub column: ListColumn,
    pub width: u16,
}

/// How tall the rows of the list are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Density {
    /// Two lines a lead.
    #[default]
    Roomy,
    /// One line a lead.
    Dense,
}

/// A list of rows, or a board of the three stages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum DeskLook {
    #[default]
    List,
    Board,
}

/// How the desk is laid out on this computer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DeskLayout {
    pub look: DeskLook,
    pub density: Density,
    /// Beside the lead itself, from left to right.
    pub columns: Vec<ColumnWidth>,
    /// The list's share of the desk, in CSS pixels; `None` for as it comes.
    pub list_width: Option<u16>,
    pub side_bar: bool,
    /// The view that the desk starts with.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub start_view: Option<ViewId>,
}
