// What the alarm has to say in the window, on the fake core: the bell, the lines over the desk, what was done outside, the
// closing question.
import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { useBackend } from '$lib/api';
import { FakeBackend, NOON, type FakeDesk } from '$lib/api/fake';
import { DAY, HOUR, MINUTE } from '$lib/format';
import { desk, leads } from '$lib/state';
import type { Digest, Reminder } from '$lib/api/generated';
import App from './App.svelte';

async function open(given: FakeDesk = {}) {
  const fake = new FakeBackend(given);
  useBackend(fake);
  render(App);
  await waitFor(() => expect(leads.loaded, 'the first list is there').toBe(true));
  return fake;
}

async function openBell(name: string | RegExp = /^Reminders/) {
  await fireEvent.click(screen.getByRole('button', { name }));
  const panel = await screen.findByRole('dialog', { name: 'Reminders' });
  await waitFor(() => expect(within(panel).queryAllByRole('button').length, 'the bell was read').toBeGreaterThan(0));
  return panel;
}

const plain = (element: Element) => (element.textContent ?? '').replace(/[\s\u202f]+/g, ' ');
const reminder = (over: Partial<Reminder> = {}): Reminder => ({
  id: 1,
  leadId: 4,
  customer: 'Adventure Works Cycles',
  kind: 'hotLeft',
  topic: 'contact',
  dueAt: NOON - HOUR,
  deadline: NOON + 5 * HOUR,
  shownAt: NOON - HOUR,
  failure: null,
  settled: null,
  note: null,
  read: true,
  digestId: null,
  ...over,
});
const digest = (over: Partial<Digest> = {}): Digest => ({
  id: 1,
  toldAt: NOON - HOUR,
  since: NOON - 10 * HOUR,
  away: true,
  fellDue: 2,
  expired: 0,
  ...over,
});

describe('the bell', () => {
  it('lists what fell due, says what was not shown, and is read by opening', async () => {
    const fake = await open({ reminders: [reminder({ shownAt: null, failure: 'no server', read: false })] });
    const panel = await openBell('Reminders, 1 unread');
    await waitFor(() => expect(panel.textContent).toContain('The system did not show this one.'));
    expect(panel.textContent, 'what was left when it fell due').toContain('6 hours left to contact the customer');
    await waitFor(() => expect(fake.reminders[0]?.read, 'opening marks it read').toBe(true));
    expect(await screen.findByRole('button', { name: 'Reminders' }), 'nothing is unread').toBeTruthy();
    await fireEvent.click(within(panel).getByRole('button', { name: /Adventure Works/ }));
    await waitFor(() => expect(leads.selected, 'a click opens the lead').toBe(4));
  });

  it('counts what is unread where it can be seen', async () => {
    await open({ reminders: Array.from({ length: 120 }, (_, at) => reminder({ id: at + 1, read: false })) });
    const bell = screen.getByRole('button', { name: 'Reminders, 120 unread' });
    const badge = bell.querySelector('[data-count]');
    expect(badge?.getAttribute('data-count'), 'more than ninety-nine is many').toBe('99+');
  });

  it('says of each reminder when it was shown and what was done since', async () => {
    const contacted = { action: 'contacted', at: NOON - 10 * MINUTE } as const;
    await open({
      reminders: [
        reminder({ id: 1, shownAt: NOON - HOUR + 20 * MINUTE, settled: contacted }),
        reminder({ id: 2, leadId: 5, customer: 'Tailspin Toys' }),
      ],
    });
    const [done, pending] = within(await openBell()).getAllByRole('button');
    if (!done || !pending) throw new Error('both are there');
    expect(plain(done), 'shown later than it was due, then contacted').toMatch(/Shown \d+:\d\d.*Contacted \d+:\d\d/);
    expect(plain(pending), 'nothing was done, so nothing is said').not.toContain('Contacted');
    expect(plain(pending)).toContain('Shown at once');
  });

  it('has words for every kind of reminder', async () => {
    const over = { dueAt: NOON - HOUR, deadline: NOON + HOUR };
    const kinds: [Partial<Reminder>, string][] = [
      [{ kind: 'hotArrived' }, 'A customer asks to be contacted'],
      [{ kind: 'hotLeft' }, '2 hours left to contact the customer'],
      [{ kind: 'hotLapsed' }, 'The 72 hours to contact the customer have passed'],
      [{ kind: 'respondLeft', topic: 'answer' }, '2 hours left to respond'],
      [{ kind: 'followUp', topic: 'followUp', note: 'Ask for the order form' }, 'Ask for the order form'],
      [{ kind: 'snoozed', topic: 'contact' }, 'Snooze over: 2 hours left to contact the customer'],
      [{ kind: 'snoozed', topic: 'answer' }, 'Snooze over: 2 hours left to respond'],
      [{ kind: 'snoozed', topic: 'followUp', deadline: NOON - HOUR }, 'The snooze is over'],
      [{ kind: 'snoozed', topic: 'contact', deadline: NOON - DAY }, 'Snooze over: The 72 hours to contact'],
      [{ kind: 'expired', topic: 'answer', deadline: NOON - HOUR }, 'The lead expired without an answer'],
    ];
    await open({ reminders: kinds.map(([kind], at) => reminder({ ...over, ...kind, id: at + 1 })) });
    const lines = within(await openBell()).getAllByRole('button');
    kinds.forEach(([kind, words], at) => expect(plain(lines[at] as Element), kind.kind).toContain(words));
  });

  it('puts what was told as one under one head', async () => {
    await open({
      digests: [digest({ expired: 1 })],
      reminders: [
        reminder({ id: 4, leadId: 1, customer: 'Fabrikam Manufacturing' }),
        reminder({ id: 3, leadId: 4, digestId: 1 }),
        reminder({ id: 2, leadId: 5, customer: 'Tailspin Toys', digestId: 1 }),
        reminder({ id: 1, leadId: 18, customer: 'Trey Research', kind: 'expired', topic: 'answer', digestId: 1 }),
      ],
    });
    const panel = await openBell();
    const group = within(panel).getByRole('region', { name: 'Back after a while' });
    expect(plain(group), 'since when, how many, how many were lost').toMatch(/Since .*: 2 leads fell due, 1 expired\./);
    expect(within(group).getAllByRole('button'), 'its leads stand below it').toHaveLength(3);
    expect(within(group).queryByText(/Fabrikam/), 'what was told alone stands alone').toBeNull();
    expect(group.textContent, 'nothing is left out').not.toContain('more lead');
  });

  it('says how many of thousands it does not list', async () => {
    const told = Array.from({ length: 250 }, (_, at) => reminder({ id: at + 1, leadId: at + 1, digestId: 1 }));
    await open({ digests: [digest({ away: false, fellDue: 10_000, expired: 0 })], reminders: told });
    const group = within(await openBell()).getByRole('region', { name: 'Several at once' });
    expect(within(group).getAllByRole('button'), 'what the core gives').toHaveLength(200);
    expect(group.textContent, 'and how many there are besides').toContain('9,800 more leads are in the list.');
  });
});

describe('the lines over the desk', () => {
  const words = /Notifications do not arrive on this computer/;

  it('say once that bubbles do not arrive, whatever the system says after that', async () => {
    const fake = await open();
    fake.emit({ event: 'notificationsFailure', failure: 'no server' });
    const line = await screen.findByText(words);
    expect(line.title, 'the words of the system are at hand').toBe('no server');
    await fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    for (const failure of ['no answer', null, 'no server']) {
      fake.emit({ event: 'notificationsFailure', failure });
      await waitFor(() => expect(desk.notificationsFailure).toBe(failure));
      expect(screen.queryByText(words), 'it was put away').toBeNull();
    }
    await fireEvent.click(screen.getByRole('button', { name: 'Reminders' }));
    expect(await screen.findByText(words), 'the bell still says it').toBeTruthy();
  });

  it('lead to the test of notifications', async () => {
    await open({ bootstrap: { notificationsFailure: 'no server' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Check' }));
    const settings = await screen.findByRole('dialog', { name: 'Settings' });
    expect(within(settings).getByRole('button', { name: 'Send a test notification' })).toBeTruthy();
  });

  it('say until when the alarm is paused, and end the pause', async () => {
    const fake = await open({ pausedUntil: NOON + 20 * HOUR });
    expect(screen.getByText(/Alarms are paused until/)).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Resume' }));
    await waitFor(() => expect(screen.queryByText(/Alarms are paused/), 'it is over').toBeNull());
    expect(fake.pausedUntil).toBeNull();
  });

  it('say that the alarm cannot write, until it can again', async () => {
    const fake = await open();
    fake.emit({ event: 'alarmTrouble', error: { code: 'diskFull' } });
    const line = await screen.findByText(/The disk is full\. The alarm goes on/);
    expect(line.textContent, 'what follows from it').toContain('some reminders may come again');
    fake.emit({ event: 'alarmTrouble', error: null });
    await waitFor(() => expect(screen.queryByText(/The disk is full/), 'it is over').toBeNull());
  });

  it('say why the window was made small, once', async () => {
    const fake = await open({ bootstrap: { tray: false } });
    fake.emit({ event: 'keptMinimised' });
    expect(await screen.findByText(/The window was minimised instead of hidden/)).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    fake.emit({ event: 'keptMinimised' });
    await waitFor(() => expect(screen.queryByText(/minimised instead of hidden/), 'the user knows').toBeNull());
  });
});

describe('what was done in a notification', () => {
  it('is said by name and can be taken back', async () => {
    const fake = await open();
    const lead = await fake.call('get_lead', { id: 2 });
    await fake.call('mark_contacted', { id: 2, revision: lead.revision, at: fake.now, way: 'phone', note: '' });
    fake.emit({ event: 'doneOutside', id: 2, action: 'contacted' });
    expect(await screen.findByText(/대한민국물산.* is marked as contacted/), 'who and what').toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: /Undo/, hidden: true }));
    await waitFor(() => expect(fake.leads[1]?.contacted, 'it is as before').toBeNull());
  });

  it('offers no way back when that is over', async () => {
    const fake = await open({ settings: { undoSeconds: 0 } });
    const lead = await fake.call('get_lead', { id: 2 });
    const until = fake.now + HOUR;
    await fake.call('snooze_lead', { id: 2, revision: lead.revision, until, pastDeadline: false });
    fake.emit({ event: 'doneOutside', id: 2, action: 'snoozed' });
    expect(await screen.findByText(/대한민국물산.* is snoozed until/)).toBeTruthy();
    expect(
      screen.queryByRole('button', { name: /Undo/, hidden: true }),
      'nothing is offered that is refused',
    ).toBeNull();
  });

  it('says when the lead of a link is not here', async () => {
    const fake = await open();
    fake.emit({ event: 'leadNotHere' });
    expect(await screen.findByText('The lead that this link points to is not here.')).toBeTruthy();
  });

  it('opens the lead whose snooze has to be asked for', async () => {
    const fake = await open();
    fake.emit({ event: 'askSnooze', id: 10 });
    await waitFor(() => expect(leads.selected, 'the lead in its list').toBe(10));
    expect(leads.tab).toBe('qualified');
    expect(await screen.findByRole('menu'), 'its snooze menu opens by itself').toBeTruthy();
    await fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('menu'), 'once').toBeNull());
    fake.emit({ event: 'askSnooze', id: 10 });
    expect(await screen.findByRole('menu'), 'and again when it is asked again').toBeTruthy();
  });
});

describe('closing', () => {
  it('asks whether the alarm shall go on in the tray', async () => {
    const fake = await open();
    fake.emit({ event: 'closingAsked' });
    await fireEvent.click(await screen.findByRole('button', { name: 'Keep the alarm running in the tray' }));
    await waitFor(() => expect(fake.settings.keepInTray, 'the answer is given').toBe(true));
  });

  it('offers a small window where there is no tray, also when it has gone since the start', async () => {
    const fake = await open();
    fake.bootstrap.tray = false;
    fake.emit({ event: 'closingAsked' });
    const dialog = await screen.findByRole('dialog', { name: 'Keep the alarm running?' });
    expect(dialog.textContent, 'no tray is promised').toContain('This desktop has no tray.');
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Keep the alarm running, minimised' }));
    await waitFor(() => expect(fake.settings.keepInTray).toBe(true));
  });
});
