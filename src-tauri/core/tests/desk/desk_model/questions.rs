//! Random questions: a tab, a stage, an order, words and up to three filters.

use hearth_core::domain::desk::{SortBy, Tab};
use hearth_core::domain::lead::{LeadType, Outcome, Reason, StageKind};
use hearth_core::domain::money::Currency;
use hearth_core::domain::search::*;
use hearth_core::domain::time::Date;
use hearth_core::store::desk::Listing;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use crate::support::{START, at};

/// Every lead, as it came.
pub fn everything() -> Listing {
    Listing { tab: Tab::All, stage: None, query: Query::default(), sort: SortBy::Received, descending: false }
}

const SORTS: [SortBy; 18] = [
    SortBy::Received,
    SortBy::RespondBy,
    SortBy::TimeLeft,
    SortBy::Value,
    SortBy::Customer,
    SortBy::FollowUp,
    SortBy::Purchase,
    SortBy::Archived,
    SortBy::Contact,
    SortBy::City,
    SortBy::Country,
    SortBy::Deal,
    SortBy::CrmId,
    SortBy::Campaign,
    SortBy::LeadType,
    SortBy::Stage,
    SortBy::Outcome,
    SortBy::Reason,
];
const FIELDS: [Field; 14] = [
    Field::Type,
    Field::Stage,
    Field::Outcome,
    Field::Is,
    Field::Country,
    Field::Currency,
    Field::Value,
    Field::Received,
    Field::Respond,
    Field::Purchase,
    Field::FollowUp,
    Field::Campaign,
    Field::Reason,
    Field::Employee,
];
const FLAGS: [Flag; 7] =
    [Flag::Hot, Flag::Lapsed, Flag::Unanswered, Flag::Contacted, Flag::Favorite, Flag::Snoozed, Flag::Sample];

pub fn listing() -> impl Strategy<Value = Listing> {
    let tab = select(vec![Tab::All, Tab::Marketplace, Tab::Qualified, Tab::Favorites]);
    (tab, of(select(StageKind::ALL.to_vec())), query(), select(SORTS.to_vec()), any::<bool>())
        .prop_map(|(tab, stage, query, sort, descending)| Listing { tab, stage, query, sort, descending })
}

fn query() -> impl Strategy<Value = Query> {
    let words = prop_oneof![3 => Just(Vec::new()), 1 => proptest::collection::vec(word(), 1..3)];
    let filters = proptest::collection::vec((any::<bool>(), test()), 0..4);
    (words, filters).prop_map(|(words, filters)| Query {
        words,
        filters: filters.into_iter().map(|(not, test)| Filter { not, test }).collect(),
        parts: Vec::new(),
    })
}

fn word() -> impl Strategy<Value = Word> {
    "contoso|fabri|한빛|민국|sue|spring|ann".prop_map(|text| Word { text, open: false, groups: Vec::new() })
}

fn some<T: Clone + std::fmt::Debug + 'static>(all: Vec<T>) -> impl Strategy<Value = Vec<T>> {
    let most = all.len();
    subsequence(all, 1..=most)
}

fn range<T: std::fmt::Debug>(one: impl Strategy<Value = T> + Clone) -> impl Strategy<Value = Range<T>> {
    (of(one.clone()), of(one)).prop_map(|(from, until)| Range { from, until })
}

fn test() -> impl Strategy<Value = Test> {
    let instant = (-90..300_i64).prop_map(|hours| at(START).plus(chrono::TimeDelta::hours(hours)));
    let day = (1..9_u32).prop_map(|day| Date::parse_iso(&format!("2026-12-0{day}")).unwrap());
    let outcomes = vec![Outcome::Won, Outcome::Lost, Outcome::Declined, Outcome::Expired];
    let reasons = (1..9_u8).filter_map(|code| Reason::try_from(code).ok()).collect();
    let currencies = ["KRW", "USD", "KWD"].iter().filter_map(|code| Currency::parse(code)).collect();
    let alternatives = || proptest::collection::vec(proptest::collection::vec(word(), 1..3), 1..3);
    prop_oneof![
        some(LeadType::ALL.to_vec()).prop_map(Test::Type),
        some(StageKind::ALL.to_vec()).prop_map(Test::Stage),
        some(outcomes).prop_map(Test::Outcome),
        some(FLAGS.to_vec()).prop_map(Test::Is),
        some(vec!["kr".to_owned(), "us".to_owned()]).prop_map(Test::Country),
        some(currencies).prop_map(Test::Currency),
        range((-10_000_000..200_000_000_i128).prop_map(Amount)).prop_map(Test::Value),
        range(instant.clone()).prop_map(Test::Received),
        range(instant).prop_map(Test::RespondBy),
        range(day.clone()).prop_map(Test::Purchase),
        range(day).prop_map(Test::FollowUp),
        alternatives().prop_map(Test::Campaign),
        some(reasons).prop_map(Test::Reason),
        alternatives().prop_map(Test::Employee),
        select(FIELDS.to_vec()).prop_map(Test::With),
        select(FIELDS.to_vec()).prop_map(Test::Without),
    ]
}
