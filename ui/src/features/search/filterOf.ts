// What the query asks of one field now, and asking something else of it: the panes of the filter menu share this.
import type { QueryPart, SearchField } from '$lib/api/generated';
import { wordOf } from '$lib/query/options';
import { valuesOf, withFilter } from '$lib/query/queryText';
import { reading } from '$lib/state';

export interface FieldFilter {
  not: boolean;
  values: string[];
}

function filterIn(text: string, parts: readonly QueryPart[], field: SearchField): FieldFilter {
  const part = parts.find((one) => one.field === field);
  return part ? { not: part.not, values: valuesOf(text, part) } : { not: false, values: [] };
}

export function filterOf(field: SearchField): FieldFilter {
  return filterIn(reading.text, reading.parts, field);
}

/** Asks something else of a field: of what is asked by then, so that two quick clicks are two changes. */
export function ask(field: SearchField, how: (now: FieldFilter) => FieldFilter): Promise<void> {
  return reading.change((text, parts) => withFilter(text, parts, { field, ...how(filterIn(text, parts, field)) }));
}

/** Asks for one value alone, or for nothing. */
export function askOnly(field: SearchField, value: string | null): Promise<void> {
  return ask(field, () => ({ not: false, values: value === null ? [] : [value] }));
}

/** Whether a field may be empty, so that one can ask for those without. */
export const mayBeEmpty: ReadonlySet<SearchField> = new Set<SearchField>([
  'country',
  'value',
  'purchase',
  'followUp',
  'campaign',
  'reason',
  'employee',
]);

/** `none` and `set` are asked alone. */
export const isSpecial = (value: string) => ['none', 'set', 'due'].includes(wordOf(value));
