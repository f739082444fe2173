import { describe, expect, it } from 'vitest';
import { NOON } from '$lib/api/fake';
import { dayOf, DAY, HOUR } from '$lib/format';
import { localInput } from '$lib/forms/checks';
import { reachesPast, refusedPast, snoozeForm, snoozeProblems, snoozeUntil } from './snoozeForm';

describe('the time of a snooze', () => {
  it('is nine o’clock tomorrow to begin with, or what was chosen before', () => {
    const fresh = snoozeForm(null, NOON);
    expect(localInput(snoozeUntil(fresh)), 'tomorrow morning').toBe(`${dayOf(NOON + DAY)} 09:00`);
    const chosen = NOON + 5 * HOUR;
    expect(snoozeUntil(snoozeForm(chosen, NOON)), 'the same instant comes out again').toBe(chosen);
  });

  it('is a real day and a real time that lie ahead', () => {
    const on = dayOf(NOON + DAY);
    expect(snoozeProblems({ on, at: '09:00' }, NOON), 'tomorrow').toEqual({});
    expect(snoozeProblems({ on: '', at: '' }, NOON), 'both are needed').toEqual({ on: 'required', at: 'required' });
    expect(snoozeProblems({ on: '2026-02-30', at: 'noon' }, NOON), 'a day that never was, a word').toEqual({
      on: 'notADate',
      at: 'notADate',
    });
    expect(snoozeProblems({ on: dayOf(NOON - DAY), at: '09:00' }, NOON), 'the day is over').toEqual({
      on: 'inThePast',
    });
    expect(snoozeProblems(snoozeForm(NOON, NOON), NOON), 'now is not ahead; the day is right').toEqual({
      at: 'inThePast',
    });
    expect(snoozeProblems({ on: dayOf(NOON + 400 * DAY), at: '09:00' }, NOON), 'that is no reminder').toEqual({
      on: 'outOfRange',
    });
  });
});

describe('the deadline', () => {
  const pressing = { topic: 'contact', deadline: NOON } as const;

  it('is reached by a snooze that ends at its very instant', () => {
    expect(reachesPast(NOON, pressing), 'too late to call').toBe(true);
    expect(reachesPast(NOON - 1, pressing), 'just in time').toBe(false);
    expect(reachesPast(NOON, null), 'nothing presses').toBe(false);
  });

  it('is named by the core when it refuses', () => {
    const why = { rule: 'pastDeadline', topic: 'answer', deadline: NOON } as const;
    expect(refusedPast({ code: 'notAllowed', why }), 'it asks').toMatchObject({ topic: 'answer', deadline: NOON });
    expect(refusedPast({ code: 'notAllowed', why: { rule: 'undoOver' } }), 'another rule').toBeNull();
    expect(refusedPast({ code: 'conflict' }), 'another failure').toBeNull();
  });
});
