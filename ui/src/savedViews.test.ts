// Saved views as a person uses them, on the fake core: the side bar, saving, changing, ordering, and the view to start with.
import axe from 'axe-core';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { useBackend } from '$lib/api';
import { FakeBackend } from '$lib/api/fake';
import type { View, ViewForm } from '$lib/api/generated';
import { desk, layout, leads, toasts, views } from '$lib/state';
import App from './App.svelte';
import { placeAt } from './features/views/dragging';

const view = (id: number, name: string, more: Partial<ViewForm> = {}): View => ({
  id,
  leads: 0,
  view: { name, tab: 'all', stage: null, query: '', sort: 'value', descending: true, columns: [], ...more },
});

const three = () => [
  view(1, 'Large', { query: 'value:>20000', tab: 'marketplace', stage: 'received' }),
  view(2, 'Favorites', { query: 'is:favorite' }),
  view(3, 'Archive', { stage: 'archived' }),
];

async function open(saved: View[] = three(), startView: number | null = null) {
  const fake = new FakeBackend();
  fake.arranged.views = saved;
  fake.arranged.layout = { ...fake.arranged.layout, startView };
  useBackend(fake);
  render(App);
  await waitFor(() => expect(desk.state, 'the desk has started').not.toBeNull());
  await waitFor(() => expect(leads.loaded, 'the first list is there').toBe(true));
  await waitFor(() => expect(views.list, 'the views are there').toHaveLength(saved.length));
  return fake;
}

const bar = () => within(screen.getByRole('navigation', { name: 'Views' }));
const names = () => views.list.map((one) => one.view.name);
const row = (name: RegExp) => bar().getByRole('button', { name: new RegExp(`^(${name.source})`) });
const type = (text: string) => fireEvent.input(screen.getByLabelText('Search all leads'), { target: { value: text } });

async function choose(name: string, chore: string) {
  await fireEvent.click(bar().getByRole('button', { name: `More for ${name}` }));
  await fireEvent.click(await screen.findByRole('menuitem', { name: new RegExp(`^${chore}`) }));
}

async function saveAs(name: string) {
  await fireEvent.click(bar().getByRole('button', { name: 'Save as view…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Save as view' }));
  await fireEvent.input(dialog.getByLabelText(/Name/), { target: { value: name } });
  await fireEvent.click(dialog.getByRole('button', { name: 'Save' }));
  return dialog;
}

describe('the side bar', () => {
  it('shows a view with its list, order and count, and marks it', async () => {
    await open();
    expect(row(/Large/).textContent, 'how many leads it holds').toContain('4');
    await fireEvent.click(row(/Large/));
    await waitFor(() => expect(leads.total).toBe(4));
    expect([leads.tab, leads.stage, leads.query, leads.order.by]).toEqual([
      'marketplace',
      'received',
      'value:>20000',
      'value',
    ]);
    expect(row(/Large/).getAttribute('aria-current'), 'the shown one is marked').toBe('true');
    await fireEvent.click(row(/All leads/));
    await waitFor(() => expect(leads.total, 'all leads are all of them').toBe(desk.state?.totalLeads));
    expect(screen.getByRole('tab', { name: /All leads/, selected: true }), 'and a tab says so').toBeTruthy();
    expect(row(/Large/).getAttribute('aria-current')).toBeNull();
  });

  it('counts anew when something changed, with one question at a time', async () => {
    const fake = await open();
    const before = fake.called('list_views');
    const [lead] = fake.leads.filter((one) => !one.favorite);
    for (let at = 0; at < 5; at++) fake.change(lead?.id ?? 0, { favorite: true });
    await waitFor(() =>
      expect(row(/Favorites/).textContent).toContain(String(fake.leads.filter((l) => l.favorite).length)),
    );
    expect(fake.called('list_views') - before, 'five changes in a row are two questions').toBe(2);
  });

  it('is put away and stays so', async () => {
    await open();
    await fireEvent.click(screen.getByRole('button', { name: 'Hide the side bar' }));
    expect(screen.queryByRole('navigation', { name: 'Views' })).toBeNull();
    expect(layout.value.sideBar, 'the layout keeps it').toBe(false);
    await fireEvent.click(screen.getByRole('button', { name: 'Show the side bar' }));
    expect(bar()).toBeTruthy();
  });

  it('says what a saved view is for while there is none, and is accessible', async () => {
    await open([]);
    expect(bar().getByText(/A saved view keeps a search/)).toBeTruthy();
    const found = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(found.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  });
});

describe('a view', () => {
  it('is saved under a name, and shown as that', async () => {
    const fake = await open([]);
    await type('value:>20000');
    await waitFor(() => expect(leads.total).toBe(4));
    await saveAs('Large ones');
    await waitFor(() => expect(names()).toEqual(['Large ones']));
    expect(fake.arranged.views[0]?.view).toMatchObject({
      query: 'value:>20000',
      tab: 'marketplace',
      stage: 'received',
    });
    expect(row(/Large ones/).getAttribute('aria-current')).toBe('true');
  });

  it('is refused without a name, with one that is taken, and with a filter that is not understood', async () => {
    await open();
    const dialog = await saveAs('');
    expect(dialog.getByText('Please fill this in.')).toBeTruthy();
    await fireEvent.input(dialog.getByLabelText(/Name/), { target: { value: 'large' } });
    await fireEvent.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await dialog.findByText('Another view has this name.')).toBeTruthy();
    await fireEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
    await type('cuntry:KR');
    await waitFor(() => expect(screen.getByText(/There is no filter/)).toBeTruthy());
    const again = await saveAs('Korea');
    expect((await again.findByRole('alert')).textContent, 'and says which').toContain('cuntry:KR');
    expect(names(), 'nothing was saved').not.toContain('Korea');
  });

  it('that was changed on the screen says so and is saved anew', async () => {
    const fake = await open();
    await fireEvent.click(row(/Large/));
    await waitFor(() => expect(leads.total).toBe(4));
    expect(screen.queryByRole('button', { name: 'Save changes' }), 'nothing to save yet').toBeNull();
    await type('value:>50000');
    await fireEvent.click(await screen.findByRole('button', { name: 'Save changes' }));
    await waitFor(() => expect(fake.arranged.views[0]?.view.query).toBe('value:>50000'));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Save changes' })).toBeNull());
  });

  it('is renamed', async () => {
    await open();
    await choose('Archive', 'Rename');
    const dialog = within(await screen.findByRole('dialog', { name: 'Rename the view' }));
    await fireEvent.input(dialog.getByLabelText(/Name/), { target: { value: 'Done' } });
    await fireEvent.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(names()).toEqual(['Large', 'Favorites', 'Done']));
  });

  it('is moved by its menu and by Alt and the arrows', async () => {
    await open();
    await choose('Archive', 'Move up');
    await waitFor(() => expect(names()).toEqual(['Large', 'Archive', 'Favorites']));
    await waitFor(() => expect(document.activeElement?.textContent, 'the keyboard goes with it').toContain('Archive'));
    await fireEvent.keyDown(row(/Archive/), { key: 'ArrowUp', altKey: true });
    await waitFor(() => expect(names()).toEqual(['Archive', 'Large', 'Favorites']));
    expect(screen.getByText('Archive is now at place 1 of 3.'), 'it is said').toBeTruthy();
  });

  it('is dragged to its place', () => {
    const middles = [15, 45, 75];
    expect(placeAt(80, middles, 0), 'below the last').toBe(2);
    expect(placeAt(50, middles, 0), 'between the others').toBe(1);
    expect(placeAt(10, middles, 2), 'above the first').toBe(0);
    expect(placeAt(44, middles, 1), 'hardly moved').toBe(1);
  });

  it('is deleted, and brought back to its place', async () => {
    await open(three(), 2);
    await choose('Favorites', 'Delete');
    await waitFor(() => expect(names()).toEqual(['Large', 'Archive']));
    expect(layout.value.startView, 'what is gone is nothing to start with').toBeNull();
    await waitFor(() => expect(toasts.list.at(-1)?.text).toContain('Favorites'));
    toasts.list.at(-1)?.action?.run();
    await waitFor(() => expect(names()).toEqual(['Large', 'Favorites', 'Archive']));
    await waitFor(() => expect(layout.value.startView, 'as before').toBe(views.list[1]?.id));
  });

  it('is what Hearth opens with, if the user wants so', async () => {
    await open(three(), 2);
    expect([leads.tab, leads.query]).toEqual(['all', 'is:favorite']);
    expect(row(/Hearth opens with this view/).textContent).toContain('Favorites');
    await choose('Favorites', 'Do not open');
    expect(layout.value.startView).toBeNull();
  });
});

describe('in a narrow window', () => {
  it('the side bar lies over the list until a view is chosen', async () => {
    const wide = window.innerWidth;
    Object.defineProperty(window, 'innerWidth', { configurable: true, value: 880 });
    try {
      await open();
      expect(screen.queryByRole('navigation', { name: 'Views' })).toBeNull();
      await fireEvent.click(screen.getByRole('button', { name: 'Views' }));
      expect(screen.getByRole('dialog', { name: 'Views' })).toBeTruthy();
      await fireEvent.click(row(/Large/));
      await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Views' })).toBeNull());
      expect(leads.query).toBe('value:>20000');
    } finally {
      Object.defineProperty(window, 'innerWidth', { configurable: true, value: wide });
    }
  });
});
