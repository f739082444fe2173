//! Which leads a condition of a query holds for: one look along a column, or at a few leads that were changed.

use std::ops::RangeBounds;
use std::sync::OnceLock;

use fixedbitset::FixedBitSet;

use super::bits::gather;
use super::coded::Coded;
use super::columns::{CURRENCY, Columns, NONE, currency_code, currency_number, instant, marks, millis};
use super::load::day_number;
use super::places::Slot;
use crate::domain::lead::{Employee, LeadType, Outcome, Reason, StageKind};
use crate::domain::search::{Amount, Field, Flag, Folded, Range, Searched, Test, Word, squeezed};
use crate::domain::time::{Date, Timestamp};

/// Which leads are looked at, and what comes of it.
pub(super) enum Looked<'a> {
    /// All of them, into a set.
    All(&'a mut FixedBitSet),
    /// These, in their order.
    Some(&'a [Slot], &'a mut Vec<bool>),
}

impl Looked<'_> {
    fn at(&mut self, len: usize, test: impl Fn(usize) -> bool) {
        match self {
            Self::All(bits) => **bits = gather(len, test),
            Self::Some(slots, found) => **found = slots.iter().map(|slot| test(*slot as usize)).collect(),
        }
    }
}

/// Looks for which leads `test` holds at `now`, and says until when that is so if nothing changes but the time.
///
/// A test of campaigns or employees needs the columns' `texts`.
pub(super) fn look(columns: &Columns, test: &Test, now: Timestamp, mut looked: Looked<'_>) -> Option<i64> {
    let len = columns.len();
    let all = columns.marks.as_slice();
    match test {
        Test::Type(types) => {
            let wanted = set_of(types.iter().map(|kind: &LeadType| marks::lead_type(*kind)));
            looked.at(len, |slot| wanted >> marks::type_of(all[slot]) & 1 == 1);
        }
        Test::Stage(stages) => {
            let wanted = set_of(stages.iter().map(|kind: &StageKind| marks::stage(*kind)));
            looked.at(len, |slot| wanted >> marks::stage_of(all[slot]) & 1 == 1);
        }
        Test::Outcome(outcomes) => {
            let wanted = set_of(outcomes.iter().filter_map(known_outcome));
            let named = columns.outcome.which(|text| outcomes.contains(&Outcome::Other(text.to_owned())));
            looked.at(len, |slot| {
                let outcome = marks::outcome_of(all[slot]);
                wanted >> outcome & 1 == 1 || (outcome == marks::OTHER && is_one_of(&columns.outcome, &named, slot))
            });
        }
        Test::Reason(reasons) => {
            let wanted = set_of(reasons.iter().map(|reason: &Reason| u32::from(reason.code())));
            looked.at(len, |slot| wanted >> marks::reason_of(all[slot]) & 1 == 1);
        }
        Test::Is(flags) => return look_for_flags(columns, flags, now, looked),
        Test::Country(countries) => {
            let wanted = columns.country.which(|text| countries.contains(&squeezed(text)));
            looked.at(len, |slot| is_one_of(&columns.country, &wanted, slot));
        }
        Test::Currency(currencies) => {
            let wanted: Vec<u64> = currencies.iter().filter_map(|currency| currency_number(currency.code())).collect();
            looked.at(len, |slot| {
                let value = columns.value[slot];
                value != NONE && wanted.contains(&(value / CURRENCY))
            });
        }
        Test::Value(range) => {
            let (range, factors) = (amounts(range), factors());
            looked.at(len, |slot| {
                let value = columns.value[slot];
                value != NONE && range.contains(&(value % CURRENCY * factors[(value / CURRENCY) as usize]))
            });
        }
        Test::Received(range) => {
            let range = instants(range);
            looked.at(len, |slot| range.contains(&columns.received.get(slot)));
        }
        Test::RespondBy(range) => {
            let range = instants(range);
            looked.at(len, |slot| range.contains(&columns.respond.get(slot)));
        }
        Test::Purchase(range) => {
            let range = days(range);
            looked.at(len, |slot| range.contains(&columns.purchase.get(slot)));
        }
        Test::FollowUp(range) => {
            let range = days(range);
            looked.at(len, |slot| to_come_back_to(columns, slot).is_some_and(|day| range.contains(&day)));
        }
        Test::Campaign(wanted) => {
            let campaigns = columns.texts.as_ref().map(|texts| &texts.campaign);
            let named = campaigns.map(|c| c.which(|id| has_campaign(id, wanted))).unwrap_or_default();
            looked.at(len, |slot| campaigns.is_some_and(|campaigns| is_one_of(campaigns, &named, slot)));
        }
        Test::Employee(wanted) => {
            let employees = columns.texts.as_ref().map(|texts| &texts.employees);
            let named = employees.map(|e| e.which(|json| have_words(json, wanted))).unwrap_or_default();
            looked.at(len, |slot| employees.is_some_and(|employees| is_one_of(employees, &named, slot)));
        }
        Test::With(field) => looked.at(len, |slot| has(columns, *field, slot)),
        // Archived leads have no follow-up any more, though its day is kept.
        Test::Without(Field::FollowUp) => looked.at(len, |slot| to_come_back_to(columns, slot).is_none()),
        Test::Without(field) => looked.at(len, |slot| !has(columns, *field, slot)),
    }
    None
}

fn look_for_flags(columns: &Columns, flags: &[Flag], now: Timestamp, mut looked: Looked<'_>) -> Option<i64> {
    let all = columns.marks.as_slice();
    let asked = |flag| flags.contains(&flag);
    let (hot, lapsed, snoozed) = (asked(Flag::Hot), asked(Flag::Lapsed), asked(Flag::Snoozed));
    let unanswered = asked(Flag::Unanswered);
    let mut wanted = 0;
    for (flag, mark) in
        [(Flag::Contacted, marks::CONTACTED), (Flag::Favorite, marks::FAVORITE), (Flag::Sample, marks::SAMPLE)]
    {
        wanted |= if asked(flag) { mark } else { 0 };
    }
    let instant_now = instant(now.as_millis());
    let mut until: Option<i64> = None;
    let mut ends = |at: i64| until = Some(until.map_or(at, |until| until.min(at)));
    let by_time = |slot: usize| {
        let flame = all[slot] & marks::FLAME != 0;
        (flame && hot && columns.flame_end(slot) > instant_now)
            || (flame && lapsed && columns.flame_end(slot) <= instant_now)
            || (snoozed && columns.snoozed.get(&(slot as u32)).is_some_and(|until| *until > now.as_millis()))
    };
    let unanswered_one = |of: u32| unanswered && marks::stage_of(of) == 0;
    if hot || lapsed || snoozed {
        let mut note = |slot: usize| {
            if (hot || lapsed) && all[slot] & marks::FLAME != 0 && columns.flame_end(slot) > instant_now {
                ends(millis(columns.flame_end(slot)));
            }
        };
        match &looked {
            Looked::All(_) => (0..all.len()).for_each(&mut note),
            Looked::Some(slots, _) => slots.iter().for_each(|slot| note(*slot as usize)),
        }
        if snoozed {
            columns.snoozed.values().filter(|until| **until > now.as_millis()).for_each(|until| ends(*until));
        }
        looked.at(all.len(), |slot| all[slot] & wanted != 0 || unanswered_one(all[slot]) || by_time(slot));
    } else {
        looked.at(all.len(), |slot| all[slot] & wanted != 0 || unanswered_one(all[slot]));
    }
    until
}

/// The day to come back to a lead that is still open.
fn to_come_back_to(columns: &Columns, slot: usize) -> Option<u64> {
    let open = marks::stage_of(columns.marks[slot]) != marks::stage(StageKind::Archived);
    columns.follow_up.get(&(slot as u32)).filter(|_| open).map(|day| u64::from(*day))
}

fn has(columns: &Columns, field: Field, slot: usize) -> bool {
    let of = columns.marks[slot];
    match field {
        Field::Type | Field::Stage | Field::Is | Field::Received | Field::Respond => true,
        Field::Outcome => marks::outcome_of(of) != 0,
        Field::Country => columns.country.get(slot).is_some(),
        Field::Currency | Field::Value => columns.value[slot] != NONE,
        Field::Purchase => columns.purchase.get(slot) != NONE,
        Field::FollowUp => to_come_back_to(columns, slot).is_some(),
        Field::Campaign => of & marks::CAMPAIGN != 0,
        Field::Reason => marks::reason_of(of) != 0,
        Field::Employee => of & marks::EMPLOYEE != 0,
    }
}

fn set_of(numbers: impl Iterator<Item = u32>) -> u32 {
    numbers.fold(0, |set, number| set | 1 << number)
}

fn known_outcome(outcome: &Outcome) -> Option<u32> {
    match outcome {
        Outcome::Won => Some(1),
        Outcome::Lost => Some(2),
        Outcome::Declined => Some(3),
        Outcome::Expired => Some(4),
        Outcome::Other(_) => None,
    }
}

fn is_one_of(column: &Coded, wanted: &[bool], slot: usize) -> bool {
    column.get(slot).is_some_and(|number| wanted[number as usize])
}

fn instants(range: &Range<Timestamp>) -> impl RangeBounds<u64> + use<> {
    // Nothing that is there reaches the number of what is not.
    let at = |at: Timestamp| instant(at.as_millis());
    range.from.map_or(0, at)..range.until.map_or(NONE, at)
}

fn days(range: &Range<Date>) -> impl RangeBounds<u64> + use<> {
    let day = |day: Date| u64::from(day_number(day));
    range.from.map_or(0, day)..range.until.map_or(NONE, day)
}

fn amounts(range: &Range<Amount>) -> impl RangeBounds<u64> + use<> {
    let amount = |amount: Amount| u64::try_from(amount.0.max(0)).unwrap_or(u64::MAX);
    range.from.map_or(0, amount)..range.until.map_or(u64::MAX, amount)
}

/// For each currency, how many ten-thousandths its smallest unit is.
fn factors() -> &'static [u64] {
    static FACTORS: OnceLock<Vec<u64>> = OnceLock::new();
    FACTORS.get_or_init(|| {
        let factor =
            |number| currency_code(number).map_or(100, |code| 10_u64.pow(4_u32.saturating_sub(code.exponent())));
        (0..26 * 26 * 26).map(factor).collect()
    })
}

/// Whether a campaign has all words of one of the alternatives.
fn has_campaign(id: &str, wanted: &[Vec<Word>]) -> bool {
    let mut searched = Searched::default();
    searched.campaign(Some(id));
    let texts = Folded::of(&searched);
    wanted.iter().any(|words| !words.is_empty() && words.iter().all(|word| texts.has_in_campaign(word)))
}

/// Whether the employees in `json` have.
fn have_words(json: &str, wanted: &[Vec<Word>]) -> bool {
    let employees: Vec<Employee> = serde_json::from_str(json).unwrap_or_default();
    let mut searched = Searched::default();
    employees.iter().for_each(|one| searched.employee(&one.name, one.email.as_deref()));
    let texts = Folded::of(&searched);
    wanted.iter().any(|words| !words.is_empty() && words.iter().all(|word| texts.has_in_employees(word)))
}
