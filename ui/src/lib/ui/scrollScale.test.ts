// Promises of the scroll bar of a list of any length. The cases are drawn at random, from a seed that is told when one fails.
import { describe, expect, it } from 'vitest';
import { barAt, follow, listAt, scaleOf, TALLEST, type Scale } from './scrollScale';
import { drawn, inSight, scrollToShow } from './windowing';

/** Small and repeatable: mulberry32. */
function random(seed: number) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Case {
  seed: number;
  next: () => number;
  count: number;
  rowHeight: number;
  scale: Scale;
}

const cases: Case[] = Array.from({ length: 300 }, (_, seed) => {
  const next = random(seed);
  const count = Math.floor(10 ** (next() * 7));
  const rowHeight = next() < 0.5 ? 65 : 36;
  return { seed, next, count, rowHeight, scale: scaleOf(count, rowHeight, 200 + Math.floor(next() * 1800)) };
});

describe('the bar of a long list', () => {
  it('is never taller than an element may be', () => {
    for (const { seed, scale } of cases) {
      expect(scale.bar + scale.view, `seed ${seed}`).toBeLessThanOrEqual(Math.max(TALLEST, scale.view));
    }
  });

  it('reaches both ends, and every row between them', () => {
    for (const { seed, next, count, rowHeight, scale } of cases) {
      expect([listAt(scale, 0), listAt(scale, scale.bar)], `seed ${seed}: the ends`).toEqual([0, scale.list]);
      for (let round = 0; round < 20; round++) {
        const index = Math.floor(next() * count);
        const place = scrollToShow(index, 0, scale.view, rowHeight);
        const back = listAt(scale, barAt(scale, place));
        const { first, last } = inSight(back, scale.view, rowHeight, count);
        expect(index >= first && index <= last, `seed ${seed}: row ${index} of ${count}`).toBe(true);
      }
    }
  });

  it('goes down whenever the list does', () => {
    for (const { seed, next, scale } of cases) {
      const places = Array.from({ length: 50 }, () => next() * scale.list).sort((one, other) => one - other);
      const bars = places.map((place) => barAt(scale, place));
      expect(
        bars.every((bar, at) => at === 0 || bar >= (bars[at - 1] ?? 0)),
        `seed ${seed}`,
      ).toBe(true);
    }
  });

  it('moves the list by the very pixels of a wheel, wherever it is', () => {
    for (const { seed, next, scale } of cases) {
      const list = Math.round(next() * scale.list);
      const from = { list, bar: barAt(scale, list) };
      const by = Math.round((next() - 0.5) * 300);
      const bar = from.bar + by;
      if (bar <= 0 || bar >= scale.bar - 1) continue;
      const moved = follow(scale, from, bar, true) - list;
      expect(
        Math.abs(moved - by) <= 1 || moved === scale.list - list || moved === -list,
        `seed ${seed}: ${moved} for ${by}`,
      ).toBe(true);
    }
  });

  it('takes the list to both ends, however far the two have drifted apart', () => {
    const scale = scaleOf(1_000_000, 65, 600);
    expect(follow(scale, { list: 5000, bar: 90 }, 0, true), 'the top').toBe(0);
    expect(follow(scale, { list: scale.list - 5000, bar: scale.bar - 90 }, scale.bar - 0.4, true), 'the end').toBe(
      scale.list,
    );
  });

  it('that is dragged goes where it stands for', () => {
    const scale = scaleOf(1_000_000, 65, 600);
    const half = follow(scale, { list: 0, bar: 0 }, scale.bar / 2, false);
    expect(Math.abs(half - scale.list / 2), 'the middle is the middle').toBeLessThan(2);
  });
});

describe('the rows that are drawn', () => {
  it('are as many wherever the list is, and hold all that is in sight', () => {
    for (const { seed, next, count, rowHeight, scale } of cases) {
      const counts = new Set<number>();
      for (let round = 0; round < 20; round++) {
        const top = round === 0 ? 0 : round === 1 ? scale.list : next() * scale.list;
        const rows = drawn(top, scale.view, rowHeight, count, 6);
        const sight = inSight(top, scale.view, rowHeight, count);
        expect(rows.first <= sight.first && rows.last >= sight.last, `seed ${seed} at ${top}`).toBe(true);
        expect(rows.first >= 0 && rows.last < Math.max(1, count), `seed ${seed}: no row that is not there`).toBe(true);
        counts.add(rows.last - rows.first);
      }
      expect(counts.size, `seed ${seed}: no element comes or goes`).toBe(1);
    }
  });
});
