//! The names of fields and of their values, in English and in Korean: what stands first is how it is written.

use super::fold::squeezed;
use super::query::{Field, Flag};
use crate::domain::lead::{LeadType, Outcome, Reason, StageKind};

/// A field or a value and what it is called.
pub struct Named<T: 'static> {
    pub what: T,
    pub english: &'static [&'static str],
    pub korean: &'static [&'static str],
}

const fn named<T>(what: T, english: &'static [&'static str], korean: &'static [&'static str]) -> Named<T> {
    Named { what, english, korean }
}

pub const FIELDS: [Named<Field>; 14] = [
    named(Field::Type, &["type"], &["유형"]),
    named(Field::Stage, &["stage"], &["단계"]),
    named(Field::Outcome, &["outcome"], &["결과"]),
    named(Field::Is, &["is"], &["상태"]),
    named(Field::Country, &["country"], &["국가", "나라"]),
    named(Field::Currency, &["currency"], &["통화"]),
    named(Field::Value, &["value"], &["금액"]),
    named(Field::Received, &["received"], &["받은날", "접수일"]),
    named(Field::Respond, &["respond", "respondby"], &["응답기한", "기한"]),
    named(Field::Purchase, &["purchase"], &["구매일", "구매"]),
    named(Field::FollowUp, &["followup"], &["후속연락", "후속"]),
    named(Field::Campaign, &["campaign"], &["캠페인"]),
    named(Field::Reason, &["reason"], &["사유"]),
    named(Field::Employee, &["employee"], &["직원", "담당", "담당자"]),
];

pub const TYPES: [Named<&[LeadType]>; 5] = [
    named(
        &[LeadType::CustomerInquiry],
        &["inquiry", "customerinquiry", "customer", "marketplace"],
        &["고객문의", "문의"],
    ),
    named(&[LeadType::MarketingQualified], &["marketing", "marketingqualified"], &["마케팅", "마케팅적격"]),
    named(&[LeadType::SalesQualified], &["sales", "salesqualified"], &["영업", "영업적격"]),
    named(&[LeadType::MarketingQualified, LeadType::SalesQualified], &["qualified"], &["적격"]),
    named(&LeadType::ALL, &["any"], &["모두"]),
];

pub const STAGES: [Named<StageKind>; 3] = [
    named(StageKind::Received, &["received"], &["받음", "접수"]),
    named(StageKind::Accepted, &["accepted"], &["수락됨", "수락"]),
    named(StageKind::Archived, &["archived"], &["보관됨", "보관"]),
];

pub const OUTCOMES: [Named<Outcome>; 4] = [
    named(Outcome::Won, &["won"], &["성사"]),
    named(Outcome::Lost, &["lost"], &["실패"]),
    named(Outcome::Declined, &["declined"], &["거절됨", "거절"]),
    named(Outcome::Expired, &["expired"], &["만료됨", "만료"]),
];

pub const FLAGS: [Named<Flag>; 7] = [
    named(Flag::Hot, &["hot"], &["급함", "대기"]),
    named(Flag::Lapsed, &["lapsed"], &["지남"]),
    named(Flag::Unanswered, &["unanswered"], &["미응답"]),
    named(Flag::Contacted, &["contacted"], &["연락함"]),
    named(Flag::Favorite, &["favorite", "favourite"], &["즐겨찾기"]),
    named(Flag::Snoozed, &["snoozed"], &["다시알림", "미룸"]),
    named(Flag::Sample, &["sample"], &["예제"]),
];

/// The reasons by their codes. Source: domain.md 2.1.
pub const REASONS: [Named<u8>; 8] = [
    named(1, &["budget", "1"], &["예산"]),
    named(2, &["noresponse", "2"], &["무응답"]),
    named(3, &["othervendor", "3"], &["다른공급업체", "타사"]),
    named(4, &["requirement", "4"], &["요구사항"]),
    named(5, &["notacustomer", "5"], &["고객아님"]),
    named(6, &["timeline", "6"], &["일정"]),
    named(7, &["abuse", "spam", "7"], &["악용", "스팸"]),
    named(8, &["other", "8"], &["기타"]),
];

/// Of a field that has no value, or any.
pub const PRESENCE: [Named<bool>; 2] = [named(true, &["set"], &["있음"]), named(false, &["none"], &["없음"])];

/// Of a follow-up whose day has come.
pub const DUE: Named<()> = named((), &["due"], &["지금", "도래"]);

/// Days by name, as days from today.
pub const DAYS: [Named<i64>; 3] =
    [named(0, &["today"], &["오늘"]), named(-1, &["yesterday"], &["어제"]), named(1, &["tomorrow"], &["내일"])];

pub fn reason(code: u8) -> Option<Reason> {
    Reason::try_from(code).ok()
}

impl<T> Named<T> {
    pub fn is(&self, folded: &str) -> bool {
        self.english.iter().chain(self.korean).any(|name| *name == folded)
    }
}

/// What is called `text`.
pub fn find<'a, T>(named: &'a [Named<T>], text: &str) -> Option<&'a T> {
    let folded = squeezed(text);
    named.iter().find(|named| named.is(&folded)).map(|named| &named.what)
}

/// How they are all written, in the language of the field's name as it was typed.
pub fn known<T>(named: &[Named<T>], field: &str) -> Vec<String> {
    let korean = !field.is_ascii();
    let written =
        |named: &Named<T>| if korean { named.korean } else { named.english }.first().map(|name| (*name).to_owned());
    named.iter().filter_map(written).collect()
}

/// The name of a field that `text` may be a slip of.
pub fn nearest(text: &str) -> Option<String> {
    let folded = squeezed(text);
    let names = FIELDS.iter().flat_map(|field| field.english.iter().chain(field.korean));
    let near = names.map(|name| (strsim::damerau_levenshtein(name, &folded), *name));
    // Of a short name half of the letters may be wrong, of a longer one two.
    let most = (folded.chars().take(20).count() / 2).min(2);
    near.filter(|(far, _)| *far <= most).min_by_key(|(far, _)| *far).map(|(_, name)| name.to_owned())
}
