//! The desk in memory beside a look at every lead: whatever is asked, and whatever is changed meanwhile, both say the same.

mod leads;
mod naive;
mod questions;

use hearth_core::domain::lead::{Lead, LeadId};
use hearth_core::domain::search::Query;
use hearth_core::domain::time::Timestamp;
use hearth_core::store::desk::{Listing, Page};
use hearth_core::store::leads as stored;
use proptest::prelude::*;

use crate::support::Desk;
use leads::{Change, change, lead};
use naive::{counted, listed};
use questions::listing;

/// A desk and what it holds, as read from the database one by one.
struct Both {
    desk: Desk,
}

impl Both {
    fn leads(&self) -> Vec<Lead> {
        let mut leads = Vec::new();
        let each = |lead| {
            leads.push(lead);
            Ok(())
        };
        self.desk.app.read(|connection, _| stored::each(connection, each)).unwrap();
        leads
    }

    fn page(&self, listing: &Listing, number: Option<u32>, offset: u32, limit: u32) -> Page {
        self.desk.app.desk(|connection, desk, now| desk.page(connection, listing, number, offset, limit, now)).unwrap()
    }

    fn place(&self, listing: &Listing, id: LeadId) -> Option<u32> {
        self.desk.app.desk(|connection, desk, now| desk.place(connection, listing, None, id, now)).unwrap()
    }

    /// Changes some leads in one transaction.
    fn change(&self, changes: &[Change]) {
        let ids: Vec<LeadId> = self.leads().iter().map(|lead| lead.id).collect();
        self.desk
            .app
            .write(|tx, _, told| {
                told.all();
                changes.iter().try_for_each(|change| change.make(tx, &ids))
            })
            .unwrap();
    }

    /// Asks for a list in every way there is, and for the counts, and compares.
    fn compare(&self, asked: &Listing, offset: u32, limit: u32) -> Result<(), TestCaseError> {
        let now = self.desk.clock_now();
        let leads = self.leads();
        let expected = listed(&leads, asked, now);
        let page = self.page(asked, None, offset, limit);
        let until = expected.len().min((offset + limit) as usize);
        let stretch = expected.get(offset as usize..until).unwrap_or_default();
        prop_assert_eq!(&page.ids, stretch, "{:?} from {}", asked, offset);
        prop_assert_eq!(page.total as usize, expected.len(), "how many there are: {:?}", asked);
        for (index, id) in expected.iter().enumerate().step_by(3) {
            prop_assert_eq!(self.place(asked, *id), u32::try_from(index).ok(), "where {} stands: {:?}", id, asked);
        }
        if let Some(other) = leads.iter().find(|lead| !expected.contains(&lead.id)) {
            prop_assert_eq!(self.place(asked, other.id), None, "{} is not in it", other.id);
        }
        let whole = self.desk.app.desk(|connection, desk, now| desk.whole(connection, asked, None, now)).unwrap();
        prop_assert_eq!(&whole, &expected, "the whole list, written down: {:?}", asked);
        let counts = self.desk.app.desk(|connection, desk, now| desk.counts(connection, &asked.query, now)).unwrap();
        prop_assert_eq!(counts, counted(&leads, &asked.query, now), "the counts: {:?}", asked.query);
        let count = self
            .desk
            .app
            .desk(|connection, desk, now| desk.count(connection, asked.tab, asked.stage, &asked.query, now))
            .unwrap();
        prop_assert_eq!(count as usize, expected.len(), "the count of a view: {:?}", asked);
        Ok(())
    }
}

fn both(leads: &[Lead]) -> Both {
    let desk = Desk::fleeting();
    desk.app
        .write(|tx, _, told| {
            told.all();
            leads.iter().try_for_each(|lead| stored::insert(tx, lead).map(drop))
        })
        .unwrap();
    Both { desk }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Lists, counts and places are those of a look at every lead, also after changes, by this process or another one, and as time
    /// passes; of what is remembered nothing goes stale.
    #[test]
    fn whatever_is_asked_equals_a_look_at_every_lead(
        leads in proptest::collection::vec(lead(), 0..60),
        rounds in proptest::collection::vec(
            (proptest::collection::vec(change(), 0..12), 0..200_i64, proptest::collection::vec((listing(), 0..20_u32, 0..30_u32), 1..5)),
            1..6,
        ),
    ) {
        let both = both(&leads);
        let mut asked_before: Vec<Listing> = Vec::new();
        for (changes, hours, questions) in rounds {
            for (asked, offset, limit) in &questions {
                both.compare(asked, *offset, *limit)?;
                asked_before.push(asked.clone());
            }
            both.change(&changes);
            let later = both.desk.clock_now().plus(chrono::TimeDelta::hours(hours));
            both.desk.clock.set(later);
            for asked in asked_before.iter().rev().take(6) {
                both.compare(asked, 0, 5)?;
            }
        }
    }

    /// The pages of a numbered list hold each of its leads once, whatever is changed between them; asked for anew, it is the new list.
    #[test]
    fn pages_of_a_list_are_of_the_list_as_it_was(
        leads in proptest::collection::vec(lead(), 1..60),
        asked in listing(),
        first in 1..20_u32,
        changes in proptest::collection::vec(change(), 1..12),
        limit in 1..20_u32,
    ) {
        let both = both(&leads);
        let expected = listed(&both.leads(), &asked, both.desk.clock_now());
        let page = both.page(&asked, None, 0, first);
        let (number, mut got) = (page.list, page.ids);
        both.change(&changes);
        while got.len() < expected.len() {
            let page = both.page(&asked, Some(number), u32::try_from(got.len()).unwrap(), limit);
            prop_assert_eq!(page.list, number, "it is the same list");
            prop_assert_eq!(page.total as usize, expected.len(), "as long as it was");
            got.extend(page.ids);
        }
        prop_assert_eq!(got, expected, "each of its leads once, in its order");
        let anew = both.page(&asked, None, 0, 200);
        let expected = listed(&both.leads(), &asked, both.desk.clock_now());
        prop_assert_eq!(anew.ids, expected, "asked for anew it is what there is now");
    }
}

#[test]
fn changes_past_the_store_and_by_other_processes_are_noticed() {
    let both = both(&[leads::plain("Fabrikam"), leads::plain("Contoso")]);
    let all = questions::everything();
    assert_eq!(both.page(&all, None, 0, 9).ids, [1, 2], "both are there");
    let raw = both.desk.raw();
    raw.execute("UPDATE leads SET stage = 'accepted' WHERE id = 2", []).unwrap();
    let accepted = Listing { stage: Some(hearth_core::domain::lead::StageKind::Accepted), ..all.clone() };
    assert_eq!(both.page(&accepted, None, 0, 9).ids, [2], "a statement by hand is noticed too");
    let other = crate::support::open(&both.desk.path()).unwrap();
    other.write(|tx, _, _| stored::insert(tx, &leads::plain("Litware"))).unwrap();
    assert_eq!(both.page(&all, None, 0, 9).ids, [1, 2, 3], "and what another process adds");
    other.write(|tx, _, _| stored::delete(tx, 1)).unwrap();
    assert_eq!(both.page(&all, None, 0, 9).ids, [2, 3], "or takes away");
}

#[test]
fn what_is_rolled_back_leaves_nothing() {
    let both = both(&[leads::plain("Fabrikam")]);
    let all = questions::everything();
    assert_eq!(both.page(&all, None, 0, 9).total, 1, "one lead");
    let failed = both.desk.app.write(|tx, _, _| {
        stored::insert(tx, &leads::plain("Contoso"))?;
        stored::delete(tx, 1)?;
        Err::<(), _>(hearth_core::error::Error::Cancelled)
    });
    assert!(failed.is_err(), "it was given up");
    assert_eq!(both.page(&all, None, 0, 9).ids, [1], "as if nothing had been");
}

#[test]
fn a_transaction_that_changes_no_lead_writes_no_number() {
    let both = both(&[leads::plain("Fabrikam")]);
    let number =
        || -> i64 { both.desk.raw().query_row("SELECT number FROM lead_writes", [], |row| row.get(0)).unwrap() };
    let before = number();
    both.desk.app.write(|_, _, _| Ok(())).unwrap();
    assert_eq!(number(), before, "nothing was changed, so nothing is written to the disk");
    both.change(&[Change::Favorite(0)]);
    assert_eq!(number(), before + 1, "one transaction, one number");
}

#[test]
fn numbers_that_hearth_never_gives_are_refused_and_take_no_memory() {
    let both = both(&[leads::plain("Fabrikam")]);
    both.desk.raw().execute("UPDATE leads SET id = 9000000000000", []).unwrap();
    let listing = questions::everything();
    let asked = both.desk.app.desk(|connection, desk, now| desk.page(connection, &listing, None, 0, 9, now));
    assert!(matches!(asked, Err(hearth_core::error::Error::Corrupt { .. })), "it says what is wrong: {asked:?}");
}

/// So that the seam between words and the desk stays: an empty query is every lead.
#[test]
fn a_query_of_nothing_is_every_lead() {
    let both = both(&[leads::plain("Fabrikam")]);
    let now: Timestamp = both.desk.clock_now();
    assert!(Query::default().matches(&both.leads()[0], now), "it asks nothing");
    assert_eq!(both.page(&questions::everything(), None, 0, 9).total, 1, "and so does the desk");
}
