//! The names of columns, and whose file they are of.

use unicode_normalization::UnicodeNormalization;

use super::*;

#[test]
fn a_header_is_known_in_every_spelling_that_was_seen() {
    let cases = [
        ("Customer Name*", Column::CustomerName),
        (" customer\u{a0}name ", Column::CustomerName),
        ("Decline/Lost/Error reason", Column::Reason),
        ("Declined / Lost reason", Column::Reason),
        ("거부 됨/손실 이유", Column::Reason),
        ("예상 종가 날짜*", Column::PurchaseDate),
        ("고객 구/군/시", Column::City),
        ("LeadCreationDateTime", Column::Received),
        ("Solution 12", Column::Solutions),
        ("팀 멤버 1", Column::TeamMember),
        ("Microsoft 영업 팀과 공유", Column::SharedWithMicrosoft),
    ];
    let named = |header: &str| named(Format::PartnerCenterCsv, header);
    for (header, column) in cases {
        assert_eq!(named(header), Some(column), "{header:?} is the same column however it is written");
    }
    let mac: String = "고객 이름".nfd().collect();
    assert_eq!(named(&mac), Some(Column::CustomerName), "as a Mac writes Korean");
    for header in [
        "Microsoft team member 1",
        "Lead value (USD)",
        "Microsoft Referral Substatus",
        "Notes to Microsoft",
        "",
        "1",
        "Errors",
        "오류",
    ] {
        assert_eq!(named(header), None, "{header:?} is nothing that a lead holds");
    }
    assert_eq!(named("Customer Address Line 2"), Some(Column::AddressLine2), "its number is part of it");
}

#[test]
fn every_heading_of_ours_is_known_in_both_languages_and_with_a_number() {
    for column in Column::OURS {
        let (english, korean) = column.heading();
        for heading in [english, korean] {
            assert_eq!(named(Format::HearthTable, heading), Some(*column), "{heading:?} is written by Hearth itself");
            if column.is_numbered() {
                assert_eq!(named(Format::HearthTable, &format!("{heading} 2")), Some(*column), "a second {heading:?}");
            }
        }
    }
    assert_eq!(named(Format::HearthTable, failed::WHY_NOT.0), None, "the reason of a failed row is no part of a lead");
    assert_eq!(named(Format::HearthTable, failed::WHY_NOT.1), None, "nor in Korean");
}

#[test]
fn no_name_stands_for_two_columns() {
    for table in [PARTNER_CENTER, SALESFORCE, DYNAMICS, MARKETPLACE] {
        let names: Vec<&str> = table.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        for name in &names {
            assert_eq!(names.iter().filter(|n| *n == name).count(), 1, "{name} would be read as whichever comes first");
            assert_eq!(folded(name), *name, "a name that is not folded is never found");
        }
    }
}

#[test]
fn a_file_is_known_by_its_headings() {
    let of = |headings: &str| recognised(&headings.split(',').collect::<Vec<_>>());
    let cases = [
        ("Referral ID,Customer Name", Some(Format::PartnerCenterCsv)),
        ("Referral ID,Creation Date,Updated Date,Customer Name,Lead Type,Status", Some(Format::LeadsAnalytics)),
        ("City,Company,Country,Email,FirstName,LastName,MobilePhone,Status", Some(Format::SalesforceCsv)),
        ("First Name,Last Name,Company,Lead Source,Lead Status,Referral ID,Hearth ID", Some(Format::SalesforceCsv)),
        ("Topic,First Name,Last Name,Company Name,Business Phone,Email", Some(Format::Dynamics)),
        ("subject,lastname,companyname,emailaddress1,statecode", Some(Format::Dynamics)),
        ("Hearth ID,Customer,Stage,Contact e-mail", Some(Format::HearthTable)),
        ("Hearth ID,고객,단계,연락처 이메일", Some(Format::HearthTable)),
        ("City,Company", None),
        ("회사,담당자,이메일,전화번호", None),
    ];
    for (headings, format) in cases {
        assert_eq!(of(headings), format, "{headings}");
    }
}
