// A lead and others that are the same: the warning while one is typed in, and what a merged lead shows.
import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeLead, NOON } from '$lib/api/fake';
import { briefOf } from '$lib/api/fake/duplicates';
import { toasts } from '$lib/state';
import AddLeadDialog from './AddLeadDialog.svelte';
import { core, dialog, openPane, press, type } from './testing';

let unlisten = () => {
  // no keys yet
};
afterEach(() => unlisten());

describe('while a lead is typed in', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const pause = () => vi.advanceTimersByTimeAsync(400);

  function open() {
    const fake = core(fakeLead({ id: 7 }));
    const told = { onclose: vi.fn(), onadded: vi.fn(), onopenlead: vi.fn() };
    const form = render(AddLeadDialog, { open: true, ...told });
    return { fake, form, ...told };
  }

  it('a lead that may be the same is shown once the typing stops, with the reason', async () => {
    const { fake } = open();
    for (const typed of ['s', 'sue.smith@customer', 'sue.smith@customer.example']) await type('E-mail', typed);
    expect(fake.called('likely_same'), 'not for every letter').toBe(0);
    await pause();
    expect(fake.called('likely_same'), 'but once').toBe(1);
    expect(dialog().textContent).toContain('This lead may be here already');
    expect(dialog().textContent, 'why').toContain('The same e-mail: sue.smith@customer.example');
    await type('E-mail', 'other@customer.example');
    await pause();
    expect(dialog().textContent, 'it goes with the reason').not.toContain('may be here already');
  });

  it('nothing is asked in the middle of a Korean syllable', async () => {
    const { fake } = open();
    const input = within(dialog()).getByLabelText(/^Customer/);
    await fireEvent.compositionStart(input);
    await type(/^Customer/, '한비');
    await pause();
    expect(fake.called('likely_same'), 'the name is not written yet').toBe(0);
    await type(/^Customer/, '한빛');
    await fireEvent.compositionEnd(input);
    await pause();
    expect(fake.called('likely_same'), 'now it is').toBe(1);
  });

  it('opening it keeps what was typed for the next time', async () => {
    const { onclose, onopenlead, form } = open();
    await type(/^Customer/, 'Customer 7');
    await type('E-mail', 'sue.smith@customer.example');
    await pause();
    await fireEvent.click(screen.getByRole('button', { name: 'Open Customer 7' }));
    expect(onopenlead).toHaveBeenCalledWith(7);
    expect(onclose, 'without a question').toHaveBeenCalled();
    await form.rerender({ open: false });
    await form.rerender({ open: true });
    const input = () => within(dialog()).getByLabelText(/^Customer/) as HTMLInputElement;
    expect(input().value, 'it is there again').toBe('Customer 7');
    await form.rerender({ open: false });
    await form.rerender({ open: true });
    expect(input().value, 'once').toBe('');
  });

  it('a failure to look stops nobody from adding', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { fake } = open();
    fake.fail('likely_same', { code: 'busy' });
    await type('E-mail', 'sue.smith@customer.example');
    await pause();
    expect(dialog().querySelector('[role=alert]')?.textContent?.trim(), 'no alarm').toBe('');
    expect(error, 'only the log').toHaveBeenCalled();
  });
});

describe('a lead that others were merged into', () => {
  const absorbed = fakeLead({ id: 2, mergedInto: 1 });
  const lead = () =>
    fakeLead({
      id: 1,
      merged: [{ mergeId: 5, at: NOON, lead: briefOf(absorbed) }],
      history: [
        { id: 2, at: NOON, actor: { kind: 'hearth' }, action: 'received', changes: [], of: 2 },
        { id: 1, at: NOON, actor: { kind: 'hearth' }, action: 'received', changes: [], of: null },
      ],
    });

  it('lists them, and says in its history which lead an entry is of', async () => {
    const opened = await openPane(lead(), absorbed);
    unlisten = opened.unlisten;
    const card = screen.getByRole('region', { name: 'Merged' });
    expect(card.textContent).toContain('Customer 2');
    const history = screen.getByRole('region', { name: 'History' });
    expect(within(history).getAllByText(/of Customer 2, which was merged/), 'one of the two').toHaveLength(1);
  });

  it('says in words when taking apart is refused', async () => {
    const opened = await openPane(lead(), absorbed);
    unlisten = opened.unlisten;
    opened.fake.fail('take_apart', { code: 'notAllowed', why: { rule: 'takenBack' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Take apart' }));
    await waitFor(() => expect(toasts.list.at(-1)?.tone).toBe('warning'));
  });
});

describe('a lead that was merged away', () => {
  it('shows where it went and offers nothing else', async () => {
    const opened = await openPane(fakeLead({ id: 2, mergedInto: 1 }), fakeLead({ id: 1 }));
    unlisten = opened.unlisten;
    expect(await screen.findByText(/was merged into Customer 1/), 'by name').toBeTruthy();
    expect(screen.queryByRole('button', { name: /Accept|Decline|Snooze|Follow up|favorites|More/ })).toBeNull();
    for (const key of ['a', 'd', 'c', 's', 'u', 'p']) await press(key);
    expect(document.querySelector('dialog[open]'), 'the keys are dead too').toBeNull();
  });
});
