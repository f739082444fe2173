//! The names that the columns of leads have in the files of several programs, and whose file a heading is of.
//!
//! Names are compared without case, spaces and punctuation, so only true differences of wording are listed. A column
//! that is not listed is nothing that a lead holds; its cells are kept with the row all the same. Names that only
//! `guess` believes, after a look at the values, are in `synonyms`.

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use super::column::Column;
use super::failed;
use super::format::Format;

type Names = &'static [(Column, &'static [&'static str])];

/// Partner Center's bulk CSV of all years. Source: domain.md 2.2. The first English and the first Korean name are those of 2021.
const PARTNER_CENTER: Names = &[
    (Column::HearthId, &["hearthid"]),
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
        Column::PurchaseDate,
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
        Column::Received,
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
    (Column::Archived, &["updateddate", "업데이트날짜", "closeddate", "updateddatetime"]),
    (Column::RespondBy, &["expirationdate", "만료날짜", "expirationdatetime", "expirydate", "만료일"]),
    (Column::LeadType, &["leadtype", "잠재고객유형", "qualification", "qualificationtype", "referralsource"]),
    (Column::Direction, &["direction", "방향", "leaddirection"]),
    (Column::Solutions, &["solution", "해결방법", "솔루션"]),
    (Column::TeamMember, &["teammember", "팀멤버", "팀구성원"]),
];

/// Salesforce's leads by their labels and API names. Source: domain.md 4.
const SALESFORCE: Names = &[
    (Column::HearthId, &["hearthid", "hearthidc"]),
    (Column::ReferralId, &["referralid", "referralidc", "추천id"]),
    (Column::CustomerName, &["company", "companyaccount", "회사"]),
    (Column::AddressLine1, &["street", "도로명", "상세주소"]),
    (Column::City, &["city", "구군시"]),
    (Column::State, &["state", "stateprovince", "statecode", "시도"]),
    (Column::PostalCode, &["postalcode", "zippostalcode", "zip", "우편번호"]),
    (Column::Country, &["country", "countrycode", "국가"]),
    (Column::ContactFirstName, &["firstname", "이름"]),
    (Column::ContactLastName, &["lastname", "성"]),
    (Column::ContactTitle, &["title", "직함"]),
    (Column::ContactEmail, &["email", "이메일"]),
    (Column::ContactPhone, &["phone", "전화"]),
    (Column::ContactMobile, &["mobilephone", "mobile", "휴대폰"]),
    (Column::Status, &["status", "leadstatus", "리드상태"]),
    (Column::Need, &["description", "설명"]),
    (Column::Industries, &["industry", "업종"]),
    (Column::Received, &["createddate", "createdate", "생성일"]),
    (Column::CampaignId, &["campaignid"]),
];

/// Dynamics 365's leads by their display and logical names. Source: domain.md 4.
const DYNAMICS: Names = &[
    (Column::HearthId, &["hearthid", "newhearthid"]),
    (Column::ReferralId, &["referralid", "newreferralid", "referralidentifier", "추천id"]),
    (Column::DealName, &["topic", "subject", "주제"]),
    (Column::CustomerName, &["companyname", "company", "회사이름", "회사명"]),
    (Column::AddressLine1, &["street1", "address1line1", "번지1"]),
    (Column::AddressLine2, &["street2", "address1line2", "번지2"]),
    (Column::City, &["city", "address1city", "구군시"]),
    (Column::State, &["stateprovince", "address1stateorprovince", "시도"]),
    (Column::PostalCode, &["zippostalcode", "address1postalcode", "우편번호"]),
    (Column::Country, &["countryregion", "address1country", "국가지역"]),
    (Column::ContactFirstName, &["firstname", "이름"]),
    (Column::ContactLastName, &["lastname", "성"]),
    (Column::ContactTitle, &["jobtitle", "직함"]),
    (Column::ContactEmail, &["email", "emailaddress1", "전자메일", "이메일"]),
    (Column::ContactPhone, &["businessphone", "telephone1", "근무처전화", "회사전화"]),
    (Column::ContactMobile, &["mobilephone", "휴대폰"]),
    (Column::Status, &["status", "statecode", "상태"]),
    (Column::Substatus, &["statusreason", "statuscode", "상태설명"]),
    (Column::Need, &["description", "설명"]),
    (Column::Industries, &["industry", "industrycode", "산업"]),
    (Column::Value, &["estvalue", "estimatedamount", "예상가치"]),
    (Column::Currency, &["currency", "transactioncurrencyid", "통화"]),
    (Column::PurchaseDate, &["estclosedate", "estimatedclosedate", "예상종료날짜"]),
    (Column::Received, &["createdon", "만든날짜"]),
];

/// A lead of the commercial marketplace: the JSON's keys, and those of its text.
const MARKETPLACE: Names = &[
    (Column::CustomerName, &["userdetailscompany", "company"]),
    (Column::Country, &["userdetailscountry", "country"]),
    (Column::ContactEmail, &["userdetailsemail", "email"]),
    (Column::ContactFirstName, &["userdetailsfirstname", "firstname"]),
    (Column::ContactLastName, &["userdetailslastname", "lastname"]),
    (Column::ContactPhone, &["userdetailsphone", "phone"]),
    (Column::ContactTitle, &["userdetailstitle", "title"]),
    (Column::Solutions, &["offertitle"]),
    (Column::RequestedContact, &["actioncode"]),
    (Column::Need, &["description"]),
];

/// What a heading is called when names are compared.
pub(super) fn folded(heading: &str) -> String {
    heading.nfc().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The name without its digits, and the number that they are.
pub(super) fn numbered(name: &str) -> Option<(String, usize)> {
    let digits: String = name.chars().filter(char::is_ascii_digit).collect();
    let number = digits.parse().ok().filter(|number| (1..=50).contains(number))?;
    Some((name.chars().filter(|c| !c.is_ascii_digit()).collect(), number))
}

fn find(names: Names, name: &str) -> Option<Column> {
    names.iter().find_map(|(column, names)| names.contains(&name).then_some(*column))
}

/// Our own headings in both languages.
static OURS: LazyLock<HashMap<String, Column>> = LazyLock::new(|| {
    let all = Column::OURS.iter().copied().chain([Column::ContactMobile]);
    all.flat_map(|c| [(folded(c.heading().0), c), (folded(c.heading().1), c)]).collect()
});

/// The column that a heading names in files of `format`, if a lead holds such a thing.
pub(super) fn named(format: Format, heading: &str) -> Option<Column> {
    if failed::is_ours(heading) {
        return None;
    }
    let look_up = |name: &str| match format {
        Format::PartnerCenterCsv | Format::LeadsAnalytics | Format::PartnerCenterJson => find(PARTNER_CENTER, name),
        Format::SalesforceCsv | Format::SalesforceJson => find(SALESFORCE, name),
        Format::Dynamics => find(DYNAMICS, name),
        Format::MarketplaceLead => find(MARKETPLACE, name),
        Format::HearthTable | Format::HearthJson => OURS.get(name).copied(),
        Format::Table => None,
    };
    let name = folded(heading);
    look_up(&name).or_else(|| {
        let (name, _) = numbered(&name)?;
        look_up(&name).filter(|column| column.is_numbered())
    })
}

/// The format whose file has these headings; `None` where they are of none that is known.
pub(super) fn recognised(headings: &[&str]) -> Option<Format> {
    let names: Vec<String> = headings.iter().map(|heading| folded(heading)).collect();
    let has = |name: &str| names.iter().any(|n| n == name);
    let count = |all: &[&str]| all.iter().filter(|name| has(name)).count();
    let known = |format: Format| {
        let mut columns: Vec<_> = headings.iter().filter_map(|heading| named(format, heading)).collect();
        columns.sort_unstable();
        columns.dedup();
        columns
    };
    let ours = known(Format::HearthTable);
    let both = ours.contains(&Column::Status) && ours.contains(&Column::CustomerName);
    if both && (ours.contains(&Column::HearthId) || ours.len() >= 6) {
        return Some(Format::HearthTable);
    }
    let source = known(Format::PartnerCenterCsv);
    let is = |column| source.contains(&column);
    let report = [
        "creationdate",
        "referralcreationdate",
        "leadtype",
        "leadsource",
        "referralsource",
        "leadcurrency",
        "leadvalue",
        "leaddirection",
        "calltoaction",
        "offerid",
    ];
    if is(Column::ReferralId) && is(Column::CustomerName) && count(&report) >= 2 {
        return Some(Format::LeadsAnalytics);
    }
    let bulk = names.iter().filter(|name| {
        ["customer", "partnerreferral", "microsoft", "고객", "파트너", "거래이름", "추천id"]
            .iter()
            .any(|p| name.starts_with(p))
    });
    if (is(Column::CustomerName) && (is(Column::ReferralId) || is(Column::DealName)))
        || (source.len() >= 4 && bulk.count() >= 3)
    {
        return Some(Format::PartnerCenterCsv);
    }
    let dynamics = known(Format::Dynamics);
    let subject = dynamics.contains(&Column::DealName) && (dynamics.contains(&Column::CustomerName) || has("lastname"));
    let logical =
        ["emailaddress1", "telephone1", "address1line1", "companyname", "jobtitle", "statecode", "businessphone"];
    if (subject && dynamics.len() >= 4) || (dynamics.contains(&Column::CustomerName) && count(&logical) >= 3) {
        return Some(Format::Dynamics);
    }
    let typical = [
        "leadsource",
        "leadstatus",
        "status",
        "mobilephone",
        "mobile",
        "zippostalcode",
        "stateprovince",
        "postalcode",
        "rating",
        "leadowner",
        "ownerid",
        "salutation",
        "annualrevenue",
        "noofemployees",
        "numberofemployees",
        "hasoptedoutofemail",
        "donotcall",
    ];
    (has("company") && has("lastname") && count(&typical) >= 2).then_some(Format::SalesforceCsv)
}

/// The columns without which no row of Partner Center's can be a lead, and one of which must be there, as a person would look
/// for them.
pub(super) fn missing(format: Format, found: &[Column], korean: bool) -> Vec<String> {
    let mut missing = Vec::new();
    let source = matches!(format, Format::PartnerCenterCsv | Format::LeadsAnalytics);
    if !found.contains(&Column::CustomerName) {
        missing.push(match (source, korean) {
            (true, true) => "고객 이름",
            (true, false) => "Customer Name",
            (false, true) => Column::CustomerName.heading().1,
            (false, false) => Column::CustomerName.heading().0,
        });
    }
    if source && !found.contains(&Column::ReferralId) && !found.contains(&Column::DealName) {
        missing.push(if korean { "추천 ID" } else { "Referral ID" });
    }
    missing.into_iter().map(str::to_owned).collect()
}

#[cfg(test)]
#[path = "columns_tests.rs"]
mod tests;
