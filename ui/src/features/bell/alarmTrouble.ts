// Why the alarm cannot write down what it told, in one line. It goes on telling all the same, which is said first.
import type { ApiError } from '$lib/api/generated';
import { t } from '$lib/i18n';

const why: Partial<Record<ApiError['code'], string>> = {
  readOnly: 'trouble-read-only-title',
  diskFull: 'trouble-disk-full-title',
  busy: 'trouble-busy-title',
  corrupt: 'trouble-corrupt-title',
};

export function alarmTroubleText(error: ApiError): string {
  return t('alarm-trouble', { why: t(why[error.code] ?? 'alarm-trouble-unknown') });
}
