//! What the elements of a JSON text are, and each of them as a row.
//!
//! Where an element begins and ends is found in `json`; what is in a referral is read in `partner_center_json`, a lead of ours in
//! `hearth_json`; those of Salesforce and of the marketplace are flat enough to be rows of a table.

use serde::de::IgnoredAny;
use serde_json::{Map, Value};

use super::format::{Format, Look};
use super::hearth_json::{Entry, VERSION};
use super::json::{Element, Elements};
use super::plan::{self, Plan};
use super::report::{FileProblem, RefusedReason};
use super::table_row::Cells;
use super::values::Fault;
use super::{Incoming, Raw, Row, hearth_row, mend, partner_center_json as referrals};

/// Reads a text once as a whole: whose it is, how many elements it has, and whether all of them are JSON.
pub(super) fn look(elements: &mut Elements, encoding: &str) -> Result<Look, FileProblem> {
    let mut element = Element::default();
    let (mut format, mut reply, mut rows) = (None, None, 0_u32);
    while elements.next(&mut element)? {
        rows = rows.saturating_add(1);
        if element.too_long {
            continue;
        }
        if format.is_some() {
            parse::<IgnoredAny>(&element)?;
        } else if let Value::Object(map) = parse::<Value>(&element)? {
            format = recognised(&map, &element);
            if format.is_none() && !element.in_list {
                reply = reply.or_else(|| referrals::error_message(&map));
            }
        }
    }
    if elements.version().is_some_and(|version| version > VERSION) {
        return Err(FileProblem::NotLeads);
    }
    let format = match (format, reply) {
        (Some(format), _) => format,
        (None, Some(message)) => return Err(FileProblem::ErrorReply { message }),
        (None, None) if rows == 0 && elements.lists() > 0 => {
            if elements.version().is_some() {
                Format::HearthJson
            } else {
                Format::PartnerCenterJson
            }
        }
        (None, None) => return Err(FileProblem::NotLeads),
    };
    Ok(Look { format, encoding: encoding.to_owned(), columns: Vec::new(), mapping: None, rows, counted: true })
}

fn parse<T: serde::de::DeserializeOwned>(element: &Element) -> Result<T, FileProblem> {
    serde_json::from_slice(&element.text).or_else(|_| {
        let text = String::from_utf8_lossy(&element.text);
        serde_json::from_str(&mend::mended(&text)).map_err(|error| place(&text, &error, element))
    })
}

/// Where in the file a mistake stands, its column counted in characters as an editor does; serde_json counts bytes.
fn place(text: &str, error: &serde_json::Error, element: &Element) -> FileProblem {
    let line = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default().as_bytes();
    let start = &line[..error.column().min(line.len())];
    let letters = u32::try_from(String::from_utf8_lossy(start).chars().count().max(1)).unwrap_or(u32::MAX);
    let below = u32::try_from(error.line().saturating_sub(1)).unwrap_or(u32::MAX);
    let column = if below == 0 { element.column.saturating_add(letters - 1) } else { letters };
    FileProblem::BadJson { line: element.line.saturating_add(below), column }
}

/// Whose lead an object is, if it is one.
fn recognised(map: &Map<String, Value>, element: &Element) -> Option<Format> {
    let has = |key: &str| map.keys().any(|k| k.eq_ignore_ascii_case(key));
    if has("hearthId") || (element.list == Some("leads") && has("stage")) {
        Some(Format::HearthJson)
    } else if referrals::is_referral(map) {
        Some(Format::PartnerCenterJson)
    } else if has("UserDetails") && (has("OfferTitle") || has("LeadSource") || has("ActionCode")) {
        Some(Format::MarketplaceLead)
    } else if has("Company") && has("LastName") {
        Some(Format::SalesforceJson)
    } else if has("company") && (has("last_name") || has("lead_source")) {
        // Lines of `key = value` that could not be taken, as they are given back.
        Some(Format::MarketplaceLead)
    } else {
        None
    }
}

/// The elements as rows.
pub(super) struct JsonRows {
    elements: Elements,
    format: Format,
    element: Element,
    row: u32,
}

impl JsonRows {
    pub fn new(elements: Elements, format: Format) -> Self {
        Self { elements, format, element: Element::default(), row: 0 }
    }

    pub fn bytes_read(&self) -> u64 {
        self.elements.bytes_read()
    }

    pub fn next(&mut self) -> Result<Option<Row>, FileProblem> {
        if !self.elements.next(&mut self.element)? {
            return Ok(None);
        }
        self.row = self.row.saturating_add(1);
        let row = self.row;
        if self.element.too_long {
            return Ok(Some(Row::Refused { refused: Fault::new(RefusedReason::RowTooLong).in_row(row), raw: None }));
        }
        let not_a_lead =
            |raw| Row::Refused { refused: Fault::new(RefusedReason::NotALead).in_row(row), raw: Some(raw) };
        Ok(Some(match parse::<Value>(&self.element)? {
            Value::Object(map) if recognised(&map, &self.element) == Some(self.format) => match self.format {
                Format::PartnerCenterJson => referrals::read_one(map, row),
                Format::HearthJson => ours(map, row),
                format => flat(format, map, row),
            },
            other => not_a_lead(other),
        }))
    }
}

fn ours(mut map: Map<String, Value>, row: u32) -> Row {
    map.shift_remove(super::failed::WHY_NOT_KEY);
    let raw = Value::Object(map);
    let refused = |fault: Fault, raw| Row::Refused { refused: fault.in_row(row), raw: Some(raw) };
    let entry: Entry<'_> = match serde_json::from_str(&raw.to_string()) {
        Ok(entry) => entry,
        Err(error) => {
            let fault = Fault::at(RefusedReason::NotALead, "", Some(&error.to_string()));
            return refused(Fault { column: None, ..fault }, raw);
        }
    };
    match hearth_row::lead(entry, &raw) {
        Ok((lead, known)) => {
            // What the source said is kept, not our own words for it.
            let source = raw.pointer("/source/raw").filter(|source| source.is_object()).cloned();
            let (raw, whole) = match source {
                Some(source) => (source, Some(raw)),
                None => (raw, None),
            };
            Row::Lead(Box::new(Incoming { row, lead, known, respond_by_given: true, raw: Raw::Object(raw), whole }))
        }
        Err(fault) => refused(fault, raw),
    }
}

/// An object of texts as the row of a table, with the keys of objects in it joined: `UserDetails.Email`.
fn flat(format: Format, mut map: Map<String, Value>, row: u32) -> Row {
    map.shift_remove(super::failed::WHY_NOT_KEY);
    let mut pairs = Vec::new();
    for (key, value) in &map {
        match value {
            Value::Object(inner) if key != "attributes" => {
                pairs.extend(inner.iter().map(|(name, value)| (format!("{key}.{name}"), text(value))));
            }
            value => pairs.push((key.clone(), text(value))),
        }
    }
    from_pairs(format, pairs, row, Some(Value::Object(map)))
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => referrals::plain(number),
        Value::Bool(flag) => flag.to_string(),
        Value::Null | Value::Array(_) | Value::Object(_) => String::new(),
    }
}

/// Keys and their texts as a row of a table.
pub(super) fn from_pairs(format: Format, pairs: Vec<(String, String)>, row: u32, raw: Option<Value>) -> Row {
    let (keys, texts): (Vec<_>, Vec<_>) = pairs.into_iter().unzip();
    let headings = plan::unlike(keys);
    let mapping = plan::recognised(format, &headings);
    let plan = Plan::new(format, headings, mapping);
    let cells = Cells { plan: &plan, cells: texts.iter().map(String::as_str).collect(), numbers: &[], row };
    cells.read(raw)
}
