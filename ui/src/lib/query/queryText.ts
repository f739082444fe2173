// The one text of words and filters, changed part by part. What its parts are and what they mean is read by the core
// (`read_query`); here stands only how a part is written, so that the search box, the chips and the filter menu write alike.
import type { QueryPart, SearchField } from '$lib/api/generated';
import { flags, optionOf } from './options';
import { piecesBetween, unquoted } from './quotes';

/** What a filter is called in the text when the window writes it. */
export const fieldNames: Record<SearchField, string> = {
  type: 'type',
  stage: 'stage',
  outcome: 'outcome',
  is: 'is',
  country: 'country',
  currency: 'currency',
  value: 'value',
  received: 'received',
  respond: 'respond',
  purchase: 'purchase',
  followUp: 'followup',
  campaign: 'campaign',
  reason: 'reason',
  employee: 'employee',
};

export interface FilterWanted {
  field: SearchField;
  not?: boolean;
  /** Alternatives. None is no filter. */
  values: readonly string[];
}

/** Whether a part is a filter, or wants to be one. */
export function isFilter(part: QueryPart): boolean {
  return part.field !== null || part.problem !== null;
}

/** A value as it must be written to stay one value: with blanks or commas in it between quotes. */
export function quoted(value: string): string {
  const plain = unquoted(value).trim();
  return plain === '' || /[\s,]/u.test(plain) ? `"${plain}"` : plain;
}

export function filterText({ field, not = false, values }: FilterWanted): string {
  return values.length === 0 ? '' : `${not ? '-' : ''}${fieldNames[field]}:${values.map(quoted).join(',')}`;
}

/** A part as it stands in the text. */
export function rawOf(text: string, part: QueryPart): string {
  return text.slice(part.from, part.until);
}

/** The alternatives of a filter, without their quotes. */
export function valuesOf(text: string, part: QueryPart): string[] {
  // An amount may have commas of its own.
  if (part.field === 'value') return part.value === '' ? [] : [part.value];
  const raw = rawOf(text, part);
  const listed = raw.slice(raw.search(/[:：]/u) + 1);
  return piecesBetween('commas', listed)
    .map((piece) => unquoted(piece.text).trim())
    .filter((value) => value !== '');
}

/** The text without a part, and without the blank that it leaves. */
export function without(text: string, part: QueryPart): string {
  const [before, after] = [text.slice(0, part.from), text.slice(part.until)];
  if (after.trim() === '' && before.trim() === '') return '';
  return before === '' ? after.trimStart() : `${before.trimEnd()}${/^\s/u.test(after) ? '' : ' '}${after}`;
}

/** The text with a part written anew; without it where nothing is written. */
export function replaced(text: string, part: QueryPart, written: string): string {
  return written === '' ? without(text, part) : text.slice(0, part.from) + written + text.slice(part.until);
}

/**
 * The text with one filter more: behind the filters that it begins with, before all words, so that the word that is being
 * typed stays the last.
 */
export function added(text: string, parts: readonly QueryPart[], written: string): string {
  if (written === '') return text;
  const firstWord = parts.findIndex((part) => !isFilter(part));
  const leading = firstWord < 0 ? parts : parts.slice(0, firstWord);
  const at = leading.at(-1)?.until ?? 0;
  const [before, after] = [text.slice(0, at).trimEnd(), text.slice(at).trimStart()];
  return [before, written, after].filter((piece) => piece !== '').join(' ');
}

/** The text with a field's filter as wanted: the first filter of that field is written anew, else one is added. */
export function withFilter(text: string, parts: readonly QueryPart[], wanted: FilterWanted): string {
  const known = parts.find((part) => part.field === wanted.field);
  const written = filterText(wanted);
  return known ? replaced(text, known, written) : added(text, parts, written);
}

/**
 * The text with `is:` asking one flag as wanted, that it holds or that it does not; `null` for not asked at all. Flags are asked
 * each in a part of its own, so that all of them must hold.
 */
export function withFlag(text: string, parts: readonly QueryPart[], flag: string, not: boolean | null): string {
  const written = not === null ? '' : filterText({ field: 'is', not, values: [flag] });
  const isIt = (value: string) => optionOf(flags, value)?.value === flag;
  const asking = parts.filter((part) => part.field === 'is' && valuesOf(text, part).some(isIt));
  if (asking.length === 0) return added(text, parts, written);
  // From the last to the first, so that the places of those before stay true.
  return asking.reduceRight((changed, part, at) => {
    const values = valuesOf(text, part).filter((value) => !isIt(value));
    const rest = filterText({ field: 'is', not: part.not, values });
    return replaced(changed, part, [rest, at === 0 ? written : ''].filter((piece) => piece !== '').join(' '));
  }, text);
}

/** The text without any filter of a field. */
export function withoutField(text: string, parts: readonly QueryPart[], field: SearchField): string {
  return parts.filter((part) => part.field === field).reduceRight(without, text);
}

function joined(text: string, parts: readonly QueryPart[]): string {
  return parts.map((part) => rawOf(text, part)).join(' ');
}

/** Only the words of the text. */
export function wordsOnly(text: string, parts: readonly QueryPart[]): string {
  return joined(
    text,
    parts.filter((part) => !isFilter(part)),
  );
}

/** Only the filters of the text. */
export function filtersOnly(text: string, parts: readonly QueryPart[]): string {
  return joined(text, parts.filter(isFilter));
}
