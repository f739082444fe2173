//! Which values leads have in a field, and how many each.

use std::collections::HashMap;

use rusqlite::Connection;

use super::DeskIndex;
use super::coded::Coded;
use super::columns::{CURRENCY, NONE, currency_code, marks};
use crate::domain::history::name_of;
use crate::domain::lead::{Employee, LeadType, StageKind};
use crate::domain::search::Field;
use crate::domain::text::folded;
use crate::error::Error;

/// A value and how many leads have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggested {
    pub value: String,
    pub leads: u32,
}

impl DeskIndex {
    /// The values of `field` that contain `text`, those that begin with it first, the most frequent first; at most `most`. Fields whose values are
    /// ranges have none.
    pub fn suggest(
        &mut self,
        connection: &Connection,
        field: Field,
        text: &str,
        most: usize,
    ) -> Result<Vec<Suggested>, Error> {
        if matches!(field, Field::Campaign | Field::Employee) {
            self.load_texts(connection)?;
        }
        let marked = |of: fn(u32) -> u32, names: &[(u32, String)]| {
            let counts = self.tally(32, |slot| Some(of(self.columns.marks[slot]) as usize));
            names.iter().map(|(number, name)| (name.clone(), counts[*number as usize])).collect::<Vec<_>>()
        };
        let mut values: Vec<(String, u32)> = match field {
            Field::Type => marked(marks::type_of, &LeadType::ALL.map(|one| (marks::lead_type(one), name_of(&one)))),
            Field::Stage => marked(marks::stage_of, &StageKind::ALL.map(|one| (marks::stage(one), name_of(&one)))),
            Field::Reason => {
                marked(marks::reason_of, &(1..=8).map(|code| (code, code.to_string())).collect::<Vec<_>>())
            }
            Field::Outcome => {
                let known =
                    [(1, "won"), (2, "lost"), (3, "declined"), (4, "expired")].map(|(n, name)| (n, name.to_owned()));
                let mut values = marked(marks::outcome_of, &known);
                values.extend(self.coded(&self.columns.outcome));
                values
            }
            Field::Country => self.coded(&self.columns.country),
            Field::Currency => self.currencies(),
            Field::Campaign => self.columns.texts.as_ref().map(|texts| self.coded(&texts.campaign)).unwrap_or_default(),
            Field::Employee => self.employees(),
            Field::Is | Field::Value | Field::Received | Field::Respond | Field::Purchase | Field::FollowUp => {
                Vec::new()
            }
        };
        values.retain(|(_, leads)| *leads > 0);
        let wanted = folded(text.trim());
        let place = |value: &str| folded(value).find(&wanted).map(|at| at > 0);
        let mut values: Vec<_> =
            values.into_iter().filter_map(|(value, leads)| Some((place(&value)?, leads, value))).collect();
        values.sort_unstable_by(|a, b| (a.0, b.1, &a.2).cmp(&(b.0, a.1, &b.2)));
        values.truncate(most);
        Ok(values.into_iter().map(|(_, leads, value)| Suggested { value, leads }).collect())
    }

    /// How many listed leads have each number below `numbers`.
    fn tally(&self, numbers: usize, number: impl Fn(usize) -> Option<usize>) -> Vec<u32> {
        let mut counts = vec![0; numbers];
        for slot in self.base.listed.ones() {
            if let Some(count) = number(slot).and_then(|number| counts.get_mut(number)) {
                *count += 1;
            }
        }
        counts
    }

    fn coded(&self, column: &Coded) -> Vec<(String, u32)> {
        let counts = self.tally(column.texts().len(), |slot| column.get(slot).map(|number| number as usize));
        column.texts().iter().map(|text| text.to_string()).zip(counts).collect()
    }

    fn currencies(&self) -> Vec<(String, u32)> {
        let of = |slot: usize| Some(self.columns.value[slot]).filter(|value| *value != NONE);
        let counts = self.tally(26 * 26 * 26, |slot| of(slot).map(|value| (value / CURRENCY) as usize));
        let named = (0..).zip(counts).filter(|(_, leads)| *leads > 0);
        named.filter_map(|(number, leads)| Some((currency_code(number)?.code().to_owned(), leads))).collect()
    }

    /// By name; a lead counts once for each of its employees.
    fn employees(&self) -> Vec<(String, u32)> {
        let Some(texts) = &self.columns.texts else { return Vec::new() };
        let mut names: HashMap<String, u32> = HashMap::new();
        for (json, leads) in self.coded(&texts.employees) {
            let people: Vec<Employee> = serde_json::from_str(&json).unwrap_or_default();
            let mut there: Vec<String> =
                people.into_iter().map(|one| one.name).filter(|name| !name.is_empty()).collect();
            there.sort_unstable();
            there.dedup();
            there.into_iter().for_each(|name| *names.entry(name).or_default() += leads);
        }
        names.into_iter().collect()
    }
}
