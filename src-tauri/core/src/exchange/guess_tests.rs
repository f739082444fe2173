//! Guesses on small tables, as people have them.

use super::*;

fn guessed(headings: &[&str], rows: &[&[&str]]) -> Mapping {
    let below: Vec<Record> = rows
        .iter()
        .map(|cells| {
            let mut record = Record::default();
            record.clear(2);
            cells.iter().for_each(|cell| record.push(cell));
            record
        })
        .collect();
    let headings: Vec<String> = headings.iter().map(|heading| (*heading).to_owned()).collect();
    mapping(&headings, &below)
}

fn columns(mapping: &Mapping) -> Vec<Option<Column>> {
    mapping.columns.iter().map(|mapped| mapped.column).collect()
}

#[test]
fn a_korean_table_is_understood() {
    let mapping = guessed(
        &["회사", "담당자", "연락처", "이메일", "예상 금액(원)", "접수일", "비고"],
        &[
            &["한빛전자", "김민수", "02-555-0101", "minsu@hanbit.example", "48,000,000", "2026. 11. 3.", "급함"],
            &["다온식품", "이수진", "010-5555-0102", "sujin@daon.example", "5,000,000", "2026. 11. 14.", ""],
        ],
    );
    use Column as C;
    let expected =
        [C::CustomerName, C::ContactName, C::ContactPhone, C::ContactEmail, C::Value, C::Received, C::Notes].map(Some);
    assert_eq!(columns(&mapping), expected, "by headings and values");
    assert_eq!(mapping.currency.as_deref(), Some("KRW"), "the heading says won");
    assert_eq!(mapping.date_order, DateOrder::YearMonthDay, "the year is first");
}

#[test]
fn the_values_have_a_veto_and_tell_what_a_heading_does_not() {
    let mapping = guessed(
        &["Company", "Contact", "Reach", "Status", "Created"],
        &[
            &["Contoso", "dana@contoso.example", "+1 425 555 0100", "my own word", "soon"],
            &["Fabrikam", "sam@fabrikam.example", "+1 425 555 0101", "another", "later"],
        ],
    );
    use Column as C;
    let expected = [Some(C::CustomerName), Some(C::ContactEmail), Some(C::ContactPhone), None, None];
    assert_eq!(
        columns(&mapping),
        expected,
        "an address is an address, and words that nobody knows are no stage or day"
    );
}

#[test]
fn the_order_of_day_and_month_is_found_in_the_values() {
    let order = |values: &[&str]| date_order(values);
    assert_eq!(order(&["01/02/2026", "13/02/2026"]), DateOrder::DayMonthYear, "there is no thirteenth month");
    assert_eq!(order(&["01/02/2026", "02/13/2026"]), DateOrder::MonthDayYear, "nor the other way round");
    assert_eq!(order(&["01/02/2026"]), DateOrder::MonthDayYear, "slashes are American");
    assert_eq!(order(&["01.02.2026"]), DateOrder::DayMonthYear, "points are European");
    assert_eq!(order(&["2026-02-01", ""]), DateOrder::YearMonthDay, "the year first");
}

#[test]
fn the_mark_before_decimals_is_found_in_the_values() {
    for (values, mark) in [
        (&["1.234,50", "10"][..], DecimalMark::Comma),
        (&["12,5"], DecimalMark::Comma),
        (&["1,234.50"], DecimalMark::Point),
        (&["1,234"], DecimalMark::Point),
        (&["1.234.567"], DecimalMark::Comma),
        (&["10000.5"], DecimalMark::Point),
    ] {
        assert_eq!(decimal_mark(values), mark, "{values:?}");
    }
}

#[test]
fn several_contacts_stand_under_numbers() {
    let mapping = guessed(&["Company", "Email 1", "Email 2", "Errors"], &[]);
    use Column as C;
    let expected = [Some(C::CustomerName), Some(C::ContactEmail), Some(C::ContactEmail), None];
    assert_eq!(columns(&mapping), expected, "two people; what went wrong is no column");
}
