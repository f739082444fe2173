// What the query asks of one field now, and asking something else of it: the panes of the filter menu share this.
import type { SearchField } from '$lib/api/generated';
import { valuesOf, withFilter } from '$lib/query/queryText';
import { reading } from '$lib/state';

export interface FieldFilter {
  not: boolean;
  values: string[];
}

export function filterOf(field: SearchField): FieldFilter {
  const part = reading.parts.find((one) => one.field === field);
  return part ? { not: part.not, values: valuesOf(reading.text, part) } : { not: false, values: [] };
}

export function ask(field: SearchField, { not, values }: FieldFilter): Promise<void> {
  return reading.change((text, parts) => withFilter(text, parts, { field, not, values }));
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
export const isSpecial = (value: string) => ['none', 'set', 'due'].includes(value.toLowerCase());
