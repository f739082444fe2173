// Which rows of a long list have to be drawn, and by which of the row elements. Pure arithmetic; the list itself is
// VirtualList.

/** Rows from the first to the last, both included; `last` is `first - 1` when there are none. */
export interface Stretch {
  first: number;
  last: number;
}

/** The rows of which at least a part is in sight. */
export function inSight(top: number, height: number, rowHeight: number, count: number): Stretch {
  if (count <= 0) return { first: 0, last: -1 };
  const first = Math.min(count - 1, Math.floor(Math.max(0, top) / rowHeight));
  const last = Math.min(count - 1, Math.ceil((Math.max(0, top) + Math.max(1, height)) / rowHeight) - 1);
  return { first, last: Math.max(first, last) };
}

/** The rows to draw: always as many, wherever the list is, so that no row element comes or goes while it is scrolled. */
export function drawn(top: number, height: number, rowHeight: number, count: number, around: number): Stretch {
  const many = Math.min(count, Math.ceil(Math.max(0, height) / rowHeight) + 1 + 2 * around);
  const above = Math.floor(Math.max(0, top) / rowHeight) - around;
  const first = Math.min(Math.max(0, above), count - many);
  return { first, last: first + many - 1 };
}

/** How far to scroll so that a row is wholly in sight; where it is now if it already is. */
export function scrollToShow(index: number, scrollTop: number, height: number, rowHeight: number): number {
  const top = index * rowHeight;
  if (top < scrollTop || height < rowHeight) return top;
  if (top + rowHeight > scrollTop + height) return Math.max(0, top + rowHeight - height);
  return scrollTop;
}
