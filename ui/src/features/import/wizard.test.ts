// The wizard as a person goes through it, on the fake core: files, columns, the dry run, the import and its report.
import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { useBackend } from '$lib/api';
import { FakeBackend } from '$lib/api/fake';
import type { FakeDraft } from '$lib/api/fake/imports';
import type { Column, DraftFile, ForeseenRow, Mapping } from '$lib/api/generated';
import { onDesk } from '$lib/api';
import { toasts } from '$lib/state';
import { late } from '../../testing/late';
import Importing from './Importing.svelte';
import { imports } from './imports.svelte';

const heads: [string, Column | null][] = [
  ['Company', 'customerName'],
  ['Mail', 'contactEmail'],
  ['Booth', null],
];

function table(over: Partial<Mapping> = {}, columns = heads): DraftFile {
  return {
    name: 'fair.csv',
    bytes: 2000,
    problem: null,
    savedMapping: null,
    look: {
      format: 'table',
      encoding: 'UTF-8',
      columns: columns.map(([heading]) => ({ heading, samples: ['a sample'] })),
      mapping: {
        columns: columns.map(([heading, column]) => ({ heading, column })),
        leadType: null,
        currency: null,
        dateOrder: 'yearMonthDay',
        decimalMark: 'point',
        ...over,
      },
      rows: 3,
      counted: true,
    },
  };
}

const json: DraftFile = {
  name: 'leads.json',
  bytes: 4000,
  problem: null,
  savedMapping: null,
  look: { format: 'partnerCenterJson', encoding: 'UTF-8', columns: [], mapping: null, rows: 2, counted: true },
};
const page: DraftFile = { name: 'page.html', bytes: 10, look: null, problem: { code: 'webPage' }, savedMapping: null };

function row(at: number, over: Partial<ForeseenRow> = {}): ForeseenRow {
  const foreseen = { customer: `Customer ${at}`, lead: null, changes: [], doubt: null };
  return { file: 0, row: at, outcome: 'added', foreseen, refused: null, ...over };
}

const doubtful = (at: number): ForeseenRow => ({
  ...row(at),
  outcome: 'doubtful',
  foreseen: {
    customer: `Customer ${at}`,
    lead: null,
    changes: [],
    doubt: {
      lead: 7,
      row: null,
      customer: 'Fabrikam',
      matches: [{ kind: 'email', value: 'sue@fabrikam.example' }],
      decision: 'leaveOut',
    },
  },
});

const mixed: ForeseenRow[] = [
  row(2),
  {
    ...row(3),
    outcome: 'updated',
    foreseen: {
      customer: 'Northwind',
      lead: 4,
      doubt: null,
      changes: [{ field: 'notes', before: null, after: { type: 'text', value: 'Call Sue.' } }],
    },
  },
  doubtful(4),
  doubtful(5),
  { ...row(6), outcome: 'refused', refused: { row: 6, column: 'Value', value: 'ten', reason: 'badAmount' } },
];

function open(draft: FakeDraft) {
  const fake = new FakeBackend();
  useBackend(fake);
  onDesk((event) => imports.hear(event));
  render(Importing);
  return {
    fake,
    offer: async () => {
      await Promise.resolve();
      fake.imports.offer(draft);
      return screen.findByRole('dialog', { name: 'Import leads' });
    },
  };
}

async function offered(files: DraftFile[], rows: ForeseenRow[] = mixed) {
  const { fake, offer } = open({ id: 1, files, rows });
  return { fake, dialog: await offer() };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const click = (name: string | RegExp) => fireEvent.click(button(name));
const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
const tile = (name: RegExp) =>
  within(screen.getByRole('group', { name: 'Which rows to show' })).getByRole('button', { name });

describe('the files', () => {
  it('are gone on with once one is left out, and the others stay, however quickly it is clicked', async () => {
    const { fake } = await offered([json, page, { ...json, name: 'other.json' }]);
    const slow = late(fake, 'remove_draft_file');
    const out = button('Leave out page.html');
    await fireEvent.click(out);
    await fireEvent.click(out);
    await click('Continue');
    await slow.end();
    expect(await screen.findByRole('group', { name: 'Which rows to show' }), 'the dry run of these').toBeTruthy();
    expect(
      imports.wizard?.files.map(({ name }) => name),
      'one was left out',
    ).toEqual([json.name, 'other.json']);
  });

  it('say what they are, and why one cannot be imported', async () => {
    const { dialog } = await offered([json, page]);
    expect(within(dialog).getByText('Leads of Partner Center (JSON)')).toBeTruthy();
    expect(within(dialog).getByText('2 rows · 4 kB · UTF-8')).toBeTruthy();
    expect(within(dialog).getByText('This is a web page, not leads.'), 'the problem').toBeTruthy();
    expect(within(dialog).getByText(/Sign in and download it again/), 'and what to do').toBeTruthy();
  });

  it('can be left out and added to', async () => {
    const { fake } = await offered([json, page]);
    await click('Leave out page.html');
    await waitFor(() => expect(screen.queryByText('page.html'), 'it is gone').toBeNull());
    fake.imports.picked = { id: 9, files: [table()], rows: [] };
    await click('Add files…');
    expect(await screen.findByText('fair.csv')).toBeTruthy();
    expect(screen.getByText('leads.json'), 'the first one stays').toBeTruthy();
  });

  it('that are all no leads cannot be gone on with', async () => {
    await offered([page]);
    expect(screen.getByText('None of these files can be imported.')).toBeTruthy();
    expect(button('Continue')).toHaveProperty('disabled', true);
  });

  it('of a known format go straight to the dry run', async () => {
    const { fake } = await offered([json]);
    await click('Continue');
    await screen.findByRole('button', { name: 'Import 2 leads' });
    const call = fake.calls.find(({ command }) => command === 'foresee_import');
    expect(call?.request, 'JSON needs no mapping').toEqual({ draft: 1, mappings: [null] });
  });

  it('that come while others are in the wizard wait for their turn', async () => {
    const { fake } = await offered([json]);
    fake.imports.offer({ id: 2, files: [table()], rows: [] });
    expect(await screen.findByText(/They follow after this import/)).toBeTruthy();
    expect(screen.queryByText('fair.csv'), 'not yet').toBeNull();
    await click('Cancel');
    expect(await screen.findByText('fair.csv'), 'now').toBeTruthy();
    expect(fake.called('drop_draft'), 'the first draft is forgotten').toBe(1);
  });
});

describe('files that come late', () => {
  it('while it compares are seen before anything is imported', async () => {
    const { fake } = await offered([json]);
    fake.imports.held = true;
    await click('Continue');
    await screen.findByText('42 %');
    fake.imports.offer({ id: 1, files: [json, table()], rows: [] });
    fake.imports.goOn();
    expect(await screen.findByText('fair.csv'), 'the files are shown again').toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Import \d/ }), 'the dry run was of others').toBeNull();
  });

  it('while a report is read wait, and the report says so', async () => {
    const { fake } = await offered([json]);
    await click('Continue');
    await fireEvent.click(await screen.findByRole('button', { name: 'Import 2 leads' }));
    await screen.findByRole('dialog', { name: 'What was imported' });
    fake.imports.offer({ id: 2, files: [table()], rows: [] });
    await fireEvent.click(await screen.findByRole('button', { name: 'Next files' }));
    expect(await screen.findByText('fair.csv')).toBeTruthy();
  });
});

describe('the columns', () => {
  const choice = (heading: string) => screen.getByRole('combobox', { name: `What “${heading}” is` });
  const shown = (heading: string) => (choice(heading) as HTMLInputElement).value;

  it('of a table are asked for, and chosen by keyboard alone', async () => {
    const { fake } = await offered([table()]);
    await click('Continue');
    expect(shown('Company')).toBe('Customer');
    const booth = choice('Booth');
    booth.focus();
    await press('ArrowDown');
    await fireEvent.input(booth, { target: { value: 'campaign' } });
    await press('Enter');
    await waitFor(() => expect(shown('Booth')).toBe('Marketing campaign ID'));
    await click('Continue');
    await screen.findByRole('button', { name: 'Import 2 leads' });
    const sent = fake.calls.find(({ command }) => command === 'foresee_import')?.request as { mappings: Mapping[] };
    expect(sent.mappings[0]?.columns[2], 'as it was chosen').toEqual({ heading: 'Booth', column: 'campaignId' });
  });

  it('Escape closes the list and nothing else; a Korean syllable chooses nothing', async () => {
    await offered([table()]);
    await click('Continue');
    const booth = choice('Booth');
    booth.focus();
    await press('ArrowDown');
    await press('ArrowDown');
    await press('Enter', { isComposing: true });
    expect(screen.getByRole('listbox'), 'the list is still open').toBeTruthy();
    await press('Escape');
    await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
    expect(screen.getByRole('dialog', { name: 'Import leads' }), 'the wizard is there').toBeTruthy();
    expect(shown('Booth'), 'nothing was chosen').toBe('Not imported');
  });

  it('without a customer, or with one thing twice, cannot be gone on with', async () => {
    await offered([
      table({}, [
        ['Company', null],
        ['A', 'notes'],
        ['B', 'notes'],
      ]),
    ]);
    await click('Continue');
    expect(screen.getAllByText(/No column is the customer yet/).length, 'said').toBeGreaterThan(0);
    expect(screen.getByText('More than one column is “Notes”. Only one can be.')).toBeTruthy();
    expect(choice('A').getAttribute('aria-invalid'), 'the column is marked').toBe('true');
    expect(button('Continue')).toHaveProperty('disabled', true);
  });

  it('that were changed are not lost without a question', async () => {
    await offered([table()]);
    await click('Continue');
    choice('Booth').focus();
    await press('ArrowDown');
    await fireEvent.input(choice('Booth'), { target: { value: 'campaign' } });
    await press('Enter');
    await fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    expect(await screen.findByText(/Leave the import\?/)).toBeTruthy();
    await click('Stay');
    expect(shown('Booth'), 'it is as it was').toBe('Marketing campaign ID');
    await fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    await click('Leave');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('are left without a question where nothing was changed', async () => {
    await offered([table()]);
    await click('Continue');
    await fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('are saved under a name, applied and deleted by it', async () => {
    const { fake } = await offered([table()]);
    fake.imports.mappings.set('Old fair', {
      columns: [{ heading: 'Booth', column: 'notes' }],
      leadType: 'salesQualified',
      currency: 'KRW',
      dateOrder: 'yearMonthDay',
      decimalMark: 'point',
    });
    await click('Continue');
    await click('Saved mappings');
    await click('Apply Old fair');
    await waitFor(() => expect(shown('Booth')).toBe('Notes'));
    expect(shown('Company'), 'a heading that it does not know').toBe('Not imported');
    const name = screen.getByLabelText('Save these choices as');
    await fireEvent.input(name, { target: { value: 'New fair' } });
    name.focus();
    await press('Enter');
    await waitFor(() => expect([...fake.imports.mappings.keys()]).toEqual(['Old fair', 'New fair']));
    await click('Delete the mapping Old fair');
    await waitFor(() => expect([...fake.imports.mappings.keys()]).toEqual(['New fair']));
  });

  it('found again by a saved mapping are not asked for', async () => {
    await offered([{ ...table(), savedMapping: 'Trade fair' }]);
    expect(screen.getByText(/known by your saved mapping “Trade fair”/)).toBeTruthy();
    await click('Continue');
    expect(await screen.findByRole('button', { name: 'Import 2 leads' })).toBeTruthy();
  });
});

describe('the dry run', () => {
  it('shows what would happen, and its counts are filters', async () => {
    await offered([json]);
    await click('Continue');
    await screen.findByText(/1 lead will be added/);
    await fireEvent.click(tile(/updated/));
    expect(await screen.findByText('Call Sue.'), 'the new value').toBeTruthy();
    await waitFor(() => expect(screen.getAllByRole('row'), 'its head and one row').toHaveLength(2));
    await fireEvent.click(tile(/refused/));
    expect(await screen.findByText('ten'), 'the value at fault').toBeTruthy();
    expect(screen.getByText(/Not an amount/)).toBeTruthy();
    expect(tile(/unchanged/), 'there are none').toHaveProperty('disabled', true);
  });

  it('lets doubtful rows be decided, one by one and all together', async () => {
    await offered([json]);
    await click('Continue');
    await screen.findByRole('button', { name: 'Import 2 leads' });
    await fireEvent.click(tile(/doubtful/));
    const one = await screen.findByRole('radiogroup', { name: 'What to do with Customer 4' });
    const why = 'May be Fabrikam, who is here already. The same e-mail: sue@fabrikam.example';
    expect(screen.getAllByText(why).length, 'the reason').toBe(2);
    await fireEvent.click(within(one).getByRole('radio', { name: 'Add' }));
    expect(await screen.findByRole('button', { name: 'Import 3 leads' }), 'one more').toBeTruthy();
    const all = screen.getByRole('group', { name: 'For all doubtful rows:' });
    await fireEvent.click(within(all).getByRole('button', { name: 'Fill in' }));
    await waitFor(() => expect(screen.getAllByRole('radio', { name: 'Fill in', checked: true })).toHaveLength(2));
    expect(await screen.findByText(/3 will be updated/), 'one update and two filled in').toBeTruthy();
  });

  it('of many rows comes in pages', async () => {
    await offered(
      [json],
      Array.from({ length: 120 }, (_, at) => row(at + 2)),
    );
    await click('Continue');
    expect(await screen.findByText('1–50 of 120')).toBeTruthy();
    await click('Last page');
    expect(await screen.findByText('101–120 of 120')).toBeTruthy();
    expect(button('Next page')).toHaveProperty('disabled', true);
    expect(screen.getByText('Customer 121')).toBeTruthy();
  });

  it('that finds nothing new says so, and imports nothing', async () => {
    const { fake } = await offered([json], [row(2, { outcome: 'unchanged' })]);
    await click('Continue');
    expect(await screen.findByText(/There is nothing to import/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Import/ })).toBeNull();
    await press('Enter', { ctrlKey: true });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(fake.called('apply_import')).toBe(0);
  });

  it('can be cancelled on its way', async () => {
    const { fake } = await offered([json]);
    fake.imports.held = true;
    await click('Continue');
    expect(await screen.findByText('42 %'), 'how far it is').toBeTruthy();
    await click('Cancel');
    expect(await screen.findByText('Cancelled. Nothing was imported.')).toBeTruthy();
    expect(screen.getByText('leads.json'), 'back at the files').toBeTruthy();
  });

  it('that the core refuses says why and goes back', async () => {
    const { fake } = await offered([json]);
    fake.fail('foresee_import', { code: 'diskFull' });
    await click('Continue');
    expect(await screen.findByText(/The disk is full/)).toBeTruthy();
    expect(screen.getByText('leads.json')).toBeTruthy();
  });
});

describe('the import', () => {
  async function imported() {
    const { fake } = await offered([json]);
    await press('Enter', { ctrlKey: true });
    await screen.findByRole('button', { name: 'Import 2 leads' });
    await press('Enter', { ctrlKey: true });
    return { fake, report: await screen.findByRole('dialog', { name: 'What was imported' }) };
  }

  it('is done by Ctrl and Enter alone, and reports what it did', async () => {
    const { fake, report } = await imported();
    expect(report.querySelector('dl')?.textContent?.replace(/\s+/g, ' '), 'the counts').toContain('1 added');
    await click('Show the leads');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(fake.called('drop_draft')).toBe(1);
  });

  it('can be taken back at once', async () => {
    const { fake } = await imported();
    await click('Undo this import');
    const question = await screen.findByRole('dialog', { name: 'Undo this import?' });
    expect(await within(question).findByText('1 lead that it added is removed.')).toBeTruthy();
    await fireEvent.click(within(question).getByRole('button', { name: 'Undo this import' }));
    expect(await screen.findByRole('dialog', { name: 'The import is taken back' })).toBeTruthy();
    expect(fake.imports.imports[0]?.undoneAt, 'it is').not.toBeNull();
    await fireEvent.click(
      within(screen.getByRole('dialog', { name: 'The import is taken back' })).getAllByRole('button', {
        name: 'Close',
      })[1] as HTMLElement,
    );
    await waitFor(() => expect(screen.queryByRole('dialog'), 'its report goes too').toBeNull());
  });

  it('saves the refused rows and says how to go on', async () => {
    await imported();
    await click('Save refused rows…');
    await waitFor(() => expect(toasts.list[0]?.text).toContain('failed-rows.csv'));
  });

  it('that is cancelled while it writes leaves the dry run as it was', async () => {
    const { fake } = await offered([json]);
    await click('Continue');
    await screen.findByRole('button', { name: 'Import 2 leads' });
    fake.imports.held = true;
    await click('Import 2 leads');
    expect(await screen.findByText('420 of 1,000')).toBeTruthy();
    await fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    expect(await screen.findByText('Cancelled. Nothing was imported.')).toBeTruthy();
    expect(button('Import 2 leads'), 'it can be tried again').toBeTruthy();
  });

  it('that fails says that nothing was imported', async () => {
    const { fake } = await offered([json]);
    await click('Continue');
    await screen.findByRole('button', { name: 'Import 2 leads' });
    fake.fail('apply_import', { code: 'busy' });
    await click('Import 2 leads');
    expect(await screen.findByText(/The leads are as they were before/)).toBeTruthy();
  });
});
