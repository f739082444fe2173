//! One action on many leads: what it would do, doing it in one piece, and taking it back.
//!
//! What becomes of a lead is the single lead's rule (`domain::bulk`, `domain::lifecycle`), and what is written of it is what
//! `change` writes of one: a history entry, reminders, a notice, the way back. Only that is done in one pass over parts of
//! rows, since a hundred thousand leads shall take seconds. Which leads are meant is found by who asks.

mod run;
mod tally;
mod undo;

use std::ops::ControlFlow;

pub use undo::{undo, verb_of};

use crate::app::App;
use crate::domain::bulk::{BulkForeseen, BulkVerb, Deed};
use crate::domain::lead::LeadId;
use crate::error::Error;
use crate::store::bulk;

use tally::Tally;

/// Is told how many leads of how many are done; to break is to cancel.
pub type Watch<'a> = &'a dyn Fn(u32, u32) -> ControlFlow<()>;

/// After how many leads the watcher is asked again.
const STEP: usize = 256;

/// A lead and the revision it had when the plan was made.
#[derive(Clone, Copy)]
struct Planned {
    id: LeadId,
    revision: i64,
}

/// What would be done to which leads; the leads are chosen now.
pub struct Plan {
    deed: Deed,
    /// Those that would be changed, by number: they are read as they lie.
    leads: Vec<Planned>,
    left_out: Tally,
    foreseen: BulkForeseen,
}

impl Plan {
    /// Looks at each of `ids`, in the order in which the user sees them; one that is named twice counts once.
    pub fn new(app: &App, deed: Deed, ids: &[LeadId]) -> Result<Self, Error> {
        let verb = deed.verb();
        let mut placed: Vec<(LeadId, usize)> = ids.iter().copied().zip(0..).collect();
        placed.sort_unstable();
        placed.dedup_by_key(|(id, _)| *id);
        app.read(|connection, now| {
            let mut leads = Vec::new();
            let (mut changed, mut left_out) = (tally::First::default(), Tally::default());
            for (id, place) in &placed {
                let lead = bulk::sketch(connection, verb, *id)?;
                match tally::judge(&deed, lead.as_ref(), now) {
                    Ok((revision, _)) => {
                        leads.push(Planned { id: *id, revision });
                        changed.add(*place, *id);
                    }
                    Err(why) => left_out.add(why, *place, *id),
                }
            }
            let foreseen = BulkForeseen {
                verb,
                total: small(placed.len()),
                changed: small(leads.len()),
                examples: changed.named(connection)?,
                left_out: left_out.named(connection)?,
                notices: if verb == BulkVerb::Decline { small(leads.len()) } else { 0 },
            };
            leads.shrink_to_fit();
            Ok(Self { deed, leads, left_out, foreseen })
        })
    }

    pub fn foreseen(&self) -> &BulkForeseen {
        &self.foreseen
    }

    pub fn verb(&self) -> BulkVerb {
        self.deed.verb()
    }
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
