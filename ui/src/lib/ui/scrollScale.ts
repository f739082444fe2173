// How far a list of any length is scrolled, when an element cannot be as tall as all its rows together: browsers cap a
// height (WebKit at some 33.5 million pixels, zoom included). The bar then stands for more than it measures: near both ends
// one pixel of it is one of the list, between them it is several. Pure arithmetic; the list itself is VirtualList.

/** No element is made taller than this, in pixels: safe at a zoom of 200 % and for the precision of what draws it. */
export const TALLEST = 8_000_000;

/** So much of the list at either end is scrolled as it is, so that both ends are reached by the pixel. */
const PLAIN = 1_000_000;

export interface Scale {
  /** How far the list can be scrolled. */
  list: number;
  /** How far the element that stands for it can. */
  bar: number;
  /** How much of the list is in sight. */
  view: number;
}

export function scaleOf(count: number, rowHeight: number, view: number): Scale {
  const whole = count * rowHeight;
  const list = Math.max(0, whole - view);
  return { list, bar: Math.max(0, Math.min(whole, TALLEST) - view), view };
}

const between = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** The place of the list that a place of the bar stands for. */
export function listAt({ list, bar }: Scale, at: number): number {
  const place = between(at, 0, bar);
  if (list === bar || place <= PLAIN) return place;
  if (place >= bar - PLAIN) return list - (bar - place);
  return PLAIN + Math.round((place - PLAIN) * ((list - 2 * PLAIN) / (bar - 2 * PLAIN)));
}

/** The place of the bar that stands for a place of the list. */
export function barAt({ list, bar }: Scale, at: number): number {
  const place = between(at, 0, list);
  if (list === bar || place <= PLAIN) return place;
  if (place >= list - PLAIN) return bar - (list - place);
  return PLAIN + (place - PLAIN) * ((bar - 2 * PLAIN) / (list - 2 * PLAIN));
}

/** Where the list is, and where its bar: beside each other, for a hand at the wheel moves both by the same pixels. */
export interface Place {
  list: number;
  bar: number;
}

/**
 * Where the list is when its bar is found at `bar`. A wheel, a finger and the browser's keys move it by less than what is in
 * sight, and the list moves by just as much; a hand at the bar moves it farther, and the list goes to where that stands for.
 * `wheel` says that it was a wheel however far it went.
 */
export function follow(scale: Scale, from: Place, bar: number, wheel: boolean): number {
  if (bar <= 0) return 0;
  // Browsers round what is left of a pixel.
  if (bar > scale.bar - 1) return scale.list;
  const by = bar - from.bar;
  if (scale.list === scale.bar || (!wheel && Math.abs(by) > scale.view)) return listAt(scale, bar);
  return between(from.list + by, 0, scale.list);
}
