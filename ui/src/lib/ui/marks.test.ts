import { describe, expect, it } from 'vitest';
import { around, marked } from './marks';

describe('a text with marks', () => {
  it('is the same text, taken apart at them', () => {
    expect(
      marked('Fabrikam Inc.', [
        [0, 4],
        [9, 12],
      ]),
      'from the very first letter on',
    ).toEqual({
      marked: [
        { before: '', hit: 'Fabr' },
        { before: 'ikam ', hit: 'Inc' },
      ],
      rest: '.',
    });
    expect(marked('Fabrikam', []), 'nothing is marked').toEqual({ marked: [], rest: 'Fabrikam' });
  });

  it('loses no letter to marks that overlap or lie outside', () => {
    const { marked: found, rest } = marked('Fabrikam', [
      [2, 5],
      [4, 6],
      [7, 40],
      [50, 60],
    ]);
    expect(found.map(({ before, hit }) => before + hit).join('') + rest).toBe('Fabrikam');
    expect(found.map(({ hit }) => hit)).toEqual(['bri', 'k', 'm']);
  });

  it('begins shortly before the first mark where that would be out of sight', () => {
    const { text, marks } = around('A migration of four hundred seats', [[20, 27]], 8);
    expect([text, marks.map(([from, until]) => text.slice(from, until))]).toEqual(['…four hundred seats', ['hundred']]);
  });
});
