// An inbox worked from lead to lead without the mouse, and the way back by Ctrl+Z, on the whole window and the fake core.
import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { useBackend } from '$lib/api';
import { asked, fakeLead, FakeBackend, NOON, type FakeDesk } from '$lib/api/fake';
import { HOUR } from '$lib/format';
import { clock, desk, leads, toasts } from '$lib/state';
import App from './App.svelte';

const deal = {
  name: 'Roll-out',
  value: { amount: '10000.00', currency: 'USD' },
  purchaseOn: '2026-12-01',
  notes: 'Call Sue first.',
  crmId: null,
  campaignId: null,
};
/** Three leads that wait, the most urgent first. */
const inbox = () => [1, 2, 3].map((id) => fakeLead({ id, deal, ...asked(NOON - (40 - id) * HOUR) }));

async function open(given: FakeDesk = {}) {
  const fake = new FakeBackend({ leads: inbox(), ...given });
  useBackend(fake);
  render(App);
  await waitFor(() => expect(desk.state, 'the desk has started').not.toBeNull());
  await waitFor(() => expect(leads.loaded, 'the first list is there').toBe(true));
  await isOpen(1);
  return fake;
}

const isOpen = (id: number) =>
  waitFor(() => {
    expect(leads.selected, 'the open lead').toBe(id);
    expect(document.querySelector('.pane')?.getAttribute('aria-busy'), 'is on the screen').toBe('false');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain(`Customer ${id}`);
  });
const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
const form = () => waitFor(() => expect(document.querySelector('dialog[open] form')).toBeTruthy());
/** What Enter in a one-line field does: a browser sends the form, jsdom does not. */
const sendByEnter = async () => {
  await form();
  await fireEvent.submit(document.querySelector('dialog[open] form') as HTMLFormElement);
};
const closed = () => waitFor(() => expect(document.querySelector('dialog[open]'), 'no form is left').toBeNull());

describe('a full inbox', () => {
  it('is worked to its end by keys alone', async () => {
    const fake = await open();
    await press('a');
    await sendByEnter();
    await closed();
    await isOpen(2);
    await press('d');
    await form();
    await fireEvent.click(screen.getAllByRole('radio')[0] as HTMLElement);
    const notes = document.querySelector<HTMLElement>('dialog textarea') ?? document.querySelector('dialog input');
    if (notes) await fireEvent.keyDown(notes, { key: 'Enter', ctrlKey: true });
    await closed();
    await isOpen(3);
    await press('a');
    await sendByEnter();
    await closed();
    await waitFor(() => expect(leads.total, 'the inbox is empty').toBe(0));
    const of = (id: number) => fake.leads.find((lead) => lead.id === id)?.stage;
    expect([1, 2, 3].map(of)).toEqual(['accepted', 'archived', 'accepted']);
    expect(leads.selected, 'and the last one stays to be seen').toBe(3);
  });

  it('goes on after a contact was noted too, though the lead stays and moves in the list', async () => {
    await open();
    await press('c');
    await form();
    await fireEvent.click(screen.getAllByRole('radio')[0] as HTMLElement);
    await sendByEnter();
    await closed();
    await isOpen(2);
    await waitFor(() => expect(leads.selectedIndex, 'the one that was worked has sunk').toBe(0));
  });

  it('lets J and K work at once', async () => {
    await open();
    await press('a');
    await sendByEnter();
    await closed();
    await isOpen(2);
    await press('j');
    await isOpen(3);
    await press('k');
    await isOpen(2);
  });

  it('goes back to the last one that is left at the end of the list', async () => {
    await open();
    await press('j');
    await isOpen(2);
    await press('j');
    await isOpen(3);
    await press('a');
    await sendByEnter();
    await closed();
    await isOpen(2);
  });

  it('does not go on when the form is left', async () => {
    await open({
      leads: [
        fakeLead({ id: 1, stage: 'received', deal }),
        fakeLead({ id: 2, deal, respondBy: NOON + 99 * 24 * HOUR }),
      ],
    });
    await press('a');
    await form();
    await press('Escape');
    await closed();
    await isOpen(1);
  });
});

describe('Ctrl+Z', () => {
  const undo = () => press('z', { ctrlKey: true });
  const last = () => toasts.list.at(-1)?.text;

  it('takes back the newest first, says what, and shows its lead', async () => {
    const fake = await open();
    await press('a');
    await sendByEnter();
    await closed();
    await isOpen(2);
    fake.now += 1000;
    clock.sync(fake.now);
    await press('a');
    await sendByEnter();
    await closed();
    await isOpen(3);
    await undo();
    await waitFor(() => expect(last()).toBe('Undone for Customer 2: Accepted.'));
    await isOpen(2);
    await undo();
    await waitFor(() => expect(last()).toBe('Undone for Customer 1: Accepted.'));
    await isOpen(1);
    expect(fake.called('undo_action'), 'each once').toBe(2);
    expect(
      fake.leads.every(({ stage }) => stage === 'received'),
      'all as before',
    ).toBe(true);
  });

  it('reaches what its toast was put away for, but no longer than the core offers it', async () => {
    const fake = await open();
    await press('a');
    await sendByEnter();
    await closed();
    toasts.clear();
    await undo();
    await waitFor(() => expect(fake.leads[0]?.stage).toBe('received'));
    await isOpen(1);
    await press('a');
    await sendByEnter();
    await closed();
    fake.now += 31_000;
    clock.sync(fake.now);
    await undo();
    expect(last(), 'said quietly').toBe('There is nothing to undo.');
    expect(toasts.list.at(-1)?.tone, 'it is no failure').toBeUndefined();
    expect(fake.called('undo_action')).toBe(1);
  });

  it('and the toast never take the same thing back twice', async () => {
    const fake = await open();
    await press('a');
    await sendByEnter();
    await closed();
    toasts.list.find(({ action }) => action)?.action?.run();
    await undo();
    await waitFor(() => expect(fake.leads[0]?.stage).toBe('received'));
    expect(fake.called('undo_action'), 'one way is enough').toBe(1);
  });

  it('takes back what any other part of the window offers', async () => {
    await open();
    const done: string[] = [];
    toasts.show({
      text: 'Many changed',
      until: clock.now + 9000,
      action: { label: 'Undo', run: () => done.push('many') },
    });
    await undo();
    await undo();
    expect(done, 'once').toEqual(['many']);
    expect(last()).toBe('There is nothing to undo.');
  });

  it('in a text stays the text’s', async () => {
    await open();
    await fireEvent.keyDown(screen.getByLabelText('Search all leads'), { key: 'z', ctrlKey: true });
    expect(toasts.list, 'nothing was asked of the desk').toEqual([]);
  });
});

describe('the keys of the window', () => {
  it('reach the palette from the search too, and lead from it to a lead', async () => {
    await open({ leads: [...inbox(), fakeLead({ id: 15, stage: 'archived', archivedAt: NOON, outcome: 'lost' })] });
    const search = screen.getByLabelText('Search all leads');
    search.focus();
    await press('k', { ctrlKey: true });
    const field = await screen.findByRole('combobox', { name: 'Find any action or lead' });
    await fireEvent.input(field, { target: { value: 'customer 15' } });
    await waitFor(() => expect(screen.getByRole('option', { name: /Customer 15/ })).toBeTruthy());
    await fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() => expect(leads.selected).toBe(15));
    expect(leads.stage, 'where it stands').toBe('archived');
    expect(screen.queryByRole('combobox', { name: 'Find any action or lead' }), 'the palette is gone').toBeNull();
  });

  it('open a form from the palette', async () => {
    await open();
    await press('k', { ctrlKey: true });
    const field = await screen.findByRole('combobox', { name: 'Find any action or lead' });
    await fireEvent.input(field, { target: { value: 'accept the' } });
    await fireEvent.keyDown(field, { key: 'Enter' });
    expect(await screen.findByRole('dialog', { name: /^Accept/ })).toBeTruthy();
  });

  it('are on the buttons, in the foot and in the menus, as the user has set them', async () => {
    await open({ settings: { keys: { accept: 'Shift+Q', palette: 'Ctrl+J', export: '' } } });
    const accept = await screen.findByRole('button', { name: /Accept…/ });
    expect(accept.getAttribute('aria-keyshortcuts')).toBe('Shift+Q');
    expect(accept.textContent).toContain('Shift Q');
    expect(document.querySelector('footer')?.textContent).toMatch(/Shift Q\s*accept/);
    expect(document.querySelector('footer')?.textContent).toMatch(/Ctrl J\s*everything/);
    await fireEvent.click(screen.getByRole('button', { name: 'More' }));
    expect(screen.getByRole('menuitem', { name: /Export/ }).querySelector('kbd'), 'none is none').toBeNull();
    expect(screen.getByRole('menuitem', { name: /same/ }).querySelector('kbd')?.textContent).toBe('M');
  });

  it('lead from the overview to where they are changed', async () => {
    await open();
    await press('?', { shiftKey: true });
    await fireEvent.click(await screen.findByRole('button', { name: 'Change keys…' }));
    expect(await screen.findByRole('tab', { name: 'Keys', selected: true })).toBeTruthy();
  });
});
