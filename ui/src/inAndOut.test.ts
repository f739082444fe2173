// What leads out of the desk, and what makes one lead of two, as a person does it: marking rows, exporting, printing, looking
// through leads that may be the same. The parts of a merge are in `features/duplicates`.
import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { useBackend } from '$lib/api';
import { fakeLead, FakeBackend, manyLeads, NOON, type FakeDesk } from '$lib/api/fake';
import { DAY } from '$lib/format';
import { language } from '$lib/i18n';
import { leads, selection, toasts } from '$lib/state';
import App from './App.svelte';
import { laterParts } from './laterParts.svelte';

const named = (id: number, name: string) =>
  fakeLead({ id, receivedAt: NOON - id * 1000, customer: { ...fakeLead({ id }).customer, name } });
const five = () => ['Adatum', 'Blibli', 'Contoso', 'Datum', 'Efes'].map((name, at) => named(at + 1, name));

async function open(given: FakeDesk = {}) {
  const fake = new FakeBackend({ leads: five(), ...given });
  useBackend(fake);
  await laterParts.ready();
  render(App);
  await waitFor(() => expect(leads.loaded, 'the list is there').toBe(true));
  await waitFor(() => expect(leads.selected, 'and its first lead open').not.toBeNull());
  return fake;
}

const rows = () => screen.getAllByRole('row');
const row = (name: string) => {
  const found = rows().find((candidate) => candidate.textContent?.includes(name));
  if (!found) throw new Error(`no row of ${name}`);
  return found;
};
const marked = () => rows().flatMap((r) => (r.getAttribute('aria-selected') === 'true' ? [r.textContent ?? ''] : []));
const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
const names = () => leads.row(0) && [...Array(leads.total).keys()].map((at) => leads.row(at)?.customer ?? '');
const last = (fake: FakeBackend, command: string) =>
  fake.calls.findLast((call) => call.command === command)?.request as Record<string, unknown> | undefined;

describe('marking leads', () => {
  it('is done by X and taken back by X, and Escape takes all marks away', async () => {
    await open();
    expect(screen.getByRole('grid').getAttribute('aria-multiselectable'), 'a screen reader knows').toBe('true');
    await press('x');
    expect(await screen.findByText('1 selected'), 'the bar counts').toBeTruthy();
    await press('j');
    await waitFor(() => expect(leads.selectedIndex).toBe(1));
    await press('x');
    expect(selection.count, 'two of them').toBe(2);
    expect(marked(), 'the rows say so').toHaveLength(2);
    await press('x');
    expect(selection.count, 'the second no more').toBe(1);
    await press('Escape');
    await waitFor(() => expect(screen.queryByText(/selected$/), 'the bar goes').toBeNull());
    expect(marked(), 'with none marked, the open lead is the selected one').toHaveLength(1);
  });

  it('is done by the mouse: Ctrl adds one, Shift everything up to there, and nothing is opened by it', async () => {
    await open();
    const opened = leads.selected;
    const [, second = '', third = '', fourth = ''] = names() ?? [];
    await fireEvent.click(row(second), { ctrlKey: true });
    await fireEvent.click(row(fourth), { shiftKey: true });
    await waitFor(() => expect(selection.count, 'the stretch').toBe(3));
    expect(selection.has(leads.row(2)?.id ?? 0), 'also what lies between').toBe(true);
    await fireEvent.click(row(third), { metaKey: true });
    expect(selection.count, 'one is taken out again').toBe(2);
    expect(leads.selected, 'marking opens nothing').toBe(opened);
  });

  it('grows and shrinks with Shift and the arrows', async () => {
    await open();
    rows()[0]?.focus();
    await press('ArrowDown', { shiftKey: true });
    await press('ArrowDown', { shiftKey: true });
    await waitFor(() => expect(selection.count, 'from the open lead on').toBe(3));
    await press('ArrowUp', { shiftKey: true });
    await waitFor(() => expect(selection.count, 'and back').toBe(2));
    await press('ArrowDown');
    await waitFor(() => expect(leads.selectedIndex, 'a plain arrow only moves').toBe(2));
    expect(selection.count, 'and marks nothing').toBe(2);
  });

  it('reaches over rows that were not read yet', async () => {
    await open({ leads: manyLeads(450) });
    await press('x');
    await selection.extend(320);
    expect(selection.count, 'every lead between the two, whatever was on the screen').toBe(321);
  });

  it('is deaf while a Korean syllable is written', async () => {
    await open();
    await press('x', { isComposing: true });
    await press('ㅌ', { code: 'KeyX', keyCode: 229 });
    expect(selection.count, 'the input method keeps its keys').toBe(0);
    await press('ㅌ', { code: 'KeyX' });
    expect(selection.count, 'outside of it, a Korean layout has the same key').toBe(1);
  });

  it('belongs to the list it was done in', async () => {
    await open();
    await press('x');
    await fireEvent.click(screen.getByRole('tab', { name: /Accepted/ }));
    await waitFor(() => expect(selection.count, 'nothing stays marked that cannot be seen').toBe(0));
  });

  it('can be begun and done with the mouse alone', async () => {
    await open();
    await fireEvent.click(screen.getByRole('button', { name: 'Select leads' }));
    const [, second = ''] = names() ?? [];
    const box = within(row(second)).getByRole('checkbox', { name: `Select ${second}` });
    expect(box.getAttribute('aria-checked')).toBe('false');
    await fireEvent.click(box);
    expect(selection.count, 'the first and this one').toBe(2);
    const clear = screen.getByRole('button', { name: 'Clear the selection' });
    clear.focus();
    await fireEvent.click(clear);
    expect(selection.count).toBe(0);
    await waitFor(() => expect(document.activeElement?.getAttribute('role'), 'the focus is on the list').toBe('row'));
  });
});

describe('exporting', () => {
  it('offers what is on the screen, counts it, and tells what was written', async () => {
    const fake = await open();
    await press('o');
    const dialog = screen.getByRole('dialog', { name: 'Export leads' });
    expect(within(dialog).getByText('Marketplace leads · Received'), 'this list, by name').toBeTruthy();
    expect(within(dialog).queryByText('The selected ones'), 'nothing is marked').toBeNull();
    expect(await within(dialog).findByText('5 leads will be written.')).toBeTruthy();
    await fireEvent.submit(dialog.querySelector('form') as HTMLFormElement);
    await waitFor(() => expect(screen.queryByRole('dialog'), 'the dialog has done its part').toBeNull());
    expect(last(fake, 'export_leads')).toMatchObject({
      format: 'xlsx',
      scope: { kind: 'list', query: { tab: 'marketplace', stage: 'received', sort: 'timeLeft' } },
    });
    await waitFor(() =>
      expect(toasts.list.at(-1)?.text, 'names and folder').toBe(
        '5 leads are in hearth-leads.xlsx in /home/alex/Documents.',
      ),
    );
  });

  it('proposes the marked leads, and says how many a format cannot hold and why', async () => {
    const fake = await open({ leads: [...five().slice(0, 2), { ...named(3, 'Contoso'), referralId: null }] });
    await press('x');
    await selection.extend(2);
    await fireEvent.click(screen.getByRole('button', { name: /^Export…/ }));
    const dialog = screen.getByRole('dialog');
    expect((within(dialog).getByLabelText(/The selected ones/) as HTMLInputElement).checked).toBe(true);
    await fireEvent.click(within(dialog).getByLabelText(/^Partner Center CSV/));
    expect(await within(dialog).findByText('2 leads will be written.')).toBeTruthy();
    expect(dialog.textContent, 'how many and why').toContain('1 lead cannot be in this format.');
    expect(dialog.textContent).toContain('Without a referral ID, Partner Center does not know them.');
    await fireEvent.submit(dialog.querySelector('form') as HTMLFormElement);
    expect(last(fake, 'export_leads')?.scope, 'those that were marked').toMatchObject({ kind: 'leads' });
  });

  it('says a failure in words, and nothing when the user closed the question where to', async () => {
    const fake = await open();
    fake.emit({ event: 'exportFailed', error: { code: 'cancelled' } });
    expect(toasts.list, 'the user knows').toEqual([]);
    fake.emit({ event: 'exportFailed', error: { code: 'diskFull' } });
    await waitFor(() => expect(toasts.list.at(-1)?.text).toContain('disk is full'));
  });

  it('names two files and counts the others', async () => {
    const fake = await open();
    const files = ['a-1.csv', 'a-2.csv', 'a-3.csv', 'a-4.csv'];
    fake.emit({ event: 'exportFinished', report: { files, folder: '/tmp', leads: 3200, leftOut: 1, shortened: 2 } });
    await waitFor(() =>
      expect(toasts.list.at(-1)?.text).toBe(
        '3,200 leads are in a-1.csv, a-2.csv and 2 more in /tmp. 1 could not be in this format. 2 were shortened: the format takes no longer texts.',
      ),
    );
  });

  it('does not begin where there is nothing to write, and speaks Korean', async () => {
    await open({ settings: { language: 'ko' } });
    await waitFor(() => expect(language.current).toBe('ko'));
    await press('o');
    const dialog = screen.getByRole('dialog', { name: '잠재 고객 내보내기' });
    await fireEvent.click(within(dialog).getByLabelText(/^일정/));
    expect(await within(dialog).findByText('내보낼 잠재 고객이 없습니다.')).toBeTruthy();
    expect((within(dialog).getByRole('button', { name: /내보내기/ }) as HTMLButtonElement).disabled).toBe(true);
  });
});

describe('handing one lead on', () => {
  it('prints it whole, in the words of the desk', async () => {
    const lead = {
      ...named(1, 'Contoso'),
      need: { ...fakeLead({ id: 1 }).need, text: 'x'.repeat(6000) },
      deal: { ...fakeLead({ id: 1 }).deal, notes: 'Call Lee first.' },
    };
    const fake = await open({ leads: [lead] });
    await screen.findByRole('heading', { level: 1, name: 'Contoso' });
    await press('p');
    await waitFor(() => expect(fake.called('print_window'), 'the system is asked to print').toBe(1));
    const paper = document.querySelector('.paper');
    expect(paper?.textContent, 'a long text is not cut on paper').toContain('x'.repeat(6000));
    for (const part of ['Contoso', 'Sue Smith', '+1 555 0100', 'Call Lee first.', 'History']) {
      expect(paper?.textContent, part).toContain(part);
    }
    expect(paper?.querySelector('button, a'), 'nothing to click').toBeNull();
  });

  it('is another lead by the time it is printed again', async () => {
    await open();
    await screen.findByRole('heading', { level: 1 });
    await press('p');
    await waitFor(() => expect(document.querySelector('.paper')).toBeTruthy());
    await press('j');
    await waitFor(() => expect(document.querySelector('.paper'), 'the first one is put away').toBeNull());
  });

  it('saves its contact and its dates, where it has any', async () => {
    const fake = await open({ leads: [{ ...named(1, 'Contoso'), followUp: { on: '2026-12-01', note: null } }] });
    await fireEvent.click(await screen.findByRole('button', { name: 'More about this lead' }));
    await fireEvent.click(screen.getByRole('menuitem', { name: /Save as vCard/ }));
    expect(last(fake, 'export_leads')).toEqual({ format: 'vcard', scope: { kind: 'leads', ids: [1] } });
    await fireEvent.click(screen.getByRole('button', { name: 'More about this lead' }));
    await fireEvent.click(screen.getByRole('menuitem', { name: /Add to calendar/ }));
    expect(last(fake, 'export_leads')).toEqual({ format: 'calendar', scope: { kind: 'leads', ids: [1] } });
  });
});

describe('leads that may be the same', () => {
  const match = { kind: 'email' as const, value: 'sue.smith@customer.example' };

  it('are found in the menu, and the next pair is at hand when one is settled', async () => {
    const pairs = [
      { one: 1, other: 2, matches: [match] },
      { one: 3, other: 4, matches: [{ kind: 'phone' as const, value: '+1 555 0100' }] },
    ];
    const fake = await open({ pairs });
    await fireEvent.click(screen.getByRole('button', { name: 'More' }));
    await fireEvent.click(screen.getByRole('menuitem', { name: /may be the same/ }));
    const dialog = screen.getByRole('dialog', { name: 'Leads that may be the same' });
    expect(await within(dialog).findByText('The same e-mail: sue.smith@customer.example')).toBeTruthy();
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Keep apart: Adatum and Blibli' }));
    await waitFor(() => expect(within(dialog).queryByText(/The same e-mail/)).toBeNull());
    expect(fake.called('keep_apart')).toBe(1);
    await waitFor(() =>
      expect(document.activeElement?.getAttribute('aria-label'), 'the focus goes to the next pair').toBe(
        'Keep apart: Contoso and Datum',
      ),
    );
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Keep apart: Contoso and Datum' }));
    expect(await within(dialog).findByText('No leads look the same')).toBeTruthy();
  });

  it('are looked through page by page', async () => {
    const many = Array.from({ length: 50 }, (_, at) => named(at + 1, `Customer ${at + 1}.`));
    const pairs = Array.from({ length: 25 }, (_, at) => ({ one: at * 2 + 1, other: at * 2 + 2, matches: [match] }));
    await open({ leads: many, pairs });
    await press('m');
    expect(await screen.findByText('1–20 of 25')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(await screen.findByText('21–25 of 25')).toBeTruthy();
    expect((screen.getByRole('button', { name: 'Next' }) as HTMLButtonElement).disabled).toBe(true);
  });

  it('are said in the lead, and merging them leads to the one that stays', async () => {
    const fake = await open({ pairs: [{ one: 1, other: 2, matches: [match] }] });
    await leads.open(1);
    expect(await screen.findByText('Another lead may be the same.')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Compare…' }));
    await fireEvent.click(await screen.findByRole('button', { name: 'Merge Adatum and Blibli…' }));
    const merging = await screen.findByRole('dialog', { name: 'Merge two leads' });
    await within(merging).findByText('Stays');
    await fireEvent.submit(merging.querySelector('form') as HTMLFormElement);
    await waitFor(() => expect(toasts.list.at(-1)?.text).toBe('Adatum is part of Blibli now.'));
    await waitFor(() => expect(leads.selected, 'the kept lead is open').toBe(2));
    await waitFor(() => expect(leads.total, 'the other is in no list').toBe(4));
    toasts.list.at(-1)?.action?.run();
    await waitFor(() => expect(leads.total, 'taken apart by the toast').toBe(5));
    expect(fake.called('take_apart')).toBe(1);
  });

  it('may be two that the user has marked', async () => {
    await open();
    await press('x');
    await selection.extend(1);
    await fireEvent.click(await screen.findByRole('button', { name: 'Merge…' }));
    expect(await screen.findByRole('dialog', { name: 'Merge two leads' })).toBeTruthy();
  });

  it('says what is final where one is archived, and offers no merge', async () => {
    const old = { ...named(2, 'Blibli'), stage: 'archived' as const, outcome: 'lost', archivedAt: NOON - DAY };
    await open({ leads: [named(1, 'Adatum'), old], pairs: [{ one: 1, other: 2, matches: [match] }] });
    await press('m');
    expect(await screen.findByText('What is archived is final and cannot be merged.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Merge/ })).toBeNull();
  });
});
