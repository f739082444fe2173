//! What the columns of a table that no program is known for may be: by their headings, and by what stands below them.
//!
//! A guess is shown to whoever maps the table, and may be wrong; so the values have a veto, and what they contradict is left
//! open.

use super::column::Column;
use super::columns::{self, folded, numbered};
use super::format::{DateOrder, DecimalMark, Format, MappedColumn, Mapping};
use super::records::Record;
use super::synonyms::SYNONYMS;
use super::{amounts, dates, table_stage};

/// Whether some table has a column of this name.
pub(super) fn is_heading(heading: &str) -> bool {
    let formats = [Format::PartnerCenterCsv, Format::SalesforceCsv, Format::Dynamics, Format::HearthTable];
    formats.iter().any(|format| columns::named(*format, heading).is_some()) || by_name(heading).is_some()
}

pub(super) fn is_customer(heading: &str) -> bool {
    by_name(heading) == Some(Column::CustomerName)
}

fn by_name(heading: &str) -> Option<Column> {
    if super::failed::is_ours(heading) {
        return None;
    }
    // `금액(원)`, `Value (USD)`
    let bare = heading.split(['(', '[']).next().unwrap_or(heading);
    let find = |name: &str| SYNONYMS.iter().find_map(|(column, names)| names.contains(&name).then_some(*column));
    let name = folded(bare);
    find(&name)
        .or_else(|| numbered(&name).and_then(|(name, _)| find(&name)).filter(|column| column.is_numbered()))
        .or_else(|| columns::named(Format::PartnerCenterCsv, bare))
        .or_else(|| columns::named(Format::HearthTable, bare))
}

/// A part of a heading that tells what its column is, where the whole of it does not.
fn by_part(heading: &str) -> Option<Column> {
    let name = folded(heading);
    let has = |parts: &[&str]| parts.iter().any(|part| name.contains(part));
    Some(match () {
        () if has(&["email", "이메일", "메일주소", "전자우편"]) => Column::ContactEmail,
        () if has(&["mobile", "휴대", "핸드폰"]) => Column::ContactMobile,
        () if has(&["phone", "전화번호", "연락처"]) => Column::ContactPhone,
        () if has(&["company", "회사", "업체명", "고객사", "기업명"]) => Column::CustomerName,
        () if has(&["담당자"]) => Column::ContactName,
        () if has(&["zipcode", "postalcode", "우편번호"]) => Column::PostalCode,
        () if has(&["amount", "금액"]) => Column::Value,
        () => return None,
    })
}

/// The mapping that headings and values suggest.
pub(super) fn mapping(headings: &[String], below: &[Record]) -> Mapping {
    let values = |at: usize| -> Vec<&str> {
        below.iter().map(|row| row.cell(at).trim()).filter(|cell| !cell.is_empty()).collect()
    };
    let mut taken: Vec<Option<Column>> = vec![None; headings.len()];
    let names: Vec<String> = headings.iter().map(|heading| folded(heading)).collect();
    let has_last = names.iter().any(|name| matches!(name.as_str(), "성" | "lastname" | "surname"));
    for certain in [true, false] {
        for (at, heading) in headings.iter().enumerate() {
            if taken[at].is_some() || super::failed::is_ours(heading) {
                continue;
            }
            let told = if certain {
                match names[at].as_str() {
                    "이름" if has_last => Some(Column::ContactFirstName),
                    "이름" => Some(Column::ContactName),
                    _ => by_name(heading),
                }
            } else {
                by_part(heading)
            };
            let column = told.and_then(|column| agreed(column, &values(at)));
            if let Some(column) = column.filter(|column| is_free(*column, &taken, &names, at)) {
                taken[at] = Some(column);
            }
        }
    }
    // Addresses and numbers say what they are whatever stands above them.
    for (column, looks) in [(Column::ContactEmail, is_email as fn(&str) -> bool), (Column::ContactPhone, is_phone)] {
        if taken.contains(&Some(column)) {
            continue;
        }
        let free = |at: &usize| taken[*at].is_none() && !super::failed::is_ours(&headings[*at]);
        let found = (0..headings.len()).filter(free).find(|at| {
            let values = values(*at);
            values.len() >= 2 && values.iter().filter(|value| looks(value)).count() * 5 >= values.len() * 4
        });
        if let Some(at) = found {
            taken[at] = Some(column);
        }
    }
    let of = |wanted: &[Column]| -> Vec<&str> {
        (0..headings.len()).filter(|at| taken[*at].is_some_and(|c| wanted.contains(&c))).flat_map(values).collect()
    };
    let amounts = of(&[Column::Value]);
    let money_heading =
        (0..headings.len()).find(|at| taken[*at] == Some(Column::Value)).map(|at| headings[at].as_str());
    Mapping {
        currency: currency(money_heading, &amounts),
        date_order: date_order(&of(DATES)),
        decimal_mark: decimal_mark(&amounts),
        lead_type: None,
        columns: headings
            .iter()
            .zip(taken)
            .map(|(heading, column)| MappedColumn { heading: heading.clone(), column })
            .collect(),
    }
}

const DATES: &[Column] = &[
    Column::Received,
    Column::RespondBy,
    Column::PurchaseDate,
    Column::Accepted,
    Column::Archived,
    Column::Contacted,
    Column::FollowUpOn,
];

/// Only what may have several stands twice, and then under headings with numbers.
fn is_free(column: Column, taken: &[Option<Column>], names: &[String], at: usize) -> bool {
    !taken.contains(&Some(column)) || (column.is_numbered() && numbered(&names[at]).is_some())
}

/// What a column is after a look at its values: the same, something nearer, or nothing that is certain.
fn agreed(column: Column, values: &[&str]) -> Option<Column> {
    let most = |looks: &dyn Fn(&str) -> bool| {
        values.is_empty() || values.iter().filter(|value| looks(value)).count() * 5 >= values.len() * 4
    };
    let fits = match column {
        Column::ContactEmail => most(&is_email) || most(&|value| value.contains('@')),
        Column::ContactPhone | Column::ContactMobile => {
            if !values.is_empty() && most(&is_email) {
                return Some(Column::ContactEmail);
            }
            if !values.is_empty() && most(&|value| !value.chars().any(|c| c.is_ascii_digit())) {
                return Some(Column::ContactName);
            }
            most(&|value| value.chars().any(|c| c.is_ascii_digit()))
        }
        Column::ContactName => {
            if !values.is_empty() && most(&is_email) {
                return Some(Column::ContactEmail);
            }
            if !values.is_empty() && most(&is_phone) {
                return Some(Column::ContactPhone);
            }
            true
        }
        Column::Value => most(&|value| value.chars().any(|c| c.is_ascii_digit())),
        Column::Currency => most(&|value| amounts::currency(value).is_some()),
        Column::Status => values.iter().all(|value| table_stage::meaning(Some(value), None).is_some()),
        Column::LeadType => values.iter().all(|value| super::cells::read_lead_type(value).is_some()),
        column if DATES.contains(&column) => {
            most(&|value| dates::numbers(value).is_some() || dates::instant(value, DateOrder::YearMonthDay).is_some())
        }
        _ => true,
    };
    fits.then_some(column)
}

fn is_email(value: &str) -> bool {
    value.split_once('@').is_some_and(|(name, domain)| {
        !name.is_empty() && domain.contains('.') && !value.contains(char::is_whitespace) && !domain.contains('@')
    })
}

fn is_phone(value: &str) -> bool {
    let digits = value.chars().filter(char::is_ascii_digit).count();
    (7..=15).contains(&digits)
        && value.starts_with(['+', '0', '('])
        && value.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '+' | '(' | ')' | '-' | '.' | '/'))
}

/// The order that all days can have. What could be either is read as its sign suggests: `11/24` in America, `24.11.` in Europe.
fn date_order(values: &[&str]) -> DateOrder {
    let (mut day_first, mut month_first, mut sign) = (0, 0, None);
    for value in values {
        match dates::numbers(value) {
            Some((_, true, _, _)) | None => {}
            Some(([a, b, c], false, s, _)) => {
                // With two digits of a year only the last one can be beyond a day.
                day_first += u32::from(a > 12 && b <= 12 && (c > 31 || a <= 31));
                month_first += u32::from(b > 12 && a <= 12);
                sign = sign.or(Some(s));
            }
        }
    }
    match (day_first > month_first, month_first > 0, sign) {
        (_, _, None) => DateOrder::YearMonthDay,
        (true, _, _) => DateOrder::DayMonthYear,
        (_, true, _) | (_, _, Some('/')) => DateOrder::MonthDayYear,
        _ => DateOrder::DayMonthYear,
    }
}

fn decimal_mark(values: &[&str]) -> DecimalMark {
    let shape = |value: &&str| -> Option<DecimalMark> {
        let number: String = value.chars().filter(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).collect();
        let after = |mark: char| number.rsplit_once(mark).map(|(_, decimals)| decimals.len());
        match (number.rfind('.'), number.rfind(',')) {
            (Some(point), Some(comma)) => Some(if comma > point { DecimalMark::Comma } else { DecimalMark::Point }),
            (None, Some(_)) if after(',') != Some(3) => Some(DecimalMark::Comma),
            (Some(_), None) if after('.') != Some(3) => Some(DecimalMark::Point),
            (Some(_), None) if number.matches('.').count() > 1 => Some(DecimalMark::Comma),
            _ => None,
        }
    };
    let shapes: Vec<DecimalMark> = values.iter().filter_map(shape).collect();
    let commas = shapes.iter().filter(|mark| **mark == DecimalMark::Comma).count();
    if commas * 2 > shapes.len() { DecimalMark::Comma } else { DecimalMark::Point }
}

/// The currency of a column of amounts: in its heading, beside its amounts, or that of a Korean table.
fn currency(heading: Option<&str>, values: &[&str]) -> Option<String> {
    let heading = heading?;
    let told =
        heading.split_once(['(', '[']).and_then(|(_, rest)| amounts::currency(rest.trim_end_matches([')', ']'])));
    let beside = || values.iter().find_map(|value| amounts::plain(value, DecimalMark::Point).1).map(str::to_owned);
    let dollars = || values.iter().any(|value| value.starts_with('$')).then(|| "USD".to_owned());
    let korean = || heading.chars().any(|c| matches!(c, '\u{ac00}'..='\u{d7a3}')).then(|| "KRW".to_owned());
    told.or_else(beside).or_else(dollars).or_else(korean)
}

#[cfg(test)]
#[path = "guess_tests.rs"]
mod tests;
