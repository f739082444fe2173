// The day on which to come back to the open lead: set, changed, cleared, and what is wrong with what was typed.
import { fireEvent, screen, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { fakeLead, NOON } from '$lib/api/fake';
import { calendarDay, DAY, dayOf } from '$lib/format';
import { language } from '$lib/i18n';
import { toasts } from '$lib/state';
import { daysFromNow, followUpProblems } from './followUpForm';
import { accepted, click, dialog, openPane, press, send, settled, type } from './testing';

let unlisten = () => {
  // no keys yet
};
async function open(...leads: Parameters<typeof openPane>) {
  const opened = await openPane(...leads);
  unlisten = opened.unlisten;
  return opened;
}
afterEach(() => unlisten());

const sent = (fake: Awaited<ReturnType<typeof open>>['fake']) =>
  fake.calls.filter(({ command }) => command === 'set_follow_up').map(({ request }) => request);

describe('a follow-up', () => {
  it('is set by a quick choice and a note, and undone', async () => {
    const { fake } = await open(fakeLead({ id: 1 }));
    await press('u');
    await fireEvent.click(within(dialog()).getByRole('button', { name: 'In 3 days' }));
    await type('Note', 'Ask about the budget.');
    await send();
    const on = dayOf(NOON + 3 * DAY);
    expect(sent(fake), 'day and note').toEqual([{ id: 1, revision: 1, on, note: 'Ask about the budget.' }]);
    expect(document.body.textContent, 'the pane says when').toContain(`Follow up ${calendarDay(on, NOON)} (in 3 days)`);
    expect(screen.getByText('Ask about the budget.'), 'and why').toBeTruthy();
    toasts.list.at(-1)?.action?.run();
    await settled();
    expect(fake.leads[0]?.followUp, 'taken back').toBeNull();
  });

  it('is changed and cleared', async () => {
    const { fake } = await open(accepted({ followUp: { on: dayOf(NOON + DAY), note: 'Call Sue.' } }));
    await click(/Change/);
    expect(within(dialog()).getByLabelText<HTMLTextAreaElement>('Note').value, 'as it stands').toBe('Call Sue.');
    await type(/Follow up on/, '2026. 12. 24.');
    await send();
    expect(fake.leads[0]?.followUp, 'changed').toEqual({ on: '2026-12-24', note: 'Call Sue.' });
    await click('Clear');
    await settled();
    expect(sent(fake).at(-1), 'no day, no note').toEqual({ id: 1, revision: 2, on: '', note: '' });
    expect(fake.leads[0]?.followUp, 'gone').toBeNull();
    expect(document.activeElement?.tagName, 'the focus is not lost with its button').toBe('H1');
  });

  it('that is overdue says so, and can be given a note without another day', async () => {
    const on = dayOf(NOON - 2 * DAY);
    const { fake } = await open(accepted({ followUp: { on, note: null } }));
    expect(document.body.textContent, 'in words').toContain(`Follow-up due ${calendarDay(on, NOON)} (2 days ago)`);
    expect(document.querySelector('.hot'), 'without the warm colour: no customer waits').toBeNull();
    await press('u');
    await type('Note', 'They were away.');
    await send();
    expect(fake.leads[0]?.followUp, 'the old day is no mistake').toEqual({ on, note: 'They were away.' });
  });

  it('says what is wrong at its field', async () => {
    const { fake } = await open(fakeLead({ id: 1 }));
    await press('u');
    await send();
    const on = within(dialog()).getByLabelText(/Follow up on/);
    expect(document.activeElement, 'a day is needed').toBe(on);
    await type(/Follow up on/, dayOf(NOON - DAY));
    await send();
    expect(on.getAttribute('aria-invalid'), 'a day that is over').toBe('true');
    expect(sent(fake), 'nothing was sent').toEqual([]);
    fake.fail('set_follow_up', { code: 'invalid', fields: [{ field: 'note', problem: 'tooLong' }] });
    await type(/Follow up on/, dayOf(NOON));
    await send();
    expect(within(dialog()).getByLabelText('Note').getAttribute('aria-invalid'), 'what the core finds').toBe('true');
  });

  it('of an archived lead can only be read', async () => {
    const followUp = { on: dayOf(NOON - DAY), note: 'Call Sue.' };
    await open(fakeLead({ id: 1, stage: 'archived', outcome: 'won', archivedAt: NOON, followUp }));
    expect(screen.getByText('Call Sue.'), 'it is told').toBeTruthy();
    expect(screen.queryByText(/Follow-up due/), 'but not urged').toBeNull();
    expect(screen.queryByRole('button', { name: /^(Change…|Clear)/ }), 'nor changed').toBeNull();
  });

  it('speaks Korean', async () => {
    language.choose('ko');
    const on = dayOf(NOON + DAY);
    await open(accepted({ followUp: { on, note: null } }));
    expect(screen.getByText(`후속 연락: ${calendarDay(on, NOON)}, 내일`), 'how far it is').toBeTruthy();
  });
});

it('the checks of a follow-up are those of the core', () => {
  const before = { on: dayOf(NOON - DAY), note: null };
  const wrong = (on: string, note = '') => followUpProblems({ on, note }, before, NOON);
  expect(wrong(dayOf(NOON)), 'today is not over').toEqual({});
  expect(wrong(before.on), 'the day that it had').toEqual({});
  expect(wrong(dayOf(NOON - 2 * DAY)), 'another day that is over').toEqual({ on: 'inThePast' });
  expect(wrong('soon', 'x'.repeat(20_001)), 'both at once').toEqual({ on: 'notADate', note: 'tooLong' });
  expect(daysFromNow(7, NOON), 'a week has seven days').toBe(dayOf(NOON + 7 * DAY));
});
