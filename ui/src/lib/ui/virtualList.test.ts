// The rows of a long list while it is scrolled and when it rests. Where it is scrolled to is tested in scrollScale.
import { fireEvent, render, screen } from '@testing-library/svelte';
import { createRawSnippet, tick } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import VirtualList from './VirtualList.svelte';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const ROW_HEIGHT = 20;

function open() {
  const row = createRawSnippet<[number]>(() => ({ render: () => '<span role="gridcell"></span>' }));
  render(VirtualList, {
    label: 'Leads',
    count: 5000,
    rowHeight: ROW_HEIGHT,
    current: 0,
    onselect: () => undefined,
    row,
  });
  return screen.getByRole('grid');
}

/** As the document has them, which is how they are read aloud. */
const places = (grid: HTMLElement) =>
  [...grid.querySelectorAll('[role=row]')].map((row) => Number(row.getAttribute('aria-rowindex')));
const inOrder = (grid: HTMLElement) => [...places(grid)].sort((one, other) => one - other);

async function scrollTo(grid: HTMLElement, row: number) {
  await fireEvent.scroll(grid, { target: { scrollTop: row * ROW_HEIGHT } });
  await tick();
}

it('no row is moved in the document while the list is scrolled: WebKit keeps some of each that is', async () => {
  const grid = open();
  const moved: MutationRecord[] = [];
  const watch = new MutationObserver((records) => moved.push(...records));
  watch.observe(grid, { childList: true, subtree: true });
  const seen = new Set(places(grid));
  for (const row of [7, 30, 61, 55, 90, 2000, 2010]) {
    await scrollTo(grid, row);
    places(grid).forEach((place) => seen.add(place));
  }
  watch.disconnect();
  expect(seen.size, 'other rows were drawn').toBeGreaterThan(150);
  expect(moved.flatMap(({ target }) => (target as HTMLElement).className)).toEqual([]);
});

it('the rows stand as they are read once the list rests', async () => {
  const grid = open();
  expect(places(grid)).toEqual(inOrder(grid));
  await scrollTo(grid, 30);
  expect(places(grid), 'not yet').not.toEqual(inOrder(grid));
  await vi.advanceTimersByTimeAsync(200);
  await tick();
  expect(places(grid)).toEqual(inOrder(grid));
});
