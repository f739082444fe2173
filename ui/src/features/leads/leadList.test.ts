// The list as a person uses it: columns, density, everything selected, hits; and what happens when it changes underneath.
import axe from 'axe-core';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useBackend } from '$lib/api';
import { fakeLead, FakeBackend, manyLeads, NOON } from '$lib/api/fake';
import type { Hit, LeadDetail, ListColumn } from '$lib/api/generated';
import { clock, desk, layout, leads, selection } from '$lib/state';
import { listenForKeys } from '$lib/state/keys';
import { columns } from './columns';
import LeadList from './LeadList.svelte';

let unlisten: () => void = () => undefined;
beforeEach(() => {
  unlisten = listenForKeys();
});
afterEach(() => unlisten());

async function open(shown: LeadDetail[], chosen: ListColumn[] = []) {
  const fake = new FakeBackend({ leads: shown });
  fake.arranged.layout = {
    ...fake.arranged.layout,
    columns: chosen.map((column) => ({ column, width: columns[column].width })),
  };
  useBackend(fake);
  clock.sync(NOON);
  layout.start(fake.arranged.layout);
  await leads.show({});
  await desk.refresh(leads);
  render(LeadList, { onopen: () => undefined, onexport: () => undefined, onmerge: () => undefined });
  await tick();
  return fake;
}

const heads = () => screen.getAllByRole('columnheader').map((head) => head.textContent?.trim());
const head = (name: string) => screen.getByRole('columnheader', { name });
const widthOf = (column: ListColumn) => layout.value.columns.find((other) => other.column === column)?.width;
const priced = (id: number, amount: string) => {
  const { deal } = fakeLead({ id });
  return fakeLead({ id, deal: { ...deal, value: { amount, currency: 'USD' } } });
};
const customers = () => [...Array(leads.total).keys()].map((at) => leads.row(at)?.id);

describe('the columns', () => {
  it('are chosen in a menu that stays open, and kept', async () => {
    const fake = await open(manyLeads(3));
    expect(screen.queryByRole('columnheader'), 'no head without columns').toBeNull();
    await fireEvent.click(screen.getByRole('button', { name: 'Columns' }));
    const menu = screen.getByRole('menu', { name: 'Columns' });
    await fireEvent.click(within(menu).getByRole('menuitemcheckbox', { name: 'City' }));
    await fireEvent.click(within(menu).getByRole('menuitemcheckbox', { name: 'Value' }));
    expect(heads(), 'in the order in which they were chosen').toEqual(['Customer', 'City', 'Value']);
    expect(screen.getAllByRole('gridcell', { name: 'Springfield' }).length, 'each row says it').toBe(3);
    await fireEvent.click(within(menu).getByRole('menuitemcheckbox', { name: 'City' }));
    expect(heads()).toEqual(['Customer', 'Value']);
    await waitFor(() => expect(fake.arranged.layout.columns.map(({ column }) => column)).toEqual(['value']));
  });

  it('sort by a click, and the other way by a second one', async () => {
    await open([priced(1, '200'), priced(2, '900'), priced(3, '500')], ['value', 'email']);
    await fireEvent.click(head('Value'));
    await waitFor(() => expect(customers(), 'the largest first').toEqual([2, 3, 1]));
    expect(head('Value').getAttribute('aria-sort')).toBe('descending');
    await fireEvent.keyDown(head('Value'), { key: 'Enter' });
    await waitFor(() => expect(customers(), 'by the keyboard too').toEqual([1, 3, 2]));
    expect(head('Value').getAttribute('aria-sort')).toBe('ascending');
    await fireEvent.click(head('E-mail'));
    expect(leads.order.by, 'by an address nobody sorts').toBe('value');
  });

  it('leave the choice of an order where it was, also for what is no column of them', async () => {
    await open([priced(1, '200'), priced(2, '900'), priced(3, '500')], ['city']);
    const order = screen.getByLabelText('Sort by');
    await fireEvent.change(order, { target: { value: 'value' } });
    await waitFor(() => expect(customers(), 'the largest first').toEqual([2, 3, 1]));
    expect(document.querySelector('[aria-sort]'), 'no head says that it is the order').toBeNull();
    await fireEvent.click(screen.getByRole('button', { name: 'Descending order; switch to ascending' }));
    await waitFor(() => expect(customers(), 'the other way round').toEqual([1, 3, 2]));
  });

  it('are moved, resized and taken away by the keyboard, and the focus goes with them', async () => {
    await open(manyLeads(2), ['city', 'value', 'country']);
    head('Value').focus();
    await fireEvent.keyDown(head('Value'), { key: 'ArrowLeft', altKey: true });
    expect(heads()).toEqual(['Customer', 'Value', 'City', 'Country']);
    await waitFor(() => expect(document.activeElement).toBe(head('Value')));
    const before = widthOf('value') ?? 0;
    await fireEvent.keyDown(head('Value'), { key: 'ArrowRight', shiftKey: true });
    expect(widthOf('value'), 'wider').toBeGreaterThan(before);
    for (let round = 0; round < 40; round++) {
      await fireEvent.keyDown(head('Value'), { key: 'ArrowLeft', shiftKey: true });
    }
    expect(widthOf('value'), 'it never vanishes').toBeGreaterThan(40);
    const edge = head('Value').querySelector('.edge');
    if (edge) await fireEvent.dblClick(edge);
    expect(widthOf('value'), 'a double click on the edge: as it comes').toBe(columns.value.width);
    await fireEvent.keyDown(head('Value'), { key: 'ArrowRight' });
    await waitFor(() => expect(document.activeElement, 'the arrows alone only go').toBe(head('City')));
    await fireEvent.keyDown(head('City'), { key: 'Delete' });
    expect(heads()).toEqual(['Customer', 'Value', 'Country']);
  });

  it('can be worked with by everyone', async () => {
    await open(
      [...manyLeads(12), fakeLead({ id: 50, deal: { ...fakeLead({ id: 1 }).deal, campaignId: 'S' } })],
      ['timeLeft', 'value', 'city', 'campaign'],
    );
    selection.toggle(0);
    await tick();
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(screen.getByRole('grid').getAttribute('aria-rowcount'), 'the head is a row too').toBe('14');
  });
});

describe('dense rows', () => {
  it('are switched to and kept', async () => {
    await open(manyLeads(40));
    const drawn = screen.getAllByRole('row').length;
    await fireEvent.click(screen.getByRole('button', { name: 'Dense rows' }));
    expect(screen.getAllByRole('row').length, 'more of them are in sight').toBeGreaterThan(drawn);
    expect(layout.value.density).toBe('dense');
    expect(screen.getByRole('button', { name: 'Dense rows' }).getAttribute('aria-pressed')).toBe('true');
  });
});

describe('everything that matches', () => {
  it('is selected by Ctrl+A, but for what is taken out again', async () => {
    await open(manyLeads(300));
    await fireEvent.keyDown(document.body, { key: 'a', ctrlKey: true });
    expect(await screen.findByText('All 300 selected')).toBeTruthy();
    const first = leads.row(0)?.id ?? 0;
    selection.toggle(0);
    expect(await screen.findByText('299 selected')).toBeTruthy();
    const scope = selection.scope();
    expect(scope.kind === 'list' && [scope.except, scope.query.list], 'the very list, without that one').toEqual([
      [first],
      leads.asked.list,
    ]);
    expect(leads.asked.list, 'by its number').not.toBeNull();
    selection.toggle(0);
    expect(selection.count, 'and with it again').toBe(300);
  });

  it('is not selected while someone types', async () => {
    await open(manyLeads(3));
    const field = document.createElement('input');
    document.body.append(field);
    const went = await fireEvent.keyDown(field, { key: 'a', ctrlKey: true });
    field.remove();
    expect([selection.count, went], 'it selects the text').toEqual([0, true]);
  });

  it('is offered as soon as something is marked', async () => {
    await open(manyLeads(300));
    selection.toggle(3);
    await fireEvent.click(await screen.findByRole('button', { name: 'Select all 300' }));
    expect([selection.everything, selection.count]).toEqual([true, 300]);
  });

  it('ends with its last mark', async () => {
    await open(manyLeads(2));
    selection.selectAll();
    selection.toggle(0);
    selection.toggle(1);
    expect([selection.everything, selection.count], 'nothing is selected, and nothing of everything').toEqual([
      false,
      0,
    ]);
  });

  it('has the new leads too, for it is what matches', async () => {
    const fake = await open(manyLeads(5));
    selection.selectAll();
    fake.leads = [...fake.leads, fakeLead({ id: 900 })];
    await leads.refetch();
    expect(selection.count).toBe(6);
  });
});

describe('hits', () => {
  async function found(hits: Hit[], chosen: ListColumn[] = []) {
    const lead = fakeLead({ id: 1, customer: { ...fakeLead({ id: 1 }).customer, name: '대한민국물산' } });
    const fake = await open([lead], chosen);
    const page = fake.lists.page.bind(fake.lists);
    fake.lists.page = (...given) => {
      const answer = page(...given);
      return { ...answer, rows: answer.rows.map((row) => ({ ...row, hits })) };
    };
    await leads.refetch();
    await tick();
    return screen.getAllByRole('row').at(-1);
  }
  const marked = () => [...document.querySelectorAll('mark')].map((mark) => mark.textContent);

  it('are marked in the customer', async () => {
    const row = await found([{ field: 'customer', text: null, marks: [[2, 4]] }]);
    expect(marked()).toEqual(['민국']);
    expect(row?.textContent, 'the text is the text').toContain('대한민국물산');
  });

  it('elsewhere are shown with the name of their field', async () => {
    const notes = '회의에서 논의한 대로 다음 분기에 민국 관련 제안서';
    const at = notes.indexOf('민국');
    const row = await found([{ field: 'notes', text: notes, marks: [[at, at + 2]] }]);
    expect(row?.textContent).toMatch(/Notes:\s*…/);
    expect(marked(), 'in sight, though it stands at the end').toEqual(['민국']);
    expect(row?.textContent, 'in the place of the headline').not.toContain('We look for a partner');
  });

  it('in a column are marked there, and not told twice', async () => {
    const row = await found([{ field: 'city', text: 'Springfield', marks: [[0, 6]] }], ['city']);
    expect(marked()).toEqual(['Spring']);
    expect(row?.textContent).toContain('We look for a partner');
  });
});

describe('the stages', () => {
  it('have All among them where a list of all is shown', async () => {
    await open([fakeLead({ id: 1 }), fakeLead({ id: 2, stage: 'accepted', acceptedAt: NOON })]);
    expect(screen.queryByRole('tab', { name: /^All/ }), 'not otherwise').toBeNull();
    await leads.show({ stage: null });
    const all = await screen.findByRole('tab', { name: /^All\s*2$/ });
    expect(all.getAttribute('aria-selected')).toBe('true');
    expect(leads.total).toBe(2);
    await fireEvent.click(screen.getByRole('tab', { name: /^Accepted/ }));
    await waitFor(() => expect(leads.total).toBe(1));
  });
});
