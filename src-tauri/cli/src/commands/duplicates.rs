//! Pairs of leads that may be the same, with what they have in common. Merging them needs eyes: that is the window's.

use hearth_core::api::{DuplicatePair, DuplicatesQuery, LeadBrief, handlers};
use hearth_core::texts::FluentValue;
use serde::Serialize;

use super::Done;
use crate::args::Duplicates;
use crate::session::Session;

/// The longest page that the core gives.
const PAGE: u32 = 200;

#[derive(Serialize)]
struct Found {
    pairs: Vec<DuplicatePair>,
    total: u32,
}

pub fn duplicates(session: &mut Session, asked: &Duplicates) -> Done {
    let app = session.open()?;
    let mut found = Found { pairs: Vec::new(), total: 0 };
    let mut offset = 0;
    loop {
        let limit = PAGE.min(asked.limit - offset);
        let page = handlers::list_duplicates(&app, DuplicatesQuery { offset, limit })?;
        found.total = page.total;
        let got = u32::try_from(page.pairs.len()).unwrap_or(u32::MAX);
        found.pairs.extend(page.pairs);
        offset += got;
        if got == 0 || offset >= page.total.min(asked.limit) {
            break;
        }
    }
    if session.json {
        session.out.json(&found);
        return Ok(0);
    }
    if found.total == 0 {
        session.out.line(session.text("cli-no-duplicates"));
    }
    for pair in &found.pairs {
        session.out.line(format!("{}  ↔  {}", brief(&pair.one), brief(&pair.other)));
        for one in &pair.matches {
            session.out.line(format!("    {}", one.value));
        }
    }
    let shown = u32::try_from(found.pairs.len()).unwrap_or(u32::MAX);
    if shown < found.total {
        session.out.line(session.format("cli-more", &[("count", FluentValue::from(found.total - shown))]));
    }
    Ok(0)
}

fn brief(lead: &LeadBrief) -> String {
    format!("{} {}", lead.id, lead.customer)
}
