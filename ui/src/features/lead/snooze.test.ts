// Snoozing the open lead: the menu, a time of one's own, the question before the deadline is passed, and waking it.
import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { asked, fakeLead, NOON } from '$lib/api/fake';
import type { SnoozeChoices } from '$lib/api/generated';
import { DAY, dayOf, HOUR, planned } from '$lib/format';
import { language } from '$lib/i18n';
import { localInput } from '$lib/forms/checks';
import { clock, toasts } from '$lib/state';
import { isPossible } from '$lib/state/keys';
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

const hot = (hoursLeft: number) => fakeLead({ id: 1, ...asked(NOON - (72 - hoursLeft) * HOUR) });
const sent = (fake: Awaited<ReturnType<typeof open>>['fake']) =>
  fake.calls.filter(({ command }) => command === 'snooze_lead').map(({ request }) => request);
const choices = async (fake: Awaited<ReturnType<typeof open>>['fake']): Promise<SnoozeChoices> =>
  fake.call('snooze_choices', { id: 1 });

async function openMenu() {
  await press('s');
  return screen.findByRole('menu', { name: 'Snooze' });
}
const choose = (menu: HTMLElement, name: RegExp) => fireEvent.click(within(menu).getByRole('menuitem', { name }));

describe('the menu', () => {
  it('says when each choice ends, and sends the chosen one', async () => {
    const { fake } = await open(hot(31));
    const { choices: offered } = await choices(fake);
    const menu = await openMenu();
    const shown = within(menu)
      .getAllByRole('menuitem')
      .map((item) => item.textContent ?? '');
    expect(shown.length, 'the core’s choices and one’s own').toBe(offered.length + 1);
    offered.forEach(({ until }, at) => expect(shown[at], 'its date and time').toContain(planned(until)));
    await choose(menu, /In an hour/);
    await settled();
    expect(sent(fake), 'no question is needed').toEqual([
      { id: 1, revision: 1, until: NOON + HOUR, pastDeadline: false },
    ]);
    expect(document.body.textContent, 'the pane says so').toContain(`Snoozed until ${planned(NOON + HOUR)}`);
    expect(document.querySelector('.hot'), 'the customer waits all the same').toBeTruthy();
    toasts.list.at(-1)?.action?.run();
    await settled();
    expect(fake.leads[0]?.snoozedUntil, 'taken back').toBeNull();
  });

  it('stands in the alert of a waiting customer, else below the head, and never twice', async () => {
    const { pane } = await open(hot(31));
    const alert = document.querySelector<HTMLElement>('.alert');
    expect(screen.getAllByRole('button', { name: /^Snooze/ }).length, 'one').toBe(1);
    expect(alert && within(alert).getByRole('button', { name: /^Snooze/ }), 'in the alert').toBeTruthy();
    pane.unmount();
    unlisten();
    await open(accepted());
    expect(await openMenu(), 'an accepted lead too, without an alert').toBeTruthy();
  });

  it('is not offered where nothing reminds any more', async () => {
    await open(fakeLead({ id: 1, stage: 'archived', outcome: 'won', archivedAt: NOON }));
    await press('s');
    await settled();
    expect(screen.queryByRole('button', { name: /^Snooze/ }), 'archived is final').toBeNull();
    expect(screen.queryByRole('menu'), 'the key is dead too').toBeNull();
  });

  it('gives the focus back, and rests while someone types Korean', async () => {
    await open(hot(31));
    await press('s', { isComposing: true });
    await press('ㄴ', { code: 'KeyS', keyCode: 229 });
    await settled();
    expect(screen.queryByRole('menu'), 'a syllable is no shortcut').toBeNull();
    await press('ㄴ', { code: 'KeyS' });
    await screen.findByRole('menu');
    await press('Escape');
    await settled();
    expect(screen.queryByRole('menu'), 'closed').toBeNull();
    expect(document.activeElement?.textContent, 'on its button').toContain('Snooze');
  });

  it('is among the keys', async () => {
    await open(hot(31));
    expect([isPossible('snooze'), isPossible('followUp')], 'both can be done').toEqual([true, true]);
  });

  it('opens by a one-shot as soon as its lead is there', async () => {
    const { fake, desk, pane } = await open(hot(31), fakeLead({ id: 2 }));
    await pane.rerender({ id: 2, ...desk, snoozeAsked: 2 });
    expect(await screen.findByRole('menu', { name: 'Snooze' }), 'open').toBeTruthy();
    const of = fake.calls.filter(({ command }) => command === 'snooze_choices').map(({ request }) => request);
    expect(of, 'of that lead, once').toEqual([{ id: 2 }]);
  });

  it('tells that the core does not answer', async () => {
    const { fake } = await open(hot(31));
    fake.fail('snooze_choices', { code: 'busy' });
    await press('s');
    await settled();
    expect(toasts.list.length, 'not a silent nothing').toBe(1);
    expect(await openMenu(), 'and it can be tried again').toBeTruthy();
  });
});

describe('a snooze that the core is slow to answer', () => {
  /** Holds the answer back until it is let go. */
  function slowed(fake: Awaited<ReturnType<typeof open>>['fake']) {
    const answer = fake.call.bind(fake);
    let letGo = () => {
      // not asked yet
    };
    const held = new Promise<void>((resolve) => (letGo = resolve));
    fake.call = async (command, request) => {
      if (command === 'snooze_lead') await held;
      return answer(command, request);
    };
    return { letGo: () => letGo() };
  }

  it('does not take away the form that was asked for meanwhile, which is of the snoozed lead', async () => {
    const { fake } = await open(hot(31));
    const { letGo } = slowed(fake);
    await choose(await openMenu(), /In an hour/);
    await press('d');
    await settled();
    letGo();
    await waitFor(() => expect(document.querySelector('dialog[open]'), 'the form is there, and stays').toBeTruthy());
    await settled();
    await fireEvent.click(within(dialog()).getAllByRole('radio')[0] as HTMLElement);
    await send();
    expect(document.querySelector('dialog[open]'), 'it is sent').toBeNull();
    expect(fake.leads[0]?.stage, 'and taken, being of the newest revision').toBe('archived');
  });

  it('opens no form of a lead that was left meanwhile', async () => {
    const { fake, pane } = await open(hot(31), fakeLead({ id: 2 }));
    const { letGo } = slowed(fake);
    await choose(await openMenu(), /In an hour/);
    await press('d');
    await pane.rerender({ id: 2 });
    letGo();
    await settled();
    await settled();
    expect(document.querySelector('dialog[open]'), 'what was asked of the first is not done to the second').toBeNull();
  });
});

describe('past the deadline', () => {
  it('is asked for in plain words, and only then sent', async () => {
    const { fake } = await open(hot(2));
    const menu = await openMenu();
    expect(menu.textContent, 'the menu warns already').toContain('The 72 hours are over by then');
    await choose(menu, /Tomorrow morning/);
    expect(sent(fake), 'not yet').toEqual([]);
    expect(dialog().textContent, 'what it means').toContain('By then the 72 hours to contact Customer 1 are over');
    expect(document.activeElement?.textContent, 'the careful answer is at hand').toContain('Choose another time');
    await click('Snooze anyway');
    await settled();
    const { choices: offered } = await choices(fake);
    const until = offered.find(({ kind }) => kind === 'tomorrow')?.until;
    expect(sent(fake), 'the core is told that the user was asked').toEqual([
      { id: 1, revision: 1, until, pastDeadline: true },
    ]);
  });

  it('can be answered with another time', async () => {
    const { fake } = await open(hot(2));
    await choose(await openMenu(), /Tomorrow morning/);
    await click('Choose another time');
    const [on = '', at = ''] = localInput(NOON + 1.5 * HOUR).split(' ');
    await type(/Date/, on);
    await type(/Time/, at);
    await send();
    expect(sent(fake), 'before the deadline no question is left').toEqual([
      { id: 1, revision: 1, until: NOON + 1.5 * HOUR, pastDeadline: false },
    ]);
  });

  it('is asked by the core’s clock when the window’s is behind', async () => {
    const { fake } = await open(hot(2));
    const menu = await openMenu();
    // Half an hour passes, and less than an hour is left; the window still thinks that there are two.
    const why = { rule: 'pastDeadline', topic: 'contact', deadline: NOON + HOUR / 2 } as const;
    fake.fail('snooze_lead', { code: 'notAllowed', why });
    await choose(menu, /In an hour/);
    await settled();
    expect(dialog().textContent, 'the same question').toContain('By then the 72 hours to contact Customer 1 are over');
    expect(toasts.list, 'instead of an error').toEqual([]);
    await click('Snooze anyway');
    await settled();
    expect(sent(fake).at(-1), 'now it is meant').toMatchObject({ until: NOON + HOUR, pastDeadline: true });
    expect(fake.leads[0]?.snoozedUntil, 'and done').toBe(NOON + HOUR);
  });

  it('is about the answer where no customer waits', async () => {
    await open(fakeLead({ id: 1, respondBy: NOON + 2 * HOUR }));
    const menu = await openMenu();
    expect(menu.textContent, 'in the menu').toContain('The lead has expired by then');
    await choose(menu, /Tomorrow morning/);
    expect(dialog().textContent, 'in the question').toContain('has expired and cannot be accepted any more');
  });

  it('goes back to the form when the lead was changed meanwhile', async () => {
    const { fake } = await open(hot(2));
    await choose(await openMenu(), /Tomorrow morning/);
    fake.change(1, { favorite: true });
    await click('Snooze anyway');
    await settled();
    expect(dialog().textContent, 'what happened').toContain('Somebody changed this lead');
    await click('Load the new state');
    await settled();
    await send();
    await click('Snooze anyway');
    await settled();
    expect(fake.leads[0]?.snoozedUntil, 'with the new state it goes through').not.toBeNull();
  });
});

describe('a time of one’s own', () => {
  it('is typed as a day and a time', async () => {
    const { fake } = await open(accepted());
    await choose(await openMenu(), /Another time/);
    await type(/Time/, '오후 3시');
    await send();
    const [request] = sent(fake) as { until: number }[];
    expect(localInput(request?.until ?? 0), 'tomorrow was proposed').toBe(`${dayOf(NOON + DAY)} 15:00`);
  });

  it('that is over or no time is said at its field', async () => {
    const { fake } = await open(accepted());
    await choose(await openMenu(), /Another time/);
    await type(/Time/, 'soon');
    await send();
    expect(dialog().textContent, 'no time').toContain('This is not a time.');
    await type(/Date/, dayOf(NOON - DAY));
    await type(/Time/, '9');
    await send();
    const on = within(dialog()).getByLabelText(/Date/);
    expect(on.getAttribute('aria-invalid'), 'the day is over').toBe('true');
    expect(document.activeElement, 'and has the focus').toBe(on);
    expect(sent(fake), 'nothing was sent').toEqual([]);
  });

  it('that only the core finds wrong is said there too', async () => {
    const { fake } = await open(accepted());
    await choose(await openMenu(), /Another time/);
    fake.fail('snooze_lead', { code: 'invalid', fields: [{ field: 'until', problem: 'outOfRange' }] });
    await send();
    expect(within(dialog()).getByLabelText(/Date/).getAttribute('aria-invalid'), 'at the day').toBe('true');
  });
});

describe('a snoozed lead', () => {
  it('is woken before its time', async () => {
    const { fake } = await open(accepted({ snoozedUntil: NOON + HOUR }));
    await click('End snooze');
    await settled();
    expect(sent(fake), 'no instant any more').toEqual([{ id: 1, revision: 1, until: null, pastDeadline: false }]);
    expect(screen.queryByText(/Snoozed until/), 'and the line is gone').toBeNull();
    expect(document.activeElement?.tagName, 'the focus is not lost with it').toBe('H1');
    expect(toasts.list.at(-1)?.action?.label, 'it can be taken back').toBe('Undo');
  });

  it('wakes by itself without asking the core', async () => {
    const { fake } = await open(accepted({ snoozedUntil: NOON + HOUR }));
    expect(screen.getByText(/Snoozed until/), 'asleep').toBeTruthy();
    const before = fake.calls.length;
    clock.sync(NOON + HOUR);
    await tick();
    expect(screen.queryByText(/Snoozed until/), 'awake').toBeNull();
    expect(fake.calls.length, 'by the clock alone').toBe(before);
  });

  it('speaks Korean', async () => {
    language.choose('ko');
    await open(accepted({ snoozedUntil: NOON + HOUR }));
    await waitFor(() => expect(screen.getByText(`${planned(NOON + HOUR)}에 다시 알림`)).toBeTruthy());
  });
});
