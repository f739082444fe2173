// The rows of a long list of which only some pages were read. Pure: what reads them is `leads`. All pages are of one and
// the same list of the core, so that each row stands in it once.
import type { LeadPage, LeadRow } from '$lib/api/generated';

export const PAGE = 100;

/**
 * More pages than are ever in sight; those farthest away are forgotten first, for a list may be a million long. A page is read again in
 * some milliseconds.
 */
export const KEPT = 8;

/** The known pages. A page may have fewer rows than places: leads that were removed since the list was made. */
export type Rows = ReadonlyMap<number, readonly LeadRow[]>;

export const noRows: Rows = new Map();

export const pageOf = (index: number) => Math.floor(Math.max(0, index) / PAGE);

/** The pages that a stretch of the list, both ends included, lies on. */
export function pagesOf(first: number, last: number): number[] {
  const pages: number[] = [];
  for (let page = pageOf(first); page <= pageOf(last); page++) pages.push(page);
  return pages;
}

/** Takes an answer of one or more whole pages in. */
export function withPage(rows: Rows, answer: LeadPage): Rows {
  const next = new Map(rows);
  const first = pageOf(answer.offset);
  // An answer without rows is a page too: all leads of it were removed.
  for (let at = 0; at === 0 || at * PAGE < answer.rows.length; at++) {
    next.set(first + at, answer.rows.slice(at * PAGE, (at + 1) * PAGE));
  }
  return next;
}

/** Forgets the pages that are farthest from `page`, but not those to be kept. */
export function near(rows: Rows, page: number, keep: readonly number[]): Rows {
  if (rows.size <= KEPT) return rows;
  const far = [...rows.keys()]
    .filter((other) => !keep.includes(other))
    .sort((one, other) => Math.abs(other - page) - Math.abs(one - page));
  const next = new Map(rows);
  for (const other of far.slice(0, rows.size - KEPT)) next.delete(other);
  return next;
}

export function rowAt(rows: Rows, index: number): LeadRow | undefined {
  return index < 0 ? undefined : rows.get(pageOf(index))?.[index % PAGE];
}

/** Where a lead stands among the known rows. */
export function indexOf(rows: Rows, id: number): number | null {
  for (const [page, known] of rows) {
    const at = known.findIndex((row) => row.id === id);
    if (at >= 0) return page * PAGE + at;
  }
  return null;
}

/**
 * By how many places the rows that were in sight have moved from one list to the next: the middle one of all moves, for
 * some of the leads may have been put elsewhere on purpose. `null` when none of them is among the known rows.
 */
export function moved(before: Rows, after: Rows, first: number, last: number): number | null {
  const places = new Map<number, number>();
  for (const [page, rows] of after) rows.forEach((row, at) => places.set(row.id, page * PAGE + at));
  const moves: number[] = [];
  for (let index = first; index <= last; index++) {
    const row = rowAt(before, index);
    const place = row && places.get(row.id);
    if (place !== undefined) moves.push(place - index);
  }
  return moves.sort((one, other) => one - other)[Math.floor((moves.length - 1) / 2)] ?? null;
}
