### Hearth: 사람이 읽는 모든 글, 한국어.

hearth = Hearth

## Notifications and tray

notification-open = 열기
notification-snooze = 1시간 후 다시 알림
notification-contacted = 연락함으로 표시
notification-test = 알림이 잘 표시됩니다
notification-test-body = 이 알림이 보이면 이 컴퓨터에서 Hearth의 알림을 받을 수 있습니다.
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
notification-follow-up = { $customer }: 후속 연락할 때입니다
notification-follow-up-body = 후속 연락하기로 한 잠재 고객입니다.
notification-still-waiting = { $customer }: 고객이 아직 기다리고 있습니다
notification-still-respond = { $customer }: 아직 수락하거나 거절하지 않았습니다
notification-snooze-over = { $customer }: 다시 알려 드립니다
notification-snooze-over-body = 미뤄 둔 알림입니다.
notification-expired = { $customer }: 잠재 고객이 만료되었습니다
notification-expired-body = 기한 안에 수락하거나 거절하지 않았습니다.
notification-digest = 확인이 필요한 잠재 고객 { $count }건
notification-digest-away = 자리를 비운 사이: 확인이 필요한 잠재 고객 { $count }건
notification-digest-expired = 만료된 잠재 고객 { $count }건
notification-digest-away-expired = 자리를 비운 사이: 만료된 잠재 고객 { $count }건
notification-digest-waiting = 연락을 기다리는 고객이 { $count }명 있습니다.
notification-digest-also-expired = 잠재 고객 { $count }건이 만료되었습니다.
notification-digest-names = { $names }
notification-digest-more = { $names } 외 { $count }건

tray-open = Hearth 열기
tray-nobody-waiting = 기다리는 고객 없음
tray-lead-hours = { $customer } · { $count }시간 남음
tray-lead-minutes = { $customer } · { $count }분 남음
tray-more = 외 { $count }건
tray-waiting-hours = 고객 { $count }명이 기다리고 있음 · { $left }시간 남음
tray-waiting-minutes = 고객 { $count }명이 기다리고 있음 · { $left }분 남음
tray-paused = 알림 일시 중지됨
tray-snooze-all = 모두 1시간 후 다시 알림
tray-pause = 내일까지 알림 일시 중지
tray-resume = 알림 다시 켜기
tray-quit = 종료

import-choose-title = 잠재 고객 파일 선택
import-choose-leads = 잠재 고객(JSON, CSV, XLSX)
import-choose-all = 모든 파일

## 보낼 편지함의 메일

# $recipient: 고객 담당자
mail-declined-subject = 문의하신 건에 대한 안내
mail-declined-body =
    { $recipient } 님께

    문의해 주셔서 감사합니다. 아쉽게도 저희가 이번 건을 맡기 어렵게 되었습니다. 빨리 도움을 받으실 수 있도록 Microsoft 솔루션 공급자 페이지에서 다른 파트너를 선택해 주시기 바랍니다.

    감사합니다.
# $customer: 고객 회사
mail-expired-subject = 응답 없이 만료된 잠재 고객: { $customer }
mail-expired-body-microsoft =
    Microsoft 담당자님께

    { $customer } 잠재 고객 건이 저희가 응답하지 못한 채 만료되었습니다. 고객에게 다른 파트너를 안내해 주시기 바랍니다.

    추천 ID: { $referral }

    감사합니다.
mail-expired-body-partner =
    { $recipient } 님께

    보내 주신 { $customer } 잠재 고객 건이 저희가 응답하지 못한 채 만료되었습니다. 고객에게 다른 파트너를 안내해 주시기 바랍니다.

    추천 ID: { $referral }

    감사합니다.

## 기간

duration-days = { $count }일
duration-hours = { $count }시간
duration-minutes = { $count }분
duration-under-a-minute = 1분 미만
duration-days-hours = { $days }일 { $hours }시간
duration-hours-minutes = { $hours }시간 { $minutes }분
duration-words-days = { $count }일
duration-words-hours = { $count }시간
duration-words-minutes = { $count }분
duration-words-under-a-minute = 1분 미만

## 구성 요소

copied = 복사됨
dialog-close = 닫기
time-placeholder = HH:MM
field-required = 필수
text-show-all = 모두 보기
toast-dismiss = 닫기
toast-seconds = { $count }초

## 실패

error-not-found = 이 잠재 고객을 찾을 수 없습니다. 제거되었을 수 있습니다.
error-conflict = 그사이에 이 잠재 고객이 변경되었습니다. 최신 내용을 표시했으니 확인한 후 다시 시도하세요.
error-invalid = { $count }개 항목을 다시 확인하세요.
error-busy = 다른 프로그램에서 데이터베이스를 사용 중입니다. 변경된 내용은 없습니다. 잠시 후 다시 시도하세요.
error-read-only = 데이터베이스에 쓸 수 없습니다: { $path }. 변경된 내용은 없습니다.
error-disk-full = 디스크가 가득 찼습니다. 변경된 내용은 없습니다. 공간을 확보한 후 다시 시도하세요.
error-newer-file = 상위 버전의 Hearth에서 만든 데이터베이스입니다: { $path }.
error-corrupt = 데이터베이스가 손상되었습니다: { $path }.
error-unopened = 데이터베이스를 열 수 없습니다: { $path }.
error-link-refused = Hearth에서는 웹, 이메일, 전화 링크만 열 수 있습니다.
error-system-refused = 시스템에서 거부했습니다: { $detail }
error-internal = Hearth에 문제가 발생했습니다. 변경된 내용은 없습니다. 자세한 내용은 로그에서 보고서 { $report } 항목을 확인하세요.
error-internal-unnumbered = Hearth에 문제가 발생했습니다. 변경된 내용은 없습니다.
error-part-missing = Hearth의 이 부분을 불러오지 못했습니다. 다시 시도하거나 Hearth를 닫고 다시 시작하세요.
error-not-allowed-stage = 이 잠재 고객의 현재 단계에서는 할 수 없는 작업입니다.
error-not-allowed-past-respond-by = 응답 기한이 지나 잠재 고객이 만료되었습니다.
error-not-allowed-past-deadline = 그때까지 알림을 미루면 기한을 넘깁니다.
error-not-allowed-undo-over = 실행 취소 시간이 지났습니다.
error-not-allowed-undo-overtaken = 그 후에 잠재 고객이 변경되어 실행 취소할 수 없습니다.
error-not-allowed-notice-left = 안내를 이미 보냈으므로 실행 취소할 수 없습니다.

## 잠재 고객 추가

add-a-lead = 잠재 고객 추가

## 창의 틀

desk-opening = 여는 중…
desk-upgrading = 이 버전에 맞게 잠재 고객을 준비하는 중
desk-upgrading-text = 한 번만 하는 작업입니다. 잠재 고객이 아주 많으면 몇 분 걸릴 수 있습니다.
tabs-label = 잠재 고객 종류
tab-marketplace = Marketplace 잠재 고객
tab-qualified = 적격 잠재 고객
tab-favorites = 즐겨찾기
stages-label = 단계
list-label = 잠재 고객
list-panel-label = 잠재 고객 목록
list-count = 잠재 고객 { $count }건
list-row-loading = 불러오는 중
list-empty-received = 응답을 기다리는 잠재 고객이 없습니다
list-empty-accepted = 수락된 잠재 고객이 없습니다
list-empty-archived = 보관된 잠재 고객이 없습니다
list-empty-favorites = 이 단계에는 즐겨찾기가 없습니다
lead-none-open = 선택한 잠재 고객이 없습니다
lead-none-open-text = 목록에서 선택하세요.

search-label = 모든 잠재 고객 검색
search-placeholder = 모든 잠재 고객 검색
search-clear = 검색 지우기
search-elsewhere-stage = { $stage } { $count }건
search-elsewhere-tab = { $tab }, { $stage } { $count }건

sort-label = 정렬 기준
sort-time-left = 남은 시간
sort-received = 받은 날짜
sort-respond-by = 응답 기한
sort-value = 금액
sort-customer = 고객
sort-purchase-date = 구매일
sort-archived = 보관한 날짜
sort-ascending = 오름차순, 내림차순으로 바꾸기
sort-descending = 내림차순, 오름차순으로 바꾸기

row-time-left = { $time } 남음
row-to-respond = 응답 기한까지 { $time }
row-window-passed = 72시간 지남
row-flame-hot = 고객이 연락을 기다리고 있습니다.
row-flame-lapsed = 고객이 연락을 요청했지만 72시간이 지났습니다.

footer-next-previous = 다음, 이전
footer-accept = 수락
footer-decline = 거절
footer-contacted = 연락함
footer-palette = 모든 작업
footer-all-keys = 모든 단축키
footer-waiting = { $count ->
    [0] 기다리는 고객 없음
   *[other] 기다리는 고객 { $count }명
  }
footer-next-alarm = 다음 알림까지 { $time }
footer-alarm-now = 지금 알림
footer-no-alarm = 예정된 알림 없음

keys-title = 단축키
key-search = 잠재 고객 검색
key-next = 다음 잠재 고객
key-previous = 이전 잠재 고객
key-open = 잠재 고객 열기
key-favorite = 즐겨찾기 추가 또는 제거
key-overview = 모든 단축키 보기
key-zoom-in = 확대
key-zoom-out = 축소
key-zoom-reset = 원래 크기

## 첫 실행과 예제

first-run-title = 어느 고객이 기다리고 있습니까?
first-run-text = Microsoft에서 보낸 잠재 고객을 가져오세요. 이 컴퓨터에 보관해 두고 때를 놓치기 전에 알려 드립니다.
first-run-import = 잠재 고객 가져오기
first-run-import-text = 파트너 센터, Salesforce, Dynamics 365 또는 다른 표(JSON, CSV, XLSX)
first-run-add-text = 전화나 이메일로 받은 건을 직접 입력
first-run-explore = 예제로 둘러보기
first-run-explore-text = 가상의 잠재 고객 약 40건, 클릭 한 번으로 제거
first-run-drop = 파일을 이 창에 끌어다 놓아도 됩니다.
samples-count = 예제 잠재 고객 { $count }건
samples-remove = 모두 제거

## 가져오기

import-label = 잠재 고객 가져오기
import-title = 가져오기 결과
import-failed-title = 가져온 잠재 고객이 없습니다
import-failed-nothing = 기존 잠재 고객은 그대로입니다.
import-file-nothing = 이 파일에서는 아무것도 가져오지 않았습니다.
import-added = 추가됨
import-updated = 업데이트됨
import-unchanged = 변경 없음
import-set-aside = 제외됨
import-refused = 거부됨
import-set-aside-why = 공동 판매 기회는 잠재 고객이 아니므로 제외되었습니다.
import-row = 행
import-done = 완료

problem-file-unreadable = 시스템에서 파일 읽기를 허용하지 않았습니다: { $message }
problem-file-empty = 파일이 비어 있습니다.
problem-file-too-large = 파일이 { $size }MB입니다. Hearth는 { $limit }MB까지 읽습니다.
problem-file-bad-encoding = { $line }번째 줄의 인코딩을 읽을 수 없습니다.
problem-file-not-leads = 이 파일에서 잠재 고객을 찾을 수 없습니다.
problem-file-web-page = 잠재 고객이 아니라 웹 페이지입니다.
problem-file-error-reply = 파트너 센터의 오류 응답입니다: { $message }
problem-file-cut-off = 파일이 { $line }번째 줄에서 도중에 끊겨 있습니다.
problem-file-bad-json = JSON의 { $line }번째 줄 { $column }번째 열에 오류가 있습니다.
problem-file-missing-columns = 다음 열이 없습니다: { $columns }

advice-file-unreadable = 파일 권한을 확인하고, 다른 프로그램에서 파일을 열어 두었는지 확인하세요.
advice-file-too-large = 한 번에 내보내는 잠재 고객 수를 줄이세요.
advice-file-bad-encoding = UTF-8로 저장한 후 다시 가져오세요.
advice-file-not-leads = 파트너 센터, Salesforce, Dynamics 365에서 내보낸 파일이나 머리글 행이 있는 표를 선택하세요.
advice-file-web-page = 파트너 센터 세션이 만료되었을 수 있습니다. 로그인한 후 다시 다운로드하세요.
advice-file-error-reply = 파트너 센터에 다시 요청하고 새 응답을 가져오세요.
advice-file-missing-columns = 모든 열을 포함하여 다시 내보내고 머리글은 그대로 두세요.
advice-export-again = 다시 내보내세요.

refused-not-a-lead = 잠재 고객이 아님
refused-missing-customer = 고객이 없음
refused-missing-received = 받은 날짜가 없음
refused-unknown-status = 알 수 없는 상태
refused-unknown-type = 알 수 없는 유형
refused-bad-date = 날짜가 아님
refused-bad-amount = 금액이 아님
refused-bad-currency = 통화가 아님
refused-too-long = 너무 긺
refused-wrong-cell-count = 머리글과 셀 개수가 다름
refused-repeated = 위쪽 행에 같은 잠재 고객이 있음

## 알림

bell-label = 알림
bell-label-unread = 알림, 읽지 않음 { $count }건
bell-empty = 아직 알림이 없습니다
bell-empty-text = 고객이 기다리는 72시간이 지나기 전에, 그리고 잠재 고객이 만료되기 전에 알려 드립니다.
bell-new = 새 알림
bell-not-shown = 시스템에 표시되지 않은 알림입니다.
bell-hot-arrived = 고객이 직접 연락을 요청했습니다
bell-hot-left = 고객에게 연락할 시간이 { $left } 남았습니다
bell-hot-lapsed = 고객에게 연락해야 할 72시간이 지났습니다
bell-respond-left = 응답 기한까지 { $left } 남았습니다
bell-follow-up = 후속 연락하기로 한 날입니다
bell-snoozed = 다시 알림: { $what }
bell-snooze-over = 미뤄 둔 알림입니다
bell-expired = 응답하지 않아 잠재 고객이 만료되었습니다
bell-due = 알림 시각:
bell-shown = { $at } 표시됨
bell-shown-at-once = 바로 표시됨
bell-done-accepted = { $at } 수락
bell-done-declined = { $at } 거절
bell-done-expired = { $at } 만료
bell-done-won = { $at } 성사로 종료
bell-done-lost = { $at } 실패로 종료
bell-done-contacted = { $at } 연락함
bell-done-snoozed = { $at } 다시 알림 설정
bell-done-follow-up-set = { $at } 후속 연락일 설정
bell-done-follow-up-cleared = { $at } 후속 연락일 지움
bell-done-other = { $at } 처리
bell-digest-away = 자리를 비운 사이
bell-digest-many = 한꺼번에 온 알림
bell-digest-due = { $since } 이후: 확인이 필요한 잠재 고객 { $due }건
bell-digest-expired = { $since } 이후: 만료된 잠재 고객 { $expired }건
bell-digest-due-expired = { $since } 이후: 확인이 필요한 잠재 고객 { $due }건, 만료된 잠재 고객 { $expired }건
bell-digest-more = 그 외 { $count }건은 목록에서 볼 수 있습니다.
notifications-failing = 이 컴퓨터에서는 시스템 알림이 표시되지 않습니다. 모든 알림은 종 아이콘에 보관됩니다.
notifications-system-words = 시스템 메시지
notifications-check = 원인 확인

## 창 위쪽의 안내

pause-until = { $at }까지 알림을 일시 중지했습니다.
pause-resume = 알림 다시 켜기
alarm-trouble = { $why }. 알림은 계속되지만 표시한 알림을 기록할 수 없어, Hearth를 다시 시작하면 같은 알림이 또 표시될 수 있습니다.
alarm-trouble-unknown = 데이터베이스에 문제가 있습니다
kept-minimised = 이 데스크톱 환경에는 창을 다시 열 수 있는 트레이가 없어, 창을 숨기지 않고 최소화했습니다. 알림은 계속됩니다.
lead-not-here = 링크의 잠재 고객이 이 데이터베이스에 없습니다.

## 보낼 편지함

outbox-label = 보낼 편지함
outbox-label-count = 보낼 편지함, 보낼 안내 { $count }건
outbox-empty = 보낼 편지함이 비어 있습니다
outbox-empty-text = 잠재 고객을 거절하거나 잠재 고객이 만료되면 보낼 안내가 여기에 표시됩니다.
outbox-intro = 다음 상대에게 알려야 합니다. 준비된 메일을 보내거나, 다른 방법으로 알렸다면 보냄으로 표시하세요.
outbox-waiting = 보낼 안내
outbox-sent = 보냄

## 설정

settings-label = 설정
settings-general = 일반
settings-alarm = 알림
settings-system = 시스템 설정 따름
settings-language = 언어
settings-theme = 테마
settings-theme-light = 밝게
settings-theme-dark = 어둡게
settings-undo = 실행 취소 시간(초)
settings-undo-hint = 0~120
settings-respond = 응답 기한(일)
settings-respond-hint = 1~90, 출처에 기한이 없는 잠재 고객에 적용됩니다
settings-closing = 창을 닫을 때
settings-closing-ask = 물어보기
settings-closing-tray = 트레이에서 계속 알림 받기
settings-closing-minimised = 최소화하여 계속 알림 받기
settings-closing-quit = 종료
settings-closing-hint = Hearth가 실행 중일 때만 알림이 울립니다.
settings-closing-no-tray = Hearth가 실행 중일 때만 알림이 울립니다. 이 데스크톱 환경에는 트레이가 없으므로 창을 숨기지 않고 최소화합니다.
settings-data = 데이터 폴더
settings-open-folder = 데이터 폴더 열기
settings-remove-samples = 예제 잠재 고객 { $count }건 제거
settings-version = Hearth { $version }

## 알림 설정

settings-alarm-on = 알림이 켜져 있습니다.
settings-pause = 내일까지 일시 중지
settings-hot = 기다리는 고객
settings-hot-on-arrival = 잠재 고객이 도착하면 알림
settings-hot-moments = 72시간이 지나기 전에 알림
settings-hot-moments-hint = 1~71시간 전, 최대 8개
settings-hot-on-lapse = 72시간이 지나면 알림
settings-heed-quiet = 방해 금지 시간과 휴무일에는 알리지 않음
settings-heed-quiet-hot = 선택을 해제하면 기다리는 고객을 시간과 요일에 관계없이 알려 드립니다.
settings-answers = 응답해야 할 잠재 고객
settings-answers-moments = 만료되기 전에 알림
settings-answers-moments-hint = 1시간~90일 전, 최대 8개
settings-moments-none = 알리지 않음
settings-moments-no-number = 정수를 입력하세요.
settings-moments-too-many = 이미 { $most }개가 있습니다. 먼저 하나를 제거하세요.
settings-moment-hours = { $count }시간 전
settings-moment-days = { $count }일 전
settings-moment-remove = 제거: { $moment }
settings-moment-number = 얼마 전에 알릴지
settings-moment-unit = 시간 또는 일
settings-moment-add = 추가
settings-unit-hours = 시간
settings-unit-days = 일
settings-quiet = 알리지 않는 시간
settings-quiet-hours = 방해 금지 시간
settings-quiet-from = 시작
settings-quiet-to = 종료
settings-quiet-overnight = 다음 날
settings-quiet-same = 시작과 종료는 서로 다른 시각이어야 합니다.
settings-quiet-no-time = 20:00처럼 시각을 입력하세요.
settings-working-days = 근무일
settings-working-days-none = 근무일을 하루 이상 선택하세요.
settings-quiet-told = 방해 금지 시간, 휴무일, 일시 중지 중의 알림은 그 시간이 끝나면 알려 드립니다. 그 전에 기한이 지나게 되면 바로 알려 드립니다.
settings-computer = 이 컴퓨터
settings-start = 컴퓨터를 켤 때 Hearth 자동 실행
settings-start-hint = 백그라운드에서 실행되어 그때부터 알림을 받을 수 있습니다.
settings-start-not-here = 이 컴퓨터에서는 설정할 수 없습니다.

test-send = 테스트 알림 보내기
test-delivered = 알림이 전달되었습니다.
test-delivered-by = { $server }에 알림이 전달되었습니다.
test-with-buttons = 알림의 버튼으로 잠재 고객을 바로 열거나, 나중에 다시 알림을 받거나, 연락함으로 표시할 수 있습니다.
test-without-buttons = 이 컴퓨터의 알림에는 버튼이 표시되지 않습니다. 알림을 클릭하면 잠재 고객이 열립니다.
test-not-delivered = 알림이 전달되지 않았습니다.
test-no-bus = 이 세션에는 메시지 버스가 없어 알림을 표시할 수 없습니다.
test-no-bus-advice = 원격 세션이나 텍스트 콘솔이 아닌 데스크톱 환경에서 Hearth를 시작하세요.
test-no-server = 이 데스크톱 환경에는 알림을 표시하는 프로그램이 없습니다.
test-no-server-advice = 데스크톱 환경의 설정에서 알림을 켜거나 dunst, mako와 같은 알림 프로그램을 설치하세요.
test-no-answer = 알림을 표시하는 프로그램이 응답하지 않습니다.
test-no-answer-advice = 로그아웃했다가 다시 로그인한 후 테스트 알림을 다시 보내세요. 그때까지 모든 알림은 종 아이콘에 보관됩니다.
test-refused = 시스템에서 알림을 거부했습니다.
test-refused-advice = 시스템 설정에서 Hearth의 알림을 허용한 후 테스트 알림을 다시 보내세요.
test-do-not-disturb = 시스템의 방해 금지 모드가 켜져 있어 알림이 화면에 표시되지 않습니다.
test-do-not-disturb-advice = 방해 금지 모드를 끄거나, 시스템 설정에서 Hearth의 알림을 예외로 허용하세요.

## 닫기

closing-title = 알림을 계속 받으시겠습니까?
closing-text = Hearth를 트레이에 남겨 두면 기다리는 고객을 계속 알려 드립니다. 나중에 설정에서 바꿀 수 있습니다.
closing-text-no-tray = 이 데스크톱 환경에는 트레이가 없습니다. Hearth를 최소화해 두면 기다리는 고객을 계속 알려 드립니다. 나중에 설정에서 바꿀 수 있습니다.
closing-keep = 트레이에서 계속 알림 받기
closing-keep-minimised = 최소화하여 계속 알림 받기
closing-quit = 종료

## 데이터베이스 문제

trouble-nothing-lost = 손실된 데이터는 없습니다. Hearth는 파일을 변경하지 않았습니다.
trouble-retry = 다시 시도
trouble-still-there = 문제가 아직 그대로입니다.
trouble-newer-title = 상위 버전의 Hearth에서 만든 데이터베이스입니다
trouble-newer-happened = 상위 버전의 Hearth에서 저장한 데이터베이스라서 이 버전에서는 형식을 알 수 없습니다.
trouble-newer-advice = 최신 Hearth를 설치한 후 다시 여세요.
trouble-corrupt-title = 데이터베이스가 손상되었습니다
trouble-corrupt-happened = 잠재 고객이 저장된 파일을 제대로 읽을 수 없습니다.
trouble-corrupt-advice = 복사본이 있으면 데이터 폴더에 넣으세요. 없으면 새 데이터베이스로 시작하세요. 손상된 파일은 같은 폴더에 보관됩니다.
trouble-read-only-title = 데이터베이스에 쓸 수 없습니다
trouble-read-only-happened = 파일이나 폴더가 읽기 전용입니다.
trouble-read-only-advice = 쓰기 권한을 부여한 후 다시 시도하세요.
trouble-busy-title = 데이터베이스가 사용 중입니다
trouble-busy-happened = 다른 프로그램에서 데이터베이스를 사용하고 있습니다.
trouble-busy-advice = 백업 프로그램 등 다른 프로그램을 닫은 후 다시 시도하세요.
trouble-disk-full-title = 디스크가 가득 찼습니다
trouble-disk-full-happened = 쓸 공간이 남아 있지 않습니다.
trouble-disk-full-advice = 공간을 확보한 후 다시 시도하세요.
trouble-unopened-title = 데이터베이스를 열 수 없습니다
trouble-unopened-happened = 시스템에서 파일 열기를 허용하지 않았습니다.
trouble-unopened-advice = 데이터 폴더가 있고 쓰기 권한이 있는지 확인한 후 다시 시도하세요.
trouble-set-aside = 새 데이터베이스로 시작
trouble-set-aside-ask = 손상된 데이터베이스는 이름을 바꾸어 보관하고, 새 데이터베이스는 빈 상태로 시작합니다.
trouble-set-aside-cancel = 취소
trouble-set-aside-title = 새 데이터베이스가 준비되었습니다
trouble-set-aside-text = 손상된 데이터베이스는 여기에 보관되어 있습니다:
trouble-continue = 계속

## 잠재 고객과 양식

lead-loading = 잠재 고객을 여는 중입니다…
lead-gone = 이 잠재 고객은 더 이상 데이터베이스에 없습니다.
lead-close = 목록으로
lead-next = 다음 잠재 고객
lead-previous = 이전 잠재 고객
lead-subtitle-received = { $at } 받음
lead-subtitle-respond-by = 응답 기한 { $at } ({ $left } 남음)
lead-subtitle-accepted = { $at } 수락
lead-subtitle-archived = { $at } 보관
lead-add-favorite = 즐겨찾기에 추가
lead-remove-favorite = 즐겨찾기에서 제거
lead-expired-now = 응답 기한이 지나 이 잠재 고객이 만료되었습니다.
lead-origin-sample = 예제
lead-accept = 수락…
lead-decline = 거절…
lead-edit = 편집…
lead-won = 성사…
lead-lost = 실패…
lead-copy = { $what } 복사
lead-empty = —
lead-opens-mail = { $to } 주소로 메일 쓰기
lead-opens-phone = { $to } 번호로 전화 걸기

lead-type-customer-inquiry = 고객 문의
lead-type-marketing-qualified = 마케팅 적격
lead-type-sales-qualified = 영업 적격
lead-stage-received = 받음
lead-stage-accepted = 수락됨
lead-stage-archived = 보관됨
outcome-won = 성사
outcome-lost = 실패
outcome-declined = 거절됨
outcome-expired = 만료됨
reason-budget = 프로젝트 예산이 부족함
reason-no-response = 고객이 응답하지 않음
reason-other-vendor = 고객이 다른 공급업체를 선택함
reason-requirement = 고객 요구 사항을 충족하지 못함
reason-not-a-customer = 고객이 아님
reason-timeline = 제안된 일정이 너무 촉박함
reason-abuse = 악용, 스팸 또는 피싱으로 신고
reason-other = 기타
contact-way-phone = 전화
contact-way-email = 이메일
contact-way-meeting = 미팅
contact-way-other = 다른 방법
flag-yes = 예
flag-no = 아니요

## 불꽃

flame-hot = 고객이 직접 연락해 달라고 요청했습니다.
flame-gone = { $gone } 전에 받았습니다.
flame-left = { $time } 남았습니다
flame-before = 때를 놓치기까지 { $left }.
flame-progress = 72시간 중 지나간 시간
flame-lapsed = 고객에게 직접 연락해야 할 72시간이 지났습니다.
flame-lapsed-more = { $passed } 전에 지났습니다. 이 잠재 고객은 아직 진행 중이며, 고객이 기다리고 있을 수 있습니다.
flame-mark = 연락함으로 표시
flame-contacted = 고객에게 연락함
flame-contacted-how = { $way }, { $at }

## 다시 알림

snooze = 다시 알림
snooze-hour = 1시간 후
snooze-afternoon = 오늘 오후
snooze-tomorrow = 내일 아침
snooze-next-working-day = 다음 근무일
snooze-custom = 다른 시간…
snooze-note-contact = 그때는 72시간이 지난 뒤입니다
snooze-note-answer = 그때는 잠재 고객이 만료된 뒤입니다
snoozed-until = { $until }에 다시 알림
snooze-wake = 다시 알림 해제
snooze-title = { $customer } 다시 알림
snooze-intro = 정한 시각까지 이 잠재 고객의 알림을 보내지 않습니다.
snooze-end-contact = 고객에게 연락해야 할 72시간은 { $at }에 끝납니다.
snooze-end-answer = 이 잠재 고객은 { $at }에 만료됩니다.
snooze-on = 날짜
snooze-at = 시간
form-time-hint = 예: 14:30
problem-not-a-time = 올바른 시간이 아닙니다.
snooze-past-title = 기한이 지난 뒤에 다시 알림을 받으시겠습니까?
snooze-past-contact = 그때는 { $customer } 고객에게 연락해야 할 72시간이 지난 뒤입니다. 그 전에는 알려 드리지 않습니다.
snooze-past-contact-end = 72시간 종료
snooze-past-answer = 그때는 { $customer } 잠재 고객이 만료되어 더 이상 수락할 수 없습니다. 그 전에는 알려 드리지 않습니다.
snooze-past-anyway = 그래도 다시 알림
snooze-past-other = 다른 시간 선택
done-snoozed = { $customer } 건은 { $until }에 다시 알려 드립니다.
done-woken = { $customer } 다시 알림을 해제했습니다.
key-snooze = 다시 알림
history-snoozed = 다시 알림을 설정함
history-woken = 다시 알림을 해제함
field-snoozed-until = 다시 알림 시각
row-snoozed = { $until }에 다시 알림

## 후속 연락

follow-up = 후속 연락…
follow-up-set = 후속 연락: { $on }, { $far }
follow-up-due = 후속 연락 필요: { $on }, { $far }
follow-up-change = 변경…
follow-up-clear = 지우기
follow-up-title = { $customer } 후속 연락
follow-up-intro = 그날 아침에 이 잠재 고객을 알려 드립니다.
follow-up-on = 후속 연락일
follow-up-tomorrow = 내일
follow-up-in-three-days = 3일 후
follow-up-in-a-week = 일주일 후
follow-up-note = 메모
follow-up-note-hint = 알림에도 표시됩니다
follow-up-submit = 후속 연락 저장
done-follow-up-set = { $customer } 후속 연락일을 { $on }로 정했습니다.
done-follow-up-cleared = { $customer } 후속 연락일을 지웠습니다.
key-follow-up = 후속 연락일 설정 또는 변경
history-follow-up-set = 후속 연락일을 설정함
history-follow-up-cleared = 후속 연락일을 지움
field-follow-up-on = 후속 연락일
field-follow-up-note = 후속 연락 메모
row-follow-up = 후속 연락: { $on }
row-follow-up-due = 후속 연락 필요: { $on }
row-follow-up-today = 오늘
sort-follow-up = 후속 연락일

## 카드

card-outcome = 종료 결과
card-contact = 연락처
card-contacts = 연락처
card-deal = 거래
card-need = 고객이 필요로 하는 것
card-employees = 담당 직원
card-notices = 안내
card-history = 기록
card-source = 출처
contact-none = 알려진 연락처가 없습니다.
contact-name = 이름
contact-email = 이메일
contact-phone = 전화
contact-address = 주소
contact-title-of = { $name }, { $title }
deal-value = 예상 거래 금액
deal-purchase-on = 예상 구매일
deal-campaign-id = 마케팅 캠페인 ID
need-none = 고객이 적은 내용이 없습니다.
employee-none = 아직 담당 직원이 없습니다.
employee-add = 직원 추가
employee-change = { $name } 정보 변경
employee-remove = { $name } 제거
source-referral = 추천 ID
source-engagement = 참여 ID
source-sent-by = 보낸 곳
source-sent-by-notes = 보낸 곳의 메모
source-sent-by-microsoft = Microsoft
source-status = 파트너 센터 상태
source-origin = 유입 경로
source-origin-import = 가져옴
source-origin-hand = 직접 추가함
source-origin-sample = 예제 잠재 고객
notice-declined-to-customer = 고객에게 다른 파트너를 선택하도록 안내하기
notice-expired-to-microsoft = Microsoft에 잠재 고객 만료 알리기
notice-expired-to-partner = 잠재 고객을 보낸 파트너에게 만료 알리기
notice-to = 받는 사람: { $recipient }
notice-to-with-email = 받는 사람: { $recipient }({ $email })
notice-waiting = 아직 보내지 않음
notice-drafted = { $at } 메일 작성을 시작함
notice-sent = { $at } 보냄
notice-write = 메일 쓰기
notice-mark-sent = 보냄으로 표시

size-band = 직원 { $from }~{ $to }명
size-more-than = 직원 { $count }명 초과
industry-agriculture = 농업, 임업 및 어업
industry-media = 통신 및 미디어
industry-education = 교육
industry-financial = 금융 서비스
industry-government = 정부
industry-healthcare = 의료
industry-hospitality = 숙박 및 접객
industry-manufacturing = 제조
industry-utilities = 전력 및 공공 설비
industry-public-safety = 공공 안전 및 국가 안보
industry-retail = 소매 및 소비재
industry-services = 서비스업
industry-travel = 여행 및 운송
industry-wholesale = 도매 및 유통
service-consulting = 컨설팅 및 전문 서비스
service-custom-solution = 맞춤형 솔루션(ISV)
service-deployment = 배포 또는 마이그레이션
service-hardware = 하드웨어
service-integration = 통합
service-ip-services = IP 서비스(ISV)
service-learning = 교육 및 인증
service-licensing = 라이선스
service-managed = 관리 서비스
service-project = 프로젝트 서비스

## 기록

history-received = 받음
history-imported = 가져옴
history-updated = 가져오기로 업데이트함
history-added = 직접 추가함
history-sample-added = 예제로 추가함
history-accepted = 수락함
history-declined = 거절함
history-expired = 만료됨
history-edited = 거래를 편집함
history-employees-changed = 담당 직원을 변경함
history-won = 성사로 종료함
history-lost = 실패로 종료함
history-favorited = 즐겨찾기에 추가함
history-unfavorited = 즐겨찾기에서 제거함
history-contacted = 고객에게 연락함
history-undone = 실행을 취소함
history-notice-drafted = 안내 메일 작성을 시작함
history-notice-sent = 안내를 보냄으로 표시함
history-by-user = 나
history-by-hearth = Hearth
history-details = 항목 { $count }개
history-field = 항목
history-before = 이전
history-after = 이후
history-empty-value = 비어 있음

field-lead-type = 유형
field-stage = 단계
field-outcome = 결과
field-reason = 사유
field-reason-text = 출처에 적힌 사유
field-closing-notes = 종료 메모
field-favorite = 즐겨찾기
field-received = 받은 시각
field-respond-by = 응답 기한
field-customer = 고객
field-customer-size = 회사 규모
field-address = 주소
field-contacts = 연락처
field-requested-contact = 직접 연락 요청
field-contacted-at = 연락한 시각
field-contact-way = 연락 방법
field-contact-note = 연락 메모
field-need = 고객이 필요로 하는 것
field-requirements = 요구 사항
field-deal-name = 거래 이름
field-deal-value = 예상 거래 금액
field-purchase-on = 예상 구매일
field-notes = 메모
field-crm-id = CRM ID
field-campaign-id = 마케팅 캠페인 ID
field-employees = 담당 직원
field-invited-by = 보낸 곳
field-source-status = 파트너 센터 상태

## 양식

form-cancel = 취소
form-required-legend = 별표가 있는 항목은 필수입니다.
form-amount = 예상 거래 금액
form-currency = 통화
form-amount-hint = 숫자만, 소수점은 마침표로
form-date-hint = 예: 2026-12-31
form-date-time-hint = 예: 2026-12-31 14:30
date-placeholder = YYYY-MM-DD
date-time-placeholder = YYYY-MM-DD HH:MM
date-pick = 달력에서 선택
form-quick-dates = 빠른 선택
form-this-month = 이번 달
form-this-quarter = 이번 분기
form-next-quarter = 다음 분기
form-this-year = 올해
form-notes = 메모
form-employee = 직원 { $number }
form-unsaved = 이 양식을 닫으시겠습니까? 입력한 내용이 저장되지 않았습니다.
form-unsaved-leave = 저장하지 않고 닫기
form-unsaved-stay = 계속 입력
form-conflict = 그사이에 이 잠재 고객이 변경되었습니다. 입력한 내용은 그대로 있습니다.
form-load-new = 최신 내용 불러오기
form-loaded = 최신 내용을 불러왔습니다. 입력한 내용을 확인하고 다시 제출하세요.
form-gone = 이 잠재 고객은 더 이상 데이터베이스에 없습니다. 입력한 내용은 복사할 수 있도록 남아 있습니다.

problem-required = 입력하세요.
problem-required-choice = 하나를 선택하세요.
problem-too-long = 너무 깁니다.
problem-not-a-number = 숫자가 아닙니다.
problem-negative = 0보다 작을 수 없습니다.
problem-too-large = 너무 큽니다.
problem-too-precise = 이 통화에는 그렇게 작은 단위가 없습니다.
problem-not-a-date = 날짜가 아닙니다.
problem-not-a-currency = KRW 같은 통화 코드가 아닙니다.
problem-not-an-email = 이메일 주소가 아닙니다.
problem-in-the-future = 미래 시각은 입력할 수 없습니다.
problem-in-the-past = 이미 지난 날짜나 시각은 입력할 수 없습니다.
problem-out-of-range = 허용 범위를 벗어났습니다.

accept-title = { $customer } 잠재 고객 수락
accept-submit = 잠재 고객 수락
edit-title = { $customer } 거래 편집
edit-submit = 거래 저장
decline-title = { $customer } 잠재 고객 거절
decline-intro = 잠재 고객이 거절됨 상태로 보관됩니다. 고객에게 다른 파트너를 선택하도록 하는 안내가 보낼 편지함에 준비되며, 그곳에서 보낼 수 있습니다.
decline-reason = 사유
decline-submit = 거래 닫기
won-title = 성사: { $customer }
won-intro = 잠재 고객이 성사 상태로 보관됩니다. 이후에는 보기만 할 수 있습니다.
won-submit = 성사로 종료
lost-title = 실패: { $customer }
lost-intro = 잠재 고객이 실패 상태로 보관됩니다. 이후에는 보기만 할 수 있습니다.
lost-reason = 사유
lost-no-reason = 사유 없음
lost-submit = 실패로 종료
contacted-title = { $customer }: 연락함으로 표시
contacted-when = 시각
contacted-how = 방법
contacted-note = 메모
contacted-submit = 연락함으로 표시
employee-title-add = 직원 추가
employee-title-change = 직원 정보 변경
employee-name = 이름
employee-phone = 전화
employee-email = 이메일
employee-submit-add = 직원 추가
employees-too-many = 거래 하나에 담당 직원을 50명까지 추가할 수 있습니다.
employee-problem-of = 목록의 { $name } 정보에 잘못된 내용이 있습니다. 먼저 이 직원의 정보를 변경하세요.
employee-submit-change = 직원 저장
add-title = 잠재 고객 추가
add-type = 유형
add-received = 받은 시각
add-received-too-old = 이때 받은 잠재 고객이라면 응답 기한이 이미 지났습니다.
add-requested-contact = 고객이 직접 연락을 요청함
add-customer = 고객
add-contact = 고객 담당자
add-job-title = 직함
add-email = 이메일
add-phone = 전화
add-city = 도시
add-country = 국가 또는 지역
add-country-hint = 두 글자 코드, 예: KR, US
add-need = 고객이 필요로 하는 것
add-submit = 잠재 고객 추가

## 실행한 뒤

done-accepted = { $customer } 잠재 고객을 수락했습니다.
done-declined = { $customer } 잠재 고객을 거절했습니다. 고객에게 보낼 안내가 보낼 편지함에 있습니다.
done-edited = { $customer } 거래를 저장했습니다.
done-employees = { $customer } 거래의 담당 직원을 저장했습니다.
done-won = { $customer } 거래가 성사되었습니다.
done-lost = { $customer } 잠재 고객을 실패로 보관했습니다.
done-contacted = { $customer } 고객에게 연락한 것으로 표시했습니다.
done-added = { $customer } 잠재 고객을 추가했습니다.
done-notice-sent = 안내를 보냄으로 표시했습니다.
done-notice-drafted = 메일 프로그램에서 메일을 열었습니다.
done-undone = { $customer }: ‘{ $action }’ 작업을 되돌렸습니다.
undo-action = 실행 취소

## 단축키

key-accept = 잠재 고객 수락
key-decline = 잠재 고객 거절
key-edit = 거래 편집
key-contacted = 연락함으로 표시
key-won = 성사로 종료
key-lost = 실패로 종료

## 가져오기와 병합의 용어

error-cancelled = 취소했습니다. 변경된 내용은 없습니다.
error-not-allowed-merged-away = 이 잠재 고객은 다른 잠재 고객에 병합되었습니다. 병합된 쪽에서 작업하세요.
error-not-allowed-taken-back = 이미 되돌린 작업입니다.
history-import-undone = 가져오기를 되돌림
history-merged = 다른 잠재 고객을 병합함
history-absorbed = 다른 잠재 고객에 병합됨
history-taken-apart = 병합을 해제함
problem-file-changed = 파일을 선택한 뒤에 내용이 바뀌었습니다.
problem-file-too-many-columns = 표의 열이 { $limit }개를 넘습니다.
problem-file-too-large-inside = 통합 문서의 압축을 풀면 { $limit }MB를 넘습니다.
problem-file-locked = 암호로 보호된 통합 문서입니다.
problem-file-bad-workbook = 통합 문서를 읽을 수 없습니다: { $message }
advice-file-changed = 파일을 다시 선택하세요.
advice-file-too-many-columns = 잠재 고객과 관련 없는 열을 지우세요.
advice-file-too-large-inside = 잠재 고객이 있는 시트만 CSV로 저장하여 가져오세요.
advice-file-locked = 암호를 해제하고 저장한 후 다시 가져오세요.
advice-file-bad-workbook = 스프레드시트 프로그램에서 열어 XLSX나 CSV로 저장한 후 가져오세요.

# 내보낸 일정의 제목.

calendar-purchase = 예상 구매일: { $customer }
calendar-follow-up = 후속 연락: { $customer }

## Duplicates and merging

same-referral-id = 추천 ID가 같음: { $value }
same-email = 이메일이 같음: { $value }
same-phone = 전화번호가 같음: { $value }
same-domain-and-name = 이메일 도메인이 같고 회사 이름이 거의 같음: { $value }
duplicates-title = 중복일 수 있는 잠재 고객
duplicates-of-title = 이 잠재 고객과 중복일 수 있음
duplicates-intro = 하나로 병합하거나 따로 유지하세요. 따로 유지한 쌍은 다시 표시되지 않습니다.
duplicates-looking = 중복일 수 있는 잠재 고객을 찾는 중…
duplicates-empty = 중복으로 보이는 잠재 고객이 없습니다
duplicates-empty-text = 추천 ID, 이메일 또는 전화번호가 같거나, 이메일 도메인이 같고 회사 이름이 거의 같은 잠재 고객이 여기에 표시됩니다.
duplicates-merge = 병합…
duplicates-merge-named = { $one } · { $other } 병합…
duplicates-keep-apart = 따로 유지
duplicates-keep-apart-named = { $one } · { $other } 따로 유지
duplicates-final = 보관된 잠재 고객은 바꿀 수 없어 병합할 수 없습니다.
duplicates-range = 전체 { $total }건 중 { $first }–{ $last }
duplicates-previous = 이전
duplicates-next = 다음
lead-duplicates = 중복일 수 있는 잠재 고객이 { $count }건 더 있습니다.
lead-duplicates-look = 비교…
merge-title = 잠재 고객 병합
merge-kept = 남는 쪽
merge-other = 합쳐지는 쪽
merge-swap = 남는 쪽 바꾸기
merge-choose = 서로 다른 항목은 남길 값을 선택하세요.
merge-no-choice = 선택할 항목이 없습니다. 양쪽에 있는 값이 모두 같습니다.
merge-ruled = 규칙에 따라 정해지는 항목
merge-ruled-why = 한쪽이 수락되었으면 수락됨으로, 연락은 나중 것으로, 즐겨찾기는 한쪽만 있어도 유지됩니다.
merge-taken = 적용됨
merge-equal = 양쪽이 같은 항목 { $count }개
merge-result = { $other }의 다음 값을 가져와 { $kept }에 병합합니다: { $fields }. 양쪽 기록은 모두 남으며, 언제든지 다시 나눌 수 있습니다.
merge-result-nothing = { $kept }의 값은 그대로이고 { $other }의 기록만 더해집니다. 언제든지 다시 나눌 수 있습니다.
merge-submit = 병합
merge-conflict = 그사이에 잠재 고객이 변경되었습니다. 선택한 내용은 그대로 있습니다.
merge-gone = 잠재 고객 하나가 더 이상 데이터베이스에 없습니다.
merge-refused-stage = 보관된 잠재 고객은 바꿀 수 없어 병합할 수 없습니다.
merge-refused-merged-away = 둘 중 하나는 이미 다른 잠재 고객에 병합되었습니다.
merge-take-apart = 병합 해제
done-merged = { $other } 잠재 고객을 { $kept }에 병합했습니다.
done-apart-again = 다시 두 잠재 고객으로 나누었습니다.
done-taken-apart = { $customer } 잠재 고객을 다시 따로 나누었습니다.
done-taken-apart-open = 열기
done-kept-apart = { $one } · { $other }: 따로 유지합니다.
card-merged = 병합된 잠재 고객
merged-at = { $at } 병합
merged-away = 이 잠재 고객은 다른 잠재 고객에 병합되었습니다.
merged-away-into = 이 잠재 고객은 { $customer }에 병합되었습니다.
merged-away-how = 그쪽에서 병합을 해제할 수 있습니다.
merged-away-open = 병합된 쪽 열기
history-of = 이 잠재 고객에 병합된 { $customer }의 기록
history-of-another = 이 잠재 고객에 병합된 다른 잠재 고객의 기록
likely-title = 이미 있는 잠재 고객일 수 있습니다({ $count }건)
likely-open = 열기
likely-open-named = { $customer } 열기
key-duplicates = 중복일 수 있는 잠재 고객 보기

## Export, selection and printing

desk-menu = 더 보기
desk-menu-export = 잠재 고객 내보내기…
desk-menu-duplicates = 중복일 수 있는 잠재 고객…
list-name-search = “{ $search }”
selection-label = 선택한 잠재 고객
selection-count = { $count }건 선택됨
selection-start = 잠재 고객 선택
selection-merge = 병합…
selection-export = 내보내기…
selection-clear = 선택 해제
row-select = { $customer } 선택
key-select = 잠재 고객 선택 또는 선택 해제
key-select-more = 다음 잠재 고객까지 선택
key-select-none = 선택 모두 해제
key-export = 잠재 고객 내보내기
key-print = 잠재 고객 인쇄
export-title = 잠재 고객 내보내기
export-what = 내보낼 잠재 고객
export-marked = 선택한 항목
export-list = 이 목록
export-all = 전체
export-all-detail = 모든 탭과 단계
export-as = 형식
export-xlsx = Excel 통합 문서(XLSX)
export-xlsx-for = 보고 정렬하고 집계할 때. 날짜 형식 유지.
export-csv = CSV
export-csv-for = 그 밖의 프로그램에서 사용할 때. UTF-8로 저장됩니다.
export-partner-center = 파트너 센터 CSV
export-partner-center-for = 파트너 센터에서 여러 건을 한꺼번에 업데이트할 때.
export-partner-center-cannot = 추천 ID가 없어 파트너 센터에서 알 수 없습니다.
export-salesforce = Salesforce CSV
export-salesforce-for = Salesforce로 잠재 고객을 가져갈 때.
export-dynamics-xlsx = Dynamics 365 통합 문서(XLSX)
export-dynamics-xlsx-for = Dynamics 365 Sales로 잠재 고객을 가져갈 때.
export-dynamics-csv = Dynamics 365 CSV
export-dynamics-csv-for = 같은 용도로 CSV가 필요할 때.
export-json = JSON
export-json-for = 모든 값을 그대로 옮기거나 보관할 때.
export-vcard = 연락처(vCard)
export-vcard-for = 휴대폰이나 메일의 주소록에 넣을 때.
export-vcard-cannot = 연락처가 없습니다.
export-calendar = 일정(.ics)
export-calendar-for = 구매일과 후속 연락일을 캘린더에 넣을 때.
export-calendar-cannot = 구매일과 후속 연락일이 없습니다.
export-count = 잠재 고객 { $count }건을 내보냅니다.
export-nothing = 내보낼 잠재 고객이 없습니다.
export-cannot = { $count }건은 이 형식으로 내보낼 수 없습니다.
export-splits = 파트너 센터는 한 번에 1,000건까지 받으므로 여러 파일로 나뉩니다.
export-submit = 내보내기…
export-done = 잠재 고객 { $count }건을 내보냈습니다: { $folder }의 { $files }
export-done-many = 잠재 고객 { $count }건을 내보냈습니다: { $folder }의 { $files } 외 { $more }개 파일
export-done-left-out = ({ $count }건은 이 형식으로 내보낼 수 없어 제외)
export-done-shortened = { $count }건은 형식의 길이 제한에 맞춰 내용을 줄였습니다.
lead-menu = 이 잠재 고객의 추가 작업
lead-print = 인쇄…
lead-vcard = vCard로 저장…
lead-calendar = 캘린더에 추가(.ics)…
lead-calendar-note = 구매일과 후속 연락일
print-dates = 날짜
print-notes = 메모
print-change = { $field }: { $before } → { $after }
print-foot = Hearth에서 { $at } 인쇄

## 표의 열

column-hearth-id = Hearth ID
column-referral-id = 추천 ID
column-engagement-id = 참여 ID
column-lead-type = 잠재 고객 유형
column-direction = 방향
column-favorite = 즐겨찾기
column-received = 받은 시각
column-respond-by = 응답 기한
column-status = 단계
column-substatus = 결과
column-microsoft-status = Microsoft 추천 상태
column-accepted = 수락한 시각
column-archived = 보관된 시각
column-reason = 사유
column-reason-text = 사유 설명
column-closing-notes = 종료 메모
column-customer-name = 고객
column-customer-size = 고객 규모
column-address-line-1 = 주소 1
column-address-line-2 = 주소 2
column-city = 구/군/시
column-state = 시/도
column-postal-code = 우편 번호
column-country = 국가
column-contact-name = 연락처
column-contact-first-name = 연락처 이름
column-contact-last-name = 연락처 성
column-contact-title = 연락처 직함
column-contact-email = 연락처 이메일
column-contact-phone = 연락처 전화
column-contact-mobile = 연락처 휴대폰
column-requested-contact = 연락 요청
column-contacted = 연락한 시각
column-contacted-way = 연락 방법
column-contacted-note = 연락 메모
column-follow-up-on = 후속 연락일
column-follow-up-note = 후속 연락 메모
column-need = 요청 내용
column-industries = 산업
column-products = 제품
column-services = 서비스
column-solutions = 솔루션
column-deal-name = 거래 이름
column-value = 예상 거래 금액
column-currency = 통화
column-purchase-date = 예상 구매일
column-notes = 메모
column-crm-id = CRM ID
column-campaign-id = 마케팅 캠페인 ID
column-team-member = 팀 구성원
column-invited-by-id = 초대한 조직 ID
column-invited-by-name = 초대한 조직
column-invited-by-notes = 초대 메모
column-source-status = 파트너 센터 상태
column-source-substatus = 파트너 센터 하위 상태
column-shared-with-microsoft = Microsoft와 공유
column-group-customer = 고객
column-group-contact = 연락처
column-group-need = 요청
column-group-deal = 거래
column-group-lead = 잠재 고객
column-group-work = 진행 상황
column-group-source = 출처와 ID

## 가져오기: 마법사

key-import = 잠재 고객 가져오기
import-choose-files = 파일 가져오기…
import-past = 지난 가져오기…
import-watched = 감시 폴더…
import-left-out = 건너뜀
wizard-steps = 가져오기 단계
wizard-step-files = 파일
wizard-step-columns = 열
wizard-step-check = 확인
wizard-continue = 계속
wizard-back = 뒤로
wizard-import = 잠재 고객 { $count }건 가져오기
wizard-show-leads = 잠재 고객 보기
wizard-next-files = 다음 파일
wizard-leave = 가져오기를 그만두시겠습니까? 열에 대해 선택한 내용이 사라집니다.
wizard-leave-yes = 그만두기
wizard-leave-no = 계속하기
wizard-waiting = 다른 파일이 더 있습니다. 이 가져오기가 끝난 뒤에 이어집니다.
wizard-cancelled = 취소했습니다. 가져온 잠재 고객이 없습니다.
wizard-cancelling = 취소하는 중…
wizard-comparing = 기존 잠재 고객과 비교하는 중…
wizard-comparing-note = 아직 아무것도 바뀌지 않았습니다. 무엇이 달라질지 먼저 보여 드립니다.
wizard-writing = 잠재 고객 { $count }건을 가져오는 중…
wizard-writing-note = 전부 함께 들어오거나 하나도 들어오지 않습니다. 끝나기 전에 취소하면 아무 흔적도 남지 않습니다.
wizard-percent = { $percent }%
wizard-rows-done = { $total }건 중 { $done }건
wizard-save-failed-rows = 거부된 행 저장…
wizard-save-failed-rows-hint = 원래 열 그대로, 행마다 이유를 덧붙인 파일로 저장합니다
wizard-failed-rows-saved = 거부된 행을 { $name } 파일로 저장했습니다. 파일에서 고친 후 다시 가져오세요.

files-remove = { $name } 제외
files-add = 파일 추가…
files-none = 선택한 파일이 없습니다.
files-none-readable = 가져올 수 있는 파일이 없습니다.
files-nothing-yet = 무엇이 달라질지 확인하기 전에는 아무것도 가져오지 않습니다.
files-saved-mapping = 저장된 매핑으로 열을 알아보았습니다: { $name }
files-rows = { $count ->
   *[other] { $rows }개 행
  }
files-rows-at-least = { $rows }개 행 이상
format-partner-center-json = 파트너 센터 잠재 고객(JSON)
format-partner-center-csv = 파트너 센터 잠재 고객(CSV)
format-leads-analytics = 파트너 센터 잠재 고객 분석
format-marketplace-lead = 상업용 Marketplace 잠재 고객
format-salesforce-csv = Salesforce 잠재 고객(CSV)
format-salesforce-json = Salesforce 잠재 고객(JSON)
format-dynamics = Dynamics 365 잠재 고객
format-hearth-table = Hearth에서 내보낸 잠재 고객
format-hearth-json = Hearth에서 내보낸 잠재 고객(JSON)
format-table = 다른 프로그램의 표, 열이 무엇인지 선택해야 합니다

mapping-intro = 각 열이 무엇인지 선택하세요. 가져오지 않는 열의 내용도 원본 그대로 잠재 고객과 함께 보관됩니다.
mapping-recognised = { $format }(으)로 인식했습니다. 잘못되었을 때만 여세요.
mapping-found-again = 머리글이 같은 저장된 매핑을 찾아 적용했습니다: { $name }
mapping-columns-of = { $name }의 열
mapping-count = 열 { $total }개 중 { $imported }개를 가져옵니다.
mapping-heading = 파일의 열
mapping-samples = 들어 있는 값
mapping-is = 무엇인지
mapping-is-of = ‘{ $heading }’ 열이 무엇인지
mapping-no-heading = { $number }번째 열, 머리글 없음
mapping-no-samples = 비어 있음
mapping-not-imported = 가져오지 않음
mapping-used = 사용 중
mapping-nothing-found = 일치하는 이름 없음
mapping-no-customer = 고객으로 지정된 열이 없습니다. 회사 이름이 있는 열을 선택하세요.
mapping-twice = ‘{ $column }’(으)로 지정된 열이 둘 이상입니다. 하나만 지정할 수 있습니다.
mapping-lead-type = 유형이 없는 잠재 고객의 유형
mapping-type-unsaid = 파일에 적힌 대로
mapping-currency = 통화가 없는 금액의 통화
mapping-date-order = 날짜 표기
mapping-date-year-month-day = 연, 월, 일
mapping-date-month-day-year = 월, 일, 연
mapping-date-day-month-year = 일, 월, 연
mapping-decimal-mark = 금액 표기
mapping-decimal-point = 소수점이 마침표: 1,234.50
mapping-decimal-comma = 소수점이 쉼표: 1.234,50
mapping-example = { $text } → { $means }
mapping-example-no-date = { $text }: 이 순서로는 날짜가 아닙니다.
mapping-example-no-amount = { $text }: 이 표기로는 금액이 아닙니다.
mapping-saved-ones = 저장된 매핑
mapping-none-saved = 저장된 매핑이 없습니다. 표를 가져올 때 매핑을 저장해 두면 다음에 머리글을 보고 자동으로 찾습니다.
mapping-apply = 적용
mapping-apply-name = { $name } 적용
mapping-delete = 매핑 { $name } 삭제
mapping-name = 현재 선택을 저장할 이름
mapping-name-hint = 행사나 표를 만든 프로그램의 이름 등
mapping-replaces = 같은 이름으로 저장된 매핑을 바꿉니다.
mapping-save = 저장
mapping-applied = 매핑을 적용했습니다: { $name }
mapping-saved = 매핑을 저장했습니다: { $name }
mapping-deleted = 매핑을 삭제했습니다: { $name }

check-show = 표시할 행
check-rows = 가져올 행
check-what = 처리 내용
check-file-nothing = 이 파일에서는 아무것도 가져오지 않습니다.
check-no-rows = 표시할 행이 없습니다.
check-decide = { $customer } 처리 방법
check-decide-all = 확인이 필요한 모든 행:
check-fill-in-means = ‘채우기’는 기존 잠재 고객의 빈 항목만 채우고, 있는 내용은 덮어쓰지 않습니다.
check-refused-means = 거부된 행은 가져오지 않습니다. 파일로 저장하여 고친 후 그 파일을 가져오세요.
check-added-means = 새 잠재 고객
check-unchanged-means = 같은 내용이 이미 있음
outcome-row-all = 모든 행
outcome-row-added = 추가
outcome-row-updated = 업데이트
outcome-row-unchanged = 변경 없음
outcome-row-doubtful = 확인 필요
outcome-row-set-aside = 제외
outcome-row-refused = 거부
decision-add = 추가
decision-fill-in = 채우기
decision-leave-out = 건너뛰기
doubt-lead = 이미 있는 { $customer } 건과 같을 수 있습니다. { $why }
doubt-row = { $row }행의 { $customer } 건과 같을 수 있습니다. { $why }
plan-added = 잠재 고객 { $count }건 추가
plan-updated = { $count }건 업데이트
plan-left-out = 확인이 필요한 { $count }개 행은 건너뜀
plan-nothing = 가져올 내용이 없습니다. 새로운 내용이 있는 행이 없습니다.
changes-more = 항목 { $count }개 더 보기
pages-label = 페이지
pages-shown = { $total }개 중 { $from }–{ $to }
pages-first = 첫 페이지
pages-previous = 이전 페이지
pages-next = 다음 페이지
pages-last = 마지막 페이지
done-nothing = 새로운 내용이 있는 행이 없었습니다. 기존 잠재 고객은 그대로입니다.
done-undo-later = ‘지난 가져오기’에서 언제든지 되돌릴 수 있습니다.
counts-added = { $count }건 추가
counts-updated = { $count }건 업데이트
counts-left-out = { $count }건 건너뜀
counts-set-aside = { $count }건 제외
counts-refused = { $count }건 거부
counts-nothing = 새로운 내용 없음

## 지난 가져오기와 되돌리기

imports-title = 지난 가져오기
imports-intro = 가져오기는 언제든지 통째로 되돌릴 수 있습니다.
imports-none = 아직 가져온 파일이 없습니다
imports-none-text = 가져온 파일이 여기에 표시되며, 언제든지 되돌릴 수 있습니다.
imports-undo = 이 가져오기 되돌리기
imports-undo-short = 되돌리기…
imports-undo-of = { $at } 가져오기 되돌리기
imports-undone = { $at } 되돌림
undo-title = 이 가져오기를 되돌리시겠습니까?
undo-done-title = 가져오기를 되돌렸습니다
undo-removes = 추가된 잠재 고객 { $count }건을 제거합니다.
undo-restores = 업데이트된 잠재 고객 { $count }건을 이전 상태로 되돌립니다.
undo-touched = 그 후에 작업한 잠재 고객 { $count }건은 아래에서 선택하지 않으면 그대로 둡니다.
undo-touched-title = 그 후에 작업한 잠재 고객
undo-touched-text = 그래도 되돌리시겠습니까? 선택한 잠재 고객에서 가져온 뒤에 작업한 내용은 사라집니다.
undo-touched-all = { $count }건 모두 되돌리기
undo-lead-removed = 제거됨 · 마지막 변경 { $at }
undo-lead-restored = 가져오기 전 상태로 되돌림 · 마지막 변경 { $at }
undo-unlisted = 목록에 없는 잠재 고객이 { $count }건 더 있습니다.
undo-nothing = 이 가져오기에서 되돌릴 내용이 남아 있지 않습니다.
undo-did-remove = { $count ->
    [0] 제거한 잠재 고객이 없습니다.
   *[other] 잠재 고객 { $count }건을 제거했습니다.
  }
undo-did-restore = { $count ->
    [0] 이전 상태로 되돌린 잠재 고객이 없습니다.
   *[other] 잠재 고객 { $count }건을 이전 상태로 되돌렸습니다.
  }
undo-did-leave = 그 후에 작업한 잠재 고객 { $count }건은 그대로 두었습니다.

## 감시 폴더

settings-import = 가져오기
watched-title = 감시 폴더
watched-intro = Hearth가 실행되는 동안 이 폴더에 넣은 파일을 자동으로 가져옵니다.
watched-none = 감시 중인 폴더가 없습니다.
watched-choose = 폴더 선택…
watched-choose-other = 다른 폴더 선택…
watched-stop = 감시 중지
watched-problem = 지금은 감시 폴더를 읽을 수 없습니다. 계속 다시 시도합니다.
watched-mapping = 다른 프로그램의 표에 쓸 매핑
watched-mapping-none = 없음: 이런 표는 failed 폴더로 옮깁니다
watched-mapping-hint = 알려진 형식의 파일과, 저장된 매핑이 머리글로 알아보는 표에는 필요하지 않습니다.
watched-mapping-how = 표를 가져올 때 매핑을 저장하면 여기에서 선택할 수 있습니다.
watched-rule-done = 가져온 파일은 이 폴더 안의 done 폴더로 옮깁니다.
watched-rule-failed = 가져올 수 없는 파일은 failed 폴더로 옮기고, 그 이유를 알림으로 알려 드립니다.
watched-rule-doubtful = 이미 있는 잠재 고객과 같을 수 있는 행은 건너뜁니다. 가져온 내용은 언제든지 되돌릴 수 있습니다.
arrival-imported = 감시 폴더에서 가져옴
arrival-failed = 감시 폴더에서 가져오지 못함
arrival-imports = 지난 가져오기
# 내보낸 일정의 제목.


## 터미널

cli-no-lead = 그런 잠재 고객이 없습니다.
cli-no-leads = 잠재 고객이 없습니다.
cli-no-duplicates = 같아 보이는 잠재 고객이 없습니다.
cli-no-imports = 아직 가져온 것이 없습니다.
cli-no-database = { $path }에 Hearth 데이터베이스가 없습니다.
cli-no-file = 그런 파일이 없습니다: { $path }
cli-no-import = { $id }번 가져오기가 없습니다.
cli-no-mapping = “{ $name }” 이름으로 저장된 매핑이 없습니다.
cli-no-rows = 행 없음
cli-exists = { $path } 파일이 이미 있습니다. 바꾸려면 --force를 쓰세요.
cli-window-runs = 이 데이터베이스로 Hearth가 실행 중입니다. 먼저 종료하세요.
cli-not-a-backup = Hearth 데이터베이스가 아닙니다: { $path }
cli-itself = 그 파일이 바로 데이터베이스입니다.
cli-nothing-imported = 아무것도 가져오지 않았습니다. 읽을 수 있는 파일이 없습니다.
cli-several-files = 파일이 여러 개 만들어집니다. - 대신 파일 이름을 지정하세요.
cli-unreadable = { $argument } 값을 알 수 없습니다: { $value }
cli-conflict = 그사이 잠재 고객이 바뀌었습니다. 이번에는 아무것도 바꾸지 않았습니다.
cli-internal = Hearth에 문제가 생겼습니다(보고 { $report }). 아무것도 바꾸지 않았습니다.
cli-not-in-stage = 할 수 없습니다. 이 잠재 고객의 단계: { $stage }
cli-head-id = 번호
cli-head-about = 내용
cli-revision = 개정
cli-referral-id = 추천 ID
cli-more = 외 { $count }건
cli-comparing = 비교하는 중
cli-importing = 가져오는 중
cli-writing = 쓰는 중
cli-dry-run = 아무것도 바꾸지 않았습니다. 가져오면 이렇게 됩니다:
cli-doubtful = 확인 필요
cli-left-out = 제외
cli-doubt-added = { $customer }: { $other }와(과) 같을 수 있음({ $values }), 추가
cli-doubt-filled-in = { $customer }: { $other }와(과) 같을 수 있음({ $values }), 빠진 내용만 채움
cli-doubt-left-out = { $customer }: { $other }와(과) 같을 수 있음({ $values }), 제외
cli-imported-as = { $id }번 가져오기입니다. 되돌리려면: hearth-cli undo-import { $id }
cli-failed-rows = 가져오지 않은 행: { $path }
cli-taken-back = 되돌림
cli-undo-removed = 제거한 잠재 고객 { $count }건
cli-undo-restored = 이전 상태로 되돌린 잠재 고객 { $count }건
cli-undo-left = 그 후 작업해서 남겨 둔 잠재 고객 { $count }건
cli-exported = 내보낸 잠재 고객 { $count }건
cli-export-left-out = 이 형식에 담을 수 없어 제외한 잠재 고객 { $count }건
cli-export-shortened = 형식에 맞게 줄인 잠재 고객 { $count }건
cli-backed-up = 데이터베이스를 { $path }에 보관했습니다.
cli-restored = 백업을 되돌려 놓았습니다. 잠재 고객 { $count }건.
cli-restored-kept = 이전 데이터베이스는 여기에 보관했습니다: { $path }
cli-check-sound = 문제가 없습니다. 잠재 고객 { $count }건.
cli-check-outdated = 이전 버전의 Hearth가 쓴 데이터베이스입니다. 열면 업그레이드됩니다.
cli-check-dangling = 속한 곳이 없는 행 { $count }건.
cli-check-search = 내용으로 검색되지 않는 잠재 고객 { $count }건.
cli-check-keys = 중복을 찾을 수 없는 잠재 고객 { $count }건.

## 가져오지 않은 행

import-failed-name = { $name } - 가져오지 못함
import-left-out-lead = { $customer }의 잠재 고객과 같을 수 있음({ $values })
import-left-out-row = { $row }행의 { $customer }과(와) 같을 수 있음({ $values })

## 창 밖의 파일 대화 상자

import-save-failed-title = 가져오지 못한 행 저장
export-save-title = 잠재 고객 내보내기
# $date: 2026-11-24 같은 날짜
export-name-leads = hearth-잠재고객-{ $date }
export-name-partner-center = 파트너센터-잠재고객-{ $date }
export-name-salesforce = salesforce-잠재고객-{ $date }
export-name-dynamics = dynamics-잠재고객-{ $date }
export-name-contacts = hearth-연락처-{ $date }
export-name-calendar = hearth-일정-{ $date }
watch-choose-title = 지켜볼 폴더 선택

## The desk of a million leads

tab-all = 모든 잠재 고객

## 필터

filter-open = 필터
filter-open-set = 필터({ $count }개 설정됨)
filter-label = 필터
filter-bar = 필터와 보기
filter-title = 잠재 고객 필터
filter-fields = 필터 항목
filter-clear = 조건 지우기
filter-done = 완료
filter-shown = 이 목록의 잠재 고객 { $count }건
filter-field-is = 상태
filter-field-country = 국가
filter-field-currency = 통화
filter-field-value = 금액
filter-field-purchase = 구매 예정일
filter-field-campaign = 캠페인
filter-field-reason = 거절 사유
filter-field-employee = 담당 직원
filter-yes = 예
filter-no = 아니요
filter-state = { $what }: { $answer }
filter-exclude = 선택한 값 제외
filter-from = 시작
filter-to = 끝
filter-least = 최소
filter-most = 최대
filter-amount-hint = 각 잠재 고객의 통화 기준입니다.
filter-dates-hint = 2026-11-20과 같은 날짜.
filter-find = 값 찾기
filter-add-value = “{ $value }” 추가
filter-no-values = 해당하는 값이 있는 잠재 고객이 없습니다.
filter-no-value-yet = 아직 값이 있는 잠재 고객이 없습니다.
filter-quick = 빠른 선택
# $length: such as 7 days
filter-last = 최근 { $length }
filter-ago = { $length }보다 오래됨
filter-within = { $length } 이내
filter-beyond = { $length } 이후
filter-due = 후속 연락 필요
filter-today = 오늘
filter-yesterday = 어제
filter-tomorrow = 내일
filter-is-set = 설정됨
filter-own-range = 또는 기간 직접 지정
filter-without = 값 없음
filter-with = 값 있음
filter-clear-one = 이 조건 지우기

filter-is-hot = 연락을 기다리는 고객
filter-is-not-hot = 연락을 기다리지 않음
filter-is-lapsed = 72시간 경과
filter-is-not-lapsed = 72시간 경과하지 않음
filter-is-unanswered = 미응답
filter-is-not-unanswered = 응답함
filter-is-contacted = 연락함
filter-is-not-contacted = 연락 안 함
filter-is-favorite = 즐겨찾기
filter-is-not-favorite = 즐겨찾기 아님
filter-is-snoozed = 다시 알림 설정됨
filter-is-not-snoozed = 다시 알림 없음
filter-is-sample = 샘플
filter-is-not-sample = 샘플 아님

## 조건 표시

chip-is = { $field }: { $value }
chip-is-not = { $field }: { $value } 제외
chip-not = { $chip } 제외
chip-or = { $one } 또는 { $other }
chip-over = { $field } { $value } 초과
chip-at-least = { $field } { $value } 이상
chip-under = { $field } { $value } 미만
chip-at-most = { $field } { $value } 이하
chip-between = { $field } { $from } ~ { $until }
chip-after = { $field } { $value } 이후(당일 제외)
chip-since = { $field } { $value }부터
chip-before = { $field } { $value } 이전(당일 제외)
chip-until = { $field } { $value }까지
chip-past-within = { $field } 최근 { $length }
chip-past-beyond = { $field } { $length }보다 오래됨
chip-next-within = { $field } { $length } 이내
chip-next-beyond = { $field } { $length } 이후
chip-none = { $field }: 없음
chip-set = { $field }: 있음
chip-due = { $field }: 필요
chip-today = 오늘
chip-yesterday = 어제
chip-tomorrow = 내일
chip-hours = { $count }시간
chip-days = { $count }일
chip-weeks = { $count }주
chip-edit = 조건 변경: { $chip }
chip-remove = 조건 제거: { $chip }

query-unknown-field = “{ $name }” 필터는 없습니다.
query-unknown-field-nearest = “{ $name }” 필터는 없습니다. “{ $nearest }” 필터를 찾으셨나요?
query-use = “{ $value }” 사용
query-no-value = { $field }: 아직 선택한 값이 없음
query-unknown-value = { $field }: “{ $value }”은(는) 알 수 없는 값입니다.
query-not-a-number = { $field }: “{ $value }”은(는) 숫자가 아닙니다.
query-not-a-date = { $field }: “{ $value }”은(는) 날짜가 아닙니다. 예: 2026-11-20 또는 <7d.
query-empty-range = { $field }: “{ $value }”의 끝이 시작보다 앞섭니다.
query-too-many = 검색 조건이 너무 많습니다. “{ $value }”은(는) 제외되었습니다.
query-part-remove = 검색에서 “{ $value }” 제거

## 결과가 없는 목록

nothing-by-words = 이 목록에는 검색 결과가 없습니다
nothing-by-filters = 이 목록에는 조건에 맞는 잠재 고객이 없습니다
nothing-by-both = 이 목록에는 검색과 조건에 모두 맞는 결과가 없습니다
nothing-elsewhere = 다른 곳에 결과가 있습니다:
nothing-words-anywhere = 일치하는 잠재 고객이 없습니다. 고객, 연락처, 이메일, 전화, 거래, 메모, 도시, CRM ID, 캠페인 ID에서 검색합니다.
nothing-filters-anywhere = 이 조건에 맞는 잠재 고객이 없습니다.
nothing-both-anywhere = 검색과 조건에 모두 맞는 잠재 고객이 없습니다.
nothing-search-all = 모든 잠재 고객 { $count }건
nothing-clear-all = 검색과 조건 지우기
list-empty-all = 여기에는 잠재 고객이 없습니다

## 저장된 보기

views-label = 보기
views-show = 사이드바 표시
views-hide = 사이드바 숨기기
views-open = 보기
views-saved = 저장된 보기
views-empty = 검색과 필터, 정렬, 열을 이름을 붙여 저장해 두면 여기에서 바로 열 수 있습니다.
views-all = 모든 잠재 고객
views-save-as = 보기로 저장…
views-save-changes = 변경 사항 저장
views-changed = 변경됨
views-start = 시작할 때 여는 보기
views-unread = 이 보기의 조건을 더 이상 이해할 수 없습니다
views-menu = { $name } 더 보기
views-rename = 이름 바꾸기…
views-up = 위로 이동
views-down = 아래로 이동
views-start-on = 시작 보기로 지정
views-start-off = 시작 보기 해제
views-delete = 삭제
views-deleted = { $name } 보기를 삭제했습니다.
views-saved-as = { $name } 보기를 저장했습니다.
views-moved = { $name }: { $count }개 중 { $place }번째.
views-save-title = 보기로 저장
views-rename-title = 보기 이름 바꾸기
views-name = 이름
views-name-taken = 같은 이름의 보기가 있습니다.
views-keeps = 저장되는 내용
views-save = 저장
views-query-invalid = 검색에 이해하지 못한 조건이 있습니다. 먼저 고쳐 주세요: { $parts }
## 단축키: 이름이 있는 작업, 단축키 목록, 명령 팔레트, 단축키 설정

key-add-employee = 담당 직원 추가
key-wake = 다시 알림 해제
key-clear-follow-up = 후속 연락일 지우기
key-vcard = 연락처를 vCard로 저장
key-calendar = 날짜를 캘린더에 추가
key-past-imports = 지난 가져오기 보기
key-outbox = 보낼 편지함 열기
key-reminders = 알림 열기
key-filter = 목록 필터링
key-save-view = 목록을 보기로 저장
key-received = 받은 잠재 고객 보기
key-accepted = 수락한 잠재 고객 보기
key-archived = 보관된 잠재 고객 보기
key-marketplace = Marketplace 잠재 고객 보기
key-qualified = 적격 잠재 고객 보기
key-favorites = 즐겨찾기 보기
key-select-less = 이전 잠재 고객까지 선택
key-select-all = 조건에 맞는 모든 잠재 고객 선택
key-bulk = 선택한 잠재 고객 일괄 변경
key-add = 잠재 고객 추가
key-palette = 모든 작업과 잠재 고객 찾기
key-undo = 마지막 작업 되돌리기
key-board = 보드 또는 목록으로 보기
key-side-bar = 사이드바 표시 또는 숨기기
key-settings = 설정
keys-group-work = 열린 잠재 고객 처리
keys-group-list = 이동과 찾기
keys-group-select = 선택
keys-group-leads = 가져오기와 내보내기
keys-group-window = 창
keys-find = 단축키 찾기
keys-none-found = 해당하는 작업이 없습니다.
keys-change-all = 단축키 변경…
undo-nothing-left = 되돌릴 작업이 없습니다.
palette-title = 모든 작업과 잠재 고객 찾기
palette-placeholder = 작업, 고객, 담당자, 전화번호를 입력하세요…
palette-recent = 최근 작업
palette-actions = 작업
palette-leads = 잠재 고객
palette-views = 저장된 보기
palette-settings = 설정
palette-found = { $count ->
    [0] 결과 없음
   *[other] 결과 { $count }개
}
palette-nothing = 해당하는 작업이나 잠재 고객이 없습니다.
palette-foot-move = 이동
palette-foot-choose = 선택
palette-foot-close = 닫기
settings-keys = 단축키
settings-keys-hint = 바꾸려는 단축키를 선택한 다음 새 키를 누르세요. 변경 사항은 바로 적용됩니다.
settings-keys-reset-all = 모든 단축키 초기화
settings-keys-reset = 기본 키 { $key }(으)로 되돌리기: { $action }
settings-keys-reset-none = 키 없음으로 되돌리기: { $action }
settings-key-button = { $action }: { $key }
settings-key-none = 키 없음
settings-key-press = 키를 누르세요…
settings-key-listening = 새 키를 누르세요. Backspace를 누르면 키가 지워지고, Esc를 누르면 그대로 둡니다.
settings-key-taken = { $key } 키는 ‘{ $other }’에서 쓰고 있습니다.
settings-key-take = 이 작업에 쓰기
settings-key-leave = 그대로 두기
settings-key-moves = { $key } 키는 창 안에서 이동할 때 쓰므로 바꿀 수 없습니다. 다른 키를 누르세요.
settings-key-system = { $key } 키는 시스템에서 씁니다. 다른 키를 누르세요.
settings-key-text = { $key } 키는 글을 편집할 때 씁니다. 다른 키를 누르세요.
settings-key-zoom = { $key } 키는 창의 글자 크기를 바꿀 때 씁니다. 다른 키를 누르세요.
settings-key-saved = { $action }: { $key }

## 저장된 보기: 항목의 문제

problem-taken = 같은 이름의 보기가 이미 있습니다.
problem-not-understood = 검색어에 이해할 수 없는 부분이 있습니다.
problem-too-many = 더 추가할 수 없습니다. 먼저 하나를 삭제하세요.
## 목록: 열, 행 높이, 일치하는 전체 선택

list-column-email = 이메일
list-column-phone = 전화
list-column-campaign = 캠페인
list-column-keys = Enter 키로 정렬합니다. Shift와 화살표 키로 너비를, Alt와 화살표 키로 위치를 바꾸고, Delete 키로 열을 뺍니다.
list-columns = 열
list-dense = 좁은 행
list-stage-all = 전체
list-found-in = { $field }:
list-employees-more = { $name } 외 { $more }명
list-splitter = 목록 너비
selection-everything = 전체 { $count }건 선택됨
selection-all = 전체 { $count }건 선택
## 여러 잠재 고객에 대한 작업

bulk-menu = 작업
bulk-menu-label = 선택한 잠재 고객에 대한 작업
bulk-decline = 거절…
bulk-contacted = 연락함으로 표시…
bulk-favorite = 즐겨찾기에 추가…
bulk-unfavorite = 즐겨찾기에서 제거…
bulk-employee = 직원 추가…
bulk-campaign = 캠페인 지정…
bulk-export = 내보내기…
bulk-title-decline = 선택한 잠재 고객 거절
bulk-title-contacted = 선택한 잠재 고객을 연락함으로 표시
bulk-title-favorite = 선택한 잠재 고객을 즐겨찾기에 추가
bulk-title-unfavorite = 선택한 잠재 고객을 즐겨찾기에서 제거
bulk-title-employee = 선택한 잠재 고객에 직원 추가
bulk-title-campaign = 선택한 잠재 고객의 캠페인 지정
bulk-selected = 잠재 고객 { $count }건 선택됨
bulk-decline-intro = 모두 같은 사유로 거절되어 보관됩니다. 고객마다 안내가 보낼 편지함에 들어가며, 거기에서 보내면 됩니다.
bulk-campaign-id = 마케팅 캠페인 ID
bulk-campaign-hint = 비워 두면 캠페인이 지워집니다.
bulk-campaigns-known = 사용 중인 캠페인
bulk-preview = 미리 보기
bulk-foreseeing = 잠재 고객 { $count }건을 확인하는 중…
bulk-will-decline = 잠재 고객 { $count }건이 거절됩니다
bulk-will-contacted = 잠재 고객 { $count }건이 연락함으로 표시됩니다
bulk-will-favorite = 잠재 고객 { $count }건이 즐겨찾기에 추가됩니다
bulk-will-unfavorite = 잠재 고객 { $count }건이 즐겨찾기에서 제거됩니다
bulk-will-employee = 잠재 고객 { $count }건에 이 직원이 추가됩니다
bulk-will-campaign = 잠재 고객 { $count }건에 이 캠페인이 지정됩니다
bulk-will-no-campaign = 잠재 고객 { $count }건의 캠페인이 지워집니다
bulk-none-there = 선택한 잠재 고객이 더 이상 없습니다
bulk-none-decline = 선택한 잠재 고객 { $count }건 가운데 거절할 수 있는 것이 없습니다
bulk-none-contacted = 선택한 잠재 고객 { $count }건 가운데 연락함으로 표시할 것이 없습니다
bulk-none-favorite = 할 일이 없습니다. 선택한 잠재 고객 { $count }건은 그대로입니다
bulk-none-unfavorite = 할 일이 없습니다. 선택한 잠재 고객 { $count }건은 그대로입니다
bulk-none-employee = 선택한 잠재 고객 { $count }건 가운데 이 직원을 추가할 것이 없습니다
bulk-none-campaign = 선택한 잠재 고객 { $count }건 가운데 이 캠페인을 지정할 것이 없습니다
bulk-none-no-campaign = 선택한 잠재 고객 { $count }건 가운데 캠페인을 지울 것이 없습니다
# 앞의 고객 이름과 나머지 건수
bulk-examples-more = { $names } 외 { $more }건
bulk-notices = 고객 { $count }명에게 알립니다. 안내가 보낼 편지함에 들어갑니다
bulk-undo-within = { $count }초 안에 전부 실행 취소할 수 있습니다
bulk-no-undo = 설정에서 실행 취소를 껐으므로 되돌릴 수 없습니다
bulk-left-out = 잠재 고객 { $count }건은 그대로입니다
bulk-why-received = 아직 수락되지 않음: 수락한 잠재 고객에만 할 수 있습니다
bulk-why-accepted = 이미 수락됨: 받은 잠재 고객만 거절할 수 있습니다
bulk-why-archived = 보관됨: 보관된 잠재 고객은 바꿀 수 없습니다
bulk-why-past-respond-by = 응답 기한이 지났습니다
bulk-why-declined-already = 이미 거절됨
bulk-why-contacted-already = 이미 연락함으로 표시됨
bulk-why-favorite-already = 이미 즐겨찾기에 있음
bulk-why-no-favorite-already = 즐겨찾기에 없음
bulk-why-employee-already = 이 직원이 이미 있음
bulk-why-campaign-already = 이미 이 캠페인임
bulk-why-no-campaign-already = 캠페인이 없음
bulk-why-changed-since = 미리 보기 이후에 변경됨
bulk-why-too-many = 직원을 더 추가할 수 없음
bulk-submit-decline = 잠재 고객 { $count }건 거절
bulk-submit-contacted = 잠재 고객 { $count }건을 연락함으로 표시
bulk-submit-favorite = 잠재 고객 { $count }건을 즐겨찾기에 추가
bulk-submit-unfavorite = 잠재 고객 { $count }건을 즐겨찾기에서 제거
bulk-submit-employee = 잠재 고객 { $count }건에 직원 추가
bulk-submit-campaign = 잠재 고객 { $count }건의 캠페인 지정
bulk-submit-no-campaign = 잠재 고객 { $count }건의 캠페인 지우기
bulk-back = 뒤로
bulk-close = 닫기
bulk-look-again = 다시 확인
bulk-plan-gone = 이 미리 보기는 더 이상 유효하지 않습니다. 다시 확인한 다음 계속하세요.
bulk-running-decline = 잠재 고객을 거절하는 중
bulk-running-contacted = 연락함으로 표시하는 중
bulk-running-favorite = 즐겨찾기에 추가하는 중
bulk-running-unfavorite = 즐겨찾기에서 제거하는 중
bulk-running-employee = 직원을 추가하는 중
bulk-running-campaign = 캠페인을 지정하는 중
bulk-running-no-campaign = 캠페인을 지우는 중
bulk-running-undo = 되돌리는 중
bulk-running-note = 끝날 때 한꺼번에 저장됩니다. 취소하면 아무것도 바뀌지 않습니다.
bulk-progress = { $total }건 중 { $done }건
bulk-cancel = 취소
bulk-cancelling = 취소하는 중…
bulk-in-background = 계속 작업하기
bulk-bar-label = 여러 잠재 고객에 대한 작업
bulk-done-decline = 잠재 고객 { $count }건을 거절했습니다. 안내가 보낼 편지함에 있습니다.
bulk-done-contacted = 잠재 고객 { $count }건을 연락함으로 표시했습니다.
bulk-done-favorite = 잠재 고객 { $count }건을 즐겨찾기에 추가했습니다.
bulk-done-unfavorite = 잠재 고객 { $count }건을 즐겨찾기에서 제거했습니다.
bulk-done-employee = 잠재 고객 { $count }건에 직원을 추가했습니다.
bulk-done-campaign = 잠재 고객 { $count }건의 캠페인을 지정했습니다.
bulk-done-no-campaign = 잠재 고객 { $count }건의 캠페인을 지웠습니다.
bulk-done-left-out = { $count }건은 그대로입니다.
bulk-done-nothing = 바뀐 잠재 고객이 없습니다.
bulk-cancelled = 취소했습니다. 바뀐 잠재 고객이 없습니다.
bulk-undone = 실행 취소했습니다. 잠재 고객 { $count }건이 이전 상태로 돌아갔습니다.
bulk-undone-stayed = { $count }건은 그 후에 변경되었거나 안내를 이미 보내서 그대로입니다.
bulk-one-at-a-time = 앞선 작업이 끝난 다음에 할 수 있습니다.
bulk-nothing-selected = 선택한 잠재 고객이 없습니다.

## 보드

look-label = 보기 방식
look-list = 목록
look-board = 보드
board-label = 단계별 잠재 고객
board-move = 이동…
board-move-title = { $customer } 이동
board-close-title = { $customer }: 성사인가요, 실패인가요?
board-drop-accept = 수락…
board-drop-decline = 거절…
board-drop-won = 성사로 보관…
board-drop-lost = 실패로 보관…
board-drop-close = 성사 또는 실패로 보관…
board-stays-archived = 보관된 잠재 고객은 다시 옮길 수 없습니다.
board-stays-not-back = 수락한 잠재 고객은 받음으로 되돌릴 수 없습니다.
board-stays-overdue = 응답 기한이 지났습니다.
board-stays-not-received = 받은 잠재 고객만 수락하거나 거절할 수 있습니다.
board-stays-not-accepted = 수락한 잠재 고객만 성사나 실패로 보관할 수 있습니다.
key-move = 카드 이동
key-bulk-decline = 선택한 잠재 고객 거절
key-bulk-contacted = 선택한 잠재 고객을 연락함으로 표시
key-bulk-favorite = 선택한 잠재 고객을 즐겨찾기에 추가
key-bulk-unfavorite = 선택한 잠재 고객을 즐겨찾기에서 제거
key-bulk-employee = 선택한 잠재 고객에 직원 추가
key-bulk-campaign = 선택한 잠재 고객의 캠페인 지정
board-nothing-here = 일치하는 잠재 고객이 없습니다
board-close-lead = 보드로
