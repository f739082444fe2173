//! What a cell of Hearth's own tables looks like, both ways: words for coded values in English and Korean, lists, people.
//!
//! `out` writes cells with this and the reader of tables reads them with it, so what goes out comes back. How a cell that a
//! spreadsheet would run is made harmless is in `guard`; which columns there are in `column`.

pub use crate::domain::text::{cut, is_cut_of};

use crate::domain::lead::{ContactWay, Employee, LeadType, Outcome, Reason, StageKind};

/// A fixed set of values with their words: the value, English, Korean.
type Words<T> = &'static [(T, &'static str, &'static str)];

const LEAD_TYPES: Words<LeadType> = &[
    (LeadType::CustomerInquiry, "Customer inquiry", "고객 문의"),
    (LeadType::MarketingQualified, "Marketing qualified", "마케팅 적격"),
    (LeadType::SalesQualified, "Sales qualified", "영업 적격"),
];
const STAGES: Words<StageKind> = &[
    (StageKind::Received, "Received", "받음"),
    (StageKind::Accepted, "Accepted", "수락됨"),
    (StageKind::Archived, "Archived", "보관됨"),
];
const OUTCOMES: Words<Outcome> = &[
    (Outcome::Won, "Won", "성사"),
    (Outcome::Lost, "Lost", "실패"),
    (Outcome::Declined, "Declined", "거절됨"),
    (Outcome::Expired, "Expired", "만료됨"),
];
const WAYS: Words<ContactWay> = &[
    (ContactWay::Phone, "Phone", "전화"),
    (ContactWay::Email, "E-mail", "이메일"),
    (ContactWay::Meeting, "Meeting", "미팅"),
    (ContactWay::Other, "Another way", "다른 방법"),
];
const FLAGS: Words<bool> = &[(true, "Yes", "예"), (false, "No", "아니요")];
/// By their code, which is their place from 1. Source: domain.md 2.1.
const REASONS: [(&str, &str); 8] = [
    ("1: Project budget is not adequate", "1: 프로젝트 예산이 부족함"),
    ("2: Customer did not respond", "2: 고객이 응답하지 않음"),
    ("3: Customer chose another vendor", "3: 고객이 다른 공급업체를 선택함"),
    ("4: Customer requirement not met", "4: 고객 요구 사항을 충족하지 못함"),
    ("5: Not a customer", "5: 고객이 아님"),
    ("6: Proposed time line was too short", "6: 제안된 일정이 너무 촉박함"),
    ("7: Report as abuse, spam or phishing", "7: 악용, 스팸 또는 피싱으로 신고"),
    ("8: Others", "8: 기타"),
];

fn word<T: PartialEq>(words: Words<T>, value: &T, korean: bool) -> Option<&'static str> {
    words.iter().find(|(v, _, _)| v == value).map(|(_, en, ko)| if korean { *ko } else { *en })
}

fn value<T: Clone>(words: Words<T>, cell: &str) -> Option<T> {
    let cell = cell.trim();
    words.iter().find(|(_, en, ko)| en.eq_ignore_ascii_case(cell) || *ko == cell).map(|(v, _, _)| v.clone())
}

pub fn lead_type(value: LeadType, korean: bool) -> &'static str {
    word(LEAD_TYPES, &value, korean).unwrap_or_default()
}

/// Reads what [`lead_type`] writes, in either language.
pub fn read_lead_type(cell: &str) -> Option<LeadType> {
    value(LEAD_TYPES, cell)
}

pub fn stage(value: StageKind, korean: bool) -> &'static str {
    word(STAGES, &value, korean).unwrap_or_default()
}

/// Reads what [`stage`] writes, in either language.
pub fn read_stage(cell: &str) -> Option<StageKind> {
    value(STAGES, cell)
}

/// An outcome that Hearth does not know is written as it came.
pub fn outcome(value: &Outcome, korean: bool) -> &str {
    word(OUTCOMES, value, korean).unwrap_or(value.as_str())
}

/// Reads what [`outcome`] writes, in either language.
pub fn read_outcome(cell: &str) -> Outcome {
    value(OUTCOMES, cell).unwrap_or_else(|| Outcome::parse(cell))
}

pub fn contact_way(value: ContactWay, korean: bool) -> &'static str {
    word(WAYS, &value, korean).unwrap_or_default()
}

/// Reads what [`contact_way`] writes, in either language.
pub fn read_contact_way(cell: &str) -> Option<ContactWay> {
    value(WAYS, cell)
}

pub fn flag(value: bool, korean: bool) -> &'static str {
    word(FLAGS, &value, korean).unwrap_or_default()
}

/// Reads what [`flag`] writes, in either language.
pub fn read_flag(cell: &str) -> Option<bool> {
    value(FLAGS, cell)
}

/// The code with its words: `3: Customer chose another vendor`.
pub fn reason(value: Reason, korean: bool) -> &'static str {
    let (en, ko) = REASONS[usize::from(value.code()) - 1];
    if korean { ko } else { en }
}

/// Reads what [`reason`] writes, in either language; the code decides.
pub fn read_reason(cell: &str) -> Option<Reason> {
    let (code, words) = cell.split_at_checked(1)?;
    let code: u8 = code.parse().ok()?;
    (words.is_empty() || words.starts_with(':')).then(|| Reason::try_from(code).ok()).flatten()
}

/// A list in one cell: `Teams; Microsoft365`. A semicolon or a backslash inside an item gets a backslash before it.
pub fn list(items: &[String]) -> String {
    joined(items.iter().map(String::as_str), ';')
}

/// Reads what [`list`] writes; blanks around an item and empty items are nothing.
pub fn read_list(cell: &str) -> Vec<String> {
    split(cell, ';').into_iter().filter(|item| !item.is_empty()).collect()
}

/// One of the partner's own people: `name, phone, e-mail`, always with both commas. A comma inside a part gets a backslash
/// before it.
pub fn team_member(employee: &Employee) -> String {
    let part = |part: &Option<String>| part.clone().unwrap_or_default();
    joined([employee.name.as_str(), &part(&employee.phone), &part(&employee.email)].into_iter(), ',')
}

/// Reads what [`team_member`] writes; `None` when it has other than three parts and so was not written by it.
pub fn read_team_member(cell: &str) -> Option<Employee> {
    let [name, phone, email] = <[String; 3]>::try_from(split(cell, ',')).ok()?;
    let part = |part: String| Some(part).filter(|part| !part.is_empty());
    Some(Employee { name, phone: part(phone), email: part(email) })
}

fn joined<'a>(parts: impl Iterator<Item = &'a str>, by: char) -> String {
    let mut cell = String::new();
    for (place, part) in parts.enumerate() {
        if place > 0 {
            cell.push(by);
            cell.push(' ');
        }
        for c in part.chars() {
            if c == by || c == '\\' {
                cell.push('\\');
            }
            cell.push(c);
        }
    }
    cell
}

fn split(cell: &str, by: char) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut chars = cell.chars().peekable();
    while let Some(c) = chars.next() {
        let escaped = if c == '\\' { chars.next_if(|next| *next == by || *next == '\\') } else { None };
        match (escaped, parts.last_mut()) {
            (Some(escaped), Some(part)) => part.push(escaped),
            (None, Some(part)) if c != by => part.push(c),
            _ => parts.push(String::new()),
        }
    }
    parts.into_iter().map(|part| part.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_word_is_read_in_both_languages() {
        for korean in [false, true] {
            for kind in LeadType::ALL {
                assert_eq!(read_lead_type(lead_type(kind, korean)), Some(kind), "a lead's type comes back");
            }
            for kind in StageKind::ALL {
                assert_eq!(read_stage(stage(kind, korean)), Some(kind), "and its stage");
            }
            for (value, ..) in OUTCOMES {
                assert_eq!(&read_outcome(outcome(value, korean)), value, "and how it ended");
            }
            for (way, ..) in WAYS {
                assert_eq!(read_contact_way(contact_way(*way, korean)), Some(*way), "and how it was contacted");
            }
            for code in 1..=8 {
                let code = Reason::try_from(code).unwrap();
                assert_eq!(read_reason(reason(code, korean)), Some(code), "and the reason");
            }
            for yes in [true, false] {
                assert_eq!(read_flag(flag(yes, korean)), Some(yes), "and a yes or no");
            }
        }
        assert_eq!(outcome(&Outcome::Other("Duplicate".into()), true), "Duplicate", "an unknown word as it came");
    }

    proptest! {
        #[test]
        fn lists_and_people_come_back(items in proptest::collection::vec("[a-z;,\\\\가]{1,6}", 0..4), parts in ["[a-z;,\\\\가]{0,5}", "[0-9,\\\\]{0,5}", "[a-z@,]{0,5}"]) {
            prop_assert_eq!(read_list(&list(&items)), items);
            let [name, phone, email] = parts.map(|p| Some(p).filter(|p| !p.is_empty()));
            let employee = Employee { name: name.unwrap_or_default(), phone, email };
            prop_assert_eq!(read_team_member(&team_member(&employee)), Some(employee));
        }
    }
}
