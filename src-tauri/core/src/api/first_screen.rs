//! All that the first screen shows, in one answer: a window that asks one thing after the other draws each of them, and what it
//! draws is of as many states of the database.

use serde::{Deserialize, Serialize};

use super::handlers::Reply;
use super::list_handlers::{page, state};
use super::replies::reply;
use super::requests::request;
use super::view_handlers::views;
use super::*;
use crate::app::App;
use crate::domain::views::{DeskLayout, ViewId};
use crate::store::settings as stored;

request!(
    /// What the desk is to be started with.
    FirstScreenQuery {
        /// The list that is shown where the user starts with no view of their own.
        list: ListQuery,
    }
);
reply!(
    /// What the first screen shows, all of one state of the database.
    FirstScreen {
        layout: DeskLayout,
        views: Vec<View>,
        /// The view that the desk starts with, one of `views`.
        #[cfg_attr(test, ts(type = "number | null"))]
        view: Option<ViewId>,
        /// The first rows of that view, or of the list that was asked for.
        page: LeadPage,
        /// Counted by the query of that list.
        desk: DeskState,
    }
);

/// The view that the user starts with, or the list that was asked for; and all around it.
pub fn first_screen(app: &App, request: FirstScreenQuery) -> Reply<FirstScreen> {
    app.desk(|connection, desk, now| {
        let layout = stored::desk_layout(connection)?;
        let views = views(connection, desk, now)?;
        let start = views.iter().find(|view| Some(view.id) == layout.start_view);
        let mut list = request.list.clone();
        if let Some(View { view, .. }) = start {
            let query = view.query.clone();
            list = ListQuery {
                tab: view.tab,
                stage: view.stage,
                query,
                sort: view.sort,
                descending: view.descending,
                ..list
            };
        }
        Ok(FirstScreen {
            view: start.map(|start| start.id),
            page: page(connection, desk, &list, now)?,
            desk: state(connection, desk, &list.query, now)?,
            layout,
            views,
        })
    })
}
