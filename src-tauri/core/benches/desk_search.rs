//! Searches in a desk of many leads: from the typed text to the complete set of leads and their number. The rows are not read here.
//!
//! A module of the bench that has made the desk from `exchange_leads`; see there which words how many leads have.

use std::time::Instant;

use hearth_core::domain::search::{Moment, read};
use hearth_core::domain::time::Timestamp;
use hearth_core::domain::zone::Zone;
use hearth_core::store::search::Index;
use rusqlite::Connection;

/// A search, and what is typed for it: one of each is asked in turn.
pub struct Search {
    pub name: &'static str,
    pub what: &'static str,
    typed: &'static [&'static str],
}

pub const SEARCHES: [Search; 8] = [
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

/// How long each of a search's texts took, in milliseconds, `rounds` times, and how many leads were found in all of them.
pub fn samples(connection: &Connection, search: &Search, rounds: usize) -> (Vec<f64>, usize) {
    let moment = Moment { now: Timestamp::from_millis(1_795_194_000_000), zone: Zone::UTC };
    let mut samples = Vec::new();
    let mut found = 0;
    for _ in 0..rounds {
        for typed in search.typed {
            let begin = Instant::now();
            let tx = connection.unchecked_transaction().expect("a reading transaction");
            let words = read(typed, moment).words;
            let all = Index::new(&tx).and_then(|index| index.matching_all(&words)).expect("an index");
            found += all.map_or(0, |all| all.count_ones(..));
            tx.finish().expect("nothing was written");
            samples.push(begin.elapsed().as_secs_f64() * 1000.0);
        }
    }
    (samples, found / rounds.max(1))
}
