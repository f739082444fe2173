// A list that changes while it is read: each row stands in it once, and what the user looks at stays where it is.
import { describe, expect, it, vi } from 'vitest';
import { useBackend } from '$lib/api';
import { fakeLead, FakeBackend, manyLeads, NOON } from '$lib/api/fake';
import type { LeadDetail } from '$lib/api/generated';
import { Leads } from './leads.svelte';
import { Selection } from './selection.svelte';

async function listOf(given: LeadDetail[]) {
  const fake = new FakeBackend({ leads: given });
  useBackend(fake);
  const failures: unknown[] = [];
  const leads = new Leads((reason) => failures.push(reason));
  await leads.show({});
  return { fake, leads, failures };
}

/** More urgent than all others, so that it stands first. */
const first = (id: number) => fakeLead({ id, receivedAt: NOON - 13.9 * 24 * 3_600_000 });
const known = (leads: Leads) =>
  [...Array(leads.total).keys()].flatMap((at) => {
    const row = leads.row(at);
    return row ? [row.id] : [];
  });

describe('another list', () => {
  async function reversed() {
    const { leads } = await listOf(manyLeads(450));
    await leads.see(0, 9);
    const before = leads.drawn(15)?.id;
    await leads.setOrder({ by: 'timeLeft', descending: true });
    expect(leads.row(15)?.id, 'it is another list').not.toBe(before);
    return { leads, before };
  }

  it('is drawn where it is seen at once, and out of sight a frame later', async () => {
    const { leads, before } = await reversed();
    expect(leads.drawn(9)?.id, 'what is in sight is not waited for').toBe(leads.row(9)?.id);
    expect(leads.drawn(15)?.id, 'what nobody sees holds nothing up').toBe(before);
    await vi.waitFor(() => expect(leads.drawn(15)?.id, 'it follows by itself').toBe(leads.row(15)?.id));
  });

  it('is drawn as far as one scrolls, however soon', async () => {
    const { leads } = await reversed();
    void leads.see(8, 17);
    expect(leads.drawn(15)?.id, 'no row of the list before comes into sight').toBe(leads.row(15)?.id);
  });
});

describe('a list that changes underneath', () => {
  it('has each row once, for all its pages are of the very same list', async () => {
    const { fake, leads } = await listOf(manyLeads(450));
    fake.leads = [...fake.leads, first(9001), first(9002), first(9003)];
    await leads.see(120, 150);
    await leads.see(220, 250);
    const ids = known(leads);
    expect(new Set(ids).size, 'no lead twice').toBe(ids.length);
    expect(leads.total, 'those that came in since are not of this list').toBe(450);
    expect(leads.asked.list, 'it is asked for by its number').not.toBeNull();
  });

  it('stays where it is on the screen when leads come in above', async () => {
    const { fake, leads } = await listOf(manyLeads(450));
    await leads.see(120, 130);
    await leads.selectAt(125);
    const [seen, open, turn] = [leads.row(120)?.id, leads.selected, leads.moved.turn];
    fake.leads = [...fake.leads, first(9001), first(9002)];
    await leads.refetch();
    expect(leads.moved, 'the window is told by how much').toEqual({ by: 2, turn: turn + 1 });
    expect([leads.row(122)?.id, leads.selected, leads.selectedIndex]).toEqual([seen, open, 127]);
  });

  it('shows what came in where the user is at its top', async () => {
    const { fake, leads } = await listOf(manyLeads(50));
    fake.leads = [...fake.leads, first(9001)];
    await leads.refetch();
    expect([leads.row(0)?.id, leads.moved.by]).toEqual([9001, 0]);
  });

  it('knows the place of the open lead, though it is far from what is in sight', async () => {
    const { fake, leads } = await listOf(manyLeads(900));
    await leads.selectAt(3);
    const follows = leads.row(4)?.id;
    await leads.see(700, 710);
    fake.leads = [...fake.leads];
    await leads.refetch();
    expect(leads.selectedIndex).toBe(3);
    await leads.next();
    expect(leads.selected, 'the next is the next').toBe(follows);
  });

  it('has no hole where leads were removed', async () => {
    const { fake, leads } = await listOf(manyLeads(250));
    const gone = new Set([...Array(10).keys()].map((at) => leads.row(90 + at)?.id));
    fake.leads = fake.leads.filter(({ id }) => !gone.has(id));
    await leads.see(100, 120);
    await leads.selectAt(95);
    expect(leads.selected, 'what is known can be opened').not.toBeNull();
    await leads.refetch();
    expect([leads.total, leads.row(95) !== undefined, leads.row(99) !== undefined]).toEqual([240, true, true]);
  });

  it('goes on from a list that the core has forgotten', async () => {
    const { fake, leads, failures } = await listOf(manyLeads(450));
    fake.lists.forget();
    fake.leads = fake.leads.slice(20);
    await leads.see(300, 320);
    await leads.refetch();
    const ids = known(leads);
    expect([leads.total, new Set(ids).size, failures], 'nothing of the old list is left').toEqual([
      430,
      ids.length,
      [],
    ]);
  });

  it('keeps the rows where they are when the core has forgotten it and it is made anew', async () => {
    const { fake, leads } = await listOf(manyLeads(450));
    await leads.selectAt(97);
    const [seen, open] = [leads.row(95)?.id, leads.selected];
    fake.lists.forget();
    fake.leads = [...fake.leads, first(9001), first(9002)];
    await leads.see(95, 110);
    expect([leads.row(97)?.id, leads.moved.by], 'nothing jumps: the window is told by how much').toEqual([seen, 2]);
    expect([leads.selected, leads.selectedIndex], 'the open lead is the open lead').toEqual([open, 99]);
    expect(leads.row(112), 'and what came into sight is there').toBeDefined();
  });

  it('marks the same stretch when leads came in above it, also where the core has forgotten the list', async () => {
    const { fake, leads } = await listOf(manyLeads(450));
    const selection = new Selection(leads);
    await leads.see(10, 30);
    const meant = [12, 13, 14, 15, 16].map((at) => leads.row(at)?.id);
    selection.toggle(12);
    fake.leads = [...fake.leads, first(9001), first(9002)];
    await leads.refetch();
    await selection.extend(leads.indexOf(meant[4] ?? 0));
    expect(selection.ids, 'from the lead that was marked, wherever it stands by now').toEqual(meant);
    fake.lists.forget();
    fake.leads = [...fake.leads, first(9003)];
    await selection.extend(leads.indexOf(meant[3] ?? 0));
    expect(selection.ids, 'the two leads that one saw are its ends').toEqual(meant.slice(0, 4));
  });

  it('is read once more when it changes while it is read, not once for each change', async () => {
    const { fake, leads } = await listOf(manyLeads(50));
    const before = fake.called('list_leads');
    await Promise.all([leads.refetch(), leads.refetch(), leads.refetch(), leads.refetch()]);
    expect(fake.called('list_leads') - before).toBe(2);
  });

  it('is read where a dragged bar comes to rest, not where it only passes', async () => {
    const { fake, leads } = await listOf(manyLeads(5000));
    const before = fake.called('list_leads');
    for (let at = 1; at < 40; at++) void leads.see(at * 120, at * 120 + 15);
    await leads.see(4900, 4915);
    expect(leads.row(4905), 'it is there').toBeDefined();
    expect(fake.called('list_leads') - before, 'and little else was asked for').toBeLessThan(6);
  });

  it('forgets what is far away, but not the open lead', async () => {
    const { leads } = await listOf(manyLeads(6000));
    await leads.selectAt(2);
    for (let at = 0; at < 59; at++) await leads.see(at * 100, at * 100 + 60);
    expect(known(leads).length, 'a long list is never all in memory').toBeLessThan(3000);
    expect(leads.selectedIndex).toBe(2);
  });
});
