//! The files that come in: a few leads, a few values, so that much of it is told again, and some of it otherwise.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use hearth_core::domain::lead::HearthId;
use serde_json::json;

use super::reference::{CRM_ID, CUSTOMER, EMAIL, NEED, NOTES, Row, STATUS, Stage};
use crate::merge_model::Dice;

/// When Partner Center received all of them; also when it closed them, as it does not say that.
pub const RECEIVED: &str = "2026-11-19T09:00:00Z";

const REFERRALS: usize = 3;
const WORDS: usize = 3;

pub fn word(dice: &mut Dice, what: &str) -> String {
    format!("{what} {}", dice.below(WORDS))
}

/// Some of the numbers below `most`, each once, and `count` at most.
fn some(dice: &mut Dice, most: usize, count: usize) -> Vec<usize> {
    let mut chosen: Vec<usize> = (0..count).map(|_| dice.below(most)).collect();
    chosen.sort_unstable();
    chosen.dedup();
    chosen
}

fn perhaps<T>(dice: &mut Dice, value: impl FnOnce(&mut Dice) -> T) -> Option<T> {
    (dice.below(2) == 0).then(|| value(dice))
}

/// Referrals as Partner Center tells them.
pub fn referrals(dice: &mut Dice, closed_at: i64) -> Vec<Row> {
    let count = 1 + dice.below(3);
    let chosen = some(dice, REFERRALS, count);
    chosen.into_iter().map(|number| told(dice, number, closed_at)).collect()
}

fn told(dice: &mut Dice, number: usize, closed_at: i64) -> Row {
    let (kind, outcome, status) = match dice.below(12) {
        0 => (2, "declined", "Closed / Declined"),
        1 => (2, "won", "Closed / Won"),
        2..6 => (1, "", "Active / Accepted"),
        _ => (0, "", "New / Pending"),
    };
    let mut row = Row { from_source: true, referral: Some(format!("r{number}")), ..Row::default() };
    row.stage = Some(Stage { kind, outcome: outcome.into(), at: if kind == 2 { closed_at } else { 0 } });
    row.texts[STATUS] = Some(status.into());
    row.texts[CUSTOMER] = Some(word(dice, "Customer"));
    row.texts[EMAIL] = Some(format!("someone@customer{}.example", dice.below(WORDS)));
    row.texts[if kind == 0 { NEED } else { NOTES }] = perhaps(dice, |dice| word(dice, "note"));
    row.texts[CRM_ID] = perhaps(dice, |dice| word(dice, "crm"));
    row.favorite = perhaps(dice, |dice| dice.below(2) == 0);
    row.unknown = dice.below(2);
    row
}

/// Rows of a table by Hearth ID: of leads that are here, and of such as are gone.
pub fn table(dice: &mut Dice, leads: &BTreeSet<usize>) -> Vec<Row> {
    let count = 1 + dice.below(2);
    let leads: Vec<usize> = leads.iter().copied().collect();
    let chosen = some(dice, leads.len(), count);
    let rows = chosen.into_iter().map(|number| {
        let mut row = Row { hearth: Some(leads[number]), ..Row::default() };
        row.texts[CUSTOMER] = Some(word(dice, "Customer"));
        row.texts[NEED] = perhaps(dice, |dice| word(dice, "note"));
        row.texts[CRM_ID] = perhaps(dice, |dice| word(dice, "crm"));
        row.favorite = perhaps(dice, |dice| dice.below(2) == 0);
        row.referral = (dice.below(4) == 0).then(|| format!("r{}", dice.below(REFERRALS + 1)));
        row
    });
    let mut rows: Vec<Row> = rows.collect();
    if rows.len() == 2 && rows[0].referral == rows[1].referral {
        rows[1].referral = None;
    }
    rows
}

/// The file of some rows: its name and content.
pub fn file(rows: &[Row], hearth_ids: &[HearthId]) -> (&'static str, String) {
    if rows.iter().all(|row| row.from_source) {
        let all: Vec<_> = rows.iter().map(referral).collect();
        return ("referrals.json", json!(all).to_string());
    }
    let mut csv = "Hearth ID,Referral ID,Customer,Need,CRM ID,Favorite\n".to_owned();
    for row in rows {
        let hearth_id = row.hearth.map(|number| hearth_ids[number].to_string()).unwrap_or_default();
        let text = |field: usize| row.texts[field].clone().unwrap_or_default();
        let favorite = row.favorite.map(|favorite| if favorite { "Yes" } else { "No" }).unwrap_or_default();
        let referral = row.referral.clone().unwrap_or_default();
        let (customer, need, crm_id) = (text(CUSTOMER), text(NEED), text(CRM_ID));
        writeln!(csv, "{hearth_id},{referral},{customer},{need},{crm_id},{favorite}").unwrap();
    }
    ("table.csv", csv)
}

fn referral(row: &Row) -> serde_json::Value {
    let (status, substatus) = row.texts[STATUS].as_deref().and_then(|status| status.split_once(" / ")).unwrap();
    let mut referral = json!({
        "id": row.referral,
        "createdDateTime": RECEIVED,
        "status": status,
        "substatus": substatus,
        "qualification": "Direct",
        "type": "Independent",
        "direction": "Incoming",
        "aKeyOfTheFuture": row.unknown,
        "customerProfile": { "name": row.texts[CUSTOMER], "team": [{ "email": row.texts[EMAIL] }] },
        "details": {},
    });
    if let Some(notes) = row.texts[NEED].as_ref().or(row.texts[NOTES].as_ref()) {
        referral["details"]["notes"] = json!(notes);
    }
    if let Some(crm_id) = &row.texts[CRM_ID] {
        referral["externalReferenceId"] = json!(crm_id);
    }
    if let Some(favorite) = row.favorite {
        referral["favorite"] = json!(favorite);
    }
    referral
}
