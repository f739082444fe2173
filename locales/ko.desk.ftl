### 책상: 창의 틀, 목록, 가져오기, 알림, 보낼 알림, 설정, 문제.

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
field-required = 필수
text-show-all = 모두 보기
toast-dismiss = 닫기
toast-seconds = { $count }초

## 실패

error-not-found = 이 잠재 고객이 더 이상 없습니다. 제거되었을 수 있습니다.
error-conflict = 그사이에 이 잠재 고객이 변경되었습니다. 최신 상태를 표시했으니 확인한 후 다시 시도하세요.
error-invalid = { $count }개 항목을 다시 확인하세요.
error-busy = 다른 프로그램이 데이터베이스를 사용 중입니다. 변경된 것은 없습니다. 잠시 후 다시 시도하세요.
error-read-only = 데이터베이스에 쓸 수 없습니다: { $path }. 변경된 것은 없습니다.
error-disk-full = 디스크가 가득 찼습니다. 변경된 것은 없습니다. 공간을 확보한 후 다시 시도하세요.
error-newer-file = 더 새로운 Hearth에서 만든 데이터베이스입니다: { $path }.
error-corrupt = 데이터베이스가 손상되었습니다: { $path }.
error-unopened = 데이터베이스를 열 수 없습니다: { $path }.
error-link-refused = Hearth는 웹, 메일, 전화 링크만 엽니다.
error-system-refused = 시스템이 거부했습니다: { $detail }
error-internal = Hearth에 문제가 발생했습니다. 변경된 것은 없습니다. 자세한 내용은 로그의 보고서 { $report }에 있습니다.
error-internal-unnumbered = Hearth에 문제가 발생했습니다. 변경된 것은 없습니다.
error-not-allowed-stage = 이 잠재 고객의 현재 단계에서는 할 수 없습니다.
error-not-allowed-past-respond-by = 응답 기한이 지나 잠재 고객이 만료되었습니다.
error-not-allowed-undo-over = 실행 취소 시간이 지났습니다.
error-not-allowed-undo-overtaken = 그 후에 잠재 고객이 변경되어 실행 취소할 수 없습니다.
error-not-allowed-notice-left = 알림을 이미 보냈으므로 실행 취소할 수 없습니다.

## 잠재 고객 추가

add-a-lead = 잠재 고객 추가

## 창의 틀

desk-opening = 여는 중…
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
lead-none-open = 열린 잠재 고객이 없습니다
lead-none-open-text = 목록에서 선택하세요.

search-label = 모든 잠재 고객 검색
search-placeholder = 모든 잠재 고객 검색
search-clear = 검색 지우기
search-nothing-here = 이 목록에는 결과가 없습니다
search-matches-elsewhere = 다른 곳에 결과가 있습니다:
search-nothing-anywhere = 일치하는 잠재 고객이 없습니다. 고객, 연락처, 거래, 메모, CRM ID에서 검색합니다.
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
row-to-respond = 응답까지 { $time }
row-window-passed = 72시간 지남
row-flame-hot = 고객이 연락을 기다리고 있습니다.
row-flame-lapsed = 고객이 연락을 요청했지만 72시간이 지났습니다.

footer-next-previous = 다음, 이전
footer-accept = 수락
footer-decline = 거절
footer-favorite = 즐겨찾기
footer-all-keys = 모든 키
footer-waiting = { $count ->
    [0] 기다리는 고객 없음
   *[other] 기다리는 고객 { $count }명
  }
footer-next-alarm = 다음 알림까지 { $time }
footer-alarm-now = 지금 알림
footer-no-alarm = 예정된 알림 없음

keys-title = 키
key-search = 검색
key-next = 다음 잠재 고객
key-previous = 이전 잠재 고객
key-open = 잠재 고객 열기
key-favorite = 즐겨찾기 추가 또는 제거
key-overview = 이 목록
key-zoom-in = 크게
key-zoom-out = 작게
key-zoom-reset = 원래 크기

## 첫 실행과 예제

first-run-title = 어떤 고객이 기다리고 있습니까?
first-run-text = Microsoft에서 보낸 잠재 고객을 가져오세요. Hearth는 이 컴퓨터에 보관하고 때를 놓치기 전에 알려 드립니다.
first-run-import = 잠재 고객 가져오기
first-run-import-text = 추천 API의 JSON 또는 파트너 센터의 CSV
first-run-add-text = 전화나 메일로 받은 것을 직접 입력합니다
first-run-explore = 예제로 둘러보기
first-run-explore-text = 가상의 잠재 고객 약 40건. 한 번에 제거할 수 있습니다
first-run-drop = 파일을 이 창에 끌어다 놓아도 됩니다.
samples-count = 예제 잠재 고객 { $count }건
samples-remove = 모두 제거

## 가져오기

import-label = 잠재 고객 가져오기
import-running = 파일 { $count }개를 가져오는 중…
import-title = 가져오기 결과
import-failed-title = 가져온 것이 없습니다
import-failed-nothing = 잠재 고객은 이전 그대로입니다.
import-file-nothing = 이 파일에서는 아무것도 가져오지 않았습니다.
import-added = 추가됨
import-updated = 업데이트됨
import-unchanged = 변경 없음
import-set-aside = 제외됨
import-refused = 거부됨
import-set-aside-why = 공동 판매 기회는 잠재 고객이 아니므로 제외되었습니다.
import-refused-rows = 거부된 행
import-row = 행
import-column = 열
import-value = 값
import-reason = 이유
import-more-refused = { $count }개 행이 더 거부되었습니다.
import-done = 완료

problem-file-unreadable = 시스템이 파일 읽기를 허용하지 않았습니다: { $message }
problem-file-empty = 파일이 비어 있습니다.
problem-file-too-large = 파일이 { $size }MB입니다. Hearth는 { $limit }MB까지 읽습니다.
problem-file-bad-encoding = { $line }번째 줄이 UTF-8도 UTF-16도 아닙니다.
problem-file-not-leads = 잠재 고객의 JSON이나 CSV가 아닙니다.
problem-file-web-page = 잠재 고객이 아니라 웹 페이지입니다.
problem-file-error-reply = 파트너 센터의 오류 응답입니다: { $message }
problem-file-cut-off = 파일이 { $line }번째 줄에서 중간에 끊깁니다.
problem-file-bad-json = JSON이 { $line }번째 줄 { $column }번째 열에서 잘못되었습니다.
problem-file-missing-columns = 다음 열이 없습니다: { $columns }

advice-file-unreadable = 파일 권한과 다른 프로그램이 열고 있는지 확인하세요.
advice-file-too-large = 한 번에 더 적은 잠재 고객을 내보내세요.
advice-file-bad-encoding = UTF-8로 저장한 후 다시 가져오세요.
advice-file-not-leads = 추천 API나 파트너 센터의 내보내기에서 받은 파일을 선택하세요.
advice-file-web-page = 파트너 센터 세션이 끝났을 수 있습니다. 로그인하여 다시 내려받으세요.
advice-file-error-reply = 파트너 센터에 다시 요청하고 새 응답을 가져오세요.
advice-file-missing-columns = 모든 열을 포함하여 다시 내보내고 머리글은 그대로 두세요.
advice-export-again = 다시 내보내세요.

refused-not-a-lead = 잠재 고객이 아님
refused-missing-customer = 고객이 없음
refused-missing-received = 받은 날짜가 없음
refused-unknown-status = 알 수 없는 상태
refused-unknown-type = 알 수 없는 종류
refused-bad-date = 날짜가 아님
refused-bad-amount = 금액이 아님
refused-bad-currency = 통화가 아님
refused-too-long = 너무 긺
refused-wrong-cell-count = 머리글과 셀 개수가 다름
refused-repeated = 같은 추천 ID가 위에 있음

## 알림

bell-label = 알림
bell-label-unread = 알림, 읽지 않음 { $count }건
bell-empty = 아직 알림이 없습니다
bell-empty-text = 기다리는 고객의 72시간이 끝나기 전과 잠재 고객이 만료되기 전에 알려 드립니다.
bell-new = 새 알림
bell-not-shown = 표시하지 못했습니다: { $reason }
bell-hot-arrived = 고객이 연락을 요청합니다
bell-hot-24h = 고객에게 연락할 시간이 24시간 남았습니다
bell-hot-4h = 고객에게 연락할 시간이 4시간 남았습니다
bell-hot-1h = 고객에게 연락할 시간이 1시간 남았습니다
bell-hot-lapsed = 고객에게 연락할 72시간이 지났습니다
bell-respond-3d = 응답 기한이 3일 남았습니다
bell-respond-1d = 응답 기한이 1일 남았습니다
notifications-failing = 시스템 알림이 표시되지 않습니다: { $reason }. 모든 알림은 종 아이콘에 보관됩니다.

## 보낼 편지함

outbox-label = 보낼 편지함
outbox-label-count = 보낼 편지함, 보낼 알림 { $count } 건
outbox-empty = 보낼 편지함이 비어 있습니다
outbox-empty-text = 잠재 고객을 거절하거나 만료되면 보낼 알림이 여기에 표시됩니다.
outbox-intro = 다음 사람들에게 알려야 합니다. 준비된 메일을 쓰거나, 다른 방법으로 알렸다면 보냄으로 표시하세요.
outbox-waiting = 보낼 알림
outbox-sent = 보냄

## 설정

settings-label = 설정
settings-system = 시스템 설정
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
settings-closing-tray = 트레이에서 알림 계속
settings-closing-quit = 종료
settings-closing-hint = Hearth가 실행 중일 때만 알림이 울립니다.
settings-closing-no-tray = 트레이가 보이지 않으므로 창을 닫으면 Hearth가 종료됩니다.
settings-data = 데이터 폴더
settings-open-folder = 데이터 폴더 열기
settings-remove-samples = 예제 잠재 고객 { $count }건 제거
settings-version = Hearth { $version }

## 닫기

closing-title = 알림을 계속 실행하시겠습니까?
closing-text = Hearth는 트레이에 남아 기다리는 고객을 계속 알려 줄 수 있습니다. 나중에 설정에서 바꿀 수 있습니다.
closing-keep = 트레이에서 알림 계속
closing-quit = 종료

## 데이터베이스 문제

trouble-nothing-lost = 잃은 것은 없습니다. Hearth는 파일을 변경하지 않았습니다.
trouble-retry = 다시 시도
trouble-still-there = 아직 그대로입니다.
trouble-newer-title = 더 새로운 Hearth의 데이터베이스입니다
trouble-newer-happened = 더 새로운 버전의 Hearth가 쓴 데이터베이스라서 이 버전은 그 형식을 알지 못합니다.
trouble-newer-advice = 최신 Hearth를 설치한 후 다시 여세요.
trouble-corrupt-title = 데이터베이스가 손상되었습니다
trouble-corrupt-happened = 잠재 고객이 든 파일을 제대로 읽을 수 없습니다.
trouble-corrupt-advice = 복사본이 있으면 데이터 폴더에 넣으세요. 또는 새 데이터베이스로 시작하세요. 손상된 파일은 옆에 보관됩니다.
trouble-read-only-title = 데이터베이스에 쓸 수 없습니다
trouble-read-only-happened = 파일이나 폴더가 읽기 전용입니다.
trouble-read-only-advice = 쓰기 권한을 부여한 후 다시 시도하세요.
trouble-busy-title = 데이터베이스가 사용 중입니다
trouble-busy-happened = 다른 프로그램이 데이터베이스를 사용하고 있습니다.
trouble-busy-advice = 백업과 같은 다른 프로그램을 닫은 후 다시 시도하세요.
trouble-disk-full-title = 디스크가 가득 찼습니다
trouble-disk-full-happened = 쓸 공간이 남아 있지 않습니다.
trouble-disk-full-advice = 공간을 확보한 후 다시 시도하세요.
trouble-unopened-title = 데이터베이스를 열 수 없습니다
trouble-unopened-happened = 시스템이 파일 열기를 허용하지 않았습니다.
trouble-unopened-advice = 데이터 폴더가 있고 쓰기 권한이 있는지 확인한 후 다시 시도하세요.
trouble-set-aside = 새 데이터베이스로 시작
trouble-set-aside-ask = 손상된 데이터베이스는 이름을 바꾸어 보관하고, 새 데이터베이스는 빈 상태로 시작합니다.
trouble-set-aside-cancel = 취소
trouble-set-aside-title = 새 데이터베이스가 준비되었습니다
trouble-set-aside-text = 손상된 데이터베이스는 여기에 보관되어 있습니다:
trouble-continue = 계속
