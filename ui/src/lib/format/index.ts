// Numbers, dates, money and durations as the chosen language writes them. Phone numbers and ids are not formatted: they
// are shown as they came. Every function reads the chosen language, so what calls it in markup follows a change.
import type { Date as CalendarDate, MoneyText, Timestamp } from '$lib/api/generated';
import { language, t } from '$lib/i18n';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

type Format = Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat;
const made = new Map<string, Format>();

function once<F extends Format>(key: string, make: (locale: string) => F): F {
  const locale = language.locale;
  const full = `${locale} ${key}`;
  let format = made.get(full) as F | undefined;
  if (!format) made.set(full, (format = make(locale)));
  return format;
}

/** The day of an instant here: `20 Nov 2026`. */
export function date(at: Timestamp): string {
  return once('date', (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })).format(at);
}

/** An instant here: `20 Nov 2026, 16:02`. */
export function dateTime(at: Timestamp): string {
  return once(
    'dateTime',
    (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }),
  ).format(at);
}

/** The time of an instant here: `16:02`. */
function timeOfDay(at: Timestamp): string {
  return once('time', (locale) => new Intl.DateTimeFormat(locale, { timeStyle: 'short' })).format(at);
}

/** An instant as short as it can be said at `now`: `16:02` today, `20 Nov, 16:02` this year, else as `dateTime`. */
export function shortDateTime(at: Timestamp, now: Timestamp): string {
  if (date(at) === date(now)) return timeOfDay(at);
  if (new Date(at).getFullYear() !== new Date(now).getFullYear()) return dateTime(at);
  return once(
    'dayTime',
    (locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' }),
  ).format(at);
}

/** The days of a week, Monday first: 1 is Monday, 7 is Sunday. */
export function weekdays(): { number: number; short: string; long: string }[] {
  const named = (style: 'short' | 'long') =>
    once(`weekday ${style}`, (locale) => new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' }));
  return [1, 2, 3, 4, 5, 6, 7].map((number) => {
    // 1 January 2024 was a Monday.
    const day = globalThis.Date.UTC(2024, 0, number);
    return { number, short: named('short').format(day), long: named('long').format(day) };
  });
}

/** A calendar date, which is the same day everywhere: `1 Dec 2026`. What is no date is shown as it came. */
export function calendarDate(on: CalendarDate): string {
  const midnight = /^\d{4}-\d{2}-\d{2}$/.test(on) ? globalThis.Date.parse(`${on}T00:00:00Z`) : NaN;
  if (Number.isNaN(midnight)) return on;
  return once(
    'calendarDate',
    (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }),
  ).format(midnight);
}

/** A month of the calendar, written `2026-11`: `November 2026`. What is no month is shown as it came. */
export function calendarMonth(month: string): string {
  const first = globalThis.Date.parse(`${month}-01T00:00:00Z`);
  if (Number.isNaN(first)) return month;
  return once(
    'calendarMonth',
    (locale) => new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }),
  ).format(first);
}

/** The calendar date of an instant here, written `2026-12-01`. */
export function dayOf(at: Timestamp): CalendarDate {
  const day = new globalThis.Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** How many days a calendar date lies ahead of the day of `now` here; less than 0 when it is over. */
export function daysUntil(on: CalendarDate, now: Timestamp): number {
  const midnight = (day: CalendarDate) => globalThis.Date.parse(`${day}T00:00:00Z`);
  return Math.round((midnight(on) - midnight(dayOf(now))) / DAY);
}

/** A moment that is planned, with its weekday: `Mon, 23 Nov, 09:00`. */
export function planned(at: Timestamp): string {
  return once(
    'planned',
    (locale) =>
      new Intl.DateTimeFormat(locale, {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        hour: 'numeric',
        minute: '2-digit',
      }),
  ).format(at);
}

/** The same where there is little room: today the time alone, within a week `Mon 09:00`, later the day alone. */
export function plannedShort(at: Timestamp, now: Timestamp): string {
  const days = daysUntil(dayOf(at), now);
  if (days > 6) return calendarDateShort(dayOf(at), now);
  if (days === 0) return timeOfDay(at);
  return once(
    'weekTime',
    (locale) => new Intl.DateTimeFormat(locale, { weekday: 'short', hour: 'numeric', minute: '2-digit' }),
  ).format(at);
}

/** A calendar date with its weekday: `Tue, 24 Nov`; with its year when that is not the one of `now`. */
export function calendarDay(on: CalendarDate, now: Timestamp): string {
  const year = on.slice(0, 4) === dayOf(now).slice(0, 4) ? undefined : 'numeric';
  return once(
    `calendarDay ${year}`,
    (locale) =>
      new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', year, timeZone: 'UTC' }),
  ).format(globalThis.Date.parse(`${on}T00:00:00Z`));
}

/** A calendar date where there is little room: `24 Nov`; a day that is most of a year away as `01/2028`. */
export function calendarDateShort(on: CalendarDate, now: Timestamp): string {
  const near = Math.abs(daysUntil(on, now)) < 300;
  const parts = near ? ({ day: 'numeric', month: 'short' } as const) : ({ year: 'numeric', month: 'numeric' } as const);
  return once(
    near ? 'dayMonth' : 'monthYear',
    (locale) => new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' }),
  ).format(globalThis.Date.parse(`${on}T00:00:00Z`));
}

/** How far a calendar date is from today, in words: `tomorrow`, `in 3 days`, `yesterday`. */
export function relativeDay(on: CalendarDate, now: Timestamp): string {
  const days = daysUntil(on, now);
  return once('relative', (locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })).format(days, 'day');
}

export function number(value: number): string {
  return once('number', (locale) => new Intl.NumberFormat(locale)).format(value);
}

/** A number that was typed as text, not rounded: `10,000.50`. What is no number is shown as it came. */
export function decimal(text: string): string {
  if (!/^\d+(\.\d+)?$/u.test(text)) return text;
  return once('decimal', (locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 20 })).format(
    text as Intl.StringNumericLiteral,
  );
}

/** The size of a file: `310 kB`, `4.2 MB`. */
export function fileSize(bytes: number): string {
  const [unit, size] =
    bytes < 1_000_000 ? ['kilobyte', Math.max(1, Math.round(bytes / 1000))] : ['megabyte', bytes / 1e6];
  return once(
    `size ${unit}`,
    (locale) => new Intl.NumberFormat(locale, { style: 'unit', unit: String(unit), maximumFractionDigits: 1 }),
  ).format(Number(size));
}

function moneyAs(money: MoneyText, display: 'symbol' | 'code'): string {
  const amount = money.amount as Intl.StringNumericLiteral;
  try {
    // As text, so that no amount is rounded through a binary fraction on its way to the screen.
    return once(
      `${display} ${money.currency}`,
      (locale) =>
        new Intl.NumberFormat(locale, {
          style: 'currency',
          currency: money.currency,
          currencyDisplay: display,
          maximumFractionDigits: 20,
          trailingZeroDisplay: 'stripIfInteger',
        }),
    ).format(amount);
  } catch {
    return `${money.amount} ${money.currency}`;
  }
}

/** `$10,000`, where there is little room. */
export function money(value: MoneyText): string {
  return moneyAs(value, 'symbol');
}

/** `USD 10,000`, where it must not be mistaken. */
export function moneyWithCode(value: MoneyText): string {
  return moneyAs(value, 'code');
}

/** A length of time in few letters, counted down: `3 d`, `31 h`, `3 h 12 min` with `parts: 2`, `under 1 min`. */
export function duration(milliseconds: number, options: { parts?: 1 | 2 } = {}): string {
  const two = options.parts === 2;
  const whole = Math.max(0, milliseconds);
  const days = Math.floor(whole / DAY);
  const hours = Math.floor(whole / HOUR);
  const minutes = Math.floor(whole / MINUTE);
  if (two) {
    if (days >= 3) return t('duration-days', { count: days });
    if (days >= 1 && hours === days * 24) return t('duration-days', { count: days });
    if (days >= 1) return t('duration-days-hours', { days, hours: hours - days * 24 });
    if (hours >= 1 && minutes > hours * 60) {
      return t('duration-hours-minutes', { hours, minutes: minutes - hours * 60 });
    }
  }
  if (hours >= 1) return t('duration-hours', { count: hours });
  if (minutes >= 1) return t('duration-minutes', { count: minutes });
  return t('duration-under-a-minute');
}

/** The same in days where that is precise enough: from two days on. */
export function roughDuration(milliseconds: number): string {
  const days = Math.floor(milliseconds / DAY);
  return days >= 2 ? t('duration-days', { count: days }) : duration(milliseconds);
}

/** A length of time in a sentence: `31 hours`, `1 minute`, `less than a minute`; days from `daysFrom` days on. */
export function durationInWords(milliseconds: number, options: { daysFrom?: number } = {}): string {
  const whole = Math.max(0, milliseconds);
  const days = Math.floor(whole / DAY);
  if (days >= (options.daysFrom ?? 4)) return t('duration-words-days', { count: days });
  if (whole >= HOUR) return t('duration-words-hours', { count: Math.floor(whole / HOUR) });
  if (whole >= MINUTE) return t('duration-words-minutes', { count: Math.floor(whole / MINUTE) });
  return t('duration-words-under-a-minute');
}
