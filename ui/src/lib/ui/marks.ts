// What of a text is marked, taken apart into pieces. Pure; places are UTF-16 units, as JavaScript counts.

/** Beginning and end. */
export type Mark = readonly [number, number];

export interface Marked {
  /** Each mark with the text before it. */
  marked: { before: string; hit: string }[];
  /** What comes after the last one. */
  rest: string;
}

/** The text by its marks. A mark that lies outside of it or overlaps is left out, so that the text stays the text. */
export function marked(text: string, marks: readonly Mark[]): Marked {
  const found: Marked['marked'] = [];
  let done = 0;
  for (const [from, until] of marks) {
    const begin = Math.max(done, from);
    const end = Math.min(text.length, until);
    if (end <= begin) continue;
    found.push({ before: text.slice(done, begin), hit: text.slice(begin, end) });
    done = end;
  }
  return { marked: found, rest: text.slice(done) };
}

/** The same text from shortly before its first mark on, where it would not be seen in a line that is cut at its end. */
export function around(text: string, marks: readonly Mark[], before: number): { text: string; marks: Mark[] } {
  const first = marks[0]?.[0] ?? 0;
  if (first <= before * 2) return { text, marks: [...marks] };
  let cut = first - before;
  const blank = text.lastIndexOf(' ', first - 1);
  if (blank >= cut) cut = text.indexOf(' ', cut) + 1;
  // Not between the halves of one letter.
  else if (/[\udc00-\udfff]/.test(text[cut] ?? '')) cut++;
  return { text: `…${text.slice(cut)}`, marks: marks.map(([from, until]) => [from - cut + 1, until - cut + 1]) };
}
