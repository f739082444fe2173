// One action on many leads as a person does it: the preview, what is left out and why, progress, cancel, undo.
import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { onDesk, useBackend } from '$lib/api';
import { fakeLead, FakeBackend, manyLeads, NOON } from '$lib/api/fake';
import type { LeadDetail } from '$lib/api/generated';
import { DAY } from '$lib/format';
import { clock, desk, leads as list, selection, toasts, undoOffers } from '$lib/state';
import { bulk } from './bulk.svelte';
import BulkBar from './BulkBar.svelte';
import type { Task } from './bulkForm';
import ManyLeads from './ManyLeads.svelte';

const mixed: LeadDetail[] = [
  fakeLead({ id: 1 }),
  fakeLead({ id: 2 }),
  fakeLead({ id: 3, stage: 'accepted', acceptedAt: NOON }),
  fakeLead({ id: 4, stage: 'archived', archivedAt: NOON, outcome: 'won' }),
  fakeLead({ id: 5, receivedAt: NOON - 20 * DAY }),
];

async function open(task: Task, leads = mixed, ids = leads.map(({ id }) => id)) {
  const fake = new FakeBackend({ leads });
  useBackend(fake);
  clock.sync(NOON);
  await desk.reloadSettings();
  const end = onDesk((event) => bulk.hear(event));
  render(ManyLeads);
  render(BulkBar);
  bulk.ask({ task, scope: { kind: 'leads', ids }, count: ids.length });
  await waitFor(() => expect(bulk.foreseeing, 'a preview without fields is there').toBe(false));
  return { fake, end };
}

const dialog = () => screen.getByRole('dialog');
const press = (name: string | RegExp) => fireEvent.click(within(dialog()).getByRole('button', { name }));
const said = () => toasts.list.at(-1)?.text;
const requests = (fake: FakeBackend, command: string) =>
  fake.calls.filter((call) => call.command === command).map((call) => call.request);

async function declinePreview(leads = mixed) {
  const opened = await open('decline', leads);
  await fireEvent.click(screen.getByLabelText('Report as abuse, spam or phishing'));
  await press('Preview');
  await waitFor(() => expect(bulk.plan, 'the preview is there').not.toBeNull());
  return opened;
}

describe('the preview', () => {
  it('says how many will be changed, who is told, and why the others stay', async () => {
    const { fake } = await declinePreview();
    expect(requests(fake, 'foresee_bulk'), 'exactly what was marked and typed').toEqual([
      { action: { kind: 'decline', reason: 7, notes: '' }, scope: { kind: 'leads', ids: [1, 2, 3, 4, 5] } },
    ]);
    const text = dialog().textContent ?? '';
    expect(text, 'the two that can be declined').toContain('2 leads will be declined');
    expect(text, 'by name').toContain('Customer 1, Customer 2');
    expect(text, 'who hears of it').toContain('2 customers will be told');
    expect(text, 'how long there is a way back').toContain('can be undone for 30 seconds');
    expect(text, 'three are left out').toContain('3 leads stay as they are');
    const reasons = within(dialog())
      .getAllByRole('listitem')
      .map((item) => item.textContent?.replace(/\s+/g, ' ').trim());
    expect(reasons, 'each with its reason and its customers').toEqual([
      '1 Accepted already: only received leads can be declined Customer 3',
      '1 Archived: what is archived stays as it is Customer 4',
      '1 The time to respond is over Customer 5',
    ]);
    expect(within(dialog()).getByRole('button', { name: 'Decline 2 leads' }), 'the button says it').toBeTruthy();
    expect(document.activeElement?.tagName, 'Enter alone declines nobody').toBe('H3');
  });

  it('wants a reason first and asks the core nothing without one', async () => {
    const { fake } = await open('decline');
    await press('Preview');
    expect(screen.getByText('Please choose one.'), 'what is missing').toBeTruthy();
    expect(fake.called('foresee_bulk'), 'nothing was asked').toBe(0);
  });

  it('puts what only the core refuses at its field', async () => {
    const { fake } = await open('addEmployee');
    fake.fail('foresee_bulk', { code: 'invalid', fields: [{ field: 'employee.email', problem: 'notAnEmail' }] });
    await fireEvent.input(screen.getByLabelText(/^Name/), { target: { value: 'Kim' } });
    await press('Preview');
    await waitFor(() => expect(screen.getByLabelText(/^E-mail/).getAttribute('aria-invalid')).toBe('true'));
  });

  it('of leads that all stay offers nothing to run', async () => {
    await open('favorite', [fakeLead({ id: 1, favorite: true }), fakeLead({ id: 2, favorite: true })]);
    expect(dialog().textContent, 'said as it is').toContain('Nothing to do: all 2 selected leads stay as they are');
    expect(dialog().textContent, 'and why').toContain('Favorites already');
    const buttons = within(dialog()).getAllByRole('button');
    expect(
      buttons.map((button) => button.getAttribute('aria-label') ?? button.textContent?.trim()),
      'only the way out',
    ).toEqual(['Close', 'Close']);
  });

  it('of leads that are gone says so', async () => {
    await open('favorite', [], [1, 2]);
    expect(dialog().textContent, 'not that they cannot be changed').toContain('None of the selected leads is there');
  });

  it('that fails can be asked for again', async () => {
    const { fake } = await open('setCampaign');
    fake.fail('foresee_bulk', { code: 'busy' });
    await press('Preview');
    expect((await within(dialog()).findByRole('alert')).textContent, 'why').toContain('being used');
    await press('Preview');
    await waitFor(() => expect(bulk.plan, 'now it is there').not.toBeNull());
  });

  it('is dropped with the dialog, and on the way back to the fields', async () => {
    const { fake } = await declinePreview();
    await press('Back');
    expect(requests(fake, 'drop_bulk'), 'one plan at a time').toEqual([{ plan: 1 }]);
    await press('Preview');
    await waitFor(() => expect(bulk.plan?.plan).toBe(2));
    await fireEvent.keyDown(dialog(), { key: 'Escape' });
    await press('Leave without saving');
    expect(screen.queryByRole('dialog'), 'closed').toBeNull();
    expect(requests(fake, 'drop_bulk'), 'nothing waits in the core').toEqual([{ plan: 1 }, { plan: 2 }]);
  });

  it('that comes after the dialog was closed is dropped', async () => {
    const fake = new FakeBackend({ leads: mixed });
    useBackend(fake);
    bulk.ask({ task: 'favorite', scope: { kind: 'leads', ids: [1] }, count: 1 });
    bulk.close();
    await waitFor(() => expect(fake.called('drop_bulk'), 'nobody waits for it').toBe(1));
    expect(bulk.plan, 'and it is not shown').toBeNull();
  });

  it('has nothing that axe minds', async () => {
    await declinePreview();
    const { violations } = await axe.run(dialog(), { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});

describe('nothing selected', () => {
  it('is said instead of an empty dialog', () => {
    useBackend(new FakeBackend());
    bulk.ask({ task: 'decline', scope: { kind: 'leads', ids: [] }, count: 0 });
    expect(bulk.asked, 'no dialog').toBeNull();
    expect(said()).toBe('No lead is selected.');
  });
});

describe('doing it', () => {
  it('tells how many were changed and takes all of it back by one undo', async () => {
    const { fake } = await declinePreview();
    await press('Decline 2 leads');
    await waitFor(() => expect(screen.queryByRole('dialog'), 'done').toBeNull());
    expect(said(), 'the number, and who stayed').toBe(
      '2 leads declined. The notices are in the outbox. 3 stayed as they were.',
    );
    expect(fake.leads.filter(({ outcome }) => outcome === 'declined').length, 'it is so').toBe(2);
    expect(toasts.list.at(-1)?.until, 'as long as the core offers it').toBe(NOON + 30_000);
    fake.bulk.staying = 1;
    toasts.list.at(-1)?.action?.run();
    await waitFor(() => expect(said(), 'and who stayed, and why').toContain('Undone: 1 lead is as it was. 1 stayed'));
    expect(fake.leads.filter(({ stage }) => stage === 'received').length, 'all three again').toBe(3);
  });

  it('can still be taken back by whoever asked for it too early', async () => {
    const { fake } = await open('favorite');
    await press('Add 5 leads to favorites');
    await waitFor(() => expect(said()).toContain('5 leads added'));
    bulk.working = { action: null, plan: null, done: 0, total: 0, cancelling: false };
    undoOffers.takeBack(clock.now);
    expect(fake.called('undo_bulk'), 'another one is still going on').toBe(0);
    bulk.working = null;
    undoOffers.takeBack(clock.now);
    await waitFor(() => expect(fake.called('undo_bulk'), 'the offer was kept').toBe(1));
  });

  it('offers no undo where there is none', async () => {
    const { fake } = await declinePreview();
    fake.settings = { ...fake.settings, undoSeconds: 0 };
    await press('Decline 2 leads');
    await waitFor(() => expect(said()).toContain('2 leads declined'));
    expect(toasts.list.at(-1)?.action, 'it is switched off').toBeUndefined();
  });

  it('shows how far it is, and goes on over the desk when the dialog is closed', async () => {
    const { fake } = await declinePreview(manyLeads(300));
    fake.bulk.held = true;
    await press('Decline 300 leads');
    await waitFor(() => expect(within(dialog()).getByRole('progressbar').getAttribute('value')).toBeTruthy());
    expect(dialog().textContent, 'in numbers').toContain('100 of 300');
    await press('Go on working');
    const bar = screen.getByRole('group', { name: 'Action on many leads' });
    expect(bar.textContent, 'the line over the desk says it').toContain('Declining leads');
    fake.emit({ event: 'bulkProgress', verb: 'decline', done: 200, total: 300 });
    await waitFor(() => expect(bar.textContent, 'and follows').toContain('200 of 300'));
    bulk.ask({ task: 'favorite', scope: { kind: 'leads', ids: [1] }, count: 1 });
    expect(bulk.asked, 'one after the other').toBeNull();
    fake.bulk.finish();
    await waitFor(() => expect(screen.queryByRole('group', { name: 'Action on many leads' })).toBeNull());
    expect(said()).toContain('300 leads declined');
  });

  it('can be cancelled, and then nothing is changed', async () => {
    const { fake } = await declinePreview();
    fake.bulk.held = true;
    await press('Decline 2 leads');
    await press('Cancel');
    await waitFor(() => expect(said()).toBe('Cancelled. No lead was changed.'));
    expect(screen.queryByRole('dialog'), 'the dialog is done with').toBeNull();
    expect(
      fake.leads.some(({ outcome }) => outcome === 'declined'),
      'none',
    ).toBe(false);
  });

  it('being taken back can be cancelled, and is offered again then', async () => {
    const { fake } = await declinePreview();
    await press('Decline 2 leads');
    await waitFor(() => expect(said()).toContain('2 leads declined'));
    fake.bulk.held = true;
    toasts.list.at(-1)?.action?.run();
    const bar = await screen.findByRole('group', { name: 'Action on many leads' });
    await fireEvent.click(within(bar).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(said()).toBe('Cancelled. No lead was changed.'));
    expect(fake.leads.filter(({ outcome }) => outcome === 'declined').length, 'they stay declined').toBe(2);
    expect(toasts.list.at(-1)?.action?.label, 'there is still time').toBe('Undo');
  });

  it('that fails says why and keeps what was typed', async () => {
    const { fake } = await declinePreview();
    fake.bulk.held = true;
    await press('Decline 2 leads');
    fake.emit({ event: 'bulkStopped', verb: 'decline', error: { code: 'diskFull' } });
    expect((await within(dialog()).findByRole('alert')).textContent, 'why').toContain('disk');
    expect(bulk.form.reason, 'the reason is still chosen').toBe(7);
  });

  it('by a plan that is gone asks to look again', async () => {
    const { fake } = await open('favorite');
    fake.fail('run_bulk', { code: 'notFound' });
    await press('Add 5 leads to favorites');
    expect((await within(dialog()).findByRole('alert')).textContent).toContain('does not hold any more');
    await press('Look again');
    await waitFor(() => expect(bulk.plan?.plan, 'a new one').toBe(2));
    await press('Add 5 leads to favorites');
    await waitFor(() => expect(said()).toBe('5 leads added to favorites.'));
  });

  it('is run once by a double click', async () => {
    const { fake } = await open('favorite');
    fake.bulk.held = true;
    const form = dialog().querySelector('form');
    if (form) await Promise.all([fireEvent.submit(form), fireEvent.submit(form)]);
    expect(fake.called('run_bulk')).toBe(1);
  });

  it('takes the marks of declined leads away, and of others not', async () => {
    const { fake } = await open('favorite');
    await list.show({});
    selection.toggle(0);
    await press('Add 5 leads to favorites');
    await waitFor(() => expect(said()).toContain('favorites'));
    expect(selection.count, 'more can be done with them').toBe(1);
    bulk.ask({ task: 'decline', scope: { kind: 'leads', ids: [1] }, count: 1 });
    await fireEvent.click(await screen.findByLabelText('Report as abuse, spam or phishing'));
    await press('Preview');
    await waitFor(() => expect(bulk.plan).not.toBeNull());
    await press('Decline 1 lead');
    await waitFor(() => expect(fake.leads[0]?.stage).toBe('archived'));
    expect(selection.count, 'they have left the list').toBe(0);
  });
});

describe('the campaign', () => {
  it('can be taken from those in use', async () => {
    const deal = { ...fakeLead({ id: 1 }).deal, campaignId: 'Spring 2026' };
    await open('setCampaign', [fakeLead({ id: 1, deal }), fakeLead({ id: 2 })]);
    await fireEvent.click(await screen.findByRole('button', { name: /Spring 2026/ }));
    await press('Preview');
    await waitFor(() => expect(dialog().textContent).toContain('1 lead will get this campaign'));
    expect(dialog().textContent, 'the other has it').toContain('Has this campaign already');
  });

  it('left empty is taken away, and the button says so', async () => {
    const deal = { ...fakeLead({ id: 1 }).deal, campaignId: 'Spring 2026' };
    const { fake } = await open('setCampaign', [fakeLead({ id: 1, deal })]);
    await press('Preview');
    await waitFor(() => expect(bulk.plan).not.toBeNull());
    await press('Take the campaign from 1 lead');
    await waitFor(() => expect(fake.leads[0]?.deal.campaignId).toBeNull());
  });
});
