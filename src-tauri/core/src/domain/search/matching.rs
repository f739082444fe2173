//! Whether a lead matches a query: the reference that the index and the desk's columns must agree with, and the way in which leads
//! are looked at that are not indexed yet.
//!
//! Nothing is looked up here and nothing is clever: every word is compared with every word of the lead.

use super::fold::{squeezed, words};
use super::pattern::{Asked, Pattern};
use super::phones;
use super::query::*;
use super::searched::Searched;
use crate::domain::contact_window::{Flame, flame};
use crate::domain::desk::FoundIn;
use crate::domain::lead::{Lead, Origin, StageKind};
use crate::domain::money::Money;
use crate::domain::time::Timestamp;

/// The texts of a lead as they are compared, each split into its words.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    words: Vec<Vec<char>>,
    phones: Vec<String>,
    campaign: Vec<Vec<char>>,
    employees: Vec<Vec<char>>,
}

impl Folded {
    pub fn of(searched: &Searched<'_>) -> Self {
        let mut folded = Self::default();
        for (field, text) in &searched.texts {
            if *field == FoundIn::Phone {
                folded.phones.extend(phones::forms(text, searched.country));
                folded.words.extend(letters(text).filter(|word| word.iter().any(|c| c.is_alphabetic())));
            } else {
                folded.words.extend(letters(text));
            }
        }
        folded.campaign.extend(searched.campaign.into_iter().flat_map(letters));
        folded.employees.extend(searched.employees.iter().flat_map(|text| letters(text)));
        folded
    }

    /// Whether `word` is found in any of the texts.
    pub fn has(&self, word: &Word) -> bool {
        let asked = Asked::of(word);
        asked.digits.is_some_and(|digits| self.phones.iter().any(|phone| phone.contains(&digits)))
            || found(asked.word, asked.groups, &self.words)
    }

    /// Whether `word` is found in the campaign ID.
    pub fn has_in_campaign(&self, word: &Word) -> bool {
        let asked = Asked::of(word);
        found(asked.word, asked.groups, &self.campaign)
    }

    /// Whether `word` is found in an employee's name or e-mail.
    pub fn has_in_employees(&self, word: &Word) -> bool {
        let asked = Asked::of(word);
        found(asked.word, asked.groups, &self.employees)
    }
}

fn letters(text: &str) -> impl Iterator<Item = Vec<char>> {
    words(text).into_iter().map(|word| word.chars().collect())
}

fn found(word: Option<Pattern>, groups: Vec<Pattern>, words: &[Vec<char>]) -> bool {
    let has = |pattern: &Pattern| words.iter().any(|word| pattern.find(word).is_some());
    match word {
        Some(word) => has(&word),
        None => !groups.is_empty() && groups.iter().all(has),
    }
}

impl Query {
    /// Whether `lead` has every word and passes every filter at `now`. One that was merged away matches nothing.
    pub fn matches(&self, lead: &Lead, now: Timestamp) -> bool {
        if lead.merged_into.is_some() {
            return false;
        }
        let texts = Folded::of(&Searched::of(lead));
        self.words.iter().all(|word| texts.has(word))
            && self.filters.iter().all(|filter| filter.test.holds(lead, &texts, now) != filter.not)
    }
}

impl Test {
    fn holds(&self, lead: &Lead, texts: &Folded, now: Timestamp) -> bool {
        let stage = lead.stage.kind();
        let archived = match &lead.stage {
            crate::domain::lead::Stage::Archived(archived) => Some(archived),
            _ => None,
        };
        let all = |found: &dyn Fn(&Word) -> bool, alternatives: &[Vec<Word>]| {
            alternatives.iter().any(|words| !words.is_empty() && words.iter().all(found))
        };
        match self {
            Self::Type(types) => types.contains(&lead.lead_type),
            Self::Stage(stages) => stages.contains(&stage),
            Self::Outcome(outcomes) => archived.is_some_and(|archived| outcomes.contains(&archived.outcome)),
            Self::Is(flags) => flags.iter().any(|flag| flag.holds(lead, now)),
            Self::Country(countries) => {
                lead.customer.country.as_deref().is_some_and(|country| countries.contains(&squeezed(country)))
            }
            Self::Currency(currencies) => {
                lead.deal.value.as_ref().is_some_and(|value| currencies.contains(&value.currency))
            }
            Self::Value(range) => lead.deal.value.as_ref().is_some_and(|value| range.holds(Amount::of(value))),
            Self::Received(range) => range.holds(lead.received_at),
            Self::RespondBy(range) => range.holds(lead.respond_by),
            Self::Purchase(range) => lead.deal.purchase_on.is_some_and(|day| range.holds(day)),
            Self::FollowUp(range) => {
                archived.is_none() && lead.follow_up.as_ref().is_some_and(|follow_up| range.holds(follow_up.on))
            }
            Self::Campaign(words) => all(&|word| texts.has_in_campaign(word), words),
            Self::Reason(reasons) => {
                archived.and_then(|archived| archived.reason).is_some_and(|reason| reasons.contains(&reason))
            }
            Self::Employee(words) => all(&|word| texts.has_in_employees(word), words),
            Self::With(field) => field.is_set(lead),
            Self::Without(field) => !field.is_set(lead),
        }
    }
}

impl Field {
    /// Whether `lead` has a value in this field.
    pub fn is_set(self, lead: &Lead) -> bool {
        let archived = match &lead.stage {
            crate::domain::lead::Stage::Archived(archived) => Some(archived),
            _ => None,
        };
        let text = |text: &Option<String>| text.as_deref().is_some_and(|text| !text.is_empty());
        match self {
            Self::Type | Self::Stage | Self::Is | Self::Received | Self::Respond => true,
            Self::Outcome => archived.is_some(),
            Self::Country => text(&lead.customer.country),
            Self::Currency | Self::Value => lead.deal.value.is_some(),
            Self::Purchase => lead.deal.purchase_on.is_some(),
            Self::FollowUp => lead.follow_up.is_some() && lead.stage.kind() != StageKind::Archived,
            Self::Campaign => text(&lead.deal.campaign_id),
            Self::Reason => archived.is_some_and(|archived| archived.reason.is_some()),
            Self::Employee => !lead.employees.is_empty(),
        }
    }
}

impl Flag {
    /// Whether `lead` is so at `now`.
    pub fn holds(self, lead: &Lead, now: Timestamp) -> bool {
        match self {
            Self::Hot => matches!(flame(lead, now), Flame::Hot { .. }),
            Self::Lapsed => matches!(flame(lead, now), Flame::Lapsed { .. }),
            Self::Unanswered => lead.stage.kind() == StageKind::Received,
            Self::Contacted => lead.contacted.is_some(),
            Self::Favorite => lead.favorite,
            Self::Snoozed => lead.snoozed_until.is_some_and(|until| until > now),
            Self::Sample => lead.origin == Origin::Sample,
        }
    }
}

impl<T: PartialOrd> Range<T> {
    pub fn holds(&self, value: T) -> bool {
        self.from.as_ref().is_none_or(|from| *from <= value) && self.until.as_ref().is_none_or(|until| value < *until)
    }
}

impl Amount {
    /// Decimals of the finest currency that is kept.
    pub const DECIMALS: u32 = 4;

    pub fn of(value: &Money) -> Self {
        let finer = 10_i128.pow(Self::DECIMALS.saturating_sub(value.currency.exponent()));
        Self(i128::from(value.minor) * finer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::lead::{Contact, Customer, Employee};
    use crate::domain::testing::{at, lead};
    use crate::domain::zone::Zone;

    const NOW: &str = "2026-11-24T09:00:30Z";

    fn asked(text: &str, lead: &Lead) -> bool {
        let query = super::super::read(text, Moment { now: at(NOW), zone: Zone::UTC });
        assert!(!query.has_problems(), "{text}: {:?}", query.parts);
        query.matches(lead, at(NOW))
    }

    fn hanbit() -> Lead {
        let mut lead = lead("한빛상사", "2026-11-23T09:00:00Z");
        lead.customer = Customer { city: Some("서울".into()), country: Some("KR".into()), ..lead.customer };
        lead.contacts = vec![Contact {
            name: "김민지".into(),
            email: Some("minji.kim@hanbit.example".into()),
            phone: Some("010-1234-5679".into()),
            ..Contact::default()
        }];
        lead.deal.campaign_id = Some("Spring-2026".into());
        lead.deal.crm_id = Some("CRM-2026-0012".into());
        lead.employees = vec![Employee { name: "Robin Baker".into(), ..Employee::default() }];
        lead
    }

    #[test]
    fn every_word_must_be_found_each_in_any_field() {
        for text in
            ["한빛 민지", "빛상", "ㅎㅂ", "ㅂㅅㅅ", "minji hanbit", "서울 spr", "0012", "crm-2026-0012", "2026-0012"]
        {
            assert!(asked(text, &hanbit()), "{text} is in it");
        }
        for text in ["한빛 지민", "빛", "inji", "한빛 부산", "robin", "2026-0013"] {
            assert!(!asked(text, &hanbit()), "{text} is not");
        }
    }

    #[test]
    fn a_phone_number_is_found_by_any_part_however_it_is_written() {
        for text in
            ["010-1234-5679", "+82 10 1234 5679", "01012345679", "1234 5679", "345", "82101", "(010) 1234", "+82-10"]
        {
            assert!(asked(text, &hanbit()), "{text} is a part of it");
        }
        for text in ["011-1234", "34", "+81 10 1234"] {
            assert!(!asked(text, &hanbit()), "{text} is none, or too short to be one");
        }
    }

    #[test]
    fn filters_ask_the_fields() {
        for text in [
            "country:kr",
            "국가:한국",
            "campaign:spring",
            "-campaign:autumn",
            "campaign:set",
            "value:none",
            "is:unanswered",
            "-is:hot",
            "employee:robin",
            "담당:baker",
            "stage:received,accepted",
            "단계:접수",
            "received:<7d",
            "유형:고객문의",
            "respond:<14d",
            "followup:none",
            "received:yesterday",
        ] {
            assert!(asked(text, &hanbit()), "{text}");
        }
        for text in [
            "country:us",
            "campaign:none",
            "is:favorite",
            "employee:sue",
            "stage:archived",
            "received:>7d",
            "respond:<3d",
        ] {
            assert!(!asked(text, &hanbit()), "{text}");
        }
    }

    #[test]
    fn amounts_of_any_currency_compare_by_their_units() {
        let worth = |minor, code: &str| {
            let mut lead = hanbit();
            lead.deal.value = crate::domain::money::Currency::parse(code).map(|currency| Money { minor, currency });
            lead
        };
        assert!(asked("value:>10000", &worth(1_000_001, "USD")), "a cent more");
        assert!(!asked("value:>10000", &worth(1_000_000, "USD")), "exactly as much is not more");
        assert!(asked("value:>=10,000 currency:krw", &worth(10_000, "KRW")), "won have no cents");
        assert!(asked("금액:1만..2만", &worth(20_000, "KRW")), "both ends belong to it");
    }

    #[test]
    fn a_follow_up_of_an_archived_lead_is_none() {
        use crate::domain::lead::{Archived, FollowUp, Outcome, Stage};
        let mut lead = hanbit();
        lead.follow_up = Some(FollowUp { on: crate::domain::time::Date::parse_iso("2026-11-24").unwrap(), note: None });
        assert!(asked("followup:due followup:set 후속:오늘", &lead), "its day has come");
        lead.stage = Stage::Archived(Archived {
            outcome: Outcome::Won,
            archived_at: at(NOW),
            reason: None,
            reason_text: None,
            notes: None,
            accepted_at: None,
        });
        assert!(!asked("followup:due", &lead) && !asked("followup:set", &lead), "it is over");
        assert!(asked("followup:none outcome:won 결과:성사", &lead), "so it has none");
    }

    #[test]
    fn what_was_merged_away_is_never_found() {
        let lead = Lead { merged_into: Some(2), ..hanbit() };
        assert!(!asked("한빛", &lead) && !asked("", &lead), "it only waits to be taken apart");
    }
}
