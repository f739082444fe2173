//! A query as it was understood: words that must all be found, and filters that must all hold. Everything in it is absolute, so
//! that the same query asks the same of every lead.
//!
//! The grammar is the one that the filter chips write: `country:KR value:>10000 -is:contacted spring`.

use serde::{Deserialize, Serialize};

use crate::domain::lead::{LeadType, Outcome, Reason, StageKind};
use crate::domain::money::Currency;
use crate::domain::time::{Date, Timestamp};

/// A query, read at a moment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Query {
    pub words: Vec<Word>,
    pub filters: Vec<Filter>,
    /// Every part of the text, in its order, also those that were not understood: these ask nothing.
    pub parts: Vec<Part>,
}

/// A word that must be found in a lead, folded: normal form C, small letters, only letters and digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Word {
    pub text: String,
    /// It is still being typed: its last syllable may yet get a final consonant.
    pub open: bool,
    /// Of digits that were typed in groups, such as `010-1234-5679` or `2026 0012`: the groups. It is found where a phone number
    /// holds all its digits, or where each of the groups is found by itself.
    pub groups: Vec<String>,
}

/// A condition of a lead's fields.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Filter {
    /// Written with a `-` in front: the condition must not hold.
    pub not: bool,
    pub test: Test,
}

/// What is asked of a field. Several values are alternatives.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Test {
    Type(Vec<LeadType>),
    Stage(Vec<StageKind>),
    Outcome(Vec<Outcome>),
    Is(Vec<Flag>),
    /// As it stands in the lead, folded.
    Country(Vec<String>),
    Currency(Vec<Currency>),
    /// In units of the lead's own currency, whatever that is.
    Value(Range<Amount>),
    Received(Range<Timestamp>),
    RespondBy(Range<Timestamp>),
    Purchase(Range<Date>),
    /// Of a lead that is not archived.
    FollowUp(Range<Date>),
    /// Words that must all be found in the campaign ID, as words are found: the alternatives.
    Campaign(Vec<Vec<Word>>),
    Reason(Vec<Reason>),
    /// The same in the employees' names and e-mails.
    Employee(Vec<Vec<Word>>),
    /// The field has no value: the opposite of the next.
    Without(Field),
    /// The field has any value. A follow-up of an archived lead is over and none.
    With(Field),
}

/// A field that the grammar knows by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "SearchField"))]
pub enum Field {
    Type,
    Stage,
    Outcome,
    Is,
    Country,
    Currency,
    Value,
    Received,
    Respond,
    Purchase,
    FollowUp,
    Campaign,
    Reason,
    Employee,
}

/// What `is:` can ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "SearchFlag"))]
pub enum Flag {
    /// The customer waits for a contact and the 72 hours are not over.
    Hot,
    /// The customer asked to be contacted, nobody did, the lead is received and the 72 hours are over.
    Lapsed,
    /// Received and neither accepted nor declined.
    Unanswered,
    Contacted,
    Favorite,
    /// Its reminders are held back now.
    Snoozed,
    /// An invented one.
    Sample,
}

/// From `from` on, and before `until`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Range<T> {
    pub from: Option<T>,
    pub until: Option<T>,
}

/// An amount in ten-thousandths of a unit, so that any currency's minor units can be compared with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(pub i128);

/// A part of the query's text, as the window shows it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "QueryPart"))]
pub struct Part {
    /// Where it stands, in UTF-16 units, its quotes and its `-` included.
    pub from: u32,
    pub until: u32,
    /// `None` for a word.
    pub field: Option<Field>,
    pub not: bool,
    /// The value as it was typed, without quotes: `>10000`, `KR`, `spring`.
    pub value: String,
    pub problem: Option<Problem>,
}

/// Why a part of a query was not understood. It asks nothing then.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "kind")]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "QueryProblem"))]
pub enum Problem {
    /// No field is called so; the nearest that is, if one is near.
    UnknownField {
        nearest: Option<String>,
    },
    /// Nothing stands behind the colon yet.
    NoValue,
    /// The field does not know this value; some that it knows.
    UnknownValue {
        known: Vec<String>,
    },
    NotANumber,
    NotADate,
    /// The second of two bounds is before the first.
    EmptyRange,
    /// More parts than are looked at.
    TooMany,
}

impl Query {
    /// Whether something in the text was not understood: nothing is done to many leads by such a query, and none is kept.
    pub fn has_problems(&self) -> bool {
        self.parts.iter().any(|part| part.problem.is_some())
    }
}

/// When a query is asked: relative days count from here.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    pub now: Timestamp,
    pub zone: crate::domain::zone::Zone,
}
