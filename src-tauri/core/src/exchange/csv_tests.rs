//! The rules of the bulk CSV, on an invented file in English and in Korean and on small files of few columns.

use super::*;
use crate::domain::lead::{LeadType, Outcome};

const ENGLISH: &[u8] = include_bytes!("../../../../tests/fixtures/partner-center/bulk.en.csv");
const KOREAN: &[u8] = include_bytes!("../../../../tests/fixtures/partner-center/bulk.ko.csv");

fn rows(text: &str) -> Vec<Row> {
    read("a.csv", text.as_bytes()).expect("a file of leads").rows
}

fn leads(rows: Vec<Row>) -> Vec<Incoming> {
    rows.into_iter().filter_map(|row| if let Row::Lead(lead) = row { Some(*lead) } else { None }).collect()
}

fn refused(text: &str) -> RefusedRow {
    match rows(text).pop() {
        Some(Row::Refused { refused: row, .. }) => row,
        other => panic!("not refused: {other:?}"),
    }
}

fn only(text: &str) -> Incoming {
    let mut rows = rows(text);
    assert_eq!(rows.len(), 1, "one row: {rows:?}");
    leads(rows.split_off(0)).pop().expect("a lead")
}

fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).unwrap()
}

#[test]
fn rows_are_told_by_the_line_on_which_they_begin() {
    let told = |bytes| -> Vec<String> {
        let rows = read("bulk.csv", bytes).unwrap().rows;
        rows.iter()
            .map(|row| match row {
                Row::Lead(lead) => format!("{} lead {}", lead.row, lead.lead.customer.name),
                Row::SetAside { row, customer } => format!("{row} aside {customer}"),
                Row::Refused { refused: row, .. } => format!("{} {:?}", row.row, row.reason),
            })
            .collect()
    };
    let expected = [
        "2 lead Adventure Works",
        "4 lead Margie's Travel",
        "5 lead 다온식품",
        "6 aside Litware, Inc.",
        "7 aside Relecloud",
        "8 UnknownStatus",
    ];
    assert_eq!(told(ENGLISH), expected, "a note of two lines moves the rest; shared with Microsoft is co-sell");
    assert_eq!(told(KOREAN), expected, "Korean headers and plain line breaks say the same");
}

#[test]
fn both_languages_tell_the_same_leads() {
    let of = |bytes| leads(read("", bytes).unwrap().rows);
    for (english, korean) in of(ENGLISH).iter().zip(of(KOREAN)) {
        assert_eq!(english.lead, korean.lead, "the language of the header changes nothing");
        assert_eq!(english.known, korean.known, "nor what is known");
    }
}

#[test]
fn an_accepted_row_carries_the_deal() {
    let incoming = leads(read("", ENGLISH).unwrap().rows).remove(0);
    let lead = &incoming.lead;
    assert_eq!(lead.stage, Stage::Accepted { accepted_at: None }, "the file does not say when");
    assert_eq!(lead.lead_type, LeadType::CustomerInquiry, "not shared, so a customer asked");
    assert_eq!(lead.referral_id.as_deref(), Some("ref-1"), "by which it is found again");
    assert_eq!(lead.deal.value.as_ref().unwrap().amount(), "10000.50", "with thousands separators");
    assert_eq!(lead.deal.purchase_on.unwrap().to_string(), "2027-01-30", "month first, unpadded");
    assert_eq!(lead.deal.notes.as_deref(), Some("Twelve shops,\nsaid \"soon\""), "comma, line break and quotes");
    assert_eq!(lead.contacts[0].name, "Mia Castellano", "four columns are one contact");
    assert_eq!(lead.need.solutions, ["SOL-1234-PQRS", "SOL-9"], "without currency, price and quantity");
    let people: Vec<_> = lead.employees.iter().map(|e| (e.name.as_str(), e.phone.as_deref())).collect();
    assert_eq!(people, [("Bob Partner", Some("999999")), ("윤하늘", Some("02-555-0111"))], "not Microsoft's people");
    assert_eq!(
        incoming.raw.clone().into_value()["Customer D-U-N-S ID"],
        "000000001",
        "what a lead cannot hold is kept with the row"
    );
    assert_eq!(
        incoming.raw.clone().into_value().as_object().unwrap().keys().next().unwrap(),
        "Errors",
        "in the file's order"
    );
    for field in [Field::ReceivedAt, Field::RespondBy, Field::Favorite, Field::LeadType, Field::RequestedContact] {
        assert!(!incoming.known.contains(&field), "{field:?} is not in this file");
    }
}

#[test]
fn notes_are_the_customers_until_the_lead_is_accepted() {
    let lead = leads(read("", KOREAN).unwrap().rows).remove(2).lead;
    assert_eq!((lead.need.text.as_str(), lead.deal.notes), ("전화 주세요", None), "as in the API");
    assert_eq!(lead.contacts[0].name, "이수진", "family name first");
}

#[test]
fn a_file_without_creation_dates_leaves_them_to_the_import() {
    let mut incoming = leads(read("", ENGLISH).unwrap().rows).remove(1);
    assert_eq!(incoming.lead.received_at, NOT_TOLD, "nothing is invented");
    let now = at("2026-11-22T09:00:00Z");
    incoming.fill_in(now, 10);
    assert_eq!(incoming.lead.received_at, now, "it came when it was imported");
    assert_eq!(incoming.lead.respond_by, at("2026-12-02T09:00:00Z"), "by the user's setting");
    let Stage::Archived(end) = incoming.lead.stage else { panic!("declined") };
    assert_eq!(end.archived_at, now, "and an end without a date is no older");
    let with_date = "Customer Name,Referral ID,Status,Created Date\nContoso,1,New,11/20/2026 9:05:00 PM\n";
    let mut dated = only(with_date);
    dated.fill_in(now, 14);
    assert_eq!(dated.lead.received_at, at("2026-11-20T21:05:00Z"), "a date that is told stays");
    assert!(dated.known.contains(&Field::ReceivedAt), "and is known");
    let blank = refused("Customer Name,Referral ID,Created Date\nContoso,1,\n");
    assert_eq!(blank.reason, RefusedReason::MissingReceived, "a column that says nothing is a fault of the row");
}

#[test]
fn reasons_are_read_as_code_or_as_words() {
    let reason = |outcome: &str, text: &str| {
        let file = format!(
            "Customer Name;Deal Name;Partner Referral Status;Partner Referral Substatus;Decline/Lost/Error reason\nA;B;Closed;{outcome};{text}\n"
        );
        let Stage::Archived(end) = only(&file).lead.stage else { panic!("closed") };
        (end.reason.map(|r| r.code()), end.reason_text)
    };
    for (text, code) in [("1", 1), ("8", 8), ("3: Customer chose another vendor", 3), ("customer did not respond", 2)] {
        assert_eq!(reason("Declined", text), (Some(code), None), "{text:?}, domain.md 2.1");
    }
    assert_eq!(reason("Lost", "9"), (None, Some("9".into())), "no such code: kept as words");
    assert_eq!(reason("Lost", "2 of us"), (None, Some("2 of us".into())), "a number that is no code");
    assert_eq!(reason("Error", "1"), (None, Some("1".into())), "for an error the codes mean something else");
    assert_eq!(reason("Declined", ""), (None, None), "nothing said");
}

#[test]
fn any_order_any_delimiter_and_any_line_break_will_do() {
    let expected = only("Referral ID,Customer Name\n7,Contoso\n").lead;
    for text in [
        "customer name;REFERRAL ID\r\nContoso;7\r\n",
        "Customer\u{a0}Name*\tReferral Id\nContoso\t7",
        "sep=;\r\nReferral ID;Customer Name\r\n7;Contoso\r\n",
        "\n\nReferral ID,Customer Name,,\n7,Contoso,,\n,,,\n",
        "\"Referral ID,Customer Name\"\n\"7,Contoso\"\n",
    ] {
        assert_eq!(only(text).lead, expected, "{text:?} says the same");
    }
}

#[test]
fn what_is_missing_in_the_header_is_named_in_its_language() {
    let problem = |text: &str| read("a.csv", text.as_bytes()).unwrap_err();
    let columns = |names: &[&str]| FileProblem::MissingColumns { columns: names.iter().map(|n| (*n).into()).collect() };
    assert_eq!(problem("Referral ID,Deal Name\n1,New"), columns(&["Customer"]), "whose lead?");
    let bulk = "Customer Name,Partner Referral Status,Customer City,Customer Country\nA,New,Paris,FR";
    assert_eq!(problem(bulk), columns(&["Referral ID"]), "which lead?");
    let korean = "파트너 조회 상태,고객 도시,고객 국가,통화\nNew,서울,KR,KRW";
    assert_eq!(problem(korean), columns(&["고객 이름", "추천 ID"]), "in the file's own language");
    assert_eq!(
        problem("a,b\n1,2"),
        columns(&["Customer"]),
        "any table can be mapped, but by itself this one is no leads"
    );
    assert_eq!(problem("a,b\n1,2\n3\n"), FileProblem::NotLeads, "rows of all lengths are no table");
}

#[test]
fn each_fault_is_refused_with_its_column_as_the_file_writes_it() {
    use RefusedReason as R;
    let header = "Customer Name*,Referral ID,Status,Estimated Deal Value,Currency,Estimated Close Date,Created Date";
    let cases = [
        (",1,New,,,,2026-11-20", R::MissingCustomer, Some("Customer Name*")),
        ("A,1,Perhaps,,,,2026-11-20", R::UnknownStatus, Some("Status")),
        ("A,1,,,,,2026-11-20", R::UnknownStatus, Some("Status")),
        ("A,1,New,ten,USD,,2026-11-20", R::BadAmount, Some("Estimated Deal Value")),
        ("A,1,New,10,,,2026-11-20", R::BadCurrency, Some("Currency")),
        ("A,1,New,,,30/1/2027,2026-11-20", R::BadDate, Some("Estimated Close Date")),
        ("A,1,New,,,,soon", R::BadDate, Some("Created Date")),
        ("A,1,New", R::WrongCellCount, None),
        ("A,1,New,,,,2026-11-20,more", R::WrongCellCount, None),
    ];
    for (row, reason, column) in cases {
        let told = refused(&format!("{header}\n{row}\n"));
        assert_eq!((told.row, told.reason, told.column.as_deref()), (2, reason, column), "{row}");
    }
    let long = format!("Customer Name,Referral ID\n{},1\n", "가".repeat(501));
    assert_eq!(refused(&long).reason, R::TooLong, "a name has a limit");
}

#[test]
fn an_unclosed_quote_is_a_file_cut_off() {
    let problem = read("a.csv", b"Customer Name,Referral ID\nA,1\nB,\"2\nC,3\n").unwrap_err();
    assert_eq!(problem, FileProblem::CutOff { line: 3 }, "it begins there and never ends");
}

#[test]
fn a_report_that_names_the_type_is_believed() {
    let file = "Referral ID,Creation Date,Customer Name,Lead Type,Lead currency,Lead value,Lead value (USD),Status,Status Reason\n\
        1,2026-11-01,A,Qualified lead,KRW,5000,3.5,Won,\n2,2026-11-01,B,profile lead,,,,New,\n3,11/1/2026,C,Mystery,,,,New,\n";
    let rows = rows(file);
    assert!(
        matches!(&rows[2], Row::Refused { refused: row, .. } if row.reason == RefusedReason::UnknownType),
        "an unknown type is not guessed"
    );
    let leads = leads(rows);
    let Stage::Archived(end) = &leads[0].lead.stage else { panic!("won") };
    assert_eq!((&end.outcome, end.archived_at), (&Outcome::Won, at("2026-11-01T00:00:00Z")), "one status in one word");
    assert_eq!(leads[0].lead.lead_type, LeadType::SalesQualified, "qualified, but nobody says by whom");
    assert!(!leads[0].known.contains(&Field::LeadType), "so an update does not touch what is known already");
    assert_eq!(leads[0].lead.deal.value.as_ref().unwrap().minor, 5000, "in the lead's own currency");
    assert_eq!(leads[1].lead.lead_type, LeadType::CustomerInquiry, "a profile lead");
    assert!(leads[1].known.contains(&Field::LeadType), "told");
}

#[test]
fn a_file_without_any_status_says_nothing_of_the_stage() {
    let incoming = only("Customer Name,Deal Name\nContoso,Rollout\n");
    assert_eq!(incoming.lead.stage, Stage::Received, "a new one has to be answered");
    assert!(!incoming.known.contains(&Field::Stage), "one that we have stays where it is");
}
