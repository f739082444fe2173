import { afterEach, describe, expect, it, vi } from 'vitest';
import { useBackend } from '$lib/api';
import { FakeBackend, fakeLead, manyLeads, NOON } from '$lib/api/fake';
import type { Settings } from '$lib/api/generated';
import { Clock } from './clock.svelte';
import { Desk } from './desk.svelte';
import { Leads } from './leads.svelte';
import { indexOf, KEPT, moved, near, noRows, pagesOf, rowAt, withPage } from './pagedRows';
import { Viewport } from './viewport.svelte';
import { rowOf } from '$lib/api/fake/listing';

const rowsFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, at) => rowOf(fakeLead({ id: first + at })));

afterEach(() => vi.useRealTimers());

describe('paged rows', () => {
  it('lie on the pages that the window touches', () => {
    expect(pagesOf(95, 205)).toEqual([0, 1, 2]);
    expect(pagesOf(0, -1), 'nothing in sight still asks for the first page').toEqual([0]);
  });

  it('come in whole pages, and the farthest are forgotten when there are many', () => {
    const two = withPage(noRows, { rows: rowsFrom(1, 150), offset: 200, total: 1e6, list: 1 });
    expect([rowAt(two, 200)?.id, rowAt(two, 349)?.id, rowAt(two, 350)], 'both pages').toEqual([1, 150, undefined]);
    expect(indexOf(two, 101), 'the second begins at its place').toBe(300);
    let many = two;
    for (let page = 10; page < 10 + KEPT; page++) {
      many = near(
        withPage(many, { rows: rowsFrom(page * 1000, 100), offset: page * 100, total: 1e6, list: 1 }),
        page,
        [2],
      );
    }
    expect([many.size, many.has(2), many.has(3)], 'but not the one to be kept').toEqual([KEPT, true, false]);
  });

  it('have moved as most of them have', () => {
    const before = withPage(noRows, { rows: rowsFrom(1, 100), offset: 0, total: 100, list: 1 });
    const after = withPage(noRows, { rows: [...rowsFrom(200, 3), ...rowsFrom(1, 97)], offset: 0, total: 103, list: 2 });
    expect(moved(before, after, 20, 40), 'three came in above').toBe(3);
    expect(
      moved(before, withPage(noRows, { rows: [], offset: 0, total: 0, list: 2 }), 20, 40),
      'none is there',
    ).toBeNull();
  });
});

describe('the list', () => {
  async function listOf(count: number) {
    const fake = new FakeBackend({ leads: manyLeads(count) });
    useBackend(fake);
    const leads = new Leads();
    await leads.show({});
    return { fake, leads };
  }

  it('reads only the page in sight, and the others when they come into sight', async () => {
    const { fake, leads } = await listOf(250);
    expect([leads.total, leads.row(150)], 'the second page was not asked for').toEqual([250, undefined]);
    await leads.see(140, 160);
    expect(leads.row(150), 'now it is there').toBeDefined();
    await leads.see(140, 160);
    expect(leads.row(200), 'and so is the next one, before it is needed').toBeDefined();
    expect(fake.called('list_leads'), 'none is read twice').toBe(3);
  });

  it('stays at the place of a lead that left it', async () => {
    const { fake, leads } = await listOf(5);
    await leads.selectAt(2);
    const [left, follows] = [leads.selected, leads.row(3)?.id];
    fake.change(left ?? 0, { stage: 'accepted' });
    await leads.refetch();
    expect(leads.selected, 'what is open stays open').toBe(left);
    await leads.next();
    expect(leads.selected, 'the next one slid into its place').toBe(follows);
  });

  it('ends at both ends', async () => {
    const { leads } = await listOf(2);
    expect([leads.hasPrevious, leads.hasNext]).toEqual([false, true]);
    await leads.next();
    await leads.next();
    expect([leads.selectedIndex, leads.hasNext]).toEqual([1, false]);
  });

  it('goes on to a lead that was not read yet', async () => {
    const { leads } = await listOf(150);
    await leads.selectAt(99);
    await leads.next();
    expect(leads.selectedIndex).toBe(100);
  });

  it('drops the answer to a question that was overtaken', async () => {
    const { leads } = await listOf(50);
    await Promise.all([leads.setQuery('nobody'), leads.setQuery('Customer 49')]);
    expect([leads.total, leads.row(0)?.customer]).toEqual([1, 'Customer 49']);
  });

  it('keeps what it shows when a read fails', async () => {
    const fake = new FakeBackend({ leads: manyLeads(5) });
    useBackend(fake);
    const failures: unknown[] = [];
    const leads = new Leads((reason) => failures.push(reason));
    await leads.show({});
    fake.fail('list_leads', { code: 'busy' });
    await leads.refetch();
    expect([leads.total, failures.length], 'the rows stay and the failure is told').toEqual([5, 1]);
  });
});

describe('the settings', () => {
  async function started() {
    const fake = new FakeBackend();
    useBackend(fake);
    const desk = new Desk();
    await desk.reloadSettings();
    const save = (over: Partial<Settings>) => desk.save({ ...(desk.settings as Settings), ...over });
    return { fake, desk, save };
  }

  it('that are changed twice in a row keep both changes', async () => {
    const { fake, desk, save } = await started();
    await Promise.all([save({ theme: 'dark' }), save({ undoSeconds: 60 })]);
    expect([fake.settings.theme, fake.settings.undoSeconds], 'the core has both').toEqual(['dark', 60]);
    expect(desk.settings, 'and so does the window').toEqual(fake.settings);
  });

  it('go back to what the core has when it refuses, not to what it refused before', async () => {
    const { desk, save } = await started();
    await Promise.allSettled([save({ undoSeconds: 500 }), save({ respondDays: 500 })]);
    expect([desk.settings?.undoSeconds, desk.settings?.respondDays], 'both were refused').toEqual([30, 14]);
  });
});

describe('the clock', () => {
  it('follows the core and ticks on each full quarter of a minute', () => {
    vi.useFakeTimers({ now: 1_000_000_250 });
    const clock = new Clock();
    clock.sync(NOON + 250);
    clock.start();
    vi.advanceTimersByTime(14_749);
    expect(clock.now, 'a tick a second would have the window painted all day').toBe(NOON + 250);
    vi.advanceTimersByTime(1);
    expect(clock.now, 'so that no minute is skipped').toBe(NOON + 15_000);
    clock.stop();
    vi.advanceTimersByTime(60_000);
    expect(clock.now, 'stopped is stopped').toBe(NOON + 15_000);
  });

  it('rests while nobody looks', () => {
    vi.useFakeTimers({ now: NOON });
    const clock = new Clock();
    clock.start();
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    vi.advanceTimersByTime(10_000);
    expect(clock.now, 'no tick').toBe(NOON);
    visibility.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(clock.now, 'and right at once when seen again').toBe(NOON + 10_000);
    clock.stop();
  });
});

describe('the zoom', () => {
  it('makes a wide window narrow, and is kept', () => {
    const viewport = new Viewport();
    const end = viewport.watch();
    expect(viewport.narrow, 'jsdom is 1024 wide').toBe(false);
    window.dispatchEvent(new KeyboardEvent('keydown', { key: '+', ctrlKey: true }));
    expect([viewport.zoom, viewport.narrow]).toEqual([1.1, true]);
    end();
    const again = new Viewport();
    const endAgain = again.watch();
    expect(again.zoom, 'another start remembers it').toBe(1.1);
    again.setZoom(1);
    endAgain();
  });
});
