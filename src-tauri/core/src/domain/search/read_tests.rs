use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;
use crate::domain::lead::{LeadType, StageKind};
use crate::domain::testing::at;
use crate::domain::zone::Zone;

fn moment() -> Moment {
    Moment { now: at("2026-11-24T09:00:30Z"), zone: Zone::UTC }
}

fn asked(text: &str) -> Query {
    read(text, moment())
}

fn texts(query: &Query) -> Vec<(&str, bool)> {
    query.words.iter().map(|word| (word.text.as_str(), word.open)).collect()
}

fn problem(text: &str) -> Option<Problem> {
    asked(text).parts.into_iter().find_map(|part| part.problem)
}

#[test]
fn words_and_filters_are_told_apart() {
    let query = asked("country:KR value:>10000 -is:contacted Spring");
    assert_eq!(texts(&query), [("spring", true)], "the word, still being typed");
    assert_eq!(
        query.filters,
        [
            Filter { not: false, test: Test::Country(vec!["kr".into()]) },
            Filter { not: false, test: Test::Value(Range { from: Some(Amount(100_000_001)), until: None }) },
            Filter { not: true, test: Test::Is(vec![Flag::Contacted]) },
        ]
    );
    let parts: Vec<_> =
        query.parts.iter().map(|part| (part.from, part.until, part.field, part.not, part.value.as_str())).collect();
    assert_eq!(
        parts,
        [
            (0, 10, Some(Field::Country), false, "KR"),
            (11, 23, Some(Field::Value), false, ">10000"),
            (24, 37, Some(Field::Is), true, "contacted"),
            (38, 44, None, false, "Spring"),
        ]
    );
}

#[test]
fn places_count_utf16_units_also_on_a_mac() {
    let query = asked("🎉 국가:KR x");
    assert_eq!((query.parts[1].from, query.parts[1].until), (3, 8), "an emoji is two units");
    let decomposed: String = "국가:KR 단계:접수".nfd().collect();
    let query = asked(&decomposed);
    assert_eq!(query.parts[0].until, 8, "three letters, two letters, the colon and the code");
    assert_eq!(query.filters.len(), 2, "understood all the same");
}

#[test]
fn values_are_alternatives_and_quotes_hold_blanks_together() {
    let stages = |text: &str| asked(text).filters.into_iter().map(|filter| filter.test).collect::<Vec<_>>();
    assert_eq!(stages("stage:received,accepted"), [Test::Stage(vec![StageKind::Received, StageKind::Accepted])]);
    assert_eq!(stages("단계:접수，보관"), [Test::Stage(vec![StageKind::Received, StageKind::Archived])], "in Korean");
    assert_eq!(
        stages("type:qualified"),
        [Test::Type(vec![LeadType::MarketingQualified, LeadType::SalesQualified])],
        "both kinds"
    );
    let query = asked("campaign:\"Spring Sale\",autumn");
    let word = |text: &str, open| Word { text: text.into(), open, groups: Vec::new() };
    assert_eq!(
        query.filters[0].test,
        Test::Campaign(vec![vec![word("spring", false), word("sale", false)], vec![word("autumn", true)]])
    );
    assert_eq!(texts(&asked("\"not a:field\"")), [("not", false), ("a", false), ("field", false)], "quoted");
    assert_eq!(
        stages("outcome:\"Closed elsewhere\""),
        [Test::Outcome(vec![Outcome::Other("Closed elsewhere".into())])],
        "another source's own word"
    );
}

#[test]
fn what_may_be_empty_can_be_asked_for() {
    assert_eq!(asked("campaign:none").filters[0].test, Test::Without(Field::Campaign));
    assert_eq!(asked("-금액:있음").filters[0], Filter { not: true, test: Test::With(Field::Value) });
    assert!(matches!(problem("stage:none"), Some(Problem::UnknownValue { .. })), "a lead always has a stage");
}

#[test]
fn what_is_not_understood_says_why_and_asks_nothing() {
    let unknown =
        |known: &[&str]| Some(Problem::UnknownValue { known: known.iter().map(|k| (*k).to_owned()).collect() });
    let cases = [
        ("contry:KR", Some(Problem::UnknownField { nearest: Some("country".into()) })),
        ("zzzz:KR", Some(Problem::UnknownField { nearest: None })),
        ("country:", Some(Problem::NoValue)),
        ("country:,", Some(Problem::NoValue)),
        ("stage:open", unknown(&["received", "accepted", "archived"])),
        ("단계:열림", unknown(&["받음", "수락됨", "보관됨"])),
        ("value:>lots", Some(Problem::NotANumber)),
        ("value:20..10", Some(Problem::EmptyRange)),
        ("received:soon", Some(Problem::NotADate)),
        ("currency:dollar", unknown(&["USD", "EUR", "KRW", "JPY", "GBP"])),
        ("http://contoso.example", None),
        ("12:30", None),
        ("Re-", None),
    ];
    for (text, expected) in cases {
        assert_eq!(problem(text), expected, "{text}");
        assert!(asked(text).filters.is_empty(), "{text} asks nothing");
    }
    assert!(asked("contry:KR").has_problems() && !asked("fabrikam").has_problems());
}

#[test]
fn a_word_is_open_until_something_follows() {
    assert_eq!(texts(&asked("대한 민구")), [("대한", false), ("민구", true)]);
    assert_eq!(texts(&asked("민구 ")), [("민구", false)], "a blank");
    assert_eq!(texts(&asked("민구,")), [("민구", false)], "or a sign");
    assert_eq!(texts(&asked("\"민구\"")), [("민구", false)], "or the end of a quotation");
    let decomposed: String = "민구".nfd().collect();
    assert_eq!(texts(&asked(&decomposed)), [("민구", true)], "as macOS types it");
}

#[test]
fn numbers_that_stand_together_may_be_one() {
    let groups = |text: &str| asked(text).words.into_iter().map(|word| (word.text, word.groups)).collect::<Vec<_>>();
    let one =
        |text: &str, groups: &[&str]| (text.to_owned(), groups.iter().map(|g| (*g).to_owned()).collect::<Vec<_>>());
    assert_eq!(groups("+82 10-1234 5679"), [one("821012345679", &["82", "10", "1234", "5679"])]);
    assert_eq!(groups("kim 555 0143 lee"), [one("kim", &[]), one("5550143", &["555", "0143"]), one("lee", &[])]);
    assert_eq!(groups("2026"), [one("2026", &[])], "one alone is a word");
    assert_eq!(groups("1 2"), [one("1", &[]), one("2", &[])], "too short for a phone number");
}

#[test]
fn a_huge_text_is_looked_at_in_part() {
    let many = asked(&"a ".repeat(40));
    assert_eq!((many.words.len(), many.parts.len()), (32, 33), "and the rest is told to be too much");
    assert_eq!(many.parts[32].problem, Some(Problem::TooMany));
    assert_eq!((many.parts[32].from, many.parts[32].until), (64, 80));
    let long = asked(&"a".repeat(1_000_000));
    assert_eq!((long.words.len(), long.has_problems()), (0, true), "no field holds such a word");
    assert!(asked(&"a.".repeat(900)).words.len() <= 32, "words in one part count as well");
}

proptest! {
    #[test]
    fn any_text_is_read_and_the_same_in_both_normal_forms(text in "([a-z가-각ㄱ0-9:,<>.\"é -]|is:|국가:|value:|\\PC){0,30}") {
        let query = asked(&text);
        let (composed, decomposed): (String, String) = (text.nfc().collect(), text.nfd().collect());
        let (composed, decomposed) = (asked(&composed), asked(&decomposed));
        prop_assert_eq!(&composed.words, &decomposed.words);
        prop_assert_eq!(composed.filters.len(), decomposed.filters.len());
        let end = u32::try_from(text.encode_utf16().count()).unwrap();
        let mut at = 0;
        for part in &query.parts {
            prop_assert!(at <= part.from && part.from < part.until && part.until <= end, "{part:?}");
            at = part.until;
        }
    }
}
