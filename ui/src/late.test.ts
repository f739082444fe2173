// What a core that answers late must not do to what is on the desk by then: other lists, other dialogs, another card.
import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onDesk, useBackend, type Command } from '$lib/api';
import { fakeLead, FakeBackend, manyLeads, NOON } from '$lib/api/fake';
import type { DeskEvent, Notice, Reminder } from '$lib/api/generated';
import { clock, desk, leads, selection } from '$lib/state';
import { deskActions, type DeskWindow } from './deskActions';
import Bell from './features/bell/Bell.svelte';
import { bulk } from './features/bulk/bulk.svelte';
import { Foreseen } from './features/import/foreseen.svelte';
import Palette from './features/keys/Palette.svelte';
import LeadForm from './features/lead/LeadForm.svelte';
import Outbox from './features/outbox/Outbox.svelte';
import ViewDialog from './features/views/ViewDialog.svelte';
import { startDesk } from './startDesk';
import { late } from './testing/late';

async function settled() {
  for (let turn = 0; turn < 12; turn++) await Promise.resolve();
  await tick();
}

function core(over: ConstructorParameters<typeof FakeBackend>[0] = {}): FakeBackend {
  const fake = new FakeBackend(over);
  useBackend(fake);
  clock.sync(NOON);
  return fake;
}

const sent = (fake: FakeBackend, command: Command) =>
  fake.calls.filter((call) => call.command === command).map((call) => call.request);

it('an event is heard from the moment on in which somebody listens', async () => {
  const handlers = new Set<(event: DeskEvent) => void>();
  useBackend({
    call: () => Promise.reject(new Error('nobody asks')),
    listen: async (handler) => {
      // As across the bridge to the core.
      await new Promise((go) => setTimeout(go));
      handlers.add(handler);
      return () => handlers.delete(handler);
    },
  });
  const ends = [onDesk(() => undefined)];
  await vi.waitFor(() => expect(handlers.size).toBe(1));
  const heard = vi.fn();
  ends.push(onDesk(heard));
  handlers.forEach((tell) => tell({ event: 'openWaiting' }));
  expect(heard, 'a lead that is just being opened misses no change').toHaveBeenCalledOnce();
  ends.forEach((end) => end());
});

describe('a form over the board', () => {
  const cards = [fakeLead({ id: 1 }), fakeLead({ id: 2 })];

  it('is not opened for a card that was left before its lead was read', async () => {
    const slow = late(core({ leads: cards }), 'get_lead');
    leads.select(1);
    const onclose = vi.fn();
    render(LeadForm, { id: 1, form: 'decline', onclose });
    leads.select(2);
    await slow.answer();
    await settled();
    expect(document.querySelector('dialog[open]'), 'what was asked of the first is not done').toBeNull();
    expect(onclose).toHaveBeenCalledOnce();
  });

  it('that is gone does not close the one that came after it', async () => {
    const fake = core({ leads: cards });
    fake.fail('get_lead', { code: 'notFound' });
    const slow = late(fake, 'get_lead');
    const onclose = vi.fn();
    render(LeadForm, { id: 1, form: 'decline', onclose }).unmount();
    await slow.answer();
    await settled();
    expect(onclose).not.toHaveBeenCalled();
  });
});

describe('the palette', () => {
  async function open() {
    const fake = core();
    await startDesk();
    const slow = late(fake, 'list_leads');
    const told = { onclose: vi.fn(), onopenlead: vi.fn(), onview: vi.fn(), onpage: vi.fn() };
    const pages = [{ id: 'alarm', text: 'settings-alarm' }] as const;
    const palette = render(Palette, { pages, ...told });
    await settled();
    const field = screen.getByRole('combobox', { hidden: true });
    return { ...told, slow, palette, field };
  }

  it('opens no lead when it was closed before the lead was found', async () => {
    const { slow, palette, field, onopenlead } = await open();
    await fireEvent.input(field, { target: { value: 'relecloud' } });
    await slow.answer();
    await fireEvent.input(field, { target: { value: 'relecloud ' } });
    await fireEvent.keyDown(field, { key: 'Enter' });
    palette.unmount();
    await slow.answer();
    await settled();
    expect(onopenlead, 'Escape means no').not.toHaveBeenCalled();
  });

  it('takes one Enter for one, and means the same however slow the core is', async () => {
    const { slow, field, onopenlead, onpage } = await open();
    await fireEvent.input(field, { target: { value: 'alarm' } });
    await fireEvent.keyDown(field, { key: 'Enter' });
    await settled();
    expect(onpage, 'leads would stand before it').not.toHaveBeenCalled();
    await fireEvent.keyDown(field, { key: 'Enter' });
    await slow.answer();
    await settled();
    expect(onpage, 'there are none').toHaveBeenCalledExactlyOnceWith('alarm');
    expect(onopenlead).not.toHaveBeenCalled();
  });
});

describe('of two answers the one that was asked for last is shown', () => {
  it('by the bell', async () => {
    const reminder = (id: number): Reminder =>
      ({
        id,
        leadId: 1,
        customer: `Customer ${id}`,
        kind: 'hot',
        topic: 'contact',
        dueAt: NOON,
        deadline: NOON + 1,
        hoursBefore: null,
        shownAt: NOON,
        digest: null,
        failure: null,
        note: null,
        settled: null,
        read: true,
      }) as unknown as Reminder;
    const fake = core({ reminders: [reminder(1)] });
    const slow = late(fake, 'list_reminders', true);
    render(Bell, { onopenlead: vi.fn(), oncheck: vi.fn(), onimports: vi.fn(), onundoimport: vi.fn() });
    await fireEvent.click(screen.getByRole('button', { name: /Reminders/ }));
    await settled();
    fake.reminders = [reminder(2)];
    fake.emit({ event: 'changed', leads: [], reminders: true, settings: false });
    await settled();
    expect(slow.held(), 'both are on their way').toBe(2);
    await slow.answer(1);
    await slow.answer(0);
    await settled();
    expect(document.body.textContent, 'the newer one').toContain('Customer 2');
  });
});

it('a mail is opened once, however often it is clicked, and can be marked as sent meanwhile', async () => {
  const notice = { id: 7, leadId: 1, customer: 'Customer 1', kind: 'declinedToCustomer', recipient: 'Sue' } as const;
  const at = { createdAt: NOON, draftedAt: null, sentAt: null };
  const fake = core({ leads: [fakeLead({ id: 1 })], notices: [{ ...notice, ...at, email: null }] as Notice[] });
  await desk.refresh({ query: '' });
  render(Outbox, { onopenlead: vi.fn() });
  await fireEvent.click(screen.getByRole('button', { name: /^Outbox/ }));
  const write = await screen.findByRole('button', { name: 'Write e-mail', hidden: true });
  const slow = late(fake, 'draft_notice');
  for (let click = 0; click < 3; click++) await fireEvent.click(write);
  await fireEvent.click(screen.getByRole('button', { name: 'Mark as sent', hidden: true }));
  await settled();
  expect(slow.held(), 'one mail').toBe(1);
  expect(fake.called('mark_notice_sent'), 'another click on another button counts').toBe(1);
});

it('a view that is being saved is not left, so that its answer closes no other dialog', async () => {
  const fake = core();
  const slow = late(fake, 'save_view');
  const onclose = vi.fn();
  render(ViewDialog, { of: null, keeps: 'Received', onclose });
  const box = screen.getByRole('dialog');
  await fireEvent.input(within(box).getByLabelText(/Name/), { target: { value: 'Large' } });
  await fireEvent.submit(box.querySelector('form') as HTMLFormElement);
  await fireEvent.keyDown(box, { key: 'Escape' });
  expect(onclose, 'it is on its way').not.toHaveBeenCalled();
  await slow.answer();
  await settled();
  expect(onclose).toHaveBeenCalledOnce();
});

it('settings that change quickly are sent one after the other, and the last ones are kept', async () => {
  const fake = core();
  await startDesk();
  const slow = late(fake, 'save_settings');
  const before = desk.settings;
  if (!before) throw new Error('there are settings');
  const saves = [desk.save({ ...before, undoSeconds: 20 }), desk.save({ ...before, undoSeconds: 40 })];
  await settled();
  expect(slow.held(), 'two at once might be written in either order').toBe(1);
  expect(desk.settings?.undoSeconds, 'worn at once').toBe(40);
  await slow.end();
  await Promise.all(saves);
  expect([fake.settings.undoSeconds, desk.settings?.undoSeconds], 'kept').toEqual([40, 40]);
});

it('a heart that is pressed twice is as before, also while the first is on its way', async () => {
  const fake = core({ leads: [fakeLead({ id: 1, favorite: false })] });
  await leads.show({});
  const heart = deskActions({} as DeskWindow).find(({ name }) => name === 'favorite');
  const slow = late(fake, 'set_favorite');
  heart?.run();
  heart?.run();
  await settled();
  await slow.end();
  await settled();
  expect(sent(fake, 'set_favorite')).toEqual([
    { id: 1, favorite: true },
    { id: 1, favorite: false },
  ]);
});

it('a lead that is found late does not take the place of the one that was opened meanwhile', async () => {
  const fake = core({ leads: manyLeads(4) });
  await leads.show({});
  const slow = late(fake, 'locate_lead');
  const first = leads.row(0)?.id;
  void leads.open(leads.row(3)?.id ?? 0);
  leads.select(first ?? null);
  await slow.end();
  expect(leads.selected, 'the one that was clicked last').toBe(first);
  const other = late(fake, 'locate_lead');
  void leads.open(leads.row(3)?.id ?? 0);
  void leads.open(leads.row(2)?.id ?? 0);
  await other.answer(1);
  await other.answer(0);
  expect(leads.selected, 'of two the newer').toBe(leads.row(2)?.id);
});

describe('an action on many leads', () => {
  const ask = (scope: Parameters<typeof bulk.ask>[0]['scope']) => bulk.ask({ task: 'decline', scope, count: 2 });
  let end = () => {
    // nobody listens yet
  };
  beforeEach(() => (end = () => undefined));
  afterEach(() => end());

  it('shows and does what stands in its form, also what was typed while it was being looked at', async () => {
    const fake = core({ leads: manyLeads(4) });
    ask({ kind: 'leads', ids: [1, 2] });
    bulk.form.reason = 7;
    const slow = late(fake, 'foresee_bulk');
    const looking = bulk.foresee();
    bulk.form.notes = 'No capacity.';
    await slow.answer();
    await settled();
    expect(bulk.plan, 'not of the form before').toBeNull();
    await slow.end();
    await looking;
    await waitFor(() => expect(bulk.action).toMatchObject({ kind: 'decline', notes: 'No capacity.' }));
    expect(bulk.foreseeing).toBe(false);
  });

  it('leaves alone what was marked while it went on', async () => {
    const fake = core({ leads: manyLeads(4) });
    await startDesk();
    await leads.show({});
    const told = onDesk((event) => bulk.hear(event));
    end = () => void told();
    selection.toggle(0);
    ask(selection.scope());
    bulk.form.reason = 7;
    await bulk.foresee();
    fake.bulk.held = true;
    await bulk.run();
    selection.toggle(1);
    fake.bulk.finish();
    await settled();
    expect(selection.count, 'these are for what is done next').toBe(2);
  });
});

it('decisions on doubtful rows are told one after the other', async () => {
  const fake = core();
  const slow = late(fake, 'decide_doubtful');
  fake.fail('decide_doubtful', { code: 'busy' });
  const foreseen = new Foreseen(1);
  const both = [foreseen.decide(null, 'add'), foreseen.decide(null, 'leaveOut')];
  await settled();
  expect(slow.held(), 'the last one counts, so it comes last').toBe(1);
  foreseen.forget();
  await slow.end();
  await Promise.all(both);
  expect(fake.called('decide_doubtful'), 'what is about an older dry run is not told any more').toBe(1);
});
