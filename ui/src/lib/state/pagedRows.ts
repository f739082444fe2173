// The rows of a long list of which only some pages were read. Pure: what reads them is `leads`.
import type { LeadPage, LeadRow } from '$lib/api/generated';

export const PAGE = 100;

/** The known rows by their place in the list. */
export type Rows = ReadonlyMap<number, LeadRow>;

export const noRows: Rows = new Map();

/** The pages that a stretch of the list, both ends included, lies on. */
export function pagesOf(first: number, last: number): number[] {
  const pages: number[] = [];
  for (let page = Math.floor(Math.max(0, first) / PAGE); page <= Math.floor(Math.max(0, last) / PAGE); page++) {
    pages.push(page);
  }
  return pages;
}

/**
 * Takes a page in. A row that stood elsewhere before is forgotten there: the list moved between two reads, and no lead
 * may be seen twice. What lies beyond the new total is forgotten too.
 */
export function withPage(rows: Rows, page: LeadPage): Rows {
  const arrived = new Set(page.rows.map((row) => row.id));
  const next = new Map<number, LeadRow>();
  for (const [index, row] of rows) {
    const replaced = index >= page.offset && index < page.offset + PAGE;
    if (!replaced && index < page.total && !arrived.has(row.id)) next.set(index, row);
  }
  page.rows.forEach((row, at) => next.set(page.offset + at, row));
  return next;
}

/** Where a lead stands among the known rows. */
export function indexOf(rows: Rows, id: number): number | null {
  for (const [index, row] of rows) if (row.id === id) return index;
  return null;
}
