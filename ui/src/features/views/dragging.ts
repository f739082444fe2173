// Where a row of a list lands that is dragged up or down. By the pointer, not by the browser's drag and drop: that and the
// drop of files onto the window exclude each other on Windows.

/** The place among rows of these middles at which a row stands whose own middle is at `middle`. */
export function placeAt(middle: number, middles: readonly number[], from: number): number {
  const others = middles.filter((_, at) => at !== from);
  return others.filter((other) => other < middle).length;
}

/** How far a press may move and still be a click, in CSS pixels. */
export const CLICK = 5;
