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
