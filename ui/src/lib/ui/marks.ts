// What of a text is marked, taken apart into pieces. Pure; places are UTF-16 units, as JavaScript counts.

/** Beginning and end. */
export type Mark = readonly [number, number];

export interface Piece {
  text: string;
  marked: boolean;
}

/** The text in pieces, marked and not. What lies outside of it or overlaps is left out, so that the text stays the text. */
export function pieces(text: string, marks: readonly Mark[]): Piece[] {
  const found: Piece[] = [];
  let done = 0;
  for (const [from, until] of marks) {
    const begin = Math.max(done, from);
    const end = Math.min(text.length, until);
    if (end <= begin) continue;
    if (begin > done) found.push({ text: text.slice(done, begin), marked: false });
    found.push({ text: text.slice(begin, end), marked: true });
    done = end;
  }
  if (done < text.length) found.push({ text: text.slice(done), marked: false });
  return found;
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
