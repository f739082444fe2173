// The one text of words and filters, changed part by part.
import { describe, expect, it } from 'vitest';
import { partsOf } from '$lib/api/fake/queries';
import {
  added,
  filtersOnly,
  filterText,
  replaced,
  valuesOf,
  withFilter,
  withFlag,
  without,
  withoutField,
  wordsOnly,
} from './queryText';
import { piecesBetween } from './quotes';
import { boundOf, stretchOf, stretchText } from './ranges';

const apart = (text: string) => ({ text, parts: partsOf(text) });
const part = (text: string, at: number) => {
  const found = partsOf(text)[at];
  if (!found) throw new Error(`${text} has no part ${at}`);
  return found;
};

describe('a filter in the text', () => {
  it('puts a value with blanks or commas between quotes, and never a quote into them', () => {
    expect(filterText({ field: 'campaign', values: ['Spring 2026', 'A,B', 'x"y'] })).toBe(
      'campaign:"Spring 2026","A,B",xy',
    );
    expect(filterText({ field: 'followUp', not: true, values: ['due'] })).toBe('-followup:due');
    expect(filterText({ field: 'country', values: [] }), 'no value is no filter').toBe('');
  });

  it('gives its values back as they were written', () => {
    const text = 'campaign:"Spring 2026","A,B",xy';
    expect(valuesOf(text, part(text, 0))).toEqual(['Spring 2026', 'A,B', 'xy']);
    const amount = 'value:10,000..20,000';
    expect(valuesOf(amount, part(amount, 0)), 'commas of an amount divide nothing').toEqual(['10,000..20,000']);
  });

  it('keeps together what stands between quotes of any kind, in the window and in its double of the core', () => {
    expect(piecesBetween('blanks', 'is:hot campaign:“봄 2026” "two words').map(({ text }) => text)).toEqual([
      'is:hot',
      'campaign:“봄 2026”',
      '"two words',
    ]);
    const text = 'campaign:“봄, 2026”,xy';
    expect(valuesOf(text, part(text, 0)), 'a comma between quotes divides nothing').toEqual(['봄, 2026', 'xy']);
  });

  it('is added before the words, so that the word that is being typed stays the last', () => {
    const { text, parts } = apart('is:hot 대한민');
    expect(added(text, parts, 'country:KR')).toBe('is:hot country:KR 대한민');
    expect(added('', [], 'country:KR')).toBe('country:KR');
    const words = apart('fabrikam ');
    expect(added(words.text, words.parts, 'is:hot'), 'a blank at the end still ends the word').toBe('is:hot fabrikam ');
  });

  it('goes with one blank beside it, wherever it stands', () => {
    const text = 'is:hot  fabrikam country:KR';
    expect(without(text, part(text, 0))).toBe('fabrikam country:KR');
    expect(without(text, part(text, 1))).toBe('is:hot country:KR');
    expect(without(text, part(text, 2)).trim()).toBe('is:hot  fabrikam');
    expect(without('is:hot', part('is:hot', 0)), 'nothing is left of it').toBe('');
  });

  it('is written anew in its place', () => {
    const { text, parts } = apart('fabrikam country:KR spring');
    expect(withFilter(text, parts, { field: 'country', values: ['KR', 'DE'] })).toBe('fabrikam country:KR,DE spring');
    expect(withFilter(text, parts, { field: 'country', values: [] }), 'or goes').toBe('fabrikam spring');
    expect(replaced(text, part(text, 1), 'country:US')).toBe('fabrikam country:US spring');
  });

  it('asks each state in a part of its own, so that all must hold', () => {
    const first = withFlag('fabrikam', partsOf('fabrikam'), 'hot', false);
    expect(first).toBe('is:hot fabrikam');
    const second = withFlag(first, partsOf(first), 'contacted', true);
    expect(second).toBe('is:hot -is:contacted fabrikam');
    expect(withFlag(second, partsOf(second), 'contacted', null), 'and is let go alone').toBe('is:hot fabrikam');
    const either = 'is:hot,lapsed';
    expect(withFlag(either, partsOf(either), 'lapsed', true), 'out of alternatives').toBe('is:hot -is:lapsed');
  });

  it('goes with all others, and the words stay; or the other way round', () => {
    const { text, parts } = apart('is:hot fabrikam country:KR cuntry:KR is:favorite');
    expect(wordsOnly(text, parts)).toBe('fabrikam');
    expect(filtersOnly(text, parts)).toBe('is:hot country:KR cuntry:KR is:favorite');
    expect(withoutField(text, parts, 'is').trim(), 'all filters of one field').toBe('fabrikam country:KR cuntry:KR');
  });
});

describe('a stretch', () => {
  it('is written from what stands in the two fields', () => {
    expect(stretchText({ from: '10', to: '20' })).toBe('10..20');
    expect(stretchText({ from: '10', to: '' })).toBe('>=10');
    expect(stretchText({ from: '', to: '20' })).toBe('<=20');
    expect(stretchText({ from: '10', to: '10' })).toBe('10');
    expect(stretchText({ from: ' ', to: '' })).toBe('');
  });

  it('is shown in them again, unless it counts from now', () => {
    expect(stretchOf('2026-11-01..2026-11-30')).toEqual({ from: '2026-11-01', to: '2026-11-30' });
    expect(stretchOf('>=10')).toEqual({ from: '10', to: '' });
    expect(stretchOf('<7d'), 'a quick choice is no day').toEqual({ from: '', to: '' });
    expect(stretchOf('7d')).toEqual({ from: '', to: '' });
    expect(boundOf('≥7일'), 'as it may be typed in Korean').toEqual({ sign: '>=', to: '7일' });
  });
});
