import { fireEvent, screen, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { tick } from 'svelte';
import { useBackend } from '$lib/api';
import { asked, fakeLead, NOON } from '$lib/api/fake';
import { language } from '$lib/i18n';
import { clock, toasts } from '$lib/state';
import { accepted, click, openPane, press, send, settled, type } from './testing';

const HOUR = 3_600_000;
let unlisten = () => {
  // no keys yet
};
async function open(...leads: Parameters<typeof openPane>) {
  const opened = await openPane(...leads);
  unlisten = opened.unlisten;
  return opened;
}
afterEach(() => unlisten());

const buttons = () =>
  screen.getAllByRole('button').map((button) => button.getAttribute('aria-label') ?? button.textContent?.trim());

describe('the flame', () => {
  it('counts down without asking the core again, and lapses', async () => {
    const { fake } = await open(fakeLead({ id: 1, ...asked(NOON - 41 * HOUR) }));
    expect(document.body.textContent, 'how long ago and how long left').toContain('Received 41 hours ago.');
    expect(document.body.textContent, 'the time left').toContain('31 hours left before the moment has passed.');
    const before = fake.calls.length;
    clock.sync(NOON + 30.5 * HOUR);
    await tick();
    expect(document.body.textContent, 'half an hour to go').toContain('30 minutes left');
    clock.sync(NOON + 31 * HOUR);
    await tick();
    expect(screen.getByText('The 72 hours for direct contact have passed.'), 'other words').toBeTruthy();
    expect(document.querySelector('.hot'), 'no warm colour after the window').toBeNull();
    expect(fake.calls.length, 'nothing was fetched to tick').toBe(before);
  });

  it('speaks Korean', async () => {
    language.choose('ko');
    await open(fakeLead({ id: 1, ...asked(NOON - 41 * HOUR) }));
    expect(document.body.textContent, 'the same alert').toContain('때를 놓치기까지 31시간 남았습니다.');
    expect(screen.getByRole('button', { name: /수락/ }), 'the actions too').toBeTruthy();
  });

  it('goes out when the customer was contacted', async () => {
    const { fake } = await open(fakeLead({ id: 1, ...asked(NOON - 41 * HOUR) }));
    await press('c');
    await fireEvent.click(screen.getByLabelText('E-mail'));
    await type('Note', 'Sue calls back.');
    await send();
    expect(fake.calls.find(({ command }) => command === 'mark_contacted')?.request, 'when, how and what').toEqual({
      id: 1,
      revision: 1,
      at: NOON,
      way: 'email',
      note: 'Sue calls back.',
    });
    expect(document.querySelector('.hot'), 'the alarm is over').toBeNull();
    expect(document.body.textContent, 'a quiet line instead').toContain('Customer contacted');
    expect(toasts.list.at(-1)?.action?.label, 'it can be taken back').toBe('Undo');
  });
});

describe('the actions', () => {
  it('are those of the stage', async () => {
    const { pane } = await open(fakeLead({ id: 1 }));
    expect(buttons(), 'Received').toEqual(
      expect.arrayContaining([expect.stringMatching(/Decline/), expect.stringMatching(/Accept/)]),
    );
    pane.unmount();
    unlisten();
    const second = await open(accepted());
    expect(buttons(), 'Accepted').toEqual(
      expect.arrayContaining([
        expect.stringMatching(/Edit/),
        expect.stringMatching(/Lost/),
        expect.stringMatching(/Won/),
      ]),
    );
    expect(screen.queryByRole('button', { name: /Accept/ }), 'accepted once').toBeNull();
    second.pane.unmount();
    unlisten();
    await open(
      fakeLead({ id: 1, stage: 'archived', archivedAt: NOON, outcome: 'Error', reason: 3, closingNotes: 'Signed.' }),
    );
    expect(screen.queryByRole('button', { name: /Accept|Decline|Edit|Won|Lost|contacted/ }), 'Archived').toBeNull();
    expect(screen.getAllByText('Error').length, 'an unknown outcome as it came').toBeGreaterThan(0);
    expect(screen.getByText('Customer chose another vendor'), 'the reason in words').toBeTruthy();
    expect(screen.getByText('Signed.'), 'the notes').toBeTruthy();
  });

  it('vanish when the time to respond is over while the lead is shown', async () => {
    const { fake } = await open(fakeLead({ id: 1, respondBy: NOON + HOUR }));
    clock.sync(NOON + HOUR);
    await tick();
    expect(screen.queryByRole('button', { name: /Accept|Decline/ }), 'too late').toBeNull();
    expect(screen.getByText(/this lead has expired/), 'and it says so').toBeTruthy();
    await press('a');
    expect(screen.queryByRole('dialog'), 'the key is dead too').toBeNull();
    fake.change(1, { stage: 'archived', outcome: 'expired', archivedAt: NOON + HOUR });
    expect((await screen.findAllByText('Expired')).length, 'the core follows').toBeGreaterThan(0);
  });

  it('answer to keys, but not while someone types or a dialog is open', async () => {
    await open(fakeLead({ id: 1 }));
    const search = document.createElement('input');
    document.body.append(search);
    search.focus();
    await press('a');
    expect(screen.queryByRole('dialog'), 'a letter of the search').toBeNull();
    search.remove();
    await press('ㅇ', { code: 'KeyD' });
    expect(screen.getByRole('dialog', { name: /Decline/ }), 'a Korean layout has the same keys').toBeTruthy();
    await press('a');
    expect(screen.getAllByRole('dialog').length, 'one form at a time').toBe(1);
  });
});

describe('undo', () => {
  it('takes an action back by the toast', async () => {
    const { fake } = await open(accepted());
    await press('w');
    await send();
    expect(fake.leads[0]?.outcome, 'it was won').toBe('won');
    const toast = toasts.list.at(-1);
    expect(toast?.text, 'what was done').toBe('Customer 1 is won.');
    expect(toast?.until, 'for as long as the core offers').toBe(NOON + 30_000);
    toast?.action?.run();
    toast?.action?.run();
    await settled();
    expect(fake.called('undo_action'), 'a double click undoes once').toBe(1);
    expect(screen.getByRole('button', { name: /Won/ }), 'open again').toBeTruthy();
    expect(toasts.list.at(-1)?.text, 'and said').toBe('Undone for Customer 1: Closed as won.');
  });

  it('takes an action back by Ctrl+Z only while it is offered', async () => {
    const { fake } = await open(accepted());
    await press('w');
    await send();
    clock.sync(NOON + 30_000);
    await press('z', { ctrlKey: true });
    expect(fake.called('undo_action'), 'the time is over').toBe(0);
    clock.sync(NOON + 1000);
    await press('z', { ctrlKey: true });
    await settled();
    expect(fake.leads[0]?.stage, 'open again').toBe('accepted');
  });

  it('of an added lead leaves no lead behind', async () => {
    const { fake, desk, pane } = await open(fakeLead({ id: 1 }));
    const added = fakeLead({ id: 2, customer: { ...fakeLead({ id: 2 }).customer, name: 'Tailspin' } });
    fake.leads = [...fake.leads, { ...added, undo: { undoId: 9, action: 'added', until: NOON + 30_000 } }];
    await pane.rerender({ id: 2 });
    await screen.findByRole('heading', { level: 1, name: 'Tailspin' });
    useBackend({
      call: async () => ({ lead: null }) as never,
      listen: async () => () => {
        // nothing is told
      },
    });
    await press('z', { ctrlKey: true });
    await settled();
    expect(desk.onclose, 'the desk closes the pane').toHaveBeenCalled();
  });
});

describe('what is shown', () => {
  it('is text, whatever it holds', async () => {
    const evil = '<img src=x onerror="document.title=1"> \u202Eevil';
    await open(
      accepted({
        customer: { ...fakeLead({ id: 1 }).customer, name: evil },
        need: {
          text: `${evil}${'x'.repeat(1_000_000)}`,
          industries: [evil],
          products: [],
          services: [],
          solutions: [],
        },
        contacts: [{ name: evil, givenName: null, familyName: null, title: evil, email: evil, phone: evil }],
        employees: [{ name: evil, phone: evil, email: evil }],
        contacted: { at: NOON, way: 'phone', note: evil },
      }),
    );
    expect(document.querySelector('img, script'), 'no markup came of it').toBeNull();
    expect(screen.getByRole('heading', { level: 1 }).textContent, 'every letter is there').toContain(evil);
    expect(document.body.textContent?.length, 'a megabyte is opened on demand').toBeLessThan(50_000);
    expect(screen.queryByRole('button', { name: /Write an e-mail/ }), 'no link to what is no address').toBeNull();
  });

  it('opens mail and telephone through the core', async () => {
    const { fake } = await open(fakeLead({ id: 1 }));
    await click('Write an e-mail to sue.smith@customer.example');
    await click('Call +1 555 0100');
    const urls = fake.calls.filter(({ command }) => command === 'open_link').map(({ request }) => request);
    expect(urls, 'safe links').toEqual([{ url: 'mailto:sue.smith@customer.example' }, { url: 'tel:+15550100' }]);
  });

  it('follows a change without losing the old state first', async () => {
    const { fake } = await open(fakeLead({ id: 1 }));
    fake.change(1, { need: { ...fakeLead({ id: 1 }).need, text: 'Now we know better.' } });
    expect(screen.getByText('We look for a partner.'), 'no flicker').toBeTruthy();
    expect(await screen.findByText('Now we know better.'), 'the new state').toBeTruthy();
    const before = fake.called('get_lead');
    fake.emit({ event: 'changed', leads: [77], reminders: true, settings: false });
    expect(fake.called('get_lead'), 'another lead is no reason').toBe(before);
  });

  it('says when the lead is gone', async () => {
    const { fake, desk } = await open(fakeLead({ id: 1 }));
    fake.leads = [];
    fake.emit({ event: 'changed', leads: [], reminders: false, settings: false });
    expect(await screen.findByText('This lead is no longer in the database.'), 'not an empty pane').toBeTruthy();
    await click('Back to the list');
    expect(desk.onclose, 'and a way out').toHaveBeenCalled();
  });

  it('tells notices and their way out', async () => {
    const { fake } = await open(fakeLead({ id: 1 }));
    await press('d');
    await fireEvent.click(screen.getByLabelText('Not a customer'));
    await send();
    const card = screen.getByRole('region', { name: 'Notices' });
    expect(within(card).getByText(/Not sent yet/), 'in the outbox').toBeTruthy();
    await click('Write e-mail');
    await settled();
    expect(within(card).getByText(/E-mail opened/), 'handed to the mail program').toBeTruthy();
    await click('Mark as sent');
    await settled();
    expect(fake.notices[0]?.sentAt, 'sent').toBe(NOON);
    expect(within(card).queryByRole('button'), 'nothing left to do').toBeNull();
  });
});

describe('employees', () => {
  const kim = { name: 'Kim', phone: '555 0100', email: 'kim@partner.example' };

  it('are added, changed and removed, each with a way back', async () => {
    const { fake } = await open(accepted());
    await click('Add employee');
    await type(/Name/, 'Kim');
    await type('E-mail', 'kim@');
    await send();
    expect(fake.called('save_employees'), 'a wrong address is not sent').toBe(0);
    await type('E-mail', 'kim@partner.example');
    await type('Phone', '555 0100');
    await send();
    expect(fake.leads[0]?.employees, 'added').toEqual([kim]);
    await click('Change Kim');
    await type('Phone', '');
    await send();
    expect(fake.leads[0]?.employees, 'changed').toEqual([{ ...kim, phone: null }]);
    await click('Remove Kim');
    await settled();
    expect(fake.leads[0]?.employees, 'removed').toEqual([]);
    toasts.list.at(-1)?.action?.run();
    await settled();
    expect(fake.leads[0]?.employees.length, 'taken back').toBe(1);
  });
});
