//! Searches in a desk of many leads. Which words how many leads have is said in `exchange_leads`.

use hearth_core::api::*;
use hearth_core::app::App;

use crate::{LIMIT, print, time};

/// A search, and what is typed for it: one of each is asked in turn.
struct Search {
    name: &'static str,
    what: &'static str,
    typed: &'static [&'static str],
}

const SEARCHES: [Search; 8] = [
    Search {
        name: "search_en",
        what: "the beginning of an English word",
        typed: &["northw", "migr", "complian", "p", "pers", "person123", "comp", "company33", "north 99", "ware"],
    },
    Search {
        name: "search_ko2",
        what: "two syllables",
        typed: &["라우", "우드", "니다", "온누", "누리", "상사", "민지", "서울"],
    },
    Search {
        name: "search_ko4",
        what: "four syllables",
        typed: &["클라우드", "라우드로", "필요합니", "요합니다", "온누리상", "누리상사"],
    },
    Search {
        name: "search_cho",
        what: "initial consonants",
        typed: &["ㅋㄹㅇㄷ", "ㅎㄴㄷ", "ㅇㄴㄹㅅㅅ", "ㅁㅈ", "ㄱ", "ㅂ"],
    },
    Search {
        name: "search_phone",
        what: "a part of a phone number",
        typed: &["0143", "555", "425-2", "02-1234", "+82 2 1", "4252345678"],
    },
    Search {
        name: "search_common",
        what: "a word of one in ten leads and more",
        typed: &["devices", "northwind", "a", "서버를", "crm"],
    },
    Search {
        name: "search_many_words",
        what: "five words",
        typed: &["northwind migration robin ware 1", "한빛 클라우드 민지 백업 서울"],
    },
    Search { name: "search_none", what: "a word that no lead has", typed: &["zzz", "쀍쀍", "99999999"] },
];

/// Each search as the list asks it, `rounds` times: the first 60 rows of all leads, their hits marked, and how many there are.
///
/// One after the other, so that no answer is remembered when its turn comes again.
pub fn measure(of: &str, app: &App, rounds: usize) {
    let mut took = vec![Vec::new(); SEARCHES.len()];
    let mut found = vec![0; SEARCHES.len()];
    for _ in 0..rounds {
        for (at, search) in SEARCHES.iter().enumerate() {
            for typed in search.typed {
                let asked = ListQuery {
                    tab: Tab::All,
                    stage: None,
                    query: (*typed).to_owned(),
                    sort: SortBy::Received,
                    descending: true,
                    offset: 0,
                    limit: LIMIT,
                    list: None,
                };
                took[at].push(time(|| {
                    let page = handlers::list_leads(app, asked).expect("a page");
                    found[at] += page.total as usize;
                    page.total
                }));
            }
        }
    }
    for ((search, samples), found) in SEARCHES.iter().zip(&took).zip(found) {
        let each = found / (rounds * search.typed.len());
        let note = format!(
            "{}: the first 60 rows with their hits, and how many there are; {each} leads on average",
            search.what
        );
        print(&format!("{}{of}", search.name), "ms", samples, &[], &note);
    }
}
