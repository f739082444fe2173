//! Finding leads: by words as one types, by the filters of the grammar, their chips and the filter menu, and what is said
//! where nothing is found. In both languages.

use serde_json::{Value, json};

use crate::desk::{Desk, Setup};
use crate::files::{Referral, hot, lead};
use crate::window::{Window, keys};

const DELETE: &str = "\u{e017}";
const SHIFT: &str = "\u{e008}";
const UP: &str = "\u{e013}";

const KOREA: &str = "대한민국상사";
const CONTOSO: &str = "Contoso Pharmaceuticals";
const FABRIKAM: &str = "Fabrikam";
const NORTHWIND: &str = "Northwind Traders";

pub(super) fn some() -> Vec<Referral> {
    vec![
        hot(FABRIKAM, "2026-11-20T09:00:30Z").value(9_000.0, "USD"),
        lead(CONTOSO, "2026-11-18T09:00:30Z").value(90_000.0, "USD").contact(
            "Priya",
            "Raman",
            "priya@contoso.example",
            "+1 425 555 0178",
        ),
        lead(KOREA, "2026-11-21T09:00:30Z")
            .value(85_000_000.0, "KRW")
            .contact("서연", "김", "seoyeon@daehan.example", "032-555-0123")
            .address("인천", "KR"),
        lead(NORTHWIND, "2026-11-19T09:00:30Z").qualified(),
    ]
}

/// What the window calls things in one of its languages.
pub(super) struct Words {
    pub(super) locale: &'static str,
    pub(super) search: &'static str,
    clear: &'static str,
    marketplace: &'static str,
    qualified: &'static str,
    nothing_here: &'static str,
    elsewhere: &'static str,
    nothing_anywhere: &'static str,
    /// The chips of `country:KR value:>10000 is:unanswered`.
    chips: [&'static str; 3],
    remove: &'static str,
    no_such_filter: &'static str,
    mended: &'static str,
    not_a_number: &'static str,
    unanswered_yes: &'static str,
    south_korea: &'static str,
}

pub(super) const ENGLISH: Words = Words {
    locale: "en_US.UTF-8",
    search: "Search all leads",
    clear: "Clear the search",
    marketplace: "Marketplace leads",
    qualified: "Qualified leads",
    nothing_here: "Nothing found in this list",
    elsewhere: "1 in Qualified leads, Received",
    nothing_anywhere: "No lead matches. The search looks at customer, contacts, e-mail, phone",
    chips: ["Country: South Korea", "Value over 10,000", "Unanswered"],
    remove: "Remove the filter: ",
    no_such_filter: "There is no filter “countri”. Did you mean “country”?",
    mended: "Use “country”",
    not_a_number: "Value: “lots” is not a number.",
    unanswered_yes: "Unanswered: Yes",
    south_korea: "South Korea",
};

pub(super) const KOREAN: Words = Words {
    locale: "ko_KR.UTF-8",
    search: "모든 잠재 고객 검색",
    clear: "검색 지우기",
    marketplace: "Marketplace 잠재 고객",
    qualified: "적격 잠재 고객",
    nothing_here: "이 목록에는 검색 결과가 없습니다",
    elsewhere: "적격 잠재 고객, 받음 1건",
    nothing_anywhere: "일치하는 잠재 고객이 없습니다. 고객, 연락처, 이메일, 전화",
    chips: ["국가: 대한민국", "금액 10,000 초과", "미응답"],
    remove: "조건 제거: ",
    no_such_filter: "“countri” 필터는 없습니다. “country” 필터를 찾으셨나요?",
    mended: "“country” 사용",
    not_a_number: "금액: “lots”은(는) 숫자가 아닙니다.",
    unanswered_yes: "미응답: 예",
    south_korea: "대한민국",
};

impl Words {
    pub(super) fn desk(&self, leads: &[Referral]) -> Desk {
        Setup { language: self.locale, ..Setup::default() }.with_leads(leads)
    }
}

fn texts(window: &Window, script: &str) -> Vec<String> {
    let found = window.run(script, json!([])).unwrap_or_default();
    found.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Waits until the search box holds exactly this.
pub(super) fn until_asked(window: &Window, text: &str) {
    let script = "return document.querySelector('[role=search] input')?.value === arguments[0]";
    window.until(&format!("the search box holds {text:?}"), script, json!([text]));
}

fn until_chips(window: &Window, chips: &[&str]) {
    let script = "return [...document.querySelectorAll('.chip:not(.problem) .words')].map((chip) => chip.innerText)";
    window.until_found(&format!("the chips {chips:?}"), || (texts(window, script) == chips).then_some(()));
}

/// Waits until exactly these pieces of the rows are marked.
fn until_marked(window: &Window, pieces: &[&str]) {
    let script = "return [...document.querySelectorAll('[role=grid] [role=row] mark')].map((mark) => mark.textContent)";
    window.until_found(&format!("the marks {pieces:?}"), || (texts(window, script) == pieces).then_some(()));
}

fn words_find(words: &Words) {
    let desk = words.desk(&some());
    let window = desk.window();
    // Each beside the lead that it finds and what of it is marked; one after the other finds another lead, so that none is
    // taken for found by the answer before.
    let searches: [(&str, &str, &[&str]); 10] = [
        ("conto", CONTOSO, &["Conto"]),
        ("민국", KOREA, &["민국"]),
        ("pharma CON", CONTOSO, &["Con", "Pharma"]),
        ("\u{1106}\u{1175}\u{11ab}\u{1100}\u{116e}\u{11a8}", KOREA, &["민국"]),
        ("raman", CONTOSO, &["Raman"]),
        ("ㄷㅎㅁㄱ", KOREA, &["대한민국"]),
        ("5550178", CONTOSO, &["555 0178"]),
        ("대한ㅁ", KOREA, &["대한민"]),
        ("contoso 425.555", CONTOSO, &["Contoso"]),
        ("(032)555-01", KOREA, &["032-555-01"]),
    ];
    for (typed, customer, marked) in searches {
        window.fill(words.search, typed);
        window.until_listed(&[customer]);
        if typed.starts_with("contoso ") {
            continue;
        }
        until_marked(&window, marked);
    }
    window.fill(words.search, "ㄷㅎㅁㄱ");
    window.until_listed(&[KOREA]);
    window.must_be_accessible("a search with marks");
}

fn nothing_found(words: &Words) {
    let desk = words.desk(&some());
    let window = desk.window();
    window.until_count(words.marketplace, "3");
    window.fill(words.search, "north");
    window.until_says(words.nothing_here);
    window.until_count(words.marketplace, "0");
    window.until_count(words.qualified, "1");
    window.must_be_accessible("a search that finds elsewhere");
    window.button(words.elsewhere);
    window.until_listed(&[NORTHWIND]);
    window.fill(words.search, "zzz");
    window.until_says(words.nothing_anywhere);
    window.must_be_accessible("a search that finds nothing");
    window.click_on("the way out", || {
        let script = "return [...document.querySelectorAll('[role=tabpanel] button')].find((b) => b.innerText === arguments[0]) ?? null";
        window.element("the way out of an empty list", script, json!([words.clear]))
    });
    until_asked(&window, "");
    window.until_listed(&[NORTHWIND]);
    window.until_count(words.marketplace, "3");
}

fn filters_typed(words: &Words) {
    let desk = words.desk(&some());
    let window = desk.window();
    window.fill(words.search, "country:KR value:>10000 is:unanswered");
    window.until_listed(&[KOREA]);
    until_chips(&window, &words.chips);
    window.must_be_accessible("chips");
    window.button(&format!("{}{}", words.remove, words.chips[0]));
    until_asked(&window, "value:>10000 is:unanswered");
    until_chips(&window, &words.chips[1..]);
    let focused = "return __page.name(document.activeElement) === arguments[0]";
    let next = format!("{}{}", words.remove, words.chips[1]);
    window.until("the keyboard is at the next chip", focused, json!([next]));
    window.press(DELETE);
    until_asked(&window, "is:unanswered");
    window.until_count(words.marketplace, "3");

    // Korean names of the same grammar, whatever language the window speaks.
    window.fill(words.search, "국가:KR 금액:>10000 상태:미응답");
    window.until_listed(&[KOREA]);
    until_chips(&window, &words.chips);

    window.fill(words.search, "countri:KR");
    window.until_says(words.no_such_filter);
    window.until_count(words.marketplace, "3");
    window.must_be_accessible("a mistake");
    window.button(words.mended);
    until_asked(&window, "country:KR");
    window.until_listed(&[KOREA]);
    window.fill(words.search, "value:lots");
    window.until_says(words.not_a_number);
}

fn filters_chosen(words: &Words) {
    let desk = words.desk(&some());
    let window = desk.window();
    window.open_row(FABRIKAM);
    window.press_with(SHIFT, "F");
    window.find_css(".popover .filters");
    window.tab_to(words.unanswered_yes);
    window.press(keys::SPACE);
    until_asked(&window, "is:unanswered");
    // Back to the fields, and up from the last one to the country.
    window.press_with(SHIFT, keys::TAB);
    let in_fields = "return document.activeElement?.matches('.fields [role=tab][aria-selected=true]')";
    for _ in 0..20 {
        if window.run(in_fields, json!([])).is_ok_and(|there| there == true) {
            break;
        }
        window.press_with(SHIFT, keys::TAB);
    }
    window.press(keys::END);
    window.press(UP);
    window.press(UP);
    window.tab_to(words.south_korea);
    window.press(keys::SPACE);
    until_asked(&window, "is:unanswered country:KR");
    window.until_listed(&[KOREA]);
    window.must_be_accessible("the filter menu");
    window.press(keys::ESCAPE);
    let back = "return !document.querySelector('.popover') && document.activeElement?.matches('.filter-button')";
    window.until("the keyboard is back at the button", back, json!([]));
    until_chips(&window, &[words.chips[2], words.chips[0]]);
}

#[test]
fn words_syllables_initials_and_phones_are_found_as_one_types_and_marked() {
    words_find(&ENGLISH);
}

#[test]
fn words_are_found_and_marked_at_a_korean_desk() {
    words_find(&KOREAN);
}

#[test]
fn where_nothing_is_found_it_is_said_where_else_and_how_to_get_out() {
    nothing_found(&ENGLISH);
    nothing_found(&KOREAN);
}

#[test]
fn filters_are_typed_shown_as_chips_and_mended() {
    filters_typed(&ENGLISH);
}

#[test]
fn filters_are_typed_shown_as_chips_and_mended_in_korean() {
    filters_typed(&KOREAN);
}

#[test]
fn the_filter_menu_writes_by_keyboard_what_could_be_typed() {
    filters_chosen(&ENGLISH);
    filters_chosen(&KOREAN);
}
