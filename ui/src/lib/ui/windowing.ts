// Which rows of a long list have to be drawn. Pure arithmetic; the list itself is VirtualList.

export interface VisibleRows {
  /** The first and the last row to draw, both included; `last` is `first - 1` when there are none. */
  first: number;
  last: number;
}

export function visibleRows(
  scrollTop: number,
  height: number,
  rowHeight: number,
  count: number,
  overscan: number,
): VisibleRows {
  if (count <= 0) return { first: 0, last: -1 };
  const top = Math.min(Math.max(0, scrollTop), Math.max(0, count * rowHeight - 1));
  const first = Math.max(0, Math.floor(top / rowHeight) - overscan);
  const last = Math.min(count - 1, Math.floor((top + Math.max(0, height)) / rowHeight) + overscan);
  return { first, last };
}

/** How far to scroll so that a row is wholly in sight; where it is now if it already is. */
export function scrollToShow(index: number, scrollTop: number, height: number, rowHeight: number): number {
  const top = index * rowHeight;
  if (top < scrollTop || height < rowHeight) return top;
  if (top + rowHeight > scrollTop + height) return Math.max(0, top + rowHeight - height);
  return scrollTop;
}
