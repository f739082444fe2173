### Hearth: 사람이 읽는 모든 글, 한국어.

hearth = Hearth

## Notifications and tray

notification-open = 열기
notification-hot-arrived = { $customer }: 고객이 직접 연락을 요청했습니다
notification-hot-waiting = { $customer }: 고객이 기다리고 있습니다
notification-hot-lapsed = { $customer }: 72시간이 지났습니다
notification-hot-lapsed-body = 아직 진행 중인 잠재 고객입니다. 지금이라도 고객에게 연락하세요.
notification-hot-hours = 고객에게 연락할 시간이 { $count }시간 남았습니다.
notification-hot-minutes = 고객에게 연락할 시간이 { $count }분 남았습니다.
notification-respond = { $customer }: 수락하거나 거절하세요
notification-respond-days = { $count }일 후에 만료됩니다.
notification-respond-hours = { $count }시간 후에 만료됩니다.
notification-respond-minutes = { $count }분 후에 만료됩니다.
notification-digest = 확인이 필요한 잠재 고객 { $count }건
notification-digest-names = { $names }
notification-digest-more = { $names } 외 { $count }건

tray-open = Hearth 열기
tray-nobody-waiting = 기다리는 고객 없음
tray-lead-hours = { $customer } · { $count }시간 남음
tray-lead-minutes = { $customer } · { $count }분 남음
tray-more = 외 { $count }건
tray-quit = 끝내기

import-choose-title = 잠재 고객 파일 선택
import-choose-leads = 잠재 고객(JSON, CSV)
import-choose-all = 모든 파일

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
