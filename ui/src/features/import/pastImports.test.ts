// The list of imports, and taking one back, on the fake core.
import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { useBackend } from '$lib/api';
import { FakeBackend, NOON } from '$lib/api/fake';
import type { FileReport, ImportEntry } from '$lib/api/generated';
import { HOUR } from '$lib/format';
import Importing from './Importing.svelte';
import { imports } from './imports.svelte';

const report = (over: Partial<FileReport>): FileReport => ({
  name: 'leads.csv',
  problem: null,
  added: 0,
  updated: 0,
  unchanged: 0,
  leftOut: 0,
  setAside: 0,
  refused: 0,
  ...over,
});

const entries: ImportEntry[] = [
  {
    id: 2,
    at: NOON,
    by: { kind: 'user', name: 'Alex' },
    files: [report({ added: 12, updated: 3, refused: 1 })],
    undoneAt: null,
  },
  {
    id: 1,
    at: NOON - 30 * HOUR,
    by: { kind: 'hearth' },
    files: [report({ name: 'old.csv', added: 5 }), report({ name: 'page.html', problem: { code: 'webPage' } })],
    undoneAt: NOON - 20 * HOUR,
  },
];

async function open(given: ImportEntry[] = entries) {
  const fake = new FakeBackend();
  fake.imports.imports = given;
  useBackend(fake);
  render(Importing);
  imports.showList();
  return { fake, list: await screen.findByRole('dialog', { name: 'Past imports' }) };
}

const items = (list: HTMLElement) => within(list).getAllByRole('listitem');

describe('the list of imports', () => {
  it('says when, by whom, which files and what they did', async () => {
    const { list } = await open();
    await within(list).findByText('leads.csv');
    expect(items(list)[0]?.textContent, 'the newest first').toMatch(/12 added · 3 updated · 1 refused.*Alex/s);
    expect(items(list)[1]?.textContent, 'with what went wrong').toContain('This is a web page, not leads.');
    expect(items(list)[1]?.textContent, 'one that was taken back').toContain('Taken back');
    expect(within(list).getAllByRole('button', { name: /^Undo the import/ }), 'cannot be again').toHaveLength(1);
  });

  it('says what it is for while it is empty', async () => {
    const { fake, list } = await open([]);
    expect(await within(list).findByText('No imports yet')).toBeTruthy();
    await fireEvent.click(within(list).getByRole('button', { name: 'Import files…' }));
    await waitFor(() => expect(fake.called('choose_import_files')).toBe(1));
    expect(imports.listOpen, 'it makes room').toBe(false);
  });
});

describe('taking an import back', () => {
  async function question() {
    const { fake, list } = await open();
    fake.imports.undo.set(2, {
      removed: 10,
      restored: 2,
      touchedTotal: 3,
      touched: [
        {
          id: 41,
          customer: 'Fabrikam',
          added: true,
          at: NOON,
          changes: [{ field: 'notes', before: null, after: { type: 'text', value: 'Called.' } }],
        },
        { id: 42, customer: 'Northwind', added: false, at: NOON, changes: [] },
      ],
    });
    await fireEvent.click(await within(list).findByRole('button', { name: /^Undo the import/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Undo this import?' });
    await within(dialog).findByText('10 leads that it added are removed.');
    return { fake, dialog };
  }

  it('says first what goes, what comes back and what was worked on', async () => {
    const { dialog } = await question();
    expect(within(dialog).getByText('2 leads that it updated are again as they were before.')).toBeTruthy();
    expect(within(dialog).getByText(/3 leads were worked on since/)).toBeTruthy();
    expect(within(dialog).getByText('Called.'), 'with what was changed').toBeTruthy();
    expect(within(dialog).getByText('1 more is not listed here.'), 'and how many are not shown').toBeTruthy();
  });

  it('leaves what was worked on, but for the leads that are chosen', async () => {
    const { fake, dialog } = await question();
    await fireEvent.click(within(dialog).getByRole('checkbox', { name: 'Fabrikam' }));
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Undo this import' }));
    const done = await screen.findByRole('dialog', { name: 'The import is taken back' });
    const sent = fake.calls.find(({ command }) => command === 'undo_import')?.request;
    expect(sent).toEqual({ id: 2, also: [41], alsoAll: false });
    expect(within(done).getByText('11 leads were removed.')).toBeTruthy();
    expect(within(done).getByText('2 leads that were worked on since have stayed.')).toBeTruthy();
    await fireEvent.keyDown(done, { key: 'Escape' });
    const list = screen.getByRole('dialog', { name: 'Past imports' });
    await waitFor(() => expect(items(list)[0]?.textContent, 'the list knows').toContain('Taken back'));
  });

  it('takes all of them back when asked to', async () => {
    const { fake, dialog } = await question();
    await fireEvent.click(within(dialog).getByRole('checkbox', { name: 'Take back all 3 of them' }));
    expect(within(dialog).getByRole('checkbox', { name: 'Northwind' }), 'each is meant').toHaveProperty(
      'checked',
      true,
    );
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Undo this import' }));
    await screen.findByRole('dialog', { name: 'The import is taken back' });
    const sent = fake.calls.find(({ command }) => command === 'undo_import')?.request;
    expect(sent, 'also those that are not listed').toEqual({ id: 2, also: [], alsoAll: true });
  });

  it('that was done elsewhere meanwhile is said', async () => {
    const { fake, list } = await open();
    await within(list).findByText('leads.csv');
    fake.fail('foresee_undo', { code: 'notAllowed', why: { rule: 'takenBack' } });
    await fireEvent.click(within(list).getByRole('button', { name: /^Undo the import/ }));
    expect(await screen.findByText('This was taken back already.')).toBeTruthy();
  });
});
