// Imports seen from the desk, on the fake core: the menu in the head, files that come, what the bell tells of them.
import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { useBackend } from '$lib/api';
import { FakeBackend, NOON } from '$lib/api/fake';
import type { Arrival, DraftFile } from '$lib/api/generated';
import { HOUR } from '$lib/format';
import { desk, leads } from '$lib/state';
import App from './App.svelte';
import { bellLines } from './features/bell/groups';

const file: DraftFile = {
  name: 'leads.json',
  bytes: 4000,
  problem: null,
  savedMapping: null,
  look: { format: 'partnerCenterJson', encoding: 'UTF-8', columns: [], mapping: null, rows: 1, counted: true },
};
const counts = { added: 0, updated: 0, unchanged: 0, leftOut: 0, setAside: 0, refused: 0 };
const arrivals: Arrival[] = [
  {
    id: 1,
    at: NOON - HOUR,
    report: { ...counts, name: 'new.csv', problem: null, added: 14, refused: 1 },
    importId: 9,
    read: false,
  },
  {
    id: 2,
    at: NOON - 3 * HOUR,
    report: { ...counts, name: 'secret.xlsx', problem: { code: 'locked' } },
    importId: null,
    read: true,
  },
];

async function open() {
  const fake = new FakeBackend();
  fake.imports.arrivals = arrivals;
  fake.imports.imports = [
    { id: 9, at: NOON - HOUR, by: { kind: 'hearth' }, files: [arrivals[0]!.report], undoneAt: null },
  ];
  useBackend(fake);
  render(App);
  await waitFor(() => expect(desk.state, 'the desk has started').not.toBeNull());
  await waitFor(() => expect(leads.loaded, 'the first list is there').toBe(true));
  return fake;
}

const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

async function choose(item: string) {
  const trigger = screen.getByRole('button', { name: 'Import leads' });
  trigger.focus();
  await fireEvent.click(trigger);
  await fireEvent.click(screen.getByRole('menuitem', { name: item }));
}

describe('the menu of imports', () => {
  it('leads to files, to past imports and to the watched folder', async () => {
    const fake = await open();
    await choose('Import files…');
    await waitFor(() => expect(fake.called('choose_import_files')).toBe(1));
    await choose('Past imports…');
    const list = await screen.findByRole('dialog', { name: 'Past imports' });
    expect(await within(list).findByText('new.csv')).toBeTruthy();
    await press('Escape');
    await choose('Watched folder…');
    expect(await screen.findByText('No folder is watched.')).toBeTruthy();
  });

  it('is not needed: the letter I asks for files', async () => {
    const fake = await open();
    await press('i');
    await waitFor(() => expect(fake.called('choose_import_files')).toBe(1));
  });
});

describe('files', () => {
  it('that come open the wizard, and are imported from the keyboard', async () => {
    const fake = await open();
    const foreseen = { customer: 'Fabrikam', lead: null, changes: [], doubt: null };
    fake.imports.offer({
      id: 1,
      files: [file],
      rows: [{ file: 0, row: 1, outcome: 'added', foreseen, refused: null }],
    });
    const wizard = await screen.findByRole('dialog', { name: 'Import leads' });
    await waitFor(() =>
      expect(document.activeElement, 'the way on has the focus').toBe(
        within(wizard).getByRole('button', { name: 'Continue' }),
      ),
    );
    await fireEvent.click(document.activeElement as HTMLElement);
    const go = await within(wizard).findByRole('button', { name: 'Import 1 lead' });
    expect(document.activeElement, 'an Enter too many imports nothing').not.toBe(go);
    await fireEvent.click(go);
    expect(await screen.findByRole('dialog', { name: 'What was imported' })).toBeTruthy();
  });
});

describe('the watched folder', () => {
  it('that cannot be read is said over the desk, with the way to its settings', async () => {
    const fake = await open();
    fake.imports.watched = { path: '/leads', mapping: null, problem: 'No such file or directory' };
    fake.emit({ event: 'watchChanged' });
    expect(await screen.findByText(/cannot be read just now/)).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Watched folder' }));
    expect(await screen.findByText('No such file or directory')).toBeTruthy();
  });
});

describe('the bell', () => {
  async function openBell() {
    await fireEvent.click(screen.getByRole('button', { name: 'Reminders, 1 unread' }));
    const panel = await screen.findByRole('dialog', { name: 'Reminders' });
    await within(panel).findByText('new.csv');
    return panel;
  }

  it('counts what arrived as unread and says what became of it', async () => {
    const fake = await open();
    const panel = await openBell();
    const [first, second] = within(panel).getAllByRole('article');
    expect(first?.textContent).toMatch(/14 added · 1 refused.*New/s);
    expect(second?.textContent, 'with the reason').toContain('The workbook asks for a password.');
    expect(within(second!).queryByRole('button', { name: 'Undo…' }), 'there is nothing to undo').toBeNull();
    await waitFor(() =>
      expect(
        fake.imports.arrivals.every(({ read }) => read),
        'it is read now',
      ).toBe(true),
    );
  });

  it('leads to taking it back, and to the past imports', async () => {
    await open();
    await fireEvent.click(within(await openBell()).getByRole('button', { name: 'Undo…' }));
    const question = await screen.findByRole('dialog', { name: 'Undo this import?' });
    expect(await within(question).findByText('14 leads that it added are removed.')).toBeTruthy();
  });

  it('puts what arrived between the reminders, by when it came', () => {
    const reminder = {
      leadId: 1,
      customer: 'Fabrikam',
      kind: 'expired',
      topic: 'answer',
      deadline: NOON,
      shownAt: null,
      failure: null,
      settled: null,
      note: null,
      read: true,
      digestId: null,
    } as const;
    const lines = bellLines({
      reminders: [
        { ...reminder, id: 12, dueAt: NOON },
        { ...reminder, id: 11, dueAt: NOON - 2 * HOUR },
      ],
      digests: [],
      arrivals,
    });
    const ids = lines.map((line) =>
      'arrival' in line ? `a${line.arrival.id}` : 'single' in line ? line.single.id : 0,
    );
    expect(ids).toEqual([12, 'a1', 11, 'a2']);
  });
});
