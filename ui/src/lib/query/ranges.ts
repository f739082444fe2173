// The values of filters that ask for a stretch: amounts, times, days. How one is written, and what of it stands in the two
// fields of a form. Which leads it holds is decided by the core.

/** A stretch as a form has it: from and to, both included; what cannot be shown in two fields is `other`. */
export interface Stretch {
  from: string;
  to: string;
}

export type Bound = { sign: '<' | '<=' | '>' | '>='; to: string } | { sign: '..'; from: string; to: string } | null;

const signs: Record<string, '<' | '<=' | '>' | '>='> = { '≥': '>=', '≤': '<=', '＞': '>', '＜': '<' };

/** The bounds of a value; `null` where it names one value only. A length of time alone is one up to it. */
export function boundOf(value: string): Bound {
  const compared = /^(<=|>=|[<>≤≥＜＞])\s*(.+)$/u.exec(value);
  if (compared) {
    const sign = compared[1] ?? '';
    return { sign: signs[sign] ?? (sign as '<' | '<=' | '>' | '>='), to: compared[2] ?? '' };
  }
  const between = /^(.*?)(?:\.\.|~)(.*)$/u.exec(value);
  if (between) return { sign: '..', from: (between[1] ?? '').trim(), to: (between[2] ?? '').trim() };
  return lengthOf(value) ? { sign: '<=', to: value } : null;
}

/** A length of time from now: `7d`, `24h`, `2w`. */
export function lengthOf(text: string): { count: number; unit: 'h' | 'd' | 'w' } | null {
  const found = /^(\d{1,5})\s*(h|d|w|시간|일|주)$/iu.exec(text);
  if (!found) return null;
  const units: Record<string, 'h' | 'd' | 'w'> = { h: 'h', 시간: 'h', w: 'w', 주: 'w' };
  return { count: Number(found[1]), unit: units[(found[2] ?? '').toLowerCase()] ?? 'd' };
}

/** What a value puts into the fields from and to. */
export function stretchOf(value: string | undefined): Stretch {
  if (value === undefined) return { from: '', to: '' };
  const bound = boundOf(value);
  if (bound === null) return /^\d/u.test(value) ? { from: value, to: value } : { from: '', to: '' };
  if (bound.sign === '..') return { from: bound.from, to: bound.to };
  if (lengthOf(bound.to)) return { from: '', to: '' };
  return bound.sign.startsWith('>') ? { from: bound.to, to: '' } : { from: '', to: bound.to };
}

/** The fields from and to as a value; nothing where both are empty. */
export function stretchText({ from, to }: Stretch): string {
  const [first, last] = [from.trim(), to.trim()];
  if (first !== '' && last !== '') return first === last ? first : `${first}..${last}`;
  if (first !== '') return `>=${first}`;
  return last === '' ? '' : `<=${last}`;
}
