// What a mapping of a table's columns lacks or has twice, and how its dates and amounts are read. Pure; the core reads the
// file by the same rules.
import type { Column, DateOrder, DecimalMark, Look, Mapping, SampledColumn } from '$lib/api/generated';
import { isNumbered } from './columns';

export interface Conflicts {
  /** Columns that more than one heading is said to be. */
  twice: readonly Column[];
  /** No heading is the customer, without whom there is no lead. */
  noCustomer: boolean;
}

export function conflictsOf({ columns }: Mapping): Conflicts {
  const counts = new Map<Column, number>();
  for (const { column } of columns) if (column) counts.set(column, (counts.get(column) ?? 0) + 1);
  const twice = [...counts].filter(([column, count]) => count > 1 && !isNumbered(column)).map(([column]) => column);
  return { twice, noCustomer: !counts.has('customerName') };
}

export const isRight = (mapping: Mapping): boolean => {
  const { twice, noCustomer } = conflictsOf(mapping);
  return twice.length === 0 && !noCustomer;
};

/** Says that the column at `place` is `column`. */
export function withColumn(mapping: Mapping, place: number, column: Column | null): Mapping {
  return { ...mapping, columns: mapping.columns.map((old, at) => (at === place ? { ...old, column } : old)) };
}

const plain = (heading: string) => heading.normalize('NFC').trim().toLowerCase();

/**
 * A saved mapping on the table at hand: each heading is what it was then, a heading that it does not know is not
 * imported. Of headings of the same name the first is the first.
 */
export function applied(saved: Mapping, columns: readonly SampledColumn[]): Mapping {
  const left = [...saved.columns];
  const mapped = columns.map(({ heading }) => {
    const at = left.findIndex((column) => plain(column.heading) === plain(heading));
    const [found] = at < 0 ? [] : left.splice(at, 1);
    return { heading, column: found?.column ?? null };
  });
  return { ...saved, columns: mapped };
}

/** An empty mapping of a table, where none is proposed. */
export function blank(look: Look): Mapping {
  return {
    columns: look.columns.map(({ heading }) => ({ heading, column: null })),
    leadType: null,
    currency: null,
    dateOrder: 'yearMonthDay',
    decimalMark: 'point',
  };
}

const DATES: ReadonlySet<Column> = new Set([
  'received',
  'respondBy',
  'accepted',
  'archived',
  'contacted',
  'followUpOn',
  'purchaseDate',
]);

function sampleOf(mapping: Mapping, columns: readonly SampledColumn[], wanted: (column: Column) => boolean) {
  const samples = mapping.columns.flatMap(({ column }, at) =>
    column && wanted(column) ? (columns[at]?.samples ?? []) : [],
  );
  return samples;
}

/** The sample that shows best how dates are written: one that could be read in more ways than one. */
export function dateSample(mapping: Mapping, columns: readonly SampledColumn[]): string | null {
  const samples = sampleOf(mapping, columns, (column) => DATES.has(column)).filter((text) => partsOf(text));
  return samples.find((text) => !/^\d{4}/.test(text.trim())) ?? samples[0] ?? null;
}

export function amountSample(mapping: Mapping, columns: readonly SampledColumn[]): string | null {
  const samples = sampleOf(mapping, columns, (column) => column === 'value').filter((text) => /\d/.test(text));
  return samples.find((text) => /[.,]/.test(text)) ?? samples[0] ?? null;
}

function partsOf(text: string): string[] | null {
  const found = /^\s*(\d{1,4})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{1,4})/.exec(text);
  return found ? [found[1] ?? '', found[2] ?? '', found[3] ?? ''] : null;
}

/** The day that a text means in an order, written `2026-12-01`; `null` when it is none. A year in front leaves no doubt. */
export function readDate(text: string, order: DateOrder): string | null {
  const parts = partsOf(text);
  if (!parts) return null;
  const places: Record<DateOrder, [number, number, number]> = {
    yearMonthDay: [0, 1, 2],
    monthDayYear: [2, 0, 1],
    dayMonthYear: [2, 1, 0],
  };
  const [y, m, d] = (parts[0]?.length === 4 ? places.yearMonthDay : places[order]).map((at) => parts[at] ?? '');
  if (!y || !m || !d || (y.length !== 4 && y.length !== 2) || m.length > 2 || d.length > 2) return null;
  const year = y.length === 2 ? 2000 + Number(y) : Number(y);
  const midnight = new Date(Date.UTC(year, Number(m) - 1, Number(d)));
  const same = midnight.getUTCMonth() === Number(m) - 1 && midnight.getUTCDate() === Number(d);
  return same ? midnight.toISOString().slice(0, 10) : null;
}

/** The amount that a text means, as plain decimal text; `null` when it is none. */
export function readAmount(text: string, mark: DecimalMark): string | null {
  const bare = text.replace(/[^\d.,-]/g, '');
  const [thousands, decimal] = mark === 'point' ? [',', '.'] : ['.', ','];
  const parts = bare.split(decimal);
  if (parts.length > 2 || (parts[1] ?? '').includes(thousands)) return null;
  const whole = parts[0] ?? '';
  if (whole.includes(thousands) && !/^-?\d{1,3}([.,]\d{3})+$/.test(whole)) return null;
  const digits = whole.replaceAll(thousands, '');
  if (!/^-?\d+$/.test(digits)) return null;
  return parts[1] === undefined || parts[1] === '' ? digits : `${digits}.${parts[1]}`;
}
