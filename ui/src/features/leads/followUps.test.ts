// Follow-ups and snoozes in the list, as a person uses them: the marks of a row, and the order.
import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { useBackend } from '$lib/api';
import { asked, fakeLead, FakeBackend, NOON } from '$lib/api/fake';
import type { LeadDetail } from '$lib/api/generated';
import { calendarDay, DAY, dayOf, HOUR, planned } from '$lib/format';
import { clock, desk, leads } from '$lib/state';
import LeadList from './LeadList.svelte';

const on = (days: number) => ({ on: dayOf(NOON + days * DAY), note: null });
const given: LeadDetail[] = [
  fakeLead({ id: 1, ...asked(NOON - 70 * HOUR), snoozedUntil: NOON + HOUR }),
  fakeLead({ id: 2, followUp: on(5) }),
  fakeLead({ id: 3, followUp: on(0) }),
  fakeLead({ id: 4, followUp: on(-2) }),
  fakeLead({ id: 5, followUp: on(1), stage: 'accepted', acceptedAt: NOON }),
  fakeLead({ id: 6, snoozedUntil: NOON - HOUR }),
];

async function open(shown: LeadDetail[] = given) {
  const fake = new FakeBackend({ leads: shown });
  useBackend(fake);
  clock.sync(NOON);
  await leads.show({});
  await desk.refresh(leads);
  render(LeadList, { onopen: () => undefined, onexport: () => undefined, onmerge: () => undefined });
  return fake;
}

const rows = () => screen.queryAllByRole('row').map((row) => row.textContent?.replace(/\s+/g, ' ').trim() ?? '');
const ids = () => rows().map((row) => Number(/Customer (\d+)/.exec(row)?.[1]));
const row = (id: number) => rows().find((text) => text.includes(`Customer ${id} `)) ?? '';
describe('a row', () => {
  it('says until when it is snoozed and when to follow up, and nothing more where there is nothing', async () => {
    await open();
    expect(row(1), 'snoozed, and its customer still waits').toContain(`Snoozed until ${planned(NOON + HOUR)}`);
    expect(row(1), 'the time left stays').toContain('2 h left');
    expect(row(2), 'ahead').toContain(`Follow-up: ${calendarDay(dayOf(NOON + 5 * DAY), NOON)}`);
    expect(row(3), 'today').toContain('Follow-up due');
    expect(row(4), 'overdue').toContain(`Follow-up due: ${calendarDay(dayOf(NOON - 2 * DAY), NOON)}`);
    expect(row(6), 'a snooze that is over says nothing').not.toMatch(/Snoozed|Follow-up/);
  });

  it('keeps the warm colour for customers who wait', async () => {
    await open();
    expect(document.querySelectorAll('.told-hot').length, 'the one who waits; nothing that is due').toBe(1);
    expect(document.querySelectorAll('.follow.told-due').length, 'those are marked otherwise').toBe(2);
  });
});

describe('the order', () => {
  it('puts the nearest follow-up first and leads without one last', async () => {
    await open();
    await fireEvent.change(screen.getByLabelText('Sort by'), { target: { value: 'followUp' } });
    await waitFor(() => expect(ids(), 'overdue, today, ahead, none').toEqual([4, 3, 2, 1, 6]));
  });
});
