//! Leads as lines of `key = value`, as the commercial marketplace shows a test lead; a blank line stands between two of them.

use super::Row;
use super::encoding::Text;
use super::format::{Format, Look};
use super::json_rows::from_pairs;
use super::report::FileProblem;

/// Such a text is a few lines long.
const LONGEST: usize = 4 * 1024 * 1024;

fn pair(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once('=')?;
    let key = key.trim();
    let is_key = !key.is_empty() && key.len() <= 40 && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    is_key.then(|| (key, value.trim()))
}

/// Whether every line is such a pair, and they are those of a lead.
pub(super) fn is_pairs(head: &str) -> bool {
    let lines: Vec<_> = head.lines().map(str::trim).filter(|line| !line.is_empty()).take(30).collect();
    let has =
        |wanted: &str| lines.iter().filter_map(|line| pair(line)).any(|(key, _)| key.eq_ignore_ascii_case(wanted));
    lines.iter().all(|line| pair(line).is_some())
        && has("company")
        && (has("email") || has("last_name") || has("lead_source"))
}

pub(super) fn look(text: Text, encoding: &str) -> Result<Look, FileProblem> {
    let rows = u32::try_from(rows(text)?.len()).unwrap_or(u32::MAX);
    let (columns, mapping) = (Vec::new(), None);
    Ok(Look { format: Format::MarketplaceLead, encoding: encoding.to_owned(), columns, mapping, rows, counted: true })
}

pub(super) fn rows(mut text: Text) -> Result<Vec<Row>, FileProblem> {
    let mut bytes = Vec::new();
    while text.fill(&mut bytes)? {
        if bytes.len() > LONGEST {
            return Err(FileProblem::TooLarge { bytes: bytes.len() as u64, limit: LONGEST as u64 });
        }
    }
    let text = String::from_utf8_lossy(&bytes);
    let (mut rows, mut pairs, mut begun) = (Vec::new(), Vec::new(), 1_u32);
    for (line, row) in text.lines().chain([""]).zip(1_u32..) {
        match pair(line) {
            Some((key, value)) => {
                if pairs.is_empty() {
                    begun = row;
                }
                pairs.push((key.to_owned(), value.to_owned()));
            }
            None if line.trim().is_empty() && !pairs.is_empty() => {
                rows.push(from_pairs(Format::MarketplaceLead, std::mem::take(&mut pairs), begun, None));
            }
            None => {}
        }
    }
    Ok(rows)
}
