// Where a text that someone else wrote may be broken into lines. Pure; what is drawn of it is Text's.

/** Longer texts are prose: in them an address is a word as any other. */
const LONGEST = 400;
const ADDRESS = /[^\s@]+@[^\s@]+/g;
const JOINT = /(?<=.)[@.](?=.)/g;

/** The text in the pieces between which it is broken first: an address before its @ and its dots, not within a name. */
export function breakable(text: string): string[] {
  if (text.length > LONGEST || !text.includes('@')) return [text];
  const found: string[] = [];
  let done = 0;
  for (const address of text.matchAll(ADDRESS)) {
    for (const joint of address[0].matchAll(JOINT)) {
      const at = address.index + joint.index;
      found.push(text.slice(done, at));
      done = at;
    }
  }
  return [...found, text.slice(done)];
}

const HANGUL = /[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]/;

/** The language whose rules hold for a text: Korean is broken between its words, also where the window speaks another one. */
export const languageOf = (text: string): 'ko' | undefined => (HANGUL.test(text.slice(0, LONGEST)) ? 'ko' : undefined);
