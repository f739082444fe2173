//! The columns of Partner Center's CSV files, found by the names that their headers have had: English and Korean, several
//! years, several spellings. Source: domain.md 2.2 and 2.3.
//!
//! Names are compared without case, spaces and punctuation, so only true differences of wording are listed. A column
//! that is not listed is nothing that a lead holds; its cells are kept with the row all the same.

use unicode_normalization::UnicodeNormalization;

/// A column that tells something of a lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    ReferralId,
    EngagementId,
    DealName,
    CustomerName,
    AddressLine1,
    AddressLine2,
    City,
    State,
    PostalCode,
    Country,
    ContactFirstName,
    ContactLastName,
    ContactPhone,
    ContactEmail,
    Status,
    Substatus,
    MicrosoftStatus,
    Reason,
    Value,
    Currency,
    CloseDate,
    CrmId,
    CampaignId,
    Notes,
    SharedWithMicrosoft,
    Created,
    Updated,
    Expires,
    LeadType,
    Direction,
    /// One of up to fifty.
    Solution,
    /// One of up to fifty of the partner's own people.
    TeamMember,
}

/// Each column's names as [`folded`] leaves them; the first English and the first Korean one are those of the bulk CSV.
const NAMES: &[(Column, &[&str])] = &[
    (Column::ReferralId, &["referralid", "추천id", "조회id", "leadid"]),
    (Column::EngagementId, &["engagementid", "참여id", "계약id"]),
    (Column::DealName, &["dealname", "거래이름"]),
    (Column::CustomerName, &["customername", "고객이름"]),
    (Column::AddressLine1, &["customeraddressline1", "고객주소줄1", "고객주소1"]),
    (Column::AddressLine2, &["customeraddressline2", "고객주소줄2", "고객주소2"]),
    (Column::City, &["customercity", "고객구군시", "고객도시"]),
    (Column::State, &["customerstate", "고객시도", "customerstateprovince"]),
    (Column::PostalCode, &["customerpostalcode", "고객우편번호", "customerzipcode"]),
    (Column::Country, &["customercountry", "고객국가", "customercountryregion", "고객국가지역"]),
    (Column::ContactFirstName, &["customercontactfirstname", "고객연락처이름"]),
    (Column::ContactLastName, &["customercontactlastname", "고객연락처성"]),
    (Column::ContactPhone, &["customercontactphonenumber", "고객연락처전화번호", "customercontactphone"]),
    (
        Column::ContactEmail,
        &[
            "customercontactemailaddress",
            "고객연락처전자메일주소",
            "customercontactemail",
            "고객연락처이메일주소",
            "고객연락처이메일",
        ],
    ),
    (Column::Status, &["partnerreferralstatus", "파트너조회상태", "파트너추천상태", "status", "상태"]),
    (
        Column::Substatus,
        &["partnerreferralsubstatus", "파트너조회하위상태", "파트너추천하위상태", "substatus", "하위상태"],
    ),
    (Column::MicrosoftStatus, &["microsoftreferralstatus", "microsoft조회상태", "microsoft추천상태"]),
    (
        Column::Reason,
        &[
            "declinedlostreason",
            "거부됨손실이유",
            "declinelostreason",
            "declinedlosterrorreason",
            "declinelosterrorreason",
            "거부손실이유",
            "거부됨손실오류이유",
            "statusreason",
            "상태이유",
        ],
    ),
    (Column::Value, &["estimateddealvalue", "예상거래값", "estimatedvalue", "예상거래금액", "dealvalue", "leadvalue"]),
    (Column::Currency, &["currency", "통화", "leadcurrency"]),
    (
        Column::CloseDate,
        &[
            "estimatedclosedate",
            "예상종가날짜",
            "estimatedpurchasedate",
            "예상마감날짜",
            "예상종료날짜",
            "예상구매날짜",
            "예상구매일",
        ],
    ),
    (Column::CrmId, &["crmid"]),
    (Column::CampaignId, &["marketingcampaignid", "마케팅캠페인id", "campaignid"]),
    (Column::Notes, &["notes", "참고", "메모", "note"]),
    (
        Column::SharedWithMicrosoft,
        &["sharewithmicrosoftsalesteam", "microsoft영업팀과공유", "sharedwithmicrosoftsalesteam"],
    ),
    (
        Column::Created,
        &[
            "createddate",
            "만든날짜",
            "creationdate",
            "leadcreationdatetime",
            "referralcreationdate",
            "createddatetime",
            "leadcreationdate",
            "생성날짜",
            "생성일",
        ],
    ),
    (Column::Updated, &["updateddate", "업데이트날짜", "closeddate", "updateddatetime"]),
    (Column::Expires, &["expirationdate", "만료날짜", "expirationdatetime", "expirydate", "만료일"]),
    (Column::LeadType, &["leadtype", "잠재고객유형", "qualification", "qualificationtype"]),
    (Column::Direction, &["direction", "방향", "leaddirection"]),
    (Column::Solution, &["solution", "해결방법", "솔루션"]),
    (Column::TeamMember, &["teammember", "팀멤버", "팀구성원"]),
];

impl Column {
    /// The column that a header names, if a lead holds such a thing.
    pub fn named(header: &str) -> Option<Self> {
        let name = folded(header);
        let numbered = name.trim_end_matches(|c: char| c.is_ascii_digit());
        NAMES.iter().find_map(|(column, names)| {
            let repeats = matches!(column, Self::Solution | Self::TeamMember);
            names.contains(&if repeats { numbered } else { name.as_str() }).then_some(*column)
        })
    }
}

/// The columns without which no row can be a lead, and one of which must be there, as a person would look for them.
pub(super) fn missing(found: &[Column], korean: bool) -> Vec<String> {
    let mut missing = Vec::new();
    if !found.contains(&Column::CustomerName) {
        missing.push(if korean { "고객 이름" } else { "Customer Name" });
    }
    if !found.contains(&Column::ReferralId) && !found.contains(&Column::DealName) {
        missing.push(if korean { "추천 ID" } else { "Referral ID" });
    }
    missing.into_iter().map(str::to_owned).collect()
}

fn folded(header: &str) -> String {
    header.nfc().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_is_known_in_every_spelling_that_was_seen() {
        let cases = [
            ("Customer Name*", Column::CustomerName),
            (" customer\u{a0}name ", Column::CustomerName),
            ("Decline/Lost/Error reason", Column::Reason),
            ("Declined / Lost reason", Column::Reason),
            ("거부 됨/손실 이유", Column::Reason),
            ("예상 종가 날짜*", Column::CloseDate),
            ("고객 구/군/시", Column::City),
            ("LeadCreationDateTime", Column::Created),
            ("Solution 12", Column::Solution),
            ("팀 멤버 1", Column::TeamMember),
            ("Microsoft 영업 팀과 공유", Column::SharedWithMicrosoft),
        ];
        for (header, column) in cases {
            assert_eq!(Column::named(header), Some(column), "{header:?} is the same column however it is written");
        }
        let mac: String = "고객 이름".nfd().collect();
        assert_eq!(Column::named(&mac), Some(Column::CustomerName), "as a Mac writes Korean");
    }

    #[test]
    fn what_only_looks_alike_is_another_column() {
        for header in [
            "Microsoft team member 1",
            "Lead value (USD)",
            "Microsoft Referral Substatus",
            "Notes to Microsoft",
            "",
            "1",
        ] {
            assert_eq!(Column::named(header), None, "{header:?} is nothing that a lead holds");
        }
        assert_eq!(Column::named("Customer Address Line 2"), Some(Column::AddressLine2), "its number is part of it");
    }

    #[test]
    fn no_name_stands_for_two_columns() {
        let names: Vec<&str> = NAMES.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        for name in &names {
            assert_eq!(names.iter().filter(|n| *n == name).count(), 1, "{name} would be read as whichever comes first");
            assert_eq!(folded(name), *name, "a name that is not folded is never found");
        }
    }
}
