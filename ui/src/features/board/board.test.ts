// The board as a person uses it: reading it, and moving cards by the keyboard, by the pointer and by "Move to…".
import { configure, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useBackend } from '$lib/api';
import { fakeLead, FakeBackend, NOON, type FakeDesk } from '$lib/api/fake';
import type { LeadDetail, StageKind } from '$lib/api/generated';
import { DAY } from '$lib/format';
import { desk, layout, leads, toasts } from '$lib/state';
import App from '../../App.svelte';
import { moveOf, whyNot } from './moves';

// jsdom takes seconds to find out whether a part of a large window is hidden.
configure({ defaultHidden: true });

const deal = {
  name: 'Roll-out',
  value: { amount: '10000.00', currency: 'USD' },
  purchaseOn: '2026-12-01',
  notes: 'Call Sue first.',
  crmId: null,
  campaignId: null,
};
const named = (id: number, name: string, over: Partial<LeadDetail> = {}) => {
  const base = fakeLead({ id });
  return fakeLead({ id, customer: { ...base.customer, name }, deal, ...over });
};
const given = () => [
  named(1, 'Fabrikam'),
  named(2, 'Northwind', { receivedAt: NOON - 2 * DAY }),
  named(3, 'Proseware', { stage: 'accepted', acceptedAt: NOON - DAY }),
  named(4, 'Relecloud', { stage: 'archived', archivedAt: NOON, outcome: 'won' }),
];

async function open(over: FakeDesk = {}) {
  const fake = new FakeBackend({ leads: given(), ...over });
  fake.arranged.layout = { ...fake.arranged.layout, look: 'board' };
  useBackend(fake);
  render(App);
  await waitFor(() => expect(desk.state, 'the desk has started').not.toBeNull());
  await waitFor(() => expect(document.querySelectorAll('[data-stage] h2 .count:empty')).toHaveLength(0));
  await waitFor(() => expect(current(), 'the first card is the current one').not.toBeUndefined());
  return fake;
}

const column = (stage: StageKind) => document.querySelector<HTMLElement>(`[data-stage=${stage}]`) as HTMLElement;
const customers = (stage: StageKind) =>
  [...column(stage).querySelectorAll('.who')].map((name) => name.textContent?.trim());
const card = (customer: string) => {
  const row = [...document.querySelectorAll<HTMLElement>('[data-stage] [role=row]')].find((candidate) =>
    candidate.textContent?.includes(customer),
  );
  if (!row) throw new Error(`no card of ${customer}`);
  return row;
};
const current = () => document.querySelector('[data-stage] [aria-current=true] .who')?.textContent?.trim();
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
const dialog = () => document.querySelector<HTMLElement>('dialog[open]');
const said = () => toasts.list.at(-1)?.text;
async function focusOn(customer: string) {
  await fireEvent.click(card(customer));
  card(customer).focus();
  await waitFor(() => expect(current()).toBe(customer));
}
async function send() {
  const form = dialog()?.querySelector('form');
  if (!form) throw new Error('no form is open');
  await fireEvent.submit(form);
}
const titled = (title: RegExp) =>
  waitFor(() => expect(dialog()?.querySelector('h2')?.textContent, 'the form is open').toMatch(title));

beforeEach(() => {
  HTMLElement.prototype.scrollIntoView ??= () => undefined;
});
afterEach(() => {
  layout.value = { ...layout.value, look: 'list' };
});

describe('the rules', () => {
  const at = (stage: StageKind) => ({ stage, respondBy: NOON + DAY });

  it('let a received lead be accepted or declined, and an accepted one be closed', () => {
    expect(moveOf(at('received'), 'accepted', NOON)).toEqual({ kind: 'form', form: 'accept' });
    expect(moveOf(at('received'), 'archived', NOON)).toEqual({ kind: 'form', form: 'decline' });
    expect(moveOf(at('accepted'), 'archived', NOON), 'won or lost has to be asked').toEqual({ kind: 'close' });
  });

  it('let nothing go back', () => {
    expect(moveOf(at('accepted'), 'received', NOON)).toEqual({ kind: 'no', why: 'notBack' });
    expect(moveOf(at('archived'), 'accepted', NOON)).toEqual({ kind: 'no', why: 'archived' });
    expect(moveOf(at('received'), 'received', NOON), 'that is no move').toEqual({ kind: 'none' });
  });

  it('let nothing be saved at or after respond-by', () => {
    expect(moveOf(at('received'), 'accepted', NOON + DAY), 'it is too late').toEqual({ kind: 'no', why: 'overdue' });
    expect(whyNot(at('received'), 'decline', NOON + DAY), 'declining too').toBe('overdue');
  });
});

describe('the board', () => {
  it('shows the stages of the tab, each with its count, sorted as its list is', async () => {
    await open();
    expect(customers('received'), 'the most urgent first').toEqual(['Northwind', 'Fabrikam']);
    expect(customers('accepted')).toEqual(['Proseware']);
    expect(customers('archived')).toEqual(['Relecloud']);
    expect(within(column('received')).getByRole('heading').textContent, 'counted').toMatch(/Received\s+2/);
    await leads.showStage('received');
    await leads.setOrder({ by: 'customer', descending: false });
    await waitFor(() => expect(customers('received'), 'as the list').toEqual(['Fabrikam', 'Northwind']));
  });

  it('follows the query and says which columns have nothing', async () => {
    await open();
    await leads.setQuery('Proseware');
    await waitFor(() => expect(customers('received')).toEqual([]));
    expect(customers('accepted')).toEqual(['Proseware']);
    expect(column('received').textContent, 'said in the column').toContain('Nothing here matches');
  });

  it('draws only the cards in sight of a long column and reads it by pages', async () => {
    const many = Array.from({ length: 5000 }, (_, at) => fakeLead({ id: at + 10 }));
    const fake = await open({ leads: many });
    expect(column('received').querySelectorAll('[role=row]').length, 'a few').toBeLessThan(30);
    expect(within(column('received')).getByRole('grid').getAttribute('aria-rowcount'), 'of all').toBe('5000');
    const read = fake.calls.filter(({ command }) => command === 'list_leads');
    expect(
      read.every(({ request }) => (request as { limit: number }).limit <= 200),
      'never the whole',
    ).toBe(true);
  });

  it('is switched on and off by the head and by B, and stays', async () => {
    const fake = await open();
    await fireEvent.click(screen.getByRole('button', { name: 'List' }));
    await waitFor(() => expect(document.querySelector('[data-stage]'), 'the list').toBeNull());
    await press('b');
    await waitFor(() => expect(document.querySelector('[data-stage]'), 'the board').not.toBeNull());
    await waitFor(() => expect(fake.arranged.layout.look, 'written down').toBe('board'));
  });

  it('opens the lead beside it by Enter and goes back to the card', async () => {
    await open();
    await focusOn('Fabrikam');
    expect(document.querySelector('.lead-side'), 'choosing opens nothing').toBeNull();
    await press('Enter');
    await waitFor(() => expect(document.querySelector('.lead-side h1')?.textContent).toContain('Fabrikam'));
    await fireEvent.keyDown(window, { key: 'Escape' });
    await waitFor(() => expect(document.querySelector('.lead-side'), 'Esc closes it').toBeNull());
    expect(current(), 'the card is still the current one').toBe('Fabrikam');
  });

  it('turns a heart on', async () => {
    const fake = await open();
    await fireEvent.click(within(card('Fabrikam')).getByRole('button', { name: 'Add to favorites' }));
    await waitFor(() => expect(fake.leads[0]?.favorite).toBe(true));
  });

  it('has nothing that axe minds', async () => {
    await open();
    const { violations } = await axe.run(document.querySelector('.board') as HTMLElement, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});

describe('by the keyboard', () => {
  it('the arrows go along a column and across to the next that has cards', async () => {
    await open({ leads: given().filter(({ stage }) => stage !== 'accepted') });
    await focusOn('Northwind');
    await press('ArrowDown');
    await waitFor(() => expect(current()).toBe('Fabrikam'));
    await press('ArrowRight');
    await waitFor(() => expect(current(), 'the empty column is passed over').toBe('Relecloud'));
    expect(document.activeElement, 'and the focus is there').toBe(card('Relecloud'));
    await press('ArrowLeft');
    await waitFor(() => expect(current(), 'back to where it was').toBe('Fabrikam'));
  });

  it('A accepts by the form, and the next card is the current one', async () => {
    const fake = await open();
    await focusOn('Northwind');
    await press('a');
    await titled(/Accept Northwind/);
    await send();
    await waitFor(() => expect(customers('accepted')).toContain('Northwind'));
    expect(fake.leads.find(({ id }) => id === 2)?.stage).toBe('accepted');
    await waitFor(() => expect(current(), 'the way through an inbox').toBe('Fabrikam'));
    expect(said(), 'it is said, with a way back').toContain('Northwind is accepted');
    await waitFor(() => expect(document.activeElement, 'the keyboard goes on').toBe(card('Fabrikam')));
  });

  it('a cancelled form leaves the card where it was', async () => {
    const fake = await open();
    await focusOn('Northwind');
    await press('d');
    await titled(/Decline Northwind/);
    await fireEvent.keyDown(dialog() as HTMLElement, { key: 'Escape' });
    await waitFor(() => expect(dialog()).toBeNull());
    expect(customers('received'), 'still there').toContain('Northwind');
    expect(fake.called('decline_lead'), 'nothing was sent').toBe(0);
    expect(document.activeElement, 'the keyboard is back on it').toBe(card('Northwind'));
  });

  it('W closes an accepted lead as won', async () => {
    const fake = await open();
    await focusOn('Proseware');
    await press('w');
    await titled(/Proseware/);
    await send();
    await waitFor(() => expect(fake.leads.find(({ id }) => id === 3)?.outcome).toBe('won'));
  });

  it('Shift+M shows where a card can go and why not elsewhere', async () => {
    const fake = await open();
    await focusOn('Proseware');
    await fireEvent.keyDown(card('Proseware'), { key: 'M', shiftKey: true });
    await titled(/Move Proseware to/);
    expect(dialog()?.textContent, 'not back').toContain('What is accepted cannot go back to Received.');
    await fireEvent.click(within(dialog() as HTMLElement).getByRole('button', { name: 'Archive as lost…' }));
    await titled(/Lost: Proseware/);
    await send();
    await waitFor(() => expect(fake.leads.find(({ id }) => id === 3)?.outcome).toBe('lost'));
  });

  it('a key that no rule allows says why', async () => {
    const fake = await open();
    await focusOn('Relecloud');
    await press('a');
    await waitFor(() => expect(said()).toBe('What is archived stays archived.'));
    await focusOn('Proseware');
    await press('d');
    await waitFor(() => expect(said()).toBe('Only a received lead can be accepted or declined.'));
    expect(dialog(), 'no form').toBeNull();
    expect(fake.called('get_lead'), 'nothing was asked').toBe(0);
  });

  it('no key moves a card while a Korean syllable is composed', async () => {
    await open();
    await focusOn('Northwind');
    await fireEvent.keyDown(card('Northwind'), { key: 'M', shiftKey: true, isComposing: true, keyCode: 229 });
    expect(dialog()).toBeNull();
  });
});

describe('by the pointer', () => {
  const box = (left: number, width: number) => ({ left, right: left + width, top: 0, bottom: 600, width, height: 600 });
  const places: Record<StageKind, number> = { received: 0, accepted: 300, archived: 600 };

  function layOut() {
    vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
      const stage = this.dataset.stage as StageKind | undefined;
      return box(stage ? places[stage] : 0, stage ? 290 : 1000) as DOMRect;
    });
  }
  const point = (type: string, x: number) =>
    Object.assign(new MouseEvent(type, { bubbles: true, button: 0, clientX: x, clientY: 100 }), {
      pointerType: 'mouse',
    });
  async function drag(customer: string, to: StageKind, drop = true) {
    layOut();
    await fireEvent(card(customer), point('pointerdown', 20));
    await fireEvent(window, point('pointermove', 40));
    await fireEvent(window, point('pointermove', places[to] + 100));
    if (drop) await fireEvent(window, point('pointerup', places[to] + 100));
  }

  it('a received card dropped on Accepted opens the accept form, on Archived the decline form', async () => {
    await open();
    await drag('Fabrikam', 'accepted');
    await titled(/Accept Fabrikam/);
    await fireEvent.keyDown(dialog() as HTMLElement, { key: 'Escape' });
    await drag('Fabrikam', 'archived');
    await titled(/Decline Fabrikam/);
  });

  it('an accepted card dropped on Archived asks whether it is won or lost', async () => {
    await open();
    await drag('Proseware', 'archived');
    await titled(/Proseware: won or lost\?/);
    await fireEvent.click(within(dialog() as HTMLElement).getByRole('button', { name: 'Archive as won…' }));
    await titled(/Won: Proseware/);
  });

  it('a move that no rule allows is shown as impossible while dragging, and says why', async () => {
    await open();
    await drag('Relecloud', 'received', false);
    expect(column('received').textContent, 'on the column').toContain('What is archived stays archived.');
    expect(column('accepted').textContent, 'on every one').toContain('What is archived stays archived.');
    const live = [...document.querySelectorAll('[role=status]')].map((status) => status.textContent);
    expect(live, 'and aloud').toContain('Received: What is archived stays archived.');
    await fireEvent(window, point('pointerup', places.received + 100));
    expect(dialog(), 'no form').toBeNull();
    expect(customers('archived'), 'it stays').toEqual(['Relecloud']);
  });

  it('Esc ends a drag, and nothing is moved', async () => {
    await open();
    await drag('Fabrikam', 'accepted', false);
    expect(document.querySelector('.ghost'), 'it hangs on the pointer').not.toBeNull();
    await press('Escape');
    expect(document.querySelector('.ghost')).toBeNull();
    await fireEvent(window, point('pointerup', places.accepted + 100));
    expect(dialog(), 'the drop means nothing').toBeNull();
  });

  it('a click with an unsteady hand is a click', async () => {
    await open();
    layOut();
    await fireEvent(card('Fabrikam'), point('pointerdown', 20));
    await fireEvent(window, point('pointermove', 22));
    expect(document.querySelector('.ghost'), 'no drag').toBeNull();
    await fireEvent(window, point('pointerup', 22));
    expect(dialog()).toBeNull();
  });
});
