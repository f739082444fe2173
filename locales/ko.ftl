### Hearth: 사람이 읽는 모든 글, 한국어.

hearth = Hearth

## 보낼 편지함의 전자 메일

# $recipient: 고객 담당자
mail-declined-subject = 문의하신 건에 대해 알려 드립니다
mail-declined-body =
    { $recipient } 님께

    문의해 주셔서 감사합니다. 저희가 이번 건을 맡지 못하게 되어 알려 드립니다. 빠르게 도움을 받으실 수 있도록 Microsoft 솔루션 공급자 페이지에서 다른 파트너를 선택해 주시기 바랍니다.

    감사합니다.
# $customer: 고객 회사
mail-expired-subject = 응답 없이 만료된 잠재 고객: { $customer }
mail-expired-body-microsoft =
    Microsoft 담당자님께

    { $customer } 잠재 고객이 저희가 응답하기 전에 만료되었습니다. 고객에게 다른 파트너를 안내해 주시기 바랍니다.

    추천 ID: { $referral }

    감사합니다.
mail-expired-body-partner =
    { $recipient } 님께

    보내 주신 { $customer } 잠재 고객이 저희가 응답하기 전에 만료되었습니다. 고객에게 다른 파트너를 안내해 주시기 바랍니다.

    추천 ID: { $referral }

    감사합니다.
