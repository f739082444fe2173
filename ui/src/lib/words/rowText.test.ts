import { expect, it } from 'vitest';
import { fakeLead, NOON } from '$lib/api/fake';
import { rowOf } from '$lib/api/fake/listing';
import { followUpOf, snoozeOf } from './rowText';

it('a row is snoozed until its instant, and not any more when archived', () => {
  const row = rowOf(fakeLead({ id: 1, snoozedUntil: NOON + 1 }));
  expect(snoozeOf(row, NOON), 'held back').toBe(NOON + 1);
  expect(snoozeOf(row, NOON + 1), 'at its instant it reminds').toBeNull();
  expect(snoozeOf({ ...row, stage: 'archived' }, NOON), 'nothing to hold back').toBeNull();
});

it('a follow-up is due on its day and after it, while the lead is open', () => {
  const row = rowOf(fakeLead({ id: 1, followUp: { on: '2026-11-22', note: null } }));
  expect(followUpOf(row, '2026-11-21'), 'the day before').toEqual({ on: '2026-11-22', due: false });
  expect(followUpOf(row, '2026-11-22')?.due, 'today').toBe(true);
  expect(followUpOf(row, '2027-01-01')?.due, 'overdue').toBe(true);
  expect(followUpOf({ ...row, stage: 'archived' }, '2027-01-01')?.due, 'done with').toBe(false);
  expect(followUpOf({ ...row, followUpOn: null }, '2026-11-22'), 'none').toBeNull();
});
