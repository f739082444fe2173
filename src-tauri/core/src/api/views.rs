//! Saved views and the layout of the desk: what the window may ask for and what it is told.

use serde::{Deserialize, Serialize};

use super::replies::reply;
use super::requests::request;
use crate::domain::views::{ViewForm, ViewId};

reply!(View {
    #[cfg_attr(test, ts(type = "number"))]
    id: ViewId,
    view: ViewForm,
    /// The leads that it holds now; `null` when its query is not understood any more.
    leads: Option<u32>,
});
reply!(
    /// The saved views, in the user's order.
    Views { views: Vec<View> }
);
request!(
    /// Saves a view under its name: a new one, or over the one of this number.
    SaveView {
        #[cfg_attr(test, ts(type = "number | null"))]
        id: Option<ViewId>,
        view: ViewForm,
    }
);
request!(ViewRef {
    #[cfg_attr(test, ts(type = "number"))]
    id: ViewId,
});
request!(
    /// Puts a view to a place among the others, from 0.
    MoveView {
        #[cfg_attr(test, ts(type = "number"))]
        id: ViewId,
        to: u32,
    }
);
