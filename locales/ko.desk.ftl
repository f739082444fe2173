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
