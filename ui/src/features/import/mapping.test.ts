import { describe, expect, it } from 'vitest';
import type { Column, Mapping } from '$lib/api/generated';
import { t } from '$lib/i18n';
import { COLUMN_GROUPS, columnName } from './columns';
import { found } from './columnSearch';
import { amountSample, applied, conflictsOf, dateSample, isRight, readAmount, readDate, withColumn } from './mapping';

function mapping(...columns: (Column | null)[]): Mapping {
  return {
    columns: columns.map((column, at) => ({ heading: `h${at}`, column })),
    leadType: null,
    currency: null,
    dateOrder: 'dayMonthYear',
    decimalMark: 'comma',
  };
}

describe('a mapping', () => {
  it('needs a customer, without whom there is no lead', () => {
    expect(conflictsOf(mapping('contactEmail', null)).noCustomer).toBe(true);
    expect(isRight(mapping('customerName', null)), 'one is enough').toBe(true);
  });

  it('may not have a column twice, unless that is a numbered one', () => {
    expect(conflictsOf(mapping('customerName', 'notes', 'notes')).twice, 'two notes').toEqual(['notes']);
    expect(isRight(mapping('customerName', 'contactEmail', 'contactEmail')), 'a second contact').toBe(true);
    const mended = withColumn(mapping('customerName', 'notes', 'notes'), 2, null);
    expect(isRight(mended), 'the second is not imported').toBe(true);
    expect(mended.columns[2]?.heading, 'and keeps its heading').toBe('h2');
  });

  it('that was saved is applied by the headings, wherever they stand now', () => {
    const saved = mapping('customerName', 'contactEmail', 'notes');
    const table = [' H1 ', 'new', 'h0'].map((heading) => ({ heading, samples: [] }));
    const now = applied(saved, table);
    expect(now.columns.map(({ column }) => column)).toEqual(['contactEmail', null, 'customerName']);
    expect(now.columns[0]?.heading, 'the heading of the file').toBe(' H1 ');
    expect(now.dateOrder, 'the rest is taken over').toBe('dayMonthYear');
  });

  it('that was saved tells columns of the same heading apart by their order', () => {
    const saved: Mapping = { ...mapping(), columns: [] };
    saved.columns = [
      { heading: 'Phone', column: 'contactPhone' },
      { heading: 'Phone', column: 'contactMobile' },
    ];
    const table = ['Phone', 'Phone', 'Phone'].map((heading) => ({ heading, samples: [] }));
    expect(applied(saved, table).columns.map(({ column }) => column)).toEqual(['contactPhone', 'contactMobile', null]);
  });
});

describe('the example of a date', () => {
  it('follows the order, and a year in front leaves no doubt', () => {
    expect(readDate('03/04/2026', 'dayMonthYear')).toBe('2026-04-03');
    expect(readDate('03/04/2026', 'monthDayYear')).toBe('2026-03-04');
    expect(readDate('2026-04-03', 'monthDayYear'), 'in any order').toBe('2026-04-03');
    expect(readDate('2026. 4. 3.', 'dayMonthYear'), 'as Korean writes it').toBe('2026-04-03');
    expect(readDate('24.11.26', 'dayMonthYear')).toBe('2026-11-24');
  });

  it('says when a text is none in this order', () => {
    expect(readDate('24/11/2026', 'monthDayYear'), 'there is no month 24').toBeNull();
    expect(readDate('31/02/2026', 'dayMonthYear'), 'nor a 31 February').toBeNull();
    expect(readDate('soon', 'dayMonthYear')).toBeNull();
    expect(readDate('03/04/2026', 'yearMonthDay'), 'a year does not stand last').toBeNull();
  });

  it('is taken from a column that is a date, and rather one that is in doubt', () => {
    const columns = [
      { heading: 'h0', samples: ['11/12/2026'] },
      { heading: 'h1', samples: ['2026-01-02', '03/04/2026'] },
    ];
    expect(dateSample(mapping('customerName', 'received'), columns)).toBe('03/04/2026');
    expect(dateSample(mapping('customerName', 'notes'), columns), 'notes are none').toBeNull();
  });
});

describe('the example of an amount', () => {
  it('follows the mark', () => {
    expect(readAmount('12.500,50', 'comma')).toBe('12500.50');
    expect(readAmount('€ 1,234.5', 'point')).toBe('1234.5');
    expect(readAmount('1.200.000', 'comma')).toBe('1200000');
    expect(readAmount('980', 'comma')).toBe('980');
  });

  it('says when a text is none', () => {
    expect(readAmount('12.500,50', 'point'), 'points group nothing by two').toBeNull();
    expect(readAmount('1.2.3', 'point')).toBeNull();
    expect(readAmount('ten', 'point')).toBeNull();
  });

  it('is taken from the value, and rather one with a mark in it', () => {
    const columns = [{ heading: 'h0', samples: ['980', '1.200,5'] }];
    expect(amountSample(mapping('value'), columns)).toBe('1.200,5');
    expect(amountSample(mapping('notes'), columns)).toBeNull();
  });
});

describe('the columns to choose from', () => {
  it('are each in exactly one group and have a name', () => {
    const all = COLUMN_GROUPS.flatMap((group) => group.columns);
    expect(new Set(all).size, 'none stands twice').toBe(all.length);
    for (const column of all) expect(t(columnName(column)), column).not.toBe(columnName(column));
  });

  it('are found by words of their name or their group', () => {
    const names = (typed: string) => found(typed, t).flatMap(({ columns }) => columns);
    expect(names('e-mail')).toEqual(['contactEmail']);
    expect(names('contact first')).toEqual(['contactFirstName']);
    expect(names('zzz')).toEqual([]);
    expect(names(' ').length, 'all while nothing is typed').toBeGreaterThan(50);
  });
});
