import { expect, it } from 'vitest';
import { momentText, withMoment } from './moments';

it('a moment is added where it belongs, once', () => {
  expect(withMoment([24, 4, 1], '12', 'hours', 71), 'the farthest first').toEqual({ moments: [24, 12, 4, 1] });
  expect(withMoment([72], '2', 'days', 2160), 'days are counted as hours').toEqual({ moments: [72, 48] });
  expect(withMoment([24, 4], '1', 'days', 71), 'a day is 24 hours, which are there').toEqual({ moments: [24, 4] });
});

it('what is no moment is refused with what is wrong', () => {
  const refused = (typed: string, unit: 'hours' | 'days' = 'hours') => withMoment([], typed, unit, 71);
  expect(refused(''), 'nothing typed').toEqual({ problem: 'required' });
  expect(refused('1.5'), 'half an hour is too fine').toEqual({ problem: 'notANumber' });
  expect(refused('0'), 'that would be the deadline').toEqual({ problem: 'outOfRange' });
  expect(refused('72'), 'that is when it arrives').toEqual({ problem: 'outOfRange' });
  expect(refused('3', 'days'), 'and so are three days').toEqual({ problem: 'outOfRange' });
  expect(withMoment([8, 7, 6, 5, 4, 3, 2, 1], '9', 'hours', 71), 'eight are enough').toEqual({ problem: 'tooLarge' });
});

it('a moment is said in days only where those are counted and whole', () => {
  expect(momentText(72, 'days')).toBe('3 days before');
  expect(momentText(30, 'days'), 'not whole').toBe('30 hours before');
  expect(momentText(24, 'hours'), 'of the 72 hours').toBe('24 hours before');
});
