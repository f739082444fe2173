//! The first leads of another order: of one of which nothing is known, and as it is a moment after the start, when what can wait was
//! done.
//!
//! The floor walks along an index that it has for each order.

use hearth_core::api::*;
use hearth_core::app::App;
use hearth_core::domain::lead::StageKind;
use rusqlite::Connection;

use crate::{LIMIT, ROW, print, query, time, walk};

/// The orders that are changed to, with the column of the index that the floor has for each.
const ORDERS: [(SortBy, &str); 7] = [
    (SortBy::Purchase, "purchase_on"),
    (SortBy::Value, "value_minor"),
    (SortBy::Customer, "customer COLLATE NOCASE"),
    (SortBy::Archived, "archived_at"),
    (SortBy::City, "city"),
    (SortBy::Country, "country"),
    (SortBy::Campaign, "campaign_id"),
];

/// The indexes of the floor.
pub fn indexes(floor: &Connection) {
    for (at, (_, column)) in ORDERS.iter().enumerate() {
        let index = format!("CREATE INDEX bench_all_{at} ON leads ({column}) WHERE merged_into IS NULL");
        floor.execute_batch(&index).expect("an index for the floor");
    }
}

pub fn measure(of: &str, app: &App, floor: &Connection, samples: usize) {
    let (mut took, mut least, mut cold) = (Vec::new(), Vec::new(), Vec::new());
    let order = |sample: usize| (ORDERS[sample % ORDERS.len()], (sample / ORDERS.len()).is_multiple_of(2));
    let asked = |sample: usize| {
        let ((sort, _), descending) = order(sample);
        ListQuery { stage: None, ..query(Tab::All, StageKind::Received, sort, descending, 0) }
    };
    for sample in 0..samples.min(2 * ORDERS.len()) {
        let forgotten = app.desk(|_, desk, _| {
            desk.forget_orders();
            Ok(())
        });
        forgotten.expect("the desk");
        cold.push(time(|| handlers::list_leads(app, asked(sample)).expect("a page").total));
    }
    let mut parts = 0;
    let ready = time(|| {
        while app.know_more().expect("the desk") {
            parts += 1;
        }
        parts
    });
    for sample in 0..samples {
        took.push(time(|| handlers::list_leads(app, asked(sample)).expect("a page").total));
        let ((_, column), descending) = order(sample);
        let way = if descending { "DESC" } else { "ASC" };
        let all = format!(
            "SELECT {ROW} FROM leads WHERE merged_into IS NULL ORDER BY {column} {way}, id {way} LIMIT {LIMIT}"
        );
        least.push(time(|| walk(floor, &all, ())));
    }
    let mut far = query(Tab::All, StageKind::Received, SortBy::Purchase, false, 1_000);
    far.stage = None;
    let order = time(|| handlers::list_leads(app, far.clone()).expect("a page").total);
    far.sort = SortBy::Deal;
    let text = time(|| handlers::list_leads(app, far).expect("a page").total);
    let note = format!(
        "the first 60 of all leads in another order, as by the window after its start: the heads of {parts} orders were picked out in \
         {ready:.0} ms while nobody waited"
    );
    print(&format!("list_sort{of}"), "ms", &took, &least, &note);
    let note = format!(
        "the same when nothing at all is known. To make such an order whole, at the first jump, takes {order:.0} ms; by a text that is \
         not in memory {text:.0} ms, beside the desk"
    );
    print(&format!("list_sort_cold{of}"), "ms", &cold, &least, &note);
}
