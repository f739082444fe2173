// What the right end of a list row says, and how urgent it is. Pure: the time comes in as an argument.
import type { LeadRow } from '$lib/api/generated';

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
