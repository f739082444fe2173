// What a reminder says in the bell. How much time was left is counted from when it fell due: a lead that came in late has
// less of it than its reminder is named after.
import type { Reminder } from '$lib/api/generated';
import { durationInWords } from '$lib/format';
import { t } from '$lib/i18n';

export function reminderText({ kind, dueAt, deadline }: Reminder): string {
  switch (kind) {
    case 'hotArrived':
      return t('bell-hot-arrived');
    case 'hotLapsed':
      return t('bell-hot-lapsed');
    case 'hot24h':
    case 'hot4h':
    case 'hot1h':
      return t('bell-hot-left', { left: durationInWords(deadline - dueAt) });
    case 'respond3d':
    case 'respond1d':
      return t('bell-respond-left', { left: durationInWords(deadline - dueAt, { daysFrom: 1 }) });
  }
}
