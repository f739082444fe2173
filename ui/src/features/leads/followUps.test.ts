// Follow-ups and snoozes in the list, as a person uses them: the marks of a row, the order, the filter and its way out.
import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
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
const filterBy = (value: string) =>
  fireEvent.change(screen.getByLabelText('Filter by follow-up'), { target: { value } });

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
    expect(document.querySelectorAll('.hot').length, 'the one who waits; nothing that is due').toBe(1);
    expect(document.querySelectorAll('.follow.due').length, 'those are marked otherwise').toBe(2);
  });
});

describe('the order', () => {
  it('puts the nearest follow-up first and leads without one last', async () => {
    await open();
    await fireEvent.change(screen.getByLabelText('Sort by'), { target: { value: 'followUp' } });
    await waitFor(() => expect(ids(), 'overdue, today, ahead, none').toEqual([4, 3, 2, 1, 6]));
  });
});

describe('the filter', () => {
  it('shows what is due, counts only that everywhere, and is cleared by one click', async () => {
    const fake = await open();
    await filterBy('due');
    await waitFor(() => expect(ids().sort(), 'today and overdue').toEqual([3, 4]));
    await desk.refresh(leads);
    expect(fake.calls.at(-1)?.request, 'the counts are asked for with the filter').toEqual({
      search: '',
      followUp: 'due',
    });
    await waitFor(() => expect(screen.getByRole('tab', { name: /Received/ }).textContent).toContain('2'));
    const clear = screen.getByRole('button', { name: 'Clear the filter' });
    await fireEvent.click(clear);
    await waitFor(() => expect(rows().length, 'all of them again').toBe(5));
    expect(document.activeElement, 'the focus is not lost with the button').toBe(
      screen.getByLabelText('Filter by follow-up'),
    );
    expect(screen.queryByRole('button', { name: 'Clear the filter' }), 'nothing is narrowed any more').toBeNull();
  });

  it('that leaves nothing says so, where else something is, and how to clear it', async () => {
    await open(given.filter(({ id }) => id === 1 || id === 5));
    await filterBy('set');
    await waitFor(() => expect(screen.getByText('No lead here has a follow-up')).toBeTruthy());
    await desk.refresh(leads);
    await fireEvent.click(await screen.findByRole('button', { name: '1 in Accepted' }));
    await waitFor(() => expect(ids(), 'it stays while another list is shown').toEqual([5]));
    await filterBy('due');
    await waitFor(() => expect(screen.getByText('No follow-up is due here')).toBeTruthy());
    const empty = screen.getByText('No follow-up is due here').parentElement;
    if (!empty) throw new Error('the empty state is missing');
    await fireEvent.click(within(empty).getByRole('button', { name: 'Clear the filter' }));
    await waitFor(() => expect(ids(), 'back').toEqual([5]));
  });

  it('and a search together have a way out each', async () => {
    await open();
    await filterBy('due');
    await leads.setSearch('Customer 2');
    await waitFor(() => expect(screen.getByText('Nothing found in this list with this filter')).toBeTruthy());
    await fireEvent.click(screen.getByRole('button', { name: 'Clear the search' }));
    await waitFor(() => expect(ids().sort(), 'the filter stays').toEqual([3, 4]));
  });

  it('steps aside for a lead that it hides, when that is asked for by name', async () => {
    await open();
    await filterBy('due');
    await waitFor(() => expect(rows().length).toBe(2));
    await leads.open(2);
    expect([leads.followUp, leads.selected], 'a notification leads to its lead, not to an empty place').toEqual([
      'all',
      2,
    ]);
  });
});
