//! Lists, counts and search.

use hearth_core::api::*;
use hearth_core::domain::lead::{Lead, LeadType, StageKind};
use hearth_core::domain::search::Moment;
use hearth_core::domain::zone::Zone;
use hearth_core::store::leads;
use proptest::prelude::*;

use crate::support::{Desk, at, typed};

fn query(tab: Tab, stage: StageKind) -> ListQuery {
    ListQuery {
        tab,
        stage: Some(stage),
        query: String::new(),
        list: None,
        sort: SortBy::Received,
        descending: false,
        offset: 0,
        limit: 60,
    }
}

fn customers(desk: &Desk, query: ListQuery) -> Vec<String> {
    handlers::list_leads(&desk.app, query).unwrap().rows.into_iter().map(|row| row.customer).collect()
}

fn add(desk: &Desk, customer: &str, change: impl FnOnce(&mut AddLead)) -> LeadDetail {
    let mut request = typed(customer, at("2026-11-20T09:00:00Z"));
    change(&mut request);
    handlers::add_lead(&desk.app, request).unwrap()
}

const RECEIVED: StageKind = StageKind::Received;

#[test]
fn a_lead_stands_in_the_tab_of_its_type_and_in_favorites_by_its_heart() {
    let desk = Desk::new();
    add(&desk, "Inquiry", |_| ());
    let marketing = add(&desk, "Marketing", |r| r.lead_type = LeadType::MarketingQualified);
    add(&desk, "Sales", |r| r.lead_type = LeadType::SalesQualified);
    handlers::set_favorite(&desk.app, SetFavorite { id: marketing.id, favorite: true }).unwrap();
    assert_eq!(customers(&desk, query(Tab::Marketplace, RECEIVED)), ["Inquiry"], "customer inquiries");
    assert_eq!(customers(&desk, query(Tab::Qualified, RECEIVED)), ["Marketing", "Sales"], "both qualified kinds");
    assert_eq!(customers(&desk, query(Tab::Favorites, RECEIVED)), ["Marketing"], "whatever has a heart");
    let counts = desk.state().counts;
    assert_eq!(
        (counts.marketplace.received, counts.qualified.received, counts.favorites.received),
        (1, 2, 1),
        "as counted"
    );
}

#[test]
fn search_finds_two_korean_syllables_inside_a_word_and_typed_on_a_mac() {
    let desk = Desk::new();
    add(&desk, "대한민국물산", |_| ());
    add(&desk, "Fabrikam", |r| r.need = "ÉCOLE".into());
    let found =
        |search: &str| customers(&desk, ListQuery { query: search.into(), ..query(Tab::Marketplace, RECEIVED) });
    assert_eq!(found("민국"), ["대한민국물산"], "in the middle of a word");
    assert_eq!(
        found("\u{1106}\u{1175}\u{11ab}\u{1100}\u{116e}\u{11a8}"),
        ["대한민국물산"],
        "decomposed, as macOS types it"
    );
    assert_eq!(found("école fabri"), ["Fabrikam"], "every word somewhere, capitals aside");
    assert_eq!(found("école 민국"), [] as [&str; 0], "not one word here and one there");
    assert_eq!(found("77% _"), [] as [&str; 0], "nothing in a search is a wildcard");
}

#[test]
fn search_looks_into_customer_contact_deal_notes_and_crm_id() {
    let desk = Desk::new();
    let lead = desk.accept(&desk.add("Fabrikam")).unwrap();
    for search in ["fabrikam", "sue smith", "sue@", "555 0100", "roll-out", "on site", "crm-7"] {
        let query = ListQuery { query: search.into(), ..query(Tab::Marketplace, StageKind::Accepted) };
        assert_eq!(customers(&desk, query).len(), 1, "{search}");
    }
    let counts = handlers::desk_state(&desk.app, DeskStateQuery { query: "crm-7".into() }).unwrap().counts;
    assert_eq!((counts.marketplace.accepted, counts.marketplace.received), (1, 0), "the counts say where the hits are");
    assert_eq!(lead.stage, StageKind::Accepted);
}

#[test]
fn time_left_puts_the_customer_who_waits_shortest_first() {
    let desk = Desk::new();
    add(&desk, "Hot, 72 h", |r| r.requested_contact = true);
    add(&desk, "Respond in 12 h", |r| r.received_at = at("2026-11-06T21:00:00Z"));
    add(&desk, "Respond in 14 d", |_| ());
    let time_left = ListQuery { sort: SortBy::TimeLeft, ..query(Tab::Marketplace, RECEIVED) };
    assert_eq!(
        customers(&desk, time_left.clone()),
        ["Respond in 12 h", "Hot, 72 h", "Respond in 14 d"],
        "by the next deadline"
    );
    desk.set("2026-11-23T09:00:00Z");
    assert_eq!(customers(&desk, time_left)[0], "Respond in 12 h", "a lapsed flame counts by its respond-by again");
}

#[test]
fn values_sort_within_their_currency_and_the_unknown_come_last() {
    let desk = Desk::new();
    for (customer, amount, currency) in
        [("A", "9", "USD"), ("B", "", ""), ("C", "100", "USD"), ("D", "5000", "KRW"), ("E", "70", "KRW")]
    {
        add(&desk, customer, |r| (r.amount, r.currency) = (amount.into(), currency.into()));
    }
    let by_value = ListQuery { sort: SortBy::Value, descending: true, ..query(Tab::Marketplace, RECEIVED) };
    assert_eq!(
        customers(&desk, by_value),
        ["D", "E", "C", "A", "B"],
        "amounts of two currencies cannot be compared offline"
    );
}

#[test]
fn a_lead_is_located_where_it_stands() {
    let desk = Desk::new();
    add(&desk, "First", |r| r.received_at = at("2026-11-18T09:00:00Z"));
    let second = add(&desk, "Second", |_| ());
    let place = |query| handlers::locate_lead(&desk.app, LocateLead { id: second.id, query }).unwrap();
    let here = place(query(Tab::Marketplace, RECEIVED));
    assert_eq!(
        here,
        LeadPlace { id: second.id, stage: RECEIVED, tab: Tab::Marketplace, index: Some(1) },
        "the second line"
    );
    assert_eq!(place(query(Tab::Qualified, RECEIVED)).index, None, "not in another tab");
}

#[test]
fn a_page_is_bounded_and_beyond_the_end_is_empty() {
    let desk = Desk::new();
    desk.add("Fabrikam");
    let page = handlers::list_leads(
        &desk.app,
        ListQuery { offset: u32::MAX, limit: u32::MAX, ..query(Tab::Marketplace, RECEIVED) },
    );
    assert_eq!(page.map(|p| (p.rows.len(), p.total)), Ok((0, 1)), "nothing there, and no overflow");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever is typed, a search is a search: it neither fails nor finds what does not hold every word.
    #[test]
    fn any_search_equals_a_look_at_every_lead(search in "[a-c가-다ㄱㄴ% _'\":-]{0,9}", names in proptest::collection::vec("[a-c가-다 %_']{1,6}", 1..8)) {
        let desk = Desk::new();
        for name in &names {
            // A name of nothing but blanks is refused.
            let _ = handlers::add_lead(&desk.app, typed(name, at("2026-11-20T09:00:00Z")));
        }
        let now = desk.clock_now();
        let read = hearth_core::domain::search::read(&search, Moment { now, zone: Zone::UTC });
        let mut naive = Vec::new();
        let each = |lead: Lead| {
            naive.extend(read.matches(&lead, now).then_some(lead.customer.name));
            Ok(())
        };
        desk.app.read(|connection, _| leads::each(connection, each)).unwrap();
        let asked = ListQuery { query: search, sort: SortBy::RespondBy, ..query(Tab::Marketplace, RECEIVED) };
        prop_assert_eq!(customers(&desk, asked), naive);
    }
}
