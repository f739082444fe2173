//! The columns that a table of leads can have, in Hearth's own terms: what a mapping maps to and what an export writes.
//!
//! How other programs' files call them is in `names`; how a cell is understood in `table_row`, how one is written in `out`.

use serde::{Deserialize, Serialize};

/// A column that tells something of a lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Column {
    /// Hearth's own name of a lead, by which it is known again in every database.
    HearthId,
    ReferralId,
    EngagementId,
    LeadType,
    Direction,
    Favorite,
    Received,
    RespondBy,
    Status,
    Substatus,
    MicrosoftStatus,
    Accepted,
    /// When it ended; in files that only know when it was changed, that.
    Archived,
    /// One of the eight codes, or its words. Source: domain.md 2.1.
    Reason,
    ReasonText,
    ClosingNotes,
    CustomerName,
    CustomerSize,
    AddressLine1,
    AddressLine2,
    City,
    State,
    PostalCode,
    Country,
    /// The whole name of the contact. A numbered heading (`Contact 2 name`) is a further contact.
    ContactName,
    ContactFirstName,
    ContactLastName,
    ContactTitle,
    ContactEmail,
    ContactPhone,
    /// Used where [`Column::ContactPhone`] is empty, else kept with the row only.
    ContactMobile,
    RequestedContact,
    Contacted,
    ContactedWay,
    ContactedNote,
    FollowUpOn,
    FollowUpNote,
    Need,
    Industries,
    Products,
    Services,
    /// A list in one cell, or one of up to fifty numbered columns.
    Solutions,
    DealName,
    Value,
    Currency,
    PurchaseDate,
    Notes,
    CrmId,
    CampaignId,
    /// `name, phone, e-mail`, one of up to fifty numbered columns.
    TeamMember,
    InvitedById,
    InvitedByName,
    InvitedByNotes,
    SourceStatus,
    SourceSubstatus,
    SharedWithMicrosoft,
}

impl Column {
    /// The columns of Hearth's own tables, in their order.
    ///
    /// The first and the last name stand beside the whole one, which a language writes in its own order.
    pub const OURS: &'static [Self] = &[
        Self::HearthId,
        Self::ReferralId,
        Self::EngagementId,
        Self::CustomerName,
        Self::CustomerSize,
        Self::AddressLine1,
        Self::AddressLine2,
        Self::City,
        Self::State,
        Self::PostalCode,
        Self::Country,
        Self::ContactName,
        Self::ContactFirstName,
        Self::ContactLastName,
        Self::ContactTitle,
        Self::ContactEmail,
        Self::ContactPhone,
        Self::LeadType,
        Self::Status,
        Self::Substatus,
        Self::Received,
        Self::RespondBy,
        Self::Accepted,
        Self::Archived,
        Self::Reason,
        Self::ReasonText,
        Self::ClosingNotes,
        Self::Favorite,
        Self::RequestedContact,
        Self::Contacted,
        Self::ContactedWay,
        Self::ContactedNote,
        Self::FollowUpOn,
        Self::FollowUpNote,
        Self::Need,
        Self::Industries,
        Self::Products,
        Self::Services,
        Self::Solutions,
        Self::DealName,
        Self::Value,
        Self::Currency,
        Self::PurchaseDate,
        Self::Notes,
        Self::CrmId,
        Self::CampaignId,
        Self::TeamMember,
        Self::InvitedById,
        Self::InvitedByName,
        Self::InvitedByNotes,
        Self::SourceStatus,
        Self::SourceSubstatus,
    ];

    /// What Hearth's own tables call it, in English and in Korean. Numbered columns have their number after it: `Team member 2`.
    pub fn heading(self) -> (&'static str, &'static str) {
        match self {
            Self::HearthId => ("Hearth ID", "Hearth ID"),
            Self::ReferralId => ("Referral ID", "추천 ID"),
            Self::EngagementId => ("Engagement ID", "참여 ID"),
            Self::LeadType => ("Lead type", "잠재 고객 유형"),
            Self::Direction => ("Direction", "방향"),
            Self::Favorite => ("Favorite", "즐겨찾기"),
            Self::Received => ("Received", "받은 시각"),
            Self::RespondBy => ("Respond by", "응답 기한"),
            Self::Status => ("Stage", "단계"),
            Self::Substatus => ("Outcome", "결과"),
            Self::MicrosoftStatus => ("Microsoft referral status", "Microsoft 추천 상태"),
            Self::Accepted => ("Accepted", "수락한 시각"),
            Self::Archived => ("Archived", "보관된 시각"),
            Self::Reason => ("Reason", "사유"),
            Self::ReasonText => ("Reason in words", "사유 설명"),
            Self::ClosingNotes => ("Closing notes", "종료 메모"),
            Self::CustomerName => ("Customer", "고객"),
            Self::CustomerSize => ("Customer size", "고객 규모"),
            Self::AddressLine1 => ("Address line 1", "주소 1"),
            Self::AddressLine2 => ("Address line 2", "주소 2"),
            Self::City => ("City", "구/군/시"),
            Self::State => ("State", "시/도"),
            Self::PostalCode => ("Postal code", "우편 번호"),
            Self::Country => ("Country", "국가"),
            Self::ContactName => ("Contact", "연락처"),
            Self::ContactFirstName => ("Contact first name", "연락처 이름"),
            Self::ContactLastName => ("Contact last name", "연락처 성"),
            Self::ContactTitle => ("Contact title", "연락처 직함"),
            Self::ContactEmail => ("Contact e-mail", "연락처 이메일"),
            Self::ContactPhone => ("Contact phone", "연락처 전화"),
            Self::ContactMobile => ("Contact mobile", "연락처 휴대폰"),
            Self::RequestedContact => ("Asked to be contacted", "연락 요청"),
            Self::Contacted => ("Contacted", "연락한 시각"),
            Self::ContactedWay => ("Contacted by", "연락 방법"),
            Self::ContactedNote => ("Contact note", "연락 메모"),
            Self::FollowUpOn => ("Follow-up", "후속 연락일"),
            Self::FollowUpNote => ("Follow-up note", "후속 연락 메모"),
            Self::Need => ("Need", "요청 내용"),
            Self::Industries => ("Industries", "산업"),
            Self::Products => ("Products", "제품"),
            Self::Services => ("Services", "서비스"),
            Self::Solutions => ("Solutions", "솔루션"),
            Self::DealName => ("Deal name", "거래 이름"),
            Self::Value => ("Estimated value", "예상 거래 금액"),
            Self::Currency => ("Currency", "통화"),
            Self::PurchaseDate => ("Estimated purchase date", "예상 구매일"),
            Self::Notes => ("Notes", "메모"),
            Self::CrmId => ("CRM ID", "CRM ID"),
            Self::CampaignId => ("Marketing campaign ID", "마케팅 캠페인 ID"),
            Self::TeamMember => ("Team member", "팀 구성원"),
            Self::InvitedById => ("Invited by (ID)", "초대한 조직 ID"),
            Self::InvitedByName => ("Invited by", "초대한 조직"),
            Self::InvitedByNotes => ("Invitation notes", "초대 메모"),
            Self::SourceStatus => ("Partner Center status", "파트너 센터 상태"),
            Self::SourceSubstatus => ("Partner Center substatus", "파트너 센터 하위 상태"),
            Self::SharedWithMicrosoft => ("Shared with Microsoft", "Microsoft와 공유"),
        }
    }

    /// Whether a table may have several of it, by number.
    pub fn is_numbered(self) -> bool {
        matches!(
            self,
            Self::ContactName
                | Self::ContactFirstName
                | Self::ContactLastName
                | Self::ContactTitle
                | Self::ContactEmail
                | Self::ContactPhone
                | Self::Solutions
                | Self::TeamMember
        )
    }
}
