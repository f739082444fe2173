import { beforeEach, describe, expect, it, vi } from 'vitest';
import { language } from '$lib/i18n';
import * as format from './index';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

beforeEach(() => vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en-US']));

describe('what is planned', () => {
  const noon = new Date(2026, 10, 22, 12).getTime();
  const at = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime();

  it('is said with its weekday, and in few letters as precisely as it is near', () => {
    expect(plain(format.planned(at(23, 9))), 'a moment').toBe('Mon, Nov 23, 9:00 AM');
    expect(plain(format.plannedShort(at(22, 14), noon)), 'today the time is enough').toBe('2:00 PM');
    expect(plain(format.plannedShort(at(23, 9), noon)), 'this week').toBe('Mon 9:00 AM');
    expect(plain(format.plannedShort(at(30, 9), noon)), 'later the day').toBe('Nov 30');
    language.choose('ko');
    expect(format.planned(at(23, 9)), 'as a Korean writes it').toContain('11월 23일 (월)');
  });

  it('by its day tells the year only where that is another one', () => {
    expect(format.calendarDay('2026-11-24', noon), 'this year').toBe('Tue, Nov 24');
    expect(format.calendarDay('2027-01-05', noon), 'the next').toBe('Tue, Jan 5, 2027');
    expect(format.calendarDateShort('2027-01-05', noon), 'in a row a near day needs none').toBe('Jan 5');
    expect(format.calendarDateShort('2027-12-05', noon), 'a far one is no day any more').toBe('12/2027');
  });

  it('is so many days from today, at whatever hour of it', () => {
    expect(format.daysUntil('2026-11-23', at(22, 23)), 'an hour before midnight').toBe(1);
    expect(format.relativeDay('2026-11-23', at(22, 23)), 'in words').toBe('tomorrow');
    expect(format.relativeDay('2026-11-20', noon), 'and back').toBe('2 days ago');
    language.choose('ko');
    expect(format.relativeDay('2026-11-25', noon), 'in Korean').toBe('3일 후');
  });
});

describe('money', () => {
  it('is written as the language writes it', () => {
    expect(format.money({ amount: '10000', currency: 'USD' })).toBe('$10,000');
    expect(format.money({ amount: '48000000', currency: 'KRW' })).toBe('₩48,000,000');
    expect(plain(format.moneyWithCode({ amount: '10000.50', currency: 'USD' })), 'the code cannot be mistaken').toBe(
      'USD 10,000.50',
    );
    language.choose('ko');
    expect(format.money({ amount: '10000', currency: 'USD' }), 'a Korean reads dollars of which country').toBe(
      'US$10,000',
    );
  });

  it('is exact where a binary fraction would not be', () => {
    expect(format.money({ amount: '90071992547409.93', currency: 'USD' }), 'no digit is rounded away').toBe(
      '$90,071,992,547,409.93',
    );
  });

  it('of an unknown currency is shown as it came', () => {
    expect(format.money({ amount: '5', currency: 'NO CODE' })).toBe('5 NO CODE');
  });
});

describe('dates', () => {
  it('follow the language', () => {
    expect(format.calendarDate('2026-12-01')).toBe('Dec 1, 2026');
    language.choose('ko');
    expect(format.calendarDate('2026-12-01')).toBe('2026. 12. 1.');
  });

  it('of a calendar are the same day everywhere', () => {
    expect(format.calendarDate('2026-01-01'), 'no zone moves it to the old year').toContain('2026');
  });

  it('that are none are shown as they came', () => {
    expect(format.calendarDate('soon')).toBe('soon');
  });
});

describe('durations', () => {
  it('count down in whole units', () => {
    expect(format.duration(31 * format.HOUR + 59 * format.MINUTE)).toBe('31 h');
    expect(format.duration(59 * format.MINUTE)).toBe('59 min');
    expect(format.duration(20_000)).toBe('under 1 min');
    expect(format.duration(-5), 'what is over is not negative').toBe('under 1 min');
    expect(format.duration(3 * format.HOUR + 12 * format.MINUTE, { parts: 2 })).toBe('3 h 12 min');
    expect(format.duration(3 * format.HOUR + 20_000, { parts: 2 }), 'no minutes are not counted').toBe('3 h');
    expect(format.duration(format.DAY + 20_000, { parts: 2 }), 'nor are no hours').toBe('1 d');
  });

  it('are days from two days on where that is enough', () => {
    expect(format.roughDuration(2 * format.DAY)).toBe('2 d');
    expect(format.roughDuration(2 * format.DAY - 1)).toBe('47 h');
  });

  it('are spoken in words, singular and plural', () => {
    expect(format.durationInWords(format.HOUR)).toBe('1 hour');
    expect(format.durationInWords(31 * format.HOUR)).toBe('31 hours');
    language.choose('ko');
    expect(format.durationInWords(31 * format.HOUR)).toBe('31시간');
  });
});

describe('an instant in little room', () => {
  const now = new Date(2026, 10, 22, 12).getTime();

  it('says only what is not known', () => {
    const at = (...parts: [number, number, number, number, number]) =>
      plain(format.shortDateTime(new Date(...parts).getTime(), now));
    expect(at(2026, 10, 22, 8, 5), 'today').toBe('8:05 AM');
    expect(at(2026, 10, 20, 8, 5), 'this year').toBe('Nov 20, 8:05 AM');
    expect(at(2025, 10, 20, 8, 5), 'another year').toBe('Nov 20, 2025, 8:05 AM');
  });

  it('counts the week from Monday', () => {
    expect(format.weekdays().map(({ number, short }) => `${number} ${short}`)[0]).toBe('1 Mon');
    language.choose('ko');
    expect(format.weekdays().at(-1), 'as the language calls it').toEqual({ number: 7, short: '일', long: '일요일' });
  });
});
