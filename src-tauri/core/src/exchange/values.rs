//! What both readers share: texts with their limits, instants, amounts, and Partner Center's words for a stage.
//!
//! Everything here takes one value and the name of its key or column, so that a refusal can point at it.

use chrono::Datelike;

use super::report::{RefusedReason, RefusedRow};
use crate::domain::lead::{LeadType, Outcome, Stage, StageKind};
use crate::domain::money::{Currency, Money};
use crate::domain::text::{MAX_LINE, clean, cleaned};
use crate::domain::time::Timestamp;

/// The longest notes or need that are taken from a file, in characters.
pub(super) const MAX_IMPORTED_NOTES: usize = 1_048_576;
/// The most digits before the point that an amount is looked at with; more is beyond every amount that can be kept.
const MAX_WHOLE_DIGITS: usize = 15;
/// How much of a value at fault is shown.
const SHOWN: usize = 80;

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub column: Option<String>,
    pub value: Option<String>,
    pub reason: RefusedReason,
}

impl Fault {
    pub fn new(reason: RefusedReason) -> Self {
        Self { column: None, value: None, reason }
    }

    pub fn at(reason: RefusedReason, column: &str, value: Option<&str>) -> Self {
        let value = value.map(|v| clean(&v.chars().take(SHOWN).collect::<String>()));
        Self { column: Some(column.to_owned()), value, reason }
    }

    pub fn in_row(self, row: u32) -> RefusedRow {
        RefusedRow { row, column: self.column, value: self.value, reason: self.reason }
    }
}

/// A text of one line: entities decoded, line breaks and tabs as spaces. An empty one is none.
pub(super) fn line(text: &str, key: &str) -> Result<Option<String>, Fault> {
    id(&decoded(text), key)
}

/// As [`line()`], but verbatim: in an id, an address or a number `&amp;` is no entity.
pub(super) fn id(text: &str, key: &str) -> Result<Option<String>, Fault> {
    let mut text = clean(text);
    if text.contains(['\n', '\t']) {
        text = text.replace(['\n', '\t'], " ");
    }
    limited(Some(text).filter(|t| !t.is_empty()), MAX_LINE, key)
}

/// A text of several lines. An empty one is none.
pub(super) fn notes(text: &str, key: &str) -> Result<Option<String>, Fault> {
    limited(cleaned(&decoded(text)), MAX_IMPORTED_NOTES, key)
}

/// As [`notes`], without entities.
pub(super) fn verbatim_notes(text: &str, key: &str) -> Result<Option<String>, Fault> {
    limited(cleaned(text), MAX_IMPORTED_NOTES, key)
}

/// Partner Center writes some texts as HTML would (`Oil &amp; Gas`). Tags are text and stay. Source: domain.md 1.8.
fn decoded(text: &str) -> std::borrow::Cow<'_, str> {
    html_escape::decode_html_entities(text)
}

fn limited(text: Option<String>, limit: usize, key: &str) -> Result<Option<String>, Fault> {
    match text {
        Some(text) if text.len() > limit && text.chars().count() > limit => {
            Err(Fault::at(RefusedReason::TooLong, key, Some(&text)))
        }
        text => Ok(text),
    }
}

/// An instant of the source, held to what can be one: a year from 1900 to 2999. The year 1 is .NET's "never".
pub(super) fn instant(text: &str, key: &str) -> Result<Option<Timestamp>, Fault> {
    let bad = || Fault::at(RefusedReason::BadDate, key, Some(text));
    if text.trim().is_empty() {
        return Ok(None);
    }
    possible(Timestamp::parse(text).ok_or_else(bad)?, text, key)
}

/// As [`instant`], of `text` that was read as `at`.
pub(super) fn possible(at: Timestamp, text: &str, key: &str) -> Result<Option<Timestamp>, Fault> {
    match at.utc().year() {
        0..=1 => Ok(None),
        1900..3000 => Ok(Some(at)),
        _ => Err(Fault::at(RefusedReason::BadDate, key, Some(text))),
    }
}

/// An amount with its currency. No amount is no value; an amount other than zero without a currency is a fault.
pub(super) fn money(
    (amount_key, amount): (&str, Option<&str>),
    (currency_key, currency): (&str, Option<&str>),
) -> Result<Option<Money>, Fault> {
    let Some(amount) = amount.map(str::trim).filter(|a| !a.is_empty()) else { return Ok(None) };
    let bad_amount = || Fault::at(RefusedReason::BadAmount, amount_key, Some(amount));
    let whole = amount.split('.').next().unwrap_or_default();
    if whole.bytes().filter(u8::is_ascii_digit).count() > MAX_WHOLE_DIGITS {
        return Err(bad_amount());
    }
    match currency.and_then(Currency::parse) {
        Some(currency) => Money::parse_rounding(amount, currency).map(Some).map_err(|_| bad_amount()),
        None if amount.chars().all(|c| matches!(c, '0' | '.' | ',')) => Ok(None),
        None => Err(Fault::at(RefusedReason::BadCurrency, currency_key, currency)),
    }
}

/// The type of a referral from its words, or `None` for a co-sell opportunity. Source: domain.md, "Which tab".
///
/// A word that is missing is read as that of a customer inquiry. `told_by_partner` is whether another partner than
/// Microsoft invited us.
pub(super) fn lead_type(
    (type_key, referral_type): (&str, Option<&str>),
    (qualification_key, qualification): (&str, Option<&str>),
    direction: Option<&str>,
    told_by_partner: bool,
) -> Result<Option<LeadType>, Fault> {
    if direction.is_some_and(|d| d.trim().eq_ignore_ascii_case("outgoing")) {
        return Ok(None);
    }
    match known_word(referral_type).as_deref() {
        None | Some("independent") => {}
        Some("shared") => return Ok(None),
        Some(_) => return Err(Fault::at(RefusedReason::UnknownType, type_key, referral_type)),
    }
    match known_word(qualification).as_deref() {
        Some("direct") => Ok(Some(LeadType::CustomerInquiry)),
        None if told_by_partner && word(qualification).is_some() => Ok(None),
        None => Ok(Some(LeadType::CustomerInquiry)),
        Some("marketingqualified") => Ok(Some(LeadType::MarketingQualified)),
        Some("salesqualified") => Ok(Some(LeadType::SalesQualified)),
        Some(_) => Err(Fault::at(RefusedReason::UnknownType, qualification_key, qualification)),
    }
}

/// The stage that the source's two words mean. Source: domain.md 1.5.
///
/// A status that Hearth does not know is decided by a sub-status that it does know; `None` when neither helps.
pub(super) fn stage_kind(status: Option<&str>, substatus: Option<&str>) -> Option<StageKind> {
    match known_word(status).as_deref() {
        Some("new") => return Some(StageKind::Received),
        Some("active") => return Some(StageKind::Accepted),
        Some("closed") => return Some(StageKind::Archived),
        _ => {}
    }
    // Reports know one status only, in the words of the sub-status.
    [substatus, status].into_iter().find_map(|text| match known_word(text)?.as_str() {
        "pending" | "received" => Some(StageKind::Received),
        "accepted" => Some(StageKind::Accepted),
        "won" | "lost" | "declined" | "expired" | "error" => Some(StageKind::Archived),
        _ => None,
    })
}

/// How an archived lead ended, in the most precise word that the source has.
pub(super) fn outcome(status: Option<&str>, substatus: Option<&str>) -> Outcome {
    let told = [substatus, status].into_iter().flatten().find(|text| known_word(Some(text)).is_some());
    Outcome::parse(&clean(told.unwrap_or_default()))
}

/// Where the notes of a lead belong: before it is accepted they are what the customer wrote.
pub(super) fn notes_are_the_need(stage: &Stage) -> bool {
    *stage == Stage::Received
}

/// A word of the source as it is compared: small letters and no spaces.
fn word(text: Option<&str>) -> Option<String> {
    let word: String = text?.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    Some(word).filter(|w| !w.is_empty())
}

/// As [`word`], where `None` is the source's own word for nothing.
fn known_word(text: Option<&str>) -> Option<String> {
    word(text).filter(|w| w != "none")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_keep_their_meaning_and_lose_only_entities() {
        assert_eq!(line(" Oil &amp; Gas\u{a0}S.A. ", "k").unwrap().as_deref(), Some("Oil & Gas S.A."), "domain.md 1.8");
        assert_eq!(line("a\r\nb\tc", "k").unwrap().as_deref(), Some("a b c"), "a line is one line");
        assert_eq!(notes("&lt;b&gt;\n<i>", "k").unwrap().as_deref(), Some("<b>\n<i>"), "tags are text, never stripped");
        assert_eq!(notes("it&#39;s\0 &nbsp;", "k").unwrap().as_deref(), Some("it's"), "numbers decode too, NUL goes");
        assert_eq!(id("A&amp;B", "k").unwrap().as_deref(), Some("A&amp;B"), "an id is kept verbatim");
    }

    #[test]
    fn a_text_at_its_limit_is_taken_and_one_more_letter_is_refused() {
        assert!(line(&"가".repeat(MAX_LINE), "k").is_ok(), "letters are counted, not bytes");
        let fault = line(&"가".repeat(MAX_LINE + 1), "name").unwrap_err();
        assert_eq!((fault.reason, fault.column.as_deref()), (RefusedReason::TooLong, Some("name")), "with its key");
        assert_eq!(fault.value.map(|v| v.chars().count()), Some(SHOWN), "only the start of it is shown");
        assert!(notes(&"x".repeat(MAX_IMPORTED_NOTES), "k").is_ok(), "1 MiB of notes is taken");
        assert!(notes(&"x".repeat(MAX_IMPORTED_NOTES + 1), "k").is_err(), "more is not");
    }

    #[test]
    fn amounts_and_currencies_refuse_each_for_itself() {
        let read = |amount, currency| money(("v", amount), ("c", currency)).map_err(|f| f.reason);
        assert_eq!(read(Some("10,000.50"), Some("usd")).unwrap().unwrap().minor, 1_000_050, "grouped, small letters");
        assert_eq!(read(Some("1500.7"), Some("KRW")).unwrap().unwrap().minor, 1501, "the won has no decimals");
        assert_eq!(read(None, Some("USD")), Ok(None), "no amount, no value");
        assert_eq!(read(Some("0.00"), None), Ok(None), "nothing of no currency is nothing");
        assert_eq!(read(Some("5"), None), Err(RefusedReason::BadCurrency), "five what?");
        assert_eq!(read(Some("5"), Some("dollars")), Err(RefusedReason::BadCurrency), "no ISO code");
        assert_eq!(read(Some("-5"), Some("USD")), Err(RefusedReason::BadAmount), "a deal is not worth less than 0");
        assert_eq!(read(Some("9223372036854775807.9"), Some("KRW")), Err(RefusedReason::BadAmount), "no overflow");
        assert_eq!(read(Some(&"9".repeat(400)), Some("USD")), Err(RefusedReason::BadAmount), "not even a number");
    }

    #[test]
    fn the_status_decides_and_an_unknown_one_leaves_it_to_the_substatus() {
        use StageKind::{Accepted, Archived, Received};
        let cases = [
            ("New", "Pending", Some(Received)),
            ("new", "", Some(Received)),
            ("Active", "Accepted", Some(Accepted)),
            ("Active", "Engaged", Some(Accepted)),
            ("Closed", "Won", Some(Archived)),
            ("None", "Received", Some(Received)),
            ("Fresh", "Accepted", Some(Accepted)),
            ("", "Error", Some(Archived)),
            ("Expired", "", Some(Archived)),
            ("Fresh", "Engaged", None),
            ("", "", None),
        ];
        for (status, substatus, expected) in cases {
            assert_eq!(stage_kind(Some(status), Some(substatus)), expected, "{status}/{substatus}, domain.md 1.5");
        }
        assert_eq!(outcome(Some("Closed"), Some("Duplicate ")), Outcome::Other("Duplicate".into()), "kept as it came");
        assert_eq!(outcome(Some("Closed"), None), Outcome::Other("Closed".into()), "better than no word at all");
    }

    #[test]
    fn the_tab_follows_the_decisions() {
        use LeadType::{CustomerInquiry, MarketingQualified, SalesQualified};
        let read = |kind, qualification, direction, partner| {
            lead_type(("type", kind), ("qualification", qualification), direction, partner).map_err(|f| f.reason)
        };
        let independent = Some("Independent");
        assert_eq!(read(independent, Some("Direct"), Some("Incoming"), false), Ok(Some(CustomerInquiry)), "inquiry");
        assert_eq!(
            read(independent, Some("MarketingQualified"), None, false),
            Ok(Some(MarketingQualified)),
            "qualified"
        );
        assert_eq!(read(independent, Some("SalesQualified"), None, true), Ok(Some(SalesQualified)), "not co-sell");
        assert_eq!(read(Some("Shared"), Some("SalesQualified"), None, false), Ok(None), "shared is co-sell");
        assert_eq!(read(independent, Some("None"), None, true), Ok(None), "a partner's own opportunity");
        assert_eq!(read(independent, Some("Direct"), Some("Outgoing"), false), Ok(None), "we sent it ourselves");
        assert_eq!(read(None, None, None, false), Ok(Some(CustomerInquiry)), "an old or short reply");
        assert_eq!(read(Some("Private"), None, None, false), Err(RefusedReason::UnknownType), "not guessed");
        assert_eq!(read(None, Some("Guessed"), None, false), Err(RefusedReason::UnknownType), "not guessed");
    }
}
