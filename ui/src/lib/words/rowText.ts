// What a lead in a list or on the board says of time, and how urgent it is. Pure: the time comes in as an argument.
import type { LeadRow, Timestamp } from '$lib/api/generated';
import { calendarDate, duration, roughDuration } from '$lib/format';
import { t } from '$lib/i18n';
import { OUTCOMES } from './fields';

/** `hot`: a customer is waiting. `lapsed`: one was, and nobody called in time. */
export type Flame = 'hot' | 'lapsed' | 'none';

export type RowTime =
  | { says: 'hoursLeft' | 'toRespond'; milliseconds: number }
  | { says: 'windowPassed' | 'overdue' | 'nothing' }
  | { says: 'purchaseOn'; on: string }
  | { says: 'outcome'; outcome: string };

/** The flame of a row. Source: domain.md, "Flame". */
export function flameOf(row: LeadRow, now: number): Flame {
  if (row.stage !== 'received' || !row.flame || row.flame.contactedAt !== null || now >= row.respondBy) return 'none';
  return now < row.flame.endsAt ? 'hot' : 'lapsed';
}

/** Until when the reminders of a row are held back; `null` when they are not. */
export function snoozeOf(row: LeadRow, now: number): Timestamp | null {
  return row.stage !== 'archived' && row.snoozedUntil !== null && row.snoozedUntil > now ? row.snoozedUntil : null;
}

/** The follow-up of a row, and whether its day has come. What is archived is not followed up any more. */
export function followUpOf(row: LeadRow, today: string): { on: string; due: boolean } | null {
  if (row.followUpOn === null) return null;
  return { on: row.followUpOn, due: row.stage !== 'archived' && row.followUpOn <= today };
}

export function timeOf(row: LeadRow, now: number): RowTime {
  if (row.stage === 'accepted') {
    return row.purchaseOn === null ? { says: 'nothing' } : { says: 'purchaseOn', on: row.purchaseOn };
  }
  if (row.stage === 'archived') return row.outcome ? { says: 'outcome', outcome: row.outcome } : { says: 'nothing' };
  const flame = flameOf(row, now);
  if (flame === 'hot' && row.flame) return { says: 'hoursLeft', milliseconds: row.flame.endsAt - now };
  if (flame === 'lapsed') return { says: 'windowPassed' };
  if (now >= row.respondBy) return { says: 'overdue' };
  return { says: 'toRespond', milliseconds: row.respondBy - now };
}

/** The same in the chosen language. */
export function timeText(time: RowTime): string {
  switch (time.says) {
    case 'hoursLeft':
      return t('row-time-left', { time: duration(time.milliseconds) });
    case 'toRespond':
      return t('row-to-respond', { time: roughDuration(time.milliseconds) });
    case 'windowPassed':
      return t('row-window-passed');
    case 'overdue':
      return t('outcome-expired');
    case 'purchaseOn':
      return calendarDate(time.on);
    case 'outcome': {
      const label = OUTCOMES[time.outcome];
      return label ? t(label) : time.outcome;
    }
    case 'nothing':
      return '';
  }
}
