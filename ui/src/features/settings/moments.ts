// Moments before a deadline, in hours: what may be added to them, and how each is said.
import type { FieldProblem } from '$lib/api/generated';
import { t } from '$lib/i18n';

export type Unit = 'hours' | 'days';

const HOURS: Record<Unit, number> = { hours: 1, days: 24 };
export const MOST_MOMENTS = 8;

/** `moments` with one more, the farthest first; or why that cannot be. One that is there already changes nothing. */
export function withMoment(
  moments: readonly number[],
  typed: string,
  unit: Unit,
  most: number,
): { moments: number[] } | { problem: FieldProblem } {
  const count = Number(typed);
  if (typed.trim() === '') return { problem: 'required' };
  if (!Number.isInteger(count)) return { problem: 'notANumber' };
  const hours = count * HOURS[unit];
  if (hours < 1 || hours > most) return { problem: 'outOfRange' };
  const all = [...new Set([...moments, hours])].sort((one, other) => other - one);
  return all.length > MOST_MOMENTS ? { problem: 'tooLarge' } : { moments: all };
}

/** `3 days before`, `30 hours before`: in days where it is whole days, and `unit` counts in them. */
export function momentText(hours: number, unit: Unit): string {
  if (unit === 'days' && hours % HOURS.days === 0) return t('settings-moment-days', { count: hours / HOURS.days });
  return t('settings-moment-hours', { count: hours });
}
