//! The index beside a look at every lead; its statements' plans; what an upgrade and a damage do.

use proptest::prelude::*;
use rusqlite::Connection;

use super::*;
use crate::domain::lead::{Contact, Employee, Lead};
use crate::domain::search::{Moment, Test, read};
use crate::domain::testing::{at, lead};
use crate::domain::zone::Zone;
use crate::store::{backup, leads, open};

const NOW: &str = "2026-11-24T09:00:00Z";

struct Desk {
    connection: Connection,
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let connection = open::open_writer(&folder.path().join("hearth.db"), open::BUSY_TIMEOUT, &|_| ()).unwrap();
        Self { connection, folder }
    }

    fn write<T>(&mut self, write: impl FnOnce(&Transaction<'_>) -> Result<T, Error>) -> T {
        let tx = self.connection.transaction().unwrap();
        let result = write(&tx).unwrap();
        tx.commit().unwrap();
        result
    }

    fn stale(&self) -> u32 {
        stale(&self.connection).unwrap()
    }

    /// The leads that `text` finds by the index.
    fn found(&self, text: &str) -> Vec<i64> {
        let query = read(text, Moment { now: at(NOW), zone: Zone::UTC });
        let index = Index::new(&self.connection).unwrap();
        let mut found = match index.matching_all(&query.words).unwrap() {
            Some(found) => found,
            None => {
                let mut all = fixedbitset::FixedBitSet::with_capacity(1 << 13);
                let each = |lead: Lead| {
                    all.insert(usize::try_from(lead.id).unwrap());
                    Ok(())
                };
                leads::each(&self.connection, each).unwrap();
                all
            }
        };
        for filter in query.filters {
            let any = match filter.test {
                Test::Campaign(words) => index.campaign_matching(&words).unwrap(),
                Test::Employee(words) => index.employees_matching(&words).unwrap(),
                _ => continue,
            };
            found.intersect_with(&any);
        }
        found.ones().map(|id| i64::try_from(id).unwrap()).collect()
    }

    /// The same by a look at every lead.
    fn looked_for(&self, text: &str) -> Vec<i64> {
        let query = read(text, Moment { now: at(NOW), zone: Zone::UTC });
        let mut found = Vec::new();
        leads::each(&self.connection, |lead| {
            found.extend(Some(lead.id).filter(|_| query.matches(&lead, at(NOW))));
            Ok(())
        })
        .unwrap();
        found.sort_unstable();
        found
    }
}

fn customer(name: &str) -> Lead {
    lead(name, "2026-11-20T09:00:00Z")
}

#[test]
fn a_lead_is_found_from_its_commit_on_taken_in_or_not() {
    let mut desk = Desk::new();
    let id = desk.write(|tx| leads::insert(tx, &customer("대한민국물산")));
    assert_eq!(desk.found("민국"), [id], "not taken in yet");
    assert!(!desk.write(|tx| merge(tx, BATCH)), "one is not many");
    assert_eq!(
        (desk.found("민국"), desk.found("국물"), desk.found("ㅁㄱ"), desk.found("국")),
        (vec![id], vec![id], vec![id], vec![])
    );
    let before = leads::get(&desk.connection, id).unwrap();
    let mut changed = before.clone();
    changed.customer.name = "Fabrikam".into();
    desk.write(|tx| leads::update(tx, &before, &changed));
    assert_eq!((desk.found("민국"), desk.found("fabri")), (vec![], vec![id]), "changed, and not taken in");
    desk.write(|tx| merge(tx, BATCH));
    assert_eq!((desk.found("민국"), desk.found("fabri")), (vec![], vec![id]), "taken in");
    assert!(!is_behind(&desk.connection).unwrap(), "nothing is left");
    desk.write(|tx| leads::delete(tx, id));
    assert_eq!(desk.found("fabri"), [] as [i64; 0], "gone at once");
    desk.write(|tx| merge(tx, BATCH));
    let left: i64 = desk
        .connection
        .query_row(
            "SELECT (SELECT count(*) FROM search_terms WHERE term < x'80') + (SELECT count(*) FROM search_phones)",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!((left, desk.stale()), (0, 0), "and nothing of it is left in the lists");
}

#[test]
fn what_does_not_change_the_words_costs_the_index_nothing() {
    let mut desk = Desk::new();
    let id = desk.write(|tx| leads::insert(tx, &customer("Fabrikam")));
    desk.write(|tx| merge(tx, BATCH));
    let lead = leads::get(&desk.connection, id).unwrap();
    desk.write(|tx| leads::update(tx, &lead, &Lead { favorite: true, ..lead.clone() }));
    assert!(!is_behind(&desk.connection).unwrap(), "a heart is no word");
}

#[test]
fn many_are_taken_in_by_the_transaction_that_wrote_them() {
    let mut desk = Desk::new();
    desk.write(|tx| {
        (0..700).try_for_each(|number| leads::insert(tx, &customer(&format!("Contoso {number}"))).map(drop))?;
        take_in_many(tx)
    });
    assert!(!is_behind(&desk.connection).unwrap(), "nobody looks at seven hundred leads one by one");
    assert_eq!(desk.found("contoso").len(), 700);
    assert_eq!(desk.found("69"), desk.looked_for("69"), "numbers are words");
    assert_eq!(desk.stale(), 0);
    let prefixes: i64 =
        desk.connection.query_row("SELECT count(*) FROM search_prefixes", [], |row| row.get(0)).unwrap();
    assert!(prefixes >= 7, "a typed 6 need not read a hundred lists: {prefixes}");
}

#[test]
fn words_that_were_made_elsewhere_are_as_good() {
    let mut desk = Desk::new();
    let names = ["Contoso", "대한민국물산", "Contoso 한국", "77번가"];
    // Several times, so that the later ones find lists, and prefixes with lists of their own.
    for round in 0..4_usize {
        desk.write(|tx| {
            let (mut words, mut ids) = (Words::default(), Vec::new());
            for number in 0..300 {
                let lead = customer(&format!("{} {}", names[(number + round) % names.len()], number * 7 % 90));
                words.add(&crate::domain::search::Searched::of(&lead));
                // One of three was no new lead, or is to be taken in later.
                let id = if number % 3 == 1 { 0 } else { leads::insert(tx, &lead)? };
                ids.push(if number % 3 == 2 { 0 } else { super::number(id).unwrap_or_default() });
            }
            take_in(tx, &words.sorted(), &ids, &mut |_, _| Ok(()))
        });
        let pending: i64 =
            desk.connection.query_row("SELECT count(*) FROM search_pending", [], |row| row.get(0)).unwrap();
        assert_eq!(pending, 100 * (round as i64 + 1), "what is to be taken in later is left");
        for text in ["c", "co", "contoso", "7", "77", "민국", "ㅎㄱ", "ㄷ", "한", "contoso 한국", "63"] {
            assert_eq!(desk.found(text), desk.looked_for(text), "{text} in round {round}");
        }
        assert_eq!(desk.stale(), 0, "in round {round}");
    }
    while desk.write(|tx| merge(tx, BATCH)) {}
    assert_eq!((desk.found("7"), desk.stale()), (desk.looked_for("7"), 0), "and taken in in the end");
    let prefixes: i64 =
        desk.connection.query_row("SELECT count(*) FROM search_prefixes", [], |row| row.get(0)).unwrap();
    assert!(prefixes >= 5, "some have lists of their own: {prefixes}");
}

#[test]
fn words_longer_than_terms_are_compared_to_their_end() {
    let mut desk = Desk::new();
    let long = "abcdefghijklmnopqrstuvwxyz";
    let id = desk.write(|tx| {
        leads::insert(tx, &customer("abcdefghijklmnopqrstuvwxyq"))?;
        leads::insert(tx, &customer(&format!("{long}123")))
    });
    desk.write(|tx| merge(tx, BATCH));
    assert_eq!((desk.found(long), desk.found("abcdefghijklmnopqrstuvwx").len()), (vec![id], 2));
}

#[test]
fn an_index_of_other_rules_is_made_anew_at_the_next_start() {
    let mut desk = Desk::new();
    let id = desk.write(|tx| leads::insert(tx, &customer("Fabrikam")));
    desk.write(|tx| {
        settings::save_term_rules(tx, 0)?;
        tx.execute_batch("DELETE FROM search_pending; INSERT INTO search_terms VALUES (x'0161', 0, x'05')")?;
        Ok(())
    });
    assert!(desk.found("fabrikam").is_empty(), "it is not in the lists");
    assert_eq!(desk.stale(), 2, "which a check tells: one that is not found, and one that is and should not be");
    drop(std::mem::replace(&mut desk.connection, Connection::open_in_memory().unwrap()));
    desk.connection = open::open_writer(&desk.folder.path().join("hearth.db"), open::BUSY_TIMEOUT, &|_| ()).unwrap();
    assert_eq!((desk.found("fabrikam"), desk.stale()), (vec![id], 0));
}

#[test]
fn a_backup_has_its_index_with_it() {
    let mut desk = Desk::new();
    desk.write(|tx| leads::insert(tx, &customer("Fabrikam")));
    desk.write(|tx| merge(tx, BATCH));
    let copy = desk.folder.path().join("copy.db");
    backup::copy(&desk.folder.path().join("hearth.db"), &copy).unwrap();
    let copied = Connection::open(&copy).unwrap();
    assert_eq!(
        Index::new(&copied)
            .unwrap()
            .matching_all(&read("fabri", Moment { now: at(NOW), zone: Zone::UTC }).words)
            .unwrap()
            .map(|found| found.count_ones(..)),
        Some(1)
    );
    assert_eq!(backup::check(&copy).unwrap().stale_search, 0);
}

#[test]
fn no_lookup_reads_a_whole_table_or_sorts() {
    let desk = Desk::new();
    for sql in LOOKUPS {
        let mut statement = desk.connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let count = statement.parameter_count();
        let nulls = vec![rusqlite::types::Null; count];
        let plan: Vec<String> = statement
            .query_map(rusqlite::params_from_iter(nulls), |row| row.get("detail"))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        let plan: Vec<&String> =
            plan.iter().filter(|step| !step.starts_with("CO-ROUTINE") && *step != "SCAN (subquery-1)").collect();
        assert!(
            !plan.is_empty()
                && plan.iter().all(|step| step.starts_with("SEARCH") && step.contains("USING PRIMARY KEY")),
            "{sql}: {plan:?}"
        );
    }
    // The digits of all numbers are read through by design, and nothing else of the table.
    let plan: String = desk
        .connection
        .query_row(&format!("EXPLAIN QUERY PLAN {}", phones::SCAN), [], |row| row.get("detail"))
        .unwrap();
    assert_eq!(plan, "SCAN search_phones");
}

/// What happens to a desk in the property test.
#[derive(Clone, Debug)]
enum Step {
    Add(Vec<Lead>),
    Change(prop::sample::Index, Box<Lead>),
    MergeAway(prop::sample::Index, bool),
    Delete(prop::sample::Index),
    TakeIn(u32),
}

fn text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        "[a-c]{1,5}",
        "[가-깋나-니대한민국]{1,5}",
        "대한민국|한국|민국|국민|대민",
        "[ㄱㄴㅁ]{1,2}|é|e\u{301}|Ａ",
        "[a-c]{22,27}",
        "[0-9]{1,4}"
    ];
    prop::collection::vec(word, 0..4).prop_map(|words| words.join(" "))
}

fn phone() -> impl Strategy<Value = Option<String>> {
    let number = prop_oneof![
        "010-[0-3]{4}-[0-3]{4}",
        "\\+82 10 [0-3]{4} [0-3]{4}",
        "\\(425\\) 555-01[0-3]{2}",
        "[0-3]{2,9}( ext 1)?",
        "０１０ ０１２３ ０１２３"
    ];
    prop::option::of(number)
}

fn some_lead() -> impl Strategy<Value = Lead> {
    let contact = (text(), prop::option::of("[a-c]{1,3}@[a-c]{1,3}\\.example"), phone());
    let texts = (
        text(),
        text(),
        prop::option::of(text()),
        prop::option::of(text()),
        prop::option::of("(spring|봄|sale)-[0-9]{1,2}"),
    );
    let employees = prop::collection::vec("Robin|민지|Baker 김", 0..2);
    (texts, prop::collection::vec(contact, 0..3), employees, prop::option::of("KR|US|한국")).prop_map(
        |(texts, contacts, employees, country)| {
            let mut lead = customer(&texts.0);
            lead.need.text = texts.1;
            lead.deal.name = texts.2;
            lead.deal.notes = texts.3;
            lead.deal.campaign_id = texts.4;
            lead.customer.country = country;
            lead.contacts = contacts
                .into_iter()
                .map(|(name, email, phone)| Contact { name, email, phone, ..Contact::default() })
                .collect();
            lead.employees = employees.into_iter().map(|name| Employee { name, ..Employee::default() }).collect();
            lead
        },
    )
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => prop::collection::vec(some_lead(), 1..6).prop_map(Step::Add),
        4 => (any::<prop::sample::Index>(), some_lead()).prop_map(|(which, lead)| Step::Change(which, Box::new(lead))),
        1 => (any::<prop::sample::Index>(), any::<bool>()).prop_map(|(which, away)| Step::MergeAway(which, away)),
        1 => any::<prop::sample::Index>().prop_map(Step::Delete),
        3 => prop_oneof![Just(1), Just(3), Just(BATCH)].prop_map(Step::TakeIn),
    ]
}

fn query() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        6 => "[a-c]{1,3}|[가-깋나-니대한민국]{1,3}|민구|대한ㅁ|민ㄱ|[ㄱㄴㄷㅎㅁ]{1,3}|e\u{301}|ａ",
        2 => "[a-c]{23,26}",
        3 => "[0-3]{1,5}|010-[0-3]{4}|\\+82 10 [0-3]{2,4}|0[0-3]{2}",
        2 => "campaign:(spr|봄|sale|ㅂ|[0-9])|담당:(민지|지|rob|ㅁㅈ)",
    ];
    (prop::collection::vec(part, 1..3), any::<bool>(), any::<bool>()).prop_map(|(parts, closed, apart)| {
        use unicode_normalization::UnicodeNormalization as _;
        let text = parts.join(" ") + if closed { " " } else { "" };
        if apart { text.nfd().collect() } else { text }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_index_finds_what_a_look_at_every_lead_finds(
        steps in prop::collection::vec(step(), 1..14),
        queries in prop::collection::vec(query(), 24),
    ) {
        let mut desk = Desk::new();
        let mut there: Vec<i64> = Vec::new();
        for step in steps {
            match step {
                Step::Add(all) => for lead in all {
                    there.push(desk.write(|tx| leads::insert(tx, &lead)));
                },
                Step::TakeIn(most) => {
                    desk.write(|tx| merge(tx, most));
                }
                _ if there.is_empty() => {}
                Step::Change(which, lead) => {
                    let before = leads::get(&desk.connection, *which.get(&there)).unwrap();
                    let (id, revision, merged_into) = (before.id, before.revision, before.merged_into);
                    desk.write(|tx| leads::update(tx, &before, &Lead { id, revision, merged_into, ..*lead }));
                }
                Step::MergeAway(which, away) => {
                    let before = leads::get(&desk.connection, *which.get(&there)).unwrap();
                    let mut lead = before.clone();
                    let into = there.iter().copied().find(|id| *id != lead.id).filter(|_| away);
                    lead.merged_into = into;
                    desk.write(|tx| leads::update(tx, &before, &lead));
                }
                Step::Delete(which) => {
                    let id = there.swap_remove(which.index(there.len()));
                    desk.write(|tx| {
                        tx.execute("UPDATE leads SET merged_into = NULL WHERE merged_into = ?1", [id])?;
                        leads::delete(tx, id)
                    });
                }
            }
            prop_assert_eq!(desk.stale(), 0, "the lists and what is pending say what the leads say");
        }
        for query in &queries {
            let asked = query.as_str();
            prop_assert_eq!(desk.found(asked), desk.looked_for(asked), "{}", asked);
        }
        desk.write(|tx| { while merge(tx, 2)? {} Ok(()) });
        prop_assert_eq!(desk.stale(), 0);
        for query in &queries {
            let asked = query.as_str();
            prop_assert_eq!(desk.found(asked), desk.looked_for(asked), "taken in: {}", asked);
        }
    }
}

#[test]
fn a_lead_of_a_huge_number_is_refused_before_it_takes_the_memory() {
    let mut desk = Desk::new();
    let id = desk.write(|tx| leads::insert(tx, &lead("Fabrikam", "2026-11-20T09:00:00Z")));
    for number in [1_i64 << 28, 1 << 40, i64::MAX] {
        desk.write(|tx| Ok(tx.execute("UPDATE leads SET id = ?1 WHERE customer = 'Fabrikam'", [number])?));
        let refused = Index::new(&desk.connection).map(drop);
        assert!(matches!(refused, Err(Error::Corrupt { .. })), "{number} is somebody else's doing");
    }
    desk.write(|tx| Ok(tx.execute("UPDATE leads SET id = ?1 WHERE customer = 'Fabrikam'", [id])?));
    assert_eq!(desk.found("fabrikam"), vec![id], "what Hearth itself has numbered is found");
}
